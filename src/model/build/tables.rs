//! Tables: heads and labels resolved, cells moved over as they are.

use super::Builder;
use super::heads::fits;
use super::names::{Wanted, What};
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::Entity;
use crate::model::table::{Column, ColumnHead, Row, RowHead, Table, TableId};
use crate::money::Money;
use crate::source::{FileId, Place};
use crate::syntax::ast::{self, Cell, CellValue, Name, TableKind};

/// What names stand in the labels of a table.
pub(super) fn wanted_rows(table: &ast::Table) -> Wanted {
    match table.kind.value {
        TableKind::Cost => Wanted::GOAL,
        TableKind::Budget => Wanted::GOAL.and(Wanted::THEME),
        TableKind::Coverage if table.years.is_some() => Wanted::GOAL,
        TableKind::Income | TableKind::Coverage | TableKind::Balance => Wanted::PAYER,
        TableKind::Addition
        | TableKind::Withdrawal
        | TableKind::Movement
        | TableKind::Course
        | TableKind::Opening
        | TableKind::Figures => Wanted::RESERVE,
    }
}

/// The sums over everything that rest on a table.
fn sums(kind: TableKind) -> Sums {
    match kind {
        TableKind::Income => Sums::INCOME,
        TableKind::Cost | TableKind::Budget => Sums::COST,
        TableKind::Coverage => Sums::COVERAGE,
        TableKind::Addition | TableKind::Withdrawal | TableKind::Movement | TableKind::Course | TableKind::Opening => {
            Sums::RESERVE
        }
        TableKind::Balance | TableKind::Figures => Sums::NONE,
    }
}

/// Words that people write at the foot of rows.
const TOTALS: [&str; 10] = [
    "subtotaal",
    "subtotal",
    "sub-totaal",
    "sub-total",
    "som",
    "sum",
    "totaal-generaal",
    "eindtotaal",
    "grand-total",
    "totalen",
];

/// Formulas of a free table, until its lines have their numbers.
#[derive(Default)]
pub(super) struct Formulas {
    pub(super) rows: Vec<(usize, ast::Expression)>,
    pub(super) columns: Vec<(usize, ast::Expression)>,
}

impl Builder<'_> {
    /// Fills the tables and the facts that they give.
    pub(super) fn tables(&mut self, tables: Vec<(FileId, Box<ast::Table>)>) {
        let mut formulas = Vec::new();
        for (file, table) in tables {
            let id = self.next_table();
            let (table, of_table) = self.table(file, id, *table);
            formulas.push((id, of_table));
            self.plan.tables.push(table);
        }
        self.matrix_facts();
        for (id, formulas) in formulas {
            self.formulas(id, formulas);
        }
    }

    fn table(&mut self, file: FileId, id: TableId, mut tree: ast::Table) -> (Table, Formulas) {
        let mut formulas = Formulas::default();
        let reference = self.reference(file, tree.reference);
        let (of, of_known) = self.course_of(file, &tree);
        let columns = self.columns(file, &mut tree, &mut formulas);
        let wrong_column = self.wrong_columns > 0;
        let rows = self.rows(file, &mut tree, &mut formulas);
        let unread_column = columns.iter().any(|column| column.head == ColumnHead::Unknown);
        let mut table = Table {
            kind: tree.kind.value,
            correction: tree.correction,
            years: tree.years.map(|years| self.range(file, years)),
            of,
            of_all: tree.of_all,
            name: tree.name.map(|name| self.name(file, name.span).into_owned()),
            title: tree.title.map(|title| self.string(file, title)),
            step: self.step(file, &tree),
            unit: self.unit(&tree),
            decimal_sign: if self.is_dutch(file) { ',' } else { '.' },
            positive_withdraws: tree.positive_withdraws.is_some(),
            columns,
            rows,
            cells: std::mem::take(&mut tree.cells),
            file,
            head: tree.head,
            span: tree.span,
            reference,
            damaged: !tree.damaged.is_empty() || wrong_column,
        };
        if let (Some(range), Some(years)) = (table.years, tree.years) {
            let place = Place::new(file, years.span);
            self.within_plan(place, place, range);
        }
        self.subtotals(&mut table, &tree);
        self.figure_lines(&table);
        self.table_damage(&table, &tree, unread_column);
        if of_known && table.kind != TableKind::Figures {
            self.table_facts(&table, id);
        }
        (table, formulas)
    }

    /// The reserve of a `course NAME` table, and whether its facts can be taken.
    fn course_of(&mut self, file: FileId, tree: &ast::Table) -> (Option<Entity>, bool) {
        let Some(name) = tree.of else { return (None, true) };
        let of = self.entity(file, name, Wanted::RESERVE, Sums::RESERVE);
        (of, of.is_some())
    }

    fn columns(&mut self, file: FileId, tree: &mut ast::Table, formulas: &mut Formulas) -> Vec<Column> {
        let free = tree.kind.value == TableKind::Figures;
        let table_stage = tree.stage.map(|stage| stage.value).unwrap_or_default();
        let mut columns = Vec::with_capacity(tree.columns.len());
        self.wrong_columns = 0;
        for (index, column) in std::mem::take(&mut tree.columns).into_iter().enumerate() {
            let head = match column.head {
                head if !fits(tree, head) => {
                    self.wrong_column(tree, Place::new(file, column.span));
                    ColumnHead::Unknown
                }
                ast::ColumnHead::Years(years) => {
                    let range = self.range(file, years);
                    if !free {
                        let place = Place::new(file, column.span);
                        self.within_plan(place, place, range);
                    }
                    ColumnHead::Years(range)
                }
                ast::ColumnHead::Total => ColumnHead::Total,
                ast::ColumnHead::Name(name) if free => ColumnHead::Figure(self.name(file, name.span).into_owned()),
                ast::ColumnHead::Text(text) if free => ColumnHead::Figure(self.string(file, text)),
                ast::ColumnHead::Name(name) => match self.entity(file, name, Wanted::PAYER, sums(tree.kind.value)) {
                    Some(entity) => ColumnHead::Entity(entity),
                    None => ColumnHead::Unknown,
                },
                ast::ColumnHead::Text(text) => self
                    .titled_entity(file, text, Wanted::PAYER, sums(tree.kind.value))
                    .map_or(ColumnHead::Unknown, ColumnHead::Entity),
                ast::ColumnHead::Course(kind, years) => {
                    let range = self.range(file, years);
                    let place = Place::new(file, column.span);
                    self.within_plan(place, place, range);
                    ColumnHead::Course(kind, range)
                }
                ast::ColumnHead::Unreadable => ColumnHead::Unknown,
            };
            formulas.columns.extend(column.formula.map(|formula| (index, formula)));
            let stage = column.stage.map_or(table_stage, |stage| stage.value);
            columns.push(Column { head, stage, formula: None, span: column.span });
        }
        columns
    }

    fn rows(&mut self, file: FileId, tree: &mut ast::Table, formulas: &mut Formulas) -> Vec<Row> {
        let wanted = wanted_rows(tree);
        let free = tree.kind.value == TableKind::Figures;
        let sums = sums(tree.kind.value);
        let mut rows = Vec::with_capacity(tree.rows.len());
        for (index, row) in tree.rows.iter_mut().enumerate() {
            let first = row.first_cell as usize;
            let cells = tree.cells.get(first..first.saturating_add(row.cells as usize)).unwrap_or(&[]);
            let head = match &row.head {
                ast::RowHead::Name(name) if free && cells.is_empty() => {
                    let _ = name;
                    RowHead::Heading
                }
                ast::RowHead::Name(name) if free => RowHead::Figure(self.name(file, name.span).into_owned()),
                ast::RowHead::Name(name) => match self.misread_total(file, *name, wanted) {
                    Some(head) => head,
                    None => self.row_name(file, *name, wanted, sums, cells),
                },
                ast::RowHead::Text(text) if !free => self.row_title(file, *text, wanted, sums, cells),
                ast::RowHead::Text(_) if free && cells.is_empty() => RowHead::Heading,
                ast::RowHead::Text(text) if free => RowHead::Figure(self.string(file, *text)),
                ast::RowHead::Years(years) if free => {
                    let range = self.range(file, *years);
                    RowHead::Figure(years.style.range_label(range))
                }
                ast::RowHead::Total => RowHead::Total,
                ast::RowHead::Subtotal(name) | ast::RowHead::SubtotalOf(ast::RowName::Name(name), _) => {
                    self.subtotal_name(file, *name)
                }
                ast::RowHead::SubtotalOf(ast::RowName::Text(text), _) => {
                    RowHead::Subtotal { name: self.string(file, *text), rows: None }
                }
                ast::RowHead::Course(kind) => RowHead::Course(*kind),
                ast::RowHead::Text(_) | ast::RowHead::Years(_) | ast::RowHead::Unreadable => {
                    self.damage(Place::new(file, row.label), sums);
                    RowHead::Unknown
                }
            };
            formulas.rows.extend(row.formula.take().map(|formula| (index, formula)));
            rows.push(Row {
                head,
                title: row.title.map(|title| self.string(file, title)),
                formula: None,
                first_cell: row.first_cell,
                cells: row.cells,
                label: row.label,
                span: row.span,
                reference: self.reference(file, row.reference),
            });
        }
        rows
    }

    fn subtotal_name(&self, file: FileId, name: Name) -> RowHead {
        RowHead::Subtotal { name: self.name(file, name.span).into_owned(), rows: None }
    }

    /// What a label names; a theme, or a source with parts, without amounts is a heading.
    fn row_name(&mut self, file: FileId, name: Name, wanted: Wanted, sums: Sums, cells: &[Cell]) -> RowHead {
        let empty = cells.iter().all(|cell| cell.value == CellValue::None);
        let heading = match self.known(file, name.span) {
            Some(What::Entity(Entity::Theme(_))) => empty,
            Some(What::Entity(Entity::Source(id))) => {
                cells.is_empty() && self.plan.sources.get(id.index()).is_some_and(|source| !source.parts.is_empty())
            }
            _ => false,
        };
        if heading {
            self.find(file, name, Wanted::THEME.and(Wanted::SOURCE), Sums::NONE);
            return RowHead::Heading;
        }
        let wanted = if cells.is_empty() { wanted.and(Wanted::THEME) } else { wanted };
        match self.entity(file, name, wanted, sums) {
            Some(entity) => RowHead::Entity(entity),
            None => RowHead::Unknown,
        }
    }

    /// A row whose label is a text: the title of what it is about, or its name.
    fn row_title(&mut self, file: FileId, text: ast::Text, wanted: Wanted, sums: Sums, cells: &[Cell]) -> RowHead {
        let empty = cells.iter().all(|cell| cell.value == CellValue::None);
        let wanted = if empty { wanted.and(Wanted::THEME) } else { wanted };
        match self.titled_entity(file, text, wanted, sums) {
            Some(Entity::Theme(_)) if empty => RowHead::Heading,
            Some(entity) => RowHead::Entity(entity),
            None => RowHead::Unknown,
        }
    }

    /// A row called `subtotaal` and the like, where nothing has that name: the sum of other rows, not a row of its own.
    fn misread_total(&mut self, file: FileId, name: Name, wanted: Wanted) -> Option<RowHead> {
        let text = self.name(file, name.span);
        let word = text.to_lowercase();
        if !TOTALS.contains(&word.as_str()) || self.known(file, name.span).is_some() {
            return None;
        }
        let dutch = self.is_dutch(file);
        let example = if dutch { format!("{text} totaal van a, b") } else { format!("{text} total of a, b") };
        let finding = Diagnostic::new(&codes::UNKNOWN_NAME, Place::new(file, name.span))
            .with("name", text.as_ref())
            .with("wanted", wanted.words(false))
            .help(Message::new("unknown-name-help-subtotal").with("example", example));
        self.findings.push(finding);
        Some(RowHead::Subtotal { name: text.into_owned(), rows: None })
    }

    /// One unit of the last printed digit, where printed figures were rounded one by one.
    fn step(&self, file: FileId, tree: &ast::Table) -> Money {
        if let Some(rounded) = tree.rounded {
            return rounded.value;
        }
        if tree.factor <= 1 {
            return Money::ZERO;
        }
        let sign = if self.is_dutch(file) { b',' } else { b'.' };
        let printed = tree.cells.iter().filter(|cell| cell.value == CellValue::Money);
        let decimals = printed.map(|cell| decimals(self.text(file, cell.span()).as_bytes(), sign)).max().unwrap_or(0);
        let unit = self.unit(tree).0;
        Money(10_i64.checked_pow(decimals).and_then(|parts| unit.checked_div(parts)).unwrap_or(0).max(0))
    }

    /// What one printed unit without decimals is worth, in tables in thousands and the like.
    fn unit(&self, tree: &ast::Table) -> Money {
        if tree.rounded.is_some() || tree.factor <= 1 {
            return Money::ZERO;
        }
        let minor = 10_i64.checked_pow(u32::from(self.plan.head.currency.digits)).unwrap_or(100);
        Money(tree.factor.saturating_mul(minor))
    }

    /// What a table that was not wholly read leaves uncertain.
    fn table_damage(&mut self, table: &Table, tree: &ast::Table, unread_column: bool) {
        let all = sums(table.kind);
        let mut whole = unread_column;
        for span in &tree.damaged {
            let place = Place::new(table.file, *span);
            self.broken.push(place);
            self.damage(place, all);
            let first = self.text(table.file, *span).trim_start();
            let name = first.split(|char: char| !(char.is_alphanumeric() || "_-".contains(char))).next().unwrap_or("");
            let known = self.names.known.get(&super::names::nfc(name)).map(|(what, _)| *what);
            match known {
                Some(What::Entity(entity)) => self.damage_entity(entity),
                _ => whole = true,
            }
        }
        if whole {
            self.damage(table.place(table.head), all);
            for row in &table.rows {
                if let RowHead::Entity(entity) = row.head {
                    self.damage_entity(entity);
                }
            }
            if let Some(entity) = table.of {
                self.damage_entity(entity);
            }
        }
    }
}

/// Digits after the decimal sign of a number.
fn decimals(text: &[u8], sign: u8) -> u32 {
    let Some(at) = text.iter().rposition(|byte| *byte == sign) else { return 0 };
    let digits = text.iter().skip(at.saturating_add(1)).take_while(|byte| byte.is_ascii_digit()).count();
    u32::try_from(digits).unwrap_or(0)
}
