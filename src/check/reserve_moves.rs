//! What is said twice of a reserve's movements: its withdrawals and what it pays, its additions and what flows in.

use super::slip::clamp;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message};
use crate::model::{Fact, Reserve, ReserveId};
use crate::money::{Money, Year, YearRange};
use crate::outcome::{ReserveYear, reserve};
use crate::syntax::ast::Stage;

/// Checks every reserve, year by year.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for (id, item) in (0u32..).map(ReserveId).zip(&context.plan.reserves) {
        if item.label.damaged || context.plan.damage.coverage.is_some() {
            continue;
        }
        for row in context.stated.reserves.get(id.index()).map_or(&[][..], Vec::as_slice) {
            withdrawn(context, (id, item), row, report);
            added(context, (id, item), row, report);
        }
    }
}

fn of_year(facts: &[Fact], year: Year) -> Vec<Fact> {
    let only = |fact: &&Fact| fact.stage == Stage::Planned && fact.years == YearRange::one(year);
    facts.iter().filter(only).copied().collect()
}

/// A stated withdrawal that is less than what the reserve pays, or that pays more than goals and reserves get.
fn withdrawn(context: &Context<'_>, (id, item): (ReserveId, &Reserve), row: &ReserveYear, report: &mut Report) {
    let stated = of_year(context.plan.ledger.withdrawal.of(id.0), row.year);
    let Some(first) = stated.first() else { return };
    let paid = reserve::paid_and_given(context.plan, &context.stated.payments, id, row.year);
    let total = row.withdrawn.cents;
    let named = paid.count > 0 && paid.cents != 0;
    let differs = if paid.unknown { paid.cents > total } else { paid.cents != total };
    if row.withdrawn.unknown || !named || !differs {
        return;
    }
    let finding = two_figures(&codes::WITHDRAWAL_DIFFERS, first, item, row, (total, paid.cents));
    let mut finding = finding.help(Message::new("withdrawal-differs-help"));
    for fact in reserve::paying(context.plan, &context.stated.payments, id, row.year).iter().take(6) {
        let amount = crate::diagnostic::Value::Figure(fact.money);
        finding = finding.label(fact.place, Message::new("label-drawn").with("amount", amount));
    }
    report.findings.push(finding);
}

/// A table of additions that holds less than what certainly flows in.
fn added(context: &Context<'_>, (id, item): (ReserveId, &Reserve), row: &ReserveYear, report: &mut Report) {
    let in_table = |fact: &&Fact| context.plan.ledger.origin(fact).table.is_some();
    let facts = of_year(context.plan.ledger.addition.of(id.0), row.year);
    let Some(first) = facts.iter().find(in_table) else { return };
    if row.inflow.unknown || row.added.unknown || row.inflow.cents <= row.added.cents {
        return;
    }
    let finding = two_figures(&codes::ADDITION_DIFFERS, first, item, row, (row.added.cents, row.inflow.cents));
    report.findings.push(finding.help(Message::new("addition-differs-help")));
}

fn two_figures(
    kind: &'static Kind,
    at: &Fact,
    item: &Reserve,
    row: &ReserveYear,
    (stated, computed): (i128, i128),
) -> Diagnostic {
    let difference = clamp(stated - computed);
    Diagnostic::new(kind, at.place)
        .with("name", item.label.name.as_str())
        .with("year", row.year)
        .with("stated", clamp(stated))
        .with("computed", clamp(computed))
        .with("difference", Money(difference.0.saturating_abs()))
        .figure("stated", Figure::Money(clamp(stated)))
        .figure("computed", Figure::Money(clamp(computed)))
        .figure("difference", Figure::Money(difference))
}
