//! From the flow in the network to who pays which cost in which year.
//!
//! Within a class money is dealt by name of the goal; to each the payers in the order of `paid by`, the earliest year first.

use super::division::{Division, Owner, Payment};
use super::graph::{Arc, Node};
use super::problem::{Class, PayerNo, Payers, Problem};
use super::solve::Solved;
use crate::money::Year;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;

/// Money of one payer in one year, on its way.
#[derive(Clone, Copy, Debug)]
struct Parcel {
    payer: PayerNo,
    year: Year,
    cents: i64,
}

/// Deals the money that flows to the demands.
pub(super) fn deal(problem: &Problem, solved: &Solved) -> Division {
    let mut dealer = Dealer::new(problem, solved);
    dealer.run();
    let mut demands = problem.demands.clone();
    for (demand, &uncovered) in demands.iter_mut().zip(&solved.uncovered) {
        demand.uncovered = uncovered;
    }
    let left_out =
        |class: &&Class| class.optional.is_some_and(|number| solved.taken.get(number as usize) == Some(&false));
    let members = problem.classes.iter().filter(left_out).filter_map(|class| class.members.first());
    let owners: FxHashSet<Owner> =
        members.filter_map(|&member| problem.demands.get(member as usize)).map(|demand| demand.owner).collect();
    // Also what a payer without limit would pay of it.
    for demand in demands.iter_mut().filter(|demand| owners.contains(&demand.owner)) {
        demand.left_out = true;
        demand.uncovered = 0;
    }
    for (class, &cents) in problem.classes.iter().zip(&solved.covered) {
        if class.remainder
            && let Some(demand) = class.members.first().and_then(|&member| demands.get_mut(member as usize))
        {
            demand.cents = cents;
        }
    }
    let mut payments = dealer.payments;
    for (demand, (without_limit, number)) in demands.iter().zip(problem.paid_without_limit.iter().zip(0u32..)) {
        if let Some((payer, year)) = *without_limit
            && demand.cents > 0
            && !demand.left_out
            && let Some(who) = problem.who(payer)
        {
            payments.push((payer, Payment { payer: who.payer, year, demand: number, cents: demand.cents }));
        }
    }
    // Within a demand and a year by name of the payer, which is the order of their numbers.
    payments.sort_by_key(|(payer, payment)| (payment.demand, payment.year, *payer));
    let payments = payments.into_iter().map(|(_, payment)| payment).collect();
    Division { demands, payments }
}

struct Dealer<'a> {
    problem: &'a Problem,
    solved: &'a Solved,
    /// For each node what waits there.
    waiting: Vec<VecDeque<Parcel>>,
    payments: Vec<(PayerNo, Payment)>,
}

impl<'a> Dealer<'a> {
    fn new(problem: &'a Problem, solved: &'a Solved) -> Self {
        let waiting = vec![VecDeque::new(); solved.network.graph.len()];
        Self { problem, solved, waiting, payments: Vec::new() }
    }

    fn run(&mut self) {
        // From the nodes of payers on, arcs lead through bounds and earmarks to classes, without a way back.
        let network = &self.solved.network;
        let mut order: Vec<Node> = Vec::new();
        let mut seen = vec![false; network.graph.len()];
        let mut class_of = vec![u32::MAX; network.graph.len()];
        for (entry, number) in network.classes.iter().zip(0u32..) {
            if let Some(slot) = class_of.get_mut(entry.node as usize) {
                *slot = number;
            }
        }
        for year in network.years.iter() {
            for payer in 0..self.problem.payers.len() {
                let payer = u32::try_from(payer).unwrap_or(u32::MAX);
                let Some(start) = network.start(payer, year) else { continue };
                let leaving: i64 = self.onward(start).map(|arc| network.graph.flow(arc)).sum();
                if leaving > 0
                    && let Some(queue) = self.waiting.get_mut(start as usize)
                {
                    queue.push_back(Parcel { payer, year, cents: leaving });
                }
                self.visit(start, &mut seen, &mut order);
            }
        }
        for &node in order.iter().rev() {
            let class = class_of.get(node as usize).copied().filter(|&class| class != u32::MAX);
            match class {
                Some(class) => self.pay_members(class, node),
                None => self.pass_on(node),
            }
        }
    }

    /// The arcs from a node towards classes: not those to other reserves, to later years or to the sink.
    fn onward(&self, node: Node) -> impl Iterator<Item = Arc> {
        let network = &self.solved.network;
        let leaving = network.graph.leaving(node).iter().copied();
        leaving.filter(move |&arc| arc & 1 == 0 && network.is_to_goals(arc))
    }

    /// Puts the nodes behind a node before it in the order.
    fn visit(&self, node: Node, seen: &mut [bool], order: &mut Vec<Node>) {
        let mut open: Vec<(Node, bool)> = vec![(node, false)];
        while let Some((node, done)) = open.pop() {
            if done {
                order.push(node);
                continue;
            }
            match seen.get_mut(node as usize) {
                Some(slot) if !*slot => *slot = true,
                _ => continue,
            }
            open.push((node, true));
            open.extend(self.onward(node).map(|arc| (self.solved.network.graph.head(arc), false)));
        }
    }

    fn take(&mut self, node: Node, mut cents: i64) -> Vec<Parcel> {
        let mut taken = Vec::new();
        let Some(queue) = self.waiting.get_mut(node as usize) else { return taken };
        while cents > 0
            && let Some(first) = queue.front_mut()
        {
            let part = first.cents.min(cents);
            taken.push(Parcel { cents: part, ..*first });
            first.cents -= part;
            cents -= part;
            if first.cents == 0 {
                queue.pop_front();
            }
        }
        taken
    }

    fn pass_on(&mut self, node: Node) {
        let network = &self.solved.network;
        let arcs: Vec<(Node, i64)> = self
            .onward(node)
            .map(|arc| (network.graph.head(arc), network.graph.flow(arc)))
            .filter(|(_, cents)| *cents > 0)
            .collect();
        for (to, cents) in arcs {
            let parcels = self.take(node, cents);
            if let Some(queue) = self.waiting.get_mut(to as usize) {
                queue.extend(parcels);
            }
        }
    }

    fn pay_members(&mut self, class: u32, node: Node) {
        let problem = self.problem;
        let Some(class) = problem.classes.get(class as usize) else { return };
        let preference = |payer: PayerNo| match &class.payers {
            Payers::Listed(list) => list.iter().find(|(listed, _)| *listed == payer).map_or(0, |(_, place)| *place),
            Payers::Serving(_) => 0,
        };
        let mut parcels: Vec<Parcel> =
            self.waiting.get_mut(node as usize).map(std::mem::take).unwrap_or_default().into();
        parcels.sort_by_key(|parcel| (preference(parcel.payer), parcel.year, parcel.payer));
        let mut merged: VecDeque<Parcel> = VecDeque::with_capacity(parcels.len());
        for parcel in parcels {
            match merged.back_mut() {
                Some(last) if last.payer == parcel.payer && last.year == parcel.year => last.cents += parcel.cents,
                _ => merged.push_back(parcel),
            }
        }
        if let Some(queue) = self.waiting.get_mut(node as usize) {
            *queue = merged;
        }
        for &member in &class.members {
            let asked = problem.demands.get(member as usize).map_or(0, |demand| demand.cents);
            let uncovered = self.solved.uncovered.get(member as usize).copied().unwrap_or(0);
            let cents = if class.remainder { i64::MAX } else { asked - uncovered };
            for parcel in self.take(node, cents) {
                if let Some(who) = problem.who(parcel.payer) {
                    let payment = Payment { payer: who.payer, year: parcel.year, demand: member, cents: parcel.cents };
                    self.payments.push((parcel.payer, payment));
                }
            }
        }
    }
}
