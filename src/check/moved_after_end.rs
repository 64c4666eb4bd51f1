//! Movements of a reserve after the year in which it ends -> 305, one per reserve.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message};
use crate::model::{Fact, FactList, Plan, ReserveId};
use crate::money::Year;
use crate::source::Place;
use crate::syntax::ast::Stage;

/// Reports every reserve that moves after its end. What it is stated to pay then is 302.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, reserve) in (0..).map(ReserveId).zip(&plan.reserves) {
        let Some((last, ends)) = reserve.ends else { continue };
        let amounts = moved(plan, id, last).without_zeros();
        report.findings.extend(finding(&reserve.label.name, last, ends, &amounts));
    }
}

/// Additions, withdrawals and movements in later years, as they are written.
fn moved(plan: &Plan, id: ReserveId, last: Year) -> ByYears {
    let ledger = &plan.ledger;
    let covered: Vec<&Fact> = later(&ledger.reserve_coverage, id, last).collect();
    let mut amounts = ByYears::default();
    for fact in later(&ledger.addition, id, last).chain(later(&ledger.movement, id, last)) {
        amounts.add(fact);
    }
    let withdrawn = later(&ledger.withdrawal, id, last);
    for fact in withdrawn.filter(|fact| covered.iter().all(|paid| !paid.years.meets(fact.years))) {
        amounts.add(fact);
    }
    amounts
}

fn later(list: &FactList, id: ReserveId, end: Year) -> impl Iterator<Item = &Fact> {
    known(list.of(id.0), Stage::Planned).filter(move |movement| movement.years.first > end)
}

fn finding(name: &str, last: Year, place: Place, amounts: &ByYears) -> Option<Diagnostic> {
    let (years, first, _) = amounts.iter().next()?;
    let finding = Diagnostic::new(&codes::MOVED_AFTER_END, amounts.first_place()?)
        .with("reserve", name)
        .with("amounts", amounts.value())
        .with("year", last)
        .at_primary(amount_label(first, years))
        .label(place, Message::new("label-reserve-ends").with("year", last))
        .figure("moved", Figure::Money(amounts.total()))
        .figure("year", Figure::Year(last));
    Some(amounts.label_others(finding).help(Message::new("moved-after-end-help")))
}
