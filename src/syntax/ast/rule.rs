//! Rule files as written: packs, parameters, rules and their tests.

use super::Expression;
use super::Language;
use super::item::{Item, UseRules};
use super::value::{Name, Text, Years};
use crate::diagnostic::Severity;
use crate::source::{Span, Spanned};

/// `pack nl.bbv "…" { version "2024" }`
#[derive(Debug)]
pub struct Pack {
    /// Names joined by full stops.
    pub name: Span,
    /// Its title, in the file's language.
    pub title: Option<Text>,
    /// `title nl "…"`
    pub titles: Vec<MessageIn>,
    /// `version "…"`
    pub version: Option<Text>,
    /// `url "…"`
    pub url: Option<Text>,
    /// `note "…"`
    pub notes: Vec<Text>,
    /// The whole.
    pub span: Span,
}

/// `parameter limit = 10%`, `parameter forbidden = "a", "b"`
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its value where a plan sets none: one, or the members of a list.
    pub value: Vec<Expression>,
    /// The whole.
    pub span: Span,
}

/// `rule NAME { … }`
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Its statements.
    pub clauses: Vec<RuleClause>,
    /// The whole.
    pub span: Span,
    /// Statements that could not be read (already reported).
    pub damaged: Vec<Span>,
}

/// Statements of `rule`.
#[derive(Debug)]
pub enum RuleClause {
    /// `code NL-BBV-001`
    Code(Name),
    /// `severity warning`
    Severity(Spanned<Severity>),
    /// `basis "…" url "…"`
    Basis {
        /// The article.
        text: Text,
        /// Its address.
        url: Option<Text>,
    },
    /// `title nl "…"`
    Title(MessageIn),
    /// `reading en "…"`: what the source says and what is interpretation
    Reading(MessageIn),
    /// `applies from 2023 through 2027`: years, both included
    Applies {
        /// First year.
        from: Option<Years>,
        /// Last year, included.
        through: Option<Years>,
    },
    /// `for g in goals, s in payers(g)`
    For(Vec<(Name, Expression)>),
    /// `where C`
    Where(Expression),
    /// `require C`
    Require(Expression),
    /// `refines POK303`
    Refines(Name),
    /// `at g.nature, s.nature`
    At(Vec<Expression>),
    /// `let x = E`
    Let(Name, Expression),
    /// `message nl "…"`
    Message(MessageIn),
    /// `help nl "…"`
    Help(MessageIn),
}

/// A text in one language.
#[derive(Clone, Copy, Debug)]
pub struct MessageIn {
    /// The language; that of the file where none is given.
    pub language: Option<Language>,
    /// The text, with `{…}` in it.
    pub text: Text,
}

/// `test "…" { items, expect … }`
#[derive(Debug)]
pub struct RuleTest {
    /// Its title.
    pub title: Text,
    /// The plan in it and what is expected.
    pub clauses: Vec<TestClause>,
    /// The whole.
    pub span: Span,
}

/// What stands in a test.
#[derive(Debug)]
pub enum TestClause {
    /// An item of the plan.
    Item(Box<Item>),
    /// `expect CODE on NAME`
    Expect {
        /// The code.
        code: Name,
        /// On what.
        on: Option<Name>,
        /// The whole.
        span: Span,
    },
    /// `expect nothing`
    ExpectNothing(Span),
    /// `use rules …` for the test alone.
    UseRules(UseRules),
}
