//! What if: a scenario with its names resolved, and what a plan is when one has been applied to it.

use super::entity::{CostLine, Entity, GoalId, Payer, ReserveId, SourceId};
use super::ledger::{Fact, FactState};
use super::said::Said;
use super::says::{GoalSays, ReserveSays, SourceSays};
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{How, Measure, Stage};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A scenario of a plan.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Its name in the text.
    pub place: Place,
    /// The whole item.
    pub whole: Place,
    /// What it changes, in the order of the text.
    pub changes: Vec<Change>,
    /// Something in it could not be read or resolved: what it comes to is not known.
    pub unread: bool,
}

/// One statement of a scenario.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it does.
    pub what: What,
    /// The statement.
    pub place: Place,
}

/// What a statement of a scenario does.
#[derive(Clone, Debug)]
pub enum What {
    /// `only granted`
    OnlyGranted,
    /// `drop goal`
    Drop(GoalId),
    /// `shift goal … by N years`
    Shift(GoalId, i16),
    /// `scale … to`: the fraction
    Scale(Target, Decimal),
    /// `set … =`
    Set(Target, NewAmount),
    /// `change` of a source
    Source(SourceId, Box<SourceSays>, Restated),
    /// `change` of a reserve
    Reserve(ReserveId, Box<ReserveSays>, Restated),
    /// `change` of a goal
    Goal(GoalId, Box<GoalSays>, Restated),
}

/// A measure that a scenario sets or scales.
#[derive(Clone, Debug)]
pub struct Target {
    /// Which.
    pub measure: Measure,
    /// About what (of `paid`: the payer); `None` is everything.
    pub subject: Option<Entity>,
    /// The goal of `paid`.
    pub goal: Option<GoalId>,
    /// When; `None` is all years.
    pub years: Option<YearRange>,
    /// Which stage, where that is not the planned one.
    pub stage: Stage,
    /// As it is written.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// The amount that a measure is set to.
#[derive(Clone, Copy, Debug)]
pub struct NewAmount {
    /// The amount and what is known of it; `None` is 'no amount'.
    pub amount: Option<(Money, FactState)>,
    /// Marked as an estimate.
    pub about: bool,
    /// `per year` or `total`.
    pub how: Option<How>,
    /// Where it stands.
    pub place: Place,
}

/// Amounts that a `change` restates, one list for each measure.
#[derive(Clone, Debug, Default)]
pub struct Restated {
    /// Income.
    pub income: Vec<Fact>,
    /// Costs; their lines are numbered as in `lines`.
    pub cost: Vec<Fact>,
    /// Cost lines.
    pub lines: Vec<CostLine>,
    /// Budgets.
    pub budget: Vec<Fact>,
    /// Stated payments.
    pub payment: Vec<Fact>,
    /// Opening balances.
    pub opening: Vec<Fact>,
    /// Additions.
    pub addition: Vec<Fact>,
    /// Withdrawals.
    pub withdrawal: Vec<Fact>,
    /// Where its statements stand.
    pub said: Vec<Said>,
}

/// What a scenario has made of a plan.
#[derive(Clone, Debug, Default)]
pub struct Variant {
    /// The scenario's name.
    pub scenario: String,
    /// Goals that are left out; they keep their number and have no amounts.
    pub dropped: BTreeSet<GoalId>,
    /// Goals that are changed as a whole.
    pub goals: BTreeSet<GoalId>,
    /// Payers that are changed as a whole, the parts of a changed source and what it is a part of included.
    pub payers: BTreeSet<Payer>,
    /// Years in which an amount of a goal or payer is changed; of a source also those of its parts and its whole.
    pub years: BTreeSet<(Entity, Year)>,
    /// Years in which an amount of any goal is changed.
    pub goal_years: BTreeSet<Year>,
}

impl Variant {
    /// Whether coverage that the plan states for a payer in these years, of these goals or of all goals together, no
    /// longer binds: the scenario changed the goal, the payer or the year.
    pub fn releases(&self, payer: Payer, goals: Option<&[GoalId]>, years: YearRange) -> bool {
        let in_years = |entity: Entity| {
            !years.is_empty() && self.years.range((entity, years.first)..=(entity, years.last)).next().is_some()
        };
        let goal_changed = || match goals {
            None => !years.is_empty() && self.goal_years.range(years.first..=years.last).next().is_some(),
            Some(goals) => goals.iter().any(|goal| self.goals.contains(goal) || in_years(Entity::Goal(*goal))),
        };
        self.payers.contains(&payer) || in_years(Entity::from(payer)) || goal_changed()
    }
}
