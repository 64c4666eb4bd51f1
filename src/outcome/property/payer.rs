//! What sources and reserves say of themselves.

use super::super::evaluate::Value;
use super::super::quantity::Quantity;
use super::super::relation::years_with_amounts;
use super::Answer;
use crate::model::availability::extent;
use crate::model::properties::Property;
use crate::model::words::{self, Word};
use crate::model::{Bound, CarryOver, Certainty, Entity, Plan, ReserveId, Source, SourceId};
use num_rational::Ratio;

pub(super) fn of_source(plan: &Plan, id: SourceId, property: Property) -> Answer {
    let Some(source) = plan.sources.get(id.index()) else { return Answer::Unknown };
    match property {
        Property::Note => Answer::text(source.notes.first()),
        Property::Owner => Answer::text(source.owner.as_ref()),
        Property::Account => Answer::text(source.account.as_ref()),
        Property::Nature => Answer::nature(source.nature),
        Property::Kind => Answer::word(source.kind.map(|(kind, _)| Word::from(kind))),
        Property::TaskField => Answer::said(source.task_field.as_ref()),
        Property::Theme => Answer::theme(source.theme),
        Property::Starts => extent(plan, id).map_or(Answer::Unknown, |extent| Answer::year(extent.first)),
        Property::Ends => extent(plan, id).map_or(Answer::Unknown, |extent| Answer::year(extent.last)),
        Property::Status => status(plan, id, source),
        Property::For => Answer::there(!source.earmark.is_empty()),
        Property::Available => Answer::of(source.available.map(Value::Years)),
        Property::CommitBy => Answer::date(source.commit_by.map(|(date, _)| date)),
        Property::SpendBy => Answer::date(source.spend_by.map(|(date, _)| date)),
        Property::Unspent => unspent(source),
        Property::Whole => Answer::entity(source.whole),
        Property::Needs => Answer::there(!source.needs.is_empty()),
        _ => Answer::Absent,
    }
}

pub(super) fn of_reserve(plan: &Plan, id: ReserveId, property: Property) -> Answer {
    let Some(reserve) = plan.reserves.get(id.index()) else { return Answer::Unknown };
    let unread = plan.damage.reserve.is_some();
    match property {
        Property::Note => Answer::text(reserve.notes.first()),
        Property::Owner => Answer::text(reserve.owner.as_ref()),
        Property::Account => Answer::text(reserve.account.as_ref()),
        Property::Nature => Answer::nature(reserve.nature),
        Property::Kind => Answer::word(reserve.kind.map(|(kind, _)| Word::from(kind))),
        Property::TaskField => Answer::said(reserve.task_field.as_ref()),
        Property::Theme => Answer::theme(reserve.theme),
        Property::Starts if reserve.label.damaged => Answer::Unknown,
        Property::Starts => {
            let years = years_with_amounts(plan, Entity::Reserve(id)).unwrap_or_default();
            Answer::year(years.first().copied()).unless_damaged(unread)
        }
        Property::Ends => Answer::year(reserve.ends.map(|(year, _)| year)),
        Property::For => Answer::there(!reserve.earmark.is_empty()),
        Property::Needs => Answer::there(!reserve.needs.is_empty()),
        Property::Floor => bound(reserve.floor),
        Property::Ceiling => bound(reserve.ceiling),
        Property::ReleaseTo => Answer::entity(reserve.release_to.map(|(reserve, _)| reserve)),
        Property::Opening => Answer::there(!plan.ledger.opening.of(id.0).is_empty()).unless_damaged(unread),
        _ => Answer::Absent,
    }
}

/// An amount that bounds the balance; where it stands but is not known, neither is its value.
fn bound(bound: Option<Bound>) -> Answer {
    Answer::of(bound.map(|bound| {
        let money = |money: crate::money::Money| Value::Amount(Quantity::number(Ratio::from_integer(money.wide())));
        bound.amount.map_or(Value::Unknown, money)
    }))
}

/// Whether part of its income is only expected.
pub(super) fn is_expected(plan: &Plan, id: SourceId) -> Option<bool> {
    let mut any = false;
    let mut tranches = false;
    for leaf in plan.leaves(id) {
        for fact in plan.ledger.income.counting(leaf.0) {
            tranches = true;
            any |= fact.is_expected();
        }
    }
    let said = plan.sources.get(id.index())?.certainty == Certainty::Expected;
    Some(if tranches { any } else { said })
}

fn status(plan: &Plan, id: SourceId, source: &Source) -> Answer {
    let Some(expected) = is_expected(plan, id) else { return Answer::Unknown };
    let value = Value::Word(if expected { words::EXPECTED } else { words::GRANTED });
    if expected || source.certainty_place.is_some() { Answer::Is(value) } else { Answer::Unsaid(value) }
}

fn unspent(source: &Source) -> Answer {
    let value = Value::Word(match source.carry_over {
        CarryOver::Stays | CarryOver::StaysYears(_) => words::STAYS,
        CarryOver::GoesTo(_) => words::MOVES,
        CarryOver::Lapses => words::LAPSES,
        CarryOver::Returns => words::RETURNS,
    });
    if source.carry_over_place.is_some() { Answer::Is(value) } else { Answer::Unsaid(value) }
}
