//! Floors, ceilings, limits on withdrawal, and reserves that must be empty at their end.

use super::slip::clamp;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, NotChecked, Value};
use crate::model::{Bound, Reserve, ReserveId};
use crate::money::Money;
use crate::outcome::{ReserveYear, reserve};
use crate::source::Place;
use crate::syntax::ast::LimitPeriod;

/// Checks every reserve.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for (id, reserve) in (0u32..).map(ReserveId).zip(&context.plan.reserves) {
        let rows = context.outcome.reserves.get(id.index()).map_or(&[][..], Vec::as_slice);
        if reserve.label.damaged {
            continue;
        }
        floor(context, (id, reserve), rows, report);
        ceiling(context, (id, reserve), rows, report);
        limits(context, (id, reserve), rows, report);
        end(reserve, rows, report);
        if rows.iter().all(|row| row.opening.unknown) && !rows.is_empty() && moves(rows) {
            report.not_checked.push(NotChecked {
                what: Message::new("unchecked-reserve").with("name", reserve.label.name.as_str()),
                why: Message::new("because-no-opening"),
                place: reserve.label.place,
            });
        }
    }
}

fn moves(rows: &[ReserveYear]) -> bool {
    rows.iter().any(|row| row.added.cents != 0 || row.withdrawn.cents != 0)
}

/// Opening, additions and withdrawals as one sum; `leftovers` says whether those of the year are in it.
fn sum_of(row: &ReserveYear, leftovers: bool) -> Value {
    let added = if leftovers { row.added.cents } else { row.added.cents - row.leftover.cents };
    let terms = [row.opening.cents, added, -row.withdrawn.cents];
    let balance = clamp(terms.iter().sum());
    let terms: Vec<Money> = terms.into_iter().filter(|cents| *cents != 0).map(clamp).collect();
    if terms.len() < 2 {
        return Value::Money(balance);
    }
    Message::new("sum-of-parts").with("sum", Value::Sum(terms)).with("computed", balance).into()
}

fn base(
    kind: &'static Kind,
    reserve: &Reserve,
    row: &ReserveYear,
    place: Place,
    balance: i128,
    short: i128,
) -> Diagnostic {
    Diagnostic::new(kind, place)
        .with("name", reserve.label.name.as_str())
        .with("year", row.year)
        .with("balance", clamp(balance))
        .with("difference", Money(clamp(short).0.saturating_abs()))
        .figure("year", Figure::Year(row.year))
        .figure("balance", Figure::Money(clamp(balance)))
        .figure("short", Figure::Money(clamp(short)))
}

/// The highest possible balance before the year's leftovers come in, which can be withdrawn from the next year only.
fn in_hand(row: &ReserveYear) -> i128 {
    row.at_most.cents + row.overflow - row.leftover.cents
}

/// A balance that is too low.
#[derive(Clone, Copy)]
struct Low<'a> {
    row: &'a ReserveYear,
    /// What must be there at least.
    floor: Money,
    /// What is there.
    balance: i128,
    /// Whether the leftovers of the year count: they do for what must stay, not for what is withdrawn in it.
    leftovers: bool,
}

impl Low<'_> {
    fn short(&self) -> i128 {
        self.floor.wide() - self.balance
    }
}

/// How far the highest possible balance of a year is below the floor, or what is withdrawn above what is there. A reserve
/// that must be empty at its end need not keep its floor then.
fn low<'a>(reserve: &Reserve, row: &'a ReserveYear) -> Low<'a> {
    let emptied = reserve.release_to.is_none() && reserve.ends.is_some_and(|(year, _)| row.year == year);
    let floor = reserve.floor.and_then(|bound| bound.amount).filter(|_| !emptied).unwrap_or(Money::ZERO);
    let closing = Low { row, floor, balance: in_hand(row) + row.leftover.cents, leftovers: true };
    let withdrawn = Low { row, floor: Money::ZERO, balance: in_hand(row), leftovers: false };
    if withdrawn.short() > closing.short() { withdrawn } else { closing }
}

/// The first year in which the highest possible balance is too low; later years follow from it.
fn floor(context: &Context<'_>, (id, reserve): (ReserveId, &Reserve), rows: &[ReserveYear], report: &mut Report) {
    let ended = |row: &ReserveYear| reserve.ends.is_some_and(|(year, _)| row.year > year);
    let mut worst: Option<Low<'_>> = None;
    let mut first: Option<Low<'_>> = None;
    for row in rows.iter().filter(|row| !ended(row) && !row.at_most.unknown) {
        let low = low(reserve, row);
        if low.short() > 0 {
            first = first.or(Some(low));
            if worst.is_none_or(|worst| low.short() > worst.short()) {
                worst = Some(low);
            }
        }
    }
    let (Some(low), Some(last)) = (first, worst) else { return };
    let (row, last, most) = (low.row, last.row, last.short());
    let place = movement_place(row, reserve);
    let mut finding = base(&codes::BELOW_FLOOR, reserve, row, place, low.balance, low.short())
        .with("sum", sum_of(row, low.leftovers))
        .with("floor", low.floor);
    if row.leftover.cents > 0 && !low.leftovers {
        finding = finding.help(Message::new("below-floor-leftover").with("amount", clamp(row.leftover.cents)));
    }
    if let Some(bound) = reserve.floor.filter(|bound| bound.amount == Some(low.floor)) {
        finding = finding.label(bound.place, Message::new("label-floor").with("floor", low.floor));
    }
    if last.year != row.year {
        let later = Message::new("below-floor-later").with("year", last.year).with("difference", clamp(most));
        finding = finding.help(later);
    }
    let finding = with_moves(context, id, row, finding);
    report.findings.push(finding.help(Message::new("below-floor-help")));
}

/// The additions and withdrawals of the year, each at its place.
fn with_moves(context: &Context<'_>, id: ReserveId, row: &ReserveYear, mut finding: Diagnostic) -> Diagnostic {
    let (added, taken) = reserve::moves(context.plan, &context.outcome.payments, id, row.year);
    let added = added.iter().map(|fact| (fact, "label-added"));
    for (fact, name) in added.chain(taken.iter().map(|fact| (fact, "label-withdrawn"))).take(6) {
        let amount = Value::Figure(Money(fact.money.0.saturating_abs()));
        finding = finding.label(fact.place, Message::new(name).with("amount", amount));
    }
    finding
}

/// Where to point for a year of a reserve: its stated opening, or else its name.
fn movement_place(row: &ReserveYear, reserve: &Reserve) -> Place {
    row.stated_opening.map_or(reserve.label.place, |fact| fact.place)
}

fn ceiling(context: &Context<'_>, (id, reserve): (ReserveId, &Reserve), rows: &[ReserveYear], report: &mut Report) {
    let Some(Bound { amount: Some(ceiling), place }) = reserve.ceiling else { return };
    let before = |row: &ReserveYear| row.closing.cents + row.overflow;
    let above = rows.iter().find(|row| !row.closing.unknown && before(row) > ceiling.wide());
    let Some(row) = above else { return };
    let over = before(row) - ceiling.wide();
    let finding = base(&codes::ABOVE_CEILING, reserve, row, place, before(row), over)
        .with("sum", sum_of(row, true))
        .with("ceiling", ceiling)
        .at_primary(Message::new("label-ceiling").with("ceiling", ceiling))
        .help(Message::new("above-ceiling-help"));
    report.findings.push(with_moves(context, id, row, finding));
}

fn limits(context: &Context<'_>, (id, reserve): (ReserveId, &Reserve), rows: &[ReserveYear], report: &mut Report) {
    for (bound, period) in &reserve.limits {
        let Some(limit) = bound.amount else { continue };
        let label = Message::new("label-limit").with("limit", limit);
        match period {
            LimitPeriod::PerYear => {
                for row in rows.iter().filter(|row| row.withdrawn.cents > limit.wide()) {
                    let over = row.withdrawn.cents - limit.wide();
                    let finding = Diagnostic::new(&codes::ABOVE_LIMIT, bound.place)
                        .with("name", reserve.label.name.as_str())
                        .with("when", Message::new("in-year").with("year", row.year))
                        .with("withdrawn", clamp(row.withdrawn.cents))
                        .with("limit", limit)
                        .with("difference", clamp(over))
                        .at_primary(label.clone())
                        .figure("year", Figure::Year(row.year))
                        .figure("available", Figure::Money(limit))
                        .figure("short", Figure::Money(clamp(over)))
                        .help(Message::new("above-limit-help"));
                    report.findings.push(with_moves(context, id, row, finding));
                }
            }
            LimitPeriod::Total => {
                let withdrawn: i128 = rows.iter().map(|row| row.withdrawn.cents).sum();
                if withdrawn > limit.wide() {
                    let terms = rows.iter().map(|row| row.withdrawn.cents).filter(|cents| *cents != 0).map(clamp);
                    let when = Message::new("over-all-years").with("sum", Value::Sum(terms.collect()));
                    let finding = Diagnostic::new(&codes::ABOVE_LIMIT, bound.place)
                        .with("name", reserve.label.name.as_str())
                        .with("when", when)
                        .with("withdrawn", clamp(withdrawn))
                        .with("limit", limit)
                        .with("difference", clamp(withdrawn - limit.wide()))
                        .at_primary(label.clone())
                        .figure("available", Figure::Money(limit))
                        .figure("short", Figure::Money(clamp(withdrawn - limit.wide())))
                        .help(Message::new("above-limit-help"));
                    report.findings.push(finding);
                }
            }
        }
    }
}

/// A reserve that ends holds nothing then, or says where it goes.
fn end(reserve: &Reserve, rows: &[ReserveYear], report: &mut Report) {
    let Some((year, place)) = reserve.ends else { return };
    let Some(row) = rows.iter().find(|row| row.year == year) else { return };
    if reserve.release_to.is_some() {
        return;
    }
    if row.closing.unknown {
        report.not_checked.push(NotChecked {
            what: Message::new("unchecked-end").with("name", reserve.label.name.as_str()).with("year", year),
            why: Message::new(if row.opening.unknown { "because-no-opening" } else { "because-not-divided" }),
            place,
        });
    } else if row.closing.cents > 0 {
        let finding = base(&codes::NOT_EMPTY_AT_END, reserve, row, place, row.closing.cents, row.closing.cents)
            .with("sum", sum_of(row, true));
        report.findings.push(finding.help(Message::new("not-empty-at-end-help")));
    }
}
