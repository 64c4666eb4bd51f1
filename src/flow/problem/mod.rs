//! The plan as a question about money over time: supplies, payers, demands, bounds. Amounts in minor units.
//!
//! Everything is ordered by name, never by place in the file, so that rearranging a file changes nothing.

mod bounds;
mod change;
mod classes;
mod demands;
mod payers;
mod shared;

use super::division::{Demand, Owner};
use crate::model::{Availability, GoalId, Payer, Plan, ReserveId};
use crate::money::{Year, YearRange};
use crate::source::Place;

pub use change::{Change, Item};

pub(crate) use bounds::{Bound, BoundKind, Crossing};
pub(crate) use classes::{Class, Payers};
pub(crate) use payers::{Addition, After, Reserve, Supply, SupplyKind, Who};

/// Number of a payer in [`Problem::payers`].
pub(crate) type PayerNo = u32;

/// What is counted in a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Decisions (by number) that count as not taken: money and costs that need them are left out.
    pub missing: Vec<u32>,
    /// Reserves without an opening balance have whatever is asked of them.
    pub generous: bool,
    /// Optional goals that count as required.
    pub required: Vec<GoalId>,
    /// A figure that counts as another amount than the plan says.
    pub change: Option<Change>,
}

/// The question.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// All years in which anything happens.
    pub(crate) years: YearRange,
    /// Everyone who can pay, by name; unlimited payers too.
    pub(crate) payers: Vec<Who>,
    /// Money, in the order in which it is to be used: what expires soonest first, a source before a reserve, then by name.
    pub(crate) supplies: Vec<Supply>,
    /// What is added to reserves.
    pub(crate) additions: Vec<Addition>,
    /// Everything that is asked, by name of the goal, window, line. Goals that an unlimited payer pays are in it too.
    pub(crate) demands: Vec<Demand>,
    /// By demand, its place in the order of names (of goals and themes together), then windows.
    pub(crate) rank: Vec<u32>,
    /// For each demand what an unlimited payer pays whole: its number and the year.
    pub(crate) paid_without_limit: Vec<Option<(PayerNo, Year)>>,
    /// Demands that are alike, together; in the order in which they are to be paid.
    pub(crate) classes: Vec<Class>,
    /// Optional goals in the order in which they are tried.
    pub(crate) optional: Vec<GoalId>,
    /// Upper bounds that are part of the network.
    pub(crate) bounds: Vec<Bound>,
    /// Upper bounds that cross its structure.
    pub(crate) crossings: Vec<Crossing>,
    /// Reserves whose opening balance is not known.
    pub(crate) unknown_openings: Vec<ReserveId>,
    /// Something that could pay or bound was not read: that everything can be paid is then not certain.
    pub(crate) uncertain: Option<Place>,
    /// Amounts together outgrow the arithmetic.
    pub(crate) too_large: bool,
}

impl Problem {
    /// Reads the question from a plan.
    pub(crate) fn of(plan: &Plan, years: YearRange, scope: &Scope) -> Self {
        let mut problem = Self {
            years,
            payers: Vec::new(),
            supplies: Vec::new(),
            additions: Vec::new(),
            demands: Vec::new(),
            rank: Vec::new(),
            paid_without_limit: Vec::new(),
            classes: Vec::new(),
            optional: Vec::new(),
            bounds: Vec::new(),
            crossings: Vec::new(),
            unknown_openings: Vec::new(),
            uncertain: uncertain(plan),
            too_large: false,
        };
        let availability = Availability::of(plan);
        payers::read(plan, scope, &availability, &mut problem);
        demands::read(plan, scope, &mut problem);
        problem.rank = problem.ranks(plan);
        problem.too_large = problem.outgrows();
        problem
    }

    /// The payer of that number.
    pub(crate) fn who(&self, payer: PayerNo) -> Option<&Who> {
        self.payers.get(payer as usize)
    }

    /// The numbers of the payers that this one stands for: itself, or its parts.
    pub(crate) fn members(&self, plan: &Plan, payer: Payer) -> Vec<PayerNo> {
        let leaves: Vec<Payer> = match payer {
            Payer::Source(id) => plan.leaves(id).into_iter().map(Payer::Source).collect(),
            Payer::Reserve(_) => vec![payer],
        };
        let number = |leaf: &Payer| {
            let name = plan.name(*leaf);
            let at = self.payers.binary_search_by(|who| who.name(plan).cmp(name)).ok()?;
            u32::try_from(at).ok()
        };
        let mut found: Vec<PayerNo> = leaves.iter().filter_map(number).collect();
        found.sort_unstable();
        found
    }

    fn ranks(&self, plan: &Plan) -> Vec<u32> {
        let name = |owner: Owner| match owner {
            Owner::Goal(id) => plan.goals.get(id.index()).map(|goal| goal.label.name.as_str()),
            Owner::Theme(id) => plan.themes.get(id.index()).map(|theme| theme.label.name.as_str()),
        };
        let themes = self.demands.iter().any(|demand| matches!(demand.owner, Owner::Theme(_)));
        let count = u32::try_from(self.demands.len()).unwrap_or(u32::MAX);
        if !themes {
            return (0..count).collect();
        }
        let mut order: Vec<u32> = (0..count).collect();
        order.sort_by_key(|&number| self.demands.get(number as usize).map(|demand| (name(demand.owner), number)));
        let mut ranks = vec![0; self.demands.len()];
        for (number, rank) in order.into_iter().zip(0u32..) {
            if let Some(slot) = ranks.get_mut(number as usize) {
                *slot = rank;
            }
        }
        ranks
    }

    fn outgrows(&self) -> bool {
        let supplies = self.supplies.iter().map(|supply| i128::from(supply.cents));
        let demands = self.demands.iter().map(|demand| i128::from(demand.cents));
        let reserves = self.payers.iter().filter_map(|who| who.reserve.as_ref());
        let floors = reserves.map(|reserve| i128::from(reserve.floor) * 2 * self.years.len() as i128);
        let additions = self.additions.iter().map(|addition| i128::from(addition.cents));
        let total: i128 = supplies.chain(demands).chain(floors).chain(additions).sum();
        total >= i128::from(super::graph::UNBOUNDED) / 2
    }
}

/// Where the first thing stands that could not be read and that money or bounds hang on.
fn uncertain(plan: &Plan) -> Option<Place> {
    let damage = plan.damage;
    let items = plan.sources.iter().map(|item| (item.label.damaged || item.doubtful, item.label.place));
    let reserves = plan.reserves.iter().map(|item| (item.label.damaged, item.label.place));
    let goals = plan.goals.iter().map(|item| (item.label.damaged, item.label.place));
    let damaged = items.chain(reserves).chain(goals).find(|(damaged, _)| *damaged).map(|(_, place)| place);
    let ledger = &plan.ledger;
    let lists = [
        &ledger.income,
        &ledger.opening,
        &ledger.cost,
        &ledger.budget,
        &ledger.theme_budget,
        &ledger.source_coverage,
        &ledger.reserve_coverage,
        &ledger.payment,
        &ledger.addition,
        &ledger.withdrawal,
        &ledger.movement,
    ];
    let unread = |fact: &&crate::model::Fact| fact.state == crate::model::FactState::Unknown;
    let facts = lists.iter().find_map(|list| list.all().iter().find(unread)).map(|fact| fact.place);
    damage.income.or(damage.cost).or(damage.reserve).or(damage.coverage).or(damaged).or(facts)
}

/// Whether something that needs these decisions is left out.
fn left_out(plan: &Plan, scope: &Scope, needs: &[(crate::model::DecisionId, Place)]) -> bool {
    needs.iter().any(|(id, _)| {
        let rejected = plan
            .decisions
            .get(id.index())
            .is_some_and(|decision| decision.state == crate::model::DecisionState::Rejected);
        rejected || scope.missing.contains(&id.0)
    })
}
