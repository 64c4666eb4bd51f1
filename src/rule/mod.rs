//! Rule packs -> findings: packs are read once, and every plan that uses one is held against its rules.

mod check;
mod join;
mod say;
pub mod shipped;
pub mod used;
mod why;

pub use check::{check, refine};
pub use used::{Chosen, Used, set, unknown_pack, used};
pub use why::{Reach, reach};

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::load::Loaded;
use crate::model::rule::Pack;
use crate::model::{RuleItem, build_pack};
use crate::source::{FileId, Place, SourceSet, Span};
use crate::syntax::ast::Item;

/// A pack that was read, with its texts and what is wrong in them.
#[derive(Debug)]
pub struct Compiled {
    /// The pack; rules with a mistake in them are not in it.
    pub pack: Pack,
    /// Its files, the pack's own first.
    pub sources: SourceSet,
    /// What is wrong in them.
    pub findings: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether everything in it could be read.
    pub fn is_sound(&self) -> bool {
        self.pack.broken.is_empty() && !self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// The codes of its rules.
    pub fn codes(&self) -> impl Iterator<Item = String> {
        self.pack.rules.iter().map(|rule| rule.notice.code.to_string())
    }
}

/// Reads a rule file with all that it includes. Tests are those of the file itself.
pub fn compile(loaded: Loaded) -> Compiled {
    let Loaded { sources, files, mut findings, .. } = loaded;
    let own = FileId(0);
    let mut items = Vec::new();
    let mut has_pack = false;
    // What is included stands first, so that the file itself has the last word.
    for file in files.into_iter().rev() {
        let language = file.ast.language;
        for item in file.ast.items {
            match &item {
                Item::Pack(_) => has_pack |= file.id == own,
                Item::Test(_) if file.id != own => continue,
                Item::Test(_) | Item::Rule(_) | Item::Parameter(_) | Item::Include(_) => {}
                _ => findings.push(Diagnostic::new(&codes::RULE_FILE_ITEM, Place::new(file.id, item.span()))),
            }
            items.push(RuleItem { file: file.id, language, item });
        }
    }
    if !has_pack {
        findings.push(Diagnostic::new(&codes::PACK_MISSING, Place::new(own, Span::default())));
    }
    let (pack, found) = build_pack(&sources, items);
    findings.extend(found);
    Compiled { pack, sources, findings: crate::diagnostic::in_order(advised(findings)) }
}

/// Mistakes in rules with what to do about each, where they do not say so yet.
pub fn advised(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for finding in findings.iter_mut().filter(|finding| finding.help.is_empty()) {
        let known = HELP.iter().find(|(name, _)| *name == finding.message.name);
        let help = known.map(|(_, help)| Message { name: help, values: finding.message.values.clone() });
        finding.help.extend(help);
    }
    findings
}

/// What to do about a mistake in a rule, by the name of its message.
const HELP: &[(&str, &str)] = &[
    ("rule-without-code", "rule-without-code-help"),
    ("rule-code-form", "rule-code-form-help"),
    ("rule-without-condition", "rule-without-condition-help"),
    ("rule-without-message", "rule-without-message-help"),
    ("rule-name-twice", "rule-name-twice-help"),
    ("rule-text-twice", "rule-text-twice-help"),
    ("rule-hole-open", "rule-hole-open-help"),
    ("rule-hole-empty", "rule-hole-empty-help"),
    ("rule-file-item", "rule-file-item-help"),
    ("pack-missing", "pack-missing-help"),
    ("pack-unread", "pack-unread-help"),
    ("pack-broken", "pack-broken-help"),
    ("pack-broken-text", "pack-broken-help"),
    ("rule-without-basis", "rule-without-basis-help"),
    ("rule-without-test", "rule-without-test-help"),
    ("test-without-expect", "test-without-expect-help"),
    ("test-expects-both", "test-expects-both-help"),
    ("test-include", "test-include-help"),
];
