//! Whether a parenthesis is closed before the next brace, found once for each stretch of text.

use crate::syntax::keyword;
use crate::syntax::scan::string_end;

/// The parentheses of the last stretch that was asked about.
#[derive(Default)]
pub(super) struct Parentheses {
    start: usize,
    end: usize,
    /// Offsets of those that are never closed, ascending.
    unclosed: Vec<usize>,
}

impl Parentheses {
    /// Whether the parenthesis that opens at `open`, in the statement that begins at `start`, is closed before the
    /// next brace, semicolon, or line that begins like an item.
    pub(super) fn is_closed(&mut self, text: &str, start: usize, open: usize) -> bool {
        if open < self.start || open >= self.end {
            self.scan(text, start);
        }
        self.unclosed.binary_search(&open).is_err()
    }

    fn scan(&mut self, text: &str, start: usize) {
        let bytes = text.as_bytes();
        self.start = start;
        self.unclosed.clear();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' | b'}' | b';' => break,
                b'\n' if begins_item(text.get(at..).unwrap_or_default()) => break,
                b'(' => self.unclosed.push(at - 1),
                b')' => drop(self.unclosed.pop()),
                b'"' => at = string_end(bytes, at).unwrap_or_else(|end| end),
                b'#' => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    at = memchr::memchr(b'\n', rest).map_or(bytes.len(), |length| at + length);
                }
                _ => {}
            }
        }
        self.end = at;
    }
}

/// Whether a line begins with the keyword of an item and then a name, text or parenthesis, as nothing inside a
/// parenthesis does.
fn begins_item(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t']);
    let word = keyword::first_word(line);
    if !keyword::begins_item(word) {
        return false;
    }
    let after = line.get(word.len()..).unwrap_or_default();
    let Some(next) = after.strip_prefix([' ', '\t']).map(str::trim_start) else { return false };
    let joins = ["for", "voor", "in", "is", "has", "heeft", "and", "en", "or", "of", "where", "waarbij"];
    let next_word = keyword::first_word(next);
    match next.chars().next() {
        Some('"' | '(') => true,
        Some(char) => char.is_alphanumeric() && !joins.iter().any(|join| join.eq_ignore_ascii_case(next_word)),
        None => false,
    }
}
