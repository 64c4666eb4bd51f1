//! An outcome -> one JSON object, version 1 of a published form (`schema/outcome.schema.json`); its keys are sorted.

use super::{Shown, Wanted};
use crate::evaluation::{Evaluation, PlanOutcome};
use crate::flow::Room;
use crate::money::decimal;
use crate::overview::{Overview, RoomLine, Rooms};
use crate::report::json::{
    FindingEntry, Input, NotCheckedEntry, OpenEntry, PackEntry, VERSION, finding_entry, not_checked, object, open,
    packs,
};
use crate::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Whole<'a> {
    findings: Vec<FindingEntry<'a>>,
    goals: Value,
    headroom: HeadroomEntry,
    inputs: &'a [Input],
    not_checked: Vec<NotCheckedEntry<'a>>,
    open: Vec<OpenEntry<'a>>,
    packs: Vec<PackEntry<'a>>,
    plan: Option<&'a str>,
    reserves: Value,
    scenario: Option<&'a str>,
    scenarios: BTreeMap<&'a str, Scenario<'a>>,
    sources: Value,
    themes: Value,
    totals: Value,
    verdict: &'static str,
    version: u32,
    years: Vec<String>,
}

#[derive(Serialize)]
struct Scenario<'a> {
    findings: Vec<FindingEntry<'a>>,
    goals: Value,
    headroom: HeadroomEntry,
    reserves: Value,
    sources: Value,
    themes: Value,
    totals: Value,
    verdict: &'static str,
    years: Vec<String>,
}

/// By name, then by year.
type ByName<T> = BTreeMap<String, BTreeMap<String, T>>;

#[derive(Default, Serialize)]
struct HeadroomEntry {
    bound_by: ByName<Vec<String>>,
    goals: ByName<Option<String>>,
    not_computed: Vec<NotComputed>,
    themes: ByName<Option<String>>,
    tranches: ByName<Option<String>>,
}

#[derive(Serialize)]
struct NotComputed {
    at_least: Option<String>,
    kind: &'static str,
    name: String,
    year: String,
}

/// The outcome of a plan and its scenarios, in the language of the plan, with the fingerprints of its texts.
pub fn eval_json(evaluation: &Evaluation) -> String {
    let inputs = evaluation.sources.iter().map(|(_, file)| Input::new(file.name(), file.text().as_bytes()));
    let mut inputs: Vec<Input> = inputs.collect();
    inputs.sort();
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    let checked = Checked { evaluation, renderer, filter: &Filter::default() };
    report(&[checked], Wanted::default(), &inputs)
}

/// The object of one plan; of several plans a list of them. `inputs` are the files that took part.
pub fn report(plans: &[Checked<'_>], wanted: Wanted<'_>, inputs: &[Input]) -> String {
    let entries: Vec<Whole<'_>> = plans.iter().map(|plan| whole(plan, wanted, inputs)).collect();
    match entries.as_slice() {
        [one] => object(one),
        all => object(&all),
    }
}

fn whole<'a>(plan: &'a Checked<'a>, wanted: Wanted<'a>, inputs: &'a [Input]) -> Whole<'a> {
    let shown = Shown::new(plan, wanted);
    let nothing = Overview::default();
    let overview = shown.outcome.map_or(&nothing, |outcome| &outcome.overview);
    Whole {
        findings: findings(&shown),
        goals: json!(overview.goal_forms(&overview.goals)),
        headroom: shown.outcome.map(|outcome| headroom(plan, outcome)).unwrap_or_default(),
        inputs,
        not_checked: not_checked(plan).collect(),
        open: open(plan).collect(),
        packs: packs(std::slice::from_ref(plan)),
        plan: plan.evaluation.name.as_deref(),
        reserves: json!(overview.reserve_forms()),
        scenario: wanted.scenario,
        scenarios: shown.scenarios().map(|(name, outcome)| (name, scenario(plan, name, outcome))).collect(),
        sources: json!(overview.source_forms()),
        themes: json!(overview.goal_forms(&overview.themes)),
        totals: json!(overview.total_forms()),
        verdict: shown.verdict().word(),
        version: VERSION,
        years: overview.year_labels(),
    }
}

fn scenario<'a>(plan: &'a Checked<'a>, name: &'a str, outcome: &'a PlanOutcome) -> Scenario<'a> {
    let shown = Shown { plan, outcome: Some(outcome), scenario: Some(name) };
    let overview = &outcome.overview;
    Scenario {
        findings: findings(&shown),
        goals: json!(overview.goal_forms(&overview.goals)),
        headroom: headroom(plan, outcome),
        reserves: json!(overview.reserve_forms()),
        sources: json!(overview.source_forms()),
        themes: json!(overview.goal_forms(&overview.themes)),
        totals: json!(overview.total_forms()),
        verdict: outcome.verdict.word(),
        years: overview.year_labels(),
    }
}

fn findings<'a>(shown: &Shown<'a>) -> Vec<FindingEntry<'a>> {
    let entry = |finding| {
        let mut entry = finding_entry(shown.plan, finding);
        entry.scenario = shown.scenario.or(entry.scenario);
        entry
    };
    shown.findings().into_iter().map(entry).collect()
}

fn headroom(plan: &Checked<'_>, outcome: &PlanOutcome) -> HeadroomEntry {
    let Rooms { goals, themes, tranches } = &outcome.headroom;
    let mut entry = HeadroomEntry::default();
    entry.goals = by_name(plan, "goal", goals, &mut entry);
    entry.themes = by_name(plan, "theme", themes, &mut entry);
    entry.tranches = by_name(plan, "tranche", tranches, &mut entry);
    entry
}

/// The amounts that are exact (`null`: nothing bounds it); the others are noted as not computed.
fn by_name(
    plan: &Checked<'_>,
    kind: &'static str,
    lines: &[RoomLine],
    entry: &mut HeadroomEntry,
) -> ByName<Option<String>> {
    let notation = plan.renderer.notation();
    let amount = |cents: i128| decimal(cents, notation.minor_digits());
    let mut found: ByName<Option<String>> = BTreeMap::new();
    for line in lines {
        let year = notation.years.range_label(line.years);
        let known = match line.room {
            Room::Exactly(cents) => Ok(Some(amount(cents))),
            Room::Unbounded => Ok(None),
            Room::AtLeast(cents) => Err(Some(amount(cents))),
            Room::NotComputed => Err(None),
        };
        match known {
            Ok(room) => {
                found.entry(line.name.clone()).or_default().insert(year.clone(), room);
            }
            Err(at_least) => {
                let name = line.name.clone();
                entry.not_computed.push(NotComputed { at_least, kind, name, year: year.clone() });
            }
        }
        if !line.binding.is_empty() {
            let words = line.binding.iter().map(|message| plan.renderer.message(message)).collect();
            entry.bound_by.entry(line.name.clone()).or_default().insert(year, words);
        }
    }
    found
}
