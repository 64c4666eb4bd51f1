//! Who pays what in which year: one division of the money, as the network found it.

use crate::model::{GoalId, Payer, ThemeId};
use crate::money::{Year, YearRange};
use crate::source::Place;

/// What asks for money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A goal.
    Goal(GoalId),
    /// The budget of a theme beyond what its goals cost.
    Theme(ThemeId),
}

/// What an amount asked is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// A cost line, or a payer's share of one.
    Cost,
    /// What a budget sets aside beyond the costs.
    Budget,
    /// What is left of a payer in a year (`remainder of`): computed, never short.
    Remainder,
}

/// An amount that must be paid within a window of years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The goal or theme.
    pub owner: Owner,
    /// The cost line by its number in the goal.
    pub line: u32,
    /// The payer whose fixed share it is.
    pub share_of: Option<Payer>,
    /// Cost or budget.
    pub asked: Asked,
    /// The window, both ends included: any division over these years will do.
    pub years: YearRange,
    /// What must be paid, in minor units.
    pub cents: i64,
    /// What no money was found for, in minor units.
    pub uncovered: i64,
    /// An optional goal that was not taken: nothing of it is asked or paid.
    pub left_out: bool,
    /// Where the amount stands.
    pub place: Place,
}

/// What one payer pays to one demand in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Who pays: a source without parts, or a reserve.
    pub payer: Payer,
    /// The year in which it is paid.
    pub year: Year,
    /// Number of the demand in [`Division::demands`].
    pub demand: u32,
    /// Minor units, above zero.
    pub cents: i64,
}

/// A division of the money over everything that is asked.
#[derive(Clone, Debug, Default)]
pub struct Division {
    /// Everything that is asked, by name of the owner, then window, then line.
    pub demands: Vec<Demand>,
    /// Who pays it, by demand, then year, then name of the payer.
    pub payments: Vec<Payment>,
}

impl Division {
    /// Every payment: who, to which goal where it is one, when, how much.
    pub fn by_payer(&self) -> impl Iterator<Item = (Payer, Option<GoalId>, Year, i64)> {
        self.payments.iter().map(|payment| {
            let owner = self.demands.get(payment.demand as usize).map(|demand| demand.owner);
            let goal = match owner {
                Some(Owner::Goal(id)) => Some(id),
                Some(Owner::Theme(_)) | None => None,
            };
            (payment.payer, goal, payment.year, payment.cents)
        })
    }
}
