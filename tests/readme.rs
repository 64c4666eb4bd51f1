//! README says what is true: its plan is the example, its findings are what pok prints.
#![allow(clippy::unwrap_used, reason = "tests")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap().replace("\r\n", "\n")
}

/// The fenced blocks of a kind, in order.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let open = format!("```{kind}\n");
    text.split(&open).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

fn check(file: &str) -> String {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("POK_LANG").env("LC_ALL", "C").env("NO_COLOR", "1");
    let output = command.args(["check", "--exit-zero", "--width", "100", file]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_plan_is_the_example_and_the_findings_are_printed() {
    let readme = read("README.md");
    let plan = blocks(&readme, "pok,fails").remove(0);
    assert!(read("examples/digit-swap.pok").contains(&plan));
    let findings = blocks(&readme, "text");
    assert_eq!(findings.len(), 2);
    for (file, finding) in ["examples/digit-swap.pok", "examples/dronten.pok"].iter().zip(&findings) {
        assert!(check(file).contains(finding), "{finding}");
    }
}

/// Each command that README shows with what it prints, which may go on.
#[test]
fn the_commands_print_what_readme_shows() {
    let shown = blocks(&read("README.md"), "console");
    assert!(!shown.is_empty());
    for block in shown {
        let (line, output) = block.split_once('\n').unwrap();
        let arguments = line.strip_prefix("$ pok ").unwrap();
        let (words, quoted) = arguments.split_once(" '").unwrap_or((arguments, ""));
        let mut command = Command::cargo_bin("pok").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("POK_LANG").env("LC_ALL", "C").env("NO_COLOR", "1");
        command.args(words.split(' '));
        let quoted = quoted.trim_end_matches('\'');
        command.args((!quoted.is_empty()).then_some(quoted)).args(["--width", "100"]);
        let printed = String::from_utf8(command.output().unwrap().stdout).unwrap();
        assert!(printed.starts_with(output), "{printed}");
    }
}

#[test]
fn the_commands_of_readme_are_those_of_ci() {
    let (readme, ci) = (read("README.md"), read(".ci/run"));
    for command in ["cargo test --locked", "check --exit-zero examples"] {
        assert!(readme.contains(command) && ci.contains(command), "{command}");
    }
}
