//! The pipeline as ARCHITECTURE.md has it: a stage names only stages above it, and each tool stays in its room.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every stage, the first needing none of the others.
const STAGES: [&str; 25] = [
    "source",
    "money",
    "language",
    "diagnostic",
    "codes",
    "syntax",
    "load",
    "model",
    "format",
    "scenario",
    "outcome",
    "flow",
    "mend",
    "overview",
    "trace",
    "check",
    "rule",
    "accept",
    "kind",
    "evaluation",
    "what_if",
    "fix",
    "testing",
    "settings",
    "report",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if entry.extension().is_some_and(|end| end == "rs") {
            found.push(entry);
        }
    }
    found
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files(&root).iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn a_stage_names_only_stages_above_it() {
    for (file, text) in sources() {
        let stage = file.split(['/', '.']).next().unwrap().to_owned();
        let Some(own) = STAGES.iter().position(|known| *known == stage) else { continue };
        for below in STAGES.iter().skip(own + 1) {
            assert!(!text.contains(&format!("crate::{below}::")), "src/{file} names {below}, a stage below its own");
        }
    }
}

#[test]
fn every_room_is_a_stage() {
    let known = |name: &str| STAGES.contains(&name) || ["lib", "bin"].contains(&name);
    for (file, _) in sources() {
        let room = file.split(['/', '.']).next().unwrap();
        assert!(known(room), "src/{file} is in no stage: name it in ARCHITECTURE.md and here");
    }
}

#[test]
fn each_tool_stays_in_its_room() {
    let rooms = [
        ("pest::", "syntax/"),
        ("miette::", "report/snippet.rs"),
        ("clap::", "bin/pok/"),
        ("std::fs", "bin/pok/"),
        ("std::env", "bin/pok/"),
        ("fluent_bundle::", "report/"),
        ("toml::", "settings/parts.rs"),
    ];
    for (file, text) in sources() {
        for (tool, room) in rooms {
            assert!(!text.contains(tool) || file.starts_with(room), "src/{file} uses {tool}, which belongs in {room}");
        }
    }
}

#[test]
fn no_floating_point_near_money() {
    for (file, text) in sources() {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            assert!(!line.contains("f64") && !line.contains("f32"), "src/{file}: {line}");
        }
    }
}
