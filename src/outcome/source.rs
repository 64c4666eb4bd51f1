//! What becomes of a source's money year by year: income, brought forward, paid, left over.

use super::payment::{Payments, family};
use super::sum::{self, Sum};
use crate::model::{CarryOver, Fact, Payer, Plan, Source, SourceId};
use crate::money::{Year, YearRange};
use crate::syntax::ast::Stage;

/// One year of a source. Amounts in minor units; unknown where the plan does not state enough.
#[derive(Clone, Copy, Debug)]
pub struct SourceYear {
    /// The year.
    pub year: Year,
    /// Its tranche.
    pub income: Sum,
    /// Money of earlier years that may still be used.
    pub brought: Sum,
    /// Paid to goals.
    pub paid: Sum,
    /// Added to reserves by `add … from`.
    pub added: Sum,
    /// Moved to a reserve at the year's end (`unspent goes to`).
    pub moved: Sum,
    /// Lost or repaid at the year's end.
    pub lapsed: Sum,
    /// Left at the year's end, to be used later.
    pub left: Sum,
    /// Certainly paid or added beyond what there is; zero where it fits.
    pub overdrawn: i128,
}

/// A tranche with what is left of it, and the last year in which it may pay.
struct Tranche {
    cents: i128,
    last: Year,
}

/// The years in which a source's money may pay, where that is bounded: by `available`, else from its first tranche to its
/// last and as long as leftovers stay.
pub fn available(plan: &Plan, id: SourceId, years: YearRange) -> Option<YearRange> {
    let source = plan.sources.get(id.index())?;
    if source.unlimited.is_some() {
        return Some(source.available.unwrap_or(years));
    }
    let tranches = incomes(plan, id);
    let span = tranches.iter().filter(|fact| fact.stage == Stage::Planned).map(|fact| fact.years).reduce(YearRange::to);
    let by_tranches = span.map(|span| match source.carry_over {
        CarryOver::Stays => YearRange { first: span.first, last: span.last.max(years.last) },
        CarryOver::StaysYears(more) => {
            let more = i16::try_from(more).unwrap_or(i16::MAX);
            YearRange { first: span.first, last: Year(span.last.0.saturating_add(more)) }
        }
        CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns => span,
    });
    source.available.or(by_tranches)
}

/// The planned tranches of a source and all its parts.
pub fn incomes(plan: &Plan, id: SourceId) -> Vec<Fact> {
    let planned = |fact: &&Fact| fact.stage == Stage::Planned;
    plan.leaves(id).into_iter().flat_map(|leaf| plan.ledger.income.of(leaf.0)).filter(planned).copied().collect()
}

/// The years of a source one by one, from its first tranche or payment to the end of the plan. Empty for a source without
/// limit.
pub fn years_of(plan: &Plan, payments: &Payments, id: SourceId, years: YearRange) -> Vec<SourceYear> {
    let Some(source) = plan.sources.get(id.index()) else { return Vec::new() };
    if source.unlimited.is_some() {
        return Vec::new();
    }
    let tranches = incomes(plan, id);
    let adds = payments.transfers.additions_from(Payer::Source(id));
    let first = tranches.iter().map(|fact| fact.years.first).min().map_or(years.first, |year| year.min(years.first));
    let span = YearRange { first, last: years.last };
    if span.len() > 400 {
        return Vec::new();
    }
    let mut open: Vec<Tranche> = Vec::new();
    let mut clouded = source.label.damaged;
    let mut result = Vec::new();
    for year in span.iter() {
        // Income given as a total over a range arrives in its last year.
        let income = arriving(&tranches, year);
        let paid = paid_with_parts(plan, payments, id, year);
        let added = sum::in_year(adds, year, Stage::Planned);
        let brought = Sum { cents: open.iter().map(|tranche| tranche.cents).sum(), unknown: clouded, ..Sum::default() };
        clouded |= income.unknown || income.pm;
        if income.cents > 0 {
            open.push(Tranche { cents: income.cents, last: last_year(source, year) });
        }
        let overdrawn = draw(&mut open, paid.cents + added.cents);
        clouded |= paid.unknown || added.unknown;
        let mut row = SourceYear {
            year,
            income,
            brought,
            paid,
            added,
            moved: Sum::default(),
            lapsed: Sum::default(),
            left: Sum::default(),
            overdrawn: if income.unknown || income.pm || brought.unknown { 0 } else { overdrawn },
        };
        close(source, &mut open, &mut row, clouded);
        result.push(row);
    }
    result
}

/// Takes an amount from the tranches that expire soonest; gives what could not be taken.
fn draw(open: &mut [Tranche], cents: i128) -> i128 {
    open.sort_by_key(|tranche| tranche.last);
    let mut rest = cents;
    for tranche in open {
        let take = rest.min(tranche.cents);
        tranche.cents -= take;
        rest -= take;
    }
    rest
}

/// The end of the year: what leaves the source, and what stays.
fn close(source: &Source, open: &mut Vec<Tranche>, row: &mut SourceYear, clouded: bool) {
    let (gone, stays): (Vec<Tranche>, Vec<Tranche>) =
        std::mem::take(open).into_iter().partition(|tranche| tranche.last <= row.year);
    let gone: i128 = gone.iter().map(|tranche| tranche.cents).sum();
    let left: i128 = stays.iter().map(|tranche| tranche.cents).sum();
    *open = stays.into_iter().filter(|tranche| tranche.cents > 0).collect();
    let known = |cents| Sum { cents, unknown: clouded, pm: false, count: 1 };
    match source.carry_over {
        CarryOver::GoesTo(_) => row.moved = known(gone),
        CarryOver::Stays | CarryOver::StaysYears(_) | CarryOver::Lapses | CarryOver::Returns => {
            row.lapsed = known(gone);
        }
    }
    row.left = known(left);
}

/// The last year in which the tranche of a year may pay.
fn last_year(source: &Source, year: Year) -> Year {
    let far = Year(i16::MAX);
    let by_rule = match source.carry_over {
        CarryOver::Stays => far,
        CarryOver::StaysYears(more) => Year(year.0.saturating_add(i16::try_from(more).unwrap_or(i16::MAX))),
        CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns => year,
    };
    source.available.map_or(by_rule, |available| by_rule.min(available.last.max(year)))
}

fn arriving(tranches: &[Fact], year: Year) -> Sum {
    let mut sum = Sum::default();
    tranches.iter().filter(|fact| fact.years.last == year).for_each(|fact| sum.add(fact));
    sum
}

/// What the source pays in the year: what is stated for the whole, or else for its parts together.
pub fn paid_with_parts(plan: &Plan, payments: &Payments, id: SourceId, year: Year) -> Sum {
    let own = payments.paid(plan, Payer::Source(id), year);
    let has_parts = plan.sources.get(id.index()).is_some_and(|source| !source.parts.is_empty());
    if !has_parts {
        return own;
    }
    let stated_whole = plan.ledger.source_coverage.of(id.0).iter().any(|fact| fact.years == YearRange::one(year));
    if stated_whole {
        return own;
    }
    let parts = family(plan, Payer::Source(id)).into_iter().skip(1);
    parts.map(|part| payments.paid(plan, part, year)).fold(own, Sum::plus)
}

/// The facts that take money from the source (or a part of it) in a year: coverage, payments to goals, additions.
pub fn drawn(plan: &Plan, payments: &Payments, id: SourceId, year: Year) -> Vec<Fact> {
    let in_year = |fact: &&Fact| fact.stage == Stage::Planned && fact.years.contains(year) && fact.money.0 > 0;
    let members = family(plan, Payer::Source(id));
    let coverage = members.iter().filter_map(|payer| match payer {
        Payer::Source(id) => Some(plan.ledger.source_coverage.of(id.0)),
        Payer::Reserve(_) => None,
    });
    let mut facts: Vec<Fact> = coverage.flatten().filter(in_year).copied().collect();
    if facts.is_empty() {
        let from = |fact: &&Fact| fact.payer().is_some_and(|payer| members.contains(&payer));
        facts.extend(plan.ledger.payment.all().iter().filter(in_year).filter(from));
    }
    facts.extend(payments.transfers.additions_from(Payer::Source(id)).iter().filter(in_year));
    facts
}
