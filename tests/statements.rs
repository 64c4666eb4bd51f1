//! Statements that rules ask for: what the model keeps of them, where they stand, and how rule files are read.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::diagnostic::{Message, Severity, Value};
use pok::model::{self, Entity, FactState, GoalId, Plan, ReserveId, SourceId};
use pok::source::{Place, SourceFile, SourceSet};
use pok::syntax::ast::{Expression, Item, RuleClause, Stage, TestClause};
use pok::syntax::{self, Options};
use std::fs;
use std::path::Path;

const EVERYTHING: &str = r#"language en
plan p {
  years 2024..2026
  owner "Municipality"
  evaluate yearly to "council"
}
document d { number "2024-1" }
decision first { by council; taken }
theme social { owner "Team" }
source grant {
  kind specific-grant; task-field 6.71
  owner "Finance"; account "60"; theme social; needs decision first; note "n"
  recurring; for help; available 2024..2026; unspent stays
  part one { income 2024: 10 }
  part two { kind loan; task-field 0.10; owner "Debt"; income 2024: 10 }
}
reserve buffer { kind provision; task-field 0.10; opening 2024: 5; floor 1 }
goal advice {
  kind service; task-field 0.61; statutory
  serves help; during 2024..2025; priority 1; status new; was "Old"; follow-up first; note "n"
  cost 2024: 7
  obligated 2024: 6
  obligated "Licence" 2025..2026: 10 per year
  paid by grant, buffer
  evaluate 2025 to "board"
}
"#;

fn read(text: &str) -> (SourceSet, Plan, Vec<String>) {
    let mut sources = SourceSet::default();
    let file = sources.add(SourceFile::new("plan.pok", text));
    let (tree, mut findings) = syntax::parse(file, text, Options::default());
    let (plan, found) = model::build(&sources, vec![(file, tree)], Vec::new());
    findings.extend(found);
    let names = findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let names = names.map(|finding| finding.kind.name.to_owned()).collect();
    (sources, plan, names)
}

fn slice(sources: &SourceSet, place: Option<Place>) -> &str {
    place.map_or("-", |place| sources.slice(place))
}

#[test]
fn the_model_keeps_what_is_said_with_its_place() {
    let (sources, plan, errors) = read(EVERYTHING);
    assert_eq!(errors, Vec::<String>::new());
    let goal = plan.goals.first().unwrap();
    let (kind, place) = goal.kind.unwrap();
    assert_eq!((kind.english, kind.dutch), ("service", "dienstverlening"));
    assert_eq!(sources.slice(place), "kind service");
    let (field, place) = goal.task_field.as_ref().unwrap();
    assert_eq!((field.as_str(), sources.slice(*place)), ("0.61", "task-field 0.61"));
    assert_eq!(slice(&sources, goal.statutory), "statutory");
    let (to, place) = goal.evaluate_to.as_ref().unwrap();
    assert_eq!((to.as_str(), sources.slice(*place)), ("board", "evaluate 2025 to \"board\""));
    assert!(!goal.evaluate_yearly && goal.evaluate.len() == 1);
    let (to, place) = plan.head.evaluate_to.as_ref().unwrap();
    assert_eq!((to.as_str(), sources.slice(*place)), ("council", "evaluate yearly to \"council\""));
    let reserve = plan.reserves.first().unwrap();
    assert_eq!(reserve.kind.unwrap().0.english, "provision");
    assert_eq!(reserve.task_field.as_ref().unwrap().0, "0.10");
}

#[test]
fn parts_are_what_their_whole_is_unless_they_say_otherwise() {
    let (sources, plan, _) = read(EVERYTHING);
    let said = |index: usize| {
        let source = plan.sources.get(index).unwrap();
        (source.kind.unwrap().0.english, source.task_field.as_ref().unwrap().0.as_str())
    };
    assert_eq!([said(0), said(1), said(2)], [("specific-grant", "6.71"), ("specific-grant", "6.71"), ("loan", "0.10")]);
    let place = |id: u32, word: &str| slice(&sources, plan.said(Entity::Source(SourceId(id)), word));
    assert_eq!(place(1, "kind"), "kind specific-grant");
    assert_eq!(place(2, "kind"), "kind loan");
    assert_eq!(place(1, "owner"), "owner \"Finance\"");
    assert_eq!(place(2, "owner"), "owner \"Debt\"");
    assert_eq!(place(1, "income"), "income 2024: 10");
    assert_eq!((place(0, "income"), place(1, "note")), ("-", "-"));
}

#[test]
fn every_statement_has_its_place() {
    let (sources, plan, _) = read(EVERYTHING);
    let goal = Entity::Goal(GoalId(0));
    let of_goal = [
        ("during", "during 2024..2025"),
        ("starts", "during 2024..2025"),
        ("ends", "during 2024..2025"),
        ("serves", "serves help"),
        ("priority", "priority 1"),
        ("status", "status new"),
        ("was", "was \"Old\""),
        ("follow-up", "follow-up first"),
        ("decided-follow-up", "follow-up first"),
        ("note", "note \"n\""),
        ("cost", "cost 2024: 7"),
        ("paid-by", "paid by grant, buffer"),
        ("evaluate", "evaluate 2025 to \"board\""),
        ("evaluate-to", "evaluate 2025 to \"board\""),
        ("statutory", "statutory"),
        ("nature", "-"),
        ("nonsense", "-"),
    ];
    for (word, statement) in of_goal {
        assert_eq!(slice(&sources, plan.said(goal, word)), statement, "{word}");
    }
    let source = Entity::Source(SourceId(0));
    for (word, statement) in [
        ("nature", "recurring"),
        ("for", "for help"),
        ("available", "available 2024..2026"),
        ("unspent", "unspent stays"),
        ("account", "account \"60\""),
        ("theme", "theme social"),
        ("needs", "needs decision first"),
    ] {
        assert_eq!(slice(&sources, plan.said(source, word)), statement, "{word}");
    }
    let one = |entity, word| slice(&sources, plan.said(entity, word));
    assert_eq!(one(Entity::Reserve(ReserveId(0)), "floor"), "floor 1");
    assert_eq!(one(Entity::Theme(model::ThemeId(0)), "owner"), "owner \"Team\"");
    assert_eq!(one(Entity::Decision(model::DecisionId(0)), "status"), "taken");
    assert_eq!(one(Entity::Document(model::DocumentId(0)), "number"), "number \"2024-1\"");
    assert_eq!(slice(&sources, plan.head.said("evaluate-to")), "evaluate yearly to \"council\"");
    assert_eq!(slice(&sources, plan.head.said("owner")), "owner \"Municipality\"");
    assert_eq!(plan.head.said("decided"), None);
}

#[test]
fn obligated_is_cost_as_obligated() {
    let (_, plan, _) = read(EVERYTHING);
    let written = EVERYTHING.replace("obligated 2024: 6", "cost 2024: 6 as obligated").replace(
        "obligated \"Licence\" 2025..2026: 10 per year",
        "cost \"Licence\" 2025..2026: 10 per year as obligated",
    );
    let (_, other, errors) = read(&written);
    assert_eq!(errors, Vec::<String>::new());
    let facts = |plan: &Plan| {
        let facts = plan.ledger.cost.of(0).iter();
        let facts = facts.map(|fact| (fact.years, fact.money, fact.stage, fact.other, fact.state == FactState::Known));
        facts.collect::<Vec<_>>()
    };
    assert_eq!(facts(&plan), facts(&other));
    assert_eq!(facts(&plan).iter().filter(|(_, _, stage, ..)| *stage == Stage::Obligated).count(), 3);
}

#[test]
fn a_scenario_may_change_them() {
    let text = format!(
        "{EVERYTHING}scenario low {{ change grant {{ kind fund; owner \"Other\" }}\n change advice {{ kind study; task-field 1.1; \
         evaluate yearly to \"mayor\" }} }}\nscenario same {{ only granted }}"
    );
    let (sources, plan, errors) = read(&text);
    assert_eq!(errors, Vec::<String>::new());
    let (low, findings) = pok::scenario::apply(&plan, plan.scenarios.first().unwrap());
    assert!(findings.is_empty());
    let goal = low.goals.first().unwrap();
    assert_eq!(goal.kind.unwrap().0.english, "study");
    assert_eq!(goal.task_field.as_ref().unwrap().0, "1.1");
    assert_eq!(goal.evaluate_to.as_ref().unwrap().0, "mayor");
    let kinds: Vec<_> = low.sources.iter().map(|source| source.kind.unwrap().0.english).collect();
    assert_eq!(kinds, ["fund", "fund", "loan"]);
    let place =
        |plan: &Plan, id: u32, word: &str| slice(&sources, plan.said(Entity::Source(SourceId(id)), word)).to_owned();
    assert_eq!(place(&low, 0, "owner"), "owner \"Other\"");
    assert_eq!(place(&low, 1, "kind"), "kind fund");
    assert_eq!(place(&low, 2, "kind"), "kind loan");
    assert_eq!(place(&plan, 0, "owner"), "owner \"Finance\"");
    let (same, _) = pok::scenario::apply(&plan, plan.scenarios.get(1).unwrap());
    assert_eq!(place(&same, 0, "owner"), "owner \"Finance\"");
}

#[test]
fn up_to_an_amount() {
    let allows = |amount: &str| {
        let (_, plan, errors) = read(&format!("goal g {{ }}\nallow POK405 on g {amount} because \"x\""));
        (plan.accepted.iter().map(|accepted| accepted.at_most.map(|money| money.0)).collect::<Vec<_>>(), errors)
    };
    assert_eq!(allows(""), (vec![None], vec![]));
    assert_eq!(allows("at most 38,063"), (vec![Some(3_806_300)], vec![]));
    // What cannot be read as a limit accepts nothing.
    for (amount, finding) in
        [("pm", "allow-limit"), ("-", "allow-limit"), ("-5", "allow-limit"), ("1.234", "amount-ambiguous")]
    {
        assert_eq!(allows(&format!("at most {amount}")), (vec![], vec![finding.to_owned()]), "{amount}");
    }
    assert_eq!(allows("at most £ 5").1, ["currency-differs"]);
}

#[test]
fn rule_files_hold_lists_titles_and_readings() {
    let pages = ["docs/src/en/rules.md", "docs/src/nl/rules.md"];
    let blocks = pages.iter().flat_map(|page| blocks(&fs::read_to_string(root().join(page)).unwrap()));
    let files = blocks.filter(|block| block.contains("OUR-001") || block.contains("ONZE-001"));
    let mut count = 0;
    for text in files {
        count += 1;
        let (file, findings) = syntax::parse(pok::source::FileId(0), &text, Options::default());
        assert!(findings.is_empty());
        let source = SourceFile::new("rules.pok", text.clone());
        for item in &file.items {
            match item {
                Item::Pack(pack) => {
                    assert_eq!((pack.titles.len(), pack.notes.len()), (1, 1));
                    assert!(pack.version.is_some() && pack.url.is_some());
                }
                Item::Parameter(parameter) => {
                    let words: Vec<_> =
                        parameter.value.iter().map(|value: &Expression| source.slice(value.span)).collect();
                    assert_eq!(words, ["\"pension\"", "\"debt-service\""]);
                }
                Item::Rule(rule) => {
                    let count = |is: fn(&RuleClause) -> bool| rule.clauses.iter().filter(|clause| is(clause)).count();
                    assert_eq!(rule.clauses.len(), 15);
                    assert_eq!(count(|clause| matches!(clause, RuleClause::Title(_))), 1);
                    assert_eq!(count(|clause| matches!(clause, RuleClause::Basis { .. })), 2);
                    assert_eq!(count(|clause| matches!(clause, RuleClause::Reading(_))), 2);
                    assert_eq!(count(|clause| matches!(clause, RuleClause::Where(_))), 2);
                }
                Item::Test(test) => {
                    let expects = |clause: &TestClause| !matches!(clause, TestClause::Item(_));
                    assert_eq!(test.clauses.iter().filter(|clause| expects(clause)).count(), 1);
                }
                _ => {}
            }
        }
    }
    assert_eq!(count, 2);
}

/// What is said of a word after `kind`, with what is offered in its place.
#[test]
fn a_kind_is_one_of_a_closed_list() {
    let found = |language: &str, item: &str| {
        let text = format!("language {language}\n{item}\n");
        let mut sources = SourceSet::default();
        let file = sources.add(SourceFile::new("plan.pok", text.as_str()));
        let (tree, findings) = syntax::parse(file, &text, Options::default());
        assert!(findings.is_empty());
        let (plan, findings) = model::build(&sources, vec![(file, tree)], Vec::new());
        let findings = findings.iter().filter(|finding| finding.severity() == Severity::Error).map(|finding| {
            let help: Vec<_> = finding.help.iter().map(|help| format!(" > {}", plain(help))).collect();
            let fixes: Vec<_> = finding.fixes.iter().flat_map(|fix| &fix.edits).collect();
            let fixes: Vec<_> =
                fixes.iter().map(|edit| format!(" ({} -> {})", sources.slice(edit.place), edit.text)).collect();
            format!("{} {}{}{}", finding.code(), finding.kind.name, fixes.concat(), help.concat())
        });
        let kinds = plan.sources.iter().map(|item| item.kind);
        let kinds =
            kinds.chain(plan.reserves.iter().map(|item| item.kind)).chain(plan.goals.iter().map(|item| item.kind));
        let read: Vec<_> = kinds.map(|kind| kind.map_or("-", |(kind, _)| kind.english)).collect();
        format!("{}: {}", read.join(" "), findings.collect::<Vec<_>>().join("; "))
    };
    let unknown = "POK005 unknown-kind > unknown-kind-help [known=general-reserve, earmarked-reserve, \
                   equalisation-reserve, provision]";
    let bekend = "POK005 unknown-kind > unknown-kind-elsewhere [item=kind-source] > unknown-kind-help \
                  [known=algemene-reserve, bestemmingsreserve, egalisatiereserve, voorziening]";
    for (language, item, expected) in [
        ("en", "reserve r { kind provision }", "provision: "),
        ("en", "reserve r { kind Provision }", "provision: "),
        ("en", "reserve r { kind voorziening }", "provision: POK005 foreign-keyword (voorziening -> provision)"),
        ("en", "reserve r { kind provison }", "provision: POK005 misspelt-keyword (provison -> provision)"),
        ("en", "reserve r { kind vorziening }", "provision: POK005 misspelt-keyword (vorziening -> provision)"),
        ("en", "reserve r { kind savings }", &format!("-: {unknown}")),
        ("en", "goal g { kind subsidie }", "subsidy: POK005 foreign-keyword (subsidie -> subsidy)"),
        ("nl", "doel g { soort subsidie }", "subsidy: "),
        ("nl", "doel g { soort subsidy }", "subsidy: POK005 foreign-keyword (subsidy -> subsidie)"),
        ("nl", "doel g { soort pensioenen }", "pension: POK005 misspelt-keyword (pensioenen -> pensioen)"),
        ("nl", "reserve r { soort lening }", &format!("-: {bekend}")),
        ("en", "source s { kind loan; kind loan }", "loan: "),
        ("en", "source s { kind loan; kind fund }", "loan: POK202 statement-twice > statement-twice-help []"),
    ] {
        assert_eq!(found(language, item).replace(" []", ""), expected.replace(" []", ""), "{item}");
    }
}

fn plain(message: &Message) -> String {
    let values: Vec<_> = message.values.iter().map(|(name, value)| format!("{name}={}", shown(value))).collect();
    format!("{} [{}]", message.name, values.join(", "))
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Message(message) => message.name.to_owned(),
        other => format!("{other:?}"),
    }
}

/// The fenced blocks of a page that are plans or rule files.
fn blocks(page: &str) -> Vec<String> {
    let page = page.replace("\r\n", "\n");
    page.split("```pok\n").skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
