//! Totals of rows, columns and subtotals in tables: each is stated by the document, and is added up again.

use super::differing::Differing;
use super::slip::{self, Puzzle, clamp};
use super::table_sums::{self, Role, Wrong};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Label, Message, NotChecked};
use crate::model::{ColumnHead, RowHead, Table};
use crate::money::{Money, YearRange};
use crate::outcome::Part;
use crate::source::Place;
use crate::syntax;
use crate::syntax::ast::CellValue;

/// Checks every table.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for table in &context.plan.tables {
        let mut found = table_sums::mismatches(table);
        let unknown = table.rows.iter().any(|row| row.cells > 0 && row.head == RowHead::Unknown);
        for place in found.unread.drain(..) {
            report.not_checked.push(NotChecked {
                what: Message::new("unchecked-total").with("table", title(context, table)),
                why: Message::new(if unknown { "because-unknown-row" } else { "because-unread-cell" }),
                place: table.place(place),
            });
        }
        let rounded: Vec<Wrong> = extract(&mut found.wrong, |wrong| within_rounding(context, table, wrong));
        if let Some(finding) = rounding_note(context, table, &rounded) {
            report.findings.push(finding);
        }
        report_pm(context, table, &found.rests_on_pm, report);
        let findings = explain(context, table, found.wrong);
        report.findings.extend(findings);
    }
}

fn extract(list: &mut Vec<Wrong>, matches: impl Fn(&Wrong) -> bool) -> Vec<Wrong> {
    let (out, rest) = std::mem::take(list).into_iter().partition(matches);
    *list = rest;
    out
}

/// Half a unit of the last printed digit for each part, and for the total.
fn within_rounding(context: &Context<'_>, table: &Table, wrong: &Wrong) -> bool {
    if table.step.0 <= 0 {
        return false;
    }
    let parts =
        table_sums::addends(table, wrong).into_iter().map(|(row, column)| printed_unit(context, table, row, column));
    let units = parts.sum::<i128>() + printed_unit(context, table, wrong.row, wrong.column);
    2 * wrong.difference().abs() <= units
}

/// One unit of the last digit that is printed in a cell, in minor units; nothing for a cell without an amount.
fn printed_unit(context: &Context<'_>, table: &Table, row: usize, column: usize) -> i128 {
    let Some(cell) = table.cell(row, column).filter(|cell| cell.value == CellValue::Money) else { return 0 };
    if table.unit.0 == 0 {
        return table.step.wide();
    }
    let text = context.sources.slice(table.place(cell.span()));
    let decimals = text.rsplit_once(table.decimal_sign).map_or("", |(_, decimals)| decimals);
    let decimals = decimals.bytes().take_while(u8::is_ascii_digit).count();
    let parts = 10_i128.checked_pow(u32::try_from(decimals).unwrap_or(0)).unwrap_or(1);
    table.unit.wide() / parts
}

fn rounding_note(context: &Context<'_>, table: &Table, rounded: &[Wrong]) -> Option<Diagnostic> {
    let first = rounded.first()?;
    let largest = rounded.iter().map(|wrong| wrong.difference().abs()).max().unwrap_or(0);
    let mut finding = Diagnostic::new(&codes::WITHIN_ROUNDING, cell_place(table, first))
        .with("what", what(context, table, first))
        .with("stated", clamp(first.stated))
        .with("computed", clamp(first.computed))
        .with("count", rounded.len())
        .with("largest", clamp(largest))
        .figure("stated", Figure::Money(clamp(first.stated)))
        .figure("computed", Figure::Money(clamp(first.computed)))
        .figure("difference", Figure::Money(clamp(first.difference())));
    for wrong in rounded.iter().take(8) {
        let message =
            Message::new("label-stated").with("stated", clamp(wrong.stated)).with("computed", clamp(wrong.computed));
        if wrong.row == first.row && wrong.column == first.column {
            finding = finding.at_primary(message);
        } else {
            finding = finding.label(cell_place(table, wrong), message);
        }
    }
    Some(finding)
}

/// One finding for each `pm`, with the totals that rest on it.
fn report_pm(context: &Context<'_>, table: &Table, rests: &[table_sums::RestsOnPm], report: &mut Report) {
    for rest in rests {
        let Some(&(row, column)) = rest.totals.first() else { continue };
        let wrong = Wrong::at(row, column);
        let mut finding = Diagnostic::new(&codes::RESTS_ON_PM, cell_place(table, &wrong))
            .with("what", what(context, table, &wrong))
            .with("count", rest.totals.len())
            .at_primary(Message::new("label-total-rests"))
            .label(table.place(rest.pm), Message::new("label-pm"))
            .help(Message::new("rests-on-pm-help"));
        for &(row, column) in rest.totals.iter().skip(1).take(6) {
            let place = cell_place(table, &Wrong::at(row, column));
            finding = finding.label(place, Message::new("label-total-rests"));
        }
        report.findings.push(finding);
    }
}

/// One finding for each cause.
fn explain(context: &Context<'_>, table: &Table, mut wrong: Vec<Wrong>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    while let Some((row, column)) = misprinted(&wrong) {
        let taken = extract(&mut wrong, |other| {
            (other.role == Role::Row && other.row == row)
                || (other.role != Role::Row && other.role != Role::Grand && other.column == column)
        });
        findings.extend(misprint(context, table, (row, column), &taken));
        let shift = taken.first().map_or(0, Wrong::difference);
        wrong.retain(|other| other.role != Role::Grand || other.difference() != shift);
    }
    let follows: Vec<bool> = wrong.iter().map(|one| table_sums::follows(table, one, &wrong)).collect();
    let mut follows = follows.into_iter();
    wrong.retain(|_| !follows.next().unwrap_or(false));
    findings.extend(wrong.iter().map(|one| differs(context, table, one)));
    findings
}

/// The cell whose row and column totals are off by the same amount: then it is the cell that is misprinted.
fn misprinted(wrong: &[Wrong]) -> Option<(usize, usize)> {
    wrong.iter().filter(|one| one.role == Role::Row).find_map(|in_row| {
        let same = |other: &&Wrong| other.difference() == in_row.difference();
        let rows = wrong.iter().filter(|other| other.role == Role::Row).filter(same).count();
        let mut columns = wrong.iter().filter(|other| matches!(other.role, Role::Column | Role::Subtotal)).filter(same);
        let column = columns.next()?.column;
        (rows == 1 && columns.all(|other| other.column == column)).then_some((in_row.row, column))
    })
}

fn misprint(
    context: &Context<'_>,
    table: &Table,
    (row, column): (usize, usize),
    taken: &[Wrong],
) -> Option<Diagnostic> {
    let cell = table.cell(row, column)?;
    let shift = taken.first()?.difference();
    let (stated, computed) = (cell.money.wide(), cell.money.wide() + shift);
    let place = table.place(cell.span());
    let others: Vec<Part> = Vec::new();
    let slips = slip::explain(&Puzzle { stated, computed, others: &others, ..Puzzle::default() });
    let mut finding = Diagnostic::new(&codes::CELL_MISPRINTED, place)
        .with("what", row_name(context, table, row))
        .with("column", column_name(context, table, column))
        .with("table", title(context, table))
        .with("stated", clamp(stated))
        .with("computed", clamp(computed))
        .with("difference", Money(clamp(shift).0.saturating_abs()))
        .at_primary(Message::new("label-stated").with("stated", clamp(stated)).with("computed", clamp(computed)))
        .figure("stated", Figure::Money(clamp(stated)))
        .figure("computed", Figure::Money(clamp(computed)))
        .figure("difference", Figure::Money(clamp(-shift)));
    for wrong in taken.iter().take(4) {
        let message = Message::new("label-total-needs")
            .with("stated", clamp(wrong.stated))
            .with("computed", clamp(wrong.computed));
        finding.labels.push(Label { place: cell_place(table, wrong), message: Some(message) });
    }
    finding.help = slips;
    Some(finding.help(Message::new("cell-misprinted-help")))
}

fn differs(context: &Context<'_>, table: &Table, wrong: &Wrong) -> Diagnostic {
    let parts = parts(context, table, wrong);
    let (series, others, subtotals) = nearby(context, table, wrong, &parts);
    let asked =
        (wrong.role == Role::Row).then(|| series.iter().map(|(years, _)| *years).reduce(YearRange::to)).flatten();
    let puzzle = Puzzle {
        stated: wrong.stated,
        computed: wrong.computed,
        parts: &parts,
        series: &series,
        asked,
        share: None,
        subtotals: &subtotals,
        others: &others,
    };
    Differing {
        kinds: (&codes::STATED_TOO_LOW, &codes::STATED_TOO_HIGH),
        place: cell_place(table, wrong),
        what: what(context, table, wrong),
        stated: wrong.stated,
        computed: wrong.computed,
        parts: &parts,
        slips: slip::explain(&puzzle),
    }
    .finding()
}

/// The cells that were added up, with the names of their rows and the years of their columns.
fn parts(context: &Context<'_>, table: &Table, wrong: &Wrong) -> Vec<Part> {
    let cells = table_sums::addends(table, wrong);
    let part = |(row, column): (usize, usize)| {
        let cell = table.cell(row, column)?;
        let name = row_name(context, table, row);
        let years = table.columns.get(column).and_then(|column| years_of(&column.head));
        let place = table.place(cell.span());
        Some(Part { cents: cell.money.wide(), name, years, place, once: false })
    };
    let parts: Vec<Part> = cells.into_iter().filter_map(part).filter(|part| part.cents != 0).collect();
    if wrong.role == Role::Grand { by_row(parts) } else { parts }
}

/// One part for each row: a grand total is checked row by row.
fn by_row(parts: Vec<Part>) -> Vec<Part> {
    let mut rows: Vec<Part> = Vec::new();
    for part in parts {
        match rows.last_mut().filter(|row| row.name == part.name) {
            Some(row) => {
                row.cents += part.cents;
                row.years = row.years.zip(part.years).map(|(a, b)| a.to(b));
            }
            None => rows.push(part),
        }
    }
    for row in &mut rows {
        row.years = None;
    }
    rows
}

type Nearby = (Vec<(YearRange, i128)>, Vec<Part>, Vec<Part>);

/// What may have slipped in: the row by year, the same total of other columns, subtotals of the same column.
fn nearby(context: &Context<'_>, table: &Table, wrong: &Wrong, parts: &[Part]) -> Nearby {
    if wrong.role == Role::Row {
        let series = parts.iter().filter_map(|part| part.years.map(|years| (years, part.cents))).collect();
        return (series, Vec::new(), Vec::new());
    }
    let others = (0..table.columns.len()).filter(|&column| column != wrong.column).filter_map(|column| {
        let other = Wrong { column, ..wrong.clone() };
        let years = table.columns.get(column).and_then(|column| years_of(&column.head))?;
        let cents = table_sums::addends(table, &other).into_iter().filter_map(|(row, column)| table.cell(row, column));
        let cents = cents.map(|cell| cell.money.wide()).sum();
        let place = cell_place(table, &other);
        Some(Part { cents, name: String::new(), years: Some(years), place, once: false })
    });
    let subtotals = table.rows.iter().enumerate().filter_map(|(row, item)| {
        let subtotal = matches!(item.head, RowHead::Subtotal { .. }) && row != wrong.row;
        let cell = subtotal.then(|| table.cell(row, wrong.column)).flatten()?;
        let name = row_name(context, table, row);
        Some(Part { cents: cell.money.wide(), name, years: None, place: table.place(cell.span()), once: false })
    });
    (Vec::new(), others.take(400).collect(), subtotals.collect())
}

/// The years of a column.
pub fn years_of(head: &ColumnHead) -> Option<YearRange> {
    match head {
        ColumnHead::Years(years) | ColumnHead::Course(_, years) => Some(*years),
        ColumnHead::Total | ColumnHead::Entity(_) | ColumnHead::Figure(_) | ColumnHead::Unknown => None,
    }
}

fn cell_place(table: &Table, wrong: &Wrong) -> Place {
    let span = table.cell(wrong.row, wrong.column).map_or(table.head, |cell| cell.span());
    table.place(span)
}

/// The title of a table, or its name, or its kind as written.
pub fn title(context: &Context<'_>, table: &Table) -> String {
    let written = || context.sources.slice(table.place(table.head)).to_owned();
    table.title.clone().or_else(|| table.name.clone()).unwrap_or_else(written)
}

/// The label of a row as written.
pub fn row_name(context: &Context<'_>, table: &Table, row: usize) -> String {
    let label = table.rows.get(row).map(|row| row.label).unwrap_or_default();
    context.sources.slice(table.place(label)).trim().trim_matches(syntax::is_quote).to_owned()
}

/// The head of a column as written.
pub fn column_name(context: &Context<'_>, table: &Table, column: usize) -> String {
    let head = table.columns.get(column).map(|column| column.span).unwrap_or_default();
    context.sources.slice(table.place(head)).trim().trim_matches(syntax::is_quote).to_owned()
}

/// What a total is, as the start of a sentence.
fn what(context: &Context<'_>, table: &Table, wrong: &Wrong) -> Message {
    let name = match (table_sums::role(table, wrong.row, wrong.column), table.rows.get(wrong.row).map(|row| &row.head))
    {
        (Role::Grand, Some(RowHead::Subtotal { .. })) => "what-subtotal-total",
        (Role::Subtotal, _) => "what-subtotal",
        (Role::Grand, _) => "what-grand-total",
        (Role::Row, _) => "what-row-total",
        (Role::Column, _) => "what-column-total",
    };
    Message::new(name)
        .with("row", row_name(context, table, wrong.row))
        .with("column", column_name(context, table, wrong.column))
        .with("table", title(context, table))
}
