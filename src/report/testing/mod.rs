//! What came out of the tests of rules -> text for people, lines for editors, one object for machines.

mod json;
mod text;

pub use json::json;
pub use text::{short, text};

use super::{Notation, Renderer, Words};
use crate::diagnostic::{Diagnostic, Message};
use crate::source::Place;
use crate::testing::{Failure, TestResult, TestVerdict, Tested};

/// The tests of one file, and who reads of them.
pub struct TestsOf<'a> {
    /// What came out.
    pub tested: &'a Tested,
    /// The reader's words.
    pub words: &'a Words,
}

/// How many tests came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TestTally {
    /// Those that do what they say.
    pub passed: usize,
    /// Those that do not.
    pub failed: usize,
    /// Those that cannot be read.
    pub broken: usize,
}

impl TestTally {
    /// Counts the tests of some files.
    pub fn of<'t>(files: impl IntoIterator<Item = &'t Tested>) -> Self {
        let mut tally = Self::default();
        for result in files.into_iter().flat_map(|file| &file.results) {
            match result.verdict {
                TestVerdict::Passed => tally.passed += 1,
                TestVerdict::Failed(_) => tally.failed += 1,
                TestVerdict::Broken(_) => tally.broken += 1,
            }
        }
        tally
    }

    /// How many tests there are.
    pub fn count(self) -> usize {
        self.passed + self.failed + self.broken
    }
}

impl<'a> TestsOf<'a> {
    fn plain(&self) -> Renderer<'a> {
        Renderer::new(self.words, Notation::default())
    }

    /// A reader of one test, in the notation of its plan.
    fn renderer(&self, result: &TestResult) -> Renderer<'a> {
        let (currency, years) = result.notation;
        Renderer::new(self.words, Notation { currency, years })
    }

    fn file(&self) -> &'a str {
        self.tested.sources.iter().next().map_or("", |(_, file)| file.name())
    }
}

/// What went otherwise, as a sentence, with its place.
fn sentence(failure: &Failure, renderer: Renderer<'_>, result: &TestResult) -> (String, Place) {
    let (message, place) = match failure {
        Failure::Missing { expected, .. } => {
            let code = expected.code.as_str();
            let message = match &expected.on {
                Some(name) => Message::new("testing-missing-on").with("name", name.as_str()),
                None => Message::new("testing-missing"),
            };
            (message.with("code", code), expected.place)
        }
        Failure::Unexpected(finding) => {
            let message = Message::new("testing-unexpected")
                .with("code", finding.code().to_string())
                .with("sentence", finding.message.clone());
            (message, finding.place())
        }
        Failure::Undecided { entry, .. } => {
            let message =
                Message::new("testing-undecided").with("what", entry.what.clone()).with("why", entry.why.clone());
            (message, result.place)
        }
    };
    (renderer.message(&message), place)
}

/// Why, a sentence each: why it was not found, or what the conditions of the rule came to.
fn because(failure: &Failure, renderer: Renderer<'_>) -> Vec<String> {
    let said = match failure {
        Failure::Missing { because, .. } | Failure::Undecided { because, .. } => because,
        Failure::Unexpected(finding) => &finding.values,
    };
    said.iter().map(|message| renderer.message(message)).collect()
}

/// A finding with nothing but its place, to be drawn.
fn at(place: Place) -> Diagnostic {
    Diagnostic::new(&crate::codes::RULE_WITHOUT_TEST, place)
}
