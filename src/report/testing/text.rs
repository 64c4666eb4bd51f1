//! Tests for people: each with what came out, and of those that fail what was expected, what was found, and why.

use super::{TestTally, TestsOf, at, because, sentence};
use crate::diagnostic::Message;
use crate::report::Renderer;
use crate::report::snippet::Snippets;
use crate::report::text::{Ink, Screen, findings_alone};
use crate::report::visible::visible;
use crate::report::wrap::wrapped;
use crate::testing::{Coverage, Failure, TestResult, TestVerdict};
use std::fmt::Write as _;

/// All files with tests, and the count. `summary` is the reader of the closing line.
pub fn text(files: &[TestsOf<'_>], summary: Renderer<'_>, screen: Screen) -> String {
    let mut out = String::new();
    for file in files {
        of_file(&mut out, file, screen);
    }
    let tally = TestTally::of(files.iter().map(|file| file.tested));
    if tally.count() == 0 && files.is_empty() {
        out.push_str(&wrapped(&summary.plain("testing-none"), "", "", screen.width));
    } else if files.len() > 1 {
        let count = summary.message(&Message::new("testing-files").with("count", files.len()));
        let _ = writeln!(out, "{count}, {}", counts(tally, summary));
    }
    out
}

fn of_file(out: &mut String, file: &TestsOf<'_>, screen: Screen) {
    let renderer = file.plain();
    let name = if file.tested.name.is_empty() { String::new() } else { format!(" ({})", visible(&file.tested.name)) };
    out.push_str(&screen.paint(Ink::Heading, &format!("{}{name}", visible(file.file()))));
    out.push('\n');
    out.push_str(&findings_alone(&file.tested.sources, &file.tested.findings, renderer, screen));
    let snippets = Snippets::new(&file.tested.sources, screen);
    for result in &file.tested.results {
        let (word, ink) = match &result.verdict {
            TestVerdict::Passed => ("testing-passed", Ink::Good),
            TestVerdict::Failed(_) => ("testing-failed", Ink::Error),
            TestVerdict::Broken(_) => ("testing-broken", Ink::Error),
        };
        let _ = writeln!(out, "  {}  {}", screen.paint(ink, &renderer.plain(word)), visible(&result.title));
        match &result.verdict {
            TestVerdict::Passed => {}
            TestVerdict::Failed(failures) => {
                for failure in failures {
                    failed(out, file, (result, failure), &snippets, screen);
                }
            }
            TestVerdict::Broken(findings) => {
                out.push_str(&findings_alone(&file.tested.sources, findings, renderer, screen));
            }
        }
    }
    let _ = writeln!(out, "  {}", counts(TestTally::of([file.tested]), renderer));
    reach(out, &file.tested.coverage, renderer, screen);
    out.push('\n');
}

fn failed(
    out: &mut String,
    file: &TestsOf<'_>,
    (result, failure): (&TestResult, &Failure),
    snippets: &Snippets<'_>,
    screen: Screen,
) {
    let renderer = file.renderer(result);
    let (sentence, place) = sentence(failure, renderer, result);
    out.push_str(&wrapped(&sentence, "    ", "    ", screen.width));
    snippets.draw(out, &at(place), renderer);
    let heading = match failure {
        Failure::Unexpected(_) => renderer.plain("values-heading"),
        Failure::Missing { .. } | Failure::Undecided { .. } => renderer.plain("why-heading"),
    };
    let indent = " ".repeat(heading.chars().count() + 6);
    let mut first = format!("    {heading}: ");
    for line in because(failure, renderer) {
        out.push_str(&wrapped(&line, &first, &indent, screen.width));
        first.clone_from(&indent);
    }
    out.push('\n');
}

/// `12 tests: 10 passed, 2 failed`
fn counts(tally: TestTally, renderer: Renderer<'_>) -> String {
    let say = |name: &'static str, count: usize| renderer.message(&Message::new(name).with("count", count));
    let parts: Vec<String> = [
        ("testing-count-passed", tally.passed),
        ("testing-count-failed", tally.failed),
        ("testing-count-broken", tally.broken),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(name, count)| say(name, count))
    .collect();
    let all = say("testing-count", tally.count());
    if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
}

/// Which rules the tests do not reach.
fn reach(out: &mut String, coverage: &[Coverage], renderer: Renderer<'_>, screen: Screen) {
    let mut say = |name: &'static str, missed: fn(&Coverage) -> bool| {
        let codes: Vec<&str> = coverage.iter().filter(|it| missed(it)).map(|it| it.code.as_str()).collect();
        if !codes.is_empty() {
            let line = format!("{} {}", renderer.plain(name), codes.join(", "));
            out.push_str(&wrapped(&line, "  ", "    ", screen.width));
        }
    };
    say("testing-never-fires", |it| it.fires == 0);
    say("testing-never-clean", |it| it.clean == 0);
}

/// One line for each test that fails, as editors and other programs expect them.
pub fn short(files: &[TestsOf<'_>]) -> String {
    let mut out = String::new();
    for file in files {
        let plain = file.plain();
        let mut line = |place: crate::source::Place, said: String| {
            let source = file.tested.sources.file(place.file);
            let at = source.position(place.span.start);
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{}:{}:{}: {said}", visible(source.name()), at.line, at.column);
        };
        for finding in &file.tested.findings {
            line(finding.place(), format!("{}: {}", finding.code(), plain.finding(finding)));
        }
        for result in &file.tested.results {
            let title = visible(&result.title);
            match &result.verdict {
                TestVerdict::Passed => {}
                TestVerdict::Failed(failures) => {
                    let word = plain.plain("testing-failed");
                    for failure in failures {
                        let (said, place) = sentence(failure, file.renderer(result), result);
                        line(place, format!("{word}: {title}: {said}"));
                    }
                }
                TestVerdict::Broken(findings) => {
                    let word = plain.plain("testing-broken");
                    for finding in findings {
                        let said = plain.finding(finding);
                        line(finding.place(), format!("{word}: {title}: {}: {said}", finding.code()));
                    }
                }
            }
        }
        let name = visible(file.file());
        let _ = writeln!(out, "{name}: {}", counts(TestTally::of([file.tested]), plain));
    }
    out
}
