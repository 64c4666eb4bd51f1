//! What is asked: cost lines, shares of them, budgets, goal by goal in the order of names.

use super::bounds::Bounds;
use super::classes::{Classes, Payers, serves, tags};
use super::payers::{After, Supply, SupplyKind};
use super::shared::{scaled, shares, split};
use super::{Change, Item, PayerNo, Problem, Scope, left_out};
use crate::flow::division::{Asked, Demand, Owner};
use crate::model::{Fact, FactState, Goal, GoalId, PaidBy, Payer, Plan, ThemeId};
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;
use rustc_hash::{FxHashMap, FxHashSet};

/// A stated payment: who, when, how much, where it stands.
type Paid = (Payer, YearRange, i64, Place);

/// What demands of one goal have in common.
#[derive(Default)]
pub(super) struct Group {
    pub(super) priority: u32,
    pub(super) optional: Option<u32>,
    pub(super) bounds: Vec<u32>,
    pub(super) crossings: Vec<u32>,
    pub(super) remainder: bool,
}

/// An amount before it is known who may pay it.
struct Amount {
    line: u32,
    asked: Asked,
    years: YearRange,
    cents: i64,
    place: Place,
}

/// Reads all demands.
pub(super) fn read(plan: &Plan, scope: &Scope, problem: &mut Problem) {
    let bounds = Bounds::of_payers(plan, scope.change, problem);
    for bound in problem.bounds.iter().chain(problem.crossings.iter().map(|crossing| &crossing.bound)) {
        for &member in &bound.members {
            if let Some(who) = problem.payers.get_mut(member as usize) {
                who.bounded = true;
            }
        }
    }
    let mut reader = Reader::new(plan, scope.change, problem, &bounds);
    let mut goals: Vec<GoalId> = (0u32..).map(GoalId).take(plan.goals.len()).collect();
    let name = |id: &GoalId| plan.goals.get(id.index()).map(|goal| goal.label.name.as_str());
    goals.sort_unstable_by(|a, b| name(a).cmp(&name(b)));
    goals.retain(|id| plan.goals.get(id.index()).is_some_and(|goal| !left_out(plan, scope, &goal.needs)));
    reader.order_optional(&goals, &scope.required);
    for &id in &goals {
        let Some(goal) = plan.goals.get(id.index()) else { continue };
        if let Some((payer, year, place)) = goal.remainder_of {
            reader.remainder(id, payer, year, place);
        } else if !goal.label.damaged {
            reader.goal(id, goal);
        }
    }
    reader.themes(&goals);
    let classes = reader.classes.finish();
    problem.classes = classes;
    unlimited_supplies(problem);
}

/// What unlimited payers may pay to demands that bound them: as much as all demands together.
fn unlimited_supplies(problem: &mut Problem) {
    let all = problem.demands.iter().fold(0i64, |sum, demand| sum.saturating_add(demand.cents));
    let of_goals = problem.bounds.iter().chain(problem.crossings.iter().map(|crossing| &crossing.bound));
    let bounded: FxHashSet<PayerNo> = of_goals.flat_map(|bound| bound.members.iter().copied()).collect();
    let mut supplies = Vec::new();
    for (who, number) in problem.payers.iter().zip(0u32..) {
        let Some(years) = who.unlimited.filter(|_| bounded.contains(&number)) else { continue };
        supplies.extend(years.iter().map(|year| Supply {
            payer: number,
            kind: SupplyKind::Unlimited(year),
            cents: all,
            years: YearRange::one(year),
            expires: Year(i16::MAX),
            after: After::Stays,
            place: Place::default(),
        }));
    }
    problem.supplies.extend(supplies);
}

/// Which unlimited payers count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unlimited {
    /// All.
    Any,
    /// Those of which the plan says so.
    Stated,
    /// Those whose money is not known.
    Assumed,
}

struct Reader<'a> {
    plan: &'a Plan,
    change: Option<Change>,
    problem: &'a mut Problem,
    bounds: &'a Bounds,
    numbers: FxHashMap<Payer, PayerNo>,
    /// Unlimited payers.
    unlimited: Vec<PayerNo>,
    /// Tags that some limited payer is for.
    funded: Vec<bool>,
    optional: FxHashMap<GoalId, u32>,
    classes: Classes,
    /// By theme: own-money amounts of its goals.
    own: FxHashMap<ThemeId, Vec<(YearRange, i64)>>,
}

impl<'a> Reader<'a> {
    fn new(plan: &'a Plan, change: Option<Change>, problem: &'a mut Problem, bounds: &'a Bounds) -> Self {
        let numbers = problem.payers.iter().map(|who| who.payer).zip(0..).collect();
        let unlimited = problem.payers.iter().zip(0..).filter(|(who, _)| who.unlimited.is_some());
        let unlimited = unlimited.map(|(_, number)| number).collect();
        let mut funded = vec![false; plan.tags.len()];
        for tag in problem.payers.iter().filter(|who| who.unlimited.is_none()).flat_map(|who| &who.earmark) {
            if let Some(slot) = funded.get_mut(*tag as usize) {
                *slot = true;
            }
        }
        let (optional, own) = (FxHashMap::default(), FxHashMap::default());
        Self { plan, change, problem, bounds, numbers, unlimited, funded, optional, classes: Classes::default(), own }
    }

    fn order_optional(&mut self, goals: &[GoalId], required: &[GoalId]) {
        let goal = |id: &GoalId| self.plan.goals.get(id.index());
        let required: FxHashSet<GoalId> = required.iter().copied().collect();
        let is_optional = |id: &GoalId| goal(id).is_some_and(|goal| goal.optional) && !required.contains(id);
        let mut optional: Vec<GoalId> = goals.iter().copied().filter(is_optional).collect();
        optional.sort_by_key(|id| goal(id).and_then(|goal| goal.priority).unwrap_or(u32::MAX));
        self.optional = optional.iter().copied().zip(0..).collect();
        self.problem.optional = optional;
    }

    fn goal(&mut self, id: GoalId, goal: &Goal) {
        let paid_by = self.plan.paid_by(goal);
        let shares = shares(paid_by);
        let mut asked = self.costs(id, goal);
        let own = self.own_money(goal, &asked, paid_by, shares.as_deref());
        let rest = self.budget(id, &asked, &own);
        self.remember(goal.theme, &own);
        self.remember(goal.theme, &rest.iter().map(|amount| (amount.years, amount.cents)).collect::<Vec<_>>());
        asked.extend(rest);
        let windows: Vec<(YearRange, i64)> = asked.iter().map(|amount| (amount.years, amount.cents)).collect();
        // Beside fixed shares, amounts that are stated too only corroborate them.
        let (paid, closed) = if shares.is_some() { Default::default() } else { self.paid(id, &windows) };
        let (bounds, crossings) = if goal.caps.is_empty() && paid.is_empty() {
            (Vec::new(), Vec::new())
        } else {
            self.bounds.of_goal(self.plan, self.problem, id, &windows, &paid)
        };
        let optional = self.optional.get(&id).copied();
        let priority = goal.priority.unwrap_or(u32::MAX);
        let group = Group { priority, optional, bounds, crossings, remainder: false };
        for amount in asked {
            // Where stated payments are the whole cost, nobody else pays.
            let stated: Vec<PaidBy> = if closed.iter().any(|block| block.covers(amount.years)) {
                let meets = paid.iter().filter(|(_, years, _, _)| years.meets(amount.years));
                let mut payers: Vec<Payer> = meets.map(|(payer, _, _, _)| *payer).collect();
                payers.dedup();
                let entry = |payer| PaidBy { payer, share: None, amounts: true, place: amount.place };
                payers.into_iter().map(entry).collect()
            } else {
                Vec::new()
            };
            let paid_by = if stated.is_empty() { paid_by } else { &stated };
            self.ask(&group, Owner::Goal(id), (&goal.serves, paid_by), shares.as_deref(), &amount);
        }
    }

    /// A goal that takes what is left of a payer in a year: a class of its own, empty until everything else is paid.
    fn remainder(&mut self, id: GoalId, payer: Payer, year: Year, place: Place) {
        let number = u32::try_from(self.problem.demands.len()).unwrap_or(u32::MAX);
        let (owner, asked, years) = (Owner::Goal(id), Asked::Remainder, YearRange::one(year));
        let share_of = None;
        let demand = Demand { owner, line: 0, share_of, asked, years, cents: 0, uncovered: 0, left_out: false, place };
        self.problem.demands.push(demand);
        self.problem.paid_without_limit.push(None);
        let members = self.problem.members(self.plan, payer);
        let group = Group { remainder: true, ..Group::default() };
        let listed = members.into_iter().map(|member| (member, 0)).collect();
        self.classes.add(&group, &Payers::Listed(listed), years, number, 0);
    }

    fn remember(&mut self, theme: Option<ThemeId>, amounts: &[(YearRange, i64)]) {
        let mut theme = theme;
        for _ in 0..=self.plan.themes.len() {
            let Some(id) = theme else { break };
            self.own.entry(id).or_default().extend(amounts);
            theme = self.plan.themes.get(id.index()).and_then(|theme| theme.within);
        }
    }

    /// The costs by line and window, corrections included; a negative line lessens the others of its years.
    fn costs(&self, id: GoalId, goal: &Goal) -> Vec<Amount> {
        let mut amounts: Vec<Amount> = Vec::new();
        let facts = self.plan.ledger.cost.counting(id.0).filter(|fact| fact.state != FactState::Unknown);
        for fact in facts {
            match amounts.iter_mut().rev().find(|known| known.line == fact.other && known.years == fact.years) {
                Some(known) => known.cents = known.cents.saturating_add(fact.money.0),
                None => amounts.push(Amount {
                    line: fact.other,
                    asked: Asked::Cost,
                    years: fact.years,
                    cents: fact.money.0,
                    place: fact.place,
                }),
            }
        }
        for amount in &mut amounts {
            let more = Change::of(self.change, Item::Cost(id, amount.line, amount.years));
            amount.cents = amount.cents.saturating_add(more);
        }
        if amounts.iter().any(|amount| amount.cents < 0) {
            net(&mut amounts);
        }
        if goal.lines.len() > 1 {
            let name = |amount: &Amount| goal.lines.get(amount.line as usize).map(|line| line.name.as_str());
            amounts.sort_by(|a, b| (a.years, name(a)).cmp(&(b.years, name(b))));
        }
        amounts
    }

    /// What of the costs the plan's own money pays: without the share of unlimited payers.
    fn own_money(
        &self,
        goal: &Goal,
        costs: &[Amount],
        paid_by: &[PaidBy],
        shares: Option<&[(Payer, rust_decimal::Decimal)]>,
    ) -> Vec<(YearRange, i64)> {
        let serves = &goal.serves;
        let own = |amount: &Amount| match shares {
            Some(shares) => {
                let parts = split(amount.cents, shares).unwrap_or_default();
                let limited = shares.iter().zip(parts).filter(|((payer, _), _)| !self.has_no_limit(*payer));
                limited.map(|(_, part)| part).fold(0, i64::saturating_add)
            }
            None if self.paid_without_limit(serves, paid_by, amount.years, Unlimited::Stated).is_some() => 0,
            None => amount.cents,
        };
        costs.iter().map(|amount| (amount.years, own(amount))).collect()
    }

    fn has_no_limit(&self, payer: Payer) -> bool {
        let members = self.problem.members(self.plan, payer);
        members
            .iter()
            .any(|member| self.unlimited.contains(member) && self.problem.who(*member).is_some_and(|who| !who.assumed))
    }

    /// What budgets set aside beyond the costs.
    fn budget(&self, id: GoalId, costs: &[Amount], own: &[(YearRange, i64)]) -> Vec<Amount> {
        let facts: Vec<&Fact> = self.plan.ledger.budget.counting(id.0).collect();
        let mut rest: Vec<Amount> = Vec::new();
        let mut ranges: Vec<(YearRange, i64, Place)> = Vec::new();
        for fact in facts.into_iter().filter(|fact| fact.state != FactState::Unknown) {
            match ranges.iter_mut().find(|(years, _, _)| *years == fact.years) {
                Some((_, cents, _)) => *cents = cents.saturating_add(fact.money.0),
                None => ranges.push((fact.years, fact.money.0, fact.place)),
            }
        }
        let line = costs.iter().map(|amount| amount.line).max().map_or(0, |line| line.saturating_add(1));
        for (years, cents, place) in ranges {
            let cents = cents.saturating_add(Change::of(self.change, Item::Budget(id, years)));
            let within = own.iter().filter(|(range, _)| years.covers(*range)).map(|(_, cents)| *cents);
            let beyond = cents.saturating_sub(within.fold(0, i64::saturating_add));
            if beyond > 0 {
                rest.push(Amount { line, asked: Asked::Budget, years, cents: beyond, place });
            }
        }
        rest
    }

    /// Stated payments that count: those of years in which they are together what the goal costs.
    fn paid(&self, id: GoalId, asked: &[(YearRange, i64)]) -> (Vec<Paid>, Vec<YearRange>) {
        let facts = self.plan.ledger.payment.of(id.0).iter();
        let facts = facts.filter(|fact| fact.stage == Stage::Planned && fact.state == FactState::Known);
        let mut paid: Vec<Paid> = Vec::new();
        for fact in facts {
            let Some(payer) = fact.payer() else { continue };
            match paid.iter_mut().find(|(known, years, _, _)| *known == payer && *years == fact.years) {
                Some((_, _, cents, _)) => *cents = cents.saturating_add(fact.money.0),
                None => paid.push((payer, fact.years, fact.money.0, fact.place)),
            }
        }
        if paid.is_empty() {
            return (paid, Vec::new());
        }
        let ranges = paid.iter().map(|(_, years, _, _)| *years).chain(asked.iter().map(|(years, _)| *years));
        let blocks = joined(ranges.collect());
        let fits = |block: YearRange| {
            let of_paid = paid.iter().filter(|(_, years, _, _)| block.covers(*years)).map(|(_, _, cents, _)| *cents);
            let of_asked = asked.iter().filter(|(years, _)| block.covers(*years)).map(|(_, cents)| *cents);
            of_paid.map(i128::from).sum::<i128>() == of_asked.map(i128::from).sum::<i128>()
        };
        let good: Vec<YearRange> = blocks.into_iter().filter(|block| fits(*block)).collect();
        paid.retain(|(_, years, cents, _)| *cents >= 0 && good.iter().any(|block| block.covers(*years)));
        let mut payers: Vec<(Payer, Place)> = paid.iter().map(|(payer, _, _, place)| (*payer, *place)).collect();
        payers.sort_unstable();
        payers.dedup_by_key(|(payer, _)| *payer);
        for (payer, place) in payers {
            for year in good.iter().flat_map(|block| block.iter()) {
                let stated = |known: &Paid| known.0 == payer && known.1.contains(year);
                if !paid.iter().any(stated) && self.problem.years.contains(year) {
                    paid.push((payer, YearRange::one(year), 0, place));
                }
            }
        }
        (paid, good)
    }

    /// The unlimited payer that pays whatever is asked in these years, with the year; the first by preference, then name.
    fn paid_without_limit(
        &self,
        tags: &[u32],
        paid_by: &[PaidBy],
        years: YearRange,
        which: Unlimited,
    ) -> Option<(PayerNo, Year)> {
        let may = |number: PayerNo| {
            let who = self.problem.who(number)?;
            let open = who.unlimited.filter(|_| match which {
                Unlimited::Any => true,
                Unlimited::Stated => !who.assumed,
                Unlimited::Assumed => who.assumed,
            })?;
            let year = open.first.max(years.first);
            (serves(&who.earmark, tags) && year <= open.last.min(years.last)).then_some((number, year))
        };
        if paid_by.is_empty() {
            return self.unlimited.iter().find_map(|&number| may(number));
        }
        let listed = |entry: &PaidBy| self.problem.members(self.plan, entry.payer);
        if self.unlimited.is_empty() {
            return None;
        }
        paid_by.iter().flat_map(listed).filter(|number| self.unlimited.contains(number)).find_map(may)
    }

    /// Adds a demand, or one for each payer that has a share of it.
    fn ask(
        &mut self,
        group: &Group,
        owner: Owner,
        (tags, paid_by): (&[u32], &[PaidBy]),
        shares: Option<&[(Payer, rust_decimal::Decimal)]>,
        amount: &Amount,
    ) {
        let Some(shares) = shares else {
            self.demand(group, owner, (tags, paid_by), None, amount, amount.cents);
            return;
        };
        // What a budget sets aside is the plan's own money.
        let limited: Vec<(Payer, rust_decimal::Decimal)> = match amount.asked {
            Asked::Budget => {
                scaled(&shares.iter().filter(|(payer, _)| !self.has_no_limit(*payer)).copied().collect::<Vec<_>>())
            }
            Asked::Cost | Asked::Remainder => shares.to_vec(),
        };
        let parts = split(amount.cents, &limited).unwrap_or_default();
        for ((payer, _), cents) in limited.iter().zip(parts) {
            let entry = paid_by.iter().find(|entry| entry.payer == *payer).copied();
            let only: Vec<PaidBy> = entry.into_iter().collect();
            self.demand(group, owner, (tags, &only), Some(*payer), amount, cents);
        }
    }

    fn demand(
        &mut self,
        group: &Group,
        owner: Owner,
        (tags, paid_by): (&[u32], &[PaidBy]),
        share_of: Option<Payer>,
        amount: &Amount,
        cents: i64,
    ) {
        let number = u32::try_from(self.problem.demands.len()).unwrap_or(u32::MAX);
        let (line, asked, years, place) = (amount.line, amount.asked, amount.years, amount.place);
        let cents = cents.max(0);
        let demand = Demand { owner, line, share_of, asked, years, cents, uncovered: 0, left_out: false, place };
        let bound_free = |payer: PayerNo| {
            let bounds = group.bounds.iter().filter_map(|&bound| self.problem.bounds.get(bound as usize));
            let crossings = group.crossings.iter().filter_map(|&it| self.problem.crossings.get(it as usize));
            let own = bounds.chain(crossings.map(|crossing| &crossing.bound)).any(|it| it.members.contains(&payer));
            !own && self.problem.who(payer).is_some_and(|who| !who.bounded)
        };
        // A budget is the plan's own money; of a payer whose money is not known it may be.
        let which = if asked == Asked::Budget { Unlimited::Assumed } else { Unlimited::Any };
        let found = self.paid_without_limit(tags, paid_by, years, which);
        let without_limit = found.filter(|(payer, _)| bound_free(*payer));
        self.problem.demands.push(demand);
        self.problem.paid_without_limit.push(without_limit);
        if without_limit.is_some() {
            return;
        }
        let payers = self.payers(group, tags, paid_by, asked);
        self.classes.add(group, &payers, years, number, cents);
    }

    /// Who may pay, as a key for the class.
    fn payers(&self, group: &Group, serves_tags: &[u32], paid_by: &[PaidBy], asked: Asked) -> Payers {
        let plan = self.plan;
        let single = group.optional.is_some() || !group.bounds.is_empty() || !group.crossings.is_empty();
        let unlimited =
            |number: PayerNo| self.problem.who(number).is_some_and(|who| who.unlimited.is_some() && !who.assumed);
        let excluded = asked == Asked::Budget
            && self.unlimited.iter().any(|&number| self.problem.who(number).is_some_and(|who| who.bounded));
        if paid_by.is_empty() && !single && !excluded {
            return Payers::Serving(tags(plan, serves_tags, &self.funded));
        }
        let allowed = |number: &PayerNo| {
            let earmark = self.problem.who(*number).is_some_and(|who| serves(&who.earmark, serves_tags));
            earmark && !(asked == Asked::Budget && unlimited(*number))
        };
        if paid_by.is_empty() {
            let everyone = (0u32..).take(self.problem.payers.len()).filter(|number| allowed(number));
            return Payers::Listed(everyone.map(|number| (number, 0)).collect());
        }
        let mut listed: Vec<(PayerNo, u32)> = Vec::new();
        for (entry, place) in paid_by.iter().zip(0u32..) {
            let members: Vec<PayerNo> = match self.numbers.get(&entry.payer) {
                Some(&number) => vec![number],
                None => self.problem.members(plan, entry.payer),
            };
            for number in members.into_iter().filter(|number| allowed(number)) {
                if listed.iter().all(|(known, _)| *known != number) {
                    listed.push((number, place));
                }
            }
        }
        listed.sort_unstable();
        Payers::Listed(listed)
    }

    /// Budgets of themes beyond what their goals cost.
    fn themes(&mut self, goals: &[GoalId]) {
        let mut themes: Vec<ThemeId> = (0u32..).map(ThemeId).take(self.plan.themes.len()).collect();
        themes.sort_unstable_by(|a, b| {
            self.plan.name(crate::model::Entity::Theme(*a)).cmp(self.plan.name(crate::model::Entity::Theme(*b)))
        });
        for id in themes {
            let plan = self.plan;
            let facts: Vec<Fact> = plan.ledger.theme_budget.counting(id.0).copied().collect();
            if facts.is_empty() {
                continue;
            }
            let of_theme = goals.iter().filter_map(|goal| plan.goals.get(goal.index()));
            let of_theme = of_theme.filter(|goal| goal.theme.is_some_and(|theme| plan.theme_within(theme, id)));
            let mut tags: Vec<u32> = of_theme.flat_map(|goal| goal.serves.iter().copied()).collect();
            tags.sort_unstable();
            tags.dedup();
            let own = self.own.get(&id).cloned().unwrap_or_default();
            let paid_by: Vec<PaidBy> =
                plan.themes.get(id.index()).map(|theme| theme.paid_by.clone()).unwrap_or_default();
            let group = Group { priority: u32::MAX, ..Group::default() };
            for fact in facts.iter().filter(|fact| fact.state != FactState::Unknown) {
                let set_aside = fact.money.0.saturating_add(Change::of(self.change, Item::ThemeBudget(id, fact.years)));
                let within = own.iter().filter(|(range, _)| fact.years.covers(*range)).map(|(_, cents)| *cents);
                let cents = set_aside.saturating_sub(within.fold(0, i64::saturating_add));
                let (years, place) = (fact.years, fact.place);
                if cents > 0 {
                    let amount = Amount { line: 0, asked: Asked::Budget, years, cents, place };
                    self.demand(&group, Owner::Theme(id), (&tags, &paid_by), None, &amount, cents);
                }
            }
        }
    }
}

/// A negative amount lessens the others of its years, then what meets them.
fn net(amounts: &mut [Amount]) {
    let negative: Vec<(YearRange, i64)> =
        amounts.iter().filter(|amount| amount.cents < 0).map(|amount| (amount.years, -amount.cents)).collect();
    amounts.iter_mut().filter(|amount| amount.cents < 0).for_each(|amount| amount.cents = 0);
    for (years, mut less) in negative {
        for same in [true, false] {
            let meeting = |amount: &&mut Amount| if same { amount.years == years } else { amount.years.meets(years) };
            for amount in amounts.iter_mut().filter(meeting) {
                let taken = less.min(amount.cents);
                amount.cents -= taken;
                less -= taken;
            }
        }
    }
}

/// Ranges that meet, as one.
fn joined(mut ranges: Vec<YearRange>) -> Vec<YearRange> {
    ranges.sort_unstable();
    let mut blocks: Vec<YearRange> = Vec::new();
    for range in ranges {
        match blocks.last_mut() {
            Some(last) if last.meets(range) => *last = last.to(range),
            _ => blocks.push(range),
        }
    }
    blocks
}
