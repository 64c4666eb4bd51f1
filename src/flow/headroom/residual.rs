//! What a solution leaves: how much more could flow to a class, and how much of a supply could be missed.

use super::Room;
use super::binding::{Names, binding};
use super::items::Kind;
use crate::diagnostic::Message;
use crate::flow::graph::{Arc, Graph, Node, Search, UNBOUNDED, Way};
use crate::flow::network::{Network, build};
use crate::flow::problem::{Problem, SupplyKind};
use crate::flow::solve::{forward, open_required, solve, wanted};
use std::collections::BinaryHeap;

/// More than any amount that can be asked for: what reaches it has no bound.
const ENDLESS: i64 = UNBOUNDED / 2;

/// A network with everything paid in it.
pub(super) struct Residual {
    network: Network,
    /// The same, never changed: to undo.
    clean: Graph,
    /// A search from any node back to money, not yet used.
    fresh: Search,
    /// By floor, what of it can be attained.
    attained: Vec<i64>,
}

/// The network with as much as possible flowing in it, and what is short of what must be paid and kept; floors as they
/// can be attained.
pub(super) fn filled(problem: &Problem, attained: Option<&[i64]>) -> (Network, i64) {
    let mut network = build(problem);
    open_required(problem, &mut network);
    for (floor, &cents) in network.floors.clone().iter().zip(attained.unwrap_or_default()) {
        network.graph.reset(floor.demand, cents);
        if let Some((_, arc)) = floor.again {
            network.graph.reset(arc, cents);
        }
    }
    let wanted = wanted(&network);
    let moved = forward(problem, &mut network);
    (network, wanted.saturating_sub(moved))
}

/// What one way alone has room for.
#[derive(Clone, Copy, Debug)]
pub(super) struct OneWay {
    pub(super) cents: i64,
    /// More there cannot be.
    pub(super) is_all: bool,
}

/// A node to which more is to flow.
struct Aim {
    node: Node,
    /// The arc that may not bring it.
    without: Option<Arc>,
    /// What is free already.
    free: i64,
    limit: i64,
}

impl Residual {
    /// Pays everything; `None` where that cannot be done.
    pub(super) fn of(problem: &Problem) -> Option<Self> {
        let (mut network, mut short) = filled(problem, None);
        let mut attained: Vec<i64> = network.floors.iter().map(|floor| floor.cents).collect();
        if short > 0 && !attained.is_empty() {
            // Floors that cannot be kept even if nothing is paid.
            attained = solve(problem).attained;
            (network, short) = filled(problem, Some(&attained));
        }
        if short > 0 {
            return None;
        }
        for (supply, entry) in problem.supplies.iter().zip(network.supplies.clone()) {
            if let (SupplyKind::Unlimited(_), Some(entry)) = (supply.kind, entry) {
                network.graph.set_left(entry.arc, UNBOUNDED);
            }
        }
        let fresh = Search::new(&network.graph, network.source, &[network.sink], Way::Backward);
        let clean = network.graph.clone();
        Some(Self { network, clean, fresh, attained })
    }

    /// How much work one search is.
    pub(super) fn size(&self) -> u64 {
        self.clean.arcs() as u64
    }

    /// By floor, what of it can be attained.
    pub(super) fn attained(&self) -> &[i64] {
        &self.attained
    }

    /// How much more a class could ask, and what binds it.
    pub(super) fn more(&mut self, class: u32, names: &Names<'_>) -> (Room, Vec<Message>) {
        match self.aim(Kind::Class(class)) {
            Some(aim) => self.reach(&aim, None, names),
            None => (Room::NotComputed, Vec::new()),
        }
    }

    /// How much of a supply could be missed, and what binds it.
    pub(super) fn less(&mut self, supply: u32, names: &Names<'_>) -> (Room, Vec<Message>) {
        if let Some(aim) = self.aim(Kind::Supply(supply)) {
            return self.reach(&aim, Some(supply), names);
        }
        // Money that can never pay can all be missed.
        let cents = names.problem.supplies.get(supply as usize).map_or(0, |supply| supply.cents);
        (Room::Exactly(i128::from(cents)), Vec::new())
    }

    fn aim(&self, kind: Kind) -> Option<Aim> {
        match kind {
            Kind::Class(class) => {
                let node = self.network.classes.get(class as usize)?.node;
                Some(Aim { node, without: None, free: 0, limit: ENDLESS })
            }
            Kind::Supply(supply) => {
                let entry = (*self.network.supplies.get(supply as usize)?)?;
                let (free, limit) = (self.clean.left(entry.arc), self.clean.flow(entry.arc));
                Some(Aim { node: entry.node, without: Some(entry.arc), free, limit })
            }
            Kind::Without | Kind::Changed => None,
        }
    }

    fn reach(&mut self, aim: &Aim, supply: Option<u32>, names: &Names<'_>) -> (Room, Vec<Message>) {
        let (moved, touched) = self.flow(aim);
        let found = if moved < aim.limit {
            let within = self.network.graph.reach(&[aim.node], Way::Forward);
            binding(names, &self.network, &within, supply)
        } else {
            Vec::new()
        };
        self.undo(&touched);
        let endless = supply.is_none() && moved >= aim.limit;
        let room = if endless { Room::Unbounded } else { Room::Exactly(i128::from(aim.free) + i128::from(moved)) };
        (room, found)
    }

    /// As much as possible, at most the own amount (without one: everything).
    pub(super) fn within(&mut self, kind: Kind, own: i64) -> Room {
        let Some(mut aim) = self.aim(kind) else { return Room::NotComputed };
        let is_class = matches!(kind, Kind::Class(_));
        if is_class && own > 0 {
            aim.limit = own;
        }
        let (moved, touched) = self.flow(&aim);
        self.undo(&touched);
        let room = i128::from(aim.free) + i128::from(moved);
        match moved >= aim.limit {
            true if is_class && own > 0 => Room::AtLeast(room),
            true if is_class => Room::Unbounded,
            _ => Room::Exactly(room),
        }
    }

    /// Moves as much as there is to a node; gives how much, and the arcs that changed.
    fn flow(&mut self, aim: &Aim) -> (i64, Vec<Arc>) {
        let mut search = self.fresh.clone();
        search.touched = Some(Vec::new());
        if let Some(arc) = aim.without {
            self.network.graph.set_left(arc, 0);
        }
        let moved = search.augment(&mut self.network.graph, aim.node, aim.limit);
        let mut touched = search.touched.unwrap_or_default();
        touched.extend(aim.without);
        (moved, touched)
    }

    fn undo(&mut self, touched: &[Arc]) {
        for &arc in touched {
            for arc in [arc, arc ^ 1] {
                self.network.graph.set_left(arc, self.clean.left(arc));
            }
        }
    }

    /// By node, the most that one way alone could bring there from unspent money.
    pub(super) fn widths(&self) -> Vec<i64> {
        let graph = &self.clean;
        let mut widths = vec![0; graph.len()];
        let mut heap = BinaryHeap::from([(ENDLESS, self.network.source)]);
        if let Some(slot) = widths.get_mut(self.network.source as usize) {
            *slot = ENDLESS;
        }
        while let Some((width, node)) = heap.pop() {
            if widths.get(node as usize).is_none_or(|&known| known > width) {
                continue;
            }
            for &arc in graph.leaving(node) {
                let (next, through) = (graph.head(arc), graph.left(arc).min(width));
                if next == self.network.sink {
                    continue;
                }
                if let Some(slot) = widths.get_mut(next as usize).filter(|slot| **slot < through) {
                    *slot = through;
                    heap.push((through, next));
                }
            }
        }
        widths
    }

    /// What one way alone has room for.
    pub(super) fn one_way(&self, kind: Kind, widths: &[i64]) -> Option<OneWay> {
        let aim = self.aim(kind)?;
        let width = widths.get(aim.node as usize).copied().unwrap_or(0);
        if aim.without.is_none() {
            return Some(OneWay { cents: width, is_all: false });
        }
        // The width is that of other ways only where nothing of the supply itself is unspent.
        let other = if aim.free == 0 { width.min(aim.limit) } else { 0 };
        let dead = aim.free == 0 && width == 0;
        Some(OneWay { cents: aim.free.saturating_add(other), is_all: dead || other == aim.limit })
    }
}
