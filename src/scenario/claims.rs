//! Which statement of a scenario changes what: two that hit one figure are an error.

use super::draft::{Draft, Kind, LONGEST};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::{Entity, GoalId};
use crate::money::{Year, YearRange};
use crate::source::Place;

/// What one statement may change only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// An amount of a subject (and a payer) in a year.
    Amount(Kind, u32, u32, Year),
    /// When a goal takes place.
    Time(GoalId),
    /// A statement of a thing, by its keywords in both languages.
    Says(Entity, &'static str, &'static str),
}

impl Draft {
    /// Says that the statement at a place changes this; `false`, with a finding, where another one does already.
    pub(super) fn claim(&mut self, claim: Claim, place: Place) -> bool {
        let first = *self.claims.entry(claim).or_insert(place);
        if first == place {
            return true;
        }
        if self.reported.insert((first, place)) {
            let finding = Diagnostic::new(&codes::CHANGED_TWICE, place)
                .with("what", self.words(claim))
                .label(first, Message::new("label-changed-first"))
                .help(Message::new("changed-twice-help"));
            self.report(finding);
        }
        false
    }

    /// The amounts of a subject in some years.
    pub(super) fn claim_years(&mut self, kind: Kind, subject: u32, other: u32, years: YearRange, place: Place) -> bool {
        years.iter().take(LONGEST).all(|year| self.claim(Claim::Amount(kind, subject, other, year), place))
    }

    fn words(&self, claim: Claim) -> Message {
        match claim {
            Claim::Amount(kind, subject, _, year) => Message::new("changed-amount")
                .with("what", Message::new(kind.word()))
                .with("name", self.plan.name(kind.entity(subject)))
                .with("year", year),
            Claim::Time(goal) => Message::new("changed-goal").with("name", self.plan.name(goal_entity(goal))),
            Claim::Says(entity, english, dutch) => Message::new("changed-statement")
                .with("statement", Value::Keyword(english, dutch))
                .with("name", self.plan.name(entity)),
        }
    }
}

fn goal_entity(goal: GoalId) -> Entity {
    Entity::Goal(goal)
}
