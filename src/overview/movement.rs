//! What goes to reserves: additions as the plan fixes them (as far as the money is there), leftovers, money from outside.

use super::source::{Leaf, Purse};
use super::{Amount, is_rejected, plus};
use crate::model::{CarryOver, Payer, Plan, ReserveId, SourceId};
use crate::money::{Year, YearRange};
use rustc_hash::{FxHashMap, FxHashSet};

/// An amount that goes to a reserve in a year, usable in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Addition {
    pub(super) from: Payer,
    pub(super) to: ReserveId,
    pub(super) year: Year,
    pub(super) cents: i128,
}

/// Everything that goes to reserves but what they release to each other.
#[derive(Debug, Default)]
pub(super) struct Moves {
    pub(super) additions: Vec<Addition>,
    /// What sources give, by year from the first.
    given: FxHashMap<SourceId, Vec<i128>>,
    outside: FxHashMap<(ReserveId, Year), i128>,
    leftovers: FxHashMap<(ReserveId, Year), Amount>,
}

impl Moves {
    /// What a source gives by year.
    pub(super) fn given_by(&self, id: SourceId, years: YearRange) -> Vec<i128> {
        self.given.get(&id).cloned().unwrap_or_else(|| vec![0; years.len()])
    }

    /// What comes from outside the plan.
    pub(super) fn outside(&self, id: ReserveId, year: Year) -> i128 {
        self.outside.get(&(id, year)).copied().unwrap_or(0)
    }

    /// What is left over of sources at the end of the year.
    pub(super) fn leftover(&self, id: ReserveId, year: Year) -> Amount {
        self.leftovers.get(&(id, year)).copied().unwrap_or(Some(0))
    }

    /// The first year in which anything goes to each reserve or from it to another.
    pub(super) fn first_years(&self) -> FxHashMap<ReserveId, Year> {
        let added = self.additions.iter().flat_map(|addition| {
            let giver = match addition.from {
                Payer::Reserve(id) => Some((id, addition.year)),
                Payer::Source(_) => None,
            };
            [Some((addition.to, addition.year)), giver].into_iter().flatten()
        });
        let outside = self.outside.iter().filter(|(_, cents)| **cents != 0).map(|(key, _)| *key);
        let left = self.leftovers.iter().filter(|(_, cents)| **cents != Some(0)).map(|(key, _)| *key);
        added.chain(outside).chain(left).fold(FxHashMap::default(), |mut first, (id, year)| {
            first.entry(id).and_modify(|known: &mut Year| *known = (*known).min(year)).or_insert(year);
            first
        })
    }
}

/// What the plan fixes, as far as it leaves the payments whole.
pub(super) fn planned(plan: &Plan, purses: &[Option<Purse>], years: YearRange) -> Moves {
    let mut moves = Moves::default();
    let mut fixed: Vec<Addition> = Vec::new();
    let named = named_inflows(plan);
    let ledger = &plan.ledger;
    for (id, reserve) in (0u32..).map(ReserveId).zip(&plan.reserves) {
        if is_rejected(plan, &reserve.needs) {
            continue;
        }
        let net = ledger.movement.counting(id.0).filter(|fact| fact.money.0 > 0);
        for fact in ledger.addition.counting(id.0).chain(net) {
            let (year, cents) = (fact.years.last, fact.money.wide());
            // A table over what is named elsewhere states the sum of it.
            let states_sum = ledger.origin(fact).table.is_some() && named.contains(&(id, year));
            match fact.payer() {
                Some(from) if cents > 0 => fixed.push(Addition { from, to: id, year, cents }),
                None if !states_sum => *moves.outside.entry((id, year)).or_default() += cents,
                Some(_) | None => {}
            }
        }
    }
    fixed.retain(|addition| !payer_is_rejected(plan, addition.from) && years.contains(addition.year));
    let name = |payer: Payer| plan.name(payer);
    fixed.sort_by_key(|addition| (addition.year, name(Payer::Reserve(addition.to)), name(addition.from)));
    for addition in fixed {
        match addition.from {
            Payer::Reserve(_) => moves.additions.push(addition),
            Payer::Source(id) => take(plan, purses, id, addition, years, &mut moves),
        }
    }
    moves
}

fn payer_is_rejected(plan: &Plan, payer: Payer) -> bool {
    match payer {
        Payer::Source(id) => plan.sources.get(id.index()).is_some_and(|source| is_rejected(plan, &source.needs)),
        Payer::Reserve(id) => plan.reserves.get(id.index()).is_some_and(|reserve| is_rejected(plan, &reserve.needs)),
    }
}

/// The reserves and years of which the plan names something that comes in.
fn named_inflows(plan: &Plan) -> FxHashSet<(ReserveId, Year)> {
    let ledger = &plan.ledger;
    let added = ledger.addition.all_counting().filter(|fact| fact.payer().is_some());
    let added = added.map(|fact| (ReserveId(fact.subject), fact.years.last));
    let left = ledger.income.all_counting().filter_map(|fact| {
        match plan.sources.get(fact.subject as usize).map(|source| source.carry_over) {
            Some(CarryOver::GoesTo(id)) => Some((id, fact.years.last)),
            _ => None,
        }
    });
    let released = plan.reserves.iter().filter_map(|reserve| Some((reserve.release_to?.0, reserve.ends?.0.next())));
    added.chain(left).chain(released).collect()
}

/// Takes an addition out of a source, or of its parts in order of name, as far as the payments leave it.
fn take(
    plan: &Plan,
    purses: &[Option<Purse>],
    whole: SourceId,
    addition: Addition,
    years: YearRange,
    moves: &mut Moves,
) {
    let mut leaves = plan.leaves(whole);
    leaves.sort_by_key(|leaf| plan.name(Payer::Source(*leaf)));
    let index = YearRange { first: years.first, last: addition.year }.len().saturating_sub(1);
    let mut rest = addition.cents;
    for leaf in leaves {
        let Some(purse) = purses.get(leaf.index()).and_then(Option::as_ref) else { continue };
        let given = moves.given.entry(leaf).or_insert_with(|| vec![0; years.len()]);
        let before = purse.short(given);
        let Some(slot) = given.get_mut(index) else { continue };
        *slot += rest;
        // One more cent taken leaves at most one more unpaid, so this is exactly what does not fit.
        let missing = if purse.known && !purse.unlimited { purse.short(given) - before } else { 0 };
        if let Some(slot) = given.get_mut(index) {
            *slot -= missing;
        }
        if rest > missing {
            moves.additions.push(Addition { from: Payer::Source(leaf), cents: rest - missing, ..addition });
        }
        rest = missing;
        if rest == 0 {
            return;
        }
    }
}

/// Notes what is left over of each source for a reserve.
pub(super) fn leftovers(plan: &Plan, leaves: &[Option<Leaf>], moves: &mut Moves) {
    for leaf in leaves.iter().flatten() {
        let Some(reserve) = leaf.leftover_to.filter(|to| plan.reserves.get(to.index()).is_some()) else { continue };
        for row in leaf.rows.iter().filter(|row| row.moved != Some(0)) {
            let sum = moves.leftovers.entry((reserve, row.year)).or_insert(Some(0));
            *sum = plus(*sum, row.moved);
        }
    }
}
