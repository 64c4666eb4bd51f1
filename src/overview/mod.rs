//! One division of the money as people see it: sources, reserves and goals by year, what is left, and totals.
//!
//! An [`Overview`] stands on its own (names, not numbers of a plan), keeps whole minor units, and serialises to the form
//! of `pok eval --format json`, so that `insta::assert_json_snapshot!(overview)` keeps an outcome.

mod form;
mod goal;
mod headroom;
mod movement;
mod reserve;
mod source;
mod totals;

pub use goal::{GoalLine, GoalYears};
pub use headroom::{RoomLine, Rooms};
pub use reserve::{ReserveLine, ReserveYear};
pub use source::{SourceLine, SourceYear};
pub use totals::Totals;

use crate::flow::Division;
use crate::model::{DecisionId, DecisionState, Payer, Plan};
use crate::money::{Year, YearRange, YearStyle};
use crate::source::Place;
use rustc_hash::FxHashMap;

/// An amount in minor units; `None` where it is not known.
pub type Amount = Option<i128>;

/// More years than this are not rolled forward.
const MOST_YEARS: usize = 400;

/// What a division of the money comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The years that it covers.
    pub years: YearRange,
    /// How the plan writes them.
    pub style: YearStyle,
    /// Digits of the minor unit: 2 for the euro.
    pub digits: u8,
    /// Sources, each whole followed by its parts.
    pub sources: Vec<SourceLine>,
    /// Reserves, as the plan declares them.
    pub reserves: Vec<ReserveLine>,
    /// Goals, as the plan declares them.
    pub goals: Vec<GoalLine>,
    /// Themes with a budget beyond what their goals cost.
    pub themes: Vec<GoalLine>,
    /// Everything together, by year.
    pub by_year: Vec<(Year, Totals)>,
    /// Everything together, over all years.
    pub total: Totals,
}

impl Default for Overview {
    fn default() -> Self {
        Self {
            years: NO_YEARS,
            style: YearStyle::Calendar,
            digits: 2,
            sources: Vec::new(),
            reserves: Vec::new(),
            goals: Vec::new(),
            themes: Vec::new(),
            by_year: Vec::new(),
            total: Totals::default(),
        }
    }
}

const NO_YEARS: YearRange = YearRange { first: Year(1), last: Year(0) };

/// Payments by who pays and in which year.
type Paid = FxHashMap<(Payer, Year), i128>;

impl Overview {
    /// Rolls sources and reserves forward over the years (widened to every tranche, demand and payment) by what the
    /// division pays, and adds up by goal. Empty where that would be more years than anyone plans for.
    pub fn of(plan: &Plan, division: &Division, years: YearRange) -> Self {
        let years = widened(plan, division, years);
        let style = plan.head.style;
        let digits = plan.head.currency.digits;
        if years.len() > MOST_YEARS {
            return Self { years, style, digits, ..Self::default() };
        }
        let mut paid = Paid::default();
        for payment in &division.payments {
            *paid.entry((payment.payer, payment.year)).or_default() += i128::from(payment.cents);
        }
        let purses = source::purses(plan, &paid, years);
        let mut moves = movement::planned(plan, &purses, years);
        let lines = source::lines(plan, &purses, &moves);
        movement::leftovers(plan, &lines, &mut moves);
        let reserves = reserve::lines(plan, &paid, &mut moves, years);
        let sources = source::with_wholes(plan, lines);
        let goals = goal::goals(plan, division);
        let themes = goal::themes(plan, division);
        let by_year = totals::by_year(&sources, &reserves, division, years);
        let total = totals::over_all(&by_year);
        Self { years, style, digits, sources, reserves, goals, themes, by_year, total }
    }
}

fn widened(plan: &Plan, division: &Division, years: YearRange) -> YearRange {
    let ledger = &plan.ledger;
    let facts = ledger.income.all_counting().chain(ledger.opening.all_counting()).map(|fact| fact.years);
    let demands = division.demands.iter().map(|demand| demand.years);
    let payments = division.payments.iter().map(|payment| YearRange::one(payment.year));
    let all = facts.chain(demands).chain(payments).filter(|range| !range.is_empty());
    all.fold(years, |years, range| if years.is_empty() { range } else { years.to(range) })
}

/// Whether it needs a decision that was rejected.
fn is_rejected(plan: &Plan, needs: &[(DecisionId, Place)]) -> bool {
    let state = |id: DecisionId| plan.decisions.get(id.index()).map(|decision| decision.state);
    needs.iter().any(|(id, _)| state(*id) == Some(DecisionState::Rejected))
}

/// Both together; unknown where either is.
fn plus(a: Amount, b: Amount) -> Amount {
    a.zip(b).and_then(|(a, b)| a.checked_add(b))
}
