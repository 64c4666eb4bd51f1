//! The tree of a figure -> one JSON object for machines.

use super::Renderer;
use super::json::{decimal as money, object};
use super::trace::decimal;
use crate::diagnostic::{Diagnostic, Message};
use crate::money::Money;
use crate::source::SourceSet;
use crate::trace::{Answer, Asked, Figure, Node, References};
use serde::Serialize;

/// Version of the form; it changes when a name is taken away or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    plan: &'a str,
    expression: &'a str,
    /// Errors in the plan itself, so that a figure may be wrong.
    errors: usize,
    trace: Option<Entry<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    /// Money and numbers as a decimal string, yes or no as such, null where not known.
    figure: serde_json::Value,
    /// `amount`, `number`, `share`, `truth`, `words` or `unknown`.
    kind: &'static str,
    what: String,
    file: Option<&'a str>,
    line: Option<usize>,
    reference: Option<String>,
    also: Vec<PlaceEntry<'a>>,
    notes: Vec<String>,
    /// Whether the parts add up to the figure.
    adds_up: bool,
    parts: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: String,
    message: String,
    help: Option<String>,
    file: &'a str,
    line: usize,
    column: usize,
}

/// The object, with a line end.
pub fn report(asked: &Asked, renderer: Renderer<'_>, expression: &str) -> String {
    let sources = &asked.sources;
    let references = References::of(&asked.plan);
    let (trace, findings) = match &asked.answer {
        Answer::Traced(node) => (Some(entry(node, sources, &references, renderer)), Vec::new()),
        Answer::Refused(found) => (None, found.iter().map(|it| finding(it, sources, renderer)).collect()),
    };
    let plan = asked.plan.head.name.as_str();
    object(&Report { version: VERSION, plan, expression, errors: asked.errors, trace, findings })
}

fn entry<'a>(node: &Node, sources: &'a SourceSet, references: &References<'_>, renderer: Renderer<'_>) -> Entry<'a> {
    let at = |place: crate::source::Place| {
        let file = sources.file(place.file);
        PlaceEntry { file: file.name(), line: file.position(place.span.start).line }
    };
    let place = node.place.map(at);
    let (kind, figure) = figure(&node.figure, renderer);
    let parts = node.parts.iter().map(|part| entry(part, sources, references, renderer)).collect();
    Entry {
        figure,
        kind,
        what: renderer.message(&node.what),
        file: place.as_ref().map(|place| place.file),
        line: place.as_ref().map(|place| place.line),
        reference: node.place.and_then(|place| references.at(place)),
        also: node.also.iter().map(|place| at(*place)).collect(),
        notes: node.notes.iter().map(|note: &Message| renderer.message(note)).collect(),
        adds_up: node.adds_up && !node.parts.is_empty() && node.figure != Figure::Unknown,
        parts,
    }
}

fn figure(figure: &Figure, renderer: Renderer<'_>) -> (&'static str, serde_json::Value) {
    use serde_json::Value as Json;
    let text = |text: Option<String>| text.map_or(Json::Null, Json::String);
    match figure {
        Figure::Amount(value) => {
            let cents = Money::from_wide(value.round().to_integer());
            ("amount", text(cents.map(|cents| money(cents, renderer.notation()))))
        }
        Figure::Number(value) => ("number", text(decimal(*value).map(|number| number.to_string()))),
        Figure::Share(share) => ("share", Json::String(share.normalize().to_string())),
        Figure::Truth(truth) => ("truth", Json::Bool(*truth)),
        Figure::Words(words) => ("words", Json::String(renderer.value(words))),
        Figure::Unknown => ("unknown", Json::Null),
    }
}

fn finding<'a>(finding: &Diagnostic, sources: &'a SourceSet, renderer: Renderer<'_>) -> Finding<'a> {
    let file = sources.file(finding.place().file);
    let at = file.position(finding.place().span.start);
    let help: Vec<String> = finding.help.iter().map(|message| renderer.message(message)).collect();
    Finding {
        code: finding.code().to_string(),
        message: renderer.message(&finding.message),
        help: (!help.is_empty()).then(|| help.join("\n")),
        file: file.name(),
        line: at.line,
        column: at.column,
    }
}
