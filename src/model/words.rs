//! Words of closed lists, in both languages: what may stand after `is`, and what a property can be.

use super::expression::EntityKind::{self, Decision, Goal, Line, Payer, Reserve, Source, Table};
use super::kinds::{self, ItemKind};
use super::properties::Property;

/// A word in English and Dutch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word {
    /// In English.
    pub english: &'static str,
    /// In Dutch.
    pub dutch: &'static str,
}

impl Word {
    /// From both languages.
    pub const fn new(english: &'static str, dutch: &'static str) -> Self {
        Self { english, dutch }
    }

    /// Whether it is this word in either language; case does not count.
    pub fn is(self, word: &str) -> bool {
        let folded = word.to_lowercase();
        folded == self.english || folded == self.dutch
    }

    /// As a file in Dutch, or one in English, has it.
    pub fn shown(self, dutch: bool) -> &'static str {
        if dutch { self.dutch } else { self.english }
    }
}

macro_rules! states {
    ($($name:ident $english:literal $dutch:literal [$($of:ident)*];)*) => {
        /// What is said with `is`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum State {
            $(#[doc = concat!("`", $english, "`")] $name,)*
            /// A kind of source, reserve or goal.
            Kind(Word),
        }

        /// All words after `is`, with what they are said of.
        static STATES: &[(State, Word, &[EntityKind])] =
            &[$((State::$name, Word::new($english, $dutch), &[$($of),*]),)*];
    };
}

states! {
    Recurring "recurring" "structureel" [Source Reserve Goal];
    Temporary "temporary" "incidenteel" [Source Reserve Goal];
    Optional "optional" "optioneel" [Goal];
    Statutory "statutory" "wettelijk" [Goal];
    Unlimited "unlimited" "onbeperkt" [Source];
    Granted "granted" "toegekend" [Source];
    Expected "expected" "verwacht" [Source];
    New "new" "nieuw" [Goal];
    Continued "continued" "voortgezet" [Goal];
    Reached "reached" "bereikt" [Goal];
    Stopped "stopped" "gestopt" [Goal];
    Proposed "proposed" "voorgesteld" [Decision];
    Taken "taken" "genomen" [Decision];
    Rejected "rejected" "verworpen" [Decision];
    Once "once" "eenmalig" [Line];
    Yearly "yearly" "jaarlijks" [Line];
    Source "source" "bron" [Payer];
    Reserve "reserve" "reserve" [Payer];
}

impl State {
    /// Its word.
    pub fn word(self) -> Word {
        if let Self::Kind(word) = self {
            return word;
        }
        let found = STATES.iter().find(|(state, ..)| *state == self);
        found.map_or(Word::new("", ""), |(_, word, _)| *word)
    }

    /// The words that may be said of a kind.
    pub fn of(kind: EntityKind) -> impl Iterator<Item = Self> {
        let states = STATES.iter().filter(move |(.., kinds)| kind.is_among(kinds)).map(|(state, ..)| *state);
        states.chain(item_kinds(kind).into_iter().map(Self::Kind))
    }
}

/// All words after `is` but the kinds of things.
pub fn states() -> impl Iterator<Item = Word> {
    STATES.iter().map(|(_, word, _)| *word)
}

impl From<&ItemKind> for Word {
    fn from(kind: &ItemKind) -> Self {
        Self::new(kind.english, kind.dutch)
    }
}

/// The kinds that a source, reserve or goal may be of.
fn item_kinds(kind: EntityKind) -> Vec<Word> {
    let kinds: &[&[ItemKind]] = match kind {
        Source => &[&kinds::OF_SOURCES],
        Reserve => &[&kinds::OF_RESERVES],
        Payer => &[&kinds::OF_SOURCES, &kinds::OF_RESERVES],
        Goal => &[&kinds::OF_GOALS],
        _ => &[],
    };
    kinds.iter().flat_map(|kinds| kinds.iter()).map(Word::from).collect()
}

impl EntityKind {
    /// Whether it is one of these kinds; a payer is either kind of payer.
    pub fn is_among(self, kinds: &[Self]) -> bool {
        kinds.contains(&self) || self == Payer && (kinds.contains(&Source) || kinds.contains(&Reserve))
    }
}

/// Words that mean that something recurs.
pub const RECURRING: Word = Word::new("recurring", "structureel");
/// That something is temporary.
pub const TEMPORARY: Word = Word::new("temporary", "incidenteel");
/// That income is certain.
pub const GRANTED: Word = Word::new("granted", "toegekend");
/// That income is not certain yet.
pub const EXPECTED: Word = Word::new("expected", "verwacht");
/// That leftovers may be used later.
pub const STAYS: Word = Word::new("stays", "blijft");
/// That leftovers are lost.
pub const LAPSES: Word = Word::new("lapses", "vervalt");
/// That leftovers are repaid.
pub const RETURNS: Word = Word::new("returns", "terugbetalen");
/// That leftovers go to a reserve.
pub const MOVES: Word = Word::new("moves", "naar-reserve");
/// Decided by the council.
pub const COUNCIL: Word = Word::new("council", "raad");
/// Decided by the executive.
pub const EXECUTIVE: Word = Word::new("executive", "college");

/// Kinds of tables, in the order of [`crate::syntax::ast::TableKind`].
pub static OF_TABLES: [Word; 11] = [
    Word::new("income", "baten"),
    Word::new("cost", "lasten"),
    Word::new("budget", "budget"),
    Word::new("coverage", "dekking"),
    Word::new("addition", "storting"),
    Word::new("withdrawal", "onttrekking"),
    Word::new("movement", "mutatie"),
    Word::new("course", "verloop"),
    Word::new("balance", "eindstand"),
    Word::new("opening", "beginstand"),
    Word::new("figures", "cijfers"),
];

/// Stages, in the order of [`crate::syntax::ast::Stage`].
pub static STAGES: [Word; 4] = [
    Word::new("planned", "begroot"),
    Word::new("expected", "verwacht"),
    Word::new("obligated", "vastgelegd"),
    Word::new("actual", "realisatie"),
];

/// The words that a property can be, of a kind; `None` where it is free text.
pub fn of_property(property: Property, kind: EntityKind) -> Option<Vec<Word>> {
    let states = |states: &[State]| states.iter().map(|state| state.word()).collect();
    match (property, kind) {
        (Property::Nature, _) => Some(vec![RECURRING, TEMPORARY]),
        (Property::Status, Source | Payer) => Some(vec![GRANTED, EXPECTED]),
        (Property::Status, Goal) => Some(states(&[State::New, State::Continued, State::Reached, State::Stopped])),
        (Property::Status, Decision) => Some(states(&[State::Proposed, State::Taken, State::Rejected])),
        (Property::Unspent, _) => Some(vec![STAYS, LAPSES, RETURNS, MOVES]),
        (Property::By, _) => Some(vec![COUNCIL, EXECUTIVE]),
        (Property::Stage, _) => Some(STAGES.to_vec()),
        (Property::Kind, Table) => Some(OF_TABLES.to_vec()),
        (Property::Kind, _) => Some(item_kinds(kind)),
        _ => None,
    }
}
