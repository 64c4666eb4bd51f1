//! Every example as a reader sees it, and plans that others might write: right ones give no error, wrong ones exactly what
//! they announce.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use assert_cmd::Command;
use insta::{Settings, assert_snapshot};
use pok::diagnostic::{Diagnostic, Figure};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn plans(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = entries
        .filter(|path| path.extension().is_some_and(|end| end == "pok"))
        .map(|path| format!("{folder}/{}", path.file_name().unwrap().to_string_lossy()))
        .collect();
    names.sort();
    names
}

/// What `pok check` prints for a file, and how it ends.
fn check(arguments: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command
        .current_dir(root())
        .env_remove("POK_LANG")
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .arg("check")
        .args(["--width", "100"]);
    let output = command.args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

fn snapshots(folder: &str) -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(Path::new("..").join("tests").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn every_example_as_it_is_shown() {
    for name in plans("examples") {
        let (text, code) = check(&[&name]);
        let stem = Path::new(&name).file_stem().unwrap().to_string_lossy().into_owned();
        snapshots("examples").bind(|| assert_snapshot!(stem, format!("{text}exit code {code}\n")));
    }
}

#[test]
fn the_documents_for_machines() {
    for name in ["examples/overbetuwe.pok", "examples/dronten.pok"] {
        let (text, _) = check(&["--format", "json", name]);
        let stem = Path::new(name).file_stem().unwrap().to_string_lossy().into_owned();
        snapshots("examples").bind(|| assert_snapshot!(format!("{stem}.json"), text));
    }
}

#[test]
fn both_documents_in_english_have_the_same_findings() {
    for name in ["examples/overbetuwe.pok", "examples/dronten.pok"] {
        let codes = |text: String| -> Vec<String> {
            let of_line = |line: &str| line.split_whitespace().find(|word| word.starts_with("POK")).map(str::to_owned);
            text.lines().filter_map(of_line).collect()
        };
        let (dutch, _) = check(&["--format", "short", name]);
        let (english, _) = check(&["--format", "short", "--lang", "en", name]);
        assert_ne!(dutch, english);
        assert_eq!(codes(dutch), codes(english));
    }
}

/// Codes of errors and warnings in short output, sorted.
fn graver(text: &str, levels: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut words = line.split(": ").nth(1).unwrap_or("").split_whitespace();
        let (Some(level), Some(code)) = (words.next(), words.next()) else { continue };
        if levels.contains(&level) && code.starts_with("POK") {
            found.push(code.to_owned());
        }
    }
    found.sort();
    found
}

#[test]
fn plans_that_others_write_give_no_error() {
    for name in plans("tests/plans") {
        let (text, _) = check(&["--format", "short", &name]);
        let errors = graver(&text, &["error", "fout"]);
        assert!(errors.is_empty(), "{name}: {text}");
    }
}

#[test]
fn wrong_plans_give_exactly_what_they_announce() {
    for name in plans("tests/plans/wrong") {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        let announced = text.lines().filter_map(|line| line.split_once("expect:"));
        let mut announced: Vec<String> = announced
            .flat_map(|(_, codes)| codes.split_whitespace())
            .filter(|code| code.starts_with("POK"))
            .map(str::to_owned)
            .collect();
        announced.sort();
        let (output, _) = check(&["--format", "short", &name]);
        assert_eq!(graver(&output, &["error", "fout", "warning", "waarschuwing"]), announced, "{name}:\n{output}");
    }
}

/// What a figure for machines shows: an amount with its cents, or a year.
fn shown(figure: &Figure) -> Option<String> {
    match figure {
        Figure::Money(money) => Some(format!("{}.{:02}", money.0 / 100, money.0 % 100)),
        Figure::Year(year) => Some(year.0.to_string()),
        _ => None,
    }
}

#[test]
fn what_cannot_be_paid_comes_to_what_the_plans_say() {
    let mut checked = 0;
    for name in plans("tests/plans/wrong") {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        let findings = pok::evaluate_text(&name, &text).findings;
        for line in text.lines().filter_map(|line| line.strip_prefix("# 401: ")) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let says = |finding: &Diagnostic| {
                words.chunks_exact(2).all(|pair| {
                    let figure = finding.figures.iter().find(|(figure, _)| *figure == pair[0]);
                    figure.and_then(|(_, figure)| shown(figure)).as_deref() == Some(pair[1])
                })
            };
            assert!(findings.iter().any(|finding| finding.code().is(401) && says(finding)), "{name}: {line}");
            checked += 1;
        }
    }
    assert!(checked > 0);
}
