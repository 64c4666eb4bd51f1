//! The codes that occur in a run, each described once: what it means and what to do, as `pok explain` has it.

use super::level;
use super::log::{Configuration, Descriptor, Text};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, RuleNotice};
use crate::report::explain::{Page, plain};
use crate::report::rules::{Examples, page, rule_of, says};
use crate::report::text::{Screen, basis_line};
use crate::report::visible::visible;
use crate::report::{Checked, Renderer};
use crate::rule::shipped;
use std::collections::BTreeMap;

/// The id under which undecided plans are told.
pub(super) const UNDECIDED: &str = "undecided";

/// Nothing is wrapped or coloured.
const PAPER: Screen = Screen { width: usize::MAX, colour: false, all: false, plain: false };

/// The codes of a run, in order, each with its place in the list.
pub(super) struct Rules {
    order: BTreeMap<String, usize>,
    descriptors: Vec<Descriptor>,
    undecided: Option<Descriptor>,
}

impl Rules {
    /// Of all findings that are shown.
    pub(super) fn of(plans: &[Checked<'_>], reader: Renderer<'_>) -> Self {
        let mut found: BTreeMap<String, &Diagnostic> = BTreeMap::new();
        for finding in plans.iter().flat_map(Checked::shown) {
            found.entry(finding.code().to_string()).or_insert(finding);
        }
        let order = found.keys().cloned().zip(0..).collect();
        let descriptors = found.into_values().map(|finding| descriptor(finding, reader)).collect();
        Self { order, descriptors, undecided: Some(undecided(reader)) }
    }

    /// The number of a code; that of [`UNDECIDED`] is given to it when it is first asked for.
    pub(super) fn index(&mut self, id: &str) -> usize {
        if id == UNDECIDED
            && let Some(descriptor) = self.undecided.take()
        {
            self.order.insert(id.to_owned(), self.descriptors.len());
            self.descriptors.push(descriptor);
        }
        self.order.get(id).copied().unwrap_or(0)
    }

    pub(super) fn into_descriptors(self) -> Vec<Descriptor> {
        self.descriptors
    }
}

fn undecided(reader: Renderer<'_>) -> Descriptor {
    Descriptor {
        id: UNDECIDED.to_owned(),
        name: "VerdictUndecided".to_owned(),
        short_description: Text::plain(reader.plain("sarif-undecided")),
        full_description: Some(Text::plain(reader.plain("sarif-undecided-full"))),
        help: Some(Text::plain(reader.plain("sarif-undecided-help"))),
        help_uri: None,
        default_configuration: Configuration { level: "warning" },
    }
}

fn descriptor(finding: &Diagnostic, reader: Renderer<'_>) -> Descriptor {
    match (finding.code(), &finding.rule) {
        (_, Some(rule)) => of_rule(rule, reader),
        (code, None) => of_own(code, finding, reader),
    }
}

/// A code of pok itself.
fn of_own(code: &Code, finding: &Diagnostic, reader: Renderer<'_>) -> Descriptor {
    let language = reader.language();
    let severity = codes::of_code(code).map(|kind| kind.severity).min().unwrap_or(finding.severity());
    let name = codes::of_code(code).next().map_or(finding.kind.name, |kind| kind.name);
    let page = Page::of(code);
    Descriptor {
        id: code.to_string(),
        name: pascal(name),
        short_description: Text::plain(page.map_or(name, |page| page.title(language))),
        full_description: page.map(|page| Text::plain(page.summary(language))),
        help: page
            .map(|page| Text { text: page.text(language, PAPER), markdown: Some(page.markdown(language).to_owned()) }),
        help_uri: None,
        default_configuration: Configuration { level: level(severity) },
    }
}

/// The rule of a pack.
fn of_rule(rule: &RuleNotice, reader: Renderer<'_>) -> Descriptor {
    let language = reader.language();
    let code = rule.code.to_string();
    let pack = shipped::of_code(&code);
    let known = pack.as_ref().and_then(|pack| Some((pack, rule_of(&pack.pack, &code)?)));
    // A pack of the user may have the code of a rule that ships: then the page of that one would not be its own.
    let known = known.filter(|(_, known)| known.notice.pack == rule.pack && known.notice.name == rule.name);
    let basis: Vec<String> = rule.basis.iter().map(|basis| visible(&basis_line(basis))).collect();
    let markdown = known.map(|(pack, rule)| page(pack, rule, reader, Examples::Left));
    let said = known.map(|(_, rule)| visible(says(&rule.message, language)));
    Descriptor {
        id: code,
        name: pascal(&rule.name),
        short_description: Text::plain(visible(rule.title(language))),
        full_description: said.or_else(|| (!basis.is_empty()).then(|| basis.join("\n"))).map(Text::plain),
        help: match markdown {
            Some(markdown) => Some(Text { text: plain(&markdown, PAPER), markdown: Some(markdown) }),
            None => (!basis.is_empty()).then(|| Text::plain(basis.join("\n"))),
        },
        help_uri: rule.basis.iter().find_map(|basis| basis.url.clone()).filter(|url| is_address(url)),
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

/// Whether an address can stand where the standard asks for an absolute one.
fn is_address(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web && url.bytes().all(|byte| byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&byte))
}

/// `total-differs` as one word: `TotalDiffers`.
fn pascal(name: &str) -> String {
    let parts = name.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
    let word = |part: &str| {
        let mut chars = part.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>())
    };
    parts.filter_map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_address, pascal};

    #[test]
    fn names_become_one_word() {
        assert_eq!(pascal("total-differs"), "TotalDiffers");
        assert_eq!(pascal("één_2024"), "Één2024");
        assert_eq!(pascal("--"), "");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(is_address("https://wetten.overheid.nl/x#y"));
        assert!(!is_address("javascript:alert(1)") && !is_address("https://a b") && !is_address("see the law"));
    }
}
