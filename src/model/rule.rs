//! Rule packs with names resolved and types checked: what a rule ranges over, asks and says.

use super::expression::{Expression, Range, Type};
use super::properties::Property;
use crate::diagnostic::{Code, RuleNotice};
use crate::language::Language;
use crate::money::Year;
use crate::source::Place;
use crate::syntax::ast;
use std::sync::Arc;

/// A pack: rules with the parameters that they use and the tests that hold them to what they should find.
#[derive(Debug, Default)]
pub struct Pack {
    /// Its name, such as `nl.bbv`.
    pub name: String,
    /// Its title.
    pub title: Texts,
    /// `version`
    pub version: Option<String>,
    /// `url`
    pub url: Option<String>,
    /// `note`
    pub notes: Vec<String>,
    /// Parameters in the order of the text, included packs first.
    pub parameters: Vec<Parameter>,
    /// Rules in the order of the text, included packs first.
    pub rules: Vec<Rule>,
    /// Rules with a mistake in them, by name: they take no part.
    pub broken: Vec<(String, Place)>,
    /// Tests, unread until they are run.
    pub tests: Vec<Test>,
    /// The language of its file.
    pub language: Language,
    /// Its name in the text.
    pub place: Place,
}

/// A test as it stands in a file.
#[derive(Debug)]
pub struct Test {
    /// The block.
    pub tree: ast::RuleTest,
    /// The language of its file.
    pub language: Language,
    /// Where it stands.
    pub place: Place,
}

/// A value that a plan may set.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// The type of its values.
    pub kind: Type,
    /// Whether it is a list, which is a range and not a value.
    pub list: bool,
    /// Its values where a plan sets none.
    pub values: Vec<Expression>,
    /// Its name in the text.
    pub place: Place,
}

/// A text in the languages in which it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(pub Vec<(Language, String)>);

impl Texts {
    /// The text in a language, or else the first.
    pub fn get(&self, language: Language) -> Option<&str> {
        let own = self.0.iter().find(|(known, _)| *known == language);
        own.or(self.0.first()).map(|(_, text)| text.as_str())
    }
}

/// What a rule says, by language.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// In the order of the text.
    pub texts: Vec<(Language, Vec<Chunk>)>,
    /// The text as it stands in the file, for those that read the rule and not a finding.
    pub written: Texts,
}

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub enum Chunk {
    /// Words.
    Words(String),
    /// `{s.ends}`
    Value(Expression),
}

/// `g in goals`
#[derive(Clone, Debug)]
pub struct Loop {
    /// The variable.
    pub variable: String,
    /// The type of its values.
    pub kind: Type,
    /// What it ranges over; earlier variables may stand in it.
    pub range: Range,
    /// Where it stands.
    pub place: Place,
}

/// What a rule points at.
#[derive(Clone, Debug)]
pub enum Target {
    /// A thing: its name.
    Item(Expression),
    /// A statement of a thing.
    Statement(Expression, Property),
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Code, severity, pack and basis, as its findings carry them.
    pub notice: Arc<RuleNotice>,
    /// Its title.
    pub title: Texts,
    /// What is certain in the source, and what is interpretation.
    pub reading: Texts,
    /// Calendar years of the plan in which it counts, both included.
    pub applies: (Option<Year>, Option<Year>),
    /// What it ranges over, the outermost first.
    pub loops: Vec<Loop>,
    /// Named values, each using only those before it.
    pub lets: Vec<(String, Expression)>,
    /// Conditions under which it asks anything, apart where the text has `and`.
    pub conditions: Vec<Expression>,
    /// What must hold then; where there is none, the conditions must not.
    pub requirements: Vec<Expression>,
    /// Built-in codes that it says in better words.
    pub refines: Vec<Code>,
    /// What it points at; what the first variable stands for where it names nothing.
    pub at: Vec<Target>,
    /// What it says.
    pub message: Sentence,
    /// What to do.
    pub help: Option<Sentence>,
    /// The rule.
    pub place: Place,
    /// Its name in the text.
    pub name_place: Place,
}
