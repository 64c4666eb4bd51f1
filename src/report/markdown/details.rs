//! Every finding: file by file, the gravest first, each with its place, its sum and what to do.

use super::Part;
use super::front::{place, sentence};
use crate::diagnostic::{AcceptedBy, Diagnostic, Message, Severity};
use crate::report::Renderer;
use crate::report::accepted::{apart, reason};
use crate::report::account::Block;
use crate::report::advice::advice;
use crate::report::markup::{code, escaped, row};
use crate::report::statistics::title;
use crate::report::summary::scenario_verdict;
use crate::report::text::{Screen, basis_line};
use std::fmt::Write as _;

/// Nothing is wrapped or coloured.
const PAPER: Screen = Screen { width: usize::MAX, colour: false, all: false, plain: false };
/// Most findings of a file, and places of a finding, that are written out.
const MOST_FINDINGS: usize = 1_000;
const MOST_PLACES: usize = 12;

/// A section for each file of which there is something to say; headings in the words of the reader of the whole.
pub(super) fn pages(parts: &[Part<'_, '_>], reader: Renderer<'_>) -> String {
    let told: Vec<&Part<'_, '_>> =
        parts.iter().filter(|part| !part.findings.is_empty() || !part.unchecked.is_empty()).collect();
    if told.is_empty() {
        return String::new();
    }
    let mut out = format!("## {}\n\n", reader.plain("page-all"));
    for part in told {
        file(&mut out, part, reader);
    }
    out
}

fn file(out: &mut String, part: &Part<'_, '_>, reader: Renderer<'_>) {
    let _ = writeln!(out, "### {}\n", escaped(part.title()));
    let _ = if part.is_settings() {
        writeln!(out, "{}\n", code(part.file()))
    } else {
        writeln!(out, "{} · {}\n", code(part.file()), sentence(part, reader))
    };
    scenarios(out, part, reader);
    let (open, accepted) = apart(part.findings.iter().copied());
    let (counting, what_if): (Vec<&Diagnostic>, Vec<&Diagnostic>) = open.into_iter().partition(|it| it.counts());
    let levels =
        [(Severity::Error, "page-errors"), (Severity::Warning, "page-warnings"), (Severity::Note, "page-notes")];
    for (level, heading) in levels {
        let of_level: Vec<&Diagnostic> = counting.iter().copied().filter(|it| it.level() == level).collect();
        section(out, part, reader, heading, &of_level);
    }
    section(out, part, reader, "page-what-if", &what_if);
    accepted_list(out, part, reader, &accepted);
    unchecked(out, part, reader);
}

/// Whether it holds in each scenario.
fn scenarios(out: &mut String, part: &Part<'_, '_>, reader: Renderer<'_>) {
    let evaluation = part.plan.evaluation;
    for result in &evaluation.scenarios {
        let verdict = reader.plain(scenario_verdict(evaluation, result));
        let named = Message::new("page-scenario").with("name", result.name.as_str()).with("verdict", verdict);
        let title = result.title.as_deref().map_or_else(String::new, |title| format!(" ({})", escaped(title)));
        let _ = writeln!(out, "- {}{title}", escaped(&reader.message(&named)));
    }
    if !evaluation.scenarios.is_empty() {
        out.push('\n');
    }
}

fn section(out: &mut String, part: &Part<'_, '_>, reader: Renderer<'_>, heading: &str, findings: &[&Diagnostic]) {
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(out, "#### {}\n", reader.plain(heading));
    for finding in findings.iter().take(MOST_FINDINGS) {
        whole(out, part, finding);
    }
    if findings.len() > MOST_FINDINGS {
        let left = Message::new("more-findings").with("count", findings.len() - MOST_FINDINGS);
        let _ = writeln!(out, "{}\n", reader.message(&left));
    }
}

/// One finding: what, where, the sum, what to do, and on what it rests.
fn whole(out: &mut String, part: &Part<'_, '_>, finding: &Diagnostic) {
    let renderer = part.plan.renderer;
    let named = escaped(&title(finding, renderer.language()));
    let _ = writeln!(out, "**{} · {named}** ({})\n", finding.code(), place(part, finding));
    let _ = writeln!(out, "{}\n", escaped(&renderer.finding(finding)));
    for account in &finding.accounts {
        sum(out, &Block::of(account, renderer, PAPER));
    }
    let before = out.len();
    places(out, part, finding);
    let values: Vec<String> = finding.values.iter().map(|value| renderer.message(value)).collect();
    if !values.is_empty() {
        aside(out, &renderer.plain("values-heading"), &values.join("; "));
    }
    for sentence in advice(finding, renderer) {
        aside(out, &renderer.plain("help-heading"), &sentence);
    }
    for basis in finding.rule.iter().flat_map(|rule| &rule.basis) {
        aside(out, &renderer.plain("basis-heading"), &basis_line(basis));
    }
    if out.len() > before {
        out.push('\n');
    }
}

fn aside(out: &mut String, heading: &str, sentence: &str) {
    let _ = writeln!(out, "- *{heading}*: {}", escaped(sentence));
}

/// The places that the finding says something of.
fn places(out: &mut String, part: &Part<'_, '_>, finding: &Diagnostic) {
    let (sources, renderer) = (&part.plan.evaluation.sources, part.plan.renderer);
    for label in finding.labels.iter().take(MOST_PLACES) {
        let Some(message) = &label.message else { continue };
        let file = sources.file(label.place.file);
        let at = code(&format!("{}:{}", file.name(), file.position(label.place.span.start).line));
        let _ = writeln!(out, "- {at}: {}", escaped(&renderer.message(message)));
    }
    let left = finding.labels.len().saturating_sub(MOST_PLACES);
    if left > 0 {
        let _ = writeln!(out, "- {}", renderer.message(&Message::new("more-places").with("count", left)));
    }
}

/// A sum as a table that can be added up again.
fn sum(out: &mut String, block: &Block) {
    out.push_str(&row(&[escaped(&block.heading), String::new()]));
    out.push_str("| --- | ---: |\n");
    for line in &block.lines {
        out.push_str(&row(&[escaped(&line.words), escaped(&line.amount)]));
    }
    if let Some(total) = &block.total {
        out.push_str(&row(&[format!("**{}**", escaped(&total.words)), format!("**{}**", escaped(&total.amount))]));
    }
    out.push('\n');
}

/// What the plan accepts, with who and why.
fn accepted_list(out: &mut String, part: &Part<'_, '_>, reader: Renderer<'_>, list: &[(&Diagnostic, &AcceptedBy)]) {
    if list.is_empty() {
        return;
    }
    let renderer = part.plan.renderer;
    let _ = writeln!(out, "#### {}\n", reader.plain("page-accepted"));
    for (finding, by) in list.iter().take(MOST_FINDINGS) {
        let said = escaped(&renderer.finding(finding));
        let at = place(part, finding);
        let _ = writeln!(out, "- **{}** ({at}): {said} *{}*", finding.code(), escaped(&reason(by, renderer)));
    }
    if list.len() > MOST_FINDINGS {
        let left = Message::new("more-findings").with("count", list.len() - MOST_FINDINGS);
        let _ = writeln!(out, "- {}", reader.message(&left));
    }
    out.push('\n');
}

fn unchecked(out: &mut String, part: &Part<'_, '_>, reader: Renderer<'_>) {
    if part.unchecked.is_empty() {
        return;
    }
    let _ = writeln!(out, "#### {}\n", reader.plain("not-checked-title"));
    for entry in &part.unchecked {
        let file = part.plan.evaluation.sources.file(entry.place.file);
        let at = code(&format!("{}:{}", file.name(), file.position(entry.place.span.start).line));
        let _ = writeln!(out, "- {} ({at})", escaped(&entry.sentence));
    }
    out.push('\n');
}
