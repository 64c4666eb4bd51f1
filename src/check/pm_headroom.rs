//! A cost or budget that is `pm`, and how much it may become -> 408, one for each.

use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::flow::{OpenRoom, Owner, Room, open_rooms};
use crate::model::{Entity, Plan};
use crate::money::Money;

/// Reports how much each may become, where the plan can be paid; keeps all that was worked out for whoever lists it.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    // What a scenario leaves is its own question; the note is about the plan.
    if context.plan.variant.is_some() {
        return;
    }
    let rooms = open_rooms(context.plan, context.outcome.fact_years, context.flow);
    report.findings.extend(rooms.iter().filter_map(|room| finding(context.plan, room)));
    report.open_rooms.extend(rooms);
}

fn finding(plan: &Plan, room: &OpenRoom) -> Option<Diagnostic> {
    let Room::Exactly(cents) = room.room else { return None };
    let at_most = Money::from_wide(cents)?;
    let kind = if at_most == Money::ZERO { &codes::PM_NO_HEADROOM } else { &codes::PM_HEADROOM };
    let finding = Diagnostic::new(kind, room.place)
        .with("what", what(plan, room))
        .with("amount", at_most)
        .at_primary(Message::new("label-pm"))
        .figure("at_most", Figure::Money(at_most))
        .figure("years", Figure::Years(room.years));
    if room.binding.is_empty() {
        return Some(finding);
    }
    let binding = room.binding.iter().cloned().map(Value::from).collect();
    Some(finding.help(Message::new("pm-headroom-help").with("binding", Value::List(binding))))
}

fn what(plan: &Plan, room: &OpenRoom) -> Message {
    let (name, goal) = match room.owner {
        Owner::Goal(id) => (plan.name(Entity::Goal(id)), true),
        Owner::Theme(id) => (plan.name(Entity::Theme(id)), false),
    };
    let words = match (room.budget, goal) {
        (false, _) => "what-open-cost",
        (true, true) => "what-open-budget",
        (true, false) => "what-open-theme-budget",
    };
    Message::new(words).with("name", name).with("years", room.years)
}
