//! Offers to write what a figure should be in the place of what is stated.

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Figure, Fix, Kind, Message};
use crate::language::Language;
use crate::model::{Plan, Table};
use crate::money::Money;
use crate::source::{FileId, Place, SourceSet, Span};
use crate::syntax::rewrite::{Hand, read, rewritten};

/// Findings that point first of all at a figure that should be another.
static STATED: &[&Kind] = &[
    &codes::STATED_TOO_LOW,
    &codes::STATED_TOO_HIGH,
    &codes::CELL_MISPRINTED,
    &codes::LINES_WHOLE,
    &codes::PARTS_WHOLE,
    &codes::BALANCE_NOT_ATTAINED,
    &codes::BALANCE_TOO_LOW,
    &codes::BALANCE_TOO_HIGH,
    &codes::NET_DIFFERS,
    &codes::OPENING_DIFFERS,
];

/// Adds a fix to each finding about a stated figure. It changes an amount, so that it is never safe: the slip may as well
/// be in what is added up.
pub fn offer(findings: &mut [Diagnostic], plan: &Plan, sources: &SourceSet, languages: &[(FileId, Language)]) {
    for finding in findings.iter_mut().filter(|finding| finding.scenario.is_none() && finding.fixes.is_empty()) {
        if STATED.contains(&finding.kind)
            && let Some(fix) = fix(finding, plan, sources, languages)
        {
            finding.fixes.push(fix);
        }
    }
}

fn fix(finding: &Diagnostic, plan: &Plan, sources: &SourceSet, languages: &[(FileId, Language)]) -> Option<Fix> {
    let place = finding.place();
    let (stated, computed) = (figure(finding, "stated")?, figure(finding, "computed")?);
    let language = languages.iter().find(|(file, _)| *file == place.file).map(|(_, language)| *language)?;
    let table = plan.tables.iter().find(|table| table.file == place.file && holds(table.span, place.span));
    let hand = hand(plan, table, language)?;
    let written = sources.slice(place);
    // A place that says something else, such as an amount by year, cannot be set to the figure that follows from it.
    if read(written, hand)? != stated {
        return None;
    }
    let text = rewritten(written, computed, hand).filter(|text| text != written)?;
    let title = Message::new("fix-write-instead").with("text", text.as_str()).with("old", written);
    let edit = if table.is_some() { in_cell(sources, place, &text) } else { Edit { place, text } };
    Some(Fix { title, safe: false, edits: vec![edit] })
}

fn hand(plan: &Plan, table: Option<&Table>, language: Language) -> Option<Hand> {
    let minor_digits = plan.head.currency.digits;
    let minor = 10_i64.checked_pow(u32::from(minor_digits))?;
    let factor = table.map_or(1, |table| table.unit.0 / minor).max(1);
    let rounded = table.is_some_and(|table| table.step > Money::ZERO);
    Some(Hand { language, minor_digits, factor, cell: table.is_some(), rounded })
}

fn figure(finding: &Diagnostic, name: &str) -> Option<Money> {
    finding.figures.iter().find_map(|(known, figure)| match figure {
        Figure::Money(money) if *known == name => Some(*money),
        _ => None,
    })
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The edit of a cell, which keeps its width where there are blanks to take or leave.
fn in_cell(sources: &SourceSet, place: Place, text: &str) -> Edit {
    let whole = sources.file(place.file).text();
    let before = whole.get(..place.span.start as usize).unwrap_or("");
    let after = whole.get(place.span.end as usize..).unwrap_or("");
    let blanks = |text: &str, left: usize| text.len() - left;
    let left = blanks(before, before.trim_end_matches(' ').len());
    let right = blanks(after, after.trim_start_matches(' ').len());
    let (old, new) = (sources.slice(place).chars().count(), text.chars().count());
    let (from, padding) = (place.span.start as usize, " ".repeat(old.saturating_sub(new)));
    let taken = new.saturating_sub(old);
    // One blank stays between the bar and the figure; a figure with more room behind it than before it stands at the left.
    let at_left = right > left && right > 1;
    let room = if at_left { right } else { left };
    if taken > 0 && taken >= room {
        return Edit { place, text: text.to_owned() };
    }
    let end = place.span.end as usize;
    let (span, text) = if at_left {
        (Span::new(from, end + taken), format!("{text}{padding}"))
    } else {
        (Span::new(from - taken, end), format!("{padding}{text}"))
    };
    Edit { place: Place::new(place.file, span), text }
}
