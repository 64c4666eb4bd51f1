//! Plans as texts in; findings about names and facts, and the facts themselves, out.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::in_order;
use pok::model::{self, Entity, Fact, FactList, FactState, GoalId, Payer, Plan, ReserveId, SourceId, ThemeId};
use pok::report::{Notation, Renderer, Words};
use pok::source::{FileId, SourceFile, SourceSet};
use pok::syntax::ast::{Language, Stage};
use pok::syntax::{self, Options};
use std::fmt::Write as _;

/// What the model of a text is, in words: its findings, then its facts.
fn dump(text: &str) -> String {
    let mut sources = SourceSet::default();
    let file = sources.add(SourceFile::new("plan.pok", text));
    let (ast, mut findings) = syntax::parse(file, text, Options::default());
    let language = ast.language;
    let (plan, found) = model::build(&sources, vec![(file, ast)], Vec::new());
    findings.extend(found);
    let mut out = String::new();
    let words = Words::new(language);
    let renderer = Renderer::new(&words, Notation { years: plan.head.style, ..Notation::default() });
    for finding in in_order(findings) {
        let at = sources.file(FileId(0)).position(finding.place().span.start);
        let sentence = renderer.message(&finding.message);
        writeln!(out, "{}:{} {} {} {sentence}", at.line, at.column, finding.code(), finding.kind.name).unwrap();
        for label in finding.labels.iter().skip(1) {
            let at = sources.file(FileId(0)).position(label.place.span.start);
            let said = label.message.as_ref().map(|message| renderer.message(message)).unwrap_or_default();
            writeln!(out, "    {}:{} {said}", at.line, at.column).unwrap();
        }
        for help in &finding.help {
            writeln!(out, "    > {}", renderer.message(help)).unwrap();
        }
        for fix in &finding.fixes {
            writeln!(out, "    fix: {}", renderer.message(&fix.title)).unwrap();
        }
    }
    out.push_str("---\n");
    facts(&mut out, &plan, &sources);
    out
}

fn facts(out: &mut String, plan: &Plan, sources: &SourceSet) {
    let ledger = &plan.ledger;
    let source = |id| plan.name(Entity::Source(SourceId(id))).to_owned();
    let reserve = |id| plan.name(Entity::Reserve(ReserveId(id))).to_owned();
    let goal = |id| plan.name(Entity::Goal(GoalId(id))).to_owned();
    let theme = |id| plan.name(Entity::Theme(ThemeId(id))).to_owned();
    list(out, plan, "income", &ledger.income, source);
    list(out, plan, "opening", &ledger.opening, reserve);
    list(out, plan, "cost", &ledger.cost, goal);
    list(out, plan, "budget", &ledger.budget, goal);
    list(out, plan, "theme budget", &ledger.theme_budget, theme);
    list(out, plan, "coverage", &ledger.source_coverage, source);
    list(out, plan, "coverage", &ledger.reserve_coverage, reserve);
    list(out, plan, "payment", &ledger.payment, goal);
    list(out, plan, "addition", &ledger.addition, reserve);
    list(out, plan, "withdrawal", &ledger.withdrawal, reserve);
    list(out, plan, "movement", &ledger.movement, reserve);
    list(out, plan, "net", &ledger.net, reserve);
    list(out, plan, "balance", &ledger.source_balance, source);
    list(out, plan, "balance", &ledger.reserve_balance, reserve);
    for (used, also) in &ledger.also {
        writeln!(out, "also {} and {}", sources.slice(*used), sources.slice(*also)).unwrap();
    }
    for stated in &plan.stated {
        writeln!(out, "stated {:?}: {}", stated.claim.kind, sources.slice(stated.claim.place)).unwrap();
    }
    let damaged: Vec<&str> = plan
        .goals
        .iter()
        .map(|goal| &goal.label)
        .chain(plan.sources.iter().map(|source| &source.label))
        .chain(plan.reserves.iter().map(|reserve| &reserve.label))
        .filter(|label| label.damaged)
        .map(|label| label.name.as_str())
        .collect();
    let damage = &plan.damage;
    let sums =
        [("income", damage.income), ("cost", damage.cost), ("reserve", damage.reserve), ("coverage", damage.coverage)];
    let sums: Vec<&str> = sums.into_iter().filter(|(_, place)| place.is_some()).map(|(name, _)| name).collect();
    if !damaged.is_empty() || !sums.is_empty() {
        writeln!(out, "damaged: {}; uncertain: {}", damaged.join(", "), sums.join(", ")).unwrap();
    }
}

fn list(out: &mut String, plan: &Plan, name: &str, list: &FactList, subject: impl Fn(u32) -> String) {
    for fact in list.all() {
        let years = plan.head.style.range_label(fact.years);
        write!(out, "{name} {} {years} = {}", subject(fact.subject), amount(fact)).unwrap();
        if name == "cost" && fact.other > 0 {
            let line = plan.goals.get(fact.subject as usize).and_then(|goal| goal.lines.get(fact.other as usize));
            let line = line.unwrap();
            write!(out, " \"{}\"{}", line.name, if line.yearly { " yearly" } else { "" }).unwrap();
        } else if let Some(payer) = fact.payer() {
            let (Payer::Source(_) | Payer::Reserve(_)) = payer;
            write!(out, " from {}", plan.name(payer)).unwrap();
        }
        if fact.stage != Stage::Planned {
            write!(out, " {:?}", fact.stage).unwrap();
        }
        for (flag, name) in
            [(fact.is_correction(), " correction"), (fact.is_expected(), " expected"), (fact.about, " about")]
        {
            out.push_str(if flag { name } else { "" });
        }
        let step = plan.ledger.origin(fact).step;
        if step.0 > 0 {
            write!(out, " step {}", step.0).unwrap();
        }
        out.push('\n');
    }
}

fn amount(fact: &Fact) -> String {
    match fact.state {
        FactState::Known if fact.money.0 % 100 == 0 => (fact.money.0 / 100).to_string(),
        FactState::Known => format!("{}.{:02}", fact.money.0 / 100, fact.money.0.abs() % 100),
        FactState::Pm => "pm".to_owned(),
        FactState::Unknown => "?".to_owned(),
    }
}

macro_rules! plans {
    ($($name:ident: $text:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(dump($text));
        })*
    };
}

plans! {
    complete_plan_has_no_findings: include_str!("../examples/meadowbrook.pok");

    unknown_names_are_reported_once_and_offered: r#"
plan p { years 2025..2026 }
source grant { income 2025: 100, 2026: 100 }
goal advice { cost 2025: 50; paid by grnt; at most 10 per year from grnt; theme nowhere }
goal coaching { paid by grnt 2025: 5; cost 2025: 5 }
stated income(grant, 2025) = 100 @ proposal "p. 4"
stated cost(advise) = 50
stated cost(advice-coaching) = 45
"#;

    wrong_kinds_and_names_twice: r#"
plan p { years 2025 }
plan q
source grant { income 2025: 100; for coaching }
goal coaching { cost 2025: 50; paid by coaching; serves debt }
goal coaching { cost 2025: 60 }
table income "Money" {
           | 2025
  grant    |  100
  coaching |   50
}
stated cost(grant, 2025) = 50
"#;

    broken_parts_leave_the_rest_in_place: r"
plan p { years 2025 }
source grant { incom 2025: 100 }
gaol lost { cost 2025: 4 }
goal kept { cost 2025: 10; paid by lost }
document note
table cost {
        | 2025
  kept  |   10
  lost  |    4
}
";

    ranges_windows_and_indexation: r#"
plan p { years 2022..2027 }
source grant { income 2022..2024: 5,000 per year expected, 2025..2026: 3,000 total; status granted }
source other { income 2022..2023: 100; status expected }
source third { income 2024..2024: 100 }
goal a {
  during 2022..2027
  cost "Subscription" 2022..2026: 10,000 per year indexed 2.5% from 2024
  cost "Licence" once 2022: 1,000
  cost "Window" 2022..2023: 7,000 total
  cost "Grows" 2024: 100, 2025: 100 indexed 10% from 2025
  budget 6,000
}
goal b { from 2024; cost 2024..2025: 9 total indexed 1% from 2025; budget 500 }
goal c { cost 2024: about 5,000, 2028: pm, 2025: - }
"#;

    the_same_fact_twice: r#"
plan p { years 2025..2027 }
source grant { income 2025: 100, 2026: 100; available 2025..2026; available 2025..2027; owner "A"; owner "B" }
goal a { cost 2025: 50, 2026: 60; during 2025..2026; during 2025..2027 }
goal b { cost 2025..2026: 100 total; cost 2026: 40; paid by grant 2025: 10; paid by grant 2025: 10 }
table cost "Costs" {
    | 2025 | 2026
  a |   50 |   61
}
table cost "As it was" as actual {
    | 2025
  a |   55
}
"#;

    lines_and_parts_with_their_whole: r#"
plan p { years 2025..2027 }
source grant {
  temporary
  status expected
  for debt
  income 2025: 30, 2026: 31
  part first { income 2025: 10, 2026: 10 }
  part second { recurring; status granted; income 2025: 20, 2026: 20 }
}
goal a {
  serves debt
  cost "One" 2025: 10, 2026: 10
  cost "Two" 2025: 15
}
table cost "Costs" {
    | 2025 | 2026 | 2027
  a |   25 |   12 |    9
}
"#;

    reserves_and_their_tables: r#"
plan p { years 2025..2026 }
source grant { income 2025: 30; unspent goes to buffer }
reserve buffer { opening 2025: 100; add 2025: 10 from grant; floor 5; floor 6 }
reserve other
table withdrawal "Out" {
         | 2025 | 2026
  buffer |  -10 |  -20
  other  |    5 |   -6
}
table addition "In" {
         | 2025 | 2026
  buffer |   15 |    -
}
table course other "Course" {
                       | 2025 | 2026
  opening              |    0 |   20
  addition "Interest"  |    5 |    5
  addition "Gift"      |   15 |   10
  withdrawal           |    5 |   -6
  balance              |   20 |   29
}
table movement "Moves" positive withdraws {
        | 2026
  other |   3
}
table balance { | 2025
  buffer | 105
}
"#;

    coverage_matrix_and_shares: r#"
plan p { years 2025 }
source x { income 2025: 60 }
source y { income 2025: 40 }
goal a { cost 2025: 50; paid by x 50%, y 40% }
goal b { cost 2025: 50; paid by x, y 10% }
table coverage 2025 "Who pays" {
    |  x |  y | total
  a | 25 | 25 |    50
  b |  - | 50 |    50
}
table cost "In thousands" (x 1,000) {
    | 2025
  a | 0.05
}
"#;

    years_outside_and_mixed: r#"
plan p { years 2025..2026 }
goal a { cost 2025: 1, 2027: 1, 2028: 1; remainder of x 2029 }
source x { income 2025/26: 5 }
table cost "Later" {
    | 2024 | 2025 | 2030
  a |    1 |    1 |    1
}
"#;

    types_in_claims: r#"
plan p { years 2025..2026 }
source x { income 2025: 100; recurring }
goal a { cost 2025: 10; follow-up "Later" }
theme t
table figures f "Free" {
          | plan | actual | rest = "plan" - "actual"
  in      |   10 |      8 |  2
  out     |    4 |      3 |  1
  net = in-out | 6 |    5 |  1
  in      |    1 |      1 |  0
}
stated income(x, 2025) = 100
stated income(2025) + 2025 = 100
stated 2025..2026 + €5 = 3
stated income(x, 2025)
stated incme(x) = 100
stated cost(a, 2025, 3) = 10
stated cost(a) / income(x) <= 10%
stated available(2025) + 5% = 100
stated sum(cost(g, 2025) for g in goals where g is recurring) = 0
stated all(g has follow-up for g in goals)
stated any(g.natur = recurring for g in goals)
stated figures(f, net, rest) = 1
stated figures(f, nett, rest) = 1
stated count(g for g in gaols) = 1
stated cost(a, x) = 10
stated 235,858 + 471,715 = 707,573
stated x.nature = recurring
"#;

    unused_and_unserved: r#"
plan p { years 2025 }
document spare "Spare"
decision idle { proposed }
theme lonely
source x { income 2025: 100; for deb }
goal a { cost 2025: 10; serves debt, health }
"#;

    dutch_messages: r#"
taal nl
plan p { jaren 2025..2026 }
bron pok { baten 2025..2026: 1.000; onbeperkt-iets }
bron vrij { baten onbeperkt; restant naar buffer }
reserve buffer { beginstand 2025: -5 }
doel zorg { lasten 2025: 10, 2027: $ 5; betaald uit pokk; lasten 2025: 11 }
document los
tabel lasten "Lasten" {
       | 2025
  zorgg | 5
}
vermeld baten(pok) = 5
"#;

    kept_for_later: r#"
plan p { years 2025..2026 }
source x { income 2025: 100 }
goal a { cost 2025: 10; allow POK301 because "agreed" }
scenario less "Less" { set income(x, 2025) = 0; drop goal b; shift goal a by 1 year; change x { unspent goes to nowhere } }
allow POK201 on a because "known"
use rules nl.bbv
"#;
}

#[test]
fn no_text_breaks_the_model() {
    for text in
        ["", "plan", "plan p {", "table cost { | 2025\n a | }", "source s { part s { part s } }", "theme t { theme t }"]
    {
        let _ = dump(text);
    }
    let deep = format!("plan p\ntheme a {{ {} }}", "theme a { ".repeat(40));
    let _ = dump(&deep);
    assert_eq!(Language::default(), Language::English);
}
