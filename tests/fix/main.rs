//! Fixes applied: what they make of cases, of every text of the tests, of random slips, and what the command line does.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod cases;
mod cli;
#[path = "../common/mod.rs"]
mod common;
mod corpus;
mod random;

use pok::diagnostic::{Diagnostic, Fix};
use pok::evaluate;
use pok::evaluation::Evaluation;
use pok::fix::{Change, Mended, Texts, Unit, Wish, changed, mend, moved};
use pok::load::{Input, Located, Refusal, Resolver};
use pok::source::Span;
use pok::syntax::ast::{Reading, readings};
use pok::syntax::{Options, parse};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A text that is checked, with the folder of what it includes.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) folder: PathBuf,
}

/// The folder, with one text of it changed.
struct Folder<'a>(&'a Path);

impl Resolver for Folder<'_> {
    fn locate(&mut self, _from: &Located, path: &str) -> Result<Located, Refusal> {
        if Path::new(path).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
            return Err(Refusal::Outside);
        }
        if !self.0.join(path).is_file() {
            return Err(Refusal::Missing { similar: None });
        }
        Ok(Located { name: path.to_owned(), key: path.to_owned() })
    }

    fn read(&mut self, file: &Located, _limit: usize) -> Result<Vec<u8>, Refusal> {
        fs::read(self.0.join(&file.key)).map_err(|_| Refusal::Unreadable)
    }
}

impl Case {
    pub(crate) fn evaluation(&self, text: &str) -> Evaluation {
        let input = Input { name: self.name.clone(), key: self.name.clone(), bytes: text.as_bytes().to_vec() };
        evaluate(input, &mut Folder(&self.folder))
    }

    fn unit(&self, text: &str) -> Unit {
        let evaluation = self.evaluation(text);
        // What is included cannot be changed, so its key does not matter; a rule pack has none.
        let keys = vec![self.name.clone()];
        Unit { evaluation, keys }
    }

    /// The text with its fixes.
    pub(crate) fn mended(&self, text: &str, unsafe_too: bool) -> (String, Mended) {
        let writable = |key: &str| key == self.name;
        let wish = Wish { unsafe_too, shows: &|_, _| true, writable: &writable };
        let mut check = |_: usize, texts: &Texts| Some(self.unit(texts.get(&self.name).map_or(text, String::as_str)));
        let mended = mend(vec![self.unit(text)], &wish, &mut check);
        (mended.texts.get(&self.name).cloned().unwrap_or_else(|| text.to_owned()), mended)
    }
}

/// The changes of a fix in the text itself; `None` where it changes another file.
pub(crate) fn changes(fix: &Fix, text: &str) -> Option<Vec<Change>> {
    let own = fix.edits.iter().all(|edit| edit.place.file.0 == 0);
    let mut all: Vec<Change> = fix.edits.iter().map(|edit| Change::of(edit, text)).collect();
    all.sort();
    own.then_some(all)
}

/// Whether a finding of the same kind is still found where it was.
pub(crate) fn is_left(finding: &Diagnostic, changes: &[Change], after: &Evaluation) -> bool {
    let now = moved(finding.place().span, changes);
    let same = |span: Span| span == now || (span.start < now.end && now.start < span.end);
    after.findings.iter().any(|other| {
        other.message.name == finding.message.name
            && other.place().file == finding.place().file
            && same(other.place().span)
    })
}

/// What is read in a text, wherever it stands.
pub(crate) fn figures(text: &str) -> Vec<Reading> {
    let (file, _) = parse(pok::source::FileId(0), text, Options::default());
    let mut all: Vec<Reading> = readings(&file).into_iter().map(|(_, reading)| reading).collect();
    all.sort();
    all
}

/// Those of the first that the second does not have as often.
pub(crate) fn missing(before: &[Reading], after: &[Reading]) -> Vec<Reading> {
    let mut left = after.to_vec();
    before
        .iter()
        .filter(|reading| match left.iter().position(|other| other == *reading) {
            Some(at) => {
                left.remove(at);
                false
            }
            None => true,
        })
        .copied()
        .collect()
}

/// Errors that keep something from being read.
pub(crate) fn unread(evaluation: &Evaluation) -> usize {
    evaluation
        .findings
        .iter()
        .filter(|it| it.severity() == pok::diagnostic::Severity::Error && it.code().leaves_undetermined())
        .count()
}

/// The text with one fix.
pub(crate) fn with_fix(text: &str, fix: &Fix) -> Option<(String, Vec<Change>)> {
    let changes = changes(fix, text)?;
    Some((changed(text, &changes)?, changes))
}
