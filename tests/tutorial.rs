//! The pages about rules, as a reader follows them: every file in them is written, tested and checked.
#![allow(clippy::unwrap_used, reason = "tests")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// The blocks marked `pok` of a page, each with the file that it names in its first line.
fn blocks(page: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(page)).unwrap();
    let parts = text.split("```pok\n").skip(1);
    let block = |part: &str| part.split("```").next().unwrap().to_owned();
    let named = |text: String| {
        let name = text.lines().next().unwrap().strip_prefix("# file: ").unwrap_or("pack.pok").to_owned();
        (name, text)
    };
    parts.map(block).map(named).collect()
}

fn pok(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command
        .current_dir(folder)
        .env_remove("POK_LANG")
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .args(arguments)
        .args(["--width", "100"]);
    let output = command.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_pack_on_the_pages_passes_its_own_tests() {
    for page in ["rules.md", "rules-tutorial.md"] {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in blocks(page) {
            fs::write(folder.path().join(&name), text).unwrap();
            let is_pack = !name.contains("village") && !name.contains("agreed");
            if is_pack {
                let (code, said) = pok(folder.path(), &["test", &name]);
                assert!(code == 0 && said.contains("passed") && !said.contains("failed"), "{page}, {name}:\n{said}");
                assert_eq!(pok(folder.path(), &["rules", "check", &name]).0, 0, "{page}, {name}");
            }
        }
    }
}

#[test]
fn the_plans_of_the_tutorial_say_what_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules-tutorial.md")).unwrap();
    for (name, text) in blocks("rules-tutorial.md") {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let shown = page.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (code, said) = pok(folder.path(), &["check", "village.pok"]);
    assert_eq!(code, 1, "{said}");
    for line in shown.lines().filter(|line| !line.trim().is_empty()) {
        assert!(said.contains(line.trim_end()), "the page shows\n{line}\nand pok says\n{said}");
    }
    let (code, said) = pok(folder.path(), &["check", "agreed.pok"]);
    assert_eq!(code, 0, "{said}");
}
