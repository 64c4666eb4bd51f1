//! Findings -> a `JUnit` report, as Jenkins and GitLab show results of tests.
//!
//! A plan is a suite. What makes the run fail is a failed test; what is accepted or was not checked is a skipped one; what is
//! only said is a test that passes, with the words in its output. A plan with nothing wrong is one test that passes.

use super::accepted::reason;
use super::advice::advice;
use super::run::gravity;
use super::unchecked::{Unchecked, unchecked_once};
use super::visible::visible;
use super::{Checked, RunNotes, Weight, shown_once};
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluation::Verdict;
use crate::kind::FileKind;
use crate::report::summary::{undecided, verdict_name};
use crate::source::Place;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeMap;
use std::io;

/// How a test ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    Broken,
    Skipped,
}

struct Case {
    name: String,
    end: End,
    /// Code of the finding.
    kind: String,
    /// What is shown with the test.
    words: String,
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

/// The report, with a line end.
pub fn report(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let mut suites = Vec::new();
    if !run.unread.is_empty() {
        suites.push(unread(run));
    }
    let each = plans.iter().zip(shown_once(plans)).zip(unchecked_once(plans)).enumerate();
    for (number, ((plan, findings), parts)) in each {
        let suite = suite(plan, findings, &parts, run.weight(number));
        let is_silent = plan.evaluation.kind == FileKind::Settings && suite.cases.is_empty();
        suites.extend((!is_silent).then_some(suite));
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = write(&mut writer, &suites);
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

fn unread(run: RunNotes<'_>) -> Suite {
    let case = |sentence: &String| Case {
        name: visible(sentence),
        end: End::Broken,
        kind: "unread".to_owned(),
        words: String::new(),
    };
    Suite { name: run.reader.plain("unread-title"), cases: run.unread.iter().map(case).collect() }
}

fn suite(plan: &Checked<'_>, findings: Vec<&Diagnostic>, parts: &[Unchecked], weight: Weight) -> Suite {
    let name = plan.evaluation.sources.iter().next().map_or("", |(_, file)| file.name());
    let mut cases: Vec<Case> = findings.into_iter().map(|finding| of_finding(plan, finding, weight)).collect();
    cases.extend(parts.iter().map(|part| of_part(plan, part, weight)));
    let is_plan = plan.evaluation.kind != FileKind::Settings;
    if is_plan && !cases.iter().any(|case| matches!(case.end, End::Failed)) {
        cases.extend(verdict(plan, &cases, weight));
    }
    number_alike(&mut cases);
    Suite { name: visible(name), cases }
}

fn of_finding(plan: &Checked<'_>, finding: &Diagnostic, weight: Weight) -> Case {
    let renderer = plan.renderer;
    let end = match gravity(finding) {
        _ if finding.accepted.is_some() => End::Skipped,
        Severity::Error => End::Failed,
        Severity::Warning if weight.warnings => End::Failed,
        Severity::Warning | Severity::Note => End::Passed,
    };
    let mut lines = vec![at(plan, finding.place()), renderer.finding(finding)];
    lines.extend(finding.accepted.iter().map(|by| reason(by, renderer)));
    lines.extend(advice(finding, renderer));
    let level = match &finding.accepted {
        Some(_) => renderer.plain("level-accepted"),
        None => renderer.level(finding.level()),
    };
    Case {
        name: format!("{level} {}: {}", finding.code(), renderer.finding(finding)),
        end,
        kind: finding.code().to_string(),
        words: lines.join("\n"),
    }
}

fn of_part(plan: &Checked<'_>, part: &Unchecked, weight: Weight) -> Case {
    let title = plan.renderer.plain("not-checked-title");
    Case {
        name: format!("{title}: {}", part.sentence),
        end: if part.clouds && weight.undecided { End::Failed } else { End::Skipped },
        kind: "not-checked".to_owned(),
        words: format!("{}\n{}", at(plan, part.place), part.sentence),
    }
}

/// The test that says the verdict where no other fails.
fn verdict(plan: &Checked<'_>, others: &[Case], weight: Weight) -> Option<Case> {
    let is_told = others.iter().any(|case| case.kind == "not-checked");
    let renderer = plan.renderer;
    match plan.evaluation.verdict {
        Verdict::Undetermined if is_told => None,
        Verdict::Undetermined => {
            let name = renderer.message(&undecided(plan.evaluation));
            let end = if weight.undecided { End::Failed } else { End::Skipped };
            Some(Case { words: name.clone(), name, end, kind: "undecided".to_owned() })
        }
        // Where it fails by what is not shown, nothing is said to be well.
        Verdict::Fails => None,
        Verdict::Holds => {
            let name = renderer.plain(verdict_name(plan.evaluation));
            Some(Case { name, end: End::Passed, kind: "verdict".to_owned(), words: String::new() })
        }
    }
}

/// Tests of one name are numbered: programs take two of one name for one.
fn number_alike(cases: &mut [Case]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        let count = seen.entry(case.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            case.name = format!("{} ({count})", case.name);
        }
    }
}

/// `plan.pok:3:7`
fn at(plan: &Checked<'_>, place: Place) -> String {
    let file = plan.evaluation.sources.file(place.file);
    let start = file.position(place.span.start);
    format!("{}:{}:{}", visible(file.name()), start.line, start.column)
}

/// Text in which every character may stand in XML; control characters are made visible.
fn allowed(text: &str) -> String {
    let shown: Vec<String> = text.split('\n').map(visible).collect();
    shown.join("\n").replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn count(suites: &[Suite], end: End) -> String {
    suites.iter().flat_map(|suite| &suite.cases).filter(|case| case.end == end).count().to_string()
}

fn write(writer: &mut Writer<Vec<u8>>, suites: &[Suite]) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let tests = suites.iter().map(|suite| suite.cases.len()).sum::<usize>().to_string();
    let (failures, errors) = (count(suites, End::Failed), count(suites, End::Broken));
    let element = writer.create_element("testsuites").with_attribute(("name", "pok"));
    let element = element.with_attributes([("tests", &*tests), ("failures", &failures), ("errors", &errors)]);
    element.write_inner_content(|writer| suites.iter().try_for_each(|suite| write_suite(writer, suite)))?;
    Ok(())
}

fn write_suite(writer: &mut Writer<Vec<u8>>, suite: &Suite) -> io::Result<()> {
    let own = std::slice::from_ref(suite);
    let (name, tests) = (allowed(&suite.name), suite.cases.len().to_string());
    let counts = [End::Failed, End::Broken, End::Skipped].map(|end| count(own, end));
    let [failures, errors, skipped] = &counts;
    let element = writer.create_element("testsuite").with_attribute(("name", &*name));
    let element = element.with_attributes([("tests", &*tests), ("failures", failures), ("errors", errors)]);
    let element = element.with_attribute(("skipped", &**skipped));
    element.write_inner_content(|writer| suite.cases.iter().try_for_each(|case| write_case(writer, case, &name)))?;
    Ok(())
}

fn write_case(writer: &mut Writer<Vec<u8>>, case: &Case, suite: &str) -> io::Result<()> {
    let (name, words) = (allowed(&case.name), allowed(&case.words));
    let element = writer.create_element("testcase").with_attributes([("name", &*name), ("classname", suite)]);
    let ending = match case.end {
        End::Passed if words.is_empty() => {
            element.write_empty()?;
            return Ok(());
        }
        End::Passed => "system-out",
        End::Failed => "failure",
        End::Broken => "error",
        End::Skipped => "skipped",
    };
    element.write_inner_content(|writer| {
        let mut inner = writer.create_element(ending);
        if matches!(case.end, End::Failed | End::Broken) {
            inner = inner.with_attributes([("type", &*case.kind), ("message", &name)]);
        }
        inner.write_text_content(BytesText::new(&words))?;
        Ok(())
    })?;
    Ok(())
}
