//! Where not everything can be paid: separate conflicts, each a sum that anyone can redo.
//!
//! A cost or an amount of money belongs to a conflict exactly if one cent of it changes the shortage. Those are the nodes that
//! can still reach an uncovered cost in the residual network of any largest flow: the smallest sink side of a minimum cut
//! (Picard and Queyranne, 1980). Its connected parts are separate conflicts, and their shortages add up to the whole.

use super::graph::Node;
use super::network::Role;
use super::problem::{PayerNo, Problem};
use super::solve::Solved;
use crate::money::Year;
use rustc_hash::FxHashMap;

/// One conflict, by numbers in the problem. Amounts in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Demands in it.
    pub(crate) demands: Vec<u32>,
    /// Floors that must stay: reserve, year, amount.
    pub(crate) floors: Vec<(PayerNo, Year, i64)>,
    /// Supplies in it.
    pub(crate) supplies: Vec<u32>,
    /// Bounds that let so much money in from outside it.
    pub(crate) bounds: Vec<(Role, i64)>,
    /// Classes in it.
    pub(crate) classes: Vec<u32>,
    /// Payers and years whose money is in it.
    pub(crate) pools: Vec<(PayerNo, Year)>,
    /// The same behind limits on withdrawal.
    pub(crate) starts: Vec<(PayerNo, Year)>,
    /// What is uncovered by the end of each year, from the first that is short.
    pub(crate) timeline: Vec<(Year, i64)>,
    /// What stays uncovered of it.
    pub(crate) shortage: i64,
}

/// The separate conflicts, by name of the first cost in them; empty where everything can be paid.
pub(super) fn parts(problem: &Problem, solved: &Solved) -> Vec<Part> {
    let Some(side) = &solved.side else { return Vec::new() };
    let network = &solved.network;
    let within = |node: Node| side.get(node as usize).copied().unwrap_or(false);
    let mut sets = Sets::new(side.len());
    for arc in (0..network.graph.arcs()).step_by(2).map(|arc| u32::try_from(arc).unwrap_or(u32::MAX)) {
        let (from, to) = (network.graph.tail(arc), network.graph.head(arc));
        let ends = [network.source, network.sink];
        let real = !ends.contains(&from) && !ends.contains(&to);
        if real && within(from) && within(to) && network.graph.capacity(arc) > 0 {
            sets.join(from, to);
        }
    }
    for arcs in &network.crossings {
        let mut heads = arcs.iter().map(|&arc| network.graph.head(arc)).filter(|&node| within(node));
        if let Some(first) = heads.next() {
            heads.for_each(|node| sets.join(first, node));
        }
    }
    let mut parts = Conflicts { sets, numbers: FxHashMap::default(), parts: Vec::new(), spare: Part::default() };
    for ((class, entry), number) in problem.classes.iter().zip(&network.classes).zip(0u32..) {
        if within(entry.node) && class.optional.is_none() && !class.remainder {
            let part = parts.of(entry.node);
            part.classes.push(number);
            let asked = |member: &u32| problem.demands.get(*member as usize).is_some_and(|demand| demand.cents > 0);
            part.demands.extend(class.members.iter().copied().filter(asked));
            let late = solved.late.get(number as usize).copied().unwrap_or(0);
            part.shortage += late;
            if late > 0 {
                part.timeline.push((class.years.last, late));
            }
        }
    }
    for (entry, number) in network.supplies.iter().zip(0u32..) {
        if let Some(entry) = entry
            && within(entry.node)
        {
            parts.of(entry.node).supplies.push(number);
        }
    }
    for payer in (0u32..).take(problem.payers.len()) {
        for year in problem.years.iter() {
            if let Some(node) = network.pool(payer, year).filter(|&node| within(node)) {
                parts.of(node).pools.push((payer, year));
            }
            if let Some(node) = network.start(payer, year).filter(|&node| within(node)) {
                parts.of(node).starts.push((payer, year));
            }
        }
    }
    for (floor, &cents) in network.floors.iter().zip(&solved.attained) {
        let again = floor.again.is_some_and(|(node, _)| within(node));
        if within(floor.node) && !again && cents > 0 {
            parts.of(floor.node).floors.push((floor.payer, floor.year, cents));
        }
    }
    for &(arc, role) in &network.roles {
        let (from, to) = (network.graph.tail(arc), network.graph.head(arc));
        if within(to) && !within(from) {
            let kept = match role {
                Role::Ceiling(payer, year) => floor_of(solved, payer, year),
                _ => 0,
            };
            let cents = network.graph.capacity(arc) + kept;
            parts.of(to).bounds.push((role, cents));
        }
    }
    for (arcs, number) in network.crossings.iter().zip(0u32..) {
        let entering = arcs.iter().filter(|&&arc| within(network.graph.head(arc)) && !within(network.graph.tail(arc)));
        let entering: Vec<u32> = entering.copied().collect();
        if let Some(&first) = entering.first() {
            let cents = entering.iter().map(|&arc| network.graph.capacity(arc)).sum();
            parts.of(network.graph.head(first)).bounds.push((Role::Crossing(number), cents));
        }
    }
    parts.finish()
}

fn floor_of(solved: &Solved, payer: PayerNo, year: Year) -> i64 {
    let floors = solved.network.floors.iter().zip(&solved.attained);
    let same = floors.filter(|(floor, _)| floor.payer == payer && floor.year == year);
    same.map(|(_, &cents)| cents).sum()
}

struct Conflicts {
    sets: Sets,
    numbers: FxHashMap<Node, usize>,
    parts: Vec<Part>,
    /// Never used: a part is made with its number.
    spare: Part,
}

impl Conflicts {
    fn of(&mut self, node: Node) -> &mut Part {
        let root = self.sets.find(node);
        let next = self.numbers.len();
        let number = *self.numbers.entry(root).or_insert(next);
        if number >= self.parts.len() {
            self.parts.resize_with(number + 1, Part::default);
        }
        self.parts.get_mut(number).unwrap_or(&mut self.spare)
    }

    fn finish(mut self) -> Vec<Part> {
        for part in &mut self.parts {
            part.demands.sort_unstable();
            part.timeline.sort_unstable();
            let mut sums: Vec<(Year, i64)> = Vec::new();
            let mut total = 0;
            for &(year, cents) in &part.timeline {
                total += cents;
                match sums.last_mut() {
                    Some(last) if last.0 == year => last.1 = total,
                    _ => sums.push((year, total)),
                }
            }
            part.timeline = sums;
        }
        self.parts.retain(|part| part.shortage > 0);
        self.parts.sort_by(|a, b| a.demands.cmp(&b.demands));
        self.parts
    }
}

/// Disjoint sets of nodes.
struct Sets {
    up: Vec<Node>,
}

impl Sets {
    fn new(nodes: usize) -> Self {
        Self { up: (0..nodes).map(|node| u32::try_from(node).unwrap_or(u32::MAX)).collect() }
    }

    fn find(&mut self, node: Node) -> Node {
        let mut root = node;
        while let Some(&up) = self.up.get(root as usize).filter(|&&up| up != root) {
            root = up;
        }
        let mut at = node;
        while at != root {
            let Some(slot) = self.up.get_mut(at as usize) else { break };
            at = std::mem::replace(slot, root);
        }
        root
    }

    fn join(&mut self, a: Node, b: Node) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.up.get_mut(a as usize) {
            *slot = b;
        }
    }
}
