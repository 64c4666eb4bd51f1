//! Which fixes can be applied at once.

use super::edits::Change;
use super::{Unit, Wish};
use crate::diagnostic::{Diagnostic, Fix, Message};
use crate::source::{FileId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A finding that a fix is to mend, in the texts before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) unit: usize,
    /// Name of its message.
    pub(super) name: &'static str,
    pub(super) key: String,
    pub(super) span: Span,
}

/// A fix with the edits that it makes.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What it does.
    pub title: Message,
    /// Whether it keeps every amount.
    pub safe: bool,
    /// The edits, by the key of their file.
    pub edits: BTreeMap<String, Vec<Change>>,
    /// The findings that it mends; several may ask the same edits.
    pub(super) targets: BTreeSet<Target>,
}

/// Every fix that is wanted, and the files that hold others.
#[derive(Debug, Default)]
pub(super) struct Picked {
    pub(super) picks: Vec<Pick>,
    /// Names of files that would be changed, and may not be.
    pub(super) elsewhere: BTreeSet<String>,
}

/// The one fix of a finding that can be applied without a choice between several. What the plan accepts is left as it is.
pub fn applicable(finding: &Diagnostic) -> Option<&Fix> {
    match finding.fixes.as_slice() {
        [fix] if finding.accepted.is_none() && !fix.edits.is_empty() => Some(fix),
        _ => None,
    }
}

/// What a fix changes, so that the same fix is known again.
pub(super) type Edits = BTreeMap<String, Vec<Change>>;

/// The fixes of all units that are wanted and not refused, in order of place, those that touch each other left for later.
pub(super) fn pick(units: &[Unit], wish: &Wish<'_>, refused: &[Edits]) -> Vec<Pick> {
    apart(wanted(units, wish, refused).picks)
}

/// The same, whether or not they touch each other.
pub(super) fn wanted(units: &[Unit], wish: &Wish<'_>, refused: &[Edits]) -> Picked {
    let mut picked = Picked::default();
    let offered: Vec<BTreeSet<Edits>> = units.iter().map(offered).collect();
    let mut by_edits: BTreeMap<Edits, Pick> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        for finding in unit.evaluation.findings.iter().filter(|finding| (wish.shows)(index, finding)) {
            let Some(fix) = applicable(finding).filter(|fix| fix.safe || wish.unsafe_too) else { continue };
            let edits = match edits(unit, fix) {
                Ok(edits) if edits.keys().all(|key| (wish.writable)(key)) => edits,
                Ok(edits) => {
                    let files = unit.keys.iter().zip(unit.evaluation.sources.iter());
                    let shut = files.filter(|(key, _)| edits.contains_key(*key) && !(wish.writable)(key));
                    picked.elsewhere.extend(shut.map(|(_, (_, file))| file.name().to_owned()));
                    continue;
                }
                Err(file) => {
                    let name = unit.evaluation.sources.file(file).name();
                    // A rule file that is checked itself is mended there.
                    if units.iter().all(|unit| unit.evaluation.sources.file(FileId(0)).name() != name) {
                        picked.elsewhere.insert(name.to_owned());
                    }
                    continue;
                }
            };
            if refused.contains(&edits) || !agreed(units, &offered, &edits) {
                continue;
            }
            let Some(target) = target(index, unit, finding) else { continue };
            let pick =
                || Pick { title: fix.title.clone(), safe: fix.safe, edits: edits.clone(), targets: BTreeSet::new() };
            let pick = by_edits.entry(edits.clone()).or_insert_with(pick);
            pick.safe &= fix.safe;
            pick.targets.insert(target);
        }
    }
    picked.picks = by_edits.into_values().collect();
    picked
}

/// The edits that the findings of a unit offer.
fn offered(unit: &Unit) -> BTreeSet<Edits> {
    let fixes = unit.evaluation.findings.iter().filter_map(applicable);
    fixes.filter_map(|fix| edits(unit, fix).ok()).collect()
}

/// Whether every unit that a changed file takes part in offers the same: an `allow` that accepts nothing in one plan may
/// be needed in another.
fn agreed(units: &[Unit], offered: &[BTreeSet<Edits>], edits: &Edits) -> bool {
    let mut concerned =
        units.iter().zip(offered).filter(|(unit, _)| unit.keys.iter().any(|key| edits.contains_key(key)));
    concerned.all(|(_, offered)| offered.contains(edits))
}

/// The edits of a fix by file; the file, where it is none of the unit's own.
fn edits(unit: &Unit, fix: &Fix) -> Result<Edits, FileId> {
    let mut all = Edits::new();
    for edit in &fix.edits {
        let key = unit.key(edit.place.file).ok_or(edit.place.file)?;
        let text = unit.evaluation.sources.file(edit.place.file).text();
        all.entry(key.to_owned()).or_default().push(Change::of(edit, text));
    }
    for changes in all.values_mut() {
        changes.sort();
    }
    Ok(all)
}

fn target(index: usize, unit: &Unit, finding: &Diagnostic) -> Option<Target> {
    let place = finding.place();
    let key = unit.key(place.file)?.to_owned();
    Some(Target { unit: index, name: finding.message.name, key, span: place.span })
}

/// Those that can be made together, in order of place. An edit that several fixes make alike counts once.
fn apart(mut picks: Vec<Pick>) -> Vec<Pick> {
    picks.sort_by(|a, b| a.edits.cmp(&b.edits));
    let mut taken: BTreeMap<String, BTreeSet<Change>> = BTreeMap::new();
    picks.retain(|pick| {
        let free = pick.edits.iter().all(|(key, changes)| {
            let there = taken.get(key);
            let fits = |change: &Change| there.is_none_or(|there| fits_among(there, change));
            changes.iter().all(fits)
        });
        if free {
            for (key, changes) in &pick.edits {
                taken.entry(key.clone()).or_default().extend(changes.iter().cloned());
            }
        }
        free
    });
    picks
}

/// Whether a change touches none of these, which are apart, or is one of them.
fn fits_among(there: &BTreeSet<Change>, change: &Change) -> bool {
    if there.contains(change) {
        return true;
    }
    let before = there.range(..change).next_back();
    let after = there.range(change..).next();
    before.into_iter().chain(after).all(|other| other.apart(change))
}
