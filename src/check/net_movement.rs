//! A stated net movement against the additions and withdrawals of its year -> 206.

use super::amounts::money;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, NotChecked};
use crate::model::{Fact, FactState, Plan, Reserve, ReserveId};
use crate::money::{Money, YearRange};
use crate::outcome::Sum;
use crate::syntax::ast::Stage;

/// Places of each side that one finding shows.
const SHOWN: usize = 3;

/// Reports net movements that are not what their year comes to.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (id, reserve) in (0..).map(ReserveId).zip(&context.plan.reserves) {
        for fact in context.plan.ledger.net.of(id.0) {
            let (added, withdrawn) = moved(context, id, fact);
            let unread = |sum: &Sum| sum.unknown || sum.pm;
            if reserve.label.damaged || fact.state != FactState::Known || unread(&added) || unread(&withdrawn) {
                let what = Message::new("unchecked-net").with("name", reserve.label.name.as_str());
                let what = what.with("years", fact.years);
                report.not_checked.push(NotChecked { what, why: Message::new("because-unread"), place: fact.place });
            } else {
                report.findings.extend(compare(context.plan, reserve, fact, added.cents, withdrawn.cents));
            }
        }
    }
}

/// What is added and withdrawn in the year of a fact, in its stage.
fn moved(context: &Context<'_>, id: ReserveId, fact: &Fact) -> (Sum, Sum) {
    let ledger = &context.plan.ledger;
    let year = fact.years.first;
    let one_year = fact.years == YearRange::one(year);
    match context.outcome.reserve_year(id, year) {
        Some(row) if fact.stage == Stage::Planned && one_year => (row.added, row.withdrawn),
        _ => {
            let of = |facts: &[Fact]| {
                let mut sum = Sum::default();
                for other in facts.iter().filter(|other| other.years == fact.years && other.stage == fact.stage) {
                    sum.add(other);
                }
                sum
            };
            (of(ledger.addition.of(id.0)), of(ledger.withdrawal.of(id.0)))
        }
    }
}

fn compare(plan: &Plan, reserve: &Reserve, fact: &Fact, added: i128, withdrawn: i128) -> Option<Diagnostic> {
    let ledger = &plan.ledger;
    let computed = added - withdrawn;
    let difference = fact.money.wide() - computed;
    let year = |other: &&Fact| other.years == fact.years && other.stage == fact.stage && other.money != Money::ZERO;
    let additions: Vec<&Fact> = ledger.addition.of(fact.subject).iter().filter(year).collect();
    let withdrawals: Vec<&Fact> = ledger.withdrawal.of(fact.subject).iter().filter(year).collect();
    let steps: i128 = additions.iter().chain(&withdrawals).map(|other| ledger.origin(other).step.wide()).sum();
    if difference.abs() * 2 <= steps + ledger.origin(fact).step.wide() {
        return None;
    }
    let mut finding = Diagnostic::new(&codes::NET_DIFFERS, fact.place)
        .with("name", reserve.label.name.as_str())
        .with("years", fact.years)
        .with("stated", fact.money)
        .with("computed", money(computed))
        .with("added", money(added))
        .with("withdrawn", money(withdrawn))
        .with("difference", money(difference.abs()))
        .at_primary(Message::new("label-amount").with("amount", fact.money))
        .figure("stated", Figure::Money(fact.money))
        .figure("computed", Figure::Money(money(computed)))
        .figure("difference", Figure::Money(money(difference)))
        .help(Message::new("net-movement-differs-help"));
    for (facts, label) in [(additions, "label-added-here"), (withdrawals, "label-withdrawn-here")] {
        for other in facts.into_iter().take(SHOWN) {
            finding = finding.label(other.place, Message::new(label).with("amount", other.money));
        }
    }
    Some(finding)
}
