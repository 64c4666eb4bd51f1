//! The course of each reserve year by year: opening, additions, withdrawals, releases, closing.

use super::movement::{Addition, Moves};
use super::{Amount, Paid, is_rejected, plus};
use crate::model::{FactState, Payer, Plan, Reserve, ReserveId};
use crate::money::{Year, YearRange};
use rustc_hash::FxHashMap;

/// After so many corrections what is fixed between reserves stays as it is, also where the money is not there.
const MOST_ROUNDS: usize = 200;

/// A reserve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveLine {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Its years, from the first in which it has a balance or moves.
    pub rows: Vec<ReserveYear>,
}

/// One year of a reserve. `closing = opening + added - withdrawn - released - overflow`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveYear {
    /// The year.
    pub year: Year,
    /// Balance at its start.
    pub opening: Amount,
    /// Additions from sources, other reserves and outside the plan, leftovers of sources, releases of other reserves.
    pub added: Amount,
    /// Paid to goals, and given to other reserves.
    pub withdrawn: i128,
    /// Left at its end (`ends`), and released in the year after.
    pub released: Amount,
    /// Leftovers that it could not hold, above its ceiling or after its end: lost.
    pub overflow: Amount,
    /// Balance at the year's end.
    pub closing: Amount,
}

/// Rolls all reserves forward together. Where one would give another what it does not have, it gives less.
pub(super) fn lines(plan: &Plan, paid: &Paid, moves: &mut Moves, years: YearRange) -> Vec<ReserveLine> {
    let mut rolled = Roll::new(plan, paid, moves, years).all();
    for _ in 0..MOST_ROUNDS {
        if !gives_less(&rolled, moves) {
            break;
        }
        rolled = Roll::new(plan, paid, moves, years).all();
    }
    let line = |(reserve, rows): (&Reserve, Vec<ReserveYear>)| ReserveLine {
        name: reserve.label.name.clone(),
        title: reserve.label.title.clone(),
        rows,
    };
    plan.reserves.iter().zip(rolled).map(line).collect()
}

/// Lowers the last addition that takes a reserve below nothing; whether there was one.
fn gives_less(rolled: &[Vec<ReserveYear>], moves: &mut Moves) -> bool {
    for (id, rows) in (0u32..).map(ReserveId).zip(rolled) {
        let below = rows.iter().find_map(|row| row.closing.filter(|closing| *closing < 0).map(|it| (row.year, -it)));
        let Some((year, missing)) = below else { continue };
        let gives = |addition: &&mut Addition| {
            addition.from == Payer::Reserve(id) && addition.year <= year && addition.cents > 0
        };
        if let Some(addition) = moves.additions.iter_mut().rev().find(gives) {
            addition.cents -= missing.min(addition.cents);
            return true;
        }
    }
    false
}

/// What all reserves are rolled from.
struct Roll<'a> {
    plan: &'a Plan,
    paid: &'a Paid,
    moves: &'a Moves,
    years: YearRange,
    /// Between reserves and from sources, by receiver and by giver.
    received: FxHashMap<(ReserveId, Year), i128>,
    given: FxHashMap<(ReserveId, Year), i128>,
    first: FxHashMap<ReserveId, Year>,
    paying: FxHashMap<ReserveId, Year>,
}

impl<'a> Roll<'a> {
    fn new(plan: &'a Plan, paid: &'a Paid, moves: &'a Moves, years: YearRange) -> Self {
        let (mut received, mut given) = (FxHashMap::default(), FxHashMap::default());
        for addition in &moves.additions {
            *received.entry((addition.to, addition.year)).or_default() += addition.cents;
            if let Payer::Reserve(id) = addition.from {
                *given.entry((id, addition.year)).or_default() += addition.cents;
            }
        }
        let from_reserves = paid.keys().filter_map(|(payer, year)| match payer {
            Payer::Reserve(id) => Some((*id, *year)),
            Payer::Source(_) => None,
        });
        let paying = from_reserves.fold(FxHashMap::default(), |mut first, (id, year)| {
            first.entry(id).and_modify(|known: &mut Year| *known = (*known).min(year)).or_insert(year);
            first
        });
        Self { plan, paid, moves, years, received, given, first: moves.first_years(), paying }
    }

    fn all(&self) -> Vec<Vec<ReserveYear>> {
        let reserves = || (0u32..).map(ReserveId).zip(&self.plan.reserves);
        let openings: Vec<Option<(Year, Amount)>> =
            reserves().map(|(id, reserve)| self.stated_opening(id, reserve)).collect();
        let starts: Vec<Year> = reserves().zip(&openings).map(|((id, _), opening)| self.start(id, *opening)).collect();
        let mut rows: Vec<Vec<ReserveYear>> = vec![Vec::new(); self.plan.reserves.len()];
        for year in self.years.iter() {
            let releases = self.releases(year, &rows);
            for (((id, reserve), opening), start) in reserves().zip(&openings).zip(&starts) {
                if year < *start {
                    continue;
                }
                let Some(rows) = rows.get_mut(id.index()) else { continue };
                let before = rows.last().map_or_else(|| opening.and(Some(0)), |row| row.closing);
                let stated = opening.filter(|(first, _)| *first == year).map_or(Some(0), |(_, cents)| cents);
                let out = releases.iter().find(|release| release.from == id).map_or(Some(0), |release| release.cents);
                let arriving = releases.iter().filter(|release| release.to == id).map(|release| release.cents);
                let row = self.year(id, reserve, year, plus(before, stated), out, arriving.fold(Some(0), plus));
                rows.push(row);
            }
        }
        rows
    }

    /// The first opening balance; `None` where there is none, so that the balance is unknown.
    fn stated_opening(&self, id: ReserveId, reserve: &Reserve) -> Option<(Year, Amount)> {
        let facts = || self.plan.ledger.opening.counting(id.0);
        let first = facts().map(|fact| fact.years.first).min()?;
        if is_rejected(self.plan, &reserve.needs) {
            return Some((first, Some(0)));
        }
        let amount = |fact: &crate::model::Fact| (fact.state != FactState::Unknown).then_some(fact.money.wide());
        let sum = facts().filter(|fact| fact.years.first == first).map(amount).fold(Some(0), plus);
        Some((first, sum.filter(|_| !reserve.label.damaged)))
    }

    fn start(&self, id: ReserveId, opening: Option<(Year, Amount)>) -> Year {
        let moved = self.first.get(&id).into_iter().chain(self.paying.get(&id)).copied();
        let first = opening.map(|(year, _)| year).into_iter().chain(moved).min();
        // A balance that nobody gives is unknown in every year.
        if opening.is_none() { self.years.first } else { first.unwrap_or(self.years.first).max(self.years.first) }
    }

    /// What reserves that ended in the year before release.
    fn releases(&self, year: Year, rows: &[Vec<ReserveYear>]) -> Vec<Release> {
        let all = (0u32..).map(ReserveId).zip(&self.plan.reserves).zip(rows);
        let release = |((id, reserve), rows): ((ReserveId, &Reserve), &Vec<ReserveYear>)| {
            let (to, _) = reserve.release_to?;
            let (end, _) = reserve.ends.filter(|(end, _)| end.next() == year)?;
            let last = rows.last().filter(|row| row.year == end)?;
            Some(Release { from: id, to, cents: last.closing.map(|closing| closing.max(0)) })
        };
        all.filter_map(release).collect()
    }

    fn year(
        &self,
        id: ReserveId,
        reserve: &Reserve,
        year: Year,
        opening: Amount,
        released: Amount,
        arriving: Amount,
    ) -> ReserveYear {
        let at = |map: &FxHashMap<(ReserveId, Year), i128>| map.get(&(id, year)).copied().unwrap_or(0);
        let leftover = self.moves.leftover(id, year);
        let fixed = at(&self.received) + self.moves.outside(id, year);
        let added = plus(plus(Some(fixed), arriving), leftover);
        let paid = self.paid.get(&(Payer::Reserve(id), year)).copied().unwrap_or(0);
        let withdrawn = paid + at(&self.given);
        let negative = |amount: Amount| amount.map(|cents| -cents);
        let before = plus(plus(plus(opening, added), Some(-withdrawn)), negative(released));
        let overflow = match (reserve.ends, reserve.ceiling.and_then(|bound| bound.amount)) {
            (Some((end, _)), _) if year > end => leftover,
            (_, Some(ceiling)) => before.zip(leftover).map(|(before, _)| (before - ceiling.wide()).max(0)),
            (_, None) => Some(0),
        };
        let closing = plus(before, negative(overflow));
        ReserveYear { year, opening, added, withdrawn, released, overflow, closing }
    }
}

/// What one reserve releases to another.
struct Release {
    from: ReserveId,
    to: ReserveId,
    cents: Amount,
}
