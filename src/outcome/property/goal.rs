//! What a goal says of itself.

use super::super::evaluate::Value;
use super::super::quantity::Quantity;
use super::super::relation::years_with_amounts;
use super::Answer;
use crate::model::properties::Property;
use crate::model::words::{State, Word};
use crate::model::{Entity, FollowUp, Goal, GoalId, Plan};
use crate::syntax::ast::GoalStatus;
use num_rational::Ratio;

pub(super) fn of(plan: &Plan, id: GoalId, property: Property) -> Answer {
    let Some(goal) = plan.goals.get(id.index()) else { return Answer::Unknown };
    match property {
        Property::Note => Answer::text(goal.notes.first()),
        Property::Owner => Answer::text(goal.owner.as_ref()),
        Property::Account => Answer::text(goal.account.as_ref()),
        Property::Nature => Answer::nature(goal.nature),
        Property::Kind => Answer::word(goal.kind.map(|(kind, _)| Word::from(kind))),
        Property::TaskField => Answer::said(goal.task_field.as_ref()),
        Property::Theme => Answer::theme(goal.theme),
        Property::Starts | Property::Ends => bound(plan, id, goal, property),
        Property::Status => Answer::word(goal.status.map(|status| state(status).word())),
        Property::Priority => Answer::of(goal.priority.map(|number| {
            let number = Ratio::from_integer(i128::from(number));
            Value::Number(Quantity::number(number))
        })),
        Property::FollowUp => follow_up(plan, goal),
        Property::DecidedFollowUp => match goal.follow_up {
            Some(FollowUp::Decision(decision, _)) => Answer::entity(Some(Entity::Decision(decision))),
            Some(FollowUp::Named(..)) | None => Answer::Absent,
        },
        Property::Was => Answer::text(goal.was.as_ref()),
        Property::Continues => Answer::entity(goal.continues.map(|(goal, _)| goal)),
        Property::Evaluate => Answer::there(goal.evaluate_yearly || !goal.evaluate.is_empty()),
        Property::EvaluateTo => Answer::said(goal.evaluate_to.as_ref()),
        Property::Serves => Answer::there(!goal.serves.is_empty()),
        Property::RemainderOf => Answer::there(goal.remainder_of.is_some()),
        Property::Needs => Answer::there(!goal.needs.is_empty()),
        Property::PaidBy => Answer::there(!plan.paid_by(goal).is_empty()),
        Property::Shares => Answer::there(plan.paid_by(goal).iter().any(|paid| paid.share.is_some() || paid.amounts)),
        _ => Answer::Absent,
    }
}

/// What the goal is said to be.
pub(super) fn state(status: GoalStatus) -> State {
    match status {
        GoalStatus::New => State::New,
        GoalStatus::Continued => State::Continued,
        GoalStatus::Reached => State::Reached,
        GoalStatus::Stopped => State::Stopped,
    }
}

/// Its first or last year: as it is bound, or else the first or last in which it costs.
fn bound(plan: &Plan, id: GoalId, goal: &Goal, property: Property) -> Answer {
    let said = if property == Property::Starts { goal.from } else { goal.through };
    if let Some((year, _)) = said {
        return Answer::year(Some(year));
    }
    let years = years_with_amounts(plan, Entity::Goal(id)).unwrap_or_default();
    let year = if property == Property::Starts { years.first() } else { years.last() };
    let unread = goal.label.damaged || year.is_none() && plan.damage.cost.is_some();
    if unread { Answer::Unknown } else { Answer::year(year.copied()) }
}

/// The words of the follow-up; of a decision its title, or its name.
fn follow_up(plan: &Plan, goal: &Goal) -> Answer {
    match &goal.follow_up {
        None => Answer::Absent,
        Some(FollowUp::Named(text, _)) => Answer::text(Some(text)),
        Some(FollowUp::Decision(id, _)) => {
            let label = plan.label(Entity::Decision(*id));
            Answer::text(label.map(|label| label.title.as_ref().unwrap_or(&label.name)))
        }
    }
}
