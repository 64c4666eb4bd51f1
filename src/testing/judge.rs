//! What rules find in a test, beside what it expects.

use super::prepare::{Prepared, Ready, Subject, holds, pack_of, with_rule};
use super::{Expectation, Failure, TestResult, TestVerdict};
use crate::check::Report;
use crate::diagnostic::{Diagnostic, NotChecked, Value};
use crate::model::rule::Rule;
use crate::money::YearStyle;
use crate::rule::{self, Used};
use iso_currency::Currency;

/// Runs one test.
pub(super) fn judge(subject: &Subject, test: &Prepared) -> TestResult {
    let (notation, verdict) = match &test.made {
        Err(findings) => ((Currency::EUR, YearStyle::default()), TestVerdict::Broken(findings.clone())),
        Ok(ready) => {
            let failures = failures(subject, test, ready);
            let passed = failures.is_empty();
            (ready.notation(), if passed { TestVerdict::Passed } else { TestVerdict::Failed(failures) })
        }
    };
    TestResult { title: test.title.clone(), place: test.place, notation, verdict }
}

/// What the rules find in a test.
pub(super) fn found(subject: &Subject, ready: &Ready) -> Report {
    rule::check(&ready.used, &ready.ground.context(&ready.plan, &subject.sources))
}

fn failures(subject: &Subject, test: &Prepared, ready: &Ready) -> Vec<Failure> {
    let report = found(subject, ready);
    let mut failures = Vec::new();
    for expected in &test.expected {
        if !report.findings.iter().any(|finding| meets(ready, expected, finding)) {
            let because = because(subject, ready, &expected.code, expected.on.as_deref());
            failures.push(Failure::Missing { expected: expected.clone(), because });
        }
    }
    for finding in report.findings {
        let own = subject.own.contains(&finding.code().to_string());
        if own && !test.expected.iter().any(|expected| meets(ready, expected, &finding)) {
            failures.push(Failure::Unexpected(finding));
        }
    }
    for entry in report.not_checked {
        let Some(code) = code_of(&entry) else { continue };
        let expected = test.expected.iter().any(|expected| expected.code == code);
        if subject.own.contains(&code) || expected {
            let because = because(subject, ready, &code, None);
            failures.push(Failure::Undecided { code, entry, because });
        }
    }
    failures
}

/// The code of a rule that was not checked.
pub(super) fn code_of(entry: &NotChecked) -> Option<String> {
    entry.what.values.iter().find_map(|(name, value)| match value {
        Value::Text(code) if *name == "code" => Some(code.clone()),
        _ => None,
    })
}

/// Whether a finding is what was expected: of that code, and about the thing of that name or at a place in it.
fn meets(ready: &Ready, expected: &Expectation, finding: &Diagnostic) -> bool {
    let on = |name: &String| {
        finding.about.contains(name) || ready.whole(name).is_some_and(|whole| holds(whole, finding.place()))
    };
    finding.code().to_string() == expected.code && expected.on.as_ref().is_none_or(on)
}

fn because(subject: &Subject, ready: &Ready, code: &str, on: Option<&str>) -> Vec<crate::diagnostic::Message> {
    let Some((used, rule)) = pack_of(&ready.used, code) else { return Vec::new() };
    rule::reach(used, rule, &ready.ground.context(&ready.plan, &subject.sources), on).because
}

/// Whether every test still does what it says about a rule if that rule is another. Tests that expect it are run first.
pub(super) fn holds_with(subject: &Subject, rule: &Rule) -> Option<bool> {
    let code = rule.notice.code.to_string();
    let (used, _) = subject.rules().find(|(_, known)| known.notice.code == rule.notice.code)?;
    let name = &used.compiled.pack.name;
    let compiled = with_rule(&used.compiled.pack, rule);
    let ready = subject.tests.iter().filter_map(|test| Some((test, test.made.as_ref().ok()?)));
    let mut tests: Vec<(Vec<&Expectation>, &Ready)> = ready
        .map(|(test, ready)| (test.expected.iter().filter(|expected| expected.code == code).collect(), ready))
        .collect();
    tests.sort_by_key(|(expected, _)| expected.is_empty());
    let still = |(expected, ready): &(Vec<&Expectation>, &Ready)| {
        let values = ready.used.iter().find(|used| used.compiled.pack.name == *name);
        let values = values.map(|used| used.values.clone()).unwrap_or_default();
        let used = Used { compiled: compiled.clone(), values };
        let report = rule::check(&[used], &ready.ground.context(&ready.plan, &subject.sources));
        report.not_checked.is_empty()
            && expected.iter().all(|it| report.findings.iter().any(|finding| meets(ready, it, finding)))
            && report.findings.iter().all(|finding| expected.iter().any(|it| meets(ready, it, finding)))
    };
    Some(tests.iter().all(still))
}
