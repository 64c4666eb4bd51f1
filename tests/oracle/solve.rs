//! The divisions of a model as an exact integer program: one column for each payment that may be made, the rules year
//! by year as rows. What is asked of it (the shortage, the canonical order, headroom) is an objective.

use crate::model::{Model, Payer};
use crate::program::{Outcome, Program, Terms};
use crate::small::Year;

/// A payment that may be made; `tranche` is none for a reserve's.
pub struct Payment {
    pub payer: Payer,
    pub tranche: Option<usize>,
    pub year: Year,
    pub demand: usize,
    pub position: i64,
    pub column: usize,
}

struct Moved {
    transfer: usize,
    tranche: Option<usize>,
    column: usize,
    /// The part of it that is paid out in the end.
    used: usize,
}

#[derive(Clone, Default)]
struct Sum {
    constant: i64,
    terms: Terms,
}

impl Sum {
    fn add(&mut self, column: usize, factor: i64) {
        self.terms.push((column, factor));
    }

    fn plus(&mut self, other: &Sum) {
        self.constant += other.constant;
        self.terms.extend(&other.terms);
    }

    fn minus(&self, other: &Sum) -> Sum {
        let mut sum = self.clone();
        sum.constant -= other.constant;
        sum.terms.extend(other.terms.iter().map(|&(c, k)| (c, -k)));
        sum
    }
}

pub struct Division<'a> {
    pub model: &'a Model,
    pub program: Program,
    pub payments: Vec<Payment>,
    moved: Vec<Moved>,
    overflow: Terms,
    /// By reserve supply or tranche that goes to a reserve: the part that is paid out by way of that reserve.
    by_reserve: Vec<Option<usize>>,
    /// By reserve and year, what it holds at the year's end.
    closing: Vec<Vec<Sum>>,
    /// How much one tranche falls, if asked.
    pub fall: Option<usize>,
}

pub const ENOUGH: i64 = 1000;

impl<'a> Division<'a> {
    /// The divisions over the active demands; `fall`: a tranche that may fall; `generous`: a reserve whose opening is
    /// unknown has enough.
    pub fn new(model: &'a Model, active: &[bool], fall: Option<usize>, generous: bool) -> Division<'a> {
        let mut d = Division {
            model,
            program: Program::default(),
            payments: Vec::new(),
            moved: Vec::new(),
            overflow: Vec::new(),
            by_reserve: vec![None; model.supplies.len()],
            closing: vec![Vec::new(); model.vaults.len()],
            fall: None,
        };
        d.payment_columns(active);
        for (i, demand) in model.demands.iter().enumerate() {
            let covered = d.covered(&[i]);
            d.program.at_most(covered, demand.amount);
        }
        for (i, s) in model.supplies.iter().enumerate() {
            let row = match s.holder {
                Payer::Source(_) => {
                    let mut row = d.taken(i, false);
                    if s.goes_to.is_some() {
                        d.by_reserve[i] = Some(d.program.column());
                        row.extend(d.by_reserve[i].map(|c| (c, 1)));
                    }
                    if fall == Some(i) {
                        d.fall = Some(d.program.column());
                        row.extend(d.fall.map(|c| (c, 1)));
                    }
                    row
                }
                Payer::Reserve(_) => {
                    d.by_reserve[i] = Some(d.program.column());
                    d.by_reserve[i].map(|c| (c, 1)).into_iter().collect()
                }
            };
            d.program.at_most(row, s.amount);
        }
        d.bounds();
        d.reserves(fall, generous);
        d
    }

    fn payment_columns(&mut self, active: &[bool]) {
        let m = self.model;
        for (demand, _) in m.demands.iter().enumerate().filter(|(i, _)| active[*i]) {
            for year in m.demands[demand].from..=m.demands[demand].through {
                for (i, s) in m.supplies.iter().enumerate() {
                    if !matches!(s.holder, Payer::Source(_)) || !m.pays_in(i, year) {
                        continue;
                    }
                    if let Some(position) = m.may_pay(s.holder, demand, year) {
                        let column = self.program.column();
                        let payer = s.holder;
                        self.payments.push(Payment { payer, tranche: Some(i), year, demand, position, column });
                    }
                }
                for v in (0..m.vaults.len()).filter(|&v| m.open_in(v, year)) {
                    let payer = Payer::Reserve(v);
                    if let Some(position) = m.may_pay(payer, demand, year) {
                        let column = self.program.column();
                        self.payments.push(Payment { payer, tranche: None, year, demand, position, column });
                    }
                }
            }
        }
        for (transfer, t) in m.transfers.iter().enumerate() {
            let tranches: Vec<Option<usize>> = match t.from {
                Payer::Reserve(_) => vec![None],
                Payer::Source(_) => (0..m.supplies.len())
                    .filter(|&i| m.supplies[i].holder == t.from && m.pays_in(i, t.year))
                    .map(Some)
                    .collect(),
            };
            let mut sum = Vec::new();
            for tranche in tranches {
                let (column, used) = (self.program.column(), self.program.column());
                self.program.at_most(vec![(used, 1), (column, -1)], 0);
                sum.push((column, 1));
                self.moved.push(Moved { transfer, tranche, column, used });
            }
            self.program.at_most(sum, t.amount);
        }
    }

    fn bounds(&mut self) {
        for bound in &self.model.bounds {
            let paid = self.payments.iter().filter(|p| {
                bound.payers.contains(&p.payer) && bound.demands.contains(&p.demand) && bound.years.contains(&p.year)
            });
            let row: Terms = paid.map(|p| (p.column, 1)).collect();
            if !row.is_empty() {
                self.program.at_most(row, bound.amount);
            }
        }
    }

    /// What a tranche pays and moves; `used`: of what it moves only what is paid out in the end.
    pub fn taken(&self, tranche: usize, used: bool) -> Terms {
        let paid = self.payments.iter().filter(|p| p.tranche == Some(tranche)).map(|p| (p.column, 1));
        let moved = self.moved.iter().filter(|m| m.tranche == Some(tranche));
        paid.chain(moved.map(|m| (if used { m.used } else { m.column }, 1))).collect()
    }

    fn reserves(&mut self, fall: Option<usize>, generous: bool) {
        let m = self.model;
        let count = m.vaults.len();
        // What each holds, and the part of it that is paid out later.
        let mut level = vec![Sum::default(); count];
        let mut used = vec![Sum::default(); count];
        let mut released: Vec<(usize, Sum, Sum)> = Vec::new();
        for year in 0..m.years {
            for (to, all, part) in std::mem::take(&mut released) {
                level[to].plus(&all);
                used[to].plus(&part);
            }
            for (i, s) in m.supplies.iter().enumerate() {
                if let (Payer::Reserve(v), true) = (s.holder, s.year == year) {
                    level[v].constant += s.amount;
                    used[v].terms.extend(self.by_reserve[i].map(|c| (c, 1)));
                }
            }
            for x in &self.moved {
                let t = &m.transfers[x.transfer];
                if t.year == year {
                    level[t.to].add(x.column, 1);
                    used[t.to].add(x.used, 1);
                    if let Payer::Reserve(v) = t.from {
                        level[v].add(x.column, -1);
                        used[v].add(x.used, -1);
                    }
                }
            }
            for v in 0..count {
                if generous && !m.vaults[v].known && year == 0 {
                    level[v].constant += ENOUGH;
                    used[v].constant += ENOUGH;
                }
                let out = self.leaving(v, year);
                level[v].terms.extend(out.iter().filter(|o| o.2).map(|o| (o.0, -1)));
                used[v].terms.extend(out.iter().filter(|o| o.2).map(|o| (o.0, -1)));
                if let Some(most) = m.vaults[v].out[year] {
                    self.program.at_most(out.iter().map(|o| (o.0, 1)).collect(), most);
                }
                self.not_negative(&level[v]);
                self.not_negative(&used[v]);
                self.not_negative(&level[v].minus(&used[v]));
                self.close(v, year, fall, &mut level[v], &mut used[v]);
                self.closing[v].push(level[v].clone());
                let over = m.vaults[v].ends == Some(year);
                match (over, m.vaults[v].release) {
                    (true, Some(to)) => released.push((to, level[v].clone(), used[v].clone())),
                    (true, None) => self.not_negative(&Sum::default().minus(&used[v])),
                    _ if year + 1 == m.years => self.nothing_more(&used[v], generous && !m.vaults[v].known),
                    _ => {}
                }
                if over {
                    level[v] = Sum::default();
                    used[v] = Sum::default();
                }
            }
        }
    }

    fn nothing_more(&mut self, used: &Sum, unknown: bool) {
        if !unknown {
            self.not_negative(&Sum::default().minus(used));
        }
    }

    /// The columns that leave the reserve in a year; the flag: a payment, whose amount is not yet taken off.
    fn leaving(&self, vault: usize, year: Year) -> Vec<(usize, Year, bool)> {
        let payer = Payer::Reserve(vault);
        let paid = self.payments.iter().filter(|p| p.payer == payer && p.year == year);
        let moved = self.moved.iter().filter(|x| {
            let t = &self.model.transfers[x.transfer];
            t.from == payer && t.year == year
        });
        paid.map(|p| (p.column, year, true)).chain(moved.map(|x| (x.column, year, false))).collect()
    }

    /// The year's end: leftovers join, the ceiling spills, the floor stays.
    fn close(&mut self, v: usize, year: Year, fall: Option<usize>, level: &mut Sum, used: &mut Sum) {
        let m = self.model;
        if m.open_in(v, year) {
            for (i, s) in m.supplies.iter().enumerate().filter(|(_, s)| s.goes_to == Some(v) && s.year == year) {
                level.constant += s.amount;
                let taken = self.taken(i, false);
                level.terms.extend(taken.into_iter().map(|(c, k)| (c, -k)));
                if fall == Some(i) {
                    level.terms.extend(self.fall.map(|c| (c, -1)));
                }
                used.terms.extend(self.by_reserve[i].map(|c| (c, 1)));
            }
        } else {
            for (i, _) in m.supplies.iter().enumerate().filter(|(_, s)| s.goes_to == Some(v) && s.year == year) {
                if let Some(c) = self.by_reserve[i] {
                    self.program.at_most(vec![(c, 1)], 0);
                }
            }
        }
        if let (Some(most), true) = (m.vaults[v].ceiling, m.open_in(v, year)) {
            let spilled = self.program.column();
            self.overflow.push((spilled, 1));
            level.add(spilled, -1);
            self.program.at_most(level.terms.clone(), most - level.constant);
        }
        self.program.at_least(level.terms.clone(), m.vaults[v].floor[year] - level.constant);
        self.not_negative(&level.minus(used));
    }

    fn not_negative(&mut self, sum: &Sum) {
        let mut terms = sum.terms.clone();
        terms.sort_unstable();
        let mut merged: Terms = Vec::new();
        for (c, k) in terms {
            match merged.last_mut() {
                Some(last) if last.0 == c => last.1 += k,
                _ => merged.push((c, k)),
            }
        }
        if sum.constant < 0 || merged.iter().any(|t| t.1 < 0) {
            self.program.at_least(merged, -sum.constant);
        }
    }

    pub fn covered(&self, demands: &[usize]) -> Terms {
        self.payments.iter().filter(|p| demands.contains(&p.demand)).map(|p| (p.column, 1)).collect()
    }

    /// What a source or reserve adds to reserves in a year.
    pub fn transfers_from(&self, payer: Payer, year: Year) -> Terms {
        let moved = self.moved.iter().filter(|x| {
            let t = &self.model.transfers[x.transfer];
            t.from == payer && t.year == year
        });
        moved.map(|x| (x.column, 1)).collect()
    }

    pub fn closing_of(&self, vault: usize, year: Year) -> (Terms, i64) {
        let sum = &self.closing[vault][year];
        (sum.terms.clone(), sum.constant)
    }

    /// How much of a supply is paid out, directly or by way of a reserve.
    pub fn usage(&self, supply: usize) -> Terms {
        let mut terms = match self.model.supplies[supply].holder {
            Payer::Source(_) => self.taken(supply, true),
            Payer::Reserve(_) => Vec::new(),
        };
        terms.extend(self.by_reserve[supply].map(|c| (c, 1)));
        terms
    }

    /// (a) to (d) as objectives to be made as great as can be, in order; the names of the parts are in `oracle.rs`.
    pub fn canonical(&self, active: &[bool]) -> Vec<Terms> {
        let m = self.model;
        let mut objectives: Vec<Terms> = m.groups(active).iter().map(|g| self.covered(g)).collect();
        objectives.push(self.overflow.iter().map(|&(c, k)| (c, -k)).collect());
        let lapsing = (0..m.supplies.len()).filter(|&i| m.supplies[i].lapses);
        objectives.push(
            lapsing
                .flat_map(|i| match m.supplies[i].holder {
                    Payer::Source(_) => self.taken(i, false),
                    Payer::Reserve(_) => self.usage(i),
                })
                .collect(),
        );
        objectives.push(self.payments.iter().map(|p| (p.column, -p.position)).collect());
        objectives.extend(m.supply_order().into_iter().map(|i| self.usage(i)));
        objectives
    }

    /// The greatest values of the objectives in order, in whole cents; none if there is no division.
    pub fn best(&self, objectives: &[Terms]) -> Option<Vec<i64>> {
        match self.program.maximise(objectives) {
            Outcome::Best(best) => Some(best),
            Outcome::Infeasible => None,
            // Whose money is used is one question, what a reserve holds another; where a ceiling ties them together, a
            // vertex may lie between two divisions.
            Outcome::Fractional => self.program.maximise_in_order_whole(objectives),
        }
    }
}
