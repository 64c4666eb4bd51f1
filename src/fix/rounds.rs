//! Fixes applied round by round, until nothing is left to apply; those that would hurt are left out.

use super::edits::{Change, changed, moved};
use super::guard::{Asked, Step};
use super::pick::{Edits, Pick, Target, pick, wanted};
use super::{Texts, Unit, Wish};
use crate::diagnostic::Message;
use crate::source::{Position, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Most rounds: what one fix uncovers the next may mend, but not for ever.
const MOST_ROUNDS: usize = 50;

/// Most steps that are tried in all, each of which checks what it changes.
const MOST_STEPS: usize = 1_000;

/// A fix that would have hurt.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Name of the file.
    pub file: String,
    /// Where in it.
    pub position: Position,
    /// What the fix would have done.
    pub title: Message,
}

/// What became of the texts.
#[derive(Debug)]
pub struct Mended {
    /// The texts that are changed, by the key of their file.
    pub texts: Texts,
    /// What comes out with them.
    pub units: Vec<Unit>,
    /// How many findings were mended, by the key of the file in which they stood.
    pub mended: BTreeMap<String, usize>,
    /// Fixes that were not applied, since the text would then read worse or the finding would stay.
    pub left_out: Vec<LeftOut>,
    /// Names of files with fixes that may not be changed.
    pub elsewhere: BTreeSet<String>,
    /// Findings that only a fix could mend that changes an amount or a period.
    pub with_unsafe: usize,
}

impl Mended {
    /// How many findings were mended.
    pub fn count(&self) -> usize {
        self.mended.values().sum()
    }
}

struct Rounds<'a, 'w> {
    units: Vec<Unit>,
    /// The texts as they were.
    first: Texts,
    texts: Texts,
    check: &'a mut dyn FnMut(usize, &Texts) -> Option<Unit>,
    wish: &'a Wish<'w>,
    refused: Vec<Edits>,
    left_out: Vec<(String, u32, Message)>,
    /// Marks of all texts so far: to come back to one would go round for ever.
    seen: BTreeSet<u64>,
    mended: BTreeMap<String, usize>,
    steps: usize,
}

/// Applies the fixes that are wanted to the texts of these units. `check` gives what comes out for a unit with the texts
/// that are changed.
pub fn mend(units: Vec<Unit>, wish: &Wish<'_>, check: &mut dyn FnMut(usize, &Texts) -> Option<Unit>) -> Mended {
    let first = units.iter().flat_map(files).map(|(key, file)| (key.clone(), file.text().to_owned())).collect();
    let mut rounds = Rounds {
        units,
        first,
        texts: Texts::new(),
        check,
        wish,
        refused: Vec::new(),
        left_out: Vec::new(),
        seen: BTreeSet::from([mark(&Texts::new())]),
        mended: BTreeMap::new(),
        steps: 0,
    };
    for _ in 0..MOST_ROUNDS {
        let picks = pick(&rounds.units, wish, &rounds.refused);
        if picks.is_empty() || !rounds.round(picks) {
            break;
        }
    }
    rounds.done()
}

impl Rounds<'_, '_> {
    /// Applies these, all at once where that is good, or else as many as are. Whether anything has changed.
    fn round(&mut self, picks: Vec<Pick>) -> bool {
        let mut waiting: Vec<Vec<Pick>> = vec![picks];
        let mut is_changed = false;
        while let Some(picks) = waiting.pop() {
            let Some(first) = picks.first().filter(|_| self.steps < MOST_STEPS) else { continue };
            self.steps += 1;
            let step = together(&picks);
            if let Some((texts, units)) = self.attempt(&picks, &step) {
                for (_, key, _) in picks.iter().flat_map(findings).collect::<BTreeSet<_>>() {
                    *self.mended.entry(key.to_owned()).or_default() += 1;
                }
                self.take(texts, units, &step, &mut waiting);
                is_changed = true;
            } else if picks.len() > 1 {
                let (left, right) = picks.split_at(picks.len() / 2);
                waiting.push(right.to_vec());
                waiting.push(left.to_vec());
            } else {
                self.refuse(first);
            }
        }
        is_changed
    }

    /// The texts with these edits and what then comes out; `None` where that is no better.
    fn attempt(&mut self, picks: &[Pick], step: &Step) -> Option<(Texts, Vec<(usize, Unit)>)> {
        let mut texts = self.texts.clone();
        for (key, changes) in step {
            let new = changed(self.text(key)?, changes)?;
            if self.first(key) == Some(new.as_str()) {
                texts.remove(key);
            } else {
                texts.insert(key.clone(), new);
            }
        }
        if self.seen.contains(&mark(&texts)) {
            return None;
        }
        let asked = Asked { before: &self.units, picks, step };
        let mut units = Vec::new();
        for (index, unit) in self.units.iter().enumerate() {
            if unit.keys.iter().any(|key| step.contains_key(key)) {
                let after = (self.check)(index, &texts)?;
                if !asked.is_met(index, &after) {
                    return None;
                }
                units.push((index, after));
            }
        }
        Some((texts, units))
    }

    /// Goes on with these texts: what is still to be applied or was refused stands elsewhere now.
    fn take(&mut self, texts: Texts, units: Vec<(usize, Unit)>, step: &Step, waiting: &mut [Vec<Pick>]) {
        self.seen.insert(mark(&texts));
        self.texts = texts;
        for (index, unit) in units {
            if let Some(slot) = self.units.get_mut(index) {
                *slot = unit;
            }
        }
        // What a further fix shares with these is made; it is picked again where it is still needed.
        let shares = |(key, changes): (&String, &Vec<Change>)| {
            step.get(key).is_some_and(|made| changes.iter().any(|change| made.contains(change)))
        };
        for picks in waiting.iter_mut() {
            picks.retain(|pick| !pick.edits.iter().any(shares));
        }
        for pick in waiting.iter_mut().flatten() {
            shift(&mut pick.edits, step);
            let targets = std::mem::take(&mut pick.targets);
            let at = |target: Target| {
                let span = step.get(&target.key).map_or(target.span, |changes| moved(target.span, changes));
                Target { span, ..target }
            };
            pick.targets = targets.into_iter().map(at).collect();
        }
        self.refused.iter_mut().for_each(|edits| shift(edits, step));
        for (key, at, _) in &mut self.left_out {
            if let Some(changes) = step.get(key) {
                *at = moved(Span { start: *at, end: *at }, changes).start;
            }
        }
    }

    fn refuse(&mut self, pick: &Pick) {
        let first = pick.edits.iter().find_map(|(key, changes)| Some((key.clone(), changes.first()?.span.start)));
        self.left_out.extend(first.map(|(key, at)| (key, at, pick.title.clone())));
        self.refused.push(pick.edits.clone());
    }

    /// The text of a file as it is now.
    fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str).or_else(|| self.first(key))
    }

    /// The text of a file as it was.
    fn first(&self, key: &str) -> Option<&str> {
        self.first.get(key).map(String::as_str)
    }

    fn done(self) -> Mended {
        let everything = Wish { unsafe_too: true, ..*self.wish };
        let left = wanted(&self.units, &everything, &self.refused);
        let with_unsafe = left.picks.iter().filter(|pick| !pick.safe).flat_map(findings).collect::<BTreeSet<_>>().len();
        let named = |(key, at, title): &(String, u32, Message)| {
            let (_, file) = self.units.iter().flat_map(files).find(|(other, _)| *other == key)?;
            Some(LeftOut { file: file.name().to_owned(), position: file.position(*at), title: title.clone() })
        };
        let left_out = self.left_out.iter().filter_map(named).collect();
        let elsewhere = wanted(&self.units, self.wish, &self.refused).elsewhere;
        let Self { units, texts, mended, .. } = self;
        Mended { texts, units, mended, left_out, elsewhere, with_unsafe }
    }
}

/// The files of a unit with their keys.
fn files(unit: &Unit) -> impl Iterator<Item = (&String, &SourceFile)> {
    unit.keys.iter().zip(unit.evaluation.sources.iter().map(|(_, file)| file))
}

/// What tells these texts from others.
fn mark(texts: &Texts) -> u64 {
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    hasher.finish()
}

/// The findings of a fix, each once in however many plans it is found.
fn findings(pick: &Pick) -> impl Iterator<Item = (&'static str, &str, Span)> {
    pick.targets.iter().map(|target| (target.name, target.key.as_str(), target.span))
}

/// The edits of all of them by file, in order and each once.
fn together(picks: &[Pick]) -> Step {
    let mut all: BTreeMap<String, BTreeSet<Change>> = BTreeMap::new();
    for (key, changes) in picks.iter().flat_map(|pick| &pick.edits) {
        all.entry(key.clone()).or_default().extend(changes.iter().cloned());
    }
    all.into_iter().map(|(key, changes)| (key, changes.into_iter().collect())).collect()
}

fn shift(edits: &mut Edits, step: &Step) {
    for (key, changes) in edits {
        let Some(made) = step.get(key) else { continue };
        for change in changes {
            change.span = moved(change.span, made);
        }
    }
}
