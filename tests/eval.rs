//! What `pok eval` shows of a division: tables, Markdown, CSV and JSON; and that real outputs keep the published forms.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod hand;

use assert_cmd::Command;
use insta::assert_snapshot;
use pok::diagnostic::Message;
use pok::evaluation::{Evaluation, Verdict};
use pok::flow::{Headroom, Headrooms, Owner, Room};
use pok::model::{GoalId, Plan, SourceId};
use pok::money::{Year, YearRange};
use pok::report::eval::{ShowHeadroom, Wanted, csv, eval_json, json, markdown, table};
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, schema, snap};
use pok::syntax::ast::Language;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

const SCREEN: Screen = Screen { width: 80, colour: false, all: false, plain: false };

const PAID: hand::Paid<'_> = &[
    "advice 2025 grant 80000",
    "coaching 2025 grant 40000",
    "coaching 2025 buffer 20000",
    "advice 2026 grant 82000",
    "coaching 2026 grant 38000",
    "coaching 2026 buffer 27000",
    "advice 2027 grant 84050",
];

fn meadowbrook() -> Evaluation {
    let text = fs::read_to_string("examples/meadowbrook.pok").unwrap();
    hand::evaluation(&text, PAID, &[], &headrooms)
}

fn headrooms(_: &Plan) -> Headrooms {
    let cost = |goal, year: i16, room, binding| Headroom {
        subject: Owner::Goal(GoalId(goal)),
        years: YearRange::one(Year(year)),
        room,
        binding,
    };
    let floor = Message::new("overview-from").with("name", "buffer");
    Headrooms {
        costs: vec![
            cost(0, 2025, Room::Exactly(300_000), vec![floor]),
            cost(0, 2026, Room::Exactly(0), Vec::new()),
            cost(1, 2025, Room::AtLeast(6_000_000), Vec::new()),
            cost(1, 2026, Room::Unbounded, Vec::new()),
        ],
        openings: Vec::new(),
        tranches: vec![Headroom {
            subject: (SourceId(0), Year(2025)),
            years: YearRange::one(Year(2025)),
            room: Room::NotComputed,
            binding: Vec::new(),
        }],
    }
}

/// Shows one plan in a language.
fn shown(evaluation: &Evaluation, language: Language, show: impl Fn(&[Checked<'_>]) -> String) -> String {
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(language), notation);
    show(&[Checked { evaluation, renderer, filter: &Filter::default() }])
}

fn as_table(evaluation: &Evaluation, language: Language, wanted: Wanted<'_>) -> String {
    shown(evaluation, language, |plans| table(plans, wanted, SCREEN))
}

#[test]
fn tables() {
    let all = Wanted { headroom: ShowHeadroom::All, ..Wanted::default() };
    assert_snapshot!("table_en", as_table(&meadowbrook(), Language::English, all));
    assert_snapshot!("table_nl", as_table(&meadowbrook(), Language::Dutch, Wanted::default()));
}

#[test]
fn headroom_of_one_name_with_what_binds_it() {
    let advice = Wanted { headroom: ShowHeadroom::Of("advice"), ..Wanted::default() };
    let text = as_table(&meadowbrook(), Language::English, advice);
    let (_, headroom) = text.split_once("Headroom").unwrap();
    assert_snapshot!(headroom);
}

#[test]
fn markdown_for_a_proposal() {
    assert_snapshot!(shown(&meadowbrook(), Language::Dutch, |plans| markdown(plans, Wanted::default())));
}

#[test]
fn csv_is_one_amount_per_row() {
    let text = shown(&meadowbrook(), Language::English, |plans| csv(plans, Wanted::default()));
    assert!(text.lines().count() > 50 && text.split("\r\n").count() == text.lines().count() + 1);
    let mut lines = text.lines();
    assert_eq!(lines.next().unwrap(), "plan,scenario,section,name,year,measure,amount");
    assert!(lines.clone().all(|line| line.split(',').count() == 7));
    for row in [
        "meadowbrook,,sources,grant,2025,income,120000.00",
        "meadowbrook,,reserves,buffer,2026,closing,13000.00",
        "meadowbrook,,goals,coaching,2026,paid_by:buffer,27000.00",
        "meadowbrook,,totals,,total,cost,371050.00",
    ] {
        assert!(lines.clone().any(|line| line == row), "{row} is not in\n{text}");
    }
}

/// A plan of many years, with cents, windows, an optional goal, a theme with a budget, and things without limit.
fn wide() -> Evaluation {
    let text = "plan wide { years 2024..2035 }
theme area { budget 2024..2026: 9,000,000.50 total }
source fund \"A source of money that has a very long title indeed, longer than a column\" { income 2024..2035: 1,234,567.89 per year }
source free { income unlimited }
reserve kept { opening 2029: 1,000,000 }
reserve vague { add 2031: 5 }
goal works   { cost 2024..2035: 1,000,000 per year; theme area }
goal window  { cost 2027..2029: 600,000 total }
goal a-goal-with-a-name-that-is-far-too-long-for-a-column-of-labels { cost 2024: 12 }
goal dream   { optional; cost 2025: 5,000,000 }
";
    let text = text.replace("goal window  { cost", "goal window  { optional\n cost");
    hand::evaluation(
        &text,
        &[
            "works 2024 fund 1000000",
            "works 2025 free 1000000",
            "window 2028 fund 400000",
            "window 2029 kept 100000",
            "area 2026 fund 1000000",
        ],
        &["dream"],
        &|_| Headrooms::default(),
    )
}

#[test]
fn many_years_stay_within_80_columns() {
    let text = as_table(&wide(), Language::English, Wanted::default());
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
    assert_snapshot!(text);
}

#[test]
fn left_out_goals_are_marked_and_not_counted() {
    let object: Value = serde_json::from_str(&eval_json(&wide())).unwrap();
    let dream =
        json!({ "cost": "5000000.00", "covered": "0.00", "uncovered": "5000000.00", "paid_by": {}, "left_out": true });
    assert_eq!(object["goals"]["dream"]["2025"], dream);
    assert_eq!(object["totals"]["2025"]["left_out"], "5000000.00");
    assert_eq!(object["totals"]["2025"]["uncovered"], "0.00");
    assert_eq!(object["goals"]["window"]["2027..2029"]["uncovered"], "100000.00");
    assert_eq!(object["themes"]["area"]["2024..2026"]["covered"], "1000000.00");
    assert_eq!(object["sources"]["free"]["2025"]["income"], Value::Null);
    assert_eq!(object["reserves"]["vague"]["2031"]["closing"], Value::Null);
}

#[test]
fn json_keeps_its_contract() {
    let object: Value = serde_json::from_str(&eval_json(&meadowbrook())).unwrap();
    assert_eq!((&object["version"], &object["plan"]), (&json!(1), &json!("meadowbrook")));
    assert_eq!(object["years"], json!(["2025", "2026", "2027"]));
    let source = &object["sources"]["grant"]["2027"];
    for (name, amount) in [
        ("income", "120000.00"),
        ("brought_forward", "0.00"),
        ("paid", "84050.00"),
        ("carried", "0.00"),
        ("moved", "35950.00"),
        ("lapsed", "0.00"),
    ] {
        assert_eq!(source[name], amount, "{name}");
    }
    let reserve = &object["reserves"]["buffer"]["2026"];
    for (name, amount) in
        [("opening", "40000.00"), ("added", "0.00"), ("withdrawn", "27000.00"), ("closing", "13000.00")]
    {
        assert_eq!(reserve[name], amount, "{name}");
    }
    let paid_by = json!({ "buffer": "27000.00", "grant": "38000.00" });
    let goal = json!({ "cost": "65000.00", "covered": "65000.00", "uncovered": "0.00", "paid_by": paid_by });
    assert_eq!(object["goals"]["coaching"]["2026"], goal);
    assert_eq!(object["totals"]["total"]["covered"], "371050.00");
    let headroom = &object["headroom"];
    assert_eq!(headroom["goals"]["advice"], json!({ "2025": "3000.00", "2026": "0.00" }));
    assert_eq!(headroom["goals"]["coaching"], json!({ "2026": null }));
    assert_eq!(headroom["not_computed"][0]["at_least"], "60000.00");
    assert_eq!(headroom["not_computed"][1]["kind"], "tranche");
    assert_eq!(headroom["bound_by"]["advice"]["2025"][0], "from buffer");
    assert_eq!(object["inputs"][0]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn keys_are_sorted() {
    let text = eval_json(&meadowbrook());
    let top: Vec<String> = text
        .lines()
        .filter(|line| line.starts_with("  \""))
        .map(|line| line.trim().split('"').nth(1).unwrap().to_owned())
        .collect();
    assert!(top.is_sorted() && top.len() > 10, "{top:?}");
}

/// A plan with a scenario that was worked out.
fn with_scenario() -> Evaluation {
    let mut evaluation = meadowbrook();
    let mut outcome = evaluation.outcomes[0].clone();
    outcome.scenario = Some("less".to_owned());
    outcome.verdict = Verdict::Fails;
    evaluation.outcomes.push(outcome);
    evaluation
}

#[test]
fn scenarios() {
    let evaluation = with_scenario();
    let text = as_table(&evaluation, Language::English, Wanted::default());
    assert!(text.contains("Scenarios:\n  - scenario less: does not hold\n"), "{text}");
    let less = Wanted { scenario: Some("less"), ..Wanted::default() };
    assert!(as_table(&evaluation, Language::Dutch, less).contains("\nscenario less: klopt niet\n"));
    let object: Value = serde_json::from_str(&eval_json(&evaluation)).unwrap();
    assert_eq!(object["scenarios"]["less"]["verdict"], "fails");
    assert_eq!(object["scenarios"]["less"]["goals"], object["goals"]);
    let one = shown(&evaluation, Language::English, |plans| json(plans, less, &[]));
    let one: Value = serde_json::from_str(&one).unwrap();
    assert_eq!((&one["scenario"], &one["verdict"], &one["scenarios"]), (&json!("less"), &json!("fails"), &json!({})));
}

#[test]
fn an_overview_serialises_as_it_is_published() {
    let evaluation = meadowbrook();
    let overview = serde_json::to_value(&evaluation.outcomes[0].overview).unwrap();
    let object: Value = serde_json::from_str(&eval_json(&evaluation)).unwrap();
    for (name, value) in overview.as_object().unwrap() {
        assert_eq!(value, &object[name], "{name}");
    }
}

#[test]
fn an_outcome_can_be_a_snapshot() {
    assert_snapshot!(snap(&with_scenario()));
}

fn assert_valid(schema: &str, text: &str) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let object: Value = serde_json::from_str(text).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&object).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
}

#[test]
fn outcomes_keep_the_published_form() {
    for evaluation in [meadowbrook(), wide(), with_scenario(), pok::evaluate_text("x.pok", "goul x {}")] {
        assert_valid(schema::OUTCOME, &eval_json(&evaluation));
    }
    let two = [meadowbrook(), wide()];
    let book = Phrasebook::default();
    let plans = two.iter().map(|evaluation| Checked {
        evaluation,
        renderer: Renderer::new(book.words(Language::Dutch), Notation::default()),
        filter: Box::leak(Box::default()),
    });
    assert_valid(schema::OUTCOME, &json(&plans.collect::<Vec<_>>(), Wanted::default(), &[]));
}

fn pok(arguments: &[&str]) -> (String, i32) {
    let mut command = Command::cargo_bin("pok").unwrap();
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("POK_LANG")
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .args(arguments);
    let output = command.output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

#[test]
fn real_outputs_keep_the_published_forms() {
    assert_valid(schema::CHECK, &pok(&["check", "--format", "json", "examples", "tests/plans"]).0);
    for folder in ["examples", "tests/plans"] {
        assert_valid(schema::OUTCOME, &pok(&["eval", "--format", "json", folder]).0);
    }
    assert_valid(schema::OUTCOME, &pok(&["eval", "--format", "json", "examples/overbetuwe.pok"]).0);
}

#[test]
fn the_schemas_are_printed() {
    assert_eq!(pok(&["schema"]), (schema::OUTCOME.to_owned(), 0));
    assert_eq!(pok(&["schema", "check"]), (schema::CHECK.to_owned(), 0));
}

#[test]
fn the_command_line() {
    let plan = "examples/digit-swap.pok";
    assert_eq!(pok(&["eval"]).1, 2);
    assert_eq!(pok(&["eval", "examples/none.pok"]).1, 2);
    assert_eq!(pok(&["eval", plan, "--scenario", "none"]).1, 2);
    let (text, code) = pok(&["eval", plan]);
    assert!(text.contains("POK201") && code == 1, "{text}");
    assert_eq!(pok(&["eval", "--headroom", plan, "--exit-zero"]).1, 0);
    for format in ["table", "json", "csv", "markdown"] {
        assert_eq!(pok(&["eval", plan, "--format", format]).1, 1, "{format}");
    }
    assert!(Path::new(plan).exists());
}
