//! Statements and their blocks, each on its line, those that stand together in columns.

use super::entries::{Entries, Entry};
use super::line::Printed;
use crate::source::Span;
use crate::syntax::figure::Turn;
use crate::syntax::outline::{self, Body, Lines, Statement};
use crate::syntax::pieces::{Kind, Mark, Piece, Role};
use rustc_hash::FxHashSet;
use unicode_width::UnicodeWidthStr;

/// A statement wider than this does not move the references of those around it.
const WIDEST_BEFORE_REFERENCE: usize = 60;
/// Blanks for each level.
pub(super) const STEP: usize = 2;

/// Prints one file.
pub(super) struct Printer<'t> {
    text: &'t str,
    pub(super) turn: Turn,
    comments: Vec<Span>,
    /// Names that variables, parameters and `let` give, which no word stands for.
    pub(super) bound: FxHashSet<String>,
    /// The first word that cannot be said in the other language, and what it would be.
    pub(super) clash: Option<(Span, String, String)>,
}

/// A statement of a run, printed.
struct Ready {
    printed: Printed,
    trailing: Option<Span>,
    blank: bool,
}

impl<'t> Printer<'t> {
    pub(super) fn new(text: &'t str, turn: Turn, statements: &[Statement]) -> Self {
        let comments = outline::comments(text);
        let mut printer = Self { text, turn, comments, bound: FxHashSet::default(), clash: None };
        printer.bind(statements);
        printer
    }

    /// Gathers the names that stand where words could.
    fn bind(&mut self, statements: &[Statement]) {
        for statement in statements {
            let first = statement.pieces.first().map(|piece| piece.kind);
            let binds = matches!(first, Some(Kind::Keyword(word)) if matches!(word.rule, "kw_let" | "kw_parameter"));
            for piece in &statement.pieces {
                let is_bound = match piece.kind {
                    Kind::Name(Role::Variable) => true,
                    Kind::Name(Role::Declared) => binds,
                    _ => false,
                };
                if is_bound {
                    self.bound.insert(self.at(piece.span).to_owned());
                }
            }
            if let Some(Body { lines: Lines::Statements(inner), .. }) = &statement.block {
                self.bind(inner);
            }
        }
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    pub(super) fn at(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// A comment as it is written, but for the end of its line.
    pub(super) fn comment(&self, span: Span) -> &'t str {
        let written = self.at(span);
        written.strip_suffix('\r').unwrap_or(written)
    }

    /// The comments that begin between two places.
    pub(super) fn comments_in(&self, from: usize, to: usize) -> &[Span] {
        let place = |at: usize| self.comments.partition_point(|comment| (comment.start as usize) < at);
        self.comments.get(place(from)..place(to.max(from))).unwrap_or_default()
    }

    /// Prints the whole file.
    pub(super) fn file(&mut self, statements: &[Statement], out: &mut String) {
        let entries = self.entries(statements.iter().map(whole), 0, self.text.len());
        self.lines(&entries.lines, statements, None, out);
    }

    /// Prints the lines of a block that stands so deep, or of the file.
    fn lines(&mut self, entries: &[Entry], statements: &[Statement], depth: Option<usize>, out: &mut String) {
        let indent = depth.map_or(0, |depth| depth * STEP);
        let mut rest = entries;
        while let Some((first, after)) = rest.split_first() {
            match first {
                Entry::Comment { span, blank } => {
                    self.comment_line(*span, *blank, indent, out);
                    rest = after;
                }
                Entry::Line { index, blank, trailing } => {
                    let Some(statement) = statements.get(*index) else { return };
                    if let Some(body) = &statement.block {
                        blank_line(*blank, out);
                        self.item(statement, body, *trailing, depth, out);
                        rest = after;
                        continue;
                    }
                    let length = run_length(rest, statements);
                    let (run, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                    self.run(run, statements, depth, out);
                    rest = after;
                }
            }
        }
    }

    fn comment_line(&self, span: Span, blank: bool, indent: usize, out: &mut String) {
        blank_line(blank, out);
        blanks(indent, out);
        out.push_str(self.comment(span));
        out.push('\n');
    }

    /// Prints statements without blocks that stand under each other: what they say and their references in columns.
    fn run(&mut self, run: &[Entry], statements: &[Statement], depth: Option<usize>, out: &mut String) {
        let indent = depth.map_or(0, |depth| depth * STEP);
        let of_run = run.iter().filter_map(|entry| match entry {
            Entry::Line { index, .. } => statements.get(*index),
            Entry::Comment { .. } => None,
        });
        let column = depth.map_or(0, |_| of_run.map(|statement| self.word_width(statement)).max().unwrap_or_default());
        let mut ready = Vec::new();
        for entry in run {
            let Entry::Line { index, blank, trailing } = entry else { continue };
            let Some(statement) = statements.get(*index) else { continue };
            let printed = self.statement(statement.span, &statement.pieces, column, indent);
            ready.push(Ready { printed, trailing: *trailing, blank: *blank });
        }
        let refers = |ready: &&Ready| ready.printed.reference.is_some();
        let widths = ready.iter().filter(refers).map(|ready| ready.printed.body.width());
        let reference = widths.filter(|&width| width <= WIDEST_BEFORE_REFERENCE).max().unwrap_or_default();
        for Ready { printed, trailing, blank } in ready {
            blank_line(blank, out);
            blanks(indent, out);
            out.push_str(&printed.body);
            if let Some(text) = &printed.reference {
                blanks(reference.saturating_sub(printed.body.width()) + 1, out);
                out.push_str(text);
            }
            let comments: Vec<Span> = printed.left.into_iter().chain(trailing).collect();
            self.trailing(&comments, indent, out);
        }
    }

    /// The comments after a statement: the first on its line, others below it. Ends the line.
    pub(super) fn trailing(&self, comments: &[Span], indent: usize, out: &mut String) {
        if let Some((&first, others)) = comments.split_first() {
            out.push_str("  ");
            out.push_str(self.comment(first));
            for &comment in others {
                out.push('\n');
                blanks(indent, out);
                out.push_str(self.comment(comment));
            }
        }
        out.push('\n');
    }

    /// How wide the first word of a statement is, where something follows it.
    fn word_width(&mut self, statement: &Statement) -> usize {
        match statement.pieces.as_slice() {
            [_, second, ..] if second.kind != Kind::Mark(Mark::At) => self.piece(&statement.pieces, 0).width(),
            _ => 0,
        }
    }

    /// Prints a head with its block.
    fn item(&mut self, head: &Statement, body: &Body, after: Option<Span>, depth: Option<usize>, out: &mut String) {
        let indent = depth.map_or(0, |depth| depth * STEP);
        let printed = self.statement(head.span, &head.pieces, 0, indent);
        let printed = Printed { body: printed.whole(), reference: None, left: printed.left };
        blanks(indent, out);
        out.push_str(&printed.body);
        let single = printed.left.is_empty() && !printed.body.contains('\n');
        if let Some(inline) = single.then(|| self.inline(body)).flatten() {
            out.push(' ');
            out.push_str(&inline);
            let comments: Vec<Span> = after.into_iter().collect();
            self.trailing(&comments, indent, out);
            return;
        }
        out.push_str(" {");
        let inner = depth.map_or(1, |depth| depth + 1);
        let (from, to) = (body.span.start as usize + 1, (body.span.end as usize).saturating_sub(1));
        let entries = match &body.lines {
            Lines::Statements(statements) => self.entries(statements.iter().map(whole), from, to),
            Lines::Rows(rows) => self.entries(rows.iter().map(|row| row.span), from, to),
        };
        let Entries { opening, lines } = entries;
        let opening: Vec<Span> = printed.left.into_iter().chain(opening).collect();
        self.trailing(&opening, inner * STEP, out);
        match &body.lines {
            Lines::Statements(statements) => self.lines(&lines, statements, Some(inner), out),
            Lines::Rows(rows) => self.table(&lines, rows, inner * STEP, out),
        }
        blanks(indent, out);
        out.push('}');
        let comments: Vec<Span> = after.into_iter().collect();
        self.trailing(&comments, indent, out);
    }

    /// A block on one line, where it was written so: in another language it may be wider, and must come back the same. An
    /// empty one always stands on one line.
    fn inline(&mut self, body: &Body) -> Option<String> {
        let Lines::Statements(statements) = &body.lines else { return None };
        let (from, to) = (body.span.start as usize, body.span.end as usize);
        if !self.comments_in(from, to).is_empty() {
            return None;
        }
        if statements.is_empty() {
            return Some("{ }".to_owned());
        }
        if self.slice(from, to).contains('\n') {
            return None;
        }
        let mut text = "{ ".to_owned();
        for (index, statement) in statements.iter().enumerate() {
            if index > 0 {
                text.push_str("; ");
            }
            text.push_str(&self.statement(statement.span, &statement.pieces, 0, 0).whole());
            if let Some(inner) = &statement.block {
                text.push(' ');
                text.push_str(&self.inline(inner)?);
            }
        }
        text.push_str(" }");
        Some(text)
    }
}

/// How many entries from the first stand under each other: statements without blocks, no blank line or comment between.
fn run_length(entries: &[Entry], statements: &[Statement]) -> usize {
    let goes_on = |(position, entry): &(usize, &Entry)| match entry {
        Entry::Line { index, blank, .. } => {
            let plain = statements.get(*index).is_some_and(|statement| statement.block.is_none());
            plain && (*position == 0 || !*blank)
        }
        Entry::Comment { .. } => false,
    };
    entries.iter().enumerate().take_while(goes_on).count().max(1)
}

/// From the head of a statement to the end of its block.
fn whole(statement: &Statement) -> Span {
    statement.block.as_ref().map_or(statement.span, |block| statement.span.to(block.span))
}

pub(super) fn blank_line(blank: bool, out: &mut String) {
    if blank {
        out.push('\n');
    }
}

pub(super) fn blanks(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}

/// Where the reference begins that a statement ends in.
pub(super) fn reference_at(pieces: &[Piece]) -> Option<usize> {
    let at = pieces.iter().rposition(|piece| piece.kind == Kind::Mark(Mark::At))?;
    let after = pieces.get(at + 1..)?;
    matches!(
        after,
        [Piece { kind: Kind::Name(_), .. }] | [Piece { kind: Kind::Name(_), .. }, Piece { kind: Kind::Text, .. }]
    )
    .then_some(at)
    .filter(|&at| at > 0)
}
