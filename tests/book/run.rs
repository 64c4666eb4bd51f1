//! What pok says of a block, in a folder where the page puts its files.

use super::pages::{Block, Page, root};
use assert_cmd::Command;
use serde_json::Value;
use std::cell::RefCell;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Copies the files of a folder, where there is one.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).into_iter().flatten() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// A page on its way through its blocks.
pub(crate) struct Walk<'a> {
    page: &'a Page,
    folder: TempDir,
    /// The plan in which parts of a block are read.
    frame: &'a str,
    /// What is not as the page says.
    pub(crate) complaints: RefCell<Vec<String>>,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(page: &'a Page, frame: &'a str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("pok.toml"), "").unwrap();
        copy(&root().join("examples"), &folder.path().join("examples"));
        copy(&root().join("docs/src/tutorial").join(page.language()), folder.path());
        Self { page, folder, frame, complaints: RefCell::default() }
    }

    /// A plan or a rule file, which says itself whether anything is found in it; `shown` is the block after it.
    pub(crate) fn file(&self, block: &Block, how: &str, shown: Option<&Block>) {
        let text = self.whole(block);
        let name = text.lines().next().and_then(|line| line.strip_prefix("# file: ")).unwrap_or("plan.pok");
        fs::write(self.folder.path().join(name), &text).unwrap();
        let found = self.found(&[name.to_owned()]);
        match how {
            "" => self.hold(found.is_empty(), block, &found.join("\n")),
            "fragment" => {
                let other: Vec<_> = found.iter().filter(|found| !found.contains("POK108")).collect();
                self.hold(other.len() == 1 && other[0].contains("undetermined"), block, &format!("{other:?}"));
            }
            _ => {
                let graver = if how == "fails" { "error" } else { "warning" };
                let there = found.iter().any(|found| found.contains(graver));
                let worse = how == "warns" && found.iter().any(|found| found.contains("error"));
                self.hold(there && !worse, block, &format!("not {how}: {}", found.join("\n")));
                self.hold(shown.is_some(), block, "what pok says should follow");
                if let Some(shown) = shown {
                    self.shows(shown, &self.run(&["check", name]).1);
                }
            }
        }
        let tests = text.lines().any(|line| line.starts_with("test \"") || line.starts_with("toets \""));
        if tests {
            let (code, said) = self.run(&["test", name]);
            self.hold(code == 0, block, &said);
        }
    }

    /// Statements, or items, that stand in the frame; `each` of them alone, or together.
    pub(crate) fn part(&self, block: &Block, inside: Option<&str>, each: bool) {
        let parts: Vec<&str> = if each { block.text.lines().collect() } else { vec![block.text.as_str()] };
        let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
        let mut names = Vec::new();
        for (number, part) in parts.enumerate() {
            let name = format!("part-{}-{number}.pok", block.line);
            let part = inside.map_or_else(
                || part.to_owned(),
                |word| {
                    format!(
                        "{word} {} {{\n{part}\n}}",
                        if self.page.language() == "nl" { "voorbeeld" } else { "example" }
                    )
                },
            );
            fs::write(self.folder.path().join(&name), format!("{}\n{part}\n", self.frame)).unwrap();
            names.push(name);
        }
        // A part alone declares what nothing else uses.
        let unused = |found: &String| found.contains("POK105") || found.contains("POK107");
        let found: Vec<_> = self.found(&names).into_iter().filter(|found| !unused(found)).collect();
        self.hold(found.is_empty(), block, &found.join("\n"));
    }

    /// Lines of a file of the tutorial, which the page lets pok check.
    pub(crate) fn shown_from(&self, block: &Block, name: &str) {
        self.shows(block, &fs::read_to_string(self.folder.path().join(name)).unwrap_or_default());
        let commands = self.page.blocks.iter().filter(|block| block.info == "console");
        let mut lines = commands.flat_map(|block| block.text.lines());
        let run = lines.any(|line| line.starts_with("$ pok ") && line.contains(name));
        self.hold(run, block, &format!("no command on the page runs {name}"));
    }

    /// Each command of a block, with what it prints.
    pub(crate) fn console(&self, block: &Block) {
        let mut commands: Vec<(String, String)> = Vec::new();
        for line in block.text.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                commands.push((command.to_owned(), String::new()));
            } else if let Some((_, output)) = commands.last_mut() {
                output.push_str(line);
                output.push('\n');
            }
        }
        self.hold(block.text.starts_with("$ pok "), block, "begins with no command");
        for (command, output) in commands {
            let words = shlex::split(&command).unwrap_or_default();
            self.hold(words.first().is_some_and(|word| word == "pok"), block, &command);
            let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let (_, said) = self.run(&words);
            self.shows(&Block { info: block.info.clone(), text: output, line: block.line }, &said);
        }
    }

    /// Everything that is shown is said, in this order; a line `…` stands for what is left out.
    fn shows(&self, shown: &Block, said: &str) {
        let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        let (shown_text, said) = (trimmed(&shown.text), trimmed(said));
        let mut rest = format!("\n{said}\n");
        for piece in format!("\n{shown_text}\n").split("\n…\n") {
            let piece = format!("\n{}\n", piece.trim_matches('\n'));
            match rest.find(&piece) {
                _ if piece.trim().is_empty() => {}
                Some(at) => rest = rest.split_off(at + piece.len() - 1),
                None => return self.complain(shown, &format!("shows\n{piece}\nand pok says\n{said}")),
            }
        }
    }

    /// Errors and warnings that are not accepted, and the verdict where it is not sure.
    fn found(&self, files: &[String]) -> Vec<String> {
        let mut words = vec!["check", "--format", "json"];
        words.extend(files.iter().map(String::as_str));
        let (_, said) = self.run(&words);
        let result: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}\n{said}"));
        let word = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let findings = result["findings"].as_array().unwrap().iter();
        let counted = findings.filter(|found| found["severity"] != "note" && found["accepted"].is_null());
        let mut found: Vec<_> = counted
            .map(|found| {
                let place = format!("{}:{}", word(found, "file"), found["line"]);
                format!("{place} {} {}: {}", word(found, "severity"), word(found, "code"), word(found, "message"))
            })
            .collect();
        if result["verdict"] == "undetermined" {
            found.push(format!("undetermined: {}", result["not_checked"]));
        }
        found
    }

    fn run(&self, words: &[&str]) -> (i32, String) {
        let mut command = Command::cargo_bin("pok").unwrap();
        command.current_dir(self.folder.path()).env_remove("POK_LANG").env("NO_COLOR", "1").args(words);
        let output = command.output().unwrap();
        let mut said = String::from_utf8(output.stdout).unwrap();
        said.push_str(&String::from_utf8(output.stderr).unwrap());
        (output.status.code().unwrap(), said)
    }

    /// The text of a block, with the files that it takes in.
    fn whole(&self, block: &Block) -> String {
        let Some(named) = block.text.trim().strip_prefix("{{#include ") else { return block.text.clone() };
        let folder = Path::new(&self.page.path).parent().unwrap();
        let path = root().join(folder).join(named.trim_end_matches("}}").trim());
        fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n")
    }

    fn hold(&self, holds: bool, block: &Block, why: &str) {
        if !holds {
            self.complain(block, why);
        }
    }

    pub(crate) fn complain(&self, block: &Block, why: &str) {
        let place = format!("{}:{} (```{})", self.page.path, block.line, block.info);
        self.complaints.borrow_mut().push(format!("{place}\n{why}\n"));
    }
}
