//! `pok check --watch`: a change is checked at once, with what it touches and nothing else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use common::folder;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const WAITS: &str = "Waiting for changes. Ctrl-C stops.";

fn plan(name: &str, stated: u32) -> String {
    format!("plan {name} \"{name}\" {{ years 2025..2025 }}\nstated 1 + 1 = {stated}\n")
}

/// A program that watches a folder, and what it says line by line.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pok"));
        command.current_dir(folder).args(["check", "--watch", "--format", "short", "--lang", "en"]).args(args);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// What is said until it waits for the next change; long enough for the slowest machine.
    fn round(&self) -> String {
        let mut said = String::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(Duration::from_secs(60)) else {
                panic!("nothing more after:\n{said}")
            };
            if line == WAITS {
                return said;
            }
            said += &line;
            said += "\n";
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_checked_with_what_it_touches() {
    let (good, bad) = (plan("a", 2), plan("b", 3));
    let folder = folder(&[("a.pok", &good), ("b.pok", &bad)]);
    let watching = Watching::start(folder.path(), &[]);
    let said = watching.round();
    assert!(said.contains("b.pok:2:") && said.contains("2 files: 1 error, no warnings."), "{said}");
    fs::write(folder.path().join("a.pok"), plan("a", 4)).unwrap();
    let said = watching.round();
    assert!(said.contains("a.pok:2:") && !said.contains("b.pok"), "{said}");
    assert!(said.contains("2 files: 2 errors, no warnings."), "{said}");
    // As editors save: another file in its place.
    fs::write(folder.path().join("new"), plan("b", 2)).unwrap();
    fs::rename(folder.path().join("new"), folder.path().join("b.pok")).unwrap();
    let said = watching.round();
    assert!(said.contains("2 files: 1 error, no warnings."), "{said}");
}

#[test]
fn files_that_come_and_go_are_seen() {
    let folder = folder(&[("a.pok", &format!("include \"part.pok\"\n{}", plan("a", 2)))]);
    let watching = Watching::start(folder.path(), &["."]);
    assert!(watching.round().contains("POK104"));
    fs::write(folder.path().join("part.pok"), "theme t \"T\"\n").unwrap();
    let said = watching.round();
    assert!(said.contains("1 file: no errors") || said.contains("One file: no errors"), "{said}");
    fs::remove_file(folder.path().join("part.pok")).unwrap();
    assert!(watching.round().contains("POK104"));
}

#[test]
fn a_part_is_followed_where_only_the_plan_is_named() {
    let folder =
        folder(&[("a.pok", &format!("include \"part.pok\"\n{}", plan("a", 2))), ("part.pok", "theme t \"T\"\n")]);
    let watching = Watching::start(folder.path(), &["a.pok"]);
    watching.round();
    fs::write(folder.path().join("part.pok"), "theem t \"T\"\n").unwrap();
    let said = watching.round();
    assert!(said.contains("part.pok:1:1"), "{said}");
}

#[test]
fn a_report_that_would_hold_only_what_changed_is_refused() {
    let folder = folder(&[("a.pok", &plan("a", 2))]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_pok"));
    let output = command.current_dir(folder.path()).args(["check", "--watch", "--output", "a.txt"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.path().join("a.txt").exists());
}
