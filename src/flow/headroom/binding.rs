//! What binds a figure: the money, caps, limits, floors and ceilings around what could still reach it.

use crate::diagnostic::Message;
use crate::flow::network::{Floor, Network, Role};
use crate::flow::problem::{Bound, BoundKind, PayerNo, Problem, SupplyKind};
use crate::model::{Entity, Plan};
use crate::money::{Money, Year};

/// How many are named.
const NAMED: usize = 3;

/// Where the names are.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) plan: &'a Plan,
    pub(super) problem: &'a Problem,
}

impl Names<'_> {
    fn payer(&self, payer: PayerNo) -> &str {
        self.problem.who(payer).map_or("", |who| self.plan.name(who.payer))
    }
}

/// What is full or must stay at the edge of what can still reach a figure: bounds first, then floors, then money.
/// `except` is the supply itself.
pub(super) fn binding(names: &Names<'_>, network: &Network, within: &[bool], except: Option<u32>) -> Vec<Message> {
    let graph = &network.graph;
    let is_in = |node: u32| within.get(node as usize).copied().unwrap_or(false);
    let enters = |arc: u32| is_in(graph.head(arc)) && !is_in(graph.tail(arc)) && graph.left(arc) == 0;
    let roles = network.roles.iter().filter(|(arc, _)| enters(*arc));
    let mut found: Vec<Message> =
        roles.filter_map(|&(arc, role)| of_role(names, role, graph.capacity(arc))).take(NAMED).collect();
    // What stays at the end of a year and is there again in the next keeps nothing from it.
    let ends = |floor: &&Floor| floor.again.is_none_or(|(node, _)| !is_in(node));
    let floors = network.floors.iter().filter(|floor| is_in(floor.node) && graph.flow(floor.demand) > 0).filter(ends);
    found.extend(floors.map(|floor| at("binds-floor", names.payer(floor.payer), floor.year, floor.cents)));
    let supplies = names.problem.supplies.iter().zip(&network.supplies).zip(0u32..);
    for ((supply, entry), number) in supplies {
        let full = entry.is_some_and(|entry| is_in(entry.node) && graph.left(entry.arc) == 0);
        let name = match supply.kind {
            SupplyKind::Tranche(_) => "binds-tranche",
            SupplyKind::Opening(_) => "binds-opening",
            SupplyKind::Outside(_) => "binds-outside",
            SupplyKind::Unlimited(_) => continue,
        };
        if full && except != Some(number) {
            found.push(at(name, names.payer(supply.payer), supply.year(), supply.cents));
        }
        if found.len() >= NAMED {
            break;
        }
    }
    found.truncate(NAMED);
    if found.is_empty() && except.is_none() {
        found.push(Message::new("binds-no-money"));
    }
    found
}

fn at(what: &'static str, name: &str, year: Year, cents: i64) -> Message {
    Message::new(what).with("name", name).with("year", year).with("amount", Money(cents))
}

fn of_role(names: &Names<'_>, role: Role, cents: i64) -> Option<Message> {
    match role {
        Role::Bound(number) => names.problem.bounds.get(number as usize).map(|bound| of_bound(names, bound)),
        Role::Crossing(number) => {
            names.problem.crossings.get(number as usize).map(|crossing| of_bound(names, &crossing.bound))
        }
        Role::Ceiling(payer, year) => {
            let ceiling = names.problem.who(payer)?.reserve.as_ref()?.ceiling?;
            Some(at("binds-ceiling", names.payer(payer), year, ceiling.0))
        }
        Role::Inflow(payer, year) => Some(at("binds-inflow", names.payer(payer), year, cents)),
        Role::Addition(number) => {
            let addition = names.problem.additions.get(number as usize)?;
            Some(at("binds-addition", names.payer(addition.to), addition.year, addition.cents))
        }
    }
}

fn of_bound(names: &Names<'_>, bound: &Bound) -> Message {
    let what = match bound.kind {
        BoundKind::Cap | BoundKind::CapTotal => "binds-cap",
        BoundKind::Paid => "binds-paid",
        BoundKind::Coverage => "binds-coverage",
        BoundKind::Withdrawal | BoundKind::Movement => "binds-withdrawal",
        BoundKind::Limit | BoundKind::LimitTotal => "binds-limit",
    };
    let message = Message::new(what).with("name", names.plan.name(bound.payer)).with("years", bound.years);
    let message = message.with("amount", Money(bound.cents));
    match bound.goal {
        Some(goal) => message.with("goal", names.plan.name(Entity::Goal(goal))),
        None => message,
    }
}
