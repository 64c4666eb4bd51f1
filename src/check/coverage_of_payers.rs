//! What a payer pays in all against what it pays goal by goal -> 402, one per payer and year.

use super::Report;
use super::amounts::money;
use super::blocks::{Sides, beyond_rounding, joined};
use super::coverage_differs::{Explained, show, summed, with_figures};
use super::matrices::{Matrices, fills};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::{Fact, GoalId, Payer, Plan, ReserveId, SourceId};
use crate::money::{Money, YearRange};
use crate::syntax::ast::Stage;
use std::collections::BTreeMap;

/// Reports payers whose two statements do not agree. Of each [`Sides`], `cost` is what is stated in all.
pub(super) fn check(plan: &Plan, matrices: &Matrices, explained: &mut Explained, report: &mut Report) {
    if plan.ledger.payment.all().is_empty() {
        return;
    }
    let mut payers = in_all(plan);
    if payers.is_empty() {
        return;
    }
    for fact in plan.ledger.payment.all().iter().filter(|fact| fact.stage == Stage::Planned) {
        if let Some(ranges) = fact.payer().and_then(|payer| stated_for(plan, payer, &mut payers)) {
            ranges.entry(fact.years).or_default().paid.add(plan, fact);
        }
    }
    for (payer, ranges) in payers {
        for (years, sides) in joined(ranges) {
            report.findings.extend(compare(plan, matrices, payer, years, &sides, explained));
        }
    }
}

/// What is stated in all, by payer and years.
fn in_all(plan: &Plan) -> BTreeMap<Payer, BTreeMap<YearRange, Sides>> {
    let mut payers: BTreeMap<Payer, BTreeMap<YearRange, Sides>> = BTreeMap::new();
    let sources = plan.ledger.source_coverage.all().iter().map(|fact| (Payer::Source(SourceId(fact.subject)), fact));
    let reserves =
        plan.ledger.reserve_coverage.all().iter().map(|fact| (Payer::Reserve(ReserveId(fact.subject)), fact));
    for (payer, fact) in sources.chain(reserves).filter(|(_, fact)| fact.stage == Stage::Planned) {
        payers.entry(payer).or_default().entry(fact.years).or_default().cost.add(plan, fact);
    }
    payers
}

/// The payer itself, or the whole that it is part of, where amounts in all are stated of it.
fn stated_for<'a>(
    plan: &Plan,
    payer: Payer,
    payers: &'a mut BTreeMap<Payer, BTreeMap<YearRange, Sides>>,
) -> Option<&'a mut BTreeMap<YearRange, Sides>> {
    let mut current = payer;
    for _ in 0..=plan.sources.len() {
        if payers.contains_key(&current) {
            return payers.get_mut(&current);
        }
        let Payer::Source(id) = current else { return None };
        current = Payer::Source(plan.sources.get(id.index())?.whole?);
    }
    None
}

fn compare(
    plan: &Plan,
    matrices: &Matrices,
    payer: Payer,
    years: YearRange,
    sides: &Sides,
    explained: &mut Explained,
) -> Option<Diagnostic> {
    let (in_all, by_goal) = (&sides.cost, &sides.paid);
    let difference = by_goal.sum.cents - in_all.sum.cents;
    let stated = in_all.sum.count > 0 && by_goal.sum.count > 0;
    let readable = !in_all.sum.unknown && !by_goal.sum.unknown && !in_all.sum.pm && !by_goal.sum.pm;
    if !stated || !readable || !beyond_rounding(difference, in_all, by_goal) {
        return None;
    }
    if difference < 0 && !all_goals_stated(plan, matrices, payer, years) {
        return None;
    }
    explained.push((years, -difference));
    let (_, _, place) = in_all.shown.first().or(by_goal.shown.first())?;
    let kind = if difference > 0 { &codes::GOALS_ABOVE_COVERAGE } else { &codes::GOALS_BELOW_COVERAGE };
    let finding = Diagnostic::new(kind, *place)
        .with("payer", plan.name(payer))
        .with("years", years)
        .with("stated", money(in_all.sum.cents))
        .with("paid", summed(by_goal))
        .with("difference", money(difference.abs()));
    let finding = show(show(finding, in_all, "label-paid-in-all"), by_goal, "label-paid");
    Some(with_figures(finding, by_goal, in_all, difference).help(Message::new("goals-and-coverage-help")))
}

/// Whether matrices name the payer in every year, and every goal that costs anything then has a row.
fn all_goals_stated(plan: &Plan, matrices: &Matrices, payer: Payer, years: YearRange) -> bool {
    let named: Vec<_> = matrices.within(years).filter(|matrix| matrix.payers.contains(&payer)).collect();
    if named.is_empty() || !fills(&named, years) || plan.damage.coverage.is_some() {
        return false;
    }
    (0..).map(GoalId).zip(&plan.goals).all(|(id, goal)| {
        let costs = |fact: &Fact| fact.years.meets(years) && fact.money != Money::ZERO;
        let costs = plan.ledger.cost.of(id.0).iter().chain(plan.ledger.budget.of(id.0)).any(costs);
        !costs || !plan.may_pay(payer, goal) || !matrices.with_goal(id, years).is_empty()
    })
}
