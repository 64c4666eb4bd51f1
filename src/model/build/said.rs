//! Where statements stand, noted while they are read.

use super::Builder;
use crate::model::entity::Entity;
use crate::model::said::{Said, Tells, Topic};
use crate::source::Place;
use crate::syntax::ast::{Clause, Named};

impl Builder<'_> {
    /// Makes room for the statements of these items at once.
    pub(super) fn expect_said<I, T>(&mut self, items: &[(crate::source::FileId, I, Named<T>)]) {
        self.plan.said.reserve(items.iter().map(|(.., named)| named.clauses.len()).sum());
    }

    /// Notes where a statement of an item stands; of a `change` apart, since it holds in its scenario only.
    pub(super) fn tell(&mut self, entity: Entity, clause: &Clause<impl Tells>, place: Place) {
        let list = if self.in_scenario { &mut self.restated_said } else { &mut self.plan.said };
        let topic = clause.kind.topic();
        list.push(Said { entity, topic, place });
        if clause.kind.names_reader() {
            list.push(Said { entity, topic: Topic::EvaluateTo, place });
        }
    }
}
