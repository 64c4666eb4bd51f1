//! The built-in checks: one per file, listed in one table.

pub mod balance;
pub mod budget;
pub mod differing;
pub mod outside_money;
pub mod reserve_limits;
pub mod slip;
pub mod source_limits;
pub mod stated;
pub mod table_sums;
pub mod table_totals;

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
static CHECKS: &[Check] = &[
    table_totals::check,
    stated::check,
    budget::check,
    balance::check,
    outside_money::check,
    source_limits::check,
    reserve_limits::check,
];

/// Runs every check.
pub fn check(context: &Context<'_>) -> Report {
    let mut report = Report::default();
    for check in CHECKS {
        check(context, &mut report);
    }
    report
}
