//! Years, ranges of years and dates as written in, exact ones or what is wrong with them out.

use crate::money::{Year, YearRange, YearStyle};
use crate::syntax::number::is_minus;
use jiff::civil::Date;

/// What is wrong with years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum YearProblem {
    /// The first comes after the last; the range the other way round.
    Reversed(String),
    /// `2022/24`: no financial year.
    NotConsecutive,
    /// Written in another way; as it should be.
    Form(String),
    /// `2024..2025/26`: one of each kind.
    Mixed,
    /// `2022-2023`: a financial year, or two calendar years.
    Ambiguous(String, String),
}

/// Years that were read, as far as they can be.
pub(super) struct ReadYears {
    pub(super) range: YearRange,
    pub(super) style: YearStyle,
    pub(super) is_range: bool,
    pub(super) problem: Option<YearProblem>,
}

struct One {
    year: Year,
    style: YearStyle,
    problem: Option<YearProblem>,
}

/// Reads `2024`, `2022/23`, `2024..2026`.
pub(super) fn years(text: &str) -> Option<ReadYears> {
    if text.len() == 4 {
        let year = four_digits(text)?;
        return Some(ReadYears {
            range: YearRange::one(year),
            style: YearStyle::Calendar,
            is_range: false,
            problem: None,
        });
    }
    let plain = text.replace('\u{2013}', "-");
    let text = if plain.matches('-').count() == 1 && !plain.contains([' ', '/']) { plain.as_str() } else { text };
    let (first_text, mark, last_text) = split_range(text);
    let Some(last_text) = last_text else {
        if let Some((first, last)) = dashed(text) {
            return Some(dashed_range(first, last));
        }
        let one = one(first_text)?;
        return Some(ReadYears {
            range: YearRange::one(one.year),
            style: one.style,
            is_range: false,
            problem: one.problem,
        });
    };
    let (first, last) = (one(first_text)?, one(last_text)?);
    let mixed = (first.style != last.style).then_some(YearProblem::Mixed);
    let style = first.style;
    let label = |range| style.range_label(range);
    let range = YearRange { first: first.year, last: last.year };
    let turned = YearRange { first: last.year, last: first.year };
    let reversed = range.is_empty().then(|| YearProblem::Reversed(label(turned)));
    let marked = (mark != ".." && mark != "t/m").then(|| YearProblem::Form(format!("{first_text}..{last_text}")));
    let problem = first.problem.or(last.problem).or(mixed).or(reversed).or(marked);
    Some(ReadYears { range: if range.is_empty() { turned } else { range }, style, is_range: true, problem })
}

fn split_range(text: &str) -> (&str, &str, Option<&str>) {
    for mark in ["...", "..", "t/m", "T/M", "\u{2026}", "\u{2013}"] {
        if let Some((first, last)) = text.split_once(mark) {
            let mark = if mark == "T/M" { "t/m" } else { mark };
            return (first.trim(), mark, Some(last.trim()));
        }
    }
    (text, "", None)
}

/// `2021-2026`: two whole years with a dash between them.
fn dashed(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(is_minus)?;
    Some((four_digits(first)?, four_digits(last)?))
}

fn dashed_range(first: Year, last: Year) -> ReadYears {
    let range = YearRange { first: first.min(last), last: first.max(last) };
    let calendar = YearStyle::Calendar.range_label(range);
    let problem = Some(if last == first.next() {
        YearProblem::Ambiguous(YearStyle::Split.label(first), calendar)
    } else {
        YearProblem::Form(calendar)
    });
    ReadYears { range, style: YearStyle::Calendar, is_range: true, problem }
}

fn four_digits(text: &str) -> Option<Year> {
    let fits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok().map(Year)).flatten()
}

/// One year, calendar or split.
fn one(text: &str) -> Option<One> {
    let year = four_digits(text.get(..4)?)?;
    let rest = text.get(4..).unwrap_or_default();
    if rest.is_empty() {
        return Some(One { year, style: YearStyle::Calendar, problem: None });
    }
    let end = rest.get(1..).unwrap_or_default();
    let style = YearStyle::Split;
    let next = format!("{:04}", year.next().0);
    let problem = if end == next {
        Some(YearProblem::Form(style.label(year)))
    } else if next.get(2..) == Some(end) {
        None
    } else {
        Some(YearProblem::NotConsecutive)
    };
    Some(One { year, style, problem })
}

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateProblem {
    /// Written in another order; as it should be.
    Form(String),
    /// Day and month may stand in either order.
    Ambiguous(String, String),
    /// No such day.
    Impossible,
}

/// Reads a date; the date is also given where only its form is wrong.
pub(super) fn date(text: &str) -> (Option<Date>, Option<DateProblem>) {
    if text.contains(' ') {
        return match in_words(text) {
            Some(date) => (Some(date), Some(DateProblem::Form(date.to_string()))),
            None => (None, Some(DateProblem::Impossible)),
        };
    }
    let mut parts = text.split(['-', '/', '.']);
    let (Some(first), Some(second), Some(third)) = (parts.next(), parts.next(), parts.next()) else {
        return (None, Some(DateProblem::Impossible));
    };
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    let built = year.parse().ok().zip(second.parse().ok()).zip(day.parse().ok());
    let date = built.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    if text.contains('/') && first.len() != 4 {
        // The month may come first, as in the United States.
        let turned = built.and_then(|((year, month), day)| Date::new(year, day, month).ok());
        match (date, turned) {
            (Some(date), Some(turned)) if date != turned => {
                return (Some(date), Some(DateProblem::Ambiguous(date.to_string(), turned.to_string())));
            }
            (None, Some(turned)) => return (Some(turned), Some(DateProblem::Form(turned.to_string()))),
            _ => {}
        }
    }
    match date {
        None => (None, Some(DateProblem::Impossible)),
        Some(date) if date.to_string() == text => (Some(date), None),
        Some(date) => (Some(date), Some(DateProblem::Form(date.to_string()))),
    }
}

/// The months by the letters that tell them apart in English and in Dutch.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar", "maa"],
    &["apr"],
    &["may", "mei"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec"],
];

/// `29 oktober 2024`
fn in_words(text: &str) -> Option<Date> {
    let mut words = text.split_whitespace();
    let day = words.next()?.parse().ok()?;
    let month = words.next()?.to_ascii_lowercase();
    let year = words.next()?.parse().ok()?;
    let index = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
    Date::new(year, i8::try_from(index + 1).ok()?, day).ok()
}
