//! An exact figure with the parts that it was added up from.

use super::sum::Sum;
use crate::model::{Fact, FactState, Plan};
use crate::money::{Money, YearRange};
use crate::source::Place;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, ToPrimitive};

/// One amount of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The amount as it counts, in minor units; negative where it is subtracted.
    pub cents: i128,
    /// Of what: the name of a source, goal, row.
    pub name: String,
    /// When; `None` where the part has no year.
    pub years: Option<YearRange>,
    /// Where it stands.
    pub place: Place,
    /// Whether it is `once` (a cost line).
    pub once: bool,
}

/// An amount in minor units (or a plain number), exact, with what it rests on.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The value. Minor units for amounts.
    pub value: Ratio<i128>,
    /// A part could not be read or is not stated: not to be compared.
    pub unknown: bool,
    /// A part is `pm`, counted as zero; where it stands.
    pub pm: Option<Place>,
    /// How far printed rounding can move the value, in minor units.
    pub slack: Ratio<i128>,
    /// What was added up. Empty for what was not added up from facts.
    pub parts: Vec<Part>,
    /// A part that lies in a window which the years only partly hold, or that only a division of the money would give.
    pub undivided: bool,
    /// A reserve in it has no opening balance.
    pub no_opening: bool,
}

impl Quantity {
    /// A plain number.
    pub fn number(value: Ratio<i128>) -> Self {
        Self {
            value,
            unknown: false,
            pm: None,
            slack: Ratio::from_integer(0),
            parts: Vec::new(),
            undivided: false,
            no_opening: false,
        }
    }

    /// Nothing yet.
    pub fn zero() -> Self {
        Self::number(Ratio::from_integer(0))
    }

    /// Of which nothing is known.
    pub fn unknown() -> Self {
        Self { unknown: true, ..Self::zero() }
    }

    /// A sum without its parts.
    pub fn of_sum(sum: Sum) -> Self {
        let pm = sum.pm.then(Place::default);
        Self { unknown: sum.unknown, pm, ..Self::number(Ratio::from_integer(sum.cents)) }
    }

    /// The value in whole minor units, where it is whole, known and fits.
    pub fn money(&self) -> Option<Money> {
        if self.unknown || !self.value.is_integer() {
            return None;
        }
        Money::from_wide(self.value.to_integer())
    }

    /// The value rounded half away from zero to whole minor units.
    pub fn rounded(&self) -> Option<Money> {
        if self.unknown { None } else { self.value.round().to_integer().to_i64().map(Money) }
    }

    /// Adds a fact that falls in the years asked for.
    pub fn add_fact(&mut self, plan: &Plan, fact: &Fact, name: &str) {
        match fact.state {
            FactState::Unknown => self.unknown = true,
            FactState::Pm => self.pm = self.pm.or(Some(fact.place)),
            FactState::Known => {}
        }
        let step = plan.ledger.origin(fact).step;
        if step.0 > 0 {
            self.slack += Ratio::new(step.wide(), 2);
        }
        match added(self.value, Ratio::from_integer(fact.money.wide())) {
            Some(value) => self.value = value,
            None => self.unknown = true,
        }
        if fact.state == FactState::Known {
            let years = Some(fact.years);
            let once = false;
            self.parts.push(Part { cents: fact.money.wide(), name: name.to_owned(), years, place: fact.place, once });
        }
    }

    /// Adds the facts that lie in the years, of one stage; what only partly lies in them makes the whole unknown.
    pub fn add_facts(
        &mut self,
        plan: &Plan,
        facts: &[Fact],
        years: YearRange,
        stage: crate::syntax::ast::Stage,
        name: &str,
    ) {
        for fact in facts.iter().filter(|fact| fact.stage == stage) {
            if years.covers(fact.years) {
                self.add_fact(plan, fact, name);
            } else if years.meets(fact.years) && (fact.money != Money::ZERO || fact.state != FactState::Known) {
                self.unknown = true;
                self.undivided = true;
            }
        }
    }

    fn combine(self, other: &Self, value: Option<Ratio<i128>>, slack: Option<Ratio<i128>>, parts: Vec<Part>) -> Self {
        let (Some(value), Some(slack)) = (value, slack) else { return Self::unknown() };
        Self {
            value,
            unknown: self.unknown || other.unknown,
            pm: self.pm.or(other.pm),
            slack,
            parts,
            undivided: self.undivided || other.undivided,
            no_opening: self.no_opening || other.no_opening,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(mut self, mut other: Self) -> Self {
        let value = added(self.value, other.value);
        let slack = added(self.slack, other.slack);
        let mut parts = std::mem::take(&mut self.parts);
        parts.append(&mut other.parts);
        self.combine(&other, value, slack, parts)
    }

    /// The other taken off.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// With the sign turned.
    #[must_use]
    pub fn negated(mut self) -> Self {
        self.value = -self.value;
        self.parts.iter_mut().for_each(|part| part.cents = -part.cents);
        self
    }

    /// The value without its sign; the parts are no longer parts of a sum.
    #[must_use]
    pub fn without_sign(self) -> Self {
        if self.value < Ratio::from_integer(0) { Self { value: -self.value, parts: Vec::new(), ..self } } else { self }
    }

    /// Rounded to a multiple of the other, half away from zero; unknown where that is zero.
    #[must_use]
    pub fn rounded_to(self, unit: &Self) -> Self {
        let count = self.clone().divided_by(unit);
        if count.unknown { Self::unknown() } else { Self { value: count.value.round(), ..count }.times(unit) }
    }

    /// Multiplied; the parts are no longer parts of a sum.
    #[must_use]
    pub fn times(self, other: &Self) -> Self {
        let value = self.value.checked_mul(&other.value);
        let slack = self.slack.checked_mul(&other.value).zip(other.slack.checked_mul(&self.value));
        let slack = slack.and_then(|(a, b)| abs(a).checked_add(&abs(b)));
        self.combine(other, value, slack, Vec::new())
    }

    /// Divided; unknown where the other is zero.
    #[must_use]
    pub fn divided_by(self, other: &Self) -> Self {
        if other.value == Ratio::from_integer(0) {
            return Self::unknown();
        }
        let value = self.value.checked_div(&other.value);
        let slack = self.slack.checked_div(&other.value).map(abs);
        self.combine(other, value, slack, Vec::new())
    }

    /// The difference to another, where both are known.
    pub fn difference(&self, other: &Self) -> Option<Ratio<i128>> {
        if self.unknown || other.unknown { None } else { added(self.value, -other.value) }
    }
}

/// Both together; whole numbers, as most are, without looking for a common divisor.
fn added(a: Ratio<i128>, b: Ratio<i128>) -> Option<Ratio<i128>> {
    if a.is_integer() && b.is_integer() {
        return a.numer().checked_add(b.numer()).map(Ratio::from_integer);
    }
    a.checked_add(&b)
}

/// Without its sign.
pub fn abs(value: Ratio<i128>) -> Ratio<i128> {
    if value < Ratio::from_integer(0) { -value } else { value }
}
