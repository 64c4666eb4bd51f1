//! What stands above the tables: verdict, findings in one line each, what was not checked, open amounts, scenarios.

use super::Shown;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::evaluation::{OpenAmount, Verdict};
use crate::report::Renderer;
use crate::report::accepted::{apart, reason};
use crate::report::summary::verdict_line;
use crate::report::text::{Ink, Screen};
use crate::report::visible::visible;

/// A list with its heading.
pub(super) struct List {
    pub(super) heading: String,
    pub(super) entries: Vec<String>,
}

/// The line with the verdict, and the scenario's where one is shown.
pub(super) fn verdicts(shown: &Shown<'_>, reader: Renderer<'_>, screen: Screen) -> Vec<String> {
    let mut lines = vec![verdict_line(shown.plan, reader, screen)];
    if let Some(name) = shown.scenario {
        lines.push(scenario_line(name, shown.verdict(), reader, screen));
    }
    lines
}

/// The lists that are not empty.
pub(super) fn lists(shown: &Shown<'_>, screen: Screen) -> Vec<List> {
    let renderer = shown.plan.renderer;
    let evaluation = shown.plan.evaluation;
    let line = |finding: &Diagnostic| {
        let level = format!("{} {}", renderer.level(finding.level()), finding.code());
        format!("{level}: {}", renderer.message(&finding.message))
    };
    let (open, accepted) = apart(shown.findings());
    let findings = open.into_iter().map(line);
    let accepted = accepted.into_iter().map(|(finding, by)| format!("{} ({})", line(finding), reason(by, renderer)));
    let not_checked = evaluation.not_checked.iter().map(|entry| {
        let sentence = Message::new("not-checked-entry");
        renderer.message(&sentence.with("what", entry.what.clone()).with("why", entry.why.clone()))
    });
    let scenarios = shown.scenarios().map(|(name, outcome)| scenario_line(name, outcome.verdict, renderer, screen));
    let lists = [
        List { heading: renderer.plain("overview-findings-heading"), entries: findings.collect() },
        List { heading: renderer.plain("accepted-heading"), entries: accepted.collect() },
        List { heading: renderer.plain("not-checked-heading"), entries: not_checked.collect() },
        List {
            heading: renderer.plain("overview-open-heading"),
            entries: evaluation.open.iter().map(|open| open_amount(open, renderer)).collect(),
        },
        List { heading: renderer.plain("overview-scenarios-heading"), entries: scenarios.collect() },
    ];
    lists.into_iter().filter(|list| !list.entries.is_empty()).collect()
}

fn open_amount(open: &OpenAmount, renderer: Renderer<'_>) -> String {
    let name = open.name.as_str();
    renderer.message(&match (open.years, open.at_most) {
        (Some(years), Some(amount)) => {
            let message = Message::new("overview-open-entry-most").with("name", name);
            message.with("years", years).with("amount", amount)
        }
        (Some(years), None) => Message::new("overview-open-entry-years").with("name", name).with("years", years),
        (None, _) => Message::new("overview-open-entry").with("name", name),
    })
}

fn scenario_line(name: &str, verdict: Verdict, reader: Renderer<'_>, screen: Screen) -> String {
    let (word, ink) = match verdict {
        Verdict::Holds => ("verdict-holds", Ink::Good),
        Verdict::Fails => ("verdict-fails", Ink::Error),
        Verdict::Undetermined => ("verdict-undetermined", Ink::Warning),
    };
    // Painted after the words are put in, since what is put in is made safe to show.
    let word = reader.plain(word);
    let message = Message::new("overview-scenario").with("name", visible(name)).with("verdict", word.as_str());
    reader.message(&message).replacen(&format!(": {word}"), &format!(": {}", screen.paint(ink, &word)), 1)
}

/// The currency in which all amounts are.
pub(super) fn amounts_in(renderer: Renderer<'_>) -> String {
    let code = renderer.notation().currency.code().to_owned();
    renderer.message(&Message::new("overview-amounts").with("currency", Value::Text(code)))
}
