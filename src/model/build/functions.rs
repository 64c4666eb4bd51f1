//! Operators and aggregates: which types go together, and what comes out.

use super::Builder;
use super::expressions::{Scope, broken};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::expression::{Expression, Term, Type};
use crate::source::{Place, Spanned};
use crate::syntax::ast::{self, Aggregate, Binary, ExpressionKind, Name};

/// The parts of an aggregate as written.
pub(super) struct Parts<'t> {
    pub(super) body: &'t ast::Expression,
    pub(super) variable: Name,
    pub(super) range: &'t ast::Expression,
    pub(super) condition: Option<&'t ast::Expression>,
}

impl Builder<'_> {
    /// Two values and an operator.
    pub(super) fn binary(
        &mut self,
        scope: &mut Scope<'_>,
        operator: Spanned<Binary>,
        left: &ast::Expression,
        right: &ast::Expression,
        place: Place,
    ) -> Expression {
        let (mut a, mut b) = self.operands(scope, left, right);
        if a.kind == Type::Broken || b.kind == Type::Broken {
            return broken(place);
        }
        if operator.value.is_comparison() && a.kind == Type::Years {
            b = self.as_years(right, b);
        } else if operator.value.is_comparison() && b.kind == Type::Years {
            a = self.as_years(left, a);
        }
        if let Some(kind) = outcome(operator.value, a.kind, b.kind) {
            return Expression { term: Term::Binary(operator.value, Box::new(a), Box::new(b)), kind, place };
        }
        let at = Place::new(scope.file, operator.span);
        let mut finding = Diagnostic::new(&codes::TYPE_OPERANDS, at)
            .with("operator", self.sources.slice(at))
            .with("left", a.kind.words())
            .with("right", b.kind.words())
            .label(a.place, Message::new("label-type").with("type", a.kind.words()))
            .label(b.place, Message::new("label-type").with("type", b.kind.words()));
        let kinds = (a.kind, b.kind);
        if matches!(kinds, (Type::Amount, Type::Percentage)) && matches!(operator.value, Binary::Plus | Binary::Minus) {
            finding = finding.help(Message::new("type-operands-help-percentage"));
        } else if matches!(kinds, (Type::Years, Type::Amount) | (Type::Amount, Type::Years)) {
            finding = finding.help(Message::new("type-operands-help-year"));
        }
        self.findings.push(finding);
        broken(place)
    }

    /// Both sides; `g.nature = recurring`: the word on one side belongs to the property on the other.
    fn operands(
        &mut self,
        scope: &mut Scope<'_>,
        left: &ast::Expression,
        right: &ast::Expression,
    ) -> (Expression, Expression) {
        let is_property = |side: &ast::Expression| matches!(side.kind, ExpressionKind::Property { .. });
        if is_property(right) && !is_property(left) {
            let property = self.expression(scope, right);
            return (self.beside(scope, &property, left), property);
        }
        let a = self.expression(scope, left);
        let b = if is_property(left) { self.beside(scope, &a, right) } else { self.expression(scope, right) };
        (a, b)
    }

    /// What stands beside a property; a bare word beside one that could not be read says nothing either.
    fn beside(&mut self, scope: &mut Scope<'_>, property: &Expression, tree: &ast::Expression) -> Expression {
        if let (Type::Broken, ExpressionKind::Name(name)) = (property.kind, &tree.kind)
            && self.known(scope.file, name.span).is_none()
        {
            return broken(Place::new(scope.file, tree.span));
        }
        let word = self.word_of(scope, property, tree);
        word.unwrap_or_else(|| self.expression(scope, tree))
    }

    /// `sum(E for g in goals where C)`
    pub(super) fn aggregate(
        &mut self,
        scope: &mut Scope<'_>,
        how: Aggregate,
        parts: &Parts<'_>,
        place: Place,
    ) -> Expression {
        let Some((range, kind)) = self.range_of(scope, parts.range) else { return broken(place) };
        let variable = self.name(scope.file, parts.variable.span).into_owned();
        scope.variables.push((variable.clone(), kind));
        let body = self.expression(scope, parts.body);
        let condition = parts.condition.map(|condition| self.expression(scope, condition));
        scope.variables.pop();
        if let Some(condition) = &condition
            && !matches!(condition.kind, Type::Boolean | Type::Broken)
        {
            self.needed(condition.place, condition.kind.words(), Message::new("a-boolean"));
            return broken(place);
        }
        let unread = body.kind == Type::Broken || condition.as_ref().is_some_and(|it| it.kind == Type::Broken);
        if unread {
            return broken(place);
        }
        let (kind, needed) = match how {
            Aggregate::Count => (Some(Type::Number), "a-name"),
            Aggregate::List => ((body.kind != Type::List).then_some(Type::List), "a-value"),
            Aggregate::All | Aggregate::Any => ((body.kind == Type::Boolean).then_some(Type::Boolean), "a-boolean"),
            Aggregate::Sum => {
                let adds = matches!(body.kind, Type::Amount | Type::Number | Type::Percentage);
                (adds.then_some(body.kind), "a-amount")
            }
            Aggregate::Min | Aggregate::Max => {
                let fits =
                    matches!(body.kind, Type::Amount | Type::Number | Type::Percentage | Type::Years | Type::Date);
                (fits.then_some(body.kind), "a-amount")
            }
        };
        let Some(kind) = kind else {
            self.needed(body.place, body.kind.words(), Message::new(needed));
            return broken(place);
        };
        let term = Term::Aggregate { how, body: Box::new(body), variable, range, condition: condition.map(Box::new) };
        Expression { term, kind, place }
    }
}

/// The type of what comes out; `None` where the two do not go together.
pub(super) fn outcome(operator: Binary, left: Type, right: Type) -> Option<Type> {
    use Type::{Amount, Boolean, Number, Percentage, Years};
    match operator {
        Binary::And | Binary::Or => (left == Boolean && right == Boolean).then_some(Boolean),
        Binary::Equal | Binary::NotEqual => comparable(left, right).then_some(Boolean),
        Binary::Less | Binary::AtMost | Binary::Greater | Binary::AtLeast => {
            let ordered = !matches!(left, Boolean | Type::Entity(_));
            (ordered && comparable(left, right)).then_some(Boolean)
        }
        Binary::Plus | Binary::Minus => match (left, right) {
            (Amount, Amount | Number) | (Number, Amount) => Some(Amount),
            (Number, Number | Percentage) | (Percentage, Number) => Some(Number),
            (Percentage, Percentage) => Some(Percentage),
            (Years, Number) => Some(Years),
            (Number, Years) if operator == Binary::Plus => Some(Years),
            _ => None,
        },
        Binary::Times => match (left, right) {
            (Amount, Number | Percentage) | (Number | Percentage, Amount) => Some(Amount),
            (Percentage, Percentage) => Some(Percentage),
            (Number, Number | Percentage) | (Percentage, Number) => Some(Number),
            _ => None,
        },
        Binary::Divide => match (left, right) {
            (Amount, Number | Percentage) => Some(Amount),
            (Amount, Amount) | (Number, Number | Percentage | Amount) | (Percentage, Percentage) => Some(Number),
            (Percentage, Number) => Some(Percentage),
            _ => None,
        },
    }
}

fn comparable(left: Type, right: Type) -> bool {
    use Type::{Amount, Number, Percentage};
    left == right && left != Type::List
        || matches!((left, right), (Amount | Percentage, Number) | (Number, Amount | Percentage))
}

/// The type of the least or greatest of two; `None` where they have no order together.
pub(super) fn ordered_together(one: Type, other: Type) -> Option<Type> {
    use Type::{Amount, Date, Number, Percentage, Years};
    match (one, other) {
        (Amount, Amount | Number) | (Number, Amount) => Some(Amount),
        (Number, Number) => Some(Number),
        (Percentage, Percentage | Number) | (Number, Percentage) => Some(Percentage),
        (Years, Years) => Some(Years),
        (Date, Date) => Some(Date),
        _ => None,
    }
}
