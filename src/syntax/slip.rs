//! What documents write where an amount belongs, in, and how a plan writes it out.

use crate::syntax::ast::Language;
use crate::syntax::number;

/// What is meant, and whether it says exactly the same.
pub(super) fn meant(written: &str, language: Language) -> Option<(String, bool)> {
    let small = written.trim().to_lowercase();
    let bare: String = small.chars().filter(|char| !char.is_whitespace()).collect();
    match bare.as_str() {
        "p.m." | "p.m" | "pm." => return Some(("pm".to_owned(), true)),
        "n.v.t." | "n.v.t" | "nvt" | "nvt." | "nihil" | "n/a" | "nil" | "none" | "geen" => {
            return Some(("-".to_owned(), true));
        }
        _ => {}
    }
    let is_dash = |char: char| number::is_minus(char) || matches!(char, '\u{2014}' | '\u{2015}');
    let signs = bare.trim_start_matches(['\u{20AC}', '$', '\u{A3}']);
    if !signs.is_empty() && signs.trim_end_matches('\u{20AC}').chars().all(is_dash) {
        return Some(("-".to_owned(), true));
    }
    figure(written.trim(), language)
}

/// A figure with something around it that is not read.
fn figure(written: &str, language: Language) -> Option<(String, bool)> {
    let reads = |text: &str| number::figure(text, language, 2).is_ok_and(|figure| !figure.percent);
    if let Some(offered) = written.strip_suffix('.').filter(|before| reads(before)) {
        return Some((offered.to_owned(), true));
    }
    if let Some(digits) = written.strip_suffix(",=").filter(|before| reads(before)) {
        return Some((digits.to_owned(), true));
    }
    let start = written.char_indices().rev().take_while(|(_, char)| char.is_alphabetic()).last()?.0;
    let (digits, word) = written.split_at(start);
    let digits = digits.trim_end();
    let small = word.to_lowercase();
    let scale = |english: &str, dutch: &str| {
        let word = if language == Language::Dutch { dutch } else { english };
        Some((format!("{digits} {word}"), false)).filter(|(text, _)| reads(text))
    };
    match small.as_str() {
        "euro" | "euros" | "eur" => reads(digits).then(|| (digits.to_owned(), true)),
        "k" => scale("thousand", "duizend"),
        "m" | "mio" | "mil" => scale("million", "mln"),
        "b" | "bn" | "mld" => scale("billion", "mrd"),
        _ => None,
    }
}
