//! Tests of rules: each is a small plan of its own, and what the rules find in it must be exactly what it expects.

mod coverage;
mod judge;
mod mistakes;
mod prepare;

pub use coverage::Coverage;
pub use mistakes::mistakes;
pub use prepare::Subject;

use crate::diagnostic::{Diagnostic, NotChecked, Severity};
use crate::language::Language;
use crate::model::rule::Rule;
use crate::money::YearStyle;
use crate::source::{Place, SourceSet};
use iso_currency::Currency;

/// What came out of the tests of one file.
#[derive(Debug)]
pub struct Tested {
    /// The name of the pack, or of the plan that has the tests.
    pub name: String,
    /// The language of the file.
    pub language: Language,
    /// The texts, the file itself first.
    pub sources: SourceSet,
    /// What is wrong in the file outside its tests.
    pub findings: Vec<Diagnostic>,
    /// What came out, in the order of the text.
    pub results: Vec<TestResult>,
    /// How far the tests reach, rule by rule.
    pub coverage: Vec<Coverage>,
}

/// What came out of one test.
#[derive(Debug)]
pub struct TestResult {
    /// Its title.
    pub title: String,
    /// Its title in the text.
    pub place: Place,
    /// How its plan writes amounts and years.
    pub notation: (Currency, YearStyle),
    /// What came out.
    pub verdict: TestVerdict,
}

/// Whether a test does what it says.
#[derive(Debug)]
pub enum TestVerdict {
    /// What was found is exactly what was expected.
    Passed,
    /// It is not.
    Failed(Vec<Failure>),
    /// The test itself cannot be read.
    Broken(Vec<Diagnostic>),
}

/// What went otherwise than expected.
#[derive(Debug)]
pub enum Failure {
    /// Expected, and not found.
    Missing {
        /// What was expected.
        expected: Expectation,
        /// Why it was not found.
        because: Vec<crate::diagnostic::Message>,
    },
    /// Found, and not expected.
    Unexpected(Diagnostic),
    /// A rule that could not be decided.
    Undecided {
        /// Its code.
        code: String,
        /// What was not checked, and why.
        entry: NotChecked,
        /// Which of its conditions is not known.
        because: Vec<crate::diagnostic::Message>,
    },
}

/// `expect CODE on NAME`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// The code.
    pub code: String,
    /// On what.
    pub on: Option<String>,
    /// The statement.
    pub place: Place,
}

impl TestResult {
    /// Whether it does what it says.
    pub fn passed(&self) -> bool {
        matches!(self.verdict, TestVerdict::Passed)
    }
}

impl Tested {
    /// Whether all tests do what they say, and nothing else is wrong in the file.
    pub fn passed(&self) -> bool {
        let sound = !self.findings.iter().any(|finding| finding.severity() == Severity::Error);
        sound && self.results.iter().all(TestResult::passed)
    }
}

impl Subject {
    /// Runs every test.
    pub fn run(self) -> Tested {
        let results: Vec<TestResult> = self.tests.iter().map(|test| judge::judge(&self, test)).collect();
        let coverage = coverage::coverage(&self, &results);
        let Self { name, language, sources, findings, .. } = self;
        Tested { name, language, sources, findings, results, coverage }
    }

    /// Whether every test about a rule would still do what it says if the rule were this one. `None` where there is no
    /// rule of that code.
    pub fn holds_with(&self, rule: &Rule) -> Option<bool> {
        judge::holds_with(self, rule)
    }
}
