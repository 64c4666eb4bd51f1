//! Text that comes from a plan, made safe to show: nothing in it can move the cursor, colour or reorder the line.

use std::borrow::Cow;

/// Whether a character would act on the terminal, or on the order of the text, instead of being shown.
pub fn is_hidden_control(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text with every such character shown as a sign: `␛` for escape, `␊` for a line end, `\u{202e}` for the rest.
pub fn visible(text: &str) -> String {
    if !text.chars().any(is_hidden_control) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        match char {
            _ if !is_hidden_control(char) => shown.push(char),
            '\u{7f}' => shown.push('␡'),
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(char))),
            _ => shown.extend(char.escape_unicode()),
        }
    }
    shown
}

/// A piece of source as it may be shown: the same number of bytes, so that offsets hold, line ends and tabs kept,
/// every other such character replaced by a visible one.
pub fn same_length(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|char| is_hidden_control(char) && char != '\n' && char != '\t') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let line_end = char == '\n' || char == '\r' && chars.peek() == Some(&'\n');
        match char.len_utf8() {
            _ if line_end || char == '\t' || !is_hidden_control(char) => shown.push(char),
            1 => shown.push('?'),
            2 => shown.push('¿'),
            3 => shown.push('\u{fffd}'),
            _ => shown.push('\u{1f6ab}'),
        }
    }
    Cow::Owned(shown)
}

/// The text, its middle left out where it is longer than `limit` characters.
pub fn shortened(text: &str, limit: usize) -> String {
    let length = text.chars().count();
    if length <= limit {
        return text.to_owned();
    }
    let kept = limit.saturating_sub(1);
    let tail = kept / 3;
    let head: String = text.chars().take(kept - tail).collect();
    let end: String = text.chars().skip(length - tail).collect();
    format!("{head}…{end}")
}

#[cfg(test)]
mod tests {
    use super::{same_length, shortened, visible};

    #[test]
    fn controls_become_signs() {
        assert_eq!(visible("a\u{1b}[31mb\nc\u{202e}d\u{7f}\u{9b}"), "a␛[31mb␊c\\u{202e}d␡\\u{9b}");
        assert_eq!(visible("cliëntondersteuning €"), "cliëntondersteuning €");
    }

    #[test]
    fn source_keeps_its_length() {
        let source = "a\u{1b}b\tc\r\nd\re\u{9b}f\u{202e}g\u{e0001}h\n";
        let shown = same_length(source);
        assert_eq!(shown.len(), source.len());
        assert_eq!(shown, "a?b\tc\r\nd?e¿f\u{fffd}g\u{1f6ab}h\n");
    }

    #[test]
    fn long_text_loses_its_middle() {
        assert_eq!(shortened("short", 80), "short");
        let cut = shortened(&"é".repeat(500), 80);
        assert_eq!(cut.chars().count(), 80);
        assert!(cut.contains('…'));
    }
}
