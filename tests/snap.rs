//! `pok snap`: outcomes kept beside plans.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

const PLAN: &str = "plan town \"Town\" { years 2025..2026 }
goal park { cost 2025: 10,000, 2026: 12,000 }
stated cost(park) = 22,000
";

fn snap(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).env_remove("POK_LANG").env("LC_ALL", "C").arg("snap").args(arguments);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn a_snapshot_is_written_compared_and_accepted() {
    let folder = folder(&[("town.pok", PLAN)]);
    let path = folder.path();
    assert_eq!(snap(path, &[]), ("town.pok.snap: written\n".to_owned(), String::new(), 0));
    assert_eq!(snap(path, &[]), ("town.pok.snap: unchanged\n".to_owned(), String::new(), 0));
    assert_eq!(snap(path, &["--check"]).2, 0);
    fs::write(path.join("town.pok"), PLAN.replace("22,000", "21,000")).unwrap();
    let before = read(path, "town.pok.snap");
    let (shown, _, code) = snap(path, &["town.pok"]);
    assert_eq!(code, 1);
    assert_snapshot!(shown);
    assert_eq!(snap(path, &["--check"]).2, 1);
    assert_eq!(read(path, "town.pok.snap"), before);
    assert_eq!(snap(path, &["--accept"]).0, "town.pok.snap: the new outcome is accepted\n");
    assert_eq!(snap(path, &["--check"]).2, 0);
}

#[test]
fn checking_never_writes() {
    let folder = folder(&[("town.pok", PLAN)]);
    let (shown, _, code) = snap(folder.path(), &["--check", "--lang", "nl"]);
    assert_eq!((shown.as_str(), code), ("town.pok.snap: er is geen momentopname; `pok snap` maakt die\n", 1));
    assert!(!folder.path().join("town.pok.snap").exists());
    assert_eq!(snap(folder.path(), &["--check", "--accept"]).2, 2);
}

#[test]
fn moved_lines_other_folders_and_line_ends_change_nothing() {
    let wrong = PLAN.replace("22,000", "21,000");
    let folder = folder(&[("sub/town.pok", &wrong)]);
    let path = folder.path();
    snap(path, &[]);
    assert_eq!(snap(&path.join("sub"), &["--check"]).2, 0);
    fs::write(path.join("sub/town.pok"), format!("# A comment.\n\n\n{}", wrong.replace('\n', "\r\n"))).unwrap();
    let text = read(path, "sub/town.pok.snap").replace('\n', "\r\n");
    fs::write(path.join("sub/town.pok.snap"), text).unwrap();
    let (shown, _, code) = snap(path, &["--check"]);
    assert_eq!((shown.as_str(), code), ("sub/town.pok.snap: unchanged\n", 0));
}

#[test]
fn parts_of_plans_are_skipped_with_a_word() {
    let part = "goal park { cost 2025: 10 }\n";
    let folder = folder(&[("a.pok", "plan a { years 2025 }\ninclude \"park.pok\"\n"), ("park.pok", part)]);
    let (shown, _, code) = snap(folder.path(), &[]);
    assert_eq!((shown.as_str(), code), ("a.pok.snap: written\npark.pok: part of other plans, skipped\n", 0));
    assert!(!folder.path().join("park.pok.snap").exists());
}

#[test]
fn what_cannot_be_done() {
    let folder = folder(&[("town.pok", PLAN)]);
    assert_eq!(snap(folder.path(), &["none.pok"]).2, 2);
    assert_eq!(snap(folder.path(), &["-"]).2, 2);
    fs::create_dir(folder.path().join("town.pok.snap")).unwrap();
    assert_eq!(snap(folder.path(), &["town.pok"]).2, 2);
}

#[test]
fn findings_stand_at_names_not_lines() {
    let wrong = PLAN.replace("22,000", "21,000");
    let folder = folder(&[("town.pok", wrong.as_str())]);
    snap(folder.path(), &[]);
    assert_snapshot!(read(folder.path(), "town.pok.snap"));
}
