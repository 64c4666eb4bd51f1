//! What payers pay as the plan states it: by payer and year, and whether that is all they pay.

use super::sum::{self, Sum};
use super::transfers::Transfers;
use crate::model::{Entity, Fact, FactState, Goal, GoalId, Payer, Plan};
use crate::money::{Money, Year, YearRange};
use crate::syntax::ast::Stage;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// More pairs of payers and open goals than this are not tried one by one; payments then count as not stated.
const MOST_PAIRS: usize = 2_000_000;

/// What each payer pays to each goal (or to what is no goal) in each year.
type Dealt = FxHashMap<(Payer, Option<GoalId>, Year), i128>;

/// Stated payments, ready to be asked for.
#[derive(Debug, Default)]
pub struct Payments {
    /// Payments to goals, added up by payer and year.
    to_goals: FxHashMap<(Payer, Year), Sum>,
    /// Payers that pay over a window somewhere, with the window.
    windows: FxHashMap<Payer, Vec<YearRange>>,
    /// Per year: the goals whose cost in it is not wholly covered by stated payments.
    open: FxHashMap<Year, Vec<GoalId>>,
    /// Years in which what payers are stated to pay together is the cost of all goals together.
    complete: Vec<Year>,
    /// Whether payers and open goals are few enough to be tried one by one.
    few_pairs: bool,
    /// What goes to reserves.
    pub transfers: Transfers,
    /// Of a division of the money: every payment, by payer, goal and year. Then nothing is left open.
    dealt: Option<Dealt>,
    /// The same by goal and by payer, once a rule asks.
    pairs: OnceLock<Pairs>,
}

/// Who pays whom in a division of the money, each in order.
#[derive(Debug, Default)]
struct Pairs {
    payers: FxHashMap<GoalId, Vec<Payer>>,
    goals: FxHashMap<Payer, Vec<GoalId>>,
}

impl Pairs {
    fn of(dealt: &Dealt) -> Self {
        let mut pairs: Vec<(Payer, GoalId)> = dealt
            .iter()
            .filter(|(_, cents)| **cents != 0)
            .filter_map(|((payer, goal, _), _)| Some((*payer, (*goal)?)))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut all = Self::default();
        for (payer, goal) in pairs {
            all.payers.entry(goal).or_default().push(payer);
            all.goals.entry(payer).or_default().push(goal);
        }
        all
    }
}

/// What a goal asks and is paid in one year.
#[derive(Clone, Copy, Default)]
struct Asked {
    /// Whether anything is asked.
    asks: bool,
    cost: Sum,
    budget: Sum,
    paid: Sum,
}

impl Asked {
    fn ask(&mut self, fact: &Fact, whole: bool, budget: bool) {
        self.asks |= fact.money != Money::ZERO || fact.state != FactState::Known;
        add(if budget { &mut self.budget } else { &mut self.cost }, fact, whole);
    }

    /// Whether its costs, or its budget where that is more, are wholly covered by stated payments.
    fn is_settled(&self) -> bool {
        let known = !self.cost.unknown && !self.budget.unknown && !self.paid.unknown;
        known && !self.cost.pm && !self.budget.pm && self.paid.cents >= self.cost.cents.max(self.budget.cents)
    }
}

/// Adds a fact to the sum of one year; of a window the plan does not say how it divides.
fn add(sum: &mut Sum, fact: &Fact, whole: bool) {
    if whole {
        sum.add(fact);
    } else if fact.money != Money::ZERO {
        sum.unknown = true;
    }
}

/// What one goal asks and is paid, by years of the plan; used again for every goal.
struct AskedByYear {
    years: YearRange,
    all: Vec<Asked>,
    /// The years that are not empty lie in this range.
    filled: Option<YearRange>,
}

impl AskedByYear {
    fn new(years: YearRange) -> Self {
        Self { years, all: vec![Asked::default(); years.len()], filled: None }
    }

    fn part(&mut self, years: YearRange) -> &mut [Asked] {
        let offset = |year: Year| YearRange { first: self.years.first, last: year }.len();
        let (start, end) = (offset(years.first).saturating_sub(1), offset(years.last));
        self.all.get_mut(start..end).unwrap_or_default()
    }

    fn clear(&mut self) {
        if let Some(filled) = self.filled.take() {
            self.part(filled).fill(Asked::default());
        }
    }

    fn add(&mut self, facts: &[Fact], add: impl Fn(&mut Asked, &Fact, bool)) {
        for fact in facts.iter().filter(|fact| fact.stage == Stage::Planned) {
            let YearRange { first, last } = fact.years;
            let within = YearRange { first: first.max(self.years.first), last: last.min(self.years.last) };
            if within.is_empty() {
                continue;
            }
            self.filled = Some(self.filled.map_or(within, |filled| filled.to(within)));
            self.part(within).iter_mut().for_each(|asked| add(asked, fact, first == last));
        }
    }

    /// The years in which more is asked than is stated to be paid.
    fn unsettled(&mut self) -> impl Iterator<Item = Year> {
        let filled = self.filled.unwrap_or(YearRange { first: Year(0), last: Year(-1) });
        let asked = filled.iter().zip(self.part(filled).iter());
        asked.filter(|(_, asked)| asked.asks && !asked.is_settled()).map(|(year, _)| year)
    }
}

impl Payments {
    /// Collects them.
    pub fn of(plan: &Plan, years: YearRange) -> Self {
        let mut payments = Self { transfers: Transfers::of(plan), ..Self::default() };
        for fact in plan.ledger.payment.all().iter().filter(|fact| fact.stage == Stage::Planned) {
            let Some(payer) = fact.payer() else { continue };
            if fact.years.first == fact.years.last {
                payments.to_goals.entry((payer, fact.years.first)).or_default().add(fact);
            } else {
                payments.windows.entry(payer).or_default().push(fact.years);
            }
        }
        payments.find_open(plan, years);
        payments.find_complete(plan, years);
        let payers = plan.sources.len() + plan.reserves.len();
        let most_open = payments.open.values().map(Vec::len).max().unwrap_or(0);
        payments.few_pairs = payers.saturating_mul(most_open) <= MOST_PAIRS;
        payments
    }

    /// The payments of a division of the money: by payer, the goal where it is one, and year.
    pub fn dealt(plan: &Plan, payments: impl Iterator<Item = (Payer, Option<GoalId>, Year, i64)>) -> Self {
        let mut all = Self { transfers: Transfers::of(plan), ..Self::default() };
        let mut dealt = Dealt::default();
        for (payer, goal, year, cents) in payments {
            let sum = all.to_goals.entry((payer, year)).or_default();
            *sum = sum.plus(Sum::of(i128::from(cents)));
            *dealt.entry((payer, goal, year)).or_default() += i128::from(cents);
        }
        all.dealt = Some(dealt);
        all
    }

    /// Whether they are those of a division of the money, so that nothing is left open.
    pub fn are_dealt(&self) -> bool {
        self.dealt.is_some()
    }

    /// What a payer pays to a goal in a year, in a division of the money; `None` where there is no division.
    pub fn to_goal(&self, payer: Payer, goal: GoalId, year: Year) -> Option<i128> {
        let dealt = self.dealt.as_ref()?;
        Some(dealt.get(&(payer, Some(goal), year)).copied().unwrap_or(0))
    }

    fn pairs(&self) -> Option<&Pairs> {
        let dealt = self.dealt.as_ref()?;
        Some(self.pairs.get_or_init(|| Pairs::of(dealt)))
    }

    /// Who pays a goal in a division of the money, in order; `None` where there is no division.
    pub fn payers_of(&self, goal: GoalId) -> Option<&[Payer]> {
        Some(self.pairs()?.payers.get(&goal).map_or(&[], Vec::as_slice))
    }

    /// Which goals a payer pays in a division of the money, in order; `None` where there is no division.
    pub fn goals_of(&self, payer: Payer) -> Option<&[GoalId]> {
        Some(self.pairs()?.goals.get(&payer).map_or(&[], Vec::as_slice))
    }

    fn find_open(&mut self, plan: &Plan, years: YearRange) {
        let mut asked = AskedByYear::new(years);
        for (index, goal) in (0u32..).zip(&plan.goals) {
            let id = GoalId(index);
            if goal.label.damaged || goal.remainder_of.is_some() {
                years.iter().for_each(|year| self.open.entry(year).or_default().push(id));
                continue;
            }
            asked.clear();
            asked.add(plan.ledger.cost.of(index), |asked, fact, whole| asked.ask(fact, whole, false));
            asked.add(plan.ledger.budget.of(index), |asked, fact, whole| asked.ask(fact, whole, true));
            asked.add(plan.ledger.payment.of(index), |asked, fact, whole| add(&mut asked.paid, fact, whole));
            for year in asked.unsettled() {
                self.open.entry(year).or_default().push(id);
            }
        }
    }

    /// A year is complete where coverage tables over all goals add up to exactly what the goals cost.
    fn find_complete(&mut self, plan: &Plan, years: YearRange) {
        if plan.damage.cost.is_some() || plan.damage.coverage.is_some() {
            return;
        }
        let mut cost: FxHashMap<Year, Sum> = FxHashMap::default();
        let mut clouded = vec![];
        for fact in plan.ledger.cost.all().iter().chain(plan.ledger.budget.all()) {
            if fact.stage != Stage::Planned {
                continue;
            }
            if fact.years.first == fact.years.last {
                cost.entry(fact.years.first).or_default().add(fact);
            } else {
                clouded.push(fact.years);
            }
        }
        let mut covered: FxHashMap<Year, Sum> = FxHashMap::default();
        let tables = plan.ledger.source_coverage.all().iter().chain(plan.ledger.reserve_coverage.all());
        for fact in tables.filter(|fact| fact.stage == Stage::Planned && fact.years.first == fact.years.last) {
            covered.entry(fact.years.first).or_default().add(fact);
        }
        for year in years.iter() {
            let whole = |sum: Option<&Sum>| sum.filter(|sum| !sum.unknown && !sum.pm).map(|sum| sum.cents);
            let (Some(cost), Some(covered)) = (whole(cost.get(&year)), whole(covered.get(&year))) else { continue };
            if cost == covered && !clouded.iter().any(|window| window.contains(year)) {
                self.complete.push(year);
            }
        }
    }

    /// What the payer pays in the year. Unknown unless the plan states all of it.
    pub fn paid(&self, plan: &Plan, payer: Payer, year: Year) -> Sum {
        if self.dealt.is_some() {
            return self.to_goals.get(&(payer, year)).copied().unwrap_or(Sum::of(0));
        }
        let over_all = match payer {
            Payer::Source(id) => plan.ledger.source_coverage.of(id.0),
            Payer::Reserve(id) => plan.ledger.reserve_coverage.of(id.0),
        };
        if covers(over_all, year) {
            return sum::in_year(over_all, year, Stage::Planned);
        }
        let mut sum = self.to_goals.get(&(payer, year)).copied().unwrap_or_default();
        let in_window = self.windows.get(&payer).is_some_and(|all| all.iter().any(|window| window.contains(year)));
        let wide = over_all.iter().any(|fact| fact.stage == Stage::Planned && fact.years.contains(year));
        if in_window || wide || (!self.complete.contains(&year) && self.may_pay_more(plan, payer, year)) {
            sum.unknown = true;
        }
        sum
    }

    /// What the payer pays over windows that end in the year.
    pub fn ending(&self, plan: &Plan, payer: Payer, year: Year) -> Sum {
        let mut sum = Sum::default();
        if !self.windows.get(&payer).is_some_and(|all| all.iter().any(|window| window.last == year)) {
            return sum;
        }
        let ends = |fact: &&Fact| {
            fact.stage == Stage::Planned && fact.years.first < fact.years.last && fact.years.last == year
        };
        for fact in plan.ledger.payment.all().iter().filter(ends).filter(|fact| fact.payer() == Some(payer)) {
            sum.add(fact);
        }
        sum
    }

    fn may_pay_more(&self, plan: &Plan, payer: Payer, year: Year) -> bool {
        let Some(open) = self.open.get(&year) else { return false };
        if !self.few_pairs {
            return true;
        }
        let may = |goal: &Goal| plan.may_pay(payer, goal) || wholes_may(plan, payer, goal);
        open.iter().filter_map(|id| plan.goals.get(id.index())).any(may)
    }
}

/// Whether a part of the payer (where it is a whole) may pay the goal.
fn wholes_may(plan: &Plan, payer: Payer, goal: &Goal) -> bool {
    let Payer::Source(id) = payer else { return false };
    let has_parts = plan.sources.get(id.index()).is_some_and(|source| !source.parts.is_empty());
    has_parts && plan.leaves(id).into_iter().any(|leaf| plan.may_pay(Payer::Source(leaf), goal))
}

fn covers(facts: &[Fact], year: Year) -> bool {
    facts.iter().any(|fact| fact.stage == Stage::Planned && fact.years == YearRange::one(year))
}

/// The leaves of a payer, and itself: everything whose stated payments are the payer's.
pub fn family(plan: &Plan, payer: Payer) -> Vec<Payer> {
    let Payer::Source(id) = payer else { return vec![payer] };
    let mut all = vec![payer];
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if let Some(source) = plan.sources.get(id.index()) {
            all.extend(source.parts.iter().map(|&part| Payer::Source(part)));
            open.extend(&source.parts);
        }
    }
    all
}

/// The name of a payer in a message.
pub fn name(plan: &Plan, payer: Payer) -> &str {
    plan.name(Entity::from(payer))
}
