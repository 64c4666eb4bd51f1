//! Curly quotes of pasted text around a text, read as the straight ones that they look like.

use crate::diagnostic::{Diagnostic, Message, Value};
use crate::source::Span;
use crate::syntax::scan::string_end;
use std::borrow::Cow;

/// Quotes that word processors put around a text.
pub(crate) const CURLY: [char; 6] = ['\u{201C}', '\u{201D}', '\u{201E}', '\u{201F}', '\u{AB}', '\u{BB}'];

/// What fills the place of a quote of three bytes, and of two, beside the straight quote: a blank to the parser, and
/// a control character that stands in no text that was read without a finding.
const FILL: [&str; 2] = ["\u{85}", "\u{B}"];

/// The text with straight quotes around every text; every offset stays.
pub(super) fn straight(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(CURLY) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.contains(CURLY) { straight_line(line, &mut out) } else { out.push_str(line) }
    }
    Cow::Owned(out)
}

fn straight_line(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(|char| matches!(char, '"' | '#') || CURLY.contains(&char)) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some(opening) = from.chars().next().filter(|&char| char != '#') else {
            rest = from;
            break;
        };
        let inner = from.get(opening.len_utf8()..).unwrap_or_default();
        push_quote(opening, true, out);
        if let ('"', Ok(end)) = (opening, string_end(inner.as_bytes(), 0)) {
            out.push_str(inner.get(..end).unwrap_or_default());
            rest = inner.get(end..).unwrap_or_default();
            continue;
        }
        let Some((end, closing)) = closing(inner) else {
            rest = inner;
            break;
        };
        out.push_str(inner.get(..end).unwrap_or_default());
        push_quote(closing, false, out);
        rest = inner.get(end + closing.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// The first quote of any kind that no backslash stands before.
fn closing(inner: &str) -> Option<(usize, char)> {
    let mut chars = inner.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '\\' => drop(chars.next()),
            '"' => return Some((at, char)),
            _ if CURLY.contains(&char) => return Some((at, char)),
            _ => {}
        }
    }
    None
}

fn push_quote(quote: char, opens: bool, out: &mut String) {
    let fill = match quote.len_utf8() {
        3 => FILL[0],
        2 => FILL[1],
        _ => "",
    };
    if opens {
        out.push_str(fill);
        out.push('"');
    } else {
        out.push('"');
        out.push_str(fill);
    }
}

/// The span with the whole of the curly quotes at its ends.
pub(super) fn widened(text: &str, span: Span) -> Span {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    if bytes.get(start) == Some(&b'"') {
        let before = bytes.get(..start).unwrap_or_default();
        start -= FILL.iter().find(|fill| before.ends_with(fill.as_bytes())).map_or(0, |fill| fill.len());
    }
    if end > start && bytes.get(end - 1) == Some(&b'"') {
        let after = bytes.get(end..).unwrap_or_default();
        end += FILL.iter().find(|fill| after.starts_with(fill.as_bytes())).map_or(0, |fill| fill.len());
    }
    Span::new(start, end)
}

/// Takes what fills the places of quotes out of what findings say.
pub(super) fn clean(diagnostics: &mut [Diagnostic]) {
    for diagnostic in diagnostics {
        let helps = diagnostic.help.iter_mut();
        let labels = diagnostic.labels.iter_mut().filter_map(|label| label.message.as_mut());
        let titles = diagnostic.fixes.iter_mut().map(|fix| (&mut fix.title, &mut fix.edits));
        clean_message(&mut diagnostic.message);
        helps.chain(labels).for_each(clean_message);
        for (title, edits) in titles {
            clean_message(title);
            for edit in edits {
                clean_text(&mut edit.text);
            }
        }
    }
}

fn clean_message(message: &mut Message) {
    for (_, value) in &mut message.values {
        clean_value(value);
    }
}

fn clean_value(value: &mut Value) {
    match value {
        Value::Text(text) => clean_text(text),
        Value::Message(message) => clean_message(message),
        Value::List(values) | Value::Choice(values) => values.iter_mut().for_each(clean_value),
        _ => {}
    }
}

fn clean_text(text: &mut String) {
    if FILL.iter().any(|fill| text.contains(fill)) {
        text.retain(|char| !matches!(char, '\u{85}' | '\u{B}'));
    }
}
