//! The finding for a figure that is not what it should be: the sum, the difference, the parts, the likely slip.

use super::slip::clamp;
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Label, Message, Value};
use crate::money::{Money, YearRange};
use crate::outcome::Part;
use crate::source::Place;
use std::collections::BTreeMap;

/// Labels for more parts than this would fill the screen.
const MOST_LABELS: usize = 8;

/// A row of more bytes than this is not underlined as one.
const LONGEST_ROW: u32 = 240;

/// A figure that differs.
#[derive(Debug)]
pub struct Differing<'a> {
    /// Finding when it is too low, and when it is too high.
    pub kinds: (&'static Kind, &'static Kind),
    /// Where the figure stands.
    pub place: Place,
    /// What it is, as the start of a sentence.
    pub what: Message,
    /// The figure, in minor units.
    pub stated: i128,
    /// What it should be.
    pub computed: i128,
    /// What was added up.
    pub parts: &'a [Part],
    /// Explanations that fit exactly.
    pub slips: Vec<Message>,
}

impl Differing<'_> {
    /// The finding.
    pub fn finding(self) -> Diagnostic {
        let (stated, computed) = (clamp(self.stated), clamp(self.computed));
        let difference = clamp(self.stated - self.computed);
        let kind = if self.stated < self.computed { self.kinds.0 } else { self.kinds.1 };
        let size = Money(difference.0.saturating_abs());
        let sum = match self.parts {
            [] | [_] => Message::new("sum-plain").with("computed", computed),
            parts => {
                let terms = condensed(parts).into_iter().map(clamp).collect();
                Message::new("sum-of-parts").with("sum", Value::Sum(terms)).with("computed", computed)
            }
        };
        let mut finding = Diagnostic::new(kind, self.place)
            .with("what", self.what)
            .with("stated", stated)
            .with("sum", sum)
            .with("difference", size)
            .at_primary(Message::new("label-stated").with("stated", stated).with("computed", computed))
            .figure("stated", Figure::Money(stated))
            .figure("computed", Figure::Money(computed))
            .figure("difference", Figure::Money(difference));
        finding.labels.extend(part_labels(self.parts, self.place));
        finding.help = self.slips;
        finding.help(Message::new("stated-differs-help"))
    }
}

/// The terms of a long sum by year, or else by name, where that makes it short enough to redo by hand.
fn condensed(parts: &[Part]) -> Vec<i128> {
    let plain = || parts.iter().map(|part| part.cents).collect();
    if parts.len() <= 8 {
        return plain();
    }
    let years: Option<Vec<YearRange>> = parts.iter().map(|part| part.years).collect();
    let by_year = years.map(|years| grouped(parts.iter().zip(years).map(|(part, years)| (years, part.cents))));
    let by_name = grouped(parts.iter().map(|part| (part.name.as_str(), part.cents)));
    match by_year {
        Some(sums) if (2..=8).contains(&sums.len()) => sums,
        _ if (2..=8).contains(&by_name.len()) => by_name,
        _ => plain(),
    }
}

fn grouped<K: Ord>(parts: impl Iterator<Item = (K, i128)>) -> Vec<i128> {
    let mut sums: BTreeMap<K, i128> = BTreeMap::new();
    parts.for_each(|(key, cents)| *sums.entry(key).or_default() += cents);
    sums.into_values().collect()
}

/// A label for each part, as far as they fit on a screen, at most one at a place. Many parts share one for each row.
pub fn part_labels(parts: &[Part], not_at: Place) -> Vec<Label> {
    let merged = if parts.len() > MOST_LABELS { by_row(parts) } else { Vec::new() };
    let parts = if merged.is_empty() { parts } else { &merged };
    let mut labels: Vec<Label> = Vec::new();
    for part in parts {
        let taken = part.place == not_at || labels.iter().any(|label| label.place == part.place);
        if taken || part.place == Place::default() {
            continue;
        }
        if labels.len() == MOST_LABELS {
            break;
        }
        let name = if part.cents < 0 { "label-part-off" } else { "label-part" };
        let amount = Money(clamp(part.cents).0.saturating_abs());
        let message = Message::new(name).with("amount", Value::Figure(amount));
        labels.push(Label { place: part.place, message: Some(message) });
    }
    labels
}

/// Parts of one name that stand near each other, as one from the first to the last.
fn by_row(parts: &[Part]) -> Vec<Part> {
    let mut rows: Vec<Part> = Vec::new();
    for part in parts {
        let near = |row: &&mut Part| {
            let span = row.place.span.to(part.place.span);
            row.name == part.name && row.place.file == part.place.file && span.end - span.start < LONGEST_ROW
        };
        match rows.last_mut().filter(near) {
            Some(row) => {
                row.cents += part.cents;
                row.place.span = row.place.span.to(part.place.span);
            }
            None => rows.push(part.clone()),
        }
    }
    rows
}

/// The note for one figure that differs by no more than printed rounding can explain.
pub fn within_rounding(place: Place, what: Message, stated: i128, computed: i128) -> Diagnostic {
    let (stated, computed, difference) = (clamp(stated), clamp(computed), clamp(stated - computed));
    Diagnostic::new(&codes::WITHIN_ROUNDING, place)
        .with("what", what)
        .with("stated", stated)
        .with("computed", computed)
        .with("count", 1usize)
        .with("largest", Money(difference.0.saturating_abs()))
        .figure("stated", Figure::Money(stated))
        .figure("computed", Figure::Money(computed))
        .figure("difference", Figure::Money(difference))
}
