//! Random slips in plans that are right: whatever is written, fixes come to an end and change no figure that was read.

use super::corpus::texts;
use super::{Case, figures, missing, unread};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Plans to put slips into: small ones, so that a run stays short.
static PLANS: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let small = |case: &Case| case.name.starts_with("examples/") && case.text.len() < 4_000;
    texts().into_iter().filter(small).collect()
});

/// A slip, with where in the text it is made.
#[derive(Clone, Debug)]
enum Slip {
    /// Two letters of a word swapped.
    Swapped(usize),
    /// A letter left out.
    LeftOut(usize),
    /// A keyword of the other language.
    Foreign(usize),
    /// A blank in the place of a separator.
    Blank(usize),
    /// Curly quotes.
    Curly(usize),
    /// Years with a dash.
    Dash(usize),
    /// An operator without white space.
    Joined(usize),
    /// A colon after the name of a row.
    Colon(usize),
}

const FOREIGN: [(&str, &str); 10] = [
    ("income", "baten"),
    ("cost", "lasten"),
    ("source", "bron"),
    ("goal", "doel"),
    ("table", "tabel"),
    ("stated", "vermeld"),
    ("paid by", "betaald uit"),
    ("opening", "beginstand"),
    ("total", "totaal"),
    ("years", "jaren"),
];

/// The place of the nth of these, counted round.
fn nth(text: &str, number: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let all: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| fits(*at)).collect();
    all.get(number.checked_rem(all.len())?).copied()
}

fn replaced(text: &str, at: usize, length: usize, new: &str) -> String {
    format!("{}{new}{}", &text[..at], &text[at + length..])
}

fn letters(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    letter(at) && letter(at + 1) && at > 0 && letter(at - 1)
}

fn made(text: &str, slip: &Slip) -> Option<String> {
    let starts = |what: &'static str| move |at: usize| text[at..].starts_with(what);
    let between_digits = |at: usize| {
        let bytes = text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        matches!(bytes[at], b',' | b'.') && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 3)
    };
    Some(match slip {
        Slip::Swapped(number) => {
            let at = nth(text, *number, |at| letters(text, at))?;
            let swapped: String = text[at..at + 2].chars().rev().collect();
            replaced(text, at, 2, &swapped)
        }
        Slip::LeftOut(number) => replaced(text, nth(text, *number, |at| letters(text, at))?, 1, ""),
        Slip::Foreign(number) => {
            let (english, dutch) = FOREIGN[number % FOREIGN.len()];
            let (from, to) = if text.contains("taal nl") { (dutch, english) } else { (english, dutch) };
            let at = nth(text, *number, |at| text[at..].starts_with(from))?;
            replaced(text, at, from.len(), to)
        }
        Slip::Blank(number) => replaced(text, nth(text, *number, between_digits)?, 1, " "),
        Slip::Curly(number) => {
            let at = nth(text, *number, starts("\""))?;
            let end = at + 1 + text[at + 1..].find('"')?;
            let inner = &text[at + 1..end];
            replaced(text, at, end + 1 - at, &format!("\u{201C}{inner}\u{201D}"))
        }
        Slip::Dash(number) => replaced(text, nth(text, *number, starts(".."))?, 2, "-"),
        Slip::Joined(number) => replaced(text, nth(text, *number, starts(" - "))?, 3, "-"),
        Slip::Colon(number) => replaced(text, nth(text, *number, starts(" |"))?, 1, ":"),
    })
}

fn slip() -> impl Strategy<Value = Slip> {
    (0..8_usize, any::<usize>()).prop_map(|(kind, number)| match kind {
        0 => Slip::Swapped(number),
        1 => Slip::LeftOut(number),
        2 => Slip::Foreign(number),
        3 => Slip::Blank(number),
        4 => Slip::Curly(number),
        5 => Slip::Dash(number),
        6 => Slip::Joined(number),
        _ => Slip::Colon(number),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slips_are_mended_without_harm(plan in any::<usize>(), slips in prop::collection::vec(slip(), 1..6)) {
        let case = &PLANS[plan % PLANS.len()];
        let mut text = case.text.clone();
        for slip in &slips {
            text = made(&text, slip).unwrap_or(text);
        }
        let before = case.evaluation(&text);
        let (safe, _) = case.mended(&text, false);
        let gone = missing(&figures(&text), &figures(&safe));
        prop_assert!(gone.is_empty(), "{gone:?}\n{text}\n===\n{safe}");
        let more = figures(&safe).len() > figures(&text).len();
        prop_assert!(unread(&case.evaluation(&safe)) <= unread(&before) || more, "{text}\n===\n{safe}");
        prop_assert_eq!(case.mended(&safe, false).0, safe);
        let (all, _) = case.mended(&text, true);
        prop_assert_eq!(case.mended(&all, true).0, all);
    }
}
