//! The built-in checks: one per file, listed in one table.

pub mod slip;

use crate::diagnostic::{Diagnostic, NotChecked};
use crate::model::Plan;
use crate::outcome::Outcome;
use crate::source::SourceSet;

/// What a check sees.
#[derive(Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was evaluated.
    pub outcome: &'a Outcome,
    /// The texts, for names as written.
    pub sources: &'a SourceSet,
}

/// What checks report.
#[derive(Debug, Default)]
pub struct Report {
    /// Findings, in any order.
    pub findings: Vec<Diagnostic>,
    /// What could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// A check: looks at the plan and reports.
type Check = fn(&Context<'_>, &mut Report);

/// Every check.
static CHECKS: &[Check] = &[];

/// Runs every check.
pub fn check(context: &Context<'_>) -> Report {
    let mut report = Report::default();
    for check in CHECKS {
        check(context, &mut report);
    }
    report
}
