//! A period as it is written, made longer.

use super::plan::Plan;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::money::YearRange;
use crate::source::{Place, SourceSet, Span};

/// Most years that are added: more is a slip in a year, not a longer period.
const MOST: usize = 10;

/// What stands at a place for a period, or for one end of it, and what is to stand there.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// The statement.
    pub place: Place,
    /// What it says; one year for one end alone.
    pub old: YearRange,
    /// What it is to say.
    pub new: YearRange,
}

/// The fix that makes a stated period longer. It changes what the plan says, so that it is never safe. `None` where years are
/// not written as they are counted, nothing changes, or the period grows beyond measure.
pub fn widened(plan: &Plan, sources: &SourceSet, stretches: &[Stretch]) -> Option<Fix> {
    let style = plan.head.style;
    let mut edits = Vec::new();
    for stretch in stretches {
        edits.extend(self::edits(plan, sources, stretch)?);
    }
    let both = |pick: fn(&Stretch) -> YearRange| stretches.iter().map(pick).reduce(YearRange::to);
    let (old, new) = (both(|stretch| stretch.old)?, both(|stretch| stretch.new)?);
    let grows = new.len().saturating_sub(old.len());
    let (text, before) = (style.range_label(new), style.range_label(old));
    let title = Message::new("fix-write-instead").with("text", text).with("old", before);
    (!edits.is_empty() && grows <= MOST).then_some(Fix { title, safe: false, edits })
}

fn edits(plan: &Plan, sources: &SourceSet, stretch: &Stretch) -> Option<Vec<Edit>> {
    let Stretch { place, old, new } = *stretch;
    let written = sources.slice(place);
    let style = plan.head.style;
    let (first, last) = (style.label(old.first), style.label(old.last));
    let (start, end) = (written.find(&first)?, written.rfind(&last)?);
    let edit = |at: usize, label: &str, text: String| {
        let from = place.span.start as usize + at;
        Edit { place: Place::new(place.file, Span::new(from, from + label.len())), text }
    };
    if start == end {
        return Some(if old == new { Vec::new() } else { vec![edit(start, &first, style.range_label(new))] });
    }
    let ends = [(start, &first, old.first, new.first), (end, &last, old.last, new.last)];
    let changed = ends.into_iter().filter(|(_, _, old, new)| old != new);
    Some(changed.map(|(at, label, _, new)| edit(at, label, style.label(new))).collect())
}

/// The finding with the fix, where there is one.
pub fn with_widened(finding: Diagnostic, plan: &Plan, sources: &SourceSet, stretches: &[Stretch]) -> Diagnostic {
    match widened(plan, sources, stretches) {
        Some(fix) => finding.fix(fix),
        None => finding,
    }
}
