//! The question as a network: money flows from supplies through payers, year by year, to classes of demands.
//!
//! `tranche -> pool of a source in a year -> class`, and for a reserve `in -> withdrawal [limit] -> class`, `in -> closing
//! [floor, ceiling] -> in of the next year`. Payers that no list names reach a class through a node for their earmark and
//! year, so that the network grows with the plan and not with its square.

use super::graph::{Arc, Graph, Node, UNBOUNDED};
use super::problem::{After, Bound, BoundKind, Class, PayerNo, Payers, Problem, Reserve, SupplyKind};
use crate::money::{Year, YearRange};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What an arc of limited capacity stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A bound, by its number.
    Bound(u32),
    /// The ceiling of a reserve at the end of a year.
    Ceiling(PayerNo, Year),
    /// A table of additions bounds what flows into a reserve in a year.
    Inflow(PayerNo, Year),
    /// An addition, by its number.
    Addition(u32),
    /// A bound that crosses the network, by its number.
    Crossing(u32),
}

/// The floor of a reserve at the end of a year: a demand there, and the same money again at the start of the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    pub(super) payer: PayerNo,
    pub(super) year: Year,
    pub(super) cents: i64,
    /// Where the closing balance is.
    pub(super) node: Node,
    pub(super) demand: Arc,
    /// Where the money is again, and the arc that brings it.
    pub(super) again: Option<(Node, Arc)>,
}

/// What becomes of money that pays nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A ceiling could not hold it.
    Overflow,
    /// It is lost at the end of a reserve.
    Lapses,
    /// It is there at the end of all years.
    Stays,
}

/// Where the money of a supply enters, and the arc from the source of all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) node: Node,
    pub(super) arc: Arc,
}

/// The network.
#[derive(Clone, Debug, Default)]
pub(super) struct Network {
    pub(super) graph: Graph,
    pub(super) source: Node,
    pub(super) sink: Node,
    /// By supply; `None` where it can never pay.
    pub(super) supplies: Vec<Option<Entry>>,
    /// By class: its node and the arc to the sink.
    pub(super) classes: Vec<Entry>,
    pub(super) floors: Vec<Floor>,
    /// What arcs of limited capacity stand for, in the order in which they were made.
    pub(super) roles: Vec<(Arc, Role)>,
    /// Arcs from the money of a reserve in a year to its year-end.
    pub(super) year_ends: FxHashSet<Arc>,
    /// Arcs over which what is left of a year's income goes to a reserve.
    pub(super) leftovers: Vec<Arc>,
    /// Arcs from a payer to a goal that lists it, with its place in the order of preference where it is not the first.
    pub(super) preference: Vec<(Arc, u32)>,
    /// Where money may end that pays nothing, with what that means; made only where overflow is to be kept small.
    pub(super) ends: Vec<(Arc, End)>,
    /// By crossing, the arcs whose flow together it bounds.
    pub(super) crossings: Vec<Vec<Arc>>,
    /// For each payer and year the node behind limits on withdrawal, where money for goals parts from other money.
    pub(super) starts: Vec<Option<Node>>,
    /// For each payer and year the node from which it pays goals.
    pub(super) exits: Vec<Option<Node>>,
    /// The year-ends of reserves with a ceiling: payer, year, node.
    pub(super) closings: FxHashMap<(PayerNo, Year), Node>,
    /// Arcs (by half their number) that lead from payers towards goals.
    pub(super) to_goals: Vec<bool>,
    /// Nodes of payers, by payer and year, for reading the flow.
    pub(super) pools: Vec<Option<Node>>,
    pub(super) years: YearRange,
}

/// A balance that must be exactly so much at the end of a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pin {
    pub(super) payer: PayerNo,
    pub(super) year: Year,
    pub(super) cents: i64,
}

/// Builds the network.
pub(super) fn build(problem: &Problem) -> Network {
    build_pinned(problem, None)
}

/// Builds the network with one balance given: then it is the first of the floors, and nothing else passes that year-end.
pub(super) fn build_pinned(problem: &Problem, pin: Option<Pin>) -> Network {
    build_whole(problem, pin, false)
}

/// Builds the network with places where money ends that pays nothing, so that all of it is accounted for.
pub(super) fn build_with_ends(problem: &Problem) -> Network {
    build_whole(problem, None, true)
}

fn build_whole(problem: &Problem, pin: Option<Pin>, ends: bool) -> Network {
    let mut builder = Builder::new(problem);
    builder.pin = pin;
    builder.ends = ends;
    builder.pools();
    builder.reserves();
    builder.supplies();
    builder.additions();
    builder.exits();
    builder.classes();
    builder.network.graph.finish();
    builder.network
}

impl Network {
    fn slot(&self, payer: PayerNo, year: Year) -> usize {
        let offset = usize::try_from(i32::from(year.0) - i32::from(self.years.first.0)).unwrap_or(usize::MAX);
        if offset >= self.years.len() {
            return usize::MAX;
        }
        payer as usize * self.years.len() + offset
    }

    /// The node from which a payer pays goals in a year.
    pub(super) fn exit(&self, payer: PayerNo, year: Year) -> Option<Node> {
        self.exits.get(self.slot(payer, year)).copied().flatten()
    }

    /// What flows over each addition.
    pub(super) fn addition_flows(&self, count: usize) -> Vec<i64> {
        let mut flows = vec![0; count];
        for &(arc, role) in &self.roles {
            if let Role::Addition(number) = role
                && let Some(slot) = flows.get_mut(number as usize)
            {
                *slot = self.graph.flow(arc);
            }
        }
        flows
    }

    /// What a year's income pays itself, without what goes to a reserve at the year's end.
    pub(super) fn paid_in_year(&self, tranche: Node) -> i64 {
        let out = self.graph.leaving(tranche).iter().filter(|&&arc| arc & 1 == 0 && !self.leftovers.contains(&arc));
        out.map(|&arc| self.graph.flow(arc)).sum()
    }

    /// What leaves a reserve in a year: to goals and to other reserves, not to its year-end.
    pub(super) fn leaving_for_goals(&self, pool: Node) -> i64 {
        let out = self.graph.leaving(pool).iter().filter(|&&arc| arc & 1 == 0 && !self.to_year_end(arc));
        out.map(|&arc| self.graph.flow(arc)).sum()
    }

    fn to_year_end(&self, arc: Arc) -> bool {
        self.year_ends.contains(&arc)
    }

    /// The node where money for goals parts from other money of a payer in a year.
    pub(super) fn start(&self, payer: PayerNo, year: Year) -> Option<Node> {
        self.starts.get(self.slot(payer, year)).copied().flatten()
    }

    /// Whether an arc leads from payers towards goals.
    pub(super) fn is_to_goals(&self, arc: Arc) -> bool {
        self.to_goals.get(arc as usize / 2).copied().unwrap_or(false)
    }

    /// The node where its money of a year is.
    pub(super) fn pool(&self, payer: PayerNo, year: Year) -> Option<Node> {
        self.pools.get(self.slot(payer, year)).copied().flatten()
    }
}

struct Builder<'a> {
    problem: &'a Problem,
    network: Network,
    pin: Option<Pin>,
    ends: bool,
    /// Where reserves give to other reserves: behind limits, before coverage tables.
    withdrawals: FxHashMap<(PayerNo, Year), Node>,
    /// Bounds over all goals, by payer and year.
    over_all: FxHashMap<(PayerNo, Year), Vec<u32>>,
    /// Crossings over all goals, by payer and year.
    crossing_all: FxHashMap<(PayerNo, Year), Vec<u32>>,
    bound_nodes: BTreeMap<u32, (Node, Node)>,
    joined: FxHashSet<(Node, Node)>,
    /// Reserves to which leftovers go.
    fed: FxHashSet<PayerNo>,
    tags: BTreeMap<(u32, Year), Node>,
    anyone: BTreeMap<Year, Node>,
}

impl<'a> Builder<'a> {
    fn new(problem: &'a Problem) -> Self {
        let mut graph = Graph::default();
        let (source, sink) = (graph.node(), graph.node());
        let slots = problem.payers.len().saturating_mul(problem.years.len());
        let network = Network {
            graph,
            source,
            sink,
            supplies: vec![None; problem.supplies.len()],
            classes: Vec::with_capacity(problem.classes.len()),
            floors: Vec::new(),
            roles: Vec::new(),
            year_ends: FxHashSet::default(),
            leftovers: Vec::new(),
            preference: Vec::new(),
            ends: Vec::new(),
            crossings: vec![Vec::new(); problem.crossings.len()],
            starts: vec![None; slots],
            exits: vec![None; slots],
            closings: FxHashMap::default(),
            pools: vec![None; slots],
            to_goals: Vec::new(),
            years: problem.years,
        };
        let mut over_all: FxHashMap<(PayerNo, Year), Vec<u32>> = FxHashMap::default();
        for (bound, number) in problem.bounds.iter().zip(0u32..).filter(|(bound, _)| bound.goal.is_none()) {
            each_year(bound, problem.years, |payer, year| over_all.entry((payer, year)).or_default().push(number));
        }
        let mut crossing_all: FxHashMap<(PayerNo, Year), Vec<u32>> = FxHashMap::default();
        for (crossing, number) in problem.crossings.iter().zip(0u32..).filter(|(it, _)| it.bound.goal.is_none()) {
            let add = |payer, year| crossing_all.entry((payer, year)).or_default().push(number);
            each_year(&crossing.bound, problem.years, add);
        }
        let goes_to = |after| if let After::GoesTo(to) = after { Some(to) } else { None };
        let fed = problem.supplies.iter().filter_map(|supply| goes_to(supply.after)).collect();
        Self {
            problem,
            fed,
            pin: None,
            ends: false,
            network,
            withdrawals: FxHashMap::default(),
            over_all,
            crossing_all,
            bound_nodes: BTreeMap::new(),
            joined: FxHashSet::default(),
            tags: BTreeMap::new(),
            anyone: BTreeMap::new(),
        }
    }

    fn bounded_arc(&mut self, from: Node, to: Node, cents: i64, role: Role) -> Arc {
        let arc = self.network.graph.arc(from, to, cents);
        self.network.roles.push((arc, role));
        arc
    }

    /// A node for the money of every source in every year in which it may pay.
    fn pools(&mut self) {
        let problem = self.problem;
        let mut usable: Vec<Option<YearRange>> = vec![None; problem.payers.len()];
        for supply in problem.supplies.iter().filter(|supply| !supply.years.is_empty()) {
            if let Some(slot) = usable.get_mut(supply.payer as usize) {
                *slot = Some(slot.map_or(supply.years, |years| years.to(supply.years)));
            }
        }
        for (who, number) in problem.payers.iter().zip(0u32..) {
            let years = match &who.reserve {
                Some(reserve) => Some(reserve.years),
                None => usable.get(number as usize).copied().flatten(),
            };
            let Some(years) = years else { continue };
            let mut before: Option<Node> = None;
            for year in years.iter() {
                let node = self.network.graph.node();
                let slot = self.network.slot(number, year);
                if let Some(place) = self.network.pools.get_mut(slot) {
                    *place = Some(node);
                }
                let source = who.reserve.is_none() && who.stays;
                if let Some(before) = before.filter(|_| source && who.unlimited.is_none()) {
                    match self.pinned(number, year.previous()) {
                        Some(pin) => self.keep(before, Some(node), pin),
                        None => {
                            self.network.graph.arc(before, node, UNBOUNDED);
                        }
                    }
                }
                before = Some(node);
            }
            if let (Some(last), Some(pin), true) = (before, self.pinned(number, years.last), who.reserve.is_none()) {
                self.keep(last, None, pin);
            }
        }
    }

    fn pinned(&self, payer: PayerNo, year: Year) -> Option<i64> {
        self.pin.filter(|pin| pin.payer == payer && pin.year == year).map(|pin| pin.cents)
    }

    /// An amount that must be there at a year-end, and is there again in the next year.
    fn keep(&mut self, node: Node, next: Option<Node>, cents: i64) {
        let (source, sink) = (self.network.source, self.network.sink);
        let demand = self.network.graph.arc(node, sink, cents);
        let again = next.map(|next| (next, self.network.graph.arc(source, next, cents)));
        let (payer, year) = self.pin.map_or((0, Year(0)), |pin| (pin.payer, pin.year));
        self.network.floors.push(Floor { payer, year, cents, node, demand, again });
    }

    /// From year to year within reserves, with floors and ceilings, and to the reserve that a reserve is released to.
    fn reserves(&mut self) {
        for (who, number) in self.problem.payers.iter().zip(0u32..) {
            if let Some(reserve) = &who.reserve {
                for year in reserve.years.iter() {
                    self.year_end(number, reserve, year);
                }
            }
        }
    }

    fn year_end(&mut self, number: PayerNo, reserve: &Reserve, year: Year) {
        let Some(start) = self.network.pool(number, year) else { return };
        let next = if year < reserve.years.last {
            self.network.pool(number, year.next())
        } else if reserve.ends == Some(year) {
            reserve.release_to.and_then(|to| self.network.pool(to, year.next()))
        } else {
            None
        };
        let floor = if year <= reserve.floor_through { reserve.floor } else { 0 };
        let inflow = reserve.inflow.contains_key(&year);
        let fed = self.fed.contains(&number);
        let pin = self.pinned(number, year);
        if pin.is_none() && !(self.ends && next.is_none()) && floor == 0 && reserve.ceiling.is_none() && !inflow && !fed
        {
            if let Some(next) = next {
                let arc = self.network.graph.arc(start, next, UNBOUNDED);
                self.network.year_ends.insert(arc);
            }
            return;
        }
        let closing = self.network.graph.node();
        self.network.closings.insert((number, year), closing);
        let arc = self.network.graph.arc(start, closing, UNBOUNDED);
        self.network.year_ends.insert(arc);
        if let Some(cents) = pin {
            return self.keep(closing, next, cents);
        }
        let ceiling = reserve.ceiling.map(|(cents, _)| cents);
        if let Some(next) = next {
            match ceiling {
                Some(cents) => {
                    let room = cents.saturating_sub(floor).max(0);
                    self.bounded_arc(closing, next, room, Role::Ceiling(number, year));
                }
                None => {
                    self.network.graph.arc(closing, next, UNBOUNDED);
                }
            }
        }
        if let (true, Some(_)) = (self.ends, ceiling) {
            let over = self.network.graph.arc(closing, self.network.sink, UNBOUNDED);
            self.network.ends.push((over, End::Overflow));
        }
        if self.ends && next.is_none() {
            let lost = reserve.ends.is_some_and(|end| end <= self.network.years.last);
            let room = ceiling.map_or(UNBOUNDED, |most| most.saturating_sub(floor).max(0));
            let kept = self.network.graph.arc(closing, self.network.sink, room);
            self.network.ends.push((kept, if lost { End::Lapses } else { End::Stays }));
        }
        let floor = ceiling.map_or(floor, |ceiling| floor.min(ceiling));
        if floor > 0 {
            let demand = self.network.graph.arc(closing, self.network.sink, floor);
            let source = self.network.source;
            let again = next.map(|next| (next, self.network.graph.arc(source, next, floor)));
            self.network.floors.push(Floor { payer: number, year, cents: floor, node: closing, demand, again });
        }
    }

    /// Where money comes in.
    fn supplies(&mut self) {
        for (index, supply) in self.problem.supplies.iter().enumerate() {
            let Some(who) = self.problem.who(supply.payer) else { continue };
            let chain = who.reserve.is_some() || who.stays || matches!(supply.kind, SupplyKind::Unlimited(_));
            let entry = if chain {
                if supply.years.is_empty() { None } else { self.network.pool(supply.payer, supply.years.first) }
            } else {
                let node = self.network.graph.node();
                for year in supply.years.iter() {
                    if let Some(pool) = self.network.pool(supply.payer, year) {
                        self.network.graph.arc(node, pool, UNBOUNDED);
                    }
                }
                if let After::GoesTo(to) = supply.after {
                    self.leftover(node, to, supply.year());
                }
                Some(node)
            };
            if let Some(node) = entry {
                let arc = self.network.graph.arc(self.network.source, node, supply.cents);
                if let Some(slot) = self.network.supplies.get_mut(index) {
                    *slot = Some(Entry { node, arc });
                }
            }
        }
    }

    /// What is left of a year's income joins the closing balance of a reserve.
    fn leftover(&mut self, from: Node, to: PayerNo, year: Year) {
        let Some(&closing) = self.network.closings.get(&(to, year)) else { return };
        let bound = self.problem.who(to).and_then(|who| who.reserve.as_ref()).and_then(|it| it.inflow.get(&year));
        let arc = match bound {
            Some(&(cents, _)) => self.bounded_arc(from, closing, cents, Role::Inflow(to, year)),
            None => self.network.graph.arc(from, closing, UNBOUNDED),
        };
        self.network.leftovers.push(arc);
    }

    /// What moves to reserves within a year.
    fn additions(&mut self) {
        for (addition, number) in self.problem.additions.iter().zip(0u32..) {
            let Some(to) = self.network.pool(addition.to, addition.year) else { continue };
            let froms: Vec<Node> =
                addition.from.iter().filter_map(|&from| self.withdrawal(from, addition.year)).collect();
            let middle = self.network.graph.node();
            for from in froms {
                self.network.graph.arc(from, middle, UNBOUNDED);
            }
            self.bounded_arc(middle, to, addition.cents.max(0), Role::Addition(number));
        }
    }

    /// Where a payer's money of a year is once limits on withdrawal have been passed.
    fn withdrawal(&mut self, payer: PayerNo, year: Year) -> Option<Node> {
        if let Some(&node) = self.withdrawals.get(&(payer, year)) {
            return Some(node);
        }
        let mut node = self.network.pool(payer, year)?;
        let is_limit = |kind| matches!(kind, BoundKind::Limit | BoundKind::Withdrawal | BoundKind::Movement);
        node = self.through_bounds(node, payer, year, is_limit);
        let is_limit = |kind| is_limit(kind) || kind == BoundKind::LimitTotal;
        node = self.through_crossings(node, payer, year, is_limit);
        self.withdrawals.insert((payer, year), node);
        Some(node)
    }

    fn through_bounds(&mut self, from: Node, payer: PayerNo, year: Year, wanted: impl Fn(BoundKind) -> bool) -> Node {
        let problem = self.problem;
        let numbers = self.over_all.get(&(payer, year)).cloned().unwrap_or_default();
        let bounds = numbers.into_iter().filter_map(|number| Some((number, problem.bounds.get(number as usize)?)));
        let mut chain: Vec<(u32, &Bound)> = bounds.filter(|(_, bound)| wanted(bound.kind)).collect();
        chain.sort_by_key(|(number, bound)| (bound.members.len(), *number));
        let mut node = from;
        for (number, bound) in chain {
            let (start, end) = self.bound_node(number, bound.cents);
            self.join(node, start);
            node = end;
        }
        node
    }

    fn through_crossings(
        &mut self,
        from: Node,
        payer: PayerNo,
        year: Year,
        wanted: impl Fn(BoundKind) -> bool,
    ) -> Node {
        let problem = self.problem;
        let numbers = self.crossing_all.get(&(payer, year)).cloned().unwrap_or_default();
        let kind = |number: &u32| problem.crossings.get(*number as usize).map(|crossing| crossing.bound.kind);
        let numbers: Vec<u32> = numbers.into_iter().filter(|number| kind(number).is_some_and(&wanted)).collect();
        if numbers.is_empty() {
            return from;
        }
        let node = self.network.graph.node();
        let arc = self.network.graph.arc(from, node, UNBOUNDED);
        for number in numbers {
            if let Some(arcs) = self.network.crossings.get_mut(number as usize) {
                arcs.push(arc);
            }
        }
        node
    }

    fn bound_node(&mut self, number: u32, cents: i64) -> (Node, Node) {
        if let Some(&nodes) = self.bound_nodes.get(&number) {
            return nodes;
        }
        let nodes = (self.network.graph.node(), self.network.graph.node());
        self.bounded_arc(nodes.0, nodes.1, cents, Role::Bound(number));
        self.bound_nodes.insert(number, nodes);
        nodes
    }

    /// An arc that bounds nothing, once.
    fn join(&mut self, from: Node, to: Node) -> Option<Arc> {
        self.joined.insert((from, to)).then(|| self.network.graph.arc(from, to, UNBOUNDED))
    }

    /// From where each payer pays goals in each year.
    fn exits(&mut self) {
        for (who, payer) in self.problem.payers.iter().zip(0u32..) {
            for year in self.network.years.iter() {
                let Some(node) = self.withdrawal(payer, year) else { continue };
                let slot = self.network.slot(payer, year);
                if let Some(place) = self.network.starts.get_mut(slot) {
                    *place = Some(node);
                }
                let since = self.network.graph.arcs();
                let node = self.through_bounds(node, payer, year, |kind| kind == BoundKind::Coverage);
                let node = self.through_crossings(node, payer, year, |kind| kind == BoundKind::Coverage);
                if let Some(place) = self.network.exits.get_mut(slot) {
                    *place = Some(node);
                }
                if !who.is_pooled() {
                    self.mark(since);
                    continue;
                }
                if who.earmark.is_empty() {
                    let anyone = *self.anyone.entry(year).or_insert_with(|| self.network.graph.node());
                    self.join(node, anyone);
                }
                for &tag in &who.earmark {
                    let tag = *self.tags.entry((tag, year)).or_insert_with(|| self.network.graph.node());
                    self.join(node, tag);
                }
                self.mark(since);
            }
        }
    }

    /// Marks the arcs made since then as leading towards goals.
    fn mark(&mut self, since: usize) {
        let (start, end) = (since / 2, self.network.graph.arcs() / 2);
        self.network.to_goals.resize(end, false);
        if let Some(marks) = self.network.to_goals.get_mut(start..end) {
            marks.fill(true);
        }
    }

    fn classes(&mut self) {
        for class in &self.problem.classes {
            let node = self.network.graph.node();
            let since = self.network.graph.arcs();
            match &class.payers {
                Payers::Serving(tags) => self.served(class, node, tags),
                Payers::Listed(listed) => {
                    for year in class.years.iter() {
                        for &(payer, _) in listed {
                            self.pays(class, node, payer, year);
                        }
                    }
                }
            }
            self.mark(since);
            let arc = self.network.graph.arc(node, self.network.sink, class.cents);
            self.network.classes.push(Entry { node, arc });
        }
    }

    fn served(&mut self, class: &Class, node: Node, tags: &[u32]) {
        let within = |year: &Year| self.network.years.contains(*year);
        for year in class.years.iter().filter(within).collect::<Vec<_>>() {
            let through = self.anyone.get(&year).copied();
            let tags = tags.iter().filter_map(|tag| self.tags.get(&(*tag, year)).copied());
            for from in through.into_iter().chain(tags).collect::<Vec<_>>() {
                self.network.graph.arc(from, node, UNBOUNDED);
            }
        }
    }

    /// The way from a payer in a year to a class, through what bounds it.
    fn pays(&mut self, class: &Class, node: Node, payer: PayerNo, year: Year) {
        let Some(exit) = self.network.exit(payer, year) else { return };
        let problem = self.problem;
        let bounds = class.bounds.iter().filter_map(|&number| Some((number, problem.bounds.get(number as usize)?)));
        let chain = bounds.filter(|(_, bound)| bound.years.contains(year) && bound.members.contains(&payer));
        let place = match &class.payers {
            Payers::Listed(list) => list.iter().find(|(listed, _)| *listed == payer).map_or(0, |(_, place)| *place),
            Payers::Serving(_) => 0,
        };
        let mut at = exit;
        let mut first: Option<Arc> = None;
        for (number, bound) in chain {
            let (start, end) = self.bound_node(number, bound.cents);
            let arc = self.join(at, start);
            first = first.or(arc);
            at = end;
        }
        let arc = self.join(at, node);
        let Some(first) = first.or(arc) else { return };
        if place > 0 {
            self.network.preference.push((first, place));
        }
        for &number in &class.crossings {
            let bound = problem.crossings.get(number as usize).map(|crossing| &crossing.bound);
            if bound.is_some_and(|bound| bound.years.contains(year) && bound.members.contains(&payer))
                && let Some(arcs) = self.network.crossings.get_mut(number as usize)
            {
                arcs.push(first);
            }
        }
    }
}

fn each_year(bound: &Bound, years: YearRange, mut add: impl FnMut(PayerNo, Year)) {
    for year in bound.years.iter().filter(|year| years.contains(*year)) {
        bound.members.iter().for_each(|&payer| add(payer, year));
    }
}
