//! Whether a parenthesis is closed before the next brace, found once for each stretch of text.

use crate::syntax::layout::string_end;

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
    /// next brace or semicolon.
    pub(super) fn is_closed(&mut self, bytes: &[u8], start: usize, open: usize) -> bool {
        if open < self.start || open >= self.end {
            self.scan(bytes, start);
        }
        self.unclosed.binary_search(&open).is_err()
    }

    fn scan(&mut self, bytes: &[u8], start: usize) {
        self.start = start;
        self.unclosed.clear();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' | b'}' | b';' => break,
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
