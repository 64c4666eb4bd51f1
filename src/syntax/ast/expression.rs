//! Expressions as written; types are checked when the model is built.

use super::value::{Name, Number, Stage, Text, Years};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// An expression and where it stands.
#[derive(Debug)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where.
    pub span: Span,
}

/// Kinds of expression.
#[derive(Debug)]
pub enum ExpressionKind {
    /// An amount, a count, a percentage; four plain digits may be a year.
    Number(Number),
    /// `pm`
    Pm,
    /// `2024..2026` or `2022/23`; a plain `2024` is a [`ExpressionKind::Number`].
    Years(Years),
    /// `2024-10-29`
    Date(Date),
    /// `"…"`
    Text(Text),
    /// A name: an item, a tag, a variable, a kind in the plural.
    Name(Name),
    /// `all` where a name could stand.
    All,
    /// `total` where a row or column name could stand.
    Total,
    /// `g.nature`
    Property {
        /// Of what.
        of: Box<Expression>,
        /// Which.
        name: Name,
    },
    /// `cost(x, 2025)`, `payers(g)`
    Call {
        /// The word before the parenthesis.
        function: Name,
        /// The measure that it names, in either language.
        measure: Option<Measure>,
        /// The arguments.
        arguments: Vec<Expression>,
        /// `as actual`, which binds to this measure.
        stage: Option<Spanned<Stage>>,
    },
    /// `-x`, `not x`
    Unary(Unary, Box<Expression>),
    /// `a + b`, `a = b`
    Binary(Spanned<Binary>, Box<Expression>, Box<Expression>),
    /// `sum(E for g in goals where C)`, and `max(a, b)` as a list of values
    Aggregate {
        /// Which.
        how: Aggregate,
        /// What is added up; for `count` the variable itself.
        body: Box<Expression>,
        /// The variable.
        variable: Name,
        /// What it ranges over.
        range: Box<Expression>,
        /// `where C`
        condition: Option<Box<Expression>>,
    },
    /// `g is recurring`
    Is(Box<Expression>, Name),
    /// `g has follow-up`
    Has(Box<Expression>, Name),
}

/// Operators before an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// `-`
    Minus,
    /// `not`
    Not,
}

/// Operators between operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `*`
    Times,
    /// `/`
    Divide,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `and`
    And,
    /// `or`
    Or,
}

impl Binary {
    /// Whether it compares.
    pub fn is_comparison(self) -> bool {
        match self {
            Self::Equal | Self::NotEqual | Self::Less | Self::AtMost | Self::Greater | Self::AtLeast => true,
            Self::Times | Self::Divide | Self::Plus | Self::Minus | Self::And | Self::Or => false,
        }
    }
}

/// Ways to take many values together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// `sum`
    Sum,
    /// `min`
    Min,
    /// `max`
    Max,
    /// `count`
    Count,
    /// `all`
    All,
    /// `any`
    Any,
    /// `list`
    List,
}

/// What can be asked of a plan by name and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// `income(X, Y)`
    Income,
    /// `cost(X, Y)`
    Cost,
    /// `budget(X, Y)`
    Budget,
    /// `coverage(X, Y)`: what a source or reserve pays
    Coverage,
    /// `covered(goal, Y)`
    Covered,
    /// `balance(X, Y)`: closing balance; of a source, what is unspent
    Balance,
    /// `opening(X, Y)`
    Opening,
    /// `addition(X, Y)`
    Addition,
    /// `withdrawal(X, Y)`
    Withdrawal,
    /// `movement(X, Y)`
    Movement,
    /// `available(Y)`
    Available,
    /// `unspent(X, Y)`
    Unspent,
    /// `lapsed(X, Y)`
    Lapsed,
    /// `paid(source, goal, Y)`
    Paid,
    /// `figures(T, row, column)`
    Figures,
}
