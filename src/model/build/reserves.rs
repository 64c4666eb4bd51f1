//! Reserves: openings, movements, bounds.

use super::Builder;
use super::amounts::Statement;
use super::declare::Numbered;
use super::facts::{List, blank};
use super::names::Wanted;
use super::small::{Sums, once_each};
use crate::model::entity::{Bound, Entity, Payer, ReserveId};
use crate::model::ledger::Fact;
use crate::model::says::ReserveSays as Said;
use crate::source::{FileId, Place};
use crate::syntax::ast::{Clause, Given, Name, ReserveClause};

impl Builder<'_> {
    /// Fills the reserves.
    pub(super) fn reserves(&mut self, reserves: Numbered<ReserveId, ReserveClause>) {
        self.expect_said(&reserves);
        for (file, id, named) in reserves {
            let reference = self.reference(file, named.reference);
            let mut said = Said::default();
            for clause in &named.clauses {
                self.refer(file, clause.span, clause.reference.as_deref().copied());
                self.reserve_clause(&mut said, file, id, clause);
            }
            let Some(reserve) = self.plan.reserves.get_mut(id.index()) else { continue };
            reserve.label.reference = reference;
            reserve.floor = said.floor;
            reserve.ceiling = said.ceiling;
            reserve.limits = said.limits;
            once_each(&mut said.earmark);
            reserve.earmark = said.earmark;
            reserve.earmark_place = said.earmark_place;
            reserve.ends = said.ends;
            reserve.release_to = said.release_to;
            reserve.nature = said.shared.nature;
            reserve.kind = said.shared.kind;
            reserve.task_field = said.shared.task_field;
            reserve.theme = said.shared.theme.map(|(theme, _)| theme);
            reserve.owner = said.shared.owner.map(|(owner, _)| owner);
            reserve.account = said.shared.account.map(|(account, _)| account);
            reserve.needs = said.shared.needs;
            reserve.notes = said.shared.notes;
        }
    }

    /// What a `change` says of a reserve: its statements, and its amounts among the facts.
    pub(super) fn restated_reserve(&mut self, file: FileId, id: ReserveId, clauses: &[Clause<ReserveClause>]) -> Said {
        let mut said = Said::default();
        for clause in clauses {
            self.refer(file, clause.span, clause.reference.as_deref().copied());
            self.reserve_clause(&mut said, file, id, clause);
        }
        once_each(&mut said.earmark);
        said
    }

    fn reserve_clause(&mut self, said: &mut Said, file: FileId, id: ReserveId, clause: &Clause<ReserveClause>) {
        let place = Place::new(file, clause.span);
        self.tell(Entity::Reserve(id), clause, place);
        match &clause.kind {
            ReserveClause::Opening(given) => self.moves(List::Opening, id, clause, file, given, None),
            ReserveClause::Floor(amount) => {
                let bound = self.bound(place, *amount, "sign-floor");
                self.once_bound(&mut said.floor, bound, ("floor", "ondergrens"));
            }
            ReserveClause::Ceiling(amount) => {
                let bound = self.bound(place, *amount, "sign-ceiling");
                self.once_bound(&mut said.ceiling, bound, ("ceiling", "bovengrens"));
            }
            ReserveClause::Add { given, from } => self.add(file, id, clause, given, *from),
            ReserveClause::Withdraw(given) => self.moves(List::Withdrawal, id, clause, file, given, None),
            ReserveClause::WithdrawAtMost(limit) => {
                let bound = self.bound(place, limit.amount, "sign-limit");
                said.limits.push((bound, limit.period));
            }
            ReserveClause::For(tags) => {
                said.earmark_place = said.earmark_place.or(Some(place));
                for tag in tags {
                    self.earmark(&mut said.earmark, file, *tag);
                }
            }
            ReserveClause::Ends(years) => {
                let year = self.range(file, *years).last;
                self.once(&mut said.ends, year, place, ("ends", "eindigt"));
            }
            ReserveClause::ReleaseTo(name) => match self.entity(file, *name, Wanted::RESERVE, Sums::RESERVE) {
                Some(Entity::Reserve(to)) => {
                    self.once(&mut said.release_to, to, place, ("release to", "vrijval naar"));
                }
                _ => self.damage_entity(Entity::Reserve(id)),
            },
            ReserveClause::Common(common) => self.shared(&mut said.shared, Entity::Reserve(id), place, common),
        }
    }

    fn add(
        &mut self,
        file: FileId,
        id: ReserveId,
        clause: &Clause<ReserveClause>,
        given: &[Given],
        from: Option<Name>,
    ) {
        let from = match from {
            None => None,
            Some(name) => match self.entity(file, name, Wanted::PAYER, Sums::RESERVE.and(Sums::INCOME)) {
                Some(Entity::Source(source)) => Some(Payer::Source(source)),
                Some(Entity::Reserve(reserve)) => Some(Payer::Reserve(reserve)),
                _ => {
                    self.damage_entity(Entity::Reserve(id));
                    None
                }
            },
        };
        self.moves(List::Addition, id, clause, file, given, from);
    }

    fn moves(
        &mut self,
        list: List,
        id: ReserveId,
        clause: &Clause<ReserveClause>,
        file: FileId,
        given: &[Given],
        from: Option<Payer>,
    ) {
        let place = Place::new(file, clause.span);
        let stage = clause.stage.map(|stage| stage.value).unwrap_or_default();
        let statement = Statement {
            list,
            fact: Fact { stage, other: Fact::pack(from), ..blank(id.0, place) },
            place,
            sign: Some(list.sign()),
            years: None,
            indexed: None,
        };
        self.give(&statement, given);
    }

    /// A bound that is given once; the same amount again is fine.
    pub(super) fn once_bound(
        &mut self,
        slot: &mut Option<Bound>,
        bound: Bound,
        statement: (&'static str, &'static str),
    ) {
        match slot {
            None => *slot = Some(bound),
            Some(first) if first.amount == bound.amount => {}
            Some(first) => {
                let first = first.place;
                self.twice(first, bound.place, statement);
            }
        }
    }
}
