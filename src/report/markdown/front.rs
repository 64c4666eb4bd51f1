//! The first page: whether each plan holds, how much was found, what weighs most, what was not checked.

use super::Part;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::evaluation::Verdict;
use crate::kind::FileKind;
use crate::report::markup::{code, escaped, row};
use crate::report::summary::{Tally, total_lines, undecided, verdict_name};
use crate::report::{Checked, Renderer, RunNotes};
use std::fmt::Write as _;

/// Most plans, findings and parts that the first page names one by one.
const MOST_PLANS: usize = 8;
const MOST_FINDINGS: usize = 5;
const MOST_PARTS: usize = 5;

/// The page.
pub(super) fn page(plans: &[Checked<'_>], parts: &[Part<'_, '_>], run: RunNotes<'_>) -> String {
    let reader = run.reader;
    let ordered = in_order(parts);
    let judged: Vec<&Part<'_, '_>> = ordered.iter().copied().filter(|part| !part.is_settings()).collect();
    let say = |name: &'static str| reader.message(&Message::new(name).with("count", judged.len()));
    let mut out = format!("# {}\n\n{}\n\n", say("page-title"), say("page-intro"));
    if judged.is_empty() {
        let _ = writeln!(out, "{}\n", reader.plain("page-no-plans"));
    } else {
        verdicts(&mut out, &judged, reader);
    }
    let total = total_lines(&Tally::of(plans), reader, judged.len());
    let _ = writeln!(out, "{}\n", total.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n"));
    if judged.len() > 1 || parts.iter().any(|part| !part.findings.is_empty()) {
        counts(&mut out, &ordered, reader);
    }
    gravest(&mut out, parts, reader);
    unchecked(&mut out, parts, run);
    out
}

/// The files, those that do not hold first.
fn in_order<'p, 'a, 'c>(parts: &'p [Part<'a, 'c>]) -> Vec<&'p Part<'a, 'c>> {
    let mut ordered: Vec<&Part<'_, '_>> = parts.iter().collect();
    ordered.sort_by_key(|part| match part.plan.evaluation.verdict {
        Verdict::Fails => 0,
        Verdict::Undetermined => 1,
        Verdict::Holds => 2,
    });
    ordered
}

/// A sentence on each plan.
fn verdicts(out: &mut String, judged: &[&Part<'_, '_>], reader: Renderer<'_>) {
    for part in judged.iter().take(MOST_PLANS) {
        let _ = writeln!(out, "- **{}** ({}): {}", escaped(part.title()), code(part.file()), sentence(part, reader));
    }
    if judged.len() > MOST_PLANS {
        let left = Message::new("page-more-plans").with("count", judged.len() - MOST_PLANS);
        let _ = writeln!(out, "- {}", reader.message(&left));
    }
    out.push('\n');
}

/// Whether it holds, with why where that is not plain.
pub(super) fn sentence(part: &Part<'_, '_>, reader: Renderer<'_>) -> String {
    let evaluation = part.plan.evaluation;
    match (verdict_name(evaluation), evaluation.verdict) {
        (name, Verdict::Holds | Verdict::Fails) if evaluation.kind != FileKind::Plan => reader.plain(name),
        ("verdict-holds-so-far", _) => reader.plain("page-holds-so-far"),
        (_, Verdict::Holds) if part.unchecked.is_empty() => reader.plain("page-holds-checked"),
        (_, Verdict::Holds) => reader.plain("page-holds"),
        (_, Verdict::Fails) => format!("**{}**", reader.plain("page-fails")),
        (_, Verdict::Undetermined) => escaped(&reader.message(&undecided(evaluation))),
    }
}

/// How many there are of each level, a row for each file.
fn counts(out: &mut String, parts: &[&Part<'_, '_>], reader: Renderer<'_>) {
    let heads = ["page-plan", "page-errors", "page-warnings", "page-notes", "page-accepted", "not-checked-title"];
    out.push_str(&row(&heads.map(|head| reader.plain(head))));
    out.push_str("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    let numbers = |part: &Part<'_, '_>| {
        let open = |level: Severity| {
            let counted = part.findings.iter().filter(|it| it.accepted.is_none() && it.counts());
            counted.filter(|finding| finding.level() == level).count()
        };
        let accepted = part.findings.iter().filter(|finding| finding.accepted.is_some()).count();
        let levels = [Severity::Error, Severity::Warning, Severity::Note].map(open);
        [levels[0], levels[1], levels[2], accepted, part.unchecked.len()]
    };
    let line = |label: String, numbers: [usize; 5]| {
        let cells = numbers.map(|number| reader.value(&number.into()));
        row(&std::iter::once(label).chain(cells).collect::<Vec<_>>())
    };
    for part in parts.iter().take(MOST_PLANS) {
        out.push_str(&line(escaped(part.title()), numbers(part)));
    }
    let sum = |all: &[&Part<'_, '_>]| {
        let mut total = [0; 5];
        for part in all {
            total.iter_mut().zip(numbers(part)).for_each(|(sum, number)| *sum += number);
        }
        total
    };
    if let Some(rest @ [_, ..]) = parts.get(MOST_PLANS..) {
        let label = Message::new("page-more-plans").with("count", rest.len());
        out.push_str(&line(reader.message(&label), sum(rest)));
    }
    if parts.len() > 1 {
        out.push_str(&line(format!("**{}**", reader.plain("page-total")), sum(parts)));
    }
    out.push('\n');
}

/// What weighs most, in the words of the findings.
fn gravest(out: &mut String, parts: &[Part<'_, '_>], reader: Renderer<'_>) {
    let mut all: Vec<(&Part<'_, '_>, &Diagnostic)> = Vec::new();
    for part in parts {
        let open = part.findings.iter().filter(|finding| finding.accepted.is_none() && finding.counts());
        all.extend(open.map(|finding| (part, *finding)));
    }
    all.retain(|(_, finding)| finding.level() != Severity::Note);
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|(_, finding)| finding.level());
    let _ = writeln!(out, "## {}\n", reader.plain("page-gravest"));
    for (index, (part, finding)) in all.iter().take(MOST_FINDINGS).enumerate() {
        let said = escaped(&part.plan.renderer.finding(finding));
        let _ = writeln!(out, "{}. {said} ({})", index + 1, place(part, finding));
    }
    out.push('\n');
    if all.len() > MOST_FINDINGS {
        let left = Message::new("page-more-findings").with("count", all.len() - MOST_FINDINGS);
        let _ = writeln!(out, "{}\n", reader.message(&left));
    }
}

/// `plan.pok:3`
pub(super) fn place(part: &Part<'_, '_>, finding: &Diagnostic) -> String {
    let place = finding.place();
    let file = part.plan.evaluation.sources.file(place.file);
    code(&format!("{}:{}", file.name(), file.position(place.span.start).line))
}

/// What was not read, not checked, or left out.
fn unchecked(out: &mut String, parts: &[Part<'_, '_>], run: RunNotes<'_>) {
    let said = |part: &Part<'_, '_>| {
        let title = escaped(part.title());
        part.unchecked.iter().map(move |entry| format!("**{title}**: {}", escaped(&entry.sentence))).collect::<Vec<_>>()
    };
    let unread = run.unread.iter().map(|it| format!("**{}**: {}", run.reader.plain("unread-title"), escaped(it)));
    let left_out = run.left_out.iter().map(|sentence| escaped(sentence));
    let all: Vec<String> = unread.chain(left_out).chain(parts.iter().flat_map(said)).collect();
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", run.reader.plain("not-checked-title"));
    // What keeps whole files out is always said.
    let most = MOST_PARTS.max(run.unread.len() + run.left_out.len());
    for line in all.iter().take(most) {
        let _ = writeln!(out, "- {line}");
    }
    if all.len() > most {
        let left = Message::new("page-more-parts").with("count", all.len() - most);
        let _ = writeln!(out, "- {}", run.reader.message(&left));
    }
    out.push('\n');
}
