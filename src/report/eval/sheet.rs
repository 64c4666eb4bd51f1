//! A table as it will be shown: a title, columns, lines with cells; no borders yet.

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
}

impl Sheet {
    /// Whether it has nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.kind == Kind::Heading || line.kind == Kind::Total)
    }
}
