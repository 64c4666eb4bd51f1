//! Where it stands in a document: by the item itself, or by each of its amounts.

use super::Answer;
use crate::model::{Entity, Fact, Plan, Table};
use crate::source::Place;

/// Of an item: its own, or else that of its first amount where every amount has one, by itself, its row or its table.
pub(super) fn of_entity(plan: &Plan, entity: Entity) -> Answer {
    if let Some(own) = plan.label(entity).and_then(|label| label.reference.as_ref()) {
        return Answer::text(Some(own));
    }
    let ledger = &plan.ledger;
    let facts: Vec<&[Fact]> = match entity {
        Entity::Goal(id) => vec![ledger.cost.of(id.0), ledger.budget.of(id.0)],
        Entity::Source(id) => plan.leaves(id).into_iter().map(|leaf| ledger.income.of(leaf.0)).collect(),
        Entity::Reserve(id) => {
            let lists = [&ledger.opening, &ledger.addition, &ledger.withdrawal, &ledger.movement];
            lists.iter().map(|list| list.of(id.0)).collect()
        }
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => Vec::new(),
    };
    of_facts(plan, facts.into_iter().flatten())
}

/// Of amounts: that of the first, where every one of them has one.
pub(super) fn of_facts<'f>(plan: &Plan, facts: impl Iterator<Item = &'f Fact>) -> Answer {
    let mut first = None;
    for fact in facts {
        let Some(found) = of_fact(plan, fact) else { return Answer::Absent };
        first = first.or(Some(found));
    }
    first.map_or(Answer::Absent, |words| Answer::text(Some(&words.to_owned())))
}

/// Of an amount: of its statement or row, or of its table; where it is given more than once, one place is enough.
fn of_fact<'p>(plan: &'p Plan, fact: &Fact) -> Option<&'p str> {
    let of_table = || {
        let id = plan.ledger.origin(fact).table?;
        plan.tables.get(id.0 as usize)?.reference.as_deref()
    };
    plan.reference(fact.place).or_else(of_table).or_else(|| again(plan, fact))
}

fn again<'p>(plan: &'p Plan, fact: &Fact) -> Option<&'p str> {
    let also = &plan.ledger.also;
    let start = also.partition_point(|(used, _)| *used < fact.place);
    let mut again = also.get(start..)?.iter().take_while(|(used, _)| *used == fact.place);
    again.find_map(|(_, place)| plan.reference(*place).or_else(|| of_table_around(plan, *place)))
}

fn of_table_around(plan: &Plan, place: Place) -> Option<&str> {
    let around = |table: &&Table| {
        table.file == place.file && table.span.start <= place.span.start && place.span.end <= table.span.end
    };
    plan.tables.iter().find(around)?.reference.as_deref()
}
