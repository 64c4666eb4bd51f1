//! Fixes of findings -> texts: which are applied, in what order, and whether a text then reads at least as well.

mod edits;
pub mod figures;
mod guard;
mod pick;
mod rounds;

pub use edits::{Change, changed, moved};
pub use pick::{Pick, applicable};
pub use rounds::{LeftOut, Mended, mend};

use crate::diagnostic::Diagnostic;
use crate::evaluation::Evaluation;
use crate::source::FileId;
use std::collections::BTreeMap;

/// Texts that were changed, by the key of their file.
pub type Texts = BTreeMap<String, String>;

/// What came out for one file that is checked, with the files that took part.
#[derive(Debug)]
pub struct Unit {
    /// What came out.
    pub evaluation: Evaluation,
    /// Keys of its files in the order of their numbers; rule packs that it uses have none.
    pub keys: Vec<String>,
}

impl Unit {
    /// The key of one of its files.
    pub fn key(&self, file: FileId) -> Option<&str> {
        self.keys.get(usize::from(file.0)).map(String::as_str)
    }
}

/// Which fixes are wanted.
pub struct Wish<'a> {
    /// Also those that change an amount or a period.
    pub unsafe_too: bool,
    /// Whether a finding of that unit is shown.
    pub shows: &'a dyn Fn(usize, &Diagnostic) -> bool,
    /// Whether the file of that key may be changed.
    pub writable: &'a dyn Fn(&str) -> bool,
}
