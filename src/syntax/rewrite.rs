//! A figure as a plan writes it, with another amount in its place: signs, separators, unit and decimals stay.

use crate::money::Money;
use crate::syntax::ast::Language;
use crate::syntax::number::{self, FREE_DECIMALS, grouped, is_minus, signs};

/// How a figure stands in its file.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// The language of the file.
    pub language: Language,
    /// Decimals of the currency.
    pub minor_digits: u8,
    /// The unit of its table: 1,000 for `(x 1,000)`, else one.
    pub factor: i64,
    /// Whether it stands in a table, where it may end in `V` or `N`.
    pub cell: bool,
    /// Whether it was rounded to the digits that are shown, so that others may be left off.
    pub rounded: bool,
}

/// The figure around its digits.
struct Shape<'t> {
    before: &'t str,
    digits: &'t str,
    after: &'t str,
}

/// What a figure says; `None` where it is none.
pub fn read(written: &str, hand: Hand) -> Option<Money> {
    let bare = written.trim_end_matches(['V', 'v', 'N', 'n']).trim_end();
    let letter = written.chars().last().filter(|_| hand.cell && bare.len() < written.len());
    let most = if hand.factor > 1 { FREE_DECIMALS } else { u32::from(hand.minor_digits) };
    let figure = number::figure(if letter.is_some() { bare } else { written }, hand.language, most).ok()?;
    let money = figure.money(hand.minor_digits, hand.factor).ok().filter(|_| !figure.percent)?;
    Some(if matches!(letter, Some('N' | 'n')) { Money(money.0.checked_neg()?) } else { money })
}

/// The figure `written` with another amount. `None` where that cannot be written so that it is read as meant.
pub fn rewritten(written: &str, amount: Money, hand: Hand) -> Option<String> {
    let old = read(written, hand)?;
    let shape = shape(written)?;
    let scale = scale(shape.after);
    let rounded = hand.rounded || scale > 0 || number::about(written).1;
    let places = decimals(shape.digits, hand.language);
    let exact = value(amount, hand, scale, places)?;
    // In thousands one decimal says more than a figure that is rounded once more.
    let kept = if hand.factor > 1 { places.max(1) } else { places };
    let short = shortened(&exact, kept, rounded);
    let fits = |text: &String, exact: bool| {
        let read = read(text, hand);
        if exact { read == Some(amount) } else { read.is_some_and(|read| near(read, amount, hand, scale, places)) }
    };
    let is_exact = short.len() == exact.len();
    let candidates = signed(&shape, &digits(&short, shape.digits, hand.language), old.0 < 0, amount.0 < 0);
    candidates.into_iter().find(|text| fits(text, is_exact))
}

/// Whether a figure of so many decimals is the amount as far as it shows.
fn near(read: Money, amount: Money, hand: Hand, scale: u32, places: usize) -> bool {
    let unit = unit(hand, scale).zip(u32::try_from(places).ok().and_then(|places| 10_i128.checked_pow(places)));
    unit.is_some_and(|(unit, parts)| 2 * (read.wide() - amount.wide()).abs() * parts <= unit)
}

/// The first stretch from a digit to the last sign that belongs to it.
fn shape(written: &str) -> Option<Shape<'_>> {
    let start = written.find(|char: char| char.is_ascii_digit())?;
    let (before, rest) = written.split_at(start);
    let inside = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '_');
    let end = rest.find(|char: char| !inside(char)).unwrap_or(rest.len());
    let digits = rest.get(..end)?.trim_end_matches(['.', ',']);
    Some(Shape { before, digits, after: rest.get(digits.len()..)? })
}

/// The power of ten of a word behind the digits.
fn scale(after: &str) -> u32 {
    match after.trim().trim_end_matches(')').to_lowercase().as_str() {
        "thousand" | "duizend" => 3,
        "million" | "miljoen" | "mln" => 6,
        "billion" | "miljard" | "mrd" => 9,
        _ => 0,
    }
}

/// Digits after the decimal sign.
fn decimals(digits: &str, language: Language) -> usize {
    let (_, sign) = signs(language);
    digits.split_once(char::from(sign)).map_or(0, |(_, decimals)| decimals.len())
}

/// What one unit of the figure is in minor units.
fn unit(hand: Hand, scale: u32) -> Option<i128> {
    let minor = 10_i128.checked_pow(u32::from(hand.minor_digits))?;
    10_i128.checked_pow(scale)?.checked_mul(i128::from(hand.factor))?.checked_mul(minor)
}

/// Digits before and after the decimal sign; at least so many after it.
struct Exact {
    whole: String,
    decimals: String,
}

impl Exact {
    fn len(&self) -> usize {
        self.decimals.len()
    }
}

fn value(amount: Money, hand: Hand, scale: u32, places: usize) -> Option<Exact> {
    let unit = unit(hand, scale)?;
    let cents = amount.wide().abs();
    let width = usize::try_from(unit.ilog10()).ok()?;
    let padded = format!("{:0width$}", cents % unit);
    let shown = padded.trim_end_matches('0').len().max(places.min(width));
    // Cents are written whole: `12.50`, not `12.5`.
    let cents_wide = usize::from(hand.minor_digits);
    let shown = if scale == 0 && hand.factor == 1 && shown > 0 { shown.max(cents_wide) } else { shown };
    let mut decimals = padded.get(..shown.min(width)).unwrap_or("").to_owned();
    if width == 0 {
        decimals.clear();
    }
    Some(Exact { whole: (cents / unit).to_string(), decimals })
}

/// Rounded half up to so many decimals, where the figure was rounded so.
fn shortened(exact: &Exact, places: usize, rounded: bool) -> Exact {
    let whole = || Exact { whole: exact.whole.clone(), decimals: exact.decimals.clone() };
    if !rounded || exact.decimals.len() <= places {
        return whole();
    }
    let kept = exact.decimals.get(..places).unwrap_or("");
    let up = exact.decimals.as_bytes().get(places).is_some_and(|digit| *digit >= b'5');
    let Ok(all) = format!("{}{kept}", exact.whole).parse::<i128>() else { return whole() };
    let width = places + 1;
    let all = format!("{:0width$}", all + i128::from(up));
    let (whole, decimals) = all.split_at(all.len() - places);
    Exact { whole: whole.to_owned(), decimals: decimals.to_owned() }
}

/// The digits with the separators that the figure had.
fn digits(exact: &Exact, like: &str, language: Language) -> String {
    let (thousands, decimal) = signs(language);
    let whole_like = like.split(char::from(decimal)).next().unwrap_or(like);
    let bare = whole_like.len() > 3 && whole_like.bytes().all(|byte| byte.is_ascii_digit());
    let whole = if bare { exact.whole.clone() } else { grouped(&exact.whole, language) };
    let whole = if whole_like.contains('_') { whole.replace(char::from(thousands), "_") } else { whole };
    if exact.decimals.is_empty() { whole } else { format!("{whole}{}{}", char::from(decimal), exact.decimals) }
}

/// The ways to write it: as it was, or with the sign turned round.
fn signed(shape: &Shape<'_>, digits: &str, was_minus: bool, minus: bool) -> Vec<String> {
    let Shape { before, after, .. } = shape;
    // `1.080,-` says that there are no cents.
    let no_cents = after.strip_prefix(",--").or_else(|| after.strip_prefix(",-"));
    let after = no_cents.filter(|_| digits.contains(',')).unwrap_or(after);
    let whole = |before: &str, after: &str| format!("{before}{digits}{after}");
    if was_minus == minus {
        return vec![whole(before, after)];
    }
    let turned =
        if minus { after.replace('V', "N").replace('v', "n") } else { after.replace('N', "V").replace('n', "v") };
    let plain: String = before.chars().filter(|char| !is_minus(*char) && *char != '(' && *char != '+').collect();
    let after_plain: String = after.chars().filter(|char| !is_minus(*char) && *char != ')').collect();
    let mut all = Vec::new();
    if turned != *after {
        all.push(whole(before, &turned));
    }
    if minus {
        let mark = number::about(before).0;
        let words = before.strip_suffix(mark).unwrap_or("");
        all.push(format!("{words}-{mark}{digits}{after}"));
    }
    all.push(whole(&plain, &after_plain));
    all
}
