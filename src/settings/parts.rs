//! TOML as plain keys and values with their places; the only room that knows the `toml` crate.

use crate::codes;
use crate::diagnostic::Value::Statement;
use crate::diagnostic::{Diagnostic, Kind, Message};
use crate::source::{FileId, Place, Span, Spanned};
use std::ops::Range;
use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue, Error};

/// Most mistakes that are told of one text.
const MOST: usize = 20;

/// A value of TOML, as far as settings need it.
#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Flag(bool),
    List(Vec<Spanned<Value>>),
    Table(Vec<Part>),
    Number,
    Date,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) key: Spanned<String>,
    pub(super) value: Spanned<Value>,
}

/// The keys of a text in their order; or what keeps it from being TOML.
pub(super) fn parts(text: &str) -> Result<Vec<Part>, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() { Ok(table_parts(table.into_inner())) } else { Err(mistakes(text, &errors)) }
}

fn table_parts(table: DeTable<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> = table
        .into_iter()
        .map(|(key, value)| {
            let span = span_of(&key.span());
            Part { key: Spanned { value: key.into_inner().into_owned(), span }, value: value_of(value) }
        })
        .collect();
    parts.sort_by_key(|part| part.key.span);
    parts
}

fn value_of(value: TomlSpanned<DeValue<'_>>) -> Spanned<Value> {
    let span = span_of(&value.span());
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Array(list) => Value::List(list.into_iter().map(value_of).collect()),
        DeValue::Table(table) => Value::Table(table_parts(table)),
        DeValue::Integer(_) | DeValue::Float(_) => Value::Number,
        DeValue::Datetime(_) => Value::Date,
    };
    Spanned { value, span }
}

fn span_of(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// Findings on what is not TOML, one a line: what follows on the same line is mostly the same slip.
fn mistakes(text: &str, errors: &[Error]) -> Vec<Diagnostic> {
    let mut errors: Vec<(Span, &str)> =
        errors.iter().map(|error| (span_of(&error.span().unwrap_or(0..0)), error.message())).collect();
    errors.sort_by_key(|(span, _)| *span);
    let line = |span: Span| text.get(..span.start as usize).unwrap_or(text).matches('\n').count();
    errors.dedup_by_key(|(span, _)| line(*span));
    errors.into_iter().take(MOST).map(|(span, reason)| mistake(text, span, reason)).collect()
}

/// Words without quotation marks where a value should stand, on the line of a mistake.
fn bare_word(text: &str, span: Span) -> Option<(Span, &str)> {
    let before = text.get(..span.start as usize)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next()?;
    let word = value.trim();
    let is_word = word.starts_with(char::is_alphabetic) && !word.contains(['"', '\'', '[', ']', '{', '}']);
    let at = start + key.len() + 1 + (value.len() - value.trim_start().len());
    (is_word && !["true", "false"].contains(&word)).then(|| (Span::new(at, at + word.len()), word))
}

/// A finding in our own words: those of the crate are for programmers, and in one language.
fn mistake(text: &str, span: Span, reason: &str) -> Diagnostic {
    let what = |name| Message::new(name);
    let at = |kind: &'static Kind, span| Diagnostic::new(kind, Place::new(FileId(0), span));
    let finding = |kind: &'static Kind| at(kind, span);
    if let Some((span, word)) = bare_word(text, span) {
        let example = Statement(format!("\"{word}\""));
        let help = what("project-unquoted-help").with("example", example);
        return at(&codes::PROJECT_UNQUOTED, span).with("text", word).help(help);
    }
    let written = text.get(span.range()).unwrap_or("").trim();
    if reason.starts_with("duplicate key") {
        return finding(&codes::PROJECT_KEY_TWICE).with("key", written).help(what("project-key-twice-help"));
    }
    let cause = if reason.contains("array") {
        "project-syntax-list"
    } else if reason.contains("table") {
        "project-syntax-table"
    } else if reason.contains("value") || reason.contains("assignment") {
        "project-syntax-value"
    } else if reason.contains("string") {
        "project-syntax-text"
    } else {
        "project-syntax-other"
    };
    finding(&codes::PROJECT_SYNTAX).with("cause", what(cause)).help(what("project-syntax-help"))
}
