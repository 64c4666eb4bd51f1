//! Amounts as written in, exact figures or the readings that they allow out.

use crate::money::Money;
use crate::syntax::ast::Language;

/// A figure without its sign, unit and currency: `1.234,50` is 123450 with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// All digits as one number.
    pub(super) mantissa: i128,
    /// How many of them stand after the decimal sign.
    pub(super) decimals: u32,
}

/// An amount, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// In whole units of the currency, with `decimals` digits after the decimal sign.
    pub(super) mantissa: i128,
    /// How many digits of the mantissa stand after the decimal sign.
    pub(super) decimals: u32,
    /// Thousand is 3, million 6, billion 9; already in the mantissa.
    pub(super) scale: u32,
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
    let rest = rest.trim_start_matches(|char: char| is_minus(char) || char == '+' || char == '(' || char.is_whitespace());
    let end = rest.find(|char: char| char.is_ascii_digit() || char.is_whitespace() || is_minus(char) || char == '(')?;
    let mark = rest.get(..end)?;
    is_currency(mark).then_some(mark)
}

fn is_currency(mark: &str) -> bool {
    let sign = mark.chars().count() == 1 && mark.chars().all(|char| !char.is_ascii() || char == '$');
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
    let start = trimmed.rfind(|char: char| !char.is_ascii_alphabetic()).map_or(0, |at| {
        at + trimmed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
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

/// Reads a figure: about, sign, currency, digits, scale, percent.
pub(super) fn figure(text: &str, language: Language, minor_digits: u8) -> Result<Figure, Problem> {
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
    let free = scale > 0 || percent;
    let most = if free { FREE_DECIMALS } else { u32::from(minor_digits) };
    let digits = digits(rest, language, most).map_err(|problem| around(problem, text, rest))?;
    let plain_year = rest.len() == 4 && !about && !currency && !percent && scale == 0 && !negative;
    shape(digits, scale, negative, Shape { about, currency, percent, plain_year })
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

struct Shape {
    about: bool,
    currency: bool,
    percent: bool,
    plain_year: bool,
}

fn shape(digits: Digits, scale: u32, negative: bool, shape: Shape) -> Result<Figure, Problem> {
    let (mut mantissa, mut decimals) = (digits.mantissa, digits.decimals);
    let mut step = 1_i128;
    let mut shown = mantissa;
    if decimals == 0 {
        while shown != 0 && shown % 10 == 0 {
            shown /= 10;
            step *= 10;
        }
    }
    let (used, left) = if scale >= decimals { (decimals, scale - decimals) } else { (scale, 0) };
    decimals -= used;
    let factor = 10_i128.checked_pow(left).ok_or(Problem::TooLarge)?;
    mantissa = mantissa.checked_mul(factor).ok_or(Problem::TooLarge)?;
    step = step.checked_mul(factor).ok_or(Problem::TooLarge)?;
    let whole = mantissa / 10_i128.checked_pow(decimals).ok_or(Problem::TooLarge)?;
    if whole >= 1_000_000_000_000_000 {
        return Err(Problem::TooLarge);
    }
    let rounded = shape.about || scale > 0;
    Ok(Figure {
        mantissa: if negative { -mantissa } else { mantissa },
        decimals,
        scale,
        about: shape.about,
        currency: shape.currency,
        percent: shape.percent,
        plain_year: shape.plain_year,
        step: if rounded { step } else { 0 },
    })
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
    let wide = mantissa
        .checked_mul(i128::from(factor))
        .and_then(|wide| wide.checked_mul(power))
        .ok_or(Problem::TooLarge)?;
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
    let (thousands, decimal) = signs(language);
    let body = strip_no_cents(text, language);
    let bytes = body.as_bytes();
    if bytes.is_empty() || !bytes.first().is_some_and(u8::is_ascii_digit) {
        return Err(Problem::Unreadable);
    }
    let (whole, fraction) = match memchr::memchr(decimal, bytes) {
        Some(at) => (body.get(..at).unwrap_or_default(), body.get(at + 1..)),
        None => (body, None),
    };
    let plain = whole.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = plain || is_grouped(whole, thousands) || is_grouped(whole, b'_');
    let fraction_fits = fraction.is_none_or(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let decimals = fraction.map_or(0, str::len);
    if !grouped || !fraction_fits {
        return Err(misread(body, language, most));
    }
    if decimals > most as usize {
        let short = whole.len() <= 3 && plain && !whole.starts_with('0');
        if decimals == 3 && short {
            return Err(three_decimals(whole, fraction.unwrap_or_default(), language, most));
        }
        return Err(Problem::Decimals(u32::try_from(decimals).unwrap_or(u32::MAX)));
    }
    join(whole, fraction.unwrap_or_default())
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
    (1..=3).contains(&first.len()) && digits(first) && groups.all(|group| group.len() == 3 && digits(group))
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
    let (thousands, decimal) = signs(language);
    // Blanks or apostrophes between groups: one reading.
    let bare: String = text.chars().filter(|&char| !is_blank(char) && char != '\'' && char != '\u{2019}').collect();
    if bare.len() != text.len() {
        return match digits(&bare, language, most) {
            Ok(digits) => Problem::Notation(rewritten(digits, language)),
            Err(problem) => problem,
        };
    }
    let separators: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_digit()).collect();
    // `175.00` in Dutch, `1,50` in English: one separator of thousands before one or two digits.
    if let [only] = separators.as_slice()
        && *only == thousands
        && let Some((whole, last)) = text.split_once(char::from(thousands))
        && (1..=2).contains(&last.len())
    {
        let joined = format!("{whole}{last}");
        let decimals = format!("{}{}{last}", grouped(whole, language), char::from(decimal));
        return if u32::try_from(last.len()).unwrap_or(u32::MAX) > most {
            Problem::Notation(grouped(&joined, language))
        } else {
            Problem::Ambiguous(decimals, grouped(&joined, language))
        };
    }
    // The other language's notation: one reading.
    if let Ok(read) = digits(text, other, most)
        && separators.len() > 1
    {
        return Problem::Notation(rewritten(read, language));
    }
    // Groups of the wrong length: what they say together.
    let only_thousands = separators.iter().all(|&byte| byte == thousands || byte == b'_');
    if only_thousands && separators.len() > 1 && text.ends_with(|char: char| char.is_ascii_digit()) {
        let joined: String = text.chars().filter(char::is_ascii_digit).collect();
        return if joined.len() > 15 { Problem::TooLarge } else { Problem::Notation(grouped(&joined, language)) };
    }
    Problem::Unreadable
}

fn rewritten(digits: Digits, language: Language) -> String {
    rounded(digits, digits.decimals, language)
}
