//! Accepted deviations: what is accepted, what an `allow` says that it does not do, and what would be written for the rest.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::accept::add::{Hand, additions, edited, edits};
use pok::diagnostic::{Diagnostic, Severity};
use pok::evaluate_with;
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::kind::FileKind;
use pok::load::{Input, NoFiles, load};
use pok::report::text::{Screen, report};
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, short, snap};
use pok::source::FileId;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn plans(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "pok")).collect();
    found.sort();
    found
}

fn evaluated(text: &str, today: Option<&str>) -> Evaluation {
    let input = Input { name: "plan.pok".to_owned(), key: "plan.pok".to_owned(), bytes: text.as_bytes().to_vec() };
    let today = today.map(|date| date.trim().parse().unwrap());
    evaluate_with(load(input, &mut NoFiles), &Session { today, acceptable: true, ..Session::default() })
}

/// The text with an `allow` for everything that is found in it.
fn with_allows(evaluation: &Evaluation) -> String {
    let file = evaluation.sources.file(FileId(0));
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let hand = Hand { language: evaluation.language, digits: notation.minor_digits() };
    let additions = additions(&evaluation.findings, &evaluation.acceptable);
    edited(file.text(), &edits(file, &additions, hand))
}

#[test]
fn every_case_reads_as_it_should() {
    let (book, filter) = (Phrasebook::default(), Filter::default());
    for path in plans("tests/accept") {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap();
        let today = first.strip_prefix("# today:").or(first.strip_prefix("# vandaag:"));
        let evaluation = evaluated(&text, today);
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        let renderer = Renderer::new(book.words(evaluation.language), notation);
        let checked = [Checked { evaluation: &evaluation, renderer, filter: &filter }];
        let screen = Screen { width: 100, colour: false, all: false, plain: false };
        let shown = format!("{}\n{}", report(&checked, renderer, screen), short::report(&checked));
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path(root().join("tests/accept"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| assert_snapshot!(stem, shown));
    }
}

/// What is left after everything was accepted: what has to be mended, reasons to fill in, and what is said of `allow`s
/// that were there before.
fn left(evaluation: &Evaluation) -> Vec<String> {
    let open = |it: &&Diagnostic| it.accepted.is_none() && it.severity() != Severity::Note;
    let must_be_mended = |it: &Diagnostic| it.severity() == Severity::Error && it.code().leaves_undetermined();
    let left = evaluation.findings.iter().filter(open).filter(|it| !must_be_mended(it) && !it.code().is(601));
    left.map(|finding| format!("{} {}", finding.code(), finding.message.name)).collect()
}

#[test]
fn what_is_written_accepts_all_that_is_found_and_is_written_once() {
    let cases = fs::read_dir(root().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        cases.flat_map(|folder| ["en", "nl"].map(|language| folder.join(format!("triggers.{language}.pok")))).collect();
    files.extend(["examples", "tests/plans", "tests/plans/wrong", "tests/accept"].into_iter().flat_map(plans));
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let before = evaluated(&text, None);
        if before.kind != FileKind::Plan {
            continue;
        }
        let written = with_allows(&before);
        let after = evaluated(&written, None);
        assert_eq!(left(&after), Vec::<String>::new(), "{}:\n{written}", path.display());
        assert_eq!(with_allows(&after), written, "{}", path.display());
        let unused = |it: &&Diagnostic| it.message.name == "allow-unused" || it.message.name == "allow-no-amount";
        let (new, old) = (after.findings.iter().filter(unused), before.findings.iter().filter(unused));
        assert_eq!(new.count(), old.count(), "{}:\n{written}", path.display());
    }
}

#[test]
fn line_ends_stay_as_they_are() {
    let text = "plan p { years 2025 }\r\ngoal a { cost 2025: 5; budget 2025: 6 }\r\nstated cost(a) = 4";
    let written = with_allows(&evaluated(text, None));
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    assert_snapshot!(written.replace('\r', "~"), @r#"
plan p { years 2025 }~
goal a { cost 2025: 5; budget 2025: 6 }~
stated cost(a) = 4 allow POK201 at most 1 because "…"~
~
# Accepted deviations; fill in why each is accepted.~
allow POK205 on a at most 1 because "…"~
"#);
}

#[test]
fn a_table_takes_its_allow_before_its_closing_brace() {
    let text = "taal nl\nplan p { jaren 2025 }\ndoel a\ntabel lasten {\n  | 2025 | totaal\n  a | 5.000 | 6.000,50\n}\n";
    assert_snapshot!(with_allows(&evaluated(text, None)), @r#"
taal nl
plan p { jaren 2025 }
doel a
tabel lasten {
  | 2025 | totaal
  a | 5.000 | 6.000,50
  accepteer POK201 ten hoogste 1.000,50 omdat "…"
}
"#);
}

#[test]
fn what_is_removed_leaves_the_rest() {
    let text = "plan p { years 2025 }\ngoal a { cost 2025: 5; allow POK301 because \"x\"; note \"n\" }\n  allow POK302 because \"x\"\nstated 1 = 1 allow POK201 because \"x\"\n";
    let evaluation = evaluated(text, None);
    let fixes: Vec<_> = evaluation.findings.iter().flat_map(|it| &it.fixes).flat_map(|fix| fix.edits.clone()).collect();
    assert_eq!(fixes.len(), 3);
    assert_eq!(edited(text, &fixes), "plan p { years 2025 }\ngoal a { cost 2025: 5; note \"n\" }\nstated 1 = 1\n");
}

#[test]
fn what_cannot_be_read_is_never_accepted() {
    let text = "plan p { years 2025 }\ngoal a { cost 2025: x }\nallow POK002 because \"later\"\nallow POK406 because \"later\"\n";
    let evaluation = evaluated(text, None);
    assert_eq!(evaluation.verdict, Verdict::Undetermined);
    assert!(evaluation.findings.iter().all(|finding| finding.accepted.is_none()));
    // With something unread nobody knows whether the second accepts nothing.
    let judged: Vec<_> = evaluation.findings.iter().filter(|it| it.code().is(601)).map(|it| it.message.name).collect();
    assert_eq!(judged, ["allow-cannot"]);
}

#[test]
fn a_snapshot_of_the_outcome_names_what_is_accepted() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accept/ongedateerd.pok")).unwrap();
    assert_snapshot!(snap(&evaluated(&text, None)), @r#"
plan zorg: holds

accepted
  warning POK406 plan.pok, bron spuk "Uitkering"
    Van spuk vervalt € 1.000 aan het eind van 2025: geen doel gebruikt het op tijd.
    omdat “Te laat toegekend”, tot en met 2020-01-01

not checked
  of POK406 op spuk nog is geaccepteerd; dat is zo tot en met 2020-01-01: niemand zei welke dag het is; geef --today
"#);
}
