//! What becomes of each source's money year by year, by what is paid from it.

use super::movement::Moves;
use super::{Amount, Paid, is_rejected, plus};
use crate::model::calendar::year_of;
use crate::model::{CarryOver, FactState, Payer, Plan, ReserveId, Source, SourceId};
use crate::money::{Year, YearRange};

/// A source, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// How deep it lies within other sources.
    pub depth: usize,
    /// It has parts, and is their sum.
    pub is_whole: bool,
    /// It pays whatever is asked: only what it pays is known.
    pub unlimited: bool,
    /// Its years, all of them.
    pub rows: Vec<SourceYear>,
}

/// One year of a source. `income + brought_forward = paid + added + moved + lapsed + carried`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceYear {
    /// The year.
    pub year: Year,
    /// Its tranche.
    pub income: Amount,
    /// Money of earlier years.
    pub brought_forward: Amount,
    /// Paid to goals.
    pub paid: i128,
    /// Added to reserves, as fixed (`add … from`).
    pub added: Amount,
    /// Left over and moved to a reserve (`unspent goes to`).
    pub moved: Amount,
    /// Lost, or repaid to the giver.
    pub lapsed: Amount,
    /// Left for later years; below zero where more was paid than there was.
    pub carried: Amount,
}

/// A tranche: when it arrives, when it may pay.
#[derive(Clone, Copy, Debug)]
struct Tranche {
    arrives: Year,
    from: Year,
    last: Year,
    cents: i128,
}

/// The money of one source without parts, and what is paid from it.
pub(super) struct Purse {
    id: SourceId,
    tranches: Vec<Tranche>,
    paid: Vec<i128>,
    years: YearRange,
    leftover_to: Option<ReserveId>,
    pub(super) unlimited: bool,
    pub(super) known: bool,
}

/// The purses of all sources without parts, by number of the source.
pub(super) fn purses(plan: &Plan, paid: &Paid, years: YearRange) -> Vec<Option<Purse>> {
    let sources = (0u32..).map(SourceId).zip(&plan.sources);
    sources.map(|(id, source)| source.parts.is_empty().then(|| purse(plan, id, source, paid, years))).collect()
}

fn purse(plan: &Plan, id: SourceId, source: &Source, paid: &Paid, years: YearRange) -> Purse {
    let mut by_year: Vec<(Year, i128)> = Vec::new();
    let mut known = !source.label.damaged;
    let facts = plan.ledger.income.counting(id.0).filter(|_| !is_rejected(plan, &source.needs));
    for fact in facts {
        known &= fact.state != FactState::Unknown;
        // Income given as a total over a range arrives in its last year.
        match by_year.iter_mut().find(|(year, _)| *year == fact.years.last) {
            Some((_, cents)) => *cents += fact.money.wide(),
            None => by_year.push((fact.years.last, fact.money.wide())),
        }
    }
    let tranches = by_year.into_iter().map(|(arrives, cents)| {
        let from = source.available.map_or(arrives, |available| available.first.max(arrives));
        Tranche { arrives, from, last: last_year(plan, source, arrives), cents }
    });
    Purse {
        id,
        tranches: tranches.collect(),
        paid: years.iter().map(|year| paid.get(&(Payer::Source(id), year)).copied().unwrap_or(0)).collect(),
        years,
        leftover_to: match source.carry_over {
            CarryOver::GoesTo(reserve) => Some(reserve),
            CarryOver::Stays | CarryOver::StaysYears(_) | CarryOver::Lapses | CarryOver::Returns => None,
        },
        unlimited: source.unlimited.is_some(),
        known,
    }
}

/// The last year in which the tranche of a year may pay; it is gone at the end of that year, or of its own.
fn last_year(plan: &Plan, source: &Source, arrives: Year) -> Year {
    let by_rule = match source.carry_over {
        CarryOver::Stays => Year(i16::MAX),
        CarryOver::StaysYears(more) => Year(arrives.0.saturating_add(i16::try_from(more).unwrap_or(i16::MAX))),
        CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns => arrives,
    };
    let available = source.available.map_or(by_rule, |available| by_rule.min(available.last));
    let spend_by = source.spend_by.map_or(available, |(date, _)| available.min(year_of(&plan.head, date)));
    spend_by.max(arrives)
}

impl Purse {
    /// What could not be paid if so much were taken besides what is paid, by year.
    pub(super) fn short(&self, added: &[i128]) -> i128 {
        self.rolled(added).1
    }

    /// The years one by one. What is paid is taken from the tranche that expires soonest.
    fn rows(&self, added: &[i128]) -> Vec<SourceYear> {
        self.rolled(added).0
    }

    /// The years, and what could not be taken from any tranche.
    fn rolled(&self, added: &[i128]) -> (Vec<SourceYear>, i128) {
        let mut open: Vec<Tranche> = Vec::new();
        let mut short = 0;
        let mut rows = Vec::with_capacity(self.paid.len());
        for ((year, &paid), &added) in self.years.iter().zip(&self.paid).zip(added) {
            let in_hand = |open: &[Tranche]| open.iter().map(|tranche| tranche.cents).sum::<i128>();
            let brought = in_hand(&open) - short;
            let mut income = 0;
            for tranche in self.tranches.iter().filter(|tranche| tranche.arrives == year) {
                income += tranche.cents;
                open.push(*tranche);
            }
            open.sort_by_key(|tranche| tranche.last);
            short += draw(&mut open, year, paid + added);
            let gone: i128 = open.iter().filter(|tranche| tranche.last <= year).map(|tranche| tranche.cents).sum();
            open.retain(|tranche| tranche.last > year && tranche.cents != 0);
            let (moved, lapsed) = if self.leftover_to.is_some() { (gone, 0) } else { (0, gone) };
            let known = |cents| (self.known && !self.unlimited).then_some(cents);
            rows.push(SourceYear {
                year,
                income: known(income),
                brought_forward: known(brought),
                paid,
                added: Some(added),
                moved: known(moved),
                lapsed: known(lapsed),
                carried: known(in_hand(&open) - short),
            });
        }
        (rows, short)
    }
}

/// Takes an amount from the tranches in order, as far as they may pay in the year; gives what could not be taken.
fn draw(open: &mut [Tranche], year: Year, cents: i128) -> i128 {
    let mut rest = cents;
    for tranche in open.iter_mut().filter(|tranche| tranche.from <= year) {
        let take = rest.min(tranche.cents).max(0);
        tranche.cents -= take;
        rest -= take;
    }
    rest
}

/// A line of a source without parts, with where its leftovers go.
pub(super) struct Leaf {
    pub(super) leftover_to: Option<ReserveId>,
    pub(super) rows: Vec<SourceYear>,
}

/// The years of every source without parts, by number of the source.
pub(super) fn lines(plan: &Plan, purses: &[Option<Purse>], moves: &Moves) -> Vec<Option<Leaf>> {
    let leaf = |purse: &Purse| {
        let rows = purse.rows(&moves.given_by(purse.id, purse.years));
        let rejected = plan.sources.get(purse.id.index()).is_some_and(|source| is_rejected(plan, &source.needs));
        Leaf { leftover_to: purse.leftover_to.filter(|_| !rejected), rows }
    };
    purses.iter().map(|purse| purse.as_ref().map(leaf)).collect()
}

/// All sources, each whole before its parts and as the sum of them.
pub(super) fn with_wholes(plan: &Plan, leaves: Vec<Option<Leaf>>) -> Vec<SourceLine> {
    let mut rows: Vec<Option<Vec<SourceYear>>> = leaves.into_iter().map(|leaf| leaf.map(|leaf| leaf.rows)).collect();
    let sources = || (0u32..).map(SourceId).zip(&plan.sources);
    for (id, _) in sources().filter(|(_, source)| !source.parts.is_empty()) {
        let unlimited = |id: &SourceId| plan.sources.get(id.index()).is_some_and(|source| source.unlimited.is_some());
        let (free, limited): (Vec<SourceId>, Vec<SourceId>) = plan.leaves(id).into_iter().partition(unlimited);
        let mut sum: Option<Vec<SourceYear>> = None;
        for leaf in limited.iter().chain(&free) {
            let Some(part) = rows.get(leaf.index()).and_then(Option::as_ref) else { continue };
            match &mut sum {
                Some(sum) => sum.iter_mut().zip(part).for_each(|(all, row)| add(all, row)),
                None => sum = Some(part.clone()),
            }
        }
        if let Some(slot) = rows.get_mut(id.index()) {
            *slot = sum;
        }
    }
    let mut lines = Vec::with_capacity(plan.sources.len());
    let mut open: Vec<(SourceId, usize)> =
        sources().filter(|(_, source)| source.whole.is_none()).map(|(id, _)| (id, 0)).collect();
    open.reverse();
    while let Some((id, depth)) = open.pop() {
        let Some(source) = plan.sources.get(id.index()) else { continue };
        if depth <= plan.sources.len() {
            open.extend(source.parts.iter().rev().map(|&part| (part, depth + 1)));
        }
        lines.push(SourceLine {
            name: source.label.name.clone(),
            title: source.label.title.clone(),
            depth,
            is_whole: !source.parts.is_empty(),
            unlimited: source.unlimited.is_some(),
            rows: rows.get_mut(id.index()).and_then(Option::take).unwrap_or_default(),
        });
    }
    lines
}

pub(super) fn add(all: &mut SourceYear, row: &SourceYear) {
    all.income = plus(all.income, row.income);
    all.brought_forward = plus(all.brought_forward, row.brought_forward);
    all.paid += row.paid;
    all.added = plus(all.added, row.added);
    all.moved = plus(all.moved, row.moved);
    all.lapsed = plus(all.lapsed, row.lapsed);
    all.carried = plus(all.carried, row.carried);
}
