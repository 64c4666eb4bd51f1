//! Whatever stands in a file, it is read to its end: limits, bad bytes, and random texts.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::Diagnostic;
use pok::source::{FileId, Span, whole_characters};
use pok::syntax::{LARGEST, Options, decode, parse};
use proptest::prelude::*;

fn names(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.kind.name).collect()
}

fn names_of(text: &str) -> Vec<&'static str> {
    names(&checked(text))
}

/// Parses, and holds every span to the text.
fn checked(text: &str) -> Vec<Diagnostic> {
    let (file, findings) = parse(FileId(0), text, Options::default());
    let fits = |span: Span| {
        assert!(span.start <= span.end, "{span:?}");
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    };
    for finding in &findings {
        finding.labels.iter().for_each(|label| fits(label.place.span));
        finding.fixes.iter().flat_map(|fix| &fix.edits).for_each(|edit| fits(edit.place.span));
    }
    // In a tree an end may stand inside a curly quote that belongs to no text: slices then take the whole of it.
    let curly = text.contains(['“', '”', '„', '‟', '«', '»']);
    let in_tree = |span: Span| {
        assert!(span.end as usize <= text.len(), "{span:?}");
        fits(if curly { whole_characters(text, span) } else { span });
    };
    let tree = format!("{file:?}");
    for span in tree.split("Span { start: ").skip(1) {
        let (start, rest) = span.split_once(", end: ").unwrap();
        let (end, _) = rest.split_once(" }").unwrap();
        in_tree(Span { start: start.parse().unwrap(), end: end.parse().unwrap() });
    }
    for cell in tree.split("Cell { ").skip(1) {
        let start: u32 = cell.split_once("start: ").unwrap().1.split_once(',').unwrap().0.parse().unwrap();
        let length: u32 = cell.split_once("len: ").unwrap().1.split_once(',').unwrap().0.parse().unwrap();
        in_tree(Span { start, end: start + length });
    }
    findings
}

#[test]
fn deep_nesting_is_one_finding() {
    let braces = format!("plan p {}{}", "{ a ".repeat(1_000), "}".repeat(1_000));
    assert!(names_of(&braces).contains(&"too-deep"));
    assert!(names_of(&braces).len() < 5);
    assert!(names_of(&"{".repeat(1_000)).contains(&"too-deep"));
    let themes = format!("{}{}\ngoal g {{ temporary }}", "theme a { ".repeat(1_000), "}".repeat(1_000));
    assert_eq!(names_of(&themes), ["too-deep"]);
    let parentheses = format!("stated {}1{} = 1\ngoal g {{ floor 5 }}", "(".repeat(1_000), ")".repeat(1_000));
    assert_eq!(names_of(&parentheses), ["too-deep", "misplaced-statement"]);
    let deep = format!("stated {}1{} = 1", "(".repeat(64), ")".repeat(64));
    assert!(names_of(&deep).is_empty());
    let calls = format!("stated {}1{} = 1", "max(".repeat(64), ")".repeat(64));
    assert!(names_of(&calls).is_empty());
}

#[test]
fn long_lines_and_expressions_end_soon() {
    let long = format!("goal g {{ serves a{} }}", ", b".repeat(100_000));
    assert!(names(&parse(FileId(0), &long, Options::default()).1).is_empty());
    let word = format!("goal g {{ note \"{}\" }}", "x".repeat(10_000_000));
    assert!(names(&parse(FileId(0), &word, Options::default()).1).is_empty());
    let sum = format!("stated 1{} = 1", " + 1".repeat(900));
    assert!(names_of(&sum).is_empty());
    let sum = format!("stated 1{} = 1", " + 1".repeat(100_000));
    assert_eq!(names_of(&sum), ["too-long"]);
    let signs = format!("stated {}1 = 1", "- ".repeat(100_000));
    assert_eq!(names_of(&signs), ["too-long"]);
    let digits = format!("reserve r {{ floor {} }}", "1".repeat(1_000_000));
    assert_eq!(names_of(&digits), ["amount-too-large"]);
    let open = "stated (1\n".repeat(20_000);
    assert_eq!(names(&parse(FileId(0), &open, Options::default()).1).len(), 20_000);
    let blocks = "goal g {\n".repeat(10_000);
    assert!(!names(&parse(FileId(0), &blocks, Options::default()).1).is_empty());
    let tables = "table cost t {\n".repeat(10_000);
    assert!(!names(&parse(FileId(0), &tables, Options::default()).1).is_empty());
}

#[test]
fn bytes_that_do_not_belong_are_named() {
    let decoded = |bytes: &[u8]| {
        let (source, findings) = decode(FileId(0), "plan.pok", bytes.to_vec());
        (source.text().to_owned(), findings)
    };
    let (text, found) = decoded(b"\xEF\xBB\xBFplan p\r\n");
    assert_eq!((text.as_str(), found.len()), ("plan p\r\n", 0));
    let (text, found) = decoded(b"plan \xFF\xFEp\n");
    assert_eq!((text.as_str(), names(&found)), ("plan \u{1A}\u{1A}p\n", vec!["bad-byte"]));
    assert_eq!(found.first().unwrap().place().span, Span::new(5, 7));
    let (_, found) = decoded(b"plan\0\0\0 p\rq \x1B[0m");
    assert_eq!(names(&found), ["control-character"; 3]);
    let (_, found) = decoded("plan \u{202E}p \u{2066} \u{85}".as_bytes());
    assert_eq!(names(&found), ["control-character"; 3]);
    let (_, found) = decoded(b"doel a\xE9 {\n}\n");
    assert_eq!(names(&found), ["bad-byte"]);
    let what = |bytes: &[u8]| {
        let (text, found) = decoded(bytes);
        assert_eq!((text.as_str(), names(&found)), ("", vec!["bad-byte"]));
        found.first().unwrap().message.name
    };
    assert_eq!(what(b"\xFF\xFEp\0l\0a\0n\0"), "file-utf16");
    assert_eq!(what(b"p\0l\0a\0n\0 \0p\0\n\0"), "file-utf16");
    assert_eq!(what(b"PK\x03\x04\x14\0\x06\0"), "file-office");
    assert_eq!(what(b"%PDF-1.7\n"), "file-pdf");
    assert_eq!(what(b"\x01\x02\x03\x04\x05\x06\x07 text"), "file-binary");
    assert_eq!(what(b"plan p\rgoal g\r"), "file-old-line-ends");
    let (text, found) = decoded(&vec![b' '; LARGEST + 1]);
    assert_eq!((text.len(), names(&found)), (0, vec!["too-large"]));
    let (_, found) = decoded(&vec![b' '; LARGEST]);
    assert!(found.is_empty());
}

fn mutated() -> impl Strategy<Value = String> {
    let plans: Vec<String> = ["all-english", "all-dutch", "tables", "braces", "expressions"]
        .iter()
        .map(|name| std::fs::read_to_string(format!("tests/syntax/{name}.pok")).unwrap())
        .collect();
    let piece = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("\"".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("|".to_owned()),
        Just("\n".to_owned()),
        Just(";".to_owned()),
        Just("#".to_owned()),
        Just(", ".to_owned()),
        Just("- ".to_owned()),
        Just("table cost {".to_owned()),
        Just("€ 1.2".to_owned()),
        Just("\u{A0}".to_owned()),
        ".{0,5}",
        "[0-9.,_ -]{1,9}",
    ];
    let change = (any::<prop::sample::Index>(), 0_usize..12, piece);
    (prop::sample::select(plans), prop::collection::vec(change, 1..8)).prop_map(|(plan, changes)| {
        let mut chars: Vec<char> = plan.chars().collect();
        for (at, removed, inserted) in changes {
            let at = at.index(chars.len() + 1);
            let end = (at + removed).min(chars.len());
            chars.splice(at..end, inserted.chars());
        }
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (source, _) = decode(FileId(0), "plan.pok", bytes);
        checked(source.text());
    }

    #[test]
    fn random_words_never_panic(words in prop::collection::vec(
        prop::sample::select(vec!["plan", "goal", "g", "{", "}", "\n", "cost", "2024", ":", "5", "1.5", ",", "|", "table",
            "stated", "(", ")", "\"", "=", "-", "@", "as", "actual", "per year", "paid by", "50%", ";", "#", "total", "of",
            "é", "\u{2013}", "pm", "in", "for", "sum", "restant", "taal nl", "\r\n", "allow", "because"]), 0..60)) {
        checked(&words.join(" "));
        checked(&words.concat());
    }

    #[test]
    fn mutated_plans_never_panic(text in mutated()) {
        checked(&text);
    }
}
