//! The program run as a user runs it: arguments, files, exit codes, languages, colours.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

/// pok in a folder, without anything from the surroundings of the test.
fn pok(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(args);
    for name in
        ["POK_LANG", "POK_PLAIN", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "LC_ALL", "LC_MESSAGES", "LANG"]
    {
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

fn json(folder: &Path, args: &[&str]) -> Value {
    let mut all = vec!["check", "--format", "json"];
    all.extend(args);
    serde_json::from_str(&out(&run(folder, &all))).unwrap()
}

/// The codes that were found, with the file of each.
fn found(object: &Value) -> Vec<String> {
    let findings = object["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| format!("{} {}", finding["file"].as_str().unwrap(), finding["code"].as_str().unwrap()))
        .collect()
}

fn names(object: &Value, list: &str, name: &str) -> Vec<String> {
    object[list].as_array().unwrap().iter().map(|entry| entry[name].as_str().unwrap_or("-").to_owned()).collect()
}

const PLAN: &str = "plan town \"Town\" { years 2025..2026 }\n";
const FRAGMENT: &str = "source grant \"Grant\" { income 2025: 1,000 }\n";
const BROKEN: &str = "goul x { }\n";

#[test]
fn a_plan_without_includes_is_clean() {
    let folder = folder(&[("town.pok", PLAN)]);
    let object = json(folder.path(), &["town.pok"]);
    assert_eq!(found(&object), Vec::<String>::new());
    assert_eq!(names(&object, "plans", "file"), ["town.pok"]);
    assert_eq!(names(&object, "plans", "name"), ["town"]);
    assert_eq!(names(&object, "inputs", "file"), ["town.pok"]);
}

#[test]
fn a_folder_is_searched_for_plans() {
    let folder = folder(&[
        ("b/town.pok", PLAN),
        ("a/village.pok", &PLAN.replace("town", "village")),
        ("notes.txt", "no plan"),
        (".gitignore", "build/\n"),
        ("build/old.pok", BROKEN),
        (".hidden/old.pok", BROKEN),
    ]);
    assert_eq!(names(&json(folder.path(), &[]), "plans", "file"), ["a/village.pok", "b/town.pok"]);
    assert_eq!(names(&json(folder.path(), &["b", "a", "a/village.pok", "./b/town.pok"]), "plans", "file").len(), 2);
    assert_eq!(names(&json(folder.path(), &["build/old.pok"]), "inputs", "file"), ["build/old.pok"]);
}

#[test]
fn a_fragment_is_checked_with_the_plan_that_includes_it() {
    let with_include = format!("{PLAN}include \"parts/grant.pok\"\n");
    let folder = folder(&[("town.pok", &with_include), ("parts/grant.pok", FRAGMENT), ("parts/other.pok", FRAGMENT)]);
    let object = json(folder.path(), &[]);
    assert_eq!(names(&object, "plans", "file"), ["parts/other.pok", "town.pok"]);
    assert!(found(&object).contains(&"parts/other.pok POK108".to_owned()), "{object}");
    let alone = json(folder.path(), &["parts/grant.pok"]);
    assert_eq!(found(&alone), ["parts/grant.pok POK108"]);
    assert_eq!(alone["verdict"], "undetermined");
    assert_eq!(run(folder.path(), &["check", "parts/grant.pok"]).status.code(), Some(0));
    assert_eq!(run(folder.path(), &["check", "--strict", "parts/grant.pok"]).status.code(), Some(1));
    assert_eq!(run(folder.path(), &["check", "--deny", "warnings", "parts/grant.pok"]).status.code(), Some(1));
}

#[test]
fn fragments_that_include_each_other_are_shown_once() {
    let folder = folder(&[
        ("a.pok", &format!("{FRAGMENT}include \"b.pok\"\n")),
        ("b.pok", "include \"c.pok\"\ninclude \"a.pok\"\n"),
        ("c.pok", "reserve buffer { }\n"),
    ]);
    assert_eq!(names(&json(folder.path(), &[]), "plans", "file"), ["a.pok"]);
}

#[test]
fn what_plans_have_in_common_is_shown_once() {
    let plan = |name: &str| format!("{}include \"shared.pok\"\n", PLAN.replace("town", name));
    let folder = folder(&[("a.pok", &plan("a")), ("b.pok", &plan("b")), ("shared.pok", BROKEN)]);
    let output = run(folder.path(), &["check", "--format", "short"]);
    assert_eq!(out(&output).lines().count(), 1);
    assert!(out(&run(folder.path(), &["check"])).contains("· 1 error\n"));
    assert_eq!(found(&json(folder.path(), &[])), ["shared.pok POK005", "shared.pok POK005"]);
}

#[test]
fn an_empty_file_is_an_error() {
    let folder = folder(&[("empty.pok", "# nothing\n")]);
    let object = json(folder.path(), &[]);
    assert_eq!(found(&object), ["empty.pok POK108"]);
    assert_eq!(object["findings"][0]["severity"], "error");
    assert_eq!(object["verdict"], "undetermined");
}

/// What keeps a file from being read is the cause; that no plan is found in it is not said as well.
#[test]
fn a_file_that_cannot_be_read_has_one_finding() {
    let folder = folder(&[]);
    fs::write(folder.path().join("large.pok"), vec![b'#'; (64 << 20) + 1]).unwrap();
    assert_eq!(found(&json(folder.path(), &["large.pok"])), ["large.pok POK004"]);
    fs::write(folder.path().join("broken.pok"), "plann town { }\n").unwrap();
    assert_eq!(found(&json(folder.path(), &["broken.pok"])), ["broken.pok POK005"]);
}

#[test]
fn includes_are_read_once_and_never_outside() {
    let folder = folder(&[
        ("secret.pok", FRAGMENT),
        ("project/pok.toml", ""),
        (
            "project/town.pok",
            &format!(
                "{PLAN}include \"a.pok\"\ninclude \"b.pok\"\ninclude \"../secret.pok\"\ninclude \"/etc/passwd\"\ninclude \"c.pk\"\n\
                 include \"sub\"\ninclude \"\"\n"
            ),
        ),
        ("project/a.pok", "include \"sub/c.pok\"\n"),
        ("project/b.pok", "include \"sub/c.pok\"\ninclude \"town.pok\"\n"),
        ("project/c.pok", "reserve buffer { }\n"),
        ("project/sub/c.pok", "include \"../a.pok\"\n"),
    ]);
    let output = run(&folder.path().join("project"), &["check", "town.pok", "--width", "100"]);
    assert_snapshot!(out(&output));
    assert_eq!(output.status.code(), Some(1));
    let object = json(&folder.path().join("project"), &["town.pok"]);
    assert_eq!(names(&object, "inputs", "file"), ["a.pok", "b.pok", "pok.toml", "sub/c.pok", "town.pok"]);
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_outside() {
    let folder = folder(&[
        ("secret.pok", FRAGMENT),
        ("project/pok.toml", ""),
        ("project/town.pok", &format!("{PLAN}include \"link.pok\"\n")),
    ]);
    std::os::unix::fs::symlink(folder.path().join("secret.pok"), folder.path().join("project/link.pok")).unwrap();
    let object = json(&folder.path().join("project"), &["town.pok"]);
    assert_eq!(found(&object), ["town.pok POK104"]);
    assert_eq!(names(&object, "inputs", "file"), ["pok.toml", "town.pok"]);
}

#[test]
fn a_long_chain_of_includes_ends() {
    let mut files = vec![("town.pok".to_owned(), format!("{PLAN}include \"0.pok\"\n"))];
    files.extend((0..80).map(|number| (format!("{number}.pok"), format!("include \"{}.pok\"\n", number + 1))));
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    assert_eq!(found(&json(folder.path(), &["town.pok"])), ["48.pok POK104"]);
}

#[test]
fn standard_input_is_a_dash() {
    let folder = folder(&[("grant.pok", FRAGMENT)]);
    let output = pok(folder.path(), &["check", "-", "--format", "json"])
        .write_stdin(format!("{PLAN}include \"grant.pok\"\n"))
        .output()
        .unwrap();
    let object: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(names(&object, "plans", "file"), ["-"]);
    assert_eq!(names(&object, "inputs", "file"), ["-", "grant.pok"]);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let folder = folder(&[("town.pok", PLAN), ("none/readme.txt", "")]);
    let output = run(folder.path(), &["check", "gone.pok", "town.pok", "none"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(complaint(&output), "pok: there is no file or folder gone.pok\npok: no .pok file in none\n");
    assert!(out(&output).contains("town.pok"));
    assert_eq!(run(folder.path(), &["check", "--exit-zero", "gone.pok"]).status.code(), Some(2));
}

#[test]
fn exit_codes_follow_what_is_shown() {
    let folder = folder(&[("town.pok", &format!("{PLAN}{BROKEN}"))]);
    let code = |args: &[&str]| {
        let mut all = vec!["check", "town.pok"];
        all.extend(args);
        run(folder.path(), &all).status.code()
    };
    assert_eq!(code(&[]), Some(1));
    assert_eq!(code(&["--exit-zero"]), Some(0));
    assert_eq!(code(&["--ignore", "POK0"]), Some(0));
    assert_eq!(code(&["--ignore", "POK0", "--strict"]), Some(1));
    assert_eq!(code(&["--select", "108"]), Some(0));
    let object = json(folder.path(), &["town.pok", "--ignore", "POK0"]);
    assert_eq!((found(&object).len(), &object["verdict"]), (0, &Value::from("undetermined")));
}

#[test]
fn wrong_arguments_are_exit_code_two() {
    let folder = folder(&[("town.pok", PLAN)]);
    let output = run(folder.path(), &["check", "--select", "POK0O1"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        complaint(&output),
        "pok: no finding has the code “POK0O1”; did you mean POK001? (pok explain --list shows all)\n"
    );
    assert_eq!(run(folder.path(), &["check", "--lang", "de"]).status.code(), Some(2));
    assert_eq!(pok(folder.path(), &["check"]).env("POK_LANG", "de").output().unwrap().status.code(), Some(2));
    assert_eq!(run(folder.path(), &["explain", "POK999"]).status.code(), Some(2));
    assert_eq!(run(folder.path(), &["explain"]).status.code(), Some(2));
}

#[test]
fn the_language_is_asked_or_that_of_the_plan() {
    let folder = folder(&[("dorp.pok", "taal nl\nplan dorp { jaren 2025 }\nneem op \"weg.pok\"\n")]);
    let first = |command: &mut Command| {
        let output = command.output().unwrap();
        out(&output).lines().next().unwrap().split(':').next().unwrap().to_owned()
    };
    assert_eq!(first(&mut pok(folder.path(), &["check"])), "fout POK104");
    assert_eq!(first(&mut pok(folder.path(), &["check", "--lang", "en"])), "error POK104");
    assert_eq!(first(pok(folder.path(), &["check"]).env("POK_LANG", "en_GB.UTF-8")), "error POK104");
    assert_eq!(first(pok(folder.path(), &["check", "--lang", "nl"]).env("POK_LANG", "en")), "fout POK104");
}

#[test]
fn colour_is_followed() {
    let folder = folder(&[("town.pok", &format!("{PLAN}{BROKEN}"))]);
    let coloured = |command: &mut Command| out(&command.output().unwrap()).contains('\u{1b}');
    assert!(!coloured(&mut pok(folder.path(), &["check"])));
    assert!(coloured(&mut pok(folder.path(), &["check", "--color", "always"])));
    assert!(coloured(pok(folder.path(), &["check"]).env("CLICOLOR_FORCE", "1")));
    assert!(!coloured(pok(folder.path(), &["check"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(!coloured(pok(folder.path(), &["check", "--color", "never"]).env("CLICOLOR_FORCE", "1")));
}

#[test]
fn several_plans_keep_their_order() {
    let plans: Vec<_> = (0..40).map(|number| (format!("p{number:02}.pok"), PLAN.to_owned())).collect();
    let mut files: Vec<_> = plans.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.push(("dorp.pok", "taal nl\nplan dorp { jaren 2025 }\nneem op \"weg.pok\"\n"));
    let folder = folder(&files);
    let first = out(&run(folder.path(), &["check", "--width", "100"]));
    assert_eq!(first, out(&run(folder.path(), &["check", "--width", "100"])));
    let order: Vec<_> =
        first.lines().filter_map(|line| line.split_once(" (p")?.1.split_once(".pok")).map(|(n, _)| n).collect();
    assert_eq!(order.len(), 40);
    assert!(order.is_sorted());
}

/// A reader that goes away after the first line is no reason to complain.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    let text = format!("{PLAN}{}", BROKEN.repeat(5_000));
    let folder = folder(&[("town.pok", &text)]);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_pok"))
        .current_dir(folder.path())
        .args(["check", "town.pok", "--exit-zero"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), complaint(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_code_is_explained_however_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let page = out(&run(folder.path(), &["explain", "POK201"]));
    assert!(page.starts_with("POK201 · "));
    assert_eq!(page, out(&run(folder.path(), &["explain", "pok201"])));
    assert_eq!(page, out(&run(folder.path(), &["explain", "201"])));
    let dutch = out(&pok(folder.path(), &["explain", "201"]).env("POK_LANG", "nl").output().unwrap());
    assert!(dutch.contains("Wat het betekent\n"));
    assert!(out(&run(folder.path(), &["explain", "--list"])).contains("\nPOK201  "));
    let unknown = run(folder.path(), &["explain", "POK299"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(complaint(&unknown).contains("did you mean POK20"), "{}", complaint(&unknown));
}

#[test]
fn help_says_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    assert_snapshot!("help_check", out(&run(folder.path(), &["check", "--help"])));
    assert_snapshot!("help_explain", out(&run(folder.path(), &["explain", "-h"])));
}
