//! A table as it will be shown: a title, columns, lines with cells; no borders yet.

use std::ops::Range;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The name of what the lines after it are about.
    Heading,
    /// Amounts.
    Plain,
    /// Amounts that are parts of the line before.
    Part,
    /// A sum.
    Total,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    /// How deep it is indented.
    pub(super) depth: usize,
    pub(super) label: String,
    /// One for each column, ready to show; none for a heading.
    pub(super) cells: Vec<String>,
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) title: String,
    /// The head of the column with the labels.
    pub(super) first: String,
    pub(super) columns: Vec<String>,
    pub(super) lines: Vec<Line>,
    /// Sentences that belong to it.
    pub(super) notes: Vec<String>,
}

impl Sheet {
    /// Whether it has nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.kind == Kind::Heading || line.kind == Kind::Total)
    }

    /// The lines that say something in some of the columns, each heading only with lines of its own.
    pub(super) fn lines_in<'a>(&'a self, columns: &Range<usize>) -> Vec<&'a Line> {
        let whole = columns.len() == self.columns.len();
        let blank = |cell: &String| cell.is_empty() || cell == "-";
        let cells = |line: &'a Line| line.cells.get(columns.clone()).unwrap_or_default();
        let mut shown: Vec<&Line> = Vec::with_capacity(self.lines.len());
        for line in self.lines.iter().rev() {
            let says = match line.kind {
                Kind::Heading => shown.last().is_some_and(|next| next.depth > line.depth),
                Kind::Total => !cells(line).iter().all(String::is_empty),
                Kind::Plain | Kind::Part => whole || !cells(line).iter().all(blank),
            };
            if says {
                shown.push(line);
            }
        }
        shown.reverse();
        shown
    }
}
