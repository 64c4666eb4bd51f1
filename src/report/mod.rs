//! Findings and verdicts -> bytes that people and machines read; one output format per file.

pub mod explain;
pub mod filter;
pub mod json;
pub mod render;
pub mod short;
mod snippet;
pub mod summary;
pub mod text;
pub mod visible;
pub mod words;
mod wrap;

pub use filter::Filter;
pub use render::{Notation, Renderer};
pub use words::{Phrasebook, Words};

use crate::evaluation::Evaluation;

/// What is said about one checked file.
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
    pub fn shown(&self) -> impl Iterator<Item = &crate::diagnostic::Diagnostic> {
        self.evaluation.findings.iter().filter(|finding| self.filter.shows(finding.code()))
    }
}
