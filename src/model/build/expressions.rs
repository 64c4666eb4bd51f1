//! Expressions: names resolved and types checked, before anything is evaluated.

use super::Builder;
use super::names::{Wanted, What};
use super::near::split_known;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::Entity;
use crate::model::expression::{EntityKind, Expression, Term, Type};
use crate::model::plan::Stated;
use crate::money::YearRange;
use crate::source::{FileId, Place};
use crate::syntax::ast::{self, ExpressionKind, Name, Stage, Unary};
use rustc_hash::FxHashMap;

/// What names mean in an expression besides those of the plan.
pub(super) struct Scope<'s> {
    pub(super) file: FileId,
    /// Stage of measures that do not say their own.
    pub(super) stage: Stage,
    /// Variables of the aggregates around it.
    pub(super) variables: Vec<(String, Type)>,
    /// Lists that may be gone over, with the type of their members: parameters of a pack.
    pub(super) lists: Vec<(String, Type)>,
    /// In a formula of a free table: its rows or columns by name, and which of the two they are.
    pub(super) lines: Option<(&'s FxHashMap<String, u32>, &'static str)>,
}

impl Scope<'_> {
    pub(super) fn new(file: FileId, stage: Stage) -> Self {
        Self { file, stage, variables: Vec::new(), lists: Vec::new(), lines: None }
    }

    pub(super) fn variable(&self, name: &str) -> Option<Type> {
        self.variables.iter().rev().find(|(known, _)| known == name).map(|(_, kind)| *kind)
    }
}

/// The type of a thing.
pub(super) fn entity_kind(entity: Entity) -> EntityKind {
    match entity {
        Entity::Source(_) => EntityKind::Source,
        Entity::Reserve(_) => EntityKind::Reserve,
        Entity::Goal(_) => EntityKind::Goal,
        Entity::Theme(_) => EntityKind::Theme,
        Entity::Decision(_) => EntityKind::Decision,
        Entity::Document(_) => EntityKind::Document,
    }
}

impl Type {
    /// The type in words, with its article.
    pub fn words(self) -> Message {
        Message::new(match self {
            Self::Amount => "a-amount",
            Self::Number => "a-number",
            Self::Percentage => "a-percentage",
            Self::Years => "a-year",
            Self::Date => "a-date",
            Self::Text => "a-text",
            Self::Boolean => "a-boolean",
            Self::Entity(EntityKind::Goal) => "a-goal",
            Self::Entity(EntityKind::Source) => "a-source",
            Self::Entity(EntityKind::Reserve) => "a-reserve",
            Self::Entity(EntityKind::Theme) => "a-theme",
            Self::Entity(EntityKind::Document) => "a-document",
            Self::Entity(EntityKind::Decision) => "a-decision",
            Self::Entity(EntityKind::Payer) => "a-payer",
            Self::Entity(EntityKind::Table) => "a-table",
            Self::Entity(EntityKind::Stated) => "a-stated",
            Self::Entity(EntityKind::Line) => "a-line",
            Self::Entity(EntityKind::Plan) => "a-plan",
            Self::List => "a-list",
            Self::Broken => "a-name",
        })
    }
}

impl Builder<'_> {
    /// Resolves the claims.
    pub(super) fn claims(&mut self, stated: Vec<(FileId, ast::Stated)>) {
        for (file, stated) in stated {
            let reference = self.reference(file, stated.reference);
            let stage = stated.stage.map(|stage| stage.value).unwrap_or_default();
            let mut scope = Scope::new(file, stage);
            let claim = self.expression(&mut scope, &stated.claim);
            let place = Place::new(file, stated.span);
            let claim = if matches!(claim.kind, Type::Boolean | Type::Broken) {
                claim
            } else {
                let finding = Diagnostic::new(&codes::TYPE_NOT_COMPARISON, claim.place)
                    .with("claim", self.sources.slice(claim.place))
                    .with("is", claim.kind.words())
                    .help(Message::new("type-not-comparison-help").with("claim", self.sources.slice(claim.place)));
                self.findings.push(finding);
                broken(claim.place)
            };
            if claim.kind == Type::Broken {
                self.broken.push(place);
            }
            let pm = is_pm(&claim);
            self.plan.stated.push(Stated { claim, pm, place, reference });
        }
    }

    /// An expression that a reader asks about: a figure, or whether something holds.
    pub(super) fn figure_asked(&mut self, file: FileId, tree: &ast::Expression) -> Option<Expression> {
        let made = self.expression(&mut Scope::new(file, Stage::default()), tree);
        match made.kind {
            Type::Amount | Type::Number | Type::Percentage | Type::Boolean => Some(made),
            Type::Broken => None,
            Type::Years | Type::Date | Type::Text | Type::List | Type::Entity(_) => {
                self.needed(made.place, made.kind.words(), Message::new("a-amount"));
                let is_dutch = self.is_dutch(file);
                if let (Term::Entity(entity), Some(finding)) = (&made.term, self.findings.last_mut()) {
                    let (english, dutch) = measure_of(*entity);
                    let name = self.sources.slice(made.place).trim();
                    let word = if is_dutch { dutch } else { english };
                    let form = Message::new("trace-ask-measure").with("form", format!("{word}({name})"));
                    finding.help.push(form);
                }
                None
            }
        }
    }

    /// An expression with names resolved; what is wrong in it is reported once, where it stands.
    pub(super) fn expression(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Expression {
        let place = Place::new(scope.file, tree.span);
        let made = |term: Term, kind: Type| Expression { term, kind, place };
        match &tree.kind {
            ExpressionKind::Number(number) => match number.value {
                None => broken(place),
                Some(value) if number.percent => made(Term::Percentage(value), Type::Percentage),
                Some(value) => {
                    let kind = if number.currency { Type::Amount } else { Type::Number };
                    if number.currency {
                        self.currency_of(place);
                    }
                    made(Term::Number { value, step: number.step }, kind)
                }
            },
            ExpressionKind::Pm => made(Term::Pm, Type::Amount),
            ExpressionKind::Years(years) => made(Term::Years(self.range(scope.file, *years)), Type::Years),
            ExpressionKind::Date(date) => made(Term::Date(*date), Type::Date),
            ExpressionKind::Text(text) => {
                let value = self.string(scope.file, *text);
                match scope.lines {
                    Some((lines, kind)) => self.line(place, &value, lines, kind),
                    None => made(Term::Text(value), Type::Text),
                }
            }
            ExpressionKind::Name(name) => self.named(scope, *name, place),
            ExpressionKind::All | ExpressionKind::Total => {
                self.needed(place, Message::new("a-word"), Message::new("a-amount"));
                broken(place)
            }
            ExpressionKind::Property { of, name } => self.property(scope, of, *name, place),
            ExpressionKind::Is(of, name) => self.is(scope, of, *name, place),
            ExpressionKind::Has(of, name) => self.has(scope, of, *name, place),
            ExpressionKind::Call { function, measure, arguments, stage } => {
                if let (None, Some(stage)) = (measure, stage) {
                    let at = Place::new(scope.file, stage.span);
                    self.findings.push(Diagnostic::new(&codes::TYPE_STAGE, at).with("text", self.sources.slice(at)));
                    return broken(place);
                }
                let stage = stage.map_or(scope.stage, |stage| stage.value);
                self.call(scope, *function, *measure, arguments, stage, place)
            }
            ExpressionKind::Unary(unary, inner) => self.unary(scope, *unary, inner, place),
            ExpressionKind::Binary(operator, left, right) => self.binary(scope, *operator, left, right, place),
            ExpressionKind::Aggregate { how, body, variable, range, condition } => {
                let parts =
                    super::functions::Parts { body, variable: *variable, range, condition: condition.as_deref() };
                self.aggregate(scope, *how, &parts, place)
            }
        }
    }

    fn named(&mut self, scope: &Scope<'_>, name: Name, place: Place) -> Expression {
        let text = self.name(scope.file, name.span);
        if let Some(kind) = scope.variable(&text) {
            return Expression { term: Term::Variable(text.into_owned()), kind, place };
        }
        if let Some((lines, kind)) = scope.lines {
            return self.line(place, &text, lines, kind);
        }
        if self.known(scope.file, name.span).is_none() {
            self.unknown(text, place, Wanted::ANY, Sums::NONE, true);
            return broken(place);
        }
        match self.find(scope.file, name, Wanted::ANY, Sums::NONE) {
            Some(What::Entity(entity)) => {
                Expression { term: Term::Entity(entity), kind: Type::Entity(entity_kind(entity)), place }
            }
            Some(what @ (What::Table(_) | What::Plan | What::Scenario)) => {
                self.needed(place, what.words(), Message::new("a-amount"));
                broken(place)
            }
            Some(What::Unreadable) | None => broken(place),
        }
    }

    /// A row or column of the free table that a formula stands in.
    fn line(&mut self, place: Place, name: &str, lines: &FxHashMap<String, u32>, kind: &'static str) -> Expression {
        if let Some(index) = lines.get(name) {
            return Expression { term: Term::Line(*index), kind: Type::Amount, place };
        }
        if let Some(parts) = split_known(name, |part| lines.contains_key(part)) {
            let finding =
                Diagnostic::new(&codes::UNKNOWN_NAME, place).with("name", name).with("wanted", Message::new(kind));
            self.findings.push(super::near::offer(finding, &[place], &parts, "unknown-name-help-minus"));
        } else {
            let mut names: Vec<&String> = lines.keys().collect();
            names.sort_unstable();
            self.unknown_line(place, name, names.into_iter(), kind);
        }
        broken(place)
    }

    fn unary(&mut self, scope: &mut Scope<'_>, unary: Unary, inner: &ast::Expression, place: Place) -> Expression {
        let inner = self.expression(scope, inner);
        let fits = match (unary, inner.kind) {
            (_, Type::Broken) => return broken(place),
            (Unary::Minus, Type::Amount | Type::Number | Type::Percentage) | (Unary::Not, Type::Boolean) => true,
            _ => false,
        };
        if !fits {
            let needed = if unary == Unary::Not { "a-boolean" } else { "a-amount" };
            self.needed(inner.place, inner.kind.words(), Message::new(needed));
            if let (Unary::Not, Some(finding)) = (unary, self.findings.last_mut()) {
                let text = self.sources.slice(inner.place).trim();
                finding.help.push(Message::new("type-needed-help-not").with("text", text));
            }
            return broken(place);
        }
        let kind = inner.kind;
        Expression { term: Term::Unary(unary, Box::new(inner)), kind, place }
    }

    /// A value of another type than is needed.
    pub(super) fn needed(
        &mut self,
        place: Place,
        is: impl Into<crate::diagnostic::Value>,
        needed: impl Into<crate::diagnostic::Value>,
    ) {
        let finding = Diagnostic::new(&codes::TYPE_NEEDED, place)
            .with("text", self.sources.slice(place).trim())
            .with("is", is)
            .with("needed", needed);
        self.findings.push(finding);
    }

    /// An expression as years: four plain digits are a year where one is meant.
    pub(super) fn as_years(&mut self, tree: &ast::Expression, made: Expression) -> Expression {
        match (&tree.kind, made.kind) {
            (ExpressionKind::Number(number), Type::Number) if number.plain_year => {
                let digits = self.sources.slice(made.place).trim().parse::<i16>();
                let Ok(year) = digits else { return broken(made.place) };
                self.note_plain_year(made.place);
                let years = YearRange::one(crate::money::Year(year));
                Expression { term: Term::Years(years), kind: Type::Years, place: made.place }
            }
            _ => made,
        }
    }
}

/// The measure that is asked of a thing first of all.
fn measure_of(entity: Entity) -> (&'static str, &'static str) {
    match entity {
        Entity::Source(_) => ("income", "baten"),
        Entity::Reserve(_) => ("balance", "eindstand"),
        Entity::Goal(_) | Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => ("cost", "lasten"),
    }
}

/// Whether a claim says that a figure is not known yet.
fn is_pm(claim: &Expression) -> bool {
    let open = |side: &Expression| matches!(side.term, Term::Pm);
    matches!(&claim.term, Term::Binary(_, left, right) if open(left) || open(right))
}

/// An expression that could not be understood, already reported.
pub(super) fn broken(place: Place) -> Expression {
    Expression { term: Term::Broken, kind: Type::Broken, place }
}
