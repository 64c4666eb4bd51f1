//! Tables as in the document: columns, rows, and cells in one flat list.

use super::Expression;
use super::item::Allow;
use super::value::{Name, Reference, Stage, Text, Years};
use crate::money::Money;
use crate::source::{Span, Spanned};

/// Kinds of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// Rows are sources; a reserve's row is its opening.
    Income,
    /// Rows are goals.
    Cost,
    /// Rows are goals.
    Budget,
    /// Rows are sources and reserves; with a year in the head, rows are goals and columns payers.
    Coverage,
    /// Rows are reserves.
    Addition,
    /// Rows are reserves.
    Withdrawal,
    /// Rows are reserves.
    Movement,
    /// With a name: rows are kinds of movement of that reserve; without: rows are reserves.
    Course,
    /// Rows are sources and reserves.
    Balance,
    /// Rows are reserves.
    Opening,
    /// A free table.
    Figures,
}

/// What a row (`course NAME`) or column head (`course`) of a course of reserves holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CourseKind {
    /// `opening`
    Opening,
    /// `addition`
    Addition,
    /// `withdrawal`
    Withdrawal,
    /// `movement`
    Movement,
    /// `balance`
    Balance,
}

/// One table.
#[derive(Debug)]
pub struct Table {
    /// What its cells do.
    pub kind: Spanned<TableKind>,
    /// `correction KIND`: amounts on top.
    pub correction: bool,
    /// The year or window of a `coverage 2025` table.
    pub years: Option<Years>,
    /// The reserve of a `course NAME` table.
    pub of: Option<Name>,
    /// `course all`
    pub of_all: bool,
    /// Its name.
    pub name: Option<Name>,
    /// Its title.
    pub title: Option<Text>,
    /// `as STAGE`
    pub stage: Option<Spanned<Stage>>,
    /// `(x 1,000)`: 1000, and where that stands. One where nothing is said.
    pub factor: i64,
    /// Where the factor stands.
    pub factor_span: Option<Span>,
    /// `rounded 1`: one unit of the last printed digit, in minor units.
    pub rounded: Option<Spanned<Money>>,
    /// `positive withdraws`
    pub positive_withdraws: Option<Span>,
    /// Where it stands in a document.
    pub reference: Option<Reference>,
    /// The columns, without that of the row labels.
    pub columns: Vec<Column>,
    /// The rows, without that of the heads.
    pub rows: Vec<Row>,
    /// The cells, row by row; every row has exactly as many as there are columns, except headings, which have none.
    pub cells: Vec<Cell>,
    /// `allow` in its block.
    pub allows: Vec<Allow>,
    /// From the keyword to the end of the head.
    pub head: Span,
    /// From the keyword to the closing brace.
    pub span: Span,
    /// Rows or heads that could not be read (already reported).
    pub damaged: Vec<Span>,
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// What it holds.
    pub head: ColumnHead,
    /// `2022 as actual`
    pub stage: Option<Spanned<Stage>>,
    /// `rest = "plan" - "actual"` (in free tables)
    pub formula: Option<Expression>,
    /// The head.
    pub span: Span,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnHead {
    /// A year, or a range: a window whose cells are totals over it.
    Years(Years),
    /// `total`
    Total,
    /// A source or reserve (`coverage 2025`), or a column of a free table.
    Name(Name),
    /// A column of a free table.
    Text(Text),
    /// `opening 2024` in a `course` table.
    Course(CourseKind, Years),
    /// Could not be read; already reported.
    Unreadable,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// What its label says.
    pub head: RowHead,
    /// A title after a `course` row's kind: `addition "Interest"`.
    pub title: Option<Text>,
    /// `saldo = baten - lasten` (in free tables)
    pub formula: Option<Expression>,
    /// Index of its first cell in [`Table::cells`].
    pub first_cell: u32,
    /// Number of cells: that of the columns, or zero for a heading.
    pub cells: u32,
    /// Where it stands in a document.
    pub reference: Option<Reference>,
    /// The label.
    pub label: Span,
    /// The whole row.
    pub span: Span,
}

/// What a row's label says.
#[derive(Debug)]
pub enum RowHead {
    /// An entity, or a row of a free table.
    Name(Name),
    /// A row of a free table.
    Text(Text),
    /// A year as a row of a free table.
    Years(Years),
    /// `total`
    Total,
    /// `NAME total`: of a theme, or of a source with parts.
    Subtotal(Name),
    /// `NAME total of a, b`: of rows.
    SubtotalOf(RowName, Vec<RowName>),
    /// A kind of movement in a `course NAME` table.
    Course(CourseKind),
    /// Could not be read; already reported.
    Unreadable,
}

/// Name of a row: a name or, in free tables, a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowName {
    /// A name.
    Name(Name),
    /// A string.
    Text(Text),
}

/// A cell in 16 bytes, since a plan may have millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The amount in minor units, with the table's factor applied; zero where there is none.
    pub money: Money,
    /// Offset of its first byte (of an empty cell: where it would stand).
    pub start: u32,
    /// Length in bytes, cut off at 65535.
    pub len: u16,
    /// What it says.
    pub value: CellValue,
    /// `about`
    pub about: bool,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// An amount.
    Money,
    /// `pm`
    Pm,
    /// `-` or empty.
    None,
    /// Could not be read; already reported.
    Unreadable,
}

impl Cell {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start.saturating_add(u32::from(self.len)) }
    }
}
