//! Signs and codes in front of amounts: they must be those of the plan.

use super::Builder;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::Place;
use crate::syntax::currency_mark;
use iso_currency::Currency;

/// Further places that a finding points at.
const FURTHER: usize = 8;

/// Amounts in other currencies: the sign or code, and where it stands.
pub(super) type Foreign<'a> = Vec<(&'a str, Vec<Place>)>;

impl Builder<'_> {
    /// Looks at the sign or code in front of an amount, where there is one.
    pub(super) fn currency_of(&mut self, place: Place) {
        let text = self.text(place.file, place.span);
        let first = text.as_bytes().first().copied().unwrap_or(b'0');
        if first.is_ascii_digit() {
            return;
        }
        let Some(mark) = currency_mark(text) else { return };
        let code = self.plan.head.currency.code.as_str();
        let own = Currency::from_code(code).map(|own| own.symbol().to_string()).unwrap_or_default();
        if mark == code || own.contains(mark) {
            return;
        }
        match self.foreign.iter_mut().find(|(known, _)| *known == mark) {
            Some((_, places)) => places.push(place),
            None => self.foreign.push((mark, vec![place])),
        }
    }

    /// One finding for every other currency.
    pub(super) fn report_foreign_currency(&mut self) {
        for (mark, places) in std::mem::take(&mut self.foreign) {
            let Some((first, further)) = places.split_first() else { continue };
            let code = self.plan.head.currency.code.as_str();
            let mut finding = Diagnostic::new(&codes::CURRENCY_DIFFERS, *first)
                .with("mark", mark)
                .with("currency", code)
                .help(Message::new("currency-differs-help").with("currency", code));
            for place in further.iter().take(FURTHER) {
                finding = finding.label(*place, Message::new("label-here-too"));
            }
            self.findings.push(finding);
        }
    }
}
