//! `only granted`: income that is only expected drops out, per source and per tranche.

use super::draft::{Draft, Kind};
use crate::model::{Certainty, Entity, Fact, Payer, SourceId};

/// Leaves out every tranche that is only expected.
pub(super) fn only(draft: &mut Draft) {
    let expected: Vec<Fact> = draft.list(Kind::Income).iter().filter(|fact| fact.is_expected()).copied().collect();
    draft.list_mut(Kind::Income).retain(|fact| !fact.is_expected());
    for fact in expected {
        draft.changed(Entity::Source(SourceId(fact.subject)), fact.years);
    }
    let mut emptied = Vec::new();
    for (number, source) in (0u32..).zip(&mut draft.plan.sources) {
        if source.certainty == Certainty::Expected && source.unlimited.take().is_some() {
            emptied.push(Payer::Source(SourceId(number)));
        }
    }
    emptied.into_iter().for_each(|payer| draft.changed_payer(payer));
}
