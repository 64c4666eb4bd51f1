//! Where in a document an amount stands: said at its statement or row, else at its table or item.

use crate::model::{Label, Plan};
use crate::source::Place;

/// How many items are looked through that begin before a place; items in items go no deeper.
const NEAR: usize = 64;

/// The references of a plan, ready to be asked for.
pub struct References<'a> {
    plan: &'a Plan,
    /// Tables and items with a reference, by where they begin.
    wholes: Vec<(Place, &'a str)>,
}

impl<'a> References<'a> {
    /// Collects them.
    pub fn of(plan: &'a Plan) -> Self {
        let labels = plan.sources.iter().map(|item| &item.label);
        let labels = labels.chain(plan.reserves.iter().map(|item| &item.label));
        let labels = labels.chain(plan.goals.iter().map(|item| &item.label));
        let labels = labels.chain(plan.themes.iter().map(|item| &item.label));
        let of_label = |label: &'a Label| Some((label.whole, label.reference.as_deref()?));
        let tables = plan.tables.iter().flat_map(|table| {
            let own = table.reference.as_deref().map(|words| (table.place(table.span), words));
            let rows = table.rows.iter();
            let rows = rows.filter_map(|row| Some((table.place(row.span), row.reference.as_deref()?)));
            own.into_iter().chain(rows)
        });
        let mut wholes: Vec<_> = labels.filter_map(of_label).chain(tables).collect();
        wholes.sort_by_key(|(place, _)| *place);
        Self { plan, wholes }
    }

    /// Where the amount at a place stands in a document, as the plan calls the document.
    pub fn at(&self, place: Place) -> Option<String> {
        let statement = self.plan.reference(place);
        let holds = |whole: &Place| {
            whole.file == place.file && whole.span.start <= place.span.start && place.span.end <= whole.span.end
        };
        let after =
            self.wholes.partition_point(|(whole, _)| (whole.file, whole.span.start) <= (place.file, place.span.start));
        let before = self.wholes.get(..after).unwrap_or(&[]).iter().rev().take(NEAR);
        let whole = || before.clone().find(|(whole, _)| holds(whole)).map(|(_, words)| *words);
        statement.or_else(whole).map(|words| self.short(words))
    }

    /// The document by its name, as in the plan, where the words begin with its title.
    fn short(&self, words: &str) -> String {
        let named = self.plan.documents.iter().find_map(|document| {
            let rest = words.strip_prefix(document.label.title.as_deref()?)?;
            (rest.is_empty() || rest.starts_with(", ")).then(|| format!("{}{rest}", document.label.name))
        });
        named.unwrap_or_else(|| words.to_owned())
    }
}
