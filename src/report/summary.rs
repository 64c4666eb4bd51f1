//! The closing lines: whether each plan holds, and how much was found.

use super::text::{Ink, Screen};
use super::visible::visible;
use super::{Checked, Renderer, shown_once};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, Value};
use crate::evaluation::{Evaluation, ScenarioResult, Verdict};
use crate::kind::FileKind;

/// Counts over everything that was checked.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Errors, warnings and notes that are shown.
    pub errors: usize,
    /// See `errors`.
    pub warnings: usize,
    /// See `errors`.
    pub notes: usize,
    /// Findings that `--select` or `--ignore` keep out of sight.
    pub hidden: usize,
    /// Findings that the project switches off.
    pub switched_off: usize,
    /// Findings that the plan accepts; they are in none of the counts above.
    pub accepted: usize,
    /// Findings about what a scenario would bring about; they are in none of the counts above.
    pub what_if: usize,
    /// Files with a plan, by verdict.
    pub holding: usize,
    /// See `holding`.
    pub failing: usize,
    /// See `holding`.
    pub undetermined: usize,
    /// Files without a plan.
    pub without_plan: usize,
    /// The code to explain first: that of the first error, else of the first finding.
    pub first_code: Option<Code>,
}

impl Tally {
    /// Counts what is shown.
    pub fn of(plans: &[Checked<'_>]) -> Self {
        let mut tally = Self::default();
        let mut first: Option<(bool, Severity, Code)> = None;
        for (plan, shown) in plans.iter().zip(shown_once(plans)) {
            match (plan.evaluation.kind, plan.evaluation.verdict) {
                (FileKind::Settings, _) => {}
                (FileKind::Fragment | FileKind::Rules, _) => tally.without_plan += 1,
                (FileKind::Plan, Verdict::Holds) => tally.holding += 1,
                (FileKind::Plan, Verdict::Fails) => tally.failing += 1,
                (FileKind::Plan, Verdict::Undetermined) => tally.undetermined += 1,
            }
            let findings = &plan.evaluation.findings;
            let switched_off = findings.iter().filter(|finding| plan.filter.switched_off(finding.code())).count();
            tally.switched_off += switched_off;
            tally.hidden += findings.len() - plan.shown().count() - switched_off;
            for finding in shown {
                match finding.level() {
                    _ if finding.accepted.is_some() => tally.accepted += 1,
                    _ if !finding.counts() => tally.what_if += 1,
                    Severity::Error => tally.errors += 1,
                    Severity::Warning => tally.warnings += 1,
                    Severity::Note => tally.notes += 1,
                }
                if finding.accepted.is_some() {
                    continue;
                }
                let rank = (!finding.counts(), finding.level());
                if first.as_ref().is_none_or(|(what_if, severity, _)| rank < (*what_if, *severity)) {
                    first = Some((rank.0, rank.1, finding.code().clone()));
                }
            }
        }
        tally.first_code = first.map(|(_, _, code)| code);
        tally
    }
}

/// The verdict of one file in words, with the reason where it is undetermined.
pub(super) fn plan_line(plan: &Checked<'_>, reader: Renderer<'_>, screen: Screen) -> String {
    let verdict = verdict_line(plan, reader, screen);
    match reason(plan.evaluation) {
        Some(reason) => format!("{verdict}, {}", reader.message(&reason)),
        None => verdict,
    }
}

/// The verdict of one file in words.
pub(super) fn verdict_line(plan: &Checked<'_>, reader: Renderer<'_>, screen: Screen) -> String {
    let evaluation = plan.evaluation;
    let file = evaluation.sources.iter().next().map_or_else(String::new, |(_, file)| visible(file.name()));
    let verdict = screen.paint(ink(evaluation.verdict), &reader.plain(verdict_name(evaluation)));
    match evaluation.name.as_deref() {
        Some(name) => format!("{} ({file}): {verdict}", visible(name)),
        None => format!("{file}: {verdict}"),
    }
}

/// Whether it holds in each scenario, a line each; first the plan as it stands.
pub(super) fn scenario_lines(plan: &Checked<'_>, reader: Renderer<'_>, screen: Screen) -> Vec<String> {
    let evaluation = plan.evaluation;
    if evaluation.scenarios.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![(reader.plain("as-it-stands"), evaluation.verdict, verdict_name(evaluation), None)];
    for result in &evaluation.scenarios {
        let word = scenario_verdict(evaluation, result);
        rows.push((visible(&result.name), result.verdict, word, result.title.as_deref()));
    }
    let names = rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
    let verdicts = rows.iter().map(|(_, _, word, _)| reader.plain(word).chars().count()).max().unwrap_or(0);
    let line = |(name, verdict, word, title): (String, Verdict, &'static str, Option<&str>)| {
        let word = reader.plain(word);
        let gap = " ".repeat(verdicts.saturating_sub(word.chars().count()));
        let title = title.map_or_else(String::new, |title| format!("{gap}  {}", visible(title)));
        format!("  {name:names$}  {}{title}", screen.paint(ink(verdict), &word))
    };
    rows.into_iter().map(line).collect()
}

/// Name of the message with the verdict of a scenario.
pub(super) fn scenario_verdict(evaluation: &Evaluation, result: &ScenarioResult) -> &'static str {
    match result.verdict {
        Verdict::Holds if !evaluation.open.is_empty() => "verdict-holds-so-far",
        Verdict::Holds => "verdict-holds",
        Verdict::Fails => "verdict-fails",
        Verdict::Undetermined => "verdict-undetermined",
    }
}

fn ink(verdict: Verdict) -> Ink {
    match verdict {
        Verdict::Holds => Ink::Good,
        Verdict::Fails => Ink::Error,
        Verdict::Undetermined => Ink::Warning,
    }
}

pub(super) fn verdict_name(evaluation: &Evaluation) -> &'static str {
    match evaluation.verdict {
        _ if evaluation.kind == FileKind::Settings && is_unread(evaluation) => "project-not-read",
        _ if evaluation.kind == FileKind::Settings => "project-in-order",
        Verdict::Holds if evaluation.open.is_empty() => "verdict-holds",
        Verdict::Holds => "verdict-holds-so-far",
        Verdict::Fails => "verdict-fails",
        Verdict::Undetermined => "verdict-undetermined",
    }
}

/// Errors that keep a part from being checked.
fn unread(evaluation: &Evaluation) -> impl Iterator<Item = &Diagnostic> {
    let errors = evaluation.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.filter(|finding| finding.code().leaves_undetermined())
}

/// Whether an error keeps a part of it from being read.
pub(super) fn is_unread(evaluation: &Evaluation) -> bool {
    unread(evaluation).next().is_some()
}

/// Why a verdict is undetermined.
fn reason(evaluation: &Evaluation) -> Option<Message> {
    if evaluation.verdict != Verdict::Undetermined || evaluation.kind == FileKind::Settings {
        return None;
    }
    let unread = unread(evaluation).count();
    let unchecked = evaluation.not_checked.iter().filter(|entry| entry.clouds()).count();
    Some(match (evaluation.kind, unread, unchecked) {
        (FileKind::Fragment, 0, _) => Message::new("reason-no-plan"),
        (_, 0, unchecked) => Message::new("reason-not-checked").with("count", unchecked),
        (_, unread, _) => Message::new("reason-unread").with("count", unread),
    })
}

/// That it cannot be decided whether a plan holds, as a sentence that stands alone.
pub(super) fn undecided(evaluation: &Evaluation) -> Message {
    let file = evaluation.sources.iter().next().map_or("", |(_, file)| file.name());
    let name = evaluation.title.as_deref().or(evaluation.name.as_deref()).unwrap_or(file);
    let errors = unread(evaluation).count();
    let parts = evaluation.not_checked.iter().filter(|entry| entry.clouds()).count();
    match (evaluation.kind, errors, parts) {
        (FileKind::Fragment, 0, _) => Message::new("undecided-no-plan").with("file", file),
        (_, 0, parts) => Message::new("undecided-not-checked").with("name", name).with("count", parts),
        (_, errors, _) => Message::new("undecided-unread").with("name", name).with("count", errors),
    }
}

/// The line with the counts, and one on what is not shown.
pub(super) fn total_lines(tally: &Tally, reader: Renderer<'_>, checked: usize) -> Vec<String> {
    let counted =
        |name: &'static str, count: usize| (count > 0).then(|| Value::from(Message::new(name).with("count", count)));
    let found: Vec<String> = [
        counted("count-errors", tally.errors),
        counted("count-warnings", tally.warnings),
        counted("count-notes", tally.notes),
        counted("count-what-if", tally.what_if),
        counted("count-accepted", tally.accepted),
    ]
    .into_iter()
    .flatten()
    .map(|count| reader.value(&count))
    .collect();
    let found = if found.is_empty() { reader.plain("count-nothing") } else { found.join(", ") };
    let mut lines = vec![if checked > 1 { format!("{} · {found}", plans(tally, reader)) } else { found }];
    for (name, count) in [("count-hidden", tally.hidden), ("count-off", tally.switched_off)] {
        if count > 0 {
            lines.push(reader.message(&Message::new(name).with("count", count)));
        }
    }
    lines
}

/// `2 plans: 1 does not hold, 1 cannot be decided`
fn plans(tally: &Tally, reader: Renderer<'_>) -> String {
    let count = tally.holding + tally.failing + tally.undetermined;
    let say = |name: &'static str, count: usize| reader.message(&Message::new(name).with("count", count));
    let verdicts: Vec<String> = [
        ("plans-failing", tally.failing),
        ("plans-undetermined", tally.undetermined),
        ("plans-holding", tally.holding),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(name, count)| say(name, count))
    .collect();
    let mut line = say("plans-count", count);
    if !verdicts.is_empty() {
        line = format!("{line}: {}", verdicts.join(", "));
    }
    if tally.without_plan > 0 {
        line = format!("{line} · {}", say("files-without-plan", tally.without_plan));
    }
    line
}
