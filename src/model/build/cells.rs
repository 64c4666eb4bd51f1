//! Cells as facts: one pass over a table, nothing allocated per cell.

use super::Builder;
use super::facts::{List, blank};
use super::signs::Signs;
use crate::model::entity::{Entity, Payer};
use crate::model::ledger::{Fact, FactState, Marks, Origin, OriginId};
use crate::model::table::{ColumnHead, Row, RowHead, Table, TableId};
use crate::money::{Money, YearRange};
use crate::source::{FileId, Place};
use crate::syntax::ast::{Cell, CellValue, CourseKind, Stage, TableKind};

/// What the cells of a column are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// Not facts: a total, or a head that could not be read.
    Skip,
    /// Of a year or window.
    Years(YearRange, Stage),
    /// Of a payer, in the years of the table.
    Payer(u32, YearRange, Stage),
    /// Of a kind of movement in a year.
    Course(CourseKind, YearRange, Stage),
}

/// Where the facts of a row go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) list: List,
    pub(super) subject: u32,
    /// Whether an empty cell says that there is nothing: a stated zero.
    pub(super) zero: bool,
    pub(super) flip: bool,
}

/// Matrices of payers while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Matrices {
    all: Vec<(TableId, Vec<Slot>, OriginId)>,
    /// Subject, years, matrix, row, and where the facts go.
    rows: Vec<(u32, YearRange, usize, usize, Target)>,
}

impl Builder<'_> {
    /// The facts of a table.
    pub(super) fn table_facts(&mut self, table: &Table, id: TableId) {
        let origin = self.facts.origin(Some(id), table.step);
        let slots: Vec<Slot> = table.columns.iter().map(|column| slot(table, &column.head, column.stage)).collect();
        self.cell_currencies(table);
        if let (TableKind::Coverage, Some(years)) = (table.kind, table.years) {
            self.matrix(table, id, years, slots, origin);
            return;
        }
        let repeated = repeated(table);
        for row in &table.rows {
            let cells = table.row_cells(row);
            match row.head {
                RowHead::Entity(entity) if table.kind == TableKind::Course => {
                    self.course_row(table, entity, cells, &slots, origin);
                }
                RowHead::Entity(entity) => {
                    if let Some(target) = target(table, entity) {
                        self.row_facts(table, target, cells, &slots, self.expected(table, entity), origin);
                    }
                }
                RowHead::Course(kind) => {
                    let adds_up = repeated.get(kind_number(kind) as usize).copied().unwrap_or(false);
                    self.movement_row(table, kind, row, adds_up, &slots, origin);
                }
                RowHead::Figure(_)
                | RowHead::Total
                | RowHead::Subtotal { .. }
                | RowHead::Heading
                | RowHead::Unknown => {}
            }
        }
    }

    /// Keeps the rows of a matrix of payers until all matrices are there.
    fn matrix(&mut self, table: &Table, id: TableId, years: YearRange, slots: Vec<Slot>, origin: OriginId) {
        let matrix = self.matrices.all.len();
        self.matrices.all.push((id, slots, origin));
        for (number, row) in table.rows.iter().enumerate() {
            if let RowHead::Entity(entity) = row.head
                && let Some(target) = target(table, entity)
            {
                self.matrices.rows.push((target.subject, years, matrix, number, target));
            }
        }
    }

    /// The facts of all matrices, goal by goal and year by year: so they need not be sorted, of which there may be
    /// millions.
    pub(super) fn matrix_facts(&mut self) {
        let Matrices { all, mut rows } = std::mem::take(&mut self.matrices);
        rows.sort_by_key(|(subject, years, matrix, number, _)| (*subject, *years, *matrix, *number));
        let tables = std::mem::take(&mut self.plan.tables);
        for (_, _, matrix, number, target) in rows {
            let Some((id, slots, origin)) = all.get(matrix) else { continue };
            let Some(table) = tables.get(id.0 as usize) else { continue };
            let Some(row) = table.rows.get(number) else { continue };
            self.row_facts(table, target, table.row_cells(row), slots, false, *origin);
        }
        self.plan.tables = tables;
    }

    /// Cells that do not begin with a digit may begin with a currency sign.
    fn cell_currencies(&mut self, table: &Table) {
        let bytes = self.sources.file(table.file).text().as_bytes();
        for cell in table.cells.iter().filter(|cell| cell.value == CellValue::Money) {
            let first = bytes.get(cell.start as usize).copied().unwrap_or(b'0');
            if !first.is_ascii_digit() {
                self.currency_of(table.place(cell.span()));
            }
        }
    }

    fn expected(&self, table: &Table, entity: Entity) -> bool {
        match (table.kind, entity) {
            (TableKind::Income, Entity::Source(id)) => self
                .plan
                .sources
                .get(id.index())
                .is_some_and(|source| source.certainty == crate::model::entity::Certainty::Expected),
            _ => false,
        }
    }

    /// One row whose cells all go to one list.
    fn row_facts(
        &mut self,
        table: &Table,
        target: Target,
        cells: &[Cell],
        slots: &[Slot],
        expected: bool,
        origin: OriginId,
    ) {
        let signs = Signs::of(table, target.list, cells, slots);
        let base =
            Fact { marks: Marks::new(table.correction, expected), origin, ..blank(target.subject, Place::default()) };
        let list = self.facts.list(target.list);
        for (cell, slot) in cells.iter().zip(slots) {
            let (years, stage, other) = match *slot {
                Slot::Years(years, stage) => (years, stage, 0),
                Slot::Payer(other, years, stage) => (years, stage, other),
                Slot::Skip | Slot::Course(..) => continue,
            };
            let fact = Fact { other, years, stage, ..base };
            let flip = target.flip != (signs.minus_withdraws() && cell.money < Money::ZERO);
            if let Some(fact) = cell_fact(fact, table.file, cell, target.zero && other == 0, flip) {
                list.push(standing(target.list, fact));
            }
        }
        self.report_signs(table, signs, target.list, cells, slots);
    }

    /// One row of a `course` table of all reserves: the columns say what the cells are.
    fn course_row(&mut self, table: &Table, entity: Entity, cells: &[Cell], slots: &[Slot], origin: OriginId) {
        let Entity::Reserve(id) = entity else { return };
        for kind in KINDS {
            let own: Vec<Slot> = slots
                .iter()
                .map(|slot| match *slot {
                    Slot::Course(of, years, stage) if of == kind => Slot::Years(years, stage),
                    _ => Slot::Skip,
                })
                .collect();
            if own.iter().any(|slot| matches!(slot, Slot::Years(..))) {
                self.row_facts(table, course_target(table, kind, id.0), cells, &own, false, origin);
            }
        }
    }

    /// One row of a `course NAME` or `course all` table.
    fn movement_row(
        &mut self,
        table: &Table,
        kind: CourseKind,
        row: &Row,
        adds_up: bool,
        slots: &[Slot],
        origin: OriginId,
    ) {
        let target = match table.of {
            Some(Entity::Reserve(id)) => course_target(table, kind, id.0),
            _ if table.of_all => Target { list: List::AllReserves, ..course_target(table, kind, kind_number(kind)) },
            _ => return,
        };
        let origin = if row.title.is_some() || adds_up {
            let known: Origin =
                self.facts.origins.get(origin.0 as usize).copied().unwrap_or(Origin { table: None, step: Money::ZERO });
            let own = self.facts.new_origin(known);
            self.facts.titled.push(own);
            own
        } else {
            origin
        };
        self.row_facts(table, target, table.row_cells(row), slots, false, origin);
    }
}

/// The kinds of movement, in the order of the numbers of [`List::AllReserves`].
const KINDS: [CourseKind; 5] =
    [CourseKind::Opening, CourseKind::Addition, CourseKind::Withdrawal, CourseKind::Movement, CourseKind::Balance];

fn kind_number(kind: CourseKind) -> u32 {
    (0..).zip(KINDS).find(|(_, known)| *known == kind).map_or(0, |(number, _)| number)
}

/// The kinds of movement with several rows in a course: those rows add up. One `movement` row without a title beside
/// additions or withdrawals is the net of them.
fn repeated(table: &Table) -> [bool; 5] {
    let mut rows = [0_u32; 5];
    for row in &table.rows {
        if let RowHead::Course(kind) = row.head
            && let Some(count) = rows.get_mut(kind_number(kind) as usize)
        {
            *count = count.saturating_add(1);
        }
    }
    let [_, additions, withdrawals, movements, _] = rows;
    let net = additions > 0 || withdrawals > 0;
    [false, additions > 1, withdrawals > 1, movements > 1 && !net, false]
}

fn course_target(table: &Table, kind: CourseKind, subject: u32) -> Target {
    let (list, zero) = match kind {
        CourseKind::Opening => (List::Opening, false),
        CourseKind::Addition => (List::Addition, true),
        CourseKind::Withdrawal => (List::Withdrawal, true),
        CourseKind::Movement => (List::Movement, false),
        CourseKind::Balance => (List::ReserveBalance, true),
    };
    let flip = kind == CourseKind::Movement && table.positive_withdraws;
    Target { list, subject, zero, flip }
}

fn target(table: &Table, entity: Entity) -> Option<Target> {
    let to = |list, subject, zero| Some(Target { list, subject, zero, flip: false });
    match (table.kind, entity) {
        (TableKind::Income, Entity::Source(id)) => to(List::Income, id.0, false),
        (TableKind::Income | TableKind::Opening, Entity::Reserve(id)) => to(List::Opening, id.0, false),
        (TableKind::Cost, Entity::Goal(id)) => to(List::Cost, id.0, false),
        (TableKind::Budget, Entity::Goal(id)) => to(List::Budget, id.0, false),
        (TableKind::Budget, Entity::Theme(id)) => to(List::ThemeBudget, id.0, false),
        (TableKind::Coverage, Entity::Goal(id)) => to(List::Payment, id.0, false),
        (TableKind::Coverage, Entity::Source(id)) => to(List::SourceCoverage, id.0, true),
        (TableKind::Coverage, Entity::Reserve(id)) => to(List::ReserveCoverage, id.0, true),
        (TableKind::Addition, Entity::Reserve(id)) => to(List::Addition, id.0, true),
        (TableKind::Withdrawal, Entity::Reserve(id)) => to(List::Withdrawal, id.0, true),
        (TableKind::Movement, Entity::Reserve(id)) => {
            Some(Target { list: List::Movement, subject: id.0, zero: false, flip: table.positive_withdraws })
        }
        (TableKind::Balance, Entity::Source(id)) => to(List::SourceBalance, id.0, true),
        (TableKind::Balance, Entity::Reserve(id)) => to(List::ReserveBalance, id.0, true),
        _ => None,
    }
}

fn slot(table: &Table, head: &ColumnHead, stage: Stage) -> Slot {
    let payer = |entity: Entity| match entity {
        Entity::Source(id) => Some(Payer::Source(id)),
        Entity::Reserve(id) => Some(Payer::Reserve(id)),
        Entity::Goal(_) | Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    };
    match head {
        ColumnHead::Years(years) if !years.is_empty() && table.years.is_none() => Slot::Years(*years, stage),
        ColumnHead::Entity(entity) => match (table.years, payer(*entity)) {
            (Some(years), Some(payer)) => Slot::Payer(Fact::pack(Some(payer)), years, stage),
            _ => Slot::Skip,
        },
        ColumnHead::Course(kind, years) if !years.is_empty() => Slot::Course(*kind, *years, stage),
        ColumnHead::Years(_)
        | ColumnHead::Total
        | ColumnHead::Figure(_)
        | ColumnHead::Course(..)
        | ColumnHead::Unknown => Slot::Skip,
    }
}

/// The fact of a cell; `None` where it states nothing.
fn cell_fact(fact: Fact, file: FileId, cell: &Cell, zero: bool, flip: bool) -> Option<Fact> {
    let place = Place::new(file, cell.span());
    let fact = Fact { place, about: cell.about, ..fact };
    match cell.value {
        CellValue::Money if flip => Some(Fact { money: Money(cell.money.0.saturating_neg()), ..fact }),
        CellValue::Money => Some(Fact { money: cell.money, ..fact }),
        CellValue::Pm => Some(Fact { state: FactState::Pm, ..fact }),
        CellValue::None => zero.then_some(fact),
        CellValue::Unreadable => Some(Fact { state: FactState::Unknown, ..fact }),
    }
}

/// A standing is of one moment: the start of a window's first year, or the end of its last.
fn standing(list: List, fact: Fact) -> Fact {
    if !list.is_standing() {
        return fact;
    }
    let year = if list == List::Opening { fact.years.first } else { fact.years.last };
    Fact { years: YearRange::one(year), ..fact }
}
