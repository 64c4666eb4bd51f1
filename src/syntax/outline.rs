//! A file as the statements, blocks and rows that it is written in, each with its pieces: what a printer needs.

use crate::source::{FileId, Span};
use crate::syntax::ast::Language;
use crate::syntax::expression::too_deep;
use crate::syntax::form::{Block, Form};
use crate::syntax::grammar::{Grammar, Node};
use crate::syntax::item::whole;
use crate::syntax::keyword;
use crate::syntax::layout::{self, Layout};
use crate::syntax::pieces::{Kind, Piece, Role, gather};
use crate::syntax::quotes;
use crate::syntax::reader::{Reader, blanked};
use crate::syntax::separator::is_separator;
use crate::syntax::table::{Stretch, cells_between};
use pest::Parser;

/// A statement, or the head of an item with its block.
#[derive(Debug)]
pub struct Statement {
    /// From the first piece to the last.
    pub span: Span,
    /// What it is written with, in the order of the text.
    pub pieces: Vec<Piece>,
    /// What stands in braces after it.
    pub block: Option<Body>,
}

/// What stands between braces.
#[derive(Debug)]
pub struct Body {
    /// From the opening brace to the closing one, both included.
    pub span: Span,
    /// What stands in it.
    pub lines: Lines,
}

/// What a block consists of.
#[derive(Debug)]
pub enum Lines {
    /// Statements.
    Statements(Vec<Statement>),
    /// The rows of a table.
    Rows(Vec<TableLine>),
}

/// One line of a table.
#[derive(Debug)]
pub struct TableLine {
    /// From its first sign to its last, a comment left out.
    pub span: Span,
    /// What it is.
    pub row: TableRow,
}

/// What a line of a table is.
#[derive(Debug)]
pub enum TableRow {
    /// The heads of the columns.
    Heads {
        /// What stands before the first bar, which says nothing; empty where nothing does.
        corner: Span,
        /// Each head.
        heads: Vec<Vec<Piece>>,
    },
    /// A row with its cells.
    Cells {
        /// What it is called.
        label: Vec<Piece>,
        /// Each cell without the white space around it.
        cells: Vec<Span>,
        /// `@ DOCUMENT "where"`
        reference: Vec<Piece>,
    },
    /// A label without bars.
    Heading(Vec<Piece>),
    /// `allow …`
    Allow(Vec<Piece>),
}

/// The statements of a file that was read without an error; `Err` with the place of one that cannot be read.
pub fn outline(written: &str, language: Language) -> Result<Vec<Statement>, Span> {
    let text = quotes::straight(written);
    let mut outliner = Outliner { reader: reader(&text, language) };
    let mut layout = Layout::new(FileId::default(), &text);
    let mut statements = Vec::new();
    while let Some(line) = layout.next_item() {
        statements.push(outliner.statement(&[Block::File], &line)?);
    }
    Ok(statements)
}

/// The pieces of an expression within a longer text; `None` where it cannot be read.
pub fn expression_pieces(written: &str, span: Span, language: Language) -> Option<Vec<Piece>> {
    let text = quotes::straight(written);
    if too_deep(text.get(span.range())?).is_some() {
        return None;
    }
    Outliner { reader: reader(&text, language) }.pieces(Node::alone, span).ok()
}

/// The comments of a file in the order of the text, each from its `#` to the end of its line.
pub fn comments(written: &str) -> Vec<Span> {
    let text = quotes::straight(written);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = memchr::memchr2(b'#', b'"', bytes.get(at..).unwrap_or_default()) {
        at += length;
        if bytes.get(at) == Some(&b'"') {
            at = crate::syntax::scan::string_end(bytes, at + 1).unwrap_or_else(|end| end);
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(bytes.len(), |length| at + length);
        found.push(Span::new(at, end));
        at = end;
    }
    found
}

fn reader(text: &str, language: Language) -> Reader<'_> {
    Reader {
        file: FileId::default(),
        text,
        language,
        minor_digits: 2,
        grammar_only: true,
        diagnostics: Vec::new(),
        base: 0,
        foreign: 0,
        native: 0,
    }
}

struct Outliner<'t> {
    reader: Reader<'t>,
}

impl Outliner<'_> {
    /// The first of the blocks in which the line can be read says what it is.
    fn statement(&mut self, blocks: &[Block], line: &layout::Line) -> Result<Statement, Span> {
        for &block in blocks {
            let Some(chosen) = self.reader.choose(block, line) else { continue };
            let Ok(pairs) = Grammar::parse(chosen.form.node, &chosen.text) else { continue };
            self.reader.base = chosen.base;
            let mut pieces = Vec::new();
            pairs.for_each(|pair| gather(&self.reader, pair, chosen.form.node, &mut pieces));
            let block = line.block.as_ref().map(|body| self.body(chosen.form, &pieces, body)).transpose()?;
            self.reader.diagnostics.clear();
            return Ok(Statement { span: line.span, pieces, block });
        }
        Err(whole(line))
    }

    fn body(&mut self, form: &Form, head: &[Piece], block: &layout::Block) -> Result<Body, Span> {
        let span = block.span;
        if form.node == Node::i_table {
            return Ok(Body { span, lines: Lines::Rows(self.rows(head, block.inner)?) });
        }
        let blocks = blocks_in(form).ok_or(span)?;
        let lines = block.lines.iter().map(|line| self.statement(blocks, line)).collect::<Result<_, _>>()?;
        Ok(Body { span, lines: Lines::Statements(lines) })
    }

    /// The pieces of a stretch that a rule of the grammar reads.
    fn pieces(&mut self, node: Node, span: Span) -> Result<Vec<Piece>, Span> {
        let whole = self.reader.slice(span);
        let written = whole.trim_start();
        let text = blanked(written, written.contains('#'));
        self.reader.base = span.end.wrapping_sub(Span::new(written.len(), 0).start);
        let pairs = Grammar::parse(node, &text).map_err(|_| span)?;
        let mut pieces = Vec::new();
        pairs.for_each(|pair| gather(&self.reader, pair, node, &mut pieces));
        Ok(pieces)
    }

    fn rows(&mut self, head: &[Piece], inner: Span) -> Result<Vec<TableLine>, Span> {
        let course = is_course_of(head);
        let end = inner.end as usize;
        let mut at = inner.start as usize;
        let mut stretch = Stretch::default();
        let mut rows = Vec::new();
        let mut columns = None;
        while at < end {
            at = self.reader.next_stretch(at, end, &mut stretch);
            let span = stretch.span;
            if span.start == span.end {
                continue;
            }
            if is_separator(self.reader.slice(span)) {
                return Err(span);
            }
            let word = keyword::first_word(self.reader.slice(span));
            let row = if stretch.bars.is_empty() && keyword::is_word(word, "allow", "accepteer") {
                self.allow(span)?
            } else if let Some(columns) = columns {
                self.row(&stretch, columns, course)?
            } else {
                let heads = self.heads(&stretch)?;
                if let TableRow::Heads { heads, .. } = &heads {
                    columns = Some(heads.len());
                }
                heads
            };
            rows.push(TableLine { span, row });
        }
        Ok(rows)
    }

    fn allow(&mut self, span: Span) -> Result<TableRow, Span> {
        let line = layout::Line { span, comments: true, reported: false, block: None };
        self.statement(&[Block::Table], &line).map(|statement| TableRow::Allow(statement.pieces))
    }

    fn heads(&mut self, stretch: &Stretch) -> Result<TableRow, Span> {
        let span = stretch.span;
        let first = stretch.bars.first().copied().ok_or(span)?;
        let corner = self.reader.trimmed(Span { start: span.start, end: first });
        let mut heads = cells_between(&stretch.bars, span.end);
        if heads.len() > 1 && heads.last().is_some_and(|&last| self.reader.slice(last).trim().is_empty()) {
            heads.pop();
        }
        let heads = heads.into_iter().map(|head| {
            let head = self.reader.trimmed(head);
            self.pieces(Node::column_head, head)
        });
        Ok(TableRow::Heads { corner, heads: heads.collect::<Result<_, _>>()? })
    }

    fn row(&mut self, stretch: &Stretch, columns: usize, course: bool) -> Result<TableRow, Span> {
        let span = stretch.span;
        let (Some(&first), Some(&last)) = (stretch.bars.first(), stretch.bars.last()) else {
            return Ok(TableRow::Heading(self.label(span, course)?));
        };
        let label = self.reader.trimmed(Span { start: span.start, end: first });
        let label = self.label(label, course)?;
        let mut end = span.end;
        let after = self.reader.slice(Span { start: last + 1, end });
        let mut reference = Vec::new();
        if let Some(at) = memchr::memchr(b'@', after.as_bytes()) {
            let start = last + 1 + Span::new(at, 0).start;
            reference = self.pieces(Node::row_reference, Span { start, end })?;
            end = start;
        }
        let cells = cells_between(&stretch.bars, end);
        let closing = cells.get(columns..).unwrap_or_default();
        if cells.len() < columns || closing.iter().any(|&cell| !self.reader.slice(cell).trim().is_empty()) {
            return Err(span);
        }
        let cells = cells.into_iter().take(columns).map(|cell| self.reader.trimmed(cell)).collect();
        Ok(TableRow::Cells { label, cells, reference })
    }

    fn label(&mut self, span: Span, course: bool) -> Result<Vec<Piece>, Span> {
        let written = self.reader.slice(span);
        let plain = written.starts_with(char::is_alphabetic) && keyword::first_word(written).len() == written.len();
        if plain && !course && !keyword::is_reserved(written) {
            return Ok(vec![Piece { kind: Kind::Name(Role::Line), span }]);
        }
        self.pieces(if course { Node::row_label_course } else { Node::row_label }, span)
    }
}

/// What may stand in the block of a statement; `None` where it has none.
fn blocks_in(form: &Form) -> Option<&'static [Block]> {
    Some(match (form.node, form.keyword) {
        (Node::i_pack, _) => &[Block::Pack],
        (Node::i_test, _) => &[Block::Test],
        (Node::s_change, _) => &[Block::Source, Block::Reserve, Block::Goal],
        (_, Node::kw_plan) => &[Block::Plan],
        (_, Node::kw_document) => &[Block::Document],
        (_, Node::kw_decision) => &[Block::Decision],
        (_, Node::kw_theme) => &[Block::Theme],
        (_, Node::kw_source | Node::kw_part) => &[Block::Source],
        (_, Node::kw_reserve) => &[Block::Reserve],
        (_, Node::kw_goal) => &[Block::Goal],
        (_, Node::kw_scenario) => &[Block::Scenario],
        (_, Node::kw_rule) => &[Block::Rule],
        _ => return None,
    })
}

/// Whether the rows of a table are kinds of movement: `course NAME`, `course all`.
fn is_course_of(head: &[Piece]) -> bool {
    let is = |rule: &str| head.iter().any(|piece| matches!(piece.kind, Kind::Keyword(word) if word.rule == rule));
    let named = head.iter().any(|piece| piece.kind == Kind::Name(Role::Declared));
    is("kw_course") && (named || is("kw_all"))
}
