//! The order in which the conditions of a rule are asked, and what spares trying every combination: a condition is asked
//! as soon as its variables are known, and an equality or a payment looks its values up.

use crate::model::expression::{Expression, Range, Term};
use crate::model::rule::Rule;
use crate::model::{Entity, GoalId};
use crate::outcome::evaluate::{Scope, Value};
use crate::syntax::ast::{Binary, Measure, Stage};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// How one loop of a rule is gone through.
#[derive(Debug)]
pub(super) struct Step<'r> {
    /// Conditions that can be asked once its variable is known.
    pub(super) conditions: Vec<&'r Expression>,
    /// Whether its range is the same whatever the earlier variables stand for.
    pub(super) is_fixed: bool,
    /// What its values are found by.
    pub(super) by: By<'r>,
}

/// What the values of a loop are found by.
#[derive(Debug)]
pub(super) enum By<'r> {
    /// All are tried.
    Trying,
    /// `s.theme = g.theme`: those for which the first comes to what the second does.
    Equality {
        /// In the loop's own variable.
        own: &'r Expression,
        /// In earlier variables.
        earlier: &'r Expression,
    },
    /// `paid(s, g) > 0`: those that pay, or are paid by, an earlier variable.
    Payment {
        /// The earlier variable.
        earlier: &'r Expression,
    },
}

/// The conditions that need no variable, then a step for each loop.
pub(super) fn steps(rule: &Rule) -> (Vec<&Expression>, Vec<Step<'_>>) {
    let depth = |expression: &Expression| depth(rule, expression);
    let mut first = Vec::new();
    let mut steps: Vec<Step<'_>> =
        rule.loops.iter().map(|_| Step { conditions: Vec::new(), is_fixed: false, by: By::Trying }).collect();
    for condition in &rule.conditions {
        match depth(condition).checked_sub(1).and_then(|index| steps.get_mut(index)) {
            Some(step) => step.conditions.push(condition),
            None => first.push(condition),
        }
    }
    for (index, (step, each)) in steps.iter_mut().zip(&rule.loops).enumerate() {
        step.is_fixed =
            matches!(each.range, Range::All(_) | Range::MainSources | Range::Years(_) | Range::Parameter(_));
        if index > 0 && step.is_fixed {
            let found = step.conditions.iter().find_map(|condition| lookup(rule, condition, index, &each.variable));
            step.by = found.unwrap_or(By::Trying);
        }
    }
    (first, steps)
}

/// How many loops must have a value before an expression has one.
fn depth(rule: &Rule, expression: &Expression) -> usize {
    let own = match &expression.term {
        Term::Variable(name) => match rule.loops.iter().rposition(|each| each.variable == *name) {
            Some(index) => index + 1,
            None => rule.lets.iter().find(|(known, _)| known == name).map_or(0, |(_, value)| depth(rule, value)),
        },
        _ => 0,
    };
    expression.inner().into_iter().map(|inner| depth(rule, inner)).fold(own, usize::max)
}

fn lookup<'r>(rule: &'r Rule, condition: &'r Expression, index: usize, variable: &str) -> Option<By<'r>> {
    let Term::Binary(operator, left, right) = &condition.term else { return None };
    if *operator == Binary::Equal {
        let of_own = |side: &Expression| depth(rule, side) == index + 1 && !names_earlier(rule, side, index);
        return match (of_own(left), depth(rule, left), of_own(right), depth(rule, right)) {
            (true, _, _, earlier) if earlier <= index => Some(By::Equality { own: left, earlier: right }),
            (_, earlier, true, _) if earlier <= index => Some(By::Equality { own: right, earlier: left }),
            _ => None,
        };
    }
    payment(rule, condition, index, variable)
}

/// `paid(s, g) > 0`, the loop's variable on one side of it and an earlier one on the other.
fn payment<'r>(rule: &Rule, condition: &'r Expression, index: usize, variable: &str) -> Option<By<'r>> {
    let Term::Binary(Binary::Greater, left, right) = &condition.term else { return None };
    let zero = matches!(&right.term, Term::Number { value, .. } if value.is_zero());
    let Term::Measure { measure: Measure::Paid, subject, other, stage: Stage::Planned, .. } = &left.term else {
        return None;
    };
    let (payer, goal) = (subject.as_deref()?, other.as_deref()?);
    let is_own = |side: &Expression| matches!(&side.term, Term::Variable(name) if name == variable);
    let earlier = match (is_own(payer), is_own(goal)) {
        (true, false) => goal,
        (false, true) => payer,
        _ => return None,
    };
    (zero && depth(rule, earlier) <= index).then_some(By::Payment { earlier })
}

/// Whether a variable of an earlier loop stands in it.
fn names_earlier(rule: &Rule, expression: &Expression, index: usize) -> bool {
    let earlier = |name: &str| rule.loops.iter().take(index).any(|each| each.variable == name);
    let in_let = |name: &str| {
        let found = rule.lets.iter().find(|(known, _)| known == name);
        found.is_some_and(|(_, value)| names_earlier(rule, value, index))
    };
    expression.any(&|term| matches!(term, Term::Variable(name) if earlier(name) || in_let(name)))
}

/// A value that can be looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Text(String),
    Entity(Entity),
    Date(Date),
    Years(i16, i16),
    Boolean(bool),
    /// Nothing is said: equal to nothing.
    Absent,
}

/// The key of a value; `None` where it is not known, or of a type that is not looked up.
fn key(value: Value) -> Option<Key> {
    match value {
        Value::Absent => Some(Key::Absent),
        Value::Text(text) => Some(Key::Text(text)),
        Value::Entity(entity) => Some(Key::Entity(entity)),
        Value::Date(date) => Some(Key::Date(date)),
        Value::Years(years) => Some(Key::Years(years.first.0, years.last.0)),
        Value::Boolean(truth) => truth.map(Key::Boolean),
        _ => None,
    }
}

/// The members of a range by the value of an expression in each.
#[derive(Debug, Default)]
pub(super) struct Index {
    known: FxHashMap<Key, Vec<usize>>,
    /// Members of which it is not known: always tried.
    open: Vec<usize>,
}

impl Index {
    pub(super) fn of(scope: &mut Scope<'_>, variable: &str, members: &[Value], own: &Expression) -> Self {
        let mut index = Self::default();
        for (number, member) in members.iter().enumerate() {
            scope.variables.push((variable.to_owned(), member.clone()));
            scope.rule_variables_changed();
            match key(scope.value(own)) {
                Some(Key::Absent) => {}
                Some(key) => index.known.entry(key).or_default().push(number),
                None => index.open.push(number),
            }
            scope.variables.pop();
            scope.rule_variables_changed();
        }
        index
    }

    /// The members to try for a value, in order; `None`: all of them.
    pub(super) fn find(&self, value: Value) -> Option<Vec<usize>> {
        let key = key(value)?;
        let mut found = self.known.get(&key).cloned().unwrap_or_default();
        if key != Key::Absent {
            found.extend(&self.open);
        }
        found.sort_unstable();
        Some(found)
    }
}

/// The members that pay an earlier goal, or are paid by an earlier payer; `None` where that is not known.
pub(super) fn paying(scope: &mut Scope<'_>, earlier: &Expression, members: &[Value]) -> Option<Vec<usize>> {
    let Value::Entity(earlier) = scope.value(earlier) else { return None };
    let dealt = scope.dealt()?;
    let others: Vec<Entity> = match earlier {
        Entity::Goal(id) => dealt.payers_of(id)?.iter().map(|&payer| payer.into()).collect(),
        payer => {
            let goals: Vec<GoalId> = dealt.goals_of(payer.as_payer()?)?.to_vec();
            goals.into_iter().map(Entity::Goal).collect()
        }
    };
    let paying = |member: &Value| matches!(member, Value::Entity(entity) if others.contains(entity));
    Some(members.iter().enumerate().filter(|(_, member)| paying(member)).map(|(number, _)| number).collect())
}
