//! Amounts by year as a sentence lists them, and the places that show them.

use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::widen::Stretch;
use crate::model::{Fact, FactState};
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;
use std::collections::BTreeMap;

/// How many places one finding shows besides its first.
const SHOWN: usize = 4;

/// The amounts of some facts by their years, with the first place of each.
#[derive(Clone, Debug, Default)]
pub(super) struct ByYears {
    entries: BTreeMap<YearRange, (i128, Place)>,
}

impl ByYears {
    /// Adds a fact.
    pub(super) fn add(&mut self, fact: &Fact) {
        self.entries.entry(fact.years).or_insert((0, fact.place)).0 += fact.money.wide();
    }

    /// Leaves out what comes to nothing.
    #[must_use]
    pub(super) fn without_zeros(mut self) -> Self {
        self.entries.retain(|_, (cents, _)| *cents != 0);
        self
    }

    /// Only the amounts for which this holds.
    #[must_use]
    pub(super) fn keep(mut self, holds: impl Fn(YearRange, i128) -> bool) -> Self {
        self.entries.retain(|years, (cents, _)| holds(*years, *cents));
        self
    }

    /// Takes over the amounts of years that stand here not yet.
    pub(super) fn fill_from(&mut self, other: Self) {
        for (years, entry) in other.entries {
            self.entries.entry(years).or_insert(entry);
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every amount with its years and place.
    pub(super) fn iter(&self) -> impl Iterator<Item = (YearRange, Money, Place)> {
        self.entries.iter().map(|(years, (cents, place))| (*years, money(*cents), *place))
    }

    /// All together.
    pub(super) fn total(&self) -> Money {
        money(self.entries.values().map(|(cents, _)| cents).sum())
    }

    /// The place of the earliest.
    pub(super) fn first_place(&self) -> Option<Place> {
        self.entries.values().next().map(|(_, place)| *place)
    }

    /// `€ 5.000 in 2025 and € 6.000 in 2026`
    pub(super) fn value(&self) -> Value {
        Value::List(self.iter().map(|(years, money, _)| in_years(money, years)).collect())
    }

    /// The end of a period that would have to be later for all of them.
    pub(super) fn longer(&self, place: Place, end: Year) -> Option<Stretch> {
        let last = self.iter().map(|(years, ..)| years.last).max().filter(|last| *last > end)?;
        Some(Stretch { place, old: YearRange::one(end), new: YearRange::one(last) })
    }

    /// Points at the places after the first, with the amount of each.
    pub(super) fn label_others(&self, mut finding: Diagnostic) -> Diagnostic {
        let first = finding.place();
        for (years, money, place) in self.iter().filter(|(_, _, place)| *place != first).take(SHOWN) {
            finding = finding.label(place, amount_label(money, years));
        }
        finding
    }
}

/// `€ 5.000 in 2025`, inside a sentence.
pub(super) fn in_years(amount: Money, years: YearRange) -> Value {
    Message::new("amount-in-years").with("amount", amount).with("years", years).into()
}

/// `€ 5.000 in 2025`, at a place.
pub(super) fn amount_label(amount: Money, years: YearRange) -> Message {
    Message::new("label-amount-in-years").with("amount", amount).with("years", years)
}

/// A wide sum as an amount; what does not fit is as large as can be.
pub(super) fn money(cents: i128) -> Money {
    Money::from_wide(cents).unwrap_or(if cents < 0 { Money(i64::MIN) } else { Money(i64::MAX) })
}

/// The facts of a stage with a known amount other than nothing.
pub(super) fn known(facts: &[Fact], stage: Stage) -> impl Iterator<Item = &Fact> {
    facts.iter().filter(move |fact| fact.stage == stage && fact.state == FactState::Known && fact.money != Money::ZERO)
}
