//! One figure of the plan that is another amount than the plan says: for asking how much it could change.

use crate::model::{GoalId, ReserveId, SourceId, ThemeId};
use crate::money::{Year, YearRange};

/// A figure that may be another amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// What a cost line of a goal (by its number in the goal) costs in its years: more of it.
    Cost(GoalId, u32, YearRange),
    /// What a budget of a goal is for its years: more of it.
    Budget(GoalId, YearRange),
    /// What a budget of a theme is for its years: more of it.
    ThemeBudget(ThemeId, YearRange),
    /// What comes in from a source in a year: less of it.
    Tranche(SourceId, Year),
    /// The first opening balance of a reserve: less of it.
    Opening(ReserveId, Year),
}

/// So much more (of costs and budgets) or less (of money) than the plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what.
    pub item: Item,
    /// Minor units, not below zero.
    pub cents: i64,
}

impl Change {
    /// What a change adds to an item: nothing where it is about another.
    pub(super) fn of(change: Option<Self>, item: Item) -> i64 {
        change.filter(|change| change.item == item).map_or(0, |change| change.cents)
    }
}
