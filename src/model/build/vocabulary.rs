//! The words of expressions that are no keywords, by where they stand: what each is called in both languages.

use super::{calls, properties, ranges};
use crate::model::expression::EntityKind;
use crate::model::kinds::{OF_GOALS, OF_RESERVES, OF_SOURCES};
use crate::model::properties::ALL;
use crate::model::words::{self, Word};

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position<'t> {
    /// Before a parenthesis: a function or a relation.
    Function,
    /// After `.` or `has`.
    Property,
    /// After `is`.
    State,
    /// After `in`.
    Range,
    /// Beside this property.
    Beside(&'t str),
    /// After `kind`.
    Kind,
}

/// Every kind of thing that has properties.
const KINDS: [EntityKind; 11] = [
    EntityKind::Goal,
    EntityKind::Source,
    EntityKind::Reserve,
    EntityKind::Theme,
    EntityKind::Document,
    EntityKind::Decision,
    EntityKind::Payer,
    EntityKind::Table,
    EntityKind::Stated,
    EntityKind::Line,
    EntityKind::Plan,
];

/// What the word is called in both languages; `None` where no such word stands there.
pub fn word(position: Position<'_>, written: &str) -> Option<Word> {
    let found = |mut words: Box<dyn Iterator<Item = Word>>| words.find(|word| word.is(written));
    match position {
        Position::Function => found(Box::new(calls::words().chain(calls::relation_words()))),
        Position::Property => found(Box::new(ALL.iter().map(|entry| entry.word).chain(properties::parts()))),
        Position::State => found(Box::new(words::states().chain(kinds()))),
        Position::Range => found(Box::new(ranges::words())),
        Position::Kind => found(Box::new(kinds())),
        Position::Beside(property) => {
            let asked = ALL.iter().find(|entry| entry.word.is(property))?.property;
            let words = KINDS.into_iter().filter_map(move |kind| words::of_property(asked, kind));
            found(Box::new(words.flatten()))
        }
    }
}

fn kinds() -> impl Iterator<Item = Word> {
    OF_SOURCES.iter().chain(&OF_RESERVES).chain(&OF_GOALS).map(Word::from)
}
