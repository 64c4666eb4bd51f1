//! Money that moves before its decision -> 308, and decisions taken in the wrong order -> 310.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::calendar::year_of;
use crate::model::{Decision, DecisionId, DecisionState, Fact, Payer, Plan, ReserveId, SourceId, ledger::counted};
use crate::money::Year;
use crate::source::Place;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

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
        early(plan, &of, &[ledger.cost.of(id), ledger.payment.of(id)], report);
    }
    let needs = plan.sources.iter().map(|source| &source.needs).chain(plan.reserves.iter().map(|item| &item.needs));
    let paid = if needs.into_iter().all(Vec::is_empty) { FxHashMap::default() } else { payments(plan) };
    for (id, source) in (0..).map(SourceId).zip(&plan.sources) {
        let of = Dependent { name: &source.label.name, needs: &source.needs, kind: ("source", "bron") };
        let paid = paid.get(&Payer::Source(id)).map_or(&[][..], Vec::as_slice);
        early(plan, &of, &[ledger.income.of(id.0), ledger.source_coverage.of(id.0), paid], report);
    }
    for (id, reserve) in (0..).map(ReserveId).zip(&plan.reserves) {
        let of = Dependent { name: &reserve.label.name, needs: &reserve.needs, kind: ("reserve", "reserve") };
        let lists = [&ledger.reserve_coverage, &ledger.withdrawal, &ledger.addition, &ledger.movement];
        let [coverage, withdrawal, addition, movement] = lists.map(|list| list.of(id.0));
        let paid = paid.get(&Payer::Reserve(id)).map_or(&[][..], Vec::as_slice);
        early(plan, &of, &[coverage, withdrawal, paid, addition, movement], report);
    }
}

/// Payments to goals by who pays them.
fn payments(plan: &Plan) -> FxHashMap<Payer, Vec<Fact>> {
    let mut paid: FxHashMap<Payer, Vec<Fact>> = FxHashMap::default();
    for fact in plan.ledger.payment.all() {
        if let Some(payer) = fact.payer() {
            paid.entry(payer).or_default().push(*fact);
        }
    }
    paid
}

/// Looks for money of one thing in years before the decisions that it needs; the first list that has some tells.
fn early(plan: &Plan, of: &Dependent<'_>, lists: &[&[Fact]], report: &mut Report) {
    for &(id, needed) in of.needs {
        let Some(decision) = plan.decisions.get(id.index()) else { continue };
        let Some(on) = decision.on.filter(|_| decision.state != DecisionState::Rejected) else { continue };
        let year = year_of(&plan.head, on.0);
        let amounts = lists.iter().map(|facts| before(facts, year)).find(|some| !some.is_empty());
        report.findings.extend(amounts.and_then(|amounts| early_finding(of, decision, needed, on, &amounts)));
    }
}

fn early_finding(
    of: &Dependent<'_>,
    decision: &Decision,
    needed: Place,
    (date, on): (Date, Place),
    amounts: &ByYears,
) -> Option<Diagnostic> {
    let (years, first, place) = amounts.iter().next()?;
    let name = decision.label.name.as_str();
    let finding = Diagnostic::new(&codes::MONEY_BEFORE_DECISION, place)
        .with("kind", Value::Keyword(of.kind.0, of.kind.1))
        .with("name", of.name)
        .with("amounts", amounts.value())
        .with("decision", name)
        .with("date", Value::Date(date))
        .at_primary(amount_label(first, years))
        .label(needed, Message::new("label-needs-decision").with("decision", name))
        .label(on, Message::new("label-decision-date").with("decision", name))
        .figure("early", Figure::Money(amounts.total()))
        .help(Message::new("money-before-decision-help"));
    Some(amounts.label_others(finding))
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
                    .at_primary(date_of(decision))
                    .label(place, Message::new("label-after").with("first", first.label.name.as_str()))
                    .label(at_first, date_of(first))
                    .help(Message::new("decisions-out-of-order-help")),
            ),
            None => taken_too_soon(decision, first, place),
        };
        report.findings.extend(found);
    }
}

fn date_of(decision: &Decision) -> Message {
    Message::new("label-decision-date").with("decision", decision.label.name.as_str())
}

/// A decision that is taken while the one it follows is still open. One that was rejected is decided too: a second
/// proposal may follow it.
fn taken_too_soon(decision: &Decision, first: &Decision, place: Place) -> Option<Diagnostic> {
    let decided = matches!(first.state, DecisionState::Taken | DecisionState::Rejected);
    if decision.state != DecisionState::Taken || decided {
        return None;
    }
    Some(
        Diagnostic::new(&codes::DECISION_WITHOUT_ITS_FIRST, place)
            .with("decision", decision.label.name.as_str())
            .with("first", first.label.name.as_str())
            .with("state", state(first.state))
            .at_primary(Message::new("label-after").with("first", first.label.name.as_str()))
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
