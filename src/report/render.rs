//! Messages and values -> sentences in the reader's language and notation.

use super::visible::{shortened, visible};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Message, Piece, Severity, Told, Value};
use crate::money::{self, Money, YearRange, YearStyle};
use crate::syntax::ast::Language;
use fluent_bundle::{FluentArgs, FluentValue};
use iso_currency::Currency;
use rust_decimal::Decimal;

/// Longest text from a plan that a sentence shows whole, in characters.
const LONGEST_TEXT: usize = 80;
/// Most terms of a sum, and most values of a list, that are shown.
const MOST_TERMS: usize = 8;

/// Signs that are told at once; other currencies are shown by their code.
const KNOWN_SIGNS: &[&str] = &["€", "$", "£", "¥", "₹", "₩", "₺", "zł", "kr"];

/// How a plan writes its amounts and years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// Its currency.
    pub currency: Currency,
    /// Its years.
    pub years: YearStyle,
}

impl Default for Notation {
    fn default() -> Self {
        Self { currency: Currency::EUR, years: YearStyle::Calendar }
    }
}

impl Notation {
    /// Digits after the decimal sign: 2 for the euro, 0 for the yen.
    pub fn minor_digits(self) -> usize {
        self.currency.exponent().map_or(2, usize::from)
    }
}

/// Writes messages for one reader about one plan.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    words: &'a Words,
    notation: Notation,
}

impl<'a> Renderer<'a> {
    /// A renderer in the language of the words, for a plan with that notation.
    pub fn new(words: &'a Words, notation: Notation) -> Self {
        Self { words, notation }
    }

    /// The reader's language.
    pub fn language(&self) -> Language {
        self.words.language
    }

    /// How the plan writes its amounts and years.
    pub fn notation(&self) -> Notation {
        self.notation
    }

    /// The message as a sentence. One that `locales/` lacks is shown by its name and its values.
    pub fn message(&self, message: &Message) -> String {
        let mut values = FluentArgs::with_capacity(message.values.len());
        for (name, value) in &message.values {
            values.set(*name, self.argument(value));
        }
        self.words.sentence(message.name, &values).unwrap_or_else(|| {
            let shown = message.values.iter().map(|(name, value)| format!("{name}: {}", self.value(value)));
            std::iter::once(message.name.to_owned()).chain(shown).collect::<Vec<_>>().join(", ")
        })
    }

    /// The sentence of a finding, with the scenario that it is about.
    pub fn finding(&self, finding: &Diagnostic) -> String {
        let sentence = self.message(&finding.message);
        match &finding.scenario {
            None => sentence,
            Some(name) => {
                let name = name.as_str();
                self.message(&Message::new("in-scenario").with("name", name).with("sentence", finding.message.clone()))
            }
        }
    }

    /// The word for a level: `error`, `fout`.
    pub fn level(&self, severity: Severity) -> String {
        self.words.plain(match severity {
            Severity::Error => "level-error",
            Severity::Warning => "level-warning",
            Severity::Note => "level-note",
        })
    }

    /// A sentence of `locales/` without values.
    pub fn plain(&self, name: &str) -> String {
        self.words.plain(name)
    }

    /// The same; `None` where `locales/` has none of that name.
    pub fn find(&self, name: &str) -> Option<String> {
        self.words.find(name)
    }

    fn argument(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Number(count) => FluentValue::from(*count),
            _ => FluentValue::from(self.value(value)),
        }
    }

    /// A value in the reader's notation.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Money(money) => self.money(*money),
            Value::Figure(money) => self.figure(*money),
            Value::Sum(terms) => self.sum(terms),
            Value::Text(text) => visible(&shortened(text, LONGEST_TEXT)),
            Value::Statement(text) => visible(text),
            Value::Number(count) => grouped(&count.to_string(), self.thousands()),
            Value::Year(year) => self.notation.years.label(*year),
            Value::Years(years) => self.years(*years),
            Value::Date(date) => date.to_string(),
            Value::Decimal(number) => self.decimal(*number),
            Value::Percent(percent) => format!("{}%", self.decimal(*percent)),
            Value::Keyword(english, dutch) => match self.words.language {
                Language::English => (*english).to_owned(),
                Language::Dutch => (*dutch).to_owned(),
            },
            Value::Message(message) => self.message(message),
            Value::Keywords(words) => {
                let words: Vec<Value> = words.iter().map(|(english, dutch)| Value::Keyword(english, dutch)).collect();
                self.list(&words, "list-and")
            }
            Value::List(values) => self.list(values, "list-and"),
            Value::Choice(values) => self.list(values, "list-or"),
            Value::Told(told) => self.told(told),
        }
    }

    /// What a pack says, in the reader's language where it has it.
    fn told(&self, told: &Told) -> String {
        let own = told.texts.iter().find(|(language, _)| *language == self.words.language);
        let pieces = own.or(told.texts.first()).map(|(_, pieces)| pieces.as_slice()).unwrap_or_default();
        let said = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => visible(words),
            Piece::Value(value) => self.value(value),
        });
        said.collect()
    }

    /// An amount with its currency: `€596,437`, `€ 596.437`; a minus stands where the language puts it.
    fn money(&self, money: Money) -> String {
        let sign = self.currency_sign();
        let figure = self.figure(Money(money.0.saturating_abs()));
        let minus = if money.0 < 0 { "-" } else { "" };
        match self.words.language {
            Language::Dutch => format!("{sign} {minus}{figure}"),
            Language::English if sign.chars().all(|char| char.is_ascii_alphabetic()) => {
                format!("{minus}{sign} {figure}")
            }
            Language::English => format!("{minus}{sign}{figure}"),
        }
    }

    /// The currency's sign where readers know it, else its code.
    fn currency_sign(&self) -> String {
        let currency = self.notation.currency;
        let sign = currency.symbol().symbol;
        if KNOWN_SIGNS.contains(&sign.as_str()) { sign } else { currency.code().to_owned() }
    }

    /// An amount without its currency; cents only where there are any.
    fn figure(&self, money: Money) -> String {
        let digits = self.notation.minor_digits();
        let padded = format!("{:0width$}", money.0.unsigned_abs(), width = digits + 1);
        let (whole, cents) = padded.split_at_checked(padded.len() - digits).unwrap_or((&padded, ""));
        let minus = if money.0 < 0 { "-" } else { "" };
        let whole = grouped(whole, self.thousands());
        if cents.bytes().all(|digit| digit == b'0') {
            format!("{minus}{whole}")
        } else {
            format!("{minus}{whole}{}{cents}", self.decimal_sign())
        }
    }

    /// An amount for a column: without its currency, with cents or all without.
    pub(super) fn cell(&self, cents: i128, minor: bool) -> String {
        let text = money::decimal(cents, self.notation.minor_digits());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let whole = grouped(whole, self.thousands());
        if minor && !rest.is_empty() { format!("{whole}{}{rest}", self.decimal_sign()) } else { whole }
    }

    fn sum(&self, terms: &[Money]) -> String {
        if terms.is_empty() {
            return self.figure(Money::ZERO);
        }
        let mut shown = String::new();
        let cut = terms.len() > MOST_TERMS;
        let (head, tail) = (MOST_TERMS / 2 + 1, MOST_TERMS / 2 - 2);
        for (index, term) in terms.iter().enumerate() {
            if cut && index >= head && index + tail < terms.len() {
                if index == head {
                    shown.push_str(" + …");
                }
                continue;
            }
            shown.push_str(match (index, term.0 < 0) {
                (0, false) => "",
                (0, true) => "-",
                (_, true) => " - ",
                (_, false) => " + ",
            });
            shown.push_str(&self.figure(Money(term.0.saturating_abs())));
        }
        shown
    }

    /// `2024–2026`, or one year.
    fn years(&self, years: YearRange) -> String {
        let label = |year| self.notation.years.label(year);
        if years.first == years.last {
            label(years.first)
        } else {
            format!("{}–{}", label(years.first), label(years.last))
        }
    }

    fn decimal(&self, number: Decimal) -> String {
        let text = number.normalize().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let (minus, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
        let whole = grouped(whole, self.thousands());
        if decimals.is_empty() {
            format!("{minus}{whole}")
        } else {
            format!("{minus}{whole}{}{decimals}", self.decimal_sign())
        }
    }

    /// `a, b and c`; of a long list the first ones and how many more there are.
    fn list(&self, values: &[Value], joined: &'static str) -> String {
        let mut shown: Vec<String> = values.iter().take(MOST_TERMS).map(|value| self.value(value)).collect();
        let left = values.len() - shown.len();
        let last = if left > 0 {
            self.message(&Message::new("list-more").with("count", left))
        } else {
            shown.pop().unwrap_or_default()
        };
        if shown.is_empty() {
            return last;
        }
        let mut parts = FluentArgs::with_capacity(2);
        parts.set("head", shown.join(", "));
        parts.set("last", last);
        self.words.sentence(joined, &parts).unwrap_or_default()
    }

    fn thousands(&self) -> char {
        match self.words.language {
            Language::English => ',',
            Language::Dutch => '.',
        }
    }

    fn decimal_sign(&self) -> char {
        match self.words.language {
            Language::English => '.',
            Language::Dutch => ',',
        }
    }
}

/// Digits with a separator between groups of three: `1234567` -> `1,234,567`.
pub(super) fn grouped(digits: &str, separator: char) -> String {
    let (minus, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    shown.push_str(minus);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(separator);
        }
        shown.push(digit);
    }
    shown
}
