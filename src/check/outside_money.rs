//! Additions to a reserve whose origin is not named: money from outside the plan, said once for each reserve.

use super::slip::clamp;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message};
use crate::model::{Fact, ReserveId};
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
        // A table of additions may hold leftovers of sources and adds that name their origin.
        let explained = !context.outcome.payments.transfers.feeding(id).is_empty()
            || plan.ledger.addition.of(id.0).iter().any(|fact| fact.payer().is_some());
        let facts: Vec<&Fact> =
            facts.into_iter().filter(|fact| !explained || plan.ledger.origin(fact).table.is_none()).collect();
        let Some(first) = facts.first() else { continue };
        let total: i128 = facts.iter().map(|fact| fact.money.wide()).sum();
        let mut finding = Diagnostic::new(&codes::OUTSIDE_MONEY, first.place)
            .with("name", reserve.label.name.as_str())
            .with("amount", clamp(total))
            .figure("amount", Figure::Money(clamp(total)))
            .help(Message::new("outside-money-help"));
        for fact in facts.iter().skip(1).take(6) {
            finding.labels.push(crate::diagnostic::Label { place: fact.place, message: None });
        }
        report.findings.push(finding);
    }
}
