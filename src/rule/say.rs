//! What a rule found, in the words of its pack: the finding, where it points, and the values behind it.

use super::Used;
use crate::check::Context;
use crate::codes;
use crate::diagnostic::{Diagnostic, Label, Message, Piece, Told, Value as Said};
use crate::model::Plan;
use crate::model::expression::{Expression, Term, Thing, Type};
use crate::model::properties::Property;
use crate::model::rule::{Chunk, Rule, Sentence, Target};
use crate::outcome::evaluate::{Scope, Value};
use crate::outcome::property::place_of;
use rust_decimal::Decimal;
use std::sync::Arc;

/// How many values are shown under a finding.
const SHOWN: usize = 8;

/// A rule, its pack, and the plan that breaks it.
pub(super) struct Saying<'a> {
    pub(super) used: &'a Used,
    pub(super) rule: &'a Rule,
    pub(super) context: &'a Context<'a>,
}

/// The finding for the values that the variables have now.
pub(super) fn finding(saying: &Saying<'_>, scope: &mut Scope<'_>) -> Diagnostic {
    let Saying { rule, context, .. } = saying;
    let plan = context.plan;
    let mut places = Vec::new();
    for target in &rule.at {
        let place = match target {
            Target::Item(item) => place_of(plan, &scope.value(item), Property::Name),
            Target::Statement(of, property) => place_of(plan, &scope.value(of), *property),
        };
        places.extend(place.filter(|place| !places.contains(place)));
    }
    if places.is_empty() {
        let first = scope.variables.iter().skip(1).find_map(|(_, value)| place_of(plan, value, Property::Name));
        places.push(first.unwrap_or(plan.head.place));
    }
    let mut finding = Diagnostic::new(&codes::RULE, places.first().copied().unwrap_or_default());
    finding.message = Message::new("rule-says").with("text", told(&rule.message, scope));
    finding.help.extend(rule.help.as_ref().map(|help| Message::new("rule-says").with("text", told(help, scope))));
    let further = places.into_iter().skip(1);
    finding.labels.extend(further.map(|place| Label { place, message: None }));
    finding.about = scope.variables.iter().filter_map(|(_, value)| named(plan, value)).collect();
    finding.values = values(saying, scope);
    finding.rule = Some(Arc::clone(&rule.notice));
    finding
}

fn named(plan: &Plan, value: &Value) -> Option<String> {
    match value {
        Value::Entity(entity) => Some(plan.name(*entity).to_owned()),
        Value::Thing(Thing::Table(id)) => plan.tables.get(id.0 as usize).and_then(|table| table.name.clone()),
        Value::Thing(Thing::Line(goal, _)) => Some(plan.name(*goal).to_owned()),
        _ => None,
    }
}

/// A sentence of a pack with its values filled in.
fn told(sentence: &Sentence, scope: &mut Scope<'_>) -> Said {
    let texts = sentence.texts.iter().map(|(language, chunks)| {
        let pieces = chunks.iter().map(|chunk| match chunk {
            Chunk::Words(words) => Piece::Words(words.clone()),
            Chunk::Value(expression) => Piece::Value(shown(expression, scope)),
        });
        (*language, pieces.collect())
    });
    Said::Told(Arc::new(Told { texts: texts.collect() }))
}

/// The value of an expression as a reader should see it.
fn shown(expression: &Expression, scope: &mut Scope<'_>) -> Said {
    let value = scope.value(expression);
    said(scope.plan, value, expression.kind)
}

/// A value as a reader should see it.
fn said(plan: &Plan, value: Value, kind: Type) -> Said {
    let unknown = || Said::from(Message::new("rule-unknown"));
    match value {
        Value::Amount(quantity) => quantity.rounded().map_or_else(unknown, Said::Money),
        Value::Number(quantity) if quantity.unknown => unknown(),
        Value::Number(quantity) => number(quantity.value, kind).unwrap_or_else(unknown),
        Value::Boolean(Some(truth)) => Message::new(if truth { "rule-yes" } else { "rule-no" }).into(),
        Value::Years(years) if years.first == years.last => Said::Year(years.first),
        Value::Years(years) => Said::Years(years),
        Value::Entity(entity) => name(plan.name(entity)),
        Value::Date(date) => Said::Date(date),
        Value::Text(text) => Said::Text(text),
        Value::Word(word) => Said::Keyword(word.english, word.dutch),
        Value::Absent => Message::new("rule-absent").into(),
        Value::List(values) => several(plan, values),
        Value::Thing(thing) => thing_name(plan, thing),
        Value::Boolean(None) | Value::Unknown => unknown(),
    }
}

/// Each value once, as `a, b and c`.
fn several(plan: &Plan, values: Vec<Value>) -> Said {
    let mut each: Vec<Said> = Vec::new();
    for value in values {
        let value = said(plan, value, Type::Number);
        if !each.contains(&value) {
            each.push(value);
        }
    }
    if each.is_empty() { Message::new("rule-absent").into() } else { Said::List(each) }
}

fn name(name: &str) -> Said {
    Message::new("rule-name").with("name", name).into()
}

fn thing_name(plan: &Plan, thing: Thing) -> Said {
    match thing {
        Thing::Plan => name(&plan.head.name),
        Thing::Table(id) => {
            let table = plan.tables.get(id.0 as usize);
            let title = table.and_then(|table| table.title.as_ref().or(table.name.as_ref()));
            name(title.map_or("", String::as_str))
        }
        Thing::Stated(index) => {
            let stated = plan.stated.get(index as usize);
            name(stated.and_then(|stated| stated.reference.as_deref()).unwrap_or(""))
        }
        Thing::Line(goal, line) => {
            let goal = plan.goals.get(goal.index());
            let line = goal.and_then(|goal| goal.lines.get(line as usize)).map(|line| line.name.as_str());
            let own = line.filter(|name| !name.is_empty());
            name(own.or(goal.map(|goal| goal.label.name.as_str())).unwrap_or(""))
        }
    }
}

/// A count as such, a share in per cent, another number with at most two decimals.
fn number(value: num_rational::Ratio<i128>, kind: Type) -> Option<Said> {
    if kind == Type::Percentage {
        return percent(value).map(Said::Percent);
    }
    if value.is_integer() {
        return i64::try_from(value.to_integer()).ok().map(Said::Number);
    }
    let hundredths = (value * num_rational::Ratio::from_integer(100)).round().to_integer();
    let decimal = Decimal::try_from_i128_with_scale(hundredths, 2).ok()?;
    Some(Said::Text(decimal.normalize().to_string()))
}

fn percent(value: num_rational::Ratio<i128>) -> Option<Decimal> {
    let hundredths = (value * num_rational::Ratio::from_integer(10_000)).round().to_integer();
    Decimal::try_from_i128_with_scale(hundredths, 2).ok().map(|share| share.normalize())
}

/// What the parts of the conditions came to: what was asked of the plan, as the rule writes it, with its value.
fn values(saying: &Saying<'_>, scope: &mut Scope<'_>) -> Vec<Message> {
    let mut asked = Vec::new();
    for condition in saying.rule.conditions.iter().chain(&saying.rule.requirements) {
        collect(condition, &mut asked);
    }
    let sources = &saying.used.compiled.sources;
    let mut values: Vec<Message> = Vec::new();
    for expression in asked {
        let text = match (&expression.term, sources.is_empty()) {
            (_, true) => saying.context.sources.slice(expression.place),
            (_, false) => sources.slice(expression.place),
        };
        let value = Message::new("rule-value").with("text", one_line(text)).with("value", shown(expression, scope));
        if !values.contains(&value) && values.len() < SHOWN {
            values.push(value);
        }
    }
    values
}

/// The text without its line ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The outermost parts that ask something of the plan.
fn collect<'e>(expression: &'e Expression, asked: &mut Vec<&'e Expression>) {
    match &expression.term {
        Term::Measure { .. }
        | Term::Aggregate { .. }
        | Term::Property { .. }
        | Term::Is { .. }
        | Term::Function(..) => {
            asked.push(expression);
        }
        Term::Variable(_) if !matches!(expression.kind, Type::Entity(_)) => asked.push(expression),
        _ => expression.inner().into_iter().for_each(|inner| collect(inner, asked)),
    }
}
