//! Sentences broken into lines of a width, without parting a currency sign from its amount or a short statement.

use unicode_width::UnicodeWidthStr;

/// The text in lines of at most `width` columns, the first after `first`, the others after `rest`. A word longer than
/// a line stands alone on one.
pub(super) fn wrapped(text: &str, first: &str, rest: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(first);
    let mut column = first.width();
    let indent = rest.width();
    let mut at_start = true;
    for word in unbreakable(text) {
        let needed = word.width();
        if !at_start && column + 1 + needed > width.max(indent + 20) {
            out.push('\n');
            out.push_str(rest);
            column = indent;
            at_start = true;
        }
        if !at_start {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += needed;
        at_start = false;
    }
    out.push('\n');
    out
}

/// Columns of a statement between backquotes up to which it is kept on one line.
const LONGEST_STATEMENT: usize = 64;

/// Where a statement between backquotes ends that begins with this word, which ends at `end`.
fn end_of_statement(text: &str, word: &str, end: usize) -> usize {
    if word.matches('`').count().is_multiple_of(2) {
        return end;
    }
    let tail = text.get(end..).unwrap_or("");
    let close = tail.find('`').map_or(end, |at| end + at + 1);
    let after = text.get(close..).unwrap_or("");
    let whole = close + after.find(' ').unwrap_or(after.len());
    if close > end && text.get(..whole).is_some_and(|text| text.width() <= LONGEST_STATEMENT) { whole } else { end }
}

/// Words, where a currency sign and the amount after it are one, and so is a short statement.
fn unbreakable(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        loop {
            let tail = rest.get(end..).unwrap_or("");
            let next = tail.find(' ').map_or(rest.len(), |at| end + at);
            let word = rest.get(end..next).unwrap_or("");
            let sign = !word.is_empty() && word.chars().all(|char| "€$£¥+".contains(char));
            if !sign || next >= rest.len() {
                end = end_of_statement(rest, word, next);
                break;
            }
            end = next + 1;
        }
        let word = rest.get(..end);
        rest = rest.get(end..).unwrap_or("");
        word
    })
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn amounts_stay_whole() {
        let text = "Beschikbaar is € 596.437 in plaats van € 634.500 dat er staat";
        assert_eq!(wrapped(text, "", "  ", 40), "Beschikbaar is € 596.437 in plaats van\n  € 634.500 dat er staat\n");
    }

    #[test]
    fn long_words_stand_alone() {
        let long = "x".repeat(60);
        assert_eq!(wrapped(&format!("a {long} b"), "", "", 30), format!("a\n{long}\nb\n"));
    }
}
