//! `pok check --add-allow` and `--today`, run as a user runs them.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const PLAN: &str = "language en\nplan town { years 2025..2026 }\nsource grant { income 2025: 1,000; unspent lapses }\ngoal a { cost 2025: 400.50 }\nstated cost(a) = 400\n";

fn pok(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(args);
    for name in
        ["POK_LANG", "POK_PLAIN", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "LC_ALL", "LC_MESSAGES", "LANG"]
    {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn what_is_found_is_accepted_and_then_the_reasons_are_asked_for() {
    let folder = folder(&[("town.pok", PLAN)]);
    assert_eq!(pok(folder.path(), &["check", "town.pok"]).status.code(), Some(1));
    let written = pok(folder.path(), &["check", "--add-allow", "town.pok"]);
    assert_eq!(written.status.code(), Some(0));
    assert_snapshot!(out(&written), @r#"
town.pok: 2 allows written
  5: allow POK201 at most 0.50 because "…"
  8: allow POK406 on grant at most 599.50 because "…"
Fill in the reason of each; until then pok asks for it (POK601).
"#);
    assert_snapshot!(read(&folder, "town.pok"), @r#"
language en
plan town { years 2025..2026 }
source grant { income 2025: 1,000; unspent lapses }
goal a { cost 2025: 400.50 }
stated cost(a) = 400 allow POK201 at most 0.50 because "…"

# Accepted deviations; fill in why each is accepted.
allow POK406 on grant at most 599.50 because "…"
"#);
    let again = pok(folder.path(), &["check", "--format", "short", "town.pok"]);
    assert_eq!(again.status.code(), Some(0));
    assert_snapshot!(out(&again), @r#"
town.pok:3:36: accepted POK406: €599.50 of grant is lost at the end of 2025: no goal uses it in time. (because “…”)
town.pok:5:18: accepted POK201: “cost(a)” is stated as €400, but it comes to €400.50: the stated figure is €0.50 too low. (because “…”)
town.pok:5:22: warning POK601: Why POK201 here is accepted is not filled in yet.
town.pok:8:1: warning POK601: Why POK406 on grant is accepted is not filled in yet.
"#);
    let before = read(&folder, "town.pok");
    assert_snapshot!(out(&pok(folder.path(), &["check", "--add-allow", "town.pok"])), @"town.pok: nothing to accept");
    assert_eq!(read(&folder, "town.pok"), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn only_what_is_shown_is_accepted() {
    let folder = folder(&[("town.pok", PLAN)]);
    let output = pok(folder.path(), &["check", "--add-allow", "--select", "POK406", "town.pok"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert!(read(&folder, "town.pok").contains("POK406") && !read(&folder, "town.pok").contains("POK201"));
}

#[test]
fn a_byte_order_mark_and_line_ends_stay() {
    let text = format!("\u{feff}{}", PLAN.replace('\n', "\r\n"));
    let folder = folder(&[("town.pok", &text)]);
    assert_eq!(pok(folder.path(), &["check", "--add-allow", "town.pok"]).status.code(), Some(0));
    let written = read(&folder, "town.pok");
    assert!(written.starts_with('\u{feff}') && written.len() > text.len());
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder(&[("town.pok", PLAN)]);
    let path = folder.path().join("town.pok");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("town.pok", folder.path().join("link.pok")).unwrap();
    assert_eq!(pok(folder.path(), &["check", "--add-allow", "link.pok"]).status.code(), Some(0));
    assert!(fs::symlink_metadata(folder.path().join("link.pok")).unwrap().is_symlink());
    assert!(read(&folder, "town.pok").contains("allow POK201"));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn what_an_included_file_has_is_accepted_in_the_plan() {
    let parts = "goal a { cost 2025: 400 }\nstated cost(a) = 300\ntable cost { | 2025 | total\n b | 5 | 6\n}\ngoal b\n";
    let folder = folder(&[("town.pok", "plan town { years 2025 }\ninclude \"parts.pok\""), ("parts.pok", parts)]);
    assert_eq!(pok(folder.path(), &["check", "--add-allow", "town.pok"]).status.code(), Some(0));
    assert_eq!(read(&folder, "parts.pok"), parts);
    assert_snapshot!(read(&folder, "town.pok"), @r#"
plan town { years 2025 }
include "parts.pok"

# Accepted deviations; fill in why each is accepted.
allow POK201 on a at most 100 because "…"
allow POK201 on b at most 1 because "…"
"#);
}

#[test]
fn what_must_be_mended_stays_an_error() {
    let folder = folder(&[("town.pok", &PLAN.replace("400.50", "1.2.3")), ("open.pok", "plan town { years 2025\n")]);
    let output = pok(folder.path(), &["check", "--add-allow", "town.pok"]);
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    let open = pok(folder.path(), &["check", "--add-allow", "open.pok"]);
    assert_eq!(open.status.code(), Some(1), "{}", out(&open));
    assert_eq!(read(&folder, "open.pok"), "plan town { years 2025\n");
}

#[test]
fn standard_input_cannot_be_written_to() {
    let mut command = Command::cargo_bin("pok").unwrap();
    let output = command.args(["check", "--add-allow", "-"]).write_stdin(PLAN).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_date_is_compared_with_the_day_that_is_given() {
    let text = PLAN.replace("= 400\n", "= 400 allow POK201 because \"agreed\" until-date 2026-06-30\n");
    let folder = folder(&[("town.pok", &text)]);
    let code = |args: &[&str]| pok(folder.path(), &[&["check", "town.pok"], args].concat()).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--strict"]), Some(0));
    assert_eq!(code(&["--today", "2026-06-30"]), Some(0));
    assert_eq!(code(&["--today", "2026-07-01"]), Some(1));
    assert_eq!(code(&["--today", "1 July"]), Some(2));
}
