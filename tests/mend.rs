//! What is offered to mend a conflict does mend it: every statement, put in a scenario of the plan, leaves no 401 there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use pok::diagnostic::{Diagnostic, Figure};
use pok::evaluation::Evaluation;
use std::fmt::Write;

fn evaluated(text: &str) -> Evaluation {
    pok::evaluate_text("plan.pok", text)
}

fn unpaid(evaluation: &Evaluation) -> Vec<&Diagnostic> {
    evaluation.findings.iter().filter(|finding| finding.code().is(401)).collect()
}

fn figure<'a>(finding: &'a Diagnostic, name: &str) -> Option<&'a Figure> {
    finding.figures.iter().find(|(key, _)| *key == name).map(|(_, figure)| figure)
}

fn words(record: &Figure, wanted: &str) -> String {
    let Figure::Record(record) = record else { panic!("{record:?}") };
    match record.iter().find(|(key, _)| *key == wanted) {
        Some((_, Figure::Text(text))) => text.clone(),
        other => panic!("{wanted}: {other:?}"),
    }
}

/// Kind and statement of everything that is offered for a finding.
fn offered(finding: &Diagnostic) -> Vec<(String, String)> {
    let Some(Figure::List(mends)) = figure(finding, "mends") else { return Vec::new() };
    mends.iter().map(|mend| (words(mend, "kind"), words(mend, "statement"))).collect()
}

/// The costs of a finding: the goal, and its years.
fn costs(finding: &Diagnostic) -> Vec<(String, String)> {
    let Some(Figure::List(goals)) = figure(finding, "goals") else { panic!("no goals") };
    let years = |record: &Figure| match record {
        Figure::Record(record) => format!("{:?}", record.iter().find(|(key, _)| *key == "years")),
        other => panic!("{other:?}"),
    };
    goals.iter().map(|goal| (words(goal, "name"), years(goal))).collect()
}

/// Tries every statement in a scenario of its own; gives all of them.
fn tried(text: &str) -> Vec<(String, String)> {
    let plan = evaluated(text);
    let findings = unpaid(&plan);
    let mut all = Vec::new();
    for finding in findings.iter().filter(|finding| finding.scenario.is_none()) {
        for (kind, statement) in offered(finding) {
            let changed = evaluated(&format!("{text}\nscenario mended {{ {statement} }}\n"));
            assert_eq!(changed.scenarios.len(), 1, "{statement}\n{text}");
            let wrong = changed.findings.iter().filter(|finding| finding.code().family() < 3);
            let before = plan.findings.iter().filter(|finding| finding.code().family() < 3).count();
            assert!(wrong.count() <= before, "{statement}\n{text}\n{}", pok::report::snap(&changed));
            let ours = costs(finding);
            let elsewhere = findings.iter().filter(|other| other.message != finding.message);
            let elsewhere: Vec<String> = elsewhere.flat_map(|other| costs(other)).map(|(goal, _)| goal).collect();
            for other in unpaid(&changed).into_iter().filter(|other| other.scenario.is_some()) {
                let shared = costs(other).into_iter().any(|cost| {
                    let named = ours.iter().any(|(goal, _)| *goal == cost.0);
                    ours.contains(&cost) || (named && !elsewhere.contains(&cost.0))
                });
                assert!(!shared, "{statement}\n{text}\n{}", pok::report::snap(&changed));
            }
            if findings.len() == 1 {
                // What the plan and the scenario have in common stands once, under no name.
                let result = changed.scenarios.first().unwrap();
                let other = changed
                    .findings
                    .iter()
                    .any(|finding| !finding.code().is(401) && finding.severity() == pok::diagnostic::Severity::Error);
                assert!(
                    other || result.verdict != pok::evaluation::Verdict::Fails,
                    "{statement}\n{text}\n{}",
                    pok::report::snap(&changed)
                );
            }
            all.push((kind, statement));
        }
    }
    all
}

fn statements(text: &str) -> String {
    let mut lines = String::new();
    for (kind, statement) in tried(text) {
        writeln!(lines, "{kind}: {statement}").unwrap();
    }
    lines
}

#[test]
fn what_lapses_may_stay() {
    let text = "plan town { years 2024..2026 }
source pok { income 2024: 500, 2025: 100; unspent lapses; available 2024..2026 }
goal park { cost 2024: 200, 2025: 300.50; during 2024..2026 }
";
    insta::assert_snapshot!(statements(text));
}

#[test]
fn in_dutch() {
    let text = "taal nl
plan dorp { jaren 2024..2026 }
bron rijk { baten 2024: 500.000, 2025: 1.000.000; voor wonen; restant terug }
bron pok { baten 2025: 100.000,25; restant vervalt }
reserve buffer { beginstand 2024: 80.000; ondergrens 30.000; onttrek ten hoogste 10.000 per jaar }
doel park { lasten 2024..2025: 120.000 per jaar; dient groen; gedurende 2024..2026 }
doel huis { lasten 2025: 200.000; dient wonen }
";
    let amounts = "taal nl
plan dorp { jaren 2024..2025 }
bron pok { baten 2024: 100.000,25, 2025: 50.000; restant vervalt }
reserve buffer { beginstand 2024: 80.000; ondergrens 30.000; onttrek ten hoogste 10.000 per jaar }
doel park { lasten 2025: 1.240.000,50; betaald uit pok, buffer }
";
    insta::assert_snapshot!([text, amounts].map(statements).join("---\n"));
}

#[test]
fn a_cap_a_limit_a_floor() {
    let cap = "plan town { years 2024..2025 }
source pok { income 2024: 900, 2025: 900 }
goal park { cost 2024: 300, 2025: 300; at most 250 per year from pok }
";
    let limit = "plan town { years 2024..2025 }
reserve pot { opening 2024: 1,000; withdraw at most 250 per year }
goal park { cost 2024..2025: 600 total }
";
    let floor = "plan town { years 2024..2025 }
reserve pot { opening 2024: 1,000; floor 500 }
goal park { cost 2024: 300, 2025: 300 }
";
    let ceiling = "plan town { years 2024..2025 }
source pok { income 2024: 900; unspent goes to pot }
reserve pot { opening 2024: 0; ceiling 500 }
goal park { cost 2025: 700 }
";
    insta::assert_snapshot!([cap, limit, floor, ceiling].map(statements).join("---\n"));
}

#[test]
fn an_earmark_and_a_year() {
    let earmark = "plan town { years 2024..2025 }
source care { income 2024: 900; for health }
source pok { income 2024: 100 }
goal park { cost 2024: 300; serves green }
";
    let available = "plan town { years 2024..2026 }
source pok { income 2024: 900; available 2024..2024 }
goal park { cost 2025: 300; during 2024..2026 }
";
    let split = "plan town { years 2024/25..2025/26 }
source pok { income 2024/25: 900, 2025/26: 100 }
goal park { cost 2024/25: 1,000; during 2024/25..2025/26 }
";
    insta::assert_snapshot!([earmark, available, split].map(statements).join("---\n"));
}

#[test]
fn stated_payments_that_a_scenario_lets_go_of() {
    let text = "plan town { years 2024..2025 }
source pok { income 2024: 900, 2025: 900 }
source extra { income 2024: 900; unspent lapses }
goal park { cost 2024: 300, 2025: 1000; paid by pok 2024: 300, 2025: 1000 }
goal pool { cost 2024: 800 ; paid by pok }
";
    insta::assert_snapshot!(statements(text));
}

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let most = u64::try_from(words.len()).unwrap();
        words.get(usize::try_from(self.below(most)).unwrap()).unwrap()
    }
}

const TAGS: [&str; 3] = ["green", "blue", "red"];

fn random(seed: u64) -> String {
    let dice = &mut Dice(seed.wrapping_mul(7_919) + 17);
    let mut text = "plan town { years 2024..2027 }\n".to_owned();
    for source in 0..=dice.below(3) {
        write!(text, "source s{source} {{ ").unwrap();
        for year in 2024..2027 {
            if dice.below(3) > 0 {
                write!(text, "income {year}: {}; ", 50 + dice.below(400)).unwrap();
            }
        }
        text.push_str(dice.pick(&["unspent stays", "unspent lapses", "unspent goes to pot", "unspent stays 1 year"]));
        if dice.below(3) == 0 {
            write!(text, "; for {}", dice.pick(&TAGS)).unwrap();
        }
        if dice.below(4) == 0 {
            text.push_str(dice.pick(&["; available 2024..2026", "; available 2025..2027"]));
        }
        text.push_str(" }\n");
    }
    write!(text, "reserve pot {{ opening 2024: {}", 100 + dice.below(300)).unwrap();
    text.push_str(dice.pick(&["", "; floor 80", "; withdraw at most 60 per year", "; ceiling 150"]));
    if dice.below(4) == 0 {
        write!(text, "; for {}", dice.pick(&TAGS)).unwrap();
    }
    text.push_str(" }\n");
    for goal in 0..=dice.below(4) {
        write!(text, "goal g{goal} {{ during 2024..2027; ").unwrap();
        for year in 2024..2027 {
            if dice.below(2) > 0 {
                write!(text, "cost {year}: {}; ", 50 + dice.below(300)).unwrap();
            }
        }
        if dice.below(4) == 0 {
            write!(text, "cost \"all\" 2025..2026: {} total; ", 50 + dice.below(300)).unwrap();
        }
        write!(text, "serves {}", dice.pick(&TAGS)).unwrap();
        text.push_str(dice.pick(&[
            "",
            "; at most 40 per year from s0",
            "; paid by s0, pot",
            "; at most 100 total from pot",
        ]));
        text.push_str(" }\n");
    }
    text
}

#[test]
fn whatever_is_offered_suffices() {
    let mut kinds = std::collections::BTreeMap::new();
    for seed in 0..400 {
        for (kind, _) in tried(&random(seed)) {
            *kinds.entry(kind).or_insert(0) += 1;
        }
    }
    insta::assert_debug_snapshot!(kinds);
}
