//! Measures: what `cost(2025)` and the like are made from.

use super::{Figure, Node, Tracer};
use crate::diagnostic::Message;
use crate::flow::{Asked as Demanded, Owner};
use crate::model::{Entity, Fact, FactList, GoalId, ReserveId};
use crate::outcome::measure::{Asked, Question, answer};
use crate::syntax::ast::Measure;

impl Tracer<'_> {
    /// The figure that a question asks for, and where it comes from.
    pub(super) fn measure(&self, question: &Question) -> Node {
        let years = question.years;
        let about = |name: &'static str, all: &'static str| {
            Message::new(name).with("of", self.subject(question.subject, all)).with("years", years)
        };
        let node = match question.measure {
            Measure::Income => self.income(question, about("trace-income", "trace-all-sources")),
            Measure::Cost => self.cost(question, about("trace-cost", "trace-all-goals")),
            Measure::Budget => self.budget(question, about("trace-budget", "trace-all-goals")),
            Measure::Available => self.available(question),
            Measure::Coverage => match question.subject {
                Some(Entity::Goal(_)) => self.covered(question, about("trace-covered", "trace-all-goals")),
                _ => self.coverage(question, about("trace-coverage", "trace-all-payers")),
            },
            Measure::Covered => self.covered(question, about("trace-covered", "trace-all-goals")),
            Measure::Paid => self.covered(question, self.paid_words(question)),
            Measure::Balance => self.balance(question),
            Measure::Opening => self.opening(question),
            Measure::Addition => self.moved(question, about("trace-addition", "trace-all-reserves"), true),
            Measure::Withdrawal => self.moved(question, about("trace-withdrawal", "trace-all-reserves"), false),
            Measure::Movement => {
                let added = Question { measure: Measure::Addition, ..*question };
                let taken = Question { measure: Measure::Withdrawal, ..*question };
                let parts = vec![self.measure(&added), self.measure(&taken).negated()];
                Node::sum(about("trace-movement", "trace-all-reserves"), parts)
            }
            Measure::Unspent => self.unspent(question),
            Measure::Lapsed => self.lapsed(question, about("trace-lapsed", "trace-all-sources")),
            Measure::Figures => Node::unknown(Message::new("trace-all-goals"), "trace-note-unread"),
        };
        self.settled(question, node)
    }

    /// The figure is that of the outcome, whatever the parts say; where that is unknown the tree says so too.
    fn settled(&self, question: &Question, mut node: Node) -> Node {
        let by_goal = matches!(question.measure, Measure::Covered | Measure::Paid | Measure::Coverage | Measure::Cost);
        if self.division.is_some() && by_goal {
            return node;
        }
        let quantity = answer(self.plan, self.outcome, question);
        if quantity.unknown {
            node.figure = Figure::Unknown;
            if !node.says_why() {
                let why = match (quantity.no_opening, quantity.undivided) {
                    (true, _) => "trace-note-no-opening",
                    (false, true) => "trace-note-not-stated",
                    (false, false) => "trace-note-damaged",
                };
                node = node.note(Message::new(why));
            }
        } else {
            node.figure = Figure::Amount(quantity.value);
        }
        node
    }

    pub(super) fn asked(&self, question: &Question) -> Asked<'_> {
        Asked { plan: self.plan, outcome: self.outcome, years: question.years, stage: question.stage }
    }

    fn income(&self, question: &Question, what: Message) -> Node {
        let asked = self.asked(question);
        let Some(ids) = asked.sources(question.subject) else { return Node::unknown(what, "trace-note-damaged") };
        let list = &self.plan.ledger.income;
        let entities: Vec<Entity> = ids.iter().map(|&id| Entity::Source(id)).collect();
        let limitless = |id: &&crate::model::SourceId| {
            self.plan.sources.get(id.index()).is_some_and(|source| source.unlimited.is_some())
        };
        let mut node = self.by_subject(question, what, &entities, list);
        let has_limitless = self.plan.sources.iter().any(|source| source.unlimited.is_some());
        if question.subject.is_none() && has_limitless {
            node = node.note(Message::new("trace-note-limited-only"));
        }
        match ids.iter().find(limitless).and_then(|id| self.plan.sources.get(id.index())?.unlimited) {
            Some(place) => {
                let mut node = node.note(Message::new("trace-note-unlimited"));
                node.place = node.place.or(Some(place));
                node
            }
            None => node,
        }
    }

    fn cost(&self, question: &Question, what: Message) -> Node {
        let Some(goals) = self.asked(question).goals_of(question.subject) else {
            return Node::unknown(what, "trace-note-damaged");
        };
        let entities: Vec<Entity> = goals.iter().map(|&id| Entity::Goal(id)).collect();
        let mut node = self.by_subject(question, what, &entities, &self.plan.ledger.cost);
        for id in goals {
            node = self.with_remainder(node, id, question);
        }
        node
    }

    /// Adds what a goal takes that takes what is left of a payer.
    fn with_remainder(&self, node: Node, id: GoalId, question: &Question) -> Node {
        let years = question.years;
        let Some(goal) = self.plan.goals.get(id.index()) else { return node };
        let Some((payer, year, place)) = goal.remainder_of.filter(|(_, year, _)| years.contains(*year)) else {
            return node;
        };
        let what = Message::new("trace-remainder")
            .with("goal", self.named(id))
            .with("payer", self.named(payer))
            .with("year", year);
        let part = match self.division {
            Some(division) if question.measure == Measure::Cost => {
                let taken = |number: u32| {
                    let demand = division.demands.get(number as usize);
                    demand.is_some_and(|it| it.owner == Owner::Goal(id) && it.asked == Demanded::Remainder)
                };
                let payments = division.payments.iter().filter(|it| taken(it.demand) && years.contains(it.year));
                Node::new(Figure::cents(payments.map(|payment| i128::from(payment.cents)).sum()), what)
            }
            _ => Node::unknown(what, "trace-note-remainder"),
        };
        let mut parts = node.parts;
        parts.push(part.at(place));
        Node { place: node.place, notes: node.notes, ..Node::sum(node.what, parts) }
    }

    fn budget(&self, question: &Question, what: Message) -> Node {
        let ledger = &self.plan.ledger;
        if let Some(Entity::Theme(theme)) = question.subject
            && !ledger.theme_budget.of(theme.0).is_empty()
        {
            let label = |fact: &Fact| self.in_years(fact);
            let parts = self.facts(ledger.theme_budget.of(theme.0), question.years, question.stage, &label);
            return Node::sum(what, parts);
        }
        let Some(goals) = self.asked(question).goals_of(question.subject) else {
            return Node::unknown(what, "trace-note-damaged");
        };
        let entities: Vec<Entity> = goals.iter().map(|&id| Entity::Goal(id)).collect();
        let node = self.by_subject(question, what, &entities, &ledger.budget);
        goals.into_iter().fold(node, |node, id| self.with_remainder(node, id, question))
    }

    fn available(&self, question: &Question) -> Node {
        let what = Message::new("trace-available").with("years", question.years);
        let income = self.measure(&Question { measure: Measure::Income, subject: None, ..*question });
        let ids = (0u32..).take(self.plan.reserves.len()).map(ReserveId);
        let entities: Vec<Entity> = ids.map(Entity::Reserve).collect();
        let words = Message::new("trace-openings").with("years", question.years);
        let opening = self.by_subject(question, words, &entities, &self.plan.ledger.opening);
        let parts = [income, opening].into_iter().filter(|part| !part.parts.is_empty()).collect();
        Node::sum(what, parts)
    }

    /// The facts of several things, thing by thing; of one thing its facts alone.
    fn by_subject(&self, question: &Question, what: Message, entities: &[Entity], list: &FactList) -> Node {
        let asked = self.asked(question);
        let mut parts = Vec::new();
        for &entity in entities {
            let Some(number) = number(entity) else { continue };
            let stage = asked.stage_in(list, number);
            let facts = list.of(number);
            let alone = matches!(question.subject, Some(Entity::Source(_) | Entity::Reserve(_) | Entity::Goal(_)))
                && entities.len() == 1;
            if alone {
                parts.extend(self.facts(facts, question.years, stage, &|fact| self.line_label(entity, fact)));
                continue;
            }
            if !self.has_room() {
                return Node::sum(what, parts).note(Message::new("trace-note-cut"));
            }
            let mut own = self.facts(facts, question.years, stage, &|fact| self.line_label(entity, fact));
            let named = Message::new("trace-name").with("name", self.named(entity));
            if own.len() == 1 {
                for mut only in own.drain(..) {
                    only.what = Message::new("trace-name-part")
                        .with("name", self.named(entity))
                        .with("part", std::mem::replace(&mut only.what, Message::new("trace-name")));
                    parts.push(only);
                }
            } else if !own.is_empty() {
                parts.push(Node::sum(named, own));
            }
            let damaged = self.plan.label(entity).filter(|label| label.damaged);
            if let Some(label) = damaged {
                let words = Message::new("trace-name").with("name", self.named(entity));
                parts.push(Node::unknown(words, "trace-note-damaged").at(label.place));
            }
        }
        Node::sum(what, parts)
    }

    /// What a fact is about within its thing: its cost line, its years.
    fn line_label(&self, entity: Entity, fact: &Fact) -> Message {
        let line = match entity {
            Entity::Goal(id) => self.plan.goals.get(id.index()).and_then(|goal| goal.lines.get(fact.other as usize)),
            _ => None,
        };
        match line.filter(|line| !line.name.is_empty()) {
            Some(line) => Message::new("trace-line").with("line", line.name.as_str()).with("when", self.in_years(fact)),
            None => self.in_years(fact),
        }
    }

    /// The years of a fact; those of a window together.
    #[expect(clippy::unused_self, reason = "said like the other labels")]
    pub(super) fn in_years(&self, fact: &Fact) -> Message {
        let name = if fact.years.first == fact.years.last { "trace-years" } else { "trace-window" };
        Message::new(name).with("years", fact.years)
    }
}

fn number(entity: Entity) -> Option<u32> {
    match entity {
        Entity::Source(id) => Some(id.0),
        Entity::Reserve(id) => Some(id.0),
        Entity::Goal(id) => Some(id.0),
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    }
}
