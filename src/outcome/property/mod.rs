//! What things say of themselves, and what follows from it: `g.nature`, `g has follow-up`, `s is granted`.

mod goal;
mod payer;
mod reference;
mod small;
mod state;
mod thing;

use super::evaluate::{Scope, Value};
use crate::model::expression::{Ask, Expression, Thing};
use crate::model::properties::Property;
use crate::model::words::{self, Word};
use crate::model::{Entity, Plan, ThemeId};
use crate::money::{Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Nature;
use jiff::civil::Date;

/// What a thing says of a property.
enum Answer {
    /// Nothing, and nothing follows either.
    Absent,
    /// This is what holds where nothing is said, as here.
    Unsaid(Value),
    /// This.
    Is(Value),
    /// Part of it could not be read.
    Unknown,
}

impl Answer {
    fn of(value: Option<Value>) -> Self {
        value.map_or(Self::Absent, Self::Is)
    }

    fn text(value: Option<&String>) -> Self {
        Self::of(value.map(|text| Value::Text(text.clone())))
    }

    fn said<T>(value: Option<&(String, T)>) -> Self {
        Self::text(value.map(|(text, _)| text))
    }

    fn word(word: Option<Word>) -> Self {
        Self::of(word.map(Value::Word))
    }

    fn nature(nature: Option<(Nature, Place)>) -> Self {
        Self::word(nature.map(|(nature, _)| match nature {
            Nature::Recurring => words::RECURRING,
            Nature::Temporary => words::TEMPORARY,
        }))
    }

    fn date(date: Option<Date>) -> Self {
        Self::of(date.map(Value::Date))
    }

    fn year(year: Option<Year>) -> Self {
        Self::of(year.map(|year| Value::Years(YearRange::one(year))))
    }

    fn entity(entity: Option<impl Into<Entity>>) -> Self {
        Self::of(entity.map(|entity| Value::Entity(entity.into())))
    }

    fn theme(theme: Option<ThemeId>) -> Self {
        Self::entity(theme.map(Entity::Theme))
    }

    /// Of what can only be asked whether it is there.
    fn there(there: bool) -> Self {
        if there { Self::Is(Value::Boolean(Some(true))) } else { Self::Absent }
    }

    /// Where statements could not be read, what is not said may stand in one of them.
    fn unless_damaged(self, damaged: bool) -> Self {
        match self {
            Self::Absent | Self::Unsaid(_) if damaged => Self::Unknown,
            answer => answer,
        }
    }
}

impl Scope<'_> {
    /// The value of a property, or whether it is there. What is absent has no value: a comparison with it never holds,
    /// except that it differs.
    pub(super) fn property(&mut self, of: &Expression, property: Property, ask: Ask) -> Value {
        let answer = match self.value(of) {
            Value::Entity(entity) => self.of_entity(entity, property),
            Value::Thing(thing) => self.of_thing(thing, property),
            Value::Absent => Answer::Absent,
            _ => Answer::Unknown,
        };
        match (ask, answer) {
            (Ask::Value, Answer::Is(value) | Answer::Unsaid(value)) => value,
            (Ask::Value, Answer::Absent) => Value::Absent,
            (Ask::Value, Answer::Unknown) => Value::Unknown,
            (Ask::Has, Answer::Is(_)) => Value::Boolean(Some(true)),
            (Ask::Has, Answer::Absent | Answer::Unsaid(_)) => Value::Boolean(Some(false)),
            (Ask::Has, Answer::Unknown) => Value::Boolean(None),
        }
    }

    fn of_entity(&self, entity: Entity, property: Property) -> Answer {
        let plan = self.plan;
        let Some(label) = plan.label(entity) else { return Answer::Unknown };
        match property {
            Property::Name => return Answer::Is(Value::Text(label.name.clone())),
            Property::Title => return Answer::text(label.title.as_ref()),
            Property::Reference => return reference::of_entity(plan, entity).unless_damaged(label.damaged),
            _ => {}
        }
        let answer = match entity {
            Entity::Goal(id) => goal::of(plan, id, property),
            Entity::Source(id) => payer::of_source(plan, id, property),
            Entity::Reserve(id) => payer::of_reserve(plan, id, property),
            Entity::Theme(id) => small::of_theme(plan, id, property),
            Entity::Decision(id) => small::of_decision(plan, id, property),
            Entity::Document(id) => small::of_document(plan, id, property),
        };
        answer.unless_damaged(label.damaged)
    }

    fn of_thing(&self, thing: Thing, property: Property) -> Answer {
        match thing {
            Thing::Plan => thing::of_plan(self.plan, self.outcome.years, property),
            Thing::Table(id) => thing::of_table(self.plan, id, property),
            Thing::Stated(number) => thing::of_stated(self.plan, number, property),
            Thing::Line(goal, line) => thing::of_line(self.plan, goal, line, property),
        }
    }
}

/// Where a thing says this, or else where it stands; `None` of a value that stands nowhere.
pub fn place_of(plan: &Plan, value: &Value, property: Property) -> Option<Place> {
    let word = property.word().english;
    match value {
        Value::Entity(entity) => {
            let said = plan.said(*entity, word);
            said.or_else(|| plan.label(*entity).map(|label| label.place))
        }
        Value::Thing(Thing::Plan) => Some(plan.head.said(word).unwrap_or(plan.head.place)),
        Value::Thing(thing) => thing::place(plan, *thing),
        _ => None,
    }
}
