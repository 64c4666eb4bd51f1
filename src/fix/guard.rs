//! Whether texts read at least as well after edits as before.

use super::Unit;
use super::edits::{Change, moved};
use super::pick::{Pick, Target};
use crate::diagnostic::Severity;
use crate::evaluation::Evaluation;
use crate::source::{FileId, Span};
use crate::syntax::ast::{Reading, readings};
use crate::syntax::{Options, parse};
use std::collections::BTreeMap;

/// The edits of one step, by the key of their file, in order and each once.
pub(super) type Step = BTreeMap<String, Vec<Change>>;

/// What is asked of a step.
pub(super) struct Asked<'a> {
    pub(super) before: &'a [Unit],
    pub(super) picks: &'a [Pick],
    pub(super) step: &'a Step,
}

impl Asked<'_> {
    /// Whether a unit reads at least as well after the step, its findings are mended, and nothing else has changed.
    pub(super) fn is_met(&self, index: usize, after: &Unit) -> bool {
        let Some(before) = self.before.get(index) else { return false };
        let targets = || self.picks.iter().flat_map(|pick| &pick.targets).filter(|target| target.unit == index);
        self.reads_as_well(before, after) && targets().all(|target| self.is_mended(target, after))
    }

    /// No more is unread than before, unless more of the text is read at all; and what was read reads the same.
    fn reads_as_well(&self, before: &Unit, after: &Unit) -> bool {
        let (mut old, mut new) = (0, 0);
        for (number, key) in before.keys.iter().enumerate() {
            let Some(changes) = self.step.get(key) else { continue };
            let (Some(was), Some(is)) = (read(before, number), after.keys.iter().position(|other| other == key)) else {
                return false;
            };
            let Some(is) = read(after, is) else { return false };
            if !self.keeps(key, changes, &was, &is) {
                return false;
            }
            old += was.len();
            new += is.len();
        }
        unread(&after.evaluation) <= unread(&before.evaluation) || new > old
    }

    /// Whether everything that was read is read the same, but for what an unsafe fix changes.
    fn keeps(&self, key: &str, changes: &[Change], was: &[(Span, Reading)], is: &[(Span, Reading)]) -> bool {
        let unsafe_ones: Vec<&Change> =
            self.picks.iter().filter(|pick| !pick.safe).filter_map(|pick| pick.edits.get(key)).flatten().collect();
        let meant =
            |span: Span| unsafe_ones.iter().any(|change| change.span.start < span.end && span.start < change.span.end);
        let mut there: BTreeMap<u32, Vec<Reading>> = BTreeMap::new();
        for (span, reading) in is {
            there.entry(span.start).or_default().push(*reading);
        }
        let same = |(span, reading): &(Span, Reading)| {
            let now = moved(*span, changes).start;
            there.get(&now).is_some_and(|readings| readings.contains(reading))
        };
        was.iter().all(|read| meant(read.0) || same(read))
    }

    /// Whether no finding of the same kind is left where it was.
    fn is_mended(&self, target: &Target, after: &Unit) -> bool {
        let changes = self.step.get(&target.key).map_or(&[][..], Vec::as_slice);
        let now = moved(target.span, changes);
        let same = |span: Span| span == now || (span.start < now.end && now.start < span.end);
        !after.evaluation.findings.iter().any(|finding| {
            let place = finding.place();
            finding.message.name == target.name
                && after.key(place.file) == Some(target.key.as_str())
                && same(place.span)
        })
    }
}

/// Errors that keep something from being read.
fn unread(evaluation: &Evaluation) -> usize {
    let errors = evaluation.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.filter(|finding| finding.code().leaves_undetermined()).count()
}

/// What is read in one of the files of a unit.
fn read(unit: &Unit, number: usize) -> Option<Vec<(Span, Reading)>> {
    let id = FileId(u16::try_from(number).ok()?);
    let digits = unit.evaluation.currency.exponent().and_then(|digits| u8::try_from(digits).ok());
    let options = Options { minor_digits: digits.filter(|_| number > 0), ..Options::default() };
    let (file, _) = parse(id, unit.evaluation.sources.file(id).text(), options);
    Some(readings(&file))
}
