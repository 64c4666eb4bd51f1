//! Upper bounds: caps, limits, and what the plan fixes. Those that fit the network become arcs in it; the others cross it.

use super::payers::{Supply, members, yearly_limit};
use super::{Change, Item, PayerNo, Problem};
use crate::model::{CarryOver, Fact, FactState, GoalId, Payer, Plan, ReserveId, SourceId};
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{LimitPeriod, Stage};
use rustc_hash::{FxHashMap, FxHashSet};

/// What a bound is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BoundKind {
    /// `at most A per year from S`
    Cap,
    /// `at most A total from S`
    CapTotal,
    /// `paid by S 2024: A`, or a cell of a coverage matrix.
    Paid,
    /// A coverage table: what a payer pays in a year over all goals.
    Coverage,
    /// `withdraw 2025: A`
    Withdrawal,
    /// A negative net movement.
    Movement,
    /// `withdraw at most A per year`
    Limit,
    /// `withdraw at most A total`
    LimitTotal,
}

impl BoundKind {
    /// Whether the plan fixes the amount: then it is a lower bound too, once everything can be paid.
    pub(crate) fn is_fixed(self) -> bool {
        match self {
            Self::Cap | Self::CapTotal | Self::Limit | Self::LimitTotal => false,
            Self::Paid | Self::Coverage | Self::Withdrawal | Self::Movement => true,
        }
    }
}

/// An upper bound on what some payers pay in some years, to one goal or in all.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// What it is.
    pub(crate) kind: BoundKind,
    /// The payer as named.
    pub(crate) payer: Payer,
    /// The payers without parts that it stands for, ascending.
    pub(crate) members: Vec<PayerNo>,
    /// To which goal; `None` is to all together.
    pub(crate) goal: Option<GoalId>,
    /// In which years together.
    pub(crate) years: YearRange,
    /// How much at most.
    pub(crate) cents: i64,
    /// Where it stands.
    pub(crate) place: Place,
}

/// A bound that cannot be an arc of the network.
#[derive(Clone, Debug)]
pub(crate) struct Crossing {
    /// The bound.
    pub(crate) bound: Bound,
}

/// Bounds by whom they concern.
#[derive(Default)]
pub(super) struct Bounds {
    /// On a payer over all goals, by payer and year: numbers in [`Problem::bounds`].
    numbers: FxHashMap<Payer, PayerNo>,
}

fn sums(facts: &[Fact]) -> Vec<(YearRange, i64, Place)> {
    let mut all: Vec<(YearRange, i64, Place)> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.stage == Stage::Planned && fact.state == FactState::Known) {
        match all.iter_mut().find(|(years, _, _)| *years == fact.years) {
            Some((_, cents, _)) => *cents = cents.saturating_add(fact.money.0),
            None => all.push((fact.years, fact.money.0, fact.place)),
        }
    }
    all
}

impl Bounds {
    /// Reads the bounds on payers over all goals.
    pub(super) fn of_payers(plan: &Plan, change: Option<Change>, problem: &mut Problem) -> Self {
        let numbers: FxHashMap<Payer, PayerNo> = problem.payers.iter().map(|who| who.payer).zip(0..).collect();
        let all = Self { numbers };
        let released = years_that_differ(plan, change, problem);
        let named = named(plan);
        for (id, _) in (0u32..).map(SourceId).zip(&plan.sources) {
            let payer = Payer::Source(id);
            for (years, cents, place) in sums(plan.ledger.source_coverage.of(id.0)) {
                all.over_all(plan, problem, &named, (BoundKind::Coverage, payer), years, cents, place, &released);
            }
        }
        for (id, reserve) in (0u32..).map(ReserveId).zip(&plan.reserves) {
            let payer = Payer::Reserve(id);
            for (years, cents, place) in sums(plan.ledger.reserve_coverage.of(id.0)) {
                all.over_all(plan, problem, &named, (BoundKind::Coverage, payer), years, cents, place, &released);
            }
            for (years, cents, place) in sums(plan.ledger.withdrawal.of(id.0)) {
                all.over_all(plan, problem, &named, (BoundKind::Withdrawal, payer), years, cents, place, &[]);
            }
            for fact in plan.ledger.movement.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned) {
                let cents = (-fact.money.0).max(0);
                all.over_all(plan, problem, &named, (BoundKind::Movement, payer), fact.years, cents, fact.place, &[]);
            }
            if let Some((cents, place)) = yearly_limit(plan, id) {
                for year in problem.years.iter() {
                    let years = YearRange::one(year);
                    all.over_all(plan, problem, &named, (BoundKind::Limit, payer), years, cents, place, &[]);
                }
            }
            for (bound, _) in reserve.limits.iter().filter(|(_, period)| *period == LimitPeriod::Total) {
                if let Some(amount) = bound.amount {
                    let (years, cents) = (problem.years, amount.0.max(0));
                    all.over_all(plan, problem, &named, (BoundKind::LimitTotal, payer), years, cents, bound.place, &[]);
                }
            }
        }
        all
    }

    /// A bound on what a payer pays in all.
    #[expect(clippy::too_many_arguments, reason = "one call for every kind of bound")]
    fn over_all(
        &self,
        plan: &Plan,
        problem: &mut Problem,
        named: &FxHashSet<Payer>,
        (kind, payer): (BoundKind, Payer),
        years: YearRange,
        cents: i64,
        place: Place,
        released: &[YearRange],
    ) {
        let members = members(plan, payer, &self.numbers);
        if members.is_empty() || cents < 0 || released.iter().any(|range| range.meets(years)) {
            return;
        }
        let alike = are_alike(problem, named, &members);
        let bound = Bound { kind, payer, members, goal: None, years, cents, place };
        let moves_freely = kind == BoundKind::Movement && fed(plan, payer);
        if years.first == years.last && alike && !moves_freely {
            problem.bounds.push(bound);
        } else if can_bind(problem, &bound) {
            problem.crossings.push(Crossing { bound });
        }
    }

    /// The bounds on what single payers pay to one goal: numbers of those that are arcs, and of those that cross.
    ///
    /// `windows` are the windows of the goal's demands; `paid` are the stated payments that count.
    pub(super) fn of_goal(
        &self,
        plan: &Plan,
        problem: &mut Problem,
        goal: GoalId,
        asked: &[(YearRange, i64)],
        paid: &[(Payer, YearRange, i64, Place)],
    ) -> (Vec<u32>, Vec<u32>) {
        let mut found: Vec<Bound> = Vec::new();
        let item = plan.goals.get(goal.index());
        let total: i64 = asked.iter().map(|(_, cents)| *cents).fold(0, i64::saturating_add);
        for cap in item.map_or(&[][..], |goal| &goal.caps) {
            let Some(amount) = cap.bound.amount else { continue };
            let members = members(plan, cap.payer, &self.numbers);
            let (cents, place, payer) = (amount.0.max(0), cap.bound.place, cap.payer);
            let bound =
                |kind, years| Bound { kind, payer, members: members.clone(), goal: Some(goal), years, cents, place };
            match cap.period {
                LimitPeriod::PerYear => {
                    for year in problem.years.iter() {
                        let within = asked.iter().filter(|(years, _)| years.contains(year)).map(|(_, cents)| *cents);
                        if cents < within.fold(0, i64::saturating_add) {
                            found.push(bound(BoundKind::Cap, YearRange::one(year)));
                        }
                    }
                }
                LimitPeriod::Total if cents < total => found.push(bound(BoundKind::CapTotal, problem.years)),
                LimitPeriod::Total => {}
            }
        }
        for &(payer, years, cents, place) in paid {
            let members = members(plan, payer, &self.numbers);
            found.push(Bound { kind: BoundKind::Paid, payer, members, goal: Some(goal), years, cents, place });
        }
        found.sort_by_key(|bound| (bound.years.len(), bound.members.len(), bound.kind, bound.years));
        sorted_out(problem, found, asked)
    }
}

/// Whether leftovers or releases may come into the reserve, so that a net movement does not bound withdrawals.
fn fed(plan: &Plan, payer: Payer) -> bool {
    let Payer::Reserve(id) = payer else { return false };
    plan.sources.iter().any(|source| source.parts.is_empty() && source.carry_over == CarryOver::GoesTo(id))
        || plan.reserves.iter().any(|reserve| reserve.release_to.is_some_and(|(to, _)| to == id))
}

/// Whether the payers could pay more than the bound at all.
fn can_bind(problem: &Problem, bound: &Bound) -> bool {
    let money = problem.supplies.iter().filter(|supply| bound.members.contains(&supply.payer));
    let money = money.fold(0i64, |sum, supply| sum.saturating_add(supply.cents));
    let is_reserve = matches!(bound.payer, Payer::Reserve(_));
    let unlimited = bound.members.iter().any(|&member| problem.who(member).is_some_and(|who| who.unlimited.is_some()));
    is_reserve || unlimited || money > bound.cents
}

/// Those that are arcs of the network (each within the next, and of one window where they span years), and the others.
fn sorted_out(problem: &mut Problem, found: Vec<Bound>, asked: &[(YearRange, i64)]) -> (Vec<u32>, Vec<u32>) {
    let (mut arcs, mut crossings) = (Vec::new(), Vec::new());
    let mut kept: Vec<Bound> = Vec::new();
    for bound in found {
        let meeting: Vec<YearRange> =
            asked.iter().map(|(years, _)| *years).filter(|years| years.meets(bound.years)).collect();
        let one_window = bound.years.len() == 1 || meeting.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        let nested = kept.iter().all(|inner| {
            let apart = !inner.years.meets(bound.years) || !inner.members.iter().any(|it| bound.members.contains(it));
            apart || (bound.years.covers(inner.years) && inner.members.iter().all(|it| bound.members.contains(it)))
        });
        if one_window && nested {
            arcs.push(u32::try_from(problem.bounds.len()).unwrap_or(u32::MAX));
            kept.push(bound.clone());
            problem.bounds.push(bound);
        } else {
            crossings.push(u32::try_from(problem.crossings.len()).unwrap_or(u32::MAX));
            problem.crossings.push(Crossing { bound });
        }
    }
    (arcs, crossings)
}

/// Years in which what all payers together are stated to pay is not what all goals together cost: said there (402), and
/// then the stated amounts bound nothing.
fn years_that_differ(plan: &Plan, change: Option<Change>, problem: &Problem) -> Vec<YearRange> {
    let ledger = &plan.ledger;
    let coverage = ledger.source_coverage.all().iter().chain(ledger.reserve_coverage.all());
    let coverage = coverage.filter(|fact| fact.stage == Stage::Planned);
    let mut paid: FxHashMap<Year, i128> = FxHashMap::default();
    let mut wide = Vec::new();
    for fact in coverage {
        if fact.years.first == fact.years.last {
            *paid.entry(fact.years.first).or_default() += fact.money.wide();
        } else {
            wide.push(fact.years);
        }
    }
    if paid.is_empty() {
        return Vec::new();
    }
    let mut cost: FxHashMap<Year, i128> = FxHashMap::default();
    for fact in ledger.cost.all_counting() {
        if fact.years.first == fact.years.last {
            *cost.entry(fact.years.first).or_default() += fact.money.wide();
        } else {
            wide.push(fact.years);
        }
    }
    if let Some(Change { item: Item::Cost(_, _, years), cents }) = change
        && years.first == years.last
    {
        *cost.entry(years.first).or_default() += i128::from(cents);
    }
    let others = |year: Year| {
        let stated = |supply: &Supply| {
            let payer = problem.who(supply.payer).map(|who| who.payer);
            payer.is_some_and(|payer| states_coverage(plan, payer, year))
        };
        let without_limit =
            problem.payers.iter().any(|who| who.unlimited.is_some() && !states_coverage(plan, who.payer, year));
        without_limit || problem.supplies.iter().any(|supply| supply.years.contains(year) && !stated(supply))
    };
    let differs = |year: &Year| {
        let (paid, cost) = (paid.get(year).copied().unwrap_or(0), cost.get(year).copied().unwrap_or(0));
        let open = wide.iter().any(|range| range.contains(*year));
        paid != 0 && !open && (paid > cost || (paid < cost && !others(*year)))
    };
    problem.years.iter().filter(differs).map(YearRange::one).collect()
}

/// Whether a coverage table says what the payer, or a whole that it is part of, pays in the year.
fn states_coverage(plan: &Plan, payer: Payer, year: Year) -> bool {
    let has = |facts: &[Fact]| facts.iter().any(|fact| fact.stage == Stage::Planned && fact.years.contains(year));
    match payer {
        Payer::Reserve(id) => has(plan.ledger.reserve_coverage.of(id.0)),
        Payer::Source(mut id) => {
            for _ in 0..=plan.sources.len() {
                if has(plan.ledger.source_coverage.of(id.0)) {
                    return true;
                }
                match plan.sources.get(id.index()).and_then(|source| source.whole) {
                    Some(whole) => id = whole,
                    None => return false,
                }
            }
            false
        }
    }
}

/// Every payer that a goal or theme names.
fn named(plan: &Plan) -> FxHashSet<Payer> {
    let lists = plan.goals.iter().map(|goal| &goal.paid_by).chain(plan.themes.iter().map(|theme| &theme.paid_by));
    let listed = lists.flatten().map(|entry| entry.payer);
    let capped = plan.goals.iter().flat_map(|goal| &goal.caps).map(|cap| cap.payer);
    let paid = plan.ledger.payment.all().iter().filter_map(Fact::payer);
    listed.chain(capped).chain(paid).collect()
}

/// Whether the payers may pay the same goals: one, or parts of a whole with one earmark that nothing names apart.
fn are_alike(problem: &Problem, named: &FxHashSet<Payer>, members: &[PayerNo]) -> bool {
    let mut all = members.iter().filter_map(|&member| problem.who(member));
    let Some(first) = all.next() else { return true };
    members.len() == 1
        || (!named.contains(&first.payer) && all.all(|who| who.earmark == first.earmark && !named.contains(&who.payer)))
}
