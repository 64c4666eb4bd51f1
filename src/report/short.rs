//! Findings -> one line each, as editors and other programs expect them: `file:line:column: error POK201: sentence`.
//! What the plan accepts has the word for that in place of the level, and its reason after the sentence.

use super::accepted::reason;
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
            let (mut level, mut sentence) = (plan.renderer.level(finding.level()), plan.renderer.finding(finding));
            if let Some(accepted) = &finding.accepted {
                level = plan.renderer.plain("level-accepted");
                sentence = format!("{sentence} ({})", reason(accepted, plan.renderer));
            }
            let name = visible(file.name());
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name}:{}:{}: {level} {}: {sentence}", at.line, at.column, finding.code());
        }
    }
    out
}
