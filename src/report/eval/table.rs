//! An outcome -> tables on the screen; a plan of many years is cut into blocks of columns that fit.

use super::head::{amounts_in, lists, verdicts};
use super::sheet::{Line, Sheet};
use super::sheets::Sheets;
use super::{Shown, Wanted};
use crate::report::Checked;
use crate::report::text::{Ink, Screen};
use crate::report::visible::shortened;
use crate::report::wrap::wrapped;
use comfy_table::{Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};
use std::fmt::Write as _;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Longest label that is shown whole.
const LONGEST_LABEL: usize = 32;
/// Between columns: one space from the table, one of padding.
const GAP: usize = 2;

/// All plans, one after the other.
pub fn report(plans: &[Checked<'_>], wanted: Wanted<'_>, screen: Screen) -> String {
    let shown = plans.iter().map(|plan| one(plan, wanted, screen));
    shown.collect::<Vec<_>>().join("\n")
}

fn one(plan: &Checked<'_>, wanted: Wanted<'_>, screen: Screen) -> String {
    let shown = Shown::new(plan, wanted);
    let mut out = String::new();
    for line in verdicts(&shown, plan.renderer, screen) {
        out.push_str(&line);
        out.push('\n');
    }
    for list in lists(&shown, screen) {
        out.push('\n');
        out.push_str(&screen.paint(Ink::Heading, &list.heading));
        out.push('\n');
        for entry in &list.entries {
            out.push_str(&wrapped(entry, "  - ", "    ", screen.width));
        }
    }
    let sheets = shown.outcome.map(|outcome| Sheets::new(&outcome.overview, plan.renderer, false));
    let sheets = sheets.map(|sheets| sheets.all(&shown, wanted)).unwrap_or_default();
    let closing = if sheets.is_empty() { plan.renderer.plain("overview-nothing") } else { amounts_in(plan.renderer) };
    for sheet in &sheets {
        out.push('\n');
        draw(&mut out, sheet, screen);
    }
    out.push('\n');
    out.push_str(&wrapped(&closing, "", "", screen.width));
    out
}

fn draw(out: &mut String, sheet: &Sheet, screen: Screen) {
    if screen.plain {
        spoken(out, sheet);
        return;
    }
    for block in blocks(sheet, screen.width) {
        out.push_str(&screen.paint(Ink::Heading, &sheet.title));
        out.push('\n');
        out.push_str(&table(sheet, &block).trim_fmt());
        out.push('\n');
        if block.end < sheet.columns.len() {
            out.push('\n');
        }
    }
    for note in &sheet.notes {
        out.push_str(&wrapped(note, "  - ", "    ", screen.width));
    }
}

/// A table in words: each amount after the head of its column.
fn spoken(out: &mut String, sheet: &Sheet) {
    let _ = writeln!(out, "{}", sheet.title);
    for line in sheet.lines_in(&(0..sheet.columns.len())) {
        let cells = sheet.columns.iter().zip(&line.cells).filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<String> = cells.map(|(head, cell)| format!("{head} {cell}")).collect();
        let colon = if cells.is_empty() { "" } else { ": " };
        let _ = writeln!(out, "  {}{colon}{}", line.label, cells.join("; "));
    }
    for note in &sheet.notes {
        let _ = writeln!(out, "  - {note}");
    }
}

/// A label as it is shown: indented, and cut in its middle where it is long.
fn label(line: &Line) -> String {
    format!("{}{}", "  ".repeat(line.depth.min(6)), shortened(&line.label, LONGEST_LABEL - 2))
}

/// Which columns stand together: as many as fit beside the labels, and always at least one.
fn blocks(sheet: &Sheet, width: usize) -> Vec<Range<usize>> {
    let labels = sheet.lines.iter().map(|line| label(line).width()).chain([sheet.first.width()]).max().unwrap_or(0);
    let mut blocks = Vec::new();
    let (mut start, mut used) = (0, labels);
    for (index, head) in sheet.columns.iter().enumerate() {
        let cells = sheet.lines.iter().filter_map(|line| line.cells.get(index)).map(|cell| cell.width());
        let needed = cells.chain([head.width()]).max().unwrap_or(0) + GAP;
        if index > start && used + needed > width {
            blocks.push(start..index);
            (start, used) = (index, labels);
        }
        used += needed;
    }
    blocks.push(start..sheet.columns.len());
    blocks
}

fn table(sheet: &Sheet, block: &Range<usize>) -> Table {
    let style = TableStyle::new()
        .header_lines(ContentLineStyle::none())
        .header_separator(LineStyle::none().fill('─').junction('─'))
        .content_lines(ContentLineStyle::none());
    let mut table = Table::new();
    table.load_style(style).set_content_arrangement(ContentArrangement::Disabled);
    let right = |text: &str| Cell::new(text).set_alignment(CellAlignment::Right);
    let heads = sheet.columns.get(block.clone()).unwrap_or_default();
    table.set_header([Cell::new(&sheet.first)].into_iter().chain(heads.iter().map(|head| right(head))));
    for line in sheet.lines_in(block) {
        let cells = line.cells.get(block.clone()).unwrap_or_default();
        table.add_row([Cell::new(label(line))].into_iter().chain(cells.iter().map(|cell| right(cell))));
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding(if index == 0 { (0, 0) } else { (1, 0) });
    }
    table
}
