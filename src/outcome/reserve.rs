//! A reserve rolled forward year by year: opening, additions, withdrawals, closing.

use super::payment::Payments;
use super::source::{self, SourceYear};
use super::sum::{self, Sum};
use crate::model::{Fact, FactState, Payer, Plan, Reserve, ReserveId};
use crate::money::{Money, Year, YearRange};
use crate::syntax::ast::Stage;
use rustc_hash::FxHashMap;

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
    /// Additions, leftovers and releases. What is given over several years stands in the last of them.
    pub added: Sum,
    /// The leftovers among them: they arrive at the year's end and can be withdrawn from the next year.
    pub leftover: Sum,
    /// What flows in by `add … from`, leftovers and releases, where a table states the additions; else as `added`.
    pub inflow: Sum,
    /// Withdrawals.
    pub withdrawn: Sum,
    /// Balance at its end.
    pub closing: Sum,
    /// The same while a window is under way: what the balance would be if nothing of it had moved yet. The years after the
    /// window roll on from it.
    pub firm: Sum,
    /// Leftovers that the ceiling could not hold: lost.
    pub overflow: i128,
    /// Why the closing balance is not known.
    pub unclear: Option<Unclear>,
    /// The highest closing balance that is possible: with only what is certainly withdrawn. Unknown where additions are.
    pub at_most: Sum,
}

/// Rolls every reserve forward; one that releases to another before that other.
pub fn roll_all(plan: &Plan, payments: &Payments, years: YearRange) -> Vec<Vec<ReserveYear>> {
    let mut rolled: Vec<Option<Vec<ReserveYear>>> = vec![None; plan.reserves.len()];
    let inbound = inbound(plan);
    for index in 0..plan.reserves.len() {
        // The chain of reserves that release into this one, the first of them first; a ring is cut where it closes.
        let mut chain = vec![index];
        while let Some(&before) = chain.last().and_then(|last| inbound.get(last)).and_then(|from| from.first()) {
            if chain.contains(&before) {
                break;
            }
            chain.push(before);
        }
        for &member in chain.iter().rev() {
            if rolled.get(member).is_some_and(Option::is_none) {
                let from = inbound.get(&member).map_or(&[][..], Vec::as_slice);
                let releases = from.iter().filter_map(|&other| release(plan, other, &rolled)).collect();
                let rows = roll(plan, payments, member, years, releases);
                if let Some(slot) = rolled.get_mut(member) {
                    *slot = Some(rows);
                }
            }
        }
    }
    rolled.into_iter().map(Option::unwrap_or_default).collect()
}

/// For each reserve those that release to it at their end.
fn inbound(plan: &Plan) -> FxHashMap<usize, Vec<usize>> {
    let mut inbound: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (index, reserve) in plan.reserves.iter().enumerate() {
        if let (Some(_), Some((to, _))) = (reserve.ends, reserve.release_to) {
            inbound.entry(to.index()).or_default().push(index);
        }
    }
    inbound
}

/// When a reserve releases what it has left, and how much that is.
fn release(plan: &Plan, index: usize, rolled: &[Option<Vec<ReserveYear>>]) -> Option<(Year, Sum)> {
    let (end, _) = plan.reserves.get(index)?.ends?;
    let rows = rolled.get(index).and_then(Option::as_ref);
    let row = rows.and_then(|rows| rows.iter().find(|row| row.year == end));
    Some((end, row.map_or_else(Sum::unknown, |row| row.closing)))
}

/// What a year of a reserve is made from.
struct Inputs<'a> {
    plan: &'a Plan,
    payments: &'a Payments,
    id: ReserveId,
    reserve: &'a Reserve,
    openings: Vec<&'a Fact>,
    feeders: Vec<Vec<SourceYear>>,
    /// The closing balances of reserves that release to this one, with their last year.
    releases: Vec<(Year, Sum)>,
}

/// Rolls one reserve forward from its first opening balance (or the plan's first year) to the plan's last year.
fn roll(
    plan: &Plan,
    payments: &Payments,
    index: usize,
    years: YearRange,
    releases: Vec<(Year, Sum)>,
) -> Vec<ReserveYear> {
    let Some(reserve) = plan.reserves.get(index) else { return Vec::new() };
    let id = ReserveId(u32::try_from(index).unwrap_or(u32::MAX));
    let openings: Vec<&Fact> = plan.ledger.opening.counting(id.0).collect();
    let first = openings.iter().map(|fact| fact.years.first).min().unwrap_or(years.first);
    let earliest = first.min(years.first).max(Year(years.first.0.saturating_sub(50)));
    let span = YearRange { first: earliest, last: years.last };
    if span.len() > 400 {
        return Vec::new();
    }
    let feeders =
        payments.transfers.feeding(id).iter().map(|&feeder| source::years_of(plan, payments, feeder, years)).collect();
    let inputs = Inputs { plan, payments, id, reserve, openings, feeders, releases };
    let mut rows: Vec<ReserveYear> = Vec::new();
    for year in span.iter().filter(|year| *year >= first) {
        let row = inputs.year(year, rows.last());
        rows.push(row);
    }
    rows
}

/// Whether a window is under way: its amount is somewhere in these years, and nobody says where.
fn under_way(facts: &[Fact], year: Year) -> bool {
    facts.iter().any(|fact| {
        fact.stage == Stage::Planned && fact.years.first <= year && year < fact.years.last && fact.money != Money::ZERO
    })
}

/// What is given for the year, and for windows that end in it.
fn ending_in(facts: &[Fact], year: Year) -> Sum {
    let mut sum = Sum::default();
    facts.iter().filter(|fact| fact.stage == Stage::Planned && fact.years.last == year).for_each(|fact| sum.add(fact));
    sum
}

impl Inputs<'_> {
    fn year(&self, year: Year, previous: Option<&ReserveYear>) -> ReserveYear {
        let released = |row: &ReserveYear| {
            self.reserve.release_to.is_some() && self.reserve.ends.is_some_and(|(end, _)| row.year == end)
        };
        let rolled = previous.map(|row| if released(row) { Sum::of(0) } else { row.closing });
        let firm = previous.map(|row| if released(row) { Sum::of(0) } else { row.firm });
        let stated = self.stated_opening(year);
        let opening = stated.map_or_else(|| rolled.unwrap_or_else(Sum::unknown), |(_, sum)| sum);
        let ledger = &self.plan.ledger;
        let (leftover, inflow) = self.inflow(year);
        let mut added = self.added(year, inflow);
        let mut withdrawn = withdrawals(self.plan, self.payments, self.id, year);
        let net = ledger.movement.of(self.id.0);
        let own_moves = [ledger.addition.of(self.id.0), ledger.withdrawal.of(self.id.0)];
        let moved = own_moves.iter().flat_map(|facts| facts.iter()).any(|fact| fact.years.contains(year));
        let movement = ending_in(net, year);
        if movement.count > 0 && !moved {
            (added, withdrawn) = split_movement(movement);
        }
        let adding = under_way(ledger.addition.of(self.id.0), year) || under_way(net, year);
        let open = adding || under_way(ledger.withdrawal.of(self.id.0), year);
        let start = stated.map_or_else(|| firm.unwrap_or_else(Sum::unknown), |(_, sum)| sum);
        let mut closing = start.plus(added).plus(Sum { cents: -withdrawn.cents, ..withdrawn });
        closing.unknown |= self.reserve.label.damaged;
        let overflow = self.overflow(closing, leftover);
        closing.cents -= overflow;
        let firm = closing;
        closing.unknown |= open;
        let before = previous.map_or(opening, |row| if released(row) { Sum::of(0) } else { row.at_most });
        let high = if stated.is_some() { opening } else { before };
        let at_most = Sum {
            cents: high.cents + added.cents - withdrawn.cents - overflow,
            unknown: high.unknown || added.unknown || adding,
            ..high
        };
        ReserveYear {
            year,
            opening,
            rolled_opening: stated.and(rolled),
            stated_opening: stated.map(|(fact, _)| fact),
            added,
            leftover,
            inflow,
            withdrawn,
            closing,
            firm,
            overflow,
            unclear: closing.unknown.then(|| self.unclear(opening)),
            at_most,
        }
    }

    /// The opening balance that is stated for the year, with the corrections that come on top of it.
    fn stated_opening(&self, year: Year) -> Option<(Fact, Sum)> {
        let facts = || self.openings.iter().filter(|fact| fact.years.first == year);
        let base = facts().find(|fact| !fact.is_correction())?;
        let mut sum = Sum::default();
        sum.add(base);
        facts().filter(|fact| fact.is_correction()).for_each(|fact| sum.add(fact));
        Some((**base, sum))
    }

    /// Leftovers of the year, and all that flows in: adds, leftovers, releases.
    fn inflow(&self, year: Year) -> (Sum, Sum) {
        let in_table = |fact: &Fact| self.plan.ledger.origin(fact).table.is_some();
        let facts = self.plan.ledger.addition.of(self.id.0);
        let adds: Vec<Fact> = facts.iter().copied().filter(|fact| !in_table(fact)).collect();
        let leftovers = self.feeders.iter().flatten().filter(|row| row.year == year).map(|row| row.moved);
        let leftover = leftovers.fold(Sum::default(), Sum::plus);
        let released = self.releases.iter().filter(|(end, _)| end.next() == year).map(|(_, sum)| *sum);
        let released = released.fold(Sum::default(), Sum::plus);
        (leftover, ending_in(&adds, year).plus(leftover).plus(released))
    }

    /// Additions of the year: as a table states them, which then holds all that flows in; else what flows in.
    fn added(&self, year: Year, inflow: Sum) -> Sum {
        let in_table = |fact: &Fact| self.plan.ledger.origin(fact).table.is_some();
        let facts = self.plan.ledger.addition.of(self.id.0);
        let tables: Vec<Fact> = facts.iter().copied().filter(in_table).collect();
        let stated = tables.iter().any(|fact| fact.years.contains(year) && fact.stage == Stage::Planned);
        if stated { ending_in(&tables, year) } else { inflow }
    }

    /// What the ceiling cannot hold of the leftovers, which nobody chooses to add.
    fn overflow(&self, closing: Sum, leftover: Sum) -> i128 {
        match self.reserve.ceiling.and_then(|bound| bound.amount) {
            Some(ceiling) if !closing.unknown => (closing.cents - ceiling.wide()).clamp(0, leftover.cents.max(0)),
            _ => 0,
        }
    }

    fn unclear(&self, opening: Sum) -> Unclear {
        let unread = self.openings.iter().any(|fact| fact.state == FactState::Unknown);
        if unread || self.reserve.label.damaged || self.plan.damage.reserve.is_some() {
            Unclear::Unread
        } else if self.openings.is_empty() && opening.unknown {
            Unclear::NoOpening
        } else {
            Unclear::NotStated
        }
    }
}

/// A net movement as an addition or a withdrawal.
fn split_movement(movement: Sum) -> (Sum, Sum) {
    let none = Sum { cents: 0, count: 0, ..movement };
    if movement.cents >= 0 { (movement, none) } else { (none, Sum { cents: -movement.cents, ..movement }) }
}

/// Withdrawals of the year: as stated for the reserve, or else what it pays to goals and gives to other reserves.
pub fn withdrawals(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> Sum {
    let facts = plan.ledger.withdrawal.of(id.0);
    if facts.iter().any(|fact| fact.years.contains(year) && fact.stage == Stage::Planned) {
        return ending_in(facts, year);
    }
    paid_and_given(plan, payments, id, year)
}

/// What the reserve pays to goals and gives to other reserves.
pub fn paid_and_given(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> Sum {
    let given = sum::in_year(payments.transfers.additions_from(Payer::Reserve(id)), year, Stage::Planned);
    payments.paid(plan, Payer::Reserve(id), year).plus(given)
}

/// The facts that add to the reserve in a year, and those that take from it.
pub fn moves(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> (Vec<Fact>, Vec<Fact>) {
    let in_year = |fact: &&Fact| fact.stage == Stage::Planned && fact.years.contains(year) && fact.money.0 != 0;
    let pick = |facts: &[Fact]| -> Vec<Fact> { facts.iter().filter(in_year).copied().collect() };
    let ledger = &plan.ledger;
    let added = pick(ledger.addition.of(id.0));
    let taken = pick(ledger.withdrawal.of(id.0));
    let net = pick(ledger.movement.of(id.0));
    if added.is_empty() && taken.is_empty() && !net.is_empty() {
        return net.into_iter().partition(|fact| fact.money.0 > 0);
    }
    let taken = if taken.is_empty() { paying(plan, payments, id, year) } else { taken };
    (added, taken)
}

/// The facts by which the reserve pays goals or gives to other reserves in a year.
pub fn paying(plan: &Plan, payments: &Payments, id: ReserveId, year: Year) -> Vec<Fact> {
    let in_year = |fact: &&Fact| fact.stage == Stage::Planned && fact.years.contains(year) && fact.money.0 != 0;
    let ledger = &plan.ledger;
    let mut taken: Vec<Fact> = ledger.reserve_coverage.of(id.0).iter().filter(in_year).copied().collect();
    if taken.is_empty() {
        let from = |fact: &&Fact| fact.payer() == Some(Payer::Reserve(id));
        taken.extend(ledger.payment.all().iter().filter(in_year).filter(from));
    }
    taken.extend(payments.transfers.additions_from(Payer::Reserve(id)).iter().filter(in_year));
    taken
}
