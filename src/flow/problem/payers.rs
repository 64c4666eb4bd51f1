//! Who can pay, and with what: tranches, opening balances, money from outside the plan, additions to reserves.

use super::{Change, Item, PayerNo, Problem, Scope, left_out};
use crate::model::calendar::year_of;
use crate::model::{Availability, CarryOver, Entity, Fact, FactState, Payer, Plan, ReserveId, SourceId, Usable};
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{LimitPeriod, Stage};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Someone who can pay: a source without parts, or a reserve.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    /// The source or reserve.
    pub(crate) payer: Payer,
    /// Earmark by number of the tag; empty pays anything.
    pub(crate) earmark: Vec<u32>,
    /// Pays whatever is asked in these years.
    pub(crate) unlimited: Option<YearRange>,
    /// It pays whatever is asked because its money is not known, not because the plan says so.
    pub(crate) assumed: bool,
    /// Whether something bounds what it pays over all goals.
    pub(crate) bounded: bool,
    /// Of a source: whether what is left stays within it from year to year.
    pub(crate) stays: bool,
    /// Of a reserve, what bounds it.
    pub(crate) reserve: Option<Reserve>,
}

impl Who {
    /// Whether it pays what no list of payers names: a payer with limited money, or one whose payments are bounded.
    pub(crate) fn is_pooled(&self) -> bool {
        self.unlimited.is_none() || self.bounded
    }

    /// Its name.
    pub(crate) fn name<'a>(&self, plan: &'a Plan) -> &'a str {
        plan.name(self.payer)
    }
}

/// What bounds a reserve. Amounts in minor units.
#[derive(Clone, Debug)]
pub(crate) struct Reserve {
    /// Its years, from the first opening balance to its end or that of the plan.
    pub(crate) years: YearRange,
    /// Lowest closing balance.
    pub(crate) floor: i64,
    /// Last year whose closing balance the floor binds.
    pub(crate) floor_through: Year,
    /// Highest closing balance, and where it stands.
    pub(crate) ceiling: Option<(i64, Place)>,
    /// Where what is left in its last year goes, in the year after.
    pub(crate) release_to: Option<PayerNo>,
    /// `ends`
    pub(crate) ends: Option<Year>,
    /// What may flow in as leftovers and releases in a year, where a table of additions bounds it.
    pub(crate) inflow: BTreeMap<Year, (i64, Place)>,
}

/// What becomes of money that is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// It is there at the end of all years.
    Stays,
    /// It is lost or goes back after its last year.
    Lapses,
    /// It goes to a reserve at the end of its year.
    GoesTo(PayerNo),
}

/// What kind of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SupplyKind {
    /// The tranche of a year.
    Tranche(Year),
    /// The opening balance of a year.
    Opening(Year),
    /// What is added to a reserve in a year from outside the plan.
    Outside(Year),
    /// Of an unlimited payer whose payments are bounded.
    Unlimited(Year),
}

/// An amount of money with the years in which it may pay.
#[derive(Clone, Debug)]
pub(crate) struct Supply {
    /// Whose money.
    pub(crate) payer: PayerNo,
    /// What kind.
    pub(crate) kind: SupplyKind,
    /// How much.
    pub(crate) cents: i64,
    /// First and last year in which it may pay; empty where it never may.
    pub(crate) years: YearRange,
    /// The last year in which it may pay, also where that lies after all years; the last of all where nothing ends it.
    pub(crate) expires: Year,
    /// What happens to what is not used.
    pub(crate) after: After,
    /// Where it stands.
    pub(crate) place: Place,
}

impl Supply {
    /// The year in which it comes in.
    pub(crate) fn year(&self) -> Year {
        match self.kind {
            SupplyKind::Tranche(year)
            | SupplyKind::Opening(year)
            | SupplyKind::Outside(year)
            | SupplyKind::Unlimited(year) => year,
        }
    }
}

/// An amount that moves to a reserve in a year, usable in that year.
#[derive(Clone, Debug)]
pub(crate) struct Addition {
    /// The reserve.
    pub(crate) to: PayerNo,
    /// From whom: a payer, or the parts of one.
    pub(crate) from: Vec<PayerNo>,
    /// When.
    pub(crate) year: Year,
    /// How much.
    pub(crate) cents: i64,
    /// Where it stands.
    pub(crate) place: Place,
}

/// Reads payers, supplies and additions.
pub(super) fn read(plan: &Plan, scope: &Scope, availability: &Availability, problem: &mut Problem) {
    let sources = (0u32..).map(SourceId).zip(&plan.sources).filter(|(_, source)| source.parts.is_empty());
    let sources = sources.filter(|(_, source)| !left_out(plan, scope, &source.needs)).map(|(id, _)| Payer::Source(id));
    let reserves = (0u32..).map(ReserveId).zip(&plan.reserves);
    let reserves =
        reserves.filter(|(_, reserve)| !left_out(plan, scope, &reserve.needs)).map(|(id, _)| Payer::Reserve(id));
    let mut all: Vec<Payer> = sources.chain(reserves).collect();
    all.sort_unstable_by(|a, b| plan.name(*a).cmp(plan.name(*b)));
    let numbers: FxHashMap<Payer, PayerNo> = all.iter().copied().zip(0..).collect();
    problem.payers = all.iter().map(|payer| who(plan, problem.years, *payer, &numbers)).collect();
    for (payer, number) in all.iter().copied().zip(0..) {
        match payer {
            Payer::Source(id) => tranches(plan, scope, availability, problem, id, number, &numbers),
            Payer::Reserve(id) => reserve_money(plan, scope, problem, id, number),
        }
    }
    additions(plan, problem, &numbers);
    problem.supplies.sort_by_key(|supply| {
        let reserve = problem.payers.get(supply.payer as usize).is_some_and(|who| who.reserve.is_some());
        (supply.expires, reserve, supply.payer, supply.kind)
    });
}

fn who(plan: &Plan, years: YearRange, payer: Payer, numbers: &FxHashMap<Payer, PayerNo>) -> Who {
    match payer {
        Payer::Source(id) => {
            let source = plan.sources.get(id.index());
            let facts = plan.ledger.income.of(id.0);
            let unread = facts.iter().any(|fact| fact.state == FactState::Unknown)
                || source.is_some_and(|source| source.label.damaged || source.doubtful);
            let unlimited = source.and_then(|source| source.unlimited).map(|_| {
                let said = source.and_then(|source| source.available).unwrap_or(years);
                YearRange { first: said.first.max(years.first), last: said.last.min(years.last) }
            });
            let carry = source.map(|source| source.carry_over).unwrap_or_default();
            Who {
                payer,
                earmark: source.map(|source| source.earmark.clone()).filter(|_| !unread).unwrap_or_default(),
                unlimited: if unread { Some(years) } else { unlimited.filter(|years| !years.is_empty()) },
                assumed: unread,
                bounded: false,
                stays: carry == CarryOver::Stays,
                reserve: None,
            }
        }
        Payer::Reserve(id) => {
            let item = plan.reserves.get(id.index());
            let damaged = item.is_some_and(|item| item.label.damaged)
                || plan.ledger.opening.of(id.0).iter().any(|fact| fact.state == FactState::Unknown);
            Who {
                payer,
                earmark: item.map(|item| item.earmark.clone()).filter(|_| !damaged).unwrap_or_default(),
                unlimited: damaged.then_some(years),
                assumed: damaged,
                bounded: false,
                stays: true,
                reserve: Some(reserve(plan, years, id, numbers)),
            }
        }
    }
}

fn reserve(plan: &Plan, years: YearRange, id: ReserveId, numbers: &FxHashMap<Payer, PayerNo>) -> Reserve {
    let item = plan.reserves.get(id.index());
    let opening = plan.ledger.opening.counting(id.0).filter(|fact| !fact.is_correction());
    let first = opening.map(|fact| fact.years.first).min().unwrap_or(years.first);
    let ends = item.and_then(|item| item.ends).map(|(year, _)| year);
    let last = ends.map_or(years.last, |end| end.min(years.last));
    let release = item.and_then(|item| item.release_to).filter(|_| ends.is_some());
    let amount = |bound: Option<crate::model::Bound>| bound.and_then(|bound| bound.amount);
    let known = !plan.ledger.opening.of(id.0).is_empty();
    let floor = amount(item.and_then(|item| item.floor)).map_or(0, |money| money.0.max(0));
    Reserve {
        years: YearRange { first, last },
        floor: if known { floor } else { 0 },
        floor_through: match ends {
            Some(end) if release.is_none() => end.previous().min(years.last),
            Some(end) => end.min(years.last),
            None => years.last,
        },
        ceiling: item
            .and_then(|item| item.ceiling)
            .and_then(|bound| bound.amount.map(|money| (money.0.max(0), bound.place))),
        release_to: release.and_then(|(to, _)| numbers.get(&Payer::Reserve(to)).copied()),
        ends,
        inflow: BTreeMap::new(),
    }
}

/// Amounts of one list by the year in which they arrive, corrections included, with the first place.
fn by_year<'a>(facts: impl Iterator<Item = &'a Fact>) -> BTreeMap<Year, (i64, Place)> {
    let mut years: BTreeMap<Year, (i64, Place)> = BTreeMap::new();
    for fact in facts.filter(|fact| fact.state == FactState::Known) {
        let slot = years.entry(fact.years.last).or_insert((0, fact.place));
        slot.0 = slot.0.saturating_add(fact.money.0);
        if !fact.is_correction() {
            slot.1 = fact.place;
        }
    }
    years
}

fn tranches(
    plan: &Plan,
    scope: &Scope,
    availability: &Availability,
    problem: &mut Problem,
    id: SourceId,
    number: PayerNo,
    numbers: &FxHashMap<Payer, PayerNo>,
) {
    let Some(source) = plan.sources.get(id.index()) else { return };
    let unlimited = problem.who(number).is_some_and(|who| who.unlimited.is_some());
    if unlimited || *availability.usable(Payer::Source(id)) == Usable::Never {
        return;
    }
    let spend = source.spend_by.map(|(date, _)| year_of(&plan.head, date));
    for (year, (cents, place)) in by_year(plan.ledger.income.counting(id.0)) {
        let cents = cents.saturating_sub(Change::of(scope.change, Item::Tranche(id, year)));
        let own = match source.carry_over {
            CarryOver::Stays => Year(i16::MAX),
            CarryOver::StaysYears(more) => Year(year.0.saturating_add(i16::try_from(more).unwrap_or(i16::MAX))),
            CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns => year,
        };
        let last = own.min(source.available.map_or(Year(i16::MAX), |available| available.last));
        let last = last.min(spend.unwrap_or(Year(i16::MAX)));
        let first = year.max(source.available.map_or(year, |available| available.first));
        let to = match source.carry_over {
            CarryOver::GoesTo(to) => numbers.get(&Payer::Reserve(to)).copied(),
            _ => None,
        };
        let after = match (source.carry_over, to) {
            (CarryOver::GoesTo(_), Some(to)) => After::GoesTo(to),
            (CarryOver::GoesTo(_) | CarryOver::Lapses | CarryOver::Returns, _) => After::Lapses,
            _ if last <= problem.years.last => After::Lapses,
            _ => After::Stays,
        };
        let years = YearRange { first, last: last.min(problem.years.last) };
        if cents > 0 {
            let kind = SupplyKind::Tranche(year);
            problem.supplies.push(Supply { payer: number, kind, cents, years, expires: last, after, place });
        }
    }
}

fn reserve_money(plan: &Plan, scope: &Scope, problem: &mut Problem, id: ReserveId, number: PayerNo) {
    let Some(who) = problem.payers.get(number as usize) else { return };
    let (Some(reserve), None) = (&who.reserve, who.unlimited) else { return };
    let years = reserve.years;
    let after = if reserve.ends.is_some_and(|end| end <= problem.years.last) && reserve.release_to.is_none() {
        After::Lapses
    } else {
        After::Stays
    };
    let openings = by_year(plan.ledger.opening.counting(id.0));
    if let Some((&year, &(cents, place))) = openings.first_key_value() {
        let cents = cents.saturating_sub(Change::of(scope.change, Item::Opening(id, year)));
        if cents > 0 && !years.is_empty() {
            let kind = SupplyKind::Opening(year);
            let expires = if after == After::Lapses { years.last } else { Year(i16::MAX) };
            problem.supplies.push(Supply { payer: number, kind, cents, years, expires, after, place });
        }
        return;
    }
    problem.unknown_openings.push(id);
    if scope.generous
        && let Some(who) = problem.payers.get_mut(number as usize)
    {
        who.unlimited = Some(years);
        who.assumed = true;
    }
}

/// Additions by `add`, tables of additions, and positive net movements.
fn additions(plan: &Plan, problem: &mut Problem, numbers: &FxHashMap<Payer, PayerNo>) {
    let ledger = &plan.ledger;
    let payers: Vec<Payer> = problem.payers.iter().map(|who| who.payer).collect();
    for (number, payer) in (0..).zip(payers) {
        let Payer::Reserve(id) = payer else { continue };
        let facts = ledger.addition.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned);
        let mut tables: BTreeMap<Year, (i64, Place)> = BTreeMap::new();
        let mut named: BTreeMap<Year, i64> = BTreeMap::new();
        let mut outside: BTreeMap<Year, (i64, Place)> = BTreeMap::new();
        for fact in facts.filter(|fact| fact.state == FactState::Known) {
            let (year, cents) = (fact.years.last, fact.money.0);
            if ledger.origin(fact).table.is_some() {
                let slot = tables.entry(year).or_insert((0, fact.place));
                slot.0 = slot.0.saturating_add(cents);
            } else if let Some(from) = fact.payer() {
                let slot = named.entry(year).or_default();
                *slot = slot.saturating_add(cents);
                let from = members(plan, from, numbers);
                problem.additions.push(Addition { to: number, from, year, cents, place: fact.place });
            } else {
                let slot = outside.entry(year).or_insert((0, fact.place));
                slot.0 = slot.0.saturating_add(cents);
                let all = named.entry(year).or_default();
                *all = all.saturating_add(cents);
            }
        }
        let flows_in = feeding_years(plan, problem, number);
        for (year, (cents, place)) in tables {
            let by_name = named.get(&year).copied();
            if by_name.is_some() || flows_in.contains(&year) {
                let rest = cents.saturating_sub(by_name.unwrap_or(0)).max(0);
                if let Some(reserve) = problem.payers.get_mut(number as usize).and_then(|who| who.reserve.as_mut()) {
                    reserve.inflow.insert(year, (rest, place));
                }
            } else {
                outside.insert(year, (cents, place));
            }
        }
        for fact in ledger.movement.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned && fact.money.0 > 0) {
            if !flows_in.contains(&fact.years.last) {
                outside.entry(fact.years.last).or_insert((fact.money.0, fact.place));
            }
        }
        from_outside(problem, number, outside);
    }
}

fn from_outside(problem: &mut Problem, number: PayerNo, outside: BTreeMap<Year, (i64, Place)>) {
    let Some(reserve) = problem.payers.get(number as usize).and_then(|who| who.reserve.as_ref()) else { return };
    let (years, lapses) = (reserve.years, reserve.ends.is_some() && reserve.release_to.is_none());
    let after = if lapses { After::Lapses } else { After::Stays };
    for (year, (cents, place)) in outside {
        if cents > 0 && years.contains(year) {
            let usable = YearRange { first: year, last: years.last };
            let kind = SupplyKind::Outside(year);
            let expires = if lapses { years.last } else { Year(i16::MAX) };
            problem.supplies.push(Supply { payer: number, kind, cents, years: usable, expires, after, place });
        }
    }
}

/// Years in which leftovers or releases may flow into a reserve.
fn feeding_years(plan: &Plan, problem: &Problem, to: PayerNo) -> Vec<Year> {
    let leftovers = problem.supplies.iter().filter(|supply| supply.after == After::GoesTo(to)).map(Supply::year);
    let released = problem.payers.iter().filter_map(|who| who.reserve.as_ref());
    let released = released.filter(|reserve| reserve.release_to == Some(to)).filter_map(|reserve| reserve.ends);
    let mut years: Vec<Year> = leftovers.chain(released.map(Year::next)).collect();
    // A feeder that comes later in the order of names has not been read yet.
    let entity = problem.who(to).map(|who| Entity::from(who.payer));
    for (index, source) in (0u32..).zip(&plan.sources) {
        if let CarryOver::GoesTo(reserve) = source.carry_over
            && entity == Some(Entity::Reserve(reserve))
        {
            years.extend(plan.ledger.income.counting(index).map(|fact| fact.years.last));
        }
    }
    years
}

/// The numbers of a payer or of its parts.
pub(super) fn members(plan: &Plan, payer: Payer, numbers: &FxHashMap<Payer, PayerNo>) -> Vec<PayerNo> {
    let leaves: Vec<Payer> = match payer {
        Payer::Source(id) => plan.leaves(id).into_iter().map(Payer::Source).collect(),
        Payer::Reserve(_) => vec![payer],
    };
    let mut found: Vec<PayerNo> = leaves.iter().filter_map(|leaf| numbers.get(leaf).copied()).collect();
    found.sort_unstable();
    found
}

/// The limit of a reserve on withdrawals in each year, the lowest where several are given.
pub(super) fn yearly_limit(plan: &Plan, id: ReserveId) -> Option<(i64, Place)> {
    let limits = plan.reserves.get(id.index()).map_or(&[][..], |reserve| &reserve.limits);
    let yearly = limits.iter().filter(|(_, period)| *period == LimitPeriod::PerYear);
    yearly.filter_map(|(bound, _)| bound.amount.map(|money| (money.0.max(0), bound.place))).min()
}
