//! `only granted`: income that is only expected drops out, per source and per tranche.

use super::draft::{Draft, Kind};
use crate::model::{Certainty, Entity, Fact, Payer, SourceId};

/// Leaves out every tranche that is only expected.
pub(super) fn only(draft: &mut Draft) {
    for fact in draft.drain(Kind::Income, Fact::is_expected) {
        draft.changed(Entity::Source(SourceId(fact.subject)), fact.years);
    }
    let mut emptied = Vec::new();
    for (number, source) in (0u32..).zip(&mut draft.plan.sources) {
        if source.certainty == Certainty::Expected && source.unlimited.take().is_some() {
            emptied.push(Payer::Source(SourceId(number)));
        }
    }
    for payer in emptied {
        draft.changed_payer(payer);
    }
}
