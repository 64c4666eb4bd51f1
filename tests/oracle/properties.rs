//! Changes to a plan with a known effect on whether it can be paid (the end of `evaluation.md`): of use for the oracle's
//! own checks and for the program.

use crate::random::Random;
use crate::small::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A plan that can be paid can still be paid; the shortage does not grow.
    NeverWorse,
    /// The shortage is the same.
    Same,
    /// The shortage is this many times as great.
    Times(i64),
}

/// Some changed plans, each with what was done and its effect.
pub fn changes(plan: &SmallPlan, seed: u64) -> Vec<(&'static str, Effect, SmallPlan)> {
    let mut r = Random::new(seed);
    let mut all = Vec::new();
    let mut change = |what, effect, act: &mut dyn FnMut(&mut SmallPlan) -> bool| {
        let mut changed = plan.clone();
        if act(&mut changed) {
            all.push((what, effect, changed));
        }
    };
    let source = r.below(plan.sources.len());
    let goal = r.below(plan.goals.len());
    change("more money in a tranche", Effect::NeverWorse, &mut |p| {
        p.sources[source].tranches.first_mut().map(|t| t.cents += 1).is_some()
    });
    change("more in an opening", Effect::NeverWorse, &mut |p| {
        p.reserves.first_mut().and_then(|v| v.opening.as_mut()).map(|o| *o += 1).is_some()
    });
    change("a tranche that stays", Effect::NeverWorse, &mut |p| {
        let s = &mut p.sources[source];
        let loses = !matches!(s.carry, Carry::GoesTo(_) | Carry::Stays);
        s.carry = if loses { Carry::Stays } else { s.carry.clone() };
        loses
    });
    change("no period of availability", Effect::NeverWorse, &mut |p| p.sources[source].available.take().is_some());
    change("no earmark", Effect::NeverWorse, &mut |p| !std::mem::take(&mut p.sources[source].tags).is_empty());
    change("more tags on a goal", Effect::NeverWorse, &mut |p| {
        let g = &mut p.goals[goal];
        g.tags = vec!["care".to_string(), "youth".to_string()];
        // An optional goal or one that had no own cost is not what this is about.
        plan.goals[goal].tags.len() < 2 && plan.goals[goal].theme.is_none() && g.budget.is_none()
    });
    change("a wider cap", Effect::NeverWorse, &mut |p| p.goals[goal].caps.first_mut().map(|c| c.cents += 1).is_some());
    change("a wider limit", Effect::NeverWorse, &mut |p| {
        p.reserves.first_mut().and_then(|v| v.limit.as_mut()).map(|c| *c += 1).is_some()
    });
    change("a higher ceiling", Effect::NeverWorse, &mut |p| {
        p.reserves.first_mut().and_then(|v| v.ceiling.as_mut()).map(|c| *c += 1).is_some()
    });
    change("less cost", Effect::NeverWorse, &mut |p| {
        let g = &mut p.goals[goal];
        let plain = !matches!(g.paid_by, PaidBy::Stated(_)) && g.theme.is_none() && g.budget.is_none();
        let cost = g.lines.iter_mut().flat_map(|l| &mut l.costs).find(|c| c.cents > 0);
        plain && cost.map(|c| c.cents -= 1).is_some()
    });
    change("a cost due a year later", Effect::NeverWorse, &mut |p| {
        let last = p.last();
        let g = &mut p.goals[goal];
        let plain = g.lines.iter().all(|l| l.costs.len() == 1) && g.theme.is_none() && g.budget.is_none();
        let unbound = g.caps.is_empty() && !matches!(g.paid_by, PaidBy::Stated(_));
        let cost = g.lines.iter_mut().flat_map(|l| &mut l.costs).find(|c| c.through < last);
        plain && unbound && cost.map(|c| c.through += 1).is_some()
    });
    change("a cost in two lines", Effect::Same, &mut |p| {
        let g = &mut p.goals[goal];
        let plain = matches!(g.paid_by, PaidBy::Anyone | PaidBy::List(_)) && g.lines.len() == 1;
        let Some(cost) = g.lines.iter_mut().flat_map(|l| &mut l.costs).find(|c| c.cents > 1) else { return false };
        let (from, through) = (cost.from, cost.through);
        cost.cents -= 1;
        g.lines[0].title = Some("Wages".to_string());
        g.lines.push(Line { title: Some("Rest".to_string()), costs: vec![Cost { from, through, cents: 1 }] });
        plain
    });
    change("a goal in two", Effect::Same, &mut |p| {
        let g = &mut p.goals[goal];
        let plain = matches!(g.paid_by, PaidBy::Anyone | PaidBy::List(_)) && g.caps.is_empty() && g.budget.is_none();
        let mut twin = g.clone();
        twin.name = "twin".to_string();
        for (a, b) in g.lines.iter_mut().zip(&mut twin.lines).flat_map(|(a, b)| a.costs.iter_mut().zip(&mut b.costs)) {
            b.cents = a.cents / 2;
            a.cents -= b.cents;
        }
        p.goals.push(twin);
        plain
    });
    change("a tranche from two givers", Effect::Same, &mut |p| {
        let mut twin = p.sources[source].clone();
        let (name, limited) = (twin.name.clone(), !twin.unlimited && twin.whole.is_none());
        let listed = p.goals.iter().any(|g| {
            !matches!(g.paid_by, PaidBy::Anyone)
                || g.caps.iter().any(|c| c.payer == name)
                || g.remainder.as_ref().is_some_and(|x| x.0 == name)
        });
        let added = p.reserves.iter().flat_map(|v| &v.adds).any(|a| a.from.as_ref() == Some(&name));
        twin.name = "twin".to_string();
        for (a, b) in p.sources[source].tranches.iter_mut().zip(&mut twin.tranches) {
            b.cents = a.cents / 2;
            a.cents -= b.cents;
        }
        p.sources.push(twin);
        limited && !listed && !added
    });
    change("everything thrice", Effect::Times(3), &mut |p| {
        scale(p, 3);
        p.goals.iter().all(|g| !matches!(g.paid_by, PaidBy::Shares(_)))
    });
    all
}

/// Every amount times `k`.
pub fn scale(plan: &mut SmallPlan, k: i64) {
    plan.themes.iter_mut().filter_map(|t| t.budget.as_mut()).for_each(|b| b.2 *= k);
    plan.sources.iter_mut().flat_map(|s| &mut s.tranches).for_each(|t| t.cents *= k);
    for r in &mut plan.reserves {
        r.floor *= k;
        for amount in [&mut r.opening, &mut r.ceiling, &mut r.limit].into_iter().flatten() {
            *amount *= k;
        }
        r.adds.iter_mut().for_each(|a| a.cents *= k);
        r.withdraws.iter_mut().for_each(|w| w.1 *= k);
    }
    for g in &mut plan.goals {
        g.lines.iter_mut().flat_map(|l| &mut l.costs).for_each(|c| c.cents *= k);
        g.budget.iter_mut().for_each(|b| b.2 *= k);
        g.caps.iter_mut().for_each(|c| c.cents *= k);
        if let PaidBy::Stated(stated) = &mut g.paid_by {
            stated.iter_mut().for_each(|s| s.2 *= k);
        }
    }
}
