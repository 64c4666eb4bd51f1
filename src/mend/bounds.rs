//! A higher cap, limit or ceiling, or a lower floor: by how much exactly.

use super::tries::Tries;
use super::wording::Wording;
use super::{Kind, Mend, Proposal};
use crate::flow::{BoundKindName, Conflict, Means, MoneyKind};
use crate::model::says::{GoalSays, ReserveSays};
use crate::model::scenario::{Restated, What};
use crate::model::{Bound, Cap, Entity, GoalId, Payer, Plan, ReserveId};
use crate::money::Money;
use crate::source::Place;
use crate::syntax::ast::LimitPeriod;

/// The first bound of the conflict, by name, that mends it where it is moved far enough.
pub(super) fn bound(tries: &mut Tries<'_>) -> Option<Mend> {
    for lifted in all(tries.plan, tries.conflict) {
        if !tries.may_go_on() {
            break;
        }
        if let Some(mend) = moved(tries, &lifted) {
            return Some(mend);
        }
    }
    None
}

/// A bound that may be moved.
struct Lifted {
    what: Which,
    now: Money,
    place: Place,
}

#[derive(Clone, Copy)]
enum Which {
    Cap(GoalId, Payer, LimitPeriod),
    Limit(ReserveId, LimitPeriod),
    Ceiling(ReserveId),
    Floor(ReserveId),
}

fn all(plan: &Plan, conflict: &Conflict) -> Vec<Lifted> {
    let mut all: Vec<Lifted> = Vec::new();
    let found = conflict.means.iter().filter_map(|means| of_means(plan, means));
    let kept = conflict.kept.iter().filter_map(|kept| {
        let Payer::Reserve(id) = kept.reserve else { return None };
        let floor = plan.reserves.get(id.index())?.floor?;
        Some(Lifted { what: Which::Floor(id), now: floor.amount?, place: floor.place })
    });
    for lifted in found.chain(kept) {
        if all.iter().all(|known| known.place != lifted.place) {
            all.push(lifted);
        }
    }
    all
}

fn of_means(plan: &Plan, means: &Means) -> Option<Lifted> {
    let MoneyKind::Through(kind) = means.kind else { return None };
    let place = means.place;
    match (kind, means.goal, means.payer) {
        (BoundKindName::Cap, Some(goal), _) => {
            let caps = &plan.goals.get(goal.index())?.caps;
            let cap = caps.iter().find(|cap| cap.bound.place == place)?;
            Some(Lifted { what: Which::Cap(goal, cap.payer, cap.period), now: cap.bound.amount?, place })
        }
        (BoundKindName::Limit, _, Payer::Reserve(id)) => {
            let limits = &plan.reserves.get(id.index())?.limits;
            let (bound, period) = limits.iter().find(|(bound, _)| bound.place == place)?;
            Some(Lifted { what: Which::Limit(id, *period), now: bound.amount?, place })
        }
        (BoundKindName::Ceiling, _, Payer::Reserve(id)) => {
            let ceiling = plan.reserves.get(id.index())?.ceiling?;
            Some(Lifted { what: Which::Ceiling(id), now: ceiling.amount?, place: ceiling.place })
        }
        _ => None,
    }
}

/// The bound moved as little as suffices.
///
/// What stays uncovered is a convex function of the bound, and falls by at most a cent for each year in which the bound is
/// part of the conflict. So a step of the rest divided by those years never goes too far (Newton's method over cuts).
fn moved(tries: &mut Tries<'_>, lifted: &Lifted) -> Option<Mend> {
    let conflict = tries.conflict;
    let (mut by, mut rest) = (0i64, conflict.shortage);
    let mut parts = lifted.parts(std::slice::from_ref(conflict));
    while parts > 0 && rest > 0 {
        let step = rest.checked_add(parts - 1)? / parts;
        by = by.checked_add(step)?;
        let outcome = tries.attempt(lifted.to(by)?.1)?;
        if outcome.mended {
            let proposal = lifted.proposal(tries.plan, by)?;
            let less = lifted.to(by - 1)?.1;
            return (!tries.attempt(less)?.mended).then_some(proposal.mend);
        }
        rest = outcome.rest;
        parts = lifted.parts(&outcome.conflicts);
    }
    None
}

impl Lifted {
    /// In how many years it is part of the conflicts.
    fn parts(&self, conflicts: &[Conflict]) -> i64 {
        let through = |means: &&Means| matches!(means.kind, MoneyKind::Through(_)) && means.place == self.place;
        let count = conflicts.iter().map(|conflict| {
            if let Which::Floor(id) = self.what {
                conflict.kept.iter().filter(|kept| kept.reserve == Payer::Reserve(id)).count()
            } else {
                conflict.means.iter().filter(through).count()
            }
        });
        i64::try_from(count.sum::<usize>()).unwrap_or(i64::MAX)
    }

    /// What it becomes, and the change that makes it so.
    fn to(&self, by: i64) -> Option<(Money, What)> {
        let by = if matches!(self.what, Which::Floor(_)) { -by } else { by };
        let to = self.now.0.checked_add(by).filter(|cents| (0..=Money::MAX.0).contains(cents)).map(Money)?;
        let bound = Bound { amount: Some(to), place: self.place };
        let reserve = |id, says| What::Reserve(id, Box::new(says), Restated::default());
        let what = match self.what {
            Which::Cap(goal, payer, period) => {
                let says = GoalSays { caps: vec![Cap { bound, period, payer }], ..GoalSays::default() };
                What::Goal(goal, Box::new(says), Restated::default())
            }
            Which::Limit(id, period) => {
                reserve(id, ReserveSays { limits: vec![(bound, period)], ..ReserveSays::default() })
            }
            Which::Ceiling(id) => reserve(id, ReserveSays { ceiling: Some(bound), ..ReserveSays::default() }),
            Which::Floor(id) => reserve(id, ReserveSays { floor: Some(bound), ..ReserveSays::default() }),
        };
        Some((to, what))
    }

    fn proposal(&self, plan: &Plan, by: i64) -> Option<Proposal> {
        let (to, what) = self.to(by)?;
        let words = Wording::of(plan);
        let mut proposal = match self.what {
            Which::Cap(goal, payer, period) => {
                let subject = Entity::Goal(goal);
                let mut made = Proposal::new(Kind::Cap, subject, what, words.cap(subject, payer, to, period));
                made.mend.other = Some(plan.name(payer).to_owned());
                made
            }
            Which::Limit(id, period) => Proposal::new(Kind::Limit, id, what, words.withdrawals(id, to, period)),
            Which::Ceiling(id) => Proposal::new(Kind::Ceiling, id, what, words.ceiling(id, to)),
            Which::Floor(id) => Proposal::new(Kind::Floor, id, what, words.floor(id, to)),
        };
        proposal.mend.by = Some(Money(by));
        proposal.mend.to = Some(to);
        Some(proposal)
    }
}
