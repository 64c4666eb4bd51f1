//! A plan in each of its scenarios: evaluated like the plan, with what the plan itself already says left out.

use crate::accept::Accepting;
use crate::check::Report;
use crate::diagnostic::{Code, Diagnostic, Message, NotChecked, Severity};
use crate::evaluation::{PlanOutcome, ScenarioResult, Verdict};
use crate::model::{Plan, Scenario};
use crate::scenario;
use crate::source::Place;
use std::collections::{BTreeMap, BTreeSet};

/// The findings and results of all scenarios.
#[derive(Debug, Default)]
pub struct WhatIf {
    /// What only scenarios have.
    pub findings: Vec<Diagnostic>,
    /// One for each scenario, in the order of the text.
    pub results: Vec<ScenarioResult>,
    /// What the money comes to in each, where that is asked for.
    pub outcomes: Vec<PlanOutcome>,
}

/// Gives findings about the text of a scenario its name.
pub fn name_findings(plan: &Plan, findings: &mut [Diagnostic]) {
    let at = Stretches::of(plan);
    for finding in findings {
        if let Some(scenario) = at.scenario(finding.place()).and_then(|index| plan.scenarios.get(index)) {
            finding.scenario = Some(scenario.name.clone());
        }
    }
}

/// Where each scenario stands, in order.
struct Stretches(Vec<(Place, usize)>);

impl Stretches {
    fn of(plan: &Plan) -> Self {
        let mut all: Vec<(Place, usize)> = plan.scenarios.iter().map(|scenario| scenario.whole).zip(0..).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The scenario that holds a place.
    fn scenario(&self, place: Place) -> Option<usize> {
        let starts = |whole: &Place| (whole.file, whole.span.start) <= (place.file, place.span.start);
        let after = self.0.partition_point(|(whole, _)| starts(whole));
        let (whole, index) = self.0.get(after.checked_sub(1)?)?;
        (whole.file == place.file && place.span.end <= whole.span.end).then_some(*index)
    }

    /// The scenarios in whose text something was not understood.
    fn unread(&self, written: &[Diagnostic]) -> BTreeSet<usize> {
        let labels = written.iter().filter(|finding| is_error(finding)).flat_map(|finding| &finding.labels);
        labels.filter_map(|label| self.scenario(label.place)).collect()
    }
}

/// Evaluates every scenario. `written` is what was found in reading the plan, `own` what was found in checking it;
/// `accepting` marks what is accepted; `check` checks a plan, and `refine` takes out what a rule says in better words.
pub fn evaluate(
    plan: &Plan,
    written: &[Diagnostic],
    own: &Report,
    accepting: &mut Accepting<'_>,
    check: impl Fn(&Plan) -> (Report, Option<PlanOutcome>),
    refine: impl Fn(&mut Vec<Diagnostic>),
) -> WhatIf {
    let mut all = WhatIf::default();
    let known = Known::of(&own.findings);
    let base = baseline(plan, &check);
    let noise = Known::of(&base.findings);
    let unread = Stretches::of(plan).unread(written);
    for (index, scenario) in plan.scenarios.iter().enumerate() {
        if scenario.unread || unread.contains(&index) {
            all.results.push(unclear(scenario));
            continue;
        }
        let (variant, mut found) = scenario::apply(plan, scenario);
        accepting.accept(&mut found, Some(&scenario.name));
        let mistaken = found.iter().any(|finding| is_error(finding) && finding.code().family() < 3);
        if mistaken {
            all.results.push(unclear(scenario));
            all.findings.extend(found);
            continue;
        }
        let (report, outcome) = check(&variant);
        let mut report = if scenario.changes.is_empty() { of_plan(own) } else { report };
        report.findings.retain(|finding| known.has(finding) || !noise.has(finding));
        report.not_checked.retain(|entry| own.not_checked.contains(entry) || !base.not_checked.contains(entry));
        refine(&mut report.findings);
        accepting.accept(&mut report.findings, Some(&scenario.name));
        let mut counting = of_reading(written);
        accepting.accept(&mut counting, Some(&scenario.name));
        let verdict = verdict(counting, &found, &report);
        let new = report.findings.into_iter().filter(|finding| !known.has(finding));
        let new: Vec<Diagnostic> = new.map(|finding| finding.in_scenario(&scenario.name)).collect();
        let name = Some(scenario.name.clone());
        let named = outcome.map(|it| PlanOutcome { scenario: name, verdict, findings: new.clone(), ..it });
        all.outcomes.extend(named);
        all.findings.extend(found);
        all.findings.extend(new);
        let not_checked = report.not_checked.into_iter().filter(|entry| !own.not_checked.contains(entry)).collect();
        all.results.push(ScenarioResult {
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            verdict,
            not_checked,
        });
    }
    all
}

/// What the checks say of the plan unchanged but with stated coverage as an upper bound: no scenario's doing.
fn baseline(plan: &Plan, check: impl Fn(&Plan) -> (Report, Option<PlanOutcome>)) -> Report {
    let Some(first) = plan.scenarios.iter().find(|scenario| !scenario.changes.is_empty()) else {
        return Report::default();
    };
    let (unchanged, _) = scenario::apply(plan, &Scenario { changes: Vec::new(), ..first.clone() });
    check(&unchanged).0
}

/// What was found in the plan about time, cover and reserves.
fn of_plan(own: &Report) -> Report {
    let findings = own.findings.iter().filter(|finding| (3..=5).contains(&finding.code().family())).cloned();
    Report { findings: findings.collect(), not_checked: own.not_checked.clone(), open_rooms: Vec::new() }
}

fn is_error(finding: &Diagnostic) -> bool {
    finding.severity() == Severity::Error
}

/// The result where a scenario cannot be worked out.
fn unclear(scenario: &Scenario) -> ScenarioResult {
    let what = Message::new("unchecked-scenario");
    let entry = NotChecked { what, why: Message::new("because-scenario-unclear"), place: scenario.place };
    ScenarioResult {
        name: scenario.name.clone(),
        title: scenario.title.clone(),
        verdict: Verdict::Undetermined,
        not_checked: vec![entry],
    }
}

/// What was found in reading the plan about time, cover and reserves, or could not be read.
fn of_reading(written: &[Diagnostic]) -> Vec<Diagnostic> {
    let counts = |finding: &&Diagnostic| {
        finding.scenario.is_none() && (finding.code().leaves_undetermined() || finding.code().family() >= 3)
    };
    written.iter().filter(counts).cloned().collect()
}

/// The verdict on the plan in a scenario: what its checks find, and what counts of what was found in reading the plan.
fn verdict(mut all: Vec<Diagnostic>, found: &[Diagnostic], report: &Report) -> Verdict {
    all.extend(found.iter().cloned().map(|finding| Diagnostic { scenario: None, ..finding }));
    all.extend(report.findings.iter().cloned());
    Verdict::of(&all, &report.not_checked)
}

/// What the plan itself has, by place and code.
struct Known<'a>(BTreeMap<(Place, &'a Code), Vec<&'a Message>>);

impl<'a> Known<'a> {
    fn of(findings: &'a [Diagnostic]) -> Self {
        let mut known: BTreeMap<(Place, &Code), Vec<&Message>> = BTreeMap::new();
        for finding in findings {
            known.entry((finding.place(), finding.code())).or_default().push(&finding.message);
        }
        Self(known)
    }

    fn has(&self, finding: &Diagnostic) -> bool {
        let same = self.0.get(&(finding.place(), finding.code()));
        same.is_some_and(|messages| messages.contains(&&finding.message))
    }
}
