//! Every figure, year and date of a file as it was read, with where it stands: what a change of notation must leave as it is.

use super::{
    Amount, AmountValue, CellValue, Change, Clause, ColumnHead, Coverage, DecisionClause, DocumentClause, Expression,
    ExpressionKind, File, Given, GoalClause, Indexation, Item, Limit, Named, PlanClause, ReserveClause, RowHead, Rule,
    RuleClause, ScenarioClause, SourceClause, Table, TestClause, ThemeClause, Unspent, UseRules, Years,
};
use crate::money::{Money, YearRange};
use crate::source::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What was read at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// An amount, in minor units.
    Money(Money),
    /// An amount that is not yet known.
    Pm,
    /// A number, a share or an amount in an expression; a share as a fraction.
    Number(Decimal),
    /// A count.
    Count(i64),
    /// Years.
    Years(YearRange),
    /// A day.
    Date(Date),
}

/// Everything that was read in a file, by place. What an `allow` accepts is no figure of the plan and is left out.
pub fn readings(file: &File) -> Vec<(Span, Reading)> {
    let mut all = Readings(Vec::new());
    file.items.iter().for_each(|item| all.item(item));
    all.0.sort_unstable();
    all.0.dedup();
    all.0
}

struct Readings(Vec<(Span, Reading)>);

impl Readings {
    fn put(&mut self, span: Span, reading: Reading) {
        self.0.push((span, reading));
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Plan(item) => self.each(item, Self::plan),
            Item::Document(item) => self.each(item, |all, clause, span| match clause {
                DocumentClause::Date(date) => all.put(span, Reading::Date(*date)),
                DocumentClause::Number(_) | DocumentClause::Url(_) | DocumentClause::Note(_) => {}
            }),
            Item::Decision(item) => self.each(item, |all, clause, span| match clause {
                DecisionClause::On(date) => all.put(span, Reading::Date(*date)),
                DecisionClause::By(_)
                | DecisionClause::Proposed
                | DecisionClause::Taken
                | DecisionClause::Rejected
                | DecisionClause::After(_)
                | DecisionClause::Note(_) => {}
            }),
            Item::Theme(item) => self.each(item, Self::theme),
            Item::Source(item) => self.each(item, Self::source),
            Item::Reserve(item) => self.each(item, Self::reserve),
            Item::Goal(item) => self.each(item, Self::goal),
            Item::Table(table) => self.table(table),
            Item::Stated(stated) => self.expression(&stated.claim),
            Item::Scenario(item) => self.each(item, Self::scenario),
            Item::UseRules(rules) => self.use_rules(rules),
            Item::Parameter(parameter) => parameter.value.iter().for_each(|value| self.expression(value)),
            Item::Rule(rule) => self.rule(rule),
            Item::Test(test) => test.clauses.iter().for_each(|clause| self.test(clause)),
            Item::Allow(_) | Item::Include(_) | Item::Pack(_) => {}
        }
    }

    fn each<T>(&mut self, item: &Named<T>, read: impl Fn(&mut Self, &T, Span)) {
        self.clauses(&item.clauses, read);
    }

    fn clauses<T>(&mut self, clauses: &[Clause<T>], read: impl Fn(&mut Self, &T, Span)) {
        for clause in clauses {
            read(self, &clause.kind, clause.span);
        }
    }

    fn plan(&mut self, clause: &PlanClause, span: Span) {
        match clause {
            PlanClause::Years(years) => self.years(years),
            PlanClause::YearStarts { month, day } => {
                self.put(span, Reading::Count(i64::from(*month) * 100 + i64::from(*day)));
            }
            PlanClause::Decided { on, .. } => self.put(span, Reading::Date(*on)),
            PlanClause::Owner(_)
            | PlanClause::EvaluateYearly(_)
            | PlanClause::Currency(_)
            | PlanClause::NamedByEnd
            | PlanClause::Note(_) => {}
        }
    }

    fn theme(&mut self, clause: &ThemeClause, _span: Span) {
        match clause {
            ThemeClause::Theme(theme) => self.each(theme, Self::theme),
            ThemeClause::Budget(given) => self.given(given),
            ThemeClause::PaidBy(payers) => self.payers(payers),
            ThemeClause::In(_) | ThemeClause::Owner(_) | ThemeClause::Note(_) => {}
        }
    }

    fn source(&mut self, clause: &SourceClause, span: Span) {
        match clause {
            SourceClause::Income(given) => self.given(given),
            SourceClause::Available(years) => self.years(years),
            SourceClause::Unspent(Unspent::StaysYears(count)) => self.put(span, Reading::Count(i64::from(*count))),
            SourceClause::CommitBy(date) | SourceClause::SpendBy(date) => self.put(span, Reading::Date(*date)),
            SourceClause::Part(part) => self.each(part, Self::source),
            SourceClause::IncomeUnlimited
            | SourceClause::For(_)
            | SourceClause::Unspent(_)
            | SourceClause::Status(_)
            | SourceClause::Common(_) => {}
        }
    }

    fn reserve(&mut self, clause: &ReserveClause, _span: Span) {
        match clause {
            ReserveClause::Opening(given) | ReserveClause::Add { given, .. } | ReserveClause::Withdraw(given) => {
                self.given(given);
            }
            ReserveClause::Floor(amount) | ReserveClause::Ceiling(amount) => self.amount(amount),
            ReserveClause::WithdrawAtMost(limit) => self.limit(limit),
            ReserveClause::Ends(years) => self.years(years),
            ReserveClause::For(_) | ReserveClause::ReleaseTo(_) | ReserveClause::Common(_) => {}
        }
    }

    fn goal(&mut self, clause: &GoalClause, span: Span) {
        match clause {
            GoalClause::Bounds { from, through } => from.iter().chain(through).for_each(|years| self.years(years)),
            GoalClause::Cost { given, indexed, .. } => {
                self.given(given);
                if let Some(indexed) = indexed {
                    self.indexed(indexed);
                }
            }
            GoalClause::PaidBy(payers) => self.payers(payers),
            GoalClause::AtMost { limit, .. } => self.limit(limit),
            GoalClause::Budget(given) => self.given(given),
            GoalClause::Priority(priority) => self.put(span, Reading::Count(i64::from(*priority))),
            GoalClause::Evaluate { years, .. } => years.iter().for_each(|years| self.years(years)),
            GoalClause::RemainderOf { year, .. } => self.years(year),
            GoalClause::Serves(_)
            | GoalClause::Optional
            | GoalClause::FollowUp(_)
            | GoalClause::FollowUpDecision(_)
            | GoalClause::Was(_)
            | GoalClause::Continues(_)
            | GoalClause::Statutory
            | GoalClause::Status(_)
            | GoalClause::Common(_) => {}
        }
    }

    fn scenario(&mut self, clause: &ScenarioClause, span: Span) {
        match clause {
            ScenarioClause::Set { target, amount, .. } => {
                self.expression(target);
                self.amount(amount);
            }
            ScenarioClause::Scale { target, to } => {
                self.expression(target);
                self.put(to.span, Reading::Number(to.value));
            }
            ScenarioClause::ShiftGoal { by, .. } => self.put(span, Reading::Count(i64::from(*by))),
            ScenarioClause::Change(Change { source, reserve, goal, .. }) => {
                self.clauses(source, Self::source);
                self.clauses(reserve, Self::reserve);
                self.clauses(goal, Self::goal);
            }
            ScenarioClause::DropGoal(_) | ScenarioClause::OnlyGranted | ScenarioClause::Note(_) => {}
        }
    }

    fn table(&mut self, table: &Table) {
        table.years.iter().for_each(|years| self.years(years));
        table.rounded.iter().for_each(|rounded| self.put(rounded.span, Reading::Money(rounded.value)));
        for column in &table.columns {
            match &column.head {
                ColumnHead::Years(years) | ColumnHead::Course(_, years) => self.years(years),
                ColumnHead::Total | ColumnHead::Name(_) | ColumnHead::Text(_) | ColumnHead::Unreadable => {}
            }
            column.formula.iter().for_each(|formula| self.expression(formula));
        }
        for row in &table.rows {
            if let RowHead::Years(years) = &row.head {
                self.years(years);
            }
            row.formula.iter().for_each(|formula| self.expression(formula));
        }
        for cell in &table.cells {
            match cell.value {
                CellValue::Money => self.put(cell.span(), Reading::Money(cell.money)),
                CellValue::Pm => self.put(cell.span(), Reading::Pm),
                CellValue::None | CellValue::Unreadable => {}
            }
        }
    }

    fn use_rules(&mut self, rules: &UseRules) {
        rules.with.iter().flat_map(|(_, values)| values).for_each(|value| self.expression(value));
    }

    fn rule(&mut self, rule: &Rule) {
        for clause in &rule.clauses {
            match clause {
                RuleClause::Applies { from, through } => from.iter().chain(through).for_each(|years| self.years(years)),
                RuleClause::For(ranges) => ranges.iter().for_each(|(_, range)| self.expression(range)),
                RuleClause::Where(one) | RuleClause::Require(one) | RuleClause::Let(_, one) => self.expression(one),
                RuleClause::At(all) => all.iter().for_each(|one| self.expression(one)),
                RuleClause::Code(_)
                | RuleClause::Severity(_)
                | RuleClause::Basis { .. }
                | RuleClause::Title(_)
                | RuleClause::Reading(_)
                | RuleClause::Refines(_)
                | RuleClause::Message(_)
                | RuleClause::Help(_) => {}
            }
        }
    }

    fn test(&mut self, clause: &TestClause) {
        match clause {
            TestClause::Item(item) => self.item(item),
            TestClause::UseRules(rules) => self.use_rules(rules),
            TestClause::Expect { .. } | TestClause::ExpectNothing(_) => {}
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match &expression.kind {
            ExpressionKind::Number(number) => {
                if let Some(value) = number.value {
                    self.put(expression.span, Reading::Number(value));
                }
            }
            ExpressionKind::Pm => self.put(expression.span, Reading::Pm),
            ExpressionKind::Years(years) => self.years(years),
            ExpressionKind::Date(date) => self.put(expression.span, Reading::Date(*date)),
            ExpressionKind::Property { of, .. } | ExpressionKind::Is(of, _) | ExpressionKind::Has(of, _) => {
                self.expression(of);
            }
            ExpressionKind::Call { arguments, .. } => arguments.iter().for_each(|one| self.expression(one)),
            ExpressionKind::Unary(_, inner) => self.expression(inner),
            ExpressionKind::Binary(_, left, right) => [left, right].iter().for_each(|one| self.expression(one)),
            ExpressionKind::Aggregate { body, range, condition, .. } => {
                [body, range].into_iter().chain(condition).for_each(|one| self.expression(one));
            }
            ExpressionKind::Text(_) | ExpressionKind::Name(_) | ExpressionKind::All | ExpressionKind::Total => {}
        }
    }

    fn given(&mut self, given: &[Given]) {
        for one in given {
            one.years.iter().for_each(|years| self.years(years));
            self.amount(&one.amount);
        }
    }

    fn payers(&mut self, payers: &[Coverage]) {
        for payer in payers {
            payer.share.iter().for_each(|share| self.put(share.span, Reading::Number(share.value)));
            self.given(&payer.given);
        }
    }

    fn indexed(&mut self, indexed: &Indexation) {
        self.put(indexed.span, Reading::Number(indexed.rate));
        self.years(&indexed.from);
    }

    fn limit(&mut self, limit: &Limit) {
        self.amount(&limit.amount);
    }

    fn years(&mut self, years: &Years) {
        self.put(years.span, Reading::Years(years.range));
    }

    fn amount(&mut self, amount: &Amount) {
        match amount.value {
            AmountValue::Money(money) => self.put(amount.span, Reading::Money(money)),
            AmountValue::Pm => self.put(amount.span, Reading::Pm),
            AmountValue::None | AmountValue::Unreadable => {}
        }
    }
}
