//! A network of arcs with integer capacities, and augmentation along shortest paths in it.
//!
//! Labels are lower bounds of the distance to the target and only rise (Ahuja and Orlin, "Distance-directed augmenting path
//! algorithms", 1991). Roots may be opened one after another without starting again: what could not reach the target before
//! cannot reach it later, so that all roots together cost little more than one.

/// A node.
pub(super) type Node = u32;

/// Number of an arc; its partner in the other direction is `arc ^ 1`.
pub(super) type Arc = u32;

/// More than any sum of amounts: an arc that bounds nothing.
pub(super) const UNBOUNDED: i64 = i64::MAX / 4;

/// The network with the flow that it carries: what each arc can still take.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    head: Vec<Node>,
    left: Vec<i64>,
    /// Arcs by the node that they leave; `first[node]..first[node + 1]`.
    order: Vec<Arc>,
    first: Vec<u32>,
    nodes: usize,
    /// By pair of arcs: nothing may change on it. Empty where nothing is frozen.
    frozen: Vec<bool>,
}

/// Which way an augmentation looks for its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Along the arcs: from money to what is asked.
    Forward,
    /// Against them: from what is asked to money.
    Backward,
}

impl Graph {
    /// A new node.
    pub(super) fn node(&mut self) -> Node {
        self.nodes += 1;
        index(self.nodes - 1)
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes
    }

    /// How many arcs there are, each with its partner.
    pub(super) fn arcs(&self) -> usize {
        self.head.len()
    }

    /// A new arc. Call [`Graph::finish`] after the last.
    pub(super) fn arc(&mut self, from: Node, to: Node, capacity: i64) -> Arc {
        let arc = index(self.head.len());
        self.head.extend([to, from]);
        self.left.extend([capacity, 0]);
        arc
    }

    /// Sorts the arcs by the node that they leave.
    pub(super) fn finish(&mut self) {
        let mut count = vec![0u32; self.nodes + 1];
        for arc in 0..self.head.len() {
            if let Some(slot) = count.get_mut(self.tail(index(arc)) as usize + 1) {
                *slot += 1;
            }
        }
        for node in 0..self.nodes {
            let before = count.get(node).copied().unwrap_or(0);
            if let Some(slot) = count.get_mut(node + 1) {
                *slot += before;
            }
        }
        self.first.clone_from(&count);
        self.order = vec![0; self.head.len()];
        for arc in 0..self.head.len() {
            let tail = self.tail(index(arc)) as usize;
            if let Some(at) = count.get_mut(tail) {
                if let Some(slot) = self.order.get_mut(*at as usize) {
                    *slot = index(arc);
                }
                *at += 1;
            }
        }
    }

    /// Where an arc leads.
    pub(super) fn head(&self, arc: Arc) -> Node {
        self.head.get(arc as usize).copied().unwrap_or(0)
    }

    /// Where it comes from.
    pub(super) fn tail(&self, arc: Arc) -> Node {
        self.head(arc ^ 1)
    }

    /// What it can still take.
    pub(super) fn left(&self, arc: Arc) -> i64 {
        self.left.get(arc as usize).copied().unwrap_or(0)
    }

    /// What flows over it.
    pub(super) fn flow(&self, arc: Arc) -> i64 {
        self.left(arc ^ 1)
    }

    /// All that it could take.
    pub(super) fn capacity(&self, arc: Arc) -> i64 {
        self.left(arc).saturating_add(self.left(arc ^ 1))
    }

    /// Sets what it can still take, whatever flows.
    pub(super) fn set_left(&mut self, arc: Arc, left: i64) {
        if let Some(slot) = self.left.get_mut(arc as usize) {
            *slot = left;
        }
    }

    /// Empties the arc and gives it a capacity.
    pub(super) fn reset(&mut self, arc: Arc, capacity: i64) {
        self.set_left(arc, capacity);
        self.set_left(arc ^ 1, 0);
    }

    /// Takes all flow off.
    pub(super) fn drain(&mut self) {
        for pair in self.left.chunks_exact_mut(2) {
            if let [there, back] = pair {
                *there = there.saturating_add(*back);
                *back = 0;
            }
        }
    }

    /// Makes these arcs as they are in another state of the same network.
    pub(super) fn copy_arcs(&mut self, other: &Self, arcs: &[Arc]) {
        for &arc in arcs {
            self.set_left(arc, other.left(arc));
            self.set_left(arc ^ 1, other.left(arc ^ 1));
        }
    }

    /// Moves an amount over the arc.
    pub(super) fn push(&mut self, arc: Arc, amount: i64) {
        let (there, back) = (self.left(arc) - amount, self.left(arc ^ 1) + amount);
        self.set_left(arc, there);
        self.set_left(arc ^ 1, back);
    }

    /// The arcs that leave a node, partners of those that enter it among them.
    pub(super) fn leaving(&self, node: Node) -> &[Arc] {
        let at = |node: usize| self.first.get(node).copied().unwrap_or(0) as usize;
        self.order.get(at(node as usize)..at(node as usize + 1)).unwrap_or(&[])
    }

    /// Lets nothing change any more on these arcs; given by pair.
    pub(super) fn freeze(&mut self, frozen: Vec<bool>) {
        self.frozen = frozen;
    }

    /// Lets nothing change any more on this arc.
    pub(super) fn freeze_one(&mut self, arc: Arc) {
        if let Some(slot) = self.frozen.get_mut(arc as usize / 2) {
            *slot = true;
        }
    }

    /// What can still move from the tail of an arc to its head (backward: from its head to its tail).
    fn room(&self, arc: Arc, way: Way) -> i64 {
        if self.frozen.get(arc as usize / 2).copied().unwrap_or(false) {
            return 0;
        }
        match way {
            Way::Forward => self.left(arc),
            Way::Backward => self.left(arc ^ 1),
        }
    }

    /// Every node from which (backward: to which) something can still flow to (from) the target.
    pub(super) fn reach(&self, target: &[Node], way: Way) -> Vec<bool> {
        let mut found = vec![false; self.nodes];
        let mut open: Vec<Node> = target.to_vec();
        for &node in target {
            if let Some(slot) = found.get_mut(node as usize) {
                *slot = true;
            }
        }
        while let Some(node) = open.pop() {
            for &arc in self.leaving(node) {
                let next = self.head(arc);
                // The arc leads from the node to the next one; what is asked is the way back.
                if self.room(arc ^ 1, way) > 0
                    && let Some(slot) = found.get_mut(next as usize).filter(|slot| !**slot)
                {
                    *slot = true;
                    open.push(next);
                }
            }
        }
        found
    }
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Augmentations to one target, root after root.
#[derive(Clone)]
pub(super) struct Search {
    target: Node,
    way: Way,
    label: Vec<u32>,
    current: Vec<u32>,
    /// How many nodes have each label.
    count: Vec<u32>,
    path: Vec<Arc>,
    /// Arcs that were changed, where the caller wants to know.
    pub(super) touched: Option<Vec<Arc>>,
}

impl Search {
    /// Prepares a search for the target; nodes that are `closed` are never entered.
    pub(super) fn new(graph: &Graph, target: Node, closed: &[Node], way: Way) -> Self {
        let mut search = Self {
            target,
            way,
            label: Vec::new(),
            current: Vec::new(),
            count: Vec::new(),
            path: Vec::new(),
            touched: None,
        };
        search.start(graph, closed);
        search
    }

    /// Works out all labels anew.
    pub(super) fn start(&mut self, graph: &Graph, closed: &[Node]) {
        let nodes = graph.len();
        let far = index(nodes);
        self.label = vec![far; nodes];
        self.current = vec![0; nodes];
        self.count = vec![0; nodes + 2];
        let mut queue = std::collections::VecDeque::from([self.target]);
        self.set(self.target, 0);
        while let Some(node) = queue.pop_front() {
            let next_label = self.get(node) + 1;
            for &arc in graph.leaving(node) {
                let next = graph.head(arc);
                if graph.room(arc ^ 1, self.way) > 0 && self.get(next) == far && !closed.contains(&next) {
                    self.set(next, next_label);
                    queue.push_back(next);
                }
            }
        }
        for node in 0..nodes {
            let label = self.label.get(node).copied().unwrap_or(far);
            if let Some(slot) = self.count.get_mut(label as usize) {
                *slot += 1;
            }
        }
    }

    fn get(&self, node: Node) -> u32 {
        self.label.get(node as usize).copied().unwrap_or(u32::MAX)
    }

    fn set(&mut self, node: Node, label: u32) {
        if let Some(slot) = self.label.get_mut(node as usize) {
            *slot = label;
        }
    }

    /// Whether a node certainly cannot reach the target any more.
    pub(super) fn is_dead(&self, node: Node) -> bool {
        self.get(node) as usize >= self.label.len()
    }

    /// Moves as much as possible, at most the limit, between the root and the target; gives how much that was.
    pub(super) fn augment(&mut self, graph: &mut Graph, root: Node, limit: i64) -> i64 {
        let mut moved = 0;
        let mut node = root;
        self.path.clear();
        while moved < limit && !self.is_dead(root) {
            if node == self.target {
                let narrowest = self.path.iter().map(|&arc| graph.room(arc, self.way)).min().unwrap_or(0);
                let amount = narrowest.min(limit - moved);
                moved += amount;
                node = self.retreat(graph, root, amount);
                continue;
            }
            node = match self.admissible(graph, node) {
                Some(arc) => {
                    self.path.push(arc);
                    graph.head(arc)
                }
                None => self.relabel(graph, root, node),
            };
        }
        moved
    }

    /// Moves the amount along the path, and goes back to the first arc that is full.
    fn retreat(&mut self, graph: &mut Graph, root: Node, amount: i64) -> Node {
        let mut full = self.path.len();
        for (position, &arc) in self.path.iter().enumerate() {
            let along = if self.way == Way::Forward { arc } else { arc ^ 1 };
            graph.push(along, amount);
            if graph.room(arc, self.way) == 0 {
                full = full.min(position);
            }
        }
        if let Some(touched) = &mut self.touched {
            touched.extend(self.path.iter().map(|arc| arc & !1));
        }
        self.path.truncate(full);
        self.path.last().map_or(root, |&arc| graph.head(arc))
    }

    /// The next arc that leads one step nearer.
    fn admissible(&mut self, graph: &Graph, node: Node) -> Option<Arc> {
        let wanted = self.get(node).checked_sub(1)?;
        let arcs = graph.leaving(node);
        let from = self.current.get(node as usize).copied().unwrap_or(0) as usize;
        for (position, &arc) in arcs.iter().enumerate().skip(from) {
            if graph.room(arc, self.way) > 0 && self.get(graph.head(arc)) == wanted {
                if let Some(slot) = self.current.get_mut(node as usize) {
                    *slot = index(position);
                }
                return Some(arc);
            }
        }
        None
    }

    /// Raises the label of a node that leads nowhere nearer, and goes one step back.
    fn relabel(&mut self, graph: &Graph, root: Node, node: Node) -> Node {
        let far = index(self.label.len());
        let open = graph.leaving(node).iter().filter(|&&arc| graph.room(arc, self.way) > 0);
        let nearest = open.map(|&arc| self.get(graph.head(arc))).min().unwrap_or(far);
        let (old, new) = (self.get(node), nearest.saturating_add(1).min(far));
        self.set(node, new);
        if let Some(slot) = self.current.get_mut(node as usize) {
            *slot = 0;
        }
        if let Some(slot) = self.count.get_mut(old as usize) {
            *slot -= 1;
        }
        if let Some(slot) = self.count.get_mut(new as usize) {
            *slot += 1;
        }
        let gap = old < far && self.count.get(old as usize) == Some(&0);
        if gap {
            self.close_above(old);
        }
        if node == root {
            return root;
        }
        let last = self.path.pop();
        last.map_or(root, |arc| graph.tail(arc))
    }

    /// No node has this label any more, so that none above it can reach the target.
    fn close_above(&mut self, gap: u32) {
        let far = index(self.label.len());
        let mut closed = 0;
        for label in &mut self.label {
            if *label > gap && *label < far {
                if let Some(slot) = self.count.get_mut(*label as usize) {
                    *slot -= 1;
                }
                *label = far;
                closed += 1;
            }
        }
        if let Some(slot) = self.count.get_mut(far as usize) {
            *slot += closed;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "tests with small numbers")]

    use super::{Graph, Search, Way};
    use petgraph::algo::ford_fulkerson;
    use petgraph::graph::{DiGraph, NodeIndex};

    /// A generator of numbers that are the same on every run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, most: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % most
        }
    }

    #[test]
    fn the_largest_flow_is_that_of_petgraph_in_both_directions() {
        let mut numbers = Numbers(11);
        for _ in 0..400 {
            let nodes = 2 + numbers.below(12);
            let mut ours = Graph::default();
            let mut theirs: DiGraph<(), u64> = DiGraph::new();
            (0..nodes).for_each(|_| {
                ours.node();
                theirs.add_node(());
            });
            for _ in 0..numbers.below(40) {
                let (from, to) = (numbers.below(nodes) as u32, numbers.below(nodes) as u32);
                if from != to && to != 0 && from != 1 {
                    let capacity = numbers.below(9);
                    ours.arc(from, to, capacity as i64);
                    theirs.add_edge(NodeIndex::new(from as usize), NodeIndex::new(to as usize), capacity);
                }
            }
            ours.finish();
            let (most, _) = ford_fulkerson(&theirs, NodeIndex::new(0), NodeIndex::new(1));
            for way in [Way::Forward, Way::Backward] {
                let mut graph = ours.clone();
                let (root, target) = if way == Way::Forward { (0, 1) } else { (1, 0) };
                let mut search = Search::new(&graph, target, &[], way);
                assert_eq!(search.augment(&mut graph, root, i64::MAX / 8), most as i64, "{way:?}");
            }
        }
    }
}
