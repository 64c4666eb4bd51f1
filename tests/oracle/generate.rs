//! Random small plans: mostly valid, all constructs mixed, about half of them payable.

use crate::random::Random;
use crate::small::*;

const NAMES: [&str; 12] =
    ["amber", "birch", "cedar", "dune", "elder", "fern", "gorse", "hazel", "iris", "juniper", "kelp", "linden"];
const TAGS: [&str; 2] = ["care", "youth"];

/// The plan of a seed.
pub fn plan_of(seed: u64) -> SmallPlan {
    let mut r = Random::new(seed);
    let mut names: Vec<&str> = NAMES.to_vec();
    r.shuffle(&mut names);
    let mut names = names.into_iter().map(str::to_string);
    let mut name = move || names.next().unwrap_or_default();
    let years = *r.pick(&[1, 2, 2, 2, 3, 3, 3, 4]);
    let mut plan = SmallPlan { first: 2024, years, ..SmallPlan::default() };
    if r.chance(15) {
        let state = *r.pick(&[State::Taken, State::Proposed, State::Rejected]);
        plan.decisions.push(Decision { name: "council-vote".to_string(), state });
    }
    for _ in 0..*r.pick(&[0, 0, 0, 1, 1, 1, 2]) {
        let reserve = reserve(&mut r, &plan, name());
        plan.reserves.push(reserve);
    }
    let count = *r.pick(&[1, 1, 2, 2, 3]);
    if r.chance(12) {
        let whole = name();
        for _ in 0..2 {
            let mut part = source(&mut r, &plan, name());
            part.whole = Some(whole.clone());
            plan.sources.push(part);
        }
        plan.wholes.push(whole);
    } else {
        for _ in 0..count {
            let s = source(&mut r, &plan, name());
            plan.sources.push(s);
        }
    }
    if r.chance(8) {
        let mut s = source(&mut r, &plan, name());
        s.unlimited = true;
        s.tranches.clear();
        s.carry = Carry::Stays;
        s.needs = None;
        if s.tags.is_empty() {
            s.tags.push(r.pick(&TAGS).to_string());
        }
        plan.sources.push(s);
    }
    adds(&mut r, &mut plan);
    if r.chance(12) {
        plan.themes.push(Theme { name: name(), budget: None });
    }
    for _ in 0..*r.pick(&[1, 1, 2, 2, 3, 3, 4]) {
        let g = goal(&mut r, &plan, name());
        plan.goals.push(g);
    }
    theme_budget(&mut r, &mut plan);
    if r.chance(8)
        && let Some(s) = plan.sources.iter().find(|s| !s.unlimited && s.needs.is_none())
    {
        let mut g = empty_goal(name());
        g.tags = s.tags.clone();
        g.remainder = Some((s.name.clone(), r.below(years)));
        plan.goals.push(g);
    }
    use_up(&mut plan);
    plan
}

fn cents(r: &mut Random) -> i64 {
    *r.pick(&[0, 1, 1, 2, 2, 3, 3, 4, 5, 6])
}

fn tags(r: &mut Random, some: usize) -> Vec<String> {
    if r.chance(some) {
        let mut all: Vec<String> = TAGS.iter().map(|t| t.to_string()).collect();
        r.shuffle(&mut all);
        all.truncate(if r.chance(75) { 1 } else { 2 });
        all
    } else {
        Vec::new()
    }
}

fn decision(r: &mut Random, plan: &SmallPlan, percent: usize) -> Option<String> {
    match plan.decisions.first() {
        Some(d) if r.chance(percent) => Some(d.name.clone()),
        _ => None,
    }
}

fn source(r: &mut Random, plan: &SmallPlan, name: String) -> Source {
    let mut tranches = Vec::new();
    let wanted = r.between(1, plan.years as i64) as usize;
    let mut years: Vec<usize> = (0..plan.years).collect();
    r.shuffle(&mut years);
    years.truncate(wanted);
    years.sort_unstable();
    for year in years {
        tranches.push(Tranche { year, cents: cents(r), expected: r.chance(10) });
    }
    let carry = match r.below(10) {
        0..=3 => Carry::Stays,
        4 => Carry::StaysYears(1),
        5 => Carry::StaysYears(2),
        6 => Carry::Lapses,
        7 => Carry::Returns,
        _ => match plan.reserves.len() {
            0 => Carry::Lapses,
            n => Carry::GoesTo(plan.reserves[r.below(n)].name.clone()),
        },
    };
    let stays = matches!(carry, Carry::Stays | Carry::StaysYears(_));
    let mut available = None;
    if stays && r.chance(25) {
        let a = r.below(plan.years);
        available = Some((a, r.between(a as i64, plan.last() as i64) as usize));
    }
    let needs = decision(r, plan, 35);
    Source { name, whole: None, tags: tags(r, 35), tranches, unlimited: false, carry, available, needs }
}

fn reserve(r: &mut Random, plan: &SmallPlan, name: String) -> Reserve {
    let mut new = Reserve {
        name,
        tags: tags(r, 25),
        opening: if r.chance(90) { Some(cents(r)) } else { None },
        floor: if r.chance(30) { r.between(1, 3) } else { 0 },
        ceiling: if r.chance(20) { Some(r.between(2, 6)) } else { None },
        limit: if r.chance(20) { Some(r.between(1, 4)) } else { None },
        adds: Vec::new(),
        withdraws: Vec::new(),
        ends: None,
        release: None,
    };
    if new.ceiling.is_some_and(|c| c < new.floor) {
        new.ceiling = None;
    }
    if r.chance(10) {
        new.withdraws.push((r.below(plan.years), r.between(0, 3)));
    }
    if plan.years > 1 && r.chance(if plan.reserves.is_empty() { 12 } else { 40 }) {
        new.ends = Some(r.below(plan.years));
        new.ceiling = None;
        // Only into a reserve without a floor or a ceiling: the rules do not say in which year's closing it arrives.
        let plain = plan
            .reserves
            .iter()
            .find(|q| q.ceiling.is_none() && q.floor == 0 && q.ends.is_none() && q.opening.is_some());
        new.release = plain.map(|q| q.name.clone());
    }
    new
}

/// Additions: out of a source, out of an earlier reserve, or from outside the plan.
fn adds(r: &mut Random, plan: &mut SmallPlan) {
    for i in 0..plan.reserves.len() {
        if !r.chance(25) {
            continue;
        }
        let last = plan.reserves[i].ends.unwrap_or(plan.last());
        let year = r.below(last + 1);
        let mut givers: Vec<String> =
            plan.sources.iter().filter(|s| !s.unlimited && s.needs.is_none()).map(|s| s.name.clone()).collect();
        givers.extend(plan.reserves[..i].iter().filter(|q| q.ends.is_none()).map(|q| q.name.clone()));
        let from = if r.chance(60) && !givers.is_empty() { Some(r.pick(&givers).clone()) } else { None };
        plan.reserves[i].adds.push(Add { year, cents: r.between(1, 4), from });
    }
}

fn empty_goal(name: String) -> Goal {
    Goal {
        name,
        tags: Vec::new(),
        lines: Vec::new(),
        budget: None,
        paid_by: PaidBy::Anyone,
        caps: Vec::new(),
        priority: None,
        optional: false,
        remainder: None,
        theme: None,
        needs: None,
    }
}

fn costs(r: &mut Random, plan: &SmallPlan) -> Vec<Cost> {
    let mut costs = Vec::new();
    let mut year = r.below(plan.years);
    while year < plan.years {
        let wide = if r.chance(25) { r.below(plan.years - year) } else { 0 };
        let cents = *r.pick(&[0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6]);
        costs.push(Cost { from: year, through: year + wide, cents });
        year += wide + 1;
        if r.chance(50) {
            break;
        }
    }
    costs
}

fn goal(r: &mut Random, plan: &SmallPlan, name: String) -> Goal {
    let mut g = empty_goal(name);
    g.tags = tags(r, 70);
    g.lines.push(Line { title: None, costs: costs(r, plan) });
    if r.chance(12) {
        g.lines[0].title = Some("Wages".to_string());
        g.lines.push(Line { title: Some("Rent".to_string()), costs: costs(r, plan) });
    }
    if r.chance(35) {
        g.priority = Some(r.between(1, 3));
    }
    g.optional = r.chance(15);
    g.needs = decision(r, plan, 30);
    if !g.optional && g.needs.is_none() && r.chance(60) {
        g.theme = plan.themes.first().map(|t| t.name.clone());
    }
    let mut limited: Vec<String> = plan.sources.iter().filter(|s| !s.unlimited).map(|s| s.name.clone()).collect();
    limited.extend(plan.reserves.iter().map(|q| q.name.clone()));
    r.shuffle(&mut limited);
    match r.below(20) {
        0..=4 => {
            let mut list = limited.clone();
            list.truncate(r.between(1, 3) as usize);
            if let Some(s) = plan.sources.iter().find(|s| s.unlimited)
                && r.chance(20)
            {
                list.push(s.name.clone());
            }
            if let (Some(w), true) = (plan.wholes.first(), r.chance(40)) {
                list.retain(|n| plan.source(n).is_none_or(|s| s.whole.is_none()));
                list.insert(r.below(list.len() + 1), w.clone());
            }
            g.paid_by = PaidBy::List(list);
        }
        5 | 6 => {
            let all: Vec<String> = limited
                .iter()
                .cloned()
                .chain(plan.sources.iter().filter(|s| s.unlimited).map(|s| s.name.clone()))
                .collect();
            if all.len() >= 2 {
                let first = *r.pick(&[50, 50, 25, 75]);
                let a = r.below(all.len());
                let b = (a + 1 + r.below(all.len() - 1)) % all.len();
                g.paid_by = PaidBy::Shares(vec![(all[a].clone(), first), (all[b].clone(), 100 - first)]);
            }
        }
        7 => g.paid_by = stated(r, &g, &limited),
        _ => {}
    }
    if r.chance(15) && !matches!(g.paid_by, PaidBy::Shares(_) | PaidBy::Stated(_)) {
        let payer = r.pick(&limited).clone();
        let named = match &g.paid_by {
            PaidBy::List(list) => list.contains(&payer),
            _ => true,
        };
        if named {
            g.caps.push(Cap { cents: r.between(0, 4), payer, total: r.chance(35) });
        }
    }
    if r.chance(10) && matches!(g.paid_by, PaidBy::Anyone | PaidBy::List(_)) && g.theme.is_none() {
        let from = g.lines.iter().flat_map(|l| &l.costs).map(|c| c.from).min().unwrap_or(0);
        let through = g.lines.iter().flat_map(|l| &l.costs).map(|c| c.through).max().unwrap_or(0);
        let sum: i64 = g.lines.iter().flat_map(|l| &l.costs).map(|c| c.cents).sum();
        g.budget = Some((from, through, sum + r.between(0, 2)));
        if r.chance(25) {
            g.lines.clear();
        }
    }
    g
}

/// Stated payments that add up to the cost of each year; only where every cost is that of one year.
fn stated(r: &mut Random, g: &Goal, payers: &[String]) -> PaidBy {
    if payers.len() < 2 || g.lines.iter().flat_map(|l| &l.costs).any(|c| c.from < c.through) {
        return PaidBy::Anyone;
    }
    let mut by_year = std::collections::BTreeMap::new();
    for c in g.lines.iter().flat_map(|l| &l.costs) {
        *by_year.entry(c.from).or_insert(0) += c.cents;
    }
    let mut all = Vec::new();
    for (year, sum) in by_year {
        let first = r.between(0, sum);
        for (name, cents) in [(&payers[0], first), (&payers[1], sum - first)] {
            if cents > 0 {
                all.push((name.clone(), year, cents));
            }
        }
    }
    if all.is_empty() { PaidBy::Anyone } else { PaidBy::Stated(all) }
}

/// A budget of the theme that is at least what its goals cost.
fn theme_budget(r: &mut Random, plan: &mut SmallPlan) {
    let Some(theme) = plan.themes.first() else { return };
    let goals: Vec<&Goal> = plan.goals.iter().filter(|g| g.theme.as_ref() == Some(&theme.name)).collect();
    if goals.is_empty() {
        plan.themes.clear();
        return;
    }
    let sum: i64 = goals.iter().flat_map(|g| &g.lines).flat_map(|l| &l.costs).map(|c| c.cents).sum();
    if r.chance(70) {
        let budget = (0, plan.last(), sum + r.between(0, 2));
        plan.themes[0].budget = Some(budget);
    }
}

/// Drops what nothing uses: a decision that no item needs.
fn use_up(plan: &mut SmallPlan) {
    let needed = plan.sources.iter().any(|s| s.needs.is_some()) || plan.goals.iter().any(|g| g.needs.is_some());
    if !needed {
        plan.decisions.clear();
    }
}
