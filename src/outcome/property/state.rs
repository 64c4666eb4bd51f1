//! What is said with `is`: `g is recurring`, `p is reserve`, `s is specific-grant`.

use super::super::evaluate::{Scope, Value};
use super::{goal, payer, small, thing};
use crate::model::expression::{Expression, Thing};
use crate::model::words::{State, Word};
use crate::model::{Entity, Goal, Plan};
use crate::syntax::ast::Nature;

impl Scope<'_> {
    /// Whether it holds; of what is not there nothing does.
    pub(in super::super) fn state(&mut self, of: &Expression, state: State) -> Value {
        let holds = match self.value(of) {
            Value::Entity(entity) => of_entity(self.plan, entity, state),
            Value::Thing(Thing::Line(goal, line)) => thing::line(self.plan, goal, line).map(|(line, _)| match state {
                State::Once => line.once,
                State::Yearly => line.yearly,
                _ => false,
            }),
            Value::Absent => Some(false),
            _ => None,
        };
        Value::Boolean(holds)
    }
}

/// What is not said of an item whose statements could not all be read is not known.
fn of_entity(plan: &Plan, entity: Entity, state: State) -> Option<bool> {
    let damaged = plan.label(entity).is_some_and(|label| label.damaged);
    let holds = match (state, entity) {
        (State::Source, _) => return Some(matches!(entity, Entity::Source(_))),
        (State::Reserve, _) => return Some(matches!(entity, Entity::Reserve(_))),
        (State::Granted, _) if damaged => return None,
        (State::Recurring | State::Temporary, _) => is_nature(plan, entity, state),
        (State::Kind(word), _) => kind_of(plan, entity) == Some(word),
        (_, Entity::Goal(id)) => of_goal(plan.goals.get(id.index())?, state),
        (State::Unlimited, Entity::Source(id)) => plan.sources.get(id.index())?.unlimited.is_some(),
        (State::Expected, Entity::Source(id)) => payer::is_expected(plan, id)?,
        (State::Granted, Entity::Source(id)) => !payer::is_expected(plan, id)?,
        (_, Entity::Decision(id)) => small::state(plan.decisions.get(id.index())?.state) == Some(state),
        (_, Entity::Source(_) | Entity::Reserve(_) | Entity::Theme(_) | Entity::Document(_)) => false,
    };
    if holds || !damaged { Some(holds) } else { None }
}

fn of_goal(goal: &Goal, state: State) -> bool {
    match state {
        State::Optional => goal.optional,
        State::Statutory => goal.statutory.is_some(),
        _ => goal.status.is_some_and(|status| goal::state(status) == state),
    }
}

fn kind_of(plan: &Plan, entity: Entity) -> Option<Word> {
    let kind = match entity {
        Entity::Goal(id) => plan.goals.get(id.index())?.kind,
        Entity::Source(id) => plan.sources.get(id.index())?.kind,
        Entity::Reserve(id) => plan.reserves.get(id.index())?.kind,
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    };
    kind.map(|(kind, _)| Word::from(kind))
}

fn is_nature(plan: &Plan, entity: Entity, state: State) -> bool {
    let nature = match entity {
        Entity::Goal(id) => plan.goals.get(id.index()).and_then(|goal| goal.nature),
        Entity::Source(id) => plan.sources.get(id.index()).and_then(|source| source.nature),
        Entity::Reserve(id) => plan.reserves.get(id.index()).and_then(|reserve| reserve.nature),
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    };
    match nature.map(|(nature, _)| nature) {
        Some(Nature::Recurring) => state == State::Recurring,
        Some(Nature::Temporary) => state == State::Temporary,
        None => false,
    }
}
