//! Years: one way of writing them, within the years of the plan, or the years that follow from the facts.

use super::Builder;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::ledger::Fact;
use crate::model::plan::Plan;
use crate::model::widen::{Stretch, with_widened};
use crate::money::{YearRange, YearStyle};
use crate::source::{FileId, Place, SourceSet};
use crate::syntax::ast;

/// Further places that a finding about years points at.
const FURTHER: usize = 8;

/// Years that stand outside those of the plan, in one statement or column.
#[derive(Debug)]
struct Outside {
    statement: Place,
    first: (Place, YearRange),
    further: Vec<Place>,
    /// All years of it together.
    all: YearRange,
}

/// What is gathered about years.
#[derive(Debug, Default)]
pub(super) struct Years {
    style: Option<(YearStyle, Place)>,
    mixed: Vec<Place>,
    outside: Vec<Outside>,
}

impl Years {
    fn note(&mut self, style: YearStyle, place: Place) {
        match self.style {
            None => self.style = Some((style, place)),
            Some((known, _)) if known == style => {}
            Some(_) => self.mixed.push(place),
        }
    }

    /// Findings about how years are written and where they lie.
    pub(super) fn report(&self, plan: &Plan, sources: &SourceSet, findings: &mut Vec<Diagnostic>) {
        if let (Some((style, first)), Some((mixed, further))) = (self.style, self.mixed.split_first()) {
            let message = match style {
                YearStyle::Calendar => "year-style-help-calendar",
                YearStyle::Split => "year-style-help-split",
            };
            let mut finding = Diagnostic::new(&codes::YEAR_STYLE, *mixed)
                .help(Message::new(message))
                .label(first, Message::new("label-year-style-first"));
            for place in further.iter().take(FURTHER) {
                finding = finding.label(*place, Message::new("label-here-too"));
            }
            findings.push(finding);
        }
        let Some((years, stated)) = plan.head.years else { return };
        for outside in &self.outside {
            let mut finding = Diagnostic::new(&codes::YEAR_OUTSIDE, outside.first.0)
                .with("years", outside.first.1)
                .with("plan", years)
                .label(stated, Message::new("label-plan-years").with("years", years))
                .help(
                    Message::new("year-outside-plan-help")
                        .with("years", plan.head.style.range_label(years.to(outside.all))),
                );
            for place in outside.further.iter().take(FURTHER) {
                finding = finding.label(*place, Message::new("label-here-too"));
            }
            let stretch = Stretch { place: stated, old: years, new: years.to(outside.all) };
            findings.push(with_widened(finding, plan, sources, &[stretch]));
        }
    }
}

impl Builder<'_> {
    /// The years meant, noting how they are written.
    pub(super) fn range(&mut self, file: FileId, years: ast::Years) -> YearRange {
        self.years.note(years.style, Place::new(file, years.span));
        years.range
    }

    /// A year written as four digits.
    pub(super) fn note_plain_year(&mut self, place: Place) {
        self.years.note(YearStyle::Calendar, place);
    }

    /// Keeps years that lie outside those of the plan: one finding for a statement or column.
    pub(super) fn within_plan(&mut self, statement: Place, place: Place, years: YearRange) {
        if years.is_empty() || self.plan.years().is_none_or(|plan| plan.covers(years)) {
            return;
        }
        match self.years.outside.last_mut().filter(|last| last.statement == statement) {
            Some(last) => {
                last.further.push(place);
                last.all = last.all.to(years);
            }
            None => {
                self.years.outside.push(Outside { statement, first: (place, years), further: Vec::new(), all: years });
            }
        }
    }

    /// Where the plan states no years, they are those of its facts.
    pub(super) fn derive_years(&mut self) {
        if self.plan.head.years.is_none() {
            let place = self.plan.head.place;
            self.plan.head.years = self.facts.years().map(|years| (years, place));
        }
        if let Some((style, _)) = self.years.style {
            self.plan.head.style = style;
        }
    }

    /// Budgets without years of goals without bounds are for all years of the plan.
    pub(super) fn budgets_of_all_years(&mut self) {
        let open = std::mem::take(&mut self.open_budgets);
        let Some(years) = self.plan.years() else { return };
        for (list, fact) in open {
            self.facts.list(list).push(Fact { years, ..fact });
        }
    }
}
