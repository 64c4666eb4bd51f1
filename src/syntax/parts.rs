//! What a parsed statement consists of, gathered by kind, so that no part is ever read by its position alone.

use crate::codes;
use crate::diagnostic::Message;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Allow, Amount, AmountValue, Body, Certainty, Coverage, Expression, Given, How, Indexation, Limit, LimitPeriod,
    Name, Reference, Stage, Text, Years,
};
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::keyword;
use crate::syntax::number::Problem;
use crate::syntax::reader::Reader;
use crate::syntax::years::{self, DateProblem, YearProblem};
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
    pub(super) settings: Vec<(Name, Expression)>,
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
    fn push(&mut self, node: Node, span: Span) {
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
    fn part(&mut self, parts: &mut Parts, pair: Pair<'_>) {
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
    fn once(&mut self, given: bool, again: Option<Span>) {
        if let (true, Some(span)) = (given, again) {
            let finding = self.finding(&codes::PART_TWICE, span).with("found", self.slice(span));
            self.report(finding);
        }
    }

    pub(super) fn name(&mut self, pair: &Pair<'_>) -> Name {
        Name { span: self.span(pair) }
    }

    pub(super) fn string(&mut self, pair: &Pair<'_>) -> Text {
        let span = self.span(pair);
        let mut chars = pair.as_str().char_indices();
        while let Some((at, char)) = chars.next() {
            if char == '\\'
                && let Some((_, escaped)) = chars.next()
                && !matches!(escaped, '"' | '\\' | 'n')
            {
                let start = span.start + Span::new(at, at).start;
                let end = start + 1 + Span::new(escaped.len_utf8(), 0).start;
                let place = Span { start, end };
                let fix = self.replace("fix-replace", true, place, &format!("\\\\{escaped}"));
                let finding = self.finding(&codes::UNKNOWN_ESCAPE, place).with("found", self.slice(place)).fix(fix);
                self.report(finding);
            }
        }
        Text { span }
    }

    /// A keyword; one of the other language is reported and read as meant.
    pub(super) fn keyword(&mut self, pair: &Pair<'_>) -> Span {
        let span = self.span(pair);
        if let Some(word) = keyword::of(pair.as_rule())
            && !word.is(self.language, pair.as_str())
        {
            self.report_foreign(span, word.word(self.language));
        }
        span
    }

    pub(super) fn years(&mut self, pair: &Pair<'_>) -> Option<Years> {
        let span = self.span(pair);
        let read = years::years(pair.as_str())?;
        if let Some(problem) = read.problem {
            let written = pair.as_str();
            let finding = match problem {
                YearProblem::Reversed(right) => {
                    let fix = self.replace("fix-replace", false, span, &right);
                    self.finding(&codes::YEARS_REVERSED, span).with("found", written).with("right", right).fix(fix)
                }
                YearProblem::NotConsecutive => {
                    let right = crate::money::YearStyle::Split.label(read.range.first);
                    self.finding(&codes::YEARS_NOT_CONSECUTIVE, span).with("found", written).with("right", right)
                }
                YearProblem::Form(right) => {
                    let fix = self.replace("fix-replace", true, span, &right);
                    self.finding(&codes::YEARS_FORM, span).with("found", written).with("right", right).fix(fix)
                }
                YearProblem::Mixed => self.finding(&codes::YEARS_MIXED, span).with("found", written),
            };
            self.report(finding);
        }
        Some(Years { range: read.range, style: read.style, is_range: read.is_range, span })
    }

    pub(super) fn date(&mut self, pair: &Pair<'_>) -> Option<Date> {
        let span = self.span(pair);
        let (date, problem) = years::date(pair.as_str());
        match problem {
            None => {}
            Some(DateProblem::Form(right)) => {
                let fix = self.replace("fix-replace", true, span, &right);
                let finding =
                    self.finding(&codes::DATE_FORM, span).with("found", pair.as_str()).with("right", right).fix(fix);
                self.report(finding);
            }
            Some(DateProblem::Impossible) => {
                let finding = self.finding(&codes::DATE_IMPOSSIBLE, span).with("found", pair.as_str());
                self.report(finding);
            }
        }
        date
    }

    fn month_day(&mut self, pair: &Pair<'_>) -> Option<(u8, u8)> {
        let day = pair.as_str().split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        // A leap year, so that 29 February is a day.
        let exists = |&(month, day): &(i8, i8)| Date::new(2024, month, day).is_ok();
        match day.filter(exists).and_then(|(month, day)| Some((month.try_into().ok()?, day.try_into().ok()?))) {
            Some(day) => Some(day),
            None => {
                let finding = self.finding(&codes::DATE_IMPOSSIBLE, self.span(pair)).with("found", pair.as_str());
                self.report(finding);
                None
            }
        }
    }

    /// `until 2024` is read by some as through 2023 and by others as through 2024.
    fn until(&mut self, pair: Pair<'_>) {
        let span = self.span(&pair);
        let inner = self.parts(pair);
        let Some(years) = inner.years.first() else { return };
        let last = years.range.last;
        let word = keyword::of(Node::kw_through).map_or("", |word| word.word(self.language));
        let with = format!("{word} {}", years.style.label(last));
        let without = format!("{word} {}", years.style.label(last.previous()));
        let finding = self
            .finding(&codes::UNTIL_AMBIGUOUS, span)
            .with("found", self.slice(span))
            .with("with", with.as_str())
            .with("without", without.as_str())
            .fix(self.replace("fix-replace", false, span, &with))
            .fix(self.replace("fix-replace", false, span, &without));
        self.report(finding);
    }

    pub(super) fn amount(&mut self, pair: &Pair<'_>) -> Amount {
        let span = self.span(pair);
        self.amount_at(pair.as_str(), span, 1)
    }

    /// Reports why a figure cannot be read.
    pub(super) fn report_figure(&mut self, problem: Problem, written: &str, span: Span, fix_span: Span) {
        let kind = match &problem {
            Problem::Ambiguous(..) => &codes::AMOUNT_AMBIGUOUS,
            Problem::Notation(_) => &codes::AMOUNT_NOTATION,
            Problem::Decimals(_) => &codes::AMOUNT_DECIMALS,
            Problem::TooLarge => &codes::AMOUNT_TOO_LARGE,
            Problem::Unreadable => &codes::AMOUNT_UNREADABLE,
        };
        let finding = self.finding(kind, span).with("found", written);
        let finding = match problem {
            Problem::Ambiguous(first, second) => {
                let fixes = [&first, &second].map(|reading| self.replace("fix-replace", false, fix_span, reading));
                let finding = finding.with("first", first).with("second", second);
                fixes.into_iter().fold(finding, crate::diagnostic::Diagnostic::fix)
            }
            Problem::Notation(right) => {
                let fix = self.replace("fix-replace", true, fix_span, &right);
                finding.with("right", right).fix(fix)
            }
            Problem::Decimals(decimals) => {
                let count = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
                finding.with("decimals", count(decimals)).with("most", usize::from(self.minor_digits))
            }
            Problem::TooLarge => finding,
            Problem::Unreadable => finding.help(Message::new("amount-unreadable-help")),
        };
        self.report(finding);
    }

    fn given(&mut self, pair: Pair<'_>) -> Option<Given> {
        let span = self.span(&pair);
        let mut parts = Parts::default();
        let mut status = None;
        for inner in pair.into_inner() {
            if inner.as_rule() == Node::tranche_status {
                status = self.tranche_status(inner);
            } else {
                self.part(&mut parts, inner);
            }
        }
        if parts.unreadable {
            return None;
        }
        Some(Given { years: parts.years.first().copied(), amount: parts.amount?, how: parts.how, status, span })
    }

    fn tranche_status(&mut self, pair: Pair<'_>) -> Option<Spanned<Certainty>> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        parts.words.certainty().map(|value| Spanned { value, span })
    }

    fn percent(&mut self, pair: &Pair<'_>) -> Option<Spanned<Decimal>> {
        let span = self.span(pair);
        match crate::syntax::number::figure(pair.as_str(), self.language, crate::syntax::number::FREE_DECIMALS) {
            Ok(figure) => {
                let value = Decimal::try_from_i128_with_scale(figure.mantissa, figure.decimals.saturating_add(2)).ok();
                if value.is_none() {
                    self.report_figure(Problem::TooLarge, pair.as_str(), span, span);
                }
                value.map(|value| Spanned { value, span })
            }
            Err(problem) => {
                self.report_figure(problem, pair.as_str(), span, span);
                None
            }
        }
    }

    fn count(&mut self, pair: &Pair<'_>) -> Option<Spanned<i64>> {
        let span = self.span(pair);
        let written = pair.as_str().replace(['\u{2212}', '\u{2013}'], "-");
        match written.parse::<i64>().ok().filter(|count| count.unsigned_abs() <= 9999) {
            Some(value) => Some(Spanned { value, span }),
            None => {
                let finding = self.finding(&codes::COUNT_OUT_OF_RANGE, span).with("found", pair.as_str());
                self.report(finding);
                None
            }
        }
    }

    fn decider(&mut self, pair: Pair<'_>) -> Option<Body> {
        let parts = self.parts(pair);
        if parts.words.has(Node::kw_council) {
            Some(Body::Council)
        } else if parts.words.has(Node::kw_executive) {
            Some(Body::Executive)
        } else {
            parts.texts.first().copied().map(Body::Other)
        }
    }

    fn indexation(&mut self, pair: Pair<'_>) -> Option<Indexation> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        let usable = (!parts.unreadable).then_some(())?;
        let ((), rate, from) = (usable, parts.percent?.value, parts.years.first().copied()?);
        Some(Indexation { rate, from, span })
    }

    fn payer(&mut self, pair: Pair<'_>) -> Option<Coverage> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        if parts.unreadable {
            return None;
        }
        let payer = parts.names.first().copied()?;
        Some(Coverage { payer, share: parts.percent, given: parts.givens, span })
    }

    fn limit(&mut self, pair: Pair<'_>) -> Option<Limit> {
        let parts = self.parts(pair);
        let total = parts.words.has(Node::kw_total);
        let period = if total { LimitPeriod::Total } else { LimitPeriod::PerYear };
        parts.amount.map(|amount| Limit { amount, period })
    }

    fn stage(&mut self, pair: Pair<'_>) -> Option<Spanned<Stage>> {
        let span = self.span(&pair);
        let words = self.parts(pair).words;
        let known = [
            (Node::kw_planned, Stage::Planned),
            (Node::kw_expected, Stage::Expected),
            (Node::kw_obligated, Stage::Obligated),
            (Node::kw_actual, Stage::Actual),
        ];
        known.into_iter().find(|(word, _)| words.has(*word)).map(|(_, value)| Spanned { value, span })
    }

    /// The stage at the end of a call.
    pub(super) fn stage_of(&mut self, pair: Pair<'_>) -> Option<Spanned<Stage>> {
        self.stage(pair)
    }

    fn reference(&mut self, pair: Pair<'_>) -> Option<Reference> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        let document = parts.names.first().copied()?;
        Some(Reference { document, at: parts.texts.first().copied(), span })
    }

    fn kind(&mut self, pair: Pair<'_>) -> Option<Spanned<Node>> {
        let inner = pair.into_inner().next()?;
        let span = self.keyword(&inner);
        Some(Spanned { value: inner.as_rule(), span })
    }

    fn setting(&mut self, pair: Pair<'_>) -> Option<(Name, Expression)> {
        let mut parts = self.parts(pair);
        if parts.unreadable {
            return None;
        }
        Some((parts.names.first().copied()?, parts.expressions.pop()?))
    }

    fn allow(&mut self, pair: Pair<'_>) -> Option<Allow> {
        let span = self.span(&pair);
        let mut allow = AllowParts::default();
        for inner in pair.into_inner() {
            let node = inner.as_rule();
            let part_span = self.span(&inner);
            if matches!(node, Node::kw_allow) {
                self.keyword(&inner);
                continue;
            }
            if node == Node::finding_code {
                allow.code = Some(Name { span: part_span });
                continue;
            }
            let parts = self.parts(inner);
            if parts.unreadable {
                return None;
            }
            let (name, text) = (parts.names.first().copied(), parts.texts.first().copied());
            let twice = match node {
                Node::allow_on => std::mem::replace(&mut allow.on, name).is_some(),
                Node::allow_scenario => std::mem::replace(&mut allow.scenario, name).is_some(),
                Node::because => std::mem::replace(&mut allow.because, text).is_some(),
                Node::allow_by => std::mem::replace(&mut allow.by, text).is_some(),
                _ => std::mem::replace(&mut allow.until, parts.date).is_some(),
            };
            self.once(twice, Some(part_span));
        }
        let Some(because) = allow.because else {
            let finding = self.finding(&codes::ALLOW_WITHOUT_REASON, span);
            self.report(finding.help(Message::new("form-allow")));
            return None;
        };
        let AllowParts { code, on, scenario, by, until, .. } = allow;
        Some(Allow { code: code?, on, scenario, because, by, until, span })
    }
}

#[derive(Default)]
struct AllowParts {
    code: Option<Name>,
    on: Option<Name>,
    scenario: Option<Name>,
    because: Option<Text>,
    by: Option<Text>,
    until: Option<Date>,
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

impl Reader<'_> {
    /// Reads an amount; `factor` is the unit of a table.
    pub(super) fn amount_at(&mut self, written: &str, span: Span, factor: i64) -> Amount {
        let none = Amount { value: AmountValue::None, about: false, step: crate::money::Money::ZERO, span };
        let (bare, about) = crate::syntax::number::about(written);
        if crate::syntax::number::is_pm(bare) {
            self.check_tbc(bare, span);
            return Amount { value: AmountValue::Pm, about, ..none };
        }
        if bare.chars().all(crate::syntax::number::is_minus) && !bare.is_empty() {
            return none;
        }
        self.check_words(written, span);
        // In thousands an amount may have more decimals, as long as the cents are whole.
        let most = if factor > 1 { crate::syntax::number::FREE_DECIMALS } else { u32::from(self.minor_digits) };
        let read = crate::syntax::number::figure(written, self.language, most)
            .and_then(|figure| figure.money(self.minor_digits, factor).map(|money| (figure, money)));
        match read {
            Ok((figure, money)) => {
                let step = figure.step(self.minor_digits);
                Amount { value: AmountValue::Money(money), about: figure.about, step, span }
            }
            Err(problem) => {
                self.report_figure(problem, written, span, span);
                Amount { value: AmountValue::Unreadable, ..none }
            }
        }
    }

    /// `tbc` is English alone.
    fn check_tbc(&mut self, written: &str, span: Span) {
        if self.language == crate::syntax::ast::Language::Dutch && written.eq_ignore_ascii_case("tbc") {
            self.report_foreign(span, "pm");
        }
    }

    /// Words inside an amount (`about`, `thousand`) must be of the file's language.
    pub(super) fn check_words(&mut self, written: &str, span: Span) {
        if !written.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return;
        }
        for node in [Node::kw_about, Node::kw_thousand, Node::kw_million, Node::kw_billion] {
            let Some(word) = keyword::of(node) else { continue };
            let other = match self.language {
                crate::syntax::ast::Language::English => word.dutch,
                crate::syntax::ast::Language::Dutch => word.english,
            };
            for foreign in other.iter().filter(|foreign| !word.is(self.language, foreign)) {
                let small = written.to_ascii_lowercase();
                if let Some(at) = small.find(foreign)
                    && written.as_bytes().get(at + foreign.len()).is_none_or(|byte| !byte.is_ascii_alphabetic())
                    && at
                        .checked_sub(1)
                        .and_then(|at| written.as_bytes().get(at))
                        .is_none_or(|byte| !byte.is_ascii_alphabetic())
                {
                    let start = span.start + Span::new(at, at).start;
                    let end = start + Span::new(foreign.len(), 0).start;
                    self.report_foreign(Span { start, end }, word.word(self.language));
                    return;
                }
            }
        }
    }
}
