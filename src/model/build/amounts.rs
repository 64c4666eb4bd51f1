//! Amounts by year as statements give them: one fact a year, or one for a window.

use super::Builder;
use super::facts::List;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::model::entity::Bound;
use crate::model::ledger::{Fact, FactState, Growing, Marks};
use crate::money::{Money, Year, YearRange};
use crate::source::{Place, Span};
use crate::syntax::ast::{Amount, AmountValue, Certainty, Given, How, Indexation};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Longest range that is written out year by year.
const LONGEST: usize = 300;

/// A statement that gives amounts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    /// Where its facts go.
    pub(super) list: List,
    /// Subject, other, stage, origin of its facts.
    pub(super) fact: Fact,
    /// The whole statement.
    pub(super) place: Place,
    /// The word for what it gives, as a message, where a minus is reported; `None` where a minus has a meaning.
    pub(super) sign: Option<&'static str>,
    /// Years where none are given.
    pub(super) years: Option<YearRange>,
    /// Growth.
    pub(super) indexed: Option<Indexation>,
}

/// What came of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing stated.
    None,
    /// One year or a window.
    One,
    /// The same in each year of a range.
    EachYear,
}

/// Growth of a base amount year by year, exact.
struct Growth {
    rate: BigRational,
    from: Year,
    factor: BigRational,
    reached: Year,
}

impl Growth {
    fn new(indexed: Indexation) -> Self {
        let rate = rational(indexed.rate) + BigRational::one();
        let from = indexed.from.range.first;
        Self { rate, from, factor: BigRational::one(), reached: from.previous() }
    }

    /// The amount in a year: from the unrounded base, rounded once, half away from zero.
    fn amount(&mut self, base: Money, year: Year) -> Option<Money> {
        if year < self.from {
            return Some(base);
        }
        if year < self.reached {
            self.factor = BigRational::one();
            self.reached = self.from.previous();
        }
        while self.reached < year {
            self.factor *= &self.rate;
            self.reached = self.reached.next();
        }
        let exact = BigRational::from_integer(BigInt::from(base.0)) * &self.factor;
        exact.round().to_integer().to_i64().map(Money).filter(|money| money.0.abs() <= Money::MAX.0)
    }
}

fn rational(value: rust_decimal::Decimal) -> BigRational {
    let scale = BigInt::from(10u8).pow(value.scale());
    BigRational::new(BigInt::from(value.mantissa()), scale)
}

/// What an amount is as a fact; `None` where nothing is stated.
pub(super) fn state(amount: Amount) -> Option<(Money, FactState)> {
    match amount.value {
        AmountValue::Money(money) => Some((money, FactState::Known)),
        AmountValue::Pm => Some((Money::ZERO, FactState::Pm)),
        AmountValue::None => None,
        AmountValue::Unreadable => Some((Money::ZERO, FactState::Unknown)),
    }
}

impl Builder<'_> {
    /// Up to which amount a deviation is accepted.
    pub(super) fn accepted_amount(&mut self, place: Place, amount: Option<Amount>) -> Option<Money> {
        let amount = amount?;
        self.currency_of(Place::new(place.file, amount.span));
        match amount.value {
            AmountValue::Money(money) => Some(money),
            AmountValue::Pm | AmountValue::None | AmountValue::Unreadable => None,
        }
    }

    /// The facts of a statement's amounts; whether any was for each year of a range.
    pub(super) fn give(&mut self, statement: &Statement, given: &[Given]) -> bool {
        let mut growth = statement.indexed.map(Growth::new);
        if let Some(indexed) = statement.indexed {
            self.range(statement.place.file, indexed.from);
        }
        let mut each_year = false;
        for given in given {
            each_year |= self.give_one(statement, given, &mut growth) == Outcome::EachYear;
        }
        each_year
    }

    fn give_one(&mut self, statement: &Statement, given: &Given, growth: &mut Option<Growth>) -> Outcome {
        let file = statement.place.file;
        let years = given.years.map(|years| self.range(file, years));
        let Some((money, state)) = state(given.amount) else { return Outcome::None };
        let place = Place::new(file, given.amount.span);
        self.currency_of(place);
        if let Some(years) = years {
            let at = given.years.map_or(place, |years| Place::new(file, years.span));
            self.within_plan(statement.place, at, years);
        }
        if money < Money::ZERO {
            self.sign(statement.sign, place);
        }
        if let (Some(indexed), FactState::Known) = (statement.indexed, state) {
            let growing = Growing { base: money, rate: indexed.rate, from: indexed.from.range.first };
            self.plan.ledger.growing.push((place, growing));
        }
        let marks = match given.status {
            Some(status) => Marks::new(statement.fact.is_correction(), status.value == Certainty::Expected).by_itself(),
            None => statement.fact.marks,
        };
        let fact = Fact { money, state, marks, about: given.amount.about, place, ..statement.fact };
        let Some(range) = years.or(statement.years) else {
            self.open_budgets.push((statement.list, fact));
            return Outcome::One;
        };
        let fact = Fact { years: range, ..fact };
        let how = given.how.map(|how| how.value);
        if range.is_empty() {
            self.push(
                statement.list,
                Fact { state: FactState::Unknown, years: range.to(YearRange::one(range.last)), ..fact },
            );
            return Outcome::None;
        }
        if years.is_none() || range.first == range.last {
            return self.give_single(statement, fact, growth);
        }
        match how {
            Some(How::Each) => self.give_each(statement, fact, growth),
            Some(How::Total) => self.give_single(statement, fact, growth),
            None => {
                if state != FactState::Unknown {
                    self.needs_word(fact, given.span, statement.list);
                }
                self.push(statement.list, Fact { state: FactState::Unknown, ..fact });
                Outcome::One
            }
        }
    }

    /// One year or one window.
    fn give_single(&mut self, statement: &Statement, fact: Fact, growth: &mut Option<Growth>) -> Outcome {
        let window = fact.years.first != fact.years.last;
        match (growth, statement.indexed) {
            (Some(_), Some(indexed)) if window => {
                let place = Place::new(statement.place.file, indexed.span);
                self.findings.push(
                    Diagnostic::new(&codes::INDEXED_NEEDS_EACH, place)
                        .with("years", fact.years)
                        .help(Message::new("indexed-needs-each-help")),
                );
                self.push(statement.list, Fact { state: FactState::Unknown, ..fact });
            }
            (Some(growth), _) => {
                let grown = self.grown(growth, fact, fact.years.first);
                self.push(statement.list, grown);
            }
            (None, _) => self.push(statement.list, fact),
        }
        Outcome::One
    }

    fn give_each(&mut self, statement: &Statement, fact: Fact, growth: &mut Option<Growth>) -> Outcome {
        if fact.years.len() > LONGEST {
            let finding = Diagnostic::new(&codes::RANGE_TOO_LONG, fact.place)
                .with("years", fact.years)
                .with("count", fact.years.len());
            self.findings.push(finding);
            self.push(statement.list, Fact { state: FactState::Unknown, ..fact });
            return Outcome::One;
        }
        for year in fact.years.iter() {
            let fact = Fact { years: YearRange::one(year), ..fact };
            let fact = match growth {
                Some(growth) => self.grown(growth, fact, year),
                None => fact,
            };
            self.push(statement.list, fact);
        }
        Outcome::EachYear
    }

    fn grown(&mut self, growth: &mut Growth, fact: Fact, year: Year) -> Fact {
        if fact.state != FactState::Known {
            return fact;
        }
        if let Some(money) = growth.amount(fact.money, year) {
            return Fact { money, ..fact };
        }
        self.findings.push(Diagnostic::new(&codes::INDEXED_TOO_LARGE, fact.place).with("year", year));
        Fact { state: FactState::Unknown, ..fact }
    }

    fn push(&mut self, list: List, fact: Fact) {
        let years = match list {
            List::Opening => YearRange::one(fact.years.first),
            _ if list.is_standing() => YearRange::one(fact.years.last),
            _ => fact.years,
        };
        self.facts.list(list).push(Fact { years, ..fact });
    }

    /// A minus where it means nothing: counted as written.
    pub(super) fn sign(&mut self, word: Option<&'static str>, place: Place) {
        if let Some(word) = word {
            let finding = Diagnostic::new(&codes::SIGN, place)
                .with("amount", self.sources.slice(place))
                .with("what", Message::new(word))
                .help(Message::new("sign-without-meaning-help"));
            self.findings.push(finding);
        }
    }

    /// An amount for a range that may be meant per year or in total.
    pub(super) fn needs_word(&mut self, fact: Fact, span: Span, list: List) {
        let place = Place::new(fact.place.file, span);
        let end = Place::new(fact.place.file, Span { start: fact.place.span.end, end: fact.place.span.end });
        let dutch = self.is_dutch(fact.place.file);
        let (each, total) = if dutch { (" per jaar", " totaal") } else { (" per year", " total") };
        let years = fact.years.len();
        let mut finding = Diagnostic::new(&codes::RANGE_NEEDS_WORD, place)
            .with("what", Message::new(list.word()))
            .with("years", fact.years)
            .with("amount", self.sources.slice(fact.place));
        let product = i128::try_from(years).ok().and_then(|years| fact.money.wide().checked_mul(years));
        if let (FactState::Known, Some(together)) = (fact.state, product.and_then(Money::from_wide)) {
            finding = finding
                .help(
                    Message::new("range-needs-word-help-each")
                        .with("amount", fact.money)
                        .with("together", together)
                        .with("word", each.trim()),
                )
                .help(
                    Message::new("range-needs-word-help-total").with("amount", fact.money).with("word", total.trim()),
                );
        }
        for word in [each, total] {
            let edits = vec![Edit { place: end, text: word.to_owned() }];
            let title = Message::new("fix-add").with("text", word.trim());
            finding = finding.fix(Fix { title, safe: false, edits });
        }
        self.findings.push(finding);
    }

    /// A bound of its own, such as a floor.
    pub(super) fn bound(&mut self, place: Place, amount: Amount, word: &'static str) -> Bound {
        let at = Place::new(place.file, amount.span);
        self.currency_of(at);
        let money = match amount.value {
            AmountValue::Money(money) => Some(money),
            AmountValue::Pm | AmountValue::None | AmountValue::Unreadable => None,
        };
        if money.is_some_and(|money| money < Money::ZERO) {
            self.sign(Some(word), at);
        }
        Bound { amount: money, place: at }
    }
}

/// Whether a share is exactly the whole.
pub(super) fn is_whole(shares: &[rust_decimal::Decimal]) -> bool {
    let sum = shares.iter().fold(BigRational::zero(), |sum, share| sum + rational(*share));
    (sum - BigRational::one()).abs().is_zero()
}
