//! What each goal (and what a theme sets aside beyond them) costs, who pays it, and what is not covered.

use crate::flow::{Asked, Demand, Division, Owner};
use crate::model::{GoalId, Label, Payer, Plan, ThemeId};
use crate::money::YearRange;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A goal, or a theme with a budget of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// It is optional, and was not taken: nothing of it is asked or paid.
    pub left_out: bool,
    /// Its cost is what is left of a payer (`remainder of`).
    pub remainder: bool,
    /// Its years and windows, in order; only those with a cost.
    pub rows: Vec<GoalYears>,
}

/// One year of a goal, or a window over which its cost may be divided. `cost = covered + uncovered`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalYears {
    /// The year, or the window.
    pub years: YearRange,
    /// What it costs.
    pub cost: i128,
    /// How much of the cost is budget beyond the cost lines.
    pub budget: i128,
    /// What is paid.
    pub covered: i128,
    /// What no money was found for; of a goal that was left out, all of it.
    pub uncovered: i128,
    /// Who pays how much, by name.
    pub paid_by: Vec<(Arc<str>, i128)>,
}

/// Every goal.
pub(super) fn goals(plan: &Plan, division: &Division) -> Vec<GoalLine> {
    let mut lines: Vec<GoalLine> = plan.goals.iter().map(|goal| blank(&goal.label)).collect();
    fill(plan, division, &mut lines, |owner| match owner {
        Owner::Goal(GoalId(id)) => Some(id as usize),
        Owner::Theme(_) => None,
    });
    lines
}

/// The themes of which something is asked.
pub(super) fn themes(plan: &Plan, division: &Division) -> Vec<GoalLine> {
    let mut lines: Vec<GoalLine> = plan.themes.iter().map(|theme| blank(&theme.label)).collect();
    fill(plan, division, &mut lines, |owner| match owner {
        Owner::Theme(ThemeId(id)) => Some(id as usize),
        Owner::Goal(_) => None,
    });
    lines.retain(|line| !line.rows.is_empty());
    lines
}

fn blank(label: &Label) -> GoalLine {
    GoalLine {
        name: label.name.clone(),
        title: label.title.clone(),
        left_out: false,
        remainder: false,
        rows: Vec::new(),
    }
}

fn fill(plan: &Plan, division: &Division, lines: &mut [GoalLine], number: impl Fn(Owner) -> Option<usize>) {
    let mut rows: BTreeMap<(usize, YearRange), GoalYears> = BTreeMap::new();
    let mut paid = paid_by_demand(plan, division);
    for (index, demand) in division.demands.iter().enumerate() {
        let Some(line) = number(demand.owner).and_then(|id| Some((id, lines.get_mut(id)?))) else { continue };
        let (id, line) = line;
        line.left_out |= demand.left_out;
        line.remainder |= demand.asked == Asked::Remainder;
        let payments = paid.get_mut(index).map(std::mem::take).unwrap_or_default();
        let row = rows.entry((id, demand.years)).or_insert_with(|| GoalYears {
            years: demand.years,
            cost: 0,
            budget: 0,
            covered: 0,
            uncovered: 0,
            paid_by: Vec::new(),
        });
        add(row, demand, payments);
    }
    for ((id, _), row) in rows {
        if let Some(line) = lines.get_mut(id)
            && (row.cost != 0 || row.covered != 0)
        {
            line.rows.push(row);
        }
    }
}

/// Payers and amounts, by number of the demand. A plan may have a payment for every cell, so names are shared.
fn paid_by_demand(plan: &Plan, division: &Division) -> Vec<Vec<(Arc<str>, i128)>> {
    let mut names: FxHashMap<Payer, Arc<str>> = FxHashMap::default();
    let mut paid: Vec<Vec<(Arc<str>, i128)>> = vec![Vec::new(); division.demands.len()];
    for payment in &division.payments {
        let name = names.entry(payment.payer).or_insert_with(|| plan.name(payment.payer).into());
        if let Some(slot) = paid.get_mut(payment.demand as usize) {
            slot.push((Arc::clone(name), i128::from(payment.cents)));
        }
    }
    paid
}

fn add(row: &mut GoalYears, demand: &Demand, payments: Vec<(Arc<str>, i128)>) {
    let covered: i128 = payments.iter().map(|(_, cents)| cents).sum();
    let (cost, uncovered) = asked(demand, covered);
    row.cost += cost;
    row.covered += covered;
    row.uncovered += uncovered;
    if demand.asked == Asked::Budget {
        row.budget += cost;
    }
    for (payer, cents) in payments {
        match row.paid_by.binary_search_by(|(known, _)| known.cmp(&payer)) {
            Ok(at) => {
                if let Some((_, sum)) = row.paid_by.get_mut(at) {
                    *sum += cents;
                }
            }
            Err(at) => row.paid_by.insert(at, (payer, cents)),
        }
    }
}

/// What a demand costs, and what of it is not covered.
pub(super) fn asked(demand: &Demand, covered: i128) -> (i128, i128) {
    let cents = i128::from(demand.cents);
    match demand.asked {
        // What is left is known only once the money is divided.
        Asked::Remainder => (covered, 0),
        Asked::Cost | Asked::Budget => (cents, cents - covered),
    }
}
