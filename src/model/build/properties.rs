//! Properties of things in expressions: `g.nature`, `g is recurring`, `g has follow-up`, in both languages.

use super::Builder;
use super::expressions::{Scope, broken};
use super::names::What;
use super::near::{nearest, offer};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::expression::{Ask, EntityKind, Expression, Function, Term, Thing, Type};
use crate::model::properties::{Entry, Property};
use crate::model::words::{self, State, Word};
use crate::source::Place;
use crate::syntax::ast::{self, ExpressionKind, Name};

/// What can be asked of years and of dates, by its word.
const OF_YEARS: [(Word, Function); 2] =
    [(Word::new("first", "eerste"), Function::First), (Word::new("last", "laatste"), Function::Last)];
const OF_DATES: [(Word, Function); 1] = [(Word::new("year", "jaar"), Function::YearOf)];

/// The plan itself.
const PLAN: &str = "plan";

/// Whether a word asks for a year or years.
pub(super) fn asks_years(word: &str) -> bool {
    let years = |entry: &&Entry| entry.value == Some(Type::Years) && entry.word.is(word);
    let parts = OF_YEARS.iter().chain(&OF_DATES).any(|(known, _)| known.is(word));
    parts || crate::model::properties::ALL.iter().any(|entry| years(&entry))
}

/// The words for parts of years and dates.
pub(super) fn parts() -> impl Iterator<Item = Word> {
    OF_YEARS.into_iter().chain(OF_DATES).map(|(word, _)| word)
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
        let of = self.thing(scope, of);
        let word = self.name(scope.file, name.span);
        let at = Place::new(scope.file, name.span);
        let parts: &[(Word, Function)] = match of.kind {
            Type::Years => &OF_YEARS,
            Type::Date => &OF_DATES,
            _ => return self.asked(of, &word, at, place, Ask::Value),
        };
        if let Some((_, function)) = parts.iter().find(|(known, _)| known.is(&word)) {
            let kind = Type::Years;
            return Expression { term: Term::Function(*function, vec![of]), kind, place };
        }
        self.unknown_property(at, &word, of.kind, parts.iter().map(|(known, _)| *known).collect());
        broken(place)
    }

    /// `g has follow-up`
    pub(super) fn has(&mut self, scope: &mut Scope<'_>, of: &ast::Expression, name: Name, place: Place) -> Expression {
        let of = self.thing(scope, of);
        let word = self.name(scope.file, name.span);
        self.asked(of, &word, Place::new(scope.file, name.span), place, Ask::Has)
    }

    /// `g is recurring`
    pub(super) fn is(&mut self, scope: &mut Scope<'_>, of: &ast::Expression, name: Name, place: Place) -> Expression {
        let of = self.thing(scope, of);
        let Some(kind) = self.kind_of_thing(&of) else { return broken(place) };
        let word = self.name(scope.file, name.span);
        if let Some(state) = State::of(kind).find(|state| state.word().is(&word)) {
            return Expression { term: Term::Is { of: Box::new(of), state }, kind: Type::Boolean, place };
        }
        let at = Place::new(scope.file, name.span);
        let finding =
            Diagnostic::new(&codes::TYPE_UNKNOWN_STATE, at).with("name", word.as_ref()).with("kind", of.kind.words());
        let known = State::of(kind).map(State::word).collect();
        self.offer_words(finding, at, &word, known, "type-unknown-word-help");
        broken(place)
    }

    /// What is asked about: besides what else may stand in expressions a table by its name, and the plan.
    fn thing(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Expression {
        let ExpressionKind::Name(name) = &tree.kind else { return self.expression(scope, tree) };
        let place = Place::new(scope.file, tree.span);
        let made = |thing, kind| Expression { term: Term::Thing(thing), kind: Type::Entity(kind), place };
        let text = self.name(scope.file, name.span);
        if scope.variable(&text).is_some() || scope.lines.is_some() {
            return self.expression(scope, tree);
        }
        match self.known(scope.file, name.span) {
            Some(What::Table(id)) => made(Thing::Table(id), EntityKind::Table),
            Some(What::Plan) => made(Thing::Plan, EntityKind::Plan),
            None if text.to_lowercase() == PLAN => made(Thing::Plan, EntityKind::Plan),
            _ => self.expression(scope, tree),
        }
    }

    /// The kind of thing that is asked about; what is none is reported.
    fn kind_of_thing(&mut self, of: &Expression) -> Option<EntityKind> {
        match of.kind {
            Type::Entity(kind) => Some(kind),
            Type::Broken => None,
            other => {
                self.needed(of.place, other.words(), Message::new("a-name"));
                None
            }
        }
    }

    fn asked(&mut self, of: Expression, word: &str, at: Place, place: Place, ask: Ask) -> Expression {
        let Some(kind) = self.kind_of_thing(&of) else { return broken(place) };
        let Some(entry) = Entry::of(kind).find(|entry| entry.word.is(word)) else {
            self.unknown_property(at, word, of.kind, Entry::of(kind).map(|entry| entry.word).collect());
            return broken(place);
        };
        let value = match (ask, entry.value) {
            (Ask::Has, _) => Type::Boolean,
            (Ask::Value, Some(value)) => value,
            (Ask::Value, None) => {
                self.only_has(&of, at, word);
                return broken(place);
            }
        };
        let term = Term::Property { of: Box::new(of), property: entry.property, ask };
        Expression { term, kind: value, place }
    }

    /// A property without a value of its own.
    fn only_has(&mut self, of: &Expression, at: Place, word: &str) {
        let has = if self.is_dutch(at.file) { "heeft" } else { "has" };
        let form = format!("{} {has} {word}", self.sources.slice(of.place).trim());
        let finding = Diagnostic::new(&codes::TYPE_ONLY_HAS, at).with("name", word);
        self.findings.push(finding.help(Message::new("type-only-has-help").with("form", form)));
    }

    /// The word that a property of closed words is compared with; `None` where it is no such property, or no word.
    pub(super) fn word_of(
        &mut self,
        scope: &Scope<'_>,
        property: &Expression,
        tree: &ast::Expression,
    ) -> Option<Expression> {
        let Term::Property { of, property: asked, ask: Ask::Value } = &property.term else { return None };
        let Type::Entity(kind) = of.kind else { return None };
        let words = words::of_property(*asked, kind)?;
        let place = Place::new(scope.file, tree.span);
        let (text, is_free) = match &tree.kind {
            ExpressionKind::Name(name) => {
                let text = self.name(scope.file, name.span).into_owned();
                if scope.variable(&text).is_some() {
                    return None;
                }
                (text, false)
            }
            ExpressionKind::Text(text) => (self.string(scope.file, *text), *asked == Property::By),
            _ => return None,
        };
        if let Some(word) = words.iter().find(|word| word.is(&text)) {
            return Some(Expression { term: Term::Text(word.english.to_owned()), kind: Type::Text, place });
        }
        if is_free {
            return None;
        }
        self.unknown_word(place, &text, *asked, of.kind, words);
        Some(broken(place))
    }

    fn unknown_word(&mut self, place: Place, text: &str, asked: Property, kind: Type, words: Vec<Word>) {
        let asked = asked.word();
        let finding = Diagnostic::new(&codes::TYPE_UNKNOWN_WORD, place)
            .with("name", text)
            .with("property", Value::Keyword(asked.english, asked.dutch))
            .with("kind", kind.words());
        self.offer_words(finding, place, text, words, "type-unknown-word-help");
    }

    fn unknown_property(&mut self, place: Place, word: &str, kind: Type, known: Vec<Word>) {
        let finding =
            Diagnostic::new(&codes::TYPE_UNKNOWN_PROPERTY, place).with("name", word).with("kind", kind.words());
        self.offer_words(finding, place, word, known, "type-unknown-property-help");
    }

    /// The finding with the one word that was probably meant, or else all that there are.
    fn offer_words(&mut self, finding: Diagnostic, place: Place, word: &str, known: Vec<Word>, all: &'static str) {
        let dutch = self.is_dutch(place.file);
        let near = if self.may_search() { near_word(dutch, word, &known) } else { None };
        let finding = if let Some(near) = near {
            offer(finding, &[place], near, "unknown-name-help-near")
        } else {
            let list = known.into_iter().map(|known| Value::from(known.shown(dutch))).collect();
            finding.help(Message::new(all).with("known", Value::List(list)))
        };
        self.findings.push(finding);
    }
}

/// The one word that is nearest in the language of the file, or else in the other.
fn near_word(dutch: bool, word: &str, known: &[Word]) -> Option<&'static str> {
    let mut near = [dutch, !dutch].into_iter().map(|dutch| nearest(word, known.iter().map(|known| known.shown(dutch))));
    let near = near.find(|near| !near.is_empty())?;
    let [one] = near.as_slice() else { return None };
    known.iter().find(|known| known.is(one)).map(|known| known.shown(dutch))
}
