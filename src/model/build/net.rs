//! Net movements beside additions and withdrawals of the same year: stated, and checked.

use super::Builder;
use super::facts::List;
use crate::model::ledger::{Fact, FactList, FactState};
use crate::money::{Money, YearRange};
use crate::syntax::ast::Stage;
use rustc_hash::FxHashSet;

type Key = (u32, YearRange, Stage);

fn key(fact: &Fact) -> Key {
    (fact.subject, fact.years, fact.stage)
}

impl Builder<'_> {
    /// Where a reserve has additions or withdrawals in a year, they count: a net movement is then what they come to,
    /// and one with a title, or a correction, comes on top of them. Returns those that stand alone.
    pub(super) fn net_movements(&mut self, movements: Vec<Fact>) -> Vec<Fact> {
        if movements.is_empty() {
            return movements;
        }
        let mut moved: FxHashSet<Key> = FxHashSet::default();
        for list in [List::Addition, List::Withdrawal] {
            let says = |fact: &&Fact| fact.money != Money::ZERO || fact.state != FactState::Known;
            moved.extend(self.facts.list(list).iter().filter(says).map(key));
        }
        let mut net = Vec::new();
        let mut alone = Vec::new();
        for fact in movements {
            if !moved.contains(&key(&fact)) {
                alone.push(fact);
            } else if !fact.is_correction() && !self.is_titled(&fact) {
                net.push(fact);
            } else if fact.money < Money::ZERO {
                let money = Money(fact.money.0.saturating_neg());
                self.facts.list(List::Withdrawal).push(Fact { money, ..fact });
            } else {
                self.facts.list(List::Addition).push(fact);
            }
        }
        self.plan.ledger.net = FactList::group(net, self.plan.reserves.len());
        alone
    }
}
