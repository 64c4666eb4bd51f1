//! Properties of things in expressions: `g.nature`, `g is recurring`, `g has follow-up`, in both languages.

use super::Builder;
use super::expressions::{Scope, broken};
use super::near::{nearest, offer};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::expression::{Ask, EntityKind, Expression, Term, Type};
use crate::source::Place;
use crate::syntax::ast::{self, Name};

use EntityKind::{Decision, Document, Goal, Reserve, Source, Theme};

/// A property: its word in English and Dutch, its type, and what has it.
type Property = (&'static str, &'static str, Type, &'static [EntityKind]);

/// What items say of themselves.
const PROPERTIES: [Property; 25] = [
    ("nature", "aard", Type::Text, &[Source, Reserve, Goal]),
    ("title", "titel", Type::Text, &[Source, Reserve, Goal, Theme, Decision, Document]),
    ("name", "naam", Type::Text, &[Source, Reserve, Goal, Theme, Decision, Document]),
    ("owner", "eigenaar", Type::Text, &[Source, Reserve, Goal, Theme]),
    ("account", "grootboek", Type::Text, &[Source, Reserve, Goal]),
    ("note", "toelichting", Type::Text, &[Source, Reserve, Goal, Theme, Decision, Document]),
    ("theme", "thema", Type::Entity(Theme), &[Source, Reserve, Goal, Theme]),
    ("status", "status", Type::Text, &[Source, Goal, Decision]),
    ("priority", "prioriteit", Type::Number, &[Goal]),
    ("follow-up", "vervolg", Type::Text, &[Goal]),
    ("was", "voorheen", Type::Text, &[Goal]),
    ("continues", "zet-voort", Type::Entity(Goal), &[Goal]),
    ("evaluate", "evalueer", Type::Boolean, &[Goal]),
    ("serves", "dient", Type::Boolean, &[Goal]),
    ("for", "voor", Type::Boolean, &[Source, Reserve]),
    ("available", "beschikbaar", Type::Years, &[Source]),
    ("needs", "vereist", Type::Boolean, &[Source, Reserve, Goal]),
    ("floor", "ondergrens", Type::Amount, &[Reserve]),
    ("ceiling", "bovengrens", Type::Amount, &[Reserve]),
    ("ends", "eindigt", Type::Years, &[Reserve]),
    ("opening", "beginstand", Type::Boolean, &[Reserve]),
    ("on", "op", Type::Date, &[Decision]),
    ("date", "datum", Type::Date, &[Document]),
    ("number", "nummer", Type::Text, &[Document]),
    ("url", "url", Type::Text, &[Document]),
];

/// Words after `is`, and what they are said of.
const WORDS: [(&str, &str, &[EntityKind]); 13] = [
    ("recurring", "structureel", &[Source, Reserve, Goal]),
    ("temporary", "incidenteel", &[Source, Reserve, Goal]),
    ("optional", "optioneel", &[Goal]),
    ("unlimited", "onbeperkt", &[Source]),
    ("granted", "toegekend", &[Source]),
    ("expected", "verwacht", &[Source]),
    ("new", "nieuw", &[Goal]),
    ("continued", "voortgezet", &[Goal]),
    ("reached", "bereikt", &[Goal]),
    ("stopped", "gestopt", &[Goal]),
    ("proposed", "voorgesteld", &[Decision]),
    ("taken", "genomen", &[Decision]),
    ("rejected", "verworpen", &[Decision]),
];

/// A word of a closed list, in English.
pub(super) fn state_word(word: &str) -> Option<&'static str> {
    let folded = word.to_lowercase();
    WORDS.iter().find(|(english, dutch, _)| folded == *english || folded == *dutch).map(|(english, ..)| *english)
}

impl Builder<'_> {
    /// `g.nature`
    pub(super) fn property(
        &mut self,
        scope: &mut Scope<'_>,
        of: &ast::Expression,
        name: Name,
        place: Place,
    ) -> Expression {
        self.asked(scope, of, name, place, Ask::Value)
    }

    /// `g has follow-up`
    pub(super) fn has(&mut self, scope: &mut Scope<'_>, of: &ast::Expression, name: Name, place: Place) -> Expression {
        self.asked(scope, of, name, place, Ask::Has)
    }

    fn asked(&mut self, scope: &mut Scope<'_>, of: &ast::Expression, name: Name, place: Place, ask: Ask) -> Expression {
        let of = self.expression(scope, of);
        if of.kind == Type::Broken {
            return broken(place);
        }
        let word = self.name(scope.file, name.span).to_lowercase();
        let at = Place::new(scope.file, name.span);
        let Type::Entity(kind) = of.kind else {
            self.needed(of.place, of.kind.words(), Message::new("a-name"));
            return broken(place);
        };
        let found = PROPERTIES
            .iter()
            .find(|(english, dutch, _, kinds)| (word == *english || word == *dutch) && kinds.contains(&kind));
        if let Some((name, _, value, _)) = found {
            let kind = if ask == Ask::Has { Type::Boolean } else { *value };
            Expression { term: Term::Property { of: Box::new(of), name, ask }, kind, place }
        } else {
            let dutch = self.is_dutch(scope.file);
            let has = |kinds: &[EntityKind]| kinds.contains(&kind);
            let known = PROPERTIES.iter().filter(|(.., kinds)| has(kinds));
            let known = known.map(|(english, nl, ..)| if dutch { *nl } else { *english }).collect();
            self.unknown_property(at, &word, kind, known);
            broken(place)
        }
    }

    /// `g is recurring`
    pub(super) fn is(&mut self, scope: &mut Scope<'_>, of: &ast::Expression, name: Name, place: Place) -> Expression {
        let of = self.expression(scope, of);
        if of.kind == Type::Broken {
            return broken(place);
        }
        let Type::Entity(kind) = of.kind else {
            self.needed(of.place, of.kind.words(), Message::new("a-name"));
            return broken(place);
        };
        let word = self.name(scope.file, name.span).to_lowercase();
        let found =
            WORDS.iter().find(|(english, dutch, kinds)| (word == *english || word == *dutch) && kinds.contains(&kind));
        if let Some((name, ..)) = found {
            let term = Term::Property { of: Box::new(of), name, ask: Ask::Is };
            return Expression { term, kind: Type::Boolean, place };
        }
        let dutch = self.is_dutch(scope.file);
        let known = WORDS.iter().filter(|(.., kinds)| kinds.contains(&kind));
        let known = known.map(|(english, nl, _)| if dutch { *nl } else { *english }).collect();
        self.unknown_property(Place::new(scope.file, name.span), &word, kind, known);
        broken(place)
    }

    fn unknown_property(&mut self, place: Place, word: &str, kind: EntityKind, known: Vec<&str>) {
        let finding = Diagnostic::new(&codes::TYPE_UNKNOWN_PROPERTY, place)
            .with("name", word)
            .with("kind", Type::Entity(kind).words());
        let near = nearest(word, known.iter().copied());
        let finding = if let [one] = near.as_slice() {
            offer(finding, &[place], one, "unknown-name-help-near")
        } else {
            let list = known.into_iter().map(Value::from).collect();
            finding.help(Message::new("type-unknown-property-help").with("known", Value::List(list)))
        };
        self.findings.push(finding);
    }
}
