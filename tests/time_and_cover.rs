//! Small plans and what is found about periods, decisions and coverage, in both languages; each with a clean twin.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use insta::assert_snapshot;
use pok::evaluation::Evaluation;
use pok::load::{Input, Located, Refusal, Resolver};
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use std::fmt::Write as _;

/// The codes that these tests are about.
const CODES: &[u16] = &[209, 301, 302, 303, 304, 305, 308, 309, 310, 402, 404, 409, 505];

/// There are no other files.
struct Alone;

impl Resolver for Alone {
    fn locate(&mut self, _: &Located, _: &str) -> Result<Located, Refusal> {
        Err(Refusal::Outside)
    }

    fn read(&mut self, _: &Located, _: usize) -> Result<Vec<u8>, Refusal> {
        Err(Refusal::Outside)
    }
}

fn evaluate(text: &str) -> Evaluation {
    let name = "plan.pok".to_owned();
    pok::evaluate(Input { key: name.clone(), name, bytes: text.as_bytes().to_vec() }, &mut Alone)
}

/// The findings of these codes, in English and then in Dutch.
fn findings(text: &str) -> String {
    let evaluation = evaluate(text);
    let book = Phrasebook::default();
    let mut shown = String::new();
    for language in [Language::English, Language::Dutch] {
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        write_findings(&mut shown, &evaluation, Renderer::new(book.words(language), notation));
    }
    shown
}

fn write_findings(shown: &mut String, evaluation: &Evaluation, renderer: Renderer<'_>) {
    let line = |place: pok::source::Place| evaluation.sources.file(place.file).position(place.span.start).line;
    for finding in evaluation.findings.iter().filter(|finding| CODES.iter().any(|code| finding.code().is(*code))) {
        writeln!(shown, "{} {}", finding.code(), renderer.message(&finding.message)).unwrap();
        for label in &finding.labels {
            let message = label.message.as_ref().map(|message| renderer.message(message)).unwrap_or_default();
            writeln!(shown, "  {}: {message}", line(label.place)).unwrap();
        }
        for help in &finding.help {
            writeln!(shown, "  -> {}", renderer.message(help)).unwrap();
        }
    }
    let about = ["unchecked-outlives", "unchecked-coverage", "unchecked-coverage-of-years"];
    for entry in evaluation.not_checked.iter().filter(|entry| about.contains(&entry.what.name)) {
        let (what, why) = (renderer.message(&entry.what), renderer.message(&entry.why));
        writeln!(shown, "not checked, {}: {what}: {why}", line(entry.place)).unwrap();
    }
}

/// The same plan with one stretch written otherwise gives none of these findings.
fn is_clean(plan: &str, changes: &[(&str, &str)]) {
    let mut text = plan.to_owned();
    for (wrong, right) in changes {
        assert!(text.contains(wrong), "the plan does not say {wrong}");
        text = text.replace(wrong, right);
    }
    assert_eq!(findings(&text), "", "in\n{text}");
}

const BOUNDS: &str = r#"language en
plan bikes "Bikes" { years 2024..2028 }
source town "Town" { income unlimited }
goal pilot "Pilot" { during 2024..2025; cost 2024: 5,000, 2026: 6,000, 2027: 7,000 }
goal paths "Paths" { from 2026; budget 2024..2026: 90,000 total }
goal racks "Racks" { through 2026; cost "Old" 2026: 100; cost "New" 2027..2028: 250 total }
"#;

#[test]
fn money_outside_the_bounds_of_a_goal() {
    assert_snapshot!(findings(BOUNDS));
    is_clean(
        BOUNDS,
        &[("2024..2025; cost", "2024..2027; cost"), ("from 2026", "from 2024"), ("through 2026", "through 2028")],
    );
}

const AVAILABILITY: &str = r#"language en
plan paths "Paths" { years 2024..2028 }
source stated "Stated" { income 2024: 10,000; available 2024..2025 }
source lapsing "Lapsing" { income 2024: 1,000, 2026: 2,000; unspent lapses }
source three "Three years" { income 2024: 9,000; unspent stays 2 years }
source moved "Moved" { income 2024: 4,000; unspent goes to pot }
source later "Later" { income 2026: 5,000 }
reserve pot "Pot" { opening 2024: 20,000; ends 2026 }
goal path "Path" {
  optional
  cost 2024..2028: 20,000 per year
  paid by stated 2026: 600, lapsing 2025: 500, three 2027: 400, moved 2025: 300, later 2025: 200, pot 2027: 100
}
"#;

#[test]
fn payments_when_there_is_no_money() {
    assert_snapshot!(findings(AVAILABILITY));
    is_clean(
        AVAILABILITY,
        &[
            ("stated 2026", "stated 2025"),
            ("lapsing 2025", "lapsing 2026"),
            ("three 2027", "three 2026"),
            ("moved 2025", "moved 2024"),
            ("later 2025", "later 2026"),
            ("pot 2027", "pot 2026"),
            ("; ends 2026", ""),
        ],
    );
}

const TEMPORARY: &str = r#"language en
plan advice "Advice" { years 2024..2027 }
decision memo "Memorandum" { proposed }
decision old-memo "Old memorandum" { rejected }
source grant "Grant" { temporary; for advice; income 2024..2025: 90,000 per year }
source province "Province" { income unlimited; for systems }
goal desk "Desk" { recurring; serves advice; cost "Start" once 2024: 9,000; cost "Staff" 2024..2025: 40,000 per year; follow-up memo }
goal system "System" { recurring; serves advice, systems; cost 2024..2025: 5,000 per year; paid by grant 50%, province 50%; follow-up old-memo }
goal window "Window" { recurring; serves advice; cost 2024..2025: 30,000 total }
goal open "Open" { recurring; serves advice; cost 2024: 100, 2025: pm }
"#;

#[test]
fn recurring_goals_on_temporary_money() {
    assert_snapshot!(findings(TEMPORARY));
    is_clean(
        TEMPORARY,
        &[("temporary", "recurring"), ("2024..2025", "2024..2027"), ("100, 2025: pm", "100, 2027: 100")],
    );
    is_clean(
        TEMPORARY,
        &[
            ("proposed", "taken"),
            ("rejected", "taken"),
            ("30,000 total", "30,000 total; follow-up \"Budget 2026\""),
            ("2025: pm", "2025: pm; follow-up \"Budget 2026\""),
        ],
    );
}

const STOPS: &str = r#"language en
plan library "Library" { years 2024..2027 }
source town "Town" { recurring; income 2024..2027: 50,000 per year }
source fund "Fund" { for music; income 2024: 20,000; available 2024..2025 }
goal bus "Library bus" { recurring; during 2024..2026; cost 2024..2026: 30,000 per year }
goal concerts "Concerts" { temporary; serves music; from 2024 through 2027; cost 2024..2025: 8,000 per year; paid by fund }
"#;

#[test]
fn goals_that_stop_or_run_on_without_money() {
    assert_snapshot!(findings(STOPS));
    is_clean(
        STOPS,
        &[
            ("during 2024..2026; cost 2024..2026", "during 2024..2027; cost 2024..2027"),
            ("through 2027", "through 2025"),
        ],
    );
    is_clean(STOPS, &[("30,000 per year", "30,000 per year; status stopped"), ("paid by fund", "paid by fund, town")]);
}

const DEADLINES: &str = r#"language en
plan transit "Transit" { currency USD; years 2024..2027; year starts 10-01; named by end }
source federal "Federal" { income 2024: 90,000; available 2024..2027; commit by 2025-10-01; spend by 2026-09-30 }
goal buses "Buses" {
  cost 2025: 40,000, 2027: 50,000
  cost 2025: 40,000, 2027: 45,000 as obligated
  paid by federal 2025: 40,000, 2027: 50,000
}
"#;

#[test]
fn payments_and_commitments_after_a_deadline() {
    assert_snapshot!(findings(DEADLINES));
    is_clean(DEADLINES, &[("2026-09-30", "2026-10-01"), ("2025-10-01", "2026-12-31")]);
}

const ENDED: &str = r#"language nl
plan wegen "Wegen" { jaren 2025..2028 }
reserve oud "Oude reserve" {
  beginstand 2025: 30.000; eindigt 2026
  onttrek 2026: 20.000, 2027: 10.000
  stort 2028: 5.000
}
"#;

#[test]
fn a_reserve_that_moves_after_its_end() {
    assert_snapshot!(findings(ENDED));
    is_clean(ENDED, &[("; eindigt 2026", "")]);
}

const DECISIONS: &str = r#"language en
plan harbour "Harbour" { years 2025..2027 }
decision policy "Policy" { on 2026-03-01; taken }
decision release "Release" { on 2027-01-20; proposed; after policy }
decision early "Early" { on 2026-02-01; taken; after policy }
decision built "Built" { taken; after plans }
decision plans "Plans"
decision refused "Refused" { rejected }
source fund "Fund" { needs decision release; income 2027: 40,000 }
source other "Other" { income 2025..2027: 100,000 per year }
reserve quay-money "Quay" { needs decision policy; opening 2025: 90,000 }
goal quay "Quay" { needs decision policy; cost 2025: 45,000, 2026: 75,000; paid by quay-money 2025: 45,000 }
goal crane "Crane" { needs decision release; cost 2027: 40,000 }
goal lights "Lights" { needs decision plans; cost 2026: 30,000 }
goal bar "Bar" { needs decision refused; cost 2026: 10,000 }
"#;

#[test]
fn money_and_decisions_in_order() {
    assert_snapshot!(findings(DECISIONS));
    is_clean(
        DECISIONS,
        &[
            ("2026-03-01", "2025-01-10"),
            ("proposed", "taken"),
            ("decision plans \"Plans\"", "decision plans \"Plans\" { taken }"),
            ("rejected", "taken"),
        ],
    );
}

const PER_GOAL: &str = r#"language en
plan parks "Parks" { years 2025..2027 }
source grant "Grant" { income 2025..2027: 99,000 per year }
source town "Town" { income 2025..2027: 99,000 per year }
goal trees "Trees" { cost 2025: 50,000, 2026: 20,000; paid by grant 2025: 30,000, 2026: 20,000, town 2025: 25,000, 2027: 1,500 }
goal ponds "Ponds" { cost 2025..2026: 40,000 total; paid by grant 2025: 15,000, 2026: 15,000 }
goal lawns "Lawns" { cost 2025: 10,000; paid by grant 2025: 4,000; paid by town }
"#;

#[test]
fn coverage_and_cost_of_a_goal() {
    assert_snapshot!(findings(PER_GOAL));
    is_clean(PER_GOAL, &[("town 2025: 25,000, 2027: 1,500", "town 2025: 20,000"), ("2026: 15,000", "2026: 25,000")]);
}

const MATRIX: &str = r#"language en
plan culture "Culture" { years 2026..2027 }
source grant "Grant" { income 2026..2027: 70,000 per year }
source town "Town" { income 2026..2027: 55,000 per year }
goal youth "Youth" { cost 2026: 62,000 }
goal stage "Stage" { cost 2026: 40,000, 2027: 40,000 }
table coverage 2026 {
        |  grant |   town
  youth | 40,000 | 22,000
  stage | 10,000 | 28,000
}
table coverage 2027 {
        |  grant | town
  stage | 40,000 |    -
}
table coverage {
        |   2026 |   2027
  grant | 50,000 | 45,000
  town  | 45,000 |      -
}
"#;

#[test]
fn matrices_and_the_coverage_beside_them() {
    assert_snapshot!(findings(MATRIX));
    is_clean(MATRIX, &[("28,000", "30,000"), ("45,000 |      -", "52,000 | -"), ("45,000", "40,000")]);
    // Where someone without a column may pay, less than the cost says nothing.
    let other = MATRIX.replace("goal youth", "source county \"County\" { income 2026: 9,000 }\ngoal youth");
    is_clean(&other, &[("45,000 |      -", "50,000 | -"), ("50,000 | 45,000", "50,000 | 40,000")]);
}

const PER_YEAR: &str = r#"taal nl
plan jeugd "Jeugd" { jaren 2025..2027 }
bron rijk "Rijk" { baten 2025..2027: 80.000 per jaar }
bron stad "Stad" { baten 2025..2027: 80.000 per jaar }
doel honk "Honk" { lasten 2025: 60.000, 2026: 60.000, 2027: 60.000 }
doel les "Les" { lasten 2025: 30.000, 2026: 30.000, 2027: 30.000 }
tabel dekking "Dekking" {
       |   2025 |   2026 |   2027
  rijk | 50.000 | 50.000 | 50.000
  stad | 40.000 | 45.000 | 35.000
}
"#;

#[test]
fn coverage_and_cost_of_a_year() {
    assert_snapshot!(findings(PER_YEAR));
    is_clean(PER_YEAR, &[("45.000", "40.000"), ("35.000", "40.000")]);
    let unlimited = PER_YEAR.replace("doel honk", "bron meer \"Meer\" { baten onbeperkt }\ndoel honk");
    is_clean(&unlimited, &[("45.000", "40.000")]);
}

#[test]
fn what_could_not_be_read_is_not_compared() {
    let plan = PER_GOAL.replace("2026: 20,000; paid", "2026: 20,00; paid");
    assert_snapshot!(findings(&plan));
}

const PURPOSE: &str = r#"language en
plan wellbeing "Wellbeing" { years 2026..2027 }
source health "Health" { for health, care; income 2026..2027: 40,000 per year }
source county "County" { income unlimited }
reserve harbour "Harbour" { for harbour; opening 2026: 90,000 }
goal nurse "Nurse" { serves health; cost 2026..2027: 30,000 per year; paid by health }
goal library "Library" { serves reading; cost 2026..2027: 20,000 per year; at most 10,000 per year from county; at most 15,000 total from county }
goal quay "Quay" { serves harbour; cost 2026: 10,000 }
table coverage 2026 {
          | health | county | harbour
  nurse   | 25,000 |  5,000 |       -
  library |  3,000 | 12,000 |   5,000
  quay    |      - |      - |  10,000
}
table coverage 2027 {
          | health | county
  nurse   | 30,000 |      -
  library |  3,000 | 17,000
}
"#;

#[test]
fn payments_outside_a_purpose_or_above_a_cap() {
    assert_snapshot!(findings(PURPOSE));
    is_clean(
        PURPOSE,
        &[
            ("serves reading", "serves health, harbour"),
            ("paid by health", "paid by health, county"),
            ("10,000 per year from", "20,000 per year from"),
            ("15,000 total from", "29,000 total from"),
        ],
    );
}

const STAGES: &str = r#"language en
plan works "Works" { currency USD; years 2023..2024 }
reserve pot "Pot" { opening 2023: 90,000; withdraw 2023: 10,000; withdraw 2023: 11,000 as actual }
source gas "Gas" { income 2023: 5,000; income 2023: 6,000 as actual }
goal quay "Quay" {
  cost "Stone" 2023: 30,000; cost "Labour" 2023: 20,000
  cost 2023: 52,000 as obligated
  cost 2023: 53,500 as actual
  paid by pot 2024: 100
}
"#;

#[test]
fn stages_in_the_wrong_order() {
    assert_snapshot!(findings(&STAGES.replace("\n  paid by pot 2024: 100", "")));
    is_clean(
        &STAGES.replace("\n  paid by pot 2024: 100", ""),
        &[("11,000 as actual", "9,000 as actual"), ("52,000", "50,000"), ("53,500", "49,000")],
    );
}

#[test]
fn the_two_documents() {
    for name in ["overbetuwe", "dronten"] {
        let text = std::fs::read_to_string(format!("examples/{name}.pok")).unwrap();
        assert_snapshot!(name, findings(&text));
    }
    assert_eq!(findings(&std::fs::read_to_string("examples/meadowbrook.pok").unwrap()), "");
}
