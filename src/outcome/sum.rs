//! A sum of facts that knows what it rests on.

use crate::model::{Fact, FactState};
use crate::money::{Money, Year, YearRange};
use crate::syntax::ast::Stage;

/// A sum in minor units, and how far it can be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// The amounts that are known, added up.
    pub cents: i128,
    /// A part could not be read or is not known: the sum must not be compared with anything.
    pub unknown: bool,
    /// A part is `pm`, counted as zero.
    pub pm: bool,
    /// How many amounts were added.
    pub count: usize,
}

impl Sum {
    /// An amount that is known.
    pub fn of(cents: i128) -> Self {
        Self { cents, unknown: false, pm: false, count: 1 }
    }

    /// A sum of which nothing is known.
    pub fn unknown() -> Self {
        Self { unknown: true, ..Self::default() }
    }

    /// Adds a fact.
    pub fn add(&mut self, fact: &Fact) {
        self.count += 1;
        match fact.state {
            FactState::Known => self.cents += fact.money.wide(),
            FactState::Pm => self.pm = true,
            FactState::Unknown => self.unknown = true,
        }
    }

    /// Both sums together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            cents: self.cents + other.cents,
            unknown: self.unknown || other.unknown,
            pm: self.pm || other.pm,
            count: self.count + other.count,
        }
    }

    /// The amount, where all of it is known and fits.
    pub fn known(self) -> Option<Money> {
        if self.unknown { None } else { Money::from_wide(self.cents) }
    }
}

/// The planned facts (or those of another stage) that fall wholly within the years, added up. A window that lies only
/// partly within them makes the sum unknown: the plan does not say how it divides.
pub fn over(facts: &[Fact], years: YearRange, stage: Stage) -> Sum {
    let mut sum = Sum::default();
    for fact in facts.iter().filter(|fact| fact.stage == stage) {
        if years.covers(fact.years) {
            sum.add(fact);
        } else if years.meets(fact.years) && fact.money != Money::ZERO {
            sum.unknown = true;
        }
    }
    sum
}

/// [`over`] for one year.
pub fn in_year(facts: &[Fact], year: Year, stage: Stage) -> Sum {
    over(facts, YearRange::one(year), stage)
}
