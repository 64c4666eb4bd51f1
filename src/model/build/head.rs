//! The `plan` item: owner, years, currency, and how years are named.

use super::Builder;
use super::near::{nearest, offer};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::plan::{Currency, Head};
use crate::model::said::{Tells, Topic};
use crate::money::YearRange;
use crate::source::{FileId, Place};
use crate::syntax::ast::{Language, Name, Named, PlanClause};
use iso_currency::Currency as Iso;
use jiff::civil::Date;

/// Codes that are offered for one that does not exist.
const USUAL: [&str; 16] =
    ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "CAD", "AUD", "NZD", "JPY", "ISK"];

/// What the head says, while it is gathered.
#[derive(Default)]
struct Said {
    owner: Option<(String, Place)>,
    years: Option<(YearRange, Place)>,
    currency: Option<(Currency, Place)>,
    starts: Option<((u8, u8), Place)>,
    decided: Option<(Date, Place)>,
    head: Head,
}

impl Builder<'_> {
    /// Fills the head of the plan.
    pub(super) fn head(&mut self, heads: Vec<(FileId, Language, Named<PlanClause>)>) {
        let Some((file, language, named)) = heads.into_iter().next() else { return };
        let mut said = Said::default();
        said.head.name = self.name(file, named.name.span).into_owned();
        self.reference(file, named.reference);
        for clause in &named.clauses {
            self.refer(file, clause.span, clause.reference.as_deref().copied());
            let place = Place::new(file, clause.span);
            said.head.said.push((clause.kind.topic(), place));
            if clause.kind.names_reader() {
                said.head.said.push((Topic::EvaluateTo, place));
            }
            self.head_clause(&mut said, file, place, &clause.kind);
        }
        let starts = said.starts.map(|(starts, _)| starts).filter(|starts| *starts != (1, 1));
        self.plan.head = Head {
            title: named.title.map(|title| self.string(file, title)),
            owner: said.owner.map(|(owner, _)| owner),
            language,
            currency: said.currency.map(|(currency, _)| currency).unwrap_or_default(),
            years: said.years,
            starts,
            decided: said.decided.map(|(date, _)| date),
            place: Place::new(file, named.name.span),
            ..said.head
        };
    }

    fn head_clause(&mut self, said: &mut Said, file: FileId, place: Place, clause: &PlanClause) {
        match clause {
            PlanClause::Owner(text) => {
                let text = self.string(file, *text);
                self.once(&mut said.owner, text, place, ("owner", "eigenaar"));
            }
            PlanClause::Years(years) => {
                let style = years.style;
                let at = Place::new(file, years.span);
                let range = self.range(file, *years);
                match said.years {
                    None => {
                        said.years = Some((range, at));
                        said.head.style = style;
                    }
                    Some(first) if first.0 == range => {}
                    Some(first) => {
                        let name = said.head.name.clone();
                        self.period_twice(&name, first, (range, at), ("years", "jaren"));
                        said.years = Some((first.0.to(range), first.1));
                    }
                }
            }
            PlanClause::EvaluateYearly(to) => {
                said.head.evaluate_yearly = true;
                self.evaluate_to(&mut said.head.evaluate_to, place, *to);
            }
            PlanClause::Currency(name) => {
                if let Some(currency) = self.currency(file, *name) {
                    self.once(&mut said.currency, currency, place, ("currency", "valuta"));
                }
            }
            PlanClause::YearStarts { month, day } => {
                self.once(&mut said.starts, (*month, *day), place, ("year starts", "jaar begint"));
            }
            PlanClause::NamedByEnd => said.head.named_by_end = true,
            PlanClause::Decided { on, by } => {
                said.head.decided_by = by.map(|by| self.body(file, by));
                self.once(&mut said.decided, *on, place, ("decided", "besloten"));
            }
            PlanClause::Note(text) => said.head.notes.push(self.string(file, *text)),
        }
    }

    fn currency(&mut self, file: FileId, name: Name) -> Option<Currency> {
        let written = self.text(file, name.span);
        let code = written.to_ascii_uppercase();
        if let Some(known) = Iso::from_code(&code) {
            let digits = known.exponent().and_then(|digits| u8::try_from(digits).ok()).unwrap_or(2);
            return Some(Currency { code, digits });
        }
        let place = Place::new(file, name.span);
        let finding = Diagnostic::new(&codes::UNKNOWN_CURRENCY, place).with("name", written);
        let near = nearest(&code, USUAL.iter().copied());
        let finding = match near.as_slice() {
            [one] => {
                let mut finding = offer(finding, &[place], one, "unknown-name-help-near");
                // The currency says what every amount is.
                finding.fixes.iter_mut().for_each(|fix| fix.safe = false);
                finding
            }
            _ => finding.help(Message::new("unknown-currency-help")),
        };
        self.findings.push(finding);
        None
    }
}
