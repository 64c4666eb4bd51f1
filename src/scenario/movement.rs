//! Net movements of a reserve: taken apart where a scenario changes only what is added or only what is withdrawn.

use super::draft::{Draft, Kind};
use crate::model::Fact;
use crate::money::{Money, YearRange};

/// Turns the net movements of these years into additions and withdrawals.
pub(super) fn take_apart(draft: &mut Draft, reserve: u32, years: YearRange) {
    let fits = |fact: &Fact| years.covers(fact.years);
    let taken: Vec<Fact> = draft.of(Kind::Movement, reserve).iter().filter(|fact| fits(fact)).copied().collect();
    draft.of_mut(Kind::Movement, reserve).retain(|fact| !fits(fact));
    for fact in taken {
        let kind = if fact.money < Money::ZERO { Kind::Withdrawal } else { Kind::Addition };
        let money = Money(fact.money.0.saturating_abs());
        draft.push(kind, Fact { money, other: 0, ..fact });
    }
}
