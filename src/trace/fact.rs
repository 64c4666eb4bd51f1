//! What was written: an amount with its place, and all that has been done with it.

use super::{Figure, Node, Tracer};
use crate::diagnostic::{Message, Value};
use crate::model::{Fact, FactState};
use crate::money::{Money, YearRange};
use crate::syntax::ast::Stage;
use rust_decimal::Decimal;

impl Tracer<'_> {
    /// An amount as it was written.
    pub(super) fn fact(&self, fact: &Fact, what: Message) -> Node {
        let figure = match fact.state {
            FactState::Known => Figure::cents(fact.money.wide()),
            FactState::Pm => Figure::cents(0),
            FactState::Unknown => Figure::Unknown,
        };
        let mut node = Node::new(figure, what).at(fact.place);
        node.notes = self.notes(fact);
        let also = &self.plan.ledger.also;
        let from = also.partition_point(|(place, _)| *place < fact.place);
        let places = also.iter().skip(from).take_while(|(place, _)| *place == fact.place);
        node.also = places.map(|(_, further)| *further).collect();
        node
    }

    /// The facts that lie in the years; one that only partly does is not known.
    pub(super) fn facts(
        &self,
        facts: &[Fact],
        years: YearRange,
        stage: Stage,
        what: &dyn Fn(&Fact) -> Message,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        for fact in facts.iter().filter(|fact| fact.stage == stage && years.meets(fact.years)) {
            if years.covers(fact.years) {
                nodes.push(self.fact(fact, what(fact)));
            } else if fact.money != Money::ZERO || fact.state != FactState::Known {
                let cut = Message::new("trace-note-window-cut").with("amount", fact.money).with("years", fact.years);
                nodes.push(Node { figure: Figure::Unknown, ..self.fact(fact, what(fact)) }.note(cut));
            }
        }
        nodes
    }

    fn notes(&self, fact: &Fact) -> Vec<Message> {
        let mut notes = Vec::new();
        match fact.state {
            FactState::Pm => notes.push(Message::new("trace-note-pm")),
            FactState::Unknown => notes.push(Message::new("trace-note-unread")),
            FactState::Known => notes.extend(self.grown(fact)),
        }
        if fact.is_correction() {
            notes.push(Message::new("trace-note-correction"));
        }
        if fact.about {
            notes.push(Message::new("trace-note-about"));
        }
        if fact.is_expected() {
            notes.push(Message::new("trace-note-expected"));
        }
        notes.extend(stage_note(fact.stage));
        notes.extend(self.printed(fact));
        notes
    }

    /// How an indexed amount has grown.
    fn grown(&self, fact: &Fact) -> Option<Message> {
        let growing = self.plan.ledger.growing(fact)?;
        let year = fact.years.first;
        if year < growing.from {
            return None;
        }
        let times = i64::from(year.0) - i64::from(growing.from.0) + 1;
        let percent = growing.rate.checked_mul(Decimal::ONE_HUNDRED)?;
        let note = if times == 1 { "trace-note-grown-once" } else { "trace-note-grown" };
        let note = Message::new(note).with("base", growing.base).with("rate", Value::Percent(percent));
        Some(if times == 1 { note } else { note.with("times", Value::Number(times)) })
    }

    /// How a cell in thousands, or with another sign, is printed.
    fn printed(&self, fact: &Fact) -> Option<Message> {
        let origin = self.plan.ledger.origin(fact);
        let table = self.plan.tables.get(origin.table?.0 as usize)?;
        let written = self.sources.slice(fact.place).trim();
        if fact.state != FactState::Known {
            return None;
        }
        if table.unit.0 > 0 {
            return Some(Message::new("trace-note-unit").with("written", written).with("unit", table.unit));
        }
        let turned = written.starts_with(['-', '−', '–', '(']) || written.ends_with('-') && !written.ends_with(",-");
        let differs = turned && fact.money.0 > 0 || !turned && fact.money.0 < 0;
        differs.then(|| Message::new("trace-note-sign").with("written", written))
    }
}

/// What is said of an amount that is not planned.
fn stage_note(stage: Stage) -> Option<Message> {
    Some(Message::new(match stage {
        Stage::Planned => return None,
        Stage::Expected => "trace-note-as-expected",
        Stage::Obligated => "trace-note-as-obligated",
        Stage::Actual => "trace-note-as-actual",
    }))
}
