//! The canonical division by plain enumeration: every way to move whole cents, year by year, remembered by what is left.
//! Slow, and for that reason only for plans with few cents; it is there to check `solve.rs`, which it shares no idea with.

use crate::model::{Model, Payer};
use crate::oracle::Vectors;
use std::collections::HashMap;

/// What is left, between two years.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Left {
    /// By tranche (zero for the supplies of reserves).
    tranches: Vec<i64>,
    /// By reserve, by supply: whose money it holds.
    held: Vec<Vec<i64>>,
    demands: Vec<i64>,
    bounds: Vec<i64>,
}

struct Search<'a> {
    m: &'a Model,
    group_of: Vec<usize>,
    groups: usize,
    rank_of_supply: Vec<usize>,
    seen: HashMap<(usize, Left), Option<Vec<i64>>>,
    steps: usize,
}

/// What is chosen within one year.
struct Now {
    left: Left,
    out: Vec<Option<i64>>,
    value: Vec<i64>,
}

#[derive(Clone, Copy)]
enum Place {
    Tranche,
    In(usize),
}

/// One way for cents to move within a year.
#[derive(Clone, Copy)]
enum Way {
    Pay { place: Place, supply: usize, demand: usize, position: i64 },
    Move { place: Place, supply: usize, to: usize, transfer: usize },
}

/// None: more than `steps` steps would be needed. Some(None): the floors cannot be kept.
pub fn vectors(m: &Model, active: &[bool], steps: usize) -> Option<Option<Vectors>> {
    let groups = m.groups(active);
    let mut group_of = vec![0; m.demands.len()];
    for (g, members) in groups.iter().enumerate() {
        members.iter().for_each(|&i| group_of[i] = g);
    }
    let order = m.supply_order();
    let mut rank_of_supply = vec![0; order.len()];
    order.iter().enumerate().for_each(|(rank, &i)| rank_of_supply[i] = rank);
    let tranche = |s: &crate::model::Supply| matches!(s.holder, Payer::Source(_));
    let start = Left {
        tranches: m.supplies.iter().map(|s| if tranche(s) { s.amount } else { 0 }).collect(),
        held: vec![vec![0; m.supplies.len()]; m.vaults.len()],
        demands: (0..active.len()).map(|i| if active[i] { m.demands[i].amount } else { 0 }).collect(),
        bounds: m.bounds.iter().map(|b| b.amount).collect(),
    };
    let mut search = Search { m, group_of, groups: groups.len(), rank_of_supply, seen: HashMap::new(), steps };
    let best = search.from(0, start);
    if search.steps == 0 {
        return None;
    }
    let Some(best) = best else { return Some(None) };
    let rest = &best[groups.len()..];
    Some(Some(Vectors {
        covered: groups
            .iter()
            .zip(&best)
            .map(|(g, &c)| (m.demands[g[0]].goal.clone(), m.demands[g[0]].through, c))
            .collect(),
        overflow: -rest[0],
        saved: rest[1],
        positions: -rest[2],
        usage: order
            .iter()
            .zip(&rest[3..])
            .map(|(&i, &c)| (m.holder_name(m.supplies[i].holder).to_string(), m.supplies[i].year, c))
            .collect(),
    }))
}

impl Search<'_> {
    fn from(&mut self, year: usize, mut left: Left) -> Option<Vec<i64>> {
        let size = self.groups + 3 + self.m.supplies.len();
        if year == self.m.years {
            return Some(vec![0; size]);
        }
        let key = (year, left.clone());
        if let Some(known) = self.seen.get(&key) {
            return known.clone();
        }
        for (i, s) in self.m.supplies.iter().enumerate() {
            if let (Payer::Reserve(v), true) = (s.holder, s.year == year) {
                left.held[v][i] += s.amount;
            }
        }
        let ways = self.ways(year);
        let out = self.m.vaults.iter().map(|v| v.out[year]).collect();
        let mut now = Now { left, out, value: vec![0; size] };
        let mut moved = vec![0; self.m.transfers.len()];
        let mut best = None;
        self.choose(year, &ways, 0, &mut now, &mut moved, &mut best);
        self.seen.insert(key, best.clone());
        best
    }

    fn ways(&self, year: usize) -> Vec<Way> {
        let m = self.m;
        let mut ways = Vec::new();
        for (transfer, t) in m.transfers.iter().enumerate().filter(|(_, t)| t.year == year) {
            for supply in 0..m.supplies.len() {
                match t.from {
                    Payer::Source(_) if m.supplies[supply].holder == t.from && m.pays_in(supply, year) => {
                        ways.push(Way::Move { place: Place::Tranche, supply, to: t.to, transfer });
                    }
                    Payer::Reserve(v) => ways.push(Way::Move { place: Place::In(v), supply, to: t.to, transfer }),
                    Payer::Source(_) => {}
                }
            }
        }
        for demand in 0..m.demands.len() {
            for supply in 0..m.supplies.len() {
                let holder = m.supplies[supply].holder;
                if matches!(holder, Payer::Source(_))
                    && m.pays_in(supply, year)
                    && let Some(position) = m.may_pay(holder, demand, year)
                {
                    ways.push(Way::Pay { place: Place::Tranche, supply, demand, position });
                }
                for v in (0..m.vaults.len()).filter(|&v| m.open_in(v, year)) {
                    if let Some(position) = m.may_pay(Payer::Reserve(v), demand, year) {
                        ways.push(Way::Pay { place: Place::In(v), supply, demand, position });
                    }
                }
            }
        }
        ways
    }

    fn choose(
        &mut self,
        year: usize,
        ways: &[Way],
        at: usize,
        now: &mut Now,
        moved: &mut Vec<i64>,
        best: &mut Option<Vec<i64>>,
    ) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let Some(&way) = ways.get(at) else {
            self.spill(year, 0, 0, now, best);
            return;
        };
        self.choose(year, ways, at + 1, now, moved, best);
        let mut done = 0;
        while self.may(year, way, now, moved) {
            self.step(way, now, moved, year, 1);
            done += 1;
            self.choose(year, ways, at + 1, now, moved, best);
        }
        self.step(way, now, moved, year, -done);
    }

    /// May one cent more go this way?
    fn may(&self, year: usize, way: Way, now: &Now, moved: &[i64]) -> bool {
        let (place, supply) = match way {
            Way::Pay { place, supply, .. } | Way::Move { place, supply, .. } => (place, supply),
        };
        let there = match place {
            Place::Tranche => now.left.tranches[supply] > 0,
            Place::In(v) => now.left.held[v][supply] > 0 && now.out[v].is_none_or(|o| o > 0),
        };
        there
            && match way {
                Way::Pay { demand, .. } => {
                    let bounds = self.bounds(place, supply, demand, year);
                    now.left.demands[demand] > 0 && bounds.iter().all(|&b| now.left.bounds[b] > 0)
                }
                Way::Move { transfer, .. } => moved[transfer] < self.m.transfers[transfer].amount,
            }
    }

    fn bounds(&self, place: Place, supply: usize, demand: usize, year: usize) -> Vec<usize> {
        let payer = match place {
            Place::Tranche => self.m.supplies[supply].holder,
            Place::In(v) => Payer::Reserve(v),
        };
        (0..self.m.bounds.len())
            .filter(|&i| {
                let b = &self.m.bounds[i];
                b.payers.contains(&payer) && b.demands.contains(&demand) && b.years.contains(&year)
            })
            .collect()
    }

    fn step(&self, way: Way, now: &mut Now, moved: &mut [i64], year: usize, cents: i64) {
        let (place, supply) = match way {
            Way::Pay { place, supply, .. } | Way::Move { place, supply, .. } => (place, supply),
        };
        let g = self.groups;
        match place {
            Place::Tranche => {
                now.left.tranches[supply] -= cents;
                now.value[g + 1] += if self.m.supplies[supply].lapses { cents } else { 0 };
            }
            Place::In(v) => {
                now.left.held[v][supply] -= cents;
                now.out[v] = now.out[v].map(|o| o - cents);
            }
        }
        match way {
            Way::Pay { demand, position, .. } => {
                now.left.demands[demand] -= cents;
                for b in self.bounds(place, supply, demand, year) {
                    now.left.bounds[b] -= cents;
                }
                now.value[self.group_of[demand]] += cents;
                let own = matches!(self.m.supplies[supply].holder, Payer::Reserve(_));
                now.value[g + 1] += if own && self.m.supplies[supply].lapses { cents } else { 0 };
                now.value[g + 2] -= position * cents;
                now.value[g + 3 + self.rank_of_supply[supply]] += cents;
            }
            Way::Move { to, transfer, .. } => {
                now.left.held[to][supply] += cents;
                moved[transfer] += cents;
            }
        }
    }

    /// The year's end of reserve `v`, from supply `s` on: what is above the ceiling is lost, whosever money it is.
    fn spill(&mut self, year: usize, v: usize, s: usize, now: &mut Now, best: &mut Option<Vec<i64>>) {
        if v == self.m.vaults.len() {
            self.finish(year, now, best);
            return;
        }
        if s == 0 && self.m.open_in(v, year) {
            for (i, supply) in self.m.supplies.iter().enumerate() {
                if supply.goes_to == Some(v) && supply.year == year {
                    now.left.held[v][i] += now.left.tranches[i];
                }
            }
        }
        let total: i64 = now.left.held[v].iter().sum();
        let above = match self.m.vaults[v].ceiling {
            Some(c) if self.m.open_in(v, year) => (total - c).max(0),
            _ => 0,
        };
        if above == 0 {
            if total >= self.m.vaults[v].floor[year] {
                self.spill(year, v + 1, 0, now, best);
            }
        } else if s < self.m.supplies.len() {
            for cents in 0..=above.min(now.left.held[v][s]) {
                now.left.held[v][s] -= cents;
                now.value[self.groups] -= cents;
                // Only from the next supply on; the leftovers have joined already.
                self.spill(year, v, s + 1, now, best);
                now.left.held[v][s] += cents;
                now.value[self.groups] += cents;
            }
        }
        if s == 0 && self.m.open_in(v, year) {
            for (i, supply) in self.m.supplies.iter().enumerate() {
                if supply.goes_to == Some(v) && supply.year == year {
                    now.left.held[v][i] -= now.left.tranches[i];
                }
            }
        }
    }

    fn finish(&mut self, year: usize, now: &Now, best: &mut Option<Vec<i64>>) {
        let mut next = now.left.clone();
        for (i, s) in self.m.supplies.iter().enumerate() {
            if s.through <= year || s.goes_to.is_some() && s.year <= year {
                next.tranches[i] = 0;
            }
        }
        for (v, vault) in self.m.vaults.iter().enumerate() {
            if vault.ends == Some(year) {
                let held = std::mem::replace(&mut next.held[v], vec![0; self.m.supplies.len()]);
                if let Some(to) = vault.release {
                    held.iter().enumerate().for_each(|(i, c)| next.held[to][i] += c);
                }
            }
        }
        for (i, d) in self.m.demands.iter().enumerate() {
            if d.through <= year {
                next.demands[i] = 0;
            }
        }
        for (i, b) in self.m.bounds.iter().enumerate() {
            if b.years.iter().all(|&y| y <= year) {
                next.bounds[i] = 0;
            }
        }
        let Some(rest) = self.from(year + 1, next) else { return };
        let value: Vec<i64> = now.value.iter().zip(&rest).map(|(a, b)| a + b).collect();
        if best.as_ref().is_none_or(|b| value > *b) {
            *best = Some(value);
        }
    }
}
