//! Whether everything can be paid without decisions that are not yet taken: each alone missing, and none taken.

use super::Context;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::flow::{Answer, Payable, Scope, answer};
use crate::model::{DecisionId, DecisionState, Entity, Plan};
use crate::money::{Money, Year};
use std::collections::BTreeMap;

/// So many decisions are left out one by one.
const ONE_BY_ONE: usize = 64;

/// What fails without a decision.
struct Shortage {
    /// All that is short, in minor units.
    cents: i64,
    /// The first year that is short, and by how much.
    first: (Year, i64),
}

/// What comes out without some decisions.
enum Tried {
    /// Everything can still be paid.
    Payable,
    /// Not everything.
    Short(Shortage),
    /// It was not decided.
    Undecided,
}

/// Each decision left out alone, and all of them together.
pub(super) struct Without {
    /// By decision.
    alone: BTreeMap<DecisionId, Tried>,
    /// What fails if none is taken, where each could be missed alone.
    none: Option<Shortage>,
    /// The decisions that may still be taken, in the order of names.
    open: Vec<DecisionId>,
}

impl Without {
    /// Tries it, where the plan can be paid with all of them.
    pub(super) fn of(context: &Context<'_>, decisions: impl Iterator<Item = DecisionId>) -> Self {
        let plan = context.plan;
        let mut open: Vec<DecisionId> = decisions.filter(|id| is_open(plan, *id)).collect();
        open.sort_by(|a, b| plan.name(Entity::Decision(*a)).cmp(plan.name(Entity::Decision(*b))));
        let mut without = Self { alone: BTreeMap::new(), none: None, open };
        if context.flow.payable != Payable::Yes || plan.variant.is_some() {
            return without;
        }
        let years = context.outcome.fact_years;
        let missing = |ids: &[DecisionId]| {
            let missing = ids.iter().map(|id| id.0).collect();
            answer(plan, years, &Scope { missing, ..Scope::default() })
        };
        for &id in without.open.iter().take(ONE_BY_ONE) {
            without.alone.insert(id, tried(&missing(&[id])));
        }
        let is_short = |tried: &Tried| matches!(tried, Tried::Short(_));
        if without.open.len() > 1
            && !without.alone.values().any(is_short)
            && let Tried::Short(short) = tried(&missing(&without.open))
        {
            without.none = Some(short);
        }
        without
    }

    /// Adds to the finding about a decision what fails without it.
    pub(super) fn tell(&self, plan: &Plan, id: DecisionId, mut finding: Diagnostic) -> Diagnostic {
        match self.alone.get(&id) {
            Some(Tried::Payable) => finding = finding.help(Message::new("rests-without-payable")),
            Some(Tried::Short(short)) => {
                let words = short.words("rests-without-short", "rests-without-short-in-all");
                finding = short.figures(finding.help(words));
            }
            Some(Tried::Undecided) | None => {}
        }
        if let Some(short) = self.none.as_ref().filter(|_| self.open.first() == Some(&id)) {
            let names = self.open.iter().take(ONE_BY_ONE).map(|id| plan.name(Entity::Decision(*id)).into());
            let words = short.words("rests-on-all-short", "rests-on-all-short-in-all");
            finding = finding.help(words.with("decisions", Value::List(names.collect())));
        }
        finding
    }
}

impl Shortage {
    fn words(&self, whole: &'static str, in_all: &'static str) -> Message {
        let (year, first) = self.first;
        let words = if first == self.cents { Message::new(whole) } else { Message::new(in_all) };
        words.with("year", year).with("first", Money(first)).with("short", Money(self.cents))
    }

    fn figures(&self, finding: Diagnostic) -> Diagnostic {
        let (year, first) = self.first;
        finding
            .figure("without_short", Figure::Money(Money(self.cents)))
            .figure("without_year", Figure::Year(year))
            .figure("without_short_by_then", Figure::Money(Money(first)))
    }
}

/// Whether it may still be taken: what needs it counts as going ahead.
fn is_open(plan: &Plan, id: DecisionId) -> bool {
    let state = plan.decisions.get(id.index()).map(|decision| decision.state);
    matches!(state, Some(DecisionState::Unknown | DecisionState::Proposed))
}

fn tried(found: &Answer) -> Tried {
    match found.payable {
        Payable::Yes | Payable::NotAsked => Tried::Payable,
        Payable::Undetermined(_) => Tried::Undecided,
        Payable::No => {
            let starts = found.conflicts.iter().filter_map(|conflict| conflict.timeline.first());
            let Some(year) = starts.map(|(year, _)| *year).min() else { return Tried::Undecided };
            let by_then = found.conflicts.iter().filter_map(|conflict| {
                conflict.timeline.iter().take_while(|(at, _)| *at <= year).last().map(|(_, cents)| *cents)
            });
            Tried::Short(Shortage { cents: found.shortage, first: (year, by_then.sum()) })
        }
    }
}
