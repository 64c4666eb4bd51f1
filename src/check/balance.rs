//! Stated balances against what the opening balance and the movements give; stated openings against the year before.

use super::differing::{Differing, within_rounding};
use super::slip::{self, Puzzle, clamp};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, NotChecked, Severity};
use crate::flow;
use crate::model::{Fact, FactState, Payer, ReserveId, SourceId};
use crate::money::{Money, Year, YearRange};
use crate::outcome::{Part, ReserveYear, SourceYear, Sum, Unclear, reserve};
use crate::source::Place;
use crate::syntax::ast::Stage;

/// Checks balances of reserves and sources.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for id in (0u32..).take(context.plan.reserves.len()).map(ReserveId) {
        reserve_balances(context, id, report);
    }
    for id in (0u32..).take(context.plan.sources.len()).map(SourceId) {
        source_balances(context, id, report);
    }
    all_reserves(context, report);
}

/// What a stated figure is compared with.
struct Expected {
    sum: Sum,
    parts: Vec<Part>,
    why: &'static str,
    /// Whether it follows from what the plan states; else it is that of one division of the money.
    fixed: bool,
}

fn because(unclear: Option<Unclear>) -> &'static str {
    match unclear {
        Some(Unclear::NoOpening) => "because-no-opening",
        Some(Unclear::Unread) => "because-unread",
        Some(Unclear::NotStated) | None => "because-not-divided",
    }
}

fn reserve_balances(context: &Context<'_>, id: ReserveId, report: &mut Report) {
    let Some(reserve) = context.plan.reserves.get(id.index()) else { return };
    let rows = context.outcome.reserves.get(id.index()).map_or(&[][..], Vec::as_slice);
    for row in rows {
        opening(context, (id, &reserve.label.name), row, report);
    }
    let stated = context.plan.ledger.reserve_balance.of(id.0);
    let as_stated = context.stated.reserves.get(id.index()).map_or(&[][..], Vec::as_slice);
    let expected = |fact: &Fact| {
        let row = rows.iter().find(|row| row.year == fact.years.last);
        let fixed = as_stated.iter().any(|row| row.year == fact.years.last && !row.closing.unknown);
        let missing = Expected { sum: Sum::unknown(), parts: Vec::new(), why: "because-no-opening", fixed };
        row.map_or(missing, |row| Expected {
            sum: row.closing,
            parts: row_parts(context, id, row),
            why: because(row.unclear),
            fixed,
        })
    };
    compare(context, Payer::Reserve(id), &reserve.label.name, stated, &expected, report);
}

/// Opening, added and withdrawn, as the terms of a sum; each at the fact that it comes from, where that is one.
fn row_parts(context: &Context<'_>, id: ReserveId, row: &ReserveYear) -> Vec<Part> {
    let years = Some(YearRange::one(row.year));
    let (added, taken) = reserve::moves(context.plan, &context.outcome.payments, id, row.year);
    let place = |facts: &[Fact]| match facts {
        [only] => only.place,
        _ => Place::default(),
    };
    let opening = row.stated_opening.map(|fact| fact.place).unwrap_or_default();
    let part = |cents: i128, place: Place| Part { cents, name: String::new(), years, place, once: false };
    let all = [
        part(row.opening.cents, opening),
        part(row.added.cents, place(&added)),
        part(-row.withdrawn.cents, place(&taken)),
    ];
    all.into_iter().filter(|part| part.cents != 0).collect()
}

fn source_balances(context: &Context<'_>, id: SourceId, report: &mut Report) {
    let stated = context.plan.ledger.source_balance.of(id.0);
    if stated.is_empty() {
        return;
    }
    let Some(source) = context.plan.sources.get(id.index()) else { return };
    let rows = context.outcome.source_years(context.plan, id);
    let as_stated = context.stated.source_years(context.plan, id);
    let place = source.label.place;
    let expected = |fact: &Fact| {
        let row = rows.iter().find(|row| row.year == fact.years.last);
        let left = |row: &SourceYear| row.left.plus(row.lapsed).plus(row.moved);
        let fixed = as_stated.iter().any(|row| row.year == fact.years.last && !left(row).unknown);
        let missing = Expected { sum: Sum::unknown(), parts: Vec::new(), why: "because-not-divided", fixed };
        row.map_or(missing, |row| {
            let years = Some(YearRange::one(row.year));
            let part = |cents: i128| Part { cents, name: String::new(), years, place, once: false };
            // What lapses or moves on at the year's end is still counted as unspent at that moment.
            let left = left(row);
            let parts =
                [part(row.brought.cents), part(row.income.cents), part(-row.paid.cents), part(-row.added.cents)];
            let parts = parts.into_iter().filter(|part| part.cents != 0).collect();
            Expected { sum: left, parts, why: "because-not-divided", fixed }
        })
    };
    compare(context, Payer::Source(id), &source.label.name, stated, &expected, report);
}

/// Compares stated balances in order of year. A balance that is off by what the one before was off is the same slip.
fn compare(
    context: &Context<'_>,
    payer: Payer,
    name: &str,
    stated: &[Fact],
    expected: &dyn Fn(&Fact) -> Expected,
    report: &mut Report,
) {
    let mut shift = 0;
    let mut others: Vec<Part> = Vec::new();
    for fact in stated.iter().filter(|fact| fact.stage == Stage::Planned) {
        let expected = expected(fact);
        if fact.state != FactState::Known {
            continue;
        }
        if expected.sum.unknown {
            report.not_checked.push(NotChecked {
                what: Message::new("unchecked-balance").with("name", name).with("years", fact.years),
                why: Message::new(expected.why),
                place: fact.place,
            });
            continue;
        }
        let (stated, computed) = (fact.money.wide(), expected.sum.cents);
        let difference = stated - computed;
        let step = context.plan.ledger.origin(fact).step.wide();
        let parts = i128::try_from(expected.parts.len()).unwrap_or(3);
        if difference == 0 || difference == shift {
            others.push(Part {
                cents: computed,
                name: String::new(),
                years: Some(fact.years),
                place: fact.place,
                once: false,
            });
            continue;
        }
        if step > 0 && 2 * difference.abs() <= step * (parts + 1) {
            let what = Message::new("what-balance").with("name", name).with("years", fact.years);
            report.findings.push(within_rounding(fact.place, what, stated, computed));
            continue;
        }
        let what = Message::new("what-balance").with("name", name).with("years", fact.years);
        if !expected.fixed {
            let asked = Attained { payer, year: fact.years.last, stated: fact.money, computed: clamp(computed) };
            not_as_dealt(context, fact.place, what, &asked, report);
            continue;
        }
        shift = difference;
        let puzzle = Puzzle { stated, computed, parts: &expected.parts, others: &others, ..Puzzle::default() };
        let finding = Differing {
            kinds: (&codes::BALANCE_TOO_LOW, &codes::BALANCE_TOO_HIGH),
            place: fact.place,
            what: Message::new("what-balance").with("name", name).with("years", fact.years),
            stated,
            computed,
            parts: &expected.parts,
            slips: slip::explain(&puzzle),
        };
        report.findings.push(finding.finding());
    }
}

/// A stated balance where the plan does not fix who pays: what it says, and what the division that was chosen leaves.
pub(super) struct Attained {
    pub(super) payer: Payer,
    pub(super) year: Year,
    pub(super) stated: Money,
    pub(super) computed: Money,
}

/// Another division may leave what is stated; where none does, it is an error.
pub(super) fn not_as_dealt(context: &Context<'_>, place: Place, what: Message, asked: &Attained, report: &mut Report) {
    let years = context.outcome.fact_years;
    let Attained { payer, year, stated, computed } = *asked;
    let kind = match flow::attains(context.plan, years, payer, year, stated.0) {
        Some(true) => &codes::BALANCE_OF_OTHER_DIVISION,
        Some(false) => &codes::BALANCE_NOT_ATTAINED,
        None => {
            let why = Message::new("because-not-divided");
            let what = Message::new("unchecked-stated").with("what", what);
            return report.not_checked.push(NotChecked { what, why, place });
        }
    };
    let difference = Money(stated.0.saturating_sub(computed.0));
    let finding = Diagnostic::new(kind, place)
        .with("what", what)
        .with("stated", stated)
        .with("computed", computed)
        .with("difference", Money(difference.0.saturating_abs()))
        .at_primary(Message::new("label-stated").with("stated", stated).with("computed", computed))
        .figure("stated", Figure::Money(stated))
        .figure("computed", Figure::Money(computed))
        .figure("difference", Figure::Money(difference))
        .help(Message::new(if kind.severity == Severity::Note {
            "balance-of-other-division-help"
        } else {
            "balance-not-attained-help"
        }));
    report.findings.push(finding);
}

/// A stated opening balance that is not what the year before left.
fn opening(context: &Context<'_>, (id, name): (ReserveId, &str), row: &ReserveYear, report: &mut Report) {
    let (Some(fact), Some(rolled)) = (&row.stated_opening, row.rolled_opening) else { return };
    if fact.state != FactState::Known {
        return;
    }
    // A year that opens with the balance stated for the year before repeats what is said there.
    let before = context.plan.ledger.reserve_balance.of(id.0);
    if before.iter().any(|stated| stated.years.last.next() == row.year && stated.money == fact.money) {
        return;
    }
    if rolled.unknown {
        report.not_checked.push(NotChecked {
            what: Message::new("unchecked-opening").with("name", name).with("year", row.year),
            why: Message::new("because-not-divided"),
            place: fact.place,
        });
        return;
    }
    let difference = row.opening.cents - rolled.cents;
    let step = context.plan.ledger.origin(fact).step.wide();
    if difference == 0 || (step > 0 && difference.abs() <= step) {
        return;
    }
    let size = Money(clamp(difference).0.saturating_abs());
    let finding = Diagnostic::new(&codes::OPENING_DIFFERS, fact.place)
        .with("name", name)
        .with("year", row.year)
        .with("before", row.year.previous())
        .with("stated", fact.money)
        .with("computed", clamp(rolled.cents))
        .with("difference", size)
        .at_primary(Message::new("label-stated").with("stated", fact.money).with("computed", clamp(rolled.cents)))
        .figure("stated", Figure::Money(fact.money))
        .figure("computed", Figure::Money(clamp(rolled.cents)))
        .figure("difference", Figure::Money(clamp(difference)))
        .help(Message::new("opening-differs-help"));
    report.findings.push(finding);
}

/// `course all`: figures of all reserves together.
fn all_reserves(context: &Context<'_>, report: &mut Report) {
    type Pick = fn(&ReserveYear) -> Sum;
    let kinds: [(u32, Pick, &'static str); 5] = [
        (0, |row| row.opening, "what-all-opening"),
        (1, |row| row.added, "what-all-addition"),
        (2, |row| row.withdrawn, "what-all-withdrawal"),
        (3, |row| row.added.plus(Sum { cents: -row.withdrawn.cents, ..row.withdrawn }), "what-all-movement"),
        (4, |row| row.closing, "what-all-balance"),
    ];
    let mut shifts: Vec<(Year, i128)> = Vec::new();
    for (kind, pick, what) in kinds {
        for fact in context.plan.ledger.all_reserves.of(kind) {
            let rows = context.outcome.reserves.iter().map(|rows| rows.iter().find(|row| row.year == fact.years.last));
            let sum = rows.map(|row| row.map_or_else(Sum::unknown, pick)).fold(Sum::default(), Sum::plus);
            let what = Message::new(what).with("years", fact.years);
            if sum.unknown || context.plan.damage.reserve.is_some() {
                let why = Message::new("because-not-divided");
                let what = Message::new("unchecked-all").with("what", what);
                report.not_checked.push(NotChecked { what, why, place: fact.place });
                continue;
            }
            let (stated, computed) = (fact.money.wide(), sum.cents);
            let step = context.plan.ledger.origin(fact).step.wide();
            let most = step * i128::try_from(context.plan.reserves.len() * 3 + 1).unwrap_or(1);
            let known = (fact.years.last, stated - computed);
            // A balance that is off by what its opening or a movement is off follows from that.
            let follows = kind == 4 && shifts.contains(&known);
            shifts.push(known);
            if fact.state == FactState::Known && !follows && 2 * (stated - computed).abs() > most && stated != computed
            {
                let slips = slip::explain(&Puzzle { stated, computed, ..Puzzle::default() });
                let kinds = (&codes::BALANCE_TOO_LOW, &codes::BALANCE_TOO_HIGH);
                let differing = Differing { kinds, place: fact.place, what, stated, computed, parts: &[], slips };
                report.findings.push(differing.finding());
            }
        }
    }
}
