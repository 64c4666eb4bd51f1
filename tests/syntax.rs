//! What the parser makes of texts: findings as plain lines, and trees where they matter.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::{Diagnostic, Message, Value};
use pok::source::{FileId, SourceFile};
use pok::syntax::{Options, parse};
use std::fmt::Write;

/// `line:col-line:col code name values`, one finding a line, fixes below it.
fn plain(source: &SourceFile, findings: &[Diagnostic]) -> String {
    let mut out = String::new();
    for finding in findings {
        let span = finding.place().span;
        let (start, end) = (source.position(span.start), source.position(span.end));
        write!(
            out,
            "{}:{}-{}:{} {} {}",
            start.line,
            start.column,
            end.line,
            end.column,
            finding.code(),
            message(&finding.message)
        )
        .unwrap();
        for help in &finding.help {
            write!(out, " | {}", message(help)).unwrap();
        }
        out.push('\n');
        for fix in &finding.fixes {
            let edits: Vec<_> = fix
                .edits
                .iter()
                .map(|edit| format!("{:?} -> {:?}", source.slice(edit.place.span), edit.text))
                .collect();
            writeln!(
                out,
                "    fix ({}) {}: {}",
                if fix.safe { "safe" } else { "choose" },
                fix.title.name,
                edits.join(", ")
            )
            .unwrap();
        }
    }
    out
}

fn message(message: &Message) -> String {
    let values: Vec<_> = message.values.iter().map(|(name, shown)| format!("{name}={}", value(shown))).collect();
    format!("{} [{}]", message.name, values.join(", "))
}

fn value(shown: &Value) -> String {
    match shown {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => number.to_string(),
        Value::Keyword(english, dutch) => format!("{english}/{dutch}"),
        Value::Message(inner) if inner.values.is_empty() => inner.name.to_owned(),
        Value::Message(inner) => message(inner),
        Value::List(values) | Value::Choice(values) => values.iter().map(value).collect::<Vec<_>>().join(" or "),
        other => format!("{other:?}"),
    }
}

#[test]
fn scratch() {
    let Ok(path) = std::env::var("POK_SCRATCH") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let source = SourceFile::new("scratch", text.clone());
    let (file, findings) = parse(FileId(0), &text, Options::default());
    println!("{}", plain(&source, &findings));
    if std::env::var("POK_TREE").is_ok() {
        println!("{file:#?}");
    }
    println!("items {} broken {}", file.items.len(), file.broken.len());
}
