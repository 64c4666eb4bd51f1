//! Changes tried out: applied to the plan as a scenario, which is then evaluated.

use super::{Mend, Proposal};
use crate::flow::{self, Answer, Conflict, Cost, Owner, Payable, Scope};
use crate::model::Plan;
use crate::model::scenario::{Change, Restated, Scenario, What};
use crate::money::YearRange;
use crate::outcome;
use crate::scenario;
use crate::source::Place;
use std::collections::BTreeSet;

type Key = (Owner, YearRange);

/// The changes that may still be tried for a conflict.
pub(super) struct Tries<'a> {
    pub(super) plan: &'a Plan,
    pub(super) conflict: &'a Conflict,
    /// What the other conflicts are short.
    others: i64,
    /// Goals with costs in this conflict.
    owners: BTreeSet<Owner>,
    /// Costs of such goals in other conflicts.
    elsewhere: BTreeSet<Key>,
    left: usize,
    quota: usize,
}

/// What a change comes to.
pub(super) struct Tried {
    /// What of the conflict stays uncovered.
    pub(super) rest: i64,
    /// Whether everything in it can be paid.
    pub(super) mended: bool,
    /// The conflicts that there are then.
    pub(super) conflicts: Vec<Conflict>,
}

fn key(cost: &Cost) -> Key {
    (cost.owner, cost.years)
}

impl<'a> Tries<'a> {
    /// So many for a conflict of the answer.
    pub(super) fn new(plan: &'a Plan, answer: &Answer, conflict: &'a Conflict, left: usize) -> Self {
        let owners: BTreeSet<Owner> = conflict.costs.iter().map(|cost| cost.owner).collect();
        let others = answer.conflicts.iter().filter(|other| *other != conflict);
        let costs = others.flat_map(|other| &other.costs).filter(|cost| owners.contains(&cost.owner));
        let elsewhere = costs.map(key).collect();
        let others = answer.shortage.saturating_sub(conflict.shortage);
        Self { plan, conflict, others, owners, elsewhere, left, quota: left }
    }

    /// How many are left.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    /// Looks for one change with at most so many tries.
    pub(super) fn within(&mut self, tries: usize, look: impl FnOnce(&mut Self) -> Option<Mend>) -> Option<Mend> {
        self.quota = tries.min(self.left);
        look(self)
    }

    /// Whether another change may be tried.
    pub(super) fn may_go_on(&self) -> bool {
        self.quota > 0
    }

    /// Evaluates the plan with a change; `None` where nothing may be tried any more, the change cannot be made as a
    /// scenario, or what it comes to is not known.
    pub(super) fn attempt(&mut self, what: What) -> Option<Tried> {
        self.quota = self.quota.checked_sub(1)?;
        self.left = self.left.checked_sub(1)?;
        let nowhere = Place::default();
        let scenario = Scenario {
            name: String::new(),
            title: None,
            place: nowhere,
            whole: nowhere,
            changes: vec![Change { what, place: nowhere }],
            unread: false,
        };
        let (variant, found) = scenario::apply(self.plan, &scenario);
        if !found.is_empty() {
            return None;
        }
        let answer = flow::answer(&variant, outcome::years_with_facts(&variant), &Scope::default());
        if !matches!(answer.payable, Payable::Yes | Payable::No) {
            return None;
        }
        let rest = answer.shortage.saturating_sub(self.others);
        let costs = answer.conflicts.iter().flat_map(|conflict| &conflict.costs);
        let mut ours = costs.filter(|cost| self.owners.contains(&cost.owner) && !self.elsewhere.contains(&key(cost)));
        let mended = rest <= 0 && ours.next().is_none();
        Some(Tried { rest, mended, conflicts: answer.conflicts })
    }

    /// The change, where it mends the conflict and not merely because a scenario that touches the same thing lets go of
    /// payments that the plan states.
    pub(super) fn hold(&mut self, proposal: Proposal) -> Option<Mend> {
        let idle = self.idle(&proposal.what);
        if !self.attempt(proposal.what)?.mended {
            return None;
        }
        if let Some(idle) = idle
            && self.attempt(idle)?.mended
        {
            return None;
        }
        Some(proposal.mend)
    }

    /// The change, where it mends the conflict and one cent less does not.
    pub(super) fn hold_exactly(&mut self, proposal: Proposal, less: What) -> Option<Mend> {
        (self.attempt(proposal.what)?.mended && !self.attempt(less)?.mended).then_some(proposal.mend)
    }

    /// A change that touches the same and changes nothing, where the plan states payments.
    fn idle(&self, what: &What) -> Option<What> {
        let ledger = &self.plan.ledger;
        let lists = [&ledger.payment, &ledger.source_coverage, &ledger.reserve_coverage, &ledger.theme_payment];
        if lists.iter().all(|list| list.all().is_empty()) {
            return None;
        }
        match what {
            What::Source(id, ..) => Some(What::Source(*id, Box::default(), Restated::default())),
            What::Reserve(id, ..) => Some(What::Reserve(*id, Box::default(), Restated::default())),
            What::Goal(id, ..) | What::Shift(id, _) => Some(What::Goal(*id, Box::default(), Restated::default())),
            What::OnlyGranted | What::Drop(_) | What::Scale(..) | What::Set(..) => None,
        }
    }
}
