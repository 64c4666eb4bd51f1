//! What is gone over, in aggregates and by rules: kinds in the plural, years, lists, and what belongs to something.

use super::Builder;
use super::calls::{self, Related};
use super::expressions::Scope;
use super::names::What;
use super::near::{nearest, offer};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::expression::{EntityKind, Range, Term, Type};
use crate::model::words::Word;
use crate::source::Place;
use crate::syntax::ast::{self, ExpressionKind, Name};

/// Kinds in the plural.
const PLURALS: [(Word, EntityKind); 8] = [
    (Word::new("goals", "doelen"), EntityKind::Goal),
    (Word::new("sources", "bronnen"), EntityKind::Source),
    (Word::new("reserves", "reserves"), EntityKind::Reserve),
    (Word::new("themes", "themas"), EntityKind::Theme),
    (Word::new("documents", "documenten"), EntityKind::Document),
    (Word::new("decisions", "besluiten"), EntityKind::Decision),
    (Word::new("tables", "tabellen"), EntityKind::Table),
    (Word::new("stated", "vermeldingen"), EntityKind::Stated),
];

/// Sources that are no part of another.
const MAIN_SOURCES: Word = Word::new("main-sources", "hoofdbronnen");

/// The years of the plan.
const YEARS: Word = Word::new("years", "jaren");

/// All words that may stand after `in`.
pub(super) fn words() -> impl Iterator<Item = Word> {
    PLURALS.into_iter().map(|(word, _)| word).chain([MAIN_SOURCES, YEARS])
}

impl Builder<'_> {
    /// A range with the type of its members; what is none is reported.
    pub(super) fn range_of(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<(Range, Type)> {
        match &tree.kind {
            ExpressionKind::Name(name) => self.named_range(scope, *name, tree),
            ExpressionKind::Call { function, arguments, .. } => {
                let word = self.name(scope.file, function.span);
                match calls::relation(&word) {
                    Some(related) => self.related_range(scope, related, arguments, Place::new(scope.file, tree.span)),
                    None if calls::function(&word).is_none() => {
                        self.no_such_range(scope, *function, tree);
                        None
                    }
                    None => self.years_range(scope, tree),
                }
            }
            _ => self.years_range(scope, tree),
        }
    }

    fn named_range(&mut self, scope: &mut Scope<'_>, name: Name, tree: &ast::Expression) -> Option<(Range, Type)> {
        let text = self.name(scope.file, name.span);
        if scope.variable(&text).is_some() {
            return self.years_range(scope, tree);
        }
        if let Some((_, member)) = scope.lists.iter().rev().find(|(known, _)| *known == text) {
            return Some((Range::Parameter(text.into_owned()), *member));
        }
        if let Some((_, kind)) = PLURALS.iter().find(|(word, _)| word.is(&text)) {
            return Some((Range::All(*kind), Type::Entity(*kind)));
        }
        if MAIN_SOURCES.is(&text) {
            return Some((Range::MainSources, Type::Entity(EntityKind::Source)));
        }
        if YEARS.is(&text) {
            return Some((Range::Years(None), Type::Years));
        }
        self.no_such_range(scope, name, tree);
        None
    }

    /// A word that is nothing to go over, with what was probably meant.
    fn no_such_range(&mut self, scope: &Scope<'_>, name: Name, tree: &ast::Expression) {
        let text = self.text(scope.file, name.span);
        let place = Place::new(scope.file, name.span);
        let dutch = self.is_dutch(scope.file);
        let plurals = PLURALS.iter().map(|(word, _)| *word).chain([MAIN_SOURCES, YEARS]);
        let is_call = matches!(tree.kind, ExpressionKind::Call { .. });
        let words: Vec<Word> = if is_call { calls::relation_words().collect() } else { plurals.collect() };
        let near = nearest(text, words.iter().map(|word| word.shown(dutch)));
        let known = self.known(scope.file, name.span).filter(|_| !is_call);
        let finding = Diagnostic::new(&codes::TYPE_NEEDED, place)
            .with("text", text)
            .with("is", known.map_or_else(|| Message::new("a-word").into(), What::words))
            .with("needed", Message::new("a-range"));
        let finding = match near.as_slice() {
            [one] => offer(finding, &[place], one, "unknown-name-help-near"),
            _ => finding,
        };
        self.findings.push(finding);
    }

    /// `payers(g)`
    fn related_range(
        &mut self,
        scope: &mut Scope<'_>,
        related: &Related,
        arguments: &[ast::Expression],
        place: Place,
    ) -> Option<(Range, Type)> {
        let [of] = arguments else {
            self.related_arguments(related, place);
            return None;
        };
        let of = self.expression(scope, of);
        match of.kind {
            Type::Broken => None,
            Type::Entity(kind) if kind.is_among(related.of) => {
                Some((Range::Relation(related.relation, Box::new(of)), related.member))
            }
            other => {
                let needed = related.of.iter().map(|kind| Type::Entity(*kind).words().into()).collect();
                self.needed(of.place, other.words(), Value::Choice(needed));
                None
            }
        }
    }

    fn related_arguments(&mut self, related: &Related, place: Place) {
        let word = related.word;
        let finding = Diagnostic::new(&codes::TYPE_FUNCTION_ARGUMENTS, place)
            .with("name", Value::Keyword(word.english, word.dutch))
            .with("form", format!("{}(x)", word.shown(self.is_dutch(place.file))));
        self.findings.push(finding);
    }

    /// Years that an expression comes to.
    fn years_range(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<(Range, Type)> {
        let place = Place::new(scope.file, tree.span);
        let made = self.expression(scope, tree);
        let made = self.as_years(tree, made);
        match (&made.term, made.kind) {
            (_, Type::Broken) => None,
            (Term::Years(years), _) => Some((Range::Years(Some(*years)), Type::Years)),
            (_, Type::Years) => Some((Range::YearsOf(Box::new(made)), Type::Years)),
            _ => {
                self.needed(place, made.kind.words(), Message::new("a-range"));
                None
            }
        }
    }
}
