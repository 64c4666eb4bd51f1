//! The 'who pays what' matrices of a plan: which goals and payers each has, so that what is missing is known to be nothing.

use crate::model::{
    Availability, ColumnHead, Entity, Goal, GoalId, Payer, Plan, ReserveId, RowHead, SourceId, Table, Usable,
};
use crate::money::YearRange;
use crate::syntax::ast::{Stage, TableKind};

/// One matrix.
pub(super) struct Matrix {
    /// Its year or window.
    pub(super) years: YearRange,
    /// The goals that have a row, ascending.
    goals: Vec<u32>,
    /// The payers that have a column.
    pub(super) payers: Vec<Payer>,
}

/// All matrices of a plan that could be read whole, and who else has money.
pub(super) struct Matrices {
    all: Vec<Matrix>,
    everyone: Vec<Payer>,
}

impl Matrices {
    /// Reads them from the tables.
    pub(super) fn of(plan: &Plan) -> Self {
        let all: Vec<Matrix> = plan.tables.iter().filter_map(matrix).collect();
        let everyone = if all.is_empty() { Vec::new() } else { everyone(plan) };
        Self { all, everyone }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The matrices that together have every year of the range, each with a row for the goal.
    pub(super) fn with_goal(&self, goal: GoalId, years: YearRange) -> Vec<&Matrix> {
        let within: Vec<&Matrix> =
            self.within(years).filter(|matrix| matrix.goals.binary_search(&goal.0).is_ok()).collect();
        if fills(&within, years) { within } else { Vec::new() }
    }

    /// The matrices within the range.
    pub(super) fn within(&self, years: YearRange) -> impl Iterator<Item = &Matrix> {
        self.all.iter().filter(move |matrix| years.covers(matrix.years))
    }

    /// Whether someone without a column in these matrices may pay the goal in those years.
    pub(super) fn others_may_pay(
        &self,
        plan: &Plan,
        availability: &Availability,
        matrices: &[&Matrix],
        goal: &Goal,
        years: YearRange,
    ) -> bool {
        let has_column = |payer: Payer| {
            matrices.iter().any(|matrix| {
                matrix
                    .payers
                    .iter()
                    .any(|&column| column == payer || plan.is_part_of(payer, column) || plan.is_part_of(column, payer))
            })
        };
        self.everyone
            .iter()
            .any(|&payer| plan.may_pay(payer, goal) && availability.usable(payer).meets(years) && !has_column(payer))
    }
}

/// Whether the years of the matrices, which do not overlap, are all years of the range.
pub(super) fn fills(matrices: &[&Matrix], years: YearRange) -> bool {
    let mut left = years.first;
    let mut ranges: Vec<YearRange> = matrices.iter().map(|matrix| matrix.years).collect();
    ranges.sort_unstable();
    for range in ranges {
        if range.first > left {
            return false;
        }
        left = left.max(range.last.next());
    }
    left > years.last
}

fn matrix(table: &Table) -> Option<Matrix> {
    let years = table.years.filter(|_| table.kind == TableKind::Coverage && !table.correction && !table.damaged)?;
    let mut payers = Vec::new();
    for column in &table.columns {
        match column.head {
            ColumnHead::Entity(_) if column.stage != Stage::Planned => return None,
            ColumnHead::Entity(Entity::Source(id)) => payers.push(Payer::Source(id)),
            ColumnHead::Entity(Entity::Reserve(id)) => payers.push(Payer::Reserve(id)),
            ColumnHead::Total => {}
            _ => return None,
        }
    }
    let goals = table.rows.iter().filter_map(|row| match row.head {
        RowHead::Entity(Entity::Goal(id)) if row.cells > 0 => Some(id.0),
        _ => None,
    });
    let mut goals: Vec<u32> = goals.collect();
    goals.sort_unstable();
    Some(Matrix { years, goals, payers })
}

/// Everyone who could pay something: sources without parts, and reserves.
pub(super) fn everyone(plan: &Plan) -> Vec<Payer> {
    let sources = (0..).map(SourceId).zip(&plan.sources).filter(|(_, source)| source.parts.is_empty());
    let reserves = (0..).map(ReserveId).zip(&plan.reserves);
    sources.map(|(id, _)| Payer::Source(id)).chain(reserves.map(|(id, _)| Payer::Reserve(id))).collect()
}

/// Whether a payer pays whatever is asked.
pub(super) fn is_unlimited(plan: &Plan, payer: Payer) -> bool {
    match payer {
        Payer::Source(id) => {
            if let Some(source) = plan.sources.get(id.index()).filter(|source| source.parts.is_empty()) {
                return source.unlimited.is_some();
            }
            let leaves = plan.leaves(id);
            leaves.iter().any(|leaf| plan.sources.get(leaf.index()).is_some_and(|source| source.unlimited.is_some()))
        }
        Payer::Reserve(_) => false,
    }
}

/// Whether a payer could pay something in those years.
pub(super) fn could_pay(availability: &Availability, payer: Payer, years: YearRange) -> bool {
    let usable = availability.usable(payer);
    *usable != Usable::Never && usable.meets(years)
}
