//! Aggregates: many values taken together, `sum(E for g in goals where C)`.

use super::evaluate::{Scope, Value};
use super::quantity::Quantity;
use crate::model::expression::{EntityKind, Expression, Range, Type};
use crate::syntax::ast::{Aggregate, Binary};
use num_rational::Ratio;

impl Scope<'_> {
    /// What comes of it; unknown where it is not known what belongs to it.
    pub(super) fn aggregate(
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
        let kind = match range {
            Range::All(kind) => *kind,
            Range::MainSources => EntityKind::Source,
            _ => return false,
        };
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

    /// Of a sum, a least or a greatest what is absent is left out.
    fn together(&self, how: Aggregate, mut values: Vec<Value>, kind: Type) -> Value {
        if matches!(how, Aggregate::Sum | Aggregate::Min | Aggregate::Max) {
            values.retain(|value| !matches!(value, Value::Absent));
        }
        match how {
            Aggregate::Count => {
                let count = i128::try_from(values.len()).unwrap_or(i128::MAX);
                Value::Number(Quantity::number(Ratio::from_integer(count)))
            }
            Aggregate::List => Value::List(values),
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
}
