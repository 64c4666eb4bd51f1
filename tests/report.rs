//! Findings made by hand, as each output format shows them: width pinned, no colour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use insta::assert_snapshot;
use iso_currency::Currency;
use pok::codes;
use pok::diagnostic::{Diagnostic, Edit, Figure, Fix, Message, NotChecked, Value};
use pok::evaluation::{Evaluation, OpenAmount, PackUsed, Verdict};
use pok::kind::FileKind;
use pok::money::{Money, Year, YearRange, YearStyle};
use pok::report::json::Input;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, json, short, text};
use pok::source::{FileId, Place, SourceFile, SourceSet, Span};
use pok::syntax::ast::Language;
use rust_decimal::Decimal;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const SCREEN: Screen = Screen { width: 100, colour: false, all: false, plain: false };

fn evaluation(files: &[(&str, &str)], findings: Vec<Diagnostic>) -> Evaluation {
    let mut sources = SourceSet::default();
    for (name, text) in files {
        sources.add(SourceFile::new(*name, *text));
    }
    Evaluation {
        sources,
        kind: FileKind::Plan,
        name: Some("voorbeeld".to_owned()),
        title: Some("Voorbeeld".to_owned()),
        language: Language::Dutch,
        year_style: YearStyle::Calendar,
        currency: Currency::EUR,
        verdict: Verdict::of(&findings, &[]),
        findings,
        not_checked: Vec::new(),
        scenarios: Vec::new(),
        open: Vec::new(),
        packs: Vec::new(),
        rule_codes: vec![],
        outcomes: Vec::new(),
        acceptable: Vec::new(),
    }
}

/// The place of the nth occurrence of some words in a file.
fn at(evaluation: &[(&str, &str)], file: u16, words: &str) -> Place {
    let text = evaluation[usize::from(file)].1;
    let start = text.find(words).unwrap();
    Place::new(FileId(file), Span::new(start, start + words.len()))
}

fn shown(evaluation: &Evaluation, language: Language, show: impl Fn(&[Checked<'_>], Renderer<'_>) -> String) -> String {
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(language), notation);
    let filter = Filter::default();
    show(&[Checked { evaluation, renderer, filter: &filter }], renderer)
}

fn as_text(evaluation: &Evaluation, language: Language) -> String {
    shown(evaluation, language, |plans, reader| text::report(plans, reader, SCREEN))
}

const FILES: &[(&str, &str)] = &[
    (
        "plan.pok",
        "taal nl\n\nplan voorbeeld \"Voorbeeld\" {\n  jaren 2024..2026\n}\n\nneem op \"bronnen.pok\"\n\ndoel jeugd \"Jeugd\" {\n  \
         lasten 2024: 165.000,\n         2025: 100.000\n  betaald uit pok\n}\n",
    ),
    ("bronnen.pok", "taal nl\n\nbron pok \"Preventie en ondersteuning (POK)\" {\n\tbaten 2024: 175.000\n}\n"),
];

fn several_files() -> Evaluation {
    let finding = Diagnostic::new(&codes::INCLUDE_CYCLE, at(FILES, 0, "lasten 2024: 165.000,\n         2025: 100.000"))
        .with("chain", "plan.pok → bronnen.pok → plan.pok")
        .at_primary(Message::new("include-outside").with("path", "dit"))
        .label(at(FILES, 0, "betaald uit pok"), Message::new("include-unreadable").with("path", "dat"))
        .label(at(FILES, 1, "175.000"), Message::new("include-unreadable").with("path", "€ 175.000"))
        .label(at(FILES, 0, "jaren 2024..2026"), Message::new("level-note"))
        .help(Message::new("include-cycle-help"))
        .help(Message::new("include-missing-help-similar").with("similar", "bron.pok"))
        .figure("stated", Figure::Money(Money(59_643_700)))
        .figure("difference", Figure::Money(Money(-3_806_300)))
        .figure("year", Figure::Year(Year(2024)))
        .figure("goals", Figure::List(vec![Figure::Text("jeugd".to_owned()), Figure::Text("zorg".to_owned())]))
        .fix(Fix {
            title: Message::new("include-missing-help"),
            safe: true,
            edits: vec![Edit { place: at(FILES, 1, "175.000"), text: "175.000,50".to_owned() }],
        });
    let warning = Diagnostic::new(&codes::NO_PLAN, at(FILES, 1, "bron pok"))
        .help(Message::new("no-plan-help").with("example", "plan x"));
    let end = Place::new(FileId(1), Span::new(FILES[1].1.len(), FILES[1].1.len()));
    let note = Diagnostic::new(&codes::NO_PLAN_EMPTY, end);
    evaluation(FILES, vec![finding, warning, note])
}

#[test]
fn text_shows_places_in_several_files() {
    assert_snapshot!("several_files_nl", as_text(&several_files(), Language::Dutch));
    assert_snapshot!("several_files_en", as_text(&several_files(), Language::English));
}

#[test]
fn short_is_one_line_each() {
    assert_snapshot!(shown(&several_files(), Language::Dutch, |plans, _| short::report(plans)));
}

#[test]
fn json_keeps_its_contract() {
    let mut evaluation = several_files();
    evaluation.not_checked.push(NotChecked {
        what: Message::new("level-warning"),
        why: Message::new("reason-no-plan"),
        place: at(FILES, 1, "baten"),
    });
    evaluation.open.push(OpenAmount {
        name: "jeugd".to_owned(),
        years: Some(YearRange { first: Year(2025), last: Year(2026) }),
        at_most: Some(Money(120_050)),
    });
    evaluation.packs.push(PackUsed { name: "nl.bbv".to_owned(), version: "2025.1".to_owned() });
    let inputs = [Input::new("plan.pok", b"abc")];
    let object = shown(&evaluation, Language::English, |plans, _| {
        json::report(plans, json::Run { inputs: &inputs, ..json::Run::of(Verdict::Fails) })
    });
    assert_snapshot!(object);
}

#[test]
fn json_escapes_what_a_terminal_would_obey() {
    let files = &[("plan\u{1b}.pok", "x")];
    let mut evaluation = evaluation(files, Vec::new());
    evaluation.name = Some("a\u{9b}31m\u{202e}\u{e0041}\u{7f}".to_owned());
    let object = shown(&evaluation, Language::English, |plans, _| json::report(plans, json::Run::of(Verdict::Holds)));
    assert!(object.is_ascii(), "{object}");
    let read: serde_json::Value = serde_json::from_str(&object).unwrap();
    assert_eq!(read["plans"][0]["name"], "a\u{9b}31m\u{202e}\u{e0041}\u{7f}");
}

#[test]
fn what_was_not_checked_is_listed() {
    let mut evaluation = evaluation(FILES, Vec::new());
    evaluation.not_checked.push(NotChecked {
        what: Message::new("level-warning"),
        why: Message::new("include-missing").with("path", "bron.pok"),
        place: at(FILES, 0, "neem op"),
    });
    evaluation.verdict = Verdict::of(&[], &evaluation.not_checked);
    assert_snapshot!(as_text(&evaluation, Language::Dutch));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let source = "taal nl\ndoel a \"rood\u{1b}[31m\u{9b}32m\u{202e}\rterug\u{7}\" {\tx }\n";
    let files = &[("plan\u{1b}[2J.pok", source)];
    let finding = Diagnostic::new(&codes::INCLUDE_MISSING, at(files, 0, "x"))
        .with("path", "\u{1b}]0;titel\u{7}\u{202e}")
        .label(at(files, 0, "rood\u{1b}[31m"), Message::new("include-missing").with("path", "a\nb"));
    let evaluation = evaluation(files, vec![finding]);
    let text = as_text(&evaluation, Language::Dutch);
    let short = shown(&evaluation, Language::Dutch, |plans, _| short::report(plans));
    let is_safe = |char: char| char == '\n' || !pok::report::visible::is_hidden_control(char);
    assert!(text.chars().all(is_safe) && short.chars().all(is_safe), "{text:?} {short:?}");
    assert_snapshot!(text);
}

#[test]
fn colour_is_only_that_of_the_report() {
    let evaluation = several_files();
    let screen = Screen { width: 100, colour: true, all: false, plain: false };
    let text = shown(&evaluation, Language::Dutch, |plans, reader| text::report(plans, reader, screen));
    assert!(text.starts_with("\u{1b}[1;31mfout POK104\u{1b}[0m: "));
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, code)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = code.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, as_text(&evaluation, Language::Dutch));
}

#[test]
fn very_long_lines_are_cut_around_the_place() {
    let line = format!("{}fout{}", "é123456789".repeat(500_000), " x".repeat(1_000_000));
    let source = format!("taal nl\n{line}\nlaatste\n");
    let files = &[("lang.pok", source.as_str())];
    let findings = vec![
        Diagnostic::new(&codes::INCLUDE_MISSING, at(files, 0, "fout"))
            .with("path", "y".repeat(500))
            .label(at(files, 0, "taal nl"), Message::new("level-note"))
            .label(at(files, 0, "laatste"), Message::new("level-error")),
        Diagnostic::new(&codes::NO_PLAN_EMPTY, Place::new(FileId(0), Span::new(8, 8 + line.len()))),
    ];
    assert_snapshot!(as_text(&evaluation(files, findings), Language::Dutch));
}

#[test]
fn places_outside_the_text_do_no_harm() {
    for source in ["", "\n", "a", "a\n\n", "é"] {
        let files = &[("leeg.pok", source)];
        let beyond = Place::new(FileId(0), Span::new(500, 900));
        let inside = Place::new(FileId(0), Span::new(0, 1));
        let no_file = Place::new(FileId(9), Span::new(0, 1));
        let findings = [beyond, inside, no_file].map(|place| Diagnostic::new(&codes::NO_PLAN_EMPTY, place));
        let evaluation = evaluation(files, findings.to_vec());
        assert!(as_text(&evaluation, Language::Dutch).contains("POK108"));
        let object = shown(&evaluation, Language::Dutch, |plans, _| json::report(plans, json::Run::of(Verdict::Fails)));
        assert!(object.contains("POK108"));
    }
}

#[test]
fn ten_thousand_findings_take_no_time() {
    let mut source = String::new();
    for number in 0..10_000 {
        writeln!(source, "doel d{number} \"Doel {number}\" {{ lasten 2024: {number} }}").unwrap();
    }
    let files = &[("groot.pok", source.as_str())];
    let mut start = 0;
    let findings: Vec<_> = source
        .split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + 4);
            start += line.len();
            Diagnostic::new(&codes::INCLUDE_MISSING, Place::new(FileId(0), span))
                .with("path", "x")
                .label(at(files, 0, "Doel 5000"), Message::new("level-note"))
        })
        .collect();
    let evaluation = evaluation(files, findings);
    let clock = Instant::now();
    let text = as_text(&evaluation, Language::Dutch);
    // The first thousand are drawn; of the others it says how many there are, and how to see them.
    assert!(text.len() > 100_000);
    assert_eq!(text.matches("Doel 5000").count(), 1_000);
    assert!(
        text.contains("en nog 9.000 bevindingen; `--format short`"),
        "{}",
        text.lines().rev().take(5).collect::<String>()
    );
    // Far above what it takes, far below what it took with a scan from the start of the file for each place.
    assert!(clock.elapsed() < Duration::from_secs(10), "{:?}", clock.elapsed());
}

#[test]
fn values_follow_the_readers_notation() {
    let book = Phrasebook::default();
    let cents = |amounts: &[i64]| amounts.iter().map(|cents| Money(*cents)).collect::<Vec<_>>();
    let years = YearRange { first: Year(2024), last: Year(2026) };
    let names = |count: usize| (0..count).map(|number| Value::from(format!("n{number}"))).collect::<Vec<_>>();
    let values = [
        Value::Money(Money(59_643_700)),
        Value::Money(Money(108_050)),
        Value::Money(Money(-108_000)),
        Value::Money(Money(5)),
        Value::Money(Money(i64::MIN)),
        Value::Figure(Money(-59_643_701)),
        Value::Sum(cents(&[45_950_000, 17_500_000, -500])),
        Value::Sum(cents(&[100, 200, 300, 400, 500, 600, 700, 800])),
        Value::Sum(cents(&[100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])),
        Value::Sum(Vec::new()),
        Value::Number(1_234_567),
        Value::Year(Year(2024)),
        Value::Years(years),
        Value::Years(YearRange::one(Year(2024))),
        Value::Date(jiff::civil::date(2024, 10, 29)),
        Value::Percent(Decimal::new(250, 2)),
        Value::Percent(Decimal::new(1000, 0)),
        Value::Keyword("cost", "lasten"),
        Value::List(names(1)),
        Value::List(names(3)),
        Value::List(names(20)),
        Value::Choice(names(2)),
        Value::List(Vec::new()),
        Value::from("a\u{1b}[0m\nb"),
    ];
    let mut table = String::new();
    let yen = Notation { currency: Currency::JPY, years: YearStyle::Split };
    let franc = Notation { currency: Currency::CHF, years: YearStyle::Split };
    for value in values {
        let mut line = Vec::new();
        for notation in [Notation::default(), yen, franc] {
            for language in [Language::English, Language::Dutch] {
                line.push(Renderer::new(book.words(language), notation).value(&value));
            }
        }
        writeln!(table, "{}", line.join(" | ")).unwrap();
    }
    assert_snapshot!(table);
}
