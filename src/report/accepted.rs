//! Findings that the plan accepts, with why, by whom and until when.

use super::Renderer;
use crate::diagnostic::{AcceptedBy, Diagnostic, Message, Value};

/// The findings that are not accepted, and those that are, with who accepts them.
pub(super) fn apart<'a>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
) -> (Vec<&'a Diagnostic>, Vec<(&'a Diagnostic, &'a AcceptedBy)>) {
    let (mut open, mut accepted) = (Vec::new(), Vec::new());
    for finding in findings {
        match &finding.accepted {
            Some(by) => accepted.push((finding, by)),
            None => open.push(finding),
        }
    }
    (open, accepted)
}

/// `because “…”, by …, until …`
pub(super) fn reason(accepted: &AcceptedBy, renderer: Renderer<'_>) -> String {
    let text = |text: &str| Value::Statement(text.to_owned());
    let mut parts = vec![Message::new("accepted-because").with("because", text(&accepted.because))];
    parts.extend(accepted.by.as_deref().map(|by| Message::new("accepted-by").with("by", text(by))));
    parts.extend(accepted.until.map(|until| Message::new("accepted-until").with("date", Value::Date(until))));
    let parts: Vec<String> = parts.iter().map(|part| renderer.message(part)).collect();
    parts.join(", ")
}
