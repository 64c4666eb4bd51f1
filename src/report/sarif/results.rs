//! Findings -> results of a SARIF run, with their places, what accepts them, and safe fixes.

use super::level;
use super::log::{ArtifactChange, Fix, Outcome, Pointer, Properties, Replacement, Snippet, Suppression, Text};
use super::places::{artifact, location, region};
use super::rules::{Rules, UNDECIDED};
use crate::diagnostic::{self, AcceptedBy, Diagnostic, Severity};
use crate::evaluation::Verdict;
use crate::kind::FileKind;
use crate::report::accepted::reason;
use crate::report::advice::advice;
use crate::report::fingerprint::Fingerprints;
use crate::report::run::gravity;
use crate::report::summary::undecided;
use crate::report::{Checked, Renderer, shown_once};
use crate::source::{FileId, Place, SourceSet};
use std::collections::BTreeMap;

/// The name of our fingerprints; another way of making them gets another name.
const FINGERPRINT: &str = "pok/v1";

/// All results, in the order of the plans.
pub(super) fn results(plans: &[Checked<'_>], rules: &mut Rules) -> Vec<Outcome> {
    let mut fingerprints = Fingerprints::default();
    let mut all = Vec::new();
    for (plan, findings) in plans.iter().zip(shown_once(plans)) {
        let is_told = findings.iter().any(|finding| is_error_in_reading(finding));
        all.extend(findings.into_iter().map(|finding| result(plan, finding, rules, &mut fingerprints)));
        let is_undecided = plan.evaluation.verdict == Verdict::Undetermined;
        if is_undecided && !is_told && plan.evaluation.kind != FileKind::Settings {
            all.push(open(plan, rules, &mut fingerprints));
        }
    }
    all
}

fn is_error_in_reading(finding: &Diagnostic) -> bool {
    finding.level() == Severity::Error && finding.code().leaves_undetermined()
}

fn result(plan: &Checked<'_>, finding: &Diagnostic, rules: &mut Rules, marks: &mut Fingerprints) -> Outcome {
    let sources = &plan.evaluation.sources;
    let (renderer, rule_id) = (plan.renderer, finding.code().to_string());
    let related = finding.labels.iter().skip(1).enumerate();
    let related = related.map(|(index, label)| labelled(sources, renderer, label, Some(index + 1)));
    let primary = finding.labels.first().map(|label| labelled(sources, renderer, label, None));
    Outcome {
        rule_index: rules.index(&rule_id),
        rule_id,
        kind: "fail",
        level: level(gravity(finding)),
        message: sentence(finding, renderer),
        locations: [primary.unwrap_or_else(|| location(sources, finding.place()))],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, marks.of(plan, finding))]),
        suppressions: finding.accepted.iter().map(|by| suppression(sources, by, renderer)).collect(),
        fixes: finding.fixes.iter().filter(|fix| fix.safe).map(|it| fix(sources, it, renderer)).collect(),
        properties: Properties { plan: plan.evaluation.name.clone(), scenario: finding.scenario.clone() },
    }
}

/// That it cannot be decided whether a plan holds, where no finding says so.
fn open(plan: &Checked<'_>, rules: &mut Rules, marks: &mut Fingerprints) -> Outcome {
    let sources = &plan.evaluation.sources;
    let name = sources.file(FileId(0)).name();
    Outcome {
        rule_id: UNDECIDED.to_owned(),
        rule_index: rules.index(UNDECIDED),
        kind: "open",
        // The standard has no other level for what is not a failure.
        level: "none",
        message: Text::plain(plan.renderer.message(&undecided(plan.evaluation))),
        locations: [location(sources, Place::default())],
        related_locations: Vec::new(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, marks.of_parts(&[UNDECIDED, name]))]),
        suppressions: Vec::new(),
        fixes: Vec::new(),
        properties: Properties { plan: plan.evaluation.name.clone(), scenario: None },
    }
}

/// The sentence, and what to do on lines of its own.
fn sentence(finding: &Diagnostic, renderer: Renderer<'_>) -> Text {
    let mut lines = vec![renderer.finding(finding)];
    lines.extend(advice(finding, renderer));
    Text::plain(unlinked(&lines.join("\n")))
}

/// Text from which no viewer makes a link: in messages `[words](1)` is one.
fn unlinked(text: &str) -> String {
    text.replace("](", "] (")
}

fn labelled(sources: &SourceSet, renderer: Renderer<'_>, label: &diagnostic::Label, id: Option<usize>) -> Pointer {
    let words = label.message.as_ref().map(|message| Text::plain(unlinked(&renderer.message(message))));
    Pointer { id, message: words, ..location(sources, label.place) }
}

fn suppression(sources: &SourceSet, by: &AcceptedBy, renderer: Renderer<'_>) -> Suppression {
    let location = location(sources, by.place);
    Suppression { kind: "inSource", status: "accepted", justification: reason(by, renderer), location }
}

fn fix(sources: &SourceSet, fix: &diagnostic::Fix, renderer: Renderer<'_>) -> Fix {
    let mut changes: BTreeMap<FileId, Vec<Replacement>> = BTreeMap::new();
    for edit in &fix.edits {
        let file = sources.file(edit.place.file);
        let inserted_content = (!edit.text.is_empty()).then(|| Snippet { text: edit.text.clone() });
        let replacement = Replacement { deleted_region: region(file, edit.place, false), inserted_content };
        changes.entry(edit.place.file).or_default().push(replacement);
    }
    let changes = changes
        .into_iter()
        .map(|(file, replacements)| ArtifactChange { artifact_location: artifact(sources.file(file)), replacements });
    Fix { description: Text::plain(unlinked(&renderer.message(&fix.title))), artifact_changes: changes.collect() }
}
