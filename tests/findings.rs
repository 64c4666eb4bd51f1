//! Small plans with everything that is found in them, as people read it, and what was not checked.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::report::{Notation, Phrasebook, Renderer};
use std::fmt::Write as _;

/// The verdict, the findings and what was not checked, in the language of the plan.
fn found(text: &str) -> String {
    let evaluation = pok::evaluate_text("plan.pok", text);
    let book = Phrasebook::default();
    let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
    let renderer = Renderer::new(book.words(evaluation.language), notation);
    let at = |place: pok::source::Place| {
        let at = evaluation.sources.file(place.file).position(place.span.start);
        format!("{}:{}", at.line, at.column)
    };
    let mut out = format!("{}\n", evaluation.verdict.word());
    for finding in &evaluation.findings {
        writeln!(out, "{} {} {}", at(finding.place()), finding.code(), renderer.message(&finding.message)).unwrap();
        for help in &finding.help {
            writeln!(out, "  -> {}", renderer.message(help)).unwrap();
        }
    }
    for entry in evaluation.not_checked.iter().filter(|entry| entry.what.name != "unchecked-payable") {
        let (what, why) = (renderer.message(&entry.what), renderer.message(&entry.why));
        writeln!(out, "not checked, {}: {what}: {why}", at(entry.place)).unwrap();
    }
    out
}

macro_rules! plans {
    ($($name:ident: $text:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(found(concat!("taal nl\nplan p { jaren 2024..2027 }\n", $text)));
        })*
    };
}

plans! {
    a_row_may_carry_the_title_of_what_it_is_about: r#"doel g "Mijn doel"
tabel lasten {
                | 2024
  "Mijn doel"   | 5.000.000
  "Ander doel"  | 1
}
vermeld lasten(g, 2024) = 4.000.000
"#;

    columns_that_cannot_stand_in_their_table: r#"doel g
bron b { baten onbeperkt }
reserve r { beginstand 2024: 5 }
tabel lasten {
    | "2024"
  g | 7
}
tabel verloop {
    | 2024
  r | 99
}
tabel verloop r {
             | beginstand 2024
  beginstand | 5
}
tabel dekking 2024 {
    | 2024
  g | 7
}
"#;

    what_is_read_but_not_evaluated: r#"doel g { lasten 2024: 1 }
scenario z "Zuinig" { zet lasten(g, 2024) = 0 }
gebruik regels nl.bbv
gebruik regels "missing.pok"
accepteer POK303 op g omdat "bekend"
"#;

    years_outside_the_plan_in_a_claim: r#"doel g { lasten 2024: 1 }
vermeld lasten(g, 2034) = 0
vermeld niet lasten(g) = 4
vermeld lasten(g, 2024) = pm
"#;

    rows_of_a_course_that_add_up: r#"reserve r { beginstand 2024: 100 }
tabel verloop r {
                  | 2024 | 2025
  beginstand      |  100 |  115
  storting        |   10 |   10
  storting "Rente"|    5 |    5
  onttrekking     |    - |   20
  mutatie         |   15 |   -6
  eindstand       |  115 |  110
}
"#;

    further_movements_beside_additions: r#"reserve r { beginstand 2024: 100 }
tabel verloop r {
                     | 2024
  storting           |   10
  mutatie "Correctie"|   -4
  mutatie            |    6
  eindstand          |  106
}
"#;

    subtotals_without_their_rows: r#"doel a
doel b
bron s { baten onbeperkt }
tabel lasten {
            | 2024
  a         |    1
  b         |    2
  Subtotaal |    3
  totaal    |    3
}
"#;

    two_amounts_for_one_fact: r#"doel a { lasten 2024: 10 }
bron s { baten onbeperkt }
tabel lasten {
    | 2024
  a |   12
}
vermeld lasten(a, 2024) = 12
"#;

    shares_beside_a_matrix: r#"bron a { baten 2025: 100 }
bron b { baten 2025: 100 }
doel g { lasten 2025: 100; betaald uit a 50%, b 50% }
tabel dekking 2025 {
    |  a |  b
  g | 60 | 40
}
"#;

    coverage_with_a_payer_without_limit: r#"bron s { baten 2025: 50 }
bron u { baten onbeperkt }
doel g { lasten 2025: 60 }
tabel dekking {
    | 2025
  s |   50
  u |    9
}
"#;

    stages_over_a_window: r#"bron u { baten onbeperkt }
doel g { lasten 2025..2026: 100 totaal; lasten 2025: 60 als realisatie; lasten 2026: 41 als realisatie }
"#;

    themes_and_their_goals: r#"bron x { baten 2025: 200 }
thema t { budget 2025: 80; betaald uit x 2025: 95 }
doel a { thema t; lasten 2025: 60 }
doel b { thema t; lasten 2025: 40 }
"#;

    paid_after_the_end_of_a_reserve: r#"reserve r { beginstand 2024: 100; eindigt 2025; onttrek 2024: 90, 2026: 10 }
doel g { lasten 2026: 10; betaald uit r 2026: 10 }
"#;

    paid_after_the_end_with_more_than_is_left: r#"reserve r { beginstand 2024: 100; eindigt 2025; onttrek 2024: 90, 2026: 20 }
doel g { lasten 2026: 20; betaald uit r 2026: 20 }
"#;

    windows_that_overlap: r#"bron u { baten onbeperkt }
doel g { lasten 2024..2025: 10 totaal; lasten 2025..2026: 20 totaal }
vermeld lasten(g, 2024..2026) = 10
"#;

    corrections_come_on_top: r#"bron u { baten onbeperkt }
doel g { lasten 2024: 50; betaald uit u 2024: 60; tot en met 2024 }
tabel correctie lasten {
    | 2024
  g |   10
}
tabel correctie lasten {
    | 2025
  g |    5
}
"#;

    a_correction_of_a_whole: r#"bron w { deel x { baten 2024: 10 }; deel y { baten 2024: 5 } }
tabel correctie baten {
    | 2024
  w |   -5
}
vermeld baten(w, 2024) = 10
"#;

    a_whole_with_income_of_its_own: r#"bron w {
  baten 2025: 30, 2026: 30
  deel een { baten 2025: 10, 2026: 10 }
  deel twee { baten 2025: 10, 2026: 10 }
}
doel g { lasten 2025: 20, 2026: 20; betaald uit w }
"#;

    the_most_definite_stage_counts: r#"bron x { baten 2025: 100; beschikbaar 2025 }
doel g { lasten 2026: 10 als realisatie; ten hoogste 5 per jaar uit x }
tabel dekking 2026 als realisatie {
    |  x
  g | 10
}
"#;
}

/// The order of items does not choose between two amounts.
#[test]
fn two_amounts_are_found_alike_in_any_order() {
    let (a, b) = ("goal a { cost 2025: 10 }\n", "table cost {\n  | 2025\na | 12\n}\n");
    let plan = "plan p { years 2025 }\nsource s { income unlimited }\nstated cost(a, 2025) = 12\n";
    let codes = |text: &str| -> Vec<String> {
        let findings = pok::evaluate_text("plan.pok", text).findings;
        findings.iter().map(|finding| finding.code().to_string()).collect()
    };
    assert_eq!(codes(&format!("{plan}{a}{b}")), ["POK202"]);
    assert_eq!(codes(&format!("{plan}{b}{a}")), ["POK202"]);
}

/// Names that nothing declares are looked up so often and no more.
#[test]
fn unknown_names_cost_little() {
    let mut text = String::from("plan p { years 2025 }\nsource s { income unlimited }\n");
    for number in 0..1500 {
        writeln!(text, "goal some-goal-{number} {{ cost 2025: 1; paid by unknown-payer-{number} }}").unwrap();
    }
    writeln!(text, "goal last {{ paid by {} }}", "x".repeat(16_000)).unwrap();
    let evaluation = pok::evaluate_text("plan.pok", &text);
    assert_eq!(evaluation.findings.iter().filter(|finding| finding.code().is(101)).count(), 1501);
}
