//! Money that moves before its decision -> 308, and decisions taken in the wrong order -> 310.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::calendar::year_of;
use crate::model::{Decision, DecisionId, DecisionState, Fact, FactList, Plan, ledger::counted};
use crate::money::Year;
use crate::source::Place;

/// Reports both.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    money_before_decision(context.plan, report);
    out_of_order(context.plan, report);
}

/// What one goal, source or reserve needs, and the money that moves in it.
struct Dependent<'a> {
    name: &'a str,
    needs: &'a [(DecisionId, Place)],
    kind: (&'static str, &'static str),
}

fn money_before_decision(plan: &Plan, report: &mut Report) {
    let ledger = &plan.ledger;
    for (id, goal) in (0..).zip(&plan.goals) {
        let of = Dependent { name: &goal.label.name, needs: &goal.needs, kind: ("goal", "doel") };
        early(plan, &of, &[(&ledger.cost, id), (&ledger.payment, id)], report);
    }
    for (id, source) in (0..).zip(&plan.sources) {
        let of = Dependent { name: &source.label.name, needs: &source.needs, kind: ("source", "bron") };
        early(plan, &of, &[(&ledger.income, id), (&ledger.source_coverage, id)], report);
    }
    for (id, reserve) in (0..).zip(&plan.reserves) {
        let of = Dependent { name: &reserve.label.name, needs: &reserve.needs, kind: ("reserve", "reserve") };
        let lists = [&ledger.reserve_coverage, &ledger.withdrawal, &ledger.addition, &ledger.movement];
        early(plan, &of, &lists.map(|list| (list, id)), report);
    }
}

/// Looks for money of one thing in years before the decisions that it needs; the first list that has some tells.
fn early(plan: &Plan, of: &Dependent<'_>, lists: &[(&FactList, u32)], report: &mut Report) {
    for &(id, needed) in of.needs {
        let Some(decision) = plan.decisions.get(id.index()) else { continue };
        let Some((date, on)) = decision.on.filter(|_| decision.state != DecisionState::Rejected) else { continue };
        let year = year_of(&plan.head, date);
        let amounts = lists.iter().map(|(list, subject)| before(list.of(*subject), year)).find(|some| !some.is_empty());
        let Some(amounts) = amounts else { continue };
        let Some((years, first, place)) = amounts.iter().next() else { continue };
        let finding = Diagnostic::new(&codes::MONEY_BEFORE_DECISION, place)
            .with("kind", Value::Keyword(of.kind.0, of.kind.1))
            .with("name", of.name)
            .with("amounts", amounts.value())
            .with("decision", decision.label.name.as_str())
            .with("date", Value::Date(date))
            .at_primary(amount_label(first, years))
            .label(needed, Message::new("label-needs-decision").with("decision", decision.label.name.as_str()))
            .label(on, Message::new("label-decision-date").with("decision", decision.label.name.as_str()))
            .figure("early", Figure::Money(amounts.total()))
            .help(Message::new("money-before-decision-help"));
        report.findings.push(amounts.label_others(finding));
    }
}

fn before(facts: &[Fact], year: Year) -> ByYears {
    let mut amounts = ByYears::default();
    for fact in known(facts, counted(facts)).filter(|fact| fact.years.last < year) {
        amounts.add(fact);
    }
    amounts.without_zeros()
}

fn out_of_order(plan: &Plan, report: &mut Report) {
    for decision in &plan.decisions {
        let Some((id, place)) = decision.after else { continue };
        let Some(first) = plan.decisions.get(id.index()) else { continue };
        let dates = decision.on.zip(first.on).filter(|((date, _), (before, _))| date < before);
        let found = match dates {
            Some(((date, at), (before, at_first))) => Some(
                Diagnostic::new(&codes::DECISIONS_OUT_OF_ORDER, at)
                    .with("decision", decision.label.name.as_str())
                    .with("first", first.label.name.as_str())
                    .with("date", Value::Date(date))
                    .with("before", Value::Date(before))
                    .label(place, Message::new("label-after").with("first", first.label.name.as_str()))
                    .label(at_first, Message::new("label-decision-date").with("decision", first.label.name.as_str()))
                    .help(Message::new("decisions-out-of-order-help")),
            ),
            None => taken_too_soon(decision, first, place),
        };
        report.findings.extend(found);
    }
}

/// A decision that is taken while the one it follows is not.
fn taken_too_soon(decision: &Decision, first: &Decision, place: Place) -> Option<Diagnostic> {
    if decision.state != DecisionState::Taken || first.state == DecisionState::Taken {
        return None;
    }
    Some(
        Diagnostic::new(&codes::DECISION_WITHOUT_ITS_FIRST, place)
            .with("decision", decision.label.name.as_str())
            .with("first", first.label.name.as_str())
            .with("state", state(first.state))
            .label(first.label.place, Message::new("label-decision").with("decision", first.label.name.as_str()))
            .help(Message::new("decision-without-its-first-help").with("first", first.label.name.as_str())),
    )
}

/// How far a decision has come, as a sentence goes on: `is only proposed`.
pub(super) fn state(state: DecisionState) -> Message {
    Message::new(match state {
        DecisionState::Unknown => "decision-state-unknown",
        DecisionState::Proposed => "decision-state-proposed",
        DecisionState::Taken => "decision-state-taken",
        DecisionState::Rejected => "decision-state-rejected",
    })
}
