//! Amounts as written in, exact figures or the readings that they allow out.

use crate::money::Money;
use crate::syntax::ast::Language;
use crate::syntax::reader::invisible;

/// A figure without its sign, unit and currency: `1.234,50` is 123450 with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// All digits as one number.
    pub(super) mantissa: i128,
    /// How many of them stand after the decimal sign.
    pub(super) decimals: u32,
}

/// An amount, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says whether one thing was written")]
pub(super) struct Figure {
    /// In whole units of the currency, with `decimals` digits after the decimal sign.
    pub(super) mantissa: i128,
    /// How many digits of the mantissa stand after the decimal sign.
    pub(super) decimals: u32,
    /// `about`
    pub(super) about: bool,
    /// Written with a currency sign or code.
    pub(super) currency: bool,
    /// Written with `%`.
    pub(super) percent: bool,
    /// Four plain digits.
    pub(super) plain_year: bool,
    /// One unit of the last shown digit as a power of ten of the mantissa's unit: zeros at the end are not shown.
    pub(super) step: i128,
}

/// What is wrong with a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// Two readings, both as they should be written.
    Ambiguous(String, String),
    /// Only one reading, as it should be written.
    Notation(String),
    /// More decimals than the currency has.
    Decimals(u32),
    /// More than 15 digits before the decimal sign.
    TooLarge,
    /// No figure at all.
    Unreadable,
}

/// Most decimals where no amount is meant, or a larger unit makes it whole cents.
pub(super) const FREE_DECIMALS: u32 = 18;

/// The sign between thousands and the decimal sign of a language.
pub(super) fn signs(language: Language) -> (u8, u8) {
    match language {
        Language::English => (b',', b'.'),
        Language::Dutch => (b'.', b','),
    }
}

/// The currency's sign or code in front of an amount, where one is written.
pub fn currency_mark(amount: &str) -> Option<&str> {
    let rest = strip_about(amount).0;
    let rest =
        rest.trim_start_matches(|char: char| is_minus(char) || char == '+' || char == '(' || char.is_whitespace());
    let end = rest.find(|char: char| char.is_ascii_digit() || char.is_whitespace() || is_minus(char) || char == '(')?;
    let mark = rest.get(..end)?;
    is_currency(mark).then_some(mark)
}

fn is_currency(mark: &str) -> bool {
    let is_sign = |char: char| (!char.is_ascii() && invisible(char).is_none()) || char == '$';
    let sign = mark.chars().count() == 1 && mark.chars().all(is_sign);
    sign || (mark.len() == 3 && mark.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// A minus sign, also those of pasted text.
pub(super) fn is_minus(char: char) -> bool {
    matches!(char, '-' | '\u{2212}' | '\u{2013}')
}

/// A blank inside a line, also those of pasted text.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace()
}

fn strip_about(text: &str) -> (&str, bool) {
    for word in ["about", "circa", "ca."] {
        if let Some(head) = text.get(..word.len())
            && head.eq_ignore_ascii_case(word)
        {
            let rest = text.get(word.len()..).unwrap_or_default();
            if rest.starts_with(|char: char| !char.is_alphabetic()) {
                return (rest.trim_start(), true);
            }
        }
    }
    (text, false)
}

/// The amount without `about`, and whether that was there.
pub(super) fn about(text: &str) -> (&str, bool) {
    strip_about(text)
}

/// Whether the text says that the amount is not yet known.
pub(super) fn is_pm(text: &str) -> bool {
    text.eq_ignore_ascii_case("pm") || text.eq_ignore_ascii_case("tbc")
}

/// Takes a scale word off the end: the digits before it and its power of ten.
fn strip_scale(text: &str) -> (&str, u32) {
    let trimmed = text.trim_end();
    if !trimmed.ends_with(|char: char| char.is_ascii_alphabetic()) {
        return (text, 0);
    }
    let start = trimmed
        .rfind(|char: char| !char.is_ascii_alphabetic())
        .map_or(0, |at| at + trimmed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let (digits, word) = trimmed.split_at(start);
    let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is(&["thousand", "duizend"]) {
        (digits.trim_end(), 3)
    } else if is(&["million", "miljoen", "mln"]) {
        (digits.trim_end(), 6)
    } else if is(&["billion", "miljard", "mrd"]) {
        (digits.trim_end(), 9)
    } else {
        (text, 0)
    }
}

/// Reads a figure: about, sign, currency, digits, scale, percent; at most `most` decimals where no unit follows.
pub(super) fn figure(text: &str, language: Language, most: u32) -> Result<Figure, Problem> {
    let (rest, about) = strip_about(text.trim());
    let mut negative = false;
    let mut currency = false;
    let mut rest = rest;
    loop {
        if let Some(after) = rest.strip_prefix(|char: char| is_minus(char)) {
            negative = !negative;
            rest = after.trim_start();
        } else if let Some(after) = rest.strip_prefix('+') {
            rest = after.trim_start();
        } else if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            negative = !negative;
            rest = inner.trim();
        } else if let Some(mark) = currency_mark(rest).filter(|_| !currency) {
            currency = true;
            rest = rest.get(mark.len()..).unwrap_or_default().trim_start();
        } else {
            break;
        }
    }
    let (rest, percent) = match rest.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (rest, false),
    };
    let (rest, scale) = strip_scale(rest);
    let (rest, negative) = match rest.strip_suffix(is_minus) {
        Some(before) if before.ends_with(|char: char| char.is_ascii_digit()) => (before, !negative),
        _ => (rest, negative),
    };
    let most = if scale > 0 || percent { FREE_DECIMALS } else { most };
    let digits = digits(rest, language, most).map_err(|problem| around(problem, text, rest))?;
    let plain_year = rest.len() == 4 && !about && !currency && !percent && scale == 0 && !negative;
    let read = scaled(digits, scale, about || scale > 0)?;
    let mantissa = if negative { -read.mantissa } else { read.mantissa };
    Ok(Figure { mantissa, about, currency, percent, plain_year, ..read })
}

/// The readings with what stands around the digits put back.
fn around(problem: Problem, text: &str, digits: &str) -> Problem {
    let (before, after) = text.split_once(digits).unwrap_or_default();
    let whole = |reading: String| format!("{before}{reading}{after}");
    match problem {
        Problem::Ambiguous(first, second) => Problem::Ambiguous(whole(first), whole(second)),
        Problem::Notation(right) => Problem::Notation(whole(right)),
        Problem::Decimals(_) | Problem::TooLarge | Problem::Unreadable => problem,
    }
}

/// The figure in whole units of the currency; where it is rounded, with the unit of its last shown digit.
fn scaled(digits: Digits, scale: u32, is_rounded: bool) -> Result<Figure, Problem> {
    let (mut mantissa, mut decimals) = (digits.mantissa, digits.decimals);
    let mut step = 1_i128;
    let mut shown = mantissa;
    while decimals == 0 && shown != 0 && shown % 10 == 0 {
        shown /= 10;
        step *= 10;
    }
    let used = scale.min(decimals);
    decimals -= used;
    let factor = 10_i128.checked_pow(scale - used).ok_or(Problem::TooLarge)?;
    mantissa = mantissa.checked_mul(factor).ok_or(Problem::TooLarge)?;
    step = step.checked_mul(factor).ok_or(Problem::TooLarge)?;
    let whole = mantissa / 10_i128.checked_pow(decimals).ok_or(Problem::TooLarge)?;
    if whole >= 1_000_000_000_000_000 {
        return Err(Problem::TooLarge);
    }
    let step = if is_rounded { step } else { 0 };
    Ok(Figure { mantissa, decimals, step, ..Figure::default() })
}

impl Figure {
    /// The amount in minor units, the figure being in units of `factor`.
    pub(super) fn money(self, minor_digits: u8, factor: i64) -> Result<Money, Problem> {
        minor(self.mantissa, self.decimals, minor_digits, factor)
    }

    /// One unit of the last shown digit in minor units; zero where the figure is exact.
    pub(super) fn step(self, minor_digits: u8) -> Money {
        minor(self.step, self.decimals, minor_digits, 1).unwrap_or_default()
    }
}

fn minor(mantissa: i128, decimals: u32, minor_digits: u8, factor: i64) -> Result<Money, Problem> {
    let power = 10_i128.checked_pow(u32::from(minor_digits)).ok_or(Problem::TooLarge)?;
    let wide =
        mantissa.checked_mul(i128::from(factor)).and_then(|wide| wide.checked_mul(power)).ok_or(Problem::TooLarge)?;
    let unit = 10_i128.checked_pow(decimals).ok_or(Problem::TooLarge)?;
    if wide % unit != 0 {
        return Err(Problem::Decimals(decimals));
    }
    let money = Money::from_wide(wide / unit).ok_or(Problem::TooLarge)?;
    // Fifteen digits before the decimal sign, and the cents.
    if (wide / unit).abs() >= 1_000_000_000_000_000_i128.saturating_mul(power) {
        return Err(Problem::TooLarge);
    }
    Ok(money)
}

/// Reads digits with their separators by the notation of the language; at most `most` decimals.
pub(super) fn digits(text: &str, language: Language, most: u32) -> Result<Digits, Problem> {
    let body = strip_no_cents(text, language);
    if !body.starts_with(|char: char| char.is_ascii_digit()) {
        return Err(Problem::Unreadable);
    }
    let Some((whole, fraction)) = fitting(body, language) else { return Err(misread(body, language, most)) };
    if fraction.len() > most as usize {
        let short = whole.len() <= 3 && !whole.starts_with('0');
        if fraction.len() == 3 && short {
            return Err(three_decimals(whole, fraction, language, most));
        }
        return Err(Problem::Decimals(u32::try_from(fraction.len()).unwrap_or(u32::MAX)));
    }
    join(whole, fraction)
}

/// What stands before and after the decimal sign, where the figure is written by the notation of the language.
fn fitting(body: &str, language: Language) -> Option<(&str, &str)> {
    let (thousands, decimal) = signs(language);
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match body.split_once(char::from(decimal)) {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return None,
        None => (body, ""),
    };
    let grouped = all_digits(whole) || is_grouped(whole, thousands) || is_grouped(whole, b'_');
    (grouped && !whole.is_empty() && all_digits(fraction)).then_some((whole, fraction))
}

fn join(whole: &str, fraction: &str) -> Result<Digits, Problem> {
    let mut mantissa = 0_i128;
    let mut before = 0_u32;
    for byte in whole.bytes().filter(u8::is_ascii_digit) {
        mantissa = push_digit(mantissa, byte)?;
        before += u32::from(mantissa > 0);
    }
    if before > 15 {
        return Err(Problem::TooLarge);
    }
    for byte in fraction.bytes() {
        mantissa = push_digit(mantissa, byte)?;
    }
    Ok(Digits { mantissa, decimals: u32::try_from(fraction.len()).unwrap_or(u32::MAX) })
}

fn push_digit(mantissa: i128, byte: u8) -> Result<i128, Problem> {
    let digit = i128::from(byte.wrapping_sub(b'0'));
    if mantissa > 1_000_000_000_000_000_000_000_000_000_000_000 {
        return Err(Problem::TooLarge);
    }
    Ok(mantissa * 10 + digit)
}

/// `1.080,-` is 1.080 without cents.
fn strip_no_cents(text: &str, language: Language) -> &str {
    let ends = [",--", ",-", ",\u{2013}"];
    match language {
        Language::Dutch => ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text),
        Language::English => text,
    }
}

/// Whether the separator stands before every group of exactly three digits.
fn is_grouped(whole: &str, separator: u8) -> bool {
    let mut groups = whole.split(char::from(separator));
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    // `0,125` is no figure in thousands.
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// Three digits after the decimal sign: thousands, or decimals too many.
fn three_decimals(whole: &str, fraction: &str, language: Language, most: u32) -> Problem {
    let thousands = grouped(&format!("{whole}{fraction}"), language);
    let rounded = match join(whole, fraction) {
        Ok(digits) => rounded(digits, most, language),
        Err(problem) => return problem,
    };
    Problem::Ambiguous(thousands, rounded)
}

/// The figure with fewer decimals, rounded half up, as it is written.
fn rounded(digits: Digits, most: u32, language: Language) -> String {
    let unit = 10_i128.pow(digits.decimals.saturating_sub(most).min(30));
    let shown = (digits.mantissa + unit / 2) / unit;
    let power = 10_i128.pow(most.min(30));
    let whole = grouped(&(shown / power).to_string(), language);
    if most == 0 {
        return whole;
    }
    let (_, decimal) = signs(language);
    format!("{whole}{}{:0width$}", char::from(decimal), shown % power, width = most as usize)
}

/// Digits with the language's separator before every group of three.
pub(super) fn grouped(digits: &str, language: Language) -> String {
    let (separator, _) = signs(language);
    let trimmed = digits.trim_start_matches('0');
    let digits = if trimmed.is_empty() { "0" } else { trimmed };
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, char) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(char::from(separator));
        }
        out.push(char);
    }
    out
}

/// What a figure that does not fit the notation may mean.
fn misread(text: &str, language: Language, most: u32) -> Problem {
    let other = match language {
        Language::English => Language::Dutch,
        Language::Dutch => Language::English,
    };
    let (thousands, _) = signs(language);
    // Blanks or apostrophes between groups: one reading.
    let bare: String = text.chars().filter(|&char| !is_blank(char) && char != '\'' && char != '\u{2019}').collect();
    if bare.len() != text.len() {
        return match fitting(&bare, language).map(|(whole, fraction)| join(whole, fraction)) {
            Some(Ok(digits)) if digits.decimals <= most => Problem::Notation(rewritten(digits, language)),
            Some(Err(problem)) => problem,
            Some(Ok(_)) | None => Problem::Unreadable,
        };
    }
    let separators: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_digit()).collect();
    // One separator of thousands before other than three digits, or after more: `175.00` in Dutch, `1,50` in English.
    if separators.as_slice() == [thousands]
        && let Some((whole, last)) = text.split_once(char::from(thousands))
        && !last.is_empty()
    {
        return one_separator(whole, last, language, most);
    }
    // The other language's notation: one reading.
    if separators.len() > 1
        && let Some(Ok(read)) = fitting(text, other).map(|(whole, fraction)| join(whole, fraction))
        && read.decimals <= most
    {
        return Problem::Notation(rewritten(read, language));
    }
    // Groups of the wrong length: what they say together.
    let only_thousands = separators.iter().all(|&byte| byte == thousands || byte == b'_');
    let groups_filled = text.split(|char: char| !char.is_ascii_digit()).all(|group| !group.is_empty());
    if only_thousands && groups_filled && separators.len() > 1 && text.ends_with(|char: char| char.is_ascii_digit()) {
        let joined: String = text.chars().filter(char::is_ascii_digit).collect();
        return if joined.len() > 15 { Problem::TooLarge } else { Problem::Notation(grouped(&joined, language)) };
    }
    Problem::Unreadable
}

/// A figure with one separator of thousands that does not stand before a group of three: a decimal sign, perhaps.
fn one_separator(whole: &str, last: &str, language: Language, most: u32) -> Problem {
    let joined = format!("{whole}{last}");
    let Ok(read) = join(whole, last) else { return Problem::TooLarge };
    let fits = read.decimals <= most;
    let as_decimals = if fits { rewritten(read, language) } else { rounded(read, most, language) };
    match last.len() {
        _ if joined.len() > 15 && fits => Problem::Notation(as_decimals),
        _ if whole.starts_with('0') && fits => Problem::Notation(as_decimals),
        _ if whole.starts_with('0') => Problem::Decimals(read.decimals),
        1 | 2 if fits => Problem::Ambiguous(as_decimals, grouped(&joined, language)),
        1 | 2 => Problem::Notation(grouped(&joined, language)),
        _ => Problem::Ambiguous(grouped(&joined, language), as_decimals),
    }
}

fn rewritten(digits: Digits, language: Language) -> String {
    rounded(digits, digits.decimals, language)
}
