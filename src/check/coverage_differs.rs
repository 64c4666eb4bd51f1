//! Stated coverage and cost side by side -> 402: goal by goal, then payer by payer, then year by year.

use super::amounts::{amount_label, money};
use super::blocks::{Side, Sides, beyond_rounding, joined};
use super::matrices::{Matrices, is_unlimited};
use super::{Context, Report, coverage_of_payers, coverage_of_years};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, NotChecked, Value};
use crate::model::{Availability, Fact, FactState, Goal, GoalId, Plan, ledger::counted};
use crate::money::YearRange;
use crate::syntax::ast::Stage;
use std::collections::BTreeMap;

/// How many places of each side one finding shows.
const SHOWN: usize = 4;

/// Paid less cost over a range of years, for each finding: what it explains is not reported again.
pub(super) type Explained = Vec<(YearRange, i128)>;

/// Reports where what is stated to be paid and what it costs are not the same.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let matrices = Matrices::of(plan);
    let availability = Availability::of(plan);
    let mut explained = Explained::new();
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        goal_by_goal(plan, &matrices, &availability, id, goal, &mut explained, report);
    }
    coverage_of_payers::check(plan, &matrices, &mut explained, report);
    coverage_of_years::check(plan, &availability, &explained, report);
}

fn goal_by_goal(
    plan: &Plan,
    matrices: &Matrices,
    availability: &Availability,
    id: GoalId,
    goal: &Goal,
    explained: &mut Explained,
    report: &mut Report,
) {
    let compared = stage(plan, id);
    let stated = plan.ledger.payment.of(id.0).iter().any(|fact| fact.stage == compared);
    if (!stated && matrices.is_empty()) || goal.remainder_of.is_some() {
        return;
    }
    let cost_lines = !plan.ledger.cost.of(id.0).is_empty();
    // Where a matrix has the goal, a year in which nothing is paid counts too.
    let every_year = !matrices.is_empty();
    if !goal.label.damaged && (cost_lines || !every_year) && is_paid_exactly(plan, id, every_year) {
        return;
    }
    for (years, sides) in sides_of(plan, id) {
        let in_matrix = matrices.with_goal(id, years);
        if sides.paid.sum.count == 0 && in_matrix.is_empty() {
            continue;
        }
        if sides.paid.sum.unknown || sides.cost.sum.unknown || goal.label.damaged {
            report.not_checked.push(unread(goal, years));
            continue;
        }
        let others_may_pay = || {
            let all_stated = !goal.paid_by.is_empty() && goal.paid_by.iter().all(|entry| entry.amounts);
            let closed = !in_matrix.is_empty() && !matrices.others_may_pay(plan, availability, &in_matrix, goal, years);
            goal.optional || !((all_stated && sides.paid.sum.count > 0) || closed)
        };
        match compare(plan, &sides, cost_lines, others_may_pay) {
            Verdict::Same => {}
            Verdict::CannotTell => report.not_checked.push(unread(goal, years)),
            Verdict::Differs(kind, difference) => {
                explained.push((years, difference));
                report.findings.push(finding(kind, goal, years, &sides, cost_lines, difference));
            }
        }
    }
}

/// The stage in which a goal's payments are compared: that of its costs, or else of its budget.
pub(super) fn stage(plan: &Plan, id: GoalId) -> Stage {
    let ledger = &plan.ledger;
    if ledger.cost.of(id.0).is_empty() { ledger.budget.stage(id.0) } else { ledger.cost.stage(id.0) }
}

/// Whether every year for which payments are stated, or every year with costs, has costs of just that amount; the usual
/// case, found fast.
fn is_paid_exactly(plan: &Plan, id: GoalId, every_year: bool) -> bool {
    let compared = stage(plan, id);
    let cost = plan.ledger.cost.of(id.0);
    let counts = counted(cost);
    let mut costs = cost.iter().filter(|fact| fact.stage == counts).peekable();
    let mut paid = plan.ledger.payment.of(id.0).iter().filter(|fact| fact.stage == compared).peekable();
    let one_year = |fact: &&Fact| fact.years.first == fact.years.last && fact.state == FactState::Known;
    while let Some(year) = paid.peek().map(|fact| fact.years) {
        while costs.next_if(|fact| !every_year && one_year(fact) && fact.years < year).is_some() {}
        let mut difference = 0;
        while let Some(fact) = paid.next_if(|fact| one_year(fact) && fact.years == year) {
            difference += fact.money.wide();
        }
        while let Some(fact) = costs.next_if(|fact| one_year(fact) && fact.years == year) {
            difference -= fact.money.wide();
        }
        // What is not such a fact stays where it is, so that it is met here.
        if difference != 0 || paid.peek().is_some_and(|fact| fact.years <= year) {
            return false;
        }
        if costs.peek().is_some_and(|fact| !one_year(fact)) {
            return false;
        }
    }
    costs.all(|fact| !every_year && one_year(&fact))
}

/// What a comparison comes to.
enum Verdict {
    Same,
    CannotTell,
    Differs(&'static Kind, i128),
}

fn compare(plan: &Plan, sides: &Sides, cost_lines: bool, others_may_pay: impl Fn() -> bool) -> Verdict {
    let (cost, paid) = compared(sides, cost_lines);
    let difference = paid.sum.cents - cost.sum.cents;
    if !beyond_rounding(difference, cost, paid) {
        return Verdict::Same;
    }
    if difference > 0 {
        let set_aside = cost_lines && sides.budget.sum.count > 0 && sides.limited.sum.cents <= sides.budget.sum.cents;
        return if set_aside || cost.sum.pm {
            Verdict::Same
        } else if cost.sum.count > 0 {
            Verdict::Differs(&codes::COVERED_TOO_MUCH, difference)
        } else if plan.damage.cost.is_some() {
            Verdict::CannotTell
        } else {
            Verdict::Differs(&codes::COVERED_WITHOUT_COST, difference)
        };
    }
    if paid.sum.pm || others_may_pay() {
        Verdict::Same
    } else if plan.damage.coverage.is_some() {
        Verdict::CannotTell
    } else {
        Verdict::Differs(&codes::COVERED_TOO_LITTLE, difference)
    }
}

/// A budget is the plan's own money, so without what unlimited payers pay.
fn compared(sides: &Sides, cost_lines: bool) -> (&Side, &Side) {
    if cost_lines { (&sides.cost, &sides.paid) } else { (&sides.budget, &sides.limited) }
}

/// Costs, budgets and payments of a goal, by years.
fn sides_of(plan: &Plan, id: GoalId) -> Vec<(YearRange, Sides)> {
    let mut ranges: BTreeMap<YearRange, Sides> = BTreeMap::new();
    let ledger = &plan.ledger;
    let cost = ledger.cost.of(id.0);
    for fact in cost.iter().filter(|fact| fact.stage == counted(cost)) {
        ranges.entry(fact.years).or_default().cost.add(plan, fact);
    }
    let budget = ledger.budget.of(id.0);
    for fact in budget.iter().filter(|fact| fact.stage == counted(budget)) {
        ranges.entry(fact.years).or_default().budget.add(plan, fact);
    }
    let compared = stage(plan, id);
    for fact in ledger.payment.of(id.0).iter().filter(|fact| fact.stage == compared) {
        let sides = ranges.entry(fact.years).or_default();
        sides.paid.add(plan, fact);
        if fact.payer().is_some_and(|payer| !is_unlimited(plan, payer)) {
            sides.limited.add(plan, fact);
        }
    }
    joined(ranges)
}

fn unread(goal: &Goal, years: YearRange) -> NotChecked {
    NotChecked {
        what: Message::new("unchecked-coverage").with("goal", goal.label.name.as_str()).with("years", years),
        why: Message::new("because-unread"),
        place: goal.label.place,
    }
}

fn finding(
    kind: &'static Kind,
    goal: &Goal,
    years: YearRange,
    sides: &Sides,
    cost_lines: bool,
    difference: i128,
) -> Diagnostic {
    let (cost, paid) = compared(sides, cost_lines);
    let place = paid.shown.first().or(cost.shown.first()).map_or(goal.label.place, |(_, _, place)| *place);
    let finding = Diagnostic::new(kind, place)
        .with("goal", goal.label.name.as_str())
        .with("years", years)
        .with("cost", money(cost.sum.cents))
        .with("paid", summed(paid))
        .with("difference", money(difference.abs()));
    let finding = show(finding, paid, "label-paid");
    let finding = show(finding, cost, if cost_lines { "label-cost" } else { "label-budget" });
    let help = if difference > 0 { "covered-too-much-help" } else { "covered-too-little-help" };
    with_figures(finding, paid, cost, difference).help(Message::new(help))
}

/// `€ 55.000 (45.000 + 10.000)`
pub(super) fn summed(side: &Side) -> Value {
    let total = money(side.sum.cents);
    match side.terms() {
        Some(terms) => Message::new("amount-with-sum").with("amount", total).with("sum", Value::Sum(terms)).into(),
        None => total.into(),
    }
}

/// Points at the amounts of a side; the primary place gets its own label.
pub(super) fn show(mut finding: Diagnostic, side: &Side, label: &'static str) -> Diagnostic {
    for (years, amount, place) in side.shown.iter().take(SHOWN) {
        let message = Message { name: label, ..amount_label(*amount, *years) };
        finding = if finding.place() == *place { finding.at_primary(message) } else { finding.label(*place, message) };
    }
    finding
}

/// The figures that every finding of 402 has.
pub(super) fn with_figures(finding: Diagnostic, paid: &Side, cost: &Side, difference: i128) -> Diagnostic {
    finding
        .figure("covered", Figure::Money(money(paid.sum.cents)))
        .figure("cost", Figure::Money(money(cost.sum.cents)))
        .figure("difference", Figure::Money(money(difference)))
}
