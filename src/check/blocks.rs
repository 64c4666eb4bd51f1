//! What is paid and what it costs, side by side over the smallest ranges of years in which every window is whole.

use crate::model::{Fact, Plan};
use crate::money::{Money, YearRange};
use crate::outcome::Sum;
use crate::source::Place;
use std::collections::BTreeMap;

/// Facts of one side.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// Together.
    pub(super) sum: Sum,
    /// The facts' amounts and places, the first few.
    pub(super) shown: Vec<(YearRange, Money, Place)>,
    /// Units of the last printed digit, added up.
    pub(super) steps: i128,
}

/// How many facts of a side are kept to be shown.
const SHOWN: usize = 6;

impl Side {
    /// Adds a fact.
    pub(super) fn add(&mut self, plan: &Plan, fact: &Fact) {
        self.sum.add(fact);
        self.steps += plan.ledger.origin(fact).step.wide();
        if self.shown.len() < SHOWN && fact.money != Money::ZERO {
            self.shown.push((fact.years, fact.money, fact.place));
        }
    }

    fn take(&mut self, other: Self) {
        self.sum = self.sum.plus(other.sum);
        self.steps += other.steps;
        let room = SHOWN.saturating_sub(self.shown.len());
        self.shown.extend(other.shown.into_iter().take(room));
    }

    /// The amounts added up, where all of them are shown.
    pub(super) fn terms(&self) -> Option<Vec<Money>> {
        let terms: Vec<Money> = self.shown.iter().map(|(_, money, _)| *money).collect();
        let sum: i128 = terms.iter().map(|money| money.wide()).sum();
        (terms.len() > 1 && sum == self.sum.cents).then_some(terms)
    }
}

/// The sides over one range of years.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    /// What it costs.
    pub(super) cost: Side,
    /// What is set aside beside the cost.
    pub(super) budget: Side,
    /// What is paid by anyone.
    pub(super) paid: Side,
    /// What is paid by payers whose income is limited.
    pub(super) limited: Side,
}

impl Sides {
    fn take(&mut self, other: Self) {
        self.cost.take(other.cost);
        self.budget.take(other.budget);
        self.paid.take(other.paid);
        self.limited.take(other.limited);
    }
}

/// Ranges that share a year joined, in order.
pub(super) fn joined(ranges: BTreeMap<YearRange, Sides>) -> Vec<(YearRange, Sides)> {
    let mut blocks: Vec<(YearRange, Sides)> = Vec::with_capacity(ranges.len());
    for (years, sides) in ranges {
        match blocks.last_mut() {
            Some((block, all)) if block.meets(years) => {
                *block = block.to(years);
                all.take(sides);
            }
            _ => blocks.push((years, sides)),
        }
    }
    blocks
}

/// Whether a difference is more than rounding of printed figures can explain.
pub(super) fn beyond_rounding(difference: i128, one: &Side, other: &Side) -> bool {
    difference.abs() * 2 > one.steps + other.steps
}
