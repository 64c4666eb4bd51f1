//! Layout is free: line ends, spacing, comments and the order of items change nothing but places.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::Code;
use pok::evaluation::Evaluation;
use pok::source::FileId;
use pok::syntax::ast::{File, Item, Named};
use pok::syntax::{self, Options};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Findings without their places, sorted; what was not checked; the verdict.
fn essence(outcome: &Evaluation) -> Vec<String> {
    let mut lines: Vec<String> = outcome
        .findings
        .iter()
        .map(|finding| match finding.code() {
            // Of one fact with two amounts the first in the file is used.
            Code::BuiltIn(202) => format!("{}", finding.code()),
            code => format!("{code} {} {:?}", finding.message.name, finding.figures),
        })
        .chain(outcome.not_checked.iter().map(|entry| format!("not checked: {}", entry.what.name)))
        .collect();
    lines.sort();
    lines.push(outcome.verdict.word().to_owned());
    lines
}

fn folder(name: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "pok")).collect();
    files.sort();
    files
}

/// Plans that include nothing.
fn plans() -> Vec<(String, String)> {
    let files = ["examples", "tests/plans", "tests/plans/wrong"].iter().flat_map(|name| folder(name));
    let read = files.filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)));
    read.filter(|(_, text)| !text.contains("include \"") && !text.contains("neem op \"")).collect()
}

fn same(name: &str, what: &str, text: &str, changed: &str) {
    let (before, after) = (pok::evaluate_text("plan.pok", text), pok::evaluate_text("plan.pok", changed));
    assert_eq!(essence(&before), essence(&after), "{name}: {what}\n{changed}");
}

/// Lines outside strings and comments may be changed at their ends.
fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

#[test]
fn line_ends_and_spacing_change_nothing() {
    for (name, text) in plans() {
        let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        same(&name, "CRLF", &text, &plain.replace('\n', "\r\n"));
        same(&name, "a byte-order mark", &text, &format!("\u{feff}{plain}"));
        same(&name, "blanks at line ends", &plain, &each_line(&plain, |line| format!("{line}  \t")));
        same(&name, "tabs in front", &plain, &each_line(&plain, |line| format!("\t{line}")));
        same(&name, "comments at line ends", &plain, &each_line(&plain, |line| format!("{line} # note")));
        same(&name, "comment lines between", &plain, &each_line(&plain, |line| format!("{line}\n  # {{ note }} \"")));
        same(&name, "empty lines between", &plain, &each_line(&plain, |line| format!("{line}\n\n")));
        same(&name, "no last line end", &plain, plain.trim_end());
    }
}

fn span_of(item: &Item) -> (usize, usize) {
    fn whole<T>(named: &Named<T>) -> pok::source::Span {
        named.span
    }
    let span = match item {
        Item::Plan(named) => whole(named),
        Item::Document(named) => whole(named),
        Item::Decision(named) => whole(named),
        Item::Theme(named) => whole(named),
        Item::Source(named) => whole(named),
        Item::Reserve(named) => whole(named),
        Item::Goal(named) => whole(named),
        Item::Scenario(named) => whole(named),
        Item::Table(table) => table.span,
        Item::Stated(stated) => stated.span.to(stated.reference.map_or(stated.span, |reference| reference.span)),
        Item::Allow(allow) => allow.span,
        Item::Include(include) => include.span,
        Item::UseRules(rules) => rules.span,
        Item::Pack(pack) => pack.span,
        Item::Parameter(parameter) => parameter.span,
        Item::Rule(rule) => rule.span,
        Item::Test(test) => test.span,
    };
    (span.start as usize, span.end as usize)
}

/// The text of each item, with what stands behind it on its last line.
fn items(text: &str) -> Option<(String, Vec<String>)> {
    let (file, findings): (File, _) = syntax::parse(FileId(0), text, Options::default());
    if !findings.is_empty() {
        return None;
    }
    let mut spans: Vec<(usize, usize)> = file.items.iter().map(span_of).collect();
    spans.sort_unstable();
    let head = text.get(..spans.first()?.0)?.to_owned();
    let line_end = |end: usize| text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at);
    let parts: Option<Vec<String>> =
        spans.iter().map(|(start, end)| text.get(*start..line_end(*end)).map(str::to_owned)).collect();
    Some((head, parts?))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_items_changes_nothing(seed in any::<u64>()) {
        for (name, text) in plans() {
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let Some((head, mut parts)) = items(&text) else { continue };
            let before = format!("{head}\n{}\n", parts.join("\n"));
            let mut state = seed | 1;
            for index in (1..parts.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let other = usize::try_from(state >> 33).unwrap() % (index + 1);
                parts.swap(index, other);
            }
            same(&name, "another order", &before, &format!("{head}\n{}\n", parts.join("\n")));
        }
    }

    #[test]
    fn nothing_panics_and_every_place_is_in_the_file(pick in any::<prop::sample::Index>(), cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let all = plans();
        let (_, text) = pick.get(&all);
        let mut bytes = text.clone().into_bytes();
        for (at, byte) in cuts {
            let index = at.index(bytes.len().max(1));
            match byte % 4 {
                0 => bytes.truncate(index.max(1)),
                1 => { bytes.remove(index.min(bytes.len().saturating_sub(1))); }
                2 => bytes.insert(index, byte),
                _ => { let tail = bytes.split_off(index); bytes.splice(0..0, tail); }
            }
            if bytes.is_empty() { bytes.push(b'\n'); }
        }
        let input = pok::load::Input { name: "p.pok".to_owned(), key: "p.pok".to_owned(), bytes };
        let outcome = pok::evaluate(input, &mut pok::load::NoFiles);
        let length = outcome.sources.file(FileId(0)).text().len();
        for label in outcome.findings.iter().flat_map(|finding| &finding.labels) {
            let range = label.place.span.range();
            prop_assert!(range.start <= range.end && range.end <= length, "{range:?} of {length}");
            let text = outcome.sources.file(FileId(0)).text();
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        }
    }
}
