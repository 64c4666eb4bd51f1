//! What is read without the grammar gives the same tree and the same findings as with it.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::source::FileId;
use pok::syntax::{Options, parse};
use std::fs;
use std::path::{Path, PathBuf};

/// Every plan, rule file and explanation page of the repository.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with(".git") {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "pok") {
            found.push(path);
        }
    }
}

fn assert_same(name: &str, text: &str) {
    let read = |grammar_only| parse(FileId(0), text, Options { grammar_only, ..Options::default() });
    let (plain, grammar) = (format!("{:#?}", read(false)), format!("{:#?}", read(true)));
    for (plain, grammar) in plain.lines().zip(grammar.lines()) {
        assert_eq!(plain, grammar, "{name}");
    }
    assert_eq!(plain.len(), grammar.len(), "{name}");
}

#[test]
fn every_plan_is_read_the_same() {
    let mut found = Vec::new();
    files(Path::new(env!("CARGO_MANIFEST_DIR")), &mut found);
    assert!(found.len() > 50);
    for path in found {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        assert_same(&path.display().to_string(), &text);
        assert_same("with all words of the other language", &format!("language nl\n{text}"));
    }
}

#[test]
fn statements_are_read_the_same_with_any_blank_or_sign_in_them() {
    let statements = [
        "recurring",
        "owner \"Team 1\" @ minutes \"p. 4\"",
        "note \"a\u{e9} \\\" b\" @ minutes",
        "serves help, follow-up , a_b-c",
        "during 2025..2034",
        "from 2024 through 2026",
        "through 2026",
        "evaluate 2026, 2028",
        "priority 12",
        "kind specific-grant @ minutes",
        "task-field 6.71a",
        "statutory",
        "obligated \"Line\" 2025: 1,234.50, 2026..2027: 20,000 per year @ minutes",
        "evaluate 2026, 2028 to \"council\" @ minutes",
        "optional",
        "theme digital @ plan-2",
        "needs  decision rules",
        "follow-up \"letter\"",
        "follow-up decision-2",
        "cost \"Line\" once 2025: 1,234.50, 2026..2027: 20,000 per  year , 2028: 7",
        "cost 2025 : 5, 2026: 0,125, 2027: 1.5 total @ minutes \"here\"",
        "budget 2022..2023: 6,000 total",
        "paid by grant",
        "paid by grant 2025: 5,000, 2026: 4 each, fund, third 2027: 9",
    ];
    let extras =
        [" ", "  ", "\n", "\t", "\u{a0}", ",", ".", "..", "-", "/", "%", "\"", "@", ":", "(", "5", "x", "\u{e9}", "#"];
    for statement in statements {
        let ends = statement.char_indices().map(|(at, _)| at).chain([statement.len()]);
        for at in ends.filter(|&at| at > 0) {
            let (before, after) = statement.split_at(at);
            let mut texts = vec![before.to_owned(), format!("{before}{}", after.chars().skip(1).collect::<String>())];
            texts.extend(extras.map(|extra| format!("{before}{extra}{after}")));
            for text in texts {
                assert_same(
                    &text,
                    &format!("language en\ngoal g \"A goal\" @ minutes {{\n  {text}\n  temporary\n}}\n"),
                );
            }
        }
    }
}
