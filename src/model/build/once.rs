//! Statements that say one thing: given twice with different values they are reported, and the first counts.

use super::Builder;
use super::names::Wanted;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::entity::Entity;
pub(super) use crate::model::says::SharedSays as Shared;
use crate::money::YearRange;
use crate::source::Place;
use crate::syntax::ast::{Common, Text};

/// A keyword in English and Dutch.
pub(super) type Word = (&'static str, &'static str);

/// A statement's word as a value of a message.
pub(super) fn word(word: Word) -> Value {
    Value::Keyword(word.0, word.1)
}

impl Builder<'_> {
    /// Fills a slot once.
    pub(super) fn once<T: PartialEq>(
        &mut self,
        slot: &mut Option<(T, Place)>,
        value: T,
        place: Place,
        statement: Word,
    ) {
        match slot {
            None => *slot = Some((value, place)),
            Some((first, _)) if *first == value => {}
            Some((_, first)) => {
                let first = *first;
                self.twice(first, place, statement);
            }
        }
    }

    /// Reports a statement that is given twice.
    pub(super) fn twice(&mut self, first: Place, second: Place, statement: Word) {
        let finding = Diagnostic::new(&codes::STATEMENT_TWICE, second)
            .with("statement", word(statement))
            .with("first", self.sources.slice(first))
            .with("second", self.sources.slice(second))
            .label(first, Message::new("label-counts"))
            .help(Message::new("statement-twice-help"));
        self.findings.push(finding);
    }

    /// Reports a period that is stated twice; the widest is used.
    pub(super) fn period_twice(
        &mut self,
        name: &str,
        first: (YearRange, Place),
        second: (YearRange, Place),
        statement: Word,
    ) {
        let used = first.0.to(second.0);
        let finding = Diagnostic::new(&codes::PERIOD_TWICE, second.1)
            .with("name", name)
            .with("statement", word(statement))
            .with("first", first.0)
            .with("second", second.0)
            .help(Message::new("period-stated-twice-help").with("used", used))
            .label(first.1, Message::new("label-period-first").with("years", first.0));
        self.findings.push(finding);
    }

    /// `evaluate … to`: who gets the evaluation.
    pub(super) fn evaluate_to(&mut self, slot: &mut Option<(String, Place)>, place: Place, to: Option<Text>) {
        if let Some(to) = to {
            let to = self.string(place.file, to);
            self.once(slot, to, place, ("evaluate", "evalueer"));
        }
    }

    /// A statement that sources, reserves and goals share.
    pub(super) fn shared(&mut self, shared: &mut Shared, entity: Entity, place: Place, clause: &Common) {
        let file = place.file;
        match clause {
            Common::Kind(name) => {
                if let Some(kind) = self.kind(entity, place, *name) {
                    self.once(&mut shared.kind, kind, place, ("kind", "soort"));
                }
            }
            Common::TaskField(span) => {
                let field = self.task_field(place, *span);
                self.once(&mut shared.task_field, field, place, ("task-field", "taakveld"));
            }
            Common::Nature(nature) => {
                self.once(&mut shared.nature, *nature, place, ("temporary / recurring", "incidenteel / structureel"));
            }
            Common::Theme(name) => {
                if let Some(Entity::Theme(id)) = self.entity(file, *name, Wanted::THEME, Sums::NONE) {
                    self.once(&mut shared.theme, id, place, ("theme", "thema"));
                }
            }
            Common::Owner(text) => {
                let text = self.string(file, *text);
                self.once(&mut shared.owner, text, place, ("owner", "eigenaar"));
            }
            Common::NeedsDecision(name) => {
                if let Some(Entity::Decision(id)) = self.entity(file, *name, Wanted::DECISION, Sums::NONE) {
                    shared.needs.push((id, place));
                }
            }
            Common::Account(text) => {
                let text = self.string(file, *text);
                self.once(&mut shared.account, text, place, ("account", "grootboek"));
            }
            Common::Note(text) => shared.notes.push(self.string(file, *text)),
        }
    }
}
