//! Accepted deviations: on what, in which scenario, up to which amount.

use super::Builder;
use super::declare::Allowed;
use super::names::{Wanted, What};
use super::small::Sums;
use crate::model::plan::{Accepted, AcceptedOn};
use crate::model::table::TableId;
use crate::source::Place;

impl Builder<'_> {
    /// Keeps accepted deviations.
    pub(super) fn accepted(&mut self, allows: Vec<Allowed>) {
        for allowed in allows {
            let (file, allow) = (allowed.file, &allowed.allow);
            let place = Place::new(file, allow.span);
            let (mut on, mut scenario) = self.accepted_on(&allowed);
            if let Some(name) = allow.scenario {
                if self.find(file, name, Wanted::SCENARIO, Sums::NONE).is_none() {
                    on = AcceptedOn::Unknown;
                }
                scenario = Some(self.name(file, name.span).into_owned());
            }
            let name = match (allow.on, on) {
                (Some(name), _) => Some(self.name(file, name.span).into_owned()),
                (None, AcceptedOn::Entity(entity)) => Some(self.plan.name(entity).to_owned()),
                (None, _) => None,
            };
            let accepted = Accepted {
                code: self.text(file, allow.code.span).to_owned(),
                on,
                name,
                scenario,
                at_most: self.accepted_amount(place, allow.at_most),
                because: self.string(file, allow.because),
                by: allow.by.map(|by| self.string(file, by)),
                until: allow.until,
                place,
            };
            self.plan.accepted.push(accepted);
        }
    }

    /// On what, and in which scenario, where the name after `on` or the block that it stands in is one.
    fn accepted_on(&mut self, allowed: &Allowed) -> (AcceptedOn, Option<String>) {
        let file = allowed.file;
        let Some(name) = allowed.allow.on else {
            let scenario = allowed.scenario.map(|name| self.name(file, name.span).into_owned());
            let on = match (allowed.on, allowed.within) {
                (Some(entity), _) => AcceptedOn::Entity(entity),
                (None, Some(place)) => AcceptedOn::Within(place),
                (None, None) => AcceptedOn::Everything,
            };
            return (on, scenario);
        };
        // To accept something about a thing is not to use it: what nothing uses is itself a finding.
        let known = self.known(file, name.span);
        let what = known.or_else(|| self.find(file, name, Wanted::ANY, Sums::NONE));
        let table = |id: TableId| self.plan.tables.get(id.0 as usize).map(|table| table.place(table.span));
        match what {
            Some(What::Entity(entity)) => (AcceptedOn::Entity(entity), None),
            Some(What::Table(id)) => (table(id).map_or(AcceptedOn::Unknown, AcceptedOn::Within), None),
            Some(What::Plan) => (self.plan_item.map_or(AcceptedOn::Unknown, AcceptedOn::Within), None),
            Some(What::Scenario) => (AcceptedOn::Everything, Some(self.name(file, name.span).into_owned())),
            Some(What::Unreadable) | None => (AcceptedOn::Unknown, None),
        }
    }
}
