//! Rule packs -> findings: packs are read once, and every plan that uses one is held against its rules.

mod check;
mod join;
mod say;
pub mod shipped;
pub mod used;

pub use check::{check, refine};
pub use used::{Chosen, Used, unknown_pack, used};

use crate::codes;
use crate::diagnostic::{Diagnostic, Severity};
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
    Compiled { pack, sources, findings: crate::diagnostic::in_order(findings) }
}
