//! Plans in their scenarios: what each makes of the plan, what is found in it, what is wrong with its text.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::assert_snapshot;
use pok::diagnostic::Severity;
use pok::evaluation::{Evaluation, Verdict};
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
    shown(&evaluation, |plans, reader| text::report(plans, reader, Screen { width: 100, colour: false }))
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

/// All amounts of a plan, a line for each subject.
fn amounts(plan: &Plan) -> Vec<String> {
    let ledger = &plan.ledger;
    let source = |id| Entity::Source(SourceId(id));
    let goal = |id| Entity::Goal(GoalId(id));
    let reserve = |id| Entity::Reserve(ReserveId(id));
    type Named = fn(u32) -> Entity;
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
