//! The project file: every folder of `tests/settings` as `pok check` reports on it, and the command line around it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use insta::{Settings, assert_snapshot};
use pok::report::json::Input;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const PLAN: &str = "plan town \"Town\" { years 2025..2026 }\n";
/// With one warning (105).
const UNUSED: &str = "plan town \"Town\" { years 2025..2026 }\ndocument paper \"Paper\" { date 2025-01-01 }\n";
const BROKEN: &str = "goul x { }\n";

/// What pok writes on the screen, what it complains of, and its exit code.
fn pok(folder: &Path, args: &[&str]) -> (String, String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(args);
    for name in
        ["POK_LANG", "POK_PLAIN", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "LC_ALL", "LC_MESSAGES", "LANG"]
    {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn code(folder: &Path, args: &[&str]) -> i32 {
    pok(folder, args).2
}

fn json(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&pok(folder, &[&["check", "--format", "json"], args].concat()).0).unwrap()
}

fn names<'a>(object: &'a Value, list: &str, name: &str) -> Vec<&'a str> {
    object[list].as_array().unwrap().iter().map(|entry| entry[name].as_str().unwrap_or("-")).collect()
}

#[test]
fn every_project_is_reported_as_it_should() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/settings");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let (out, complaint, code) = pok(&folder, &["check", "--width", "100"]);
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path(&folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| assert_snapshot!("check", format!("{out}{complaint}exit code {code}\n")));
    }
}

#[test]
fn the_nearest_project_counts() {
    let nothing_denied = "strict = false\n";
    let folder = folder(&[
        ("pok.toml", "deny = \"warnings\"\n"),
        ("town.pok", UNUSED),
        ("deep/er/town.pok", UNUSED),
        ("own/pok.toml", nothing_denied),
        ("own/town.pok", UNUSED),
        ("repo/.git/HEAD", ""),
        ("repo/town.pok", UNUSED),
    ]);
    assert_eq!(code(folder.path(), &["check", "town.pok"]), 1);
    assert_eq!(code(folder.path(), &["check", "deep/er"]), 1);
    assert_eq!(code(folder.path(), &["check", "own"]), 0);
    assert_eq!(code(folder.path(), &["check", "repo/town.pok"]), 0);
    assert_eq!(code(&folder.path().join("deep/er"), &["check", "town.pok"]), 1);
    assert_eq!(code(folder.path(), &["check", "--no-config", "town.pok"]), 0);
    assert_eq!(code(folder.path(), &["check", "--config", "own/pok.toml", "town.pok"]), 0);
    assert_eq!(code(folder.path(), &["check", "--config", "pok.toml", "own"]), 1);
    assert_eq!(code(folder.path(), &["check", "--config", "pok.toml", "--no-config", "own"]), 2);
    assert_eq!(code(folder.path(), &["check", "--config", "none.toml", "own"]), 2);
    let object = json(&folder.path().join("deep/er"), &["town.pok"]);
    assert_eq!(names(&object, "inputs", "file"), ["../../pok.toml", "town.pok"]);
}

#[test]
fn the_language_of_the_project_is_below_what_is_asked() {
    let folder = folder(&[("pok.toml", "language = \"nl\"\n"), ("town.pok", &format!("{PLAN}{BROKEN}"))]);
    let word = |args: &[&str]| {
        let line = pok(folder.path(), &[&["check", "--format", "short", "town.pok"], args].concat()).0;
        line.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(word(&[]), "fout");
    assert_eq!(word(&["--lang", "en"]), "error");
    assert_eq!(word(&["--no-config"]), "error");
    assert!(pok(folder.path(), &["explain", "201"]).0.contains("Wat het betekent"));
    assert!(pok(folder.path(), &["explain", "201", "--no-config"]).0.contains("What it means"));
}

#[test]
fn what_is_left_out_is_said() {
    let folder = folder(&[
        ("pok.toml", "exclude = [\"drafts/\"]\n"),
        ("town.pok", PLAN),
        ("drafts/a.pok", BROKEN),
        ("drafts/b.pok", BROKEN),
    ]);
    let here = folder.path();
    let (out, complaint, code) = pok(here, &["check", "drafts/a.pok"]);
    let line = "Left out by “exclude” in pok.toml: drafts/a.pok. It was not checked.\n";
    assert!(out.ends_with(line) && complaint.is_empty(), "{out}");
    assert_eq!(code, 0);
    let (out, complaint, _) = pok(here, &["check", "--format", "short", "drafts/a.pok", "drafts/b.pok"]);
    assert_eq!(out, "");
    assert!(complaint.contains("drafts/a.pok and drafts/b.pok. They were"), "{complaint}");
    assert!(!pok(here, &["check"]).0.contains("Left out"));
    let object = json(here, &[]);
    assert_eq!(names(&object, "excluded", "file"), ["drafts/a.pok", "drafts/b.pok"]);
    assert_eq!(names(&object, "excluded", "pattern"), ["drafts/", "drafts/"]);
    assert_eq!(names(&object, "plans", "file"), ["town.pok"]);
    assert_eq!(pok(here, &["check", "drafts"]).2, 0);
    assert_eq!(pok(here, &["check", "--no-config", "drafts/a.pok"]).2, 1);
    assert_eq!(pok(&here.join("drafts"), &["check", "a.pok"]).2, 0);
}

#[test]
fn other_commands_follow_the_project() {
    let folder = folder(&[("pok.toml", "exclude = [\"drafts/\"]\n"), ("town.pok", PLAN), ("drafts/draft.pok", PLAN)]);
    let here = folder.path();
    assert!(!pok(here, &["eval", "."]).0.contains("draft.pok"));
    // Whoever names a plan wants its figures.
    assert!(pok(here, &["eval", "drafts/draft.pok"]).0.contains("draft.pok"));
    assert_eq!(pok(here, &["trace", "drafts/draft.pok", "cost()"]).2, pok(here, &["trace", "town.pok", "cost()"]).2);
    let (out, _, code) = pok(here, &["snap"]);
    assert_eq!((out.lines().count(), code), (1, 0));
    assert!(!here.join("drafts/draft.pok.snap").exists());
    assert!(pok(here, &["snap", "drafts/draft.pok"]).0.contains("Left out"));
    fs::write(here.join("pok.toml"), "stric = true\n").unwrap();
    for args in [&["eval", "town.pok"][..], &["snap", "town.pok"], &["trace", "town.pok", "cost(2025)"]] {
        assert!(pok(here, args).1.starts_with("pok.toml:1:1: error POK603: "), "{args:?}");
    }
    assert_eq!((code_of(here, "eval"), code_of(here, "snap")), (1, 1));
}

fn code_of(folder: &Path, command: &str) -> i32 {
    code(folder, &[command, "town.pok"])
}

#[test]
fn the_project_file_is_checked_alone_where_it_is_named() {
    let folder = folder(&[("pok.toml", "strict = true\n"), ("sub/pok.toml", "strikt = true\n"), ("town.pok", UNUSED)]);
    let (out, _, code) = pok(folder.path(), &["check", "pok.toml"]);
    assert_eq!((out.as_str(), code), ("pok.toml: in order\nnothing to report\n", 0));
    let (out, _, code) = pok(folder.path(), &["check", "sub/pok.toml", "--format", "short"]);
    assert!(out.starts_with("sub/pok.toml:1:1: error POK603: ") && out.lines().count() == 1, "{out}");
    assert_eq!(code, 1);
    let object = json(folder.path(), &["sub/pok.toml"]);
    assert_eq!((names(&object, "plans", "file").len(), &object["verdict"]), (0, &Value::from("undetermined")));
    assert_eq!(object["findings"][0]["plan"], Value::Null);
    assert_eq!(object["inputs"][0]["sha256"], Input::new("", b"strikt = true\n").sha256.as_str());
}

#[test]
fn a_project_file_that_cannot_be_had_is_said() {
    let folder = folder(&[("pok.toml/town.pok", PLAN), ("large/town.pok", PLAN), ("bytes/town.pok", PLAN)]);
    let here = folder.path();
    let (_, complaint, code) = pok(here, &["check", "pok.toml/town.pok"]);
    assert!(complaint.contains("pok.toml is a folder"), "{complaint}");
    assert_eq!(code, 2);
    fs::write(here.join("large/pok.toml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    let (out, complaint, code) = pok(here, &["check", "large/town.pok"]);
    assert_eq!(complaint, "pok: large/pok.toml is larger than 1 MiB, so it was not read\n");
    assert!(out.contains("town (large/town.pok)"));
    assert_eq!(code, 2);
    fs::write(here.join("bytes/pok.toml"), b"language = \"n\xE9\"\n").unwrap();
    let (out, _, code) = pok(here, &["check", "bytes/town.pok", "--format", "short"]);
    assert!(out.starts_with("bytes/pok.toml:1:14: error POK003: "), "{out}");
    assert_eq!(code, 1);
}

#[test]
fn select_is_above_what_the_project_switches_off() {
    let folder = folder(&[("pok.toml", "[severity]\nPOK105 = \"off\"\n"), ("town.pok", UNUSED)]);
    let lines = |args: &[&str]| {
        let all = [&["check", "--format", "short"], args].concat();
        pok(folder.path(), &all).0.lines().count()
    };
    assert_eq!(lines(&[]), 0);
    assert_eq!(lines(&["--select", "POK105"]), 1);
    assert_eq!(lines(&["--select", "POK1"]), 0);
    assert!(pok(folder.path(), &["check"]).0.contains("1 finding is not shown because pok.toml switches it off\n"));
}

#[test]
fn a_level_never_changes_the_verdict() {
    let wrong = "plan town \"Town\" { years 2025 }\ngoal park { cost 2025: 10 }\nstated cost(park) = 9\n";
    let folder = folder(&[("pok.toml", "[severity]\nPOK201 = \"note\"\n"), ("town.pok", wrong)]);
    let object = json(folder.path(), &[]);
    assert_eq!((&object["verdict"], &object["findings"][0]["severity"]), (&"fails".into(), &"note".into()));
    assert_eq!(code(folder.path(), &["check"]), 0);
    assert_eq!(code(folder.path(), &["eval", "town.pok"]), 1);
    assert_eq!(code(folder.path(), &["check", "--no-config"]), 1);
}
