//! Costs and budgets in years outside the goal's own bounds -> 301, one per goal and per statement or table.

use super::amounts::{amount_label, in_years, known, money};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, Value};
use crate::model::widen::{Stretch, with_widened};
use crate::model::{Fact, Goal, ledger::counted};
use crate::money::{Year, YearRange};
use crate::source::Place;

/// How many places one finding shows besides its first.
const SHOWN: usize = 4;

/// Reports every goal with money outside its bounds.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    for (id, goal) in (0..).zip(&plan.goals) {
        if goal.from.is_none() && goal.through.is_none() {
            continue;
        }
        for (kind, facts) in [
            (&codes::COST_OUTSIDE_BOUNDS, plan.ledger.cost.of(id)),
            (&codes::BUDGET_OUTSIDE_BOUNDS, plan.ledger.budget.of(id)),
        ] {
            for group in groups(facts, goal) {
                let found = finding(kind, goal, &group);
                let stretches = stretches(goal, &group);
                report.findings.extend(found.map(|it| with_widened(it, plan, context.sources, &stretches)));
            }
        }
    }
}

/// The bounds as they would have to be.
fn stretches(goal: &Goal, facts: &[&Fact]) -> Vec<Stretch> {
    let Some(all) = facts.iter().map(|fact| fact.years).reduce(YearRange::to) else { return Vec::new() };
    if let (Some((first, place)), Some((last, other))) = (goal.from, goal.through)
        && place == other
    {
        let old = YearRange { first, last };
        return vec![Stretch { place, old, new: old.to(all) }];
    }
    let end = |bound: Option<(Year, Place)>, pick: fn(Year, Year) -> Year, needed: Year| {
        let (year, place) = bound.filter(|(year, _)| pick(*year, needed) != *year)?;
        Some(Stretch { place, old: YearRange::one(year), new: YearRange::one(needed) })
    };
    end(goal.from, Year::min, all.first).into_iter().chain(end(goal.through, Year::max, all.last)).collect()
}

/// The facts that stick out, those of one statement or table together.
fn groups<'a>(facts: &'a [Fact], goal: &Goal) -> Vec<Vec<&'a Fact>> {
    let mut groups: Vec<Vec<&Fact>> = Vec::new();
    for fact in known(facts, counted(facts)).filter(|fact| !outside(goal, fact.years).is_empty()) {
        let same = |group: &&mut Vec<&Fact>| {
            group.first().is_some_and(|first| first.origin == fact.origin && first.other == fact.other)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(fact),
            None => groups.push(vec![fact]),
        }
    }
    groups
}

/// The years of a range that the goal's bounds leave out.
fn outside(goal: &Goal, years: YearRange) -> Vec<YearRange> {
    let mut left_out = Vec::new();
    if let Some((from, _)) = goal.from
        && years.first < from
    {
        left_out.push(YearRange { first: years.first, last: years.last.min(from.previous()) });
    }
    if let Some((through, _)) = goal.through
        && years.last > through
    {
        left_out.push(YearRange { first: years.first.max(through.next()), last: years.last });
    }
    left_out
}

fn finding(kind: &'static Kind, goal: &Goal, facts: &[&Fact]) -> Option<Diagnostic> {
    let first = facts.first()?;
    let amounts = facts.iter().map(|fact| amount(goal, fact)).collect();
    let total = money(facts.iter().map(|fact| fact.money.wide()).sum());
    let mut finding = Diagnostic::new(kind, first.place)
        .with("goal", goal.label.name.as_str())
        .with("bounds", bounds(goal))
        .with("amounts", Value::List(amounts))
        .at_primary(amount_label(first.money, first.years))
        .figure("outside", Figure::Money(total))
        .figure("years", Figure::List(facts.iter().flat_map(|fact| figure_years(goal, fact)).collect()));
    for fact in facts.iter().skip(1).take(SHOWN) {
        finding = finding.label(fact.place, amount_label(fact.money, fact.years));
    }
    let partly = facts.iter().any(|fact| partly_inside(goal, fact.years));
    let help = if partly { "outside-bounds-help-window" } else { "outside-bounds-help" };
    Some(label_bounds(finding, goal, facts).help(Message::new(help)))
}

/// The amount with its years, and of a window that lies partly within the bounds, which years do not.
fn amount(goal: &Goal, fact: &Fact) -> Value {
    if !partly_inside(goal, fact.years) {
        return in_years(fact.money, fact.years);
    }
    let left_out = outside(goal, fact.years).into_iter().map(Value::Years).collect();
    let message = Message::new("amount-partly-outside").with("amount", fact.money).with("years", fact.years);
    message.with("outside", Value::List(left_out)).into()
}

fn partly_inside(goal: &Goal, years: YearRange) -> bool {
    outside(goal, years).iter().map(|range| range.len()).sum::<usize>() < years.len()
}

fn figure_years(goal: &Goal, fact: &Fact) -> Vec<Figure> {
    outside(goal, fact.years).into_iter().flat_map(|range| range.iter().take(50).map(Figure::Year)).collect()
}

/// `runs in 2024–2025`, `starts in 2024`, `ends in 2025`.
pub(super) fn bounds(goal: &Goal) -> Value {
    let years = |first: Year, last: Year| YearRange { first, last };
    match (goal.from, goal.through) {
        (Some((from, _)), Some((through, _))) => {
            Message::new("bounds-during").with("years", years(from, through)).into()
        }
        (Some((from, _)), None) => Message::new("bounds-from").with("year", from).into(),
        (None, Some((through, _))) => Message::new("bounds-through").with("year", through).into(),
        (None, None) => Value::List(Vec::new()),
    }
}

/// Points at the bound that is broken.
fn label_bounds(mut finding: Diagnostic, goal: &Goal, facts: &[&Fact]) -> Diagnostic {
    if let (Some((from, place)), Some((through, other))) = (goal.from, goal.through)
        && place == other
    {
        let years = YearRange { first: from, last: through };
        return finding.label(place, Message::new("label-bounds").with("years", years));
    }
    if let Some((from, place)) = goal.from
        && facts.iter().any(|fact| fact.years.first < from)
    {
        finding = finding.label(place, Message::new("label-bound-from").with("year", from));
    }
    if let Some((through, place)) = goal.through
        && facts.iter().any(|fact| fact.years.last > through)
    {
        finding = finding.label(place, Message::new("label-bound-through").with("year", through));
    }
    finding
}
