//! Stated payments in years in which the payer cannot pay -> 302, one per payer.

use super::amounts::{ByYears, amount_label, known};
use super::moved_after_end::is_what_was_left;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::model::calendar::year_of;
use crate::model::widen::{Stretch, with_widened};
use crate::model::{
    Availability, CarryOver, Fact, FactList, FactState, Payer, Plan, ReserveId, Source, SourceId, Usable,
};
use crate::money::{Money, Year, YearRange};
use crate::syntax::ast::Stage;
use std::collections::BTreeMap;

/// Reports every payer that is to pay when it cannot.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let availability = Availability::of(plan);
    let mut late: BTreeMap<Payer, ByYears> = BTreeMap::new();
    let mut per_goal: BTreeMap<Payer, ByYears> = BTreeMap::new();
    for (payer, fact) in whole_coverage(plan) {
        if is_outside(&availability, payer, fact.years) {
            late.entry(payer).or_default().add(fact);
        }
    }
    for fact in payments(&plan.ledger.payment) {
        if let Some(payer) = fact.payer().filter(|&payer| is_outside(&availability, payer, fact.years)) {
            per_goal.entry(payer).or_default().add(fact);
        }
    }
    for (payer, amounts) in per_goal {
        late.entry(payer).or_default().fill_from(amounts);
    }
    for (payer, amounts) in late {
        report.findings.extend(finding(context, &availability, payer, amounts.without_zeros()));
    }
}

/// What payers pay over all goals.
fn whole_coverage(plan: &Plan) -> impl Iterator<Item = (Payer, &Fact)> {
    let sources = payments(&plan.ledger.source_coverage).map(|fact| (Payer::Source(SourceId(fact.subject)), fact));
    let reserves = payments(&plan.ledger.reserve_coverage).map(|fact| (Payer::Reserve(ReserveId(fact.subject)), fact));
    sources.chain(reserves)
}

fn payments(list: &FactList) -> impl Iterator<Item = &Fact> {
    list.all_counting().filter(|fact| fact.state == FactState::Known && fact.money != Money::ZERO)
}

fn is_outside(availability: &Availability, payer: Payer, years: YearRange) -> bool {
    match availability.usable(payer) {
        // Without any income there is no period to be outside of: the source is overdrawn.
        Usable::Always | Usable::Unknown | Usable::Never => false,
        usable @ Usable::Years(_) => !usable.meets(years),
    }
}

fn finding(context: &Context<'_>, availability: &Availability, payer: Payer, amounts: ByYears) -> Option<Diagnostic> {
    let plan = context.plan;
    match payer {
        Payer::Reserve(id) => {
            let reserve = plan.reserves.get(id.index())?;
            let (last, place) = reserve.ends?;
            if is_what_was_left(context, id, last, &amounts) {
                return None;
            }
            let withdrawn = &plan.ledger.withdrawal;
            let withdrawn: Vec<&Fact> = known(withdrawn.of(id.0), withdrawn.stage(id.0)).collect();
            // A withdrawal that is stated for the same years is found after the end of the reserve itself.
            let amounts = amounts.keep(|years, _| withdrawn.iter().all(|fact| !fact.years.meets(years)));
            let finding = start(&codes::PAYMENT_AFTER_RESERVE_ENDS, &reserve.label.name, &amounts)?;
            let ends = Message::new("label-reserve-ends").with("year", last);
            let finding = finding.with("year", last).label(place, ends);
            let finding = finding.help(Message::new("payment-after-reserve-ends-help"));
            let stretch = amounts.longer(place, last);
            Some(with_widened(finding, plan, context.sources, stretch.as_slice()))
        }
        Payer::Source(id) => {
            let source = plan.sources.get(id.index())?;
            if source.available.is_some() {
                return outside_stated(context, source, &amounts);
            }
            let amounts = before_deadline(plan, source, amounts);
            without_tranche(plan, availability, payer, source, &amounts)
        }
    }
}

/// What is paid after `spend by` is a finding of its own.
fn before_deadline(plan: &Plan, source: &Source, amounts: ByYears) -> ByYears {
    match source.spend_by {
        Some((date, _)) => {
            let last = year_of(&plan.head, date);
            amounts.keep(|years, _| years.first <= last)
        }
        None => amounts,
    }
}

fn start(kind: &'static Kind, payer: &str, amounts: &ByYears) -> Option<Diagnostic> {
    let (years, first, _) = amounts.iter().next()?;
    let mut finding = Diagnostic::new(kind, amounts.first_place()?)
        .with("payer", payer)
        .with("amounts", amounts.value())
        .at_primary(amount_label(first, years))
        .figure("outside", Figure::Money(amounts.total()));
    finding = amounts.label_others(finding);
    Some(finding)
}

fn outside_stated(context: &Context<'_>, source: &Source, amounts: &ByYears) -> Option<Diagnostic> {
    let available = source.available?;
    let mut finding = start(&codes::PAYMENT_OUTSIDE_AVAILABILITY, &source.label.name, amounts)?
        .with("available", available)
        .help(Message::new("payment-outside-availability-help"));
    for (years, place) in &source.available_stated {
        finding = finding.label(*place, Message::new("label-available").with("years", *years));
    }
    // Of several that differ it is not known which should be longer.
    let all = amounts.iter().map(|(years, ..)| years).reduce(YearRange::to)?;
    let stretches: Vec<Stretch> = match source.available_stated.as_slice() {
        [(old, place)] => vec![Stretch { place: *place, old: *old, new: old.to(all) }],
        _ => Vec::new(),
    };
    Some(with_widened(finding, context.plan, context.sources, &stretches))
}

fn without_tranche(
    plan: &Plan,
    availability: &Availability,
    payer: Payer,
    source: &Source,
    amounts: &ByYears,
) -> Option<Diagnostic> {
    let Usable::Years(usable) = availability.usable(payer) else { return None };
    let finding = start(&codes::PAYMENT_WITHOUT_TRANCHE, &source.label.name, amounts)?
        .with("usable", Value::List(usable.iter().map(|range| usable_years(*range)).collect()))
        .help(Message::new("payment-without-tranche-help"));
    Some(label_money(finding, plan, payer, source))
}

/// `in 2024–2026`, or `from 2024` where the end is open.
fn usable_years(range: YearRange) -> Value {
    if range.last == Year(i16::MAX) {
        Message::new("usable-from").with("year", range.first).into()
    } else {
        Message::new("usable-in").with("years", range).into()
    }
}

/// Points at the tranches next to the payments, and at what becomes of leftovers.
fn label_money(mut finding: Diagnostic, plan: &Plan, payer: Payer, source: &Source) -> Diagnostic {
    let Payer::Source(id) = payer else { return finding };
    let leaves = plan.leaves(id);
    let tranches = leaves.iter().flat_map(|leaf| known(plan.ledger.income.of(leaf.0), Stage::Planned));
    if let Some(last) = tranches.max_by_key(|fact| fact.years.last) {
        let label = Message::new("label-last-tranche").with("amount", last.money).with("years", last.years);
        finding = finding.label(last.place, label);
    }
    if let (Some(place), Some(label)) = (source.carry_over_place, carry_over_label(plan, source.carry_over)) {
        finding = finding.label(place, label);
    }
    finding
}

/// What becomes of leftovers, at the statement that says so.
fn carry_over_label(plan: &Plan, carry_over: CarryOver) -> Option<Message> {
    match carry_over {
        CarryOver::Stays => None,
        CarryOver::StaysYears(years) => Some(Message::new("label-stays-years").with("count", usize::from(years))),
        CarryOver::GoesTo(id) => Some(Message::new("label-goes-to").with("reserve", plan.name(Payer::Reserve(id)))),
        CarryOver::Lapses => Some(Message::new("label-lapses")),
        CarryOver::Returns => Some(Message::new("label-returns")),
    }
}
