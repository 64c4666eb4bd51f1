//! An outcome -> plain text that is kept beside a plan: stable, readable, free of line numbers, times and machines.

use super::accepted::{apart, reason};
use super::visible::visible;
use super::{Notation, Phrasebook, Renderer};
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::evaluation::{Evaluation, PlanOutcome};
use crate::flow::Room;
use crate::overview::{Overview, RoomLine};
use crate::source::{Place, SourceSet};
use serde_json::{Value, json};

/// Longest head of an item that tells where a finding stands, in characters.
const LONGEST_HEAD: usize = 60;

/// The measures of a year in the order in which people read them.
const ORDER: [&str; 19] = [
    "income",
    "brought_forward",
    "cost",
    "covered",
    "uncovered",
    "paid",
    "moved",
    "moved_fixed",
    "lapsed",
    "carried",
    "opening",
    "added",
    "withdrawn",
    "released",
    "overflow",
    "closing",
    "budget",
    "paid_by",
    "left_out",
];

/// What came out, in the language of the plan and with amounts in machine notation.
pub fn snap(evaluation: &Evaluation) -> String {
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    let mut out = Snap { out: String::new(), renderer, sources: &evaluation.sources };
    out.line(0, &format!("plan {}: {}", visible(evaluation.name.as_deref().unwrap_or("")), evaluation.verdict.word()));
    out.findings(&evaluation.findings);
    out.not_checked(evaluation);
    if let Some(outcome) = evaluation.outcome(None) {
        out.overview(&outcome.overview);
        out.headroom(outcome);
    }
    let mut scenarios: Vec<_> =
        evaluation.outcomes.iter().filter_map(|outcome| Some((outcome.scenario.as_deref()?, outcome))).collect();
    scenarios.sort_by_key(|(name, _)| *name);
    for (name, outcome) in scenarios {
        out.heading(&format!("scenario {}: {}", visible(name), outcome.verdict.word()));
        out.entries(&outcome.findings.iter().collect::<Vec<_>>());
    }
    out.out
}

struct Snap<'a> {
    out: String,
    renderer: Renderer<'a>,
    sources: &'a SourceSet,
}

impl Snap<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.out.push('\n');
        self.line(0, text);
    }

    fn findings(&mut self, findings: &[Diagnostic]) {
        let (open, accepted) = apart(findings);
        if !open.is_empty() {
            self.heading("findings");
            self.entries(&open);
        }
        if !accepted.is_empty() {
            self.heading("accepted");
            let findings: Vec<&Diagnostic> = accepted.into_iter().map(|(finding, _)| finding).collect();
            self.entries(&findings);
        }
    }

    /// By code and place in words, so that moving lines changes nothing.
    fn entries(&mut self, findings: &[&Diagnostic]) {
        let mut entries: Vec<_> = findings
            .iter()
            .map(|finding| {
                let level = match finding.level() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Note => "note",
                };
                let sentence = self.renderer.message(&finding.message);
                let reason = finding.accepted.as_ref().map(|accepted| reason(accepted, self.renderer));
                (finding.code(), self.place(finding.place()), level, sentence, reason)
            })
            .collect();
        entries.sort();
        for (code, place, level, message, reason) in entries {
            self.line(1, &format!("{level} {code} {place}"));
            self.line(2, &message);
            if let Some(reason) = reason {
                self.line(2, &reason);
            }
        }
    }

    fn not_checked(&mut self, evaluation: &Evaluation) {
        let sentence = |entry: &crate::diagnostic::NotChecked| {
            let sentence = Message::new("not-checked-entry");
            self.renderer.message(&sentence.with("what", entry.what.clone()).with("why", entry.why.clone()))
        };
        let mut sentences: Vec<String> = evaluation.not_checked.iter().map(sentence).collect();
        sentences.sort();
        self.list("not checked", &sentences);
        let open = evaluation.open.iter().map(|open| {
            let years = open.years.map(|years| self.renderer.notation().years.range_label(years));
            format!("{} {}", visible(&open.name), years.unwrap_or_default()).trim_end().to_owned()
        });
        let mut open: Vec<String> = open.collect();
        open.sort();
        self.list("open (counted as 0)", &open);
    }

    fn list(&mut self, heading: &str, entries: &[String]) {
        if !entries.is_empty() {
            self.heading(heading);
            for entry in entries {
                self.line(1, entry);
            }
        }
    }

    fn overview(&mut self, overview: &Overview) {
        self.section("sources", &json!(overview.source_forms()));
        self.section("reserves", &json!(overview.reserve_forms()));
        self.section("goals", &json!(overview.goal_forms(&overview.goals)));
        self.section("themes", &json!(overview.goal_forms(&overview.themes)));
        self.section("totals", &json!({ "all": overview.total_forms() }));
    }

    /// Name, year, measures; what is nothing is left out.
    fn section(&mut self, heading: &str, names: &Value) {
        let names: Vec<_> = entries(names).filter(|(_, years)| entries(years).next().is_some()).collect();
        if names.is_empty() {
            return;
        }
        self.heading(heading);
        for (name, years) in names {
            self.line(1, &visible(name));
            for (year, measures) in entries(years) {
                let shown = ORDER.iter().filter_map(|name| measure(name, measures.get(*name)?));
                let shown: Vec<String> = shown.collect();
                self.line(2, format!("{year}  {}", shown.join("  ")).trim_end());
            }
        }
    }

    /// Figures without any room.
    fn headroom(&mut self, outcome: &PlanOutcome) {
        let label = |line: &RoomLine| {
            let years = self.renderer.notation().years.range_label(line.years);
            format!("{} {years}", visible(&line.name))
        };
        let none = |lines: &[RoomLine]| -> Vec<String> {
            lines.iter().filter(|line| line.room == Room::Exactly(0)).map(label).collect()
        };
        let rooms = &outcome.headroom;
        let goals = [none(&rooms.goals), none(&rooms.themes)].concat();
        let tranches = none(&rooms.tranches);
        self.list("costs that may not rise", &goals);
        self.list("tranches that may not fall", &tranches);
    }

    /// The file, as seen from the plan, and the item that a place lies in.
    fn place(&self, place: Place) -> String {
        let main = self.sources.iter().next().map_or("", |(_, file)| file.name());
        let file = self.sources.file(place.file);
        let name = visible(&relative(main, file.name()));
        match item_head(file.text(), place.span.start as usize) {
            Some(head) => format!("{name}, {}", visible(&head)),
            None => name,
        }
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// `income 120000.00`; `None` where it is nothing.
fn measure(name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Object(payers) => {
            let payers: Vec<String> = payers.iter().filter_map(|(payer, cents)| measure(payer, cents)).collect();
            (!payers.is_empty()).then(|| format!("{name} ({})", payers.join(", ")))
        }
        Value::String(amount) if amount.bytes().all(|byte| matches!(byte, b'0' | b'.')) => None,
        Value::String(amount) => Some(format!("{} {amount}", visible(name))),
        Value::Bool(true) => Some(name.to_owned()),
        Value::Null => Some(format!("{name} unknown")),
        Value::Bool(false) | Value::Number(_) | Value::Array(_) => None,
    }
}

/// A shown path as seen from the folder of another.
fn relative(main: &str, file: &str) -> String {
    let folder: Vec<&str> = main.split('/').collect();
    let folder = folder.get(..folder.len() - 1).unwrap_or_default();
    let parts: Vec<&str> = file.split('/').collect();
    let same = folder.iter().zip(&parts).take_while(|(one, other)| one == other).count();
    let up = vec![".."; folder.len() - same];
    up.into_iter().chain(parts.into_iter().skip(same)).collect::<Vec<_>>().join("/")
}

/// The head of the item around an offset: the last line up to there that begins at the margin, up to its block.
fn item_head(text: &str, offset: usize) -> Option<String> {
    let end = text.get(offset..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| offset + length);
    let starts_item = |line: &&str| line.starts_with(|char: char| char.is_alphabetic());
    let line = text.get(..end)?.rsplit('\n').find(starts_item)?;
    let head = line.split(['{', '@', '#']).next().unwrap_or(line).trim();
    let words: Vec<&str> = head.split_whitespace().collect();
    Some(super::visible::shortened(&words.join(" "), LONGEST_HEAD))
}
