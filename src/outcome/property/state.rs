//! What is said with `is`: `g is recurring`, `p is reserve`, `s is specific-grant`.

use super::super::evaluate::{Scope, Value};
use super::{goal, payer, small, thing};
use crate::model::expression::{Expression, Thing};
use crate::model::words::{State, Word};
use crate::model::{Entity, Plan};
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
    match state {
        State::Source => return Some(matches!(entity, Entity::Source(_))),
        State::Reserve => return Some(matches!(entity, Entity::Reserve(_))),
        _ => {}
    }
    let holds = match entity {
        Entity::Goal(id) => {
            let goal = plan.goals.get(id.index())?;
            match state {
                State::Optional => goal.optional,
                State::Statutory => goal.statutory.is_some(),
                State::Kind(word) => goal.kind.is_some_and(|(kind, _)| Word::from(kind) == word),
                State::Recurring | State::Temporary => is_nature(goal.nature.map(|(nature, _)| nature), state),
                _ => goal.status.is_some_and(|status| goal::state(status) == state),
            }
        }
        Entity::Source(id) => {
            let source = plan.sources.get(id.index())?;
            match state {
                State::Unlimited => source.unlimited.is_some(),
                State::Kind(word) => source.kind.is_some_and(|(kind, _)| Word::from(kind) == word),
                State::Recurring | State::Temporary => is_nature(source.nature.map(|(nature, _)| nature), state),
                State::Expected => payer::is_expected(plan, id)?,
                State::Granted if source.label.damaged => return None,
                State::Granted => !payer::is_expected(plan, id)?,
                _ => false,
            }
        }
        Entity::Reserve(id) => {
            let reserve = plan.reserves.get(id.index())?;
            match state {
                State::Kind(word) => reserve.kind.is_some_and(|(kind, _)| Word::from(kind) == word),
                State::Recurring | State::Temporary => is_nature(reserve.nature.map(|(nature, _)| nature), state),
                _ => false,
            }
        }
        Entity::Decision(id) => small::state(plan.decisions.get(id.index())?.state) == Some(state),
        Entity::Theme(_) | Entity::Document(_) => false,
    };
    let damaged = plan.label(entity).is_some_and(|label| label.damaged);
    if holds || !damaged { Some(holds) } else { None }
}

fn is_nature(nature: Option<Nature>, state: State) -> bool {
    match nature {
        Some(Nature::Recurring) => state == State::Recurring,
        Some(Nature::Temporary) => state == State::Temporary,
        None => false,
    }
}
