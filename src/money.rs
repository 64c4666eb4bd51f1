//! Money in whole minor units, years and their ranges: exact, small, and checked.

use std::fmt;

/// An amount in minor units of the plan's currency (cents for the euro). Arithmetic is checked or in `i128`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount that can be written: 15 digits before the decimal sign, and the cents.
    pub const MAX: Self = Self(99_999_999_999_999_999);

    /// An amount from a wide sum; `None` where it does not fit.
    pub fn from_wide(sum: i128) -> Option<Self> {
        i64::try_from(sum).ok().map(Self)
    }

    /// The amount for wide sums.
    pub fn wide(self) -> i128 {
        i128::from(self.0)
    }
}

/// Minor units as a decimal with a full stop, for machines: `-38063.00`.
pub fn decimal(cents: i128, digits: usize) -> String {
    let padded = format!("{:0width$}", cents.unsigned_abs(), width = digits + 1);
    let minus = if cents < 0 { "-" } else { "" };
    match padded.split_at_checked(padded.len() - digits) {
        Some((whole, rest)) if !rest.is_empty() => format!("{minus}{whole}.{rest}"),
        _ => format!("{minus}{padded}"),
    }
}

/// A year, named by its first calendar year: `2022/23` is 2022.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Year(pub i16);

impl Year {
    /// The year after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

/// How a plan writes its years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearStyle {
    /// `2024`
    #[default]
    Calendar,
    /// `2022/23`
    Split,
}

impl YearStyle {
    /// The year as the plan writes it.
    pub fn label(self, year: Year) -> String {
        match self {
            Self::Calendar => format!("{:04}", year.0),
            Self::Split => format!("{:04}/{:02}", year.0, (i32::from(year.0) + 1).rem_euclid(100)),
        }
    }

    /// A range of years as the plan writes it: `2024..2026`, or one year.
    pub fn range_label(self, years: YearRange) -> String {
        if years.first == years.last {
            self.label(years.first)
        } else {
            format!("{}..{}", self.label(years.first), self.label(years.last))
        }
    }
}

/// Years from the first to the last, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct YearRange {
    /// First year.
    pub first: Year,
    /// Last year, included.
    pub last: Year,
}

impl YearRange {
    /// One year.
    pub fn one(year: Year) -> Self {
        Self { first: year, last: year }
    }

    /// Whether the year lies in it.
    pub fn contains(self, year: Year) -> bool {
        self.first <= year && year <= self.last
    }

    /// Whether the other lies wholly in it.
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether they share a year.
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The years one by one.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Year> {
        (self.first.0..=self.last.0).map(Year)
    }

    /// How many years; zero where the range is upside down.
    pub fn len(self) -> usize {
        usize::try_from(i32::from(self.last.0) - i32::from(self.first.0) + 1).unwrap_or(0)
    }

    /// Whether the range is upside down and so holds no year.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

impl fmt::Display for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&YearStyle::Calendar.range_label(*self))
    }
}
