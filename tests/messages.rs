//! Every message exists in both languages, with the same values, and nothing asks for one that does not.
#![allow(clippy::unwrap_used, reason = "tests")]

use fluent_bundle::FluentResource;
use pok::codes;
use pok::evaluation::Evaluation;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, text};
use pok::settings;
use pok::syntax::ast::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The texts of a language, also those that only the program uses.
fn files(language: Language) -> Vec<String> {
    let folder = match language {
        Language::English => "locales/en",
        Language::Dutch => "locales/nl",
    };
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap().replace("\r\n", "\n")).collect()
}

/// The messages of a language: their names, and the values that each uses.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in files(language) {
        let mut current = String::new();
        for line in text.lines() {
            if line.starts_with(|char: char| char.is_ascii_lowercase()) {
                line.split(" =").next().unwrap().clone_into(&mut current);
                assert!(messages.insert(current.clone(), BTreeSet::new()).is_none(), "{current} stands twice");
            }
            if line.starts_with('#') {
                continue;
            }
            for used in line.split('$').skip(1) {
                let name: String =
                    used.chars().take_while(|char| char.is_alphanumeric() || "-_".contains(*char)).collect();
                messages.get_mut(&current).unwrap().insert(name);
            }
        }
    }
    messages
}

/// Each message is read alone, so a reference to another would not be found.
#[test]
fn messages_stand_alone() {
    for language in [Language::English, Language::Dutch] {
        for text in files(language) {
            assert!(text.starts_with('#'), "a file begins with a comment on what is in it");
            for (number, line) in text.lines().enumerate() {
                for placed in line.split('{').skip(1) {
                    let first = placed.trim_start().chars().next().unwrap_or('$');
                    assert!(first == '$' || first == '"', "line {}: {line}", number + 1);
                }
            }
        }
    }
}

#[test]
fn the_files_are_fluent() {
    for language in [Language::English, Language::Dutch] {
        for text in files(language) {
            let errors = FluentResource::try_new(text.clone()).err().map(|(_, errors)| errors);
            assert!(errors.is_none(), "{errors:?} in\n{text}");
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    let (english, dutch) = (messages(Language::English), messages(Language::Dutch));
    let names = |messages: &BTreeMap<String, _>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let only_one: Vec<_> = names(&english).symmetric_difference(&names(&dutch)).cloned().collect();
    assert_eq!(only_one, Vec::<String>::new(), "messages in one language only");
    let differing: Vec<_> = english.iter().filter(|(name, values)| dutch.get(*name) != Some(values)).collect();
    assert!(differing.is_empty(), "messages with other values in Dutch: {differing:?}");
}

#[test]
fn every_kind_has_its_sentence() {
    let english = messages(Language::English);
    let missing: Vec<_> = codes::ALL.iter().map(|kind| kind.name).filter(|name| !english.contains_key(*name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
    let names: BTreeSet<_> = codes::ALL.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), codes::ALL.len(), "two kinds of one name");
    assert!(codes::ALL.is_sorted_by_key(|kind| &kind.code), "the table is in order of code");
}

#[test]
fn the_source_asks_for_known_messages_only() {
    let english = messages(Language::English);
    let mut unknown = BTreeSet::new();
    in_source(Path::new("src"), &mut |path, text| {
        for opening in ["Message::new(", "Failure::new(", ".plain("] {
            for found in text.split(opening).skip(1) {
                let literal = found.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
                unknown
                    .extend(literal.filter(|name| !english.contains_key(*name)).map(|name| format!("{path}: {name}")));
            }
        }
    });
    assert_eq!(unknown, BTreeSet::new());
}

/// Every value that a sentence uses is given: over all examples and cases, nothing is shown as `{$name}`.
#[test]
fn no_sentence_has_a_gap() {
    let mut plans = Vec::new();
    find(Path::new("examples"), "pok", &mut plans);
    find(Path::new("tests"), "pok", &mut plans);
    assert!(!plans.is_empty());
    let mut gaps = BTreeSet::new();
    for plan in plans {
        let bytes = fs::read(&plan).unwrap();
        let evaluation = pok::evaluate_text(&plan.to_string_lossy(), &String::from_utf8_lossy(&bytes));
        gaps.extend(gaps_in(&evaluation).map(|line| format!("{}: {line}", plan.display())));
    }
    assert_eq!(gaps, BTreeSet::new());
}

/// The same over all project files.
#[test]
fn no_sentence_about_settings_has_a_gap() {
    let mut files = Vec::new();
    find(Path::new("tests"), "toml", &mut files);
    assert!(!files.is_empty());
    for path in files {
        let file = settings::read("pok.toml", fs::read(&path).unwrap());
        let unused = file.settings.exclude.iter().flat_map(|entry| [entry.excludes_nothing(), entry.no_pattern()]);
        let rules = settings::RuleCodes { known: Vec::new(), complete: true };
        let unused = unused.chain(file.settings.levels.unknown_rules(&rules));
        let findings = file.findings.into_iter().chain(unused).collect();
        let evaluation = settings::evaluation(file.sources, &file.settings, findings, Vec::new());
        assert_eq!(gaps_in(&evaluation).collect::<Vec<_>>(), Vec::<String>::new(), "{}", path.display());
    }
}

/// Lines with something that was not filled in, in either language.
fn gaps_in(evaluation: &Evaluation) -> impl Iterator<Item = String> {
    let (book, filter) = (Phrasebook::default(), Filter::default());
    let screen = Screen { width: 100, colour: false, all: false, plain: false };
    let mut gaps = Vec::new();
    for language in [Language::English, Language::Dutch] {
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        let renderer = Renderer::new(book.words(language), notation);
        let checked = [Checked { evaluation, renderer, filter: &filter }];
        let shown = text::report(&checked, renderer, screen);
        gaps.extend(shown.lines().filter(|line| line.contains("{$")).map(str::to_owned));
    }
    gaps.into_iter()
}

fn find(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

fn in_source(folder: &Path, look: &mut impl FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            in_source(&path, look);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            look(&path.to_string_lossy(), &fs::read_to_string(&path).unwrap());
        }
    }
}
