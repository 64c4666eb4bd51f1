//! The labels of a table's rows.

use crate::source::Span;
use crate::syntax::ast::{CourseKind, Name, Row, RowHead, RowName, Table, TableKind};
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::parts::{Label, Parts};
use crate::syntax::reader::Reader;

impl Reader<'_> {
    /// A row with its label read and no cells yet.
    pub(super) fn labelled(&mut self, table: &mut Table, label: Span, span: Span) -> Row {
        let first_cell = Span::new(table.cells.len(), 0).start;
        let mut row = Row {
            head: RowHead::Unreadable,
            title: None,
            formula: None,
            first_cell,
            cells: 0,
            reference: None,
            label,
            span,
        };
        let written = self.slice(label);
        let course = table.kind.value == TableKind::Course && (table.of.is_some() || table.of_all);
        if !course && keyword::first_word(written).len() == written.len() && is_plain_name(written) {
            row.head = RowHead::Name(Name { span: label });
            return row;
        }
        if !course && self.label_slip(label) {
            table.damaged.push(span);
            return row;
        }
        let node = if course { Node::row_label_course } else { Node::row_label };
        let Some(mut parts) = self.parse(node, label) else {
            table.damaged.push(span);
            return row;
        };
        if course {
            row.title = parts.texts.first().copied();
            row.head = match parts.kind.and_then(|kind| course_kind(kind.value)) {
                Some(kind) => RowHead::Course(kind),
                None => RowHead::Total,
            };
            return row;
        }
        row.formula = parts.expressions.pop();
        row.head = Self::row_head(&parts).unwrap_or(RowHead::Unreadable);
        row
    }

    fn row_head(parts: &Parts) -> Option<RowHead> {
        let Some((&first, rest)) = parts.labels.split_first() else { return Some(RowHead::Total) };
        if !rest.is_empty() {
            let names = rest.iter().filter_map(|&label| row_name(label)).collect();
            return Some(RowHead::SubtotalOf(row_name(first)?, names));
        }
        Some(match (first, parts.how.is_some()) {
            (Label::Name(name), true) => RowHead::Subtotal(name),
            (Label::Name(name), false) => RowHead::Name(name),
            (Label::Text(text), false) => RowHead::Text(text),
            (Label::Years(years), false) => RowHead::Years(years),
            (Label::Text(_) | Label::Years(_), true) => return None,
        })
    }
}

fn row_name(label: Label) -> Option<RowName> {
    match label {
        Label::Name(name) => Some(RowName::Name(name)),
        Label::Text(text) => Some(RowName::Text(text)),
        Label::Years(_) => None,
    }
}

/// Whether a label of one word is a name and nothing else.
fn is_plain_name(written: &str) -> bool {
    let letter = written.chars().next().is_some_and(char::is_alphabetic);
    letter && !keyword::is_reserved(written)
}

/// What a row or column of a course of reserves holds.
pub(super) fn course_kind(node: Node) -> Option<CourseKind> {
    Some(match node {
        Node::kw_opening => CourseKind::Opening,
        Node::kw_addition => CourseKind::Addition,
        Node::kw_withdrawal => CourseKind::Withdrawal,
        Node::kw_movement => CourseKind::Movement,
        Node::kw_balance => CourseKind::Balance,
        _ => return None,
    })
}
