//! The grammar as a parser; its rules are called nodes, since a rule is something else in this language.

/// The parser of one statement.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/pok.pest"]
pub(super) struct Grammar;

pub(super) use self::Rule as Node;

/// What the parser read at one place.
pub(super) type Pair<'t> = pest::iterators::Pair<'t, Node>;
