//! The outcome that pok should give, written from the oracle's own canonical division: to try `compare.rs` before there
//! is anything to compare, and to see that it notices changed figures.

use crate::model::Payer;
use crate::oracle::{Answers, answers};
use crate::small::SmallPlan;
use crate::solve::Division;
use crate::text::money;
use serde_json::{Map, Value, json};

/// None where the oracle has no division (unclear plans, total caps).
pub fn outcome(plan: &SmallPlan) -> Option<Value> {
    let a = answers(plan)?;
    a.vectors.as_ref()?;
    let d = Division::new(&a.model, &a.active, None, false);
    let x = d.program.solution(&d.canonical(&a.active))?;
    let verdict = match a.shortage_if_enough {
        Some(_) if a.shortage > 0 => "undetermined",
        _ if a.shortage > 0 || a.floor_out_of_reach => "fails",
        _ => "holds",
    };
    let findings = if verdict == "fails" && a.shortage > 0 { vec![finding(plan, &a)] } else { Vec::new() };
    Some(json!({
        "verdict": verdict,
        "findings": findings,
        "sources": sources(plan, &d, &x),
        "reserves": reserves(plan, &d, &x),
        "goals": goals(plan, &a, &d, &x),
        "headroom": headroom(&a),
    }))
}

fn finding(plan: &SmallPlan, a: &Answers) -> Value {
    let year = a.timeline.iter().position(|&s| s > 0).unwrap_or(0);
    let goals: Vec<Value> =
        a.conflict_costs.iter().map(|m| json!({"name": m.0, "years": m.1, "payer": m.2, "amount": "0.00"})).collect();
    let kinds = |m: &crate::oracle::MoneyMember| json!({"name": m.0, "years": m.1, "kind": m.2, "amount": "0.01"});
    let list: Vec<Value> = a.conflict_money.iter().map(kinds).collect();
    let floors: Vec<Value> = a.conflict_bounds.iter().filter(|b| b.2 == "floor").map(kinds).collect();
    // The amounts are only made to add up; the members are what is compared.
    let money_sum = list.len() as i64;
    let mut goals = goals;
    let rest = money_sum + a.shortage - floors.len() as i64;
    if let Some(first) = goals.first_mut() {
        let sign = if rest < 0 { "-" } else { "" };
        first["amount"] = Value::from(format!("{sign}{}", money(rest.abs())));
    }
    json!({
        "code": "POK401", "scenario": null, "severity": "error",
        "figures": {
            "needed": money(money_sum + a.shortage), "available": money(money_sum), "short": money(a.shortage),
            "year": plan.label(year, year), "short_by_then": money(a.timeline[year]),
            "goals": goals, "money": list, "floors": floors,
        }
    })
}

fn sources(plan: &SmallPlan, d: &Division, x: &[i64]) -> Value {
    let mut all = Map::new();
    for (i, s) in plan.sources.iter().enumerate().filter(|(_, s)| !s.unlimited && !plan.rejected(&s.needs)) {
        let mut years = Map::new();
        let mut carried = 0;
        for year in 0..plan.years {
            let (mut income, mut paid, mut moved, mut lapsed) = (0, 0, 0, 0);
            for p in d.payments.iter().filter(|p| p.payer == Payer::Source(i) && p.year == year) {
                paid += x[p.column];
            }
            moved += d.transfers_from(Payer::Source(i), year).iter().map(|t| x[t.0]).sum::<i64>();
            for (k, t) in d.model.supplies.iter().enumerate().filter(|(_, t)| t.holder == Payer::Source(i)) {
                income += if t.year == year { t.amount } else { 0 };
                let taken: i64 = d.taken(k, false).iter().map(|t| x[t.0]).sum();
                let left = t.amount - taken;
                if t.goes_to.is_some() && t.year == year {
                    moved += left;
                } else if t.goes_to.is_none() && t.lapses && t.last.is_some_and(|l| l.max(t.year) == year) {
                    lapsed += left;
                }
            }
            let brought = carried;
            carried = income + brought - paid - moved - lapsed;
            years.insert(
                plan.label(year, year),
                json!({"income": money(income), "brought_forward": money(brought), "paid": money(paid),
                    "moved": money(moved), "lapsed": money(lapsed), "carried": money(carried)}),
            );
        }
        all.insert(s.name.clone(), Value::Object(years));
    }
    Value::Object(all)
}

fn reserves(plan: &SmallPlan, d: &Division, x: &[i64]) -> Value {
    let mut all = Map::new();
    for (v, r) in plan.reserves.iter().enumerate() {
        let mut years = Map::new();
        let mut opening = r.opening.unwrap_or(0);
        for year in 0..plan.years {
            let (terms, constant) = d.closing_of(v, year);
            let over = r.ends.is_some_and(|e| year > e);
            let closing = if over { 0 } else { constant + terms.iter().map(|t| t.1 * x[t.0]).sum::<i64>() };
            let paid = d.payments.iter().filter(|p| p.payer == Payer::Reserve(v) && p.year == year);
            let mut withdrawn: i64 = paid.map(|p| x[p.column]).sum();
            withdrawn += d.transfers_from(Payer::Reserve(v), year).iter().map(|t| x[t.0]).sum::<i64>();
            let added = closing - opening + withdrawn;
            let text = |a: i64| if a < 0 { format!("-{}", money(-a)) } else { money(a) };
            years.insert(
                plan.label(year, year),
                json!({"opening": text(opening), "added": text(added), "withdrawn": text(withdrawn),
                    "closing": text(closing)}),
            );
            opening = closing;
        }
        all.insert(r.name.clone(), Value::Object(years));
    }
    Value::Object(all)
}

fn goals(plan: &SmallPlan, a: &Answers, d: &Division, x: &[i64]) -> Value {
    let mut all = Map::new();
    for (g, goal) in plan.goals.iter().enumerate().filter(|(_, g)| !plan.rejected(&g.needs)) {
        let mut labels = Map::new();
        let mut windows: Vec<(usize, usize)> =
            goal.lines.iter().flat_map(|l| &l.costs).map(|c| (c.from, c.through)).collect();
        windows.extend(goal.remainder.as_ref().map(|r| (r.1, r.1)));
        for (from, through) in windows {
            let label = plan.label(from, through);
            let mine = |i: usize| {
                let n = &a.model.demands[i];
                let cost = n.origin.is_some_and(|o| o.0 == g) || n.remainder && n.goal == goal.name;
                cost && (n.from, n.through) == (from, through)
            };
            let mut paid_by = Map::new();
            let (mut covered, mut by) = (0, std::collections::BTreeMap::new());
            for p in d.payments.iter().filter(|p| mine(p.demand) && x[p.column] > 0) {
                *by.entry(a.model.holder_name(p.payer).to_string()).or_insert(0) += x[p.column];
                covered += x[p.column];
            }
            let dropped: i64 = a.model.dropped.iter().filter(|n| n.0 == goal.name && n.1 == label).map(|n| n.2).sum();
            if dropped > 0 && !a.left_out.contains(&goal.name) {
                let payer = plan.sources.iter().find(|s| s.unlimited).map_or("", |s| &s.name);
                by.insert(payer.to_string(), dropped);
                covered += dropped;
            }
            by.into_iter().for_each(|(k, v)| {
                paid_by.insert(k, Value::from(money(v)));
            });
            let costs = goal.lines.iter().flat_map(|l| &l.costs).filter(|c| (c.from, c.through) == (from, through));
            let cost = if goal.remainder.is_some() { covered } else { costs.map(|c| c.cents).sum() };
            labels.insert(
                label,
                json!({"cost": money(cost), "covered": money(covered), "uncovered": money(cost - covered),
                    "paid_by": paid_by}),
            );
        }
        all.insert(goal.name.clone(), Value::Object(labels));
    }
    Value::Object(all)
}

fn headroom(a: &Answers) -> Value {
    let mut goals: Map<String, Value> = Map::new();
    for (key, amount) in &a.headroom_goals {
        let amount = amount.map_or(Value::from("unbounded"), |c| Value::from(money(c)));
        goals.entry(key.0.clone()).or_insert_with(|| json!({}))[&key.1] = amount;
    }
    let mut tranches: Map<String, Value> = Map::new();
    for (key, amount) in &a.headroom_tranches {
        tranches.entry(key.0.clone()).or_insert_with(|| json!({}))[&key.1] = Value::from(money(*amount));
    }
    json!({"goals": goals, "tranches": tranches, "not_computed": []})
}
