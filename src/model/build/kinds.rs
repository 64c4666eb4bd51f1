//! `kind` and `task-field`: words of closed lists, in the language of their file.

use super::Builder;
use super::near::nearest;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::model::entity::Entity;
use crate::model::kinds::{self, ItemKind, OF_GOALS, OF_RESERVES, OF_SOURCES};
use crate::source::{Place, Span};
use crate::syntax::ast::{Language, Name};

impl Builder<'_> {
    /// The kind that a word names; one of the other language, or nearly right, is reported and read as meant.
    pub(super) fn kind(&mut self, entity: Entity, place: Place, name: Name) -> Option<&'static ItemKind> {
        let at = Place::new(place.file, name.span);
        let language = if self.is_dutch(place.file) { Language::Dutch } else { Language::English };
        let written = self.text(place.file, name.span);
        let word = self.name(place.file, name.span).to_lowercase();
        let kinds = kinds::of(entity);
        if let Some(kind) = kinds::find(kinds, &word) {
            if kind.word(language) != word {
                self.findings.push(foreign(at, written, kind, language));
            }
            return Some(kind);
        }
        let near = nearest(&word, kinds.iter().flat_map(|kind| [kind.english, kind.dutch]));
        let meant = near.first().and_then(|first| kinds::find(kinds, first));
        let same = near.iter().all(|near| kinds::find(kinds, near) == meant);
        if let Some(kind) = meant.filter(|_| same) {
            let right = kind.word(language);
            let finding = Diagnostic::new(&codes::MISSPELT_KEYWORD, at).with("found", written).with("word", right);
            self.findings.push(finding.fix(replace(at, right)));
            return Some(kind);
        }
        self.unknown_kind(entity, at, &word, language);
        self.damage_entity(entity);
        None
    }

    fn unknown_kind(&mut self, entity: Entity, at: Place, word: &str, language: Language) {
        let known: Vec<&str> = kinds::of(entity).iter().map(|kind| kind.word(language)).collect();
        let finding = Diagnostic::new(&codes::UNKNOWN_KIND, at)
            .with("name", self.sources.slice(at))
            .with("item", Message::new(item_word(entity)));
        let elsewhere =
            [(&OF_SOURCES[..], "kind-source"), (&OF_RESERVES[..], "kind-reserve"), (&OF_GOALS[..], "kind-goal")];
        let elsewhere = elsewhere.into_iter().find(|(kinds, _)| kinds::find(kinds, word).is_some());
        let finding = match elsewhere {
            Some((_, item)) => finding.help(Message::new("unknown-kind-elsewhere").with("item", Message::new(item))),
            None => finding,
        };
        self.findings.push(finding.help(Message::new("unknown-kind-help").with("known", known.join(", "))));
    }

    /// A task field as it should be written: another form has been reported.
    pub(super) fn task_field(&self, place: Place, span: Span) -> String {
        self.text(place.file, span).replace(',', ".").to_ascii_lowercase()
    }
}

fn item_word(entity: Entity) -> &'static str {
    match entity {
        Entity::Source(_) => "kind-source",
        Entity::Reserve(_) => "kind-reserve",
        Entity::Goal(_) => "kind-goal",
        Entity::Theme(_) => "kind-theme",
        Entity::Decision(_) => "kind-decision",
        Entity::Document(_) => "kind-document",
    }
}

fn foreign(at: Place, written: &str, kind: &ItemKind, language: Language) -> Diagnostic {
    let name = match language {
        Language::English => "language-english",
        Language::Dutch => "language-dutch",
    };
    Diagnostic::new(&codes::FOREIGN_KEYWORD, at)
        .with("found", written)
        .with("word", kind.word(language))
        .with("language", Message::new(name))
        .fix(replace(at, kind.word(language)))
}

fn replace(at: Place, right: &str) -> Fix {
    let edits = vec![Edit { place: at, text: right.to_owned() }];
    Fix { title: Message::new("fix-replace").with("text", right), safe: true, edits }
}
