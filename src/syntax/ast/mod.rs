//! A file as it was written: every item and statement with its place, nothing resolved yet.

mod expression;
mod item;
mod readings;
mod rule;
mod table;
mod value;

pub use expression::{Aggregate, Binary, Expression, ExpressionKind, Measure, Unary};
pub use item::{
    Allow, Change, Clause, Common, Coverage, DecisionClause, DocumentClause, GoalClause, Include, Item, Limit,
    LimitPeriod, Named, PlanClause, ReserveClause, ScenarioClause, SourceClause, Stated, ThemeClause, Unspent,
    UseRules,
};
pub use readings::{Reading, readings};
pub use rule::{MessageIn, Pack, Parameter, Rule, RuleClause, RuleTest, TestClause};
pub use table::{Cell, CellValue, Column, ColumnHead, CourseKind, Row, RowHead, RowName, Table, TableKind};
pub use value::{
    Amount, AmountValue, Body, Certainty, Given, GoalStatus, How, Indexation, Name, Nature, Number, Reference, Stage,
    Text, Years,
};

pub use crate::language::Language;
use crate::source::Span;

/// One file.
#[derive(Debug, Default)]
pub struct File {
    /// The language that it declares; English without a declaration.
    pub language: Language,
    /// Its items, in the order of the text. Items with mistakes in them are kept as far as they could be read.
    pub items: Vec<Item>,
    /// Stretches that could not be read at all, already reported.
    pub broken: Vec<Broken>,
}

/// A stretch at the top level that could not be read; its names are known, so that their uses are not reported too.
#[derive(Debug)]
pub struct Broken {
    /// The stretch.
    pub span: Span,
    /// The name that it seems to declare.
    pub name: Option<Name>,
}
