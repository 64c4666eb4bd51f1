//! Formats for other programs, for the same few plans: as they read, held to the schemas and to readers made by others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::evaluate;
use pok::evaluation::{Evaluation, Verdict};
use pok::load::{Input, NoFiles};
use pok::report::text::Screen;
use pok::report::{
    Checked, Filter, Notation, Phrasebook, Renderer, RunNotes, Weight, github, gitlab, junit, markdown, sarif,
    statistics,
};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

const SCREEN: Screen = Screen { width: 100, colour: false, all: false, plain: false };

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn evaluated(name: &str, bytes: &[u8]) -> Evaluation {
    evaluate(Input { name: name.to_owned(), key: name.to_owned(), bytes: bytes.to_vec() }, &mut NoFiles)
}

/// The plans of a folder, by name.
fn plans(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "pok")).collect();
    files.sort();
    files.iter().map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())).collect()
}

/// Every plan that is at hand: those of this test, the examples, and those with every code.
static ALL: LazyLock<Vec<Evaluation>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for folder in ["tests/formats", "examples", "tests/plans", "tests/plans/wrong", "tests/accept"] {
        all.extend(plans(folder).iter().map(|(name, text)| evaluated(&format!("{folder}/{name}"), text)));
    }
    for entry in fs::read_dir(root().join("tests/cases")).unwrap() {
        let code = entry.unwrap().file_name().into_string().unwrap();
        let folder = format!("tests/cases/{code}");
        all.extend(plans(&folder).iter().map(|(name, text)| evaluated(&format!("{folder}/{name}"), text)));
    }
    all.push(evaluated("leeg.pok", b""));
    all.push(evaluated("geen-utf8.pok", b"taal nl\nplan a \"\xe9\xff\" { jaren 2025 }\n"));
    all
});

/// What a format makes of plans, each in its own language.
fn shown(evaluations: &[Evaluation], report: impl Fn(&[Checked<'_>], RunNotes<'_>) -> String) -> String {
    let (book, filter) = (Phrasebook::default(), Filter::default());
    let checked = evaluations.iter().map(|evaluation| {
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        Checked { evaluation, renderer: Renderer::new(book.words(evaluation.language), notation), filter: &filter }
    });
    let checked: Vec<Checked<'_>> = checked.collect();
    let language = evaluations.first().map(|first| first.language).unwrap_or_default();
    let reader = Renderer::new(book.words(language), Notation::default());
    let verdict = Verdict::of_all(evaluations.iter().map(|evaluation| evaluation.verdict));
    report(&checked, RunNotes::of(reader, verdict))
}

fn sarif_of(evaluations: &[Evaluation]) -> Value {
    serde_json::from_str(&shown(evaluations, sarif::report)).unwrap()
}

fn schema(name: &str) -> jsonschema::Validator {
    let text = fs::read_to_string(root().join("tests/schemas").join(name)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn assert_valid(schema: &jsonschema::Validator, value: &Value) {
    let errors: Vec<String> = schema.iter_errors(value).map(|it| format!("{it} at {}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// A log without the pages of the codes, which have tests of their own.
fn without_pages(text: &str) -> String {
    let mut log: Value = serde_json::from_str(text).unwrap();
    log["runs"][0]["tool"]["driver"]["version"] = "…".into();
    log["runs"][0]["tool"]["driver"]["semanticVersion"] = "…".into();
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
        for form in ["text", "markdown"] {
            if let Some(page) = rule["help"].get(form).and_then(Value::as_str) {
                let first = page.lines().next().unwrap_or("").to_owned();
                rule["help"][form] = format!("{first} …").into();
            }
        }
    }
    serde_json::to_string_pretty(&log).unwrap()
}

#[test]
fn every_format_of_every_case() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/formats"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let check = |stem: &str, evaluations: &[Evaluation]| {
        let is = |format: &str, text: String| settings.bind(|| assert_snapshot!(format!("{stem}.{format}"), text));
        is("sarif", without_pages(&shown(evaluations, sarif::report)));
        is("github", shown(evaluations, github::report));
        is("gitlab", shown(evaluations, gitlab::report));
        is("junit", shown(evaluations, junit::report));
        is("markdown", shown(evaluations, markdown::report));
        is("statistics", shown(evaluations, |plans, run| statistics::text(plans, run, SCREEN)));
        is("statistics.json", shown(evaluations, statistics::json));
    };
    for (name, text) in plans("tests/formats") {
        let stem: String =
            name.trim_end_matches(".pok").chars().filter(|it| it.is_ascii_alphabetic() || *it == '-').collect();
        check(&stem, &[evaluated(&name, &text)]);
    }
    let all: Vec<Evaluation> = plans("tests/formats").iter().map(|(name, text)| evaluated(name, text)).collect();
    check("all", &all);
    check("none", &[]);
}

#[test]
fn sarif_holds_to_its_schema() {
    let schema = schema("sarif-2.1.0.schema.json");
    assert_valid(&schema, &sarif_of(&ALL));
    assert_valid(&schema, &sarif_of(&[]));
    for evaluation in ALL.iter() {
        assert_valid(&schema, &sarif_of(std::slice::from_ref(evaluation)));
    }
    let broken = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
    assert!(!schema.is_valid(&broken));
}

#[test]
fn each_result_of_sarif_points_at_its_rule_and_no_fingerprint_stands_for_two() {
    let log = sarif_of(&ALL);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules.len());
    let mut seen = BTreeSet::new();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(rules[index]["help"]["text"].as_str().is_some_and(|help| !help.is_empty()), "{}", rules[index]);
        assert!(seen.insert(result["partialFingerprints"]["pok/v1"].as_str().unwrap()), "{result}");
    }
    assert!(seen.len() > 100);
}

/// What is undecided is never silent: it is an error, or a result that says so.
#[test]
fn an_undecided_plan_has_a_result() {
    let mut open = 0;
    for evaluation in ALL.iter().filter(|it| it.verdict == Verdict::Undetermined) {
        let name = evaluation.sources.iter().next().unwrap().1.name().to_owned();
        let log = sarif_of(std::slice::from_ref(evaluation));
        let results = log["runs"][0]["results"].as_array().unwrap();
        let is_open = |result: &&Value| result["kind"] == "open";
        let told = |result: &Value| result["level"] == "error" || is_open(&result);
        assert!(results.iter().any(told), "{name}");
        open += results.iter().filter(is_open).count();
    }
    assert!(open > 0);
}

/// Columns count Unicode characters, ends stand after the last one: what is quoted is what stands there.
#[test]
fn what_sarif_quotes_stands_at_its_columns() {
    let mut quoted = 0;
    for evaluation in ALL.iter() {
        let texts: BTreeMap<String, String> =
            evaluation.sources.iter().map(|(_, file)| (file.name().to_owned(), file.text().to_owned())).collect();
        let log = sarif_of(std::slice::from_ref(evaluation));
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let Some(snippet) = region["snippet"]["text"].as_str() else { continue };
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            let name = percent_encoding::percent_decode_str(uri).decode_utf8().unwrap().into_owned();
            let Some(text) = texts.get(&name) else { panic!("{name} is none of the files") };
            let number = |key: &str| usize::try_from(region[key].as_u64().unwrap()).unwrap();
            let offset = |line: usize, column: usize| {
                let before: usize = text.split_inclusive('\n').take(line - 1).map(|line| line.chars().count()).sum();
                before + column - 1
            };
            let (start, end) =
                (offset(number("startLine"), number("startColumn")), offset(number("endLine"), number("endColumn")));
            let stands: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(stands, snippet, "{name}");
            quoted += 1;
        }
    }
    assert!(quoted > 100);
}

#[test]
fn fingerprints_survive_lines_that_move() {
    let marks = |text: &[u8]| {
        let log = sarif_of(&[evaluated("plan.pok", text)]);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results
            .iter()
            .map(|result| result["partialFingerprints"]["pok/v1"].as_str().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    let mut compared = 0;
    for (name, text) in plans("tests/formats") {
        let text = String::from_utf8(text).unwrap();
        let moved = format!("# Een regel erboven.\n\n\n{}", text.replace("\n\n", "\n\n# Nog een.\n\n"));
        assert_eq!(marks(text.as_bytes()), marks(moved.as_bytes()), "{name}");
        let wider: Vec<String> = text
            .lines()
            .map(|line| if line.contains('"') { line.to_owned() } else { line.replace(" | ", "   |   ") })
            .collect();
        let wider = wider.join("\n");
        assert_eq!(marks(text.as_bytes()), marks(wider.as_bytes()), "{name}");
        compared += marks(text.as_bytes()).len();
    }
    assert!(compared > 8);
    // Other findings of the same kind are told apart, and one that is mended takes no other along.
    let text =
        "taal nl\nplan a \"A\" { jaren 2025 }\ndoel b \"B\" { lasten 2025: 1.0 }\ndoel c \"C\" { lasten 2025: 1.0 }\n";
    let mended = text.replacen("1.0", "10", 1);
    assert!(marks(mended.as_bytes()).is_subset(&marks(text.as_bytes())));
    assert!(marks(mended.as_bytes()).len() < marks(text.as_bytes()).len());
}

#[test]
fn gitlab_holds_to_its_form() {
    let schema = schema("gitlab-code-quality.schema.json");
    let all: Value = serde_json::from_str(&shown(&ALL, gitlab::report)).unwrap();
    assert_valid(&schema, &all);
    let marks: BTreeSet<&str> = all.as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(marks.len(), all.as_array().unwrap().len());
    assert_eq!(shown(&[], gitlab::report), "[]\n");
}

/// The same finding has the same fingerprint in both forms.
#[test]
fn gitlab_and_sarif_tell_findings_apart_alike() {
    for evaluation in ALL.iter() {
        let evaluation = std::slice::from_ref(evaluation);
        let entries: Value = serde_json::from_str(&shown(evaluation, gitlab::report)).unwrap();
        let entries = entries.as_array().unwrap().clone();
        let own: BTreeSet<String> = entries
            .into_iter()
            .filter(|entry| entry["check_name"] != "not-checked")
            .map(|entry| entry["fingerprint"].to_string())
            .collect();
        let log = sarif_of(evaluation);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let open = |result: &&Value| result["kind"] == "fail" && result.get("suppressions").is_none();
        let marks: BTreeSet<String> =
            results.iter().filter(open).map(|result| result["partialFingerprints"]["pok/v1"].to_string()).collect();
        assert_eq!(own, marks);
    }
}

/// A command as the runner of GitHub reads it: name, properties, message.
fn command(line: &str) -> (String, BTreeMap<String, String>, String) {
    let rest = line.strip_prefix("::").expect("a command begins with two colons");
    let (head, message) = rest.split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let read = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",");
        text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let properties = properties.split(',').map(|property| property.split_once('=').unwrap());
    let properties = properties.map(|(key, value)| (key.to_owned(), read(value))).collect();
    (name.to_owned(), properties, read(message))
}

#[test]
fn github_reads_back_what_was_found() {
    let (book, filter) = (Phrasebook::default(), Filter::default());
    for evaluation in ALL.iter() {
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        let renderer = Renderer::new(book.words(evaluation.language), notation);
        let checked = [Checked { evaluation, renderer, filter: &filter }];
        let text = github::report(&checked, RunNotes::of(renderer, evaluation.verdict));
        let commands: Vec<_> = text.lines().map(command).collect();
        assert!(commands.iter().all(|(name, ..)| ["error", "warning", "notice"].contains(&name.as_str())));
        let codes = |(_, properties, _): &(String, BTreeMap<String, String>, String)| properties["title"].clone();
        let open = evaluation.findings.iter().filter(|finding| finding.accepted.is_none());
        let mut expected = Vec::new();
        for finding in open {
            let file = evaluation.sources.file(finding.place().file);
            let line = file.position(finding.place().span.start).line;
            expected.push((
                file.name().to_owned(),
                line.to_string(),
                finding.code().to_string(),
                renderer.finding(finding),
            ));
        }
        let found: Vec<_> = commands
            .iter()
            .skip(1)
            .filter(|it| !["Not checked", "Niet gecontroleerd"].contains(&codes(it).as_str()))
            .map(|(_, place, message)| {
                let said = message.split('\n').next().unwrap().to_owned();
                (place["file"].clone(), place["line"].clone(), place["title"].clone(), said)
            })
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn junit_reads_back_with_the_same_counts() {
    let text = shown(&ALL, junit::report);
    let report = junit_parser::from_reader(text.as_bytes()).unwrap();
    assert_eq!(report.suites.len(), ALL.len());
    let (mut failures, mut names) = (0, 0);
    for suite in &report.suites {
        let failed = suite.cases.iter().filter(|case| case.status.is_failure()).count();
        let skipped = suite.cases.iter().filter(|case| case.status.is_skipped()).count();
        assert_eq!(
            (suite.failures, suite.skipped, suite.tests),
            (failed as u64, skipped as u64, suite.cases.len() as u64)
        );
        failures += suite.failures;
        let unlike: BTreeSet<&str> = suite.cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(unlike.len(), suite.cases.len(), "{}", suite.name);
        names += unlike.len();
    }
    assert_eq!(report.failures, failures);
    assert!(names > 100);
    for evaluation in ALL.iter() {
        let errors = evaluation
            .findings
            .iter()
            .any(|it| it.accepted.is_none() && it.counts() && it.level() == pok::diagnostic::Severity::Error);
        let name = evaluation.sources.iter().next().unwrap().1.name().to_owned();
        let suite = report.suites.iter().find(|suite| suite.name == name).unwrap();
        assert_eq!(suite.failures > 0, errors, "{name}");
    }
}

/// Where warnings or undecided verdicts make the run fail, a test fails too.
#[test]
fn junit_fails_where_the_run_does() {
    let failures = |name: &str, weight: Weight| {
        let text = fs::read(root().join("tests/formats").join(name)).unwrap();
        let report =
            |plans: &[Checked<'_>], run: RunNotes<'_>| junit::report(plans, RunNotes { weights: &[weight], ..run });
        let text = shown(&[evaluated(name, &text)], report);
        junit_parser::from_reader(text.as_bytes()).unwrap().failures
    };
    assert_eq!(failures("regels.pok", Weight::default()), 0);
    assert_eq!(failures("regels.pok", Weight { warnings: true, undecided: false }), 1);
    assert_eq!(failures("geaccepteerd.pok", Weight { warnings: true, undecided: false }), 0);
    assert_eq!(failures("geaccepteerd.pok", Weight { warnings: false, undecided: true }), 1);
}

#[test]
fn no_text_of_a_plan_is_markup() {
    let name = "opmaak #1 100% é.pok";
    let text = fs::read(root().join("tests/formats").join(name)).unwrap();
    let document = shown(&[evaluated(name, &text)], markdown::report);
    let mut plain = String::new();
    for event in Parser::new_ext(&document, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::InlineMath(math) | Event::DisplayMath(math) => panic!("mathematics: {math}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("a link: {dest_url}"),
            Event::Start(Tag::Strikethrough | Tag::FootnoteDefinition(_)) | Event::TaskListMarker(_) => {
                panic!("{event:?}")
            }
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            _ => {}
        }
    }
    for title in [
        "<script>alert('x')</script> | **vet** [klik](https://example.org) {0} `code` ::error::x %0A ]]>",
        "# Kop | <i>tabel</i> `",
    ] {
        assert!(plain.contains(title), "{title}\n{plain}");
    }
}

/// Tables of sums keep their columns, whatever stands in them.
#[test]
fn tables_have_as_many_cells_in_every_row() {
    let document = shown(&ALL, markdown::report);
    let mut columns = 0;
    let mut cells = 0;
    let mut rows = 0;
    for event in Parser::new_ext(&document, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(pulldown_cmark::TagEnd::TableRow) => {
                assert_eq!(cells, columns);
                rows += 1;
            }
            _ => {}
        }
    }
    assert!(rows > 100);
}

#[test]
fn statistics_count_every_finding_once() {
    let object: Value = serde_json::from_str(&shown(&ALL, statistics::json)).unwrap();
    let total: usize = ALL.iter().map(|evaluation| evaluation.findings.len()).sum();
    assert_eq!(object["total"]["total"], total);
    let counts: Vec<u64> =
        object["codes"].as_array().unwrap().iter().map(|code| code["total"].as_u64().unwrap()).collect();
    assert_eq!(usize::try_from(counts.iter().sum::<u64>()).unwrap(), total);
    assert!(counts.is_sorted_by(|first, second| first >= second));
}

#[test]
fn nothing_shows_where_or_when_it_was_made() {
    type Report = fn(&[Checked<'_>], RunNotes<'_>) -> String;
    let reports: [Report; 5] = [sarif::report, github::report, gitlab::report, junit::report, markdown::report];
    for report in reports {
        let first = shown(&ALL, report);
        assert_eq!(first, shown(&ALL, report));
        assert!(!first.contains(&*root().to_string_lossy()));
    }
}
