//! The smallest parts of a file: names, texts, amounts, years, and words from a closed list.

use crate::money::{Money, YearRange, YearStyle};
use crate::source::{Span, Spanned};
use crate::syntax::quotes::CURLY;
use rust_decimal::Decimal;

/// A name as written; its text is that of the span, compared in NFC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, without quotes or white space.
    pub span: Span,
}

/// A string as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it stands, with both quotes.
    pub span: Span,
}

impl Text {
    /// The value of the string, given the text between and with its quotes: `\"`, `\\` and `\n` are resolved.
    pub fn value(quoted: &str) -> String {
        let is_quote = |char: char| char == '"' || CURLY.contains(&char);
        let inner = quoted.strip_prefix(is_quote).unwrap_or(quoted);
        let inner = inner.strip_suffix(is_quote).unwrap_or(inner);
        let mut value = String::with_capacity(inner.len());
        let mut chars = inner.chars();
        while let Some(char) = chars.next() {
            match char {
                '\\' => match chars.next() {
                    Some('n') => value.push('\n'),
                    Some(other) => value.push(other),
                    None => {}
                },
                other => value.push(other),
            }
        }
        value
    }
}

/// `@ DOCUMENT "where"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The document.
    pub document: Name,
    /// The page, table or heading in it.
    pub at: Option<Text>,
    /// From the `@` to the end.
    pub span: Span,
}

/// What an amount says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountValue {
    /// An amount, in minor units.
    Money(Money),
    /// `pm`: not yet known, at least zero.
    Pm,
    /// `-`: no amount.
    None,
    /// Could not be read; already reported.
    Unreadable,
}

/// An amount as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What it says.
    pub value: AmountValue,
    /// `about`, `circa`.
    pub about: bool,
    /// One unit of the last shown digit, in minor units, where the figure is rounded: with `about` or written in
    /// thousands, millions or billions. Zero where it is exact.
    pub step: Money,
    /// Where it stands, with its sign and currency sign.
    pub span: Span,
}

/// A number in an expression: an amount, a count or a share, as its place decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says whether one thing was written")]
pub struct Number {
    /// The exact value in whole currency units; `45 thousand` is 45000. `None` where unreadable (already reported).
    pub value: Option<Decimal>,
    /// Written with `%`: the value is the fraction, 0.5 for `50%`.
    pub percent: bool,
    /// Written with a currency sign or code, so certainly an amount.
    pub currency: bool,
    /// `about`, `circa`.
    pub about: bool,
    /// As in [`Amount::step`], in minor units.
    pub step: Money,
    /// Four plain digits: may be a year where a year is meant.
    pub plain_year: bool,
}

/// Years as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// First and last, both included.
    pub range: YearRange,
    /// `2024` or `2022/23`.
    pub style: YearStyle,
    /// Written with `..`, also where both ends are the same year.
    pub is_range: bool,
    /// Where.
    pub span: Span,
}

/// How an amount for a range of years is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// `per year`, `each`.
    Each,
    /// `total`.
    Total,
}

/// How certain income is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// `granted`
    Granted,
    /// `expected`
    Expected,
}

/// `indexed 2.5% from 2025`: 2025 is the first year that has grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indexation {
    /// Growth a year as a fraction: 0.025.
    pub rate: Decimal,
    /// First year that has grown.
    pub from: Years,
    /// From `indexed` to the end.
    pub span: Span,
}

/// `2024..2026: 5,000 per year expected`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The years; `None` where the statement allows an amount without (`budget 6,000`).
    pub years: Option<Years>,
    /// The amount.
    pub amount: Amount,
    /// `per year` or `total`, where written.
    pub how: Option<Spanned<How>>,
    /// Certainty of this tranche, where written.
    pub status: Option<Spanned<Certainty>>,
    /// From the years to the last word.
    pub span: Span,
}

/// Incidental or structural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// `temporary`, incidenteel.
    Temporary,
    /// `recurring`, structureel.
    Recurring,
}

/// Where an amount stands between plan and account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// `as planned`, also where nothing is said.
    #[default]
    Planned,
    /// `as expected`
    Expected,
    /// `as obligated`
    Obligated,
    /// `as actual`
    Actual,
}

/// What became of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalStatus {
    /// `new`
    New,
    /// `continued`
    Continued,
    /// `reached`
    Reached,
    /// `stopped`
    Stopped,
}

/// Who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// `by council`
    Council,
    /// `by executive`
    Executive,
    /// `by "…"`
    Other(Text),
}
