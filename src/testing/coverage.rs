//! How far the tests of a file reach: which rules they make fire, and which they show at rest.

use super::TestResult;
use super::judge::{code_of, found};
use super::prepare::Subject;
use crate::model::rule::Texts;
use crate::rule;
use crate::source::Place;

/// How far the tests reach with one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Its code.
    pub code: String,
    /// Its name in the pack.
    pub name: String,
    /// Its title.
    pub title: Texts,
    /// Its name in the text.
    pub place: Place,
    /// How many tests make it fire.
    pub fires: usize,
    /// How many leave it at rest although it counts in the years of the plan and what it ranges over is there.
    pub clean: usize,
}

/// Tests count that do what they say.
pub(super) fn coverage(subject: &Subject, results: &[TestResult]) -> Vec<Coverage> {
    let rules = subject.rules().map(|(_, rule)| Coverage {
        code: rule.notice.code.to_string(),
        name: rule.notice.name.clone(),
        title: rule.title.clone(),
        place: rule.name_place,
        fires: 0,
        clean: 0,
    });
    let mut coverage: Vec<Coverage> = rules.collect();
    for (test, _) in subject.tests.iter().zip(results).filter(|(_, result)| result.passed()) {
        let Ok(ready) = &test.made else { continue };
        let report = found(subject, ready);
        let context = ready.ground.context(&ready.plan, &subject.sources);
        for (each, (used, rule)) in coverage.iter_mut().zip(subject.rules()) {
            let fires = report.findings.iter().any(|finding| *finding.code() == rule.notice.code);
            let open = report.not_checked.iter().filter_map(code_of).any(|code| code == each.code);
            each.fires += usize::from(fires);
            if !fires && !open {
                each.clean += usize::from(rule::reach(used, rule, &context, None).asks);
            }
        }
    }
    coverage
}
