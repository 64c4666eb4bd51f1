//! Free tables: lines that stand in them once.

use super::Builder;
use super::tables::Formulas;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::table::{ColumnHead, RowHead, Table, TableId};
use crate::source::Span;
use rustc_hash::FxHashMap;

impl Builder<'_> {
    /// Reports rows and columns of a free table that have the same name.
    pub(super) fn figure_lines(&mut self, table: &Table) {
        if table.kind != crate::syntax::ast::TableKind::Figures {
            return;
        }
        let rows = table.rows.iter().filter_map(|row| match &row.head {
            RowHead::Figure(name) => Some((name.clone(), row.label)),
            _ => None,
        });
        self.lines_once(table, rows, "kind-row");
        let style = self.plan.head.style;
        let columns = table.columns.iter().filter_map(|column| match &column.head {
            ColumnHead::Figure(name) => Some((name.clone(), column.span)),
            ColumnHead::Years(years) => Some((style.range_label(*years), column.span)),
            _ => None,
        });
        self.lines_once(table, columns, "kind-column");
    }

    fn lines_once(&mut self, table: &Table, lines: impl Iterator<Item = (String, Span)>, kind: &'static str) {
        let mut seen: FxHashMap<String, Span> = FxHashMap::default();
        for (name, span) in lines {
            if let Some(first) = seen.get(&name) {
                let finding = Diagnostic::new(&codes::LINE_TWICE, table.place(span))
                    .with("name", name.as_str())
                    .with("line", Message::new(kind))
                    .label(table.place(*first), Message::new("label-first"));
                self.findings.push(finding);
            } else {
                seen.insert(name, span);
            }
        }
    }

    pub(super) fn formulas(&mut self, _id: TableId, _formulas: Formulas) {}
}
