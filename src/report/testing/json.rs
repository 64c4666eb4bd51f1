//! Tests as one JSON object for machines.

use super::{TestTally, TestsOf, because, sentence};
use crate::diagnostic::Diagnostic;
use crate::report::Renderer;
use crate::report::json::object;
use crate::source::{Place, SourceSet};
use crate::testing::{Failure, TestResult, TestVerdict};
use serde::Serialize;

/// Version of the form; it changes when a name is taken away or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    passed: usize,
    failed: usize,
    broken: usize,
    files: Vec<FileEntry<'a>>,
}

#[derive(Serialize)]
struct FileEntry<'a> {
    file: &'a str,
    name: &'a str,
    passed: bool,
    /// What is wrong in the file outside its tests.
    findings: Vec<FindingEntry<'a>>,
    tests: Vec<TestEntry<'a>>,
    rules: Vec<RuleEntry<'a>>,
}

#[derive(Serialize)]
struct TestEntry<'a> {
    title: &'a str,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    /// `passed`, `failed` or `broken`.
    result: &'static str,
    failures: Vec<FailureEntry<'a>>,
    /// What cannot be read in a test that is broken.
    findings: Vec<FindingEntry<'a>>,
}

#[derive(Serialize)]
struct FailureEntry<'a> {
    /// `missing`, `unexpected` or `undecided`.
    kind: &'static str,
    code: String,
    on: Option<&'a str>,
    message: String,
    because: Vec<String>,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
}

#[derive(Serialize)]
struct FindingEntry<'a> {
    code: String,
    message: String,
    help: Vec<String>,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
}

#[derive(Serialize)]
struct RuleEntry<'a> {
    code: &'a str,
    name: &'a str,
    title: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    /// Tests that make it fire.
    fires: usize,
    /// Tests in which it asks something and finds nothing.
    clean: usize,
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

/// The object, with a line end.
pub fn json(files: &[TestsOf<'_>]) -> String {
    let TestTally { passed, failed, broken } = TestTally::of(files.iter().map(|file| file.tested));
    object(&Report { version: VERSION, passed, failed, broken, files: files.iter().map(file_entry).collect() })
}

fn place_entry(sources: &SourceSet, place: Place) -> PlaceEntry<'_> {
    let file = sources.file(place.file);
    let at = file.position(place.span.start);
    PlaceEntry { file: file.name(), line: at.line, column: at.column }
}

fn file_entry<'a>(file: &'a TestsOf<'_>) -> FileEntry<'a> {
    let tested = file.tested;
    let language = file.words.language;
    FileEntry {
        file: file.file(),
        name: &tested.name,
        passed: tested.passed(),
        findings: finding_entries(file, &tested.findings, file.plain()),
        tests: tested.results.iter().map(|result| test_entry(file, result)).collect(),
        rules: tested
            .coverage
            .iter()
            .map(|it| RuleEntry {
                code: &it.code,
                name: &it.name,
                title: it.title.get(language),
                place: place_entry(&tested.sources, it.place),
                fires: it.fires,
                clean: it.clean,
            })
            .collect(),
    }
}

fn finding_entries<'a>(
    file: &'a TestsOf<'_>,
    findings: &'a [Diagnostic],
    renderer: Renderer<'_>,
) -> Vec<FindingEntry<'a>> {
    let entry = |finding: &'a Diagnostic| FindingEntry {
        code: finding.code().to_string(),
        message: renderer.finding(finding),
        help: finding.help.iter().map(|message| renderer.message(message)).collect(),
        place: place_entry(&file.tested.sources, finding.place()),
    };
    findings.iter().map(entry).collect()
}

fn test_entry<'a>(file: &'a TestsOf<'_>, result: &'a TestResult) -> TestEntry<'a> {
    let renderer = file.renderer(result);
    let (word, failures, findings) = match &result.verdict {
        TestVerdict::Passed => ("passed", Vec::new(), Vec::new()),
        TestVerdict::Failed(failures) => {
            let entries = failures.iter().map(|failure| failure_entry(file, (result, failure), renderer));
            ("failed", entries.collect(), Vec::new())
        }
        TestVerdict::Broken(findings) => ("broken", Vec::new(), finding_entries(file, findings, renderer)),
    };
    TestEntry {
        title: &result.title,
        place: place_entry(&file.tested.sources, result.place),
        result: word,
        failures,
        findings,
    }
}

fn failure_entry<'a>(
    file: &'a TestsOf<'_>,
    (result, failure): (&'a TestResult, &'a Failure),
    renderer: Renderer<'_>,
) -> FailureEntry<'a> {
    let (message, place) = sentence(failure, renderer, result);
    let (kind, code, on) = match failure {
        Failure::Missing { expected, .. } => ("missing", expected.code.clone(), expected.on.as_deref()),
        Failure::Unexpected(finding) => ("unexpected", finding.code().to_string(), None),
        Failure::Undecided { code, .. } => ("undecided", code.clone(), None),
    };
    let because = because(failure, renderer);
    FailureEntry { kind, code, on, message, because, place: place_entry(&file.tested.sources, place) }
}
