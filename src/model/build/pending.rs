//! Items that later versions evaluate: their names are resolved, they are kept, and a note says so.

use super::Builder;
use super::declare::Allowed;
use super::names::{Wanted, What};
use super::once::{Word, word};
use super::small::Sums;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::model::plan::Accepted;
use crate::source::Place;

impl Builder<'_> {
    /// Keeps accepted deviations.
    pub(super) fn accepted(&mut self, allows: Vec<Allowed>) {
        for Allowed { file, allow, on, within } in allows {
            let place = Place::new(file, allow.span);
            self.not_evaluated(place, ("allow", "accepteer"));
            let named = allow.on.and_then(|name| self.find(file, name, Wanted::ANY, Sums::NONE));
            let (on, within) = match named {
                Some(What::Entity(entity)) => (Some(entity), within),
                Some(What::Table(id)) => {
                    let table = self.plan.tables.get(id.0 as usize);
                    (on, table.map(|table| table.place(table.span)).or(within))
                }
                Some(What::Plan | What::Scenario | What::Unreadable) | None => (on, within),
            };
            if let Some(scenario) = allow.scenario {
                self.find(file, scenario, Wanted::SCENARIO, Sums::NONE);
            }
            let accepted = Accepted {
                code: self.text(file, allow.code.span).to_owned(),
                on,
                within,
                scenario: allow.scenario.map(|name| self.name(file, name.span).into_owned()),
                at_most: self.accepted_amount(place, allow.at_most),
                because: self.string(file, allow.because),
                by: allow.by.map(|by| self.string(file, by)),
                until: allow.until,
                place,
            };
            self.plan.accepted.push(accepted);
        }
    }

    fn not_evaluated(&mut self, place: Place, item: Word) {
        self.findings.push(Diagnostic::new(&codes::NOT_EVALUATED, place).with("what", word(item)));
    }
}
