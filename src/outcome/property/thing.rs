//! What the plan, tables, `stated` lines and cost lines say of themselves.

use super::super::evaluate::Value;
use super::super::quantity::Quantity;
use super::small::body;
use super::{Answer, reference};
use crate::model::expression::Thing;
use crate::model::properties::Property;
use crate::model::words::{OF_TABLES, STAGES};
use crate::model::{CostLine, Fact, GoalId, Plan, TableId};
use crate::money::YearRange;
use crate::source::Place;

/// Of the plan, whose years are those given where it states none.
pub(super) fn of_plan(plan: &Plan, years: YearRange, property: Property) -> Answer {
    let head = &plan.head;
    let years = plan.years().unwrap_or(years);
    match property {
        Property::Name => Answer::Is(Value::Text(head.name.clone())),
        Property::Title => Answer::text(head.title.as_ref()),
        Property::Note => Answer::text(head.notes.first()),
        Property::Owner => Answer::text(head.owner.as_ref()),
        Property::Starts => Answer::year((!years.is_empty()).then_some(years.first)),
        Property::Ends => Answer::year((!years.is_empty()).then_some(years.last)),
        Property::Evaluate => Answer::there(head.evaluate_yearly),
        Property::EvaluateTo => Answer::said(head.evaluate_to.as_ref()),
        Property::Decided => Answer::date(head.decided),
        Property::By => Answer::of(head.decided_by.as_ref().map(body)),
        Property::Currency => Answer::Is(Value::Text(head.currency.code.clone())),
        _ => Answer::Absent,
    }
}

pub(super) fn of_table(plan: &Plan, id: TableId, property: Property) -> Answer {
    let Some(table) = plan.tables.get(id.0 as usize) else { return Answer::Unknown };
    match property {
        Property::Name => Answer::text(table.name.as_ref()),
        Property::Title => Answer::text(table.title.as_ref()),
        Property::Reference => Answer::text(table.reference.as_ref()),
        Property::Kind => Answer::word(OF_TABLES.get(table.kind as usize).copied()),
        Property::Stage => {
            let mut stages = table.columns.iter().map(|column| column.stage);
            let first = stages.next().filter(|first| stages.all(|stage| stage == *first));
            Answer::word(first.and_then(|stage| STAGES.get(stage as usize).copied()))
        }
        _ => Answer::Absent,
    }
}

pub(super) fn of_stated(plan: &Plan, number: u32, property: Property) -> Answer {
    let Some(stated) = plan.stated.get(number as usize) else { return Answer::Unknown };
    match property {
        Property::Reference => Answer::text(stated.reference.as_ref()),
        _ => Answer::Absent,
    }
}

pub(super) fn of_line(plan: &Plan, goal: GoalId, number: u32, property: Property) -> Answer {
    let Some((line, facts)) = line(plan, goal, number) else { return Answer::Unknown };
    match property {
        Property::Name => Answer::text(Some(&line.name).filter(|name| !name.is_empty())),
        Property::Reference => reference::of_facts(plan, facts.into_iter()),
        Property::Amount => {
            let mut sum = Quantity::zero();
            for fact in facts {
                sum.add_fact(plan, fact, plan.name(goal));
            }
            Answer::Is(Value::Amount(sum))
        }
        _ => Answer::Absent,
    }
}

/// A cost line with its amounts that count.
pub(super) fn line(plan: &Plan, goal: GoalId, number: u32) -> Option<(&CostLine, Vec<&Fact>)> {
    let line = plan.goals.get(goal.index())?.lines.get(number as usize)?;
    let facts = plan.ledger.cost.counting(goal.0).filter(|fact| fact.other == number).collect();
    Some((line, facts))
}

/// Where it stands.
pub(super) fn place(plan: &Plan, thing: Thing) -> Option<Place> {
    match thing {
        Thing::Plan => Some(plan.head.place),
        Thing::Table(id) => plan.tables.get(id.0 as usize).map(|table| table.place(table.head)),
        Thing::Stated(number) => plan.stated.get(number as usize).map(|stated| stated.place),
        Thing::Line(goal, number) => line(plan, goal, number).map(|(line, _)| line.place),
    }
}
