//! The largest flow, and which costs it covers where not all can be covered.
//!
//! Money is opened in the order in which it is to be used: an augmentation never takes away from money that was opened
//! before, so that what expires soonest is used most. Where money is short, what is asked is opened in the order in which it is
//! to be paid, for the same reason.

use super::graph::{Node, Search, Way};
use super::network::{self, Network};
use super::problem::Problem;

/// What the network carries.
#[derive(Clone, Debug)]
pub(super) struct Solved {
    /// The network, with a division of the money in it.
    pub(super) network: Network,
    /// What stays uncovered of everything required, in minor units.
    pub(super) shortage: i64,
    /// By class, what is covered.
    pub(super) covered: Vec<i64>,
    /// By demand, what is not covered.
    pub(super) uncovered: Vec<i64>,
    /// By optional goal, whether it is taken.
    pub(super) taken: Vec<bool>,
    /// By floor, what of it can be attained.
    pub(super) attained: Vec<i64>,
    /// Where it is short: the nodes from which money could still reach an uncovered cost.
    pub(super) side: Option<Vec<bool>>,
    /// Where it is short: the separate conflicts.
    pub(super) parts: Vec<super::conflict::Part>,
    /// Where it is short: by class, what stays uncovered when costs are paid by the end of their window alone.
    pub(super) late: Vec<i64>,
    /// Arcs whose capacity was set so that bounds that cross the network hold.
    pub(super) limited: Vec<Vec<i64>>,
    /// Where it is short: by supply, what is left of it once costs are covered as far as can be.
    pub(super) idle: Vec<Option<i64>>,
    /// A bound that crosses the network and that no division was found to keep, by number.
    pub(super) broken: Option<u32>,
}

/// Solves the question: required costs, then optional goals, then what takes the rest.
pub(super) fn solve(problem: &Problem) -> Solved {
    let mut solved = solve_within(problem, Vec::new());
    if solved.shortage == 0 && solved.broken_crossing(problem).is_some() {
        solved.find_limits(problem);
        if solved.broken.is_none() {
            solved = solve_within(problem, std::mem::take(&mut solved.limited));
            solved.broken = solved.broken_crossing(problem).filter(|_| solved.shortage == 0);
        }
    }
    solved
}

fn solve_within(problem: &Problem, limited: Vec<Vec<i64>>) -> Solved {
    let mut network = network::build(problem);
    open_required(problem, &mut network);
    for (arcs, limits) in network.crossings.clone().into_iter().zip(&limited) {
        for (arc, &cents) in arcs.into_iter().zip(limits) {
            network.graph.reset(arc, cents);
        }
    }
    let wanted = wanted(&network);
    let moved = forward(problem, &mut network);
    let mut solved = Solved {
        shortage: 0,
        covered: problem.classes.iter().map(|class| class.cents).collect(),
        uncovered: vec![0; problem.demands.len()],
        taken: vec![false; problem.optional.len()],
        attained: network.floors.iter().map(|floor| floor.cents).collect(),
        side: None,
        parts: Vec::new(),
        late: Vec::new(),
        limited,
        broken: None,
        idle: Vec::new(),
        network,
    };
    if moved < wanted {
        solved.lower_floors(problem);
        solved.cover_in_order(problem);
    }
    let extras = problem.classes.iter().any(|class| class.optional.is_some() || class.remainder);
    if solved.shortage > 0 {
        solved.close_extras(problem);
        solved.deal_anew(problem);
        solved.idle =
            solved.network.supplies.iter().map(|entry| entry.map(|it| solved.network.graph.left(it.arc))).collect();
    }
    if extras {
        solved.close_extras(problem);
        if solved.shortage == 0 {
            solved.take_optional(problem);
        } else {
            solved.leave_out(problem);
        }
        solved.take_remainders(problem);
    }
    if extras || moved < wanted {
        solved.deal_anew(problem);
    }
    super::cost::improve(problem, &mut solved);
    solved
}

/// What optional goals and remainders ask is closed, everything else is open, nothing flows.
pub(super) fn open_required(problem: &Problem, network: &mut Network) {
    network.graph.drain();
    for (class, entry) in problem.classes.iter().zip(network.classes.clone()) {
        let extra = class.optional.is_some() || class.remainder;
        network.graph.reset(entry.arc, if extra { 0 } else { class.cents });
    }
}

/// All that the sink asks.
pub(super) fn wanted(network: &Network) -> i64 {
    let classes = network.classes.iter().map(|entry| network.graph.capacity(entry.arc));
    let floors = network.floors.iter().map(|floor| network.graph.capacity(floor.demand));
    classes.chain(floors).sum()
}

/// Opens money in order, what the floors keep first; gives how much flows.
pub(super) fn forward(problem: &Problem, network: &mut Network) -> i64 {
    let (source, sink) = (network.source, network.sink);
    let mut search = Search::new(&network.graph, sink, &[source], Way::Forward);
    let mut moved = 0;
    let again: Vec<_> = network.floors.iter().filter_map(|floor| floor.again).collect();
    let supplies = network.supplies.iter().take(problem.supplies.len()).flatten();
    let roots: Vec<_> = again.into_iter().chain(supplies.map(|entry| (entry.node, entry.arc))).collect();
    for (node, arc) in roots {
        let limit = network.graph.left(arc);
        if limit > 0 && !search.is_dead(node) {
            let amount = search.augment(&mut network.graph, node, limit);
            network.graph.push(arc, amount);
            moved += amount;
        }
    }
    moved
}

/// A search from what is asked back to money.
fn back(network: &Network) -> Search {
    Search::new(&network.graph, network.source, &[network.sink], Way::Backward)
}

/// Asks so much at a node for its arc to the sink; gives how much came.
fn ask(network: &mut Network, search: &mut Search, node: Node, arc: u32, cents: i64) -> i64 {
    let moved = search.augment(&mut network.graph, node, cents);
    let flow = network.graph.flow(arc) + moved;
    network.graph.reset(arc, 0);
    network.graph.set_left(arc ^ 1, flow);
    moved
}

/// Sets floors to what can be attained; nothing flows.
pub(super) fn set_floors(network: &mut Network, attained: &[i64]) {
    for (floor, &cents) in network.floors.iter().zip(attained) {
        network.graph.reset(floor.demand, cents);
        if let Some((_, arc)) = floor.again {
            network.graph.reset(arc, cents);
        }
    }
}

/// Covers what floors keep and nothing else; gives the search with which costs are covered after that.
fn keep_floors_only(network: &mut Network, attained: &[i64]) -> Search {
    network.graph.drain();
    set_floors(network, attained);
    for entry in &network.classes {
        network.graph.reset(entry.arc, 0);
    }
    for floor in &network.floors {
        network.graph.reset(floor.demand, 0);
    }
    let mut search = back(network);
    for (floor, &cents) in network.floors.clone().iter().zip(attained) {
        ask(network, &mut search, floor.node, floor.demand, cents);
    }
    search
}

impl Solved {
    /// Gives the arcs of bounds that cross the network the capacities with which those hold.
    pub(super) fn limit_crossings(&self, network: &mut Network) {
        let arcs: Vec<_> = network.crossings.iter().zip(&self.limited).map(|(a, b)| (a.clone(), b.clone())).collect();
        for (arcs, limits) in arcs {
            for (arc, cents) in arcs.into_iter().zip(limits) {
                network.graph.reset(arc, cents);
            }
        }
    }

    /// Floors that cannot be attained even if nothing is paid count for what can be.
    fn lower_floors(&mut self, problem: &Problem) {
        let network = &mut self.network;
        if network.floors.is_empty() {
            return;
        }
        open_required(problem, network);
        for entry in network.classes.clone() {
            network.graph.reset(entry.arc, 0);
        }
        if forward(problem, network) == wanted(network) {
            return;
        }
        network.graph.drain();
        let mut order: Vec<usize> = (0..network.floors.len()).collect();
        let floor = |network: &Network, index: usize| network.floors.get(index).copied();
        order.sort_by_key(|&index| floor(network, index).map(|floor| (floor.year, floor.payer)));
        for &index in &order {
            let Some(floor) = floor(network, index) else { continue };
            network.graph.reset(floor.demand, 0);
            if let Some((_, arc)) = floor.again {
                network.graph.reset(arc, 0);
            }
        }
        for index in order {
            let Some(floor) = floor(network, index) else { continue };
            let mut search = back(network);
            let attained = ask(network, &mut search, floor.node, floor.demand, floor.cents);
            if let Some((_, arc)) = floor.again {
                network.graph.reset(arc, attained);
            }
            if let Some(slot) = self.attained.get_mut(index) {
                *slot = attained;
            }
        }
    }

    /// The first bound across the network that the division breaks.
    fn broken_crossing(&self, problem: &Problem) -> Option<u32> {
        let used = |arcs: &Vec<super::graph::Arc>| arcs.iter().map(|&arc| self.network.graph.flow(arc)).sum::<i64>();
        let all = problem.crossings.iter().zip(&self.network.crossings).zip(0u32..);
        let mut over = all.filter(|((crossing, arcs), _)| used(arcs) > crossing.bound.cents);
        over.next().map(|(_, number)| number)
    }

    /// Capacities for the arcs of bounds that cross the network, with which those hold and everything can be paid; what a
    /// bound leaves goes to its first arcs.
    fn find_limits(&mut self, problem: &Problem) {
        let mut flows = super::cost::least_crossing(problem, self, None);
        let over = |(crossing, flows): (&super::problem::Crossing, &Vec<i64>)| {
            flows.iter().sum::<i64>() > crossing.bound.cents
        };
        if let Some(number) = problem.crossings.iter().zip(&flows).position(over) {
            // With one such bound the least that must pass it decides: it is too much, and so much less can be covered.
            let [only] = problem.crossings.as_slice() else {
                self.broken = u32::try_from(number).ok();
                return;
            };
            flows = super::cost::least_crossing(problem, self, Some(only.bound.cents));
        }
        self.limited = flows;
        for (crossing, limits) in problem.crossings.iter().zip(&mut self.limited) {
            let left = (crossing.bound.cents - limits.iter().sum::<i64>()).max(0);
            if let Some(first) = limits.first_mut() {
                *first += left;
            }
        }
    }

    /// Covers floors, then costs in the order in which they are to be paid: by priority, end of the window, name.
    fn cover_in_order(&mut self, problem: &Problem) {
        let mut search = keep_floors_only(&mut self.network, &self.attained);
        let required: Vec<usize> = (0..problem.classes.len())
            .filter(|&index| problem.classes.get(index).is_some_and(|it| it.optional.is_none() && !it.remainder))
            .collect();
        let due = |index: &usize| problem.classes.get(*index).map(|class| (class.priority, class.years.last));
        for group in required.chunk_by(|a, b| due(a) == due(b)) {
            self.cover_group(problem, group, &mut search);
        }
        self.shortage = self.uncovered.iter().sum();
        if self.shortage > 0 {
            self.find_side(problem, &required);
        }
    }

    /// The smallest sink side of a minimum cut, which is the same for every largest flow; and the timeline.
    fn find_side(&mut self, problem: &Problem, required: &[usize]) {
        let class = |index: &usize| problem.classes.get(*index);
        let short = |index: &&usize| {
            let covered = self.covered.get(**index).copied().unwrap_or(0);
            class(index).is_some_and(|class| covered < class.cents)
        };
        let nodes: Vec<Node> = required
            .iter()
            .filter(short)
            .filter_map(|&index| self.network.classes.get(index))
            .map(|entry| entry.node)
            .collect();
        self.side = Some(self.reaching(problem, nodes));
        let left = |(class, covered): (&super::problem::Class, &i64)| class.cents - covered;
        self.late = problem.classes.iter().zip(&self.covered).map(left).collect();
        let priorities: Vec<u32> = required.iter().filter_map(class).map(|class| class.priority).collect();
        if priorities.windows(2).any(|pair| matches!(pair, [a, b] if a != b)) {
            self.late = self.by_due(problem, required);
        }
        self.parts = super::conflict::parts(problem, self);
    }

    /// The nodes from which something could still reach these. Where a bound across years is used up, less through one of its
    /// arcs is more through another.
    fn reaching(&self, problem: &Problem, mut nodes: Vec<Node>) -> Vec<bool> {
        let graph = &self.network.graph;
        loop {
            let side = graph.reach(&nodes, Way::Forward);
            let within = |node: Node| side.get(node as usize) == Some(&true);
            let before = nodes.len();
            let limits = self.limited.iter().zip(&self.network.crossings).zip(&problem.crossings);
            for ((_, arcs), crossing) in limits {
                let used: i64 = arcs.iter().map(|&arc| graph.flow(arc)).sum();
                let enters = arcs.iter().any(|&arc| within(graph.head(arc)) && !within(graph.tail(arc)));
                if enters && used >= crossing.bound.cents {
                    let others = arcs.iter().filter(|&&arc| graph.flow(arc) > 0 && !within(graph.head(arc)));
                    nodes.extend(others.map(|&arc| graph.head(arc)));
                }
            }
            if nodes.len() == before {
                return side;
            }
        }
    }

    /// By class, what stays uncovered when costs are paid by the end of their window alone.
    fn by_due(&self, problem: &Problem, required: &[usize]) -> Vec<i64> {
        let mut scratch = self.network.clone();
        let network = &mut scratch;
        let mut search = keep_floors_only(network, &self.attained);
        let mut order = required.to_vec();
        order.sort_by_key(|&index| problem.classes.get(index).map(|class| class.years.last));
        let mut late = vec![0; problem.classes.len()];
        for index in order {
            let (Some(class), Some(&entry)) = (problem.classes.get(index), network.classes.get(index)) else {
                continue;
            };
            let got = ask(network, &mut search, entry.node, entry.arc, class.cents);
            if let Some(slot) = late.get_mut(index) {
                *slot = class.cents - got;
            }
        }
        late
    }

    /// Covers classes that are due together; goal by goal in the order of names where there is not enough.
    fn cover_group(&mut self, problem: &Problem, group: &[usize], search: &mut Search) {
        let before = self.network.graph.clone();
        let mut all = true;
        for &index in group {
            let (Some(class), Some(&entry)) = (problem.classes.get(index), self.network.classes.get(index)) else {
                continue;
            };
            all &= ask(&mut self.network, search, entry.node, entry.arc, class.cents) == class.cents;
        }
        if all {
            return;
        }
        self.network.graph = before;
        search.start(&self.network.graph, &[self.network.sink]);
        let members = |index: &usize| {
            let class = problem.classes.get(*index);
            let members = class.map_or(&[][..], |class| &class.members).iter().copied();
            members.map(|member| (member, *index)).collect::<Vec<_>>()
        };
        let mut members: Vec<(u32, usize)> = group.iter().flat_map(members).collect();
        members.sort_by_key(|(member, _)| problem.rank.get(*member as usize).copied());
        for &index in group {
            if let Some(slot) = self.covered.get_mut(index) {
                *slot = 0;
            }
        }
        for (member, index) in members {
            let cents = problem.demands.get(member as usize).map_or(0, |demand| demand.cents);
            let Some(&entry) = self.network.classes.get(index) else { continue };
            let got = if search.is_dead(entry.node) {
                0
            } else {
                ask(&mut self.network, search, entry.node, entry.arc, cents)
            };
            if let Some(slot) = self.covered.get_mut(index) {
                *slot += got;
            }
            if let Some(slot) = self.uncovered.get_mut(member as usize) {
                *slot = cents - got;
            }
        }
    }

    fn close_extras(&mut self, problem: &Problem) {
        for ((class, slot), entry) in problem.classes.iter().zip(&mut self.covered).zip(&self.network.classes) {
            if class.optional.is_some() || class.remainder {
                *slot = 0;
                self.network.graph.reset(entry.arc, 0);
            }
        }
    }

    /// Optional goals one at a time, each wholly or not at all.
    fn take_optional(&mut self, problem: &Problem) {
        let mut of_goal: Vec<Vec<usize>> = vec![Vec::new(); problem.optional.len()];
        for (index, class) in problem.classes.iter().enumerate() {
            if let Some(list) = class.optional.and_then(|number| of_goal.get_mut(number as usize)) {
                list.push(index);
            }
        }
        let mut search = back(&self.network);
        let mut kept = self.network.graph.clone();
        for (number, classes) in of_goal.iter().enumerate() {
            let before = search.clone();
            search.touched = Some(Vec::new());
            let whole = self.take_whole(problem, classes, &mut search);
            let own = classes.iter().filter_map(|&index| self.network.classes.get(index)).map(|entry| entry.arc);
            let touched: Vec<_> = search.touched.take().unwrap_or_default().into_iter().chain(own).collect();
            if whole {
                kept.copy_arcs(&self.network.graph, &touched);
                if let Some(slot) = self.taken.get_mut(number) {
                    *slot = true;
                }
                for &index in classes {
                    let cents = problem.classes.get(index).map_or(0, |class| class.cents);
                    if let Some(slot) = self.covered.get_mut(index) {
                        *slot = cents;
                    }
                }
            } else {
                self.network.graph.copy_arcs(&kept, &touched);
                search = before;
                self.leave_out_one(problem, classes);
            }
        }
    }

    /// Covers the classes of one goal; `false` where one of them cannot be covered wholly.
    fn take_whole(&mut self, problem: &Problem, classes: &[usize], search: &mut Search) -> bool {
        classes.iter().all(|&index| {
            let (Some(class), Some(&entry)) = (problem.classes.get(index), self.network.classes.get(index)) else {
                return true;
            };
            ask(&mut self.network, search, entry.node, entry.arc, class.cents) == class.cents
        })
    }

    fn leave_out_one(&mut self, problem: &Problem, classes: &[usize]) {
        for class in classes.iter().filter_map(|&index| problem.classes.get(index)) {
            for &member in &class.members {
                let cents = problem.demands.get(member as usize).map_or(0, |demand| demand.cents);
                if let Some(slot) = self.uncovered.get_mut(member as usize) {
                    *slot = cents;
                }
            }
        }
    }

    fn leave_out(&mut self, problem: &Problem) {
        let optional: Vec<usize> = (0..problem.classes.len())
            .filter(|&index| problem.classes.get(index).is_some_and(|class| class.optional.is_some()))
            .collect();
        self.leave_out_one(problem, &optional);
    }

    /// What is left goes to the goals that take it, in the order of their names.
    fn take_remainders(&mut self, problem: &Problem) {
        let mut search = back(&self.network);
        for (index, _) in problem.classes.iter().enumerate().filter(|(_, class)| class.remainder) {
            let Some(&entry) = self.network.classes.get(index) else { continue };
            let got = ask(&mut self.network, &mut search, entry.node, entry.arc, super::graph::UNBOUNDED);
            if let Some(slot) = self.covered.get_mut(index) {
                *slot = got;
            }
        }
    }

    /// Deals the money anew for exactly what is covered, in the order in which money is to be used.
    fn deal_anew(&mut self, problem: &Problem) {
        self.network.graph.drain();
        set_floors(&mut self.network, &self.attained);
        for (entry, &cents) in self.network.classes.clone().iter().zip(&self.covered) {
            self.network.graph.reset(entry.arc, cents);
        }
        forward(problem, &mut self.network);
    }
}
