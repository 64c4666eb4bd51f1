//! Stated payments to goals that the payer may not pay -> 404 and 505, one per goal and payer.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::model::{Goal, GoalId, Payer, Plan};
use crate::source::Place;
use std::collections::BTreeMap;

/// Reports every payment outside an earmark or outside the goal's `paid by`.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        let mut broken: BTreeMap<Payer, ByYears> = BTreeMap::new();
        let payments = &plan.ledger.payment;
        for fact in known(payments.of(id.0), payments.stage(id.0)) {
            if let Some(payer) = fact.payer().filter(|&payer| breach(plan, payer, goal).is_some()) {
                broken.entry(payer).or_default().add(fact);
            }
        }
        for (payer, amounts) in broken {
            let found = breach(plan, payer, goal);
            report.findings.extend(found.and_then(|kind| finding(plan, kind, goal, payer, &amounts.without_zeros())));
        }
    }
}

/// Which rule a payment breaks.
fn breach(plan: &Plan, payer: Payer, goal: &Goal) -> Option<&'static Kind> {
    // A goal that could not be read whole may serve more than is known.
    if goal.label.damaged {
        return None;
    }
    let leaves = match payer {
        Payer::Source(id) if plan.sources.get(id.index()).is_some_and(|source| !source.parts.is_empty()) => {
            plan.leaves(id)
        }
        Payer::Source(_) | Payer::Reserve(_) => Vec::new(),
    };
    let none = |allows: &dyn Fn(Payer) -> bool| match leaves.as_slice() {
        [] => !allows(payer),
        leaves => !leaves.iter().any(|&leaf| allows(Payer::Source(leaf))),
    };
    if none(&|payer| plan.earmark_allows(payer, goal)) {
        return Some(match payer {
            Payer::Source(_) => &codes::EARMARK_BROKEN,
            Payer::Reserve(_) => &codes::PAID_OUTSIDE_PURPOSE,
        });
    }
    none(&|payer| plan.paid_by_allows(payer, goal)).then_some(&codes::PAYER_NOT_NAMED)
}

fn finding(plan: &Plan, kind: &'static Kind, goal: &Goal, payer: Payer, amounts: &ByYears) -> Option<Diagnostic> {
    let (years, first, _) = amounts.iter().next()?;
    let mut finding = Diagnostic::new(kind, amounts.first_place()?)
        .with("payer", plan.name(payer))
        .with("goal", goal.label.name.as_str())
        .with("amounts", amounts.value())
        .at_primary(amount_label(first, years))
        .figure("paid", Figure::Money(amounts.total()));
    if kind.name == codes::PAYER_NOT_NAMED.name {
        let named = plan.paid_by(goal);
        let payers = named.iter().map(|entry| plan.name(entry.payer).into()).collect();
        finding = finding.with("named", Value::List(payers)).help(Message::new("payer-not-named-help"));
        if let Some(entry) = named.first() {
            finding = finding.label(entry.place, Message::new("label-paid-by"));
        }
        return Some(amounts.label_others(finding));
    }
    let (tags, place) = earmark(plan, payer);
    finding = finding
        .with("tags", tags_value(plan, tags))
        .with("serves", serves(plan, goal))
        .label(goal.label.place, serves_label(plan, goal));
    if let Some(place) = place {
        finding = finding.label(place, Message::new("label-earmark").with("tags", tags_value(plan, tags)));
    }
    let help = match payer {
        Payer::Source(_) => "earmark-broken-help",
        Payer::Reserve(_) => "paid-outside-purpose-help",
    };
    Some(amounts.label_others(finding).help(Message::new(help)))
}

fn earmark(plan: &Plan, payer: Payer) -> (&[u32], Option<Place>) {
    match payer {
        Payer::Source(id) => {
            plan.sources.get(id.index()).map_or((&[], None), |source| (&source.earmark, source.earmark_place))
        }
        Payer::Reserve(id) => {
            plan.reserves.get(id.index()).map_or((&[], None), |reserve| (&reserve.earmark, reserve.earmark_place))
        }
    }
}

fn tags_value(plan: &Plan, tags: &[u32]) -> Value {
    let names = tags.iter().filter_map(|&tag| plan.tags.get(tag as usize));
    Value::List(names.map(|name| name.as_str().into()).collect())
}

/// `serves neighbourhood`, or that nothing is said.
fn serves(plan: &Plan, goal: &Goal) -> Message {
    if goal.serves.is_empty() {
        Message::new("serves-nothing")
    } else {
        Message::new("serves-tags").with("tags", tags_value(plan, &goal.serves))
    }
}

fn serves_label(plan: &Plan, goal: &Goal) -> Message {
    Message::new("label-serves").with("serves", serves(plan, goal))
}
