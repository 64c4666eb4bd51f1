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
    let labels: Vec<String> =
        finding.labels.iter().filter_map(|label| label.message.as_ref()).map(|it| renderer.message(it)).collect();
    for fix in &finding.fixes {
        // Help that already names what to write is enough.
        let written = |edit: &Edit| {
            let text = edit.text.trim();
            !text.is_empty()
                && (said.iter().any(|line| line.contains(text)) || labels.iter().any(|line| says(line, text)))
        };
        let sentence = renderer.message(&fix.title);
        if !said.contains(&sentence) && !fix.edits.iter().all(written) {
            said.push(sentence);
        }
    }
    said
}

/// Whether a label names just this figure: `should be €74,200` does not say 4,200.
fn says(label: &str, figure: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || matches!(char, '.' | ',' | '-');
    label.split(|char: char| !part(char)).any(|word| word.trim_matches(['.', ',', '-']) == figure)
}
