//! Functions of values: the year of a date, the days at which a year begins and ends, rounding.

use super::evaluate::{Scope, Value};
use crate::model::calendar;
use crate::model::expression::{Expression, Function};
use crate::money::YearRange;
use crate::syntax::ast::Binary;
use jiff::ToSpan;

impl Scope<'_> {
    /// The value of a function.
    pub(super) fn function(&mut self, function: Function, arguments: &[Expression]) -> Value {
        let values: Vec<Value> = arguments.iter().map(|argument| self.value(argument)).collect();
        if values.iter().any(|value| matches!(value, Value::Absent)) {
            let unknown = values.iter().any(|value| matches!(value, Value::Unknown));
            return if unknown { Value::Unknown } else { Value::Absent };
        }
        match (function, values.as_slice()) {
            (Function::YearOf, [Value::Date(date)]) => {
                Value::Years(YearRange::one(calendar::year_of(&self.plan.head, *date)))
            }
            (Function::Begin, [Value::Years(years)]) => {
                calendar::first_day(&self.plan.head, years.first).map_or(Value::Unknown, Value::Date)
            }
            (Function::End, [Value::Years(years)]) => {
                let next = calendar::first_day(&self.plan.head, years.last.next());
                let last = next.and_then(|day| day.checked_sub(1.day()).ok());
                last.map_or(Value::Unknown, Value::Date)
            }
            (Function::First, [Value::Years(years)]) => Value::Years(YearRange::one(years.first)),
            (Function::Last, [Value::Years(years)]) => Value::Years(YearRange::one(years.last)),
            (Function::Absolute, [Value::Amount(amount)]) => Value::Amount(amount.clone().without_sign()),
            (Function::Absolute, [Value::Number(number)]) => Value::Number(number.clone().without_sign()),
            (Function::Round, [a, b]) => match self.alike(a.clone(), b.clone()) {
                (Value::Amount(a), Value::Amount(b)) => Value::Amount(a.rounded_to(&b)),
                (Value::Number(a), Value::Number(b)) => Value::Number(a.rounded_to(&b)),
                _ => Value::Unknown,
            },
            (Function::Least, _) => self.extreme(values, Binary::Less),
            (Function::Greatest, _) => self.extreme(values, Binary::Greater),
            _ => Value::Unknown,
        }
    }

    /// The least or the greatest; of an amount and a number the amount that it means, of nothing nothing.
    pub(super) fn extreme(&self, values: Vec<Value>, wanted: Binary) -> Value {
        let better = |best: Value, value: Value| match self.compare(wanted, &value, &best) {
            Some(true) => self.alike(value, best).0,
            Some(false) => self.alike(best, value).0,
            None => Value::Unknown,
        };
        values.into_iter().reduce(better).unwrap_or(Value::Absent)
    }
}
