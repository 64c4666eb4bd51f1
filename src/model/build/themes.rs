//! Themes, decisions and documents.

use super::Builder;
use super::amounts::Statement;
use super::declare::Numbered;
use super::facts::{List, blank};
use super::names::Wanted;
use super::payers::{Paid, Payers};
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::{DecisionId, DecisionState, DocumentId, Entity, ThemeId};
use crate::model::ledger::Fact;
use crate::source::{FileId, Place};
use crate::syntax::ast::{Body, Clause, DecisionClause, DocumentClause, ThemeClause};
use jiff::civil::Date;

impl Builder<'_> {
    /// Fills the documents.
    pub(super) fn documents(&mut self, documents: Numbered<DocumentId, DocumentClause>) {
        for (file, id, named) in documents {
            let (mut date, mut number, mut url, mut notes) = (None, None, None, Vec::new());
            for clause in &named.clauses {
                let place = Place::new(file, clause.span);
                self.tell(Entity::Document(id), clause, place);
                match &clause.kind {
                    DocumentClause::Date(value) => self.once(&mut date, *value, place, ("date", "datum")),
                    DocumentClause::Number(text) => {
                        let text = self.string(file, *text);
                        self.once(&mut number, text, place, ("number", "nummer"));
                    }
                    DocumentClause::Url(text) => {
                        let text = self.string(file, *text);
                        self.once(&mut url, text, place, ("url", "url"));
                    }
                    DocumentClause::Note(text) => notes.push(self.string(file, *text)),
                }
                self.refer(file, clause.span, clause.reference.as_deref().copied());
            }
            let reference = self.reference(file, named.reference);
            let Some(document) = self.plan.documents.get_mut(id.index()) else { continue };
            document.label.reference = reference;
            document.date = date.map(|(value, _)| value);
            document.number = number.map(|(value, _)| value);
            document.url = url.map(|(value, _)| value);
            document.notes = notes;
        }
    }

    /// Fills the decisions.
    pub(super) fn decisions(&mut self, decisions: Numbered<DecisionId, DecisionClause>) {
        for (file, id, named) in decisions {
            let (mut by, mut on, mut state, mut after) = (None, None::<(Date, Place)>, None, None);
            let mut notes = Vec::new();
            let state_words = ("proposed / taken / rejected", "voorgesteld / genomen / verworpen");
            for clause in &named.clauses {
                let place = Place::new(file, clause.span);
                self.tell(Entity::Decision(id), clause, place);
                match &clause.kind {
                    DecisionClause::By(body) => {
                        let words = self.body(file, *body);
                        self.once(&mut by, words, place, ("by", "door"));
                    }
                    DecisionClause::On(date) => self.once(&mut on, *date, place, ("on", "op")),
                    DecisionClause::Proposed => self.once(&mut state, DecisionState::Proposed, place, state_words),
                    DecisionClause::Taken => self.once(&mut state, DecisionState::Taken, place, state_words),
                    DecisionClause::Rejected => self.once(&mut state, DecisionState::Rejected, place, state_words),
                    DecisionClause::After(name) => {
                        if let Some(Entity::Decision(first)) = self.entity(file, *name, Wanted::DECISION, Sums::NONE) {
                            self.once(&mut after, first, place, ("after", "na"));
                        }
                    }
                    DecisionClause::Note(text) => notes.push(self.string(file, *text)),
                }
                self.refer(file, clause.span, clause.reference.as_deref().copied());
            }
            let reference = self.reference(file, named.reference);
            let Some(decision) = self.plan.decisions.get_mut(id.index()) else { continue };
            decision.label.reference = reference;
            decision.by = by.map(|(value, _)| value);
            decision.on = on;
            decision.state = state.map(|(value, _)| value).unwrap_or_default();
            decision.after = after;
            decision.notes = notes;
        }
    }

    pub(super) fn body(&self, file: FileId, body: Body) -> Message {
        match body {
            Body::Council => Message::new("body-council"),
            Body::Executive => Message::new("body-executive"),
            Body::Other(text) => Message::new("body-other").with("name", self.string(file, text)),
        }
    }

    /// Fills the themes.
    pub(super) fn themes(&mut self, themes: Numbered<ThemeId, ThemeClause>) {
        for (file, id, named) in themes {
            let reference = self.reference(file, named.reference);
            let mut owner = None;
            let mut notes = Vec::new();
            let mut payers = Payers::default();
            for clause in &named.clauses {
                let place = Place::new(file, clause.span);
                self.tell(Entity::Theme(id), clause, place);
                self.refer(file, clause.span, clause.reference.as_deref().copied());
                match &clause.kind {
                    ThemeClause::Theme(_) => {}
                    ThemeClause::In(name) => self.theme_in(file, id, *name, place),
                    ThemeClause::Budget(_) | ThemeClause::PaidBy(_) => {
                        self.theme_money(&mut payers, id, place, clause);
                    }
                    ThemeClause::Owner(text) => {
                        let text = self.string(file, *text);
                        self.once(&mut owner, text, place, ("owner", "eigenaar"));
                    }
                    ThemeClause::Note(text) => notes.push(self.string(file, *text)),
                }
            }
            let label = self.plan.themes.get(id.index()).map(|theme| (theme.label.name.clone(), theme.label.damaged));
            let (name, damaged) = label.unwrap_or_default();
            self.shares(&payers, &name, damaged);
            let Some(theme) = self.plan.themes.get_mut(id.index()) else { continue };
            theme.label.reference = reference;
            theme.paid_by = payers.list;
            theme.owner = owner.map(|(owner, _)| owner);
            theme.notes = notes;
        }
    }

    fn theme_money(&mut self, payers: &mut Payers, id: ThemeId, place: Place, clause: &Clause<ThemeClause>) {
        let stage = clause.stage.map(|stage| stage.value).unwrap_or_default();
        match &clause.kind {
            ThemeClause::Budget(given) => {
                let statement = Statement {
                    list: List::ThemeBudget,
                    fact: Fact { stage, ..blank(id.0, place) },
                    place,
                    sign: Some("sign-budget"),
                    years: self.plan.years(),
                    indexed: None,
                };
                self.give(&statement, given);
            }
            ThemeClause::PaidBy(coverage) => {
                let paid = Paid { entity: Entity::Theme(id), subject: id.0, list: List::ThemePayment, stage };
                self.paid_by(payers, paid, place, coverage);
            }
            ThemeClause::Theme(_) | ThemeClause::In(_) | ThemeClause::Owner(_) | ThemeClause::Note(_) => {}
        }
    }

    /// `theme NAME` within a theme; a circle is broken where it closes.
    fn theme_in(&mut self, file: FileId, id: ThemeId, name: crate::syntax::ast::Name, place: Place) {
        let Some(Entity::Theme(outer)) = self.entity(file, name, Wanted::THEME, Sums::NONE) else { return };
        let before = self.plan.themes.get(id.index()).and_then(|theme| theme.within);
        if before.is_some_and(|known| known != outer) {
            let first = self.plan.themes.get(id.index()).map(|theme| theme.label.place).unwrap_or_default();
            self.twice(first, place, ("theme", "thema"));
        } else if self.plan.theme_within(outer, id) {
            let finding = Diagnostic::new(&codes::THEME_CIRCLE, place).with("name", self.plan.name(Entity::Theme(id)));
            self.findings.push(finding);
        } else if let Some(theme) = self.plan.themes.get_mut(id.index()) {
            theme.within = Some(outer);
        }
    }
}
