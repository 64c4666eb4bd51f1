//! What there is to say of a run besides its plans, for formats that other programs show.

use super::Renderer;
use crate::diagnostic::{Diagnostic, Severity};
use crate::evaluation::Verdict;

/// A run besides its plans.
#[derive(Clone, Copy)]
pub struct RunNotes<'a> {
    /// Who reads what is said about all plans together.
    pub reader: Renderer<'a>,
    /// The verdict over all plans.
    pub verdict: Verdict,
    /// What could not be read, a sentence each.
    pub unread: &'a [String],
    /// What was left out as the project wishes, a sentence each.
    pub left_out: &'a [String],
    /// What makes the run fail besides errors, for each plan; plans beyond its end ask nothing more.
    pub weights: &'a [Weight],
}

/// What makes a run fail besides errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Warnings.
    pub warnings: bool,
    /// A verdict that is undecided.
    pub undecided: bool,
}

impl<'a> RunNotes<'a> {
    /// A run in which everything could be read, and in which only errors weigh.
    pub fn of(reader: Renderer<'a>, verdict: Verdict) -> Self {
        Self { reader, verdict, unread: &[], left_out: &[], weights: &[] }
    }

    /// What weighs for the plan of that number.
    pub(super) fn weight(&self, plan: usize) -> Weight {
        self.weights.get(plan).copied().unwrap_or_default()
    }
}

/// How grave a finding is to a program that stops a change at errors: what only a scenario would bring about stops nothing.
pub(super) fn gravity(finding: &Diagnostic) -> Severity {
    if finding.counts() { finding.level() } else { Severity::Note }
}
