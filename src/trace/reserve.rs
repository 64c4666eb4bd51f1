//! A reserve's balance: its opening balance, and what went in and out, year by year.

use super::{Figure, Node, Tracer};
use crate::diagnostic::Message;
use crate::model::{Entity, Fact, Payer, ReserveId};
use crate::money::{Year, YearRange};
use crate::outcome::measure::Question;
use crate::outcome::{ReserveYear, Sum, Unclear};
use crate::syntax::ast::Stage;

impl Tracer<'_> {
    /// Closing balances of reserves; of a source what is unspent.
    pub(super) fn balance(&self, question: &Question) -> Node {
        let year = question.years.last;
        let what = |of| Message::new("trace-balance").with("of", of).with("year", year);
        match question.subject {
            Some(Entity::Reserve(id)) => self.closing(id, year, what(self.titled(id))),
            Some(Entity::Source(_)) => self.unspent(question),
            _ => {
                let ids = (0u32..).take(self.plan.reserves.len()).map(ReserveId);
                let parts = ids.map(|id| self.closing(id, year, what(self.named(id)))).collect();
                Node::sum(what(Message::new("trace-all-reserves").into()), parts)
            }
        }
    }

    /// Opening balances.
    pub(super) fn opening(&self, question: &Question) -> Node {
        let year = question.years.first;
        let words = |of| Message::new("trace-opening").with("of", of).with("year", year);
        let ids = self.asked(question).reserves_of(question.subject);
        let what = words(self.subject(question.subject, "trace-all-reserves"));
        let Some(ids) = ids else { return Node::unknown(what, "trace-note-damaged") };
        if let [id] = ids.as_slice() {
            return self.opening_of(*id, year, what);
        }
        let parts = ids.iter().map(|&id| self.opening_of(id, year, words(self.named(id)))).collect();
        Node::sum(what, parts)
    }

    fn opening_of(&self, id: ReserveId, year: Year, what: Message) -> Node {
        let Some(row) = self.outcome.reserve_year(id, year) else {
            return Node::unknown(what, "trace-note-no-opening");
        };
        let node = Node { figure: Figure::of(row.opening), ..Node::new(Figure::Unknown, what) };
        let own = self.openings(id, year);
        if !own.is_empty() {
            return node.with_parts(own);
        }
        let closing = Message::new("trace-balance").with("of", self.named(id)).with("year", year.previous());
        let before = self.closing(id, year.previous(), closing);
        if row.opening.unknown {
            node.with_parts(vec![before]).note(Message::new(why(row)))
        } else {
            node.with_parts(vec![before])
        }
    }

    /// What is stated as the balance at the start of a year.
    fn openings(&self, id: ReserveId, year: Year) -> Vec<Node> {
        let facts = self.plan.ledger.opening.counting(id.0).filter(|fact| fact.years.first == year);
        facts.map(|fact| self.fact(fact, Message::new("trace-opening-of").with("year", year))).collect()
    }

    /// The balance at the end of a year, rolled forward from the last opening balance that is stated.
    fn closing(&self, id: ReserveId, year: Year, what: Message) -> Node {
        let rows = self.outcome.reserves.get(id.index()).map_or(&[][..], Vec::as_slice);
        let rows = rows.get(..rows.partition_point(|row| row.year <= year)).unwrap_or(rows);
        let Some(last) = rows.last().filter(|row| row.year == year) else {
            return Node::unknown(what, "trace-note-outside");
        };
        let start = rows.iter().rposition(|row| row.stated_opening.is_some()).unwrap_or(0);
        let mut parts = Vec::new();
        for (index, row) in rows.iter().enumerate().skip(start) {
            if !self.has_room() {
                break;
            }
            if index == start {
                parts.extend(self.first_opening(id, row));
            } else if let Some(before) = index.checked_sub(1).and_then(|at| rows.get(at)) {
                parts.extend(self.released(id, before));
            }
            let before = parts.len();
            self.year(id, row, &mut parts);
            let moved = parts.len() > before;
            if let (true, Figure::Amount(closing), Some(part)) =
                (moved && row.year < year, Figure::of(row.closing), parts.last_mut())
                && let Some(closing) = crate::money::Money::from_wide(closing.to_integer())
            {
                part.notes.push(Message::new("trace-note-closing").with("year", row.year).with("amount", closing));
            }
        }
        let mut node = Node { figure: Figure::of(last.closing), ..Node::new(Figure::Unknown, what) }.with_parts(parts);
        if last.closing.unknown && !node.says_why() {
            node = node.note(Message::new(why(last)));
        }
        node
    }

    /// The opening balance from which the roll starts.
    fn first_opening(&self, id: ReserveId, row: &ReserveYear) -> Vec<Node> {
        let mut own = self.openings(id, row.year);
        if let Some(first) = own.first_mut() {
            let rolled = row.rolled_opening.filter(|rolled| !rolled.unknown && rolled.cents != row.opening.cents);
            if let Some(rolled) = rolled.and_then(Sum::known) {
                let note = Message::new("trace-note-rolled").with("year", row.year.previous()).with("amount", rolled);
                first.notes.push(note);
            }
            return own;
        }
        let what = Message::new("trace-opening-of").with("year", row.year);
        let node = Node { figure: Figure::of(row.opening), ..Node::new(Figure::Unknown, what) };
        vec![if row.opening.unknown { node.note(Message::new(why(row))) } else { node }]
    }

    /// What a reserve that has ended released to another.
    fn released(&self, id: ReserveId, before: &ReserveYear) -> Option<Node> {
        let reserve = self.plan.reserves.get(id.index())?;
        let ended = reserve.ends.is_some_and(|(end, _)| end == before.year);
        let (to, place) = reserve.release_to.filter(|_| ended)?;
        let what = Message::new("trace-released-to").with("to", self.named(to)).with("year", before.year);
        let node = Node::new(Figure::of(before.closing), what).at(place).negated();
        Some(if before.closing.unknown { node.note(Message::new(why(before))) } else { node })
    }

    /// Additions and withdrawals of one year.
    fn year(&self, id: ReserveId, row: &ReserveYear, parts: &mut Vec<Node>) {
        for node in [self.added(id, row), self.withdrawn(id, row).negated()] {
            if !node.is_nothing() {
                parts.push(node.joined());
            }
        }
        if row.overflow != 0 {
            let what = Message::new("trace-overflow").with("year", row.year);
            let ceiling = self.plan.reserves.get(id.index()).and_then(|reserve| reserve.ceiling);
            let node = Node::new(Figure::cents(-row.overflow), what);
            parts.push(Node { place: ceiling.map(|bound| bound.place), ..node });
        }
    }

    /// Additions or withdrawals of reserves over years.
    pub(super) fn moved(&self, question: &Question, what: Message, in_or_out: bool) -> Node {
        let Some(ids) = self.asked(question).reserves_of(question.subject) else {
            return Node::unknown(what, "trace-note-damaged");
        };
        let one_asked = matches!(question.subject, Some(Entity::Reserve(_)));
        let mut parts = Vec::new();
        for &id in &ids {
            for year in question.years.iter() {
                let Some(row) = self.outcome.reserve_year(id, year) else { continue };
                let mut node = if in_or_out { self.added(id, row) } else { self.withdrawn(id, row) };
                if node.is_nothing() || !self.has_room() {
                    continue;
                }
                if one_asked && question.years.len() == 1 {
                    return Node { what, ..node };
                }
                if !one_asked {
                    node.what = Message::new("trace-name-part").with("name", self.named(id)).with("part", node.what);
                }
                parts.push(node.joined());
            }
        }
        Node::sum(what, parts)
    }

    fn added(&self, id: ReserveId, row: &ReserveYear) -> Node {
        let what = Message::new("trace-added").with("year", row.year);
        let node = Node { figure: Figure::of(row.added), ..Node::new(Figure::Unknown, what) };
        if let Some(net) = self.net(id, row) {
            return node
                .with_parts(net.into_iter().filter(|fact| fact.money.0 >= 0).map(|it| self.net_fact(&it)).collect());
        }
        let facts = self.plan.ledger.addition.of(id.0);
        let in_table = |fact: &&Fact| self.plan.ledger.origin(fact).table.is_some();
        let planned = |fact: &&Fact| fact.stage == Stage::Planned;
        if facts.iter().filter(in_table).filter(planned).any(|fact| fact.years.contains(row.year)) {
            let stated = facts.iter().filter(in_table).filter(|fact| planned(fact) && fact.years.last == row.year);
            return node.with_parts(stated.map(|fact| self.fact(fact, self.in_years(fact))).collect());
        }
        let adds = facts.iter().filter(|fact| planned(fact) && fact.years.last == row.year);
        let mut parts: Vec<Node> = adds.map(|fact| self.fact(fact, self.addition_words(fact))).collect();
        for &feeder in self.outcome.payments.transfers.feeding(id) {
            parts.extend(self.leftover(feeder, row.year));
        }
        parts.extend(self.releases(id, row.year));
        node.with_parts(parts)
    }

    fn addition_words(&self, fact: &Fact) -> Message {
        match fact.payer() {
            Some(payer) => Message::new("trace-added-from").with("from", self.named(payer)).with("years", fact.years),
            None => Message::new("trace-added-outside").with("years", fact.years),
        }
    }

    /// What other reserves release to this one at the start of a year.
    fn releases(&self, id: ReserveId, year: Year) -> Vec<Node> {
        let mut parts = Vec::new();
        for (other, reserve) in (0u32..).map(ReserveId).zip(&self.plan.reserves) {
            let releases = reserve.release_to.is_some_and(|(to, _)| to == id);
            if releases && reserve.ends.is_some_and(|(end, _)| end.next() == year) && self.has_room() {
                let before = year.previous();
                let what = Message::new("trace-released-from").with("from", self.named(other)).with("year", before);
                parts.push(self.closing(other, before, what));
            }
        }
        parts
    }

    fn withdrawn(&self, id: ReserveId, row: &ReserveYear) -> Node {
        let what = Message::new("trace-withdrawn").with("year", row.year);
        let node = Node { figure: Figure::of(row.withdrawn), ..Node::new(Figure::Unknown, what) };
        if let Some(net) = self.net(id, row) {
            let taken = net.into_iter().filter(|fact| fact.money.0 < 0);
            return node.with_parts(taken.map(|fact| self.net_fact(&fact).negated()).collect());
        }
        let facts = self.plan.ledger.withdrawal.of(id.0).iter().filter(|fact| fact.stage == Stage::Planned);
        if facts.clone().any(|fact| fact.years.contains(row.year)) {
            let stated = facts.filter(|fact| fact.years.last == row.year);
            return node.with_parts(stated.map(|fact| self.fact(fact, self.in_years(fact))).collect());
        }
        let paid = self.paid(Payer::Reserve(id), row.year);
        let given = self.outcome.payments.transfers.additions_from(Payer::Reserve(id)).iter();
        let given = given.filter(|fact| fact.years == YearRange::one(row.year));
        let given: Vec<Node> = given
            .map(|fact| {
                let to = self.named(ReserveId(fact.subject));
                self.fact(fact, Message::new("trace-given").with("to", to).with("years", fact.years))
            })
            .collect();
        let mut node = Node { notes: paid.notes, ..node };
        node.parts = paid.parts.into_iter().chain(given).collect();
        node
    }

    /// The net movement that is stated for a year, where nothing else is.
    fn net(&self, id: ReserveId, row: &ReserveYear) -> Option<Vec<Fact>> {
        let ledger = &self.plan.ledger;
        let own = [ledger.addition.of(id.0), ledger.withdrawal.of(id.0)];
        if own.iter().flat_map(|facts| facts.iter()).any(|fact| fact.years.contains(row.year)) {
            return None;
        }
        let ends = |fact: &&Fact| fact.stage == Stage::Planned && fact.years.last == row.year;
        let facts: Vec<Fact> = ledger.movement.of(id.0).iter().filter(ends).copied().collect();
        (!facts.is_empty()).then_some(facts)
    }

    fn net_fact(&self, fact: &Fact) -> Node {
        self.fact(fact, Message::new("trace-net").with("years", fact.years))
    }
}

fn why(row: &ReserveYear) -> &'static str {
    match row.unclear {
        Some(Unclear::NoOpening) => "trace-note-no-opening",
        Some(Unclear::Unread) => "trace-note-damaged",
        Some(Unclear::NotStated) | None => "trace-note-not-stated",
    }
}
