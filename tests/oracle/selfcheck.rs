//! The oracle checked against itself: properties, headroom re-evaluated, figures changed in a right outcome.

use crate::oracle::{Answers, answers};
use crate::properties::{Effect, changes};
use crate::small::SmallPlan;
use crate::{compare, fake};

/// What is wrong with the oracle on this plan.
pub fn wrong(plan: &SmallPlan, seed: u64) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(a) = answers(plan) else { return wrong };
    for (what, effect, changed) in changes(plan, seed) {
        let Some(b) = answers(&changed) else { continue };
        let holds = match effect {
            Effect::NeverWorse => b.shortage <= a.shortage,
            Effect::Same => b.shortage == a.shortage,
            Effect::Times(k) => b.shortage == k * a.shortage && scaled(&a, &b, k),
        };
        if !holds {
            wrong.push(format!("{what}: short {} before, {} after", a.shortage, b.shortage));
        }
    }
    if a.shortage > 0 {
        if a.timeline.last() != Some(&a.shortage) || a.timeline.windows(2).any(|w| w[0] > w[1]) {
            wrong.push(format!("timeline {:?} of {}", a.timeline, a.shortage));
        }
    } else {
        at_headroom(plan, &a, &mut wrong);
    }
    if let (Some(v), true) = (&a.vectors, a.shortage == 0) {
        let covered: i64 = v.covered.iter().map(|c| c.2).sum();
        let used: i64 = v.usage.iter().map(|c| c.2).sum();
        if covered != used {
            wrong.push(format!("covered {covered} with {used}"));
        }
    }
    wrong
}

fn scaled(a: &Answers, b: &Answers, k: i64) -> bool {
    let (Some(v), Some(w)) = (&a.vectors, &b.vectors) else { return true };
    v.usage.iter().zip(&w.usage).all(|(x, y)| x.2 * k == y.2)
        && v.covered.iter().zip(&w.covered).all(|(x, y)| x.2 * k == y.2)
        && a.conflict_costs == b.conflict_costs
        && a.conflict_money == b.conflict_money
}

/// Payable at the headroom and not one cent above. Optional goals may change what is taken, so only plans without.
fn at_headroom(plan: &SmallPlan, a: &Answers, wrong: &mut Vec<String>) {
    let stated = plan.goals.iter().any(|g| matches!(g.paid_by, crate::small::PaidBy::Stated(_)));
    if plan.goals.iter().any(|g| g.optional) || a.floor_out_of_reach || stated {
        return;
    }
    for (key, room) in &a.headroom_goals {
        let Some(room) = room else { continue };
        for (more, holds) in [(*room, true), (*room + 1, false)] {
            let mut changed = plan.clone();
            let goal = changed.goals.iter_mut().find(|g| g.name == key.0);
            let costs = goal.into_iter().flat_map(|g| &mut g.lines).flat_map(|l| &mut l.costs);
            let found = costs.into_iter().find(|c| plan.label(c.from, c.through) == key.1 && c.cents > 0);
            if let Some(cost) = found {
                cost.cents += more;
            }
            if answers(&changed).is_some_and(|b| (b.shortage == 0) != holds) {
                wrong.push(format!("headroom {room} of {key:?}: {more} more"));
            }
        }
    }
    for (key, room) in &a.headroom_tranches {
        for (less, holds) in [(*room, true), (*room + 1, false)] {
            let mut changed = plan.clone();
            let source = changed.sources.iter_mut().find(|s| s.name == key.0);
            let tranches = source.into_iter().flat_map(|s| &mut s.tranches);
            let found = tranches.into_iter().find(|t| plan.label(t.year, t.year) == key.1);
            let Some(tranche) = found else { continue };
            tranche.cents -= less;
            if tranche.cents < 0 {
                continue;
            }
            let good = answers(&changed).is_some_and(|b| b.shortage == 0 && !b.floor_out_of_reach);
            if good != holds {
                wrong.push(format!("headroom {room} of {key:?}: {less} less"));
            }
        }
    }
}

/// Changes one cent in one figure of a right outcome: is that noticed? None: there is no outcome or no such figure.
pub fn notices(plan: &SmallPlan, seed: u64) -> Option<bool> {
    let text = fake::outcome(plan)?.to_string();
    let places: Vec<usize> = text.match_indices("\"0.0").map(|m| m.0 + 4).collect();
    let at = *places.get(seed as usize % places.len().max(1))?;
    let digit = text[at..].chars().next()?;
    let other = if digit == '9' { '8' } else { (digit as u8 + 1) as char };
    let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
    Some(!compare::compare(plan, &changed).disagreements.is_empty())
}
