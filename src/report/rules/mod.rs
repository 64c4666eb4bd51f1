//! Rule packs -> pages about their rules, lists of them, and one object for machines.

mod json;
mod list;
mod page;

pub use json::{packs_json, rules_json};
pub use list::packs_list;
pub use page::{Examples, page};

use crate::diagnostic::{Code, Severity};
use crate::language::Language;
use crate::model::expression::Expression;
use crate::model::rule::{Chunk, Pack, Parameter, Rule, Sentence, Test};
use crate::money::Year;
use crate::rule::Compiled;
use crate::source::{Place, SourceSet};
use crate::syntax::ast::{TestClause, Text};

/// The title of a rule, or its name where it has none.
pub fn title(rule: &Rule, language: Language) -> &str {
    rule.title.get(language).unwrap_or(&rule.notice.name)
}

/// What a rule says, as it is written: what is filled in stands between braces.
pub fn says(sentence: &Sentence, language: Language) -> &str {
    sentence.written.get(language).unwrap_or("")
}

/// The rule of a code in a pack.
pub fn rule_of<'p>(pack: &'p Pack, code: &str) -> Option<&'p Rule> {
    pack.rules.iter().find(|rule| rule.notice.code.to_string().eq_ignore_ascii_case(code))
}

/// The word for a level, for machines.
fn level_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A year of a rule's period.
fn year(year: Year) -> String {
    year.0.to_string()
}

/// Codes that a rule says in better words.
fn refines(rule: &Rule) -> Vec<String> {
    rule.refines.iter().map(Code::to_string).collect()
}

/// The parameters that stand in a rule.
fn parameters<'p>(pack: &'p Pack, rule: &Rule) -> Vec<&'p Parameter> {
    let sentences = [Some(&rule.message), rule.help.as_ref()];
    let chunks = sentences.into_iter().flatten().flat_map(|sentence| &sentence.texts).flat_map(|(_, chunks)| chunks);
    let said = chunks.filter_map(|chunk| match chunk {
        Chunk::Value(value) => Some(value),
        Chunk::Words(_) => None,
    });
    let asked = rule.conditions.iter().chain(&rule.requirements).chain(rule.lets.iter().map(|(_, value)| value));
    let all: Vec<&Expression> = asked.chain(said).collect();
    pack.parameters.iter().filter(|parameter| all.iter().any(|it| it.names(&parameter.name))).collect()
}

/// The value of a parameter as it is written.
fn value_of(parameter: &Parameter, sources: &SourceSet) -> String {
    let values = parameter.values.iter().map(|value| sources.slice(value.place));
    values.collect::<Vec<_>>().join(", ")
}

/// A test that makes a rule fire, and the one after it in which nothing is found, as they are written.
fn examples<'p>(compiled: &'p Compiled, rule: &Rule) -> (Option<&'p str>, Option<&'p str>) {
    let code = rule.notice.code.to_string();
    let tests = &compiled.pack.tests;
    let slice = |place: Place| compiled.sources.slice(place);
    let expected = |test: &Test| {
        let codes = test.tree.clauses.iter().filter_map(|clause| match clause {
            TestClause::Expect { code, .. } => Some(slice(Place::new(test.place.file, code.span)).to_owned()),
            _ => None,
        });
        codes.collect::<Vec<_>>()
    };
    let alone = tests.iter().position(|test| expected(test) == [code.clone()]);
    let Some(first) = alone.or_else(|| tests.iter().position(|test| expected(test).contains(&code))) else {
        return (None, None);
    };
    let rest = || tests.iter().skip(first);
    let is_clean = |test: &&Test| test.tree.clauses.iter().any(|it| matches!(it, TestClause::ExpectNothing(_)));
    let text = |test: &Test| slice(Place::new(test.place.file, test.tree.span));
    (rest().next().map(text), rest().find(is_clean).map(text))
}

/// The title of a test as it is written.
pub fn test_title(test: &Test, sources: &SourceSet) -> String {
    Text::value(sources.slice(test.place))
}
