//! Findings -> workflow commands of GitHub Actions, which GitHub shows at the lines of a change.
//!
//! GitHub shows ten of each kind for a step, so the first command says how much there is in all. Nothing but commands is
//! written, each on one line, so that no text of a plan can be a command.

use super::advice::advice;
use super::run::gravity;
use super::summary::{Tally, total_lines};
use super::unchecked::{Unchecked, unchecked_once};
use super::visible::visible;
use super::{Checked, RunNotes, shown_once};
use crate::diagnostic::{Diagnostic, Severity};
use crate::kind::FileKind;
use crate::source::{Place, SourceSet};

/// One command for each finding that is shown and not accepted, and for each part that was not checked.
pub fn report(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let checked = plans.iter().filter(|plan| plan.evaluation.kind != FileKind::Settings).count();
    let total = total_lines(&Tally::of(plans), run.reader, checked).join("\n");
    let mut out = command("notice", &[("title", "pok".to_owned())], &total);
    for sentence in run.unread {
        out.push_str(&command("error", &[("title", run.reader.plain("unread-title"))], sentence));
    }
    for ((plan, findings), parts) in plans.iter().zip(shown_once(plans)).zip(unchecked_once(plans)) {
        for finding in findings.into_iter().filter(|finding| finding.accepted.is_none()) {
            out.push_str(&of_finding(plan, finding));
        }
        for part in parts {
            out.push_str(&of_part(plan, &part));
        }
    }
    for sentence in run.left_out {
        out.push_str(&command("notice", &[("title", run.reader.plain("left-out-title"))], sentence));
    }
    out
}

fn of_finding(plan: &Checked<'_>, finding: &Diagnostic) -> String {
    let name = match gravity(finding) {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = place(&plan.evaluation.sources, finding.place());
    properties.push(("title", finding.code().to_string()));
    let mut lines = vec![plan.renderer.finding(finding)];
    lines.extend(advice(finding, plan.renderer));
    command(name, &properties, &lines.join("\n"))
}

fn of_part(plan: &Checked<'_>, part: &Unchecked) -> String {
    let mut properties = place(&plan.evaluation.sources, part.place);
    properties.push(("title", plan.renderer.plain("not-checked-title")));
    command(if part.clouds { "warning" } else { "notice" }, &properties, &part.sentence)
}

/// File, lines and columns. Of a place on several lines GitHub takes no columns.
fn place(sources: &SourceSet, place: Place) -> Vec<(&'static str, String)> {
    let file = sources.file(place.file);
    let (start, end) = (file.position(place.span.start), file.position(place.span.end));
    let mut properties = vec![("file", file.name().to_owned()), ("line", start.line.to_string())];
    if start.line == end.line {
        properties.push(("col", start.column.to_string()));
    }
    properties.push(("endLine", end.line.to_string()));
    if start.line == end.line {
        properties.push(("endColumn", end.column.to_string()));
    }
    properties
}

/// `::error file=plan.pok,line=3::sentence`
fn command(name: &str, properties: &[(&'static str, String)], message: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(key, value)| format!("{key}={}", escaped_property(value))).collect();
    let lines: Vec<String> = message.split('\n').map(visible).collect();
    format!("::{name} {}::{}\n", properties.join(","), escaped(&lines.join("\n")))
}

/// Text of a message: what would end the line, and the sign of escapes.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property: also what would end it.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::command;

    /// By the rules of `@actions/core`: `escapeData` and `escapeProperty`.
    #[test]
    fn what_would_end_a_command_is_escaped() {
        let properties = [("file", "a,b:c%d\n.pok".to_owned()), ("title", "x".to_owned())];
        assert_eq!(
            command("error", &properties, "100%: a, b\n::error::x"),
            "::error file=a%2Cb%3Ac%25d%0A.pok,title=x::100%25: a, b%0A::error::x\n"
        );
        assert_eq!(command("notice", &properties[1..], "a\rb"), "::notice title=x::a␍b\n");
    }
}
