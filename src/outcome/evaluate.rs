//! Values of expressions: exact, total, and unknown where the facts do not settle them.

use super::Outcome;
use super::measure::{self, Question};
use super::payment::Payments;
use super::property::{Property, is_word, property};
use super::quantity::{Part, Quantity};
use crate::model::expression::{Ask, EntityKind, Expression, Range, Term, Thing, Type};
use crate::model::{Entity, Plan, Table, TableId};
use crate::money::YearRange;
use crate::syntax::ast::{Aggregate, Binary, CellValue, Unary};
use jiff::civil::Date;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul};
use rust_decimal::Decimal;

/// A value.
#[derive(Clone, Debug)]
pub enum Value {
    /// Money in minor units, with its parts.
    Amount(Quantity),
    /// A count, a factor or a share.
    Number(Quantity),
    /// Yes, no, or not known.
    Boolean(Option<bool>),
    /// Years.
    Years(YearRange),
    /// A named thing.
    Entity(Entity),
    /// A date.
    Date(Date),
    /// Words.
    Text(String),
    /// A thing without a name.
    Thing(Thing),
    /// Not known.
    Unknown,
}

/// What a rule brings to its expressions.
#[derive(Debug)]
pub struct Constants<'a> {
    /// Named values, each an expression over the variables.
    pub lets: &'a [(String, Expression)],
    /// Parameters with one value.
    pub parameters: &'a [(String, Value)],
    /// Parameters that are lists.
    pub lists: &'a [(String, Vec<Value>)],
    /// Who pays what in the division of the money, also where not everything can be paid.
    pub division: Option<&'a Payments>,
}

/// Where an expression is evaluated.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was evaluated.
    pub outcome: &'a Outcome,
    /// Variables of enclosing aggregates, innermost last.
    pub variables: Vec<(String, Value)>,
    /// Measures over given years answer for all years instead: the series behind a figure.
    pub all_years: bool,
    /// The free table whose formula is evaluated, with the other coordinate of the cell: its column for a row's formula.
    pub line: Option<Line<'a>>,
    /// What a rule brings along.
    pub constants: Option<&'a Constants<'a>>,
}

/// The cell of a free table whose formula is evaluated.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The table.
    pub table: &'a Table,
    /// Index of the column (of a row's formula) or row (of a column's).
    pub at: usize,
    /// Whether the formula is a row's.
    pub of_row: bool,
}

impl<'a> Scope<'a> {
    /// A scope without variables.
    pub fn new(plan: &'a Plan, outcome: &'a Outcome) -> Self {
        Self { plan, outcome, variables: Vec::new(), all_years: false, line: None, constants: None }
    }

    /// The value of an expression.
    pub fn value(&mut self, expression: &Expression) -> Value {
        match &expression.term {
            Term::Number { value, step } => self.literal(*value, *step, expression),
            Term::Percentage(share) => {
                ratio(*share).map_or(Value::Unknown, |share| Value::Number(Quantity::number(share)))
            }
            Term::Pm => Value::Amount(Quantity { pm: Some(expression.place), ..Quantity::zero() }),
            Term::Years(years) => Value::Years(*years),
            Term::Date(date) => Value::Date(*date),
            Term::Text(text) => Value::Text(text.clone()),
            Term::Entity(entity) => Value::Entity(*entity),
            Term::Variable(name) => self.variable(name),
            Term::Measure { measure, subject, other, years, stage } => {
                self.measure(*measure, subject.as_deref(), other.as_deref(), years.as_deref(), *stage)
            }
            Term::Figure(table, row, column) => self.figure(*table, *row, *column),
            Term::Line(index) => self.line_cell(*index),
            Term::Unary(Unary::Minus, inner) => match self.value(inner) {
                Value::Amount(quantity) => Value::Amount(quantity.negated()),
                Value::Number(quantity) => Value::Number(quantity.negated()),
                _ => Value::Unknown,
            },
            Term::Unary(Unary::Not, inner) => Value::Boolean(self.truth(inner).map(|truth| !truth)),
            Term::Binary(operator, left, right) => self.binary(*operator, left, right),
            Term::Aggregate { how, body, variable, range, condition } => {
                self.aggregate(*how, body, variable, range, condition.as_deref())
            }
            Term::Property { of, name, ask } => self.property(of, name, *ask),
            Term::Thing(thing) => Value::Thing(*thing),
            Term::Function(function, arguments) => self.function(*function, arguments),
            Term::Broken => Value::Unknown,
        }
    }

    /// Whether it holds; `None` where that is not known.
    pub fn truth(&mut self, expression: &Expression) -> Option<bool> {
        match self.value(expression) {
            Value::Boolean(truth) => truth,
            _ => None,
        }
    }

    fn literal(&self, value: Decimal, step: crate::money::Money, expression: &Expression) -> Value {
        let Some(value) = ratio(value) else { return Value::Unknown };
        if expression.kind == Type::Amount {
            let mut quantity = Quantity::number(value * minor(self.plan));
            quantity.slack = Ratio::new(step.wide(), 2);
            if quantity.value.is_integer() {
                let cents = quantity.value.to_integer();
                let name = String::new();
                quantity.parts.push(Part { cents, name, years: None, place: expression.place, once: false });
            }
            Value::Amount(quantity)
        } else {
            let mut quantity = Quantity::number(value);
            quantity.slack = Ratio::new(step.wide(), 2) / minor(self.plan);
            Value::Number(quantity)
        }
    }

    fn variable(&mut self, name: &str) -> Value {
        if let Some((_, value)) = self.variables.iter().rev().find(|(variable, _)| variable == name) {
            return value.clone();
        }
        let Some(constants) = self.constants else { return Value::Unknown };
        if let Some((_, value)) = constants.lets.iter().find(|(known, _)| known == name) {
            return self.value(value);
        }
        let found = constants.parameters.iter().find(|(known, _)| known == name);
        found.map_or(Value::Unknown, |(_, value)| value.clone())
    }

    fn measure(
        &mut self,
        measure: crate::syntax::ast::Measure,
        subject: Option<&Expression>,
        other: Option<&Expression>,
        years: Option<&Expression>,
        stage: crate::syntax::ast::Stage,
    ) -> Value {
        let mut entity = |expression: Option<&Expression>| match expression.map(|inner| self.value(inner)) {
            None => Some(None),
            Some(Value::Entity(entity)) => Some(Some(entity)),
            Some(_) => None,
        };
        let (Some(subject), Some(other)) = (entity(subject), entity(other)) else { return Value::Unknown };
        let years = match years.map(|inner| self.value(inner)) {
            None => self.outcome.years,
            Some(Value::Years(_)) if self.all_years => self.outcome.fact_years,
            Some(Value::Years(years)) => years,
            Some(_) => return Value::Unknown,
        };
        let question = Question { measure, subject, other, years, stage };
        Value::Amount(measure::answer(self.plan, self.outcome, &question))
    }

    fn figure(&self, table: TableId, row: u32, column: u32) -> Value {
        let Some(table) = self.plan.tables.get(table.0 as usize) else { return Value::Unknown };
        cell_value(table, row as usize, column as usize)
    }

    fn line_cell(&self, index: u32) -> Value {
        let Some(line) = self.line else { return Value::Unknown };
        let index = index as usize;
        let (row, column) = if line.of_row { (index, line.at) } else { (line.at, index) };
        cell_value(line.table, row, column)
    }

    fn binary(&mut self, operator: Binary, left: &Expression, right: &Expression) -> Value {
        if matches!(operator, Binary::And | Binary::Or) {
            let (a, b) = (self.truth(left), self.truth(right));
            return Value::Boolean(match operator {
                Binary::And if a == Some(false) || b == Some(false) => Some(false),
                Binary::Or if a == Some(true) || b == Some(true) => Some(true),
                _ => a.zip(b).map(|(a, b)| if operator == Binary::And { a && b } else { a || b }),
            });
        }
        let (a, b) = (self.value(left), self.value(right));
        if operator.is_comparison() {
            return Value::Boolean(self.compare(operator, &a, &b));
        }
        self.arithmetic(operator, a, b)
    }

    /// A plain number beside an amount means an amount, except where it multiplies or divides.
    fn arithmetic(&self, operator: Binary, a: Value, b: Value) -> Value {
        let additive = matches!(operator, Binary::Plus | Binary::Minus);
        let (a, b) = if additive { self.alike(a, b) } else { (a, b) };
        let apply = |a: Quantity, b: Quantity| match operator {
            Binary::Plus => a.plus(b),
            Binary::Minus => a.minus(b),
            Binary::Times => a.times(&b),
            _ => a.divided_by(&b),
        };
        match (a, b) {
            (Value::Amount(a), Value::Amount(b)) if operator == Binary::Divide => Value::Number(apply(a, b)),
            (Value::Number(a), Value::Number(b)) => Value::Number(apply(a, b)),
            (Value::Amount(a), Value::Amount(b) | Value::Number(b)) | (Value::Number(a), Value::Amount(b)) => {
                Value::Amount(apply(a, b))
            }
            _ => Value::Unknown,
        }
    }

    /// Turns a plain number into an amount where the other is one.
    pub fn alike(&self, a: Value, b: Value) -> (Value, Value) {
        let amount = |quantity: Quantity| {
            let minor = minor(self.plan);
            let both = quantity.value.checked_mul(&minor).zip(quantity.slack.checked_mul(&minor));
            let scaled = |(value, slack)| Quantity { value, slack, ..quantity };
            Value::Amount(both.map_or_else(Quantity::unknown, scaled))
        };
        match (a, b) {
            (Value::Number(a), Value::Amount(b)) => (amount(a), Value::Amount(b)),
            (Value::Amount(a), Value::Number(b)) => (Value::Amount(a), amount(b)),
            (a, b) => (a, b),
        }
    }

    pub(super) fn compare(&self, operator: Binary, a: &Value, b: &Value) -> Option<bool> {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let ordering = match self.alike(a.clone(), b.clone()) {
            (Value::Amount(a), Value::Amount(b)) | (Value::Number(a), Value::Number(b)) => {
                let difference = a.difference(&b)?;
                let slack = a.slack.checked_add(&b.slack)?;
                if super::quantity::abs(difference) <= slack { Equal } else { difference.cmp(&Ratio::from_integer(0)) }
            }
            (Value::Date(a), Value::Date(b)) => a.cmp(&b),
            (Value::Years(a), Value::Years(b)) => a.cmp(&b),
            (Value::Text(a), Value::Text(b)) => a.cmp(&b),
            (Value::Entity(a), Value::Entity(b)) => a.cmp(&b),
            (Value::Thing(a), Value::Thing(b)) => a.cmp(&b),
            (Value::Boolean(a), Value::Boolean(b)) => a?.cmp(&b?),
            _ => return None,
        };
        Some(match operator {
            Binary::Equal => ordering == Equal,
            Binary::NotEqual => ordering != Equal,
            Binary::Less => ordering == Less,
            Binary::AtMost => ordering != Greater,
            Binary::Greater => ordering == Greater,
            Binary::AtLeast => ordering != Less,
            Binary::Times | Binary::Divide | Binary::Plus | Binary::Minus | Binary::And | Binary::Or => return None,
        })
    }

    fn aggregate(
        &mut self,
        how: Aggregate,
        body: &Expression,
        variable: &str,
        range: &Range,
        condition: Option<&Expression>,
    ) -> Value {
        let mut values = Vec::new();
        let mut in_doubt = self.damaged(range);
        let Some(members) = self.members(range) else { return Value::Unknown };
        for member in members {
            self.variables.push((variable.to_owned(), member));
            let included = condition.map_or(Some(true), |condition| self.truth(condition));
            match included {
                Some(true) if how == Aggregate::Count => values.push(Value::Unknown),
                Some(true) => values.push(self.value(body)),
                Some(false) => {}
                None => in_doubt = true,
            }
            self.variables.pop();
        }
        if in_doubt {
            return Value::Unknown;
        }
        self.together(how, values, body.kind)
    }

    /// Whether not everything of that range could be read.
    pub fn damaged(&self, range: &Range) -> bool {
        let damage = &self.plan.damage;
        let Range::All(kind) = range else { return false };
        match kind {
            EntityKind::Goal => damage.cost.is_some(),
            EntityKind::Source => damage.income.is_some(),
            EntityKind::Reserve => damage.reserve.is_some(),
            EntityKind::Payer => damage.income.is_some() || damage.reserve.is_some(),
            EntityKind::Theme
            | EntityKind::Document
            | EntityKind::Decision
            | EntityKind::Table
            | EntityKind::Stated
            | EntityKind::Line
            | EntityKind::Plan => false,
        }
    }

    fn together(&self, how: Aggregate, values: Vec<Value>, kind: Type) -> Value {
        match how {
            Aggregate::Count => {
                let count = i128::try_from(values.len()).unwrap_or(i128::MAX);
                Value::Number(Quantity::number(Ratio::from_integer(count)))
            }
            Aggregate::Sum => {
                let zero = Quantity::zero();
                let start = if kind == Type::Amount { Value::Amount(zero) } else { Value::Number(zero) };
                values.into_iter().fold(start, |sum, value| self.arithmetic(Binary::Plus, sum, value))
            }
            Aggregate::Min | Aggregate::Max => {
                self.extreme(values, if how == Aggregate::Min { Binary::Less } else { Binary::Greater })
            }
            Aggregate::All | Aggregate::Any => {
                let deciding = how == Aggregate::Any;
                let truths: Vec<Option<bool>> = values
                    .iter()
                    .map(|value| match value {
                        Value::Boolean(truth) => *truth,
                        _ => None,
                    })
                    .collect();
                if truths.contains(&Some(deciding)) {
                    Value::Boolean(Some(deciding))
                } else if truths.contains(&None) {
                    Value::Boolean(None)
                } else {
                    Value::Boolean(Some(!deciding))
                }
            }
        }
    }

    fn property(&mut self, of: &Expression, name: &str, ask: Ask) -> Value {
        let Value::Entity(entity) = self.value(of) else { return Value::Unknown };
        if self.plan.label(entity).is_some_and(|label| label.damaged) {
            return Value::Unknown;
        }
        match ask {
            Ask::Is => is_word(self.plan, entity, name).map_or(Value::Unknown, |truth| Value::Boolean(Some(truth))),
            Ask::Has => match property(self.plan, entity, name) {
                Property::Absent => Value::Boolean(Some(false)),
                Property::NotAsked => Value::Unknown,
                Property::Is(_) => Value::Boolean(Some(true)),
            },
            Ask::Value => match property(self.plan, entity, name) {
                Property::Is(value) => value,
                Property::Absent | Property::NotAsked => Value::Unknown,
            },
        }
    }
}

/// What a cell of a table says.
pub fn cell_value(table: &Table, row: usize, column: usize) -> Value {
    let Some(cell) = table.cell(row, column) else { return Value::Unknown };
    let place = table.place(cell.span());
    let mut quantity = Quantity::number(Ratio::from_integer(cell.money.wide()));
    match cell.value {
        CellValue::Money => {
            quantity.slack = Ratio::new(table.step.wide(), 2);
            let cents = cell.money.wide();
            quantity.parts.push(Part { cents, name: String::new(), years: None, place, once: false });
        }
        CellValue::Pm => quantity.pm = Some(place),
        CellValue::None => {}
        CellValue::Unreadable => quantity.unknown = true,
    }
    Value::Amount(quantity)
}

/// Minor units in one whole unit of the plan's currency.
pub fn minor(plan: &Plan) -> Ratio<i128> {
    Ratio::from_integer(10i128.pow(u32::from(plan.head.currency.digits.min(4))))
}

/// A decimal as an exact fraction.
pub fn ratio(value: Decimal) -> Option<Ratio<i128>> {
    let denominator = 10i128.checked_pow(value.scale())?;
    Some(Ratio::new(value.mantissa(), denominator))
}
