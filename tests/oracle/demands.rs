//! What must be paid: cost lines, shares, budgets, and the bounds on who pays how much of them.

use crate::model::{Bound, Demand, Model, Payer, payer_named};
use crate::small::*;

const NO_PRIORITY: i64 = i64::MAX;

pub fn demands(plan: &SmallPlan, m: &mut Model) {
    let mut theme_own = vec![0; plan.themes.len()];
    for (index, goal) in plan.goals.iter().enumerate() {
        if plan.rejected(&goal.needs) {
            continue;
        }
        let first = m.demands.len();
        costs(plan, m, index, goal);
        budget(plan, m, goal, first);
        remainder(plan, m, goal);
        if let Some(t) = goal.theme.as_ref().and_then(|n| plan.themes.iter().position(|t| &t.name == n)) {
            theme_own[t] += m.demands[first..].iter().map(|d| d.amount).sum::<i64>();
        }
        caps(plan, m, goal, first);
    }
    for (t, theme) in plan.themes.iter().enumerate() {
        let Some((from, through, cents)) = theme.budget else { continue };
        let tags: Vec<String> = plan
            .goals
            .iter()
            .filter(|g| g.theme.as_ref() == Some(&theme.name))
            .flat_map(|g| g.tags.iter().cloned())
            .collect();
        let rest = cents - theme_own[t];
        if rest > 0 {
            let payers = limited(plan, &tags, &PaidBy::Anyone);
            m.demands.push(Demand {
                goal: theme.name.clone(),
                share_of: None,
                from,
                through,
                amount: rest,
                payers,
                priority: NO_PRIORITY,
                optional: false,
                remainder: false,
                origin: None,
            });
        }
    }
}

fn serves(for_tags: &[String], tags: &[String]) -> bool {
    for_tags.is_empty() || for_tags.iter().any(|t| tags.contains(t))
}

/// The position in the list of the payer itself or of the whole that it is a part of; none: it may not pay.
fn position(plan: &SmallPlan, name: &str, paid_by: &PaidBy) -> Option<i64> {
    let whole = plan.source(name).and_then(|s| s.whole.as_deref());
    let at = |n: &str| n == name || Some(n) == whole;
    match paid_by {
        PaidBy::Anyone => Some(0),
        PaidBy::List(names) => names.iter().position(|n| at(n)).map(|p| p as i64 + 1),
        PaidBy::Shares(shares) => shares.iter().any(|s| at(&s.0)).then_some(0),
        PaidBy::Stated(stated) => stated.iter().any(|s| at(&s.0)).then_some(0),
    }
}

fn limited(plan: &SmallPlan, tags: &[String], paid_by: &PaidBy) -> Vec<(Payer, i64)> {
    let mut payers = Vec::new();
    for (i, s) in plan.sources.iter().enumerate() {
        if !s.unlimited && serves(&s.tags, tags) {
            payers.extend(position(plan, &s.name, paid_by).map(|p| (Payer::Source(i), p)));
        }
    }
    for (i, r) in plan.reserves.iter().enumerate() {
        if serves(&r.tags, tags) {
            payers.extend(position(plan, &r.name, paid_by).map(|p| (Payer::Reserve(i), p)));
        }
    }
    payers
}

/// May a source without limit pay this goal in a year of this window?
fn pays_all(plan: &SmallPlan, goal: &Goal, paid_by: &PaidBy, from: Year, through: Year) -> bool {
    plan.sources.iter().any(|s| {
        s.unlimited
            && serves(&s.tags, &goal.tags)
            && position(plan, &s.name, paid_by).is_some()
            && s.available.is_none_or(|(a, b)| a <= through && from <= b)
    })
}

fn costs(plan: &SmallPlan, m: &mut Model, index: usize, goal: &Goal) {
    for (l, line) in goal.lines.iter().enumerate() {
        for (c, cost) in line.costs.iter().enumerate() {
            let mut one = |amount: i64, share_of: Option<String>| {
                let only = share_of.as_ref().map(|n| PaidBy::List(vec![n.clone()]));
                let paid_by = only.as_ref().unwrap_or(&goal.paid_by);
                if pays_all(plan, goal, paid_by, cost.from, cost.through) {
                    m.dropped.push((goal.name.clone(), plan.label(cost.from, cost.through), amount));
                    return;
                }
                let mut payers = limited(plan, &goal.tags, paid_by);
                if share_of.is_some() {
                    payers.iter_mut().for_each(|p| p.1 = 0);
                }
                m.demands.push(Demand {
                    goal: goal.name.clone(),
                    share_of,
                    from: cost.from,
                    through: cost.through,
                    amount,
                    payers,
                    priority: goal.priority.unwrap_or(NO_PRIORITY),
                    optional: goal.optional,
                    remainder: false,
                    origin: Some((index, l, c)),
                });
            };
            match &goal.paid_by {
                PaidBy::Shares(shares) => {
                    for (amount, (name, _)) in split(cost.cents, shares).into_iter().zip(shares) {
                        one(amount, Some(name.clone()));
                    }
                }
                _ => one(cost.cents, None),
            }
        }
    }
}

/// Whole cents by largest remainder, ties in the order of the list.
pub fn split(cents: i64, shares: &[(String, i64)]) -> Vec<i64> {
    let mut parts: Vec<i64> = shares.iter().map(|(_, p)| cents * p / 100).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(cents * shares[i].1 % 100));
    let left = cents - parts.iter().sum::<i64>();
    for &i in order.iter().take(left as usize) {
        parts[i] += 1;
    }
    parts
}

fn budget(plan: &SmallPlan, m: &mut Model, goal: &Goal, first: usize) {
    let Some((from, through, cents)) = goal.budget else { return };
    let own: i64 = m.demands[first..].iter().filter(|d| from <= d.from && d.through <= through).map(|d| d.amount).sum();
    if cents > own {
        m.demands.push(Demand {
            goal: goal.name.clone(),
            share_of: None,
            from,
            through,
            amount: cents - own,
            payers: limited(plan, &goal.tags, &goal.paid_by),
            priority: goal.priority.unwrap_or(NO_PRIORITY),
            optional: goal.optional,
            remainder: false,
            origin: None,
        });
    }
}

fn remainder(plan: &SmallPlan, m: &mut Model, goal: &Goal) {
    let Some((name, year)) = &goal.remainder else { return };
    let Some(payer) = payer_named(plan, name) else { return };
    let amount = m.supplies.iter().filter(|s| s.holder == payer).map(|s| s.amount).sum();
    m.demands.push(Demand {
        goal: goal.name.clone(),
        share_of: None,
        from: *year,
        through: *year,
        amount,
        payers: vec![(payer, 0)],
        priority: NO_PRIORITY,
        optional: false,
        remainder: true,
        origin: None,
    });
}

fn caps(plan: &SmallPlan, m: &mut Model, goal: &Goal, first: usize) {
    let demands: Vec<usize> = (first..m.demands.len()).collect();
    for cap in &goal.caps {
        let payers: Vec<Payer> = payer_named(plan, &cap.payer).into_iter().collect();
        if cap.total {
            let windows = m.demands[first..].iter().map(|d| (d.from, d.through));
            let windows: std::collections::BTreeSet<_> = windows.collect();
            m.outside_flow |= windows.len() > 1;
            let years = (0..plan.years).collect();
            m.bounds.push(Bound { payers, demands: demands.clone(), years, amount: cap.cents });
        } else {
            for year in 0..plan.years {
                let (payers, demands) = (payers.clone(), demands.clone());
                m.bounds.push(Bound { payers, demands, years: vec![year], amount: cap.cents });
            }
        }
    }
    if let PaidBy::Stated(stated) = &goal.paid_by {
        let names: std::collections::BTreeSet<&String> = stated.iter().map(|s| &s.0).collect();
        for name in names {
            let payers: Vec<Payer> = payer_named(plan, name).into_iter().collect();
            for year in 0..plan.years {
                // A year whose cost is stated to be paid by others: nothing from this one.
                let amount = stated.iter().filter(|s| &s.0 == name && s.1 == year).map(|s| s.2).sum();
                let (payers, demands) = (payers.clone(), demands.clone());
                m.bounds.push(Bound { payers, demands, years: vec![year], amount });
            }
        }
    }
}
