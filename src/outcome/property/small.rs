//! What themes, decisions and documents say of themselves.

use super::super::evaluate::Value;
use super::Answer;
use crate::diagnostic::{Message, Value as Said};
use crate::model::properties::Property;
use crate::model::words::{self, State};
use crate::model::{DecisionId, DecisionState, DocumentId, Plan, ThemeId};

pub(super) fn of_theme(plan: &Plan, id: ThemeId, property: Property) -> Answer {
    let Some(theme) = plan.themes.get(id.index()) else { return Answer::Unknown };
    match property {
        Property::Note => Answer::text(theme.notes.first()),
        Property::Owner => Answer::text(theme.owner.as_ref()),
        Property::Theme => Answer::theme(theme.within),
        _ => Answer::Absent,
    }
}

pub(super) fn of_decision(plan: &Plan, id: DecisionId, property: Property) -> Answer {
    let Some(decision) = plan.decisions.get(id.index()) else { return Answer::Unknown };
    match property {
        Property::Note => Answer::text(decision.notes.first()),
        Property::Status => Answer::word(state(decision.state).map(State::word)),
        Property::On => Answer::date(decision.on.map(|(date, _)| date)),
        Property::By => Answer::of(decision.by.as_ref().map(body)),
        Property::After => Answer::entity(decision.after.map(|(first, _)| crate::model::Entity::Decision(first))),
        _ => Answer::Absent,
    }
}

pub(super) fn of_document(plan: &Plan, id: DocumentId, property: Property) -> Answer {
    let Some(document) = plan.documents.get(id.index()) else { return Answer::Unknown };
    match property {
        Property::Note => Answer::text(document.notes.first()),
        Property::Date => Answer::date(document.date),
        Property::Number => Answer::text(document.number.as_ref()),
        Property::Url => Answer::text(document.url.as_ref()),
        _ => Answer::Absent,
    }
}

/// What the decision is said to be.
pub(super) fn state(state: DecisionState) -> Option<State> {
    match state {
        DecisionState::Unknown => None,
        DecisionState::Proposed => Some(State::Proposed),
        DecisionState::Taken => Some(State::Taken),
        DecisionState::Rejected => Some(State::Rejected),
    }
}

/// Who decides: the council and the executive are words, others stand as given.
pub(super) fn body(by: &Message) -> Value {
    let given = by.values.iter().find_map(|(_, value)| match value {
        Said::Text(text) => Some(text.clone()),
        _ => None,
    });
    match (by.name, given) {
        ("body-council", _) => Value::Word(words::COUNCIL),
        ("body-executive", _) => Value::Word(words::EXECUTIVE),
        (_, Some(text)) => Value::Text(text),
        _ => Value::Unknown,
    }
}
