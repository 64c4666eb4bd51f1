//! `pok check --fix`, `--unsafe-fixes` and `--diff`, run as a user runs them.

use crate::common::folder;
use assert_cmd::Command;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const PLAN: &str = "plan town { years 2025..2026 }\ngoal a { csot 2025: 10 000 }\nstated cost(a) = 9,000\n";

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(args);
    for name in ["POK_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn pok(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

/// Standard output, standard error, exit code.
fn told(output: &Output) -> (String, String, i32) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn check_says_how_much_can_be_mended() {
    let folder = folder(&[("town.pok", PLAN)]);
    let (out, _, code) = told(&pok(folder.path(), &["check", "town.pok"]));
    assert_eq!(code, 1);
    let last: Vec<&str> = out.lines().rev().take(1).collect();
    assert_eq!(last, ["[*] 2 findings can be mended with --fix"]);
    fs::write(folder.path().join("town.pok"), PLAN.replace("10 000", "10,000")).unwrap();
    let (out, _, _) = told(&pok(folder.path(), &["check", "town.pok"]));
    assert!(out.ends_with("[*] 1 finding can be mended with --fix; 1 more with --unsafe-fixes\n"), "{out}");
    let (out, _, _) = told(&pok(folder.path(), &["check", "--lang", "nl", "--select", "201", "town.pok"]));
    assert!(
        out.ends_with("[*] 1 bevinding kan met --unsafe-fixes hersteld worden; dat verandert bedragen of perioden\n")
    );
}

#[test]
fn safe_fixes_are_written_and_the_rest_is_shown() {
    let folder = folder(&[("town.pok", PLAN)]);
    let (out, err, code) = told(&pok(folder.path(), &["check", "--fix", "town.pok"]));
    assert_eq!((err.as_str(), code), ("", 1));
    assert_snapshot!(out);
    assert_eq!(read(&folder, "town.pok"), PLAN.replace("csot 2025: 10 000", "cost 2025: 10,000"));
    let (out, _, code) = told(&pok(folder.path(), &["check", "--unsafe-fixes", "town.pok"]));
    assert_eq!(code, 0, "{out}");
    assert!(out.ends_with("1 finding mended\n"), "{out}");
    assert!(read(&folder, "town.pok").ends_with("stated cost(a) = 10,000\n"));
    let (out, _, code) = told(&pok(folder.path(), &["check", "--fix", "town.pok"]));
    assert_eq!(code, 0);
    assert!(out.ends_with("nothing was mended\n"), "{out}");
}

#[test]
fn a_difference_is_shown_and_nothing_written() {
    let folder = folder(&[("town.pok", PLAN)]);
    for flags in [&["--diff"][..], &["--fix", "--diff"]] {
        let (out, err, code) = told(&pok(folder.path(), &[&["check"], flags, &["town.pok"]].concat()));
        assert_eq!(code, 1);
        assert_snapshot!("difference", format!("{out}{err}"));
        assert_eq!(read(&folder, "town.pok"), PLAN);
    }
    let (out, _, _) = told(&pok(folder.path(), &["check", "--unsafe-fixes", "--diff", "town.pok"]));
    assert!(out.contains("+stated cost(a) = 10,000"), "{out}");
    let (_, _, code) = told(&pok(folder.path(), &["check", "--diff", "--exit-zero", "town.pok"]));
    assert_eq!(code, 0);
    fs::write(folder.path().join("clean.pok"), "plan p { years 2025 }\n").unwrap();
    let (out, err, code) = told(&pok(folder.path(), &["check", "--diff", "clean.pok"]));
    assert_eq!((out.as_str(), err.as_str(), code), ("", "nothing would be mended\n", 0));
    let (_, err, code) = told(&pok(folder.path(), &["check", "--diff", "none.pok"]));
    assert_eq!(code, 2);
    assert!(err.contains("none.pok"), "{err}");
}

#[test]
fn standard_input_comes_out_mended() {
    let folder = folder(&[]);
    let output = command(folder.path(), &["check", "--fix", "-"]).write_stdin(PLAN).output().unwrap();
    let (out, err, code) = told(&output);
    assert_eq!(out, PLAN.replace("csot 2025: 10 000", "cost 2025: 10,000"));
    assert!(err.contains("POK201"), "{err}");
    assert!(err.contains("2 findings mended; 1 more can be mended with --unsafe-fixes"), "{err}");
    assert_eq!(code, 1);
    let untouched = "plan p { years 2025 }\n";
    let output = command(folder.path(), &["check", "--fix", "--format", "json", "-"]).write_stdin(untouched).output();
    let (out, err, code) = told(&output.unwrap());
    assert_eq!((out.as_str(), code), (untouched, 0));
    assert!(err.contains("\"verdict\""), "{err}");
}

#[test]
fn line_ends_marks_and_permissions_stay() {
    let folder = folder(&[]);
    let path = folder.path().join("town.pok");
    let text = "\u{FEFF}plan town { years 2025 }\r\ngoal a {\r\n  csot 2025: 10 000\r\n} goal b { cost 2025: 5 }\r\n";
    fs::write(&path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    let (out, err, _) = told(&pok(folder.path(), &["check", "--fix", "town.pok"]));
    let right =
        "\u{FEFF}plan town { years 2025 }\r\ngoal a {\r\n  cost 2025: 10,000\r\n} \r\ngoal b { cost 2025: 5 }\r\n";
    assert_eq!(read(&folder, "town.pok"), right, "{out}{err}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["town.pok"]);
}

#[test]
fn a_file_that_is_read_only_or_no_text_is_left_alone() {
    let folder = folder(&[("town.pok", PLAN)]);
    let path = folder.path().join("town.pok");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let (out, err, code) = told(&pok(folder.path(), &["check", "--fix", "town.pok"]));
    assert_eq!(code, 2);
    assert!(out.contains("nothing was mended"), "{out}");
    assert!(err.contains("town.pok: it is read-only; nothing was written"), "{err}");
    assert_eq!(read(&folder, "town.pok"), PLAN);
    let bytes = [PLAN.as_bytes(), b"# \xFF\n"].concat();
    fs::write(folder.path().join("bytes.pok"), &bytes).unwrap();
    let (out, _, code) = told(&pok(folder.path(), &["check", "--fix", "bytes.pok"]));
    assert_eq!(code, 1);
    assert_eq!(fs::read(folder.path().join("bytes.pok")).unwrap(), bytes);
    assert!(out.contains("bytes.pok"), "{out}");
}

#[test]
fn only_files_that_were_named_are_changed() {
    let main = "plan town { years 2025..2026 }\ninclude \"goals.pok\"\ngoal b { csot 2025: 5 }\n";
    let goals = "goal a { csot 2025: 10 }\n";
    let folder = folder(&[("main.pok", main), ("goals.pok", goals)]);
    let (out, _, code) = told(&pok(folder.path(), &["check", "--fix", "main.pok"]));
    assert_eq!(code, 1);
    assert!(out.contains("goals.pok"), "{out}");
    assert!(out.contains("that file was not named: give it to pok check as well to change it"), "{out}");
    assert_eq!(read(&folder, "goals.pok"), goals);
    assert_eq!(read(&folder, "main.pok"), main.replace("csot", "cost"));
    let (out, _, code) = told(&pok(folder.path(), &["check", "--fix"]));
    assert_eq!(code, 0, "{out}");
    assert_eq!(read(&folder, "goals.pok"), goals.replace("csot", "cost"));
}

/// An `allow` in a shared file that one plan does not need is needed by another.
#[test]
fn what_another_plan_needs_stays() {
    let shared = "allow POK201 because \"the old report\"\n";
    let one = "plan one { years 2025 }\ninclude \"shared.pok\"\n";
    let other = "plan other { years 2025 }\ninclude \"shared.pok\"\nstated 1 = 2\n";
    let folder = folder(&[("shared.pok", shared), ("one.pok", one), ("other.pok", other)]);
    told(&pok(folder.path(), &["check", "--fix"]));
    assert_eq!(read(&folder, "shared.pok"), shared);
    fs::write(folder.path().join("other.pok"), other.replace("1 = 2", "1 = 1")).unwrap();
    told(&pok(folder.path(), &["check", "--fix"]));
    assert_eq!(read(&folder, "shared.pok"), "");
}

#[test]
fn what_is_hidden_or_accepted_is_not_mended() {
    let folder = folder(&[("town.pok", PLAN)]);
    let (out, _, _) = told(&pok(folder.path(), &["check", "--fix", "--select", "POK002", "town.pok"]));
    assert!(out.contains("1 finding mended"), "{out}");
    assert_eq!(read(&folder, "town.pok"), PLAN.replace("10 000", "10,000"));
    let accepted = format!("{PLAN}allow POK201 because \"as decided\"\n");
    fs::write(folder.path().join("town.pok"), &accepted).unwrap();
    told(&pok(folder.path(), &["check", "--unsafe-fixes", "town.pok"]));
    assert_eq!(read(&folder, "town.pok"), accepted.replace("csot 2025: 10 000", "cost 2025: 10,000"));
    fs::write(folder.path().join("pok.toml"), "[severity]\nPOK005 = \"off\"\n").unwrap();
    fs::write(folder.path().join("town.pok"), PLAN).unwrap();
    let (out, _, _) = told(&pok(folder.path(), &["check", "--fix", "town.pok"]));
    assert!(read(&folder, "town.pok").contains("csot"), "{out}");
}
