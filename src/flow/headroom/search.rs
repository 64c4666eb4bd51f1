//! Headroom of a figure that changes the question itself: by asking again, with the shortage to steer by.
//!
//! What is short grows with the figure, at most cent by cent and ever faster, so that a line through two amounts that are
//! too much never points below the one that is sought.

use super::binding::{Names, binding};
use super::residual::filled;
use super::{Room, must_be_paid};
use crate::diagnostic::Message;
use crate::flow::answer::{Payable, answer};
use crate::flow::graph::{UNBOUNDED, Way};
use crate::flow::network::Network;
use crate::flow::problem::{Change, Item, Problem, Scope};
use crate::model::{Payer, Plan};
use crate::money::{Year, YearRange};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// After so many steps by the line the rest is halved.
const BY_LINE: usize = 24;

/// One figure and the plan around it.
pub(super) struct Search<'a> {
    pub(super) plan: &'a Plan,
    pub(super) years: YearRange,
    pub(super) scope: &'a Scope,
    pub(super) item: Item,
    /// By floor, what of it can be attained as the plan stands.
    pub(super) attained: &'a [i64],
    /// Floors that cannot be kept as the plan stands.
    pub(super) missed: &'a [(Payer, Year, i64)],
    pub(super) problem: &'a Problem,
    /// How much work may still be done.
    pub(super) work: &'a mut u64,
}

/// Whether everything can be paid with so much more or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Yes,
    /// Short by so much.
    Short(i64),
    /// It could not be decided.
    Undecided,
    /// It may not take more work.
    Stopped,
}

impl Search<'_> {
    /// The largest change with which everything can be paid; `cents` is what the figure is now.
    pub(super) fn run(&mut self, cents: i64) -> (Room, Vec<Message>) {
        let is_money = matches!(self.item, Item::Tranche(..) | Item::Opening(..));
        let (far, is_far) = if is_money { (cents, true) } else { self.far() };
        let at_far = match self.ask(far) {
            Found::Yes if is_money => return (Room::Exactly(i128::from(far)), Vec::new()),
            Found::Yes if is_far => return (Room::Unbounded, Vec::new()),
            Found::Yes => return (Room::AtLeast(i128::from(far)), Vec::new()),
            Found::Stopped => return (Room::NotComputed, Vec::new()),
            other => other,
        };
        let (room, at_end) = self.between(0, (far, at_far));
        match (room, at_end) {
            (_, Found::Stopped) => (Room::NotComputed, Vec::new()),
            (room, Found::Undecided) => (Room::AtLeast(i128::from(room)), Vec::new()),
            (room, _) => (Room::Exactly(i128::from(room)), self.binding(room.saturating_add(1))),
        }
    }

    /// The last amount that can be paid before one that cannot, from one that can; and what was found one cent above it.
    fn between(&mut self, mut good: i64, far: (i64, Found)) -> (i64, Found) {
        let (mut bad, mut at_bad) = far;
        let mut before: Option<(i64, i64)> = None;
        let mut steps = 0;
        let mut next = if let Found::Short(short) = at_bad { bad.saturating_sub(short) } else { 1 };
        while bad - good > 1 {
            let amount = next.clamp(good + 1, bad - 1);
            steps += 1;
            match self.ask(amount) {
                Found::Yes => {
                    let by_one = amount == good + 1;
                    good = amount;
                    next = if by_one { good + (bad - good) / 2 } else { good + 1 };
                }
                Found::Stopped => return (good, Found::Stopped),
                Found::Undecided => {
                    (bad, at_bad, before) = (amount, Found::Undecided, None);
                    next = good + (bad - good) / 2;
                }
                Found::Short(short) => {
                    if let Found::Short(known) = at_bad {
                        before = Some((bad, known));
                    }
                    (bad, at_bad) = (amount, Found::Short(short));
                    next = match before.filter(|_| steps < BY_LINE).and_then(|far| root((amount, short), far)) {
                        Some(root) => root,
                        None => good + (bad - good) / 2,
                    };
                }
            }
        }
        (good, at_bad)
    }

    /// An amount that surely cannot be paid from money that has a limit, and whether it is that.
    fn far(&self) -> (i64, bool) {
        let problem = self.problem;
        let supplies = problem.supplies.iter().map(|supply| i128::from(supply.cents));
        let demands = problem.demands.iter().map(|demand| i128::from(demand.cents));
        let money: i128 = supplies.chain(demands).sum::<i128>() + 1;
        let goal = match self.item {
            Item::Cost(goal, _, _) | Item::Budget(goal, _) => self.plan.goals.get(goal.index()),
            _ => None,
        };
        let shares = goal.into_iter().flat_map(|goal| self.plan.paid_by(goal)).filter_map(|entry| entry.share);
        let least = shares.filter(|share| !share.is_zero()).min();
        let times = least.and_then(|share| Decimal::ONE.checked_div(share)).and_then(|times| times.ceil().to_i128());
        let wanted = money.saturating_mul(times.unwrap_or(1).saturating_add(1));
        // Payers without limit have as much as everything together costs, in every year.
        let without = problem.payers.iter().filter(|who| who.unlimited.is_some()).count();
        let copies = i128::try_from(without.saturating_mul(problem.years.len())).unwrap_or(i128::MAX).saturating_add(8);
        let most = i128::from(UNBOUNDED / 4).checked_div(copies).unwrap_or(1) - money;
        let far = wanted.min(most).max(1);
        (i64::try_from(far).unwrap_or(i64::MAX / 8), far == wanted)
    }

    fn ask(&mut self, cents: i64) -> Found {
        let scope = self.changed(cents);
        let problem = Problem::of(self.plan, self.years, &scope);
        let size = problem.demands.len() + problem.supplies.len() + problem.classes.len();
        let years = problem.years.len().max(1);
        let cost = (size.saturating_add(problem.payers.len().saturating_mul(years))).saturating_mul(16);
        let cost = u64::try_from(cost).unwrap_or(u64::MAX);
        if *self.work < cost {
            return Found::Stopped;
        }
        *self.work -= cost;
        if problem.too_large {
            return Found::Undecided;
        }
        if problem.crossings.is_empty() {
            return match self.whole(problem).1.1 {
                0 => Found::Yes,
                short => Found::Short(short),
            };
        }
        let found = answer(self.plan, self.years, &scope);
        match found.payable {
            Payable::Yes if found.floors_missed == self.missed => Found::Yes,
            Payable::Yes => Found::Short(1),
            Payable::No => Found::Short(found.shortage.max(1)),
            Payable::Undetermined(_) | Payable::NotAsked => Found::Undecided,
        }
    }

    fn changed(&self, cents: i64) -> Scope {
        Scope { change: Some(Change { item: self.item, cents }), ..self.scope.clone() }
    }

    /// What binds it: what stands around the shortage at the first amount that is too much.
    fn binding(&mut self, cents: i64) -> Vec<Message> {
        let problem = Problem::of(self.plan, self.years, &self.changed(cents));
        if !problem.crossings.is_empty() {
            return Vec::new();
        }
        let (problem, (network, _)) = self.whole(problem);
        let graph = &network.graph;
        let classes = network.classes.iter().filter(|entry| graph.left(entry.arc) > 0).map(|entry| entry.node);
        let floors = network.floors.iter().filter(|floor| graph.left(floor.demand) > 0).map(|floor| floor.node);
        let within = graph.reach(&classes.chain(floors).collect::<Vec<_>>(), Way::Forward);
        binding(&Names { plan: self.plan, problem: &problem }, &network, &within, None)
    }

    fn whole(&self, mut problem: Problem) -> (Problem, (Network, i64)) {
        must_be_paid(&mut problem);
        let filled = filled(&problem, Some(self.attained));
        (problem, filled)
    }
}

/// Where the line through two amounts that are too much says that nothing is short.
fn root(near: (i64, i64), far: (i64, i64)) -> Option<i64> {
    let wide = |(amount, short): (i64, i64)| (i128::from(amount), i128::from(short));
    let ((near, at_near), (far, at_far)) = (wide(near), wide(far));
    let rise = at_far - at_near;
    let step = (at_near * (far - near)).checked_div(rise).filter(|_| rise > 0)?;
    i64::try_from(near - step.max(1)).ok()
}
