//! `pok fmt` as a user runs it: what is written, what is said, exit codes.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const MESSY: &str = "taal nl\nplan  p {jaren 2025}   # waarom\n";
const NEAT: &str = "taal nl\nplan p { jaren 2025 }  # waarom\n";

fn pok(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).arg("fmt").args(args);
    for name in ["POK_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    pok(folder, args).output().unwrap()
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

#[test]
fn files_are_written_and_counted() {
    let folder = folder(&[("a.pok", MESSY), ("b.pok", NEAT)]);
    let before = fs::metadata(folder.path().join("b.pok")).unwrap().modified().unwrap();
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(out(&output), "a.pok: opgemaakt\n1 bestand opgemaakt, 1 was al goed.\n");
    assert_eq!(read(&folder, "a.pok"), NEAT);
    assert_eq!(fs::metadata(folder.path().join("b.pok")).unwrap().modified().unwrap(), before);
    let again = run(folder.path(), &["--lang", "en"]);
    assert_eq!(out(&again), "0 files formatted, 2 were right already.\n");
}

#[test]
fn check_names_and_writes_nothing() {
    let folder = folder(&[("a.pok", MESSY), ("b.pok", NEAT)]);
    let output = run(folder.path(), &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    let said = out(&output);
    assert!(
        said.starts_with("a.pok: zou anders worden opgemaakt\n1 bestand zou anders worden opgemaakt, 1 is al goed.\n"),
        "{said}"
    );
    assert_eq!(read(&folder, "a.pok"), MESSY);
    assert_eq!(run(folder.path(), &["--check", "b.pok"]).status.code(), Some(0));
}

#[test]
fn diff_shows_and_writes_nothing() {
    let folder = folder(&[("a.pok", MESSY)]);
    let output = run(folder.path(), &["--diff"]);
    assert_eq!(output.status.code(), Some(1));
    let said = out(&output);
    assert!(said.contains("-plan  p {jaren 2025}   # waarom\n+plan p { jaren 2025 }  # waarom\n"), "{said}");
    assert_eq!(read(&folder, "a.pok"), MESSY);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&[]);
    let output = pok(folder.path(), &["-"]).write_stdin(MESSY).output().unwrap();
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), NEAT));
    let output = pok(folder.path(), &["-"]).write_stdin(NEAT).output().unwrap();
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), NEAT));
    let output = pok(folder.path(), &["-", "--check"]).write_stdin(MESSY).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let output = pok(folder.path(), &["-"]).write_stdin("plan p {").output().unwrap();
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(complaint(&output).contains("-, line 1: not formatted"), "{}", complaint(&output));
}

#[test]
fn a_file_with_a_mistake_is_left_and_the_others_go_on() {
    let wrong = "taal nl\nplan p { jaren 2025 }\nbrun x\n";
    let folder = folder(&[("a.pok", MESSY), ("b.pok", wrong), ("c.pok", MESSY)]);
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("b.pok, regel 3: niet opgemaakt, want er staat een fout in de tekst."));
    assert!(out(&output).ends_with("2 bestanden opgemaakt; 1 bestand is niet opgemaakt.\n"), "{}", out(&output));
    assert_eq!(read(&folder, "b.pok"), wrong);
    assert_eq!((read(&folder, "a.pok"), read(&folder, "c.pok")), (NEAT.to_owned(), NEAT.to_owned()));
}

#[test]
fn a_file_that_is_not_there_is_a_failure() {
    let folder = folder(&[("a.pok", NEAT)]);
    let output = run(folder.path(), &["a.pok", "none.pok"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("none.pok"), "{}", complaint(&output));
}

#[test]
fn a_file_that_a_project_leaves_out_is_left_out() {
    let folder = folder(&[("a.pok", MESSY), ("pok.toml", "exclude = [\"a.pok\"]\nlanguage = \"nl\"\n")]);
    let output = run(folder.path(), &["a.pok"]);
    assert!(complaint(&output).contains("Dit bestand is niet opgemaakt."), "{}", complaint(&output));
    assert_eq!(read(&folder, "a.pok"), MESSY);
}

#[test]
fn a_language_is_translated_and_back() {
    let folder = folder(&[("a.pok", "taal nl\n\nbron s { baten 2025: 1.234,50 }\n")]);
    assert_eq!(run(folder.path(), &["--language", "en"]).status.code(), Some(0));
    assert_eq!(read(&folder, "a.pok"), "language en\n\nsource s { income 2025: 1,234.50 }\n");
    assert_eq!(run(folder.path(), &["--language", "nl"]).status.code(), Some(0));
    assert_eq!(read(&folder, "a.pok"), "taal nl\n\nbron s { baten 2025: 1.234,50 }\n");
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_what_may_not_be_written_is_not() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.pok", MESSY), ("b.pok", MESSY)]);
    let set = |name: &str, mode| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    set("a.pok", 0o640);
    set("b.pok", 0o444);
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("b.pok: niet opgemaakt, want het bestand mag niet worden geschreven."));
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("a.pok"), mode("b.pok")), (0o640, 0o444));
    assert_eq!((read(&folder, "a.pok"), read(&folder, "b.pok")), (NEAT.to_owned(), MESSY.to_owned()));
}

#[cfg(unix)]
#[test]
fn of_a_link_the_file_is_written() {
    let folder = folder(&[("real.pok", MESSY)]);
    std::os::unix::fs::symlink("real.pok", folder.path().join("link.pok")).unwrap();
    assert_eq!(run(folder.path(), &["link.pok"]).status.code(), Some(0));
    assert_eq!(read(&folder, "real.pok"), NEAT);
    assert!(fs::symlink_metadata(folder.path().join("link.pok")).unwrap().is_symlink());
}

#[test]
fn line_ends_and_the_mark_of_a_file_stay() {
    let text = format!("\u{feff}{}", MESSY.replace('\n', "\r\n"));
    let folder = folder(&[("a.pok", &text)]);
    assert_eq!(run(folder.path(), &[]).status.code(), Some(0));
    assert_eq!(read(&folder, "a.pok"), format!("\u{feff}{}", NEAT.replace('\n', "\r\n")));
}
