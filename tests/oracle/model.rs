//! A small plan read by the rules of `evaluation.md`: the money that there is, when it may pay, and what it must pay.
//! Both searches (`solve.rs` by exact integer programming, `brute.rs` by enumeration) work on this.

use crate::small::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    Source(usize),
    Reserve(usize),
}

/// A tranche, an opening balance, or money from outside the plan added to a reserve.
#[derive(Clone, Debug)]
pub struct Supply {
    pub holder: Payer,
    pub year: Year,
    pub amount: i64,
    pub outside: bool,
    /// Tranche only: the years in which it may pay, empty when `from > through`.
    pub from: Year,
    pub through: Year,
    /// The last year in which it may pay; none: it never expires.
    pub last: Option<Year>,
    /// Unused, it is lost or repaid within the plan's years.
    pub lapses: bool,
    /// The reserve that gets the leftover at the end of the tranche's year.
    pub goes_to: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Vault {
    pub name: String,
    /// The balance is known: floor and ceiling bind.
    pub known: bool,
    /// By year; lowered to what is attainable by `oracle::answers`.
    pub floor: Vec<i64>,
    pub ceiling: Option<i64>,
    /// By year, what may leave it at most.
    pub out: Vec<Option<i64>>,
    pub ends: Option<Year>,
    /// Only where its end lies before the plan's.
    pub release: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Transfer {
    pub from: Payer,
    pub to: usize,
    pub year: Year,
    pub amount: i64,
}

#[derive(Clone, Debug)]
pub struct Demand {
    pub goal: String,
    /// The payer of a fixed share.
    pub share_of: Option<String>,
    pub from: Year,
    pub through: Year,
    pub amount: i64,
    /// Who may pay, with the position in `paid by` (0: no list).
    pub payers: Vec<(Payer, i64)>,
    pub priority: i64,
    pub optional: bool,
    pub remainder: bool,
    /// Which cost of the plan this comes from: (goal, line, cost).
    pub origin: Option<(usize, usize, usize)>,
}

/// What these payers may pay to these demands in these years, at most.
#[derive(Clone, Debug)]
pub struct Bound {
    pub payers: Vec<Payer>,
    pub demands: Vec<usize>,
    pub years: Vec<Year>,
    pub amount: i64,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub years: usize,
    pub sources: Vec<String>,
    pub vaults: Vec<Vault>,
    pub supplies: Vec<Supply>,
    pub transfers: Vec<Transfer>,
    pub demands: Vec<Demand>,
    pub bounds: Vec<Bound>,
    /// (goal, label of the window, payer) of costs that an unlimited payer may pay, with their amounts.
    pub dropped: Vec<(String, String, i64)>,
    /// A cap over all years crosses windows: not a pure flow.
    pub outside_flow: bool,
}

pub fn model(plan: &SmallPlan) -> Model {
    let mut m = Model {
        years: plan.years,
        sources: plan.sources.iter().map(|s| s.name.clone()).collect(),
        vaults: Vec::new(),
        supplies: Vec::new(),
        transfers: Vec::new(),
        demands: Vec::new(),
        bounds: Vec::new(),
        dropped: Vec::new(),
        outside_flow: false,
    };
    let vault_index = |name: &str| plan.reserves.iter().position(|r| r.name == name);
    for r in &plan.reserves {
        m.vaults.push(vault(plan, r, vault_index));
    }
    for (i, s) in plan.sources.iter().enumerate() {
        if s.unlimited || plan.rejected(&s.needs) {
            continue;
        }
        for t in &s.tranches {
            m.supplies.push(tranche(plan, i, s, t, vault_index));
        }
    }
    for (i, r) in plan.reserves.iter().enumerate() {
        let last = if m.vaults[i].release.is_none() { r.ends } else { None };
        let supply = |year, amount, outside| Supply {
            holder: Payer::Reserve(i),
            year,
            amount,
            outside,
            from: year,
            through: plan.last(),
            last,
            lapses: last.is_some(),
            goes_to: None,
        };
        if let Some(cents) = r.opening {
            m.supplies.push(supply(0, cents, false));
        }
        for a in &r.adds {
            match a.from.as_deref().map(|f| payer_named(plan, f)) {
                None => m.supplies.push(supply(a.year, a.cents, true)),
                Some(Some(from)) => m.transfers.push(Transfer { from, to: i, year: a.year, amount: a.cents }),
                Some(None) => {}
            }
        }
    }
    crate::demands::demands(plan, &mut m);
    m
}

pub fn payer_named(plan: &SmallPlan, name: &str) -> Option<Payer> {
    let source = plan.sources.iter().position(|s| s.name == name).map(Payer::Source);
    source.or_else(|| plan.reserves.iter().position(|r| r.name == name).map(Payer::Reserve))
}

fn vault(plan: &SmallPlan, r: &Reserve, vault_index: impl Fn(&str) -> Option<usize>) -> Vault {
    let known = r.opening.is_some();
    let effective = r.ends.is_some_and(|e| e < plan.last());
    let release = if effective { r.release.as_deref().and_then(vault_index) } else { None };
    let binds = |year: Year| match r.ends {
        Some(e) if year == e => r.release.is_some(),
        Some(e) => year < e,
        None => true,
    };
    let out = (0..plan.years).map(|year| {
        let fixed = r.withdraws.iter().filter(|w| w.0 == year).map(|w| w.1).min();
        match (r.limit, fixed) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    });
    Vault {
        name: r.name.clone(),
        known,
        floor: (0..plan.years).map(|y| if known && binds(y) { r.floor } else { 0 }).collect(),
        ceiling: if known { r.ceiling } else { None },
        out: out.collect(),
        ends: r.ends,
        release,
    }
}

fn tranche(
    plan: &SmallPlan,
    source: usize,
    s: &Source,
    t: &Tranche,
    vault_index: impl Fn(&str) -> Option<usize>,
) -> Supply {
    let (mut from, mut last, mut goes_to) = (t.year, Some(t.year), None);
    match &s.carry {
        Carry::Stays => last = None,
        Carry::StaysYears(n) => last = Some(t.year + n),
        Carry::Lapses | Carry::Returns => {}
        Carry::GoesTo(r) => goes_to = vault_index(r),
    }
    if let Some((a, b)) = s.available {
        from = from.max(a);
        last = Some(last.map_or(b, |l| l.min(b)));
    }
    Supply {
        holder: Payer::Source(source),
        year: t.year,
        amount: t.cents,
        outside: false,
        from,
        through: last.unwrap_or(plan.last()).min(plan.last()),
        last,
        lapses: goes_to.is_none() && last.is_some_and(|l| l <= plan.last()),
        goes_to,
    }
}

impl Model {
    pub fn holder_name(&self, payer: Payer) -> &str {
        match payer {
            Payer::Source(i) => &self.sources[i],
            Payer::Reserve(i) => &self.vaults[i].name,
        }
    }

    /// The demand's rank in the order of (a): required first, by priority, end of window and name.
    pub fn rank(&self, demand: usize) -> (bool, bool, i64, Year, String) {
        let d = &self.demands[demand];
        (d.remainder, d.optional, d.priority, d.through, d.goal.clone())
    }

    /// The groups of `active` demands of one rank, in order.
    pub fn groups(&self, active: &[bool]) -> Vec<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.demands.len()).filter(|&i| active[i]).collect();
        order.sort_by_key(|&i| self.rank(i));
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for i in order {
            match groups.last_mut() {
                Some(g) if self.rank(g[0]) == self.rank(i) => g.push(i),
                _ => groups.push(vec![i]),
            }
        }
        groups
    }

    /// The supplies in the order in which they are used up: soonest to expire, source before reserve, name, year.
    pub fn supply_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.supplies.len()).collect();
        order.sort_by_key(|&i| {
            let s = &self.supplies[i];
            let reserve = matches!(s.holder, Payer::Reserve(_));
            (s.last.unwrap_or(usize::MAX), reserve, self.holder_name(s.holder).to_string(), s.year, s.outside)
        });
        order
    }

    /// May the supply, being a tranche, pay in this year?
    pub fn pays_in(&self, supply: usize, year: Year) -> bool {
        let s = &self.supplies[supply];
        s.from <= year && year <= s.through
    }

    /// May the reserve pay in this year?
    pub fn open_in(&self, vault: usize, year: Year) -> bool {
        self.vaults[vault].ends.is_none_or(|e| year <= e)
    }

    /// The position in `paid by` if this payer may pay the demand in this year.
    pub fn may_pay(&self, payer: Payer, demand: usize, year: Year) -> Option<i64> {
        let d = &self.demands[demand];
        if year < d.from || year > d.through {
            return None;
        }
        d.payers.iter().find(|p| p.0 == payer).map(|p| p.1)
    }

    pub fn required(&self) -> Vec<bool> {
        self.demands.iter().map(|d| !d.optional && !d.remainder).collect()
    }
}
