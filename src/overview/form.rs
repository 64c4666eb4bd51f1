//! The published form of an overview: names, then years, then amounts as decimal strings; keys sorted.

use super::goal::{GoalLine, GoalYears};
use super::reserve::ReserveYear;
use super::source::SourceYear;
use super::totals::Totals;
use super::{Amount, Overview, plus};
use crate::money::decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// The measures of one year by name.
type Measures = BTreeMap<&'static str, Option<String>>;
/// By name, then by year.
type ByName<'a, T> = BTreeMap<&'a str, BTreeMap<String, T>>;

/// One year of a goal.
#[derive(serde::Serialize)]
pub(crate) struct GoalForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<String>,
    cost: String,
    covered: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
    paid_by: BTreeMap<&'a str, String>,
    uncovered: String,
}

impl Serialize for Overview {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("goals", &self.goal_forms(&self.goals))?;
        map.serialize_entry("reserves", &self.reserve_forms())?;
        map.serialize_entry("sources", &self.source_forms())?;
        map.serialize_entry("themes", &self.goal_forms(&self.themes))?;
        map.serialize_entry("totals", &self.total_forms())?;
        map.serialize_entry("years", &self.year_labels())?;
        map.end()
    }
}

impl Overview {
    fn amount(&self, cents: i128) -> String {
        decimal(cents, usize::from(self.digits))
    }

    fn measures<const N: usize>(&self, amounts: [(&'static str, Amount); N]) -> Measures {
        amounts.into_iter().map(|(name, cents)| (name, cents.map(|cents| self.amount(cents)))).collect()
    }

    /// The years as the plan writes them.
    pub fn year_labels(&self) -> Vec<String> {
        self.years.iter().map(|year| self.style.label(year)).collect()
    }

    pub(crate) fn source_forms(&self) -> ByName<'_, Measures> {
        let rows = |rows: &[SourceYear], free: bool| {
            rows.iter().map(|row| (self.style.label(row.year), self.source(row, free))).collect()
        };
        self.sources.iter().map(|line| (line.name.as_str(), rows(&line.rows, line.unlimited))).collect()
    }

    fn source(&self, row: &SourceYear, unlimited: bool) -> Measures {
        self.measures([
            ("income", row.income),
            ("brought_forward", row.brought_forward),
            ("paid", Some(row.paid)),
            ("moved", if unlimited { row.added } else { plus(row.moved, row.added) }),
            ("moved_fixed", row.added),
            ("lapsed", row.lapsed),
            ("carried", row.carried),
        ])
    }

    pub(crate) fn reserve_forms(&self) -> ByName<'_, Measures> {
        let rows =
            |rows: &[ReserveYear]| rows.iter().map(|row| (self.style.label(row.year), self.reserve(row))).collect();
        self.reserves.iter().map(|line| (line.name.as_str(), rows(&line.rows))).collect()
    }

    fn reserve(&self, row: &ReserveYear) -> Measures {
        self.measures([
            ("opening", row.opening),
            // What a ceiling could not hold was never added.
            ("added", row.added.zip(row.overflow).map(|(added, overflow)| added - overflow)),
            ("withdrawn", plus(Some(row.withdrawn), row.released)),
            ("released", row.released),
            ("overflow", row.overflow),
            ("closing", row.closing),
        ])
    }

    pub(crate) fn goal_forms<'a>(&self, lines: &'a [GoalLine]) -> ByName<'a, GoalForm<'a>> {
        let rows = |line: &'a GoalLine| {
            line.rows.iter().map(|row| (self.style.range_label(row.years), self.goal(row, line.left_out))).collect()
        };
        lines.iter().map(|line| (line.name.as_str(), rows(line))).collect()
    }

    fn goal<'a>(&self, row: &'a GoalYears, left_out: bool) -> GoalForm<'a> {
        GoalForm {
            budget: (row.budget != 0).then(|| self.amount(row.budget)),
            cost: self.amount(row.cost),
            covered: self.amount(row.covered),
            left_out,
            paid_by: row.paid_by.iter().map(|(payer, cents)| (&**payer, self.amount(*cents))).collect(),
            uncovered: self.amount(row.uncovered),
        }
    }

    pub(crate) fn total_forms(&self) -> BTreeMap<String, Measures> {
        let years = self.by_year.iter().map(|(year, totals)| (self.style.label(*year), self.total(totals)));
        years.chain([("total".to_owned(), self.total(&self.total))]).collect()
    }

    fn total(&self, totals: &Totals) -> Measures {
        self.measures([
            ("income", totals.income),
            ("brought_forward", totals.brought_forward),
            ("paid", Some(totals.paid)),
            ("moved", plus(totals.moved, totals.added)),
            ("moved_fixed", totals.added),
            ("lapsed", totals.lapsed),
            ("carried", totals.carried),
            ("opening", totals.reserve_opening),
            ("added", totals.reserve_added),
            ("withdrawn", plus(Some(totals.reserve_withdrawn), totals.reserve_released)),
            ("released", totals.reserve_released),
            ("overflow", totals.reserve_overflow),
            ("closing", totals.reserve_closing),
            ("cost", Some(totals.cost)),
            ("covered", Some(totals.covered)),
            ("uncovered", Some(totals.uncovered)),
            ("left_out", Some(totals.left_out)),
        ])
    }
}
