//! What would mend a conflict: single changes, each a scenario that was applied and evaluated before it is offered.
//!
//! Of each kind at most one is offered. An amount is the smallest that suffices: with one cent less it does not.

mod amounts;
mod bounds;
mod leftover;
mod tries;
mod wording;

use crate::flow::{Answer, Conflict, Owner};
use crate::model::scenario::What;
use crate::model::{Entity, Plan};
use crate::money::{Money, YearRange};
use tries::Tries;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What is left of a source stays.
    Stays,
    /// A tag more in an earmark.
    Earmark,
    /// A source is available a year longer, or a year earlier.
    Available,
    /// A higher cap on what a payer pays to a goal.
    Cap,
    /// A higher limit on withdrawals.
    Limit,
    /// A higher ceiling of a reserve.
    Ceiling,
    /// A lower floor of a reserve.
    Floor,
    /// A goal a year later.
    Shift,
    /// More income.
    Income,
    /// A higher opening balance.
    Opening,
    /// Less cost.
    Cost,
    /// A lower budget.
    Budget,
}

/// A change that makes that everything in a conflict can be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What is changed.
    pub kind: Kind,
    /// Of what: a source, a reserve or a goal.
    pub subject: Entity,
    /// The tag that is added, or the payer that a cap binds.
    pub other: Option<String>,
    /// The years of the amount, or those that are stated anew.
    pub years: Option<YearRange>,
    /// By how much the amount changes.
    pub by: Option<Money>,
    /// What it then is.
    pub to: Option<Money>,
    /// The statement of a scenario that makes the change, in the language of the plan.
    pub statement: String,
}

/// What would mend one conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mends {
    /// At most one of each kind: money that is there, a bound, a goal later, income, cost.
    pub found: Vec<Mend>,
    /// Whether any change was tried.
    pub tried: bool,
}

/// Conflicts of one plan that are looked at.
const CONFLICTS: usize = 5;
/// Changes that are tried for one conflict.
const TRIES: usize = 24;
/// Amounts that are gone through for one plan, all tries together.
const WORK: usize = 500_000;
/// Changes that are tried whatever the size of the plan.
const LEAST: usize = 2;

/// Looks for changes, of one plan after another conflict.
#[derive(Debug)]
pub struct Search<'a> {
    plan: &'a Plan,
    answer: &'a Answer,
    conflicts: usize,
    left: usize,
}

impl<'a> Search<'a> {
    /// A search in a plan with the answer for it. Of a scenario none is offered.
    pub fn new(plan: &'a Plan, answer: &'a Answer) -> Self {
        let ledger = &plan.ledger;
        let size = [&ledger.cost, &ledger.budget, &ledger.income, &ledger.payment].map(|list| list.all().len());
        let left = (WORK / size.iter().sum::<usize>().max(1)).clamp(LEAST, CONFLICTS * TRIES);
        let conflicts = if plan.variant.is_some() { 0 } else { CONFLICTS };
        Self { plan, answer, conflicts, left }
    }

    /// What would mend a conflict of the answer.
    pub fn mends(&mut self, conflict: &Conflict) -> Mends {
        if self.conflicts == 0 || self.left < LEAST {
            return Mends::default();
        }
        self.conflicts -= 1;
        let given = self.left.min(TRIES);
        let mut tries = Tries::new(self.plan, self.answer, conflict, given);
        // Where few changes can be tried, those that most often suffice come first.
        let income = tries.within(4, amounts::income);
        let cost = tries.within(4, amounts::cost);
        let shift = tries.within(4, amounts::shift);
        let bound = tries.within(6, bounds::bound);
        let money = tries.within(TRIES, leftover::money);
        self.left -= given - tries.left();
        let found = [money, bound, shift, income, cost].into_iter().flatten().collect();
        Mends { found, tried: tries.left() < given }
    }
}

/// A change with the words for it.
struct Proposal {
    what: What,
    mend: Mend,
}

impl Proposal {
    /// A change of something, without amounts.
    fn new(kind: Kind, subject: impl Into<Entity>, what: What, statement: String) -> Self {
        let mend = Mend { kind, subject: subject.into(), other: None, years: None, by: None, to: None, statement };
        Self { what, mend }
    }
}

/// The goals of a conflict, each once, by name.
fn goals(plan: &Plan, conflict: &Conflict) -> Vec<crate::model::GoalId> {
    let owners = conflict.costs.iter().filter_map(|cost| match cost.owner {
        Owner::Goal(id) => Some(id),
        Owner::Theme(_) => None,
    });
    let mut all: Vec<_> = owners.collect();
    all.sort_unstable_by(|a, b| plan.name(Entity::Goal(*a)).cmp(plan.name(Entity::Goal(*b))));
    all.dedup();
    all
}
