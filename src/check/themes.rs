//! What a theme sets aside and is paid for its goals together against what they cost -> 205 and 402.

use super::amounts::money;
use super::blocks::{Side, Sides, beyond_rounding, joined};
use super::coverage_differs::{show, summed, with_figures};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, NotChecked};
use crate::model::{GoalId, Plan, Theme, ThemeId};
use crate::money::YearRange;
use std::collections::BTreeMap;

/// The goals of a theme taken together.
#[derive(Default)]
struct Goals {
    ranges: BTreeMap<YearRange, Sides>,
    /// A goal is optional, or names payers of its own.
    loose: bool,
    damaged: bool,
}

/// Reports themes whose budget or coverage does not go with the costs of their goals.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let ledger = &plan.ledger;
    if ledger.theme_budget.all().is_empty() && ledger.theme_payment.all().is_empty() {
        return;
    }
    let mut themes: Vec<Goals> = plan.themes.iter().map(|_| Goals::default()).collect();
    gather_goals(plan, &mut themes);
    for ((id, theme), mut goals) in (0..).map(ThemeId).zip(&plan.themes).zip(themes) {
        for fact in ledger.theme_budget.counting(id.0) {
            goals.ranges.entry(fact.years).or_default().budget.add(plan, fact);
        }
        for fact in ledger.theme_payment.counting(id.0) {
            goals.ranges.entry(fact.years).or_default().paid.add(plan, fact);
        }
        for (years, sides) in joined(std::mem::take(&mut goals.ranges)) {
            of_years(plan, theme, &goals, years, &sides, report);
        }
    }
}

/// Costs by theme, at every level.
fn gather_goals(plan: &Plan, themes: &mut [Goals]) {
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        let (cost, budget) = (&plan.ledger.cost, &plan.ledger.budget);
        let list = if cost.of(id.0).is_empty() { budget } else { cost };
        let mut within = goal.theme;
        let mut steps = plan.themes.len();
        while let Some(theme) = within.filter(|_| steps > 0) {
            steps -= 1;
            within = plan.themes.get(theme.index()).and_then(|theme| theme.within);
            let Some(goals) = themes.get_mut(theme.index()) else { continue };
            goals.loose |= goal.optional || !goal.paid_by.is_empty();
            goals.damaged |= goal.label.damaged;
            for fact in list.counting(id.0) {
                goals.ranges.entry(fact.years).or_default().cost.add(plan, fact);
            }
        }
    }
}

fn of_years(plan: &Plan, theme: &Theme, goals: &Goals, years: YearRange, sides: &Sides, report: &mut Report) {
    let (cost, paid, budget) = (&sides.cost, &sides.paid, &sides.budget);
    if paid.sum.count == 0 && budget.sum.count == 0 {
        return;
    }
    let unread = [cost, paid, budget].iter().any(|side| side.sum.unknown);
    if unread || goals.damaged || theme.label.damaged || plan.damage.cost.is_some() {
        report.not_checked.push(NotChecked {
            what: Message::new("unchecked-theme").with("theme", theme.label.name.as_str()).with("years", years),
            why: Message::new("because-unread"),
            place: theme.label.place,
        });
        return;
    }
    if budget.sum.count > 0 && cost.sum.cents > budget.sum.cents && !budget.sum.pm {
        let over = cost.sum.cents - budget.sum.cents;
        if beyond_rounding(over, cost, budget) {
            report.findings.push(below(theme, years, cost, budget));
        }
    }
    let difference = paid.sum.cents - cost.sum.cents;
    if paid.sum.count == 0 || !beyond_rounding(difference, cost, paid) {
        return;
    }
    let closed = !theme.paid_by.is_empty() && theme.paid_by.iter().all(|entry| entry.amounts);
    if difference > 0 && !cost.sum.pm {
        report.findings.push(covered(&codes::THEME_COVERED_TOO_MUCH, theme, years, sides, difference));
    } else if difference < 0 && !paid.sum.pm && closed && !goals.loose {
        report.findings.push(covered(&codes::THEME_COVERED_TOO_LITTLE, theme, years, sides, difference));
    }
}

fn covered(kind: &'static Kind, theme: &Theme, years: YearRange, sides: &Sides, difference: i128) -> Diagnostic {
    let (cost, paid) = (&sides.cost, &sides.paid);
    let place = paid.shown.first().or(cost.shown.first()).map_or(theme.label.place, |(_, _, place)| *place);
    let finding = Diagnostic::new(kind, place)
        .with("theme", theme.label.name.as_str())
        .with("years", years)
        .with("cost", summed(cost))
        .with("paid", summed(paid))
        .with("difference", money(difference.abs()));
    let finding = show(show(finding, paid, "label-paid"), cost, "label-cost");
    let help = if difference > 0 { "covered-too-much-help" } else { "covered-too-little-help" };
    with_figures(finding, paid, cost, difference).help(Message::new(help))
}

fn below(theme: &Theme, years: YearRange, cost: &Side, budget: &Side) -> Diagnostic {
    let place = budget.shown.first().map_or(theme.label.place, |(_, _, place)| *place);
    let over = money(cost.sum.cents - budget.sum.cents);
    let finding = Diagnostic::new(&codes::THEME_BUDGET_BELOW_COST, place)
        .with("theme", theme.label.name.as_str())
        .with("years", years)
        .with("budget", money(budget.sum.cents))
        .with("cost", summed(cost))
        .with("difference", over)
        .figure("budget", Figure::Money(money(budget.sum.cents)))
        .figure("cost", Figure::Money(money(cost.sum.cents)))
        .figure("difference", Figure::Money(over));
    let finding = show(show(finding, budget, "label-budget"), cost, "label-cost");
    finding.help(Message::new("theme-budget-below-cost-help"))
}
