//! Goals: bounds, cost lines, payers, budgets.

use super::Builder;
use super::amounts::Statement;
use super::declare::Numbered;
use super::facts::{List, blank};
use super::names::Wanted;
use super::once::{Shared, Word};
use super::payers::{Paid, Payers};
use super::small::{Sums, once_each};
use crate::model::entity::{Cap, CostLine, Entity, FollowUp, Goal, GoalId, Payer};
use crate::model::ledger::Fact;
use crate::model::says::GoalSays;
use crate::money::{Year, YearRange};
use crate::source::{FileId, Place};
use crate::syntax::ast::{Clause, Given, GoalClause, GoalStatus, Indexation, Text, Years};
use rustc_hash::FxHashMap;

const BOUNDS: Word = ("during", "gedurende");

/// What a goal says, while it is gathered.
#[derive(Default)]
struct Said {
    shared: Shared,
    from: Option<(Year, Place)>,
    through: Option<(Year, Place)>,
    priority: Option<(u32, Place)>,
    follow_up: Option<(FollowUp, Place)>,
    was: Option<(String, Place)>,
    continues: Option<(GoalId, Place)>,
    remainder: Option<((Payer, Year), Place)>,
    status: Option<(GoalStatus, Place)>,
    caps: Vec<Cap>,
    payers: Payers,
    serves: Vec<u32>,
    goal: Goal,
}

impl Builder<'_> {
    /// Fills the goals.
    pub(super) fn goals(&mut self, goals: Numbered<GoalId, GoalClause>) {
        self.expect_said(&goals);
        for (file, id, named) in goals {
            let reference = self.reference(file, named.reference);
            let mut said = Said::default();
            for clause in &named.clauses {
                self.refer(file, clause.span, clause.reference.as_deref().copied());
                self.goal_clause(&mut said, file, id, clause);
            }
            once_each(&mut said.serves);
            let label = self.plan.goals.get(id.index()).map(|goal| (goal.label.name.clone(), goal.label.damaged));
            let (name, damaged) = label.unwrap_or_default();
            self.shares(&said.payers, &name, damaged);
            let years = self.goal_years(&said);
            let place = Place::new(file, named.name.span);
            let lines = self.goal_amounts(file, id, &named.clauses, place, years);
            if let Some(goal) = self.plan.goals.get_mut(id.index()) {
                goal.label.reference = reference;
                fill(goal, said, lines);
            }
        }
    }

    /// What a `change` says of a goal: its statements and cost lines, and its amounts among the facts.
    pub(super) fn restated_goal(
        &mut self,
        file: FileId,
        id: GoalId,
        clauses: &[Clause<GoalClause>],
    ) -> (GoalSays, Vec<CostLine>) {
        let mut said = Said::default();
        for clause in clauses {
            self.refer(file, clause.span, clause.reference.as_deref().copied());
            self.goal_clause(&mut said, file, id, clause);
        }
        once_each(&mut said.serves);
        let name = self.plan.name(Entity::Goal(id)).to_owned();
        self.shares(&said.payers, &name, false);
        let known = self.plan.goals.get(id.index()).map(|goal| (goal.from, goal.through, goal.label.place));
        let (from, through, place) = known.unwrap_or_default();
        (said.from, said.through) = (said.from.or(from), said.through.or(through));
        let years = self.goal_years(&said);
        let lines = self.goal_amounts(file, id, clauses, place, years);
        (said.from, said.through) =
            (said.from.filter(|it| Some(*it) != from), said.through.filter(|it| Some(*it) != through));
        (says(said), lines)
    }

    /// The years of an amount without years: the goal's bounds, or the plan's years.
    fn goal_years(&self, said: &Said) -> Option<YearRange> {
        let plan = self.plan.years();
        let first = said.from.map(|(year, _)| year).or(plan.map(|years| years.first))?;
        let last = said.through.map(|(year, _)| year).or(plan.map(|years| years.last))?;
        let years = YearRange { first, last };
        (!years.is_empty()).then_some(years)
    }

    fn goal_clause(&mut self, said: &mut Said, file: FileId, id: GoalId, clause: &Clause<GoalClause>) {
        let place = Place::new(file, clause.span);
        self.tell(Entity::Goal(id), clause, place);
        match &clause.kind {
            GoalClause::Cost { .. } | GoalClause::Budget(_) => {}
            GoalClause::Bounds { from, through } => self.bounds(said, file, id, place, *from, *through),
            GoalClause::PaidBy(statement) => {
                let stage = clause.stage.map(|stage| stage.value).unwrap_or_default();
                let paid = Paid { entity: Entity::Goal(id), subject: id.0, list: List::Payment, stage };
                self.paid_by(&mut said.payers, paid, place, statement);
            }
            GoalClause::AtMost { limit, from } => match self.payer(file, *from) {
                Some(payer) => {
                    let bound = self.bound(place, limit.amount, "sign-limit");
                    said.caps.push(Cap { bound, period: limit.period, payer });
                }
                None => self.damage_entity(Entity::Goal(id)),
            },
            GoalClause::Serves(tags) => self.serves(&mut said.serves, file, tags),
            GoalClause::Priority(number) => {
                self.once(&mut said.priority, *number, place, ("priority", "prioriteit"));
            }
            GoalClause::Optional => said.goal.optional = true,
            GoalClause::FollowUp(text) => {
                let at = Place::new(file, text.span);
                said.follow_up.get_or_insert((FollowUp::Named(self.string(file, *text), at), place));
            }
            GoalClause::FollowUpDecision(name) => {
                let at = Place::new(file, name.span);
                if let Some(Entity::Decision(id)) = self.entity(file, *name, Wanted::DECISION, Sums::NONE) {
                    said.follow_up.get_or_insert((FollowUp::Decision(id, at), place));
                }
            }
            GoalClause::Was(text) => {
                let text = self.string(file, *text);
                self.once(&mut said.was, text, place, ("was", "voorheen"));
            }
            GoalClause::Continues(name) => {
                if let Some(Entity::Goal(id)) = self.entity(file, *name, Wanted::GOAL, Sums::NONE) {
                    self.once(&mut said.continues, id, place, ("continues", "zet voort"));
                }
            }
            GoalClause::Statutory => said.goal.statutory = said.goal.statutory.or(Some(place)),
            GoalClause::Evaluate { years, to } => {
                said.goal.evaluate_yearly |= years.is_empty();
                for years in years {
                    let range = self.range(file, *years);
                    said.goal.evaluate.push(range);
                }
                self.evaluate_to(&mut said.goal.evaluate_to, place, *to);
            }
            GoalClause::RemainderOf { payer, year } => {
                let years = self.range(file, *year);
                self.within_plan(place, Place::new(file, year.span), years);
                if let Some(payer) = self.payer(file, *payer) {
                    self.once(&mut said.remainder, (payer, years.first), place, ("remainder of", "restant van"));
                } else {
                    self.damage(place, Sums::COST);
                    self.damage_entity(Entity::Goal(id));
                }
            }
            GoalClause::Status(status) => self.once(&mut said.status, *status, place, ("status", "status")),
            GoalClause::Common(common) => self.shared(&mut said.shared, Entity::Goal(id), place, common),
        }
    }

    fn serves(&mut self, serves: &mut Vec<u32>, file: FileId, tags: &[crate::syntax::ast::Name]) {
        for tag in tags {
            let number = self.tags.number(self.name(file, tag.span));
            if let Some(uses) = self.tags.get_mut(number) {
                uses.served.get_or_insert(Place::new(file, tag.span));
            }
            serves.push(number);
        }
    }

    fn bounds(
        &mut self,
        said: &mut Said,
        file: FileId,
        id: GoalId,
        place: Place,
        from: Option<Years>,
        through: Option<Years>,
    ) {
        let from = from.map(|years| self.range(file, years).first);
        let through = through.map(|years| self.range(file, years).last);
        let was = (said.from, said.through);
        let differs = |old: Option<(Year, Place)>, new: Option<Year>| match (old, new) {
            (Some((old, at)), Some(new)) if old != new => Some(at),
            _ => None,
        };
        if let Some(first_place) = differs(was.0, from).or(differs(was.1, through)) {
            let range = |from: Option<Year>, through: Option<Year>| {
                let first = from.or(through).unwrap_or_default();
                YearRange { first, last: through.unwrap_or(first) }
            };
            let first = range(was.0.map(|(year, _)| year), was.1.map(|(year, _)| year));
            let name = self.plan.name(Entity::Goal(id)).to_owned();
            self.period_twice(&name, (first, first_place), (range(from, through), place), BOUNDS);
        }
        if let Some(year) = from {
            let earlier = said.from.is_none_or(|(known, _)| year < known);
            said.from = if earlier { Some((year, place)) } else { said.from };
        }
        if let Some(year) = through {
            let later = said.through.is_none_or(|(known, _)| year > known);
            said.through = if later { Some((year, place)) } else { said.through };
        }
    }

    /// Costs and budgets as facts, and the cost lines.
    fn goal_amounts(
        &mut self,
        file: FileId,
        id: GoalId,
        clauses: &[Clause<GoalClause>],
        place: Place,
        years: Option<YearRange>,
    ) -> Vec<CostLine> {
        let mut lines = Lines::new(place);
        for clause in clauses {
            let at = Place::new(file, clause.span);
            let stage = clause.stage.map(|stage| stage.value).unwrap_or_default();
            let fact = Fact { stage, ..blank(id.0, at) };
            match &clause.kind {
                GoalClause::Cost { line, once, given, indexed } => {
                    self.cost(&mut lines, fact, at, (*line, *once), given, indexed.as_deref().copied());
                }
                GoalClause::Budget(given) => {
                    let sign = Some("sign-budget");
                    let statement = Statement { list: List::Budget, fact, place: at, sign, years, indexed: None };
                    self.give(&statement, given);
                }
                _ => {}
            }
        }
        lines.list
    }

    fn cost(
        &mut self,
        lines: &mut Lines,
        fact: Fact,
        place: Place,
        (line, once): (Option<Text>, bool),
        given: &[Given],
        indexed: Option<Indexation>,
    ) {
        let name = line.map(|text| self.string(place.file, text)).unwrap_or_default();
        let number = lines.number(name, place);
        let sign = Some("sign-cost");
        let fact = Fact { other: number, ..fact };
        let statement = Statement { list: List::Cost, fact, place, sign, years: None, indexed };
        let before = self.facts.list(List::Cost).len();
        let each_year = self.give(&statement, given);
        let added = self.facts.list(List::Cost).get(before..).unwrap_or(&[]);
        let years = added.iter().map(|fact| fact.years.first);
        let several = years.clone().min() != years.max();
        if let Some(line) = lines.list.get_mut(number as usize) {
            line.once |= once;
            let named_again = !line.name.is_empty() && !once && several;
            line.yearly |= each_year || named_again;
        }
    }
}

/// The cost lines of a goal; the first is the one without a name.
struct Lines {
    list: Vec<CostLine>,
    numbers: FxHashMap<String, u32>,
}

impl Lines {
    fn new(place: Place) -> Self {
        let unnamed = CostLine { name: String::new(), once: false, yearly: false, place };
        Self { list: vec![unnamed], numbers: FxHashMap::default() }
    }

    fn number(&mut self, name: String, place: Place) -> u32 {
        if name.is_empty() {
            return 0;
        }
        if let Some(number) = self.numbers.get(&name) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(CostLine { name: name.clone(), once: false, yearly: false, place });
        self.numbers.insert(name, number);
        number
    }
}

/// What a `change` says, its amounts aside.
fn says(said: Said) -> GoalSays {
    GoalSays {
        shared: said.shared,
        from: said.from,
        through: said.through,
        paid_by: said.payers.list,
        caps: said.caps,
        serves: said.serves,
        priority: said.priority.map(|(number, _)| number),
        optional: said.goal.optional,
        follow_up: said.follow_up.map(|(follow_up, _)| follow_up),
        was: said.was.map(|(text, _)| text),
        continues: said.continues,
        evaluate_yearly: said.goal.evaluate_yearly,
        evaluate: said.goal.evaluate,
        evaluate_to: said.goal.evaluate_to,
        statutory: said.goal.statutory,
        remainder: said.remainder.map(|((payer, year), place)| (payer, year, place)),
        status: said.status.map(|(status, _)| status),
    }
}

fn fill(goal: &mut Goal, said: Said, lines: Vec<CostLine>) {
    goal.from = said.from;
    goal.through = said.through;
    goal.lines = lines;
    goal.paid_by = said.payers.list;
    goal.caps = said.caps;
    goal.nature = said.shared.nature;
    goal.serves = said.serves;
    goal.priority = said.priority.map(|(number, _)| number);
    goal.optional = said.goal.optional;
    goal.follow_up = said.follow_up.map(|(follow_up, _)| follow_up);
    goal.was = said.was.map(|(text, _)| text);
    goal.continues = said.continues;
    goal.evaluate_yearly = said.goal.evaluate_yearly;
    goal.evaluate = said.goal.evaluate;
    goal.remainder_of = said.remainder.map(|((payer, year), place)| (payer, year, place));
    goal.status = said.status.map(|(status, _)| status);
    goal.evaluate_to = said.goal.evaluate_to;
    goal.statutory = said.goal.statutory;
    goal.kind = said.shared.kind;
    goal.task_field = said.shared.task_field;
    goal.theme = said.shared.theme.map(|(theme, _)| theme);
    goal.owner = said.shared.owner.map(|(owner, _)| owner);
    goal.account = said.shared.account.map(|(account, _)| account);
    goal.needs = said.shared.needs;
    goal.notes = said.shared.notes;
}
