//! Operators and aggregates: which types go together, and what comes out.

use super::Builder;
use super::expressions::{Scope, broken};
use super::near::{nearest, offer};
use super::properties;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::expression::{EntityKind, Expression, Range, Term, Type};
use crate::source::{Place, Spanned};
use crate::syntax::ast::{self, Aggregate, Binary, ExpressionKind, Name};

/// The parts of an aggregate as written.
pub(super) struct Parts<'t> {
    pub(super) body: &'t ast::Expression,
    pub(super) variable: Name,
    pub(super) range: &'t ast::Expression,
    pub(super) condition: Option<&'t ast::Expression>,
}

/// Kinds in the plural, in both languages.
const PLURALS: [(&str, &str, EntityKind); 6] = [
    ("goals", "doelen", EntityKind::Goal),
    ("sources", "bronnen", EntityKind::Source),
    ("reserves", "reserves", EntityKind::Reserve),
    ("themes", "themas", EntityKind::Theme),
    ("documents", "documenten", EntityKind::Document),
    ("decisions", "besluiten", EntityKind::Decision),
];

/// The kind that a word in the plural names.
pub(super) fn plural(word: &str) -> Option<EntityKind> {
    let folded = word.to_lowercase();
    PLURALS.iter().find(|(english, dutch, _)| folded == *english || folded == *dutch).map(|(.., kind)| *kind)
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
        if let Some(compared) = self.property_word(scope, operator.value, left, right, place) {
            return compared;
        }
        let mut a = self.expression(scope, left);
        let mut b = self.expression(scope, right);
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

    /// `g.nature = recurring`: the word on one side belongs to the property on the other.
    fn property_word(
        &mut self,
        scope: &mut Scope<'_>,
        operator: Binary,
        left: &ast::Expression,
        right: &ast::Expression,
        place: Place,
    ) -> Option<Expression> {
        let (of, word, word_first) = match (&left.kind, &right.kind) {
            (ExpressionKind::Property { .. }, ExpressionKind::Name(word)) => (left, *word, false),
            (ExpressionKind::Name(word), ExpressionKind::Property { .. }) => (right, *word, true),
            _ => return None,
        };
        let text = self.name(scope.file, word.span);
        let known = properties::state_word(&text).filter(|_| matches!(operator, Binary::Equal | Binary::NotEqual))?;
        let property = self.expression(scope, of);
        if property.kind != Type::Text {
            return (property.kind == Type::Broken).then(|| broken(place));
        }
        let word = Expression {
            term: Term::Text(known.to_owned()),
            kind: Type::Text,
            place: Place::new(scope.file, word.span),
        };
        let (a, b) = if word_first { (word, property) } else { (property, word) };
        Some(Expression { term: Term::Binary(operator, Box::new(a), Box::new(b)), kind: Type::Boolean, place })
    }

    /// `sum(E for g in goals where C)`
    pub(super) fn aggregate(
        &mut self,
        scope: &mut Scope<'_>,
        how: Aggregate,
        parts: &Parts<'_>,
        place: Place,
    ) -> Expression {
        let Some((range, kind)) = self.aggregate_range(scope, parts.range) else { return broken(place) };
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

    pub(super) fn aggregate_range(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<(Range, Type)> {
        let place = Place::new(scope.file, tree.span);
        if let ExpressionKind::Name(name) = &tree.kind {
            let text = self.name(scope.file, name.span);
            if let Some(kind) = plural(&text) {
                return Some((Range::All(kind), Type::Entity(kind)));
            }
            let folded = text.to_lowercase();
            if folded == "years" || folded == "jaren" {
                return Some((Range::Years(None), Type::Years));
            }
            let dutch = self.is_dutch(scope.file);
            let words: Vec<&str> = PLURALS.iter().map(|(english, nl, _)| if dutch { *nl } else { *english }).collect();
            let near = nearest(&folded, words.into_iter());
            let finding = Diagnostic::new(&codes::TYPE_NEEDED, place)
                .with("text", text.as_ref())
                .with("is", Message::new("a-word"))
                .with("needed", Message::new("a-range"));
            let finding = match near.as_slice() {
                [one] => offer(finding, &[place], one, "unknown-name-help-near"),
                _ => finding,
            };
            self.findings.push(finding);
            return None;
        }
        let made = self.expression(scope, tree);
        let made = self.as_years(tree, made);
        match (&made.term, made.kind) {
            (Term::Years(years), _) => Some((Range::Years(Some(*years)), Type::Years)),
            (_, Type::Broken) => None,
            _ => {
                self.needed(place, made.kind.words(), Message::new("a-range"));
                None
            }
        }
    }
}

/// The type of what comes out; `None` where the two do not go together.
fn outcome(operator: Binary, left: Type, right: Type) -> Option<Type> {
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
    left == right || matches!((left, right), (Amount | Percentage, Number) | (Number, Amount | Percentage))
}
