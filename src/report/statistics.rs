//! Findings -> how many there are of each code, most frequent first, for people and for machines.

use super::explain::Page;
use super::json::object;
use super::summary::{Tally, total_lines};
use super::text::{Ink, Screen};
use super::visible::visible;
use super::wrap::wrapped;
use super::{Checked, RunNotes, shown_once};
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::kind::FileKind;
use crate::language::Language;
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Version of the form of the object.
const VERSION: u32 = 1;

/// How many findings there are, apart as people ask for them.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    total: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// About what a scenario would bring about.
    scenarios: usize,
    accepted: usize,
}

impl Counts {
    fn add(&mut self, finding: &Diagnostic) {
        self.total += 1;
        match finding.level() {
            _ if finding.accepted.is_some() => self.accepted += 1,
            _ if !finding.counts() => self.scenarios += 1,
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    /// What there is any of, with the message that says how many.
    fn parts(self) -> impl Iterator<Item = Message> {
        let parts = [
            ("count-errors", self.errors),
            ("count-warnings", self.warnings),
            ("count-notes", self.notes),
            ("count-what-if", self.scenarios),
            ("count-accepted", self.accepted),
        ];
        parts.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| Message::new(name).with("count", count))
    }
}

/// The findings of one code.
struct Row {
    code: String,
    title: String,
    counts: Counts,
}

#[derive(Serialize)]
struct Object {
    version: u32,
    verdict: &'static str,
    total: Counts,
    codes: Vec<CodeEntry>,
    not_checked: usize,
}

#[derive(Serialize)]
struct CodeEntry {
    code: String,
    title: String,
    #[serde(flatten)]
    counts: Counts,
}

/// One line for each code, and the totals.
pub fn text(plans: &[Checked<'_>], run: RunNotes<'_>, screen: Screen) -> String {
    let rows = rows(plans, run.reader.language());
    let said = |row: &Row| row.counts.parts().map(|part| run.reader.message(&part)).collect::<Vec<_>>().join(", ");
    let said: Vec<String> = rows.iter().map(said).collect();
    let codes = rows.iter().map(|row| row.code.width()).max().unwrap_or(0);
    let counts = said.iter().map(|said| said.width()).max().unwrap_or(0);
    let pad = |text: &str, width: usize| " ".repeat(width - text.width().min(width));
    let mut out = String::new();
    for (row, said) in rows.iter().zip(&said) {
        let code = screen.paint(Ink::Heading, &row.code);
        let line = format!("{code}{}  {said}{}  ", pad(&row.code, codes), pad(said, counts));
        let indent = " ".repeat(codes + counts + 4);
        // The title is wrapped after what stands before it, the widths of which count no colour.
        let title = wrapped(&row.title, &indent, &indent, screen.width);
        out.push_str(&line);
        out.push_str(title.get(indent.len()..).unwrap_or("\n"));
    }
    if !rows.is_empty() {
        out.push('\n');
    }
    let checked = plans.iter().filter(|plan| plan.evaluation.kind != FileKind::Settings).count();
    let mut lines = total_lines(&Tally::of(plans), run.reader, checked);
    let unchecked = unchecked(plans);
    if unchecked > 0 {
        lines.push(run.reader.message(&Message::new("count-not-checked").with("count", unchecked)));
    }
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// The same as one object, with a line end.
pub fn json(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let rows = rows(plans, run.reader.language());
    let mut total = Counts::default();
    shown_once(plans).into_iter().flatten().for_each(|finding| total.add(finding));
    let codes = rows.into_iter().map(|Row { code, title, counts }| CodeEntry { code, title, counts });
    let codes = codes.collect();
    object(&Object { version: VERSION, verdict: run.verdict.word(), total, codes, not_checked: unchecked(plans) })
}

/// How many parts were not checked.
fn unchecked(plans: &[Checked<'_>]) -> usize {
    super::unchecked::unchecked_once(plans).iter().map(Vec::len).sum()
}

/// One row for each code: most frequent first, then by code.
fn rows(plans: &[Checked<'_>], language: Language) -> Vec<Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for finding in shown_once(plans).into_iter().flatten() {
        let code = finding.code().to_string();
        let new = || Row { code: code.clone(), title: title(finding, language), counts: Counts::default() };
        rows.entry(code.clone()).or_insert_with(new).counts.add(finding);
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.counts.total));
    rows
}

/// The title of the code of a finding.
pub(super) fn title(finding: &Diagnostic, language: Language) -> String {
    match &finding.rule {
        Some(rule) => visible(rule.title(language)),
        None => Page::of(finding.code()).map_or_else(String::new, |page| page.title(language).to_owned()),
    }
}
