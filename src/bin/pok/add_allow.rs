//! `pok check --add-allow`: writes into each plan what accepts its findings, their reasons left open.

use super::files::{Disk, Target};
use super::output::Failure;
use super::write::replace;
use pok::accept::add::{Acceptable, Addition, Hand, additions, edited, edits};
use pok::diagnostic::{Diagnostic, Message, Severity};
use pok::evaluate_with;
use pok::evaluation::{Evaluation, Session};
use pok::kind::FileKind;
use pok::load::load;
use pok::report::visible::visible;
use pok::report::{Filter, Notation, Renderer};
use pok::source::{FileId, SourceFile};
use pok::syntax::BYTE_ORDER_MARK;
use std::io;
use std::path::PathBuf;

/// What was done to one plan.
pub(crate) struct Added {
    /// What to say about it.
    pub(crate) lines: String,
    /// Whether errors are left, which have to be mended.
    pub(crate) errors: bool,
}

/// Accepts what was found in a plan, as far as it is shown.
pub(crate) fn add(
    evaluation: &Evaluation,
    filter: &Filter,
    session: &Session,
    reader: Renderer<'_>,
) -> Result<Added, Failure> {
    let file = evaluation.sources.file(FileId(0));
    let name = visible(file.name());
    let additions = wanted(evaluation, filter);
    if additions.is_empty() {
        let line = reader.message(&Message::new("add-allow-nothing").with("file", name.as_str()));
        return Ok(Added { lines: line + "\n", errors: has_errors(evaluation, filter) });
    }
    if file.name() == "-" {
        return Err(Failure::new("failure-allow-stdin"));
    }
    let digits = Notation { currency: evaluation.currency, years: evaluation.year_style }.minor_digits();
    let hand = Hand { language: evaluation.language, digits };
    let text = edited(file.text(), &edits(file, &additions, hand));
    let after = write(file, &text, evaluation, session)?;
    let said = Message::new("add-allow-written").with("file", name.as_str()).with("count", additions.len());
    let mut lines = reader.message(&said) + "\n";
    for addition in &additions {
        lines.push_str(&written(&text, &addition.statement(hand)));
    }
    lines.push_str(&reader.plain("add-allow-reasons"));
    lines.push('\n');
    let errors = has_errors(&after, filter);
    if errors {
        lines.push_str(&reader.plain("add-allow-left"));
        lines.push('\n');
    }
    Ok(Added { lines, errors })
}

/// What is to be written for the findings that are shown.
fn wanted(evaluation: &Evaluation, filter: &Filter) -> Vec<Addition> {
    let shown = |entry: &&Acceptable| {
        let finding = evaluation.findings.get(entry.finding);
        evaluation.kind == FileKind::Plan && finding.is_some_and(|finding| filter.shows(finding.code()))
    };
    let chosen: Vec<Acceptable> = evaluation.acceptable.iter().filter(shown).cloned().collect();
    additions(&evaluation.findings, &chosen)
}

fn has_errors(evaluation: &Evaluation, filter: &Filter) -> bool {
    let open = |it: &&Diagnostic| it.accepted.is_none() && it.counts() && filter.shows(it.code());
    evaluation.findings.iter().filter(open).any(|finding| finding.level() == Severity::Error)
}

/// The line with its number: `  12: allow POK201 …`.
fn written(text: &str, statement: &str) -> String {
    let number = text.lines().position(|line| line.contains(statement)).map_or(0, |index| index + 1);
    format!("  {number}: {}\n", visible(statement))
}

/// Puts the new text in place of the old one, and gives what then comes out.
fn write(file: &SourceFile, text: &str, before: &Evaluation, session: &Session) -> Result<Evaluation, Failure> {
    let shown = PathBuf::from(file.name());
    let fail = |error: &io::Error| Failure::new("failure-file").file(&shown).cause(error);
    let (mut disk, mut input) = Disk::open(&Target::File(shown.clone()), false)?;
    let mark: &[u8] = if input.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    let old = input.bytes.clone();
    if old.get(mark.len()..) != Some(file.text().as_bytes()) {
        return Err(Failure::new("failure-allow-changed").file(&shown));
    }
    let new = [mark, text.as_bytes()].concat();
    input.bytes.clone_from(&new);
    let after = evaluate_with(load(input, &mut disk), session);
    if unread(&after) > unread(before) {
        return Err(Failure::new("failure-allow-unread").file(&shown));
    }
    let path = shown.canonicalize().map_err(|error| fail(&error))?;
    replace(&path, &old, &new).map_err(|error| fail(&error))?;
    Ok(after)
}

/// How many errors keep something from being read.
fn unread(evaluation: &Evaluation) -> usize {
    let is_unread = |it: &&Diagnostic| it.severity() == Severity::Error && it.code().leaves_undetermined();
    evaluation.findings.iter().filter(is_unread).count()
}
