//! A reserve rolled forward year by year: opening, additions, withdrawals, closing.

use super::payment::Payments;
use super::source::{self, SourceYear};
use super::sum::{self, Sum};
use crate::model::{Fact, Payer, Plan, Reserve, ReserveId};
use crate::money::{Year, YearRange};
use crate::syntax::ast::Stage;

/// Why a balance is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// No opening balance is given.
    NoOpening,
    /// The plan does not state everything that is paid from it or goes into it.
    NotStated,
    /// Something could not be read.
    Unread,
}

/// One year of a reserve, in minor units.
#[derive(Clone, Debug)]
pub struct ReserveYear {
    /// The year.
    pub year: Year,
    /// Balance at its start.
    pub opening: Sum,
    /// The opening balance that is stated for this year, where it is.
    pub stated_opening: Option<Fact>,
    /// What it came to by rolling forward, where the stated opening replaces that.
    pub rolled_opening: Option<Sum>,
    /// Additions, leftovers and releases.
    pub added: Sum,
    /// Withdrawals.
    pub withdrawn: Sum,
    /// Balance at its end.
    pub closing: Sum,
    /// Why the closing balance is not known.
    pub unclear: Option<Unclear>,
    /// The highest closing balance that is possible: with only what is certainly withdrawn. Unknown where additions are.
    pub at_most: Sum,
}

/// Rolls the reserve forward from its first opening balance (or the plan's first year) to the plan's last year.
pub fn roll(plan: &Plan, payments: &Payments, id: ReserveId, years: YearRange) -> Vec<ReserveYear> {
    let Some(reserve) = plan.reserves.get(id.index()) else { return Vec::new() };
    let openings: Vec<&Fact> =
        plan.ledger.opening.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned).collect();
    let first = openings.iter().map(|fact| fact.years.first).min().unwrap_or(years.first);
    let span =
        YearRange { first: first.min(years.first).max(Year(years.first.0.saturating_sub(50))), last: years.last };
    if span.len() > 400 {
        return Vec::new();
    }
    let feeders: Vec<Vec<SourceYear>> =
        payments.transfers.feeding(id).iter().map(|&feeder| source::years_of(plan, payments, feeder, years)).collect();
    let mut rows: Vec<ReserveYear> = Vec::new();
    for year in span.iter().filter(|year| *year >= first) {
        let previous = rows.last();
        let row = roll_year(plan, payments, (id, reserve), year, previous, &openings, &feeders);
        rows.push(row);
    }
    rows
}

fn roll_year(
    plan: &Plan,
    payments: &Payments,
    (id, reserve): (ReserveId, &Reserve),
    year: Year,
    previous: Option<&ReserveYear>,
    openings: &[&Fact],
    feeders: &[Vec<SourceYear>],
) -> ReserveYear {
    let rolled = previous.map(|previous| previous.closing);
    let stated = openings.iter().find(|fact| fact.years.first == year).map(|fact| **fact);
    let mut opening = rolled.unwrap_or_else(Sum::unknown);
    if let Some(fact) = &stated {
        opening = Sum::default();
        opening.add(fact);
        opening.unknown |= opening.pm;
    }
    let added = additions(plan, payments, id, year, feeders);
    let withdrawn = withdrawals(plan, payments, id, year);
    let movement = sum::in_year(plan.ledger.movement.of(id.0), year, Stage::Planned);
    let (added, withdrawn) = if movement.count > 0 { split_movement(movement) } else { (added, withdrawn) };
    let closing = opening.plus(added).plus(Sum { cents: -withdrawn.cents, ..withdrawn });
    let closing = Sum { unknown: closing.unknown || closing.pm || reserve.label.damaged, ..closing };
    let high = previous.map_or(opening, |previous| previous.at_most);
    let high = if stated.is_some() { opening } else { high };
    let at_most = Sum {
        cents: high.cents + added.cents - withdrawn.cents,
        unknown: high.unknown || added.unknown || added.pm,
        ..high
    };
    let unclear = closing.unknown.then(|| {
        if reserve.label.damaged || plan.damage.reserve.is_some() {
            Unclear::Unread
        } else if openings.is_empty() {
            Unclear::NoOpening
        } else {
            Unclear::NotStated
        }
    });
    ReserveYear {
        year,
        opening,
        rolled_opening: stated.and(rolled),
        stated_opening: stated,
        added,
        withdrawn,
        closing,
        unclear,
        at_most,
    }
}

/// A net movement as an addition or a withdrawal.
fn split_movement(movement: Sum) -> (Sum, Sum) {
    let none = Sum { cents: 0, count: 0, ..movement };
    if movement.cents >= 0 { (movement, none) } else { (none, Sum { cents: -movement.cents, ..movement }) }
}

/// Additions of the year. A table of additions already holds the leftovers and the adds that have an origin.
fn additions(plan: &Plan, payments: &Payments, id: ReserveId, year: Year, feeders: &[Vec<SourceYear>]) -> Sum {
    let facts = plan.ledger.addition.of(id.0);
    let in_table = |fact: &Fact| plan.ledger.origin(fact).table.is_some();
    let (tables, adds): (Vec<Fact>, Vec<Fact>) = facts.iter().copied().partition(in_table);
    let in_year = YearRange::one(year);
    if tables.iter().any(|fact| fact.years == in_year && fact.stage == Stage::Planned) {
        return sum::in_year(&tables, year, Stage::Planned);
    }
    let leftovers = feeders.iter().flatten().filter(|row| row.year == year).map(|row| row.moved);
    let leftovers = leftovers.fold(Sum::default(), Sum::plus);
    let released = payments.transfers.is_released_to(id, year.previous());
    let sum = sum::in_year(&adds, year, Stage::Planned).plus(leftovers);
    Sum { unknown: sum.unknown || released, ..sum }
}

/// Withdrawals of the year: as stated for the reserve, or else what it pays to goals and gives to other reserves.
pub fn withdrawals(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> Sum {
    let facts = plan.ledger.withdrawal.of(id.0);
    if facts.iter().any(|fact| fact.years == YearRange::one(year) && fact.stage == Stage::Planned) {
        return sum::in_year(facts, year, Stage::Planned);
    }
    let given = sum::in_year(payments.transfers.additions_from(Payer::Reserve(id)), year, Stage::Planned);
    payments.paid(plan, Payer::Reserve(id), year).plus(given)
}

/// The facts that add to the reserve in a year, and those that take from it.
pub fn moves(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> (Vec<Fact>, Vec<Fact>) {
    let in_year = |fact: &&Fact| fact.stage == Stage::Planned && fact.years.contains(year) && fact.money.0 != 0;
    let pick = |facts: &[Fact]| -> Vec<Fact> { facts.iter().filter(in_year).copied().collect() };
    let ledger = &plan.ledger;
    let added = pick(ledger.addition.of(id.0));
    let net = pick(ledger.movement.of(id.0));
    if !net.is_empty() {
        return net.into_iter().partition(|fact| fact.money.0 > 0);
    }
    let mut taken = pick(ledger.withdrawal.of(id.0));
    if taken.is_empty() {
        taken = pick(ledger.reserve_coverage.of(id.0));
        if taken.is_empty() {
            let from = |fact: &&Fact| fact.payer() == Some(Payer::Reserve(id));
            taken.extend(ledger.payment.all().iter().filter(in_year).filter(from));
        }
        taken.extend(payments.transfers.additions_from(Payer::Reserve(id)).iter().filter(in_year));
    }
    (added, taken)
}
