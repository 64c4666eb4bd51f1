//! What is true of a small plan under the rules: whether it can be paid, what the shortage is and which figures belong
//! to the conflict, when it starts, which optional goals are taken, the vectors that define the canonical division,
//! and headroom. Every answer comes from searching divisions again with a changed figure, never from a residual graph.

use crate::model::{Model, Payer, model};
use crate::small::{PaidBy, SmallPlan, Year};
use crate::solve::Division;
use std::collections::{BTreeMap, BTreeSet};

/// The vectors that define the canonical division. They are compared in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vectors {
    /// (goal, end of window): covered, in the order of (a).
    pub covered: Vec<(String, Year, i64)>,
    pub overflow: i64,
    /// Paid or moved out of money that would lapse: as much as can be.
    pub saved: i64,
    pub positions: i64,
    /// (holder, year): used, in the order of (d).
    pub usage: Vec<(String, Year, i64)>,
}

/// (name, window, payer of the share) of a cost; (name, year, kind) of money or a bound.
pub type CostMember = (String, String, Option<String>);
pub type MoneyMember = (String, String, &'static str);

#[derive(Clone, Debug)]
pub struct Answers {
    pub shortage: i64,
    /// There is a reserve with an unknown opening: the shortage if it had enough.
    pub shortage_if_enough: Option<i64>,
    pub conflict_costs: BTreeSet<CostMember>,
    /// Tranches, openings and outside money ("tranche", "opening", "outside") that have an amount.
    pub conflict_money: BTreeSet<MoneyMember>,
    /// "cap", "limit", "ceiling", "floor": of goal or reserve, year.
    pub conflict_bounds: BTreeSet<MoneyMember>,
    /// For each year, the shortage of all costs due by then.
    pub timeline: Vec<i64>,
    pub taken: BTreeSet<String>,
    pub left_out: BTreeSet<String>,
    pub vectors: Option<Vectors>,
    /// (goal, window): how much more it could cost; none: without bound.
    pub headroom_goals: BTreeMap<(String, String), Option<i64>>,
    /// (source, year): how much the tranche could fall.
    pub headroom_tranches: BTreeMap<(String, String), i64>,
    /// A floor above what its reserve can hold: 501, and the plan fails whatever is paid.
    pub floor_out_of_reach: bool,
    pub model: Model,
    /// The demands that the canonical division covers: required ones, optional ones that are taken, remainders.
    pub active: Vec<bool>,
}

/// None: the rules do not say (two floors that compete for the same money).
pub fn answers(plan: &SmallPlan) -> Option<Answers> {
    let mut m = model(plan);
    let floor_out_of_reach = attainable_floors(&mut m)?;
    let required = m.required();
    let shortage = shortage(&m, &required, false)?;
    let unknown = m.vaults.iter().any(|v| !v.known);
    let mut answers = Answers {
        shortage,
        shortage_if_enough: if unknown { Some(self::shortage(&m, &required, true)?) } else { None },
        conflict_costs: BTreeSet::new(),
        conflict_money: BTreeSet::new(),
        conflict_bounds: BTreeSet::new(),
        timeline: Vec::new(),
        taken: BTreeSet::new(),
        left_out: BTreeSet::new(),
        vectors: None,
        headroom_goals: BTreeMap::new(),
        headroom_tranches: BTreeMap::new(),
        floor_out_of_reach,
        model: m.clone(),
        active: Vec::new(),
    };
    let active = optional_goals(plan, &m, &required, &mut answers);
    if shortage > 0 {
        conflict(plan, &m, &required, &mut answers);
        for year in 0..m.years {
            let due: Vec<bool> = (0..required.len()).map(|i| required[i] && m.demands[i].through <= year).collect();
            answers.timeline.push(self::shortage(&m, &due, false)?);
        }
    } else if !m.outside_flow {
        headroom(plan, &m, &active, &mut answers);
    }
    answers.active = (0..active.len()).map(|i| active[i] || m.demands[i].remainder).collect();
    if !m.outside_flow {
        answers.vectors = vectors(&m, &answers.active, |_| {});
    }
    Some(answers)
}

/// Compares the program's vectors and shortage with plain enumeration; none: too large for it or not a pure flow.
pub fn enumerated(plan: &SmallPlan, steps: usize) -> Option<Option<String>> {
    let mut m = model(plan);
    attainable_floors(&mut m)?;
    let required = m.required();
    let everything = vec![true; required.len()];
    for active in [required, everything] {
        let counted = crate::brute::vectors(&m, &active, steps)?;
        let short = shortage(&m, &active, false);
        let total = |v: &Vectors| v.covered.iter().map(|c| c.2).sum::<i64>();
        let needed: i64 = (0..active.len()).filter(|&i| active[i]).map(|i| m.demands[i].amount).sum();
        if !m.outside_flow {
            let solved = vectors(&m, &active, |_| {});
            if solved != counted {
                return Some(Some(format!("solved {solved:?}\nenumerated {counted:?}")));
            }
            // Covering the first demands first does not cover less in total.
            if counted.as_ref().map(|v| needed - total(v)) != short {
                return Some(Some(format!("shortage {short:?}, enumerated {counted:?}")));
            }
        } else if counted.as_ref().is_some_and(|v| short.is_none_or(|s| s > needed - total(v))) {
            return Some(Some(format!("shortage {short:?}, enumerated {counted:?}")));
        }
    }
    Some(None)
}

/// What the active demands come to minus the most that can be covered of them; none: the floors cannot be kept.
pub fn shortage(m: &Model, active: &[bool], generous: bool) -> Option<i64> {
    let d = Division::new(m, active, None, generous);
    let all: Vec<usize> = (0..m.demands.len()).filter(|&i| active[i]).collect();
    let needed: i64 = all.iter().map(|&i| m.demands[i].amount).sum();
    let covered = d.covered(&all);
    if m.outside_flow {
        return d.program.maximise_whole(&covered).map(|c| needed - c);
    }
    d.best(&[covered]).map(|best| needed - best[0])
}

/// Lowers each floor to what its reserve can hold when nothing is paid. Says whether any was lowered; none: together
/// they cannot be kept.
fn attainable_floors(m: &mut Model) -> Option<bool> {
    let nothing = vec![false; m.demands.len()];
    if m.vaults.iter().all(|v| v.floor.iter().all(|&f| f == 0)) || shortage(m, &nothing, false).is_some() {
        return Some(false);
    }
    let mut free = m.clone();
    free.vaults.iter_mut().for_each(|v| v.floor.iter_mut().for_each(|f| *f = 0));
    let d = Division::new(&free, &nothing, None, false);
    for v in 0..m.vaults.len() {
        for year in 0..m.years {
            let (terms, constant) = d.closing_of(v, year);
            let best = d.best(&[terms])?;
            m.vaults[v].floor[year] = m.vaults[v].floor[year].min(best[0] + constant);
        }
    }
    shortage(m, &nothing, false).map(|_| true)
}

/// Takes them one at a time; the demands of all that must then be paid.
fn optional_goals(plan: &SmallPlan, m: &Model, required: &[bool], answers: &mut Answers) -> Vec<bool> {
    let mut active = required.to_vec();
    let mut goals: Vec<_> = plan.goals.iter().filter(|g| g.optional).collect();
    goals.sort_by_key(|g| (g.priority.unwrap_or(i64::MAX), g.name.clone()));
    for goal in goals {
        let its = |i: usize| m.demands[i].goal == goal.name && m.demands[i].optional;
        let with: Vec<bool> = (0..active.len()).map(|i| active[i] || its(i)).collect();
        let cost: i64 = m.demands.iter().filter(|d| d.goal == goal.name).map(|d| d.amount).sum();
        let dropped: i64 = m.dropped.iter().filter(|d| d.0 == goal.name).map(|d| d.2).sum();
        if answers.shortage == 0 && shortage(m, &with, false) == Some(0) {
            active = with;
            if cost + dropped > 0 {
                answers.taken.insert(goal.name.clone());
            }
        } else if cost + dropped > 0 {
            answers.left_out.insert(goal.name.clone());
        }
    }
    active
}

fn conflict(plan: &SmallPlan, m: &Model, required: &[bool], answers: &mut Answers) {
    let lessens = |change: &dyn Fn(&mut Model)| {
        let mut changed = m.clone();
        change(&mut changed);
        shortage(&changed, required, false).is_some_and(|s| s < answers.shortage)
    };
    let label = |year: Year| plan.label(year, year);
    for (i, d) in m.demands.iter().enumerate() {
        if required[i] && d.amount > 0 && lessens(&|m| m.demands[i].amount -= 1) {
            answers.conflict_costs.insert((d.goal.clone(), plan.label(d.from, d.through), d.share_of.clone()));
        }
    }
    for (i, s) in m.supplies.iter().enumerate() {
        if s.amount > 0 && lessens(&|m| m.supplies[i].amount += 1) {
            let kind = match s.holder {
                Payer::Source(_) => "tranche",
                Payer::Reserve(_) if s.outside => "outside",
                Payer::Reserve(_) => "opening",
            };
            answers.conflict_money.insert((m.holder_name(s.holder).to_string(), label(s.year), kind));
        }
    }
    let mut bounds = BTreeSet::new();
    for (i, b) in m.bounds.iter().enumerate() {
        let (first, last) = (b.years.first().copied().unwrap_or(0), b.years.last().copied().unwrap_or(0));
        if let (Some(&d), true) = (b.demands.first(), lessens(&|m| m.bounds[i].amount += 1)) {
            bounds.insert((m.demands[d].goal.clone(), plan.label(first, last), "cap"));
        }
    }
    for (v, vault) in m.vaults.iter().enumerate() {
        for year in 0..m.years {
            if vault.out[year].is_some() && lessens(&|m| m.vaults[v].out[year] = m.vaults[v].out[year].map(|a| a + 1)) {
                bounds.insert((vault.name.clone(), label(year), "limit"));
            }
            if vault.floor[year] > 0 && lessens(&|m| m.vaults[v].floor[year] -= 1) {
                bounds.insert((vault.name.clone(), label(year), "floor"));
            }
        }
    }
    answers.conflict_bounds = bounds;
}

/// The vectors of the canonical division among those that keep to `restrict` (which adds rows); none: there is none.
pub fn vectors(m: &Model, active: &[bool], restrict: impl Fn(&mut Division)) -> Option<Vectors> {
    let mut d = Division::new(m, active, None, false);
    restrict(&mut d);
    let best = d.best(&d.canonical(active))?;
    let groups = m.groups(active);
    let rest = &best[groups.len()..];
    let name = |g: &Vec<usize>| (m.demands[g[0]].goal.clone(), m.demands[g[0]].through);
    Some(Vectors {
        covered: groups.iter().zip(&best).map(|(g, &c)| (name(g).0, name(g).1, c)).collect(),
        overflow: -rest[0],
        saved: rest[1],
        positions: -rest[2],
        usage: m
            .supply_order()
            .into_iter()
            .zip(&rest[3..])
            .map(|(i, &c)| (m.holder_name(m.supplies[i].holder).to_string(), m.supplies[i].year, c))
            .collect(),
    })
}

fn headroom(plan: &SmallPlan, m: &Model, active: &[bool], answers: &mut Answers) {
    let all: Vec<usize> = (0..m.demands.len()).filter(|&i| active[i]).collect();
    let money: i64 = m.supplies.iter().map(|s| s.amount).sum();
    for (i, goal) in plan.goals.iter().enumerate() {
        // What a cost may become beside a budget is not said by the rules.
        let themed = plan.themes.iter().any(|t| t.budget.is_some() && goal.theme.as_ref() == Some(&t.name));
        let counted = !goal.optional || answers.taken.contains(&goal.name);
        if goal.budget.is_some() || themed || plan.rejected(&goal.needs) || !counted {
            continue;
        }
        for (l, line) in goal.lines.iter().enumerate() {
            for (c, cost) in line.costs.iter().enumerate() {
                let key = (goal.name.clone(), plan.label(cost.from, cost.through));
                if cost.cents == 0 || answers.headroom_goals.contains_key(&key) {
                    continue;
                }
                if let PaidBy::Shares(_) = goal.paid_by {
                    let twice = plan.goals[i].lines.iter().flat_map(|l| &l.costs);
                    let twice = twice.filter(|o| (o.from, o.through) == (cost.from, cost.through)).count() > 1;
                    if !twice {
                        answers.headroom_goals.insert(key, shared_headroom(plan, m, answers, (i, l, c), money));
                    }
                    continue;
                }
                let Some(j) = m.demands.iter().position(|d| d.origin == Some((i, l, c))) else {
                    answers.headroom_goals.insert(key, None);
                    continue;
                };
                let mut more = m.clone();
                more.demands[j].amount += money + 1;
                let d = Division::new(&more, active, None, false);
                let others: Vec<usize> = all.iter().copied().filter(|&o| o != j).collect();
                if let Some(best) = d.best(&[d.covered(&others), d.covered(&[j])]) {
                    answers.headroom_goals.insert(key, Some(best[1] - m.demands[j].amount));
                }
            }
        }
    }
    for (i, s) in m.supplies.iter().enumerate() {
        if let (Payer::Source(source), true) = (s.holder, s.amount > 0) {
            let d = Division::new(m, active, Some(i), false);
            let fall = d.fall.map(|c| (c, 1)).into_iter().collect();
            if let Some(best) = d.best(&[d.covered(&all), fall]) {
                answers.headroom_tranches.insert((m.sources[source].clone(), plan.label(s.year, s.year)), best[1]);
            }
        }
    }
}

/// The last amount, one cent more at a time, at which the plan can be paid.
fn shared_headroom(
    plan: &SmallPlan,
    m: &Model,
    answers: &Answers,
    (goal, line, cost): (usize, usize, usize),
    money: i64,
) -> Option<i64> {
    let mut changed = plan.clone();
    for more in 1..=4 * money + 10 {
        changed.goals[goal].lines[line].costs[cost].cents += 1;
        let mut again = model(&changed);
        for (v, vault) in m.vaults.iter().enumerate() {
            again.vaults[v].floor = vault.floor.clone();
        }
        let counts = |d: &crate::model::Demand| !d.remainder && (!d.optional || answers.taken.contains(&d.goal));
        let active: Vec<bool> = again.demands.iter().map(counts).collect();
        if shortage(&again, &active, false) != Some(0) {
            return Some(more - 1);
        }
    }
    None
}
