//! Stated payments above what the goal allows from that payer -> 409, one per cap.

use super::amounts::{ByYears, amount_label, known, money};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::{Cap, Goal, GoalId, Payer, Plan};
use crate::money::{Money, YearRange};
use crate::syntax::ast::LimitPeriod;

/// Reports every cap that stated payments exceed.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        for cap in &goal.caps {
            let Some(limit) = cap.bound.amount else { continue };
            let amounts = paid(plan, id, cap.payer);
            report.findings.extend(match cap.period {
                LimitPeriod::PerYear => above_per_year(plan, goal, cap, limit, &amounts),
                LimitPeriod::Total => above_total(plan, goal, cap, limit, &amounts),
            });
        }
    }
}

/// What the payer and its parts are stated to pay to the goal.
fn paid(plan: &Plan, goal: GoalId, payer: Payer) -> ByYears {
    let mut amounts = ByYears::default();
    let payments = &plan.ledger.payment;
    for fact in known(payments.of(goal.0), payments.stage(goal.0)) {
        if fact.payer().is_some_and(|by| by == payer || plan.is_part_of(by, payer)) {
            amounts.add(fact);
        }
    }
    amounts.without_zeros()
}

fn above_per_year(plan: &Plan, goal: &Goal, cap: &Cap, limit: Money, amounts: &ByYears) -> Option<Diagnostic> {
    let allowed = |years: YearRange| limit.wide() * i128::try_from(years.len()).unwrap_or(i128::MAX);
    let above = amounts.clone().keep(|years, cents| cents > allowed(years));
    let (years, first, place) = above.iter().next()?;
    let over: i128 = above.iter().map(|(years, paid, _)| paid.wide() - allowed(years)).sum();
    let finding = Diagnostic::new(&codes::CAP_EXCEEDED, place)
        .with("payer", plan.name(cap.payer))
        .with("goal", goal.label.name.as_str())
        .with("amounts", above.value())
        .with("limit", limit)
        .with("over", money(over))
        .at_primary(amount_label(first, years))
        .label(cap.bound.place, Message::new("label-cap-per-year").with("limit", limit))
        .figure("paid", Figure::Money(above.total()))
        .figure("limit", Figure::Money(limit))
        .figure("over", Figure::Money(money(over)))
        .help(Message::new("cap-exceeded-help"));
    Some(above.label_others(finding))
}

fn above_total(plan: &Plan, goal: &Goal, cap: &Cap, limit: Money, amounts: &ByYears) -> Option<Diagnostic> {
    let total = amounts.total();
    if total <= limit {
        return None;
    }
    let (years, first, place) = amounts.iter().next()?;
    let over = money(total.wide() - limit.wide());
    let terms = amounts.iter().map(|(_, paid, _)| paid).collect();
    let finding = Diagnostic::new(&codes::CAP_EXCEEDED_TOTAL, place)
        .with("payer", plan.name(cap.payer))
        .with("goal", goal.label.name.as_str())
        .with("sum", Value::Sum(terms))
        .with("total", total)
        .with("limit", limit)
        .with("over", over)
        .at_primary(amount_label(first, years))
        .label(cap.bound.place, Message::new("label-cap-total").with("limit", limit))
        .figure("paid", Figure::Money(total))
        .figure("limit", Figure::Money(limit))
        .figure("over", Figure::Money(over))
        .help(Message::new("cap-exceeded-help"));
    Some(amounts.label_others(finding))
}
