//! What a goal's budget sets aside against what its own cost lines come to.
//!
//! The budget is the plan's own money: shares of payers without limit (other budgets) are left out.

use super::differing::Differing;
use super::slip::{self, Puzzle};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Message, NotChecked, Value};
use crate::model::{Fact, Goal, GoalId, PaidBy, Payer, Plan};
use crate::money::YearRange;
use crate::outcome::{Part, share};
use crate::syntax::ast::Stage;
use rust_decimal::Decimal;

/// Compares every budget with the cost lines in its years.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for (id, goal) in (0u32..).map(GoalId).zip(&context.plan.goals) {
        let budgets = context.plan.ledger.budget.of(id.0);
        let costs = context.plan.ledger.cost.of(id.0);
        if costs.is_empty() {
            continue;
        }
        let planned = || budgets.iter().filter(|fact| fact.stage == Stage::Planned);
        let has_base = planned().any(|fact| !fact.is_correction());
        // A correction comes on top of a budget; it is none itself.
        for budget in planned().filter(|fact| !(fact.is_correction() && has_base)) {
            compare(context, (id, goal), budget, budgets, report);
        }
    }
}

/// The cost lines of a goal as they burden the plan's own money.
struct Own {
    /// Per fact: years, own cents, and cents before the share.
    lines: Vec<(Fact, i128)>,
    /// The share that is the plan's own, where it is less than everything.
    share: Option<Decimal>,
}

fn compare(context: &Context<'_>, (id, goal): (GoalId, &Goal), budget: &Fact, all: &[Fact], report: &mut Report) {
    let plan = context.plan;
    let costs: Vec<Fact> =
        plan.ledger.cost.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned).copied().collect();
    let unread = goal.label.damaged || budget.state == crate::model::FactState::Unknown;
    let unread = unread || costs.iter().any(|fact| fact.state == crate::model::FactState::Unknown);
    let cut = costs.iter().any(|fact| budget.years.meets(fact.years) && !budget.years.covers(fact.years));
    let Some(own) = own(plan, goal, &costs).filter(|_| !unread && !cut) else {
        report.not_checked.push(NotChecked {
            what: Message::new("unchecked-budget").with("goal", goal.label.name.as_str()),
            why: Message::new(if unread { "because-unread" } else { "because-not-divided" }),
            place: budget.place,
        });
        return;
    };
    let pm = budget.state == crate::model::FactState::Pm
        || costs.iter().any(|fact| fact.state == crate::model::FactState::Pm && budget.years.covers(fact.years));
    let inside: Vec<&(Fact, i128)> = own.lines.iter().filter(|(fact, _)| budget.years.covers(fact.years)).collect();
    let computed: i128 = inside.iter().map(|(_, cents)| cents).sum();
    // A budget beside nothing but costs in other years says nothing about them.
    if inside.is_empty() || pm || corrected(all, budget) == computed {
        return;
    }
    report.findings.push(finding(goal, budget, corrected(all, budget), &own, computed));
}

/// The budget with the corrections that come on top of it.
fn corrected(all: &[Fact], budget: &Fact) -> i128 {
    let on_top = |fact: &&Fact| fact.is_correction() && budget.years.covers(fact.years) && fact.stage == budget.stage;
    let extra = all.iter().filter(on_top);
    let extra: i128 = extra.map(|fact| fact.money.wide()).sum();
    if budget.is_correction() { extra } else { budget.money.wide() + extra }
}

fn finding(goal: &Goal, budget: &Fact, stated: i128, own: &Own, computed: i128) -> crate::diagnostic::Diagnostic {
    let part = |(fact, cents): &(Fact, i128)| {
        let line = goal.lines.get(fact.other as usize);
        let name = line.map(|line| line.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(&goal.label.name);
        let once = line.is_some_and(|line| line.once);
        Part { cents: *cents, name: name.to_owned(), years: Some(fact.years), place: fact.place, once }
    };
    let inside = own.lines.iter().filter(|(fact, cents)| budget.years.covers(fact.years) && *cents != 0);
    let parts: Vec<Part> = inside.map(part).collect();
    let series = by_years(own.lines.iter().map(|(fact, cents)| (fact.years, *cents)));
    let whole = by_years(own.lines.iter().map(|(fact, _)| (fact.years, fact.money.wide())));
    let puzzle = Puzzle {
        stated,
        computed,
        parts: &parts,
        series: &series,
        asked: Some(budget.years),
        share: own.share.map(|share| (share, whole.as_slice())),
        ..Puzzle::default()
    };
    let what = match own.share {
        None => Message::new("what-budget"),
        Some(share) => {
            let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
            Message::new("what-budget-share").with("share", Value::Percent(percent))
        }
    };
    let mut finding = Differing {
        kinds: (&codes::BUDGET_BELOW_COST, &codes::BUDGET_ABOVE_COST),
        place: budget.place,
        what: what.with("goal", goal.label.name.as_str()).with("years", budget.years),
        stated,
        computed,
        parts: &parts,
        slips: slip::explain(&puzzle),
    }
    .finding();
    finding.help.pop();
    if own.share.is_some() && (2..=6).contains(&series.len()) {
        let of_year = |(years, cents): &(YearRange, i128)| {
            Message::new("year-and-amount")
                .with("years", *years)
                .with("amount", Value::Figure(slip::clamp(*cents)))
                .into()
        };
        let years = Value::List(series.iter().map(of_year).collect());
        finding.help.insert(0, Message::new("budget-by-year").with("years", years));
    }
    let low = stated < computed;
    finding.help(Message::new(if low { "budget-below-cost-help" } else { "budget-above-cost-help" }))
}

fn by_years(lines: impl Iterator<Item = (YearRange, i128)>) -> Vec<(YearRange, i128)> {
    let mut sums: std::collections::BTreeMap<YearRange, i128> = std::collections::BTreeMap::new();
    lines.for_each(|(years, cents)| *sums.entry(years).or_default() += cents);
    sums.into_iter().collect()
}

/// The plan's own part of each cost line; `None` where payers without limit have no fixed share, so that it is open.
fn own(plan: &Plan, goal: &Goal, costs: &[Fact]) -> Option<Own> {
    let unlimited = |payer: Payer| match payer {
        Payer::Source(id) => plan.sources.get(id.index()).is_some_and(|source| source.unlimited.is_some()),
        Payer::Reserve(_) => false,
    };
    let payers = plan.paid_by(goal);
    let shares: Option<Vec<Decimal>> = payers.iter().map(|entry| entry.share).collect();
    let others: Vec<&PaidBy> = payers.iter().filter(|entry| unlimited(entry.payer)).collect();
    if others.is_empty() {
        return Some(Own { lines: costs.iter().map(|fact| (*fact, fact.money.wide())).collect(), share: None });
    }
    let shares = shares?;
    let own_share = |index: usize| payers.get(index).is_some_and(|entry| !unlimited(entry.payer));
    let mut lines = Vec::with_capacity(costs.len());
    for fact in costs {
        let parts = share::split(fact.money.wide(), &shares)?;
        let own = parts.iter().enumerate().filter(|(index, _)| own_share(*index)).map(|(_, part)| part).sum();
        lines.push((*fact, own));
    }
    let own = payers.iter().filter(|entry| !unlimited(entry.payer)).filter_map(|entry| entry.share);
    Some(Own { lines, share: Some(own.sum()) })
}
