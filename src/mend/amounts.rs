//! A goal a year later, more income, less cost.

use super::tries::Tries;
use super::wording::Wording;
use super::{Kind, Mend, Proposal};
use crate::flow::{Asked, Conflict, MoneyKind, Owner};
use crate::model::scenario::{NewAmount, Target, What};
use crate::model::{Entity, FactList, FactState, GoalId, Payer, Plan, SourceId};
use crate::money::{Money, YearRange};
use crate::source::Place;
use crate::syntax::ast::{How, Measure, Stage};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A goal of the conflict a year later: the costliest for which that suffices.
pub(super) fn shift(tries: &mut Tries<'_>) -> Option<Mend> {
    let (plan, conflict) = (tries.plan, tries.conflict);
    let mut asked: Vec<(GoalId, i64)> = super::goals(plan, conflict)
        .into_iter()
        .map(|goal| {
            let costs = conflict.costs.iter().filter(|cost| cost.owner == Owner::Goal(goal));
            (goal, costs.fold(0, |sum: i64, cost| sum.saturating_add(cost.cents)))
        })
        // Less than the shortage cannot mend it.
        .filter(|(_, cents)| *cents >= conflict.shortage)
        .collect();
    asked.sort_by_key(|(_, cents)| Reverse(*cents));
    for (goal, _) in asked {
        if !tries.may_go_on() {
            break;
        }
        let subject = Entity::Goal(goal);
        let proposal = Proposal::new(Kind::Shift, subject, What::Shift(goal, 1), Wording::of(plan).shift(subject));
        if let Some(mend) = tries.hold(proposal) {
            return Some(mend);
        }
    }
    None
}

/// More income: the earliest tranche of the conflict for which it suffices, else an opening balance, else income of a
/// payer in the first year that falls short.
pub(super) fn income(tries: &mut Tries<'_>) -> Option<Mend> {
    let (plan, conflict) = (tries.plan, tries.conflict);
    let (tranches, openings) = (places_of(plan, conflict, MoneyKind::Tranche), openings(plan, conflict));
    for (kind, payer, years) in tranches.into_iter().chain(openings).chain(payers(plan, conflict)) {
        if !tries.may_go_on() {
            break;
        }
        let (measure, list, number) = match payer {
            Payer::Source(id) => (Measure::Income, &plan.ledger.income, id.0),
            Payer::Reserve(id) => (Measure::Opening, &plan.ledger.opening, id.0),
        };
        let Some((years, now)) = stated(list, number, years) else { continue };
        let change = Change { kind, measure, subject: Entity::from(payer), years, now, by: conflict.shortage };
        if let Some(mend) = change.hold(tries) {
            return Some(mend);
        }
    }
    None
}

type Where = (Kind, Payer, YearRange);

fn places_of(plan: &Plan, conflict: &Conflict, wanted: MoneyKind) -> Vec<Where> {
    let means = conflict.means.iter().filter(|means| means.kind == wanted);
    let kind = if wanted == MoneyKind::Opening { Kind::Opening } else { Kind::Income };
    let mut all: Vec<Where> = means.map(|means| (kind, means.payer, means.years)).collect();
    all.sort_by(|a, b| (a.2, plan.name(a.1)).cmp(&(b.2, plan.name(b.1))));
    all.dedup();
    all
}

fn openings(plan: &Plan, conflict: &Conflict) -> Vec<Where> {
    places_of(plan, conflict, MoneyKind::Opening)
}

/// Sources that may pay the first goal that falls short, in that year.
fn payers(plan: &Plan, conflict: &Conflict) -> Vec<Where> {
    let Some((year, _)) = conflict.timeline.first() else { return Vec::new() };
    let goals = super::goals(plan, conflict);
    let Some(goal) = goals.first().and_then(|goal| plan.goals.get(goal.index())) else { return Vec::new() };
    let sources = (0u32..).map(SourceId).zip(&plan.sources);
    let limited = sources.filter(|(_, source)| source.parts.is_empty() && source.unlimited.is_none());
    let may = limited.map(|(id, _)| Payer::Source(id)).filter(|payer| plan.may_pay(*payer, goal));
    let mut all: Vec<Where> = may.map(|payer| (Kind::Income, payer, YearRange::one(*year))).collect();
    all.sort_by(|a, b| plan.name(a.1).cmp(plan.name(b.1)));
    all
}

/// Less cost: the largest for which it suffices, of those that are at least the shortage.
pub(super) fn cost(tries: &mut Tries<'_>) -> Option<Mend> {
    let (plan, conflict) = (tries.plan, tries.conflict);
    let mut asked: BTreeMap<(GoalId, bool, YearRange), i64> = BTreeMap::new();
    for cost in &conflict.costs {
        if let Owner::Goal(goal) = cost.owner {
            let sum = asked.entry((goal, cost.asked == Asked::Budget, cost.years)).or_default();
            *sum = sum.saturating_add(cost.cents);
        }
    }
    let mut asked: Vec<_> = asked.into_iter().filter(|(_, cents)| *cents >= conflict.shortage).collect();
    asked.sort_by(|((a, ..), one), ((b, ..), other)| {
        (Reverse(one), plan.name(Entity::Goal(*a))).cmp(&(Reverse(other), plan.name(Entity::Goal(*b))))
    });
    for ((goal, is_budget, years), _) in asked {
        if !tries.may_go_on() {
            break;
        }
        let (kind, measure, list) = if is_budget {
            (Kind::Budget, Measure::Budget, &plan.ledger.budget)
        } else {
            (Kind::Cost, Measure::Cost, &plan.ledger.cost)
        };
        let Some((years, now)) = stated(list, goal.0, years) else { continue };
        let change = Change { kind, measure, subject: Entity::Goal(goal), years, now, by: -conflict.shortage };
        if let Some(mend) = change.hold(tries) {
            return Some(mend);
        }
    }
    None
}

/// What is stated now of a subject in these years, with the years that must be stated anew with it; `None` where a
/// single new amount would say something else of other years as well.
fn stated(list: &FactList, subject: u32, years: YearRange) -> Option<(YearRange, Money)> {
    let meeting = |years: YearRange| list.counting(subject).filter(move |fact| fact.years.meets(years));
    let all = meeting(years).map(|fact| fact.years).reduce(YearRange::to).unwrap_or(years);
    let alike = meeting(all).all(|fact| fact.years == all && fact.state != FactState::Unknown);
    let sum: i128 = meeting(all).map(|fact| fact.money.wide()).sum();
    alike.then_some((all, Money::from_wide(sum)?))
}

/// An amount that becomes another.
struct Change {
    kind: Kind,
    measure: Measure,
    subject: Entity,
    years: YearRange,
    now: Money,
    by: i64,
}

impl Change {
    /// The change, where it suffices and a cent less of it does not.
    fn hold(&self, tries: &mut Tries<'_>) -> Option<Mend> {
        let to = self.to(self.by)?;
        let words = match self.kind {
            Kind::Opening => ("opening", "beginstand"),
            Kind::Cost => ("cost", "lasten"),
            Kind::Budget => ("budget", "budget"),
            _ => ("income", "baten"),
        };
        let statement = Wording::of(tries.plan).set(words, self.subject, self.years, to);
        let mut proposal = Proposal::new(self.kind, self.subject, self.what(to), statement);
        proposal.mend.years = Some(self.years);
        proposal.mend.by = Some(Money(self.by.saturating_abs()));
        proposal.mend.to = Some(to);
        tries.hold_exactly(proposal, self.what(self.to(self.by - self.by.signum())?))
    }

    fn to(&self, by: i64) -> Option<Money> {
        self.now.0.checked_add(by).filter(|cents| (0..=Money::MAX.0).contains(cents)).map(Money)
    }

    fn what(&self, to: Money) -> What {
        let place = Place::default();
        let target = Target {
            measure: self.measure,
            subject: Some(self.subject),
            goal: None,
            years: Some(self.years),
            stage: Stage::Planned,
            text: String::new(),
            place,
        };
        let how = (self.years.len() > 1).then_some(How::Total);
        What::Set(target, NewAmount { amount: Some((to, FactState::Known)), about: false, how, place })
    }
}
