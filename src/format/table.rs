//! Tables: labels on the left, every column lined up on the units of its amounts.

use super::block::{Printer, blank_line, blanks};
use super::entries::Entry;
use crate::source::Span;
use crate::syntax::figure;
use crate::syntax::outline::{TableLine, TableRow};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// A label wider than this does not widen the column of labels.
const WIDEST_LABEL: usize = 48;

/// A cell, and how much of it stands left of where the column is lined up.
struct Cell<'t> {
    text: Cow<'t, str>,
    before: u32,
    after: u32,
}

/// One line of a table, printed in parts.
enum Line<'t> {
    /// All of it.
    Whole(String),
    /// Label, cells, reference.
    Cells { label: String, label_width: usize, cells: Vec<Cell<'t>>, reference: String, heads: bool },
}

/// A line of a table with the comments inside it that belong after it.
struct Ready<'t> {
    line: Line<'t>,
    left: Vec<Span>,
}

/// How wide a column is: before the units, after them, and its head.
#[derive(Clone, Copy, Default)]
struct Column {
    before: usize,
    after: usize,
    head: usize,
}

impl Column {
    fn width(self) -> usize {
        (self.before + self.after).max(self.head)
    }
}

impl<'t> Printer<'t> {
    /// Prints the lines of a table's block.
    pub(super) fn table(&mut self, entries: &[Entry], rows: &[TableLine], indent: usize, out: &mut String) {
        let ready: Vec<Ready<'t>> = rows.iter().map(|row| self.table_line(row, indent)).collect();
        let columns = columns(&ready);
        let labels = label_width(&ready);
        for entry in entries {
            match entry {
                Entry::Comment { span, blank } => {
                    blank_line(*blank, out);
                    blanks(indent, out);
                    out.push_str(self.comment(*span));
                    out.push('\n');
                }
                Entry::Line { index, blank, trailing } => {
                    let Some(Ready { line, left }) = ready.get(*index) else { continue };
                    blank_line(*blank, out);
                    let comments: Vec<Span> = left.iter().copied().chain(*trailing).collect();
                    let start = out.len();
                    blanks(indent, out);
                    print_line(line, &columns, labels, out);
                    if comments.is_empty() {
                        let written = out.get(start..).unwrap_or_default().trim_end_matches(' ').len();
                        out.truncate(start + written);
                    }
                    self.trailing(&comments, indent, out);
                }
            }
        }
    }

    fn table_line(&mut self, line: &TableLine, indent: usize) -> Ready<'t> {
        match &line.row {
            TableRow::Allow(pieces) | TableRow::Heading(pieces) => {
                let (text, left) = self.joined(pieces, 0, indent);
                Ready { line: Line::Whole(text), left }
            }
            TableRow::Heads { corner, heads } => {
                let label = self.at(*corner).to_owned();
                let mut left = Vec::new();
                let mut cells = Vec::with_capacity(heads.len());
                for head in heads {
                    let (text, comments) = self.joined(head, 0, indent);
                    left.extend(comments);
                    let before = width(&text);
                    cells.push(Cell { text: Cow::Owned(text), before, after: 0 });
                }
                let label_width = label.width();
                let line = Line::Cells { label, label_width, cells, reference: String::new(), heads: true };
                Ready { line, left }
            }
            TableRow::Cells { label, cells, reference } => {
                let (label, mut left) = self.joined(label, 0, indent);
                // A label that goes on below ends in a line that has its own blanks before it.
                let label_width = match label.rsplit_once('\n') {
                    Some((_, last)) => last.width().saturating_sub(indent),
                    None => label.width(),
                };
                let cells = cells.iter().map(|&cell| self.cell(cell)).collect();
                let (reference, after) = self.joined(reference, 0, indent);
                left.extend(after);
                Ready { line: Line::Cells { label, label_width, cells, reference, heads: false }, left }
            }
        }
    }

    fn cell(&self, span: Span) -> Cell<'t> {
        let written = self.at(span);
        if is_plain(written, self.turn) {
            let before = u32::try_from(written.len()).unwrap_or(u32::MAX);
            return Cell { text: Cow::Borrowed(written), before, after: 0 };
        }
        let figure = figure::figure(written, self.turn);
        let (before, after) = figure.text.split_at_checked(figure.units).unwrap_or((&figure.text, ""));
        let (before, after) = (width(before), width(after));
        Cell { text: Cow::Owned(figure.text), before, after }
    }
}

/// Whether a cell stands as it is printed: up to three digits, or `-`, or digits in groups where the sign between them stays.
fn is_plain(written: &str, turn: figure::Turn) -> bool {
    let bytes = written.as_bytes();
    if bytes.is_empty() || bytes == b"-" {
        return true;
    }
    if bytes.len() > 1 && bytes.first() == Some(&b'0') {
        return false;
    }
    let Some(separator) = figure::thousands(turn) else {
        return bytes.len() < 4 && bytes.iter().all(u8::is_ascii_digit);
    };
    let grouped = |(place, byte): (usize, &u8)| {
        if place % 4 == 3 { *byte == separator } else { byte.is_ascii_digit() }
    };
    !bytes.len().is_multiple_of(4) && bytes.iter().rev().enumerate().all(grouped)
}

fn width(text: &str) -> u32 {
    let width = if text.is_ascii() { text.len() } else { text.width() };
    u32::try_from(width).unwrap_or(u32::MAX)
}

fn columns(lines: &[Ready<'_>]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for ready in lines {
        let Line::Cells { cells, heads, .. } = &ready.line else { continue };
        if columns.len() < cells.len() {
            columns.resize(cells.len(), Column::default());
        }
        for (column, cell) in columns.iter_mut().zip(cells) {
            if *heads {
                column.head = cell.before as usize;
            } else {
                column.before = column.before.max(cell.before as usize);
                column.after = column.after.max(cell.after as usize);
            }
        }
    }
    columns
}

fn label_width(lines: &[Ready<'_>]) -> usize {
    let widths = lines.iter().filter_map(|ready| match &ready.line {
        Line::Cells { label_width, .. } => Some(*label_width),
        Line::Whole(_) => None,
    });
    widths.filter(|&width| width <= WIDEST_LABEL).max().unwrap_or_default()
}

fn print_line(line: &Line<'_>, columns: &[Column], labels: usize, out: &mut String) {
    let Line::Cells { label, label_width, cells, reference, heads } = line else {
        if let Line::Whole(text) = line {
            out.push_str(text);
        }
        return;
    };
    out.push_str(label);
    blanks(labels.saturating_sub(*label_width), out);
    for (cell, column) in cells.iter().zip(columns) {
        out.push_str(" | ");
        let before = if *heads { column.width() } else { column.width().saturating_sub(column.after) };
        blanks(before.saturating_sub(cell.before as usize), out);
        out.push_str(&cell.text);
        if !*heads {
            blanks(column.after.saturating_sub(cell.after as usize), out);
        }
    }
    if !reference.is_empty() {
        out.push_str("  ");
        out.push_str(reference);
    }
}
