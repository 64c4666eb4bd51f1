//! Adds up the cells of a table for each of its totals. Linear in the cells.

use crate::model::{ColumnHead, RowHead, Table};
use crate::source::Span;
use crate::syntax::ast::{CellValue, CourseKind, Stage, TableKind};

/// Which kind of total a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Of a row, in a `total` column.
    Row,
    /// Of a column, in a `total` row.
    Column,
    /// Of some rows, in a subtotal row.
    Subtotal,
    /// In a `total` column of a `total` or subtotal row.
    Grand,
}

/// A total that is not what its parts add up to.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// Index of its row.
    pub row: usize,
    /// Index of its column.
    pub column: usize,
    /// Which kind of total.
    pub role: Role,
    /// As stated, in minor units.
    pub stated: i128,
    /// As added up.
    pub computed: i128,
    /// How many amounts were added up.
    pub count: usize,
}

impl Wrong {
    /// A place in the table, without figures.
    pub fn at(row: usize, column: usize) -> Self {
        Self { row, column, role: Role::Column, stated: 0, computed: 0, count: 0 }
    }

    /// Stated less computed.
    pub fn difference(&self) -> i128 {
        self.stated - self.computed
    }
}

/// A `pm` and the totals that rest on it.
#[derive(Debug)]
pub struct RestsOnPm {
    /// The `pm`.
    pub pm: Span,
    /// Totals by row and column.
    pub totals: Vec<(usize, usize)>,
}

/// What was found in one table.
#[derive(Debug, Default)]
pub struct Found {
    /// Totals that differ.
    pub wrong: Vec<Wrong>,
    /// Totals that rest on a `pm` and are right otherwise.
    pub rests_on_pm: Vec<RestsOnPm>,
    /// Totals that could not be checked; the first of each table is enough.
    pub unread: Vec<Span>,
}

#[derive(Clone, Copy, Default)]
struct Total {
    cents: i128,
    count: usize,
    unread: bool,
    pm: Option<Span>,
}

impl Total {
    fn add(&mut self, table: &Table, row: usize, column: usize) {
        let Some(cell) = table.cell(row, column) else { return };
        match cell.value {
            CellValue::Money => {
                self.cents += cell.money.wide();
                self.count += 1;
            }
            CellValue::Pm => self.pm = self.pm.or(Some(cell.span())),
            CellValue::None => {}
            CellValue::Unreadable => self.unread = true,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            cents: self.cents + other.cents,
            count: self.count + other.count,
            unread: self.unread || other.unread,
            pm: self.pm.or(other.pm),
        }
    }
}

/// Whether the row is one of those that a total adds up.
fn adds_up(table: &Table, row: usize) -> bool {
    table.rows.get(row).is_some_and(|row| {
        row.formula.is_none()
            && row.cells > 0
            && matches!(row.head, RowHead::Entity(_) | RowHead::Figure(_) | RowHead::Course(_) | RowHead::Unknown)
    })
}

/// Whether a total column makes sense for the row: balances of different years do not add up.
fn row_adds_up(table: &Table, row: usize) -> bool {
    if matches!(table.kind, TableKind::Balance | TableKind::Opening) {
        return false;
    }
    let balance = |kind| matches!(kind, CourseKind::Opening | CourseKind::Balance);
    table
        .rows
        .get(row)
        .is_some_and(|row| row.formula.is_none() && !matches!(row.head, RowHead::Course(kind) if balance(kind)))
}

/// The columns that a total column adds up: those of its stage, or all where its stage has none.
fn addend_columns(table: &Table, stage: Stage) -> Vec<usize> {
    let adds = |index: &usize| {
        table.columns.get(*index).is_some_and(|column| {
            column.formula.is_none()
                && matches!(column.head, ColumnHead::Years(_) | ColumnHead::Entity(_) | ColumnHead::Figure(_))
        })
    };
    let all: Vec<usize> = (0..table.columns.len()).filter(adds).collect();
    let same = |index: &usize| table.columns.get(*index).is_some_and(|column| column.stage == stage);
    let staged: Vec<usize> = all.iter().copied().filter(same).collect();
    if staged.is_empty() { all } else { staged }
}

fn is_total(table: &Table, column: usize) -> bool {
    table.columns.get(column).is_some_and(|column| column.head == ColumnHead::Total)
}

/// Which kind of total stands there.
pub fn role(table: &Table, row: usize, column: usize) -> Role {
    let head = table.rows.get(row).map(|row| &row.head);
    match (head, is_total(table, column)) {
        (Some(RowHead::Total | RowHead::Subtotal { .. }), true) => Role::Grand,
        (Some(RowHead::Subtotal { .. }), false) => Role::Subtotal,
        (Some(RowHead::Total), false) => Role::Column,
        _ => Role::Row,
    }
}

/// The cells that a total adds up, by row and column.
pub fn addends(table: &Table, wrong: &Wrong) -> Vec<(usize, usize)> {
    let rows: Vec<usize> = match table.rows.get(wrong.row).map(|row| &row.head) {
        Some(RowHead::Total) => (0..table.rows.len()).filter(|&row| adds_up(table, row)).collect(),
        Some(RowHead::Subtotal { rows: Some(rows), .. }) => rows.iter().map(|&row| row as usize).collect(),
        _ => vec![wrong.row],
    };
    let columns = if is_total(table, wrong.column) {
        let stage = table.columns.get(wrong.column).map(|column| column.stage).unwrap_or_default();
        addend_columns(table, stage)
    } else {
        vec![wrong.column]
    };
    rows.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column))).collect()
}

/// Adds up a table and compares every total.
pub fn mismatches(table: &Table) -> Found {
    let mut found = Found::default();
    let totals = (0..table.columns.len()).filter(|&column| is_total(table, column)).collect::<Vec<_>>();
    let has_total_row = table.rows.iter().any(|row| matches!(row.head, RowHead::Total | RowHead::Subtotal { .. }));
    if totals.is_empty() && !has_total_row {
        return found;
    }
    let mut pms: Vec<RestsOnPm> = Vec::new();
    // A free table's kinds of row are not reserves' kinds of movement: there a course row has no total below it.
    let columns_add_up = !(table.kind == TableKind::Course && (table.of.is_some() || table.of_all));
    let mut compare = |row: usize, column: usize, total: Total| {
        compare_total(table, (row, column), total, &mut found, &mut pms);
    };
    for &column in &totals {
        let stage = table.columns.get(column).map(|column| column.stage).unwrap_or_default();
        let addends = addend_columns(table, stage);
        if addends.is_empty() {
            continue;
        }
        for row in (0..table.rows.len()).filter(|&row| row_adds_up(table, row)) {
            if role(table, row, column) == Role::Row {
                let mut total = Total::default();
                for &addend in &addends {
                    total.add(table, row, addend);
                }
                compare(row, column, total);
            }
        }
    }
    if has_total_row && columns_add_up {
        let sums = column_sums(table);
        for (row, item) in table.rows.iter().enumerate() {
            match &item.head {
                RowHead::Total => {
                    for (column, total) in sums.iter().enumerate() {
                        if let Some(total) = total {
                            compare(row, column, Total { unread: total.unread || table.damaged, ..*total });
                        }
                    }
                }
                RowHead::Subtotal { rows: Some(rows), .. } => {
                    for column in 0..sums.len() {
                        if let Some(total) = members_sum(table, rows, column) {
                            compare(row, column, total);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    found.rests_on_pm = pms;
    found.unread.truncate(1);
    found
}

/// The sum of each column over the rows that count; of a `total` column, over all its addends. `None` where adding up
/// makes no sense.
fn column_sums(table: &Table) -> Vec<Option<Total>> {
    let mut plain = vec![Total::default(); table.columns.len()];
    for row in (0..table.rows.len()).filter(|&row| adds_up(table, row)) {
        for (column, total) in plain.iter_mut().enumerate() {
            total.add(table, row, column);
        }
    }
    let grand = |column: usize| {
        let stage = table.columns.get(column).map(|column| column.stage).unwrap_or_default();
        let addends = addend_columns(table, stage);
        let sensible = !addends.is_empty() && !matches!(table.kind, TableKind::Balance | TableKind::Opening);
        let sum =
            addends.iter().filter_map(|&addend| plain.get(addend)).fold(Total::default(), |sum, part| sum.plus(*part));
        sensible.then_some(sum)
    };
    let of_column = |column: usize| match table.columns.get(column) {
        Some(item) if item.formula.is_some() => None,
        Some(_) if is_total(table, column) => grand(column),
        _ => plain.get(column).copied(),
    };
    (0..table.columns.len()).map(of_column).collect()
}

fn members_sum(table: &Table, rows: &[u32], column: usize) -> Option<Total> {
    let formula = table.columns.get(column).is_some_and(|column| column.formula.is_some());
    let balances = is_total(table, column) && matches!(table.kind, TableKind::Balance | TableKind::Opening);
    if formula || balances {
        return None;
    }
    let columns = if is_total(table, column) {
        let stage = table.columns.get(column).map(|column| column.stage).unwrap_or_default();
        addend_columns(table, stage)
    } else {
        vec![column]
    };
    let mut total = Total::default();
    for &row in rows {
        for &column in &columns {
            total.add(table, row as usize, column);
        }
    }
    Some(total)
}

fn compare_total(
    table: &Table,
    (row, column): (usize, usize),
    total: Total,
    found: &mut Found,
    pms: &mut Vec<RestsOnPm>,
) {
    let Some(cell) = table.cell(row, column) else { return };
    // A total that is `-`, empty or `pm` states nothing; one that could not be read is reported already.
    if cell.value != CellValue::Money {
        return;
    }
    if total.unread {
        found.unread.push(cell.span());
        return;
    }
    let stated = cell.money.wide();
    if stated != total.cents {
        let role = role(table, row, column);
        // A row whose name is not known may be no row of its own: a sum, or a row of another table.
        if role != Role::Row && table.rows.iter().any(|row| row.cells > 0 && row.head == RowHead::Unknown) {
            found.unread.push(cell.span());
            return;
        }
        found.wrong.push(Wrong { row, column, role, stated, computed: total.cents, count: total.count });
    } else if let Some(pm) = total.pm {
        match pms.iter_mut().find(|rest| rest.pm == pm) {
            Some(rest) => rest.totals.push((row, column)),
            None => pms.push(RestsOnPm { pm, totals: vec![(row, column)] }),
        }
    }
}

/// Whether a wrong total only follows from another one: it adds up figures of which one is stated wrong.
pub fn follows(table: &Table, one: &Wrong, all: &[Wrong]) -> bool {
    let stated = |row: usize, column: usize| table.cell(row, column).map_or(0, |cell| cell.money.wide());
    match one.role {
        Role::Row | Role::Subtotal => false,
        Role::Column => {
            // The sum of the subtotals as stated, one of which is wrong by the same amount.
            all.iter().any(|other| {
                other.role == Role::Subtotal && other.column == one.column && other.difference() == one.difference()
            })
        }
        Role::Grand => {
            let wrong_elsewhere = all
                .iter()
                .any(|other| other.role != Role::Grand && (other.row == one.row || other.column == one.column));
            let subtotal_elsewhere = all.iter().any(|other| {
                other.role == Role::Grand
                    && other.row != one.row
                    && other.difference() == one.difference()
                    && table.rows.get(other.row).is_some_and(|row| matches!(row.head, RowHead::Subtotal { .. }))
            });
            let members = Wrong { column: one.column, ..one.clone() };
            let rows: std::collections::BTreeSet<usize> =
                addends(table, &members).into_iter().map(|(row, _)| row).collect();
            let by_rows: i128 = rows.iter().map(|&row| stated(row, one.column)).sum();
            let stage = table.columns.get(one.column).map(|column| column.stage).unwrap_or_default();
            let by_columns: i128 = addend_columns(table, stage).into_iter().map(|column| stated(one.row, column)).sum();
            (wrong_elsewhere && (by_rows == one.stated || by_columns == one.stated)) || subtotal_elsewhere
        }
    }
}
