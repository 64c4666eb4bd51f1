//! Scenarios: names resolved and measures typed; what they come to is worked out when they are applied.

use super::Builder;
use super::declare::WholeScenario;
use super::expressions::Scope;
use super::facts::{List, blank};
use super::names::Wanted;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::entity::{Entity, GoalId};
use crate::model::expression::{Expression as Made, Term, Type};
use crate::model::ledger::Fact;
use crate::model::scenario::{Change, NewAmount, Restated, Scenario, Target, What};
use crate::money::Money;
use crate::source::{FileId, Place, Span};
use crate::syntax::ast::{self, Expression, Measure, ScenarioClause, Stage};

impl Builder<'_> {
    /// Resolves all scenarios. What is wrong in one leaves the plan itself as it is.
    pub(super) fn scenarios(&mut self, scenarios: Vec<WholeScenario>) {
        self.in_scenario = true;
        for WholeScenario { file, named } in scenarios {
            self.unresolved = !named.damaged.is_empty();
            self.reference(file, named.reference);
            let found = self.findings.len();
            let mut changes = Vec::new();
            for clause in &named.clauses {
                self.refer(file, clause.span, clause.reference.as_deref().copied());
                let place = Place::new(file, clause.span);
                match self.scenario_clause(place, &clause.kind) {
                    Some(what) => changes.push(Change { what, place }),
                    None => self.unresolved |= !matches!(clause.kind, ScenarioClause::Note(_)),
                }
            }
            let wrong = self.findings.get(found..).unwrap_or(&[]);
            let wrong = wrong.iter().any(|finding| finding.severity() == crate::diagnostic::Severity::Error);
            let scenario = Scenario {
                name: self.name(file, named.name.span).into_owned(),
                title: named.title.map(|title| self.string(file, title)),
                place: Place::new(file, named.name.span),
                whole: Place::new(file, named.span),
                changes,
                unread: self.unresolved || wrong,
            };
            self.plan.scenarios.push(scenario);
        }
        self.in_scenario = false;
        self.plan.ledger.also.sort_unstable();
    }

    fn scenario_clause(&mut self, place: Place, clause: &ScenarioClause) -> Option<What> {
        let file = place.file;
        Some(match clause {
            ScenarioClause::Set { target, amount, how } => {
                let target = self.target(file, target)?;
                let at = Place::new(file, amount.span);
                self.currency_of(at);
                let state = super::amounts::state(*amount);
                let how = how.map(|how| how.value);
                let amount = NewAmount { amount: state, about: amount.about, how, place: at };
                self.set_amount(&target, &amount, place.span);
                What::Set(target, amount)
            }
            ScenarioClause::Scale { target, to } => What::Scale(self.target(file, target)?, to.value),
            ScenarioClause::DropGoal(goal) => What::Drop(self.goal_named(file, *goal)?),
            ScenarioClause::ShiftGoal { goal, by } => What::Shift(self.goal_named(file, *goal)?, *by),
            ScenarioClause::OnlyGranted => What::OnlyGranted,
            ScenarioClause::Change(change) => self.change(file, change)?,
            ScenarioClause::Note(_) => return None,
        })
    }

    fn goal_named(&mut self, file: FileId, name: ast::Name) -> Option<GoalId> {
        match self.entity(file, name, Wanted::GOAL, Sums::NONE)? {
            Entity::Goal(id) => Some(id),
            _ => None,
        }
    }

    /// A minus without a meaning, and an amount for several years that does not say how it is meant.
    fn set_amount(&mut self, target: &Target, amount: &NewAmount, statement: Span) {
        let Some((list, (money, state))) = list_of(target.measure).zip(amount.amount) else { return };
        if money < Money::ZERO && list != List::Movement {
            self.sign(Some(list.sign()), amount.place);
        }
        let years = target.years.or_else(|| self.plan.years());
        let Some(years) = years.filter(|years| years.len() > 1) else { return };
        if amount.how.is_none() && money != Money::ZERO && list != List::Opening {
            let fact = Fact { years, money, state, ..blank(0, amount.place) };
            self.needs_word(fact, statement, list);
        }
    }

    /// What a scenario sets or scales: a measure that the plan states.
    fn target(&mut self, file: FileId, tree: &Expression) -> Option<Target> {
        let made = self.expression(&mut Scope::new(file, Stage::Planned), tree);
        let text = self.sources.slice(made.place).split_whitespace().collect::<Vec<_>>().join(" ");
        let place = made.place;
        let Term::Measure { measure, subject, other, years, stage } = made.term else {
            match made.kind {
                Type::Broken => {}
                _ if matches!(made.term, Term::Figure(..)) => self.is_result(&text, place),
                kind => self.needed(place, kind.words(), Message::new("a-measure")),
            }
            return None;
        };
        if list_of(measure).is_none() {
            self.is_result(&text, place);
            return None;
        }
        let subject = self.one_entity(subject)?;
        let goal = match self.one_entity(other)? {
            Some(Entity::Goal(goal)) => Some(goal),
            _ => None,
        };
        if measure == Measure::Paid && (goal.is_none() || subject.is_none()) {
            self.is_result(&text, place);
            return None;
        }
        let years = match years.map(|years| *years) {
            None => None,
            Some(Made { term: Term::Years(years), .. }) => Some(years),
            Some(other) => {
                self.needed(other.place, other.kind.words(), Message::new("a-year"));
                return None;
            }
        };
        Some(Target { measure, subject, goal, years, stage, text, place })
    }

    /// A name as an entity; everything is `Some(None)`.
    #[expect(clippy::option_option, reason = "everything, something, and nothing known are three answers")]
    fn one_entity(&mut self, made: Option<Box<Made>>) -> Option<Option<Entity>> {
        match made.map(|made| *made) {
            None => Some(None),
            Some(Made { term: Term::Entity(entity), .. }) => Some(Some(entity)),
            Some(other) => {
                self.needed(other.place, other.kind.words(), Message::new("a-name"));
                None
            }
        }
    }

    fn is_result(&mut self, text: &str, place: Place) {
        let finding =
            Diagnostic::new(&codes::SET_RESULT, place).with("text", text).help(Message::new("set-result-help"));
        self.findings.push(finding);
    }

    fn change(&mut self, file: FileId, change: &ast::Change) -> Option<What> {
        let entity = self.entity(file, change.name, Wanted::PAYER.and(Wanted::GOAL), Sums::NONE)?;
        self.misplaced(file, change, entity);
        Some(match entity {
            Entity::Source(id) => {
                let says = Box::new(self.restated_source(file, id, &change.source));
                What::Source(id, says, self.restated())
            }
            Entity::Reserve(id) => {
                let says = Box::new(self.restated_reserve(file, id, &change.reserve));
                What::Reserve(id, says, self.restated())
            }
            Entity::Goal(id) => {
                let (says, lines) = self.restated_goal(file, id, &change.goal);
                What::Goal(id, Box::new(says), Restated { lines, ..self.restated() })
            }
            Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => return None,
        })
    }

    /// The amounts that the statements of a `change` have just given.
    fn restated(&mut self) -> Restated {
        if let Some(years) = self.plan.years() {
            for (list, fact) in std::mem::take(&mut self.open_budgets) {
                self.facts.list(list).push(Fact { years, ..fact });
            }
        }
        Restated {
            income: self.settled(List::Income),
            cost: self.settled(List::Cost),
            lines: Vec::new(),
            budget: self.settled(List::Budget),
            payment: self.settled(List::Payment),
            opening: self.settled(List::Opening),
            addition: self.settled(List::Addition),
            withdrawal: self.settled(List::Withdrawal),
            said: std::mem::take(&mut self.restated_said),
        }
    }

    fn settled(&mut self, list: List) -> Vec<Fact> {
        let mut facts = self.facts.take(list);
        facts.sort_by_key(|fact| (fact.subject, fact.years, fact.stage, fact.place));
        self.same(list, &mut facts);
        facts
    }

    /// Statements in a `change` that what it names does not have.
    fn misplaced(&mut self, file: FileId, change: &ast::Change, entity: Entity) {
        let source: Vec<Span> = change.source.iter().map(|clause| clause.span).collect();
        let reserve: Vec<Span> = change.reserve.iter().map(|clause| clause.span).collect();
        let goal: Vec<Span> = change.goal.iter().map(|clause| clause.span).collect();
        let own = match entity {
            Entity::Source(_) => &source,
            Entity::Reserve(_) => &reserve,
            _ => &goal,
        };
        let kinds = [("block-source", &source), ("block-reserve", &reserve), ("block-goal", &goal)];
        let mut all: Vec<Span> = source.iter().chain(&reserve).chain(&goal).copied().collect();
        all.sort_unstable_by_key(|span| (span.start, span.end));
        all.dedup();
        let here = kinds.iter().find(|(_, spans)| std::ptr::eq(*spans, own)).map_or("block-goal", |(name, _)| *name);
        let report = |builder: &mut Self, span: Span, blocks: Vec<Value>| {
            let text = builder.text(file, span);
            let word = text.split(|char: char| !(char.is_alphanumeric() || char == '-')).next().unwrap_or("");
            let end = Span::new(span.start as usize, span.start as usize + word.len());
            let finding = Diagnostic::new(&codes::MISPLACED_STATEMENT, Place::new(file, end))
                .with("found", word)
                .with("here", Message::new(here))
                .with("blocks", Value::Choice(blocks));
            builder.findings.push(finding);
        };
        for span in all.into_iter().filter(|span| !own.contains(span)) {
            let blocks = kinds.iter().filter(|(_, spans)| spans.contains(&span));
            report(self, span, blocks.map(|(name, _)| Message::new(name).into()).collect());
        }
        if matches!(entity, Entity::Source(_)) {
            for clause in change.source.iter().filter(|clause| matches!(clause.kind, ast::SourceClause::Part(_))) {
                let finding = Diagnostic::new(&codes::CHANGE_PART, Place::new(file, clause.span));
                self.findings.push(finding.help(Message::new("change-part-help")));
            }
        }
    }
}

/// The list whose facts a measure is made of; `None` where it follows from others.
fn list_of(measure: Measure) -> Option<List> {
    Some(match measure {
        Measure::Income => List::Income,
        Measure::Cost => List::Cost,
        Measure::Budget => List::Budget,
        Measure::Coverage => List::SourceCoverage,
        Measure::Paid => List::Payment,
        Measure::Opening => List::Opening,
        Measure::Addition => List::Addition,
        Measure::Withdrawal => List::Withdrawal,
        Measure::Movement => List::Movement,
        Measure::Covered
        | Measure::Balance
        | Measure::Available
        | Measure::Unspent
        | Measure::Lapsed
        | Measure::Figures => return None,
    })
}
