//! Rule files: what is said of mistakes in them, in both languages; that a plan which uses such rules is undecided and says
//! what was not checked; and that the packs that ship are whole.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::diagnostic::Severity;
use pok::evaluation::{Evaluation, Verdict};
use pok::load::{Input, Loaded, Located, Refusal, Resolver, load};
use pok::report::testing::{TestsOf, text as tests_text};
use pok::report::text::{Screen, report};
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use pok::rule::shipped;
use pok::syntax::ast::Language;
use pok::testing::{Subject, mistakes};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const SCREEN: Screen = Screen { width: 100, colour: false, all: true, plain: false };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The files of `tests/rules/mistakes`, and one more by name.
struct Files<'a>(&'a Path, Option<(&'a str, &'a str)>);

impl Resolver for Files<'_> {
    fn locate(&mut self, _from: &Located, path: &str) -> Result<Located, Refusal> {
        let known = self.0.join(path).is_file() || self.1.is_some_and(|(name, _)| name == path);
        let located = || Located { name: path.to_owned(), key: path.to_owned() };
        known.then(located).ok_or(Refusal::Missing { similar: None })
    }

    fn read(&mut self, file: &Located, _limit: usize) -> Result<Vec<u8>, Refusal> {
        match self.1 {
            Some((name, text)) if name == file.key => Ok(text.as_bytes().to_vec()),
            _ => fs::read(self.0.join(&file.key)).map_err(|_| Refusal::Unreadable),
        }
    }
}

fn loaded(folder: &Path, name: &str) -> Loaded {
    let bytes = fs::read(folder.join(name)).unwrap();
    load(Input { name: name.to_owned(), key: name.to_owned(), bytes }, &mut Files(folder, None))
}

fn said(evaluation: &Evaluation, language: Language) -> String {
    let (book, filter) = (Phrasebook::default(), Filter::default());
    let renderer = Renderer::new(book.words(language), Notation::default());
    report(&[Checked { evaluation, renderer, filter: &filter }], renderer, SCREEN)
}

fn snapshot(folder: &Path, name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, text));
}

fn pok_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|end| end == "pok"));
    let mut names: Vec<String> = files.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// Each file has one mistake. What is said of it, and what becomes of a plan that uses it.
#[test]
fn a_mistake_in_a_rule_file_is_said_there_and_leaves_plans_undecided() {
    let folder = root().join("tests/rules/mistakes");
    for name in pok_files(&folder) {
        let own = mistakes(loaded(&folder, &name), false).unwrap();
        assert!(own.findings.iter().any(|finding| finding.severity() == Severity::Error), "{name}");
        let plan = format!(
            "plan town {{ years 2025..2026 }}\n\nuse rules \"{name}\"\n\nsource levy {{ recurring; income 2025: 500; unspent \
             lapses }}\ngoal park {{ recurring; cost 2025: 500 }}\n"
        );
        let input = Input { name: "town.pok".into(), key: "town.pok".into(), bytes: plan.clone().into_bytes() };
        let used = pok::evaluate(input, &mut Files(&folder, Some(("town.pok", &plan))));
        assert_eq!(used.verdict, Verdict::Undetermined, "{name}: {}", said(&used, Language::English));
        assert!(!used.not_checked.is_empty(), "{name}");
        let text = format!(
            "{}\n== in Dutch\n\n{}\n== a plan that uses it\n\n{}",
            said(&own, Language::English),
            said(&own, Language::Dutch),
            said(&used, Language::English)
        );
        snapshot(&folder, &name, &text);
    }
}

/// Each plan uses rules in a way that is not right.
#[test]
fn rules_that_cannot_be_used_leave_a_plan_undecided() {
    let folder = root().join("tests/rules/plans");
    for name in pok_files(&folder) {
        let evaluation = pok::evaluate_loaded(loaded(&folder, &name));
        assert_eq!(evaluation.verdict, Verdict::Undetermined, "{name}");
        let text =
            format!("{}\n== in Dutch\n\n{}", said(&evaluation, Language::English), said(&evaluation, Language::Dutch));
        snapshot(&folder, &name, &text);
    }
}

/// What tests say when they fail.
#[test]
fn tests_that_fail_say_why() {
    let folder = root().join("tests/rules");
    let tested = Subject::of(loaded(&folder, "failing.pok")).run();
    let book = Phrasebook::default();
    for language in [Language::English, Language::Dutch] {
        let words = book.words(language);
        let files = [TestsOf { tested: &tested, words }];
        let text = tests_text(&files, Renderer::new(words, Notation::default()), SCREEN);
        snapshot(&folder, &format!("failing.{}", language.code()), &text);
    }
}

/// A plan beside which tests stand: they are about its own rules.
#[test]
fn tests_beside_a_plan_are_about_its_rules() {
    let folder = root().join("tests/rules");
    let tested = Subject::of(loaded(&folder, "beside.pok")).run();
    assert!(tested.passed());
    assert_eq!((tested.name.as_str(), tested.results.len()), ("town", 3));
    assert!(tested.coverage.iter().all(|rule| rule.fires > 0 && rule.clean > 0), "{:?}", tested.coverage);
}

#[test]
fn every_rule_file_ships_under_its_name() {
    let mut present = BTreeSet::new();
    rule_files(&root().join("rules"), &root().join("rules"), &mut present);
    let listed: BTreeSet<String> = shipped::files().map(str::to_owned).collect();
    assert_eq!(present, listed, "the table in src/rule/shipped.rs lists every file below rules/");
    for (name, path) in shipped::names().zip(shipped::files()) {
        assert_eq!(shipped::pack(name).unwrap().pack.name, name, "rules/{path}");
    }
    assert!(shipped::names().is_sorted());
}

fn rule_files(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            rule_files(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "pok") {
            found.insert(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
}

#[test]
fn packs_that_ship_have_no_mistakes_and_their_tests_pass() {
    let book = Phrasebook::default();
    let words = book.words(Language::English);
    for name in shipped::names() {
        let wrong = mistakes(shipped::loaded(name).unwrap(), true).unwrap();
        assert!(wrong.findings.is_empty(), "{name}\n{}", said(&wrong, Language::English));
        let tested = Subject::of(shipped::loaded(name).unwrap()).run();
        let files = [TestsOf { tested: &tested, words }];
        let text = tests_text(&files, Renderer::new(words, Notation::default()), SCREEN);
        assert!(tested.passed(), "{text}");
        let never_clean: Vec<&str> =
            tested.coverage.iter().filter(|rule| rule.clean == 0).map(|rule| rule.code.as_str()).collect();
        assert_eq!(never_clean, Vec::<&str>::new(), "rules of {name} that no test shows at rest");
    }
}

/// Every rule says itself in both languages, and every reading too.
#[test]
fn packs_that_ship_speak_both_languages() {
    for name in shipped::names() {
        for rule in &shipped::pack(name).unwrap().pack.rules {
            let code = &rule.notice.code;
            let both = |texts: &[(Language, String)]| texts.len() == 2;
            assert!(both(&rule.title.0), "{code}: title");
            assert!(both(&rule.message.written.0), "{code}: message");
            assert!(rule.help.as_ref().is_some_and(|help| both(&help.written.0)), "{code}: help");
            assert!(both(&rule.reading.0), "{code}: reading");
        }
    }
}
