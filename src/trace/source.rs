//! What becomes of a source's money: income, paid, added to reserves, moved, lost, left.

use super::{Figure, Node, Tracer};
use crate::diagnostic::Message;
use crate::model::{CarryOver, Entity, Payer, ReserveId, SourceId};
use crate::money::{Year, YearRange};
use crate::outcome::measure::Question;
use crate::outcome::source::{incomes, pays_as_a_whole};
use crate::outcome::{SourceYear, Sum};

/// What of a year is traced, and so is not among its parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Left,
    Moved,
    Lapsed,
}

impl Of {
    fn figure(self, row: &SourceYear) -> Sum {
        match self {
            Self::Left => row.left,
            Self::Moved => row.moved,
            Self::Lapsed => row.lapsed,
        }
    }
}

impl Tracer<'_> {
    /// What is unspent at the end of the last year.
    pub(super) fn unspent(&self, question: &Question) -> Node {
        let year = question.years.last;
        let words = |of| Message::new("trace-unspent").with("of", of).with("year", year);
        let what = words(self.subject(question.subject, "trace-all-sources"));
        match question.subject {
            Some(Entity::Source(id)) => self.left(id, year, what),
            subject => {
                let Some(ids) = self.asked(question).sources(subject) else {
                    return Node::unknown(what, "trace-note-damaged");
                };
                Node::sum(what, ids.into_iter().map(|id| self.left(id, year, words(self.named(id)))).collect())
            }
        }
    }

    /// What lapses or is repaid over the years.
    pub(super) fn lapsed(&self, question: &Question, what: Message) -> Node {
        let ids = match question.subject {
            Some(Entity::Source(id)) => Some(vec![id]),
            subject => self.asked(question).sources(subject),
        };
        let Some(ids) = ids else { return Node::unknown(what, "trace-note-damaged") };
        let mut parts = Vec::new();
        for id in ids {
            for row in self.outcome.source_years(self.plan, id) {
                let nothing = row.lapsed.cents == 0 && !row.lapsed.unknown;
                if question.years.contains(row.year) && !nothing && self.has_room() {
                    let words = Message::new("trace-lapsed-of").with("of", self.named(id)).with("year", row.year);
                    parts.push(self.gone(id, &row, Of::Lapsed, words));
                }
            }
        }
        Node::sum(what, parts)
    }

    /// What of a source goes to the reserve that its leftovers go to.
    pub(super) fn leftover(&self, id: SourceId, year: Year) -> Option<Node> {
        let row = self.outcome.source_years(self.plan, id).into_iter().find(|row| row.year == year)?;
        let nothing = row.moved.cents == 0 && !row.moved.unknown && row.income.cents == 0 && row.brought.cents == 0;
        if nothing || !self.has_room() {
            return None;
        }
        let what = Message::new("trace-left-over").with("of", self.named(id)).with("year", year);
        Some(self.gone(id, &row, Of::Moved, what))
    }

    /// What is left of a source at the end of a year, from its first year on.
    fn left(&self, id: SourceId, year: Year, what: Message) -> Node {
        let rows = self.outcome.source_years(self.plan, id);
        let Some(last) = rows.iter().find(|row| row.year == year) else {
            let limitless = self.plan.sources.get(id.index()).and_then(|source| source.unlimited);
            let why = if limitless.is_some() { "trace-note-unlimited" } else { "trace-note-outside" };
            return Node { place: limitless, ..Node::unknown(what, why) };
        };
        let figure = Figure::of(last.left);
        let mut parts = Vec::new();
        if let Some(members) = self.by_parts(id) {
            let words = |of| Message::new("trace-unspent").with("of", of).with("year", year);
            parts.extend(members.iter().map(|&part| self.left(part, year, words(self.named(part)))));
        } else {
            for row in rows.iter().filter(|row| row.year <= year) {
                self.flow(id, row, &mut parts);
                self.outflow(id, row, &[Of::Moved, Of::Lapsed], &mut parts);
            }
        }
        self.reasoned(Node { figure, ..Node::new(Figure::Unknown, what) }.with_parts(parts))
    }

    /// What leaves a source at a year's end: what there was, less what was paid and what stays.
    fn gone(&self, id: SourceId, row: &SourceYear, of: Of, what: Message) -> Node {
        let node = Node { figure: Figure::of(of.figure(row)), ..Node::new(Figure::Unknown, what) };
        let place = self.plan.sources.get(id.index()).and_then(|source| source.carry_over_place);
        let mut parts = Vec::new();
        if let Some(members) = self.by_parts(id) {
            for &member in members {
                let own = self.outcome.source_years(self.plan, member).into_iter().find(|it| it.year == row.year);
                let words = Message::new("trace-left-over").with("of", self.named(member)).with("year", row.year);
                parts.extend(own.map(|own| self.gone(member, &own, of, words)));
            }
        } else {
            if row.brought.cents != 0 || row.brought.unknown {
                let before = row.year.previous();
                let words = Message::new("trace-brought").with("year", before);
                parts.push(self.left(id, before, words));
            }
            self.flow(id, row, &mut parts);
            let others = [Of::Moved, Of::Lapsed, Of::Left].into_iter().filter(|other| *other != of);
            self.outflow(id, row, &others.collect::<Vec<_>>(), &mut parts);
        }
        self.reasoned(Node { place, ..node }.with_parts(parts))
    }

    /// Income, what was paid, what was added to reserves.
    fn flow(&self, id: SourceId, row: &SourceYear, parts: &mut Vec<Node>) {
        for fact in incomes(self.plan, id).iter().filter(|fact| fact.years.last == row.year) {
            let words = Message::new("trace-income").with("of", self.named(SourceId(fact.subject)));
            parts.push(self.fact(fact, words.with("years", fact.years)));
        }
        let paid = self.paid(Payer::Source(id), row.year);
        if !paid.is_nothing() {
            parts.push(paid.negated().joined());
        }
        let added = self.outcome.payments.transfers.additions_from(Payer::Source(id)).iter();
        for fact in added.filter(|fact| fact.years == YearRange::one(row.year)) {
            let to = self.named(ReserveId(fact.subject));
            let words = Message::new("trace-given").with("to", to).with("years", fact.years);
            parts.push(self.fact(fact, words).negated());
        }
        if row.overdrawn != 0 {
            let words = Message::new("trace-overdrawn").with("year", row.year);
            parts.push(Node::new(Figure::cents(row.overdrawn), words));
        }
    }

    /// What left at the year's end, or stayed.
    fn outflow(&self, id: SourceId, row: &SourceYear, which: &[Of], parts: &mut Vec<Node>) {
        let source = self.plan.sources.get(id.index());
        for of in which {
            let sum = of.figure(row);
            if sum.cents == 0 || sum.unknown {
                continue;
            }
            let words = match (of, source.map(|source| source.carry_over)) {
                (Of::Moved, Some(CarryOver::GoesTo(to))) => {
                    Message::new("trace-moved").with("to", self.named(to)).with("year", row.year)
                }
                (Of::Lapsed, Some(CarryOver::Returns)) => Message::new("trace-returned").with("year", row.year),
                (Of::Lapsed | Of::Moved, _) => Message::new("trace-lapses").with("year", row.year),
                (Of::Left, _) => Message::new("trace-stays").with("year", row.year),
            };
            let place = source.and_then(|source| source.carry_over_place);
            parts.push(Node { place, ..Node::new(Figure::cents(-sum.cents), words) });
        }
    }

    /// The parts of a source, where it does not pay as a whole.
    fn by_parts(&self, id: SourceId) -> Option<&[SourceId]> {
        let source = self.plan.sources.get(id.index()).filter(|source| !source.parts.is_empty())?;
        (!pays_as_a_whole(self.plan, id)).then_some(source.parts.as_slice())
    }

    #[expect(clippy::unused_self, reason = "said like the other steps")]
    fn reasoned(&self, node: Node) -> Node {
        if node.figure == Figure::Unknown && !node.says_why() {
            return node.note(Message::new("trace-note-not-stated"));
        }
        node
    }
}
