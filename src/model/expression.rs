//! Expressions with names resolved and types checked.

use super::entity::{Entity, GoalId};
use super::properties::Property;
use super::table::TableId;
use super::words::State;
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

impl Expression {
    /// The expressions that stand directly in it.
    pub fn inner(&self) -> Vec<&Expression> {
        match &self.term {
            Term::Unary(_, inner) | Term::Property { of: inner, .. } | Term::Is { of: inner, .. } => vec![inner],
            Term::Binary(_, left, right) => vec![left, right],
            Term::Function(_, arguments) => arguments.iter().collect(),
            Term::Aggregate { body, condition, range, .. } => {
                let ranged = match range {
                    Range::YearsOf(of) | Range::Relation(_, of) => Some(of),
                    Range::All(_) | Range::MainSources | Range::Years(_) | Range::Parameter(_) => None,
                };
                std::iter::once(body).chain(condition).chain(ranged).map(AsRef::as_ref).collect()
            }
            Term::Measure { subject, other, years, .. } => {
                [subject, other, years].into_iter().flatten().map(AsRef::as_ref).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a term in it, at any depth, is wanted.
    pub fn any(&self, wanted: &dyn Fn(&Term) -> bool) -> bool {
        wanted(&self.term) || self.inner().into_iter().any(|inner| inner.any(wanted))
    }
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
    /// Several values, which can only be shown.
    List,
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
    /// A source or a reserve.
    Payer,
    /// `tables`
    Table,
    /// `stated`
    Stated,
    /// A cost line of a goal.
    Line,
    /// The plan itself.
    Plan,
}

/// A thing without a name of its own in [`Entity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// The plan itself.
    Plan,
    /// A table.
    Table(TableId),
    /// A `stated` line, by its number in [`super::Plan::stated`].
    Stated(u32),
    /// A cost line of a goal, by its number among the goal's lines.
    Line(GoalId, u32),
}

/// What relates things to each other, as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Sources and reserves that pay a goal in the division of the money.
    Payers,
    /// Those that may pay it, by earmark and `paid by`.
    MayPay,
    /// Those that its `paid by` names, in order.
    NamedPayers,
    /// Goals that a payer pays in the division of the money.
    PaidGoals,
    /// Cost lines of a goal.
    Lines,
    /// Parts of a source.
    Parts,
    /// Decisions that something needs.
    Decisions,
    /// What a goal serves, what a payer is for.
    Tags,
    /// Years with amounts.
    Years,
    /// Goals of a theme.
    Goals,
    /// Sources of a theme.
    Sources,
    /// Reserves of a theme.
    Reserves,
}

/// Functions of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// The plan year in which a date falls.
    YearOf,
    /// The first day of a year.
    Begin,
    /// The last day of a year.
    End,
    /// Rounded to a multiple of the second, half away from zero.
    Round,
    /// Without its sign.
    Absolute,
    /// The least of several.
    Least,
    /// The greatest of several.
    Greatest,
    /// The first year of several.
    First,
    /// The last year of several.
    Last,
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
    /// The variable of an enclosing aggregate or of a rule, a `let` or a parameter, by name.
    Variable(String),
    /// A thing without a name.
    Thing(Thing),
    /// A function of values.
    Function(Function, Vec<Expression>),
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
    /// `g has follow-up`, `g.nature`
    Property {
        /// Of what.
        of: Box<Expression>,
        /// Which.
        property: Property,
        /// How it is asked for.
        ask: Ask,
    },
    /// `g is recurring`
    Is {
        /// What.
        of: Box<Expression>,
        /// What is said of it.
        state: State,
    },
    /// Not understood; already reported.
    Broken,
}

/// How a property is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// `g.nature`: its value
    Value,
    /// `g has follow-up`: whether it is there
    Has,
}

/// What an aggregate or a rule ranges over.
#[derive(Clone, Debug)]
pub enum Range {
    /// All of a kind; of sources those without parts.
    All(EntityKind),
    /// Sources that are no part of another, with or without parts.
    MainSources,
    /// The years of the plan (`None`), or those given.
    Years(Option<YearRange>),
    /// The years that an expression comes to.
    YearsOf(Box<Expression>),
    /// What something is related to.
    Relation(Relation, Box<Expression>),
    /// The values of a parameter that is a list, by name.
    Parameter(String),
}
