//! Everything that is wrong in a rule file: mistakes in its rules and tests, and what a pack that ships may not lack.

use super::{Subject, TestVerdict, Tested};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::evaluation::Evaluation;
use crate::kind::FileKind;
use crate::load::Loaded;
use crate::rule::{advised, shipped};
use crate::source::Place;
use crate::syntax::ast::Item;

/// The mistakes in a file with rules; `None` where it has none. Asked strictly, and of packs that ship, every rule must say
/// on what it rests, and be made to fire by a test.
pub fn mistakes(loaded: Loaded, strict: bool) -> Option<Evaluation> {
    let items = &loaded.files.first()?.ast.items;
    if !items.iter().any(|item| matches!(item, Item::Pack(_) | Item::Rule(_))) {
        return None;
    }
    let nameless = !items.iter().any(|item| matches!(item, Item::Pack(_) | Item::Plan(_)));
    let blank = Evaluation::blank(FileKind::Rules, &loaded);
    let subject = Subject::of(loaded);
    let ships = shipped::names().any(|name| name == subject.name);
    let mut missing = Vec::new();
    if nameless {
        missing.push(Diagnostic::new(&codes::PACK_MISSING, Place::default()));
    }
    if strict || ships {
        for rule in subject.tested_rules().filter(|rule| rule.notice.basis.is_empty()) {
            let name = rule.notice.name.as_str();
            missing.push(Diagnostic::new(&codes::RULE_WITHOUT_BASIS, rule.name_place).with("name", name));
        }
    }
    let Tested { name, sources, mut findings, results, coverage, .. } = subject.run();
    if strict || ships {
        for rule in coverage.iter().filter(|rule| rule.fires == 0) {
            let finding = Diagnostic::new(&codes::RULE_WITHOUT_TEST, rule.place)
                .with("name", rule.name.as_str())
                .with("code", rule.code.as_str());
            missing.push(finding);
        }
    }
    findings.extend(advised(missing));
    for result in results {
        if let TestVerdict::Broken(broken) = result.verdict {
            findings.extend(broken);
        }
    }
    let name = (!name.is_empty()).then_some(name);
    Some(Evaluation { name, ..blank }.with(sources, findings, Vec::new()))
}
