//! What all payers pay in a year against what all goals cost in it -> 402, one per year.

use super::Report;
use super::amounts::money;
use super::blocks::{Sides, beyond_rounding, joined};
use super::coverage_differs::{Explained, show, summed, with_figures};
use super::matrices::{could_pay, everyone, is_unlimited};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, NotChecked};
use crate::model::{Availability, Fact, Goal, GoalId, Payer, Plan, ReserveId, SourceId, ledger::counted};
use crate::money::{Money, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// Reports years in which the payers together pay more or less than the goals together cost.
pub(super) fn check(plan: &Plan, availability: &Availability, explained: &Explained, report: &mut Report) {
    let coverage: Vec<(Payer, &Fact)> = coverage(plan).collect();
    let Some((_, first)) = coverage.first() else { return };
    if let Some(place) = plan.damage.cost.or(plan.damage.coverage) {
        report.not_checked.push(NotChecked {
            what: Message::new("unchecked-coverage-of-years"),
            why: Message::new("because-unread"),
            place,
        });
        return;
    }
    let blocks = joined(sides(plan, &coverage));
    let mut unread: Option<Place> = None;
    for (years, sides) in blocks.iter().filter(|(_, sides)| sides.paid.sum.count > 0) {
        if sides.paid.sum.unknown || sides.cost.sum.unknown {
            unread = unread.or(Some(first.place));
            continue;
        }
        let paid_by =
            || coverage.iter().filter(|(_, fact)| fact.years.meets(*years)).map(|(payer, _)| *payer).collect();
        report.findings.extend(compare(plan, availability, *years, sides, &paid_by, explained));
    }
    if let Some(place) = unread {
        let what = Message::new("unchecked-coverage-of-years");
        report.not_checked.push(NotChecked { what, why: Message::new("because-unread"), place });
    }
}

/// What payers are stated to pay in all; of a part only where nothing is stated of its whole.
fn coverage(plan: &Plan) -> impl Iterator<Item = (Payer, &Fact)> {
    let ledger = &plan.ledger;
    let sources = ledger.source_coverage.all().iter().map(|fact| (Payer::Source(SourceId(fact.subject)), fact));
    let reserves = ledger.reserve_coverage.all().iter().map(|fact| (Payer::Reserve(ReserveId(fact.subject)), fact));
    sources
        .chain(reserves)
        .filter(move |(payer, fact)| fact.stage == Stage::Planned && !counted_in_whole(plan, *payer, fact))
}

fn counted_in_whole(plan: &Plan, payer: Payer, fact: &Fact) -> bool {
    let Payer::Source(mut id) = payer else { return false };
    for _ in 0..=plan.sources.len() {
        let Some(whole) = plan.sources.get(id.index()).and_then(|source| source.whole) else { return false };
        let of_whole = plan.ledger.source_coverage.of(whole.0);
        if of_whole.iter().any(|other| other.stage == fact.stage && other.years.meets(fact.years)) {
            return true;
        }
        id = whole;
    }
    false
}

/// Costs and payments of the whole plan by years; `budget` is what is set aside beside costs.
fn sides(plan: &Plan, coverage: &[(Payer, &Fact)]) -> BTreeMap<YearRange, Sides> {
    let mut ranges: BTreeMap<YearRange, Sides> = BTreeMap::new();
    for (payer, fact) in coverage {
        let sides = ranges.entry(fact.years).or_default();
        sides.paid.add(plan, fact);
        if !is_unlimited(plan, *payer) {
            sides.limited.add(plan, fact);
        }
    }
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        let (cost, budget) = (plan.ledger.cost.of(id.0), plan.ledger.budget.of(id.0));
        let demand = if cost.is_empty() { budget } else { cost };
        for fact in demand.iter().filter(|fact| fact.stage == counted(demand)) {
            let sides = ranges.entry(fact.years).or_default();
            sides.cost.add(plan, fact);
            sides.cost.sum.unknown |= goal.label.damaged;
        }
        if !cost.is_empty() {
            for fact in budget.iter().filter(|fact| fact.stage == counted(budget)) {
                ranges.entry(fact.years).or_default().budget.add(plan, fact);
            }
        }
    }
    ranges
}

fn compare(
    plan: &Plan,
    availability: &Availability,
    years: YearRange,
    sides: &Sides,
    paid_by: &dyn Fn() -> BTreeSet<Payer>,
    explained: &Explained,
) -> Option<Diagnostic> {
    let (cost, paid) = (&sides.cost, &sides.paid);
    let difference = paid.sum.cents - cost.sum.cents;
    if !beyond_rounding(difference, cost, paid) || is_explained(difference, years, explained) {
        return None;
    }
    let goals = Goals::of(plan, years);
    let kind = if difference > 0 {
        let set_aside = sides.budget.sum.cents;
        let unlimited = goals.only_budget && sides.limited.sum.cents != paid.sum.cents;
        if cost.sum.pm || goals.remainder || unlimited || paid.sum.cents <= cost.sum.cents + set_aside {
            return None;
        }
        &codes::YEAR_COVERED_TOO_MUCH
    } else {
        if paid.sum.pm || goals.optional || goals.only_budget || someone_else(plan, availability, years, &paid_by()) {
            return None;
        }
        &codes::YEAR_COVERED_TOO_LITTLE
    };
    let (_, _, place) = paid.shown.first().or(cost.shown.first())?;
    let finding = Diagnostic::new(kind, *place)
        .with("years", years)
        .with("cost", summed(cost))
        .with("paid", summed(paid))
        .with("difference", money(difference.abs()));
    let finding = show(show(finding, paid, "label-paid"), cost, "label-cost");
    let help = if difference > 0 { "year-covered-too-much-help" } else { "year-covered-too-little-help" };
    Some(with_figures(finding, paid, cost, difference).help(Message::new(help)))
}

/// Whether findings about goals or payers already account for the whole difference.
fn is_explained(difference: i128, years: YearRange, explained: &Explained) -> bool {
    let within: i128 =
        explained.iter().filter(|(range, _)| years.covers(*range)).map(|(_, difference)| difference).sum();
    within == difference || explained.iter().any(|(range, explained)| years.covers(*range) && *explained == difference)
}

/// What kinds of goal have money in some years.
#[derive(Default)]
struct Goals {
    optional: bool,
    only_budget: bool,
    remainder: bool,
}

impl Goals {
    fn of(plan: &Plan, years: YearRange) -> Self {
        let mut found = Self::default();
        let in_years = |fact: &Fact| fact.years.meets(years) && fact.money != Money::ZERO;
        let mut look = |id: GoalId, goal: &Goal| {
            found.remainder |= goal.remainder_of.is_some_and(|(_, year, _)| years.contains(year));
            let cost = plan.ledger.cost.of(id.0);
            found.optional |= goal.optional && cost.iter().any(in_years);
            found.only_budget |= cost.is_empty() && plan.ledger.budget.of(id.0).iter().any(in_years);
        };
        for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
            look(id, goal);
        }
        found
    }
}

/// Whether someone who could pay in those years is not among those of whom it is stated.
fn someone_else(plan: &Plan, availability: &Availability, years: YearRange, paid_by: &BTreeSet<Payer>) -> bool {
    everyone(plan).into_iter().any(|payer| {
        let stated = paid_by.contains(&payer) || paid_by.iter().any(|&by| plan.is_part_of(payer, by));
        !stated && (is_unlimited(plan, payer) || could_pay(availability, payer, years))
    })
}
