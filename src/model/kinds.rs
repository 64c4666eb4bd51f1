//! The kinds of sources, reserves and goals that rules speak of: closed lists, in both languages.

use super::entity::Entity;
use crate::syntax::ast::Language;

/// A kind of source, reserve or goal; what it is, its English word says.
#[derive(Debug, PartialEq, Eq)]
pub struct ItemKind {
    /// Its word in English, by which rules and outputs know it.
    pub english: &'static str,
    /// Its word in Dutch.
    pub dutch: &'static str,
}

impl ItemKind {
    /// Its word in a language.
    pub fn word(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Dutch => self.dutch,
        }
    }
}

const fn kind(english: &'static str, dutch: &'static str) -> ItemKind {
    ItemKind { english, dutch }
}

/// Kinds of sources.
pub static OF_SOURCES: [ItemKind; 9] = [
    kind("general-grant", "algemene-uitkering"),
    kind("decentralisation-grant", "decentralisatie-uitkering"),
    kind("integration-grant", "integratie-uitkering"),
    kind("specific-grant", "specifieke-uitkering"),
    kind("appropriation", "krediet"),
    kind("own-means", "eigen-middelen"),
    kind("co-funding", "bijdrage-derden"),
    kind("loan", "lening"),
    kind("fund", "fonds"),
];

/// Kinds of reserves.
pub static OF_RESERVES: [ItemKind; 4] = [
    kind("general-reserve", "algemene-reserve"),
    kind("earmarked-reserve", "bestemmingsreserve"),
    kind("equalisation-reserve", "egalisatiereserve"),
    kind("provision", "voorziening"),
];

/// Kinds of goals.
pub static OF_GOALS: [ItemKind; 10] = [
    kind("administration", "uitvoeringskosten"),
    kind("investment", "investering"),
    kind("capital-charge", "kapitaallasten"),
    kind("debt-service", "schuldendienst"),
    kind("pension", "pensioen"),
    kind("match", "cofinanciering"),
    kind("reserve-deposit", "reservestorting"),
    kind("subsidy", "subsidie"),
    kind("service", "dienstverlening"),
    kind("study", "onderzoek"),
];

/// The kinds that a thing may be of; none of a theme, a decision or a document.
pub fn of(entity: Entity) -> &'static [ItemKind] {
    match entity {
        Entity::Source(_) => &OF_SOURCES,
        Entity::Reserve(_) => &OF_RESERVES,
        Entity::Goal(_) => &OF_GOALS,
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => &[],
    }
}

/// The kind of that word in either language, in small letters.
pub fn find(kinds: &'static [ItemKind], word: &str) -> Option<&'static ItemKind> {
    kinds.iter().find(|kind| kind.english == word || kind.dutch == word)
}

#[cfg(test)]
mod tests {
    use super::{OF_GOALS, OF_RESERVES, OF_SOURCES};
    use std::collections::BTreeSet;

    /// One word means one thing, whatever it is said of and in whatever language.
    #[test]
    fn no_word_stands_for_two_kinds() {
        let all = || OF_SOURCES.iter().chain(&OF_RESERVES).chain(&OF_GOALS);
        let words: BTreeSet<&str> = all().flat_map(|kind| [kind.english, kind.dutch]).collect();
        assert_eq!(words.len(), 2 * all().count());
    }
}
