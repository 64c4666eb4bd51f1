//! How grave a project wants findings to be shown, by code or by the start of one.

use super::Entry;
use crate::codes::{self, similar_code, start_of};
use crate::diagnostic::{Code, Diagnostic, Message, Severity};

/// What a project makes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is shown so.
    Shown(Severity),
    /// It is not shown.
    Off,
}

/// Levels by the start of a code; of several that fit the longest decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    entries: Vec<LevelEntry>,
}

/// One line of `[severity]`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LevelEntry {
    /// The start of the code in full: `POK407` for `407`.
    start: String,
    level: Level,
    written: Entry,
}

/// Codes of the rules that take part in a run.
#[derive(Clone, Debug, Default)]
pub struct RuleCodes {
    /// The codes.
    pub known: Vec<String>,
    /// Whether these are all: every pack that the project uses was read.
    pub complete: bool,
}

impl Levels {
    /// Adds a line of `[severity]`; one that says nothing new, or nothing at all, is a finding instead.
    pub(super) fn add(&mut self, written: Entry, level: Level) -> Option<Diagnostic> {
        let start = full_start(&written.text);
        if start.starts_with("POK603") {
            let finding = Diagnostic::new(&codes::PROJECT_OWN_CODE, written.place).with("code", written.text.as_str());
            return Some(finding.help(Message::new("project-own-code-help")));
        }
        if let Some(first) = self.entries.iter().find(|entry| entry.start == start) {
            let finding = Diagnostic::new(&codes::PROJECT_CODE_TWICE, written.place).with("code", start);
            let label = Message::new("project-code-twice-first");
            return Some(finding.label(first.written.place, label).help(Message::new("project-code-twice-help")));
        }
        self.entries.push(LevelEntry { start, level, written });
        None
    }

    fn longest(&self, code: &Code) -> Option<&LevelEntry> {
        // What is wrong with the project file is not for the project file to judge.
        if self.entries.is_empty() || code.is(603) {
            return None;
        }
        let code = code.to_string();
        self.entries.iter().filter(|entry| code.starts_with(&entry.start)).max_by_key(|entry| entry.start.len())
    }

    /// How much of the code was written where it is switched off.
    pub fn off(&self, code: &Code) -> Option<usize> {
        self.longest(code).filter(|entry| entry.level == Level::Off).map(|entry| entry.start.len())
    }

    /// Gives findings the level that the project wishes.
    pub fn apply(&self, findings: &mut [Diagnostic]) {
        for finding in findings {
            if let Some(LevelEntry { level: Level::Shown(severity), .. }) = self.longest(finding.code()) {
                finding.level = Some(*severity);
            }
        }
    }

    /// Lines about codes that no finding of pok can have; those that may be a rule's are left.
    pub fn unknown(&self) -> Vec<Diagnostic> {
        self.unmatched(&[], |entry| !may_be_rule(&entry.start))
    }

    /// Lines about codes that no rule has.
    pub fn unknown_rules(&self, rules: &RuleCodes) -> Vec<Diagnostic> {
        self.unmatched(&rules.known, |entry| rules.complete && may_be_rule(&entry.start))
    }

    fn unmatched(&self, rules: &[String], which: impl Fn(&LevelEntry) -> bool) -> Vec<Diagnostic> {
        let unmatched = self.entries.iter().filter(|entry| which(entry) && start_of(&entry.start, rules).is_err());
        unmatched.map(|entry| unknown(entry, rules)).collect()
    }
}

fn unknown(entry: &LevelEntry, rules: &[String]) -> Diagnostic {
    let written = entry.written.text.as_str();
    let finding = Diagnostic::new(&codes::PROJECT_CODE_UNKNOWN, entry.written.place).with("code", written);
    // Of three digits two that differ are no slip.
    let near = |code: &String| strsim::osa_distance(code, &entry.start) == 1;
    finding.help(match similar_code(written, rules).filter(near) {
        Some(similar) => Message::new("project-near").with("near", similar),
        None if may_be_rule(&entry.start) => Message::new("project-code-unknown-help-rule"),
        None => Message::new("project-code-unknown-help"),
    })
}

/// The start of a code in full: `407` and `pok407` are `POK407`.
fn full_start(written: &str) -> String {
    start_of(written, &[]).unwrap_or_else(|_| written.trim().to_uppercase())
}

/// Whether it may be the code of a rule, or the start of one: letters first, and not those of pok.
fn may_be_rule(start: &str) -> bool {
    let letters = start.starts_with(|char: char| char.is_ascii_uppercase());
    let form = start.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    letters && form && !start.starts_with("POK")
}
