//! Figures and years as they were written in, as a file of a language has them out: the same value in one form.

use crate::syntax::ast::Language;
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::number::{self, grouped, is_minus, signs};
use crate::syntax::years;

/// A figure in its one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its text.
    pub text: String,
    /// Where in the text its units digit ends: what comes after it are decimals, marks and words. The length of the text
    /// where there is no digit.
    pub units: usize,
}

/// From which language a file is rewritten into which; most often the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The language of the file.
    pub from: Language,
    /// The language that it gets.
    pub to: Language,
}

/// An amount, number or share, its digits in groups of three.
pub fn figure(written: &str, turn: Turn) -> Figure {
    let (rest, about) = number::about(written.trim());
    let mut text = String::with_capacity(written.len() + 4);
    if about {
        text.push_str(word(Node::kw_about, turn.to));
        text.push(' ');
    }
    if number::is_pm(rest) {
        text.push_str(word(Node::kw_pm, turn.to));
        return whole(text);
    }
    if !rest.is_empty() && rest.chars().all(is_minus) {
        text.push('-');
        return whole(text);
    }
    let rest = before_digits(rest, turn.to, &mut text);
    let rest = digits(rest, turn, &mut text);
    let units = rest.1;
    after_digits(rest.0, turn.to, &mut text);
    Figure { text, units }
}

/// A number in an expression: four plain digits may be a year, and stay as they are.
pub fn number(written: &str, turn: Turn) -> String {
    let written = written.trim();
    if written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.to_owned();
    }
    figure(written, turn).text
}

/// A year or a range of years: `2024..2026`, `2022/23`.
pub fn written_years(written: &str) -> String {
    let Some(read) = years::years(written).filter(|read| read.problem.is_none()) else { return written.to_owned() };
    let (first, last) = (read.style.label(read.range.first), read.style.label(read.range.last));
    if read.is_range { format!("{first}..{last}") } else { first }
}

/// The sign between thousands, where a file keeps it.
pub fn thousands(turn: Turn) -> Option<u8> {
    (turn.from == turn.to).then(|| signs(turn.to).0)
}

/// `(x 1,000)`
pub fn factor(written: &str, turn: Turn) -> String {
    let inner = written.trim_start_matches('(').trim_end_matches(')').trim();
    let digits = inner.strip_prefix(['x', 'X', '\u{D7}']).unwrap_or(inner);
    format!("(x {})", figure(digits, turn).text)
}

/// A count, or a month and a day, with plain signs.
pub fn plain(written: &str) -> String {
    written.replace(is_minus, "-")
}

fn whole(text: String) -> Figure {
    Figure { units: text.len(), text }
}

fn word(node: Node, language: Language) -> &'static str {
    keyword::of(node).map_or("", |keyword| keyword.word(language))
}

/// Sign, parenthesis and currency; gives what follows. In English a sign such as `£` stands against its figure.
fn before_digits<'t>(written: &'t str, language: Language, text: &mut String) -> &'t str {
    let mut rest = written;
    while let Some(char) = rest.chars().next().filter(|char| !char.is_ascii_digit()) {
        let after = rest.get(char.len_utf8()..).unwrap_or_default();
        if is_minus(char) {
            text.push('-');
        } else if !char.is_whitespace() {
            text.push(char);
            let next = after.chars().next().unwrap_or(' ');
            let goes_on = char.is_alphabetic() && next.is_alphabetic();
            let apart = char.is_alphabetic() || language == Language::Dutch;
            if !matches!(char, '(' | '+') && !goes_on && apart {
                text.push(' ');
            }
        }
        rest = after;
    }
    rest
}

/// The digits; gives what follows, and where in the text the units digit ends.
fn digits<'t>(written: &'t str, turn: Turn, text: &mut String) -> (&'t str, usize) {
    let bytes = written.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let separates = matches!(byte, b'.' | b',' | b'_') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !separates {
            break;
        }
        end += 1;
    }
    let (figure, rest) = written.split_at_checked(end).unwrap_or((written, ""));
    let (_, decimal) = signs(turn.from);
    let (units, fraction) = match figure.split_once(char::from(decimal)) {
        Some((units, fraction)) => (units, Some(fraction)),
        None => (figure, None),
    };
    let units: String = units.chars().filter(char::is_ascii_digit).collect();
    text.push_str(&grouped(&units, turn.to));
    let units_end = text.len();
    if let Some(fraction) = fraction {
        let (_, decimal) = signs(turn.to);
        text.push(char::from(decimal));
        text.push_str(fraction);
    }
    (rest, units_end)
}

/// What closes a figure: a parenthesis, a minus behind it, `%`, a unit, `V` and `N`. `,-` says nothing, and goes.
fn after_digits(written: &str, language: Language, text: &mut String) {
    let mut rest = written.trim();
    if let Some(after) = rest.strip_prefix(',') {
        rest = after.trim_start_matches(is_minus).trim_start();
    }
    while let Some(char) = rest.chars().next() {
        let length = rest.find(|char: char| !char.is_alphabetic()).unwrap_or(rest.len());
        if length == 0 {
            text.push(if is_minus(char) { '-' } else { char });
            rest = rest.get(char.len_utf8()..).unwrap_or_default().trim_start();
            continue;
        }
        let (found, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        text.push(' ');
        text.push_str(&unit(found, language));
        rest = after.trim_start();
    }
}

/// `mln` is `miljoen`, or `million`; `v` is `V`.
fn unit(found: &str, language: Language) -> String {
    let scales = [Node::kw_thousand, Node::kw_million, Node::kw_billion];
    let known = scales.into_iter().filter_map(keyword::of);
    let mut of_either = known.filter(|word| word.is(Language::English, found) || word.is(Language::Dutch, found));
    match of_either.next() {
        Some(word) => word.word(language).to_owned(),
        None if found.len() == 1 => found.to_uppercase(),
        None => found.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Turn, factor, figure, number, written_years};
    use crate::syntax::ast::Language::{Dutch, English};

    const NL: Turn = Turn { from: Dutch, to: Dutch };
    const EN: Turn = Turn { from: English, to: English };
    const TO_EN: Turn = Turn { from: Dutch, to: English };

    #[test]
    fn figures_have_one_form() {
        for (written, turn, right) in [
            ("1234", NL, "1.234"),
            ("1234,5", NL, "1.234,5"),
            ("€1234", NL, "€ 1.234"),
            ("− €  5", NL, "-€ 5"),
            ("(1080)", NL, "(1.080)"),
            ("1080-", NL, "1.080-"),
            ("1.080,-", NL, "1.080"),
            ("1.080,--", NL, "1.080"),
            ("circa1,2 mln", NL, "circa 1,2 miljoen"),
            ("ca. 5000", NL, "circa 5.000"),
            ("1_234_567", EN, "1,234,567"),
            ("EUR12.50", EN, "EUR 12.50"),
            ("£ 165000", EN, "£165,000"),
            ("$-5", EN, "$-5"),
            ("50 %", EN, "50%"),
            ("5.500v", NL, "5.500 V"),
            ("–", NL, "-"),
            ("PM", NL, "pm"),
            ("tbc", EN, "pm"),
            ("1.234,50", TO_EN, "1,234.50"),
            ("circa 2,125%", TO_EN, "about 2.125%"),
            ("1,2 mld", TO_EN, "1.2 mld"),
            ("3 mrd", TO_EN, "3 billion"),
        ] {
            assert_eq!(figure(written, turn).text, right, "{written}");
        }
    }

    #[test]
    fn the_units_digit_is_known() {
        let before = |written: &str| {
            let read = figure(written, NL);
            read.text.get(..read.units).unwrap().to_owned()
        };
        assert_eq!(before("1234,50"), "1.234");
        assert_eq!(before("(1234)"), "(1.234");
        assert_eq!(before("pm"), "pm");
        assert_eq!(before("6.000 N"), "6.000");
    }

    #[test]
    fn years_and_factors_too() {
        assert_eq!(number("2024", NL), "2024");
        assert_eq!(number("20240", NL), "20.240");
        assert_eq!(written_years("2024 t/m 2026"), "2024..2026");
        assert_eq!(written_years("2022-23"), "2022/23");
        assert_eq!(factor("(X  1000)", NL), "(x 1.000)");
        assert_eq!(factor("(x 1 mln)", TO_EN), "(x 1 million)");
    }
}
