//! A date and the plan's own calendar -> the plan's year that the date falls in.

use super::plan::Head;
use crate::money::{Year, YearStyle};
use jiff::civil::Date;

/// The year of the plan that a date falls in.
///
/// Where years start on another day than 1 January, a year `2022/23` is named by its first calendar year, and one that
/// is written `2023` by the calendar year in which it starts, or in which it ends where the plan says `named by end`.
pub fn year_of(head: &Head, date: Date) -> Year {
    let starts = head.starts.and_then(|(month, day)| Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?)));
    let Some(starts) = starts.filter(|&starts| starts != (1, 1)) else { return Year(date.year()) };
    let begun = Year(date.year());
    let first = if (date.month(), date.day()) < starts { begun.previous() } else { begun };
    if head.named_by_end && head.style == YearStyle::Calendar { first.next() } else { first }
}

/// The first day of a year of the plan; `None` where the calendar has no such day.
pub fn first_day(head: &Head, year: Year) -> Option<Date> {
    let (month, day) = match head.starts {
        Some((month, day)) => (i8::try_from(month).ok()?, i8::try_from(day).ok()?),
        None => (1, 1),
    };
    let named_by_end = head.named_by_end && head.style == YearStyle::Calendar && (month, day) != (1, 1);
    let begins = if named_by_end { year.previous() } else { year };
    Date::new(begins.0, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::year_of;
    use crate::model::Head;
    use crate::money::{Year, YearStyle};
    use jiff::civil::date;

    fn head(starts: Option<(u8, u8)>, named_by_end: bool, style: YearStyle) -> Head {
        Head { style, starts, named_by_end, ..Head::default() }
    }

    #[test]
    fn calendar_years_are_those_of_the_date() {
        let plain = head(None, false, YearStyle::Calendar);
        assert_eq!(year_of(&plain, date(2024, 1, 1)), Year(2024));
        assert_eq!(year_of(&plain, date(2024, 12, 31)), Year(2024));
        let said = head(Some((1, 1)), true, YearStyle::Calendar);
        assert_eq!(year_of(&said, date(2024, 6, 1)), Year(2024));
    }

    #[test]
    fn a_year_that_starts_in_april_begins_on_that_day() {
        let british = head(Some((4, 1)), false, YearStyle::Split);
        assert_eq!(year_of(&british, date(2024, 3, 31)), Year(2023));
        assert_eq!(year_of(&british, date(2024, 4, 1)), Year(2024));
        assert_eq!(year_of(&british, date(2025, 1, 1)), Year(2024));
    }

    #[test]
    fn a_year_named_by_its_end_is_one_later() {
        let american = head(Some((10, 1)), true, YearStyle::Calendar);
        assert_eq!(year_of(&american, date(2025, 9, 30)), Year(2025));
        assert_eq!(year_of(&american, date(2025, 10, 1)), Year(2026));
    }

    #[test]
    fn a_year_written_with_both_is_named_by_its_first() {
        let split = head(Some((10, 1)), true, YearStyle::Split);
        assert_eq!(year_of(&split, date(2025, 9, 30)), Year(2024));
        assert_eq!(year_of(&split, date(2025, 10, 1)), Year(2025));
    }
}
