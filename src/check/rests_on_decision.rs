//! Costs and money that rest on a decision that is not taken -> 309, one per decision.

use super::amounts::money;
use super::without_decision::Without;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::model::{DecisionId, DecisionState, Entity, Fact, Goal, GoalId, Plan, ReserveId, SourceId, ledger::counted};
use crate::outcome::Sum;
use crate::source::Place;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many dependents one finding shows.
const SHOWN: usize = 8;

/// Reports every decision not taken on which money hangs.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let hanging = dependents(plan);
    if hanging.is_empty() {
        return;
    }
    let whole = Whole::of(plan);
    let without = Without::of(context, hanging.keys().copied());
    for (id, hanging) in hanging {
        let finding = finding(plan, id, &hanging, &whole);
        report.findings.extend(finding.map(|finding| without.tell(plan, id, finding)));
    }
}

/// One goal, source or reserve that needs a decision.
struct Dependent {
    entity: Entity,
    amount: Sum,
    place: Place,
}

/// By decision not taken, what needs it.
fn dependents(plan: &Plan) -> BTreeMap<DecisionId, Vec<Dependent>> {
    let mut found: BTreeMap<DecisionId, Vec<Dependent>> = BTreeMap::new();
    let mut add = |needs: &[(DecisionId, Place)], entity: Entity, amount: &dyn Fn() -> Sum| {
        for &(id, place) in needs {
            let state = plan.decisions.get(id.index()).map(|decision| decision.state);
            if state.is_some_and(|state| state != DecisionState::Taken) {
                found.entry(id).or_default().push(Dependent { entity, amount: amount(), place });
            }
        }
    };
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        add(&goal.needs, Entity::Goal(id), &|| demand(plan, id, goal));
    }
    for (id, source) in (0..).map(SourceId).zip(&plan.sources) {
        // Parts have what their whole says; what a whole brings in is what its parts do.
        if source.parts.is_empty() {
            add(&source.needs, Entity::Source(id), &|| sum(plan.ledger.income.of(id.0)));
        }
    }
    for (id, reserve) in (0..).map(ReserveId).zip(&plan.reserves) {
        add(&reserve.needs, Entity::Reserve(id), &|| first_opening(plan, id));
    }
    found
}

/// What a goal costs over all years: its cost lines, or else its budget.
fn demand(plan: &Plan, id: GoalId, goal: &Goal) -> Sum {
    let cost = plan.ledger.cost.of(id.0);
    let mut demand = sum(if cost.is_empty() { plan.ledger.budget.of(id.0) } else { cost });
    demand.unknown |= goal.label.damaged;
    demand
}

fn sum(facts: &[Fact]) -> Sum {
    let stage = counted(facts);
    let mut sum = Sum::default();
    for fact in facts.iter().filter(|fact| fact.stage == stage) {
        sum.add(fact);
    }
    sum
}

fn first_opening(plan: &Plan, id: ReserveId) -> Sum {
    let mut sum = Sum::default();
    if let Some(opening) = plan.ledger.opening.of(id.0).first() {
        sum.add(opening);
    }
    sum
}

/// All costs and all money of the plan, to say what share hangs on a decision.
struct Whole {
    cost: Sum,
    money: Sum,
}

impl Whole {
    fn of(plan: &Plan) -> Self {
        let none = Sum::default();
        let goals = (0..).map(GoalId).zip(&plan.goals).map(|(id, goal)| demand(plan, id, goal));
        let income = (0..).zip(&plan.sources).map(|(id, _)| sum(plan.ledger.income.of(id)));
        let openings = (0..).map(ReserveId).zip(&plan.reserves).map(|(id, _)| first_opening(plan, id));
        let mut cost = goals.fold(none, Sum::plus);
        let mut money = income.chain(openings).fold(none, Sum::plus);
        cost.unknown |= plan.damage.cost.is_some();
        money.unknown |= plan.damage.income.is_some() || plan.damage.reserve.is_some();
        Self { cost, money }
    }
}

fn finding(plan: &Plan, id: DecisionId, hanging: &[Dependent], whole: &Whole) -> Option<Diagnostic> {
    let decision = plan.decisions.get(id.index())?;
    let goal = |item: &&Dependent| matches!(item.entity, Entity::Goal(_));
    let cost = hanging.iter().filter(goal).fold(Sum::default(), |sum, item| sum.plus(item.amount));
    let money = hanging.iter().filter(|item| !goal(item)).fold(Sum::default(), |sum, item| sum.plus(item.amount));
    let kind = kind(hangs(cost), hangs(money))?;
    let shown: Vec<&Dependent> = hanging.iter().filter(|item| hangs(item.amount)).collect();
    let first = shown.first()?;
    let mut finding = Diagnostic::new(kind, first.place)
        .with("decision", decision.label.name.as_str())
        .with("state", Message::new(which(decision.state)))
        .at_primary(label(plan, first));
    if hangs(cost) {
        finding =
            finding.with("cost", amount(cost)).with("of-cost", share(cost, whole.cost)).figure("cost", figure(cost));
    }
    if hangs(money) {
        finding = finding
            .with("money", amount(money))
            .with("of-money", share(money, whole.money))
            .figure("money", figure(money));
    }
    for item in shown.iter().skip(1).take(SHOWN) {
        finding = finding.label(item.place, label(plan, item));
    }
    let help = match decision.state {
        DecisionState::Rejected => "rests-on-decision-help-rejected",
        DecisionState::Unknown | DecisionState::Proposed | DecisionState::Taken => "rests-on-decision-help",
    };
    let at_decision = Message::new("label-decision-is").with("state", super::decisions::state(decision.state));
    Some(finding.label(decision.label.place, at_decision).help(Message::new(help)))
}

/// Whether there is anything that hangs.
fn hangs(sum: Sum) -> bool {
    sum.cents != 0 || sum.pm || sum.unknown
}

fn kind(cost: bool, money: bool) -> Option<&'static Kind> {
    match (cost, money) {
        (true, true) => Some(&codes::COST_AND_MONEY_REST_ON_DECISION),
        (true, false) => Some(&codes::COST_RESTS_ON_DECISION),
        (false, true) => Some(&codes::MONEY_RESTS_ON_DECISION),
        (false, false) => None,
    }
}

fn which(state: DecisionState) -> &'static str {
    match state {
        DecisionState::Rejected => "which-is-rejected",
        DecisionState::Proposed => "which-is-proposed",
        DecisionState::Unknown | DecisionState::Taken => "which-is-not-taken",
    }
}

/// The amount, or what is known of it.
fn amount(sum: Sum) -> Value {
    let known = money(sum.cents);
    if !sum.pm && !sum.unknown {
        known.into()
    } else if sum.cents == 0 {
        Message::new("cost-not-yet-known").into()
    } else {
        Message::new("at-least").with("amount", known).into()
    }
}

fn figure(sum: Sum) -> Figure {
    Figure::Money(money(sum.cents))
}

/// `(13,6% of € 994.500)`, where both are known.
fn share(part: Sum, whole: Sum) -> Value {
    let known = |sum: Sum| sum.known().filter(|_| !sum.pm).map(|money| Decimal::from(money.0));
    let percent = known(part).zip(known(whole).filter(|whole| !whole.is_zero()));
    let percent = percent.and_then(|(part, whole)| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole));
    match percent {
        Some(percent) => Message::new("share-of-whole")
            .with("whole", money(whole.cents))
            .with("share", Value::Percent(percent.round_dp(1)))
            .into(),
        None => Message::new("share-not-known").into(),
    }
}

fn label(plan: &Plan, item: &Dependent) -> Message {
    Message::new("label-hangs").with("name", plan.name(item.entity)).with("amount", amount(item.amount))
}
