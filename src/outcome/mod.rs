//! Everything that follows from the facts by addition: sums, what is paid as stated, balances year by year.

mod aggregate;
pub mod evaluate;
mod function;
pub mod measure;
pub mod payment;
pub mod property;
pub mod quantity;
pub mod relation;
pub mod reserve;
pub mod share;
pub mod source;
pub mod sum;
pub mod transfers;

pub use payment::Payments;
pub use quantity::{Part, Quantity};
pub use reserve::{ReserveYear, Unclear};
pub use source::SourceYear;
pub use sum::Sum;
pub use transfers::Transfers;

use crate::model::{Plan, ReserveId, SourceId};
use crate::money::{Year, YearRange};

/// What is evaluated once for all checks.
#[derive(Debug)]
pub struct Outcome {
    /// The years of the plan: as stated, else those of its facts.
    pub years: YearRange,
    /// The same, widened to the years of every tranche, cost, budget and opening balance.
    pub fact_years: YearRange,
    /// What payers pay as stated.
    pub payments: Payments,
    /// Each reserve, rolled forward.
    pub reserves: Vec<Vec<ReserveYear>>,
}

impl Outcome {
    /// The year of a reserve.
    pub fn reserve_year(&self, id: ReserveId, year: Year) -> Option<&ReserveYear> {
        self.reserves.get(id.index()).and_then(|rows| rows.iter().find(|row| row.year == year))
    }

    /// The years of a source, one by one.
    pub fn source_years(&self, plan: &Plan, id: SourceId) -> Vec<SourceYear> {
        source::years_of(plan, &self.payments, id, self.years)
    }
}

/// Evaluates a plan from what it states.
pub fn evaluate(plan: &Plan) -> Outcome {
    let (years, fact_years) = all_years(plan);
    with_payments(plan, years, fact_years, Payments::of(plan, years))
}

/// The years of the plan, widened to those of every tranche, cost, budget and opening balance.
pub fn years_with_facts(plan: &Plan) -> YearRange {
    all_years(plan).1
}

/// The years of the plan, and the same widened to those of its facts.
fn all_years(plan: &Plan) -> (YearRange, YearRange) {
    let of_facts = fact_years(plan);
    let years = plan.years().or(of_facts).unwrap_or(YearRange::one(Year(0)));
    (years, of_facts.map_or(years, |facts| facts.to(years)))
}

fn with_payments(plan: &Plan, years: YearRange, fact_years: YearRange, payments: Payments) -> Outcome {
    let reserves = reserve::roll_all(plan, &payments, years);
    Outcome { years, fact_years, payments, reserves }
}

/// The same from a division of the money: who pays what in which year.
pub fn evaluate_dealt(plan: &Plan, stated: &Outcome, payments: Payments) -> Outcome {
    with_payments(plan, stated.years, stated.fact_years, payments)
}

fn fact_years(plan: &Plan) -> Option<YearRange> {
    let ledger = &plan.ledger;
    let lists = [&ledger.income, &ledger.cost, &ledger.budget, &ledger.opening];
    lists.iter().flat_map(|list| list.all()).map(|fact| fact.years).reduce(YearRange::to)
}
