//! Findings and verdicts -> bytes that people and machines read; one output format per file.

mod accepted;
mod account;
mod advice;
pub mod eval;
pub mod explain;
pub mod filter;
mod fingerprint;
pub mod fixes;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod markdown;
mod markup;
mod plain;
pub mod render;
pub mod rules;
mod run;
pub mod sarif;
pub mod schema;
pub mod short;
pub mod snap;
mod snippet;
pub mod statistics;
pub mod summary;
pub mod testing;
pub mod text;
pub mod trace;
pub mod trace_json;
mod unchecked;
mod uri;
pub mod visible;
pub mod words;
mod wrap;

pub use eval::eval_json;
pub use filter::Filter;
pub use render::{Notation, Renderer};
pub use run::{RunNotes, Weight};
pub use snap::snap;
pub use words::{Phrasebook, Words};

use crate::diagnostic::Diagnostic;
use crate::evaluation::Evaluation;
use crate::source::Span;
use std::collections::BTreeSet;

/// What is said about one checked file.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// What came out.
    pub evaluation: &'a Evaluation,
    /// How messages about it are worded.
    pub renderer: Renderer<'a>,
    /// Which findings are shown.
    pub filter: &'a Filter,
}

impl Checked<'_> {
    /// The findings that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Diagnostic> {
        self.evaluation.findings.iter().filter(|finding| self.filter.shows(finding.code()))
    }

    /// What makes two findings of different plans the same to a reader: place, kind and sentence.
    fn identity<'d>(&'d self, finding: &'d Diagnostic) -> (&'d str, Span, &'static str, String) {
        let place = finding.place();
        let file = self.evaluation.sources.file(place.file).name();
        (file, place.span, finding.kind.name, self.renderer.finding(finding))
    }
}

/// The findings to show for each plan. What several plans have in common, because they include the same file, is shown
/// with the first of them.
fn shown_once<'a>(plans: &'a [Checked<'_>]) -> Vec<Vec<&'a Diagnostic>> {
    let mut seen = BTreeSet::new();
    let is_shared = plans.len() > 1 && plans.iter().any(|plan| plan.evaluation.sources.len() > 1);
    let mut is_new = |plan: &'a Checked<'_>, finding| !is_shared || seen.insert(plan.identity(finding));
    plans.iter().map(|plan| plan.shown().filter(|finding| is_new(plan, finding)).collect()).collect()
}
