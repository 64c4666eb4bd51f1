//! `pok.toml`, the settings of a project: text -> [`Settings`] and what is wrong with it.
//!
//! A setting changes what is checked and how it is shown, never what is true: no verdict on a plan hangs on it.

mod levels;
mod parts;
mod reader;

pub use levels::{Level, Levels, RuleCodes};

use crate::codes;
use crate::diagnostic::in_order;
use crate::diagnostic::{Diagnostic, Message, NotChecked};
use crate::evaluation::{Evaluation, Verdict};
use crate::kind::FileKind;
use crate::language::Language;
use crate::money::YearStyle;
use crate::rule;
use crate::source::{FileId, Place, SourceSet};
use crate::syntax;
use iso_currency::Currency;

/// The name that a project file has.
pub const NAME: &str = "pok.toml";

/// The largest project file that is read: 1 MiB.
pub const LARGEST: usize = 1 << 20;

/// A text of the project file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// What a project wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Rule packs for every plan: names, or paths relative to the project file.
    pub rules: Vec<Entry>,
    /// The language of messages, where the command line and `POK_LANG` ask for none.
    pub language: Option<Language>,
    /// Files that are not checked, as patterns of `.gitignore` relative to the project file.
    pub exclude: Vec<Entry>,
    /// Whether warnings count as errors for the exit code.
    pub deny_warnings: bool,
    /// Whether an undecided verdict makes the exit code 1.
    pub strict: bool,
    /// How grave findings are shown.
    pub levels: Levels,
}

/// A project file that was read.
#[derive(Debug, Default)]
pub struct ProjectFile {
    /// Its text.
    pub sources: SourceSet,
    /// What it says, as far as that can be read.
    pub settings: Settings,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
}

/// Reads a project file. Of a text that is not TOML no setting is taken; of other mistakes only what they are about is lost.
pub fn read(name: &str, bytes: Vec<u8>) -> ProjectFile {
    let (source, mut findings) = syntax::decode(FileId(0), name, bytes);
    let mut settings = Settings::default();
    if findings.is_empty() {
        match parts::parts(source.text()) {
            Ok(parts) => (settings, findings) = reader::settings(parts),
            Err(mistakes) => findings = mistakes,
        }
    }
    let mut sources = SourceSet::default();
    sources.add(source);
    ProjectFile { sources, settings, findings }
}

/// What comes out for a project file itself. `findings` are those of [`read`] with what the run adds: settings that meet
/// nothing; `not_checked` what the run leaves undone of what the settings ask.
pub fn evaluation(
    sources: SourceSet,
    settings: &Settings,
    findings: Vec<Diagnostic>,
    not_checked: Vec<NotChecked>,
) -> Evaluation {
    let findings = in_order(findings);
    Evaluation {
        verdict: Verdict::of(&findings, &not_checked),
        sources,
        kind: FileKind::Settings,
        name: None,
        title: None,
        language: settings.language.unwrap_or_default(),
        year_style: YearStyle::default(),
        currency: Currency::EUR,
        findings,
        not_checked,
        scenarios: Vec::new(),
        open: Vec::new(),
        packs: Vec::new(),
        outcomes: Vec::new(),
        acceptable: Vec::new(),
        rule_codes: Vec::new(),
    }
}

impl Entry {
    /// That it is no pattern of files.
    pub fn no_pattern(&self) -> Diagnostic {
        let help = Message::new("project-pattern-help");
        Diagnostic::new(&codes::PROJECT_PATTERN, self.place).with("pattern", self.text.as_str()).help(help)
    }

    /// That the pattern leaves out no file.
    pub fn excludes_nothing(&self) -> Diagnostic {
        let finding = Diagnostic::new(&codes::PROJECT_EXCLUDES_NOTHING, self.place);
        finding.with("pattern", self.text.as_str()).help(Message::new("project-excludes-nothing-help"))
    }

    /// That the rules of a pack were not checked.
    pub fn not_evaluated(&self) -> NotChecked {
        let what = Message::new("unchecked-rules").with("name", self.text.as_str());
        NotChecked { what, why: Message::new("because-pack-unread"), place: self.place }
    }

    /// That there is no such rule pack.
    pub fn missing_pack(&self, is_path: bool) -> Diagnostic {
        if is_path {
            return Diagnostic::new(&codes::PACK_UNREAD, self.place).with("path", self.text.as_str());
        }
        rule::unknown_pack(self.place, &self.text)
    }
}
