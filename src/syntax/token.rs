//! The smallest parts of statements: names, texts, years, dates, amounts, counts, each read or reported.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::money::{Money, YearStyle};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Amount, AmountValue, Language, Name, Text, Years};
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::keyword;
use crate::syntax::number::{self, FREE_DECIMALS, Problem};
use crate::syntax::reader::{Reader, holds_bad_byte};
use crate::syntax::slip;
use crate::syntax::years::{self, DateProblem, YearProblem};
use jiff::civil::Date;
use rust_decimal::Decimal;

impl Reader<'_> {
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
                    let right = YearStyle::Split.label(read.range.first);
                    self.finding(&codes::YEARS_NOT_CONSECUTIVE, span).with("found", written).with("right", right)
                }
                YearProblem::Form(right) => {
                    let fix = self.replace("fix-replace", true, span, &right);
                    self.finding(&codes::YEARS_FORM, span).with("found", written).with("right", right).fix(fix)
                }
                YearProblem::Mixed => self.finding(&codes::YEARS_MIXED, span).with("found", written),
                YearProblem::Ambiguous(first, second) => {
                    let fixes = [&first, &second].map(|reading| self.replace("fix-replace", false, span, reading));
                    let finding = self.written_wrong("years-ambiguous", span).with("found", written);
                    let finding = finding.with("first", first).with("second", second);
                    fixes.into_iter().fold(finding, Diagnostic::fix)
                }
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
            Some(DateProblem::Ambiguous(first, second)) => {
                let fixes = [&first, &second].map(|reading| self.replace("fix-replace", false, span, reading));
                let finding = self.written_wrong("date-ambiguous", span).with("found", pair.as_str());
                let finding = finding.with("first", first).with("second", second);
                self.report(fixes.into_iter().fold(finding, Diagnostic::fix));
            }
            Some(DateProblem::Impossible) => {
                let finding = self.finding(&codes::DATE_IMPOSSIBLE, span).with("found", pair.as_str());
                self.report(finding);
            }
        }
        date
    }

    pub(super) fn month_day(&mut self, pair: &Pair<'_>) -> Option<(u8, u8)> {
        let day = pair.as_str().split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        // A leap year, so that 29 February is a day.
        let exists = |&(month, day): &(i8, i8)| Date::new(2024, month, day).is_ok();
        let day = day.filter(exists).and_then(|(month, day)| Some((month.try_into().ok()?, day.try_into().ok()?)));
        if day.is_none() {
            let finding = self.finding(&codes::DATE_IMPOSSIBLE, self.span(pair)).with("found", pair.as_str());
            self.report(finding);
        }
        day
    }

    /// `until 2024` is read by some as through 2023 and by others as through 2024.
    pub(super) fn until(&mut self, pair: Pair<'_>) {
        let span = self.span(&pair);
        let inner = self.parts(pair);
        let Some(years) = inner.years.last() else { return };
        let last = years.range.last;
        let word = keyword::of(Node::kw_through).map_or("", |word| word.word(self.language));
        let before = match inner.years.as_slice() {
            [first, _] => format!("{}..", first.style.label(first.range.first)),
            _ => format!("{word} "),
        };
        let with = format!("{before}{}", years.style.label(last));
        let without = format!("{before}{}", years.style.label(last.previous()));
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
                fixes.into_iter().fold(finding, Diagnostic::fix)
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

    pub(super) fn percent(&mut self, pair: &Pair<'_>) -> Option<Spanned<Decimal>> {
        let span = self.span(pair);
        match number::figure(pair.as_str(), self.language, FREE_DECIMALS) {
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

    /// A task field: digits, a full stop, digits, perhaps a small letter.
    pub(super) fn task_field(&mut self, pair: &Pair<'_>) -> Option<Span> {
        let span = self.span(pair);
        let written = pair.as_str();
        if is_task_field(written) {
            return Some(span);
        }
        let finding = self.finding(&codes::TASK_FIELD_FORM, span).with("found", written);
        let right = written.replace(',', ".").to_ascii_lowercase();
        if !is_task_field(&right) {
            self.report(finding);
            return None;
        }
        let fix = self.replace("fix-replace", true, span, &right);
        self.report(finding.fix(fix));
        Some(span)
    }

    pub(super) fn count(&mut self, pair: &Pair<'_>) -> Option<Spanned<i64>> {
        let span = self.span(pair);
        let written = pair.as_str().replace(['\u{2212}', '\u{2013}'], "-");
        let count = written.parse::<i64>().ok().filter(|count| count.unsigned_abs() <= 9999);
        if count.is_none() {
            let finding = self.finding(&codes::COUNT_OUT_OF_RANGE, span).with("found", pair.as_str());
            self.report(finding);
        }
        count.map(|value| Spanned { value, span })
    }

    /// Reads an amount; `factor` is the unit of a table.
    pub(super) fn amount_at(&mut self, written: &str, span: Span, factor: i64) -> Amount {
        let none = Amount { value: AmountValue::None, about: false, step: Money::ZERO, span };
        let (bare, about) = number::about(written);
        if number::is_pm(bare) {
            self.check_tbc(bare, span);
            return Amount { value: AmountValue::Pm, about, ..none };
        }
        if bare.chars().all(number::is_minus) && !bare.is_empty() {
            return none;
        }
        // In thousands an amount may have more decimals, as long as the cents are whole.
        let most = if factor > 1 { FREE_DECIMALS } else { u32::from(self.minor_digits) };
        let read = number::figure(written, self.language, most)
            .and_then(|figure| if figure.percent { Err(Problem::Unreadable) } else { Ok(figure) })
            .and_then(|figure| figure.money(self.minor_digits, factor).map(|money| (figure, money)));
        match read {
            Ok((figure, money)) => {
                self.check_words(written, span);
                let step = figure.step(self.minor_digits);
                Amount { value: AmountValue::Money(money), about: figure.about, step, span }
            }
            Err(problem) => {
                let offered = problem == Problem::Unreadable && self.report_slip(written, span);
                if !offered && !holds_bad_byte(written) {
                    self.report_figure(problem, written, span, span);
                }
                Amount { value: AmountValue::Unreadable, ..none }
            }
        }
    }

    /// Reports what stands where an amount belongs and is no amount, but says clearly what is meant.
    fn report_slip(&mut self, written: &str, span: Span) -> bool {
        if let Some(finding) = self.slip_finding(written, span) {
            self.report(finding);
            return true;
        }
        self.report_invisible(span)
    }

    pub(super) fn slip_finding(&self, written: &str, span: Span) -> Option<Diagnostic> {
        let read = number::figure(written, self.language, FREE_DECIMALS);
        if read.is_ok_and(|figure| figure.percent) {
            let finding = self.finding(&codes::AMOUNT_UNREADABLE, span);
            let message = Message::new("amount-is-percent").with("found", written);
            return Some(Diagnostic { message, ..finding });
        }
        let (right, safe) = slip::meant(written, self.language)?;
        let fix = self.replace("fix-replace", safe, span, &right);
        Some(self.finding(&codes::AMOUNT_NOTATION, span).with("found", written).with("right", right).fix(fix))
    }

    /// `tbc` is English alone.
    fn check_tbc(&mut self, written: &str, span: Span) {
        if self.language == Language::Dutch && written.eq_ignore_ascii_case("tbc") {
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
                Language::English => word.dutch,
                Language::Dutch => word.english,
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

fn is_task_field(written: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((main, field)) = written.split_once('.') else { return false };
    digits(main) && digits(field.strip_suffix(|char: char| char.is_ascii_lowercase()).unwrap_or(field))
}
