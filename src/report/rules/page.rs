//! One rule as a page, in Markdown: what it says, on what it rests, when it counts, what to do, and how it is tested.

use super::{examples, parameters, refines, says, title, value_of, year};
use crate::diagnostic::Message;
use crate::model::rule::Rule;
use crate::report::Renderer;
use crate::report::visible::same_length;
use crate::rule::Compiled;
use std::fmt::Write as _;

/// Whether a page shows the tests of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Examples {
    /// The one that makes it fire, and its clean twin.
    Shown,
    /// None.
    Left,
}

/// The page of a rule, in Markdown.
pub fn page(compiled: &Compiled, rule: &Rule, renderer: Renderer<'_>, shown: Examples) -> String {
    let language = renderer.language();
    let mut out = format!("# {} · {}\n\n", rule.notice.code, title(rule, language));
    out.push_str(&head(compiled, rule, renderer));
    out.push('\n');
    section(&mut out, renderer, "page-says", says(&rule.message, language));
    section(&mut out, renderer, "page-rests", &rests(rule, renderer));
    section(&mut out, renderer, "page-reading", rule.reading.get(language).unwrap_or(""));
    section(&mut out, renderer, "page-period", &period(rule, renderer));
    section(&mut out, renderer, "page-parameters", &set(compiled, rule, renderer));
    section(&mut out, renderer, "page-do", rule.help.as_ref().map_or("", |help| says(help, language)));
    if shown == Examples::Shown {
        let (fires, clean) = examples(compiled, rule);
        example(&mut out, renderer, "page-example", fires);
        example(&mut out, renderer, "page-clean", clean);
    }
    same_length(&out).into_owned()
}

fn head(compiled: &Compiled, rule: &Rule, renderer: Renderer<'_>) -> String {
    let pack = &compiled.pack;
    let level = renderer.level(rule.notice.severity);
    let name = match &pack.version {
        Some(version) => Message::new("page-pack-version").with("version", version.as_str()),
        None => Message::new("page-pack"),
    };
    let said =
        name.with("name", rule.notice.name.as_str()).with("pack", rule.notice.pack.as_str()).with("level", level);
    let said = renderer.message(&said);
    let better = refines(rule);
    if better.is_empty() {
        return said;
    }
    let better = Message::new("page-refines").with("codes", better.join(", "));
    format!("{said} {}", renderer.message(&better))
}

fn section(out: &mut String, renderer: Renderer<'_>, heading: &str, text: &str) {
    if !text.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(out, "\n## {}\n\n{}\n", renderer.plain(heading), text.trim_end());
    }
}

fn example(out: &mut String, renderer: Renderer<'_>, heading: &str, text: Option<&str>) {
    section(out, renderer, heading, &text.map_or_else(String::new, |text| format!("```pok\n{}\n```", text.trim_end())));
}

fn rests(rule: &Rule, renderer: Renderer<'_>) -> String {
    let mut lines = String::new();
    for basis in &rule.notice.basis {
        // Writing to a string cannot fail.
        let _ = match &basis.url {
            Some(url) => writeln!(lines, "- {} ({url})", basis.text),
            None => writeln!(lines, "- {}", basis.text),
        };
    }
    if lines.is_empty() { renderer.plain("page-rests-on-nothing") } else { lines }
}

fn period(rule: &Rule, renderer: Renderer<'_>) -> String {
    let message = match rule.applies {
        (Some(from), Some(through)) => {
            Message::new("page-from-through").with("from", year(from)).with("through", year(through))
        }
        (Some(from), None) => Message::new("page-from").with("from", year(from)),
        (None, Some(through)) => Message::new("page-through").with("through", year(through)),
        (None, None) => return String::new(),
    };
    renderer.message(&message)
}

fn set(compiled: &Compiled, rule: &Rule, renderer: Renderer<'_>) -> String {
    let own = parameters(&compiled.pack, rule);
    let mut lines = String::new();
    for parameter in &own {
        let _ = writeln!(lines, "- {} = {}", parameter.name, value_of(parameter, &compiled.sources));
    }
    if let Some(first) = own.first() {
        let how = Message::new("page-parameters-how")
            .with("pack", compiled.pack.name.as_str())
            .with("name", first.name.as_str());
        let _ = write!(lines, "\n{}", renderer.message(&how));
    }
    lines
}
