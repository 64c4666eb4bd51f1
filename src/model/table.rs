//! Tables with their rows and columns resolved; the cells stay as they were written.

use super::entity::Entity;
use super::expression::Expression;
use crate::money::{Money, YearRange};
use crate::source::{FileId, Place, Span};
use crate::syntax::ast::{Cell, CourseKind, Stage, TableKind};

/// Number of a table in [`super::Plan::tables`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableId(pub u32);

/// One table.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the head")]
pub struct Table {
    /// What its cells do.
    pub kind: TableKind,
    /// Amounts on top of what the kind says.
    pub correction: bool,
    /// Year or window of a `coverage 2025` table.
    pub years: Option<YearRange>,
    /// The reserve of a `course NAME` table.
    pub of: Option<Entity>,
    /// `course all`
    pub of_all: bool,
    /// Its name, for `figures(NAME, …)` and messages.
    pub name: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// One unit of the last printed digit, in minor units, where printed amounts were rounded one by one (in tables in
    /// thousands and the like, and after `rounded`); zero where totals must be exact.
    pub step: Money,
    /// In tables in thousands and the like: what one printed unit without decimals is worth, in minor units. A figure with
    /// decimals was rounded finer: half a unit of *its* last digit. Zero elsewhere.
    pub unit: Money,
    /// The decimal sign of its file.
    pub decimal_sign: char,
    /// A positive movement withdraws.
    pub positive_withdraws: bool,
    /// Columns, without that of the labels.
    pub columns: Vec<Column>,
    /// Rows, without that of the heads.
    pub rows: Vec<Row>,
    /// Cells, row by row.
    pub cells: Vec<Cell>,
    /// The file that it stands in.
    pub file: FileId,
    /// Its head.
    pub head: Span,
    /// From the keyword to the closing brace.
    pub span: Span,
    /// Where it stands in a document, in words.
    pub reference: Option<String>,
    /// Whether a row or a head in it could not be read at all, so that its columns cannot be added up. (A row with an
    /// unknown name still has its amounts and does not set this.)
    pub damaged: bool,
}

impl Table {
    /// The cells of a row.
    pub fn row_cells(&self, row: &Row) -> &[Cell] {
        let first = row.first_cell as usize;
        self.cells.get(first..first.saturating_add(row.cells as usize)).unwrap_or(&[])
    }

    /// The cell in a row and column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row).and_then(|row| self.row_cells(row).get(column))
    }

    /// A span of this table as a place.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it holds.
    pub head: ColumnHead,
    /// Its stage.
    pub stage: Stage,
    /// In free tables: what it is computed from; its cells are then stated.
    pub formula: Option<Expression>,
    /// The head as written.
    pub span: Span,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnHead {
    /// A year or a window.
    Years(YearRange),
    /// The total of the row.
    Total,
    /// A payer (`coverage 2025`).
    Entity(Entity),
    /// A column of a free table, by name.
    Figure(String),
    /// `opening 2024` in a `course` table.
    Course(CourseKind, YearRange),
    /// Not understood; already reported.
    Unknown,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub head: RowHead,
    /// A title after a `course` row's kind.
    pub title: Option<String>,
    /// In free tables: what it is computed from; its cells are then stated.
    pub formula: Option<Expression>,
    /// Index of its first cell.
    pub first_cell: u32,
    /// Number of cells; zero for a heading.
    pub cells: u32,
    /// The label as written.
    pub label: Span,
    /// The whole row.
    pub span: Span,
    /// Where it stands in a document, in words.
    pub reference: Option<String>,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq)]
pub enum RowHead {
    /// An entity.
    Entity(Entity),
    /// A row of a free table, by name.
    Figure(String),
    /// The sum of the rows, without subtotals and headings.
    Total,
    /// The sum of the rows with these indices; `name` as written.
    Subtotal {
        /// The name before `total`.
        name: String,
        /// Indices of the rows that it adds up; `None` where one of them is not known (already reported).
        rows: Option<Vec<u32>>,
    },
    /// A name without amounts.
    Heading,
    /// A kind of movement in a `course NAME` table.
    Course(CourseKind),
    /// An unknown name (already reported); its amounts still count in the totals of this table.
    Unknown,
}
