//! The same fact twice: with one amount it stands once, with two it is reported; windows that overlap likewise.

use super::Builder;
use super::facts::List;
use super::whole::drop_marked;
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::entity::{Entity, GoalId, ReserveId, SourceId, ThemeId};
use crate::model::ledger::{Fact, FactList, FactState};
use crate::money::{Money, YearRange};
use rustc_hash::FxHashMap;

/// Facts of one subject, year and stage that are compared one by one; more go through a map.
const FEW: usize = 8;

impl Builder<'_> {
    /// Compares all facts and groups them.
    pub(super) fn settle(&mut self) {
        for list in List::ALL {
            let mut facts = self.facts.take(list);
            let key = |fact: &Fact| (fact.subject, fact.years, fact.stage, fact.place);
            if !facts.is_sorted_by_key(key) {
                facts.sort_by_key(key);
            }
            if list == List::Movement {
                facts = self.net_movements(facts);
            }
            if !matches!(list, List::AllReserves) {
                self.same(list, &mut facts);
                if !list.is_standing() {
                    self.windows(list, &mut facts);
                }
            }
            *self.facts.list(list) = facts;
        }
        self.lines_and_whole();
        self.parts_and_whole();
        self.group();
    }

    fn group(&mut self) {
        let plan = &self.plan;
        let (sources, reserves) = (plan.sources.len(), plan.reserves.len());
        let (goals, themes) = (plan.goals.len(), plan.themes.len());
        let mut grouped = |list: List, subjects: usize| FactList::group(self.facts.take(list), subjects);
        let ledger = &mut self.plan.ledger;
        ledger.income = grouped(List::Income, sources);
        ledger.opening = grouped(List::Opening, reserves);
        ledger.cost = grouped(List::Cost, goals);
        ledger.budget = grouped(List::Budget, goals);
        ledger.theme_budget = grouped(List::ThemeBudget, themes);
        ledger.source_coverage = grouped(List::SourceCoverage, sources);
        ledger.reserve_coverage = grouped(List::ReserveCoverage, reserves);
        ledger.theme_payment = grouped(List::ThemePayment, themes);
        ledger.payment = grouped(List::Payment, goals);
        ledger.addition = grouped(List::Addition, reserves);
        ledger.withdrawal = grouped(List::Withdrawal, reserves);
        ledger.movement = grouped(List::Movement, reserves);
        ledger.source_balance = grouped(List::SourceBalance, sources);
        ledger.reserve_balance = grouped(List::ReserveBalance, reserves);
        ledger.all_reserves = grouped(List::AllReserves, 5);
        ledger.origins = std::mem::take(&mut self.facts.origins);
        ledger.also.sort_unstable();
        ledger.growing.sort_by_key(|(place, _)| *place);
    }

    /// The same subject, year and stage: what is the same fact stands once.
    pub(super) fn same(&mut self, list: List, facts: &mut Vec<Fact>) {
        let mut drop = Vec::new();
        let mut differing = Vec::new();
        let mut start = 0;
        while start < facts.len() {
            let rest = facts.get(start..).unwrap_or(&[]);
            let Some(first) = rest.first() else { break };
            let key = |fact: &Fact| (fact.subject, fact.years, fact.stage);
            let count = rest.iter().take_while(|fact| key(fact) == key(first)).count();
            if count > 1 {
                self.same_group(list, rest.get(..count).unwrap_or(&[]), start, &mut drop, &mut differing);
            }
            start += count.max(1);
        }
        for index in differing {
            if let Some(fact) = facts.get_mut(index) {
                fact.state = FactState::Unknown;
                fact.money = Money::ZERO;
            }
        }
        drop_marked(facts, &drop);
    }

    fn same_group(
        &mut self,
        list: List,
        group: &[Fact],
        start: usize,
        drop: &mut Vec<usize>,
        differing: &mut Vec<usize>,
    ) {
        let mut map: FxHashMap<(u32, u8), usize> = FxHashMap::default();
        let mut titled: Vec<usize> = Vec::new();
        for (index, fact) in group.iter().enumerate() {
            if fact.is_correction() {
                continue;
            }
            if self.is_titled(fact) {
                titled.push(index);
                continue;
            }
            let key = (fact.other, self.separate(list, fact));
            let first = if group.len() <= FEW {
                let earlier = group.get(..index).unwrap_or(&[]).iter().enumerate();
                earlier
                    .filter(|(_, other)| !other.is_correction() && !self.is_titled(other))
                    .find(|(_, other)| (other.other, self.separate(list, other)) == key)
                    .map(|(at, _)| at)
            } else {
                let first = *map.entry(key).or_insert(index);
                (first != index).then_some(first)
            };
            if let Some((at, first)) = first.and_then(|first| Some((first, group.get(first)?))) {
                drop.push(start + index);
                if self.again(list, first, fact) {
                    differing.push(start + at);
                }
            }
        }
        self.titled(list, group, &titled, start, drop);
        if list == List::Addition {
            self.adds_and_table(group);
        }
    }

    /// Whether a fact stands in a row that adds up with others like it.
    pub(super) fn is_titled(&self, fact: &Fact) -> bool {
        !self.facts.titled.is_empty() && self.facts.titled.binary_search(&fact.origin).is_ok()
    }

    /// A table of additions bounds what the statements add; it is not one of them.
    fn separate(&self, list: List, fact: &Fact) -> u8 {
        let in_table = || self.facts.origins.get(fact.origin.0 as usize).is_some_and(|origin| origin.table.is_some());
        u8::from(list == List::Addition && in_table())
    }

    /// A fact that is given again; whether it differs, so that nobody knows which of the two holds.
    fn again(&mut self, list: List, first: &Fact, second: &Fact) -> bool {
        let unread = first.state == FactState::Unknown || second.state == FactState::Unknown;
        let equal = first.money == second.money && first.state == second.state;
        if equal || unread {
            self.plan.ledger.also.push((first.place, second.place));
            return false;
        }
        let finding = Diagnostic::new(&codes::SAME_FACT, second.place)
            .with("what", Message::new(list.word()))
            .with("name", self.subject_name(list, first))
            .with("years", first.years)
            .with("first", stated(first))
            .with("second", stated(second))
            .at_primary(Message::new("label-amount").with("amount", stated(second)))
            .label(first.place, Message::new("label-amount").with("amount", stated(first)))
            .help(Message::new("same-fact-differs-help"))
            .figure("first", Figure::Money(first.money))
            .figure("second", Figure::Money(second.money))
            .figure("difference", Figure::Money(Money(second.money.0.saturating_sub(first.money.0))));
        self.findings.push(finding);
        true
    }

    /// Rows with titles add up; a figure without one, elsewhere, is the whole of them.
    fn titled(&mut self, list: List, group: &[Fact], titled: &[usize], start: usize, drop: &mut Vec<usize>) {
        let whole = group
            .iter()
            .enumerate()
            .find(|(_, fact)| !fact.is_correction() && fact.other == 0 && !self.is_titled(fact));
        let (Some((index, whole)), [first, ..]) = (whole, titled) else { return };
        let Some(first) = group.get(*first) else { return };
        let parts = titled.iter().filter_map(|index| group.get(*index));
        let sum: i128 = parts.clone().map(|fact| fact.money.wide()).sum();
        let unread = parts.clone().chain([whole]).any(|fact| fact.state != FactState::Known);
        if list == List::Addition && self.separate(list, whole) == 0 {
            return;
        }
        drop.push(start + index);
        if unread || sum == whole.money.wide() {
            self.plan.ledger.also.push((first.place, whole.place));
        } else if let Some(money) = Money::from_wide(sum) {
            let together = Fact { money, ..*first };
            self.again(list, &together, whole);
        }
    }

    /// Statements that add more than the table of additions has.
    fn adds_and_table(&mut self, group: &[Fact]) {
        let in_table = |fact: &&Fact| self.separate(List::Addition, fact) == 1;
        let known = |fact: &&Fact| !fact.is_correction();
        let table: Vec<&Fact> = group.iter().filter(in_table).filter(known).collect();
        let adds: Vec<&Fact> = group.iter().filter(|fact| !in_table(fact)).filter(known).collect();
        let ([whole, ..], [first, ..]) = (table.as_slice(), adds.as_slice()) else { return };
        if table.iter().chain(&adds).any(|fact| fact.state != FactState::Known) {
            return;
        }
        let sum = |facts: &[&Fact]| facts.iter().map(|fact| fact.money.wide()).sum::<i128>();
        let (in_table, added) = (sum(&table), sum(&adds));
        let fed = self.may_be_fed(whole.subject);
        if added == in_table || fed && added < in_table {
            return;
        }
        let (Some(added), Some(in_table)) = (Money::from_wide(added), Money::from_wide(in_table)) else { return };
        let (whole, first) = (Fact { money: in_table, ..**whole }, Fact { money: added, ..**first });
        self.again(List::Addition, &first, &whole);
    }

    /// Whether leftovers or releases come into a reserve, besides what is added by statements.
    fn may_be_fed(&self, reserve: u32) -> bool {
        use crate::model::entity::CarryOver;
        let id = ReserveId(reserve);
        let leftovers = self.plan.sources.iter().any(|source| source.carry_over == CarryOver::GoesTo(id));
        leftovers || self.plan.reserves.iter().any(|other| other.release_to.is_some_and(|(to, _)| to == id))
    }

    /// Years within a window given again, and windows that overlap: what all these years come to is not known then.
    fn windows(&mut self, list: List, facts: &mut Vec<Fact>) {
        let mut drop = Vec::new();
        let mut doubtful = Vec::new();
        let mut start = 0;
        while start < facts.len() {
            let rest = facts.get(start..).unwrap_or(&[]);
            let Some(first) = rest.first() else { break };
            let count = rest.iter().take_while(|fact| fact.subject == first.subject).count();
            let group = rest.get(..count).unwrap_or(&[]);
            if count > 1 && group.iter().any(|fact| fact.years.first != fact.years.last) {
                self.window_group(list, group, start, &mut drop, &mut doubtful);
            }
            start += count.max(1);
        }
        for (index, years) in doubtful {
            if let Some(fact) = facts.get_mut(index) {
                *fact = Fact { years: fact.years.to(years), state: FactState::Unknown, money: Money::ZERO, ..*fact };
            }
        }
        drop_marked(facts, &drop);
    }

    fn window_group(
        &mut self,
        list: List,
        group: &[Fact],
        start: usize,
        drop: &mut Vec<usize>,
        doubtful: &mut Vec<(usize, YearRange)>,
    ) {
        let mut order: Vec<usize> = (0..group.len()).collect();
        let key = |index: &usize| {
            group
                .get(*index)
                .map(|fact| (fact.other, self.separate(list, fact), fact.stage, fact.years.first, fact.years.last))
        };
        order.sort_by_key(key);
        let mut open: Option<&Fact> = None;
        let mut open_index = 0;
        for index in order {
            let Some(fact) = group.get(index).filter(|fact| !fact.is_correction()) else { continue };
            let same = |known: &&Fact| {
                (known.other, known.stage, self.separate(list, known))
                    == (fact.other, fact.stage, self.separate(list, fact))
            };
            let overlaps = open.filter(same).filter(|known| known.years.meets(fact.years) && known.years != fact.years);
            let Some(known) = overlaps else {
                open = Some(fact);
                open_index = index;
                continue;
            };
            let (first, second, later) =
                if known.place <= fact.place { (known, fact, index) } else { (fact, known, open_index) };
            drop.push(start + later);
            self.overlap(list, first, second);
            let kept = if later == open_index { index } else { open_index };
            doubtful.push((start + kept, second.years.to(first.years)));
            if later == open_index {
                open = Some(fact);
                open_index = index;
            }
        }
    }

    fn overlap(&mut self, list: List, first: &Fact, second: &Fact) {
        let finding = Diagnostic::new(&codes::WINDOW_OVERLAP, second.place)
            .with("what", Message::new(list.word()))
            .with("name", self.subject_name(list, first))
            .with("first", first.years)
            .with("second", second.years)
            .at_primary(Message::new("label-window").with("amount", stated(second)).with("years", second.years))
            .label(first.place, Message::new("label-window").with("amount", stated(first)).with("years", first.years))
            .help(Message::new("window-overlap-help"))
            .figure("first", Figure::Money(first.money))
            .figure("second", Figure::Money(second.money));
        self.findings.push(finding);
    }

    /// The name of what a fact is about.
    pub(super) fn subject_name(&self, list: List, fact: &Fact) -> Value {
        let entity = match list {
            List::Income | List::SourceCoverage | List::SourceBalance => Entity::Source(SourceId(fact.subject)),
            List::Cost | List::Budget | List::Payment => Entity::Goal(GoalId(fact.subject)),
            List::ThemeBudget | List::ThemePayment => Entity::Theme(ThemeId(fact.subject)),
            List::Opening
            | List::ReserveCoverage
            | List::Addition
            | List::Withdrawal
            | List::Movement
            | List::ReserveBalance
            | List::AllReserves => Entity::Reserve(ReserveId(fact.subject)),
        };
        Value::Text(self.plan.name(entity).to_owned())
    }
}

/// An amount as a fact states it.
pub(super) fn stated(fact: &Fact) -> Value {
    match fact.state {
        FactState::Known => Value::Money(fact.money),
        FactState::Pm => Value::Text("pm".to_owned()),
        FactState::Unknown => Value::Text("?".to_owned()),
    }
}
