//! The figures of a plan whose headroom can be asked, and how each is to be worked out.

use crate::flow::division::{Asked, Demand, Owner};
use crate::flow::problem::{Item, Problem, SupplyKind};
use crate::model::{Fact, FactState, GoalId, Payer, Plan, ThemeId};
use crate::money::YearRange;
use crate::syntax::ast::Stage;
use rustc_hash::{FxHashMap, FxHashSet};

/// How the headroom of a figure is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Someone without limit pays it.
    Without,
    /// A largest flow to the class with this number.
    Class(u32),
    /// A largest flow in place of the supply with this number.
    Supply(u32),
    /// The question itself changes with it.
    Changed,
}

/// A figure whose headroom is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) item: Item,
    pub(super) years: YearRange,
    /// What it is now, in minor units.
    pub(super) cents: i64,
    pub(super) kind: Kind,
}

impl Target {
    /// The goal or theme, of a cost or budget.
    pub(super) fn owner(&self) -> Option<Owner> {
        match self.item {
            Item::Cost(goal, _, _) | Item::Budget(goal, _) => Some(Owner::Goal(goal)),
            Item::ThemeBudget(theme, _) => Some(Owner::Theme(theme)),
            Item::Tranche(..) | Item::Opening(..) => None,
        }
    }
}

/// The name of what a figure belongs to.
pub(super) fn name(plan: &Plan, item: Item) -> &str {
    match item {
        Item::Cost(goal, _, _) | Item::Budget(goal, _) => plan.name(crate::model::Entity::Goal(goal)),
        Item::ThemeBudget(theme, _) => plan.name(crate::model::Entity::Theme(theme)),
        Item::Tranche(source, _) => plan.name(Payer::Source(source)),
        Item::Opening(reserve, _) => plan.name(Payer::Reserve(reserve)),
    }
}

/// Every figure: costs goal by goal in the order of names, one for each window; then themes; then money by name and year.
pub(super) fn targets(plan: &Plan, problem: &Problem, left_out: &FxHashSet<GoalId>) -> Vec<Target> {
    let reader = Reader::new(plan, problem, left_out);
    let mut targets = Vec::new();
    let mut seen: FxHashSet<(Owner, YearRange)> = FxHashSet::default();
    let mut goals: Vec<GoalId> = (0u32..).map(GoalId).take(plan.goals.len()).collect();
    goals.sort_by(|a, b| name(plan, Item::Budget(*a, problem.years)).cmp(name(plan, Item::Budget(*b, problem.years))));
    let mut items: Vec<Item> = Vec::new();
    for goal in goals {
        let mut costs: Vec<Item> = reader.costs_of(goal).map(|fact| Item::Cost(goal, fact.other, fact.years)).collect();
        if costs.is_empty() {
            let budgets = plan.ledger.budget.counting(goal.0).filter(|fact| fact.state != FactState::Unknown);
            costs.extend(budgets.map(|fact| Item::Budget(goal, fact.years)));
        }
        items.extend(costs);
    }
    let mut themes: Vec<ThemeId> = (0u32..).map(ThemeId).take(plan.themes.len()).collect();
    themes.sort_by(|a, b| {
        name(plan, Item::ThemeBudget(*a, problem.years)).cmp(name(plan, Item::ThemeBudget(*b, problem.years)))
    });
    for theme in themes {
        let budgets = plan.ledger.theme_budget.counting(theme.0).filter(|fact| fact.state != FactState::Unknown);
        items.extend(budgets.map(|fact| Item::ThemeBudget(theme, fact.years)));
    }
    for item in items {
        if let Some(target) = reader.target(item)
            && let Some(owner) = target.owner()
            && seen.insert((owner, target.years))
        {
            targets.push(target);
        }
    }
    let mut supplies: Vec<(u32, usize)> = problem.supplies.iter().map(|supply| supply.payer).zip(0..).collect();
    supplies.sort_by_key(|&(payer, index)| (payer, problem.supplies.get(index).map(|supply| supply.kind)));
    targets.extend(supplies.into_iter().filter_map(|(_, index)| reader.money(index)));
    targets
}

/// Some costs and budgets; `None` where the plan does not ask for one.
pub(super) fn targets_of(
    plan: &Plan,
    problem: &Problem,
    left_out: &FxHashSet<GoalId>,
    items: impl Iterator<Item = Item>,
) -> Vec<Option<Target>> {
    let reader = Reader::new(plan, problem, left_out);
    items.map(|item| reader.target(item)).collect()
}

struct Reader<'a> {
    plan: &'a Plan,
    problem: &'a Problem,
    left_out: &'a FxHashSet<GoalId>,
    /// By demand, its class.
    class_of: Vec<Option<u32>>,
    /// By goal, the numbers of its demands.
    demands: Vec<Vec<u32>>,
    /// By theme whose budget is more than its goals cost, the numbers of its demands.
    spacious: FxHashMap<ThemeId, Vec<u32>>,
    /// Something says what payers pay over all goals.
    covered: bool,
}

impl<'a> Reader<'a> {
    fn new(plan: &'a Plan, problem: &'a Problem, left_out: &'a FxHashSet<GoalId>) -> Self {
        let mut class_of = vec![None; problem.demands.len()];
        for (class, number) in problem.classes.iter().zip(0u32..) {
            for &member in &class.members {
                if let Some(slot) = class_of.get_mut(member as usize) {
                    *slot = Some(number);
                }
            }
        }
        let mut demands = vec![Vec::new(); plan.goals.len()];
        let mut spacious: FxHashMap<ThemeId, Vec<u32>> = FxHashMap::default();
        for (demand, number) in problem.demands.iter().zip(0u32..) {
            match demand.owner {
                Owner::Goal(id) => {
                    if let Some(list) = demands.get_mut(id.index()) {
                        list.push(number);
                    }
                }
                Owner::Theme(id) => spacious.entry(id).or_default().push(number),
            }
        }
        let planned = |facts: &[Fact]| facts.iter().any(|fact| fact.stage == Stage::Planned);
        let covered = planned(plan.ledger.source_coverage.all()) || planned(plan.ledger.reserve_coverage.all());
        Self { plan, problem, left_out, class_of, demands, spacious, covered }
    }

    /// The costs of a goal that count.
    fn costs_of(&self, goal: GoalId) -> impl Iterator<Item = &'a Fact> {
        self.plan.ledger.cost.counting(goal.0).filter(|fact| fact.state != FactState::Unknown)
    }

    fn target(&self, item: Item) -> Option<Target> {
        match item {
            Item::Cost(goal, line, years) => {
                let mine =
                    |demand: &&Demand| demand.asked == Asked::Cost && demand.line == line && demand.years == years;
                self.of_goal(item, goal, years, mine, !self.covered)
            }
            Item::Budget(goal, years) => {
                let mine = |demand: &&Demand| demand.asked == Asked::Budget && demand.years == years;
                let alone = self.costs_of(goal).next().is_none();
                self.of_goal(item, goal, years, mine, alone)
            }
            Item::ThemeBudget(theme, years) => {
                let numbers = self.spacious.get(&theme).map_or(&[][..], Vec::as_slice);
                let years_of = |number: u32| self.problem.demands.get(number as usize).map(|demand| demand.years);
                let found = numbers.iter().copied().find(|&number| years_of(number) == Some(years));
                let found = found.filter(|_| self.problem.crossings.is_empty());
                let class = found.and_then(|number| self.class_of.get(number as usize).copied().flatten());
                let kind = class.map_or(Kind::Changed, Kind::Class);
                let facts = self.plan.ledger.theme_budget.counting(theme.0).filter(|fact| fact.years == years);
                let cents = facts.map(|fact| fact.money.0).fold(0, i64::saturating_add);
                Some(Target { item, years, cents, kind })
            }
            Item::Tranche(..) | Item::Opening(..) => None,
        }
    }

    fn of_goal(
        &self,
        item: Item,
        goal: GoalId,
        years: YearRange,
        mine: impl Fn(&&Demand) -> bool,
        alone: bool,
    ) -> Option<Target> {
        let all = self.demands.get(goal.index())?;
        if self.left_out.contains(&goal) {
            return None;
        }
        let demand = |number: &u32| self.problem.demands.get(*number as usize);
        if all.iter().filter_map(demand).any(|demand| demand.asked == Asked::Remainder) {
            return None;
        }
        let found: Vec<u32> = all.iter().copied().filter(|number| demand(number).as_ref().is_some_and(&mine)).collect();
        let cents = found.iter().filter_map(demand).map(|demand| demand.cents).fold(0, i64::saturating_add);
        let kind = match found.as_slice() {
            &[number] if alone && self.is_plain(goal, item, number) => self.kind(number),
            _ => Kind::Changed,
        };
        // A goal without any demand is one that the plan does not count, unless the item itself would make one.
        let counts = !found.is_empty() || matches!(item, Item::Budget(..)) && self.is_counted(goal);
        counts.then_some(Target { item, years, cents, kind })
    }

    /// Whether a goal takes part at all: its decisions are not rejected and it could be read.
    fn is_counted(&self, goal: GoalId) -> bool {
        let item = self.plan.goals.get(goal.index());
        item.is_some_and(|goal| {
            let rejected = |id: crate::model::DecisionId| {
                let decision = self.plan.decisions.get(id.index());
                decision.is_some_and(|decision| decision.state == crate::model::DecisionState::Rejected)
            };
            !goal.label.damaged && goal.remainder_of.is_none() && !goal.needs.iter().any(|(id, _)| rejected(*id))
        })
    }

    fn kind(&self, number: u32) -> Kind {
        let without = self.problem.paid_without_limit.get(number as usize).copied().flatten();
        if without.is_some() {
            return Kind::Without;
        }
        self.class_of.get(number as usize).copied().flatten().map_or(Kind::Changed, Kind::Class)
    }

    /// Whether one cent more of it is one cent more of the demand and changes nothing else.
    fn is_plain(&self, goal: GoalId, item: Item, number: u32) -> bool {
        let ledger = &self.plan.ledger;
        let Some(entry) = self.plan.goals.get(goal.index()) else { return false };
        let demand = |number: &u32| self.problem.demands.get(*number as usize);
        let budget = self.demands.get(goal.index()).into_iter().flatten().filter_map(demand);
        let other_budget = matches!(item, Item::Cost(..)) && budget.clone().any(|demand| demand.asked == Asked::Budget);
        let shared = demand(&number).is_none_or(|demand| demand.share_of.is_some());
        let negative = self.costs_of(goal).any(|fact| fact.money.0 < 0);
        let bounded = !entry.caps.is_empty() || !ledger.payment.of(goal.0).is_empty();
        !(other_budget || shared || negative || bounded)
            && self.problem.crossings.is_empty()
            && !self.in_spacious_theme(entry.theme)
    }

    /// Whether a theme around it has a budget that is more than its goals cost.
    fn in_spacious_theme(&self, theme: Option<ThemeId>) -> bool {
        let mut theme = theme;
        for _ in 0..=self.plan.themes.len() {
            let Some(id) = theme else { return false };
            if self.spacious.contains_key(&id) {
                return true;
            }
            theme = self.plan.themes.get(id.index()).and_then(|theme| theme.within);
        }
        false
    }

    /// A tranche or opening balance.
    fn money(&self, index: usize) -> Option<Target> {
        let supply = self.problem.supplies.get(index)?;
        let payer = self.problem.who(supply.payer)?.payer;
        let item = match (supply.kind, payer) {
            (SupplyKind::Tranche(year), Payer::Source(source)) => Item::Tranche(source, year),
            (SupplyKind::Opening(year), Payer::Reserve(reserve)) => Item::Opening(reserve, year),
            _ => return None,
        };
        let plain = self.problem.crossings.is_empty();
        let kind = if plain { Kind::Supply(u32::try_from(index).ok()?) } else { Kind::Changed };
        Some(Target { item, years: YearRange::one(supply.year()), cents: supply.cents, kind })
    }
}
