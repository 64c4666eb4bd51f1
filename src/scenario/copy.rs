//! A copy of a plan without what only the plan as it stands is asked: claims, scenarios, stated balances.

use crate::model::{FactList, Ledger, Plan};

/// The plan with its stated balances, claims and scenarios left out.
pub(super) fn bare(plan: &Plan) -> Plan {
    Plan {
        head: plan.head.clone(),
        sources: plan.sources.clone(),
        reserves: plan.reserves.clone(),
        goals: plan.goals.clone(),
        themes: plan.themes.clone(),
        decisions: plan.decisions.clone(),
        documents: plan.documents.clone(),
        tags: plan.tags.clone(),
        ledger: ledger(&plan.ledger),
        tables: plan.tables.clone(),
        stated: Vec::new(),
        accepted: plan.accepted.clone(),
        scenarios: Vec::new(),
        variant: plan.variant.clone(),
        pending: Vec::new(),
        references: plan.references.clone(),
        said: plan.said.clone(),
        unread: plan.unread.clone(),
        damage: plan.damage,
    }
}

fn ledger(ledger: &Ledger) -> Ledger {
    Ledger {
        net: FactList::default(),
        source_balance: FactList::default(),
        reserve_balance: FactList::default(),
        all_reserves: FactList::default(),
        ..ledger.clone()
    }
}
