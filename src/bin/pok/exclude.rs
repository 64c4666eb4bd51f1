//! `exclude` of a project file: which files are not checked, by patterns of `.gitignore`.

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use pok::diagnostic::Diagnostic;
use pok::settings::Entry;
use std::path::Path;

/// The patterns of one project.
pub(crate) struct Exclude {
    /// All of them: the last that fits decides.
    all: Gitignore,
    each: Vec<Pattern>,
}

struct Pattern {
    entry: Entry,
    alone: Gitignore,
    /// Whether a file of the run fits it.
    used: bool,
}

impl Exclude {
    /// Patterns as they stand in the project file, and what is wrong with them.
    pub(crate) fn new(entries: &[Entry]) -> (Self, Vec<Diagnostic>) {
        let (mut all, mut each, mut wrong) = (GitignoreBuilder::new(""), Vec::new(), Vec::new());
        for entry in entries {
            let mut builder = GitignoreBuilder::new("");
            let added = builder.add_line(None, &entry.text).map(|_| ());
            match added.and_then(|()| builder.build()) {
                Ok(alone) => {
                    // What is a pattern alone is one among others.
                    let _ = all.add_line(None, &entry.text);
                    each.push(Pattern { entry: entry.clone(), alone, used: false });
                }
                Err(_) => wrong.push(entry.no_pattern()),
            }
        }
        (Self { all: all.build().unwrap_or_else(|_| Gitignore::empty()), each }, wrong)
    }

    /// The pattern that leaves a file out, by its path from the folder of the project.
    pub(crate) fn pattern(&mut self, file: &Path) -> Option<String> {
        for pattern in &mut self.each {
            pattern.used |= !pattern.alone.matched_path_or_any_parents(file, false).is_none();
        }
        match self.all.matched_path_or_any_parents(file, false) {
            ignore::Match::Ignore(glob) => Some(glob.original().to_owned()),
            ignore::Match::None | ignore::Match::Whitelist(_) => None,
        }
    }

    /// Patterns that no file of the run fits.
    pub(crate) fn unused(&self) -> impl Iterator<Item = Diagnostic> {
        self.each.iter().filter(|pattern| !pattern.used).map(|pattern| pattern.entry.excludes_nothing())
    }
}
