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
    /// Goes to a reserve when it expires; else it is lost or goes back.
    moves: bool,
}

/// The tranches of a source and all its parts: planned, or where there are none the most definite.
pub fn incomes(plan: &Plan, id: SourceId) -> Vec<Fact> {
    plan.leaves(id).into_iter().flat_map(|leaf| plan.ledger.income.counting(leaf.0)).copied().collect()
}

/// The years of a source one by one, from its first tranche or payment to the end of the plan. Empty for a source without
/// limit. Of a source with parts: the parts together, each by its own rules, unless the plan states what the whole pays.
pub fn years_of(plan: &Plan, payments: &Payments, id: SourceId, years: YearRange) -> Vec<SourceYear> {
    let Some(source) = plan.sources.get(id.index()) else { return Vec::new() };
    if source.unlimited.is_some() {
        return Vec::new();
    }
    if !source.parts.is_empty() && !pays_as_a_whole(plan, id) {
        let parts = source.parts.iter().map(|&part| years_of(plan, payments, part, years));
        return parts.reduce(together).unwrap_or_default();
    }
    let tranches = incomes(plan, id);
    let adds = payments.transfers.additions_from(Payer::Source(id));
    let first = tranches.iter().map(|fact| fact.years.first).min().map_or(years.first, |year| year.min(years.first));
    let span = YearRange { first, last: years.last };
    if span.len() > 400 {
        return Vec::new();
    }
    let mut pool = Pool { open: Vec::new(), clouded_income: source.label.damaged, clouded: source.label.damaged };
    let row = |year| pool.year(plan, payments, id, year, &tranches, adds);
    span.iter().map(row).collect()
}

/// Whether the plan states what the source pays as a whole, so that its parts cannot be told apart.
pub fn pays_as_a_whole(plan: &Plan, id: SourceId) -> bool {
    let whole = Payer::Source(id);
    !plan.ledger.source_coverage.of(id.0).is_empty()
        || plan.ledger.payment.all().iter().any(|fact| fact.payer() == Some(whole))
        || plan.ledger.addition.all().iter().any(|fact| fact.payer() == Some(whole))
}

/// Two parts of one source, year by year.
fn together(a: Vec<SourceYear>, b: Vec<SourceYear>) -> Vec<SourceYear> {
    let mut rows = a;
    for row in b {
        match rows.iter_mut().find(|known| known.year == row.year) {
            Some(known) => {
                known.income = known.income.plus(row.income);
                known.brought = known.brought.plus(row.brought);
                known.paid = known.paid.plus(row.paid);
                known.added = known.added.plus(row.added);
                known.moved = known.moved.plus(row.moved);
                known.lapsed = known.lapsed.plus(row.lapsed);
                known.left = known.left.plus(row.left);
                known.overdrawn += row.overdrawn;
            }
            None => rows.push(row),
        }
    }
    rows.sort_by_key(|row| row.year);
    rows
}

/// What is left of a source's tranches as the years go by.
struct Pool {
    open: Vec<Tranche>,
    clouded_income: bool,
    clouded: bool,
}

impl Pool {
    fn year(
        &mut self,
        plan: &Plan,
        payments: &Payments,
        id: SourceId,
        year: Year,
        tranches: &[Fact],
        adds: &[Fact],
    ) -> SourceYear {
        // Income given as a total over a range arrives in its last year.
        let income = arriving(tranches, year);
        let mut paid = paid_with_parts(plan, payments, id, year);
        let added = sum::in_year(adds, year, Stage::Planned);
        let left: i128 = self.open.iter().map(|tranche| tranche.cents).sum();
        let brought = Sum { cents: left, unknown: self.clouded, ..Sum::default() };
        self.clouded_income |= income.unknown;
        self.clouded |= income.unknown;
        for fact in tranches.iter().filter(|fact| fact.years.last == year && fact.money.0 > 0) {
            let owner = plan.sources.get(fact.subject as usize);
            if let Some(owner) = owner {
                let moves = matches!(owner.carry_over, CarryOver::GoesTo(_));
                self.open.push(Tranche { cents: fact.money.wide(), last: last_year(owner, year), moves });
            }
        }
        // What is paid over a window has been paid by its last year; where money stays, that bounds it.
        let windows = payments.ending(plan, Payer::Source(id), year);
        if windows.count > 0 && self.open.iter().all(|tranche| tranche.last > year || tranche.last == Year(i16::MAX)) {
            paid.cents += windows.cents;
            paid.unknown = true;
        }
        let overdrawn = draw(&mut self.open, paid.cents + added.cents);
        self.clouded |= paid.unknown || added.unknown;
        let mut row = SourceYear {
            year,
            income,
            brought,
            paid,
            added,
            moved: Sum::default(),
            lapsed: Sum::default(),
            left: Sum::default(),
            overdrawn: if self.clouded_income { 0 } else { overdrawn },
        };
        self.close(&mut row);
        row
    }

    /// The end of the year: what leaves the source, and what stays.
    fn close(&mut self, row: &mut SourceYear) {
        let (gone, stays): (Vec<Tranche>, Vec<Tranche>) =
            std::mem::take(&mut self.open).into_iter().partition(|tranche| tranche.last <= row.year);
        let total = |tranches: &mut dyn Iterator<Item = &Tranche>| tranches.map(|tranche| tranche.cents).sum::<i128>();
        let unknown = self.clouded;
        let known = |cents| Sum { cents, unknown, pm: false, count: 1 };
        row.moved = known(total(&mut gone.iter().filter(|tranche| tranche.moves)));
        row.lapsed = known(total(&mut gone.iter().filter(|tranche| !tranche.moves)));
        row.left = known(total(&mut stays.iter()));
        self.open = stays.into_iter().filter(|tranche| tranche.cents > 0).collect();
    }
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
    for fact in tranches.iter().filter(|fact| fact.years.last == year) {
        sum.add(fact);
    }
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
    if stated_whole && !payments.are_dealt() {
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
