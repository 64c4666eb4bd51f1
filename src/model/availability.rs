//! In which years a source or reserve may pay: by what is stated, or by its tranches and what becomes of leftovers.

use super::entity::{CarryOver, Payer, ReserveId, SourceId};
use super::ledger::FactState;
use super::plan::Plan;
use crate::money::{Money, Year, YearRange};

/// The years in which a payer may pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usable {
    /// No year is excluded.
    Always,
    /// These, in order; the last may be open ([`Year`] of `i16::MAX`).
    Years(Vec<YearRange>),
    /// No money ever comes in.
    Never,
    /// Part of it could not be read.
    Unknown,
}

/// A first or last year that nothing bounds.
const OPEN_START: Year = Year(i16::MIN);
const OPEN_END: Year = Year(i16::MAX);

impl Usable {
    /// Whether the payer may pay in at least one of the years. What is not known excludes nothing.
    pub fn meets(&self, years: YearRange) -> bool {
        match self {
            Self::Always | Self::Unknown => true,
            Self::Never => false,
            Self::Years(usable) => usable.iter().any(|range| range.meets(years)),
        }
    }

    /// The last year in which the payer may pay, where there is one.
    pub fn last(&self) -> Option<Year> {
        match self {
            Self::Years(usable) => usable.iter().map(|range| range.last).max().filter(|&last| last != OPEN_END),
            Self::Always | Self::Never | Self::Unknown => None,
        }
    }

    /// Both together.
    #[must_use]
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always, _) | (_, Self::Always) => Self::Always,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Never, other) | (other, Self::Never) => other,
            (Self::Years(mut one), Self::Years(two)) => {
                one.extend(two);
                Self::Years(merged(one))
            }
        }
    }
}

/// The usable years of every payer of a plan, each worked out once.
#[derive(Debug, Default)]
pub struct Availability {
    sources: Vec<Usable>,
    reserves: Vec<Usable>,
}

impl Availability {
    /// Works them out.
    pub fn of(plan: &Plan) -> Self {
        let ids = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
        let mut sources: Vec<Usable> = ids(plan.sources.len()).map(|id| own_years(plan, SourceId(id))).collect();
        for id in ids(plan.sources.len()).map(SourceId) {
            let whole = plan.sources.get(id.index()).is_some_and(|source| !source.parts.is_empty());
            if whole
                && let Some(usable) = years_of_parts(plan, id, &sources)
                && let Some(slot) = sources.get_mut(id.index())
            {
                *slot = usable;
            }
        }
        let reserves = ids(plan.reserves.len()).map(|id| reserve_years(plan, ReserveId(id))).collect();
        Self { sources, reserves }
    }

    /// The usable years of a payer.
    pub fn usable(&self, payer: Payer) -> &Usable {
        let found = match payer {
            Payer::Source(id) => self.sources.get(id.index()),
            Payer::Reserve(id) => self.reserves.get(id.index()),
        };
        found.unwrap_or(&Usable::Unknown)
    }
}

/// Of a whole: what its parts with income of their own have together. `None` where it says so itself.
fn years_of_parts(plan: &Plan, whole: SourceId, sources: &[Usable]) -> Option<Usable> {
    let leaves = plan.leaves(whole);
    let usable = leaves.iter().filter(|leaf| **leaf != whole).filter_map(|leaf| sources.get(leaf.index()).cloned());
    usable.reduce(Usable::or)
}

fn own_years(plan: &Plan, id: SourceId) -> Usable {
    let Some(source) = plan.sources.get(id.index()) else { return Usable::Unknown };
    if let Some(available) = source.available {
        return Usable::Years(vec![available]);
    }
    if source.unlimited.is_some() {
        return Usable::Always;
    }
    let facts = plan.ledger.income.of(id.0);
    let planned = super::ledger::counted(facts);
    if source.label.damaged || facts.iter().any(|fact| fact.stage == planned && fact.state == FactState::Unknown) {
        return Usable::Unknown;
    }
    let tranches = facts.iter().filter(|fact| fact.stage == planned);
    let tranches = tranches.filter(|fact| fact.state == FactState::Pm || fact.money > Money::ZERO);
    let years: Vec<YearRange> = tranches.map(|fact| with_leftover(fact.years, source.carry_over)).collect();
    if !years.is_empty() {
        Usable::Years(merged(years))
    } else if plan.damage.income.is_some() {
        Usable::Unknown
    } else {
        Usable::Never
    }
}

/// The years in which a tranche may pay.
fn with_leftover(tranche: YearRange, carry_over: CarryOver) -> YearRange {
    let last = match carry_over {
        CarryOver::Stays => OPEN_END,
        CarryOver::StaysYears(years) => Year(tranche.last.0.saturating_add(i16::try_from(years).unwrap_or(i16::MAX))),
        CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns => tranche.last,
    };
    YearRange { first: tranche.first, last }
}

/// The first and the last year of a source, where something bounds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// First year in which it may pay.
    pub first: Option<Year>,
    /// Last year in which it may pay.
    pub last: Option<Year>,
}

/// From when to when there is money in a source: as it is stated to be available, or else by its tranches and the years
/// that a leftover may stay, and no later than it must be spent. Where leftovers stay without end, its last tranche is
/// the end. `None` where part of it could not be read.
pub fn extent(plan: &Plan, id: SourceId) -> Option<Extent> {
    let mut all: Option<Extent> = None;
    for leaf in plan.leaves(id) {
        let Some(one) = own_extent(plan, leaf)? else { continue };
        let both = |a: Option<Year>, b: Option<Year>, pick: fn(Year, Year) -> Year| a.zip(b).map(|(a, b)| pick(a, b));
        all = Some(all.map_or(one, |all| Extent {
            first: both(all.first, one.first, Year::min),
            last: both(all.last, one.last, Year::max),
        }));
    }
    Some(all.unwrap_or_default())
}

/// Of a source with money of its own: `None` where that is not known, `Some(None)` where no money ever comes in.
#[expect(clippy::option_option, reason = "not known, nothing, and from when to when are three answers")]
fn own_extent(plan: &Plan, id: SourceId) -> Option<Option<Extent>> {
    let source = plan.sources.get(id.index()).filter(|source| !source.label.damaged)?;
    let spent = source.spend_by.map(|(date, _)| super::calendar::year_of(&plan.head, date));
    let years = match own_years(plan, id) {
        Usable::Unknown => return None,
        Usable::Never => return Some(None),
        Usable::Always => return Some(Some(Extent { first: None, last: spent })),
        Usable::Years(years) => years,
    };
    let last = years.last()?.last;
    let open = last == OPEN_END;
    let tranches =
        || plan.ledger.income.counting(id.0).filter(|fact| fact.state == FactState::Pm || fact.money > Money::ZERO);
    let last = match spent {
        Some(spent) => Some(last.min(spent)),
        None if open => tranches().map(|fact| fact.years.last).max(),
        None => Some(last),
    };
    Some(Some(Extent { first: years.first().map(|years| years.first), last }))
}

fn reserve_years(plan: &Plan, id: ReserveId) -> Usable {
    match plan.reserves.get(id.index()).and_then(|reserve| reserve.ends) {
        Some((last, _)) => Usable::Years(vec![YearRange { first: OPEN_START, last }]),
        None => Usable::Always,
    }
}

/// Ranges in order, those that meet or adjoin joined.
fn merged(mut ranges: Vec<YearRange>) -> Vec<YearRange> {
    ranges.sort_unstable();
    let mut joined: Vec<YearRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.first <= last.last.next() => last.last = last.last.max(range.last),
            _ => joined.push(range),
        }
    }
    joined
}
