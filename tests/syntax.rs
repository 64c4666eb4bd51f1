//! What the parser makes of texts: findings as plain lines, and trees where they matter.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::{Diagnostic, Message, Value};
use pok::source::{FileId, SourceFile};
use pok::syntax::{Options, parse};
use std::fmt::Write;

/// `line:col-line:col code name values`, one finding a line, fixes below it.
fn plain(source: &SourceFile, findings: &[Diagnostic]) -> String {
    let mut out = String::new();
    for finding in findings {
        let span = finding.place().span;
        let (start, end) = (source.position(span.start), source.position(span.end));
        write!(
            out,
            "{}:{}-{}:{} {} {}",
            start.line,
            start.column,
            end.line,
            end.column,
            finding.code(),
            message(&finding.message)
        )
        .unwrap();
        for help in &finding.help {
            write!(out, " | {}", message(help)).unwrap();
        }
        out.push('\n');
        for fix in &finding.fixes {
            let edits: Vec<_> = fix
                .edits
                .iter()
                .map(|edit| format!("{:?} -> {:?}", source.slice(edit.place.span), edit.text))
                .collect();
            writeln!(
                out,
                "    fix ({}) {}: {}",
                if fix.safe { "safe" } else { "choose" },
                fix.title.name,
                edits.join(", ")
            )
            .unwrap();
        }
    }
    out
}

fn message(message: &Message) -> String {
    let values: Vec<_> = message.values.iter().map(|(name, shown)| format!("{name}={}", value(shown))).collect();
    format!("{} [{}]", message.name, values.join(", "))
}

fn value(shown: &Value) -> String {
    match shown {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => number.to_string(),
        Value::Keyword(english, dutch) => format!("{english}/{dutch}"),
        Value::Message(inner) if inner.values.is_empty() => inner.name.to_owned(),
        Value::Message(inner) => message(inner),
        Value::Keywords(words) => {
            words.iter().map(|(english, dutch)| format!("{english}/{dutch}")).collect::<Vec<_>>().join(" or ")
        }
        Value::List(values) | Value::Choice(values) => values.iter().map(value).collect::<Vec<_>>().join(" or "),
        other => format!("{other:?}"),
    }
}

fn findings(text: &str) -> String {
    let source = SourceFile::new("plan.pok", text);
    let (_, findings) = parse(FileId(0), text, Options::default());
    plain(&source, &findings)
}

/// Snapshots lie beside the cases.
fn beside(run: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("syntax");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(run);
}

#[test]
fn every_case_gives_its_findings() {
    let mut cases: Vec<_> = std::fs::read_dir("tests/syntax").unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "pok"));
    cases.sort();
    assert!(cases.len() > 10);
    for case in cases {
        let name = case.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&case).unwrap();
        beside(|| insta::assert_snapshot!(name, findings(&text)));
    }
}

#[test]
fn every_statement_is_read_in_both_languages() {
    for name in ["all-english", "all-dutch"] {
        let text = std::fs::read_to_string(format!("tests/syntax/{name}.pok")).unwrap();
        let (file, found) = parse(FileId(0), &text, Options::default());
        assert!(found.is_empty(), "{}", plain(&SourceFile::new(name, text.clone()), &found));
        assert!(file.broken.is_empty());
        let tree = format!("{file:?}");
        assert!(!tree.contains("Unreadable"));
        for damaged in tree.split("damaged: ").skip(1) {
            assert!(damaged.starts_with("[]"), "{damaged:.80}");
        }
    }
}

#[test]
fn every_keyword_is_in_the_case_of_its_language() {
    let spaced = |text: String| format!(" {} ", text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" "));
    let english = spaced(std::fs::read_to_string("tests/syntax/all-english.pok").unwrap());
    let dutch = spaced(std::fs::read_to_string("tests/syntax/all-dutch.pok").unwrap());
    for keyword in pok::syntax::keyword::ALL {
        for (words, text) in [(keyword.english, &english), (keyword.dutch, &dutch)] {
            for word in words {
                assert!(text.contains(word), "{word} ({}) is in no case", keyword.rule);
            }
        }
    }
}

#[test]
fn the_keywords_are_those_of_the_grammar() {
    let grammar = std::fs::read_to_string("grammar/pok.pest").unwrap();
    let rules: Vec<_> = grammar.lines().filter(|line| line.starts_with("kw_")).collect();
    assert_eq!(rules.len(), pok::syntax::keyword::ALL.len());
    for (rule, keyword) in rules.iter().zip(pok::syntax::keyword::ALL) {
        let (name, body) = rule.split_once(" = ").unwrap();
        assert_eq!(name, keyword.rule);
        let body = body.replace(r#" ~ ("ï" | "Ï" | "i\u{308}" | "I\u{308}") ~ ^"#, "ï");
        let body = body.replace("\"ï\"", "ï");
        let inner = body.split_once('(').unwrap().1.rsplit_once(')').unwrap().0;
        let mut written: Vec<_> =
            inner.split(" | ").map(|phrase| phrase.replace(" ~ gap ~ ", " ").replace(['^', '"'], "")).collect();
        let mut listed: Vec<_> = keyword.english.iter().chain(keyword.dutch).map(|&word| word.to_owned()).collect();
        written.sort();
        listed.sort();
        listed.dedup();
        assert_eq!(written, listed, "{name}");
    }
}

#[test]
fn numbers_by_the_notation_of_each_language() {
    use pok::syntax::ast::{AmountValue, CellValue, Item, ReserveClause};
    let inputs = std::fs::read_to_string("tests/syntax/numbers.txt").unwrap();
    let mut out = String::new();
    for language in ["en", "nl"] {
        writeln!(out, "# language {language}: as an amount, and as a cell").unwrap();
        let (floor, table) = if language == "en" { ("floor", "table cost") } else { ("ondergrens", "tabel lasten") };
        for input in inputs.lines() {
            let text = format!("language {language}\nreserve r {{ {floor} {input} }}\n");
            let (file, found) = parse(FileId(0), &text, Options::default());
            let mut amount = "nothing".to_owned();
            if let Some(Item::Reserve(reserve)) = file.items.first()
                && let Some(ReserveClause::Floor(read)) = reserve.clauses.first().map(|clause| &clause.kind)
            {
                amount = match read.value {
                    AmountValue::Money(money) => money.0.to_string(),
                    other => format!("{other:?}"),
                };
                if read.about {
                    amount.push_str(" about");
                }
                if read.step.0 != 0 {
                    write!(amount, " step {}", read.step.0).unwrap();
                }
            }
            write!(out, "{input:>24}  {amount}{}", short(&found)).unwrap();
            let text = format!("language {language}\n{table} {{ | 2024\n  a | {input}\n}}\n");
            let (file, found) = parse(FileId(0), &text, Options::default());
            let Some(Item::Table(table)) = file.items.first() else { continue };
            let cell = table.cells.first().unwrap();
            let read = match cell.value {
                CellValue::Money => cell.money.0.to_string(),
                other => format!("{other:?}"),
            };
            writeln!(out, "  |  {read}{}", short(&found)).unwrap();
        }
    }
    beside(|| insta::assert_snapshot!("numbers", out));
}

fn short(found: &[Diagnostic]) -> String {
    let one = |finding: &Diagnostic| {
        let readings: Vec<_> = finding.fixes.iter().map(|fix| fix.edits.first().unwrap().text.clone()).collect();
        format!(" {} {}", finding.kind.name, readings.join(" or "))
    };
    found.iter().map(one).collect()
}

#[test]
fn amounts_have_the_decimals_of_the_currency() {
    let names = |text: &str, minor_digits| -> Vec<_> {
        let (_, found) = parse(FileId(0), text, Options { minor_digits, ..Options::default() });
        found.iter().map(|finding| finding.kind.name).collect()
    };
    let plan = |code: &str, amount: &str| format!("reserve r {{ floor {amount} }}\nplan p {{ currency {code} }}\n");
    assert_eq!(names(&plan("JPY", "1.5"), None), ["amount-decimals"]);
    assert!(names(&plan("JPY", "1,500"), None).is_empty());
    assert!(names(&plan("KWD", "1.234"), None).is_empty());
    assert_eq!(names(&plan("EUR", "1.234"), Some(3)), ["amount-ambiguous"]);
    assert!(names("reserve r { floor 1.234 }", Some(3)).is_empty());
}

#[test]
fn line_ends_and_pasted_blanks_change_nothing() {
    for name in ["all-english", "all-dutch"] {
        let text = std::fs::read_to_string(format!("tests/syntax/{name}.pok")).unwrap();
        assert_eq!(findings(&text.replace('\n', "\r\n")), "");
        assert_eq!(findings(&text.replace("  ", "\u{A0} ").replace(" = ", "\u{A0}=\u{A0}")), "");
        assert_eq!(findings(&text.replace("; ", "\n")), "");
        for (opening, closing) in [("“", "”"), ("„", "“"), ("«", "»"), ("“", "\"")] {
            let mut quotes = [opening, closing].into_iter().cycle();
            let curly =
                text.split('"').map(str::to_owned).reduce(|before, after| before + quotes.next().unwrap() + &after);
            let curly = curly.unwrap();
            assert_eq!(findings(&curly), "");
            let (file, _) = parse(FileId(0), &curly, Options::default());
            let ends: Vec<usize> = format!("{file:?}")
                .split("start: ")
                .skip(1)
                .flat_map(|span| span.split(['}', ',']).take(2).map(str::to_owned).collect::<Vec<_>>())
                .filter_map(|number| number.trim().trim_start_matches("end: ").trim().parse().ok())
                .collect();
            assert!(ends.len() > 100 && ends.iter().all(|&end| curly.is_char_boundary(end)));
        }
    }
}
