//! Free tables: lines that stand in them once.

use super::Builder;
use super::expressions::{Scope, broken};
use super::tables::Formulas;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::expression::{Expression, Type};
use crate::model::table::{ColumnHead, RowHead, Table, TableId};
use crate::source::{FileId, Span};
use crate::syntax::ast;
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
                    .with("line", if kind == "kind-row" { "row" } else { "column" })
                    .label(table.place(*first), Message::new("label-first"));
                self.findings.push(finding);
            } else {
                seen.insert(name, span);
            }
        }
    }

    /// Resolves the formulas of a free table, names and strings in them being its rows or columns.
    pub(super) fn formulas(&mut self, id: TableId, formulas: Formulas) {
        if formulas.rows.is_empty() && formulas.columns.is_empty() {
            return;
        }
        let Some(table) = self.plan.tables.get(id.0 as usize) else { return };
        let file = table.file;
        let style = self.plan.head.style;
        let mut rows = FxHashMap::default();
        for (number, row) in (0_u32..).zip(&table.rows) {
            if let RowHead::Figure(name) | RowHead::Subtotal { name, .. } = &row.head {
                rows.entry(name.clone()).or_insert(number);
            }
        }
        let mut columns = FxHashMap::default();
        for (number, column) in (0_u32..).zip(&table.columns) {
            let name = match &column.head {
                ColumnHead::Figure(name) => name.clone(),
                ColumnHead::Years(years) => style.range_label(*years),
                _ => continue,
            };
            columns.entry(name).or_insert(number);
        }
        for (index, tree) in formulas.rows {
            let made = self.formula(file, &tree, &rows, "kind-row");
            if let Some(row) = self.plan.tables.get_mut(id.0 as usize).and_then(|table| table.rows.get_mut(index)) {
                row.formula = Some(made);
            }
        }
        for (index, tree) in formulas.columns {
            let made = self.formula(file, &tree, &columns, "kind-column");
            let table = self.plan.tables.get_mut(id.0 as usize);
            if let Some(column) = table.and_then(|table| table.columns.get_mut(index)) {
                column.formula = Some(made);
            }
        }
    }

    fn formula(
        &mut self,
        file: FileId,
        tree: &ast::Expression,
        lines: &FxHashMap<String, u32>,
        kind: &'static str,
    ) -> Expression {
        let mut scope = Scope::new(file, ast::Stage::Planned);
        scope.lines = Some((lines, kind));
        let made = self.expression(&mut scope, tree);
        match made.kind {
            Type::Amount | Type::Number | Type::Percentage | Type::Broken => made,
            _ => {
                self.needed(made.place, made.kind.words(), Message::new("a-amount"));
                broken(made.place)
            }
        }
    }
}
