//! The answer to 'can it be paid', in terms of the plan: a division of the money, or the conflicts that stand in its way.

use super::blocked::{self, Blocked};
use super::conflict::Part;
use super::deal::deal;
use super::division::{Asked, Division, Owner};
use super::network::Role;
use super::problem::{Bound, BoundKind, PayerNo, Problem, Scope, SupplyKind};
use super::solve::{Solved, solve};
use super::verify::{self, Certificate, Cut, Doubt};
use crate::model::{FactState, GoalId, Payer, Plan, ReserveId, ThemeId};
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;

/// Whether everything can be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payable {
    /// Every required cost can be paid, in time, from money that is allowed for it.
    Yes,
    /// Not everything can be paid.
    No,
    /// It could not be decided.
    Undetermined(Why),
    /// The plan names no money, so that it does not ask.
    NotAsked,
}

impl Payable {
    /// Whether the money has been divided, as far as it goes.
    pub fn is_divided(&self) -> bool {
        matches!(self, Self::Yes | Self::No | Self::NotAsked)
    }
}

/// Why it could not be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something could not be read; the first such place.
    Unread(Place),
    /// More is needed than is known to be in reserves without an opening balance.
    NoOpening(Vec<ReserveId>),
    /// A bound crosses the structure of the network, and neither a proof nor a division was found.
    Crossing(BoundKindName, Place),
    /// Amounts together outgrow the arithmetic.
    TooLarge,
    /// The second look did not agree: an error in pok.
    Internal(Doubt),
}

/// What a bound is, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoundKindName {
    /// A cap on what a payer pays to a goal.
    Cap,
    /// A limit on what is withdrawn from a reserve.
    Limit,
    /// A stated payment to a goal or theme.
    Paid,
    /// A coverage table.
    Coverage,
    /// A stated withdrawal.
    Withdrawal,
    /// A stated net movement.
    Movement,
    /// The ceiling of a reserve.
    Ceiling,
    /// A table of additions.
    Inflow,
    /// An addition.
    Addition,
}

impl From<BoundKind> for BoundKindName {
    fn from(kind: BoundKind) -> Self {
        match kind {
            BoundKind::Cap | BoundKind::CapTotal => Self::Cap,
            BoundKind::Limit | BoundKind::LimitTotal => Self::Limit,
            BoundKind::Paid => Self::Paid,
            BoundKind::Coverage => Self::Coverage,
            BoundKind::Withdrawal => Self::Withdrawal,
            BoundKind::Movement => Self::Movement,
        }
    }
}

/// A cost that belongs to a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The goal or theme.
    pub owner: Owner,
    /// Cost or budget.
    pub asked: Asked,
    /// Its window.
    pub years: YearRange,
    /// The payer whose share it is.
    pub share_of: Option<Payer>,
    /// Minor units.
    pub cents: i64,
    /// Where it stands.
    pub place: Place,
}

/// A floor that must stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The reserve.
    pub reserve: Payer,
    /// At the end of which year.
    pub year: Year,
    /// Minor units.
    pub cents: i64,
    /// Where the floor stands.
    pub place: Place,
}

/// What kind of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoneyKind {
    /// The tranche of a year.
    Tranche,
    /// An opening balance.
    Opening,
    /// An addition from outside the plan.
    Outside,
    /// Let in by a bound.
    Through(BoundKindName),
}

/// Money that may pay for the costs of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    /// What kind.
    pub kind: MoneyKind,
    /// Whose.
    pub payer: Payer,
    /// The goal that a bound concerns.
    pub goal: Option<GoalId>,
    /// The year in which it comes in, or the years of the bound.
    pub years: YearRange,
    /// Minor units.
    pub cents: i64,
    /// Where it stands.
    pub place: Place,
}

/// Costs that cannot be paid together, with all the money that may pay for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The costs, by name, then window.
    pub costs: Vec<Cost>,
    /// Floors that must stay.
    pub kept: Vec<Kept>,
    /// The money, by name, then year.
    pub means: Vec<Means>,
    /// What is uncovered by the end of each year, from the first that is short.
    pub timeline: Vec<(Year, i64)>,
    /// What stays uncovered, in minor units.
    pub shortage: i64,
    /// Money that is there but may not be used.
    pub blocked: Vec<Blocked>,
}

impl Conflict {
    /// Costs and floors together.
    pub fn needed(&self) -> i128 {
        let costs = self.costs.iter().map(|cost| i128::from(cost.cents));
        costs.chain(self.kept.iter().map(|kept| i128::from(kept.cents))).sum()
    }

    /// The money together.
    pub fn available(&self) -> i128 {
        self.means.iter().map(|means| i128::from(means.cents)).sum()
    }
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether everything can be paid.
    pub payable: Payable,
    /// What cannot be paid, in minor units.
    pub shortage: i64,
    /// Why, in separate conflicts.
    pub conflicts: Vec<Conflict>,
    /// One division of the money, as far as it goes.
    pub division: Division,
    /// Floors that cannot be attained even if nothing is paid: reserve, year, what can be attained.
    pub floors_missed: Vec<(Payer, Year, i64)>,
    /// Coverage stated over all goals of which less can be paid to goals that may have it, once everything is paid.
    pub misfits: Vec<Misfit>,
}

/// Coverage that a plan fixes, of which only a part finds costs that it may pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Who is stated to pay.
    pub payer: Payer,
    /// In which years.
    pub years: YearRange,
    /// What is stated, in minor units.
    pub stated: i64,
    /// What of it can be paid.
    pub fits: i64,
    /// Where it stands.
    pub place: Place,
}

/// Answers for a plan.
pub fn answer(plan: &Plan, years: YearRange, scope: &Scope) -> Answer {
    let none = |payable| Answer {
        payable,
        shortage: 0,
        conflicts: Vec::new(),
        division: Division::default(),
        floors_missed: Vec::new(),
        misfits: Vec::new(),
    };
    if plan.sources.is_empty() && plan.reserves.is_empty() {
        return none(Payable::NotAsked);
    }
    let problem = Problem::of(plan, years, scope);
    if problem.too_large {
        return none(Payable::Undetermined(Why::TooLarge));
    }
    let solved = solve(&problem);
    if solved.shortage > 0 && !problem.unknown_openings.is_empty() && !scope.generous {
        let generous = answer(plan, years, &Scope { generous: true, ..scope.clone() });
        return match generous.payable {
            Payable::Yes => {
                let why = Why::NoOpening(problem.unknown_openings.clone());
                Answer { payable: Payable::Undetermined(why), ..read(plan, &problem, &solved) }
            }
            _ => generous,
        };
    }
    let mut answer = read(plan, &problem, &solved);
    let second = if solved.broken.is_some() { Ok(()) } else { check(&problem, &solved, &answer.division) };
    answer.payable = match second {
        Err(doubt) => Payable::Undetermined(Why::Internal(doubt)),
        Ok(()) if solved.shortage > 0 => Payable::No,
        Ok(()) if solved.broken.is_some() => {
            let crossing = solved.broken.and_then(|number| problem.crossings.get(number as usize));
            let why =
                crossing.map_or((BoundKindName::Paid, Place::default()), |it| (it.bound.kind.into(), it.bound.place));
            Payable::Undetermined(Why::Crossing(why.0, why.1))
        }
        Ok(()) => match (problem.uncertain, theme_overpaid(plan, &answer.division)) {
            (Some(place), _) => Payable::Undetermined(Why::Unread(place)),
            (None, Some(place)) => Payable::Undetermined(Why::Crossing(BoundKindName::Paid, place)),
            (None, None) => Payable::Yes,
        },
    };
    answer
}

/// The first stated payment of a payer to the goals of a theme together that the division goes beyond.
fn theme_overpaid(plan: &Plan, division: &Division) -> Option<Place> {
    let facts = plan.ledger.theme_payment.all().iter();
    let planned = facts.filter(|fact| fact.stage == Stage::Planned && fact.state == FactState::Known);
    planned
        .filter(|fact| {
            let theme = ThemeId(fact.subject);
            let of_theme = |goal: GoalId| {
                let theme_of = plan.goals.get(goal.index()).and_then(|goal| goal.theme);
                theme_of.is_some_and(|inner| plan.theme_within(inner, theme))
            };
            let by = |payer: Payer| fact.payer().is_some_and(|named| named == payer || plan.is_part_of(payer, named));
            let paid = division.by_payer().filter(|(payer, goal, year, _)| {
                by(*payer) && fact.years.contains(*year) && goal.is_some_and(of_theme)
            });
            paid.map(|(_, _, _, cents)| i128::from(cents)).sum::<i128>() > fact.money.wide()
        })
        .map(|fact| fact.place)
        .next()
}

/// The second look at the division, and at every conflict.
fn check(problem: &Problem, solved: &Solved, division: &Division) -> Result<(), Doubt> {
    let network = &solved.network;
    let mut added = vec![0; problem.additions.len()];
    for &(arc, role) in &network.roles {
        if let Role::Addition(number) = role
            && let Some(slot) = added.get_mut(number as usize)
        {
            *slot = network.graph.flow(arc);
        }
    }
    let floors = network.floors.iter().zip(&solved.attained);
    let floors: Vec<_> = floors.map(|(floor, &cents)| (floor.payer, floor.year, cents)).collect();
    verify::division(problem, &Certificate { division, added: &added, floors: &floors })?;
    let mut total = 0;
    for part in &solved.parts {
        let short = verify::cut(problem, &as_cut(part))?;
        if short != i128::from(part.shortage) {
            return Err("a conflict does not add up to its shortage");
        }
        total += part.shortage;
    }
    if total == solved.shortage { Ok(()) } else { Err("the conflicts do not add up to the shortage") }
}

fn as_cut(part: &Part) -> Cut {
    let mut cut = Cut { classes: part.classes.clone(), floors: part.floors.clone(), ..Cut::default() };
    cut.supplies.extend(&part.supplies);
    cut.pools.extend(&part.pools);
    cut.starts.extend(&part.starts);
    for &(role, cents) in &part.bounds {
        match role {
            Role::Bound(number) => {
                cut.bounds.insert(number);
            }
            Role::Addition(number) => {
                cut.additions.insert(number);
            }
            Role::Ceiling(payer, year) => {
                cut.ceilings.insert((payer, year), cents);
            }
            Role::Inflow(payer, year) => {
                cut.inflows.insert((payer, year));
            }
            Role::Crossing(number) => {
                cut.crossings.insert(number);
            }
        }
    }
    cut
}

/// The solution in terms of the plan.
fn read(plan: &Plan, problem: &Problem, solved: &Solved) -> Answer {
    let parts = &solved.parts;
    let floors = solved.network.floors.iter().zip(&solved.attained);
    let missed = floors.filter(|(floor, attained)| **attained < floor.cents);
    let who = |payer: PayerNo| problem.who(payer).map(|who| who.payer);
    Answer {
        payable: Payable::Yes,
        shortage: solved.shortage,
        conflicts: parts.iter().map(|part| conflict_of(plan, problem, solved, part)).collect(),
        division: deal(problem, solved),
        misfits: if solved.shortage == 0 { misfits(problem, solved) } else { Vec::new() },
        floors_missed: missed.filter_map(|(floor, &cents)| Some((who(floor.payer)?, floor.year, cents))).collect(),
    }
}

fn misfits(problem: &Problem, solved: &Solved) -> Vec<Misfit> {
    // Who pays whatever is asked leaves what others are stated to pay without a use.
    if problem.payers.iter().any(|who| who.unlimited.is_some()) {
        return Vec::new();
    }
    let graph = &solved.network.graph;
    let misfit = |&(arc, role): &(u32, Role)| {
        let Role::Bound(number) = role else { return None };
        let bound = problem.bounds.get(number as usize).filter(|bound| bound.kind == BoundKind::Coverage)?;
        let fits = graph.flow(arc);
        let (payer, years, stated, place) = (bound.payer, bound.years, bound.cents, bound.place);
        (fits < stated).then_some(Misfit { payer, years, stated, fits, place })
    };
    solved.network.roles.iter().filter_map(misfit).collect()
}

fn conflict_of(plan: &Plan, problem: &Problem, solved: &Solved, part: &Part) -> Conflict {
    let demands = part.demands.iter().filter_map(|&number| problem.demands.get(number as usize));
    let costs = demands.map(|demand| Cost {
        owner: demand.owner,
        asked: demand.asked,
        years: demand.years,
        share_of: demand.share_of,
        cents: demand.cents,
        place: demand.place,
    });
    let floor_place = |payer: Payer| match payer {
        Payer::Reserve(id) => plan
            .reserves
            .get(id.index())
            .map_or_else(Place::default, |reserve| reserve.floor.map_or(reserve.label.place, |floor| floor.place)),
        Payer::Source(_) => Place::default(),
    };
    let kept = part.floors.iter().filter_map(|&(payer, year, cents)| {
        let reserve = problem.who(payer)?.payer;
        Some(Kept { reserve, year, cents, place: floor_place(reserve) })
    });
    let supplies = part.supplies.iter().filter_map(|&number| problem.supplies.get(number as usize));
    let mut means: Vec<Means> = supplies
        .filter_map(|supply| {
            let kind = match supply.kind {
                SupplyKind::Tranche(_) => MoneyKind::Tranche,
                SupplyKind::Opening(_) => MoneyKind::Opening,
                SupplyKind::Outside(_) | SupplyKind::Unlimited(_) => MoneyKind::Outside,
            };
            let payer = problem.who(supply.payer)?.payer;
            let (years, cents, place) = (YearRange::one(supply.year()), supply.cents, supply.place);
            Some(Means { kind, payer, goal: None, years, cents, place })
        })
        .collect();
    means.extend(part.bounds.iter().filter_map(|&(role, cents)| bound_means(problem, role, cents)));
    means.sort_by(|a, b| (plan.name(a.payer), a.kind, a.years).cmp(&(plan.name(b.payer), b.kind, b.years)));
    Conflict {
        costs: costs.collect(),
        kept: kept.collect(),
        means,
        timeline: part.timeline.clone(),
        shortage: part.shortage,
        blocked: blocked::blocked(plan, problem, solved, part),
    }
}

fn bound_means(problem: &Problem, role: Role, cents: i64) -> Option<Means> {
    let who = |payer: PayerNo| problem.who(payer);
    let at = |payer, kind, goal, years, place| {
        Some(Means { kind: MoneyKind::Through(kind), payer, goal, years, cents, place })
    };
    match role {
        Role::Bound(number) => {
            let Bound { kind, payer, goal, years, place, .. } = problem.bounds.get(number as usize)?;
            // That a payer is stated to pay elsewhere in other years lets nothing through.
            if *kind == BoundKind::Paid && cents == 0 {
                return None;
            }
            at(*payer, (*kind).into(), *goal, *years, *place)
        }
        Role::Crossing(number) => {
            let Bound { kind, payer, goal, years, place, .. } = &problem.crossings.get(number as usize)?.bound;
            at(*payer, (*kind).into(), *goal, *years, *place)
        }
        Role::Addition(number) => {
            let addition = problem.additions.get(number as usize)?;
            let payer = who(addition.to)?.payer;
            at(payer, BoundKindName::Addition, None, YearRange::one(addition.year), addition.place)
        }
        Role::Ceiling(payer, year) => {
            let reserve = who(payer)?;
            let place = reserve.reserve.as_ref()?.ceiling?.1;
            at(reserve.payer, BoundKindName::Ceiling, None, YearRange::one(year), place)
        }
        Role::Inflow(payer, year) => {
            let reserve = who(payer)?;
            let place = reserve.reserve.as_ref()?.inflow.get(&year)?.1;
            at(reserve.payer, BoundKindName::Inflow, None, YearRange::one(year), place)
        }
    }
}
