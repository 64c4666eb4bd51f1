//! Operands and operators in, an expression ordered by precedence out.

use crate::codes;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Aggregate, Binary, Expression, ExpressionKind, Language, Measure, Name, Number, Unary};
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::keyword;
use crate::syntax::layout::DEEPEST;
use crate::syntax::number::{self, Problem};
use crate::syntax::reader::Reader;
use rust_decimal::Decimal;
use std::iter::Peekable;

/// Most operators in one expression, so that what walks the tree never goes deeper.
const MOST_OPERATORS: usize = 1_000;

type Tokens<'t> = Peekable<pest::iterators::Pairs<'t, Node>>;

impl Reader<'_> {
    /// Reads an expression, or a call alone; `None` where something in it has been reported.
    pub(super) fn expression(&mut self, pair: Pair<'_>) -> Option<Expression> {
        if pair.as_rule() == Node::call {
            return self.call(pair);
        }
        let span = self.span(&pair);
        let tokens = pair.into_inner();
        if tokens.len() > 2 * MOST_OPERATORS {
            let finding = self.finding(&codes::TOO_LONG, span).with("limit", MOST_OPERATORS);
            self.report(finding);
            return None;
        }
        self.climb(&mut tokens.peekable(), 0)
    }

    /// Reads the whole text as one expression.
    pub(super) fn alone(&mut self, whole: Span) -> Option<Expression> {
        if let Some(deepest) = too_deep(self.text.get(whole.range())?) {
            let deepest = Span { start: whole.start + deepest.start, end: whole.start + deepest.end };
            let finding = self.finding(&codes::TOO_DEEP, deepest).with("limit", DEEPEST);
            self.report(finding);
            return None;
        }
        self.parse(Node::alone, whole)?.expressions.pop()
    }

    /// Reads operands and operators that bind at least as strongly as `least`.
    fn climb(&mut self, tokens: &mut Tokens<'_>, least: u8) -> Option<Expression> {
        let mut left = self.operand(tokens)?;
        while let Some((binary, strength)) = tokens.peek().and_then(|token| operator(token.as_rule())) {
            if strength < least {
                break;
            }
            let token = tokens.next()?;
            let span = self.keyword(&token);
            self.check_spacing(binary, span);
            let right = self.climb(tokens, strength + 1)?;
            let chained = |side: &Expression| matches!(&side.kind, ExpressionKind::Binary(inner, ..) if inner.value.is_comparison());
            if binary.is_comparison() && chained(&left) && !self.slice(left.span).ends_with(')') {
                let finding = self.finding(&codes::COMPARISON_CHAIN, span).with("operator", self.slice(span));
                self.report(finding.help(crate::diagnostic::Message::new("comparison-chain-help")));
                return None;
            }
            let whole = left.span.to(right.span);
            let operator = Spanned { value: binary, span };
            left = Expression { kind: ExpressionKind::Binary(operator, Box::new(left), Box::new(right)), span: whole };
        }
        Some(left)
    }

    /// `-` and `/` have white space around them, since `a-b` is one name and `2022/23` one year.
    fn check_spacing(&mut self, binary: Binary, span: crate::source::Span) {
        if !matches!(binary, Binary::Minus | Binary::Divide) {
            return;
        }
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        if !before.ends_with(|char: char| char.is_whitespace() || char == ')') {
            let sign = self.slice(span);
            let fix = self.replace("fix-replace", true, span, &format!(" {sign}"));
            let finding = self.finding(&codes::OPERATOR_SPACING, span).with("operator", sign).fix(fix);
            self.report(finding);
        }
    }

    fn operand(&mut self, tokens: &mut Tokens<'_>) -> Option<Expression> {
        let mut signs = Vec::new();
        while let Some(token) = tokens.next_if(|token| matches!(token.as_rule(), Node::negative | Node::kw_not)) {
            let span = self.keyword(&token);
            let unary = if token.as_rule() == Node::negative { Unary::Minus } else { Unary::Not };
            signs.push((unary, span));
        }
        let token = tokens.next()?;
        let mut value = self.value(token)?;
        while let Some(token) = tokens.next_if(|token| matches!(token.as_rule(), Node::property | Node::is | Node::has))
        {
            let node = token.as_rule();
            let span = value.span.to(self.span(&token));
            let name = self.parts(token).names.first().copied()?;
            let of = Box::new(value);
            let kind = match node {
                Node::property => ExpressionKind::Property { of, name },
                Node::is => ExpressionKind::Is(of, name),
                _ => ExpressionKind::Has(of, name),
            };
            value = Expression { kind, span };
        }
        for (unary, span) in signs.into_iter().rev() {
            let span = span.to(value.span);
            value = Expression { kind: ExpressionKind::Unary(unary, Box::new(value)), span };
        }
        Some(value)
    }

    fn value(&mut self, token: Pair<'_>) -> Option<Expression> {
        let span = self.span(&token);
        let kind = match token.as_rule() {
            Node::number => ExpressionKind::Number(self.number(&token)),
            Node::year_range => ExpressionKind::Years(self.years(&token)?),
            Node::date => ExpressionKind::Date(self.date(&token)?),
            Node::until => {
                self.until(token);
                return None;
            }
            Node::text => ExpressionKind::Text(self.string(&token)),
            Node::name => ExpressionKind::Name(Name { span }),
            Node::call => return self.call(token),
            Node::kw_pm => {
                self.keyword(&token);
                ExpressionKind::Pm
            }
            Node::kw_all => {
                self.keyword(&token);
                ExpressionKind::All
            }
            Node::kw_total => {
                self.keyword(&token);
                ExpressionKind::Total
            }
            // A group: parentheses leave no trace but the order, and their span.
            _ => {
                let inner = self.parts(token).expressions.pop()?;
                return Some(Expression { kind: inner.kind, span });
            }
        };
        Some(Expression { kind, span })
    }

    fn number(&mut self, token: &Pair<'_>) -> Number {
        let span = self.span(token);
        let written = token.as_str();
        let read = match number::figure(written, self.language, u32::from(self.minor_digits)) {
            Err(Problem::Decimals(_)) => number::figure(written, self.language, number::FREE_DECIMALS),
            read => read,
        };
        let unreadable = Number {
            value: None,
            percent: false,
            currency: false,
            about: false,
            step: crate::money::Money::ZERO,
            plain_year: false,
        };
        match read {
            Ok(figure) => {
                self.check_words(written, span);
                let scale = figure.decimals.saturating_add(if figure.percent { 2 } else { 0 });
                Number {
                    value: Decimal::try_from_i128_with_scale(figure.mantissa, scale).ok(),
                    percent: figure.percent,
                    currency: figure.currency,
                    about: figure.about,
                    step: figure.step(self.minor_digits),
                    plain_year: figure.plain_year,
                }
            }
            Err(problem) => {
                self.report_figure(problem, written, span, span);
                unreadable
            }
        }
    }

    fn call(&mut self, token: Pair<'_>) -> Option<Expression> {
        let span = self.span(&token);
        let (mut function, mut arguments, mut stage, mut range) = (None, Vec::new(), None, None);
        for inner in token.into_inner() {
            match inner.as_rule() {
                Node::name => function = Some(Name { span: self.span(&inner) }),
                Node::expression => arguments.push(self.expression(inner)?),
                Node::each_in | Node::ranged => range = Some(self.range(inner)?),
                Node::stage => stage = self.stage(inner),
                _ => {}
            }
        }
        let function = function?;
        if let Some(range) = range {
            return self.aggregate(function, arguments.pop(), range, span);
        }
        let measure = self.measure(function);
        Some(Expression { kind: ExpressionKind::Call { function, measure, arguments, stage }, span })
    }

    /// `for g in goals where C`: the variable, what it ranges over, the condition.
    fn range(&mut self, pair: Pair<'_>) -> Option<(Name, Expression, Option<Expression>)> {
        let (mut variable, mut range, mut condition) = (None, None, None);
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Node::name => variable = Some(Name { span: self.span(&inner) }),
                Node::expression => range = Some(self.expression(inner)?),
                Node::condition => {
                    let parts = self.parts(inner);
                    if parts.unreadable {
                        return None;
                    }
                    condition = parts.expressions.into_iter().next();
                }
                Node::kw_for | Node::kw_in => drop(self.keyword(&inner)),
                _ => {}
            }
        }
        Some((variable?, range?, condition))
    }

    fn aggregate(
        &mut self,
        function: Name,
        body: Option<Expression>,
        (variable, range, condition): (Name, Expression, Option<Expression>),
        span: crate::source::Span,
    ) -> Option<Expression> {
        let known = [
            (Node::kw_sum, Aggregate::Sum),
            (Node::kw_min, Aggregate::Min),
            (Node::kw_max, Aggregate::Max),
            (Node::kw_count, Aggregate::Count),
            (Node::kw_all, Aggregate::All),
            (Node::kw_any, Aggregate::Any),
            (Node::kw_list, Aggregate::List),
        ];
        let how = self.known_word(function, &known);
        let variable_alone = Expression { kind: ExpressionKind::Name(variable), span: variable.span };
        let (Some(how), Some(body)) = (how, body.or((how == Some(Aggregate::Count)).then_some(variable_alone))) else {
            let finding = self.finding(&codes::AGGREGATE_FORM, span).with("function", self.slice(function.span));
            self.report(finding.help(crate::diagnostic::Message::new("aggregate-form-help")));
            return None;
        };
        let (body, range, condition) = (Box::new(body), Box::new(range), condition.map(Box::new));
        Some(Expression { kind: ExpressionKind::Aggregate { how, body, variable, range, condition }, span })
    }

    /// The measure that the word before a parenthesis names.
    fn measure(&mut self, function: Name) -> Option<Measure> {
        self.known_word(
            function,
            &[
                (Node::kw_income, Measure::Income),
                (Node::kw_cost, Measure::Cost),
                (Node::kw_budget, Measure::Budget),
                (Node::kw_coverage, Measure::Coverage),
                (Node::kw_covered, Measure::Covered),
                (Node::kw_balance, Measure::Balance),
                (Node::kw_opening, Measure::Opening),
                (Node::kw_addition, Measure::Addition),
                (Node::kw_withdrawal, Measure::Withdrawal),
                (Node::kw_movement, Measure::Movement),
                (Node::kw_available, Measure::Available),
                (Node::kw_unspent, Measure::Unspent),
                (Node::kw_lapsed, Measure::Lapsed),
                (Node::kw_paid, Measure::Paid),
                (Node::kw_figures, Measure::Figures),
            ],
        )
    }

    /// What a word means, in the file's language or, with a finding, in the other.
    fn known_word<T: Copy>(&mut self, word: Name, known: &[(Node, T)]) -> Option<T> {
        let written = self.slice(word.span);
        let other = match self.language {
            Language::English => Language::Dutch,
            Language::Dutch => Language::English,
        };
        let find = |language| {
            let mut words = known.iter().filter_map(|(node, value)| Some((keyword::of(*node)?, *value)));
            words.find(|(keyword, _)| keyword.is(language, written))
        };
        if let Some((_, value)) = find(self.language) {
            return Some(value);
        }
        let (keyword, value) = find(other)?;
        self.report_foreign(word.span, keyword.word(self.language));
        Some(value)
    }
}

/// The parenthesis that opens deeper than pok reads, where there is one.
pub(super) fn too_deep(text: &str) -> Option<Span> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(Span::new(at, at + 1));
        }
    }
    None
}

/// An operator and how strongly it binds.
fn operator(node: Node) -> Option<(Binary, u8)> {
    let found = match node {
        Node::kw_or => (Binary::Or, 0),
        Node::kw_and => (Binary::And, 1),
        Node::equals => (Binary::Equal, 2),
        Node::not_equal => (Binary::NotEqual, 2),
        Node::less => (Binary::Less, 2),
        Node::at_most => (Binary::AtMost, 2),
        Node::greater => (Binary::Greater, 2),
        Node::at_least => (Binary::AtLeast, 2),
        Node::plus => (Binary::Plus, 3),
        Node::minus => (Binary::Minus, 3),
        Node::times => (Binary::Times, 4),
        Node::divide => (Binary::Divide, 4),
        _ => return None,
    };
    Some(found)
}
