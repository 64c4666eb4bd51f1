//! Names: what is declared, what is meant, what is unknown or of the wrong kind.

use super::Builder;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::entity::{Entity, GoalId, ReserveId, SourceId, ThemeId};
use crate::model::table::TableId;
use crate::source::{FileId, Place, Span};
use crate::syntax::ast::{Name, Text};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The plan itself.
    Plan,
    /// A source, reserve, goal, theme, decision or document.
    Entity(Entity),
    /// A table.
    Table(TableId),
    /// A scenario.
    Scenario,
    /// Declared in a stretch that could not be read.
    Unreadable,
}

/// A set of kinds of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Wanted(u16);

impl Wanted {
    pub(super) const SOURCE: Self = Self(1);
    pub(super) const RESERVE: Self = Self(2);
    pub(super) const GOAL: Self = Self(4);
    pub(super) const THEME: Self = Self(8);
    pub(super) const DECISION: Self = Self(16);
    pub(super) const DOCUMENT: Self = Self(32);
    pub(super) const TABLE: Self = Self(64);
    pub(super) const SCENARIO: Self = Self(128);
    pub(super) const PLAN: Self = Self(256);
    /// Sources and reserves.
    pub(super) const PAYER: Self = Self(3);
    /// Everything that has a name.
    pub(super) const ANY: Self = Self(511);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn accepts(self, what: What) -> bool {
        self.0 & Self::of(what).0 != 0
    }

    fn of(what: What) -> Self {
        match what {
            What::Plan => Self::PLAN,
            What::Entity(Entity::Source(_)) => Self::SOURCE,
            What::Entity(Entity::Reserve(_)) => Self::RESERVE,
            What::Entity(Entity::Goal(_)) => Self::GOAL,
            What::Entity(Entity::Theme(_)) => Self::THEME,
            What::Entity(Entity::Decision(_)) => Self::DECISION,
            What::Entity(Entity::Document(_)) => Self::DOCUMENT,
            What::Table(_) => Self::TABLE,
            What::Scenario => Self::SCENARIO,
            What::Unreadable => Self::ANY,
        }
    }

    /// The kinds in words: `source or reserve`, or `a source or a reserve`.
    pub(super) fn words(self, with_article: bool) -> Value {
        let kinds = [
            (Self::PLAN, "kind-plan", "a-plan"),
            (Self::SOURCE, "kind-source", "a-source"),
            (Self::RESERVE, "kind-reserve", "a-reserve"),
            (Self::GOAL, "kind-goal", "a-goal"),
            (Self::THEME, "kind-theme", "a-theme"),
            (Self::DECISION, "kind-decision", "a-decision"),
            (Self::DOCUMENT, "kind-document", "a-document"),
            (Self::TABLE, "kind-table", "a-table"),
            (Self::SCENARIO, "kind-scenario", "a-scenario"),
        ];
        let chosen = kinds.into_iter().filter(|(kind, ..)| self.0 & kind.0 != 0);
        let words: Vec<Value> =
            chosen.map(|(_, bare, article)| Message::new(if with_article { article } else { bare }).into()).collect();
        if words.len() > 4 {
            Message::new(if with_article { "a-name" } else { "kind-item" }).into()
        } else {
            Value::Choice(words)
        }
    }
}

impl What {
    /// What it is, in words: `a goal`.
    pub(super) fn words(self) -> Value {
        Wanted::of(self).words(true)
    }
}

/// A name that nothing declares, with every place where it stands.
#[derive(Debug)]
pub(super) struct Unknown {
    pub(super) name: String,
    pub(super) wanted: Wanted,
    pub(super) places: Vec<Place>,
    /// Whether amounts hang on it, so that what was meant is not complete.
    pub(super) amounts: bool,
    /// Whether it stands in an expression, where `a-b` may be meant as `a - b`.
    pub(super) sum: bool,
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    pub(super) known: FxHashMap<Cow<'a, str>, (What, Place)>,
    unknown: FxHashMap<Cow<'a, str>, u32>,
    pub(super) unknowns: Vec<Unknown>,
    /// Documents, decisions and themes that something uses.
    pub(super) used: FxHashSet<Entity>,
}

/// A name in NFC; most are as they stand.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

impl<'a> Builder<'a> {
    /// The name at a span, in NFC.
    pub(super) fn name(&self, file: FileId, span: Span) -> Cow<'a, str> {
        nfc(self.text(file, span))
    }

    /// What a name stands for, of the kinds that fit here; else a finding, once, and sums that rest on it are uncertain.
    pub(super) fn find(&mut self, file: FileId, name: Name, wanted: Wanted, sums: Sums) -> Option<What> {
        let text = self.name(file, name.span);
        let place = Place::new(file, name.span);
        match self.names.known.get(&text).copied() {
            Some((What::Unreadable, _)) => {}
            Some((what, declared)) if wanted.accepts(what) => {
                self.uses(what);
                let _ = declared;
                return Some(what);
            }
            Some((what, declared)) => self.wrong_kind(&text, place, what, declared, wanted),
            None => self.unknown(text, place, wanted, sums, false),
        }
        self.damage(place, sums);
        None
    }

    /// [`Builder::find`] for an entity.
    pub(super) fn entity(&mut self, file: FileId, name: Name, wanted: Wanted, sums: Sums) -> Option<Entity> {
        match self.find(file, name, wanted, sums)? {
            What::Entity(entity) => Some(entity),
            What::Plan | What::Table(_) | What::Scenario | What::Unreadable => None,
        }
    }

    /// What a name stands for, without a finding.
    pub(super) fn known(&self, file: FileId, span: Span) -> Option<What> {
        self.names.known.get(&self.name(file, span)).map(|(what, _)| *what)
    }

    /// What a text names: one thing with that title among those that fit, or else a name.
    pub(super) fn titled_entity(&mut self, file: FileId, text: Text, wanted: Wanted, sums: Sums) -> Option<Entity> {
        let value = self.string(file, text);
        let place = Place::new(file, text.span);
        if self.titles.is_none() {
            self.titles = Some(self.by_title());
        }
        let titled = self.titles.as_ref().and_then(|titles| titles.get(&value)).map_or(&[][..], Vec::as_slice);
        let mut fitting = titled.iter().filter(|entity| wanted.accepts(What::Entity(**entity)));
        if let (Some(entity), None) = (fitting.next().copied(), fitting.next()) {
            self.uses(What::Entity(entity));
            return Some(entity);
        }
        match self.names.known.get(value.as_str()).copied() {
            Some((What::Entity(entity), _)) if wanted.accepts(What::Entity(entity)) => {
                self.uses(What::Entity(entity));
                return Some(entity);
            }
            Some((What::Unreadable, _)) => {}
            Some((what, declared)) => self.wrong_kind(&value, place, what, declared, wanted),
            None => self.unknown(Cow::Owned(value), place, wanted, sums, false),
        }
        self.damage(place, sums);
        None
    }

    fn by_title(&self) -> FxHashMap<String, Vec<Entity>> {
        let mut titles: FxHashMap<String, Vec<Entity>> = FxHashMap::default();
        let plan = &self.plan;
        let sources = (0..).map(SourceId).map(Entity::Source).zip(plan.sources.iter().map(|item| &item.label));
        let reserves = (0..).map(ReserveId).map(Entity::Reserve).zip(plan.reserves.iter().map(|item| &item.label));
        let goals = (0..).map(GoalId).map(Entity::Goal).zip(plan.goals.iter().map(|item| &item.label));
        let themes = (0..).map(ThemeId).map(Entity::Theme).zip(plan.themes.iter().map(|item| &item.label));
        for (entity, label) in sources.chain(reserves).chain(goals).chain(themes) {
            if let Some(title) = &label.title {
                titles.entry(title.clone()).or_default().push(entity);
            }
        }
        titles
    }

    fn uses(&mut self, what: What) {
        if let What::Entity(entity @ (Entity::Document(_) | Entity::Decision(_) | Entity::Theme(_))) = what {
            self.names.used.insert(entity);
        }
    }

    pub(super) fn wrong_kind(&mut self, name: &str, place: Place, what: What, declared: Place, wanted: Wanted) {
        let finding = Diagnostic::new(&codes::WRONG_KIND, place)
            .with("name", name)
            .with("is", what.words())
            .with("wanted", wanted.words(true))
            .label(declared, Message::new("label-declared-as").with("is", what.words()));
        self.findings.push(finding);
    }

    /// Keeps an unknown name until all its places are known.
    pub(super) fn unknown(&mut self, name: Cow<'a, str>, place: Place, wanted: Wanted, sums: Sums, sum: bool) {
        if !self.plan.unread.is_empty() {
            return;
        }
        let next = u32::try_from(self.names.unknowns.len()).unwrap_or(u32::MAX);
        let number = *self.names.unknown.entry(name.clone()).or_insert(next);
        if number == next {
            let name = name.into_owned();
            self.names.unknowns.push(Unknown { name, wanted, places: Vec::new(), amounts: false, sum });
        }
        if let Some(unknown) = self.names.unknowns.get_mut(number as usize) {
            unknown.places.push(place);
            unknown.amounts |= sums != Sums::NONE && !self.in_scenario;
            unknown.wanted = unknown.wanted.and(wanted);
        }
    }
}
