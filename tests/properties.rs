//! What can be asked of the things of a plan: everything in both languages, and what cannot, with what people then read.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::diagnostic::Severity;
use pok::evaluate_text;
use pok::model::expression::EntityKind;
use pok::model::properties;
use pok::model::words::State;
use pok::report::text::{Screen, report};
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use std::fs;
use std::path::{Path, PathBuf};

const SCREEN: Screen = Screen { width: 100, colour: false, all: false, plain: false };

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/properties")
}

fn text_of(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap()
}

fn read(name: &str) -> String {
    let evaluation = evaluate_text(name, &text_of(name));
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    let filter = Filter::default();
    report(&[Checked { evaluation: &evaluation, renderer, filter: &filter }], renderer, SCREEN)
}

#[test]
fn everything_that_is_asked_holds() {
    for name in ["everything.en.pok", "everything.nl.pok"] {
        let evaluation = evaluate_text(name, &text_of(name));
        let errors = evaluation.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let errors: Vec<String> = errors.map(|finding| format!("{:?}", finding.message)).collect();
        assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
        assert!(evaluation.not_checked.is_empty(), "{name}: {:?}", evaluation.not_checked);
    }
}

/// Every claim about a condition fails when the condition is turned round: none holds whatever it says.
#[test]
fn nothing_that_is_asked_holds_turned_round() {
    for (name, start, not) in [
        ("everything.en.pok", "stated count(d for d in documents where ", "not"),
        ("everything.nl.pok", "vermeld aantal(d voor d in documenten waarbij ", "niet"),
    ] {
        let text = text_of(name);
        let of_one = |line: &str| -> Option<(String, String)> {
            let (condition, end) = line.strip_prefix(start)?.rsplit_once(") = ")?;
            Some((line.to_owned(), format!("{start}{not} ({condition})) = {end}")))
        };
        let asked: Vec<(String, String)> = text.lines().filter_map(of_one).collect();
        assert!(asked.len() > 40, "{name} asks {} things", asked.len());
        for (line, turned) in asked {
            let evaluation = evaluate_text(name, &text.replacen(&line, &turned, 1));
            let fails = evaluation.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
            assert_eq!((fails, evaluation.not_checked.len()), (1, 0), "{name}: {turned}");
        }
    }
}

/// No property and no word is left out of what is asked.
#[test]
fn everything_is_asked_in_both_languages() {
    for (name, dutch, is) in [("everything.en.pok", false, " is "), ("everything.nl.pok", true, " is ")] {
        let text = text_of(name);
        let has = if dutch { " heeft " } else { " has " };
        for entry in properties::ALL {
            let word = entry.word.shown(dutch);
            let ask = if entry.value.is_some() { format!(".{word}") } else { format!("{has}{word}") };
            assert!(text.contains(&ask), "{name} does not ask “{ask}”");
        }
        let kinds = [EntityKind::Goal, EntityKind::Payer, EntityKind::Decision, EntityKind::Line];
        for state in kinds.into_iter().flat_map(State::of).filter(|state| !matches!(state, State::Kind(_))) {
            let word = state.word().shown(dutch);
            assert!(text.contains(&format!("{is}{word}")), "{name} does not ask “is {word}”");
        }
    }
}

#[test]
fn what_cannot_be_asked_says_why() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for name in ["wrong.en.pok", "wrong.nl.pok", "damaged.en.pok"] {
            assert_snapshot!(name, read(name));
        }
    });
}
