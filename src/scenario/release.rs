//! Stated coverage in a scenario: released where the scenario changed the goal, the payer or the year.

use super::copy::bare;
use super::draft::{Draft, Kind};
use crate::model::{Fact, FactList, GoalId, Payer, Plan, ReserveId, SourceId, ThemeId};
use std::collections::BTreeSet;

/// Lists of stated coverage.
const STATED: [Kind; 4] = [Kind::SourceCoverage, Kind::ReserveCoverage, Kind::ThemePayment, Kind::Payment];

impl Draft {
    /// Takes out the stated coverage that no longer binds; what the scenario itself sets stays.
    pub(super) fn release(&mut self) {
        let whole = self.whole;
        let own = |fact: &Fact| {
            let span = fact.place.span;
            fact.place.file == whole.file && whole.span.start <= span.start && span.end <= whole.span.end
        };
        for kind in STATED {
            let subjects: BTreeSet<u32> = self.all(kind).map(|fact| fact.subject).collect();
            for subject in subjects {
                let facts = std::mem::take(self.of_mut(kind, subject));
                let kept = facts.into_iter().filter(|fact| own(fact) || !self.is_released(kind, fact)).collect();
                *self.of_mut(kind, subject) = kept;
            }
        }
        self.payers_without_amounts();
    }

    fn is_released(&self, kind: Kind, fact: &Fact) -> bool {
        let (payer, goals) = match kind {
            Kind::SourceCoverage => (Some(Payer::Source(SourceId(fact.subject))), None),
            Kind::ReserveCoverage => (Some(Payer::Reserve(ReserveId(fact.subject))), None),
            Kind::ThemePayment => (fact.payer(), Some(self.goals_within(ThemeId(fact.subject)))),
            _ => (fact.payer(), Some(vec![GoalId(fact.subject)])),
        };
        payer.is_none_or(|payer| self.variant.releases(payer, goals.as_deref(), fact.years))
    }

    /// Whoever has no stated amounts left may pay whatever is asked.
    fn payers_without_amounts(&mut self) {
        let paid = |facts: &[Fact], payer: Payer| facts.iter().any(|fact| fact.payer() == Some(payer));
        let mut plan = std::mem::take(&mut self.plan);
        for (number, goal) in (0u32..).zip(&mut plan.goals) {
            for entry in goal.paid_by.iter_mut().filter(|entry| entry.amounts) {
                entry.amounts = paid(self.of(Kind::Payment, number), entry.payer);
            }
        }
        for (number, theme) in (0u32..).zip(&mut plan.themes) {
            for entry in theme.paid_by.iter_mut().filter(|entry| entry.amounts) {
                entry.amounts = paid(self.of(Kind::ThemePayment, number), entry.payer);
            }
        }
        self.plan = plan;
    }
}

/// The plan of a scenario with nothing fixed about who pays what: stated coverage is only an upper bound there, so what
/// it comes to says nothing about balances.
pub fn without_stated_coverage(plan: &Plan) -> Plan {
    let mut free = bare(plan);
    let (sources, reserves) = (free.sources.len(), free.reserves.len());
    let (goals, themes) = (free.goals.len(), free.themes.len());
    free.ledger.source_coverage = FactList::group(Vec::new(), sources);
    free.ledger.reserve_coverage = FactList::group(Vec::new(), reserves);
    free.ledger.payment = FactList::group(Vec::new(), goals);
    free.ledger.theme_payment = FactList::group(Vec::new(), themes);
    let of_goals = free.goals.iter_mut().flat_map(|goal| &mut goal.paid_by);
    let of_themes = free.themes.iter_mut().flat_map(|theme| &mut theme.paid_by);
    of_goals.chain(of_themes).for_each(|entry| entry.amounts = false);
    free
}
