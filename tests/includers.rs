//! Checking a part of plans checks the plans that use it, as a hook needs that is given only the files that changed.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use assert_cmd::Command;
use common::folder;
use std::path::Path;

const SOURCES: &str = "source pok \"Grant\" { income 2025: 100 }\n";
const GOAL: &str = "goal desk \"Desk\" { cost 2025: 150\n paid by pok }\n";
const PLAN: &str = "include \"parts/sources.pok\"\nplan town \"Town\" { years 2025..2025 }\n";

/// What `pok check --format short` says on both streams, and its exit code.
fn check(folder: &Path, args: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(folder).args(["check", "--format", "short"]).args(args);
    command.env_remove("POK_LANG");
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout) + &text(output.stderr), output.status.code().unwrap())
}

fn town(goal: &str) -> String {
    format!("{PLAN}{goal}")
}

#[test]
fn a_part_brings_the_plans_that_include_it() {
    let (bad, good) = (town(GOAL), town("goal desk \"Desk\" { cost 2025: 50\n paid by pok }\n"));
    let other = "plan other \"Other\" { years 2025..2025 }\n";
    let files = [
        ("pok.toml", ""),
        ("parts/sources.pok", SOURCES),
        ("bad.pok", &bad),
        ("good.pok", &good),
        ("other.pok", other),
    ];
    let folder = folder(&files);
    let (said, code) = check(folder.path(), &["parts/sources.pok"]);
    assert!(said.contains("bad.pok:3:") && said.contains("POK401"), "{said}");
    assert!(said.contains("parts/sources.pok is used by bad.pok and good.pok, which were checked too."), "{said}");
    assert!(!said.contains("other"), "{said}");
    assert_eq!(code, 1);
    // A plan that is named anyway is not said to be brought along.
    let (said, _) = check(folder.path(), &["parts/sources.pok", "bad.pok"]);
    assert!(said.contains("is used by good.pok, which was checked too."), "{said}");
    let (said, code) = check(folder.path(), &["good.pok"]);
    assert_eq!((said.contains("is used by"), code), (false, 0));
}

#[test]
fn a_part_of_a_part_counts_too() {
    let middle = "include \"sources.pok\"\n";
    let plan = format!("include \"parts/middle.pok\"\nplan town \"Town\" {{ years 2025..2025 }}\n{GOAL}");
    let files =
        [("pok.toml", ""), ("parts/sources.pok", SOURCES), ("parts/middle.pok", middle), ("town.pok", plan.as_str())];
    let folder = folder(&files);
    let (said, code) = check(folder.path(), &["parts/sources.pok"]);
    assert!(said.contains("parts/sources.pok is used by town.pok, which was checked too."), "{said}");
    assert_eq!(code, 1, "{said}");
}

#[test]
fn a_plan_that_its_project_leaves_out_stays_out() {
    let bad = town(GOAL);
    let files = [("pok.toml", "exclude = [\"bad.pok\"]\n"), ("parts/sources.pok", SOURCES), ("bad.pok", &bad)];
    let folder = folder(&files);
    let (said, code) = check(folder.path(), &["parts/sources.pok"]);
    assert_eq!((said.contains("bad.pok"), code), (false, 0), "{said}");
}

#[test]
fn rules_bring_the_plans_that_use_them() {
    let rules = "pack ours \"Ours\" { }\nrule owners \"Owner\" { code OUR-001\n severity error\n \
        for g in goals\n require g has owner\n message en \"{g} has no owner\" }\n";
    let plan = "plan town \"Town\" { years 2025..2025 }\nuse rules \"rules/ours.pok\"\ngoal desk \"Desk\" { }\n";
    let folder = folder(&[("pok.toml", ""), ("rules/ours.pok", rules), ("town.pok", plan)]);
    let (said, code) = check(folder.path(), &["rules/ours.pok"]);
    assert!(said.contains("OUR-001"), "{said}");
    assert!(said.contains("rules/ours.pok is used by town.pok, which was checked too."), "{said}");
    assert_eq!(code, 1);
}

#[test]
fn outside_a_project_only_the_own_folder_is_searched() {
    let beside = format!("include \"sources.pok\"\nplan town \"Town\" {{ years 2025..2025 }}\n{GOAL}");
    let far = beside.replace("sources.pok", "../sources.pok");
    let folder = folder(&[("sources.pok", SOURCES), ("town.pok", &beside), ("far/town.pok", &far)]);
    let (said, _) = check(folder.path(), &["sources.pok"]);
    assert!(said.contains("sources.pok is used by town.pok, which was checked too."), "{said}");
}
