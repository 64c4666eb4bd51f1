//! The division that the outcome shows: are its books in order, is it a division that the rules allow, and is it the
//! canonical one? The outcome adds up over the lines of a goal and over the tranches of a source; so the oracle looks
//! for the best division that agrees with everything shown and compares its vectors with those of the best of all.

use crate::compare::{Comparison, cents};
use crate::model::{Payer, payer_named};
use crate::oracle::{Answers, Vectors, vectors};
use crate::program::Terms;
use crate::small::{PaidBy, SmallPlan};
use crate::solve::Division;
use serde_json::Value;

/// What is shown, as sums over payments that must come to an amount.
struct Shown {
    what: &'static str,
    payers: Vec<Payer>,
    /// Of this goal and window only.
    goal: Option<(String, usize, usize)>,
    /// In this year only.
    year: Option<usize>,
    /// Additions to other reserves count too.
    with_transfers: bool,
    amount: i64,
}

pub fn division(plan: &SmallPlan, outcome: &Value, a: &Answers, c: &mut Comparison) {
    let Some(best) = &a.vectors else { return };
    let fixed = plan.fixes_amounts();
    let shown = shown(plan, outcome, c);
    let keep = |kinds: &[&str]| {
        vectors(&a.model, &a.active, |d| {
            shown.iter().filter(|s| kinds.contains(&s.what)).for_each(|s| restrict(d, s));
        })
    };
    let Some(said) = keep(&["goal", "source", "reserve"]) else {
        let kinds = ["goal", "source", "reserve"];
        let alone: Vec<&str> = kinds.into_iter().filter(|k| keep(&[k]).is_none()).collect();
        let where_from = if alone.is_empty() { "together".to_string() } else { format!("already by {alone:?}") };
        let kind = if fixed { "division/fixed amounts" } else { "division" };
        c.say(kind, format!("no division that the rules allow agrees with what is shown ({where_from})"));
        return;
    };
    if !fixed {
        differences(plan, best, &said, c);
    } else if a.shortage == 0 && said.covered != best.covered {
        c.say("(a) covered/fixed amounts", format!("{:?}; by the oracle {:?}", said.covered, best.covered));
    }
}

fn differences(plan: &SmallPlan, best: &Vectors, said: &Vectors, c: &mut Comparison) {
    // What an ending reserve loses, and whether that counts as lapsed, the rules do not say.
    let ends = plan.reserves.iter().any(|r| r.ends.is_some());
    let kind = |plain: &'static str, ending: &'static str| if ends { ending } else { plain };
    if said.covered != best.covered {
        c.say("(a) covered", format!("{:?}; by the oracle {:?}", said.covered, best.covered));
    } else if said.overflow != best.overflow {
        c.say(kind("(b) overflow", "(b) overflow/ends"), format!("{}; by the oracle {}", said.overflow, best.overflow));
    } else if said.saved != best.saved {
        let words = format!("uses {} of the money that would lapse; by the oracle {}", said.saved, best.saved);
        c.say(kind("(b) lapsed", "(b) lapsed/ends"), words);
    } else if said.positions != best.positions {
        let words = format!("amount times position is {}; by the oracle {}", said.positions, best.positions);
        c.say(kind("(c) preference", "(c) preference/ends"), words);
    } else if said.usage != best.usage {
        // pok lets leftovers fill a floor; the oracle counts as used only what is paid out.
        let floors = plan.reserves.iter().any(|r| r.floor > 0)
            && plan.sources.iter().any(|s| matches!(s.carry, crate::small::Carry::GoesTo(_)));
        let plain = if floors { "(d) order/floors" } else { "(d) order" };
        c.say(kind(plain, "(d) order/ends"), format!("uses {:?}; by the oracle {:?}", said.usage, best.usage));
    }
}

fn restrict(d: &mut Division, s: &Shown) {
    let m = d.model;
    let mut terms: Terms = d
        .payments
        .iter()
        .filter(|p| {
            let demand = &m.demands[p.demand];
            s.payers.contains(&p.payer)
                && s.year.is_none_or(|y| y == p.year)
                && s.goal.as_ref().is_none_or(|g| g.0 == demand.goal && (g.1, g.2) == (demand.from, demand.through))
        })
        .map(|p| (p.column, 1))
        .collect();
    if let (true, Some(year)) = (s.with_transfers, s.year) {
        terms.extend(s.payers.iter().flat_map(|&p| d.transfers_from(p, year)));
    }
    d.program.exactly(terms, s.amount);
}

fn shown(plan: &SmallPlan, outcome: &Value, c: &mut Comparison) -> Vec<Shown> {
    let mut shown = Vec::new();
    let year_of = |label: &str| label.parse::<usize>().ok().and_then(|y| y.checked_sub(plan.first));
    for g in &plan.goals {
        // Beside a budget the outcome does not say which payment is of the cost and which of the rest.
        if g.budget.is_some() {
            continue;
        }
        for (label, entry) in outcome["goals"][&g.name].as_object().into_iter().flatten() {
            let ends: Vec<usize> = label.split("..").filter_map(year_of).collect();
            let (Some(&from), Some(&through)) = (ends.first(), ends.last()) else { continue };
            let mut payers: Vec<(Vec<Payer>, i64)> = Vec::new();
            let paid = entry["paid_by"].as_object();
            for (name, amount) in paid.into_iter().flatten() {
                let is_unlimited = plan.source(name).is_some_and(|s| s.unlimited);
                let parts = |w: &str| plan.sources.iter().filter(|s| s.whole.as_deref() == Some(w)).count() > 0;
                let of: Vec<Payer> = if parts(name) {
                    let parts = plan.sources.iter().filter(|s| s.whole.as_ref() == Some(name));
                    parts.filter_map(|s| payer_named(plan, &s.name)).collect()
                } else {
                    payer_named(plan, name).into_iter().collect()
                };
                match cents(amount) {
                    Some(amount) if !of.is_empty() && !is_unlimited => payers.push((of, amount)),
                    Some(_) if is_unlimited => {}
                    _ => c.say("json", format!("paid_by of {} {label}: {name}: {amount}", g.name)),
                }
            }
            let named: Vec<Payer> = payers.iter().flat_map(|p| p.0.clone()).collect();
            let all = (0..plan.sources.len()).map(Payer::Source).chain((0..plan.reserves.len()).map(Payer::Reserve));
            payers.push((all.filter(|p| !named.contains(p)).collect(), 0));
            shown.extend(payers.into_iter().map(|(payers, amount)| Shown {
                what: "goal",
                payers,
                goal: Some((g.name.clone(), from, through)),
                year: None,
                with_transfers: false,
                amount,
            }));
        }
    }
    let mut yearly = |what, name: &str, key: &str, payer, skip: Option<usize>| {
        let group = if what == "source" { "sources" } else { "reserves" };
        for (label, entry) in outcome[group][name].as_object().into_iter().flatten() {
            if let (Some(year), Some(amount)) = (year_of(label), cents(&entry[key]))
                // What is released stands in the year after the end.
                && !skip.is_some_and(|end| year == end || year == end + 1)
            {
                let with_transfers = what == "reserve";
                shown.push(Shown { what, payers: vec![payer], goal: None, year: Some(year), with_transfers, amount });
            }
        }
    };
    for (i, s) in plan.sources.iter().enumerate().filter(|(_, s)| !s.unlimited) {
        yearly("source", &s.name, "paid", Payer::Source(i), None);
    }
    for (i, r) in plan.reserves.iter().enumerate() {
        yearly("reserve", &r.name, "withdrawn", Payer::Reserve(i), r.ends);
    }
    shown
}

/// Do the books close: of each source and reserve in each year, and of each goal?
pub fn identities(plan: &SmallPlan, outcome: &Value, c: &mut Comparison) {
    for s in plan.sources.iter().filter(|s| !s.unlimited && !plan.rejected(&s.needs)) {
        let mut carried = 0;
        for year in 0..plan.years {
            let entry = &outcome["sources"][&s.name][plan.label(year, year)];
            if entry.is_null() {
                continue;
            }
            let keys = ["income", "brought_forward", "paid", "carried", "moved", "lapsed"];
            let Some(v) = numbers(entry, &keys, &s.name, c) else { continue };
            if v[0] + v[1] != v[2] + v[3] + v[4] + v[5] || v.iter().any(|&x| x < 0) {
                c.say("books", format!("source {} in {}: {entry}", s.name, plan.first + year));
            }
            let income: i64 = s.tranches.iter().filter(|t| t.year == year).map(|t| t.cents).sum();
            if v[0] != income || v[1] != carried {
                c.say(
                    "books",
                    format!("source {} in {}: income {income}, carried {carried}, not {entry}", s.name, year),
                );
            }
            carried = v[3];
        }
    }
    for r in &plan.reserves {
        let mut closing = r.opening;
        for year in 0..plan.years {
            let entry = &outcome["reserves"][&r.name][plan.label(year, year)];
            if entry.is_null() || r.opening.is_none() {
                continue;
            }
            let kind = if r.ends.is_some_and(|e| year >= e) { "books/ends" } else { "books" };
            let keys = ["opening", "added", "withdrawn", "closing"];
            let Some(v) = numbers(entry, &keys, &r.name, c) else { continue };
            if v[3] != v[0] + v[1] - v[2] || closing.is_some_and(|b| b != v[0]) {
                c.say(
                    kind,
                    format!("reserve {} in {}: closed at {closing:?}, then {entry}", r.name, plan.first + year),
                );
            }
            closing = Some(v[3]);
        }
    }
    for g in &plan.goals {
        goal_identities(plan, g, &outcome["goals"][&g.name], c);
    }
}

fn numbers(entry: &Value, keys: &[&str], name: &str, c: &mut Comparison) -> Option<Vec<i64>> {
    let all: Option<Vec<i64>> = keys.iter().map(|k| cents(&entry[*k])).collect();
    if all.is_none() {
        c.say("json", format!("{name}: not all of {keys:?} in {entry}"));
    }
    all
}

fn goal_identities(plan: &SmallPlan, g: &crate::small::Goal, years: &Value, c: &mut Comparison) {
    for (label, entry) in years.as_object().into_iter().flatten() {
        let Some(v) = numbers(entry, &["cost", "covered", "uncovered"], &g.name, c) else { continue };
        let paid: i64 = entry["paid_by"].as_object().into_iter().flatten().filter_map(|(_, a)| cents(a)).sum();
        if v[0] != v[1] + v[2] || v[1] != paid || v.iter().any(|&x| x < 0) {
            let kind = if g.budget.is_some() { "books/budget" } else { "books" };
            c.say(kind, format!("goal {} in {label}: {entry}", g.name));
        }
        let costs = g.lines.iter().flat_map(|l| &l.costs).filter(|x| plan.label(x.from, x.through) == *label);
        let cost: i64 = costs.map(|x| x.cents).sum();
        if v[0] != cost && g.remainder.is_none() && g.budget.is_none() && !plan.rejected(&g.needs) {
            c.say("books", format!("goal {} in {label}: costs {cost}, not {}", g.name, v[0]));
        }
        if let PaidBy::List(names) = &g.paid_by {
            for (name, _) in entry["paid_by"].as_object().into_iter().flatten() {
                let whole = plan.source(name).and_then(|s| s.whole.clone());
                if !names.contains(name) && !whole.is_some_and(|w| names.contains(&w)) {
                    c.say("books", format!("goal {} is paid by {name}, which its list does not name", g.name));
                }
            }
        }
    }
}
