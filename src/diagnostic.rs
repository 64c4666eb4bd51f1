//! Findings as plain data: a code, a message that is not yet in any language, places, figures, fixes.

use crate::language::Language;
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;
use std::sync::Arc;

/// A finding's code, stable for ever.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Of pok itself: `BuiltIn(201)` is `POK201`.
    BuiltIn(u16),
    /// Of a rule in a pack: `NL-BBV-001`.
    Rule(Arc<str>),
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(number) => write!(f, "POK{number:03}"),
            Self::Rule(code) => f.write_str(code),
        }
    }
}

impl Code {
    /// Reads `POK201`, `pok201` or `201`; codes of rules are not read here.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = match text.get(..3) {
            Some(prefix) if prefix.eq_ignore_ascii_case("pok") => text.get(3..)?,
            _ => text,
        };
        let whole = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        whole.then(|| digits.parse().ok().map(Self::BuiltIn)).flatten()
    }

    /// The family of a hundred: 0 text, 1 names, 2 sums, 3 time, 4 cover, 5 reserves, 6 rules.
    pub fn family(&self) -> u16 {
        match self {
            Self::BuiltIn(number) => number / 100,
            Self::Rule(_) => 6,
        }
    }

    /// Whether it is this one of pok's own.
    pub fn is(&self, number: u16) -> bool {
        *self == Self::BuiltIn(number)
    }

    /// Whether an error of this code means that something could not be read, so that the verdict is undetermined.
    pub fn leaves_undetermined(&self) -> bool {
        self.family() < 2 || self.is(602) || self.is(603)
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Must be mended: exit code 1.
    Error,
    /// Should be looked at.
    Warning,
    /// Good to know.
    Note,
}

/// One kind of finding: a code may have several, each with a message of its own.
///
/// The table of all kinds is [`crate::codes`]; levels are decided there and nowhere else.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The code that people see.
    pub code: Code,
    /// Name of the message in `locales/*/`; its help, where it has one, is `NAME-help`.
    pub name: &'static str,
    /// How grave it is.
    pub severity: Severity,
}

/// A value inside a message, written in the reader's notation only when it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An amount with its currency sign: `€ 596.437` / `€596,437`.
    Money(Money),
    /// An amount without a sign, as in a sum: `596.437`.
    Figure(Money),
    /// Amounts added up: `459.500 + 175.000`; long ones are shortened in the middle.
    Sum(Vec<Money>),
    /// Text from the plan (a name, a title, what stands in the file); shown as it is, control characters made visible.
    Text(String),
    /// A statement of the language that a user can put in a plan; shown in full.
    Statement(String),
    /// A count; chooses the plural.
    Number(i64),
    /// A year in the plan's own style.
    Year(Year),
    /// Years, both ends included.
    Years(YearRange),
    /// A date, ISO.
    Date(Date),
    /// A number with decimals.
    Decimal(Decimal),
    /// `2,5` per cent is `Percent(2.5)`.
    Percent(Decimal),
    /// A keyword of the language in English and in Dutch; the reader's is shown.
    Keyword(&'static str, &'static str),
    /// Another message, put in place.
    Message(Box<Message>),
    /// Keywords as a list: `a, b and c`.
    Keywords(&'static [(&'static str, &'static str)]),
    /// Several values: `a, b and c`.
    List(Vec<Value>),
    /// Several values of which one will do: `a, b or c`.
    Choice(Vec<Value>),
    /// What a pack says in its own words.
    Told(Arc<Told>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Money> for Value {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Year> for Value {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl From<YearRange> for Value {
    fn from(years: YearRange) -> Self {
        Self::Years(years)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// A sentence by its name in `locales/*/`, with the values that belong in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Name of the message.
    pub name: &'static str,
    /// Values by the names that the message uses.
    pub values: Vec<(&'static str, Value)>,
}

/// Adds to a list that stays short, with no room to spare: a file may have a finding on every line.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() && list.len() < FEW {
        list.reserve_exact(1);
    }
    list.push(item);
}

/// From so many entries on a list grows by doubling.
const FEW: usize = 8;

impl Message {
    /// A message without values.
    pub fn new(name: &'static str) -> Self {
        Self { name, values: Vec::new() }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        push(&mut self.values, (name, value.into()));
        self
    }
}

/// A place that a finding points at, with what is to be said there.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there; `None` underlines without words.
    pub message: Option<Message>,
}

/// A change of the text that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does.
    pub title: Message,
    /// Whether it keeps every amount and can be applied without thought.
    pub safe: bool,
    /// The edits, none overlapping.
    pub edits: Vec<Edit>,
}

/// One replaced stretch of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub place: Place,
    /// The new text.
    pub text: String,
}

/// A figure for machines (`figures` in JSON).
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// An amount.
    Money(Money),
    /// A year.
    Year(Year),
    /// Words, such as a name.
    Text(String),
    /// Several.
    List(Vec<Figure>),
    /// Years, both ends included.
    Years(YearRange),
    /// Several by name.
    Record(Vec<(&'static str, Figure)>),
}

/// One line of a sum that a reader can redo.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// What it is.
    pub words: Message,
    /// How much.
    pub amount: Money,
}

/// Amounts that are added up, with what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What is added up.
    pub heading: Message,
    /// The amounts, many alike as one line.
    pub lines: Vec<AccountLine>,
    /// The amounts one by one, where that is more; for a reader who asks for everything.
    pub all: Vec<AccountLine>,
    /// What they come to, where there are several.
    pub total: Option<AccountLine>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub kind: &'static Kind,
    /// The sentence.
    pub message: Message,
    /// What to do next, and likely explanations, a sentence each.
    pub help: Vec<Message>,
    /// Places; the first is the primary one.
    pub labels: Vec<Label>,
    /// The sum behind the sentence, to be redone by hand.
    pub accounts: Vec<Account>,
    /// Numbers of the message for machines, by name.
    pub figures: Vec<(&'static str, Figure)>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
    /// The scenario that it is about, where it is not about the plan as it stands.
    pub scenario: Option<String>,
    /// The rule of a pack that found it, where one did.
    pub rule: Option<Arc<RuleNotice>>,
    /// Names of the things of the plan that it is about, where it says so itself.
    pub about: Vec<String>,
    /// What the parts of the rule's conditions came to, a sentence each.
    pub values: Vec<Message>,
    /// Another level than its own, as the project wishes. What follows for the verdict does not change with it.
    pub level: Option<Severity>,
    /// The statement that accepts it, where one does: it no longer fails.
    pub accepted: Option<AcceptedBy>,
}

/// The rule behind a finding.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleNotice {
    /// Its code.
    pub code: Code,
    /// How grave what it finds is.
    pub severity: Severity,
    /// The pack that it belongs to.
    pub pack: String,
    /// Its name in the pack.
    pub name: String,
    /// Its titles by language, in the order of the file.
    pub titles: Vec<(Language, String)>,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

impl RuleNotice {
    /// Its title in a language, or else the first, or else its name.
    pub fn title(&self, language: Language) -> &str {
        let own = self.titles.iter().find(|(known, _)| *known == language);
        own.or(self.titles.first()).map_or(&self.name, |(_, title)| title)
    }
}

/// What a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The article, with its date.
    pub text: String,
    /// Its address.
    pub url: Option<String>,
}

/// Who accepts a finding, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedBy {
    /// The reason.
    pub because: String,
    /// Who.
    pub by: Option<String>,
    /// The last day on which it is accepted.
    pub until: Option<Date>,
    /// The statement.
    pub place: Place,
}

/// A sentence that a pack says in its own words.
#[derive(Debug, PartialEq)]
pub struct Told {
    /// By language, in the order of the file; the first is said where the reader's is missing.
    pub texts: Vec<(Language, Vec<Piece>)>,
}

/// A piece of such a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A value of the plan.
    Value(Value),
}

impl Diagnostic {
    /// A finding of a kind at its primary place.
    pub fn new(kind: &'static Kind, place: Place) -> Self {
        Self {
            kind,
            message: Message::new(kind.name),
            help: Vec::new(),
            labels: vec![Label { place, message: None }],
            accounts: Vec::new(),
            figures: Vec::new(),
            fixes: Vec::new(),
            scenario: None,
            rule: None,
            about: Vec::new(),
            values: Vec::new(),
            level: None,
            accepted: None,
        }
    }

    /// The same about a scenario.
    #[must_use]
    pub fn in_scenario(mut self, name: &str) -> Self {
        self.scenario = Some(name.to_owned());
        self
    }

    /// Whether it speaks against the files as they are written. What a scenario would bring about does not; a mistake
    /// in how the scenario is written does.
    pub fn counts(&self) -> bool {
        self.scenario.is_none() || self.code().family() < 3 || self.code().is(306)
    }

    /// Puts a value into the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        push(&mut self.message.values, (name, value.into()));
        self
    }

    /// Says something at the primary place.
    #[must_use]
    pub fn at_primary(mut self, message: Message) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.message = Some(message);
        }
        self
    }

    /// Points at a further place.
    #[must_use]
    pub fn label(mut self, place: Place, message: Message) -> Self {
        push(&mut self.labels, Label { place, message: Some(message) });
        self
    }

    /// Adds a sentence of help.
    #[must_use]
    pub fn help(mut self, message: Message) -> Self {
        push(&mut self.help, message);
        self
    }

    /// Adds a figure for machines.
    #[must_use]
    pub fn figure(mut self, name: &'static str, figure: Figure) -> Self {
        push(&mut self.figures, (name, figure));
        self
    }

    /// Adds a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        push(&mut self.fixes, fix);
        self
    }

    /// Changes every place of it, those of its fixes too.
    pub fn places(&mut self, change: impl Fn(Place) -> Place) {
        for label in &mut self.labels {
            label.place = change(label.place);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.place = change(edit.place);
        }
    }

    /// Names in its sentence: those of things of the plan are among them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.message.values.iter().filter_map(|(_, value)| match value {
            Value::Text(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Where the finding stands first of all.
    pub fn place(&self) -> Place {
        self.labels.first().map(|label| label.place).unwrap_or_default()
    }

    /// The code that people see.
    pub fn code(&self) -> &Code {
        self.rule.as_ref().map_or(&self.kind.code, |rule| &rule.code)
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.rule.as_ref().map_or(self.kind.severity, |rule| rule.severity)
    }

    /// How grave it is shown: as it is, unless the project says otherwise.
    pub fn level(&self) -> Severity {
        self.level.unwrap_or(self.severity())
    }
}

/// Something that was not checked, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct NotChecked {
    /// What was left unchecked.
    pub what: Message,
    /// Why.
    pub why: Message,
    /// Where to look.
    pub place: Place,
}

impl NotChecked {
    /// Whether the verdict cannot be *holds* because of it. A plan that names no money asks no question about paying;
    /// where nobody says what day it is, what is accepted until a date still is; and a rule that only warns does not make a
    /// plan fail, decided or not.
    pub fn clouds(&self) -> bool {
        !["because-no-money", "because-no-today", "because-warning-open"].contains(&self.why.name)
    }
}

/// Sorts findings by place, then by code; findings that are equal in every respect are kept once.
pub fn in_order(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (a.place(), a.code()).cmp(&(b.place(), b.code())));
    findings.dedup();
    findings
}
