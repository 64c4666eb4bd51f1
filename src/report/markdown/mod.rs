//! Findings -> Markdown, for a proposal or a merge request: first one page for who decides, then every finding.

mod details;
mod front;

use super::unchecked::{Unchecked, unchecked_once};
use super::{Checked, RunNotes, shown_once};
use crate::diagnostic::Diagnostic;
use crate::kind::FileKind;

/// One file with what is said of it.
struct Part<'a, 'c> {
    plan: &'a Checked<'c>,
    /// The findings that are shown with it.
    findings: Vec<&'a Diagnostic>,
    unchecked: Vec<Unchecked>,
}

impl Part<'_, '_> {
    /// What people call it: its title, or its name, or else its file.
    fn title(&self) -> &str {
        let evaluation = self.plan.evaluation;
        evaluation.title.as_deref().or(evaluation.name.as_deref()).unwrap_or_else(|| self.file())
    }

    fn file(&self) -> &str {
        self.plan.evaluation.sources.iter().next().map_or("", |(_, file)| file.name())
    }

    fn is_settings(&self) -> bool {
        self.plan.evaluation.kind == FileKind::Settings
    }

    /// A project file of which there is nothing to say.
    fn is_silent(&self) -> bool {
        self.is_settings() && self.findings.is_empty() && self.unchecked.is_empty()
    }
}

/// The document.
pub fn report(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let all = plans.iter().zip(shown_once(plans)).zip(unchecked_once(plans));
    let all = all.map(|((plan, findings), unchecked)| Part { plan, findings, unchecked });
    let parts: Vec<Part<'_, '_>> = all.filter(|part| !part.is_silent()).collect();
    let mut out = front::page(plans, &parts, run);
    out.push_str(&details::pages(&parts, run.reader));
    out
}
