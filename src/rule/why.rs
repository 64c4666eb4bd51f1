//! How far a rule comes on a plan: whether it asks anything there, and why it finds nothing about a thing.

use super::Used;
use super::check::{applies, as_far_as_it_goes, asks_for_nothing, parameters};
use super::say::{Saying, named, said as said_value, values_in};
use crate::check::Context;
use crate::diagnostic::{Message, Value as Said};
use crate::model::expression::{Expression, Thing};
use crate::model::rule::Rule;
use crate::outcome::evaluate::{Constants, Scope, Value};

/// More combinations than this are not looked at.
const MOST: usize = 20_000;

/// How far a rule comes on a plan.
#[derive(Debug, Default)]
pub struct Reach {
    /// Whether it counts in the years of the plan, and what it ranges over is there.
    pub asks: bool,
    /// Why it finds nothing, in sentences: about the combination that comes nearest to a finding.
    pub because: Vec<Message>,
}

/// Looks at every combination of what a rule ranges over; at those with the thing of that name, where one is given and
/// takes part in any.
pub fn reach(used: &Used, rule: &Rule, context: &Context<'_>, on: Option<&str>) -> Reach {
    if !applies(rule, context.outcome.years) {
        return Reach { asks: false, because: vec![period(rule, context)] };
    }
    let partly = as_far_as_it_goes(context);
    let outcome = partly.as_ref().unwrap_or(context.outcome);
    let Context { plan, stated, flow, sources, .. } = *context;
    let context = &Context { plan, outcome, stated, flow, sources };
    let divided = asks_for_nothing(context);
    let (parameters, lists) = parameters(used, context);
    let constants = Constants { lets: &rule.lets, parameters: &parameters, lists: &lists, division: divided.as_ref() };
    let look = |on: Option<&str>| {
        let mut scope = Scope { constants: Some(&constants), ..Scope::new(context.plan, context.outcome) };
        scope.variables.push(("plan".to_owned(), Value::Thing(Thing::Plan)));
        let mut walk = Walk { rule, context, scope, on, tried: 0, asks: false, best: None, empty: None };
        walk.step(0);
        walk.reach(&Saying { used, rule, context })
    };
    match on.filter(|_| !rule.loops.is_empty()) {
        None => look(None),
        Some(name) => {
            let own = look(Some(name));
            if own.because.is_empty() {
                let all = look(None);
                let not_ranged = Message::new("why-not-ranged").with("name", name);
                return Reach { asks: all.asks, because: std::iter::once(not_ranged).chain(all.because).collect() };
            }
            own
        }
    }
}

fn period(rule: &Rule, context: &Context<'_>) -> Message {
    let years = Said::Years(context.outcome.years);
    let period = match rule.applies {
        (Some(from), Some(through)) => Message::new("why-from-through").with("from", from).with("through", through),
        (Some(from), None) => Message::new("why-from").with("from", from),
        (None, Some(through)) => Message::new("why-through").with("through", through),
        (None, None) => Message::new("why-always"),
    };
    Message::new("why-period").with("period", period).with("years", years)
}

/// Values of the variables, and whether each condition and requirement holds.
struct Combination {
    variables: Vec<(String, Value)>,
    conditions: Vec<Option<bool>>,
    requirements: Vec<Option<bool>>,
}

impl Combination {
    /// How far it is from a finding: conditions that do not hold, then those that are not known.
    fn distance(&self) -> (usize, usize) {
        let count = |list: &[Option<bool>], truth| list.iter().filter(|it| **it == truth).count();
        let kept = !self.requirements.is_empty() && self.requirements.iter().all(|truth| *truth == Some(true));
        let open = count(&self.conditions, None) + count(&self.requirements, None);
        (count(&self.conditions, Some(false)) + usize::from(kept), open)
    }
}

struct Walk<'a> {
    rule: &'a Rule,
    context: &'a Context<'a>,
    scope: Scope<'a>,
    on: Option<&'a str>,
    tried: usize,
    asks: bool,
    best: Option<Combination>,
    /// The variable for which there was nothing, with the variables before it; the furthest one.
    empty: Option<Vec<(String, Value)>>,
}

impl Walk<'_> {
    fn step(&mut self, depth: usize) {
        let Some(each) = self.rule.loops.get(depth) else { return self.look() };
        let members = self.scope.members(&each.range).unwrap_or_default();
        let counts = |member: &Value| !matches!(member, Value::Years(years) if !applies(self.rule, *years));
        let members: Vec<Value> = members.into_iter().filter(counts).collect();
        let is_further = self.empty.as_ref().is_none_or(|known| known.len() < self.scope.variables.len());
        if members.is_empty() && is_further {
            self.empty = Some(self.scope.variables.clone());
        }
        for member in members {
            if self.tried > MOST {
                return;
            }
            self.scope.variables.push((each.variable.clone(), member));
            self.step(depth + 1);
            self.scope.variables.pop();
        }
    }

    fn look(&mut self) {
        self.tried += 1;
        self.asks = true;
        let about = |(_, value): &(String, Value)| named(self.context.plan, value);
        if self.on.is_some_and(|on| !self.scope.variables.iter().filter_map(about).any(|name| name == on)) {
            return;
        }
        let rule = self.rule;
        let mut truths = |list: &[Expression]| list.iter().map(|it| self.scope.truth(it)).collect::<Vec<_>>();
        let (conditions, requirements) = (truths(&rule.conditions), truths(&rule.requirements));
        let found = Combination { variables: self.scope.variables.clone(), conditions, requirements };
        if self.best.as_ref().is_none_or(|best| found.distance() < best.distance()) {
            self.best = Some(found);
        }
    }

    fn reach(mut self, saying: &Saying<'_>) -> Reach {
        let asks = self.asks;
        let because = match self.best.take() {
            Some(best) => self.because(saying, best),
            None if self.on.is_none() => self.nothing_there(),
            None => Vec::new(),
        };
        Reach { asks, because }
    }

    /// What is empty of what the rule ranges over.
    fn nothing_there(&self) -> Vec<Message> {
        let Some(before) = &self.empty else { return Vec::new() };
        let Some(each) = self.rule.loops.get(before.len().saturating_sub(1)) else { return Vec::new() };
        let mut said = self.standing(before);
        said.push(Message::new("why-empty").with("variable", each.variable.as_str()));
        said
    }

    /// What the variables stand for.
    fn standing(&self, variables: &[(String, Value)]) -> Vec<Message> {
        let loops = self.rule.loops.iter();
        let values = loops.zip(variables.iter().skip(1)).map(|(each, (name, value))| {
            let value = said_value(self.context.plan, value.clone(), each.kind);
            Said::from(Message::new("rule-value").with("text", name.as_str()).with("value", value))
        });
        let values: Vec<Said> = values.collect();
        if values.is_empty() { Vec::new() } else { vec![Message::new("why-with").with("values", Said::List(values))] }
    }

    fn because(&mut self, saying: &Saying<'_>, best: Combination) -> Vec<Message> {
        let mut said = self.standing(&best.variables);
        let open = best.conditions.iter().chain(&best.requirements).any(Option::is_none);
        self.scope.variables = best.variables;
        let rule = self.rule;
        let kept = !best.requirements.is_empty() && best.requirements.iter().all(|truth| *truth == Some(true));
        let conditions = rule.conditions.iter().zip(best.conditions).map(|it| (it, "why-false", Some(false)));
        let required = rule.requirements.iter().zip(best.requirements).map(|it| (it, "why-kept", Some(true)));
        let required = required.filter(|((_, truth), ..)| kept || truth.is_none());
        for ((expression, truth), name, wanted) in conditions.chain(required) {
            let name = match truth {
                None => "why-open",
                truth if truth == wanted => name,
                _ => continue,
            };
            said.push(self.one(saying, name, expression));
        }
        if said.len() < 2 && !open {
            said.push(Message::new("why-fires"));
        }
        said
    }

    /// One condition, with what its parts come to.
    fn one(&mut self, saying: &Saying<'_>, name: &'static str, expression: &Expression) -> Message {
        let text = saying.text(expression);
        let parts = values_in(saying, std::iter::once(expression), &mut self.scope);
        let same = |part: &Message| part.values.iter().any(|(_, value)| *value == Said::Text(text.clone()));
        let values: Vec<Said> = parts.into_iter().filter(|part| !same(part)).map(Said::from).collect();
        let said = Message::new(name).with("text", text);
        if values.is_empty() {
            return said;
        }
        Message::new("why-values").with("sentence", said).with("values", Said::List(values))
    }
}
