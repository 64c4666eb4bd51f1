//! Where a figure comes from: its parts, and theirs, down to what was written.

mod entity;
mod expression;
mod fact;
mod measure;
mod node;
mod payment;
mod question;
mod reference;
mod reserve;
mod source;

pub use node::{Figure, Node};
pub use question::{Answer, Asked, Divide, ask};
pub use reference::References;

use crate::diagnostic::Message;
use crate::flow::Division;
use crate::model::Plan;
use crate::model::expression::Expression;
use crate::outcome::evaluate::Scope;
use crate::outcome::{self, Outcome};
use crate::source::SourceSet;
use std::cell::Cell;

/// Most nodes of one tree; what lies deeper is left out, and said to be.
const MOST_NODES: usize = 200_000;

/// Where the figure of an expression comes from. Who pays what is as the division has it or, without one, as the plan
/// states it.
pub fn trace(plan: &Plan, sources: &SourceSet, division: Option<&Division>, expression: &Expression) -> Node {
    let stated = outcome::evaluate(plan);
    // What the plan states itself leads to what is written; only what it leaves open needs a division.
    let node = trace_in(plan, sources, None, &stated, expression);
    match division {
        Some(division) if node.figure == Figure::Unknown => {
            let payments = outcome::Payments::dealt(plan, division.by_payer());
            let dealt = outcome::evaluate_dealt(plan, &stated, payments);
            trace_in(plan, sources, Some(division), &dealt, expression)
        }
        _ => node,
    }
}

fn trace_in(
    plan: &Plan,
    sources: &SourceSet,
    division: Option<&Division>,
    outcome: &Outcome,
    expression: &Expression,
) -> Node {
    let tracer = Tracer { plan, sources, division, outcome, left: Cell::new(MOST_NODES) };
    let mut scope = Scope::new(plan, outcome);
    let node = tracer.expression(&mut scope, expression);
    if tracer.left.get() == 0 { node.note(Message::new("trace-note-cut")) } else { node }
}

/// What is needed to trace a figure.
struct Tracer<'a> {
    plan: &'a Plan,
    sources: &'a SourceSet,
    division: Option<&'a Division>,
    outcome: &'a Outcome,
    /// How many nodes may still be made.
    left: Cell<usize>,
}

impl Tracer<'_> {
    /// Whether there is room for more nodes.
    fn has_room(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}
