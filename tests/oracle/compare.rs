//! Compares what pok says of a small plan (`pok eval FILE --format json`) with what the oracle says, in words.

use crate::books;
use crate::oracle::{Answers, answers};
use crate::small::SmallPlan;
use crate::text::to_text;
use serde_json::Value;
use std::collections::BTreeSet;

/// One thing on which they differ. The kind is for counting and for leaving out what the rules do not settle: kinds with
/// a `/` are about plans or places where they are silent (see the report).
#[derive(Clone, Debug)]
pub struct Disagreement {
    pub kind: &'static str,
    pub words: String,
}

#[derive(Debug, Default)]
pub struct Comparison {
    pub disagreements: Vec<Disagreement>,
    /// pok did not decide, where it may leave it open.
    pub undetermined: bool,
    /// The rules do not say what holds (floors that compete): nothing was compared.
    pub unclear: bool,
}

impl Comparison {
    pub fn say(&mut self, kind: &'static str, words: String) {
        self.disagreements.push(Disagreement { kind, words });
    }

    /// The disagreements with the plan's text; empty if there are none.
    pub fn report(&self, plan: &SmallPlan) -> String {
        if self.disagreements.is_empty() {
            return String::new();
        }
        let lines: Vec<String> = self.disagreements.iter().map(|d| format!("[{}] {}", d.kind, d.words)).collect();
        format!("{}\n--- plan ---\n{}", lines.join("\n"), to_text(plan, 0))
    }
}

pub fn compare(plan: &SmallPlan, json: &str) -> Comparison {
    let mut c = Comparison::default();
    let outcome: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => {
            c.say("json", format!("the outcome is not JSON: {error}"));
            return c;
        }
    };
    let Some(answers) = answers(plan) else {
        c.unclear = true;
        return c;
    };
    text_findings(&outcome, &mut c);
    if verdict(&outcome, &answers, plan.fixes_amounts(), &mut c) {
        conflict(plan, &outcome, &answers, &mut c);
        // `check` prints findings only.
        if outcome["goals"].is_null() && outcome["plans"].is_array() {
            return c;
        }
        optional(plan, &outcome, &answers, &mut c);
        books::division(plan, &outcome, &answers, &mut c);
        headroom(plan, &outcome, &answers, &mut c);
    }
    books::identities(plan, &outcome, &mut c);
    c
}

/// A decimal string as cents.
pub fn cents(value: &Value) -> Option<i64> {
    let text = value.as_str()?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "00"));
    if part.len() != 2 {
        return None;
    }
    let amount = whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?;
    Some(if negative { -amount } else { amount })
}

fn findings<'a>(outcome: &'a Value, code: &'a str) -> impl Iterator<Item = &'a Value> {
    let all = outcome["findings"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(move |f| f["code"] == code && f["scenario"].is_null())
}

/// The plans are meant to be readable: findings on text and names say that generator and program differ.
fn text_findings(outcome: &Value, c: &mut Comparison) {
    for f in outcome["findings"].as_array().into_iter().flatten() {
        let code = f["code"].as_str().unwrap_or_default();
        let family = code.strip_prefix("POK").unwrap_or_default();
        if f["severity"] == "error" && (family.starts_with('0') || family.starts_with('1')) {
            c.say("text", format!("{code}: {}", f["message"].as_str().unwrap_or_default()));
        }
    }
}

/// Can it be paid, and what is short? False: left open, there is nothing more to compare.
fn verdict(outcome: &Value, a: &Answers, fixed: bool, c: &mut Comparison) -> bool {
    let short: Option<Vec<i64>> = findings(outcome, "POK401").map(|f| cents(&f["figures"]["short"])).collect();
    let Some(short) = short else {
        c.say("json", "a POK401 without figures.short".to_string());
        return false;
    };
    let total: i64 = short.iter().sum();
    let open = outcome["verdict"] == "undetermined";
    if let Some(enough) = a.shortage_if_enough {
        // A reserve with an unknown opening may have anything.
        c.undetermined |= open;
        if a.shortage == 0 && total > 0 || total > a.shortage {
            c.say("verdict", format!("short {total}, but no more than {} can be short", a.shortage));
        }
        if a.shortage > 0 && enough == 0 && total > 0 {
            c.say("verdict/unknown", format!("short {total}, but an unknown opening may be enough"));
        }
        if a.shortage > 0 && total == 0 && outcome["verdict"] == "holds" {
            c.say("verdict", format!("holds, but {} is short without an opening that is not known", a.shortage));
        }
        if enough > 0 && total == 0 && !open {
            c.say("verdict/unknown", format!("no POK401, but {enough} is short whatever the opening is"));
        }
        return a.shortage == 0 && total == 0;
    }
    if a.model.outside_flow {
        c.undetermined |= open;
        if total > a.shortage {
            c.say("verdict", format!("short {total} with a total cap, but no more than {} is", a.shortage));
        }
        if total == 0 && a.shortage > 0 && !open {
            c.say("verdict", format!("no POK401 and not undetermined, but {} is short (total cap)", a.shortage));
        }
        return a.shortage == 0 && total == 0 && !open;
    }
    let codes = ["POK302", "POK402", "POK403", "POK404", "POK409", "POK501", "POK502", "POK503", "POK505"];
    let other = fixed && codes.iter().any(|code| findings(outcome, code).next().is_some());
    if total < a.shortage && other && outcome["verdict"] == "fails" {
        // One cause, one finding: what the plan fixes may be reported as such.
        c.say("shortage/another finding instead", format!("POK401 of {total}, but {} is short", a.shortage));
        return false;
    }
    if total != a.shortage {
        c.say("shortage", format!("short {total} in all, but {} is", a.shortage));
    }
    if a.shortage > 0 && !open && outcome["verdict"] != "fails" {
        c.say("verdict", format!("the verdict is {}, but {} is short", outcome["verdict"], a.shortage));
    }
    if open {
        let why = outcome["not_checked"].to_string();
        let kind = if why.contains("can be paid") { "verdict" } else { "verdict/something else not checked" };
        c.say(kind, format!("undetermined, though it is a pure flow; short is {}: {why}", a.shortage));
    }
    true
}

fn text_of(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_string()
}

/// `2024..2026` as its three years.
fn each_year(label: &str) -> Vec<String> {
    let ends: Vec<usize> = label.split("..").filter_map(|y| y.parse().ok()).collect();
    match ends[..] {
        [a, b] if a < b => (a..=b).map(|y| y.to_string()).collect(),
        _ => vec![label.to_string()],
    }
}

fn conflict(plan: &SmallPlan, outcome: &Value, a: &Answers, c: &mut Comparison) {
    if a.shortage == 0 || a.model.outside_flow {
        return;
    }
    let kind = if a.floor_out_of_reach { "conflict/floor out of reach" } else { "conflict" };
    let (mut costs, mut shares, mut money, mut floors) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut first: Vec<(String, i64)> = Vec::new();
    for f in findings(outcome, "POK401") {
        let figures = &f["figures"];
        let list = |key: &str| figures[key].as_array().cloned().unwrap_or_default();
        let sum = |key: &str| list(key).iter().filter_map(|e| cents(&e["amount"])).sum::<i64>();
        let (needed, available) = (cents(&figures["needed"]), cents(&figures["available"]));
        let short = cents(&figures["short"]);
        if needed.zip(available).map(|(n, m)| n - m) != short {
            c.say("conflict", format!("needed {needed:?} less available {available:?} is not short {short:?}"));
        }
        if needed != Some(sum("goals") + sum("floors")) || available != Some(sum("money")) {
            c.say("conflict", format!("what is listed does not add up to needed and available: {figures}"));
        }
        for g in list("goals") {
            costs.insert((text_of(&g, "name"), text_of(&g, "years")));
            if let Some(payer) = g["payer"].as_str() {
                shares.insert((text_of(&g, "name"), text_of(&g, "years"), Some(payer.to_string())));
            }
        }
        for m in list("money").iter().filter(|m| cents(&m["amount"]) != Some(0)) {
            let limit = ["cap", "limit", "ceiling", "fixed", "withdraw", "add", "paid"];
            let limit = limit.iter().any(|l| text_of(m, "kind").starts_with(l));
            let outside = |y: &String| a.conflict_money.contains(&(text_of(m, "name"), y.clone(), "outside"));
            let years = each_year(&text_of(m, "years")).into_iter().filter(|y| !limit || outside(y));
            money.extend(years.map(|y| (text_of(m, "name"), y)));
        }
        for m in list("floors") {
            floors.extend(each_year(&text_of(&m, "years")).into_iter().map(|y| (text_of(&m, "name"), y)));
        }
        first.push((text_of(figures, "year"), cents(&figures["short_by_then"]).unwrap_or(0)));
    }
    let said = |what: &str, said: String, is: String| format!("{what} in the conflict: {said}; by the oracle: {is}");
    let is: BTreeSet<_> = a.conflict_costs.iter().map(|m| (m.0.clone(), m.1.clone())).collect();
    if costs != is {
        c.say(kind, said("goals", format!("{costs:?}"), format!("{is:?}")));
    } else if !shares.is_subset(&a.conflict_costs) {
        c.say(kind, said("payers of shares", format!("{shares:?}"), format!("{:?}", a.conflict_costs)));
    }
    let is: BTreeSet<_> = a.conflict_money.iter().map(|m| (m.0.clone(), m.1.clone())).collect();
    if money != is {
        c.say(kind, said("money", format!("{money:?}"), format!("{:?}", a.conflict_money)));
    }
    let is = a.conflict_bounds.iter().filter(|b| b.2 == "floor").map(|m| (m.0.clone(), m.1.clone())).collect();
    if floors != is {
        c.say("conflict/floors", said("floors", format!("{floors:?}"), format!("{is:?}")));
    }
    timeline(plan, a, first, c);
}

fn timeline(plan: &SmallPlan, a: &Answers, first: Vec<(String, i64)>, c: &mut Comparison) {
    let year = a.timeline.iter().position(|&s| s > 0).unwrap_or(0);
    let (label, short) = (plan.label(year, year), a.timeline[year]);
    let named = first.iter().map(|f| f.0.clone()).min().unwrap_or_default();
    let by_then: i64 = first.iter().filter(|f| f.0 == label).map(|f| f.1).sum();
    if named != label || by_then != short {
        let kind = if first.len() == 1 { "timeline" } else { "timeline/several conflicts" };
        c.say(kind, format!("first short year and shortage by then: {first:?}; by the oracle {label}, {short}"));
    }
}

fn optional(plan: &SmallPlan, outcome: &Value, a: &Answers, c: &mut Comparison) {
    for (goal, taken) in a.taken.iter().map(|g| (g, true)).chain(a.left_out.iter().map(|g| (g, false))) {
        let sum = |key: &str| -> i64 {
            let years = outcome["goals"][goal].as_object();
            years.into_iter().flatten().filter_map(|(_, y)| cents(&y[key])).sum()
        };
        let covered = sum("covered");
        // What is covered of a budget without a cost line has no place in the outcome.
        let budget = plan.goals.iter().any(|g| &g.name == goal && g.budget.is_some());
        let kind = match (budget, a.shortage > 0) {
            (true, _) => "optional/budget",
            (_, true) => "optional/not payable",
            _ => "optional",
        };
        if taken && (covered == 0 || covered < sum("cost")) {
            c.say(kind, format!("optional {goal} can be taken, but {covered} of {} is covered", sum("cost")));
        }
        if !taken && covered > 0 {
            c.say(kind, format!("optional {goal} cannot be taken, but {covered} is covered"));
        }
    }
}

fn headroom(plan: &SmallPlan, outcome: &Value, a: &Answers, c: &mut Comparison) {
    if a.shortage > 0 || a.floor_out_of_reach || a.model.outside_flow {
        return;
    }
    let kind = match (a.shortage_if_enough, plan.fixes_amounts()) {
        (Some(_), _) => "headroom/unknown opening",
        (_, true) => "headroom/fixed amounts",
        _ => "headroom",
    };
    let not_computed = outcome["headroom"]["not_computed"].to_string();
    let mut one = |group: &str, key: &(String, String), is: Option<i64>| {
        let said = &outcome["headroom"][group][&key.0][&key.1];
        let words = match is {
            Some(cents) => crate::text::money(cents),
            None => "unbounded".to_string(),
        };
        let unbounded = said == "unbounded" || said.is_null() && is.is_none();
        let same = if is.is_none() { unbounded } else { cents(said) == is };
        if !(same || said.is_null() && not_computed.contains(&key.0)) {
            c.say(kind, format!("headroom of {group} {} {}: {said}; by the oracle {words}", key.0, key.1));
        }
    };
    for (key, is) in &a.headroom_goals {
        one("goals", key, *is);
    }
    for (key, is) in &a.headroom_tranches {
        one("tranches", key, Some(*is));
    }
}

/// What must be the same however the file is arranged.
pub fn evaluated(json: &str) -> Vec<Value> {
    let outcome: Value = serde_json::from_str(json).unwrap_or_default();
    ["verdict", "sources", "reserves", "goals", "totals", "headroom"].iter().map(|k| outcome[*k].clone()).collect()
}
