//! Movements of a reserve after the year in which it ends -> 305, one per reserve.

use super::amounts::{ByYears, amount_label, known};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message};
use crate::model::widen::with_widened;
use crate::model::{Fact, FactList, Plan, ReserveId};
use crate::money::Year;
use crate::source::Place;

/// Reports every reserve that moves after its end. What it pays then without a stated withdrawal is 302.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, reserve) in (0..).map(ReserveId).zip(&plan.reserves) {
        let Some((last, ends)) = reserve.ends else { continue };
        let amounts = moved(plan, id, last).without_zeros();
        if is_what_was_left(context, id, last, &amounts) {
            continue;
        }
        let found = finding(&reserve.label.name, last, ends, &amounts);
        let stretch = amounts.longer(ends, last);
        report.findings.extend(found.map(|it| with_widened(it, plan, context.sources, stretch.as_slice())));
    }
}

/// Whether what goes out after the end is just what the reserve still holds then: that is found at its end.
pub(super) fn is_what_was_left(context: &Context<'_>, id: ReserveId, last: Year, amounts: &ByYears) -> bool {
    let ledger = &context.plan.ledger;
    let comes_in = later(&ledger.addition, id, last).chain(later(&ledger.movement, id, last)).next().is_some();
    let released = context.plan.reserves.get(id.index()).is_none_or(|reserve| reserve.release_to.is_some());
    let left = context.outcome.reserve_year(id, last).map(|row| row.closing).filter(|closing| !closing.unknown);
    !comes_in && !released && left.is_some_and(|left| left.cents > 0 && left.cents == amounts.total().wide())
}

/// Additions, withdrawals and movements in later years, as they are written.
fn moved(plan: &Plan, id: ReserveId, last: Year) -> ByYears {
    let ledger = &plan.ledger;
    let mut amounts = ByYears::default();
    for fact in later(&ledger.addition, id, last).chain(later(&ledger.movement, id, last)) {
        amounts.add(fact);
    }
    for fact in later(&ledger.withdrawal, id, last) {
        amounts.add(fact);
    }
    amounts
}

fn later(list: &FactList, id: ReserveId, end: Year) -> impl Iterator<Item = &Fact> {
    known(list.of(id.0), list.stage(id.0)).filter(move |movement| movement.years.first > end)
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
