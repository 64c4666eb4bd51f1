//! `pok init`, `pok completions` and `pok man`: a first plan holds and explains itself; shells and man can read theirs.
#![allow(clippy::unwrap_used, reason = "tests")]

use assert_cmd::Command;
use insta::{Settings, assert_snapshot};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

fn pok(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(arguments).env("LC_ALL", "C").env("NO_COLOR", "1");
    command.env_remove("POK_LANG").env_remove("POK_PLAIN");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    pok(folder, arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder that is its own project, so that none above it counts.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    folder
}

/// Holds a text against its file in `tests/help`.
fn as_before(name: &str, shown: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(Path::new("..").join("tests/help"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, shown));
}

/// What pok says of a file where nothing may be left open.
fn checked(folder: &Path, file: &str) -> String {
    let output = run(folder, &["check", "--strict", "--deny", "warnings", file]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    text(&output.stdout)
}

#[test]
fn a_first_plan_in_dutch() {
    let folder = folder();
    let output = run(folder.path(), &["init", "begroting.pok", "--lang", "nl", "--years", "2027..2030"]);
    assert_eq!(output.status.code(), Some(0));
    as_before("init-said-nl", &text(&output.stdout));
    let plan = fs::read_to_string(folder.path().join("begroting.pok")).unwrap();
    as_before("init-nl", &plan);
    assert_eq!(checked(folder.path(), "begroting.pok"), "begroting (begroting.pok): klopt\ngeen bevindingen\n");
}

#[test]
fn a_first_plan_in_english() {
    let folder = folder();
    let output = run(folder.path(), &["init", "--years", "2027..2030"]);
    assert_eq!(output.status.code(), Some(0));
    as_before("init-said-en", &text(&output.stdout));
    let plan = fs::read_to_string(folder.path().join("plan.pok")).unwrap();
    as_before("init-en", &plan);
    assert_eq!(checked(folder.path(), "plan.pok"), "plan (plan.pok): holds\nnothing to report\n");
}

#[test]
fn a_first_plan_holds_whatever_its_years_and_currency() {
    let folder = folder();
    for language in ["nl", "en"] {
        for years in ["2027", "2027..2028", "2027-2036", "2027..2046"] {
            for currency in ["EUR", "usd", "JPY", "KWD"] {
                let arguments = ["init", "-", "--lang", language, "--years", years, "--currency", currency];
                let plan = run(folder.path(), &arguments).stdout;
                let mut check = pok(folder.path(), &["check", "--strict", "--deny", "warnings", "-"]);
                let output = check.write_stdin(plan.clone()).output().unwrap();
                assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{}", text(&output.stdout));
                let laid_out = pok(folder.path(), &["fmt", "--check", "-"]).write_stdin(plan).output().unwrap();
                assert_eq!(laid_out.status.code(), Some(0), "{arguments:?}\n{}", text(&laid_out.stdout));
            }
        }
    }
}

#[test]
fn without_years_a_plan_is_about_the_coming_ones() {
    let folder = folder();
    run(folder.path(), &["init"]);
    checked(folder.path(), "plan.pok");
}

#[test]
fn what_is_given_stands_in_the_plan() {
    let folder = folder();
    let output = run(
        folder.path(),
        &["init", "a b", "--name", "plan-x", "--title", "De \"grote\" {{years}} \\", "--owner", "Súdwest-Fryslân"],
    );
    assert!(text(&output.stdout).contains("pok check 'a b.pok'"), "{}", text(&output.stdout));
    let plan = fs::read_to_string(folder.path().join("a b.pok")).unwrap();
    assert!(
        plan.contains("plan plan-x \"De \\\"grote\\\" {{years}} \\\\\" {\n  owner \"Súdwest-Fryslân\"\n"),
        "{plan}"
    );
    checked(folder.path(), "a b.pok");
}

#[test]
fn a_file_that_is_there_is_kept() {
    let folder = folder();
    let path = folder.path().join("plan.pok");
    fs::write(&path, "mine").unwrap();
    let output = run(folder.path(), &["init"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(run(folder.path(), &["init", "--force"]).status.code(), Some(0));
    checked(folder.path(), "plan.pok");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing is left beside it: {names:?}");
}

#[test]
fn what_makes_no_plan_is_refused_and_nothing_is_written() {
    let folder = folder();
    let wrong = [
        ["--name", "totaal"],
        ["--name", "a b"],
        ["--name", ""],
        ["--name", "buffer"],
        ["--title", "bell \u{7}"],
        ["--years", "2030..2027"],
        ["--years", "27"],
        ["--currency", "EURO"],
    ];
    for [option, value] in wrong {
        let output = run(folder.path(), &["init", "--lang", "nl", "--years", "2027", option, value]);
        assert_eq!(output.status.code(), Some(2), "{option} {value}");
        assert!(text(&output.stderr).starts_with("pok: "), "{option} {value}");
        assert!(!folder.path().join("plan.pok").exists(), "{option} {value}");
    }
}

#[test]
fn bash_reads_its_script() {
    let folder = folder();
    for language in ["nl", "en"] {
        let script = run(folder.path(), &["completions", "bash", "--lang", language]).stdout;
        fs::write(folder.path().join("pok.bash"), script).unwrap();
        let line = "source ./pok.bash && COMP_WORDS=(pok check --for) COMP_CWORD=2 && _pok pok --for check \
                    && echo \"${COMPREPLY[*]}\"";
        let output =
            std::process::Command::new("bash").args(["--norc", "-c", line]).current_dir(folder.path()).output();
        let Ok(output) = output else { return };
        assert_eq!((text(&output.stdout).as_str(), text(&output.stderr).as_str()), ("--format\n", ""));
    }
}

#[test]
fn every_shell_has_a_script_with_every_command() {
    let folder = folder();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = text(&run(folder.path(), &["completions", shell]).stdout);
        for command in ["check", "eval", "snap", "explain", "test", "rules", "schema", "trace", "init", "man"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
        let dutch = text(&run(folder.path(), &["completions", shell, "--lang", "nl"]).stdout);
        assert_eq!(dutch.contains("Controleer plannen"), shell != "bash", "{shell}");
    }
}

#[test]
fn the_pages_of_man() {
    let folder = folder();
    as_before("man-check-nl", &text(&run(folder.path(), &["man", "check", "--lang", "nl"]).stdout));
    as_before("man-en", &text(&run(folder.path(), &["man"]).stdout));
    let output = run(folder.path(), &["man", "--out", "a/man1", "--lang", "nl"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let pages = folder.path().join("a/man1");
    assert!(pages.join("pok.1").is_file() && pages.join("pok-rules-show.1").is_file());
    for page in fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(output) = std::process::Command::new("man").args(["--warnings", "-l"]).arg(&page).output() else {
            return;
        };
        assert!(output.stderr.is_empty(), "{}: {}", page.display(), text(&output.stderr));
    }
}
