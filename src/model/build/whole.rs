//! A whole beside its parts: cost lines of a goal, parts of a source. They are compared, and the parts count.

use super::Builder;
use super::facts::List;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::entity::{Entity, GoalId, SourceId};
use crate::model::ledger::{Fact, FactState};
use crate::money::Money;
use crate::source::Place;
use rustc_hash::FxHashMap;

/// Labels of parts that a finding shows.
const SHOWN: usize = 6;

/// Parts of a whole in some years, added up.
#[derive(Default)]
struct Together {
    cents: i128,
    unread: bool,
    parts: Vec<(Money, Place)>,
}

impl Together {
    fn add(&mut self, fact: &Fact) {
        self.cents += fact.money.wide();
        self.unread |= fact.state != FactState::Known;
        self.parts.push((fact.money, fact.place));
    }
}

impl Builder<'_> {
    /// A goal's cost without a name is the whole of its named lines in the same years.
    pub(super) fn lines_and_whole(&mut self) {
        let mut facts = self.facts.take(List::Cost);
        let mut drop = Vec::new();
        let mut findings = Vec::new();
        let mut start = 0;
        while start < facts.len() {
            let rest = facts.get(start..).unwrap_or(&[]);
            let Some(first) = rest.first() else { break };
            let count = rest.iter().take_while(|fact| fact.subject == first.subject).count().max(1);
            let goal = self.plan.goals.get(first.subject as usize);
            if goal.is_some_and(|goal| goal.lines.len() > 1) {
                let group = rest.get(..count).unwrap_or(&[]);
                self.lines_of_goal(group, start, &mut drop, &mut findings);
            }
            start += count;
        }
        self.findings.extend(findings);
        drop_marked(&mut facts, &drop);
        *self.facts.list(List::Cost) = facts;
    }

    fn lines_of_goal(&mut self, group: &[Fact], start: usize, drop: &mut Vec<usize>, findings: &mut Vec<Diagnostic>) {
        for (index, whole) in group.iter().enumerate().filter(|(_, fact)| fact.other == 0 && !fact.is_correction()) {
            let mut lines = Together::default();
            let mut cut = false;
            for line in
                group.iter().filter(|fact| fact.other != 0 && !fact.is_correction() && fact.stage == whole.stage)
            {
                if whole.years.covers(line.years) {
                    lines.add(line);
                } else if whole.years.meets(line.years) {
                    cut = true;
                }
            }
            if cut || lines.parts.is_empty() {
                continue;
            }
            drop.push(start + index);
            let first = lines.parts.first().map(|(_, place)| *place).unwrap_or_default();
            self.plan.ledger.also.push((first, whole.place));
            let name = self.plan.name(Entity::Goal(GoalId(whole.subject)));
            findings.extend(differ(whole, &lines, name, false));
        }
    }

    /// A source's own income is the whole of that of its parts in the same years.
    pub(super) fn parts_and_whole(&mut self) {
        if self.plan.sources.iter().all(|source| source.parts.is_empty()) {
            return;
        }
        let mut facts = self.facts.take(List::Income);
        // A correction of a whole does not say which part it is of.
        for fact in facts.iter().filter(|fact| fact.is_correction()) {
            let whole = self.plan.sources.get(fact.subject as usize).is_some_and(|source| !source.parts.is_empty());
            if whole {
                self.damage(fact.place, Sums::INCOME);
                self.damage_entity(Entity::Source(SourceId(fact.subject)));
            }
        }
        let mut by_source: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (index, fact) in facts.iter().enumerate().filter(|(_, fact)| !fact.is_correction()) {
            by_source.entry(fact.subject).or_default().push(index);
        }
        let mut drop = Vec::new();
        let mut doubtful = Vec::new();
        // Parts have higher numbers than their whole: inner wholes are settled first.
        for (index, source) in self.plan.sources.iter().enumerate().rev() {
            let number = u32::try_from(index).unwrap_or(u32::MAX);
            let Some(own) = by_source.get(&number).filter(|_| !source.parts.is_empty()) else { continue };
            let leaves = self.plan.leaves(SourceId(number));
            let of_parts: Vec<usize> = leaves.iter().filter_map(|id| by_source.get(&id.0)).flatten().copied().collect();
            let mut found: Option<Diagnostic> = None;
            for index in own {
                let Some(whole) = facts.get(*index) else { continue };
                let mut parts = Together::default();
                for part in
                    of_parts.iter().filter_map(|index| facts.get(*index)).filter(|part| part.stage == whole.stage)
                {
                    if whole.years.covers(part.years) {
                        parts.add(part);
                    } else if whole.years.meets(part.years) {
                        parts.unread = true;
                    }
                }
                drop.push(*index);
                let first = parts.parts.first().map_or(source.label.place, |(_, place)| *place);
                self.plan.ledger.also.push((first, whole.place));
                let damaged = source.label.damaged
                    || leaves.iter().any(|id| self.plan.sources.get(id.index()).is_some_and(|part| part.label.damaged));
                if damaged {
                    continue;
                }
                found = match (found, differ(whole, &parts, &source.label.name, true)) {
                    (Some(first), Some(_)) => {
                        Some(first.label(whole.place, Message::new("label-whole").with("amount", whole.money)))
                    }
                    (first, next) => first.or(next),
                };
            }
            if let Some(finding) = found {
                self.findings.push(finding);
                doubtful.push(SourceId(number));
            }
        }
        drop_marked(&mut facts, &drop);
        *self.facts.list(List::Income) = facts;
        for id in doubtful {
            if let Some(source) = self.plan.sources.get_mut(id.index()) {
                source.doubtful = true;
            }
        }
    }
}

/// The finding where parts and whole are not the same.
fn differ(whole: &Fact, parts: &Together, name: &str, of_source: bool) -> Option<Diagnostic> {
    if parts.unread || whole.state != FactState::Known || parts.cents == whole.money.wide() {
        return None;
    }
    let sum = Money::from_wide(parts.cents)?;
    let difference = Money::from_wide(whole.money.wide() - parts.cents)?;
    let amounts = parts.parts.iter().map(|(money, _)| *money).collect();
    let kind = if of_source { &codes::PARTS_WHOLE } else { &codes::LINES_WHOLE };
    let help = if of_source { "parts-and-whole-differ-help" } else { "lines-and-whole-differ-help" };
    let mut finding = Diagnostic::new(kind, whole.place)
        .help(Message::new(help))
        .with("name", name)
        .with("years", whole.years)
        .with("whole", whole.money)
        .with("parts", sum)
        .with("sum", Value::Sum(amounts))
        .with("difference", Money(difference.0.saturating_abs()))
        .at_primary(Message::new("label-whole").with("amount", whole.money))
        .figure("stated", Figure::Money(whole.money))
        .figure("computed", Figure::Money(sum))
        .figure("difference", Figure::Money(difference));
    for (money, place) in parts.parts.iter().take(SHOWN) {
        finding = finding.label(*place, Message::new("label-part").with("amount", *money));
    }
    Some(finding)
}

/// Takes out the facts with these indices.
pub(super) fn drop_marked(facts: &mut Vec<Fact>, drop: &[usize]) {
    if drop.is_empty() {
        return;
    }
    let mut marked = drop.to_vec();
    marked.sort_unstable();
    marked.dedup();
    let mut next = marked.into_iter().peekable();
    let mut index = 0;
    facts.retain(|_| {
        let dropped = next.next_if_eq(&index).is_some();
        index += 1;
        !dropped
    });
}
