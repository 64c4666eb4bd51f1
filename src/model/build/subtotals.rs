//! Which rows a subtotal adds up.

use super::Builder;
use super::names::{Wanted, What, nfc};
use super::near::{nearest, offer};
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::{Entity, SourceId, ThemeId};
use crate::model::table::{Row, RowHead, Table};
use crate::source::Place;
use crate::syntax;
use crate::syntax::ast::{self, Name, RowName, TableKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// Rows by the theme and by the whole that they belong to, at every level.
#[derive(Default)]
struct Members {
    themes: FxHashMap<ThemeId, Vec<u32>>,
    sources: FxHashMap<SourceId, Vec<u32>>,
}

impl Builder<'_> {
    /// Finds the rows of every subtotal.
    pub(super) fn subtotals(&mut self, table: &mut Table, tree: &ast::Table) {
        let subtotals = |row: &Row| matches!(row.head, RowHead::Subtotal { .. });
        if !table.rows.iter().any(subtotals) {
            return;
        }
        let members = self.members(table);
        let labels = self.labels(table);
        let uncertain = table.damaged || table.rows.iter().any(|row| row.head == RowHead::Unknown);
        for (index, row) in tree.rows.iter().enumerate() {
            let rows = match &row.head {
                ast::RowHead::Subtotal(name) => {
                    let rows = self.subtotal(table, index, *name, &members);
                    rows.filter(|_| !uncertain)
                }
                ast::RowHead::SubtotalOf(_, names) => self.subtotal_of(table, names, &labels),
                _ => continue,
            };
            if let Some(RowHead::Subtotal { rows: slot, .. }) = table.rows.get_mut(index).map(|row| &mut row.head) {
                *slot = rows;
            }
        }
    }

    fn members(&self, table: &Table) -> Members {
        let mut members = Members::default();
        let present: FxHashSet<SourceId> = table
            .rows
            .iter()
            .filter_map(|row| match row.head {
                RowHead::Entity(Entity::Source(id)) => Some(id),
                _ => None,
            })
            .collect();
        for (number, row) in (0_u32..).zip(&table.rows) {
            let RowHead::Entity(entity) = row.head else { continue };
            let mut theme = match entity {
                Entity::Goal(id) => self.plan.goals.get(id.index()).and_then(|goal| goal.theme),
                Entity::Source(id) => self.plan.sources.get(id.index()).and_then(|source| source.theme),
                Entity::Reserve(id) => self.plan.reserves.get(id.index()).and_then(|reserve| reserve.theme),
                Entity::Theme(id) => self.plan.themes.get(id.index()).and_then(|theme| theme.within),
                Entity::Decision(_) | Entity::Document(_) => None,
            };
            let mut steps = self.plan.themes.len();
            while let Some(id) = theme.filter(|_| steps > 0) {
                members.themes.entry(id).or_default().push(number);
                theme = self.plan.themes.get(id.index()).and_then(|theme| theme.within);
                steps -= 1;
            }
            let Entity::Source(id) = entity else { continue };
            let mut whole = self.plan.sources.get(id.index()).and_then(|source| source.whole);
            while let Some(id) = whole {
                members.sources.entry(id).or_default().push(number);
                whole = self.plan.sources.get(id.index()).and_then(|source| source.whole);
                if present.contains(&id) {
                    break;
                }
            }
        }
        members
    }

    fn subtotal(&mut self, table: &Table, index: usize, name: Name, members: &Members) -> Option<Vec<u32>> {
        let known = self.known(table.file, name.span);
        if table.kind == TableKind::Figures
            && !matches!(known, Some(What::Entity(Entity::Theme(_) | Entity::Source(_))))
            && let Some(rows) = self.under_heading(table, index, name)
        {
            return Some(rows);
        }
        let entity = self.entity(table.file, name, Wanted::THEME.and(Wanted::SOURCE), Sums::NONE)?;
        match entity {
            Entity::Theme(id) => Some(members.themes.get(&id).cloned().unwrap_or_default()),
            Entity::Source(id) => Some(members.sources.get(&id).cloned().unwrap_or_default()),
            Entity::Reserve(_) | Entity::Goal(_) | Entity::Decision(_) | Entity::Document(_) => None,
        }
    }

    /// In a free table, `NAME total` adds up the rows under the heading of that name.
    fn under_heading(&self, table: &Table, index: usize, name: Name) -> Option<Vec<u32>> {
        let wanted = self.name(table.file, name.span);
        let above = table.rows.get(..index)?;
        let heading = above.iter().rposition(|row| {
            row.head == RowHead::Heading
                && nfc(self.text(table.file, row.label)).trim_matches(syntax::is_quote) == wanted
        })?;
        let rows = (0_u32..).zip(above).skip(heading.saturating_add(1));
        Some(rows.filter(|(_, row)| matches!(row.head, RowHead::Figure(_))).map(|(number, _)| number).collect())
    }

    /// Rows by what their label says.
    fn labels(&self, table: &Table) -> FxHashMap<String, u32> {
        let mut labels = FxHashMap::default();
        for (number, row) in (0_u32..).zip(&table.rows) {
            let label = match &row.head {
                RowHead::Entity(entity) => self.plan.name(*entity).to_owned(),
                RowHead::Figure(name) | RowHead::Subtotal { name, .. } => name.clone(),
                RowHead::Course(_) | RowHead::Unknown => nfc(self.text(table.file, row.label)).into_owned(),
                RowHead::Total | RowHead::Heading => continue,
            };
            let written = self.text(table.file, row.label);
            if written.starts_with(syntax::is_quote) {
                labels.entry(ast::Text::value(written)).or_insert(number);
            }
            labels.entry(label).or_insert(number);
        }
        labels
    }

    fn subtotal_of(&mut self, table: &Table, names: &[RowName], labels: &FxHashMap<String, u32>) -> Option<Vec<u32>> {
        let mut rows = Some(Vec::with_capacity(names.len()));
        for name in names {
            let (label, span) = match name {
                RowName::Name(name) => (self.name(table.file, name.span).into_owned(), name.span),
                RowName::Text(text) => (self.string(table.file, *text), text.span),
            };
            match (labels.get(&label), &mut rows) {
                (Some(number), Some(rows)) => rows.push(*number),
                (Some(_), None) => {}
                (None, _) => {
                    rows = None;
                    self.unknown_line(Place::new(table.file, span), &label, labels.keys(), "kind-row");
                }
            }
        }
        rows
    }

    /// A row or column of a table that does not exist.
    pub(super) fn unknown_line<'n>(
        &mut self,
        place: Place,
        name: &str,
        lines: impl Iterator<Item = &'n String>,
        kind: &'static str,
    ) {
        let near = if self.may_search() { nearest(name, lines.map(String::as_str)) } else { Vec::new() };
        let finding =
            Diagnostic::new(&codes::UNKNOWN_NAME, place).with("name", name).with("wanted", Message::new(kind));
        let finding = match near.as_slice() {
            [one] if self.sources.slice(place).starts_with(syntax::is_quote) => {
                offer(finding, &[place], &format!("\"{one}\""), "unknown-name-help-near")
            }
            [one] => offer(finding, &[place], one, "unknown-name-help-near"),
            _ => finding.help(Message::new("unknown-name-help-line")),
        };
        self.findings.push(finding);
    }
}
