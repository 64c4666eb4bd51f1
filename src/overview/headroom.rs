//! How much single figures could change, by name.

use crate::diagnostic::Message;
use crate::flow::{Headroom, Headrooms, Owner, Room};
use crate::model::{Entity, Plan};
use crate::money::YearRange;

/// The headroom of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomLine {
    /// The goal, theme or source.
    pub name: String,
    /// The year or window.
    pub years: YearRange,
    /// How much.
    pub room: Room,
    /// What binds it.
    pub binding: Vec<Message>,
}

/// Headroom by name, each figure alone with everything else as it is; empty where the plan cannot be paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rooms {
    /// How much more each goal could cost.
    pub goals: Vec<RoomLine>,
    /// How much more each theme could set aside.
    pub themes: Vec<RoomLine>,
    /// How much each tranche and each first opening balance could fall.
    pub tranches: Vec<RoomLine>,
}

impl Rooms {
    /// Gives what was worked out the names of the plan; in order of name and year.
    pub fn of(plan: &Plan, headrooms: &Headrooms) -> Self {
        let mut rooms = Self::default();
        for headroom in &headrooms.costs {
            match headroom.subject {
                Owner::Goal(id) => rooms.goals.push(line(plan, Entity::Goal(id), headroom)),
                Owner::Theme(id) => rooms.themes.push(line(plan, Entity::Theme(id), headroom)),
            }
        }
        let tranches = headrooms.tranches.iter();
        rooms.tranches = tranches.map(|headroom| line(plan, Entity::Source(headroom.subject.0), headroom)).collect();
        let openings = headrooms.openings.iter();
        rooms.tranches.extend(openings.map(|headroom| line(plan, Entity::Reserve(headroom.subject.0), headroom)));
        for list in [&mut rooms.goals, &mut rooms.themes, &mut rooms.tranches] {
            list.sort_by(|a, b| (&a.name, a.years).cmp(&(&b.name, b.years)));
        }
        rooms
    }

    /// Whether nothing was worked out.
    pub fn is_empty(&self) -> bool {
        self.goals.is_empty() && self.themes.is_empty() && self.tranches.is_empty()
    }

    /// Only what is about one name.
    #[must_use]
    pub fn about(&self, name: &str) -> Self {
        let pick = |list: &[RoomLine]| list.iter().filter(|line| line.name == name).cloned().collect();
        Self { goals: pick(&self.goals), themes: pick(&self.themes), tranches: pick(&self.tranches) }
    }
}

fn line<S>(plan: &Plan, entity: Entity, headroom: &Headroom<S>) -> RoomLine {
    RoomLine {
        name: plan.name(entity).to_owned(),
        years: headroom.years,
        room: headroom.room,
        binding: headroom.binding.clone(),
    }
}
