//! What the program says about itself, in both languages: help, errors of the command line, failures; and how it ends
//! where nobody reads on or nothing can be written.
#![allow(clippy::unwrap_used, reason = "tests")]

use assert_cmd::Command;
use insta::{Settings, assert_snapshot};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Output, Stdio};
use tempfile::TempDir;

/// Every command, as it is typed.
const COMMANDS: [&str; 17] = [
    "",
    "check",
    "fmt",
    "eval",
    "snap",
    "explain",
    "test",
    "rules",
    "rules list",
    "rules show",
    "rules check",
    "schema",
    "trace",
    "init",
    "completions",
    "man",
    "help",
];

const PLAN: &str =
    "plan town \"Town\" { years 2025 }\nsource levy \"Levy\" { income 2025: 10 }\ngoal a \"A\" { cost 2025: 5 }\n";

/// Variables that change what pok says or how.
const VARIABLES: [&str; 12] = [
    "POK_LANG",
    "POK_PLAIN",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "TERM",
    "COLUMNS",
    "CI",
];

/// A folder with a plan, and with a mark that no project above it counts.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join("town.pok"), PLAN).unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    folder
}

fn pok(folder: &Path, line: &str) -> Command {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(line.split(' ').filter(|word| !word.is_empty()));
    for name in VARIABLES {
        command.env_remove(name);
    }
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What was printed and said, with the exit code.
fn told(line: &str, output: &Output) -> String {
    let code = output.status.code().unwrap();
    format!("$ pok {line}\n{}{}exit code {code}\n\n", text(&output.stdout), text(&output.stderr))
}

fn snapshots() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(Path::new("..").join("tests/help"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

fn in_both_languages(name: &str, show: impl Fn(&str) -> String) {
    for language in ["nl", "en"] {
        snapshots().bind(|| assert_snapshot!(format!("{name}-{language}"), show(language)));
    }
}

#[test]
fn every_help_page() {
    let folder = folder();
    in_both_languages("long", |language| {
        let page = |command: &&str| {
            let line = format!("{command} --help");
            let output = pok(folder.path(), &line).env("POK_LANG", language).output().unwrap();
            told(line.trim(), &output)
        };
        COMMANDS.iter().map(page).collect()
    });
}

#[test]
fn every_short_help_page() {
    let folder = folder();
    in_both_languages("short", |language| {
        let page = |command: &&str| {
            let line = format!("{command} -h");
            let output = pok(folder.path(), &line).env("POK_LANG", language).output().unwrap();
            told(line.trim(), &output)
        };
        COMMANDS.iter().map(page).collect()
    });
}

/// One of each kind of mistake on a command line.
const WRONG: [&str; 18] = [
    "",
    "chek",
    "frobnicate",
    "rules",
    "rules shwo nl.bbv",
    "check --slect POK2",
    "check --frobnicate",
    "check --format jsn",
    "check --format xml",
    "check --format",
    "check --deny",
    "check --today 2025-13-01",
    "check --width wide",
    "check --config a.toml --no-config",
    "check --color always --color never",
    "trace town.pok",
    "schema check eval",
    "help chekc",
];

#[test]
fn every_wrong_command_line() {
    let folder = folder();
    in_both_languages("wrong", |language| {
        let one = |line: &&str| told(line, &pok(folder.path(), line).env("POK_LANG", language).output().unwrap());
        WRONG.iter().map(one).collect()
    });
}

/// One of each thing that keeps pok from its work, as far as it can be brought about here.
const FAILING: [&str; 24] = [
    "check gone.pok",
    "check empty",
    "check --select POK0O1",
    "check --config gone.toml",
    "check --config empty",
    "check --rules nl.gone",
    "check --rules gone.pok",
    "check --add-allow -",
    "eval",
    "eval town.pok --scenario later",
    "eval town.pok --headroom parks",
    "explain POK999",
    "explain NL-BBV-0001",
    "rules show NL-BBV-O01",
    "snap -",
    "trace empty cost(2025)",
    "trace gone.pok cost(2025)",
    "init town.pok",
    "init gone/a.pok",
    "init a --years 2030..2027",
    "init a --currency EUX",
    "init a --name total",
    "man chekc",
    "man --out town.pok/a",
];

#[test]
fn every_failure() {
    let folder = folder();
    in_both_languages("failing", |language| {
        let one = |line: &&str| {
            let mut command = pok(folder.path(), line);
            // A plan that is to be accepted comes in broken, so that there is something to accept.
            let output =
                command.env("POK_LANG", language).write_stdin("goal a { cost 2025: 5 }\nplan p { years 2024 }\n");
            told(line, &output.output().unwrap())
        };
        let wrong_language =
            pok(folder.path(), "check").env("POK_LANG", "fr").env("LC_ALL", language).output().unwrap();
        FAILING.iter().map(one).collect::<String>() + &told("check", &wrong_language)
    });
}

#[test]
fn the_language_is_that_of_the_line_the_variable_the_project_or_the_system() {
    let folder = folder();
    let usage = |line: &str, variables: &[(&str, &str)]| {
        let mut command = pok(folder.path(), line);
        command.envs(variables.iter().copied());
        let output = command.output().unwrap();
        let shown = text(&output.stdout) + &text(&output.stderr);
        if shown.contains("Gebruik: pok") { "nl" } else { "en" }
    };
    assert_eq!(usage("check -h", &[]), "en");
    assert_eq!(usage("check -h", &[("LANG", "nl_NL.UTF-8")]), "nl");
    assert_eq!(usage("check -h", &[("LANG", "nl_NL.UTF-8"), ("LC_ALL", "C")]), "en");
    assert_eq!(usage("check -h", &[("LANG", "nl_NL.UTF-8"), ("POK_LANG", "en")]), "en");
    assert_eq!(usage("check -h --lang nl", &[("POK_LANG", "en")]), "nl");
    assert_eq!(usage("chek --lang=nl", &[]), "nl");
    assert_eq!(usage("help check --lang nl", &[]), "nl");
    fs::write(folder.path().join("pok.toml"), "language = \"nl\"\n").unwrap();
    assert_eq!(usage("check -h", &[]), "nl");
    assert_eq!(usage("check -h", &[("LANG", "en_GB.UTF-8")]), "nl");
    assert_eq!(usage("check -h", &[("POK_LANG", "en")]), "en");
    assert_eq!(usage("check --no-config -h", &[]), "en");
    let missing = text(&pok(folder.path(), "check gone.pok").output().unwrap().stderr);
    assert_eq!(missing, "pok: er is geen bestand of map gone.pok\n");
}

#[test]
fn help_of_a_command_is_one_text() {
    let folder = folder();
    let out = |line: &str| pok(folder.path(), line).output().unwrap().stdout;
    assert_eq!(out("help check"), out("check --help"));
    assert_eq!(out("help rules show"), out("rules show --help"));
    assert_eq!(out("rules help show"), out("rules show --help"));
    assert_eq!(out("help"), out("--help"));
    assert!(text(&out("--version")).starts_with("pok "));
}

/// Sentences of the program that nothing in it asks for. Those of help are held to the commands in `src/bin/pok/speech`.
#[test]
fn every_failure_can_happen() {
    let mut source = String::new();
    read(Path::new("src"), &mut source);
    let text = fs::read_to_string("locales/en/failures.ftl").unwrap();
    let names = text.lines().filter(|line| line.starts_with(|char: char| char.is_ascii_lowercase()));
    let names: BTreeSet<&str> = names.map(|line| line.split(" =").next().unwrap()).collect();
    let unused: Vec<_> = names.iter().filter(|name| !source.contains(&format!("\"{name}\""))).collect();
    assert_eq!(unused, Vec::<&&str>::new());
}

fn read(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Every command with something to print.
const PRINTING: [&str; 17] = [
    "--help",
    "check --help",
    "help rules",
    "--version",
    "check town.pok",
    "check --format json town.pok",
    "eval town.pok",
    "snap --check town.pok",
    "explain --list",
    "test --format json",
    "rules list",
    "rules show nl.bbv",
    "rules check town.pok",
    "schema",
    "trace town.pok cost(2025)",
    "completions bash",
    "man check",
];

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let folder = folder();
    for line in PRINTING {
        let program = assert_cmd::cargo::cargo_bin("pok");
        let mut child = std::process::Command::new(program)
            .current_dir(folder.path())
            .args(line.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!(complaint, "", "{line}");
        assert!(code.is_some_and(|code| code < 2), "{line}: {code:?}");
    }
}

#[test]
fn a_complaint_that_nobody_hears_is_still_an_exit_code() {
    let folder = folder();
    for line in ["chek", "check gone.pok", "", "init town.pok"] {
        let program = assert_cmd::cargo::cargo_bin("pok");
        let mut command = std::process::Command::new(program);
        command.current_dir(folder.path()).args(line.split(' ').filter(|word| !word.is_empty()));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stderr.take());
        assert_eq!(child.wait().unwrap().code(), Some(2), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = folder();
    for line in PRINTING {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let program = assert_cmd::cargo::cargo_bin("pok");
        let mut command = std::process::Command::new(program);
        command.current_dir(folder.path()).args(line.split(' ')).env("POK_LANG", "en").stdout(full);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(text(&output.stderr), "pok: the output could not be written: there is no room left\n", "{line}");
    }
}

#[test]
fn colour_follows_the_variables() {
    let folder = folder();
    let coloured = |line: &str, variables: &[(&str, &str)]| {
        let output = pok(folder.path(), line).envs(variables.iter().copied()).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    let broken = "goul x { }\n";
    fs::write(folder.path().join("town.pok"), broken).unwrap();
    for line in ["check town.pok", "check --help"] {
        assert!(!coloured(line, &[]), "{line}");
        assert!(coloured(line, &[("CLICOLOR_FORCE", "1")]), "{line}");
        assert!(!coloured(line, &[("CLICOLOR_FORCE", "0")]), "{line}");
        assert!(!coloured(line, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "{line}");
    }
    assert!(coloured("check --color always town.pok", &[("NO_COLOR", "1")]));
    assert!(!coloured("check --color never town.pok", &[("CLICOLOR_FORCE", "1")]));
}

/// Nothing that draws instead of saying.
#[test]
fn plain_text_has_no_drawings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["examples/digit-swap.pok", "examples/dronten.pok", "examples/shortfall.pok"] {
        for command in ["check", "eval"] {
            let output = pok(root, &format!("{command} --plain {file}")).output().unwrap();
            let shown = text(&output.stdout);
            let drawn: String = shown.chars().filter(|char| "─│╭╰┬·╮╯├└▲".contains(*char)).collect();
            assert_eq!(drawn, "", "{command} {file}");
            let other = pok(root, &format!("{command} {file}")).env("POK_PLAIN", "1").output().unwrap();
            assert_eq!(shown, text(&other.stdout), "POK_PLAIN is --plain");
        }
    }
    let output = pok(root, "check --plain examples/digit-swap.pok").output().unwrap();
    snapshots().bind(|| assert_snapshot!("plain", text(&output.stdout)));
}
