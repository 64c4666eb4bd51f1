//! `pok trace`: what a figure is made from, as people read it, and that every sum in the tree can be redone.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use assert_cmd::Command;
use insta::assert_snapshot;
use num_rational::Ratio;
use pok::flow::{self, Demand, Division, Owner, Payment};
use pok::load::{Input, NoFiles, load};
use pok::model::{Entity, GoalId, Payer, Plan, ReserveId, SourceId};
use pok::money::Year;
use pok::report::text::Screen;
use pok::report::{Notation, Phrasebook, Renderer, trace};
use pok::syntax::ast::Language;
use pok::trace::{Answer, Asked, Divide, Figure, Node, ask};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn asked(text: &str, expression: &str, divide: Divide<'_>) -> Asked {
    let input = Input { name: "plan.pok".to_owned(), key: "plan.pok".to_owned(), bytes: text.as_bytes().to_vec() };
    ask(load(input, &mut NoFiles), expression, "<expression>", divide)
}

fn language(text: &str) -> Language {
    if text.trim_start().starts_with("taal nl") { Language::Dutch } else { Language::English }
}

fn shown_of(asked: &Asked, language: Language, all: bool) -> String {
    let book = Phrasebook::default();
    let renderer = Renderer::new(book.words(language), Notation { currency: asked.currency, years: asked.year_style });
    trace::report(asked, renderer, Screen { width: 100, colour: false, all: false, plain: false }, all)
}

/// The answers to questions about one plan, in its language.
fn shown(text: &str, expressions: &[&str]) -> String {
    let answers = expressions.iter().map(|expression| {
        let asked = asked(text, expression, &|_| None);
        format!("> {expression}\n{}", shown_of(&asked, language(text), false))
    });
    answers.collect::<Vec<_>>().join("\n")
}

fn pok(args: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("POK_LANG").env("LC_ALL", "C").env("NO_COLOR", "1");
    let output = command.arg("trace").args(args).output().unwrap();
    let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
    (String::from_utf8(text).unwrap(), output.status.code().unwrap())
}

fn example(file: &str, expressions: &[&str]) -> String {
    let run = |expression: &&str| {
        let (text, code) = pok(&[&format!("examples/{file}.pok"), expression, "--width", "100"]);
        format!("> {expression}\n{text}= {code}\n")
    };
    expressions.iter().map(run).collect::<Vec<_>>().join("\n")
}

#[test]
fn overbetuwe() {
    assert_snapshot!(example(
        "overbetuwe",
        &[
            "lasten(2025)",
            "beschikbaar(2024)",
            "eindstand(overhevelingen, 2026)",
            "restant(pok, 2025)",
            "baten(pok) - lasten(2025..2026)",
            "dekking(2024) = lasten(2024)",
            "cost(jobhunter, 2024)",
        ]
    ));
}

#[test]
fn dronten() {
    assert_snapshot!(example(
        "dronten",
        &[
            "baten(pok, 2021..2022)",
            "budget()",
            "lasten(2027)",
            "baten(2025) / 3 + 100",
            "lasten(casusmanagement)",
            "betaald(pok, casusmanagement, 2022)",
        ]
    ));
}

#[test]
fn meadowbrook() {
    assert_snapshot!(example(
        "meadowbrook",
        &[
            "cost(2025)",
            "balance(buffer, 2026)",
            "cost(2025) * 50%",
            "sum(cost(g) for g in goals where g is recurring) = 246,050",
            "max(cost(y) for y in years)",
            "count(g for g in goals where g is recurring)",
            "lasten(advice, 2026)",
        ]
    ));
}

#[test]
fn small_examples() {
    let mut all = example("indexed", &["cost(desk)"]);
    all += &example("thousands", &["cost(2025)"]);
    all += &example("figures", &["cijfers(berap, \"Programma 7\", verschil)"]);
    all += &example("pm", &["cost()"]);
    all += &example("window", &["cost()", "cost(2022)"]);
    all += &example("verloop", &["eindstand()", "storting(2025)", "onttrekking(2025)", "mutatie(2025)"]);
    all += &example("restant", &["restant()", "vervallen()"]);
    assert_snapshot!(all);
}

#[test]
fn wrong_questions() {
    assert_snapshot!(shown(
        PLAN,
        &[
            "cost(dsek, 2025)",
            "cots(desk)",
            "cost(desk, 2025",
            "cost(desk, 2031)",
            "desk",
            "town",
            "2025-03-11",
            "cost(town)",
            "cost(desk) + 5%",
            "cost(desk) > 1.234",
            "",
            "cost(desk)\u{1b}",
        ]
    ));
}

#[test]
fn wrong_questions_in_dutch() {
    assert_snapshot!(shown(
        "taal nl\nplan p { jaren 2025..2026 }\ndoel loket { lasten 2025: 1.000 }\n",
        &["lasten(loked, 2025)", "lasten(loket, 2025) > 1,234", "cost(loket, 2025)", "loket", "lasten(loket, 2025) -"]
    ));
}

#[test]
fn what_is_too_large_is_not_known() {
    let large = "999,999,999,999,999 * 999,999,999,999,999 * 99,999,999";
    for question in [
        format!("{large} + {large}"),
        format!("{large} + cost(desk, 2025)"),
        format!("{large} * {large} = cost(desk, 2025)"),
        format!("{large} = cost(desk, 2027)"),
        format!("-({large}) - {large}"),
        format!("cost(desk, 2027) / ({large}) / ({large})"),
    ] {
        let asked = asked(PLAN, &question, &|_| None);
        let text = shown_of(&asked, Language::English, true);
        assert!(text.contains("not known"), "{question}\n{text}");
    }
}

#[test]
fn nothing_deep_overflows() {
    let deep = format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(matches!(asked(PLAN, &deep, &|_| None).answer, Answer::Refused(_)));
    let long = vec!["1"; 5_000].join(" + ");
    assert!(matches!(asked(PLAN, &long, &|_| None).answer, Answer::Refused(_)));
}

const PLAN: &str = r#"
plan p "Help desk" { years 2025..2027 }
document letter "Letter to the council" { }
source town "Town budget" {
  income 2025: 50,000, 2026: pm, 2027: about 60 thousand expected @ letter "p. 2"
}
source province { income unlimited }
reserve pot { opening 2025: 10,000; add 2026: 5,000 from town; withdraw 2026: 2,500 }
reserve spare { opening 2025: 1,000; ends 2025; release to pot }
goal desk "Help desk" @ letter "p. 3" {
  cost "Staff" 2025..2027: 40,000 per year indexed 2.5% from 2026
  cost "Move" once 2025..2026: 3,333.33 total
  paid by town 50%, province 50%
}
table correction cost @ letter "p. 9" {
        |   2026
  desk  | -1,000
}
table figures accounts "The accounts" (x 1,000) {
                            | 2025 | 2026
  in                        | 12.5 |   13
  out                       |   10 |   pm
  left = in - out           |  2.5 |    -
}
"#;

#[test]
fn all_that_happens_to_an_amount() {
    assert_snapshot!(shown(
        PLAN,
        &[
            "income(town)",
            "income(province, 2025)",
            "income(2025..2027)",
            "cost(desk)",
            "cost(desk, 2026)",
            "balance(pot, 2026)",
            "opening(pot, 2026)",
            "movement(pot, 2026)",
            "addition(2026)",
            "paid(town, desk, 2025)",
            "figures(accounts, left, 2025)",
            "figures(accounts, out, 2026) + figures(accounts, \"in\", 2026)",
            "-(income(town, 2025) - 10,000) / 3",
            "cost(desk, 2027) / income(province, 2027)",
            "not (cost(desk, 2025) = 1)",
        ]
    ));
}

#[test]
fn long_lists_are_cut_unless_all_is_asked_for() {
    let mut plan = "plan p { years 2025 }\n".to_owned();
    for number in 0..45 {
        writeln!(plan, "goal g{number} {{ cost 2025: 100 }}").unwrap();
    }
    let asked = asked(&plan, "cost(2025)", &|_| None);
    let cut = shown_of(&asked, Language::English, false);
    assert_eq!(cut.lines().count(), 42);
    assert!(cut.ends_with("and 5 more (together €500); --all shows them\n"), "{cut}");
    assert_eq!(shown_of(&asked, Language::English, true).lines().count(), 46);
}

#[test]
fn json() {
    let (text, code) = pok(&["examples/meadowbrook.pok", "cost(2027) * 2", "--format", "json"]);
    assert_eq!(code, 0);
    assert_snapshot!(text);
    let (text, code) = pok(&["examples/meadowbrook.pok", "cost(advise, 2027)", "--format", "json"]);
    assert_eq!(code, 1);
    let object: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["findings"][0]["code"], "POK101");
    assert_eq!(object["findings"][0]["column"], 6);
    assert!(object["trace"].is_null());
}

#[test]
fn files_that_cannot_be_asked() {
    for file in ["examples", "nowhere.pok"] {
        let (text, code) = pok(&[file, "cost()"]);
        assert_eq!(code, 2, "{text}");
    }
    let folder = tempfile::tempdir().unwrap();
    let part = folder.path().join("part.pok");
    fs::write(&part, "goal desk { cost 2025: 5 }\n").unwrap();
    let (text, code) = pok(&[part.to_str().unwrap(), "cost()"]);
    assert_eq!(code, 2);
    assert!(text.contains("declares no plan"), "{text}");
}

/// Who pays what in the example of Meadowbrook, as a controller would divide it: grant first, then the buffer.
fn division(plan: &Plan) -> Division {
    let demand = |goal: u32, year: i16| {
        let facts = plan.ledger.cost.of(goal);
        let fact = facts.iter().find(|fact| fact.years.first == Year(year)).unwrap();
        Demand {
            owner: Owner::Goal(GoalId(goal)),
            line: fact.other,
            share_of: None,
            asked: flow::Asked::Cost,
            years: fact.years,
            cents: fact.money.0,
            uncovered: 0,
            left_out: false,
            place: fact.place,
        }
    };
    let demands = vec![demand(0, 2025), demand(0, 2026), demand(0, 2027), demand(1, 2025), demand(1, 2026)];
    let (grant, buffer) = (Payer::Source(SourceId(0)), Payer::Reserve(ReserveId(0)));
    let pay = |payer, year, demand, euros: i64| Payment { payer, year: Year(year), demand, cents: euros * 100 };
    let payments = vec![
        pay(grant, 2025, 0, 80_000),
        pay(grant, 2026, 1, 82_000),
        pay(grant, 2027, 2, 84_050),
        pay(grant, 2025, 3, 40_000),
        pay(buffer, 2025, 3, 20_000),
        pay(grant, 2026, 4, 38_000),
        pay(buffer, 2026, 4, 27_000),
    ];
    Division { demands, payments }
}

#[test]
fn a_division_of_the_money() {
    let text = fs::read_to_string("examples/meadowbrook.pok").unwrap();
    let expressions = [
        "balance(buffer, 2026)",
        "balance(buffer, 2027)",
        "paid(grant, coaching, 2025)",
        "covered(coaching, 2025..2026)",
        "coverage(buffer, 2025..2027)",
        "unspent(grant, 2025)",
        "balance(buffer, 2026) = 13,000",
    ];
    let mut out = String::new();
    for expression in expressions {
        let asked = asked(&text, expression, &|plan| Some(division(plan)));
        if let Answer::Traced(node) = &asked.answer {
            adds_up(node, expression);
        }
        writeln!(out, "> {expression}\n{}", shown_of(&asked, Language::English, false)).unwrap();
    }
    assert_snapshot!(out);
}

#[test]
fn a_share_and_a_remainder_in_a_division() {
    let text = "taal nl\nplan p { jaren 2025..2026 }\nbron stad { baten 2025: 900 }\nbron rijk { baten onbeperkt }\n\
        doel bus { lasten 2025..2026: 1.000 totaal; betaald uit stad 50%, rijk 50% }\n\
        doel rest { restant van stad 2025 }\n";
    let divide = |plan: &Plan| {
        let stad = Payer::Source(SourceId(0));
        let fact = plan.ledger.cost.of(0)[0];
        let half = Demand {
            owner: Owner::Goal(GoalId(0)),
            line: fact.other,
            share_of: Some(stad),
            asked: flow::Asked::Cost,
            years: fact.years,
            cents: 50_000,
            uncovered: 0,
            left_out: false,
            place: fact.place,
        };
        let place = plan.goals[1].remainder_of.unwrap().2;
        let rest = Demand {
            owner: Owner::Goal(GoalId(1)),
            asked: flow::Asked::Remainder,
            share_of: None,
            place,
            ..half.clone()
        };
        let pay = |year, demand, cents| Payment { payer: stad, year: Year(year), demand, cents };
        Some(Division { demands: vec![half, rest], payments: vec![pay(2025, 0, 30_000), pay(2025, 1, 60_000)] })
    };
    let mut out = String::new();
    for expression in [
        "betaald(stad, bus, 2025)",
        "dekking(stad, 2025)",
        "lasten(2025..2026)",
        "lasten(rest, 2025)",
        "restant(stad, 2025)",
    ] {
        let asked = asked(text, expression, &divide);
        writeln!(out, "> {expression}\n{}", shown_of(&asked, Language::Dutch, false)).unwrap();
    }
    assert_snapshot!(out);
}

/// Where the parts add up, they do, all the way down.
fn adds_up(node: &Node, about: &str) {
    if let (true, false, Figure::Amount(figure)) = (node.adds_up, node.parts.is_empty(), &node.figure) {
        let parts = node.parts.iter().map(|part| match part.figure {
            Figure::Amount(value) => value,
            _ => panic!("{about}: {part:?} is no amount"),
        });
        let total = parts.fold(Ratio::from_integer(0), |sum, part| sum + part);
        assert_eq!(total, *figure, "{about}: {node:#?}");
    }
    if node.figure == Figure::Unknown {
        let says = |node: &Node| !node.notes.is_empty();
        assert!(says(node) || node.parts.iter().any(|part| part.figure == Figure::Unknown), "{about}: {node:#?}");
    }
    node.parts.iter().for_each(|part| adds_up(part, about));
}

/// Every question that can be asked of a plan about one thing and one year, or about everything.
fn questions(plan: &Plan) -> Vec<String> {
    let mut asked = Vec::new();
    let years = plan.years().map(|years| years.iter().map(|year| plan.head.style.label(year)).collect::<Vec<_>>());
    let mut periods: Vec<String> = vec![String::new()];
    periods.extend(years.unwrap_or_default());
    let names = |count: usize, make: &dyn Fn(u32) -> Entity| -> Vec<String> {
        (0..u32::try_from(count).unwrap())
            .map(|id| plan.name(make(id)).to_owned())
            .chain([String::new()])
            .take(6)
            .collect()
    };
    let sources = names(plan.sources.len(), &|id| Entity::Source(SourceId(id)));
    let reserves = names(plan.reserves.len(), &|id| Entity::Reserve(ReserveId(id)));
    let goals = names(plan.goals.len(), &|id| Entity::Goal(GoalId(id)));
    let measures: [(&str, &[String]); 13] = [
        ("income", &sources),
        ("unspent", &sources),
        ("lapsed", &sources),
        ("balance", &sources),
        ("coverage", &sources),
        ("coverage", &reserves),
        ("balance", &reserves),
        ("opening", &reserves),
        ("addition", &reserves),
        ("movement", &reserves),
        ("cost", &goals),
        ("budget", &goals),
        ("covered", &goals),
    ];
    for (measure, names) in measures {
        for name in names.iter().filter(|name| !name.is_empty() || measure != "balance") {
            for period in &periods {
                let arguments: Vec<&str> = [name.as_str(), period].into_iter().filter(|it| !it.is_empty()).collect();
                asked.push(format!("{measure}({})", arguments.join(", ")));
            }
        }
    }
    asked.extend(periods.iter().map(|period| format!("available({period})")));
    asked
}

#[test]
fn every_sum_can_be_redone_and_is_that_of_the_evaluation() {
    let mut files: Vec<_> =
        ["examples", "tests/plans"].iter().flat_map(|folder| fs::read_dir(folder).unwrap()).collect();
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    let mut count = 0;
    for file in files {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|end| end != "pok") || path == Path::new("tests/plans/big.pok") {
            continue;
        }
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let asked_first = asked(&text, "1 + 1", &|_| None);
        for question in questions(&asked_first.plan) {
            let about = format!("{}: {question}", path.display());
            let asked = asked(&text, &question, &|_| None);
            let Answer::Traced(node) = &asked.answer else { continue };
            count += 1;
            adds_up(node, &about);
            let shown = shown_of(&asked, language(&text), true);
            assert!(!shown.contains("{$") && !shown.contains("trace-"), "{about}\n{shown}");
        }
    }
    assert!(count > 1_000, "{count}");
}
