//! A small plan written as the text of a `.pok` file; a seed decides the order of its items and of their statements.

use crate::random::Random;
use crate::small::{Carry, Goal, PaidBy, Reserve, SmallPlan, Source, State};

/// The plan as text. Seed 0 keeps the order of the data.
pub fn to_text(plan: &SmallPlan, shuffle_seed: u64) -> String {
    let mut random = Random::new(shuffle_seed);
    let mut items = Vec::new();
    for d in &plan.decisions {
        let state = match d.state {
            State::Taken => "taken; on 2024-01-01",
            State::Proposed => "proposed",
            State::Rejected => "rejected",
        };
        items.push(format!("decision {} {{ by council; {state} }}\n", d.name));
    }
    for t in &plan.themes {
        let mut inside = Vec::new();
        if let Some((a, b, cents)) = t.budget {
            inside.push(format!("budget {}: {} total", years(plan, a, b), money(cents)));
        }
        items.push(block(&format!("theme {}", t.name), inside, &mut random, shuffle_seed));
    }
    for whole in &plan.wholes {
        let parts = plan.sources.iter().filter(|s| s.whole.as_deref() == Some(whole));
        let parts = parts
            .map(|s| {
                let inside = source(plan, s);
                format!("part {} {{ {} }}", s.name, inside.join("; "))
            })
            .collect();
        items.push(block(&format!("source {whole}"), parts, &mut random, shuffle_seed));
    }
    for s in plan.sources.iter().filter(|s| s.whole.is_none()) {
        items.push(block(&format!("source {}", s.name), source(plan, s), &mut random, shuffle_seed));
    }
    for r in &plan.reserves {
        items.push(block(&format!("reserve {}", r.name), reserve(plan, r), &mut random, shuffle_seed));
    }
    for g in &plan.goals {
        items.push(block(&format!("goal {}", g.name), goal(plan, g), &mut random, shuffle_seed));
    }
    items.push(format!("plan small {{\n  years {}\n}}\n", years(plan, 0, plan.last())));
    if shuffle_seed != 0 {
        random.shuffle(&mut items);
    } else {
        items.rotate_right(1);
    }
    items.insert(0, "language en\n".to_string());
    items.join("\n")
}

/// Cents as `0.05`.
pub fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn years(plan: &SmallPlan, from: usize, through: usize) -> String {
    plan.label(from, through)
}

fn block(head: &str, mut inside: Vec<String>, random: &mut Random, seed: u64) -> String {
    if seed != 0 && !inside.iter().any(|s| s.starts_with("paid by")) {
        random.shuffle(&mut inside);
    }
    let mut text = format!("{head} {{\n");
    for line in inside {
        text.push_str(&format!("  {line}\n"));
    }
    text.push_str("}\n");
    text
}

fn source(plan: &SmallPlan, s: &Source) -> Vec<String> {
    let mut inside = Vec::new();
    if !s.tags.is_empty() {
        inside.push(format!("for {}", s.tags.join(", ")));
    }
    if s.unlimited {
        inside.push("income unlimited".to_string());
    } else {
        let tranches: Vec<String> = s
            .tranches
            .iter()
            .map(|t| {
                let status = if t.expected { " status expected" } else { "" };
                format!("{}: {}{status}", years(plan, t.year, t.year), money(t.cents))
            })
            .collect();
        inside.push(format!("income {}", tranches.join(", ")));
        match &s.carry {
            Carry::Stays => {}
            Carry::StaysYears(n) => inside.push(format!("unspent stays {n} years")),
            Carry::Lapses => inside.push("unspent lapses".to_string()),
            Carry::Returns => inside.push("unspent returns".to_string()),
            Carry::GoesTo(r) => inside.push(format!("unspent goes to {r}")),
        }
    }
    if let Some((a, b)) = s.available {
        inside.push(format!("available {}", years(plan, a, b)));
    }
    if let Some(d) = &s.needs {
        inside.push(format!("needs decision {d}"));
    }
    inside
}

fn reserve(plan: &SmallPlan, r: &Reserve) -> Vec<String> {
    let mut inside = Vec::new();
    if !r.tags.is_empty() {
        inside.push(format!("for {}", r.tags.join(", ")));
    }
    if let Some(cents) = r.opening {
        inside.push(format!("opening {}: {}", plan.first, money(cents)));
    }
    if r.floor > 0 {
        inside.push(format!("floor {}", money(r.floor)));
    }
    if let Some(cents) = r.ceiling {
        inside.push(format!("ceiling {}", money(cents)));
    }
    if let Some(cents) = r.limit {
        inside.push(format!("withdraw at most {} per year", money(cents)));
    }
    for a in &r.adds {
        let from = a.from.as_ref().map_or(String::new(), |f| format!(" from {f}"));
        inside.push(format!("add {}: {}{from}", years(plan, a.year, a.year), money(a.cents)));
    }
    for &(year, cents) in &r.withdraws {
        inside.push(format!("withdraw {}: {}", years(plan, year, year), money(cents)));
    }
    if let Some(year) = r.ends {
        inside.push(format!("ends {}", years(plan, year, year)));
    }
    if let Some(q) = &r.release {
        inside.push(format!("release to {q}"));
    }
    inside
}

fn goal(plan: &SmallPlan, g: &Goal) -> Vec<String> {
    let mut inside = Vec::new();
    if !g.tags.is_empty() {
        inside.push(format!("serves {}", g.tags.join(", ")));
    }
    for line in &g.lines {
        let title = line.title.as_ref().map_or(String::new(), |t| format!("\"{t}\" "));
        let costs: Vec<String> = line
            .costs
            .iter()
            .map(|c| {
                let total = if c.from < c.through { " total" } else { "" };
                format!("{}: {}{total}", years(plan, c.from, c.through), money(c.cents))
            })
            .collect();
        inside.push(format!("cost {title}{}", costs.join(", ")));
    }
    if let Some((a, b, cents)) = g.budget {
        let total = if a < b { " total" } else { "" };
        inside.push(format!("budget {}: {}{total}", years(plan, a, b), money(cents)));
    }
    match &g.paid_by {
        PaidBy::Anyone => {}
        PaidBy::List(names) => inside.push(format!("paid by {}", names.join(", "))),
        PaidBy::Shares(shares) => {
            let shares: Vec<String> = shares.iter().map(|(n, p)| format!("{n} {p}%")).collect();
            inside.push(format!("paid by {}", shares.join(", ")));
        }
        PaidBy::Stated(stated) => {
            for (name, year, cents) in stated {
                inside.push(format!("paid by {name} {}: {}", years(plan, *year, *year), money(*cents)));
            }
        }
    }
    for cap in &g.caps {
        let span = if cap.total { "total" } else { "per year" };
        inside.push(format!("at most {} {span} from {}", money(cap.cents), cap.payer));
    }
    if let Some(p) = g.priority {
        inside.push(format!("priority {p}"));
    }
    if g.optional {
        inside.push("optional".to_string());
    }
    if let Some((source, year)) = &g.remainder {
        inside.push(format!("remainder of {source} {}", years(plan, *year, *year)));
    }
    if let Some(t) = &g.theme {
        inside.push(format!("theme {t}"));
    }
    if let Some(d) = &g.needs {
        inside.push(format!("needs decision {d}"));
    }
    inside
}
