//! A second look at every verdict, by adding up alone: it knows the rules and the certificate, not the network.
//!
//! For *everything can be paid* the certificate is a division of the money, which is followed year by year. For *it cannot* it
//! is a set of costs and the money that may pay for them, which must be less. It runs in every build; a certificate that fails
//! is an internal error, never an answer.

use super::division::{Division, Owner};
use super::problem::{After, Bound, BoundKind, Class, PayerNo, Problem, SupplyKind};
use crate::model::Payer;
use crate::money::Year;
use rustc_hash::{FxHashMap, FxHashSet};

/// What must be so and is not, in words for a report of the error.
pub(crate) type Doubt = &'static str;

/// A division, and what of each addition moves in it.
#[derive(Debug)]
pub(crate) struct Certificate<'a> {
    /// Who pays what.
    pub(crate) division: &'a Division,
    /// By addition, what of it moves.
    pub(crate) added: &'a [i64],
    /// Floors as far as they can be attained: reserve, year, amount.
    pub(crate) floors: &'a [(PayerNo, Year, i64)],
}

/// Follows the money of a division through the years.
pub(crate) fn division(problem: &Problem, certificate: &Certificate<'_>) -> Result<(), Doubt> {
    let numbers: FxHashMap<Payer, PayerNo> = problem.payers.iter().map(|who| who.payer).zip(0..).collect();
    let mut paid: FxHashMap<(PayerNo, Year), i128> = FxHashMap::default();
    let mut of_demand = vec![0i128; problem.demands.len()];
    let classes = class_of(problem);
    for payment in &certificate.division.payments {
        let number = *numbers.get(&payment.payer).ok_or("a payer that has no money pays")?;
        let demand = problem.demands.get(payment.demand as usize).ok_or("a payment to nothing")?;
        if !demand.years.contains(payment.year) || payment.cents <= 0 {
            return Err("a payment outside the years of its cost");
        }
        let without_limit = problem.paid_without_limit.get(payment.demand as usize).copied().flatten();
        let class = classes.get(payment.demand as usize).and_then(|&class| problem.classes.get(class as usize));
        match (class, without_limit) {
            (_, Some((payer, _))) if payer == number => {}
            (Some(class), _) if class.admits(problem, number) => {}
            _ => return Err("a payer pays what it may not pay"),
        }
        if without_limit.is_none() {
            *paid.entry((number, payment.year)).or_default() += i128::from(payment.cents);
        }
        if let Some(slot) = of_demand.get_mut(payment.demand as usize) {
            *slot += i128::from(payment.cents);
        }
    }
    for (demand, got) in certificate.division.demands.iter().zip(of_demand) {
        let asked = if demand.left_out { 0 } else { i128::from(demand.cents) - i128::from(demand.uncovered) };
        if got != asked {
            return Err("a cost is not paid as said");
        }
    }
    bounds(problem, certificate.division, &numbers, &paid, certificate.added)?;
    let mut moves = Moves { problem, paid, added: certificate.added, floors: certificate.floors };
    moves.sources()?;
    moves.reserves()
}

/// For each demand its class.
fn class_of(problem: &Problem) -> Vec<u32> {
    let mut classes = vec![u32::MAX; problem.demands.len()];
    for (class, number) in problem.classes.iter().zip(0u32..) {
        for &member in &class.members {
            if let Some(slot) = classes.get_mut(member as usize) {
                *slot = number;
            }
        }
    }
    classes
}

/// What addition takes from whom, as said; of several possible payers together.
fn taken(problem: &Problem, added: &[i64], payer: PayerNo, year: Year) -> i128 {
    let of_payer = problem.additions.iter().zip(added);
    let of_payer = of_payer.filter(|(it, _)| it.year == year && it.from.len() == 1 && it.from.contains(&payer));
    of_payer.map(|(_, &cents)| i128::from(cents)).sum()
}

fn bounds(
    problem: &Problem,
    division: &Division,
    numbers: &FxHashMap<Payer, PayerNo>,
    paid: &FxHashMap<(PayerNo, Year), i128>,
    added: &[i64],
) -> Result<(), Doubt> {
    let crossings = problem.crossings.iter().map(|crossing| &crossing.bound);
    let all = || problem.bounds.iter().chain(crossings.clone());
    let mut of_goal: FxHashMap<Owner, Vec<(PayerNo, Year, i64)>> = FxHashMap::default();
    if all().any(|bound| bound.goal.is_some()) {
        for payment in &division.payments {
            let owner = problem.demands.get(payment.demand as usize).map(|demand| demand.owner);
            if let (Some(owner), Some(&number)) = (owner, numbers.get(&payment.payer)) {
                of_goal.entry(owner).or_default().push((number, payment.year, payment.cents));
            }
        }
    }
    for bound in all() {
        let used: i128 = match bound.goal {
            Some(goal) => {
                let payments = of_goal.get(&Owner::Goal(goal)).map_or(&[][..], Vec::as_slice);
                let within = payments
                    .iter()
                    .filter(|(payer, year, _)| bound.members.contains(payer) && bound.years.contains(*year));
                within.map(|(_, _, cents)| i128::from(*cents)).sum()
            }
            None => over_all(problem, bound, paid, added),
        };
        if used > i128::from(bound.cents) {
            return Err("more is paid than a bound allows");
        }
    }
    Ok(())
}

fn over_all(problem: &Problem, bound: &Bound, paid: &FxHashMap<(PayerNo, Year), i128>, added: &[i64]) -> i128 {
    let mut used = 0;
    for &member in &bound.members {
        for year in bound.years.iter().filter(|year| problem.years.contains(*year)) {
            used += paid.get(&(member, year)).copied().unwrap_or(0);
            if bound.kind != BoundKind::Coverage {
                used += taken(problem, added, member, year);
            }
        }
    }
    used
}

struct Moves<'a> {
    problem: &'a Problem,
    paid: FxHashMap<(PayerNo, Year), i128>,
    added: &'a [i64],
    floors: &'a [(PayerNo, Year, i64)],
}

impl Moves<'_> {
    /// Every payment of a source comes out of a tranche that may pay in that year.
    fn sources(&mut self) -> Result<(), Doubt> {
        for (addition, &cents) in self.problem.additions.iter().zip(self.added) {
            if cents > addition.cents.max(0) || cents < 0 {
                return Err("more is added than the plan says");
            }
        }
        self.shared_additions()?;
        for (who, payer) in self.problem.payers.iter().zip(0u32..) {
            if who.reserve.is_none() && who.unlimited.is_none() {
                self.source(payer)?;
            }
        }
        Ok(())
    }

    /// What several parts add together is taken from them in order, as far as their own payments leave it.
    fn shared_additions(&mut self) -> Result<(), Doubt> {
        let shared: Vec<(usize, i64)> = (0..self.problem.additions.len())
            .filter_map(|index| {
                let addition = self.problem.additions.get(index)?;
                let cents = *self.added.get(index)?;
                (addition.from.len() > 1 && cents > 0).then_some((index, cents))
            })
            .collect();
        for (index, cents) in shared {
            let Some(addition) = self.problem.additions.get(index) else { continue };
            let mut rest = i128::from(cents);
            for &from in &addition.from {
                let mut low = 0;
                let mut high = rest;
                while low < high {
                    let middle = (low + high + 1) / 2;
                    *self.paid.entry((from, addition.year)).or_default() += middle;
                    let fits = self.source(from).is_ok();
                    *self.paid.entry((from, addition.year)).or_default() -= middle;
                    if fits { low = middle } else { high = middle - 1 }
                }
                *self.paid.entry((from, addition.year)).or_default() += low;
                rest -= low;
            }
            if rest > 0 {
                return Err("an addition takes more than there is");
            }
        }
        Ok(())
    }

    /// Draws what is paid from the tranche that expires soonest.
    fn source(&self, payer: PayerNo) -> Result<(), Doubt> {
        let left = self.unused(payer)?;
        debug_assert!(left.iter().all(|(_, cents)| *cents >= 0));
        Ok(())
    }

    /// What of each tranche of a source is not used, by number of the supply.
    fn unused(&self, payer: PayerNo) -> Result<Vec<(u32, i128)>, Doubt> {
        let supplies = self.problem.supplies.iter().zip(0u32..).filter(|(supply, _)| supply.payer == payer);
        let mut left: Vec<(u32, i128)> = supplies.map(|(supply, number)| (number, i128::from(supply.cents))).collect();
        let years = |number: u32| self.problem.supplies.get(number as usize).map(|supply| supply.years);
        left.sort_by_key(|(number, _)| years(*number).map(|years| years.last));
        for year in self.problem.years.iter() {
            let mut rest =
                self.paid.get(&(payer, year)).copied().unwrap_or(0) + taken(self.problem, self.added, payer, year);
            for (number, cents) in &mut left {
                if years(*number).is_some_and(|years| years.contains(year)) {
                    let part = rest.min(*cents);
                    *cents -= part;
                    rest -= part;
                }
            }
            if rest > 0 {
                return Err("a source pays more than it has");
            }
        }
        Ok(left)
    }

    /// Every reserve, year after year: it never pays more than it has, and keeps its floor.
    fn reserves(&self) -> Result<(), Doubt> {
        let mut carried: FxHashMap<(PayerNo, Year), i128> = FxHashMap::default();
        let mut leftovers: FxHashMap<(PayerNo, Year), i128> = FxHashMap::default();
        for (who, payer) in self.problem.payers.iter().zip(0u32..) {
            if who.reserve.is_some() || who.unlimited.is_some() {
                continue;
            }
            for (number, cents) in self.unused(payer)? {
                let Some(supply) = self.problem.supplies.get(number as usize) else { continue };
                if let After::GoesTo(to) = supply.after {
                    *leftovers.entry((to, supply.year())).or_default() += cents;
                }
            }
        }
        for year in self.problem.years.iter() {
            for (who, payer) in self.problem.payers.iter().zip(0u32..) {
                let Some(reserve) = who.reserve.as_ref().filter(|it| it.years.contains(year)) else { continue };
                if who.unlimited.is_some() {
                    continue;
                }
                let own = self.problem.supplies.iter().filter(|supply| supply.payer == payer);
                let own = own.filter(|supply| supply.year() == year || supply.years.first == year);
                let own: i128 = own
                    .filter(|supply| !matches!(supply.kind, SupplyKind::Unlimited(_)))
                    .map(|supply| i128::from(supply.cents))
                    .sum();
                let into = self.problem.additions.iter().zip(self.added);
                let into = into.filter(|(addition, _)| addition.to == payer && addition.year == year);
                let into: i128 = into.map(|(_, &cents)| i128::from(cents)).sum();
                let out =
                    self.paid.get(&(payer, year)).copied().unwrap_or(0) + taken(self.problem, self.added, payer, year);
                let left = carried.get(&(payer, year)).copied().unwrap_or(0) + own + into - out;
                if left < 0 {
                    return Err("a reserve pays more than it has");
                }
                let most = reserve.inflow.get(&year).map_or(i128::MAX, |(cents, _)| i128::from(*cents));
                let closing = left + leftovers.get(&(payer, year)).copied().unwrap_or(0).min(most);
                let ceiling = reserve.ceiling.map_or(i128::MAX, |(cents, _)| i128::from(cents));
                let floor = self.floors.iter().find(|(of, at, _)| *of == payer && *at == year);
                if floor.is_some_and(|(_, _, cents)| closing < i128::from(*cents)) {
                    return Err("a reserve falls below its floor");
                }
                let next = if year < reserve.years.last {
                    Some(payer)
                } else if reserve.ends == Some(year) {
                    reserve.release_to
                } else {
                    None
                };
                if let Some(next) = next {
                    *carried.entry((next, year.next())).or_default() += closing.min(ceiling);
                }
            }
        }
        Ok(())
    }
}

/// A set of costs, and the money that may pay for them.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// Classes of demands.
    pub(crate) classes: Vec<u32>,
    /// Floors that must stay: reserve, year, amount.
    pub(crate) floors: Vec<(PayerNo, Year, i64)>,
    /// Supplies that may pay.
    pub(crate) supplies: FxHashSet<u32>,
    /// Payers and years whose money may pay.
    pub(crate) pools: FxHashSet<(PayerNo, Year)>,
    /// The same behind limits on withdrawal.
    pub(crate) starts: FxHashSet<(PayerNo, Year)>,
    /// Bounds that let money in, by number.
    pub(crate) bounds: FxHashSet<u32>,
    /// Bounds across years that let money in, by number.
    pub(crate) crossings: FxHashSet<u32>,
    /// Additions that let money in, by number.
    pub(crate) additions: FxHashSet<u32>,
    /// Ceilings that let money in, with the amount.
    pub(crate) ceilings: FxHashMap<(PayerNo, Year), i64>,
    /// Tables of additions that let money in.
    pub(crate) inflows: FxHashSet<(PayerNo, Year)>,
}

/// Adds up both sides: gives what is asked beyond the money that may pay.
pub(crate) fn cut(problem: &Problem, cut: &Cut) -> Result<i128, Doubt> {
    let mut needed: i128 = 0;
    for &number in &cut.classes {
        let class = problem.classes.get(number as usize).ok_or("a cost that is not there")?;
        class_is_closed(problem, cut, class)?;
        needed += i128::from(class.cents);
    }
    for &(payer, year, cents) in &cut.floors {
        let reserve = problem.who(payer).and_then(|who| who.reserve.as_ref()).ok_or("a floor of no reserve")?;
        if cents > reserve.floor || year > reserve.floor_through {
            return Err("a floor above the floor");
        }
        year_end_is_closed(problem, cut, payer, year)?;
        needed += i128::from(cents);
    }
    #[expect(clippy::iter_over_hash_type, reason = "whether all are so does not depend on order")]
    for &(payer, year) in &cut.starts {
        let bounded = |kind| {
            matches!(kind, BoundKind::Limit | BoundKind::LimitTotal | BoundKind::Withdrawal | BoundKind::Movement)
        };
        if !cut.pools.contains(&(payer, year)) && !counted(problem, cut, payer, year, None, bounded) {
            return Err("money behind a limit is left out");
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "whether all are so does not depend on order")]
    for &(payer, year) in &cut.pools {
        pool_is_closed(problem, cut, payer, year)?;
    }
    let money = cut.supplies.iter().filter_map(|&number| problem.supplies.get(number as usize));
    let bounds = cut.bounds.iter().filter_map(|&number| problem.bounds.get(number as usize));
    let across = cut.crossings.iter().filter_map(|&number| problem.crossings.get(number as usize));
    let across: i128 = across.map(|crossing| i128::from(crossing.bound.cents)).sum();
    let additions = cut.additions.iter().filter_map(|&number| problem.additions.get(number as usize));
    let inflow = |(payer, year): &(PayerNo, Year)| {
        let reserve = problem.who(*payer).and_then(|who| who.reserve.as_ref());
        reserve.and_then(|reserve| reserve.inflow.get(year)).map_or(0, |(cents, _)| i128::from(*cents))
    };
    #[expect(clippy::iter_over_hash_type, reason = "a sum does not depend on order")]
    for (&(payer, _), &cents) in &cut.ceilings {
        let ceiling = problem.who(payer).and_then(|who| who.reserve.as_ref()).and_then(|reserve| reserve.ceiling);
        if ceiling.is_none_or(|(most, _)| cents < most) {
            return Err("a ceiling that is not there");
        }
    }
    let available: i128 = money.map(|supply| i128::from(supply.cents)).sum::<i128>()
        + bounds.map(|bound| i128::from(bound.cents)).sum::<i128>()
        + across
        + additions.map(|addition| i128::from(addition.cents.max(0))).sum::<i128>()
        + cut.inflows.iter().map(inflow).sum::<i128>()
        + cut.ceilings.values().map(|&cents| i128::from(cents)).sum::<i128>();
    Ok(needed - available)
}

/// Whether one of the counted bounds of this kind stands between a payer's money of a year and its use.
fn counted(
    problem: &Problem,
    cut: &Cut,
    payer: PayerNo,
    year: Year,
    owner: Option<Owner>,
    wanted: impl Fn(BoundKind) -> bool,
) -> bool {
    let goal = match owner {
        Some(Owner::Goal(goal)) => Some(goal),
        _ => None,
    };
    let across = cut.crossings.iter().filter_map(|&number| problem.crossings.get(number as usize));
    let bounds = cut.bounds.iter().filter_map(|&number| problem.bounds.get(number as usize));
    bounds.chain(across.map(|crossing| &crossing.bound)).any(|bound| {
        wanted(bound.kind)
            && bound.members.contains(&payer)
            && bound.years.contains(year)
            && (bound.goal.is_none() || bound.goal == goal)
    })
}

/// Everyone who may pay the class is counted, or what bounds it is.
fn class_is_closed(problem: &Problem, cut: &Cut, class: &Class) -> Result<(), Doubt> {
    let owner = class.members.first().and_then(|&member| problem.demands.get(member as usize)).map(|it| it.owner);
    for payer in (0u32..).take(problem.payers.len()).filter(|&payer| class.admits(problem, payer)) {
        for year in class.years.iter().filter(|year| problem.years.contains(*year)) {
            let to_goals = |kind: BoundKind| {
                !matches!(kind, BoundKind::Limit | BoundKind::LimitTotal | BoundKind::Withdrawal | BoundKind::Movement)
            };
            if has_money(problem, payer, year)
                && !cut.starts.contains(&(payer, year))
                && !counted(problem, cut, payer, year, owner, to_goals)
            {
                return Err("money that may pay is left out");
            }
        }
    }
    Ok(())
}

/// All that can come into a payer's money of a year is counted.
fn pool_is_closed(problem: &Problem, cut: &Cut, payer: PayerNo, year: Year) -> Result<(), Doubt> {
    let who = problem.who(payer).ok_or("a payer that is not there")?;
    for (supply, number) in problem.supplies.iter().zip(0u32..).filter(|(supply, _)| supply.payer == payer) {
        let comes = if who.reserve.is_some() { supply.years.first == year } else { supply.years.contains(year) };
        if comes && !supply.years.is_empty() && !cut.supplies.contains(&number) {
            return Err("a tranche is left out");
        }
    }
    for (addition, number) in problem.additions.iter().zip(0u32..) {
        let here = addition.to == payer && addition.year == year;
        let inside =
            addition.from.iter().all(|&from| cut.starts.contains(&(from, year)) || !has_money(problem, from, year));
        if here && !inside && !cut.additions.contains(&number) {
            return Err("an addition is left out");
        }
    }
    if let Some(reserve) = &who.reserve {
        if reserve.years.first < year && reserve.years.contains(year) {
            from_year_end(problem, cut, payer, year.previous())?;
        }
        for (other, number) in problem.payers.iter().zip(0u32..) {
            let releases = other.reserve.as_ref().filter(|it| it.release_to == Some(payer));
            if releases.is_some_and(|it| it.ends == Some(year.previous()) && !it.years.is_empty()) {
                from_year_end(problem, cut, number, year.previous())?;
            }
        }
    }
    Ok(())
}

/// Whether a payer can have money in a year.
fn has_money(problem: &Problem, payer: PayerNo, year: Year) -> bool {
    match problem.who(payer).and_then(|who| who.reserve.as_ref()) {
        Some(reserve) => reserve.years.contains(year),
        None => problem.supplies.iter().any(|supply| supply.payer == payer && supply.years.contains(year)),
    }
}

/// What stays at a year-end is counted, or the ceiling that bounds it.
fn from_year_end(problem: &Problem, cut: &Cut, payer: PayerNo, year: Year) -> Result<(), Doubt> {
    if cut.ceilings.contains_key(&(payer, year)) {
        return Ok(());
    }
    year_end_is_closed(problem, cut, payer, year)
}

/// What can be in a reserve at the end of a year is counted: its money of that year, and leftovers that join it.
fn year_end_is_closed(problem: &Problem, cut: &Cut, payer: PayerNo, year: Year) -> Result<(), Doubt> {
    if !cut.pools.contains(&(payer, year)) {
        return Err("the balance of a reserve is left out");
    }
    if cut.inflows.contains(&(payer, year)) {
        return Ok(());
    }
    for (supply, number) in problem.supplies.iter().zip(0u32..) {
        if supply.after == After::GoesTo(payer) && supply.year() == year && !cut.supplies.contains(&number) {
            return Err("a leftover is left out");
        }
    }
    Ok(())
}
