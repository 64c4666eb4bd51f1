//! What to do about a finding: its help and its fixes as sentences, each once.

use super::Renderer;
use crate::diagnostic::{Diagnostic, Edit};

/// The sentences, help first.
pub(super) fn advice(finding: &Diagnostic, renderer: Renderer<'_>) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for message in &finding.help {
        let sentence = renderer.message(message);
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    for fix in &finding.fixes {
        // Help that already names what to write is enough.
        let written =
            |edit: &Edit| !edit.text.trim().is_empty() && said.iter().any(|line| line.contains(edit.text.trim()));
        let sentence = renderer.message(&fix.title);
        if !said.contains(&sentence) && !fix.edits.iter().all(written) {
            said.push(sentence);
        }
    }
    said
}
