//! What a payer is stated to pay against its fixed share of the cost -> 402, one per goal and year.

use super::amounts::money;
use super::coverage_differs::stage;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::{Fact, FactState, Goal, GoalId, PaidBy, Plan};
use crate::money::YearRange;
use crate::outcome::share::split;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Payments and costs of one goal in one year or window.
#[derive(Default)]
struct Year<'a> {
    paid: Vec<&'a Fact>,
    cost: Vec<&'a Fact>,
}

/// Reports goals whose payments add up to the cost, but not by the shares that are fixed.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    if plan.ledger.payment.all().is_empty() {
        return;
    }
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        let fixed = !goal.paid_by.is_empty() && goal.paid_by.iter().all(|entry| entry.share.is_some());
        if fixed && !goal.label.damaged {
            for (years, facts) in by_year(plan, id) {
                report.findings.extend(compare(plan, goal, years, &facts));
            }
        }
    }
}

fn by_year(plan: &Plan, id: GoalId) -> BTreeMap<YearRange, Year<'_>> {
    let mut years: BTreeMap<YearRange, Year<'_>> = BTreeMap::new();
    let compared = stage(plan, id);
    for fact in plan.ledger.payment.of(id.0).iter().filter(|fact| fact.stage == compared) {
        years.entry(fact.years).or_default().paid.push(fact);
    }
    for fact in plan.ledger.cost.counting(id.0) {
        if let Some(year) = years.get_mut(&fact.years) {
            year.cost.push(fact);
        }
    }
    years
}

fn sum<'a>(facts: impl Iterator<Item = &'a &'a Fact>) -> i128 {
    facts.map(|fact| fact.money.wide()).sum()
}

fn compare(plan: &Plan, goal: &Goal, years: YearRange, facts: &Year<'_>) -> Option<Diagnostic> {
    let all = || facts.paid.iter().chain(&facts.cost);
    let cost = sum(facts.cost.iter());
    let steps: i128 = all().map(|fact| plan.ledger.origin(fact).step.wide()).sum();
    let slack = steps.max(i128::try_from(facts.cost.len()).unwrap_or(i128::MAX));
    let readable = !facts.cost.is_empty() && all().all(|fact| fact.state == FactState::Known);
    // Another sum than the cost is found by itself.
    if !readable || (sum(facts.paid.iter()) - cost).abs() > slack {
        return None;
    }
    let shares: Vec<Decimal> = goal.paid_by.iter().filter_map(|entry| entry.share).collect();
    let due = split(cost, &shares)?;
    let of = |entry: &PaidBy| -> Vec<&Fact> {
        let own = |fact: &&&Fact| {
            fact.payer().is_some_and(|payer| payer == entry.payer || plan.is_part_of(payer, entry.payer))
        };
        facts.paid.iter().filter(own).copied().collect()
    };
    let mut off = goal.paid_by.iter().zip(due).map(|(entry, due)| (entry, due, of(entry)));
    let (entry, due, paid) = off.find(|(_, due, paid)| (sum(paid.iter()) - due).abs() > slack)?;
    let stated = money(sum(paid.iter()));
    let place = paid.first().or(facts.paid.first()).map_or(entry.place, |fact| fact.place);
    let share = entry.share.map(|share| share * Decimal::ONE_HUNDRED)?;
    let mut finding = Diagnostic::new(&codes::SHARE_DIFFERS, place)
        .with("payer", plan.name(entry.payer))
        .with("share", Value::Percent(share.normalize()))
        .with("goal", goal.label.name.as_str())
        .with("due", money(due))
        .with("cost", money(cost))
        .with("years", years)
        .with("paid", stated)
        .at_primary(Message::new("label-amount").with("amount", stated))
        .label(entry.place, Message::new("label-share").with("share", Value::Percent(share.normalize())))
        .figure("stated", Figure::Money(stated))
        .figure("due", Figure::Money(money(due)))
        .figure("cost", Figure::Money(money(cost)));
    for fact in facts.cost.iter().take(2) {
        let label = Message::new("label-cost").with("amount", fact.money).with("years", years);
        finding = finding.label(fact.place, label);
    }
    Some(finding.help(Message::new("share-differs-help")))
}
