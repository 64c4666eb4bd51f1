//! Which heads may stand over the columns of a table.

use super::Builder;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::Place;
use crate::syntax::ast::{self, TableKind};

/// What the columns of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heads {
    Years,
    Payers,
    Movements,
}

fn columns_of(tree: &ast::Table) -> Heads {
    match tree.kind.value {
        TableKind::Coverage if tree.years.is_some() => Heads::Payers,
        TableKind::Course if tree.of.is_none() && !tree.of_all => Heads::Movements,
        _ => Heads::Years,
    }
}

/// Whether a column may stand in this table.
pub(super) fn fits(tree: &ast::Table, head: ast::ColumnHead) -> bool {
    if tree.kind.value == TableKind::Figures {
        return true;
    }
    match (head, columns_of(tree)) {
        (ast::ColumnHead::Total | ast::ColumnHead::Unreadable, _)
        | (ast::ColumnHead::Years(_), Heads::Years)
        | (ast::ColumnHead::Name(_) | ast::ColumnHead::Text(_), Heads::Payers)
        | (ast::ColumnHead::Course(..), Heads::Movements) => true,
        (
            ast::ColumnHead::Years(_)
            | ast::ColumnHead::Name(_)
            | ast::ColumnHead::Text(_)
            | ast::ColumnHead::Course(..),
            _,
        ) => false,
    }
}

impl Builder<'_> {
    /// Reports a head that cannot stand over a column of its table.
    pub(super) fn wrong_column(&mut self, tree: &ast::Table, place: Place) {
        self.wrong_columns = self.wrong_columns.saturating_add(1);
        let dutch = self.is_dutch(place.file);
        let wanted = match columns_of(tree) {
            Heads::Years => "column-of-years",
            Heads::Payers => "column-of-payers",
            Heads::Movements => "column-of-movements",
        };
        let finding = Diagnostic::new(&codes::WRONG_COLUMN, place)
            .with("head", self.sources.slice(place).trim())
            .with("wanted", Message::new(wanted));
        let text = self.sources.slice(place).trim().trim_matches('"');
        let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let finding = match columns_of(tree) {
            Heads::Years if year => super::near::offer(finding, &[place], text, "unknown-name-help-near"),
            Heads::Movements if year => {
                let heads = if dutch {
                    format!("beginstand {text}, storting {text}")
                } else {
                    format!("opening {text}, addition {text}")
                };
                finding.help(Message::new("wrong-column-help-movements").with("example", heads))
            }
            Heads::Years | Heads::Payers | Heads::Movements => finding,
        };
        self.findings.push(finding);
        self.broken.push(place);
    }
}
