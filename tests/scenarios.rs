//! Plans in their scenarios: what each makes of the plan, what is found in it, what is wrong with its text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use insta::assert_snapshot;
use pok::evaluation::Evaluation;
use pok::load::{Input, NoFiles, load};
use pok::model::{Entity, Fact, FactList, FactState, GoalId, Plan, ReserveId, SourceId, build};
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, json, short, text};
use pok::{evaluate_text, scenario};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

fn case(name: &str) -> String {
    std::fs::read_to_string(folder().join(format!("{name}.pok"))).unwrap()
}

fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    std::fs::read_to_string(root.join(format!("{name}.pok"))).unwrap()
}

fn shown(evaluation: &Evaluation, show: impl Fn(&[Checked<'_>], Renderer<'_>) -> String) -> String {
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    show(&[Checked { evaluation, renderer, filter: &Filter::default() }], renderer)
}

fn as_text(name: &str, text: &str) -> String {
    let evaluation = evaluate_text(&format!("{name}.pok"), text);
    shown(&evaluation, |plans, reader| {
        text::report(plans, reader, Screen { width: 100, colour: false, all: false, plain: false })
    })
}

fn as_lines(name: &str, text: &str) -> String {
    let evaluation = evaluate_text(&format!("{name}.pok"), text);
    let mut out = shown(&evaluation, |plans, _| short::report(plans));
    for result in &evaluation.scenarios {
        writeln!(out, "{}: {}", result.name, result.verdict.word()).unwrap();
    }
    writeln!(out, "plan: {}", evaluation.verdict.word()).unwrap();
    out
}

fn plan_of(text: &str) -> Plan {
    let input = Input { name: "plan.pok".to_owned(), key: "plan.pok".to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(input, &mut NoFiles);
    let files = loaded.files.into_iter().map(|file| (file.id, file.ast)).collect();
    build(&loaded.sources, files, Vec::new()).0
}

/// Makes the thing of that number.
type Named = fn(u32) -> Entity;

/// All amounts of a plan, a line for each subject.
fn amounts(plan: &Plan) -> Vec<String> {
    let ledger = &plan.ledger;
    let source = |id| Entity::Source(SourceId(id));
    let goal = |id| Entity::Goal(GoalId(id));
    let reserve = |id| Entity::Reserve(ReserveId(id));
    let lists: [(&str, &FactList, Named); 8] = [
        ("income", &ledger.income, source),
        ("cost", &ledger.cost, goal),
        ("budget", &ledger.budget, goal),
        ("payment", &ledger.payment, goal),
        ("opening", &ledger.opening, reserve),
        ("addition", &ledger.addition, reserve),
        ("withdrawal", &ledger.withdrawal, reserve),
        ("movement", &ledger.movement, reserve),
    ];
    let amount = |fact: &Fact| {
        let years = plan.head.style.range_label(fact.years);
        let mark = if fact.is_expected() { " expected" } else { "" };
        let (whole, cents) = (fact.money.0 / 100, (fact.money.0 % 100).abs());
        match fact.state {
            FactState::Known => format!("{years}: {whole}.{cents:02}{mark}"),
            FactState::Pm => format!("{years}: pm"),
            FactState::Unknown => format!("{years}: ?"),
        }
    };
    let mut lines = Vec::new();
    for (name, list, entity) in lists {
        for subject in 0..100 {
            let facts = list.of(subject);
            if !facts.is_empty() {
                let facts: Vec<String> = facts.iter().map(amount).collect();
                lines.push(format!("{name} {}  {}", plan.name(entity(subject)), facts.join(", ")));
            }
        }
    }
    for item in &plan.sources {
        lines.push(format!("unspent {}  {:?} for {:?}", item.label.name, item.carry_over, item.earmark));
    }
    for item in &plan.reserves {
        let floor = item.floor.and_then(|bound| bound.amount).map(|money| money.0);
        let ceiling = item.ceiling.and_then(|bound| bound.amount).map(|money| money.0);
        lines.push(format!("bounds {}  {floor:?} {ceiling:?}", item.label.name));
    }
    for item in &plan.goals {
        let bounds = (item.from.map(|(year, _)| year.0), item.through.map(|(year, _)| year.0));
        let payers: Vec<&str> = item.paid_by.iter().map(|entry| plan.name(entry.payer)).collect();
        lines.push(format!("goal {}  {bounds:?} paid by {payers:?} caps {}", item.label.name, item.caps.len()));
    }
    lines
}

/// What each scenario changes: lines that are gone, lines that came.
fn changes(text: &str) -> String {
    let plan = plan_of(text);
    let before = amounts(&plan);
    let mut out = String::new();
    for item in &plan.scenarios {
        let (applied, found) = scenario::apply(&plan, item);
        let after = amounts(&applied);
        writeln!(out, "{} ({} found)", item.name, found.len()).unwrap();
        for line in before.iter().filter(|line| !after.contains(line)) {
            writeln!(out, "  - {line}").unwrap();
        }
        for line in after.iter().filter(|line| !before.contains(line)) {
            writeln!(out, "  + {line}").unwrap();
        }
    }
    out
}

#[test]
fn every_statement() {
    assert_snapshot!("every_statement_changes", changes(&case("every-statement")));
    assert_snapshot!("every_statement_lines", as_lines("every-statement", &case("every-statement")));
}

#[test]
fn in_dutch() {
    assert_snapshot!("in_dutch_changes", changes(&case("nederlands")));
    assert_snapshot!("in_dutch_text", as_text("nederlands", &case("nederlands")));
}

#[test]
fn without_a_clear_meaning() {
    assert_snapshot!("without_a_clear_meaning", as_lines("wrong", &case("wrong")));
}

#[test]
fn the_documents() {
    let overbetuwe = example("overbetuwe")
        + "\nscenario overheveling \"De overheveling is wat het totaal zegt\" { zet beginstand(overhevelingen, 2024) = 421.437 }\n";
    assert_snapshot!("overbetuwe_changes", changes(&overbetuwe));
    assert_snapshot!("overbetuwe_lines", as_lines("overbetuwe", &overbetuwe));
    let dronten = example("dronten")
        + "\nscenario vervalt \"Het restant vervalt\" { wijzig pok { restant vervalt } }\n"
        + "scenario later \"Toekomstscenario een jaar later\" { verschuif doel toekomstscenario met 1 jaar }\n";
    assert_snapshot!("dronten_changes", changes(&dronten));
    assert_snapshot!("dronten_lines", as_lines("dronten", &dronten));
}

#[test]
fn json_names_the_scenario() {
    let text = "plan p { years 2025..2026 }\nreserve r { opening 2025: 10 }\ngoal g { cost 2025: 5 }\n\
        scenario high \"A higher floor\" { change r { floor 20 } }\n";
    let evaluation = evaluate_text("p.pok", text);
    let object = shown(&evaluation, |plans, _| json::report(plans, json::Run::of(evaluation.verdict)));
    let object: serde_json::Value = serde_json::from_str(&object).unwrap();
    let finding = &object["findings"][0];
    assert_eq!((&finding["scenario"], &finding["code"]), (&"high".into(), &"POK501".into()));
    assert_eq!(object["scenarios"][0]["name"], "high");
    assert_eq!(object["scenarios"][0]["verdict"], "fails");
    assert_eq!(object["plans"][0]["verdict"], evaluation.verdict.word());
    assert_ne!(object["verdict"], "fails", "what a scenario brings about is not the plan's own failing");
}

#[test]
fn stated_coverage_is_released_where_something_changed() {
    let text = "plan p { years 2025..2026 }
source a { income 2025..2026: 60 per year }
source b { income 2025..2026: 40 per year }
goal g { cost 2025..2026: 50 per year; paid by a 2025..2026: 30 per year; paid by b 2025..2026: 20 per year }
goal h { cost 2025..2026: 50 per year; paid by a 2025..2026: 30 per year; paid by b 2025..2026: 20 per year }
scenario goal-year { set cost(g, 2025) = 40 }
scenario payer-year { set income(b, 2026) = 30 }
scenario payer { change a { unspent lapses } }
scenario goal { shift goal h by 0 years }
scenario itself { set paid(a, g, 2025) = 25; set cost(g, 2025) = 45 }
";
    assert_snapshot!("released", changes(text));
}

/// Every plan that the tests have.
fn plans() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut plans = Vec::new();
    for place in ["examples", "tests/plans", "tests/scenarios"] {
        for entry in std::fs::read_dir(root.join(place)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "pok") {
                let text = std::fs::read_to_string(&path).unwrap();
                plans.push((path.file_name().unwrap().to_string_lossy().into_owned(), text));
            }
        }
    }
    plans.sort();
    plans
}

#[test]
fn a_scenario_without_statements_is_the_plan() {
    let mut compared = 0;
    for (name, text) in plans() {
        let text = format!("{text}\nscenario zz-empty \"Nothing\" {{ }}\n");
        let plan = plan_of(&text);
        // Some of the plans end in what cannot be read, and some files are no plans.
        let Some(item) = plan.scenarios.iter().find(|item| item.name == "zz-empty") else { continue };
        compared += 1;
        let (applied, found) = scenario::apply(&plan, item);
        assert!(found.is_empty(), "{name}");
        let but_openings = |plan: &Plan| {
            let lines = amounts(plan).into_iter();
            lines.filter(|line| !line.starts_with("opening")).collect::<Vec<_>>()
        };
        assert_eq!(but_openings(&applied), but_openings(&plan), "{name}");
        let evaluation = evaluate_text(&name, &text);
        let own = evaluation.findings.iter().filter(|it| it.scenario.as_deref() == Some("zz-empty")).count();
        assert_eq!(own, 0, "{name}");
        let result = evaluation.scenarios.iter().find(|result| result.name == "zz-empty");
        assert!(result.is_none_or(|result| result.not_checked.is_empty()), "{name}");
    }
    assert!(compared > 10, "only {compared} plans");
}

#[test]
fn the_order_of_statements_changes_nothing() {
    let text = case("every-statement");
    let plan = plan_of(&text);
    for item in &plan.scenarios {
        let mut turned = item.clone();
        turned.changes.reverse();
        let (one, other) = (scenario::apply(&plan, item).0, scenario::apply(&plan, &turned).0);
        assert_eq!(amounts(&one), amounts(&other), "{}", item.name);
    }
}
