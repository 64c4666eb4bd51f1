//! Everything together: by year, and over all years.

use super::goal::asked;
use super::reserve::ReserveLine;
use super::source::{SourceLine, SourceYear, add};
use super::{Amount, plus};
use crate::flow::Division;
use crate::money::{Year, YearRange};

/// Sums over all sources, reserves and goals. A whole source counts by its parts; of one without limit, what it pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Of sources: see [`SourceYear`].
    pub income: Amount,
    /// See [`SourceYear`].
    pub brought_forward: Amount,
    /// Paid by sources to goals.
    pub paid: i128,
    /// Fixed additions to reserves, out of sources.
    pub added: Amount,
    /// Leftovers moved to reserves.
    pub moved: Amount,
    /// Lost or repaid.
    pub lapsed: Amount,
    /// Left for later years.
    pub carried: Amount,
    /// Of reserves: see [`super::ReserveYear`].
    pub reserve_opening: Amount,
    /// Added to reserves.
    pub reserve_added: Amount,
    /// Withdrawn from reserves.
    pub reserve_withdrawn: i128,
    /// Released by reserves that ended.
    pub reserve_released: Amount,
    /// What reserves could not hold.
    pub reserve_overflow: Amount,
    /// What reserves have at the end.
    pub reserve_closing: Amount,
    /// What is asked; of a window what is paid in the year, and in its last year what is not covered.
    pub cost: i128,
    /// What is paid.
    pub covered: i128,
    /// What is not.
    pub uncovered: i128,
    /// What optional goals that were left out would cost; of a window in its last year. Not in `cost`.
    pub left_out: i128,
}

impl Default for Totals {
    fn default() -> Self {
        Self {
            income: Some(0),
            brought_forward: Some(0),
            paid: 0,
            added: Some(0),
            moved: Some(0),
            lapsed: Some(0),
            carried: Some(0),
            reserve_opening: Some(0),
            reserve_added: Some(0),
            reserve_withdrawn: 0,
            reserve_released: Some(0),
            reserve_overflow: Some(0),
            reserve_closing: Some(0),
            cost: 0,
            covered: 0,
            uncovered: 0,
            left_out: 0,
        }
    }
}

impl Totals {
    fn add_source(&mut self, row: &SourceYear, unlimited: bool) {
        if unlimited {
            self.paid += row.paid;
            self.added = plus(self.added, row.added);
            return;
        }
        let mut sum = SourceYear {
            year: row.year,
            income: self.income,
            brought_forward: self.brought_forward,
            paid: self.paid,
            added: self.added,
            moved: self.moved,
            lapsed: self.lapsed,
            carried: self.carried,
        };
        add(&mut sum, row);
        self.income = sum.income;
        self.brought_forward = sum.brought_forward;
        self.paid = sum.paid;
        self.added = sum.added;
        self.moved = sum.moved;
        self.lapsed = sum.lapsed;
        self.carried = sum.carried;
    }
}

/// The totals of each year.
pub(super) fn by_year(
    sources: &[SourceLine],
    reserves: &[ReserveLine],
    division: &Division,
    years: YearRange,
) -> Vec<(Year, Totals)> {
    let mut all: Vec<(Year, Totals)> = years.iter().map(|year| (year, Totals::default())).collect();
    let index = |year: Year| YearRange { first: years.first, last: year }.len().saturating_sub(1);
    for line in sources.iter().filter(|line| !line.is_whole) {
        for row in &line.rows {
            if let Some((_, totals)) = all.get_mut(index(row.year)) {
                totals.add_source(row, line.unlimited);
            }
        }
    }
    for row in reserves.iter().flat_map(|line| &line.rows) {
        if let Some((_, totals)) = all.get_mut(index(row.year)) {
            totals.reserve_opening = plus(totals.reserve_opening, row.opening);
            totals.reserve_added = plus(totals.reserve_added, row.added);
            totals.reserve_withdrawn += row.withdrawn;
            totals.reserve_released = plus(totals.reserve_released, row.released);
            totals.reserve_overflow = plus(totals.reserve_overflow, row.overflow);
            totals.reserve_closing = plus(totals.reserve_closing, row.closing);
        }
    }
    let mut covered = vec![0_i128; division.demands.len()];
    for payment in &division.payments {
        let cents = i128::from(payment.cents);
        if let Some(sum) = covered.get_mut(payment.demand as usize) {
            *sum += cents;
        }
        if let Some((_, totals)) = all.get_mut(index(payment.year)) {
            totals.cost += cents;
            totals.covered += cents;
        }
    }
    for (demand, covered) in division.demands.iter().zip(covered) {
        let (cost, uncovered) = asked(demand, covered);
        if let Some((_, totals)) = all.get_mut(index(demand.years.last)) {
            if demand.left_out {
                totals.left_out += cost;
            } else {
                totals.cost += uncovered;
                totals.uncovered += uncovered;
            }
        }
    }
    all
}

/// The totals over all years: what is brought forward and the opening are those of the first, what is left and the
/// closing those of the last.
pub(super) fn over_all(by_year: &[(Year, Totals)]) -> Totals {
    let mut total = Totals::default();
    for (_, year) in by_year {
        total.income = plus(total.income, year.income);
        total.paid += year.paid;
        total.added = plus(total.added, year.added);
        total.moved = plus(total.moved, year.moved);
        total.lapsed = plus(total.lapsed, year.lapsed);
        total.reserve_added = plus(total.reserve_added, year.reserve_added);
        total.reserve_withdrawn += year.reserve_withdrawn;
        total.reserve_released = plus(total.reserve_released, year.reserve_released);
        total.reserve_overflow = plus(total.reserve_overflow, year.reserve_overflow);
        total.cost += year.cost;
        total.covered += year.covered;
        total.uncovered += year.uncovered;
        total.left_out += year.left_out;
    }
    if let (Some((_, first)), Some((_, last))) = (by_year.first(), by_year.last()) {
        total.brought_forward = first.brought_forward;
        total.carried = last.carried;
        total.reserve_closing = last.reserve_closing;
        // Reserves may begin in different years, so what they began with is told from what became of it.
        let out = plus(plus(total.reserve_released, total.reserve_overflow), Some(total.reserve_withdrawn));
        let back = plus(total.reserve_closing, out);
        total.reserve_opening = plus(back, total.reserve_added.map(|added| -added));
    }
    total
}
