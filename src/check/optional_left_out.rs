//! Optional goals that cannot be paid wholly beside everything that comes before them -> 407, one per goal.

use super::payable::name;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::flow::{Demand, Owner, Payable};
use crate::model::{GoalId, Plan};
use crate::money::Money;
use std::collections::BTreeMap;

/// Amounts that one finding points at.
const SHOWN: usize = 3;
/// Goals that one finding names.
const NAMED: usize = 5;

/// Reports every optional goal that is left out. Where even the required costs cannot be paid, 401 says all there is to say.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    if context.flow.payable != Payable::Yes {
        return;
    }
    let plan = context.plan;
    let mut optional: BTreeMap<GoalId, Vec<&Demand>> = BTreeMap::new();
    for demand in context.flow.division.demands.iter().filter(|demand| demand.cents > 0) {
        if let Owner::Goal(id) = demand.owner
            && plan.goals.get(id.index()).is_some_and(|goal| goal.optional)
        {
            optional.entry(id).or_default().push(demand);
        }
    }
    // What an unlimited payer would pay of it is not paid either: a goal is taken whole or not at all.
    let is_out = |demands: &Vec<&Demand>| demands.iter().any(|demand| demand.left_out);
    for (id, demands) in optional.iter().filter(|(_, demands)| is_out(demands)) {
        let paid = optional.iter().filter(|(_, demands)| !is_out(demands)).map(|(other, _)| *other);
        let before = paid.filter(|other| turn(plan, *other) < turn(plan, *id)).collect();
        report.findings.extend(finding(plan, *id, demands, before));
    }
}

/// When a goal has its turn: a lower priority first, those without one last, then by name.
fn turn(plan: &Plan, id: GoalId) -> (u32, &str) {
    let priority = plan.goals.get(id.index()).and_then(|goal| goal.priority);
    (priority.unwrap_or(u32::MAX), name(plan, Owner::Goal(id)))
}

fn finding(plan: &Plan, id: GoalId, demands: &[&Demand], mut before: Vec<GoalId>) -> Option<Diagnostic> {
    let goal = plan.goals.get(id.index())?;
    let asked: i128 = demands.iter().map(|demand| i128::from(demand.cents)).sum();
    let asked = Money(i64::try_from(asked).unwrap_or(i64::MAX));
    before.sort_by_key(|other| turn(plan, *other));
    let mut finding = Diagnostic::new(&codes::OPTIONAL_LEFT_OUT, goal.label.place)
        .with("goal", goal.label.name.as_str())
        .with("amount", asked)
        .with("beside", beside(plan, &before))
        .at_primary(Message::new("label-optional"))
        .figure("asked", Figure::Money(asked))
        .help(Message::new("optional-left-out-help"));
    let mut largest: Vec<&Demand> = demands.to_vec();
    largest.sort_by_key(|demand| std::cmp::Reverse(demand.cents));
    for demand in largest.into_iter().take(SHOWN) {
        let words = Message::new("label-asks").with("amount", Money(demand.cents)).with("years", demand.years);
        finding = finding.label(demand.place, words);
    }
    Some(finding)
}

/// What comes before it: everything required, and the optional goals that had their turn and are paid.
fn beside(plan: &Plan, before: &[GoalId]) -> Message {
    match before.len() {
        0 => Message::new("beside-required"),
        1..=NAMED => {
            let names = before.iter().map(|id| name(plan, Owner::Goal(*id)).into()).collect();
            Message::new("beside-required-and").with("goals", Value::List(names))
        }
        count => Message::new("beside-required-and-many").with("count", count),
    }
}
