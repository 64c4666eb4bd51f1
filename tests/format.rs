//! `pok::format`: one layout, nothing lost, nothing changed in meaning.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::evaluation::Evaluation;
use pok::format::{Options, Why, format, same};
use pok::language::Language;
use pok::source::Span;
use pok::syntax::figure::Turn;
use pok::syntax::outline::{Lines, Statement, comments, outline};
use pok::syntax::pieces::{Kind, Mark, Piece};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const SAME: Options = Options { language: None };

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pok_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(pok_files(&entry));
        } else if entry.extension().is_some_and(|end| end == "pok") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// Every file of the project that can be laid out, with its text.
static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folders = ["examples", "rules", "tests/cases", "tests/plans", "tests/format"];
    let files = folders.iter().flat_map(|folder| pok_files(&root().join(folder)));
    let read = files.filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)));
    read.filter(|(name, text)| format(name, text.as_bytes(), SAME).is_ok()).collect()
});

fn formatted(text: &str, language: Option<Language>) -> String {
    let done = format("plan.pok", text.as_bytes(), Options { language });
    let done = done.unwrap_or_else(|refusal| panic!("{:?} at {:?} in\n{text}", refusal.why, refusal.span));
    String::from_utf8(done.bytes).unwrap()
}

/// The comments of a text, without line ends.
fn said(text: &str) -> Vec<&str> {
    comments(text).into_iter().map(|span| text[span.range()].trim_end_matches('\r')).collect()
}

/// Findings without their places and words, sorted; what was not checked; the verdict.
fn essence(text: &str) -> Vec<String> {
    let outcome: Evaluation = pok::evaluate_text("plan.pok", text);
    let findings = outcome.findings.iter();
    let mut lines: Vec<String> = findings
        .map(|finding| format!("{} {} {:?}", finding.code(), finding.message.name, finding.figures))
        .chain(outcome.not_checked.iter().map(|entry| format!("not checked: {}", entry.what.name)))
        .collect();
    lines.sort();
    lines.push(outcome.verdict.word().to_owned());
    lines
}

/// The same without words, which follow the language: codes, amounts and the verdict.
fn amounts(text: &str) -> Vec<String> {
    let bare = |line: String| {
        let (said, figures) = line.split_once('[').unwrap_or((&line, ""));
        let amounts = figures.split("Money(Money(").skip(1).map(|rest| rest.split(')').next().unwrap());
        format!("{said}{}", amounts.collect::<Vec<_>>().join(" "))
    };
    essence(text).into_iter().map(bare).collect()
}

fn other(language: Language) -> Language {
    match language {
        Language::English => Language::Dutch,
        Language::Dutch => Language::English,
    }
}

#[test]
fn cases_are_laid_out_as_kept() {
    for path in pok_files(&root().join("tests/format")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let done = formatted(&text, None);
        assert_eq!(formatted(&done, None), done, "{name} twice");
        let language = format(&name, text.as_bytes(), SAME).unwrap().language;
        let shown = done.replace('\u{feff}', "<BOM>").replace("\r\n", "<CR>\n");
        let turned = formatted(&done, Some(other(language)));
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path(root().join("tests/format"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            assert_snapshot!(name.as_str(), shown);
            assert_snapshot!(format!("{name}.turned"), turned.replace('\u{feff}', "<BOM>").replace("\r\n", "<CR>\n"));
        });
    }
}

#[test]
fn every_file_of_the_project_keeps_its_meaning() {
    assert!(FILES.len() > 200, "{}", FILES.len());
    for (name, text) in FILES.iter() {
        let done = formatted(text, None);
        assert_eq!(formatted(&done, None), done, "{name} twice");
        assert_eq!(said(&done), said(text), "{name}");
        assert_eq!(essence(&done), essence(text), "{name}");
    }
}

#[test]
fn a_file_comes_back_from_the_other_language_as_it_was() {
    for (name, text) in FILES.iter() {
        let done = formatted(text, None);
        let own = format(name, text.as_bytes(), SAME).unwrap().language;
        let declares = done.lines().any(|line| line == "taal nl" || line == "language en");
        let there = formatted(&done, Some(other(own)));
        let back = formatted(&there, Some(own));
        if declares {
            assert_eq!(back, done, "{name}");
        }
        // A mistake that lies in the language itself is another in the other.
        if !name.contains("POK005") {
            assert_eq!(amounts(&there), amounts(&done), "{name} in the other language\n{there}");
        }
    }
}

fn turn(language: Language) -> Turn {
    Turn { from: language, to: language }
}

/// Without any single letter or digit a file says something else, and what a broken printer gives is refused.
#[test]
fn nothing_can_be_dropped() {
    for (name, language) in
        [("meadowbrook", Language::English), ("thousands", Language::Dutch), ("indexed", Language::English)]
    {
        let text = fs::read_to_string(root().join(format!("examples/{name}.pok"))).unwrap();
        let done = formatted(&text, None);
        let language = if done.contains("taal nl") { Language::Dutch } else { language };
        assert!(same::check(&done, &done, turn(language), 2).is_ok());
        for (at, char) in done.char_indices().filter(|(_, char)| char.is_alphanumeric()) {
            let tampered = format!("{}{}", &done[..at], &done[at + char.len_utf8()..]);
            let kept = same::check(&done, &tampered, turn(language), 2).is_ok();
            assert!(!kept, "{name}: {char:?} at {at} can be dropped:\n{}", &done[at.saturating_sub(30)..at + 20]);
        }
    }
}

#[test]
fn what_a_broken_printer_gives_is_refused() {
    let text = "language en\n# one\nplan p { years 2025..2026 } # two\nsource s { income 2025: 10, 2026: 20 }\n\
        goal met { cost 2025: 10; serves a, b; theme t }\ngoal with { cost 2026: 20 }\ntable cost {\n  | 2025 | 2026\n  \
        met | 10 | -\n  with | - | 20\n}\nstated cost(met, 2025) as actual = 10\ntheme t\n";
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let tampered = text.replacen(from, to, 1);
        assert!(same::check(text, &tampered, turn(Language::English), 2).is_err(), "{from} became {to}");
    };
    for (from, to) in [
        ("# one\n", ""),
        (" # two", ""),
        ("# one", "#  one"),
        ("# one\nplan p { years 2025..2026 } # two", "# two\nplan p { years 2025..2026 } # one"),
        ("2025: 10, 2026: 20 }", "2025: 20, 2026: 10 }"),
        ("met | 10 | -", "met | - | 10"),
        ("met | 10 | -\n  with | - | 20", "with | - | 20\n  met | 10 | -"),
        ("goal met", "goal with2"),
        ("  met |", "  with |"),
        ("cost(met", "cost(with"),
        ("as actual", "as expected"),
        ("serves a, b", "serves b, a"),
        ("; theme t }", " }"),
        ("theme t\n", ""),
        ("= 10", "= 10.01"),
        ("= 10", ">= 10"),
        ("plan p", "plan q"),
    ] {
        refused(from, to);
    }
    // In another language a word is another, a name is not.
    let to_dutch = Turn { from: Language::English, to: Language::Dutch };
    let done = formatted(text, Some(Language::Dutch));
    assert!(same::check(text, &done, to_dutch, 2).is_ok());
    let renamed = done.replace("doel with", "doel met2").replace("with |", "met2 |");
    assert!(same::check(text, &renamed, to_dutch, 2).is_err());
    assert!(done.contains("doel met {") && done.contains("doel with {"), "{done}");
}

#[test]
fn a_word_that_would_come_to_mean_something_else_is_refused() {
    let text = "language en\npack p\nparameter doelen = \"a\", \"b\"\nrule r {\n  code A-1\n  for g in goals, x in doelen\n  \
        require g.title != x\n  message en \"m\"\n}\n";
    let refusal = format("r.pok", text.as_bytes(), Options { language: Some(Language::Dutch) }).unwrap_err();
    assert!(matches!(&refusal.why, Why::Clash { word, becomes } if word == "goals" && becomes == "doelen"));
    assert_eq!(&text[refusal.span.range()], "goals");
    // In its own language the file is laid out.
    assert!(formatted(text, None).contains("for     g in goals, x in doelen"));
}

#[test]
fn a_file_with_a_mistake_in_its_text_is_refused() {
    for (text, line) in [
        ("plan p { years 2025 }\nsorce x\n", 2),
        ("plan p {\n", 1),
        ("plan p { note \"open }\n", 1),
        ("language nl\nplan p { years 2025 }\n", 2),
        ("table cost {\n | 2025\n a | 12 500\n}\n", 3),
        ("plan p { note \"\u{7}\" }\n", 1),
    ] {
        let refusal = format("plan.pok", text.as_bytes(), SAME).unwrap_err();
        assert!(matches!(refusal.why, Why::Unreadable(_)), "{text}");
        assert_eq!(refusal.source.position(refusal.span.start).line, line, "{text}");
    }
}

/// The places between the pieces of statements, and whether a line may end there.
fn gaps(statements: &[Statement], found: &mut Vec<(usize, bool)>) {
    for statement in statements {
        let mut depth = 0_u32;
        for pair in statement.pieces.windows(2) {
            match pair[0].kind {
                Kind::Mark(Mark::Open) => depth += 1,
                Kind::Mark(Mark::Close) => depth -= 1,
                _ => {}
            }
            let breaks = pair[0].kind == Kind::Mark(Mark::Comma) || depth > 0 && !joined(pair);
            if pair[0].span.end < pair[1].span.start || breaks || pair[0].kind == Kind::Mark(Mark::Comma) {
                found.push((pair[0].span.end as usize, breaks));
            }
        }
        if let Some(Lines::Statements(inner)) = statement.block.as_ref().map(|block| &block.lines) {
            gaps(inner, found);
        }
    }
}

/// A name and its parenthesis, or a property and its dot, are read together where other things stand between them too,
/// but nobody writes them apart.
fn joined(pair: &[Piece]) -> bool {
    matches!(pair[0].kind, Kind::Mark(Mark::Dot | Mark::Negative))
        || matches!(pair[1].kind, Kind::Mark(Mark::Dot | Mark::Open))
}

/// The text with these things put in between its pieces and at its line ends, one after the other.
fn sprinkled(text: &str, language: Language, choices: &[u8]) -> String {
    let mut places = Vec::new();
    gaps(&outline(text, language).unwrap(), &mut places);
    let inside: Vec<Span> = comments(text);
    let ends = text
        .match_indices('\n')
        .map(|(at, _)| (at, false))
        .filter(|(at, _)| !inside.iter().any(|span| span.end as usize == *at));
    let mut at_end: Vec<(usize, bool, bool)> = ends.map(|(at, _)| (at, false, true)).collect();
    at_end.extend(places.into_iter().map(|(at, breaks)| (at, breaks, false)));
    at_end.sort_unstable();
    at_end.dedup_by_key(|place| place.0);
    let mut out = String::new();
    let mut done = 0;
    for (index, (at, breaks, line_end)) in at_end.into_iter().enumerate() {
        out.push_str(&text[done..at]);
        done = at;
        let choice = choices[index % choices.len()];
        match choice {
            0..40 => out.push_str("  "),
            40..60 => out.push('\t'),
            60..75 => out.push('\u{a0}'),
            75..120 if line_end => {
                let _ = write!(out, " # c{index} {{ \" ;  ");
            }
            120..150 if line_end => {
                let _ = write!(out, "\n\n  # own {index}");
            }
            75..120 if breaks => {
                let _ = writeln!(out, " # in {index} )");
            }
            120..150 if breaks => out.push_str("\n   "),
            150..170 if breaks => {
                let _ = write!(out, "\n\n # below {index}\n\n");
            }
            _ => {}
        }
    }
    out.push_str(&text[done..]);
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn sprinkled_files_say_the_same(file in 0..10_000_usize, choices in proptest::collection::vec(0..=255_u8, 1..80), carriage in any::<bool>()) {
        let (name, text) = &FILES[file % FILES.len()];
        // A list that is broken before a word that begins a statement is a warning.
        prop_assume!(text.len() < 6_000 && !name.contains("POK109"));
        let text = formatted(text, None).replace("\r\n", "\n");
        let language = format(name, text.as_bytes(), SAME).unwrap().language;
        let mut changed = sprinkled(text.trim_start_matches('\u{feff}'), language, &choices);
        if carriage {
            changed = changed.replace('\n', "\r\n");
        }
        let done = formatted(&changed, None);
        prop_assert_eq!(&formatted(&done, None), &done, "{} twice", name);
        prop_assert_eq!(said(&done), said(&changed), "{}", name);
        prop_assert_eq!(done.contains("\r\n"), changed.contains("\r\n"));
        prop_assert_eq!(essence(&done), essence(&text), "{}\n{}", name, done);
        let there = formatted(&done, Some(other(language)));
        prop_assert_eq!(said(&there), said(&changed), "{}", name);
        if text.lines().any(|line| line.starts_with("taal nl") || line.starts_with("language en")) {
            prop_assert_eq!(&formatted(&there, Some(language)), &done, "{} there and back", name);
        }
    }

    #[test]
    fn bytes_never_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(done) = format("plan.pok", &bytes, SAME) {
            prop_assert_eq!(&format("plan.pok", &done.bytes, SAME).unwrap().bytes, &done.bytes);
        }
    }

    #[test]
    fn words_never_break_it(words in proptest::collection::vec(0..40_usize, 0..60)) {
        const WORDS: [&str; 40] = [
            "plan", "p", "{", "}", "\n", ";", "goal", "g", "cost", "2025", ":", "1,234", ",", "# c\n", "\"t\"", "@", "table",
            "|", "total", "stated", "=", "(", ")", "+", "-", "and", "rule", "for", "in", "goals", "is", ".", "2025..2026",
            "taal nl", "doel", "tot en", "met", "allow POK1 because", "\u{201c}x\u{201d}", "pm",
        ];
        let text: String = words.iter().flat_map(|&word| [WORDS[word], " "]).collect();
        match format("plan.pok", text.as_bytes(), SAME) {
            Ok(done) => prop_assert_eq!(&format("plan.pok", &done.bytes, SAME).unwrap().bytes, &done.bytes),
            Err(refusal) => prop_assert!(!matches!(refusal.why, Why::Changed), "{text}"),
        }
    }
}
