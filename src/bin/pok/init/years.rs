//! The years of a first plan: as they were written, or the four budget years that come next.

use std::fmt;

/// Years one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    first: i16,
    last: i16,
}

/// Budget years that a plan usually shows: a budget and three years after it.
const USUAL: i16 = 4;
/// More columns than this no table of a first plan needs.
const MOST: usize = 20;

impl Years {
    /// `2027..2030`, or one year; `2027-2030` is understood too. `None` where it is something else, the years do not go
    /// up, or there are more than twenty.
    pub(super) fn read(written: &str) -> Option<Self> {
        let year = |text: &str| {
            let text = text.trim();
            let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_year { text.parse::<i16>().ok().filter(|year| *year >= 1900) } else { None }
        };
        let (first, last) = written.split_once("..").or_else(|| written.split_once('-')).unwrap_or((written, written));
        let years = Self { first: year(first)?, last: year(last)? };
        (years.first <= years.last && years.iter().count() <= MOST).then_some(years)
    }

    /// The budget years after this year.
    pub(super) fn after(year: i16) -> Self {
        Self { first: year + 1, last: year + USUAL }
    }

    /// As a title has them: `2027-2030`.
    pub(super) fn in_words(self) -> String {
        self.to_string().replace("..", "-")
    }

    pub(super) fn first(self) -> i16 {
        self.first
    }

    pub(super) fn last(self) -> i16 {
        self.last
    }

    pub(super) fn iter(self) -> impl Iterator<Item = i16> {
        self.first..=self.last
    }
}

impl fmt::Display for Years {
    /// As a plan writes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}..{}", self.first, self.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::Years;

    #[test]
    fn years_are_read() {
        for (written, shown) in [("2027..2030", "2027..2030"), ("2027-2030", "2027..2030"), ("2027", "2027")] {
            assert_eq!(Years::read(written).map(|years| years.to_string()).as_deref(), Some(shown));
        }
        for wrong in ["", "27", "2030..2027", "2000..2020", "2027..", "2027/28", "+027", "0999", "9999..99999"] {
            assert_eq!(Years::read(wrong), None, "{wrong}");
        }
        assert_eq!(Years::after(2026).to_string(), "2027..2030");
    }
}
