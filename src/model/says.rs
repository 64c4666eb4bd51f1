//! What the statements of a source, a reserve or a goal say, before it is known what they leave unsaid.

use super::entity::{Bound, Cap, CarryOver, DecisionId, FollowUp, GoalId, PaidBy, Payer, ReserveId, ThemeId};
use super::kinds::ItemKind;
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{self, GoalStatus, LimitPeriod, Nature};
use jiff::civil::Date;

/// What sources, reserves and goals share.
#[derive(Clone, Debug, Default)]
pub struct SharedSays {
    /// `temporary` or `recurring`
    pub nature: Option<(Nature, Place)>,
    /// `kind`
    pub kind: Option<(&'static ItemKind, Place)>,
    /// `task-field`
    pub task_field: Option<(String, Place)>,
    /// `theme`
    pub theme: Option<(ThemeId, Place)>,
    /// `owner`
    pub owner: Option<(String, Place)>,
    /// `account`
    pub account: Option<(String, Place)>,
    /// `needs decision`
    pub needs: Vec<(DecisionId, Place)>,
    /// `note`
    pub notes: Vec<String>,
}

/// What a source says.
#[derive(Clone, Debug, Default)]
pub struct SourceSays {
    /// What all kinds share.
    pub shared: SharedSays,
    /// `income unlimited`
    pub unlimited: Option<Place>,
    /// `for`
    pub earmark: Vec<u32>,
    /// Where `for` stands.
    pub earmark_place: Option<Place>,
    /// `available`
    pub available: Vec<(YearRange, Place)>,
    /// `unspent`
    pub carry_over: Option<(CarryOver, Place)>,
    /// `status`
    pub status: Option<(ast::Certainty, Place)>,
    /// `commit by`
    pub commit_by: Option<(Date, Place)>,
    /// `spend by`
    pub spend_by: Option<(Date, Place)>,
}

/// What a reserve says.
#[derive(Clone, Debug, Default)]
pub struct ReserveSays {
    /// What all kinds share.
    pub shared: SharedSays,
    /// `floor`
    pub floor: Option<Bound>,
    /// `ceiling`
    pub ceiling: Option<Bound>,
    /// `withdraw at most`
    pub limits: Vec<(Bound, LimitPeriod)>,
    /// `for`
    pub earmark: Vec<u32>,
    /// Where `for` stands.
    pub earmark_place: Option<Place>,
    /// `ends`
    pub ends: Option<(Year, Place)>,
    /// `release to`
    pub release_to: Option<(ReserveId, Place)>,
}

/// What a goal says, its amounts aside.
#[derive(Clone, Debug, Default)]
pub struct GoalSays {
    /// What all kinds share.
    pub shared: SharedSays,
    /// First year allowed.
    pub from: Option<(Year, Place)>,
    /// Last year allowed.
    pub through: Option<(Year, Place)>,
    /// `paid by`
    pub paid_by: Vec<PaidBy>,
    /// `at most … from`
    pub caps: Vec<Cap>,
    /// `serves`
    pub serves: Vec<u32>,
    /// `priority`
    pub priority: Option<u32>,
    /// `optional`
    pub optional: bool,
    /// `follow-up`
    pub follow_up: Option<FollowUp>,
    /// `was`
    pub was: Option<String>,
    /// `continues`
    pub continues: Option<(GoalId, Place)>,
    /// `evaluate yearly`
    pub evaluate_yearly: bool,
    /// `evaluate`
    pub evaluate: Vec<YearRange>,
    /// Who gets the evaluation.
    pub evaluate_to: Option<(String, Place)>,
    /// `statutory`
    pub statutory: Option<Place>,
    /// `remainder of`
    pub remainder: Option<(Payer, Year, Place)>,
    /// `status`
    pub status: Option<GoalStatus>,
}
