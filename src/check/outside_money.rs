//! Additions to a reserve whose origin is not named: money from outside the plan, said once for each reserve.

use super::slip::clamp;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message};
use crate::model::{Fact, ReserveId};
use crate::outcome::ReserveYear;
use crate::syntax::ast::Stage;

/// Checks every reserve.
pub fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, reserve) in (0u32..).map(ReserveId).zip(&plan.reserves) {
        // An origin may be named by a name that could not be resolved.
        if reserve.label.damaged {
            continue;
        }
        let outside = |fact: &&Fact| fact.payer().is_none() && fact.stage == Stage::Planned && fact.money.0 > 0;
        let facts: Vec<&Fact> = plan.ledger.addition.of(id.0).iter().filter(outside).collect();
        let rows = context.outcome.reserves.get(id.index()).map_or(&[][..], Vec::as_slice);
        let facts: Vec<(&Fact, i128)> =
            facts.into_iter().filter_map(|fact| from_outside(context, fact, rows)).collect();
        let Some((first, _)) = facts.first() else { continue };
        let total: i128 = facts.iter().map(|(_, cents)| cents).sum();
        let mut finding = Diagnostic::new(&codes::OUTSIDE_MONEY, first.place)
            .with("name", reserve.label.name.as_str())
            .with("amount", clamp(total))
            .figure("amount", Figure::Money(clamp(total)))
            .help(Message::new("outside-money-help"));
        for (fact, _) in facts.iter().skip(1).take(6) {
            finding.labels.push(crate::diagnostic::Label { place: fact.place, message: None });
        }
        report.findings.push(finding);
    }
}

/// What of an addition comes from outside the plan: all of a statement, of a table's what is above all that flows in.
fn from_outside<'a>(context: &Context<'_>, fact: &'a Fact, rows: &[ReserveYear]) -> Option<(&'a Fact, i128)> {
    let in_table = context.plan.ledger.origin(fact).table.is_some();
    let row = rows.iter().find(|row| row.year == fact.years.last).filter(|_| in_table);
    let outside = match row {
        Some(row) if row.inflow.unknown => return None,
        Some(row) => (row.added.cents - row.inflow.cents).min(fact.money.wide()),
        None => fact.money.wide(),
    };
    (outside > 0).then_some((fact, outside))
}
