//! Payments after `spend by` and commitments after `commit by` -> 304, one per source and deadline.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::model::calendar::year_of;
use crate::model::{Fact, GoalId, Payer, Plan, Source, SourceId};
use crate::money::Year;
use crate::source::Place;
use crate::syntax::ast::Stage;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Reports every source whose money is used after its deadline.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    if plan.sources.iter().all(|source| source.spend_by.is_none() && source.commit_by.is_none()) {
        return;
    }
    let spent = spent_late(plan);
    let committed = committed_late(plan);
    for (late, kind, deadline) in [
        (spent, &codes::SPENT_AFTER_DEADLINE, spend_by as fn(&Source) -> Option<(Date, Place)>),
        (committed, &codes::COMMITTED_AFTER_DEADLINE, commit_by),
    ] {
        for (id, amounts) in late {
            let source = plan.sources.get(id.index());
            let found =
                source.and_then(|source| finding(plan, kind, source, deadline(source)?, &amounts.without_zeros()));
            report.findings.extend(found);
        }
    }
}

fn spend_by(source: &Source) -> Option<(Date, Place)> {
    source.spend_by
}

fn commit_by(source: &Source) -> Option<(Date, Place)> {
    source.commit_by
}

/// Per source what it pays in years after its deadline, over all goals or else goal by goal.
fn spent_late(plan: &Plan) -> BTreeMap<SourceId, ByYears> {
    let mut late = late_amounts(plan, Stage::Planned, spend_by);
    for stage in [Stage::Expected, Stage::Actual] {
        for (id, amounts) in late_amounts(plan, stage, spend_by) {
            late.entry(id).or_default().fill_from(amounts);
        }
    }
    late
}

/// Per source what is committed in years after its deadline: stated of the source, or of goals that it alone pays.
fn committed_late(plan: &Plan) -> BTreeMap<SourceId, ByYears> {
    let mut late = late_amounts(plan, Stage::Obligated, commit_by);
    let mut of_goals: BTreeMap<SourceId, ByYears> = BTreeMap::new();
    for fact in known(plan.ledger.cost.all(), Stage::Obligated) {
        if let Some(id) = only_payer(plan, GoalId(fact.subject)).filter(|id| is_late(plan, *id, fact, commit_by)) {
            of_goals.entry(id).or_default().add(fact);
        }
    }
    for (id, amounts) in of_goals {
        late.entry(id).or_default().fill_from(amounts);
    }
    late
}

/// The one source that may pay a goal, where `paid by` names no other.
fn only_payer(plan: &Plan, goal: GoalId) -> Option<SourceId> {
    match plan.paid_by(plan.goals.get(goal.index())?) {
        [only] => match only.payer {
            Payer::Source(id) => Some(id),
            Payer::Reserve(_) => None,
        },
        _ => None,
    }
}

fn late_amounts(
    plan: &Plan,
    stage: Stage,
    deadline: fn(&Source) -> Option<(Date, Place)>,
) -> BTreeMap<SourceId, ByYears> {
    let mut late: BTreeMap<SourceId, ByYears> = BTreeMap::new();
    let mut of_goals: BTreeMap<SourceId, ByYears> = BTreeMap::new();
    for fact in known(plan.ledger.source_coverage.all(), stage) {
        if is_late(plan, SourceId(fact.subject), fact, deadline) {
            late.entry(SourceId(fact.subject)).or_default().add(fact);
        }
    }
    for fact in known(plan.ledger.payment.all(), stage) {
        if let Some(Payer::Source(id)) = fact.payer()
            && is_late(plan, id, fact, deadline)
        {
            of_goals.entry(id).or_default().add(fact);
        }
    }
    for (id, amounts) in of_goals {
        late.entry(id).or_default().fill_from(amounts);
    }
    late
}

fn is_late(plan: &Plan, id: SourceId, fact: &Fact, deadline: fn(&Source) -> Option<(Date, Place)>) -> bool {
    let date = plan.sources.get(id.index()).and_then(deadline);
    date.is_some_and(|(date, _)| fact.years.first > year_of(&plan.head, date))
}

fn finding(
    plan: &Plan,
    kind: &'static Kind,
    source: &Source,
    (date, place): (Date, Place),
    amounts: &ByYears,
) -> Option<Diagnostic> {
    let (years, first, _) = amounts.iter().next()?;
    let year: Year = year_of(&plan.head, date);
    let finding = Diagnostic::new(kind, amounts.first_place()?)
        .with("source", source.label.name.as_str())
        .with("amounts", amounts.value())
        .with("date", Value::Date(date))
        .with("year", year)
        .at_primary(amount_label(first, years))
        .figure("late", Figure::Money(amounts.total()))
        .figure("year", Figure::Year(year));
    let label = Message::new("label-deadline").with("date", Value::Date(date)).with("year", year);
    let help = if kind.name == codes::SPENT_AFTER_DEADLINE.name {
        "spent-after-deadline-help"
    } else {
        "committed-after-deadline-help"
    };
    Some(amounts.label_others(finding.label(place, label)).help(Message::new(help)))
}
