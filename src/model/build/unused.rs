//! What nothing uses: documents, themes and decisions, tags that no goal serves or no money is for.

use super::Builder;
use super::names::{What, nfc};
use super::near::{nearest, offer};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::{Entity, Label};
use crate::source::Place;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// Most tags that an unknown one is compared with.
const MOST_TAGS: usize = 2_000;

impl<'a> Builder<'a> {
    /// Reports what nothing uses, unless it may stand in a stretch that could not be read.
    pub(super) fn unused(&mut self) {
        self.plan.tags = self.tags.texts();
        if !self.plan.unread.is_empty() {
            return;
        }
        let doubtful = self.words_of_broken();
        self.unused_names(&doubtful);
        self.tags_alone(&doubtful);
    }

    /// The words in stretches that could not be read, and near misses of unknown names count as well.
    fn words_of_broken(&self) -> FxHashSet<Cow<'a, str>> {
        let mut words = FxHashSet::default();
        for place in &self.broken {
            let text = self.text(place.file, place.span);
            for word in text.split(|char: char| !(char.is_alphanumeric() || char == '_' || char == '-')) {
                words.insert(nfc(word));
            }
        }
        words
    }

    fn unused_names(&mut self, doubtful: &FxHashSet<Cow<'a, str>>) {
        let meant: Vec<String> = self.names.unknowns.iter().map(|unknown| unknown.name.clone()).collect();
        let plan = &self.plan;
        let labels = |entity: Entity, label: &Label| (entity, label.name.clone(), label.place);
        let documents = (0..).zip(&plan.documents);
        let documents = documents.map(|(id, item)| labels(Entity::Document(crate::model::DocumentId(id)), &item.label));
        let decisions = (0..).zip(&plan.decisions);
        let decisions = decisions.map(|(id, item)| labels(Entity::Decision(crate::model::DecisionId(id)), &item.label));
        let themes = (0..).zip(&plan.themes);
        let themes = themes.map(|(id, item)| labels(Entity::Theme(crate::model::ThemeId(id)), &item.label));
        let all: Vec<(Entity, String, Place)> = documents.chain(decisions).chain(themes).collect();
        for (entity, name, place) in all {
            let near = |unknown: &String| !nearest(unknown, std::iter::once(name.as_str())).is_empty();
            let used = self.names.used.contains(&entity)
                || doubtful.contains(name.as_str())
                || meant.len() < 100 && meant.iter().any(near);
            if !used {
                let finding = Diagnostic::new(&codes::UNUSED, place)
                    .with("kind", Message::new(kind_word(entity)))
                    .with("name", name)
                    .help(Message::new(unused_help(entity)));
                self.findings.push(finding);
            }
        }
    }

    /// Tags that stand on one side only.
    fn tags_alone(&mut self, doubtful: &FxHashSet<Cow<'a, str>>) {
        let texts = self.plan.tags.clone();
        let uses = std::mem::take(&mut self.tags.uses);
        let served: Vec<&str> =
            texts.iter().zip(&uses).filter(|(_, tag)| tag.served.is_some()).map(|(text, _)| text.as_str()).collect();
        let plan = &self.plan;
        let payers = plan.sources.len() + plan.reserves.len();
        let earmarked =
            plan.sources.iter().filter(|source| source.parts.is_empty()).all(|source| !source.earmark.is_empty())
                && plan.reserves.iter().all(|reserve| !reserve.earmark.is_empty());
        let goals_read = plan.goals.iter().all(|goal| !goal.label.damaged) && plan.damage.cost.is_none();
        let payers_read = plan.sources.iter().all(|source| !source.label.damaged)
            && plan.reserves.iter().all(|reserve| !reserve.label.damaged)
            && plan.damage.income.is_none()
            && plan.damage.reserve.is_none();
        let mut findings = Vec::new();
        let alone = texts.iter().zip(&uses).filter(|(_, tag)| tag.served.is_none()).map(|(text, _)| text.as_str());
        let alone: Vec<&str> = alone.take(MOST_TAGS).collect();
        for (text, tag) in texts.iter().zip(&uses) {
            let place = tag.funded.first().copied();
            match (tag.served, place) {
                (None, Some(place)) if !doubtful.contains(text.as_str()) => {
                    findings.extend(self.not_served(text, place, &tag.funded, &served, goals_read));
                }
                (Some(_), None) if !nearest(text, alone.iter().copied()).is_empty() => {}
                (Some(place), None) if payers > 0 && earmarked && payers_read && !doubtful.contains(text.as_str()) => {
                    let finding = Diagnostic::new(&codes::TAG_NOT_FUNDED, place).with("tag", text.as_str());
                    findings.push(finding.help(Message::new("tag-not-funded-help").with("tag", text.as_str())));
                }
                _ => {}
            }
        }
        self.findings.append(&mut findings);
    }

    fn not_served(
        &self,
        tag: &str,
        place: Place,
        places: &[Place],
        served: &[&str],
        goals_read: bool,
    ) -> Option<Diagnostic> {
        let named = self.names.known.get(tag).copied();
        if let Some((
            what @ What::Entity(Entity::Goal(_) | Entity::Theme(_) | Entity::Source(_) | Entity::Reserve(_)),
            declared,
        )) = named
        {
            let finding = Diagnostic::new(&codes::WRONG_KIND, place)
                .with("name", tag)
                .with("is", what.words())
                .with("wanted", Message::new("a-tag"))
                .label(declared, Message::new("label-declared-as").with("is", what.words()))
                .help(Message::new("wrong-kind-help-tag").with("name", tag));
            return Some(finding);
        }
        let near = if served.len() <= MOST_TAGS { nearest(tag, served.iter().copied()) } else { Vec::new() };
        if !goals_read && near.is_empty() {
            return None;
        }
        let finding = Diagnostic::new(&codes::TAG_NOT_SERVED, place).with("tag", tag);
        let mut finding = match near.as_slice() {
            [one] => offer(finding, places, one, "unknown-name-help-near"),
            _ => finding.help(Message::new("tag-not-served-help").with("tag", tag)),
        };
        for place in places.iter().skip(1).take(8) {
            finding = finding.label(*place, Message::new("label-here-too"));
        }
        Some(finding)
    }
}

/// What to do about it.
fn unused_help(entity: Entity) -> &'static str {
    match entity {
        Entity::Document(_) => "unused-help-document",
        Entity::Decision(_) => "unused-help-decision",
        Entity::Theme(_) | Entity::Source(_) | Entity::Reserve(_) | Entity::Goal(_) => "unused-help-theme",
    }
}

/// What it is, without an article.
fn kind_word(entity: Entity) -> &'static str {
    match entity {
        Entity::Document(_) => "kind-document",
        Entity::Decision(_) => "kind-decision",
        Entity::Theme(_) => "kind-theme",
        Entity::Source(_) => "kind-source",
        Entity::Reserve(_) => "kind-reserve",
        Entity::Goal(_) => "kind-goal",
    }
}
