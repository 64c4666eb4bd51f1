//! Small values that the builder passes around.

use crate::source::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// A set of sums over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sums(u8);

impl Sums {
    pub(super) const NONE: Self = Self(0);
    pub(super) const INCOME: Self = Self(1);
    pub(super) const COST: Self = Self(2);
    pub(super) const RESERVE: Self = Self(4);
    pub(super) const COVERAGE: Self = Self(8);
    pub(super) const ALL: Self = Self(15);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Leaves every number once, where it stands first.
pub(super) fn once_each(numbers: &mut Vec<u32>) {
    if numbers.len() > 1 {
        let mut seen = FxHashSet::default();
        numbers.retain(|number| seen.insert(*number));
    }
}

/// Where a tag stands.
#[derive(Debug)]
pub(super) struct TagUse {
    /// Where goals serve it, first of all.
    pub(super) served: Option<Place>,
    /// Where sources and reserves are for it, all places.
    pub(super) funded: Vec<Place>,
}

/// All tags, in the order in which they first stand in the text.
#[derive(Debug, Default)]
pub(super) struct Tags<'a> {
    numbers: FxHashMap<Cow<'a, str>, u32>,
    pub(super) uses: Vec<TagUse>,
}

impl<'a> Tags<'a> {
    /// The number of a tag.
    pub(super) fn number(&mut self, tag: Cow<'a, str>) -> u32 {
        let next = u32::try_from(self.uses.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(tag).or_insert(next);
        if number == next {
            self.uses.push(TagUse { served: None, funded: Vec::new() });
        }
        number
    }

    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut TagUse> {
        self.uses.get_mut(number as usize)
    }

    /// The tags by number.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new(); self.uses.len()];
        #[expect(clippy::iter_over_hash_type, reason = "each goes to its own index")]
        for (text, &number) in &self.numbers {
            if let Some(slot) = texts.get_mut(number as usize) {
                slot.push_str(text);
            }
        }
        texts
    }
}
