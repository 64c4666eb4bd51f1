//! Money that could not be read: it might pay for what seems short, so that a conflict is then not certain.

use crate::flow::{Conflict, Owner};
use crate::model::{FactState, Plan};
use crate::source::Place;

/// The first place at which money, or what a goal of the conflict may be paid by, could not be read.
pub(super) fn unread(plan: &Plan, conflict: &Conflict) -> Option<Place> {
    let sources = plan.sources.iter().find(|item| item.label.damaged || item.doubtful).map(|item| item.label.place);
    let reserves = plan.reserves.iter().find(|item| item.label.damaged).map(|item| item.label.place);
    let ledger = &plan.ledger;
    let facts = [&ledger.income, &ledger.opening, &ledger.addition, &ledger.movement];
    let unknown = facts.iter().find_map(|list| list.all().iter().find(|fact| fact.state == FactState::Unknown));
    let damage = plan.damage.income.or(plan.damage.reserve);
    damage.or(sources).or(reserves).or(unknown.map(|fact| fact.place)).or_else(|| {
        conflict.costs.iter().find_map(|cost| match cost.owner {
            Owner::Goal(id) => {
                let label = &plan.goals.get(id.index())?.label;
                label.damaged.then_some(label.place)
            }
            Owner::Theme(_) => None,
        })
    })
}
