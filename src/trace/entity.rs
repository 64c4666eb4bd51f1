//! What things and periods are called in a tree.

use super::Tracer;
use crate::diagnostic::{Message, Value};
use crate::model::{Entity, Payer};

impl Tracer<'_> {
    /// A thing by its name and title.
    pub(super) fn titled(&self, entity: impl Into<Entity>) -> Value {
        let Some(label) = self.plan.label(entity.into()) else { return Value::from("") };
        match label.title.as_deref() {
            Some(title) => Message::new("trace-titled").with("name", label.name.as_str()).with("title", title).into(),
            None => Value::from(label.name.as_str()),
        }
    }

    /// A thing by its name alone.
    pub(super) fn named(&self, entity: impl Into<Entity>) -> Value {
        Value::from(self.plan.name(entity))
    }

    /// What a measure is about: a thing, or everything of its kind.
    pub(super) fn subject(&self, subject: Option<Entity>, all: &'static str) -> Value {
        match subject {
            Some(Entity::Theme(id)) => {
                Message::new("trace-of-theme").with("theme", self.titled(Entity::Theme(id))).into()
            }
            Some(entity) => self.titled(entity),
            None => Message::new(all).into(),
        }
    }

    /// A payer and all its parts.
    pub(super) fn is_in_family(&self, payer: Payer, of: Payer) -> bool {
        payer == of || self.plan.is_part_of(payer, of)
    }
}
