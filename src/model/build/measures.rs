//! Measures: `income(X, Y)` and the like, with what may stand in each place.

use super::Builder;
use super::calls;
use super::expressions::{Scope, broken};
use super::names::{Wanted, What};
use super::near::nearest;
use super::properties::asks_years;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message, Value};
use crate::model::expression::{EntityKind, Expression, Function, Term, Type};
use crate::model::table::{ColumnHead, RowHead, Table, TableId};
use crate::source::Place;
use crate::syntax::ast::{self, ExpressionKind, Measure, Name, Stage};
use std::borrow::Cow;

/// Measures by their words, with what they are about and the form to show.
type Form = (Measure, &'static str, &'static str, Wanted, &'static str, &'static str);

const GOALS: Wanted = Wanted::GOAL.and(Wanted::THEME);
const SOURCES: Wanted = Wanted::SOURCE.and(Wanted::THEME);
const RESERVES: Wanted = Wanted::RESERVE.and(Wanted::THEME);
const PAYERS: Wanted = Wanted::PAYER.and(Wanted::THEME);

const FORMS: [Form; 15] = [
    (Measure::Income, "income", "baten", SOURCES, "income(grant, 2025)", "baten(bron, 2025)"),
    (Measure::Cost, "cost", "lasten", GOALS, "cost(goal, 2025)", "lasten(doel, 2025)"),
    (Measure::Budget, "budget", "budget", GOALS, "budget(goal, 2025)", "budget(doel, 2025)"),
    (Measure::Coverage, "coverage", "dekking", PAYERS, "coverage(grant, 2025)", "dekking(bron, 2025)"),
    (Measure::Covered, "covered", "gedekt", GOALS, "covered(goal, 2025)", "gedekt(doel, 2025)"),
    (Measure::Balance, "balance", "eindstand", PAYERS, "balance(buffer, 2025)", "eindstand(reserve, 2025)"),
    (Measure::Opening, "opening", "beginstand", RESERVES, "opening(buffer, 2025)", "beginstand(reserve, 2025)"),
    (Measure::Addition, "addition", "storting", RESERVES, "addition(buffer, 2025)", "storting(reserve, 2025)"),
    (
        Measure::Withdrawal,
        "withdrawal",
        "onttrekking",
        RESERVES,
        "withdrawal(buffer, 2025)",
        "onttrekking(reserve, 2025)",
    ),
    (Measure::Movement, "movement", "mutatie", RESERVES, "movement(buffer, 2025)", "mutatie(reserve, 2025)"),
    (Measure::Available, "available", "beschikbaar", Wanted::PLAN, "available(2025)", "beschikbaar(2025)"),
    (Measure::Unspent, "unspent", "restant", SOURCES, "unspent(grant, 2025)", "restant(bron, 2025)"),
    (Measure::Lapsed, "lapsed", "vervallen", SOURCES, "lapsed(grant, 2025)", "vervallen(bron, 2025)"),
    (Measure::Paid, "paid", "betaald", Wanted::PAYER, "paid(grant, goal, 2025)", "betaald(bron, doel, 2025)"),
    (
        Measure::Figures,
        "figures",
        "cijfers",
        Wanted::TABLE,
        "figures(table, row, column)",
        "cijfers(tabel, rij, kolom)",
    ),
];

fn form(measure: Measure) -> Option<&'static Form> {
    FORMS.iter().find(|(known, ..)| *known == measure)
}

impl Builder<'_> {
    /// A word with arguments.
    pub(super) fn call(
        &mut self,
        scope: &mut Scope<'_>,
        function: Name,
        measure: Option<Measure>,
        arguments: &[ast::Expression],
        stage: Stage,
        place: Place,
    ) -> Expression {
        let Some(measure) = measure else {
            return self.function(scope, function, arguments, place);
        };
        if measure == Measure::Figures {
            return self.figure(scope, arguments, place);
        }
        let (with_years, least_names) = match measure {
            Measure::Available => (1, 0),
            Measure::Paid => (3, 2),
            _ => (2, 1),
        };
        let mut names = arguments;
        let years = match arguments.split_last() {
            Some((last, rest)) if self.is_period(scope, last) || arguments.len() == with_years => {
                names = rest;
                Some(last)
            }
            _ => None,
        };
        if names.len() > least_names {
            self.argument_count(measure, scope, place);
            return broken(place);
        }
        let wanted = form(measure).map_or(Wanted::ANY, |form| form.3);
        let years = years.and_then(|tree| self.period(scope, tree)).map(|years| self.of_plan(years));
        let subject = names.first().map_or(Some(None), |tree| self.subject(scope, tree, wanted));
        let other = names.get(1).map_or(Some(None), |tree| self.subject(scope, tree, Wanted::GOAL));
        let unread = years.as_ref().is_some_and(|years| years.kind == Type::Broken);
        let (Some(subject), Some(other), false) = (subject, other, unread) else { return broken(place) };
        let term = Term::Measure {
            measure,
            subject: subject.map(Box::new),
            other: other.map(Box::new),
            years: years.map(Box::new),
            stage,
        };
        Expression { term, kind: Type::Amount, place }
    }

    /// Whether an argument is a period rather than a name.
    fn is_period(&self, scope: &Scope<'_>, tree: &ast::Expression) -> bool {
        match &tree.kind {
            ExpressionKind::Years(_) | ExpressionKind::Number(_) => true,
            ExpressionKind::Name(name) => {
                let text = self.name(scope.file, name.span);
                scope.variable(&text) == Some(Type::Years)
            }
            ExpressionKind::Binary(_, left, _) => self.is_period(scope, left),
            ExpressionKind::Property { name, .. } => asks_years(self.text(scope.file, name.span)),
            ExpressionKind::Call { function, measure: None, .. } => {
                calls::function(self.text(scope.file, function.span)) == Some(Function::YearOf)
            }
            _ => false,
        }
    }

    fn period(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<Expression> {
        if matches!(tree.kind, ExpressionKind::All) {
            return None;
        }
        let made = self.expression(scope, tree);
        let made = self.as_years(tree, made);
        if matches!(made.kind, Type::Years | Type::Broken) {
            return Some(made);
        }
        self.needed(made.place, made.kind.words(), Message::new("a-year"));
        Some(broken(made.place))
    }

    /// A period that is asked for lies within the years that the plan states; what does not is reported as such.
    fn of_plan(&mut self, period: Expression) -> Expression {
        let Term::Years(years) = period.term else { return period };
        let stated = self.plan.head.years.filter(|(_, place)| *place != self.plan.head.place);
        match stated {
            Some((plan, _)) if !years.is_empty() && !plan.covers(years) => {
                self.within_plan(period.place, period.place, years);
                broken(period.place)
            }
            _ => period,
        }
    }

    /// What a measure is about: `Some(None)` is everything, `None` was reported.
    #[expect(clippy::option_option, reason = "everything, something, and nothing known are three answers")]
    fn subject(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression, wanted: Wanted) -> Option<Option<Expression>> {
        let place = Place::new(scope.file, tree.span);
        match &tree.kind {
            ExpressionKind::All => Some(None),
            ExpressionKind::Name(name) => {
                let text = self.name(scope.file, name.span);
                if let Some(kind) = scope.variable(&text) {
                    if let Type::Entity(entity) = kind
                        && wanted.accepts_kind(entity)
                    {
                        return Some(Some(Expression { term: Term::Variable(text.into_owned()), kind, place }));
                    }
                    self.needed(place, kind.words(), wanted.words(true));
                    return None;
                }
                let entity = self.entity(scope.file, *name, wanted, Sums::NONE)?;
                let kind = Type::Entity(super::expressions::entity_kind(entity));
                Some(Some(Expression { term: Term::Entity(entity), kind, place }))
            }
            _ => {
                let made = self.expression(scope, tree);
                match made.kind {
                    Type::Broken => None,
                    Type::Entity(kind) if wanted.accepts_kind(kind) => Some(Some(made)),
                    _ => {
                        self.needed(place, made.kind.words(), wanted.words(true));
                        None
                    }
                }
            }
        }
    }

    fn argument_count(&mut self, measure: Measure, scope: &Scope<'_>, place: Place) {
        let Some((_, english, dutch, _, form, vorm)) = form(measure) else { return };
        let form = if self.is_dutch(scope.file) { *vorm } else { *form };
        let finding = Diagnostic::new(&codes::TYPE_ARGUMENTS, place)
            .with("name", Value::Keyword(english, dutch))
            .with("form", form);
        self.findings.push(finding);
    }

    pub(super) fn unknown_function(&mut self, scope: &Scope<'_>, function: Name) {
        let word = self.text(scope.file, function.span).to_lowercase();
        let place = Place::new(scope.file, function.span);
        let dutch = self.is_dutch(scope.file);
        let words = FORMS.iter().map(|(_, english, nl, ..)| if dutch { *nl } else { *english });
        let words = words.chain(calls::words().map(|word| word.shown(dutch)));
        let near = if self.may_search() { nearest(&word, words.clone()) } else { Vec::new() };
        let finding = Diagnostic::new(&codes::TYPE_UNKNOWN_FUNCTION, place).with("name", word.as_str());
        let finding = if let [one] = near.as_slice() {
            let edits = vec![Edit { place, text: (*one).to_owned() }];
            let fix = Fix { title: Message::new("fix-write").with("text", *one), safe: true, edits };
            finding.help(Message::new("unknown-name-help-near").with("near", *one)).fix(fix)
        } else {
            let list = words.map(Value::from).collect();
            finding.help(Message::new("type-unknown-function-help").with("known", Value::List(list)))
        };
        self.findings.push(finding);
    }

    /// `figures(T, row, column)`
    fn figure(&mut self, scope: &Scope<'_>, arguments: &[ast::Expression], place: Place) -> Expression {
        let [table, row, column] = arguments else {
            self.argument_count(Measure::Figures, scope, place);
            return broken(place);
        };
        let id = if let ExpressionKind::Name(name) = &table.kind {
            match self.find(scope.file, *name, Wanted::TABLE, Sums::NONE) {
                Some(What::Table(id)) => id,
                _ => return broken(place),
            }
        } else {
            self.needed(Place::new(scope.file, table.span), Message::new("a-word"), Message::new("a-table"));
            return broken(place);
        };
        let row = self.table_line(scope, id, row, true);
        let column = self.table_line(scope, id, column, false);
        match (row, column) {
            (Some(row), Some(column)) => Expression { term: Term::Figure(id, row, column), kind: Type::Amount, place },
            _ => broken(place),
        }
    }

    fn table_line(&mut self, scope: &Scope<'_>, id: TableId, tree: &ast::Expression, is_row: bool) -> Option<u32> {
        let place = Place::new(scope.file, tree.span);
        let wanted = match &tree.kind {
            ExpressionKind::Total => String::new(),
            ExpressionKind::Text(text) => self.string(scope.file, *text),
            ExpressionKind::Years(years) => {
                let range = self.range(scope.file, *years);
                years.style.range_label(range)
            }
            _ => self.name(scope.file, tree.span).into_owned(),
        };
        let table = self.plan.tables.get(id.0 as usize)?;
        let lines = if is_row { table.rows.len() } else { table.columns.len() };
        let found = (0..lines).find(|index| self.line_name(table, *index, is_row).is_some_and(|name| name == wanted));
        if let Some(index) = found {
            return u32::try_from(index).ok();
        }
        if table.damaged {
            return None;
        }
        let names = (0..lines).filter_map(|index| self.line_name(table, index, is_row));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).map(Cow::into_owned).collect();
        let kind = if is_row { "kind-row" } else { "kind-column" };
        let shown = if wanted.is_empty() { self.text(scope.file, tree.span).to_owned() } else { wanted };
        self.unknown_line(place, &shown, names.iter(), kind);
        None
    }

    /// A row or column by name; the total has an empty one, a heading none.
    fn line_name<'t>(&self, table: &'t Table, index: usize, is_row: bool) -> Option<Cow<'t, str>> {
        if is_row {
            let row = table.rows.get(index)?;
            return match &row.head {
                RowHead::Entity(entity) => Some(Cow::Owned(self.plan.name(*entity).to_owned())),
                RowHead::Figure(name) | RowHead::Subtotal { name, .. } => Some(Cow::Borrowed(name)),
                RowHead::Total => Some(Cow::Borrowed("")),
                RowHead::Heading => None,
                RowHead::Course(_) | RowHead::Unknown => {
                    Some(Cow::Owned(self.name(table.file, row.label).into_owned()))
                }
            };
        }
        let column = table.columns.get(index)?;
        Some(match &column.head {
            ColumnHead::Years(years) => Cow::Owned(self.plan.head.style.range_label(*years)),
            ColumnHead::Entity(entity) => Cow::Owned(self.plan.name(*entity).to_owned()),
            ColumnHead::Figure(name) => Cow::Borrowed(name),
            ColumnHead::Total => Cow::Borrowed(""),
            ColumnHead::Course(..) | ColumnHead::Unknown => Cow::Owned(self.name(table.file, column.span).into_owned()),
        })
    }
}

impl Wanted {
    fn accepts_kind(self, kind: EntityKind) -> bool {
        let one = match kind {
            EntityKind::Goal => Self::GOAL,
            EntityKind::Source => Self::SOURCE,
            EntityKind::Reserve => Self::RESERVE,
            EntityKind::Theme => Self::THEME,
            EntityKind::Document => Self::DOCUMENT,
            EntityKind::Decision => Self::DECISION,
            EntityKind::Payer => Self::PAYER,
            EntityKind::Table | EntityKind::Stated | EntityKind::Line | EntityKind::Plan => return false,
        };
        self.meets(one)
    }
}
