//! What an item says of itself: `g.nature`, `g has follow-up`, `s is granted`.

use super::evaluate::Value;
use crate::model::{Certainty, DecisionState, Entity, FollowUp, Plan, ThemeId};
use crate::money::YearRange;
use crate::source::Place;
use crate::syntax::ast::{GoalStatus, Nature};

/// What an item says of a property.
pub enum Property {
    /// It does not say it.
    Absent,
    /// It says this.
    Is(Value),
    /// There is no such property.
    NotAsked,
}

/// The property of that English name.
pub fn property(plan: &Plan, entity: Entity, name: &str) -> Property {
    let text = |value: Option<&String>| value.map_or(Property::Absent, |text| Property::Is(Value::Text(text.clone())));
    let theme = |id: Option<ThemeId>| id.map_or(Property::Absent, |id| Property::Is(Value::Entity(Entity::Theme(id))));
    let nature = |nature: Option<(Nature, Place)>| {
        let word = |nature| if nature == Nature::Recurring { "recurring" } else { "temporary" };
        nature.map_or(Property::Absent, |(nature, _)| Property::Is(Value::Text(word(nature).to_owned())))
    };
    let flag = |said: bool| if said { Property::Is(Value::Boolean(Some(true))) } else { Property::Absent };
    if name == "title" {
        return text(plan.label(entity).and_then(|label| label.title.as_ref()));
    }
    if name == "note" {
        let notes = match entity {
            Entity::Source(id) => plan.sources.get(id.index()).map(|item| &item.notes),
            Entity::Reserve(id) => plan.reserves.get(id.index()).map(|item| &item.notes),
            Entity::Goal(id) => plan.goals.get(id.index()).map(|item| &item.notes),
            Entity::Theme(id) => plan.themes.get(id.index()).map(|item| &item.notes),
            Entity::Decision(id) => plan.decisions.get(id.index()).map(|item| &item.notes),
            Entity::Document(id) => plan.documents.get(id.index()).map(|item| &item.notes),
        };
        return text(notes.and_then(|notes| notes.first()));
    }
    match entity {
        Entity::Source(id) => match (plan.sources.get(id.index()), name) {
            (Some(source), "nature") => nature(source.nature),
            (Some(source), "owner") => text(source.owner.as_ref()),
            (Some(source), "account") => text(source.account.as_ref()),
            (Some(source), "theme") => theme(source.theme),
            (Some(source), "for") => flag(!source.earmark.is_empty()),
            (Some(source), "needs" | "needs decision") => flag(!source.needs.is_empty()),
            (Some(source), "available") => {
                source.available.map_or(Property::Absent, |years| Property::Is(Value::Years(years)))
            }
            _ => Property::NotAsked,
        },
        Entity::Reserve(id) => match (plan.reserves.get(id.index()), name) {
            (Some(reserve), "nature") => nature(reserve.nature),
            (Some(reserve), "owner") => text(reserve.owner.as_ref()),
            (Some(reserve), "account") => text(reserve.account.as_ref()),
            (Some(reserve), "theme") => theme(reserve.theme),
            (Some(reserve), "for") => flag(!reserve.earmark.is_empty()),
            (Some(reserve), "floor") => flag(reserve.floor.is_some()),
            (Some(reserve), "ceiling") => flag(reserve.ceiling.is_some()),
            (Some(reserve), "needs" | "needs decision") => flag(!reserve.needs.is_empty()),
            (Some(reserve), "ends") => {
                reserve.ends.map_or(Property::Absent, |(year, _)| Property::Is(Value::Years(YearRange::one(year))))
            }
            _ => Property::NotAsked,
        },
        Entity::Goal(id) => match (plan.goals.get(id.index()), name) {
            (Some(goal), "nature") => nature(goal.nature),
            (Some(goal), "owner") => text(goal.owner.as_ref()),
            (Some(goal), "account") => text(goal.account.as_ref()),
            (Some(goal), "was") => text(goal.was.as_ref()),
            (Some(goal), "theme") => theme(goal.theme),
            (Some(goal), "serves") => flag(!goal.serves.is_empty()),
            (Some(goal), "continues") => flag(goal.continues.is_some()),
            (Some(goal), "evaluate") => flag(goal.evaluate_yearly || !goal.evaluate.is_empty()),
            (Some(goal), "needs" | "needs decision") => flag(!goal.needs.is_empty()),
            (Some(goal), "follow-up") => match &goal.follow_up {
                None => Property::Absent,
                Some(FollowUp::Named(text, _)) => Property::Is(Value::Text(text.clone())),
                Some(FollowUp::Decision(id, _)) => Property::Is(Value::Entity(Entity::Decision(*id))),
            },
            _ => Property::NotAsked,
        },
        Entity::Theme(id) => match (plan.themes.get(id.index()), name) {
            (Some(item), "owner") => text(item.owner.as_ref()),
            (Some(item), "theme") => theme(item.within),
            _ => Property::NotAsked,
        },
        Entity::Decision(id) => match (plan.decisions.get(id.index()), name) {
            (Some(item), "on") => item.on.map_or(Property::Absent, |(date, _)| Property::Is(Value::Date(date))),
            _ => Property::NotAsked,
        },
        Entity::Document(id) => match (plan.documents.get(id.index()), name) {
            (Some(item), "date") => item.date.map_or(Property::Absent, |date| Property::Is(Value::Date(date))),
            (Some(item), "number") => text(item.number.as_ref()),
            (Some(item), "url") => text(item.url.as_ref()),
            _ => Property::NotAsked,
        },
    }
}

/// Whether the word holds of the item; `None` where it makes no sense of it.
pub fn is_word(plan: &Plan, entity: Entity, word: &str) -> Option<bool> {
    let nature = match entity {
        Entity::Source(id) => plan.sources.get(id.index())?.nature,
        Entity::Reserve(id) => plan.reserves.get(id.index())?.nature,
        Entity::Goal(id) => plan.goals.get(id.index())?.nature,
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    };
    match (word, entity) {
        ("recurring", _) => Some(nature.is_some_and(|(nature, _)| nature == Nature::Recurring)),
        ("temporary", _) => Some(nature.is_some_and(|(nature, _)| nature == Nature::Temporary)),
        ("optional", Entity::Goal(id)) => Some(plan.goals.get(id.index())?.optional),
        ("new" | "continued" | "reached" | "stopped", Entity::Goal(id)) => {
            let status = plan.goals.get(id.index())?.status;
            Some(status.is_some_and(|status| {
                word == match status {
                    GoalStatus::New => "new",
                    GoalStatus::Continued => "continued",
                    GoalStatus::Reached => "reached",
                    GoalStatus::Stopped => "stopped",
                }
            }))
        }
        ("granted" | "expected", Entity::Source(id)) => {
            let granted = plan.sources.get(id.index())?.certainty == Certainty::Granted;
            Some(granted == (word == "granted"))
        }
        ("unlimited", Entity::Source(id)) => Some(plan.sources.get(id.index())?.unlimited.is_some()),
        ("proposed" | "taken" | "rejected", Entity::Decision(id)) => {
            let state = plan.decisions.get(id.index())?.state;
            Some(match word {
                "proposed" => state == DecisionState::Proposed,
                "taken" => state == DecisionState::Taken,
                _ => state == DecisionState::Rejected,
            })
        }
        _ => None,
    }
}
