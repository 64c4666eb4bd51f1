//! Words with arguments that are no measures: functions of values, and relations, which are only gone over.

use super::Builder;
use super::expressions::{Scope, broken};
use super::functions::{ordered_together, outcome};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::expression::{EntityKind, Expression, Function, Relation, Term, Type};
use crate::model::words::Word;
use crate::source::Place;
use crate::syntax::ast::{self, Binary, Name};

use EntityKind::{Decision, Goal, Line, Payer, Reserve, Source, Theme};

/// A function: its word, and the form to show in English and Dutch.
type Form = (Function, Word, &'static str, &'static str);

const FUNCTIONS: [Form; 7] = [
    (Function::YearOf, Word::new("year", "jaar"), "year(2025-03-01)", "jaar(2025-03-01)"),
    (Function::Begin, Word::new("begin", "begin"), "begin(2025)", "begin(2025)"),
    (Function::End, Word::new("end", "einde"), "end(2025)", "einde(2025)"),
    (Function::Round, Word::new("round", "rond"), "round(amount, 1,000)", "rond(bedrag, 1.000)"),
    (Function::Absolute, Word::new("abs", "abs"), "abs(amount)", "abs(bedrag)"),
    (Function::Least, Word::new("min", "min"), "min(amount, amount)", "min(bedrag, bedrag)"),
    (Function::Greatest, Word::new("max", "max"), "max(amount, amount)", "max(bedrag, bedrag)"),
];

/// A relation: its word, of what it may be asked, and what it goes over.
pub(super) struct Related {
    pub(super) relation: Relation,
    pub(super) word: Word,
    pub(super) of: &'static [EntityKind],
    pub(super) member: Type,
}

const fn related(
    relation: Relation,
    english: &'static str,
    dutch: &'static str,
    of: &'static [EntityKind],
    member: Type,
) -> Related {
    Related { relation, word: Word::new(english, dutch), of, member }
}

static RELATIONS: [Related; 12] = [
    related(Relation::Payers, "payers", "betalers", &[Goal], Type::Entity(Payer)),
    related(Relation::MayPay, "may-pay", "mag-betalen", &[Goal], Type::Entity(Payer)),
    related(Relation::NamedPayers, "named-payers", "genoemde-betalers", &[Goal], Type::Entity(Payer)),
    related(Relation::PaidGoals, "paid-goals", "betaalde-doelen", &[Source, Reserve], Type::Entity(Goal)),
    related(Relation::Lines, "lines", "posten", &[Goal], Type::Entity(Line)),
    related(Relation::Parts, "parts", "delen", &[Source], Type::Entity(Source)),
    related(Relation::Decisions, "decisions", "besluiten", &[Goal, Source, Reserve], Type::Entity(Decision)),
    related(Relation::Tags, "tags", "oormerken", &[Goal, Source, Reserve], Type::Text),
    related(Relation::Years, "years", "jaren", &[Goal, Source, Reserve], Type::Years),
    related(Relation::Goals, "goals", "doelen", &[Theme], Type::Entity(Goal)),
    related(Relation::Sources, "sources", "bronnen", &[Theme], Type::Entity(Source)),
    related(Relation::Reserves, "reserves", "reserves", &[Theme], Type::Entity(Reserve)),
];

/// The function of that word.
pub(super) fn function(word: &str) -> Option<Function> {
    FUNCTIONS.iter().find(|(_, known, ..)| known.is(word)).map(|(function, ..)| *function)
}

/// The relation of that word.
pub(super) fn relation(word: &str) -> Option<&'static Related> {
    RELATIONS.iter().find(|related| related.word.is(word))
}

/// The words of functions.
pub(super) fn words() -> impl Iterator<Item = Word> + Clone {
    FUNCTIONS.iter().map(|(_, word, ..)| *word)
}

/// The words of relations.
pub(super) fn relation_words() -> impl Iterator<Item = Word> + Clone {
    RELATIONS.iter().map(|related| related.word)
}

impl Builder<'_> {
    /// A word with arguments that is no measure.
    pub(super) fn function(
        &mut self,
        scope: &mut Scope<'_>,
        name: Name,
        arguments: &[ast::Expression],
        place: Place,
    ) -> Expression {
        let word = self.name(scope.file, name.span);
        if let Some(found) = function(&word) {
            return self.function_of(scope, found, arguments, place);
        }
        match relation(&word) {
            Some(related) => self.relation_as_value(related, place),
            None => self.unknown_function(scope, name),
        }
        broken(place)
    }

    fn function_of(
        &mut self,
        scope: &mut Scope<'_>,
        function: Function,
        arguments: &[ast::Expression],
        place: Place,
    ) -> Expression {
        let of_years = matches!(function, Function::Begin | Function::End);
        let mut made: Vec<Expression> = arguments.iter().map(|argument| self.expression(scope, argument)).collect();
        if of_years || made.iter().any(|argument| argument.kind == Type::Years) {
            let trees = arguments.iter();
            made = made.into_iter().zip(trees).map(|(made, tree)| self.as_years(tree, made)).collect();
        }
        if made.iter().any(|argument| argument.kind == Type::Broken) {
            return broken(place);
        }
        let kinds: Vec<Type> = made.iter().map(|argument| argument.kind).collect();
        let Some(kind) = type_of(function, &kinds) else {
            self.function_arguments(function, &made, place);
            return broken(place);
        };
        Expression { term: Term::Function(function, made), kind, place }
    }

    /// A function that takes something else.
    fn function_arguments(&mut self, function: Function, arguments: &[Expression], place: Place) {
        let Some((_, word, english, dutch)) = FUNCTIONS.iter().find(|(known, ..)| *known == function) else { return };
        let form = if self.is_dutch(place.file) { *dutch } else { *english };
        let mut finding = Diagnostic::new(&codes::TYPE_FUNCTION_ARGUMENTS, place)
            .with("name", Value::Keyword(word.english, word.dutch))
            .with("form", form);
        for argument in arguments {
            finding = finding.label(argument.place, Message::new("label-type").with("type", argument.kind.words()));
        }
        self.findings.push(finding);
    }

    /// `payers(g)` where a value is needed.
    fn relation_as_value(&mut self, related: &Related, place: Place) {
        let text = self.sources.slice(place).trim();
        let form = if self.is_dutch(place.file) {
            format!("aantal(x voor x in {text})")
        } else {
            format!("count(x for x in {text})")
        };
        let finding = Diagnostic::new(&codes::TYPE_RELATION, place)
            .with("text", text)
            .with("name", Value::Keyword(related.word.english, related.word.dutch))
            .help(Message::new("type-relation-help").with("form", form));
        self.findings.push(finding);
    }
}

/// The type of what a function gives; `None` where it does not take these.
fn type_of(function: Function, kinds: &[Type]) -> Option<Type> {
    use Type::{Amount, Date, Number, Percentage, Years};
    match (function, kinds) {
        (Function::YearOf, [Date]) => Some(Years),
        (Function::Begin | Function::End, [Years]) => Some(Date),
        (Function::Absolute, [kind @ (Amount | Number | Percentage)]) => Some(*kind),
        (Function::Round, [of @ (Amount | Number | Percentage), to @ (Amount | Number | Percentage)]) => {
            outcome(Binary::Less, *of, *to).map(|_| if *to == Amount { Amount } else { *of })
        }
        (Function::Least | Function::Greatest, [first, rest @ ..]) if !rest.is_empty() => {
            rest.iter().try_fold(*first, |kind, next| ordered_together(kind, *next))
        }
        _ => None,
    }
}
