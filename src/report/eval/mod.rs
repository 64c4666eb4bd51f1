//! What the money comes to -> tables for people, JSON and CSV for machines; one form per file.

mod csv;
mod head;
mod json;
mod markdown;
mod sheet;
mod sheets;
mod table;

pub use csv::report as csv;
pub use json::{eval_json, report as json};
pub use markdown::report as markdown;
pub use table::report as table;

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::evaluation::{PlanOutcome, Verdict};

/// Which headroom is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShowHeadroom<'a> {
    /// None.
    #[default]
    No,
    /// All that was worked out.
    All,
    /// That of one goal or source, with what binds it.
    Of(&'a str),
}

/// What is asked of an outcome.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Only this scenario.
    pub scenario: Option<&'a str>,
    /// Which headroom is shown in tables.
    pub headroom: ShowHeadroom<'a>,
}

/// One plan with the outcome that is shown of it.
struct Shown<'a> {
    plan: &'a Checked<'a>,
    outcome: Option<&'a PlanOutcome>,
    scenario: Option<&'a str>,
}

impl<'a> Shown<'a> {
    fn new(plan: &'a Checked<'a>, wanted: Wanted<'a>) -> Self {
        Self { plan, outcome: plan.evaluation.outcome(wanted.scenario), scenario: wanted.scenario }
    }

    fn verdict(&self) -> Verdict {
        match (self.scenario, self.outcome) {
            (None, _) => self.plan.evaluation.verdict,
            (Some(_), Some(outcome)) => outcome.verdict,
            (Some(_), None) => Verdict::Undetermined,
        }
    }

    /// The findings of the plan, or those that only the scenario has.
    fn findings(&self) -> Vec<&'a Diagnostic> {
        match self.scenario {
            None => self.plan.shown().collect(),
            Some(_) => self.outcome.map_or(Vec::new(), |outcome| outcome.findings.iter().collect()),
        }
    }

    /// The outcomes of the scenarios, where the plan itself is shown.
    fn scenarios(&self) -> impl Iterator<Item = (&'a str, &'a PlanOutcome)> {
        let outcomes = self.plan.evaluation.outcomes.iter().filter(|_| self.scenario.is_none());
        outcomes.filter_map(|outcome| Some((outcome.scenario.as_deref()?, outcome)))
    }
}
