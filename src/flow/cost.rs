//! Among all divisions that cover the same: least overflow, then least lapsed, then by preference, then what expires soonest.
//!
//! A minimum-cost flow by successive shortest paths with potentials (Edmonds and Karp, 1972). Costs are compared in order, so
//! each is a group of small whole numbers packed into one.

use super::graph::{Arc, Graph, Node, Search, Way};
use super::network::{self, End, Network, Role};
use super::problem::{After, Problem};
use super::solve::Solved;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Costs in order, each in its own bits.
type Cost = i128;

const POSITION: Cost = 1;
const LAPSE: Cost = 1 << 20;
const OVERFLOW: Cost = 1 << 40;
const FORCED: Cost = 1 << 60;
const FIXED: Cost = 1 << 80;
const COVER: Cost = 1 << 100;

/// What ceilings turn away in a division, when everything that is not used stays where it is.
fn overflow_of(problem: &Problem, network: &Network) -> i64 {
    let mut over = 0;
    let flows = network.addition_flows(problem.additions.len());
    for (who, number) in problem.payers.iter().zip(0u32..) {
        let Some(reserve) = who.reserve.as_ref().filter(|_| who.unlimited.is_none()) else { continue };
        let Some((ceiling, _)) = reserve.ceiling else { continue };
        let mut balance: i64 = 0;
        for year in reserve.years.iter() {
            let own = problem.supplies.iter().filter(|supply| supply.payer == number && supply.years.first == year);
            let own: i64 = own.map(|supply| supply.cents).sum();
            let additions = problem.additions.iter().zip(&flows);
            let added: i64 =
                additions.filter(|(it, _)| it.to == number && it.year == year).map(|(_, cents)| cents).sum();
            let fed = problem.supplies.iter().zip(&network.supplies);
            let fed = fed.filter(|(supply, _)| supply.after == After::GoesTo(number) && supply.year() == year);
            let left: i64 = fed
                .map(|(supply, entry)| supply.cents - entry.map_or(0, |entry| network.paid_in_year(entry.node)))
                .sum();
            let most = reserve.inflow.get(&year).map_or(i64::MAX, |(cents, _)| *cents);
            let paid = network.pool(number, year).map_or(0, |pool| network.leaving_for_goals(pool));
            balance = balance + own + added + left.min(most) - paid;
            over += (balance - ceiling).max(0);
            balance = balance.min(ceiling);
        }
    }
    over
}

/// Whether what goes to a reserve at its year's end stands before money that is lost later.
fn may_lapse(problem: &Problem) -> bool {
    problem.supplies.iter().any(|supply| matches!(supply.after, After::GoesTo(_)))
        && problem.supplies.iter().any(|supply| supply.after == After::Lapses)
}

/// Whether the plan fixes amounts that a division may fall short of.
fn has_fixed(problem: &Problem) -> bool {
    !problem.additions.is_empty() || problem.bounds.iter().any(|bound| bound.kind.is_fixed() && bound.cents > 0)
}

/// Divides the money again where preference, ceilings or fixed amounts make a difference.
pub(super) fn improve(problem: &Problem, solved: &mut Solved) {
    let plain = solved.network.preference.is_empty() && !may_lapse(problem) && !has_fixed(problem);
    let over = overflow_of(problem, &solved.network) > 0;
    if plain && !over {
        let pairs = solved.network.graph.arcs() / 2;
        return straighten(&mut solved.network, vec![false; pairs]);
    }
    let ends = over || !problem.additions.is_empty();
    improve_with(problem, solved, ends);
    if !ends && overflow_of(problem, &solved.network) > 0 {
        improve_with(problem, solved, true);
    }
}

fn improve_with(problem: &Problem, solved: &mut Solved, ends: bool) {
    let mut network = if ends { network::build_with_ends(problem) } else { solved.network.clone() };
    network.graph.drain();
    solved.limit_crossings(&mut network);
    super::solve::set_floors(&mut network, &solved.attained);
    for (entry, &cents) in network.classes.clone().iter().zip(&solved.covered) {
        network.graph.reset(entry.arc, cents);
    }
    let costs = costs(problem, &network);
    let mut flow = MinCost { costs, potential: Vec::new() };
    flow.run(&mut network);
    let covered = network.classes.iter().zip(&solved.covered);
    if covered.into_iter().all(|(entry, &cents)| network.graph.flow(entry.arc) == cents) {
        exchange(problem, &mut network, &flow);
        let pairs = (0..network.graph.arcs()).step_by(2).map(|arc| u32::try_from(arc).unwrap_or(u32::MAX));
        let frozen = pairs.map(|arc| flow.reduced(&network.graph, arc) != Some(0)).collect();
        straighten(&mut network, frozen);
        solved.network = network;
    }
}

/// Covers everything required with as little as possible over the arcs of bounds that cross the network; gives what flows
/// over each of those arcs. With a limit: as much as can be covered within it.
pub(super) fn least_crossing(problem: &Problem, solved: &Solved, most: Option<i64>) -> Vec<Vec<i64>> {
    let mut network = solved.network.clone();
    super::solve::open_required(problem, &mut network);
    super::solve::set_floors(&mut network, &solved.attained);
    let mut costs: Vec<Cost> = vec![0; network.graph.arcs() / 2];
    let mut add = |arc: Arc, cost: Cost| {
        if let Some(slot) = costs.get_mut(arc as usize / 2) {
            *slot += cost;
        }
    };
    network.classes.iter().for_each(|entry| add(entry.arc, -COVER));
    network.floors.iter().for_each(|floor| add(floor.demand, -COVER));
    network.crossings.iter().flatten().for_each(|&arc| add(arc, POSITION));
    let mut flow = MinCost { costs, potential: Vec::new() };
    match most {
        None => flow.run(&mut network),
        Some(most) => flow.run_within(&mut network, most),
    }
    let flows = |arcs: &Vec<Arc>| arcs.iter().map(|&arc| network.graph.flow(arc)).collect();
    network.crossings.iter().map(flows).collect()
}

/// The cost of every arc, by pair.
fn costs(problem: &Problem, network: &Network) -> Vec<Cost> {
    let mut costs: Vec<Cost> = vec![0; network.graph.arcs() / 2];
    let mut add = |arc: Arc, cost: Cost| {
        if let Some(slot) = costs.get_mut(arc as usize / 2) {
            *slot += cost;
        }
    };
    for entry in &network.classes {
        add(entry.arc, -COVER);
    }
    for floor in &network.floors {
        add(floor.demand, -COVER);
        // Money that a floor kept is there again: it is used before other money is counted as used.
        if let Some((_, arc)) = floor.again {
            add(arc, -FORCED);
        }
    }
    for (supply, entry) in problem.supplies.iter().zip(&network.supplies) {
        let Some(entry) = entry else { continue };
        if supply.after == After::Lapses {
            add(entry.arc, -LAPSE);
        }
        if !network.ends.is_empty() && is_accounted(problem, supply.payer, supply.after) {
            add(entry.arc, -FORCED);
        }
    }
    for &(arc, end) in &network.ends {
        match end {
            End::Overflow => add(arc, OVERFLOW),
            End::Lapses => add(arc, LAPSE),
            End::Stays => {}
        }
    }
    for &(arc, role) in &network.roles {
        let fixed = match role {
            Role::Bound(number) => problem.bounds.get(number as usize).is_some_and(|bound| bound.kind.is_fixed()),
            Role::Addition(_) => true,
            Role::Ceiling(..) | Role::Inflow(..) | Role::Crossing(_) => false,
        };
        if fixed {
            add(arc, -FIXED);
        }
    }
    for &(arc, place) in &network.preference {
        add(arc, POSITION * Cost::from(place));
    }
    costs
}

/// Money that is in a reserve with a ceiling, or goes to one: what is not used takes room there.
fn is_accounted(problem: &Problem, payer: u32, after: After) -> bool {
    let has_ceiling = |number: u32| {
        let reserve = problem.who(number).and_then(|who| who.reserve.as_ref());
        reserve.is_some_and(|reserve| reserve.ceiling.is_some())
    };
    has_ceiling(payer) || matches!(after, After::GoesTo(to) if has_ceiling(to))
}

struct MinCost {
    costs: Vec<Cost>,
    potential: Vec<Option<Cost>>,
}

impl MinCost {
    fn cost(&self, arc: Arc) -> Cost {
        let cost = self.costs.get(arc as usize / 2).copied().unwrap_or(0);
        if arc & 1 == 0 { cost } else { -cost }
    }

    fn at(&self, node: Node) -> Option<Cost> {
        self.potential.get(node as usize).copied().flatten()
    }

    /// The cost of an arc as the potentials see it; `None` where one of its ends is out of reach.
    fn reduced(&self, graph: &Graph, arc: Arc) -> Option<Cost> {
        Some(self.cost(arc) + self.at(graph.tail(arc))? - self.at(graph.head(arc))?)
    }

    fn run(&mut self, network: &mut Network) {
        let (source, sink) = (network.source, network.sink);
        self.first_potentials(&network.graph, source);
        while self.at(sink).is_some_and(|cost| cost < 0) {
            while self.blocking_within(&mut network.graph, source, sink, i64::MAX) > 0 {}
            if !self.shortest(&network.graph, source, sink) {
                break;
            }
        }
    }

    /// Covers as much as can be while what is used at a cost stays within the limit.
    fn run_within(&mut self, network: &mut Network, most: i64) {
        let (source, sink) = (network.source, network.sink);
        let mut left = most;
        self.first_potentials(&network.graph, source);
        while let Some(cost) = self.at(sink).filter(|cost| *cost < 0) {
            let each = i64::try_from(cost + COVER).unwrap_or(i64::MAX).max(0);
            let room = if each == 0 { i64::MAX } else { left / each };
            let mut moved = 0;
            while moved < room {
                let step = self.blocking_within(&mut network.graph, source, sink, room - moved);
                if step == 0 {
                    break;
                }
                moved += step;
            }
            left -= each.saturating_mul(moved);
            if moved == room && each > 0 || !self.shortest(&network.graph, source, sink) {
                break;
            }
        }
    }

    /// Shortest distances where costs may be negative: from the source over a queue.
    fn first_potentials(&mut self, graph: &Graph, source: Node) {
        self.potential = vec![None; graph.len()];
        let mut queued = vec![false; graph.len()];
        let mut queue = VecDeque::from([source]);
        set(&mut self.potential, source, Some(0));
        while let Some(node) = queue.pop_front() {
            set(&mut queued, node, false);
            let Some(here) = self.at(node) else { continue };
            for &arc in graph.leaving(node) {
                let next = graph.head(arc);
                let through = here + self.cost(arc);
                if graph.left(arc) > 0 && next != source && self.at(next).is_none_or(|known| through < known) {
                    set(&mut self.potential, next, Some(through));
                    if queued.get(next as usize) == Some(&false) {
                        set(&mut queued, next, true);
                        queue.push_back(next);
                    }
                }
            }
        }
    }

    /// Shortest distances in reduced costs, which are not negative; adds them to the potentials. Whether the sink is reached.
    fn shortest(&mut self, graph: &Graph, source: Node, sink: Node) -> bool {
        let mut distance: Vec<Option<Cost>> = vec![None; graph.len()];
        let mut heap = BinaryHeap::from([(Reverse(0 as Cost), source)]);
        set(&mut distance, source, Some(0));
        while let Some((Reverse(here), node)) = heap.pop() {
            if distance.get(node as usize).copied().flatten() != Some(here) {
                continue;
            }
            for &arc in graph.leaving(node) {
                let next = graph.head(arc);
                if graph.left(arc) == 0 || next == source {
                    continue;
                }
                let Some(step) = self.reduced(graph, arc) else { continue };
                let through = here + step.max(0);
                if distance.get(next as usize).copied().flatten().is_none_or(|known| through < known) {
                    set(&mut distance, next, Some(through));
                    heap.push((Reverse(through), next));
                }
            }
        }
        let reached = distance.get(sink as usize).copied().flatten().is_some();
        let most = distance.iter().flatten().copied().max().unwrap_or(0);
        for (slot, distance) in self.potential.iter_mut().zip(distance) {
            // What is out of reach now stays so; its potential only has to keep reduced costs from being negative.
            *slot = slot.map(|known| known + distance.unwrap_or(most));
        }
        reached
    }

    /// Moves as much as possible along shortest paths, at most so much; gives how much moved.
    fn blocking_within(&self, graph: &mut Graph, source: Node, sink: Node, most: i64) -> i64 {
        let mut level: Vec<u32> = vec![u32::MAX; graph.len()];
        set(&mut level, source, 0);
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            let next_level = level.get(node as usize).copied().unwrap_or(0) + 1;
            for &arc in graph.leaving(node) {
                let next = graph.head(arc);
                if graph.left(arc) > 0 && level.get(next as usize) == Some(&u32::MAX) && self.is_tight(graph, arc) {
                    set(&mut level, next, next_level);
                    queue.push_back(next);
                }
            }
        }
        if level.get(sink as usize) == Some(&u32::MAX) {
            return 0;
        }
        let mut current = vec![0usize; graph.len()];
        let mut moved = 0;
        while moved < most
            && let Some(path) = self.path(graph, source, sink, &level, &mut current)
        {
            let room = path.iter().map(|&arc| graph.left(arc)).min().unwrap_or(0).min(most - moved);
            for arc in path {
                graph.push(arc, room);
            }
            moved += room;
        }
        moved
    }

    fn is_tight(&self, graph: &Graph, arc: Arc) -> bool {
        self.reduced(graph, arc) == Some(0)
    }

    fn path(&self, graph: &Graph, source: Node, sink: Node, level: &[u32], current: &mut [usize]) -> Option<Vec<Arc>> {
        let level_of = |node: Node| level.get(node as usize).copied().unwrap_or(u32::MAX);
        let mut path: Vec<Arc> = Vec::new();
        let mut node = source;
        while node != sink {
            let from = current.get(node as usize).copied().unwrap_or(0);
            let arcs = graph.leaving(node);
            let good = |&(_, &arc): &(usize, &Arc)| {
                graph.left(arc) > 0
                    && level_of(graph.head(arc)) == level_of(node).saturating_add(1)
                    && self.is_tight(graph, arc)
            };
            if let Some((position, &arc)) = arcs.iter().enumerate().skip(from).find(good) {
                set(current, node, position);
                path.push(arc);
                node = graph.head(arc);
            } else {
                set(current, node, arcs.len());
                let back = path.pop()?;
                node = graph.tail(back);
                let next = current.get(node as usize).copied().unwrap_or(0) + 1;
                set(current, node, next);
            }
        }
        Some(path)
    }
}

fn set<T>(list: &mut [T], node: Node, value: T) {
    if let Some(slot) = list.get_mut(node as usize) {
        *slot = value;
    }
}

/// Among divisions of the same cost, uses what expires soonest most, supply after supply.
fn exchange(problem: &Problem, network: &mut Network, flow: &MinCost) {
    let graph = &network.graph;
    let pairs = (0..graph.arcs()).step_by(2).map(|arc| u32::try_from(arc).unwrap_or(u32::MAX));
    let mut frozen: Vec<bool> = pairs.map(|arc| flow.reduced(graph, arc) != Some(0)).collect();
    let mut freeze = |arc: Arc| {
        if let Some(slot) = frozen.get_mut(arc as usize / 2) {
            *slot = true;
        }
    };
    network.classes.iter().for_each(|entry| freeze(entry.arc));
    network.floors.iter().for_each(|floor| freeze(floor.demand));
    network.floors.iter().filter_map(|floor| floor.again).for_each(|(_, arc)| freeze(arc));
    network.ends.iter().for_each(|(arc, _)| freeze(*arc));
    network.graph.freeze(frozen);
    let (source, sink) = (network.source, network.sink);
    let mut search = Search::new(&network.graph, source, &[sink], Way::Forward);
    for index in 0..problem.supplies.len() {
        let Some(entry) = network.supplies.get(index).copied().flatten() else { continue };
        let free = network.graph.left(entry.arc);
        let tight = flow.reduced(&network.graph, entry.arc) == Some(0);
        network.graph.freeze_one(entry.arc);
        if free > 0 && tight && !search.is_dead(entry.node) {
            let moved = search.augment(&mut network.graph, entry.node, free);
            network.graph.push(entry.arc, moved);
        }
    }
    network.graph.freeze(Vec::new());
}

/// A year's own income pays before a reserve does: money that goes to a reserve only to be kept or to pay there, while the
/// reserve pays what the income could, changes places with it. Arcs that are frozen stay as they are.
fn straighten(network: &mut Network, mut frozen: Vec<bool>) {
    if network.leftovers.iter().all(|&arc| network.graph.flow(arc) == 0) {
        return;
    }
    let supplies = network.supplies.iter().flatten().map(|entry| entry.arc);
    let classes = network.classes.iter().map(|entry| entry.arc);
    let again = network.floors.iter().filter_map(|floor| floor.again).map(|(_, arc)| arc);
    let floors = network.floors.iter().map(|floor| floor.demand);
    let ends = network.ends.iter().map(|(arc, _)| *arc);
    let fixed = supplies.chain(classes).chain(again).chain(floors).chain(ends).chain(network.leftovers.iter().copied());
    for arc in fixed {
        if let Some(slot) = frozen.get_mut(arc as usize / 2) {
            *slot = true;
        }
    }
    network.graph.freeze(frozen);
    for arc in network.leftovers.clone() {
        let flow = network.graph.flow(arc);
        if flow > 0 {
            let (from, to) = (network.graph.tail(arc), network.graph.head(arc));
            let mut search = Search::new(&network.graph, to, &[network.source, network.sink], Way::Forward);
            let moved = search.augment(&mut network.graph, from, flow);
            network.graph.push(arc ^ 1, moved);
        }
    }
    network.graph.freeze(Vec::new());
}
