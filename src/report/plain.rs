//! The places of a finding in words, for who hears the text instead of seeing it: no lines, arrows or columns.

use super::Renderer;
use super::snippet::MOST_PLACES;
use super::visible::{shortened, visible};
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::source::{FileId, SourceFile, SourceSet};

/// Longest line that is quoted whole, in characters.
const LONGEST_LINE: usize = 400;

/// Says of each place where it is, what is to be said there, and what stands on its line, each line once.
pub(super) fn places(out: &mut String, sources: &SourceSet, finding: &Diagnostic, renderer: Renderer<'_>) {
    let mut before: Option<(FileId, usize)> = None;
    let mut quoted: Vec<(FileId, usize)> = Vec::new();
    for label in finding.labels.iter().take(MOST_PLACES) {
        let id = label.place.file;
        let file = sources.file(id);
        let position = file.position(label.place.span.start);
        let number = |number: usize| Value::Statement(number.to_string());
        let same_file = before.is_some_and(|(file, _)| file == id);
        let place = if same_file {
            Message::new("plain-place")
        } else {
            Message::new("plain-place-in").with("file", Value::Statement(file.name().to_owned()))
        };
        let place =
            renderer.message(&place.with("line", number(position.line)).with("column", number(position.column)));
        let words = label.message.as_ref().map(|message| format!(": {}", renderer.message(message)));
        out.push_str(&indented("  ", &(place + &words.unwrap_or_default())));
        before = Some((id, position.line));
        let text = line(file, position.line);
        if !text.is_empty() && !quoted.contains(&(id, position.line)) {
            quoted.push((id, position.line));
            let quote = Message::new("plain-quote").with("text", Value::Statement(text));
            out.push_str(&indented("    ", &renderer.message(&quote)));
        }
    }
}

fn indented(indent: &str, text: &str) -> String {
    format!("{indent}{text}\n")
}

/// The text of a line, numbered from 1, with single blanks, so that columns of a table follow each other.
fn line(file: &SourceFile, number: usize) -> String {
    let starts = file.line_starts();
    let at = |index: usize| starts.get(index).map_or(file.text().len(), |&start| start as usize);
    let text = file.text().get(at(number.saturating_sub(1))..at(number)).unwrap_or("");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&visible(&text), LONGEST_LINE)
}
