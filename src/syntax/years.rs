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
    let problem = Some(YearProblem::Form(YearStyle::Calendar.range_label(range)));
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
    /// No such day.
    Impossible,
}

/// Reads a date; the date is also given where only its form is wrong.
pub(super) fn date(text: &str) -> (Option<Date>, Option<DateProblem>) {
    let mut parts = text.split(['-', '/', '.']);
    let (Some(first), Some(second), Some(third)) = (parts.next(), parts.next(), parts.next()) else {
        return (None, Some(DateProblem::Impossible));
    };
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    let built = year.parse().ok().zip(second.parse().ok()).zip(day.parse().ok());
    let date = built.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    match date {
        None => (None, Some(DateProblem::Impossible)),
        Some(date) if date.to_string() == text => (Some(date), None),
        Some(date) => (Some(date), Some(DateProblem::Form(date.to_string()))),
    }
}
