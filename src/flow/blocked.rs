//! Money that is there and is not used, but may not pay for the costs of a conflict, with the reason.

use super::conflict::Part;
use super::division::Owner;
use super::network::Role;
use super::problem::{Class, PayerNo, Problem, Supply};
use super::solve::Solved;
use crate::model::{Payer, Plan};
use crate::money::YearRange;
use crate::source::Place;

/// Why money may not be used for a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is earmarked for something else.
    Earmarked,
    /// The goals name other payers.
    NotNamed,
    /// It may no longer pay by then.
    Expired,
    /// It comes only after the costs are due.
    Later,
    /// A cap, limit, ceiling or stated amount lets no more of it through.
    Bounded,
}

/// Money of one payer that may not be used, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Whose money.
    pub payer: Payer,
    /// The years in which it comes in.
    pub years: YearRange,
    /// Minor units.
    pub cents: i64,
    /// Why.
    pub reason: Reason,
    /// Where the first of it stands.
    pub place: Place,
}

/// All of it, by name of the payer, then reason.
pub(super) fn blocked(plan: &Plan, problem: &Problem, solved: &Solved, part: &Part) -> Vec<Blocked> {
    let classes: Vec<&Class> = part.classes.iter().filter_map(|&number| problem.classes.get(number as usize)).collect();
    let Some(window) = classes.iter().map(|class| class.years).reduce(YearRange::to) else { return Vec::new() };
    let mut found: Vec<(PayerNo, Reason, Blocked)> = Vec::new();
    let supplies = problem.supplies.iter().zip(&solved.idle).zip(0u32..);
    for ((supply, idle), number) in supplies {
        let left = idle.unwrap_or(supply.cents);
        let unlimited = problem.who(supply.payer).is_some_and(|who| who.unlimited.is_some());
        if left <= 0 || unlimited || part.supplies.contains(&number) {
            continue;
        }
        let Some(reason) = reason(plan, problem, part, &classes, window, supply) else { continue };
        let Some(who) = problem.who(supply.payer) else { continue };
        let years = YearRange::one(supply.year());
        let known = found.iter_mut().find(|(payer, known, _)| *payer == supply.payer && *known == reason);
        if let Some((_, _, blocked)) = known {
            blocked.cents = blocked.cents.saturating_add(left);
            if years.first < blocked.years.first {
                blocked.place = supply.place;
            }
            blocked.years = blocked.years.to(years);
        } else {
            let blocked = Blocked { payer: who.payer, years, cents: left, reason, place: supply.place };
            found.push((supply.payer, reason, blocked));
        }
    }
    found.sort_by_key(|(payer, reason, _)| (*reason, *payer));
    found.into_iter().map(|(_, _, blocked)| blocked).collect()
}

fn reason(
    plan: &Plan,
    problem: &Problem,
    part: &Part,
    classes: &[&Class],
    window: YearRange,
    supply: &Supply,
) -> Option<Reason> {
    let first_due = classes.iter().map(|class| class.years.first).min()?;
    if supply.years.first > window.last {
        return Some(Reason::Later);
    }
    let who = problem.who(supply.payer)?;
    if !supply.years.is_empty() && supply.years.last < first_due {
        return Some(Reason::Expired);
    }
    let admitting: Vec<&&Class> = classes.iter().filter(|class| class.admits(problem, supply.payer)).collect();
    if admitting.is_empty() {
        return Some(if earmark_fits(plan, problem, part, who.payer) { Reason::NotNamed } else { Reason::Earmarked });
    }
    if supply.years.is_empty() || admitting.iter().all(|class| supply.years.last < class.years.first) {
        return Some(Reason::Expired);
    }
    if admitting.iter().all(|class| supply.years.first > class.years.last) {
        return Some(Reason::Later);
    }
    let bound = part.bounds.iter().any(|(role, _)| match role {
        Role::Bound(number) => {
            problem.bounds.get(*number as usize).is_some_and(|bound| bound.members.contains(&supply.payer))
        }
        Role::Crossing(number) => problem
            .crossings
            .get(*number as usize)
            .is_some_and(|crossing| crossing.bound.members.contains(&supply.payer)),
        Role::Ceiling(payer, _) | Role::Inflow(payer, _) => {
            *payer == supply.payer || supply.after == super::problem::After::GoesTo(*payer)
        }
        Role::Addition(number) => {
            problem.additions.get(*number as usize).is_some_and(|addition| addition.from.contains(&supply.payer))
        }
    });
    bound.then_some(Reason::Bounded)
}

/// Whether the earmark would allow one of the goals, so that it is the goal that names other payers.
fn earmark_fits(plan: &Plan, problem: &Problem, part: &Part, payer: Payer) -> bool {
    let owners = part.demands.iter().filter_map(|&number| problem.demands.get(number as usize));
    owners.map(|demand| demand.owner).any(|owner| match owner {
        Owner::Goal(id) => plan.goals.get(id.index()).is_some_and(|goal| plan.earmark_allows(payer, goal)),
        Owner::Theme(_) => false,
    })
}
