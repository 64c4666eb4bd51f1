//! A small plan as plain data. Years are counted from 0 (`SmallPlan::first` is the year of 0), amounts are cents.
//! The generator is in `generate.rs`, the text in `text.rs`.

pub type Year = usize;

#[derive(Clone, Debug, Default)]
pub struct SmallPlan {
    /// The calendar year of year 0.
    pub first: usize,
    /// How many years the plan has.
    pub years: usize,
    pub decisions: Vec<Decision>,
    pub themes: Vec<Theme>,
    /// Names of wholes; their parts are sources that name them.
    pub wholes: Vec<String>,
    pub sources: Vec<Source>,
    pub reserves: Vec<Reserve>,
    pub goals: Vec<Goal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Taken,
    Proposed,
    Rejected,
}

#[derive(Clone, Debug)]
pub struct Decision {
    pub name: String,
    pub state: State,
}

#[derive(Clone, Debug)]
pub struct Theme {
    pub name: String,
    /// From year, through year, cents.
    pub budget: Option<(Year, Year, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carry {
    Stays,
    StaysYears(usize),
    Lapses,
    Returns,
    GoesTo(String),
}

#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    /// The whole that it is a part of.
    pub whole: Option<String>,
    pub tags: Vec<String>,
    pub tranches: Vec<Tranche>,
    pub unlimited: bool,
    pub carry: Carry,
    pub available: Option<(Year, Year)>,
    pub needs: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Tranche {
    pub year: Year,
    pub cents: i64,
    pub expected: bool,
}

#[derive(Clone, Debug)]
pub struct Reserve {
    pub name: String,
    pub tags: Vec<String>,
    /// At the start of year 0; without it the balance is unknown.
    pub opening: Option<i64>,
    pub floor: i64,
    pub ceiling: Option<i64>,
    pub limit: Option<i64>,
    pub adds: Vec<Add>,
    pub withdraws: Vec<(Year, i64)>,
    pub ends: Option<Year>,
    pub release: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Add {
    pub year: Year,
    pub cents: i64,
    /// A source or an earlier reserve; without it, money from outside the plan.
    pub from: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Goal {
    pub name: String,
    pub tags: Vec<String>,
    pub lines: Vec<Line>,
    /// From year, through year, cents.
    pub budget: Option<(Year, Year, i64)>,
    pub paid_by: PaidBy,
    pub caps: Vec<Cap>,
    pub priority: Option<i64>,
    pub optional: bool,
    /// Takes what is left of this source in this year.
    pub remainder: Option<(String, Year)>,
    pub theme: Option<String>,
    pub needs: Option<String>,
}

/// A cost line: a title or none, and the costs of its windows (a window of one year is that year).
#[derive(Clone, Debug)]
pub struct Line {
    pub title: Option<String>,
    pub costs: Vec<Cost>,
}

#[derive(Clone, Debug)]
pub struct Cost {
    pub from: Year,
    pub through: Year,
    pub cents: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaidBy {
    Anyone,
    /// In this order of preference; a name may be a whole.
    List(Vec<String>),
    /// Percentages that add up to 100.
    Shares(Vec<(String, i64)>),
    /// Payer, year, cents.
    Stated(Vec<(String, Year, i64)>),
}

#[derive(Clone, Debug)]
pub struct Cap {
    pub cents: i64,
    pub payer: String,
    /// Over all years together, instead of for each year.
    pub total: bool,
}

impl SmallPlan {
    /// The label of a window as the outcome writes it.
    pub fn label(&self, from: Year, through: Year) -> String {
        if from == through {
            (self.first + from).to_string()
        } else {
            format!("{}..{}", self.first + from, self.first + through)
        }
    }

    pub fn last(&self) -> Year {
        self.years - 1
    }

    pub fn source(&self, name: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.name == name)
    }

    pub fn rejected(&self, needs: &Option<String>) -> bool {
        needs.as_ref().is_some_and(|n| self.decisions.iter().any(|d| &d.name == n && d.state == State::Rejected))
    }

    /// Does the plan fix movements or payments? Then its division is that of stage 2, and the search, which knows
    /// fixed amounts only as upper bounds, cannot tell how the money is divided.
    pub fn fixes_amounts(&self) -> bool {
        self.reserves.iter().any(|r| !r.withdraws.is_empty() || r.adds.iter().any(|a| a.from.is_some()))
            || self.goals.iter().any(|g| matches!(g.paid_by, PaidBy::Stated(_)))
    }
}
