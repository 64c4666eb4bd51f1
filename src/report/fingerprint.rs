//! What tells a finding from every other, and stays the same where the text around it moves.

use super::Checked;
use crate::diagnostic::{Diagnostic, Piece, Value};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Bytes of the hash that are shown.
const SHOWN: usize = 16;

/// Gives fingerprints of findings in their order: of findings that are alike, the first, the second and so on differ.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// The fingerprint of a finding: of its file, its code, what it says, the names and years that it says it of, and the
    /// line that it points at. No line numbers and no amounts: those change with what stands elsewhere.
    pub(super) fn of(&mut self, plan: &Checked<'_>, finding: &Diagnostic) -> String {
        let file = plan.evaluation.sources.file(finding.place().file);
        let (code, line) = (finding.code().to_string(), file.position(finding.place().span.start).line);
        let mut parts = vec![file.name(), &code, finding.message.name, finding.scenario.as_deref().unwrap_or("")];
        let mut named = Vec::new();
        for (_, value) in &finding.message.values {
            names(value, plan, &mut named);
        }
        parts.extend(finding.about.iter().map(String::as_str));
        parts.extend(named.iter().map(String::as_str));
        let starts = file.line_starts();
        let start = starts.get(line - 1).map_or(0, |start| *start as usize);
        let text = file.text().get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        parts.push(&text);
        self.of_parts(&parts)
    }

    /// The fingerprint of something that these words tell.
    pub(super) fn of_parts(&mut self, parts: &[&str]) -> String {
        let mut hash = Sha256::new();
        for part in parts {
            // With its length, so that no two lists of words run together into one.
            hash.update(part.len().to_le_bytes());
            hash.update(part.as_bytes());
        }
        let alike = self.seen.entry(hex(&hash.clone().finalize())).or_default();
        hash.update(alike.to_le_bytes());
        *alike += 1;
        hex(&hash.finalize())
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(2 * SHOWN);
    for byte in bytes.iter().take(SHOWN) {
        // Writing to a string cannot fail.
        let _ = write!(shown, "{byte:02x}");
    }
    shown
}

/// The names and years in a value.
fn names(value: &Value, plan: &Checked<'_>, found: &mut Vec<String>) {
    match value {
        Value::Text(text) | Value::Statement(text) => found.push(text.clone()),
        Value::Year(_) | Value::Years(_) => found.push(plan.renderer.value(value)),
        Value::Keyword(english, _) => found.push((*english).to_owned()),
        Value::Message(message) => {
            found.push(message.name.to_owned());
            message.values.iter().for_each(|(_, value)| names(value, plan, found));
        }
        Value::List(values) | Value::Choice(values) => values.iter().for_each(|value| names(value, plan, found)),
        Value::Told(told) => {
            let pieces = told.texts.first().map(|(_, pieces)| pieces.as_slice()).unwrap_or_default();
            for piece in pieces {
                if let Piece::Value(value) = piece {
                    names(value, plan, found);
                }
            }
        }
        Value::Money(_)
        | Value::Figure(_)
        | Value::Sum(_)
        | Value::Number(_)
        | Value::Date(_)
        | Value::Decimal(_)
        | Value::Percent(_)
        | Value::Keywords(_) => {}
    }
}
