//! Keys and values -> settings; what does not fit is a finding at its place, and the rest counts.

use super::parts::{Part, Value};
use super::{Entry, Level, Settings};
use crate::codes;
use crate::diagnostic::{self, Diagnostic, Kind, Message, Severity};
use crate::language::Language;
use crate::source::{FileId, Place, Span, Spanned};

/// Every key, with an example of how it is written.
const KEYS: &[(&str, &str)] = &[
    ("rules", "rules = [\"nl.bbv\", \"rules/own.pok\"]"),
    ("language", "language = \"nl\""),
    ("exclude", "exclude = [\"drafts/\", \"*.concept.pok\"]"),
    ("deny", "deny = \"warnings\""),
    ("strict", "strict = true"),
    ("severity", "[severity]"),
];

/// An example of a line below `[severity]`.
const SEVERITY_EXAMPLE: &str = "POK105 = \"error\"";

/// Words of one setting; those after the first of a meaning are what people write instead.
type Words<T> = &'static [(T, &'static [&'static str])];

const LANGUAGES: Words<Language> = &[
    (Language::English, &["en", "english", "engels", "en_GB", "en_US"]),
    (Language::Dutch, &["nl", "nederlands", "dutch", "nl_NL"]),
];
const DENIED: Words<()> = &[((), &["warnings", "warning", "waarschuwing", "waarschuwingen"])];
const LEVELS: Words<Level> = &[
    (Level::Shown(Severity::Error), &["error", "errors", "fout", "deny"]),
    (Level::Shown(Severity::Warning), &["warning", "warnings", "warn", "waarschuwing"]),
    (Level::Shown(Severity::Note), &["note", "notes", "info", "opmerking"]),
    (Level::Off, &["off", "ignore", "allow", "none", "uit"]),
];

/// The settings of a text, and what is wrong with them.
pub(super) fn settings(parts: Vec<Part>) -> (Settings, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    for part in parts {
        reader.part(part);
    }
    let unknown = reader.settings.levels.unknown();
    reader.findings.extend(unknown);
    (reader.settings, reader.findings)
}

#[derive(Default)]
struct Reader {
    settings: Settings,
    findings: Vec<Diagnostic>,
}

impl Reader {
    fn part(&mut self, Part { key, value }: Part) {
        match key.value.as_str() {
            "rules" => self.settings.rules = self.texts("rules", value),
            "exclude" => self.settings.exclude = self.texts("exclude", value),
            "language" => self.settings.language = self.word("language", &value, LANGUAGES, example_of("language")),
            "deny" => self.settings.deny_warnings = self.word("deny", &value, DENIED, example_of("deny")).is_some(),
            "strict" => self.flag("strict", &value),
            "severity" => self.severity(value),
            _ => self.unknown_key(&key),
        }
    }

    fn severity(&mut self, value: Spanned<Value>) {
        let Value::Table(lines) = value.value else {
            return self.wrong_type("severity", "project-a-table", &value, SEVERITY_EXAMPLE);
        };
        for Part { key, value } in lines {
            if KEYS.iter().any(|(known, _)| *known == key.value) {
                let help = Message::new("project-key-below-help");
                self.find(&codes::PROJECT_KEY_BELOW, key.span, |it| it.with("key", key.value.as_str()).help(help));
                continue;
            }
            if let Some(level) = self.word(&key.value, &value, LEVELS, SEVERITY_EXAMPLE) {
                let written = Entry { text: key.value, place: place(key.span) };
                let finding = self.settings.levels.add(written, level);
                self.findings.extend(finding);
            }
        }
    }

    fn flag(&mut self, key: &'static str, value: &Spanned<Value>) {
        match value.value {
            Value::Flag(flag) => self.settings.strict = flag,
            _ => self.wrong_type(key, "project-a-flag", value, example_of(key)),
        }
    }

    fn texts(&mut self, key: &'static str, value: Spanned<Value>) -> Vec<Entry> {
        let Value::List(list) = value.value else {
            self.wrong_type(key, "project-a-list", &value, example_of(key));
            return Vec::new();
        };
        let mut entries = Vec::with_capacity(list.len());
        for item in list {
            match item.value {
                Value::Text(text) if !text.trim().is_empty() => entries.push(Entry { text, place: place(item.span) }),
                _ => self.wrong_type(key, "project-texts", &item, example_of(key)),
            }
        }
        entries
    }

    /// The meaning of a word, where it is one of them.
    fn word<T: Copy>(&mut self, key: &str, value: &Spanned<Value>, words: Words<T>, example: &str) -> Option<T> {
        let Value::Text(word) = &value.value else {
            self.wrong_type(key, "project-a-word", value, example);
            return None;
        };
        let first = |names: &'static [&'static str]| names.first().copied().unwrap_or("");
        if let Some((meaning, _)) = words.iter().find(|(_, names)| first(names) == word) {
            return Some(*meaning);
        }
        let known = words.iter().map(|(_, names)| quoted(first(names))).collect();
        let near = near(word, words.iter().flat_map(|(_, names)| names.iter().map(|name| (*name, first(names)))));
        self.find(&codes::PROJECT_UNKNOWN_WORD, value.span, |it| {
            let known = Message::new("project-unknown-word-help").with("known", diagnostic::Value::Choice(known));
            let finding = it.with("word", word.as_str()).with("key", key);
            with_near(finding, near.map(|near| format!("\"{near}\""))).help(known)
        });
        None
    }

    fn unknown_key(&mut self, key: &Spanned<String>) {
        let near = near(&key.value, KEYS.iter().map(|(known, _)| (*known, *known)));
        let known = KEYS.iter().map(|(known, _)| diagnostic::Value::from(*known)).collect();
        self.find(&codes::PROJECT_UNKNOWN_KEY, key.span, |it| {
            let known = Message::new("project-unknown-key-help").with("known", diagnostic::Value::List(known));
            with_near(it.with("key", key.value.as_str()), near.map(str::to_owned)).help(known)
        });
    }

    fn wrong_type(&mut self, key: &str, needed: &'static str, value: &Spanned<Value>, example: &str) {
        let is = match value.value {
            Value::Text(ref text) if text.trim().is_empty() => "project-an-empty-text",
            Value::Text(_) => "project-a-text",
            Value::Flag(_) => "project-a-flag",
            Value::List(_) => "project-a-list",
            Value::Table(_) => "project-a-table",
            Value::Number => "project-a-number",
            Value::Date => "project-a-date",
        };
        let help = if key == "severity" { "project-type-help-severity" } else { "project-type-help" };
        let help = Message::new(help).with("example", diagnostic::Value::Statement(example.to_owned()));
        self.find(&codes::PROJECT_TYPE, value.span, |it| {
            it.with("key", key).with("needed", Message::new(needed)).with("is", Message::new(is)).help(help)
        });
    }

    fn find(&mut self, kind: &'static Kind, span: Span, say: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.findings.push(say(Diagnostic::new(kind, place(span))));
    }
}

fn place(span: Span) -> Place {
    Place::new(FileId(0), span)
}

fn example_of(key: &str) -> &'static str {
    KEYS.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
}

fn quoted(word: &str) -> diagnostic::Value {
    diagnostic::Value::Text(format!("\"{word}\""))
}

fn with_near(finding: Diagnostic, near: Option<String>) -> Diagnostic {
    match near {
        Some(near) => finding.help(Message::new("project-near").with("near", near)),
        None => finding,
    }
}

/// What was probably meant: of pairs (what people write, what it should be) the nearest, if it is near.
fn near<'a>(written: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    let written = written.trim().to_lowercase();
    let near = known.map(|(word, meant)| (strsim::osa_distance(&word.to_lowercase(), &written), meant));
    near.filter(|(distance, meant)| *distance <= 2.min(meant.len() / 2)).min().map(|(_, meant)| meant)
}
