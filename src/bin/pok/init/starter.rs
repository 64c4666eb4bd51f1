//! The text of a first plan: `locales/*/init.pok` with the names and amounts put in.

use super::years::Years;
use iso_currency::Currency;
use pok::diagnostic::Value;
use pok::money::Money;
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;

/// What a first plan is made of.
pub(super) struct Starter {
    pub(super) language: Language,
    /// The name of the plan, as the language of plans wants it.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) owner: String,
    pub(super) years: Years,
    pub(super) currency: Currency,
}

/// Amounts of the plan, in whole units of its currency. The desk costs more each year; what the general means leave goes
/// to the reserve, which lasts for as many years as a plan may have.
const GENERAL: i64 = 90_000;
const GRANT: i64 = 40_000;
const OPENING: i64 = 25_000;
const FLOOR: i64 = 10_000;
const DESK: i64 = 80_000;
const DEARER: i64 = 1_000;

impl Starter {
    /// The plan.
    pub(super) fn text(&self) -> String {
        let template = match self.language {
            Language::English => include_str!("../../../../locales/en/init.pok"),
            Language::Dutch => include_str!("../../../../locales/nl/init.pok"),
        };
        let mut pieces = template.split("{{");
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
            text.push_str(&self.value(name));
            text.push_str(rest);
        }
        text
    }

    /// What stands in a place of the text.
    fn value(&self, name: &str) -> String {
        match name {
            "name" => self.name.clone(),
            "title" => escaped(&self.title),
            "owner" => escaped(&self.owner),
            "years" => self.years.to_string(),
            "first" => self.years.first().to_string(),
            "last" => self.years.last().to_string(),
            "currency" if self.currency == Currency::EUR => String::new(),
            "currency" => format!("\n  {} {}", self.word("currency", "valuta"), self.currency.code()),
            "general" => self.amount(GENERAL),
            "grant" => self.amount(GRANT),
            "opening" => self.amount(OPENING),
            "floor" => self.amount(FLOOR),
            "cost" => self.amount(self.desk().sum::<i64>() + self.coaching().sum::<i64>()),
            "closing" => self.amount(OPENING + self.desk().map(|cost| GENERAL - cost).sum::<i64>()),
            "table" => self.table(),
            _ => format!("{{{{{name}}}}}"),
        }
    }

    fn word(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }

    fn desk(&self) -> impl Iterator<Item = i64> {
        (0..).zip(self.years.iter()).map(|(index, _)| DESK + DEARER * index)
    }

    fn coaching(&self) -> impl Iterator<Item = i64> {
        self.years.iter().map(|_| GRANT)
    }

    /// An amount in the notation of the language.
    fn amount(&self, units: i64) -> String {
        let notation = Notation { currency: self.currency, ..Notation::default() };
        let digits = u32::try_from(notation.minor_digits()).unwrap_or(2);
        let money = Money(units.saturating_mul(10_i64.saturating_pow(digits)));
        let book = Phrasebook::default();
        Renderer::new(book.words(self.language), notation).value(&Value::Figure(money))
    }

    /// The rows of the table with what the goals cost; the layout lines its columns up.
    fn table(&self) -> String {
        let total = self.word("total", "totaal");
        let heads = self.years.iter().map(|year| year.to_string()).chain([total.to_owned()]);
        let row = |label: &str, costs: Vec<i64>| {
            let sum = costs.iter().sum();
            let cells = costs.into_iter().chain([sum]).map(|cost| self.amount(cost));
            [label.to_owned()].into_iter().chain(cells).collect::<Vec<_>>()
        };
        let both = self.desk().zip(self.coaching()).map(|(desk, coaching)| desk + coaching);
        let rows = [
            [String::new()].into_iter().chain(heads).collect(),
            row(self.word("advice", "advies"), self.desk().collect()),
            row("coaching", self.coaching().collect()),
            row(total, both.collect()),
        ];
        rows.map(|row: Vec<String>| format!("  {}", row.join(" | "))).join("\n")
    }
}

/// A text between double quotes.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n")
}
