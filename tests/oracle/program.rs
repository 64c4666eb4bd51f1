//! Exact integer programming in a small dense tableau: rows `Σ a·x <= b` over `x >= 0`, several objectives one after
//! the other. All arithmetic is in integers over one common denominator (Edmonds' integer pivoting), so nothing is
//! ever rounded; where a vertex is not whole, the search branches.

pub type Terms = Vec<(usize, i64)>;

#[derive(Clone, Debug, Default)]
pub struct Program {
    pub columns: usize,
    pub rows: Vec<(Terms, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The best value of each objective in order.
    Best(Vec<i64>),
    Infeasible,
    /// The best of some objective is not whole.
    Fractional,
}

struct Tableau {
    /// One row for each basic variable: its value is the last entry minus the sum of the others times theirs.
    a: Vec<Vec<i64>>,
    denominator: i64,
    basic: Vec<usize>,
    other: Vec<usize>,
    /// Columns that must stay at zero for what was already optimised to remain so.
    fixed: Vec<bool>,
}

impl Program {
    pub fn column(&mut self) -> usize {
        self.columns += 1;
        self.columns - 1
    }

    pub fn at_most(&mut self, terms: Terms, bound: i64) {
        self.rows.push((terms, bound));
    }

    pub fn at_least(&mut self, terms: Terms, bound: i64) {
        self.rows.push((terms.into_iter().map(|(c, k)| (c, -k)).collect(), -bound));
    }

    pub fn exactly(&mut self, terms: Terms, value: i64) {
        self.at_least(terms.clone(), value);
        self.at_most(terms, value);
    }

    /// The greatest values of the objectives, each under the ones before it.
    pub fn maximise(&self, objectives: &[Terms]) -> Outcome {
        let Some(mut t) = self.feasible() else { return Outcome::Infeasible };
        let mut best = Vec::new();
        for objective in objectives {
            let (value, d) = t.optimise(objective);
            if value % d != 0 {
                return Outcome::Fractional;
            }
            best.push(value / d);
        }
        if t.broken(self.columns).is_some() {
            return Outcome::Fractional;
        }
        Outcome::Best(best)
    }

    /// The same over whole numbers only, for programs whose vertices are not all whole.
    pub fn maximise_in_order_whole(&self, objectives: &[Terms]) -> Option<Vec<i64>> {
        let mut program = self.clone();
        let mut best = Vec::new();
        for objective in objectives {
            let value = program.maximise_whole(objective)?;
            program.at_least(objective.clone(), value);
            best.push(value);
        }
        Some(best)
    }

    /// The columns of a division that is best by the objectives in order; none if there is none or it is not whole.
    pub fn solution(&self, objectives: &[Terms]) -> Option<Vec<i64>> {
        let mut t = self.feasible()?;
        for objective in objectives {
            t.optimise(objective);
        }
        let last = t.other.len();
        let mut values = vec![0; self.columns];
        for (row, &variable) in t.a.iter().zip(&t.basic) {
            if variable < self.columns {
                if row[last] % t.denominator != 0 {
                    return None;
                }
                values[variable] = row[last] / t.denominator;
            }
        }
        Some(values)
    }

    /// The greatest value of one objective over whole numbers only; none if there is no such division.
    pub fn maximise_whole(&self, objective: &Terms) -> Option<i64> {
        let mut best = None;
        self.branch(objective, &mut best);
        best
    }

    fn branch(&self, objective: &Terms, best: &mut Option<i64>) {
        let Some(mut t) = self.feasible() else { return };
        let (value, d) = t.optimise(objective);
        if best.is_some_and(|b| value.div_euclid(d) <= b) {
            return;
        }
        let last = t.other.len();
        let Some(i) = t.broken(self.columns) else {
            *best = Some(value / d);
            return;
        };
        let (column, low) = (t.basic[i], t.a[i][last].div_euclid(t.denominator));
        let mut down = self.clone();
        down.at_most(vec![(column, 1)], low);
        down.branch(objective, best);
        let mut up = self.clone();
        up.at_least(vec![(column, 1)], low + 1);
        up.branch(objective, best);
    }

    /// A first vertex, by way of one artificial column where zero is not a division.
    fn feasible(&self) -> Option<Tableau> {
        let n = self.columns;
        let artificial = n + self.rows.len();
        let least = self.rows.iter().map(|r| r.1).min().unwrap_or(0);
        let extra = usize::from(least < 0);
        let mut a = Vec::with_capacity(self.rows.len() + 1);
        for (terms, bound) in &self.rows {
            let mut row = vec![0; n + extra + 1];
            for &(c, k) in terms {
                row[c] += k;
            }
            if extra == 1 {
                row[n] = -1;
            }
            row[n + extra] = *bound;
            a.push(row);
        }
        let mut t = Tableau {
            a,
            denominator: 1,
            basic: (n..artificial).collect(),
            other: (0..n).collect(),
            fixed: vec![false; n + extra],
        };
        if extra == 0 {
            return Some(t);
        }
        t.other.push(artificial);
        let row = (0..self.rows.len()).find(|&i| self.rows[i].1 == least)?;
        t.pivot(row, n);
        let (short, _) = t.optimise(&vec![(artificial, -1)]);
        t.fixed.iter_mut().for_each(|f| *f = false);
        if short != 0 {
            return None;
        }
        if let Some(row) = t.basic.iter().position(|&b| b == artificial) {
            match (0..t.other.len()).find(|&c| t.a[row][c] != 0) {
                Some(c) => t.pivot(row, c),
                None => {
                    t.a.remove(row);
                    t.basic.remove(row);
                    return Some(t);
                }
            }
        }
        let column = t.other.iter().position(|&b| b == artificial)?;
        t.other.remove(column);
        t.fixed.remove(column);
        t.a.iter_mut().for_each(|r| {
            r.remove(column);
        });
        Some(t)
    }
}

impl Tableau {
    /// A row whose variable, one of the first `columns`, is not whole.
    fn broken(&self, columns: usize) -> Option<usize> {
        let last = self.other.len();
        (0..self.basic.len()).find(|&i| self.basic[i] < columns && self.a[i][last] % self.denominator != 0)
    }

    /// Exchanges a basic variable with another. The entry may be negative only where the row's value is zero, or at the
    /// first step.
    fn pivot(&mut self, row: usize, column: usize) {
        let d = self.denominator;
        let mut p = self.a[row][column];
        let mut pivot_row = std::mem::take(&mut self.a[row]);
        for r in &mut self.a {
            let k = match r.get(column) {
                Some(&k) => k,
                None => continue,
            };
            if k == 0 && p == d {
                continue;
            }
            for (j, (x, &y)) in r.iter_mut().zip(&pivot_row).enumerate() {
                if j != column && (k != 0 && y != 0 || p != d) {
                    *x = (*x * p - k * y) / d;
                }
            }
            r[column] = -k;
        }
        pivot_row[column] = d;
        self.a[row] = pivot_row;
        std::mem::swap(&mut self.basic[row], &mut self.other[column]);
        if p < 0 {
            p = -p;
            self.a.iter_mut().flatten().for_each(|x| *x = -*x);
        }
        self.denominator = p;
    }

    /// The greatest value of the objective (over the denominator), from here on.
    fn optimise(&mut self, objective: &Terms) -> (i64, i64) {
        let last = self.other.len();
        let mut z = vec![0; last + 1];
        for &(variable, k) in objective {
            if let Some(c) = self.other.iter().position(|&v| v == variable) {
                z[c] -= k * self.denominator;
            } else if let Some(r) = self.basic.iter().position(|&v| v == variable) {
                // The variable is its row's value minus the sum of the others: the signs of the objective's row agree.
                for (x, y) in z.iter_mut().zip(&self.a[r]) {
                    *x += k * y;
                }
            }
        }
        self.a.push(z);
        let rows = self.a.len() - 1;
        let mut steps = 0;
        loop {
            steps += 1;
            let z = &self.a[rows];
            let candidates = (0..last).filter(|&c| !self.fixed[c] && z[c] < 0);
            let column =
                if steps < 60 { candidates.min_by_key(|&c| z[c]) } else { candidates.min_by_key(|&c| self.other[c]) };
            let Some(column) = column else { break };
            let mut leaving: Option<usize> = None;
            for i in 0..rows {
                if self.a[i][column] <= 0 {
                    continue;
                }
                let better = leaving.is_none_or(|l| {
                    let left = self.a[i][last] * self.a[l][column];
                    let right = self.a[l][last] * self.a[i][column];
                    left < right || (left == right && self.basic[i] < self.basic[l])
                });
                if better {
                    leaving = Some(i);
                }
            }
            let row = leaving.expect("an objective without a bound");
            self.pivot(row, column);
        }
        let z = self.a.pop().unwrap_or_default();
        for (fixed, &cost) in self.fixed.iter_mut().zip(&z[..last]) {
            *fixed |= cost > 0;
        }
        (z[last], self.denominator)
    }
}
