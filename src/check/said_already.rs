//! Costs that cannot be paid because stated payments break a rule or outrun the money: said there, not once more as 401.

use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Figure, Value};
use crate::flow::{Conflict, Owner};
use crate::model::{Fact, Payer, Plan, ReserveId, SourceId};
use std::collections::BTreeSet;

/// Whether findings about stated payments to these goals, or by these payers, account for all that is short.
pub(super) fn is_said(context: &Context<'_>, conflict: &Conflict, report: &Report) -> bool {
    let plan = context.plan;
    let goals: BTreeSet<&str> = conflict
        .costs
        .iter()
        .filter_map(|cost| match cost.owner {
            Owner::Goal(id) => plan.goals.get(id.index()).map(|goal| goal.label.name.as_str()),
            Owner::Theme(_) => None,
        })
        .collect();
    let stated = conflict.costs.iter().flat_map(|cost| {
        let facts = match cost.owner {
            Owner::Goal(id) => plan.ledger.payment.of(id.0),
            Owner::Theme(_) => &[],
        };
        facts.iter().filter(|fact| fact.years.meets(cost.years)).filter_map(Fact::payer)
    });
    let sources = plan.ledger.source_coverage.all().iter().map(|fact| (Payer::Source(SourceId(fact.subject)), fact));
    let reserves = plan.ledger.reserve_coverage.all().iter();
    let reserves = reserves.map(|fact| (Payer::Reserve(ReserveId(fact.subject)), fact));
    let in_years = |fact: &Fact| conflict.costs.iter().any(|cost| cost.years.meets(fact.years));
    let covering = sources.chain(reserves).filter(|(_, fact)| in_years(fact)).map(|(payer, _)| payer);
    let means = conflict.means.iter().filter(|means| means.cents > 0).map(|means| means.payer);
    let payers: BTreeSet<&str> =
        means.chain(stated).chain(covering).flat_map(|payer| with_wholes(plan, payer)).collect();
    // A floor that cannot be kept even if nothing is paid takes no money from these costs beyond what is there.
    let missed: BTreeSet<&str> = context.flow.floors_missed.iter().map(|(payer, ..)| plan.name(*payer)).collect();
    let told = report.findings.iter().filter_map(|finding| broken(finding, &goals, &payers, &missed));
    let said: i128 = told.sum();
    said >= i128::from(conflict.shortage)
}

/// A payer's name, and those of the wholes that it is part of.
fn with_wholes(plan: &Plan, payer: Payer) -> Vec<&str> {
    let mut names = vec![plan.name(payer)];
    let mut part = match payer {
        Payer::Source(id) => plan.sources.get(id.index()),
        Payer::Reserve(_) => None,
    };
    while let Some(whole) = part.and_then(|source| source.whole).and_then(|id| plan.sources.get(id.index())) {
        names.push(whole.label.name.as_str());
        part = Some(whole);
    }
    names
}

/// What a finding says is paid against a rule, where it is about one of the goals, or, if it names no goal, one of the payers.
fn broken(
    finding: &Diagnostic,
    goals: &BTreeSet<&str>,
    payers: &BTreeSet<&str>,
    missed: &BTreeSet<&str>,
) -> Option<i128> {
    let Code::BuiltIn(code) = finding.code() else { return None };
    let figure = match code {
        302 => "outside",
        305 if finding.kind == &codes::MOVED_AFTER_END => "moved",
        304 if finding.kind == &codes::SPENT_AFTER_DEADLINE => "late",
        404 | 505 => "paid",
        409 => "over",
        403 | 501 | 503 => "short",
        _ => return None,
    };
    let named = |wanted: &[&str]| {
        finding.message.values.iter().find_map(|(key, value)| match value {
            Value::Text(name) if wanted.contains(key) => Some(name.as_str()),
            _ => None,
        })
    };
    let about = match named(&["goal"]) {
        Some(goal) => goals.contains(goal),
        None => named(&["payer", "source", "reserve", "name"]).is_some_and(|payer| payers.contains(payer)),
    };
    let unattainable = finding.code().is(501) && named(&["name"]).is_some_and(|name| missed.contains(name));
    let amount = finding.figures.iter().find_map(|(name, value)| match value {
        Figure::Money(money) if *name == figure => Some(money.wide()),
        _ => None,
    });
    amount.filter(|_| about && !unattainable)
}
