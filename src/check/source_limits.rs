//! Sources from which more is paid than they have, and money that is left without a goal.

use super::slip::clamp;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::{Availability, CarryOver, Payer, ReserveId, Source, SourceId, Usable};
use crate::money::{Money, Year, YearRange};
use crate::outcome::{SourceYear, source};
use crate::syntax::ast::Nature;
use rustc_hash::FxHashSet;

/// Checks every source that has no limit of parts above it.
pub fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let availability = Availability::of(plan);
    // Sources of which a goal takes what is left.
    let remainders = plan.goals.iter().filter_map(|goal| goal.remainder_of.map(|(payer, _, _)| payer));
    let taken: FxHashSet<SourceId> = remainders
        .filter_map(|payer| match payer {
            Payer::Source(id) => Some(id),
            Payer::Reserve(_) => None,
        })
        .collect();
    let mut reported: FxHashSet<SourceId> = FxHashSet::default();
    // Parts come after their whole; a part's own overdraft is said at the part.
    for index in (0..plan.sources.len()).rev() {
        let id = SourceId(u32::try_from(index).unwrap_or(u32::MAX));
        let Some(source) = plan.sources.get(index) else { continue };
        let by_part = !source.parts.is_empty() && plan.leaves(id).iter().any(|leaf| reported.contains(leaf));
        if source.label.damaged || by_part {
            continue;
        }
        let rows = context.outcome.source_years(plan, id);
        // What is paid in a year in which the source may not pay at all is said there (302).
        let usable = availability.usable(Payer::Source(id));
        // Of a whole whose parts pay each for themselves, the parts have been looked at.
        let own = (source.parts.is_empty() || source::pays_as_a_whole(plan, id)) && !source.doubtful;
        if own && overdrawn(context, (id, source), &rows, usable, report) {
            reported.insert(id);
            continue;
        }
        // Money that is paid too late is not without a goal.
        let too_late = |member: SourceId, rows: &[SourceYear]| {
            let usable = availability.usable(Payer::Source(member));
            rows.iter().any(|row| row.paid.cents > 0 && !usable.meets(YearRange::one(row.year)))
        };
        let late = if source.parts.is_empty() {
            too_late(id, &rows)
        } else {
            plan.leaves(id).into_iter().any(|leaf| too_late(leaf, &context.outcome.source_years(plan, leaf)))
        };
        if source.whole.is_none()
            && !late
            && !taken.contains(&id)
            && plan.damage.coverage.is_none()
            && plan.damage.cost.is_none()
        {
            left_over(context, id, source, &rows, report);
        }
    }
}

/// Whether the source may pay in the year. One that never has money is overdrawn, not closed.
fn is_open(usable: &Usable, year: Year) -> bool {
    *usable == Usable::Never || usable.meets(YearRange::one(year))
}

fn overdrawn(
    context: &Context<'_>,
    (id, source): (SourceId, &Source),
    rows: &[SourceYear],
    usable: &Usable,
    report: &mut Report,
) -> bool {
    // Of additions to a reserve nothing else says that they come too late.
    let own = |row: &SourceYear| row.added.cents > 0 || is_open(usable, row.year);
    let over: Vec<&SourceYear> = rows.iter().filter(|row| row.overdrawn > 0 && own(row)).collect();
    for row in &over {
        report.findings.push(too_much(context, (id, source), rows, row));
    }
    !over.is_empty()
}

/// One year in which more is drawn than there is.
fn too_much(
    context: &Context<'_>,
    (id, source): (SourceId, &Source),
    rows: &[SourceYear],
    row: &SourceYear,
) -> Diagnostic {
    let available = row.brought.cents + row.income.cents;
    let sum = if row.brought.cents == 0 {
        Value::Money(clamp(available))
    } else {
        let terms = vec![clamp(row.brought.cents), clamp(row.income.cents)];
        Message::new("sum-of-parts").with("sum", Value::Sum(terms)).with("computed", clamp(available)).into()
    };
    let used = row.paid.cents + row.added.cents;
    let mut finding = Diagnostic::new(&codes::OVERDRAWN, source.label.place)
        .with("name", source.label.name.as_str())
        .with("year", row.year)
        .with("used", clamp(used))
        .with("available", sum)
        .with("difference", clamp(row.overdrawn))
        .figure("year", Figure::Year(row.year))
        .figure("available", Figure::Money(clamp(available)))
        .figure("short", Figure::Money(clamp(row.overdrawn)));
    for fact in source::drawn(context.plan, &context.outcome.payments, id, row.year).iter().take(8) {
        let amount = Value::Figure(fact.money);
        finding = finding.label(fact.place, Message::new("label-drawn").with("amount", amount));
    }
    // What was lost on the way is the reason, and is not said a second time.
    let lost = rows.iter().filter(|before| before.year < row.year && before.lapsed.cents > 0);
    let (terms, years): (Vec<Money>, Vec<Value>) =
        lost.map(|before| (clamp(before.lapsed.cents), Value::Year(before.year))).unzip();
    if !terms.is_empty() {
        let help =
            Message::new("overdrawn-lapsed-help").with("sum", Value::Sum(terms)).with("years", Value::List(years));
        if let Some(place) = source.carry_over_place {
            finding = finding.label(place, Message::new("label-carry-over"));
        }
        finding = finding.help(help);
    }
    finding.help(Message::new("overdrawn-help"))
}

/// What lapses or goes back, and what a temporary source still has when the plan ends. Only where all payments are known.
fn left_over(context: &Context<'_>, id: SourceId, source: &Source, rows: &[SourceYear], report: &mut Report) {
    let used = rows.iter().any(|row| row.paid.cents > 0 || row.added.cents > 0)
        || !context.plan.ledger.payment.all().is_empty()
        || !context.plan.ledger.source_coverage.all().is_empty();
    let all_known = rows.iter().all(|row| !row.left.unknown && !row.lapsed.unknown && !row.moved.unknown);
    if !used || !all_known {
        return;
    }
    let Some(last) = rows.last() else { return };
    // Where leftovers stay, what is still there in the plan's last year has no goal; it was not lost on the way.
    let stays = matches!(source.carry_over, CarryOver::Stays | CarryOver::StaysYears(_));
    let at_end = |row: &SourceYear| stays && row.year == last.year;
    let lapsed: Vec<&SourceYear> = rows.iter().filter(|row| row.lapsed.cents > 0 && !at_end(row)).collect();
    if !lapsed.is_empty() {
        report.findings.push(lapses(source, &lapsed));
    }
    let temporary = source.nature.is_some_and(|(nature, _)| nature == Nature::Temporary);
    let kept = match source.carry_over {
        CarryOver::GoesTo(reserve) => kept_in(context, reserve, rows),
        CarryOver::Stays | CarryOver::StaysYears(_) => last.left.cents + last.lapsed.cents,
        CarryOver::Lapses | CarryOver::Returns => last.left.cents,
    };
    let expires = stays && last.lapsed.cents > 0;
    if (temporary || expires) && kept > 0 {
        report.findings.push(without_goal(context, (id, source), rows, last, kept));
    }
}

/// Of what moved to a reserve: what that reserve can still hold at the end.
fn kept_in(context: &Context<'_>, reserve: ReserveId, rows: &[SourceYear]) -> i128 {
    let moved: i128 = rows.iter().map(|row| row.moved.cents).sum();
    let end = context.outcome.reserves.get(reserve.index()).and_then(|rows| rows.last());
    // The reserve's own money is taken to be there still: what is left above it came from the source.
    let own: i128 = context.plan.ledger.opening.of(reserve.0).iter().map(|fact| fact.money.wide()).sum();
    let end = end.filter(|row| !row.closing.unknown).map_or(0, |row| row.closing.cents - own);
    end.clamp(0, moved)
}

fn lapses(source: &Source, rows: &[&SourceYear]) -> Diagnostic {
    let total: i128 = rows.iter().map(|row| row.lapsed.cents).sum();
    let years: Vec<Value> = rows.iter().map(|row| Value::Year(row.year)).collect();
    let terms: Vec<_> = rows.iter().map(|row| clamp(row.lapsed.cents)).collect();
    let place = source.carry_over_place.unwrap_or(source.label.place);
    let back = source.carry_over == CarryOver::Returns;
    let how = Message::new(if back { "goes-back" } else { "is-lost" });
    let mut finding = Diagnostic::new(&codes::LAPSES, place)
        .with("name", source.label.name.as_str())
        .with("amount", clamp(total))
        .with("years", Value::List(years))
        .with("how", how)
        .figure("amount", Figure::Money(clamp(total)));
    if terms.len() > 1 {
        finding = finding.help(Message::new("lapses-sum").with("sum", Value::Sum(terms)).with("amount", clamp(total)));
    }
    finding.help(Message::new("lapses-help"))
}

fn without_goal(
    context: &Context<'_>,
    (id, source): (SourceId, &Source),
    rows: &[SourceYear],
    last: &SourceYear,
    kept: i128,
) -> Diagnostic {
    let income: i128 = rows.iter().map(|row| row.income.cents).sum();
    let used: i128 = rows.iter().map(|row| row.paid.cents + row.added.cents).sum();
    let tranches = source::incomes(context.plan, id);
    let mut finding = Diagnostic::new(&codes::WITHOUT_GOAL, source.label.place)
        .with("name", source.label.name.as_str())
        .with("amount", clamp(kept))
        .with("year", last.year)
        .with("income", clamp(income))
        .with("used", clamp(used))
        .figure("year", Figure::Year(last.year))
        .figure("amount", Figure::Money(clamp(kept)));
    // Where what is left is exactly the income of the last years, say so.
    let mut tail = 0;
    for row in rows.iter().rev() {
        tail += row.income.cents;
        if tail == kept {
            let years = YearRange { first: row.year, last: last.year };
            finding =
                finding.help(Message::new("without-goal-tranche").with("years", years).with("amount", clamp(kept)));
            for fact in tranches.iter().filter(|fact| years.covers(fact.years) && fact.money.0 > 0) {
                let label = Message::new("label-tranche").with("amount", Value::Figure(fact.money));
                finding = finding.label(fact.place, label);
            }
            break;
        }
        if tail > kept {
            break;
        }
    }
    let temporary = source.nature.is_some_and(|(nature, _)| nature == Nature::Temporary);
    finding.help(Message::new(if temporary { "without-goal-help" } else { "without-goal-help-ends" }))
}
