//! Who pays what: as a division of the money has it, or as the plan states it.

use super::{Figure, Node, Tracer};
use crate::diagnostic::{Message, Value};
use crate::flow::{Asked, Demand, Division, Owner, Payment};
use crate::model::{Entity, Fact, GoalId, Payer};
use crate::money::{Year, YearRange};
use crate::outcome::measure::Question;
use crate::outcome::payment::family;
use crate::outcome::source::paid_with_parts;
use crate::outcome::{Sum, payment};
use crate::syntax::ast::Stage;
use rust_decimal::Decimal;

impl Tracer<'_> {
    /// What payers pay over all goals.
    pub(super) fn coverage(&self, question: &Question, what: Message) -> Node {
        let Some(payers) = self.asked(question).payers(question.subject) else {
            return Node::unknown(what, "trace-note-damaged");
        };
        let mut parts = Vec::new();
        for payer in payers {
            for year in question.years.iter() {
                let node = self.paid(payer, year);
                if !node.is_nothing() && self.has_room() {
                    parts.push(node);
                }
            }
        }
        Node::sum(what, parts)
    }

    /// What one payer, with its parts, pays to goals in a year.
    pub(super) fn paid(&self, payer: Payer, year: Year) -> Node {
        let what = Message::new("trace-pays").with("payer", self.named(payer)).with("year", year);
        if let Some(division) = self.division {
            let own = |payment: &&Payment| payment.year == year && self.is_in_family(payment.payer, payer);
            let parts = division.payments.iter().filter(own).map(|it| self.payment(division, it, payer)).collect();
            return Node::sum(what, parts);
        }
        let sum = match payer {
            Payer::Source(id) => paid_with_parts(self.plan, &self.outcome.payments, id, year),
            Payer::Reserve(_) => self.outcome.payments.paid(self.plan, payer, year),
        };
        self.stated(what, payer, sum, &self.stated_payments(payer, year))
    }

    fn stated(&self, what: Message, payer: Payer, sum: Sum, facts: &[Fact]) -> Node {
        let parts: Vec<Node> = facts.iter().map(|fact| self.fact(fact, self.goal_words(fact, payer))).collect();
        let node = Node { figure: Figure::of(sum), ..Node::new(Figure::Unknown, what) }.with_parts(parts);
        if sum.unknown && !node.says_why() { node.note(Message::new("trace-note-not-stated")) } else { node }
    }

    /// The facts that state what a payer pays in a year: over all goals, or else by goal.
    fn stated_payments(&self, payer: Payer, year: Year) -> Vec<Fact> {
        let ledger = &self.plan.ledger;
        let in_year = |fact: &&Fact| fact.stage == Stage::Planned && fact.years == YearRange::one(year);
        let mut facts = Vec::new();
        for member in family(self.plan, payer) {
            let over_all = match member {
                Payer::Source(id) => ledger.source_coverage.of(id.0),
                Payer::Reserve(id) => ledger.reserve_coverage.of(id.0),
            };
            let before = facts.len();
            facts.extend(over_all.iter().filter(in_year));
            if facts.len() == before {
                let from = |fact: &&Fact| fact.payer() == Some(member);
                facts.extend(ledger.payment.all().iter().filter(in_year).filter(from));
            } else if member == payer {
                break;
            }
        }
        facts
    }

    /// What a payment of a payer, or of a part of it, is for.
    fn goal_words(&self, fact: &Fact, of: Payer) -> Message {
        match fact.payer() {
            Some(payer) if payer == of => Message::new("trace-for-goal").with("goal", self.named(GoalId(fact.subject))),
            Some(payer) => Message::new("trace-for-goal-from")
                .with("goal", self.named(GoalId(fact.subject)))
                .with("payer", self.named(payer)),
            None => Message::new("trace-for-all"),
        }
    }

    /// What a stated payment is for.
    fn payment_words(&self, fact: &Fact) -> Message {
        // A payment to a goal names its payer; what is stated over all goals does not.
        match fact.payer() {
            Some(payer) => Message::new("trace-payment")
                .with("payer", Value::from(payment::name(self.plan, payer)))
                .with("goal", self.named(GoalId(fact.subject)))
                .with("years", fact.years),
            None => Message::new("trace-payment-all").with("years", fact.years),
        }
    }

    /// What is paid for goals, by one payer or by all.
    pub(super) fn covered(&self, question: &Question, what: Message) -> Node {
        let is_paid = question.measure == crate::syntax::ast::Measure::Paid;
        let (goal, payer) = if is_paid { (question.other, question.subject) } else { (question.subject, None) };
        let Some(goals) = self.asked(question).goals_of(goal) else {
            return Node::unknown(what, "trace-note-damaged");
        };
        let payer = payer.and_then(as_payer);
        let mut parts = Vec::new();
        if let Some(division) = self.division {
            self.divided_for_themes(division, goal, payer, question.years, &mut parts);
        }
        for id in goals {
            if !self.has_room() {
                break;
            }
            match self.division {
                Some(division) => self.divided(division, id, payer, question.years, &mut parts),
                None => self.stated_for(question, id, payer, &mut parts),
            }
        }
        Node::sum(what, parts)
    }

    pub(super) fn paid_words(&self, question: &Question) -> Message {
        Message::new("trace-paid")
            .with("payer", self.subject(question.subject, "trace-all-payers"))
            .with("goal", self.subject(question.other, "trace-all-goals"))
            .with("years", question.years)
    }

    /// What the division pays for a goal.
    fn divided(&self, division: &Division, id: GoalId, payer: Option<Payer>, years: YearRange, parts: &mut Vec<Node>) {
        let for_goal = |payment: &&Payment| {
            let demand = division.demands.get(payment.demand as usize);
            demand.is_some_and(|demand| demand.owner == Owner::Goal(id))
                && years.contains(payment.year)
                && payer.is_none_or(|payer| self.is_in_family(payment.payer, payer))
        };
        for payment in division.payments.iter().filter(for_goal) {
            let mut node = self.payment(division, payment, payment.payer);
            node.what = Message::new("trace-payment")
                .with("payer", self.named(payment.payer))
                .with("goal", self.named(id))
                .with("years", YearRange::one(payment.year));
            parts.push(node);
        }
    }

    /// What the division pays for budgets of themes, beyond what their goals ask.
    fn divided_for_themes(
        &self,
        division: &Division,
        of: Option<Entity>,
        payer: Option<Payer>,
        years: YearRange,
        parts: &mut Vec<Node>,
    ) {
        let asked = |theme| match of {
            None => true,
            Some(Entity::Theme(outer)) => self.plan.theme_within(theme, outer),
            Some(_) => false,
        };
        for payment in division.payments.iter().filter(|payment| years.contains(payment.year)) {
            let owner = division.demands.get(payment.demand as usize).map(|demand| demand.owner);
            let may = payer.is_none_or(|payer| self.is_in_family(payment.payer, payer));
            if let Some(Owner::Theme(theme)) = owner
                && may
                && asked(theme)
            {
                let mut node = self.payment(division, payment, payment.payer);
                node.what = Message::new("trace-payment")
                    .with("payer", self.named(payment.payer))
                    .with("goal", self.named(Entity::Theme(theme)))
                    .with("years", YearRange::one(payment.year));
                parts.push(node);
            }
        }
    }

    fn stated_for(&self, question: &Question, id: GoalId, payer: Option<Payer>, parts: &mut Vec<Node>) {
        let own = |fact: &&Fact| payer.is_none_or(|payer| fact.payer().is_some_and(|of| self.is_in_family(of, payer)));
        let facts: Vec<Fact> = self.plan.ledger.payment.of(id.0).iter().filter(own).copied().collect();
        if facts.iter().any(|fact| fact.years.meets(question.years)) {
            parts.extend(self.facts(&facts, question.years, question.stage, &|fact| self.payment_words(fact)));
            return;
        }
        let what = Message::new("trace-name").with("name", self.named(id));
        let place = self.plan.label(Entity::Goal(id)).map(|label| label.place);
        let shares = self.plan.goals.get(id.index()).map(|goal| self.plan.paid_by(goal)).unwrap_or_default();
        let mut node = Node::unknown(what, "trace-note-not-stated");
        for entry in shares.iter().filter(|entry| payer.is_none_or(|payer| payer == entry.payer)) {
            let percent = entry.share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
            if let Some(percent) = percent {
                let share = Message::new("trace-note-share").with("share", Value::Percent(percent));
                node = node.note(share.with("payer", self.named(entry.payer)));
            }
        }
        parts.push(Node { place, ..node });
    }

    /// One payment of a division: for what, how much of it, by which share.
    fn payment(&self, division: &Division, payment: &Payment, of: Payer) -> Node {
        let figure = Figure::cents(i128::from(payment.cents));
        let Some(demand) = division.demands.get(payment.demand as usize) else {
            return Node::new(figure, Message::new("trace-payment-all").with("years", YearRange::one(payment.year)));
        };
        let owner = match demand.owner {
            Owner::Goal(id) => Entity::Goal(id),
            Owner::Theme(id) => Entity::Theme(id),
        };
        let what = if payment.payer == of {
            Message::new("trace-for").with("goal", self.named(owner)).with("what", self.asked_words(demand))
        } else {
            Message::new("trace-for-from")
                .with("goal", self.named(owner))
                .with("what", self.asked_words(demand))
                .with("payer", self.named(payment.payer))
        };
        let mut node = Node::new(figure, what).at(demand.place);
        node.notes.extend(self.share_note(demand));
        if demand.cents != payment.cents && demand.asked != Asked::Remainder {
            let whole = crate::money::Money(demand.cents);
            node = node.note(Message::new("trace-note-of").with("amount", whole).with("years", demand.years));
        }
        node
    }

    /// What is asked: the cost line, what a budget sets aside, what is left.
    fn asked_words(&self, demand: &Demand) -> Value {
        let line = match demand.owner {
            Owner::Goal(id) => self.plan.goals.get(id.index()).and_then(|goal| goal.lines.get(demand.line as usize)),
            Owner::Theme(_) => None,
        };
        match (demand.asked, line.filter(|line| !line.name.is_empty())) {
            (Asked::Cost, Some(line)) => Value::from(line.name.as_str()),
            (Asked::Cost, None) => Message::new("trace-asked-cost").into(),
            (Asked::Budget, _) => Message::new("trace-asked-budget").into(),
            (Asked::Remainder, _) => Message::new("trace-asked-remainder").into(),
        }
    }

    /// `50% of 1,000`: the fixed share that a demand is.
    fn share_note(&self, demand: &Demand) -> Option<Message> {
        let (Owner::Goal(id), Some(payer)) = (demand.owner, demand.share_of) else { return None };
        let goal = self.plan.goals.get(id.index())?;
        let share = self.plan.paid_by(goal).iter().find(|entry| entry.payer == payer)?.share?;
        let percent = Value::Percent(share.checked_mul(Decimal::ONE_HUNDRED)?);
        let same = |fact: &&Fact| fact.other == demand.line && fact.years == demand.years && fact.place == demand.place;
        let note = match self.plan.ledger.cost.of(id.0).iter().find(same) {
            Some(fact) => Message::new("trace-note-share-of").with("amount", fact.money),
            None => Message::new("trace-note-share"),
        };
        Some(note.with("share", percent).with("payer", self.named(payer)))
    }
}

fn as_payer(entity: Entity) -> Option<Payer> {
    match entity {
        Entity::Source(id) => Some(Payer::Source(id)),
        Entity::Reserve(id) => Some(Payer::Reserve(id)),
        Entity::Goal(_) | Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    }
}
