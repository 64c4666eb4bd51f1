//! `pok check --output` and `--statistics`: several reports in one run, each whole, none over a plan.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const CLEAN: &str = "taal nl\nplan a \"A\" { jaren 2025 }\nbron b \"B\" { baten 2025: 10 }\ndoel c \"C\" { lasten 2025: 10; betaald uit b }\n";
const SHARED: &str = "taal nl\nbron b \"B\" { baten 2025: 1.0 }\n";

fn pok(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).arg("check").args(args);
    for name in ["POK_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "LANG"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn files(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn one_run_gives_several_reports() {
    let folder = folder(&[("a.pok", &CLEAN.replace(": 10;", ": 12;"))]);
    let output = pok(
        folder.path(),
        &["--color", "always", "--output", "sarif=a.sarif", "--output", "junit=a.xml", "--output", "text=a.txt"],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("\u{1b}["));
    assert!(read(&folder, "a.txt").starts_with("fout POK401: "));
    let log: Value = serde_json::from_str(&read(&folder, "a.sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "POK401");
    assert!(read(&folder, "a.xml").starts_with("<?xml"));
    assert_eq!(files(&folder), ["a.pok", "a.sarif", "a.txt", "a.xml"]);
}

#[test]
fn a_file_alone_takes_the_place_of_the_screen() {
    let folder = folder(&[("a.pok", CLEAN), ("report.md", "old")]);
    let output = pok(folder.path(), &["--format", "markdown", "--output", "report.md", "a.pok"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
    assert!(read(&folder, "report.md").starts_with("# Controle"));
    let output = pok(folder.path(), &["--format", "short", "--output", "-", "--output", "gitlab=g.json", "a.pok"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
    assert_eq!(read(&folder, "g.json"), "[]\n");
    let output = pok(folder.path(), &["--output", "x.txt", "--output", "gitlab=-", "a.pok"]);
    assert_eq!(out(&output), "[]\n");
}

#[test]
fn a_wrong_output_is_said_before_any_work() {
    let folder = folder(&[("a.pok", CLEAN), ("sub/b.pok", CLEAN)]);
    let cases: [(&[&str], &str); 11] = [
        (&["--output", "sarf=a.json"], "there is no format “sarf”"),
        (&["--output", "sarif="], "the file is missing"),
        (&["--output", ""], "the file is missing"),
        (&["--output", "sarif=none/a.sarif"], "there is no folder none"),
        (&["--output", "sub"], "sub is a folder"),
        (&["--output", "sarif=a.x", "--output", "junit=./a.x"], "two reports would go to ./a.x"),
        (&["--output", "a.x", "--output", "junit=sub/../a.x"], "two reports would go to"),
        (&["--output", "json=-"], "two reports would go to standard output"),
        (&["--output", "a.txt", "--output", "b.txt"], "can be given once"),
        (&["--output", "a.pok"], "never written over a plan"),
        (&["--statistics", "--output", "sarif=a.sarif"], "--statistics has the formats text and json only"),
    ];
    for (args, expected) in cases {
        let output = pok(folder.path(), args);
        assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()), "{args:?}");
        assert!(complaint(&output).contains(expected), "{args:?}: {}", complaint(&output));
    }
    assert_eq!(files(&folder), ["a.pok", "sub"]);
    // A file that is read, whatever its name.
    fs::write(folder.path().join("plan.txt"), CLEAN).unwrap();
    let output = pok(folder.path(), &["--output", "./plan.txt", "plan.txt"]);
    assert!(complaint(&output).contains("never written over a plan"));
    assert_eq!(read(&folder, "plan.txt"), CLEAN);
    // A name with `=` in it.
    let output = pok(folder.path(), &["--output", "./a=b.txt", "a.pok"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(files(&folder).contains(&"a=b.txt".to_owned()));
}

#[cfg(unix)]
#[test]
fn devices_and_links_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
    let folder = folder(&[("a.pok", CLEAN), ("real.txt", "old")]);
    symlink("real.txt", folder.path().join("link.txt")).unwrap();
    fs::set_permissions(folder.path().join("real.txt"), fs::Permissions::from_mode(0o640)).unwrap();
    let output = pok(folder.path(), &["--output", "short=/dev/null", "--output", "gitlab=link.txt", "a.pok"]);
    assert_eq!(output.status.code(), Some(0), "{}", complaint(&output));
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    assert!(fs::symlink_metadata(folder.path().join("link.txt")).unwrap().is_symlink());
    assert_eq!(read(&folder, "real.txt"), "[]\n");
    assert_eq!(fs::metadata(folder.path().join("real.txt")).unwrap().permissions().mode() & 0o777, 0o640);
}

/// Of a file that several plans include each finding is said once, in every format.
#[test]
fn what_plans_share_is_said_once() {
    let plan = |name: &str| format!("taal nl\nplan {name} \"{name}\" {{ jaren 2025 }}\nneem op \"s.pok\"\n");
    let folder = folder(&[("s.pok", SHARED), ("a.pok", &plan("a")), ("c.pok", &plan("c"))]);
    let args = [
        "--output",
        "sarif=a.sarif",
        "--output",
        "gitlab=a.json",
        "--output",
        "github=a.txt",
        "--output",
        "junit=a.xml",
    ];
    pok(folder.path(), &args);
    let log: Value = serde_json::from_str(&read(&folder, "a.sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.iter().filter(|result| result["ruleId"] == "POK002").count(), 1);
    let entries: Value = serde_json::from_str(&read(&folder, "a.json")).unwrap();
    assert_eq!(entries.as_array().unwrap().iter().filter(|entry| entry["check_name"] == "POK002").count(), 1);
    assert_eq!(read(&folder, "a.txt").matches("title=POK002").count(), 1);
    assert_eq!(read(&folder, "a.xml").matches("type=\"POK002\"").count(), 1);
    let counts: Value = serde_json::from_str(&out(&pok(folder.path(), &["--statistics", "--format", "json"]))).unwrap();
    assert_eq!(counts["codes"][0]["code"], "POK002");
    assert_eq!(counts["codes"][0]["errors"], 1);
}

#[test]
fn what_could_not_be_read_is_in_every_report() {
    let folder = folder(&[("a.pok", CLEAN)]);
    let args = [
        "a.pok",
        "none.pok",
        "--output",
        "sarif=a.sarif",
        "--output",
        "junit=a.xml",
        "--output",
        "gitlab=a.json",
        "--output",
        "markdown=a.md",
        "--output",
        "github=a.txt",
    ];
    let output = pok(folder.path(), &args);
    assert_eq!(output.status.code(), Some(2));
    let log: Value = serde_json::from_str(&read(&folder, "a.sarif")).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["descriptor"]["id"], "unread");
    for name in ["a.sarif", "a.xml", "a.json", "a.md", "a.txt"] {
        assert!(read(&folder, name).contains("none.pok"), "{name}");
    }
    assert!(read(&folder, "a.xml").contains("errors=\"1\""));
    assert!(read(&folder, "a.txt").contains("::error title="));
}

#[test]
fn names_of_files_become_references() {
    let broken = CLEAN.replace(": 10;", ": 12;");
    let folder = folder(&[("map é/a #1 100%.pok", &broken)]);
    let log: Value = serde_json::from_str(&out(&pok(folder.path(), &["--format", "sarif"]))).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], "map%20%C3%A9/a%20%231%20100%25.pok");
    assert_eq!(location["uriBaseId"], "%SRCROOT%");
    let entries: Value = serde_json::from_str(&out(&pok(folder.path(), &["--format", "gitlab"]))).unwrap();
    assert_eq!(entries[0]["location"]["path"], "map é/a #1 100%.pok");
    let commands = out(&pok(folder.path(), &["--format", "github"]));
    assert!(commands.contains("::error file=map é/a #1 100%25.pok,line=4,"), "{commands}");
}

#[test]
fn counts_have_plural_forms_and_the_usual_exit_code() {
    let folder = folder(&[(
        "a.pok",
        "taal nl\nplan a \"A\" { jaren 2025 }\ndoel b \"B\" { lasten 2025: 1.0 }\ndoel c \"C\" { lasten 2025: 1.0 }\n",
    )]);
    let output = pok(folder.path(), &["--statistics"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("POK002  2 fouten  Een bedrag is op twee manieren te lezen"), "{}", out(&output));
    let output = pok(folder.path(), &["--statistics", "--lang", "en", "--exit-zero"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("POK002  2 errors  "));
}
