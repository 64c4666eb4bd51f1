//! Where a text ends, and whether a line that ends so goes on.

/// The end of the text that begins after its quote here: after its closing quote, or `Err` at the end of the line.
pub(super) fn string_end(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', rest) else { return Err(bytes.len()) };
        at += length;
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') if bytes.get(at + 1).is_some_and(|&next| next != b'\n') => at += 2,
            Some(b'\\') => at += 1,
            _ => return Err(at),
        }
    }
}

/// Whether a line that ends so must go on: after a comma, or an operator that cannot end it; a lone `-` can.
pub(super) fn ends_open(written: &[u8]) -> bool {
    match written.last() {
        // `45.000,=` is how an amount without cents is printed.
        Some(b'=') if written.ends_with(b",=") => false,
        Some(b',' | b'+' | b'*' | b'=' | b'<' | b'>') => true,
        Some(b'/') => written.iter().rev().nth(1).is_some_and(u8::is_ascii_whitespace),
        Some(b'd' | b'D' | b'r' | b'R' | b'n' | b'N' | b'f' | b'F' | b't' | b'T') => {
            let ends = ["and", "or", "en", "of", "not", "niet"].iter().any(|word| ends_in_word(written, word));
            ends && !is_head(written)
        }
        _ => false,
    }
}

/// Words after which a name stands, and in `language en` a word that is also the Dutch `and`.
const BEFORE_NAMES: &[&str] = &[
    "language", "taal", "plan", "document", "decision", "besluit", "theme", "thema", "source", "bron", "part", "deel",
    "reserve", "goal", "doel", "scenario", "rule", "regel", "change", "wijzig",
];

/// Whether it is the head of an item, such as `goal and`: a name that is refused, and no operator.
fn is_head(written: &[u8]) -> bool {
    // Blanks of pasted text stand between words too.
    let Ok(written) = std::str::from_utf8(written) else { return false };
    let mut words = written.split_whitespace();
    let first = words.next().unwrap_or_default();
    BEFORE_NAMES.iter().any(|word| first.eq_ignore_ascii_case(word)) && words.count() == 1
}

fn ends_in_word(written: &[u8], word: &str) -> bool {
    let Some(start) = written.len().checked_sub(word.len()) else { return false };
    let (before, end) = written.split_at(start);
    end.eq_ignore_ascii_case(word.as_bytes())
        && before.last().is_some_and(|&byte| byte == b')' || byte.is_ascii_whitespace())
}

/// Length of the pasted blank (no-break space and the like) that stands here, or zero.
pub(super) fn blank_length(text: &str, at: usize) -> usize {
    let char = text.get(at..).and_then(|rest| rest.chars().next());
    char.filter(|char| char.is_whitespace()).map_or(0, char::len_utf8)
}

/// The same, but for the blank that fills the place of a curly quote and belongs to its text.
pub(super) fn pasted_blank(text: &str, at: usize) -> usize {
    if text.get(at..).is_some_and(|rest| rest.starts_with('\u{85}')) { 0 } else { blank_length(text, at) }
}
