//! Applies a scenario to a plan: what comes out is a whole plan, on which everything downstream runs unchanged.
//!
//! Statements apply in the order change, only, drop, shift, scale, set, whatever their order in the text. Two that
//! hit one figure are an error.

mod amounts;
mod change;
mod claims;
mod copy;
mod draft;
mod goals;
mod granted;
mod movement;
mod release;
mod subjects;

pub use release::without_stated_coverage;

use crate::diagnostic::Diagnostic;
use crate::model::Plan;
use crate::model::scenario::{Change, Scenario, What};
use draft::Draft;

/// The plan as the scenario makes it, and what is wrong with the scenario itself. Each finding carries its name.
pub fn apply(plan: &Plan, scenario: &Scenario) -> (Plan, Vec<Diagnostic>) {
    let mut draft = Draft::new(plan, scenario);
    for phase in 0..PHASES {
        for change in scenario.changes.iter().filter(|change| phase_of(change) == phase) {
            one(&mut draft, change);
        }
        if phase == 0 {
            draft.first_openings();
        }
    }
    draft.release();
    draft.finish()
}

/// How many phases there are.
const PHASES: u8 = 6;

fn phase_of(change: &Change) -> u8 {
    match change.what {
        What::Source(..) | What::Reserve(..) | What::Goal(..) => 0,
        What::OnlyGranted => 1,
        What::Drop(_) => 2,
        What::Shift(..) => 3,
        What::Scale(..) => 4,
        What::Set(..) => 5,
    }
}

fn one(draft: &mut Draft, change: &Change) {
    let place = change.place;
    match &change.what {
        What::Source(id, says, restated) => change::source(draft, *id, says, restated, place),
        What::Reserve(id, says, restated) => change::reserve(draft, *id, says, restated, place),
        What::Goal(id, says, restated) => change::goal(draft, *id, says, restated, place),
        What::OnlyGranted => granted::only(draft),
        What::Drop(goal) => goals::drop(draft, *goal, place),
        What::Shift(goal, by) => goals::shift(draft, *goal, *by, place),
        What::Scale(target, to) => amounts::scale(draft, target, *to, place),
        What::Set(target, amount) => amounts::set(draft, target, amount, place),
    }
}
