//! Rows and columns of free tables that carry their formula: each of their cells is stated, and is computed again.

use super::differing::{Differing, within_rounding};
use super::slip::{self, Puzzle};
use super::table_totals::{column_name, row_name, title};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Message, NotChecked};
use crate::model::expression::Expression;
use crate::model::{Table, table};
use crate::money::Money;
use crate::outcome::Quantity;
use crate::outcome::evaluate::{Line, Scope, Value};
use crate::outcome::quantity::abs;
use crate::syntax::ast::{CellValue, TableKind};
use num_rational::Ratio;
use std::collections::BTreeSet;

/// Checks every free table.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for table in context.plan.tables.iter().filter(|table| table.kind == TableKind::Figures) {
        let mut done: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (row, item) in table.rows.iter().enumerate() {
            let Some(formula) = &item.formula else { continue };
            for column in 0..table.columns.len() {
                if cell(context, table, formula, (row, column), true, report) {
                    done.insert((row, column));
                }
            }
        }
        for (column, item) in table.columns.iter().enumerate() {
            let Some(formula) = &item.formula else { continue };
            for row in (0..table.rows.len()).filter(|&row| has_amounts(table, row)) {
                if !done.contains(&(row, column)) {
                    cell(context, table, formula, (row, column), false, report);
                }
            }
        }
    }
}

fn has_amounts(table: &Table, row: usize) -> bool {
    table.rows.get(row).is_some_and(|row| row.cells > 0 && !matches!(row.head, table::RowHead::Heading))
}

/// Compares one cell with its formula; whether there was something to say.
fn cell(
    context: &Context<'_>,
    table: &Table,
    formula: &Expression,
    (row, column): (usize, usize),
    of_row: bool,
    report: &mut Report,
) -> bool {
    let Some(cell) = table.cell(row, column).filter(|cell| cell.value == CellValue::Money) else { return false };
    let place = table.place(cell.span());
    let mut scope = Scope::new(context.plan, context.outcome);
    scope.line = Some(Line { table, at: if of_row { column } else { row }, of_row });
    let what = Message::new("what-formula")
        .with("row", label(&row_name(context, table, row)))
        .with("column", label(&column_name(context, table, column)))
        .with("table", title(context, table));
    let computed = match scope.value(formula) {
        Value::Amount(quantity) => quantity,
        Value::Number(quantity) => {
            let minor = crate::outcome::evaluate::minor(context.plan);
            Quantity { value: quantity.value * minor, slack: quantity.slack * minor, ..quantity }
        }
        _ => Quantity::unknown(),
    };
    let computed = Quantity { value: computed.value.round(), ..computed };
    if computed.unknown || Money::from_wide(computed.value.to_integer()).is_none() {
        let what = Message::new("unchecked-all").with("what", what);
        report.not_checked.push(NotChecked { what, why: Message::new("because-unread-cell"), place });
        return false;
    }
    let (stated, computed_cents) = (cell.money.wide(), computed.value.to_integer());
    let difference = Ratio::from_integer(stated - computed_cents);
    if stated == computed_cents {
        return false;
    }
    let slack = computed.slack + Ratio::new(table.step.wide(), 2);
    let finding = if table.step.0 > 0 && abs(difference) <= slack {
        within_rounding(place, what, stated, computed_cents)
    } else {
        let puzzle = Puzzle { stated, computed: computed_cents, parts: &computed.parts, ..Puzzle::default() };
        let slips = slip::explain(&puzzle);
        let kinds = (&codes::STATED_TOO_LOW, &codes::STATED_TOO_HIGH);
        Differing { kinds, place, what, stated, computed: computed_cents, parts: &computed.parts, slips }.finding()
    };
    report.findings.push(finding);
    true
}

/// The name before a formula's equals sign.
fn label(written: &str) -> String {
    written.split('=').next().unwrap_or(written).trim().trim_matches('"').to_owned()
}
