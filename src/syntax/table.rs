//! Tables: the head is parsed, the body is split by hand into columns, rows and cells.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::money::Money;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Amount, AmountValue, Cell, CellValue, Column, ColumnHead, Row, Table, TableKind, Years};
use crate::syntax::cell;
use crate::syntax::form::Block;
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::label::course_kind;
use crate::syntax::layout::Line;
use crate::syntax::number;
use crate::syntax::parts::Parts;
use crate::syntax::quotes;
use crate::syntax::reader::Reader;
use crate::syntax::scan::{ends_open, string_end};
use crate::syntax::separator;

/// One row of a table's text: where its label and its cells stand.
#[derive(Default)]
pub(super) struct Stretch {
    /// From the first sign to the last, a comment left out.
    pub(super) span: Span,
    /// Offsets of its bars outside texts.
    pub(super) bars: Vec<u32>,
    /// The first bars of rows that begin with one, so far.
    leading: Vec<Span>,
}

impl Reader<'_> {
    /// Reads a table from the parts of its head and the text of its block.
    pub(super) fn table(&mut self, parts: &Parts, line: &Line) -> Option<Table> {
        let mut table = self.table_head(parts, line)?;
        let Some(block) = &line.block else {
            let finding = self.finding(&codes::TABLE_EMPTY, line.span);
            self.report(finding.help(Message::new("form-table")));
            return Some(table);
        };
        table.span = line.span.to(block.span);
        self.table_rows(&mut table, block.inner);
        if table.columns.is_empty() && table.damaged.is_empty() {
            let finding = self.finding(&codes::TABLE_EMPTY, line.span);
            self.report(finding.help(Message::new("form-table")));
        }
        table.rows.shrink_to_fit();
        table.cells.shrink_to_fit();
        Some(table)
    }

    fn table_head(&mut self, parts: &Parts, line: &Line) -> Option<Table> {
        let kind = parts.kind?;
        let kind = Spanned { value: table_kind(kind.value)?, span: kind.span };
        let mut names = parts.names.iter().copied();
        let of_all = parts.words.has(Node::kw_all);
        let of = if kind.value == TableKind::Course && !of_all { names.next() } else { None };
        let name = names.next().map(|name| self.declared(name));
        for again in
            names.map(|name| name.span).chain(parts.texts.get(1..).unwrap_or_default().iter().map(|text| text.span))
        {
            let finding = self.finding(&codes::PART_TWICE, again).with("found", self.slice(again));
            self.report(finding);
        }
        let factor = parts.factor.map_or(Some(1), |span| self.factor(span));
        let rounded = parts.rounded.and_then(|amount| match amount.value {
            AmountValue::Money(value) => Some(Spanned { value, span: amount.span }),
            AmountValue::Pm | AmountValue::None | AmountValue::Unreadable => None,
        });
        let mut table = Table {
            kind,
            correction: parts.words.has(Node::kw_correction),
            years: parts.years.first().copied(),
            of,
            of_all,
            name,
            title: parts.texts.first().copied(),
            stage: parts.stage,
            factor: factor.unwrap_or(1),
            factor_span: parts.factor,
            rounded,
            positive_withdraws: parts.words.span(Node::kw_positive_withdraws),
            reference: parts.reference,
            columns: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            allows: Vec::new(),
            head: line.span,
            span: line.span,
            damaged: Vec::new(),
        };
        if let Some(name) = table.name.filter(|_| kind.value != TableKind::Figures && table.stage.is_none())
            && self.stage_as_name(&mut table, name)
        {
            table.name = None;
        }
        Some(table)
    }

    /// `(x 1,000)`, `(x 1 million)`: a power of ten.
    fn factor(&mut self, span: Span) -> Option<i64> {
        let written = self.slice(span);
        let inner = written.trim_start_matches('(').trim_end_matches(')').trim();
        let digits = inner.strip_prefix(['x', 'X', '\u{D7}']).map(str::trim);
        let figure = digits.and_then(|digits| number::figure(digits, self.language, 0).ok());
        let value = figure.filter(|figure| figure.decimals == 0).and_then(|figure| i64::try_from(figure.mantissa).ok());
        let power = value.filter(|&value| value > 0 && 10_i64.checked_pow(value.ilog10()) == Some(value));
        if power.is_none() {
            let finding = self.finding(&codes::FACTOR_UNREADABLE, span).with("found", written);
            self.report(finding.help(Message::new("factor-unreadable-help")));
        }
        if let Some(digits) = digits {
            let at = written.find(digits).unwrap_or_default();
            let start = span.start as usize + at;
            self.check_words(digits, Span::new(start, start + digits.len()));
        }
        power
    }

    fn table_rows(&mut self, table: &mut Table, inner: Span) {
        let mut at = inner.start as usize;
        let mut stretch = Stretch::default();
        let mut separators = Vec::new();
        let mut headed = false;
        while at < inner.end as usize {
            at = self.next_stretch(at, inner.end as usize, &mut stretch);
            if stretch.span.start == stretch.span.end {
                continue;
            }
            if separator::is_separator(self.slice(stretch.span)) {
                separators.push(stretch.span);
                continue;
            }
            if stretch.bars.is_empty() && self.allow_row(table, stretch.span) {
                continue;
            }
            if headed {
                self.row(table, &mut stretch);
            } else {
                headed = true;
                self.heads(table, &mut stretch);
            }
        }
        self.report_separators(&separators);
        self.report_leading_bars(&stretch.leading);
    }

    /// Finds the next row: its ends, and its bars. Gives where the one after it begins.
    pub(super) fn next_stretch(&self, from: usize, end: usize, stretch: &mut Stretch) -> usize {
        let bytes = self.text.as_bytes();
        stretch.bars.clear();
        let mut start = from;
        let mut line_start = from;
        // Where what is written so far ends, comments left out.
        let mut written_end = from;
        loop {
            let rest = bytes.get(line_start..end).unwrap_or_default();
            let line_end = memchr::memchr(b'\n', rest).map_or(end, |length| line_start + length);
            let line = bytes.get(line_start..line_end).unwrap_or_default();
            let mut code_end = line_end;
            if memchr::memchr2(b'"', b'#', line).is_none() {
                stretch.bars.extend(memchr::memchr_iter(b'|', line).map(|at| Span::new(line_start + at, 0).start));
            } else {
                code_end = self.bars_with_care(line_start, line_end, stretch);
            }
            // A line with nothing but a comment ends no label that goes on.
            if start == from || !self.text.get(line_start..code_end).unwrap_or_default().trim().is_empty() {
                written_end = code_end;
            }
            let written = self.text.get(start..written_end).unwrap_or_default();
            let blank = written.len() - written.trim_start().len();
            let trimmed = written.trim();
            let first = start + blank;
            stretch.span = quotes::widened(self.text, Span::new(first, first + trimmed.len()));
            let next = line_end + 1;
            if !stretch.bars.is_empty() || !ends_open(trimmed.as_bytes()) || next >= end {
                return next;
            }
            start = first;
            line_start = next;
        }
    }

    /// The bars of a line with texts or a comment in it; gives where the comment begins.
    fn bars_with_care(&self, line_start: usize, line_end: usize, stretch: &mut Stretch) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = line_start;
        while at < line_end {
            match bytes.get(at) {
                Some(b'"') => at = string_end(bytes, at + 1).unwrap_or_else(|end| end),
                Some(b'#') => return at,
                Some(b'|') => {
                    stretch.bars.push(Span::new(at, 0).start);
                    at += 1;
                }
                _ => at += 1,
            }
        }
        line_end
    }

    /// A line without bars that begins with `allow`.
    fn allow_row(&mut self, table: &mut Table, span: Span) -> bool {
        let word = keyword::first_word(self.slice(span));
        if !keyword::is_word(word, "allow", "accepteer") {
            return false;
        }
        let line = Line { span, comments: true, reported: false, block: None };
        match self.statement(Block::Table, &line) {
            Some((_, parts)) => table.allows.extend(parts.allow),
            None => table.damaged.push(span),
        }
        true
    }

    /// The first row: what stands before its first bar is a corner, and is passed over.
    fn heads(&mut self, table: &mut Table, stretch: &mut Stretch) {
        if stretch.bars.is_empty() {
            let finding = self.finding(&codes::TABLE_EMPTY, stretch.span);
            self.report(finding.help(Message::new("form-table")));
            table.damaged.push(stretch.span);
            return;
        }
        let mut heads = cells_between(&stretch.bars, stretch.span.end);
        let leading = stretch.bars.first() == Some(&stretch.span.start);
        let corner = stretch.bars.get(usize::from(leading)).copied().unwrap_or(stretch.span.end);
        self.corner(table, self.trimmed(Span { start: stretch.span.start + u32::from(leading), end: corner }));
        if self.no_heads(table, &heads, stretch.span) {
            return;
        }
        if heads.len() > 1 && heads.last().is_some_and(|&last| self.slice(last).trim().is_empty()) {
            heads.pop();
        }
        let first_empty = heads.first().is_some_and(|&first| self.slice(first).trim().is_empty());
        if heads.len() > 1 && first_empty && stretch.bars.first() == Some(&stretch.span.start) {
            // `| | 2024 |`, as in other languages for tables: the corner stands between two bars.
            heads.remove(0);
            stretch.leading.push(first_sign(stretch.span));
        }
        for head in heads {
            let span = self.trimmed(head);
            let column = self.column(table, span);
            table.columns.push(column);
        }
    }

    fn column(&mut self, table: &mut Table, span: Span) -> Column {
        let unreadable = Column { head: ColumnHead::Unreadable, stage: None, formula: None, span };
        if span.start == span.end {
            let finding = Diagnostic::new(&codes::SYNTAX, self.place(span));
            let expected = Message::new("expect-column-head");
            let finding = finding.with("after", Message::new("at-start")).with("expected", expected);
            self.report(finding.with("found", Message::new("found-nothing")));
            table.damaged.push(span);
            return unreadable;
        }
        let written = self.slice(span);
        if let Some(read) = crate::syntax::years::years(written).filter(|read| !read.is_range && read.problem.is_none())
        {
            let head = ColumnHead::Years(Years { range: read.range, style: read.style, is_range: false, span });
            return Column { head, stage: None, formula: None, span };
        }
        if keyword::of(Node::kw_total).is_some_and(|total| total.is(self.language, written)) {
            return Column { head: ColumnHead::Total, stage: None, formula: None, span };
        }
        let Some(mut parts) = self.parse(Node::column_head, span) else {
            table.damaged.push(span);
            return unreadable;
        };
        let formula = parts.expressions.pop();
        let years = parts.years.first().copied();
        let head = match (parts.kind.and_then(|kind| course_kind(kind.value)), years) {
            (Some(kind), Some(years)) => ColumnHead::Course(kind, years),
            (None, Some(years)) => ColumnHead::Years(years),
            (_, None) => {
                let name = parts.names.first().copied().map(ColumnHead::Name);
                let text = parts.texts.first().copied().map(ColumnHead::Text);
                name.or(text).unwrap_or(ColumnHead::Total)
            }
        };
        Column { head, stage: parts.stage, formula, span }
    }

    fn row(&mut self, table: &mut Table, stretch: &mut Stretch) {
        let Some((&first, bars)) = stretch.bars.split_first() else {
            let row = self.labelled(table, stretch.span, stretch.span);
            table.rows.push(row);
            return;
        };
        let mut label_end = first;
        let mut bars_of_cells = stretch.bars.as_slice();
        if first == stretch.span.start {
            stretch.leading.push(first_sign(stretch.span));
            let Some(&second) = bars.first() else {
                table.damaged.push(stretch.span);
                return;
            };
            label_end = second;
            bars_of_cells = bars;
        }
        let label_start = if first == stretch.span.start { first + 1 } else { stretch.span.start };
        let label = self.trimmed(Span { start: label_start, end: label_end });
        let mut row = self.labelled(table, label, stretch.span);
        row.cells = Span::new(table.columns.len(), 0).start;
        self.row_cells(table, &mut row, bars_of_cells, stretch.span);
        table.rows.push(row);
    }

    /// Reads the cells of a row; a row of the wrong length is one finding, and its cells are unreadable.
    fn row_cells(&mut self, table: &mut Table, row: &mut Row, bars: &[u32], span: Span) {
        let columns = table.columns.len();
        let text = self.text;
        let mut end = span.end;
        // After the last bar a reference may stand.
        let last = bars.last().map_or(span.start, |&bar| bar + 1);
        let after = self.slice(Span { start: last, end });
        if let Some(at) = memchr::memchr(b'@', after.as_bytes()) {
            let start = last + Span::new(at, 0).start;
            row.reference = self.parse(Node::row_reference, Span { start, end }).and_then(|parts| parts.reference);
            if row.reference.is_none() {
                table.damaged.push(Span { start, end });
            }
            end = start;
        }
        let closing =
            bars.len() == columns + 1 && text.get(last as usize..end as usize).unwrap_or_default().trim().is_empty();
        let count = if closing { bars.len() - 1 } else { bars.len() };
        if count != columns {
            self.report_cell_count(table, row, count, columns);
            let unreadable =
                Cell { money: Money::ZERO, start: span.start, len: 0, value: CellValue::Unreadable, about: false };
            table.cells.extend(std::iter::repeat_n(unreadable, columns));
            table.damaged.push(span);
            return;
        }
        table.cells.reserve(columns);
        let ends = bars.iter().skip(1).copied().chain(std::iter::once(end));
        for (&bar, end) in bars.iter().zip(ends).take(columns) {
            let cell = self.cell(table, Span { start: bar + 1, end });
            table.cells.push(cell);
        }
    }

    fn report_cell_count(&mut self, table: &Table, row: &Row, count: usize, columns: usize) {
        if columns == 0 {
            // The heads could not be read, which has been reported.
            return;
        }
        let finding = self
            .finding(&codes::CELL_COUNT, row.label)
            .with("row", self.slice(row.label))
            .with("cells", count)
            .with("columns", columns);
        let heads = table.columns.first().zip(table.columns.last());
        let finding = match heads {
            Some((first, last)) => finding
                .label(self.place(first.span.to(last.span)), Message::new("label-columns").with("columns", columns)),
            None => finding,
        };
        self.report(finding);
    }

    /// Reads one cell.
    fn cell(&mut self, table: &Table, span: Span) -> Cell {
        let bytes = self.text.as_bytes().get(span.range()).unwrap_or_default();
        if let Some((money, start, len)) = cell::plain(bytes, self.language, self.minor_digits, table.factor) {
            let start = span.start + start;
            return Cell { money, start, len, value: CellValue::Money, about: false };
        }
        let place = self.trimmed(span);
        let len = u16::try_from(place.end - place.start).unwrap_or(u16::MAX);
        let cell = Cell { money: Money::ZERO, start: place.start, len, value: CellValue::None, about: false };
        let written = self.slice(place);
        if written.is_empty() {
            return cell;
        }
        let amount = if table.kind.value == TableKind::Figures {
            self.favourable(written, place, table.factor)
        } else {
            self.amount_at(written, place, table.factor)
        };
        let (value, money) = match amount.value {
            AmountValue::Money(money) => (CellValue::Money, money),
            AmountValue::Pm => (CellValue::Pm, Money::ZERO),
            AmountValue::None => (CellValue::None, Money::ZERO),
            AmountValue::Unreadable => (CellValue::Unreadable, Money::ZERO),
        };
        Cell { money, value, about: amount.about, ..cell }
    }

    /// An amount that may end in `V` (plus) or `N` (minus).
    fn favourable(&mut self, written: &str, span: Span, factor: i64) -> Amount {
        let minus = match written.chars().last() {
            Some('V' | 'v') => false,
            Some('N' | 'n') => true,
            _ => return self.amount_at(written, span, factor),
        };
        let before = written.get(..written.len() - 1).unwrap_or_default().trim_end();
        if !before.ends_with(|char: char| char.is_ascii_digit() || char == '-' || char == ')') {
            return self.amount_at(written, span, factor);
        }
        let mut amount = self.amount_at(before, span, factor);
        if let (AmountValue::Money(money), true) = (amount.value, minus) {
            amount.value = AmountValue::Money(Money(money.0.saturating_neg()));
        }
        amount
    }

    /// The span without white space at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let text = self.slice(span);
        let start = span.start as usize + text.len() - text.trim_start().len();
        quotes::widened(self.text, Span::new(start, start + text.trim().len()))
    }
}

/// Where the first sign of a row stands, which is a bar.
fn first_sign(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}

/// What stands after each bar, up to the next.
pub(super) fn cells_between(bars: &[u32], end: u32) -> Vec<Span> {
    let ends = bars.iter().skip(1).copied().chain(std::iter::once(end));
    bars.iter().zip(ends).map(|(&bar, end)| Span { start: bar + 1, end: end.max(bar + 1) }).collect()
}

fn table_kind(node: Node) -> Option<TableKind> {
    Some(match node {
        Node::kw_income => TableKind::Income,
        Node::kw_cost => TableKind::Cost,
        Node::kw_budget => TableKind::Budget,
        Node::kw_coverage => TableKind::Coverage,
        Node::kw_addition => TableKind::Addition,
        Node::kw_withdrawal => TableKind::Withdrawal,
        Node::kw_movement => TableKind::Movement,
        Node::kw_course => TableKind::Course,
        Node::kw_balance => TableKind::Balance,
        Node::kw_opening => TableKind::Opening,
        Node::kw_figures => TableKind::Figures,
        _ => return None,
    })
}
