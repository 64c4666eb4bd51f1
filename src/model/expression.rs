//! Expressions with names resolved and types checked.

use super::entity::Entity;
use super::table::TableId;
use crate::money::{Money, YearRange};
use crate::source::Place;
use crate::syntax::ast::{Aggregate, Binary, Measure, Stage, Unary};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it is.
    pub term: Term,
    /// Its type.
    pub kind: Type,
    /// Where.
    pub place: Place,
}

/// Types of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Money.
    Amount,
    /// A count or a factor. A literal without a currency sign is a number that may stand where an amount is meant.
    Number,
    /// A share.
    Percentage,
    /// A year or years.
    Years,
    /// A date.
    Date,
    /// Words.
    Text,
    /// Yes or no.
    Boolean,
    /// A named thing.
    Entity(EntityKind),
    /// Could not be resolved (already reported): everything on top of it is not checked.
    Broken,
}

/// Kinds of named thing, as ranges (`goals`, `sources`, …) and as types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// `goals`
    Goal,
    /// `sources`
    Source,
    /// `reserves`
    Reserve,
    /// `themes`
    Theme,
    /// `documents`
    Document,
    /// `decisions`
    Decision,
}

/// Kinds of term.
#[derive(Clone, Debug)]
pub enum Term {
    /// An amount or number, in whole currency units.
    Number {
        /// The exact value.
        value: Decimal,
        /// One unit of the last shown digit in minor units, where it is rounded; zero where exact.
        step: Money,
    },
    /// `pm`
    Pm,
    /// A share as a fraction.
    Percentage(Decimal),
    /// Years.
    Years(YearRange),
    /// A date.
    Date(Date),
    /// Words.
    Text(String),
    /// A named thing.
    Entity(Entity),
    /// The variable of an enclosing aggregate, by name.
    Variable(String),
    /// A measure.
    Measure {
        /// Which.
        measure: Measure,
        /// About what (of `paid`: the payer); `None` is everything.
        subject: Option<Box<Expression>>,
        /// The goal of `paid(payer, goal, Y)`.
        other: Option<Box<Expression>>,
        /// When; `None` is all years.
        years: Option<Box<Expression>>,
        /// Which stage.
        stage: Stage,
    },
    /// A cell of a free table: table, row index, column index.
    Figure(TableId, u32, u32),
    /// A row (in a row's formula) or column (in a column's) of the same free table, by index.
    Line(u32),
    /// Operator before an operand.
    Unary(Unary, Box<Expression>),
    /// Operator between operands.
    Binary(Binary, Box<Expression>, Box<Expression>),
    /// `sum(E for g in goals where C)`
    Aggregate {
        /// Which.
        how: Aggregate,
        /// What is taken together; of `count`, whatever.
        body: Box<Expression>,
        /// The variable.
        variable: String,
        /// What it ranges over.
        range: Range,
        /// Which of them.
        condition: Option<Box<Expression>>,
    },
    /// `g is recurring`, `g has follow-up`, `g.nature`: the property by its English keyword.
    Property {
        /// Of what.
        of: Box<Expression>,
        /// Which, in English (`nature`, `owner`, `follow-up`, or after `is` a word such as `recurring`).
        name: &'static str,
        /// How it is asked for.
        ask: Ask,
    },
    /// Not understood; already reported.
    Broken,
}

/// How a property is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// `g.nature`: its value
    Value,
    /// `g is recurring`: whether the word holds
    Is,
    /// `g has follow-up`: whether it is there
    Has,
}

/// What an aggregate ranges over.
#[derive(Clone, Copy, Debug)]
pub enum Range {
    /// All of a kind.
    All(EntityKind),
    /// The years of the plan (`None`), or those given.
    Years(Option<YearRange>),
}
