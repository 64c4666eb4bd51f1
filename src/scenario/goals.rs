//! `drop goal` and `shift goal`.

use super::claims::Claim;
use super::draft::{Draft, Kind};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::{CostLine, Entity, Fact, Goal, GoalId};
use crate::money::{Year, YearRange};
use crate::source::Place;

/// What is fixed on a goal.
const ON_GOAL: [Kind; 3] = [Kind::Cost, Kind::Budget, Kind::Payment];

/// Leaves a goal out: it keeps its number, and nothing else.
pub(super) fn drop(draft: &mut Draft, goal: GoalId, place: Place) {
    if !draft.claim(Claim::Time(goal), place) {
        return;
    }
    draft.changed_goal(goal);
    draft.variant.dropped.insert(goal);
    for kind in ON_GOAL {
        draft.of_mut(kind, goal.0).clear();
    }
    if let Some(item) = draft.plan.goals.get_mut(goal.index()) {
        let label = std::mem::take(&mut item.label);
        let line = CostLine { name: String::new(), once: false, yearly: false, place: label.place };
        *item = Goal { label, lines: vec![line], ..Goal::default() };
    }
}

/// Moves a goal in time: its costs, budgets, bounds and what is fixed on it.
pub(super) fn shift(draft: &mut Draft, goal: GoalId, by: i16, place: Place) {
    if !draft.claim(Claim::Time(goal), place) {
        return;
    }
    draft.changed_goal(goal);
    let plan_years = draft.plan.years();
    let bounded = draft.plan.goals.get(goal.index()).is_some_and(|goal| goal.from.is_some() || goal.through.is_some());
    // A budget over all years of the plan, of a goal that may take place in any of them, stays where it is.
    let stays = |kind: Kind, fact: &Fact| kind == Kind::Budget && !bounded && Some(fact.years) == plan_years;
    let mut moved: Vec<Fact> = Vec::new();
    for kind in ON_GOAL {
        for fact in draft.of_mut(kind, goal.0).iter_mut().filter(|fact| !stays(kind, fact)) {
            fact.years = later(fact.years, by);
            moved.push(*fact);
        }
    }
    if let Some(item) = draft.plan.goals.get_mut(goal.index()) {
        item.from = item.from.map(|(year, place)| (year_later(year, by), place));
        item.through = item.through.map(|(year, place)| (year_later(year, by), place));
        item.remainder_of = item.remainder_of.map(|(payer, year, place)| (payer, year_later(year, by), place));
        for years in &mut item.evaluate {
            *years = later(*years, by);
        }
    }
    draft.changed_goal(goal);
    leaves(draft, goal, by, &moved, place);
}

/// What leaves the years of the plan. A plan that states no years has those of its amounts, and is as long as they are.
fn leaves(draft: &mut Draft, goal: GoalId, by: i16, moved: &[Fact], place: Place) {
    let Some((years, stated)) = draft.plan.head.years else { return };
    let mut outside = moved.iter().filter(|fact| !years.covers(fact.years));
    let Some(first) = outside.next() else { return };
    let all = outside.fold(first.years, |all, fact| all.to(fact.years));
    if stated == draft.plan.head.place {
        draft.plan.head.years = Some((years.to(all), stated));
        return;
    }
    let beyond = match (all.first < years.first, all.last > years.last) {
        (true, false) => YearRange { last: all.last.min(years.first.previous()), ..all },
        (false, true) => YearRange { first: all.first.max(years.last.next()), ..all },
        _ => all,
    };
    let direction = if by < 0 { "shifted-earlier" } else { "shifted-later" };
    let shifted = Message::new(direction).with("count", usize::from(by.unsigned_abs()));
    let finding = Diagnostic::new(&codes::SHIFTED_OUTSIDE, place)
        .with("name", draft.plan.name(Entity::Goal(goal)))
        .with("by", shifted)
        .with("years", beyond)
        .with("plan", years)
        .label(first.place, Message::new("label-shifted").with("years", first.years))
        .label(stated, Message::new("label-plan-years").with("years", years))
        .help(Message::new("shifted-outside-help"));
    draft.report(finding);
}

fn year_later(year: Year, by: i16) -> Year {
    Year(year.0.saturating_add(by))
}

fn later(years: YearRange, by: i16) -> YearRange {
    YearRange { first: year_later(years.first, by), last: year_later(years.last, by) }
}
