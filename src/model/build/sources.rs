//! Sources and their parts.

use super::Builder;
use super::amounts::Statement;
use super::declare::Numbered;
use super::facts::{List, blank};
use super::names::Wanted;
use super::small::{Sums, once_each};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::{CarryOver, Certainty, Entity, Source, SourceId};
use crate::model::ledger::{Fact, Marks};
use crate::model::says::SourceSays as Said;
use crate::money::YearRange;
use crate::source::{FileId, Place};
use crate::syntax::ast::{self, Clause, Named, SourceClause, Unspent};

impl Builder<'_> {
    /// Fills the sources; a whole stands before its parts.
    pub(super) fn sources(&mut self, sources: Numbered<SourceId, SourceClause>) {
        self.expect_said(&sources);
        for (file, id, named) in sources {
            let reference = self.reference(file, named.reference);
            let mut said = Said::default();
            for clause in &named.clauses {
                self.refer(file, clause.span, clause.reference.as_deref().copied());
                self.source_clause(&mut said, file, id, clause);
            }
            once_each(&mut said.earmark);
            self.goes_to(&said, &named, file);
            let inherited = self.inherited(id);
            if let Some(source) = self.plan.sources.get_mut(id.index()) {
                source.label.reference = reference;
                fill(source, said, inherited);
            }
            let certainty = self.plan.sources.get(id.index()).map(|source| source.certainty).unwrap_or_default();
            self.income(file, id, &named.clauses, certainty);
        }
    }

    /// What a part has from its whole; the list of parts stays behind, since each part would copy it.
    fn inherited(&mut self, part: SourceId) -> Option<Source> {
        let whole = self.plan.sources.get(part.index())?.whole?;
        let whole = self.plan.sources.get_mut(whole.index())?;
        let parts = std::mem::take(&mut whole.parts);
        let inherited = whole.clone();
        whole.parts = parts;
        Some(inherited)
    }

    fn source_clause(&mut self, said: &mut Said, file: FileId, id: SourceId, clause: &Clause<SourceClause>) {
        let place = Place::new(file, clause.span);
        self.tell(Entity::Source(id), clause, place);
        match &clause.kind {
            SourceClause::Income(_) | SourceClause::Part(_) => {}
            SourceClause::IncomeUnlimited => said.unlimited = said.unlimited.or(Some(place)),
            SourceClause::For(tags) => {
                said.earmark_place = said.earmark_place.or(Some(place));
                for tag in tags {
                    self.earmark(&mut said.earmark, file, *tag);
                }
            }
            SourceClause::Available(years) => {
                let range = self.range(file, *years);
                if let Some(first) = said.available.first().copied().filter(|first| first.0 != range) {
                    let name = self.plan.name(id_of(id)).to_owned();
                    self.period_twice(&name, first, (range, place), ("available", "beschikbaar"));
                }
                said.available.push((range, place));
            }
            SourceClause::Unspent(unspent) => {
                if let Some(carry) = self.carry_over(file, id, *unspent) {
                    self.once(&mut said.carry_over, carry, place, ("unspent", "restant"));
                }
            }
            SourceClause::Status(status) => self.once(&mut said.status, *status, place, ("status", "status")),
            SourceClause::CommitBy(date) => {
                self.once(&mut said.commit_by, *date, place, ("commit by", "verplichten uiterlijk"));
            }
            SourceClause::SpendBy(date) => {
                self.once(&mut said.spend_by, *date, place, ("spend by", "besteden uiterlijk"));
            }
            SourceClause::Common(common) => self.shared(&mut said.shared, Entity::Source(id), place, common),
        }
    }

    fn carry_over(&mut self, file: FileId, id: SourceId, unspent: Unspent) -> Option<CarryOver> {
        Some(match unspent {
            Unspent::Stays => CarryOver::Stays,
            Unspent::StaysYears(years) => CarryOver::StaysYears(years),
            Unspent::Lapses => CarryOver::Lapses,
            Unspent::Returns => CarryOver::Returns,
            Unspent::GoesTo(name) => {
                if let Some(Entity::Reserve(reserve)) = self.entity(file, name, Wanted::RESERVE, Sums::RESERVE) {
                    CarryOver::GoesTo(reserve)
                } else {
                    self.damage_entity(id_of(id));
                    return None;
                }
            }
        })
    }

    /// Unlimited income leaves nothing over.
    fn goes_to(&mut self, said: &Said, named: &Named<SourceClause>, file: FileId) {
        if let (Some(unlimited), Some((CarryOver::GoesTo(reserve), place))) = (said.unlimited, said.carry_over) {
            let finding = Diagnostic::new(&codes::UNLIMITED_GOES_TO, place)
                .with("name", self.name(file, named.name.span).as_ref())
                .with("reserve", self.plan.name(reserve_of(reserve)))
                .label(unlimited, Message::new("label-unlimited"))
                .help(Message::new("unlimited-goes-to-help"));
            self.findings.push(finding);
        }
    }

    /// The tranches of a source's own statements.
    fn income(&mut self, file: FileId, id: SourceId, clauses: &[Clause<SourceClause>], certainty: Certainty) {
        let expected = certainty == Certainty::Expected;
        for clause in clauses {
            if let SourceClause::Income(given) = &clause.kind {
                let place = Place::new(file, clause.span);
                let stage = clause.stage.map(|stage| stage.value).unwrap_or_default();
                let statement = Statement {
                    list: List::Income,
                    fact: Fact { stage, marks: Marks::new(false, expected), ..blank(id.0, place) },
                    place,
                    sign: Some("sign-income"),
                    years: None,
                    indexed: None,
                };
                self.give(&statement, given);
            }
        }
    }

    /// What a `change` says of a source: its statements, and its tranches among the facts.
    pub(super) fn restated_source(&mut self, file: FileId, id: SourceId, clauses: &[Clause<SourceClause>]) -> Said {
        let mut said = Said::default();
        for clause in clauses {
            self.refer(file, clause.span, clause.reference.as_deref().copied());
            self.source_clause(&mut said, file, id, clause);
        }
        once_each(&mut said.earmark);
        let own = self.plan.sources.get(id.index()).map(|source| source.certainty).unwrap_or_default();
        let certainty = said.status.map_or(own, |(status, _)| Certainty::from(status));
        self.income(file, id, clauses, certainty);
        said
    }

    /// A tag of an earmark.
    pub(super) fn earmark(&mut self, earmark: &mut Vec<u32>, file: FileId, tag: ast::Name) {
        let number = self.tags.number(self.name(file, tag.span));
        let place = Place::new(file, tag.span);
        if let Some(uses) = self.tags.get_mut(number) {
            uses.funded.push(place);
        }
        earmark.push(number);
    }
}

fn id_of(id: SourceId) -> Entity {
    Entity::Source(id)
}

fn reserve_of(id: crate::model::entity::ReserveId) -> Entity {
    Entity::Reserve(id)
}

/// What a source says, and for what it does not say, what its whole says.
fn fill(source: &mut Source, said: Said, whole: Option<Source>) {
    let whole = whole.unwrap_or_default();
    let widest = |stated: &[(YearRange, Place)]| stated.iter().map(|(years, _)| *years).reduce(YearRange::to);
    source.unlimited = said.unlimited;
    source.nature = said.shared.nature.or(whole.nature);
    (source.earmark, source.earmark_place) = match said.earmark_place {
        Some(place) => (said.earmark, Some(place)),
        None => (whole.earmark, whole.earmark_place),
    };
    source.available_stated = if said.available.is_empty() { whole.available_stated } else { said.available };
    source.available = widest(&source.available_stated);
    (source.carry_over, source.carry_over_place) = match said.carry_over {
        Some((carry, place)) => (carry, Some(place)),
        None => (whole.carry_over, whole.carry_over_place),
    };
    (source.certainty, source.certainty_place) = match said.status {
        Some((status, place)) => (Certainty::from(status), Some(place)),
        None => (whole.certainty, whole.certainty_place),
    };
    source.commit_by = said.commit_by.or(whole.commit_by);
    source.spend_by = said.spend_by.or(whole.spend_by);
    source.kind = said.shared.kind.or(whole.kind);
    source.task_field = said.shared.task_field.or(whole.task_field);
    source.theme = said.shared.theme.map(|(theme, _)| theme).or(whole.theme);
    source.owner = said.shared.owner.map(|(owner, _)| owner).or(whole.owner);
    source.account = said.shared.account.map(|(account, _)| account).or(whole.account);
    source.needs = if said.shared.needs.is_empty() { whole.needs } else { said.shared.needs };
    source.notes = said.shared.notes;
}
