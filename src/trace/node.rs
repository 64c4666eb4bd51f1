//! A figure with what it is, where it stands, and its parts.

use crate::diagnostic::{Message, Value};
use crate::outcome::Sum;
use crate::source::Place;
use num_rational::Ratio;
use num_traits::CheckedAdd;
use rust_decimal::Decimal;

/// A value in a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Money in minor units, exact.
    Amount(Ratio<i128>),
    /// A count or a factor.
    Number(Ratio<i128>),
    /// A share as a fraction.
    Share(Decimal),
    /// Yes or no.
    Truth(bool),
    /// Something else: a year, a name, words.
    Words(Value),
    /// Not known.
    Unknown,
}

impl Figure {
    /// An amount in minor units.
    pub fn cents(cents: i128) -> Self {
        Self::Amount(Ratio::from_integer(cents))
    }

    /// What a sum comes to.
    pub(super) fn of(sum: Sum) -> Self {
        if sum.unknown { Self::Unknown } else { Self::cents(sum.cents) }
    }

    fn negated(self) -> Self {
        match self {
            Self::Amount(value) => Self::Amount(-value),
            Self::Number(value) => Self::Number(-value),
            Self::Share(value) => Self::Share(-value),
            other @ (Self::Truth(_) | Self::Words(_) | Self::Unknown) => other,
        }
    }
}

/// A figure and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The figure as it counts in what stands above it: negative where it is taken off.
    pub figure: Figure,
    /// What it is.
    pub what: Message,
    /// Where it is written, where it is.
    pub place: Option<Place>,
    /// Further places that say the same.
    pub also: Vec<Place>,
    /// What else is to be said: indexed, counted as zero, not known and why.
    pub notes: Vec<Message>,
    /// What it is made from.
    pub parts: Vec<Node>,
    /// Whether the parts add up to the figure; else they are what it was computed from.
    pub adds_up: bool,
}

impl Node {
    /// A figure without parts.
    pub(super) fn new(figure: Figure, what: Message) -> Self {
        Self { figure, what, place: None, also: Vec::new(), notes: Vec::new(), parts: Vec::new(), adds_up: true }
    }

    /// A figure that nothing is known of, and why.
    pub(super) fn unknown(what: Message, why: &'static str) -> Self {
        Self::new(Figure::Unknown, what).note(Message::new(why))
    }

    /// The parts and what they add up to; unknown with any of them.
    pub(super) fn sum(what: Message, parts: Vec<Self>) -> Self {
        let add = |sum: Option<Ratio<i128>>, part: &Self| match part.figure {
            Figure::Amount(value) => sum?.checked_add(&value),
            _ => None,
        };
        let total = parts.iter().fold(Some(Ratio::from_integer(0)), add);
        let node = Self::new(total.map_or(Figure::Unknown, Figure::Amount), what);
        Self { parts, ..node }
    }

    #[must_use]
    pub(super) fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    #[must_use]
    pub(super) fn note(mut self, note: Message) -> Self {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
        self
    }

    #[must_use]
    pub(super) fn with_parts(self, parts: Vec<Self>) -> Self {
        // A figure that is known although a part of it is not, such as what is left after a release, is no sum of them.
        let open = self.figure != Figure::Unknown && parts.iter().any(|part| part.figure == Figure::Unknown);
        Self { adds_up: self.adds_up && !open, parts, ..self }
    }

    /// Taken off instead of added: parts that add up turn with it.
    #[must_use]
    pub(super) fn negated(mut self) -> Self {
        self.figure = self.figure.negated();
        if self.adds_up {
            self.parts = self.parts.into_iter().map(Self::negated).collect();
        }
        self
    }

    /// In one line with its only part, where that says all of it.
    #[must_use]
    pub(super) fn joined(mut self) -> Self {
        let same = self.parts.first().is_some_and(|part| part.figure == self.figure);
        if !same || self.parts.len() != 1 || self.place.is_some() || !self.adds_up {
            return self;
        }
        let Some(part) = self.parts.pop() else { return self };
        let what = match part.what.name {
            // The years stand in the first words already.
            "trace-years" => self.what,
            _ => Message::new("trace-joined").with("first", self.what).with("second", part.what.clone()),
        };
        let mut notes = part.notes.clone();
        notes.extend(self.notes.into_iter().filter(|note| !part.notes.contains(note)));
        Self { what, notes, ..part }
    }

    /// Whether it is nothing at all: zero, and nothing to say about it.
    pub(super) fn is_nothing(&self) -> bool {
        self.figure == Figure::cents(0) && self.parts.is_empty() && self.place.is_none() && self.notes.is_empty()
    }

    /// Whether it or a part of it says why it is not known.
    pub(super) fn says_why(&self) -> bool {
        self.figure == Figure::Unknown && (!self.notes.is_empty() || self.parts.iter().any(Self::says_why))
    }
}
