//! Findings -> a code quality report of GitLab: an array of objects, each at a line of a file.

use super::fingerprint::Fingerprints;
use super::json::object;
use super::run::gravity;
use super::unchecked::{Unchecked, unchecked_once};
use super::visible::visible;
use super::{Checked, RunNotes, shown_once};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Place, SourceSet};
use serde::Serialize;

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// One entry for each finding that is shown and not accepted, for each part that was not checked, and for each file that
/// could not be read.
pub fn report(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let mut marks = Fingerprints::default();
    let mut entries: Vec<Entry> = run.unread.iter().map(|sentence| of_run(sentence, &mut marks)).collect();
    for ((plan, findings), parts) in plans.iter().zip(shown_once(plans)).zip(unchecked_once(plans)) {
        for finding in findings {
            // Those that are accepted are counted too, so that the others are told apart as elsewhere.
            let entry = of_finding(plan, finding, &mut marks);
            entries.extend(finding.accepted.is_none().then_some(entry));
        }
        entries.extend(parts.iter().map(|part| of_part(plan, part, &mut marks)));
    }
    object(&entries)
}

fn of_finding(plan: &Checked<'_>, finding: &Diagnostic, marks: &mut Fingerprints) -> Entry {
    let severity = match gravity(finding) {
        // Until it is mended, something is not checked at all.
        Severity::Error if finding.code().leaves_undetermined() => "blocker",
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    Entry {
        description: plan.renderer.finding(finding),
        check_name: finding.code().to_string(),
        fingerprint: marks.of(plan, finding),
        severity,
        location: location(&plan.evaluation.sources, finding.place()),
    }
}

fn of_part(plan: &Checked<'_>, part: &Unchecked, marks: &mut Fingerprints) -> Entry {
    let location = location(&plan.evaluation.sources, part.place);
    let title = plan.renderer.plain("not-checked-title");
    Entry {
        description: format!("{title}: {}", part.sentence),
        check_name: "not-checked".to_owned(),
        fingerprint: marks.of_parts(&["not-checked", &location.path, &part.sentence]),
        severity: "info",
        location,
    }
}

/// What could not be read has no line, and the form asks for one.
fn of_run(sentence: &str, marks: &mut Fingerprints) -> Entry {
    Entry {
        description: visible(sentence),
        check_name: "unread".to_owned(),
        fingerprint: marks.of_parts(&["unread", sentence]),
        severity: "blocker",
        location: Location { path: ".".to_owned(), lines: Lines { begin: 1, end: 1 } },
    }
}

fn location(sources: &SourceSet, place: Place) -> Location {
    let file = sources.file(place.file);
    let (start, end) = (file.position(place.span.start), file.position(place.span.end));
    Location { path: file.name().to_owned(), lines: Lines { begin: start.line, end: end.line } }
}
