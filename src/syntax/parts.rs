//! What a parsed statement consists of, gathered by kind, so that no part is ever read by its position alone.

use crate::codes;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Allow, Amount, Body, Certainty, Coverage, Expression, Given, How, Indexation, Limit, Name, Reference, Stage, Text,
    Years,
};
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::keyword;
use crate::syntax::reader::Reader;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The parts of one statement, in the order of the text within each kind.
#[derive(Default)]
pub(super) struct Parts {
    /// Keywords, the first of the statement included.
    pub(super) words: Words,
    pub(super) names: Vec<Name>,
    pub(super) texts: Vec<Text>,
    pub(super) years: Vec<Years>,
    /// Years after `through`.
    pub(super) through: Option<Years>,
    pub(super) date: Option<Date>,
    pub(super) month_day: Option<(u8, u8)>,
    pub(super) amount: Option<Amount>,
    pub(super) givens: Vec<Given>,
    pub(super) how: Option<Spanned<How>>,
    pub(super) percent: Option<Spanned<Decimal>>,
    pub(super) count: Option<Spanned<i64>>,
    pub(super) task_field: Option<Span>,
    pub(super) body: Option<Body>,
    pub(super) indexation: Option<Indexation>,
    pub(super) payers: Vec<Coverage>,
    pub(super) limit: Option<Limit>,
    pub(super) stage: Option<Spanned<Stage>>,
    pub(super) reference: Option<Reference>,
    pub(super) expressions: Vec<Expression>,
    pub(super) allow: Option<Allow>,
    pub(super) code: Option<Name>,
    pub(super) pack: Option<Span>,
    pub(super) settings: Vec<(Name, Vec<Expression>)>,
    pub(super) factor: Option<Span>,
    pub(super) rounded: Option<Amount>,
    /// Names in a row label or column head: a name, a text or years.
    pub(super) labels: Vec<Label>,
    pub(super) kind: Option<Spanned<Node>>,
    /// Something in it could not be read, so that the statement means nothing; it has been reported.
    pub(super) unreadable: bool,
}

/// What a row or column of a table is called.
#[derive(Clone, Copy, Debug)]
pub(super) enum Label {
    Name(Name),
    Text(Text),
    Years(Years),
}

/// The keywords of a statement: the first few, which are all that ever matter.
#[derive(Default)]
pub(super) struct Words {
    words: [Option<(Node, Span)>; 6],
}

impl Words {
    pub(super) fn push(&mut self, node: Node, span: Span) {
        if let Some(free) = self.words.iter_mut().find(|slot| slot.is_none()) {
            *free = Some((node, span));
        }
    }

    pub(super) fn has(&self, node: Node) -> bool {
        self.span(node).is_some()
    }

    pub(super) fn span(&self, node: Node) -> Option<Span> {
        self.words.iter().flatten().find(|(word, _)| *word == node).map(|(_, span)| *span)
    }
}

impl Reader<'_> {
    /// Gathers the parts of a statement.
    pub(super) fn parts(&mut self, statement: Pair<'_>) -> Parts {
        let mut parts = Parts::default();
        for pair in statement.into_inner() {
            self.part(&mut parts, pair);
        }
        parts
    }

    #[allow(clippy::too_many_lines, reason = "one line for each part of the language")]
    pub(super) fn part(&mut self, parts: &mut Parts, pair: Pair<'_>) {
        match pair.as_rule() {
            Node::name => parts.names.push(self.name(&pair)),
            Node::text => parts.texts.push(self.string(&pair)),
            Node::years => match self.years(&pair) {
                Some(years) if parts.words.has(Node::kw_through) => parts.through = Some(years),
                Some(years) => parts.years.push(years),
                None => parts.unreadable = true,
            },
            Node::date => match self.date(&pair) {
                Some(date) => parts.date = Some(date),
                None => parts.unreadable = true,
            },
            Node::month_day => match self.month_day(&pair) {
                Some(day) => parts.month_day = Some(day),
                None => parts.unreadable = true,
            },
            Node::until => {
                self.until(pair);
                parts.unreadable = true;
            }
            Node::amount => parts.amount = Some(self.amount(&pair)),
            Node::given | Node::bare => match self.given(pair) {
                Some(given) => parts.givens.push(given),
                None => parts.unreadable = true,
            },
            Node::kw_per_year | Node::kw_each | Node::kw_total => {
                let span = self.keyword(&pair);
                let value = if pair.as_rule() == Node::kw_total { How::Total } else { How::Each };
                parts.how = Some(Spanned { value, span });
                parts.words.push(pair.as_rule(), span);
            }
            Node::percent => match self.percent(&pair) {
                Some(percent) => parts.percent = Some(percent),
                None => parts.unreadable = true,
            },
            Node::count => match self.count(&pair) {
                Some(count) => parts.count = Some(count),
                None => parts.unreadable = true,
            },
            Node::task_field => match self.task_field(&pair) {
                Some(span) => parts.task_field = Some(span),
                None => parts.unreadable = true,
            },
            Node::body => parts.body = self.decider(pair),
            Node::indexation => match self.indexation(pair) {
                Some(indexation) => parts.indexation = Some(indexation),
                None => parts.unreadable = true,
            },
            Node::payer => match self.payer(pair) {
                Some(payer) => parts.payers.push(payer),
                None => parts.unreadable = true,
            },
            Node::limit => parts.limit = self.limit(pair),
            Node::stage => {
                let stage = self.stage(pair);
                self.once(parts.stage.is_some(), stage.map(|stage| stage.span));
                parts.stage = parts.stage.or(stage);
            }
            Node::reference => {
                let reference = self.reference(pair);
                self.once(parts.reference.is_some(), reference.map(|reference| reference.span));
                parts.reference = parts.reference.or(reference);
            }
            Node::expression | Node::call => match self.expression(pair) {
                Some(expression) => parts.expressions.push(expression),
                None => parts.unreadable = true,
            },
            Node::allow => match self.allow(pair) {
                Some(allow) => parts.allow = Some(allow),
                None => parts.unreadable = true,
            },
            Node::finding_code => parts.code = Some(Name { span: self.span(&pair) }),
            Node::pack_name => parts.pack = Some(self.span(&pair)),
            Node::setting | Node::rule_range => match self.setting(pair) {
                Some(setting) => parts.settings.push(setting),
                None => parts.unreadable = true,
            },
            Node::factor => {
                let span = self.span(&pair);
                self.once(parts.factor.is_some(), Some(span));
                parts.factor = parts.factor.or(Some(span));
            }
            Node::rounded => {
                let inner = self.parts(pair);
                self.once(parts.rounded.is_some(), inner.amount.map(|amount| amount.span));
                parts.rounded = parts.rounded.or(inner.amount);
            }
            Node::row_name => {
                let inner = self.parts(pair);
                parts.unreadable |= inner.unreadable;
                let name = inner.names.first().copied().map(Label::Name);
                let text = inner.texts.first().copied().map(Label::Text);
                let years = inner.years.first().copied().map(Label::Years);
                parts.labels.extend(name.or(text).or(years));
            }
            Node::table_kind | Node::course_kind => parts.kind = self.kind(pair),
            Node::EOI | Node::colon | Node::comma | Node::equals | Node::open | Node::close => {}
            node if keyword::of(node).is_some() => {
                let span = self.keyword(&pair);
                parts.words.push(node, span);
            }
            // Whole statements, and what only stands inside the parts above.
            _ => {}
        }
    }

    /// Reports a part that is given a second time.
    pub(super) fn once(&mut self, given: bool, again: Option<Span>) {
        if let (true, Some(span)) = (given, again) {
            let finding = self.finding(&codes::PART_TWICE, span).with("found", self.slice(span));
            self.report(finding);
        }
    }
}

impl Words {
    /// How certain income is.
    pub(super) fn certainty(&self) -> Option<Certainty> {
        if self.has(Node::kw_granted) {
            Some(Certainty::Granted)
        } else if self.has(Node::kw_expected) {
            Some(Certainty::Expected)
        } else {
            None
        }
    }
}
