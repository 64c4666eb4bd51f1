//! Values of expressions: exact, total, and unknown where the facts do not settle them.

use super::Outcome;
use super::measure::{self, Question};
use super::payment::Payments;
use super::quantity::{Part, Quantity};
use crate::model::expression::{Expression, Term, Thing, Type};
use crate::model::words::Word;
use crate::model::{Entity, Plan, Table, TableId};
use crate::money::{Year, YearRange};
use crate::syntax::ast::{Binary, CellValue, Unary};
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
    /// A word of a closed list.
    Word(Word),
    /// A thing without a name.
    Thing(Thing),
    /// Several values, to be shown.
    List(Vec<Value>),
    /// What a thing does not say: nothing, known to be nothing. What is computed from it is nothing as well; a comparison
    /// with it holds only where it asks for a difference.
    Absent,
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
    /// How many of the variables are those of the rule itself, where its named values may be kept until they change.
    pub kept_for: Option<usize>,
    /// Named values of the rule that are known for the variables as they are.
    pub kept: Vec<(usize, Value)>,
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
        Self {
            plan,
            outcome,
            variables: Vec::new(),
            all_years: false,
            line: None,
            constants: None,
            kept_for: None,
            kept: Vec::new(),
        }
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
                Value::Absent => Value::Absent,
                _ => Value::Unknown,
            },
            Term::Unary(Unary::Not, inner) => Value::Boolean(self.truth(inner).map(|truth| !truth)),
            Term::Binary(operator, left, right) => self.binary(*operator, left, right),
            Term::Aggregate { how, body, variable, range, condition } => {
                self.aggregate(*how, body, variable, range, condition.as_deref())
            }
            Term::Property { of, property, ask } => self.property(of, *property, *ask),
            Term::Is { of, state } => self.state(of, *state),
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

    /// The variables of the rule have changed: what its named values come to is to be worked out again.
    pub fn rule_variables_changed(&mut self) {
        self.kept.clear();
        self.kept_for = Some(self.variables.len());
    }

    /// A named value of a rule; variables of aggregates around it are none of its own.
    fn named_value(&mut self, constants: &'a Constants<'a>, index: usize) -> Value {
        let Some((_, expression)) = constants.lets.get(index) else { return Value::Unknown };
        let Some(own) = self.kept_for else { return self.value(expression) };
        if let Some((_, value)) = self.kept.iter().find(|(known, _)| *known == index) {
            return value.clone();
        }
        let inner = self.variables.split_off(own.min(self.variables.len()));
        let value = self.value(expression);
        self.variables.extend(inner);
        self.kept.push((index, value.clone()));
        value
    }

    fn variable(&mut self, name: &str) -> Value {
        if let Some((_, value)) = self.variables.iter().rev().find(|(variable, _)| variable == name) {
            return value.clone();
        }
        let Some(constants) = self.constants else { return Value::Unknown };
        if let Some(index) = constants.lets.iter().position(|(known, _)| known == name) {
            return self.named_value(constants, index);
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
        let mut absent = false;
        let mut entity = |expression: Option<&Expression>| match expression.map(|inner| self.value(inner)) {
            None => Some(None),
            Some(Value::Entity(entity)) => Some(Some(entity)),
            Some(value) => {
                absent |= matches!(value, Value::Absent);
                None
            }
        };
        let (subject, other) = (entity(subject), entity(other));
        let years = match years.map(|inner| self.value(inner)) {
            None => self.outcome.years,
            Some(Value::Years(_)) if self.all_years => self.outcome.fact_years,
            Some(Value::Years(years)) => years,
            Some(Value::Absent) => return Value::Absent,
            Some(_) => return Value::Unknown,
        };
        let (Some(subject), Some(other)) = (subject, other) else {
            return if absent { Value::Absent } else { Value::Unknown };
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
    pub(super) fn arithmetic(&self, operator: Binary, a: Value, b: Value) -> Value {
        let additive = matches!(operator, Binary::Plus | Binary::Minus);
        let (a, b) = if additive { self.alike(a, b) } else { (a, b) };
        let apply = |a: Quantity, b: Quantity| match operator {
            Binary::Plus => a.plus(b),
            Binary::Minus => a.minus(b),
            Binary::Times => a.times(&b),
            _ => a.divided_by(&b),
        };
        match (a, b) {
            (Value::Unknown, _) | (_, Value::Unknown) => Value::Unknown,
            (Value::Absent, _) | (_, Value::Absent) => Value::Absent,
            (Value::Years(years), Value::Number(by)) | (Value::Number(by), Value::Years(years)) => {
                shifted(years, &if operator == Binary::Minus { by.negated() } else { by })
            }
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
        match (a, b) {
            (Value::Unknown, _) | (_, Value::Unknown) => return None,
            (Value::Absent, _) | (_, Value::Absent) => return Some(operator == Binary::NotEqual),
            _ => {}
        }
        let ordering = match self.alike(a.clone(), b.clone()) {
            (Value::Amount(a), Value::Amount(b)) | (Value::Number(a), Value::Number(b)) => {
                let open = a.pm.is_some() || b.pm.is_some();
                if self.constants.is_some() && open {
                    return at_least(operator, &a, &b);
                }
                let difference = a.difference(&b)?;
                let slack = a.slack.checked_add(&b.slack)?;
                if super::quantity::abs(difference) <= slack { Equal } else { difference.cmp(&Ratio::from_integer(0)) }
            }
            (Value::Date(a), Value::Date(b)) => a.cmp(&b),
            (Value::Years(a), Value::Years(b)) => a.cmp(&b),
            (Value::Text(a), Value::Text(b)) => a.cmp(&b),
            (Value::Word(a), Value::Word(b)) => a.cmp(&b),
            (Value::Word(word), Value::Text(text)) | (Value::Text(text), Value::Word(word)) if word.is(&text) => Equal,
            (Value::Word(word), Value::Text(text)) => word.english.cmp(&text),
            (Value::Text(text), Value::Word(word)) => text.as_str().cmp(word.english),
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
}

/// Years so many later.
fn shifted(years: YearRange, by: &Quantity) -> Value {
    let by = if by.unknown || !by.value.is_integer() { None } else { i16::try_from(by.value.to_integer()).ok() };
    let later = |year: Year| Some(Year(year.0.checked_add(by?)?));
    let both = later(years.first).zip(later(years.last));
    both.map_or(Value::Unknown, |(first, last)| Value::Years(YearRange { first, last }))
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

/// A comparison in a rule with an amount that is not yet known on its left and counts for at least nothing: decided where
/// what is known decides it, whatever the rest becomes.
fn at_least(operator: Binary, a: &Quantity, b: &Quantity) -> Option<bool> {
    let only_grows = a.parts.iter().all(|part| part.cents >= 0) && a.value >= Ratio::from_integer(0);
    if b.pm.is_some() || !only_grows {
        return None;
    }
    let zero = Ratio::from_integer(0);
    let over = a.difference(b)?.cmp(&zero);
    match operator {
        Binary::Greater | Binary::NotEqual if over.is_gt() => Some(true),
        Binary::AtLeast if over.is_ge() => Some(true),
        Binary::Less if over.is_ge() => Some(false),
        Binary::AtMost | Binary::Equal if over.is_gt() => Some(false),
        _ => None,
    }
}
