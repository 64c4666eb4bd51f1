//! What comes along with tables from elsewhere: rows of dashes, bars at both ends, a unit in the corner.

use crate::codes;
use crate::diagnostic::{Edit, Fix, Message};
use crate::source::Span;
use crate::syntax::ast::{Name, Stage, Table};
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::number::{FREE_DECIMALS, figure, grouped};
use crate::syntax::reader::Reader;

/// Whether a row only draws a line: `|---|---|`.
pub(super) fn is_separator(row: &str) -> bool {
    let drawn = |byte: u8| matches!(byte, b'|' | b'-' | b':' | b'+' | b'=' | b' ' | b'\t');
    row.contains("--") && row.bytes().all(drawn)
}

impl Reader<'_> {
    /// Reports the rows that only draw a line, once for a table.
    pub(super) fn report_separators(&mut self, rows: &[Span]) {
        let Some(&first) = rows.first() else { return };
        let edits = rows.iter().map(|&row| Edit { place: self.place(self.whole_line(row)), text: String::new() });
        let fix = Fix { title: Message::new("fix-remove-line"), safe: true, edits: edits.collect() };
        let finding = self.written_wrong("separator-row", first).with("rows", rows.len()).fix(fix);
        self.report(finding);
    }

    /// The line of a row with its line end, where nothing else stands on it.
    fn whole_line(&self, row: Span) -> Span {
        let before = self.text.get(..row.start as usize).unwrap_or_default();
        let after = self.text.get(row.end as usize..).unwrap_or_default();
        let line_start = before.trim_end_matches([' ', '\t']).len();
        let line_end = after.trim_start_matches([' ', '\t', '\r']);
        let alone = before.get(..line_start).unwrap_or_default().ends_with('\n') && line_end.starts_with('\n');
        if alone { Span::new(line_start, self.text.len() - line_end.len() + 1) } else { row }
    }

    /// Reports the rows that begin with a bar, once for a table.
    pub(super) fn report_leading_bars(&mut self, bars: &[Span]) {
        let Some(&first) = bars.first() else { return };
        let edits = bars.iter().map(|&bar| Edit { place: self.place(bar), text: " ".to_owned() }).collect();
        let fix = Fix { title: Message::new("fix-remove-bar"), safe: true, edits };
        let finding = self.finding(&codes::LEADING_BAR, first).with("rows", bars.len()).fix(fix);
        self.report(finding);
    }

    /// A unit in the corner of a table, which belongs in its head; the cells are read as meant.
    pub(super) fn corner(&mut self, table: &mut Table, corner: Span) {
        let written = self.slice(corner).trim();
        let Some(unit) = unit(written).filter(|&unit| unit != table.factor) else { return };
        let right = format!("(x {})", grouped(&unit.to_string(), self.language));
        let head = table.head.end;
        let at = table.reference.map_or(head, |reference| reference.span.start);
        let before = self.slice(Span { start: table.head.start, end: at });
        let insert = table.head.start as usize + before.trim_end().len();
        let (span, text) = match table.factor_span {
            Some(span) => (span, right.clone()),
            None => (Span::new(insert, insert), format!(" {right}")),
        };
        let edits = vec![Edit { place: self.place(span), text }];
        let fix = Fix { title: Message::new("fix-replace").with("text", right.as_str()), safe: false, edits };
        let finding = self
            .written_wrong("unit-in-corner", corner)
            .with("found", written.trim_matches('"'))
            .with("right", right)
            .fix(fix);
        self.report(finding);
        table.factor = unit;
    }

    /// Reports a first row that holds amounts and no heads.
    pub(super) fn no_heads(&mut self, table: &mut Table, heads: &[Span], row: Span) -> bool {
        let is_amount = |head: &Span| {
            let written = self.slice(*head).trim();
            let figure = figure(written, self.language, FREE_DECIMALS);
            written.is_empty() || figure.is_ok_and(|figure| !figure.plain_year && !written.contains('/'))
        };
        let blank = |head: &Span| self.slice(*head).trim().is_empty();
        if heads.iter().all(blank) || !heads.iter().all(is_amount) {
            return false;
        }
        let finding = self.written_wrong("table-without-heads", row);
        self.report(finding);
        table.damaged.push(row);
        true
    }

    /// Reports a row label that is no name, where it is clear what was meant.
    pub(super) fn label_slip(&mut self, label: Span) -> bool {
        let written = self.slice(label);
        let is_word = |word: &str| !word.is_empty() && keyword::first_word(word).len() == word.len();
        let total = |word: &str| keyword::is_word(word, "total", "totaal");
        if let Some(name) = written.strip_suffix(':').map(str::trim_end).filter(|name| is_word(name)) {
            let span = Span::new(label.start as usize + name.len(), label.end as usize);
            let fix = Fix { title: Message::new("fix-remove-colon"), ..self.replace("fix-replace", true, span, "") };
            let finding = self.written_wrong("label-colon", span).with("name", name).fix(fix);
            self.report(finding);
            return true;
        }
        let words: Vec<&str> = written.split_whitespace().collect();
        if words.len() < 2 || words.iter().any(|word| !is_word(word) || total(word)) {
            return false;
        }
        let right = words.join("-").to_lowercase();
        let fix = self.replace("fix-replace", false, label, &right);
        let finding = self.written_wrong("label-blanks", label).with("found", written).with("right", right).fix(fix);
        self.report(finding);
        true
    }

    /// The word of a stage where a table's name stands.
    pub(super) fn stage_as_name(&mut self, table: &mut Table, name: Name) -> bool {
        let written = self.slice(name.span);
        let known = [
            (Node::kw_planned, Stage::Planned),
            (Node::kw_expected, Stage::Expected),
            (Node::kw_obligated, Stage::Obligated),
            (Node::kw_actual, Stage::Actual),
        ];
        let found = known.into_iter().find_map(|(node, stage)| {
            let word = keyword::of(node)?;
            let here = word.english.iter().chain(word.dutch).any(|known| known.eq_ignore_ascii_case(written));
            here.then_some((word, stage))
        });
        let (Some((word, value)), Some(short)) = (found, keyword::of(Node::kw_as)) else { return false };
        let right = format!("{} {}", short.word(self.language), word.word(self.language));
        let fix = self.replace("fix-replace", false, name.span, &right);
        let finding = self.written_wrong("stage-as-name", name.span).with("found", written).with("right", right);
        self.report(finding.fix(fix));
        table.stage = table.stage.or(Some(crate::source::Spanned { value, span: name.span }));
        true
    }
}

/// The power of ten that a corner speaks of: `(x € 1.000)`, `in duizenden euro's`.
fn unit(corner: &str) -> Option<i64> {
    let small = corner.to_lowercase();
    let digits: Vec<String> = small
        .split(|char: char| !char.is_ascii_digit() && !matches!(char, '.' | ','))
        .map(|part| part.chars().filter(char::is_ascii_digit).collect())
        .collect();
    let has = |words: &[&str]| words.iter().any(|word| small.contains(word));
    if has(&["miljoen", "million", "mln"]) || digits.iter().any(|figure| figure == "1000000") {
        Some(1_000_000)
    } else if has(&["duizend", "thousand"]) || digits.iter().any(|figure| figure == "1000") {
        Some(1_000)
    } else {
        None
    }
}
