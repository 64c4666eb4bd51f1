//! Findings -> one line each, as editors and other programs expect them: `file:line:column: error POK201: sentence`.

use super::visible::visible;
use super::{Checked, shown_once};
use std::fmt::Write as _;

/// One line for each finding that is shown.
pub fn report(plans: &[Checked<'_>]) -> String {
    let mut out = String::new();
    for (plan, findings) in plans.iter().zip(shown_once(plans)) {
        for finding in findings {
            let place = finding.place();
            let file = plan.evaluation.sources.file(place.file);
            let at = file.position(place.span.start);
            let level = plan.renderer.level(finding.level());
            let sentence = plan.renderer.finding(finding);
            let name = visible(file.name());
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name}:{}:{}: {level} {}: {sentence}", at.line, at.column, finding.code());
        }
    }
    out
}
