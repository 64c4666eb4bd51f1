//! A file with tests -> each test as a plan, with the packs that it is held against and what it expects.

use super::Expectation;
use crate::check::Ground;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Severity, Value};
use crate::kind::{FileKind, kind_of};
use crate::language::Language;
use crate::load::{Loaded, RuleFile};
use crate::model::plan::Pending;
use crate::model::rule::{Pack, Rule, Test};
use crate::model::{self, Entity, Plan, UnreadInclude};
use crate::money::YearStyle;
use crate::rule::{self, Compiled, Used};
use crate::source::{FileId, Place, SourceFile, SourceSet, Span};
use crate::syntax::ast::{self, Item, RuleTest, TestClause, Text};
use iso_currency::Currency;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file whose tests are ready to be run.
#[derive(Debug)]
pub struct Subject {
    /// The name of the pack or plan.
    pub name: String,
    /// The language of the file.
    pub language: Language,
    /// The texts, the file itself first.
    pub sources: SourceSet,
    /// What is wrong in the file outside its tests.
    pub findings: Vec<Diagnostic>,
    /// The packs that every test is held against; those with the rules that are tested first.
    pub(super) base: Vec<Used>,
    /// Codes of the rules that are tested: everything that they find must be expected.
    pub(super) own: BTreeSet<String>,
    /// The tests, in the order of the text.
    pub(super) tests: Vec<Prepared>,
}

/// A test, and its plan where it can be read.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) title: String,
    pub(super) place: Place,
    pub(super) expected: Vec<Expectation>,
    pub(super) made: Result<Ready, Vec<Diagnostic>>,
}

/// The plan of a test, worked out once.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) plan: Plan,
    pub(super) ground: Ground,
    pub(super) used: Vec<Used>,
    /// The `plan` item and the tables of the test, which have no place of their own in the plan.
    pub(super) items: Vec<(String, Place)>,
}

impl Subject {
    /// Reads the tests of a file.
    pub fn of(loaded: Loaded) -> Self {
        match kind_of(&loaded) {
            FileKind::Rules => of_pack(loaded),
            FileKind::Plan | FileKind::Fragment | FileKind::Settings => of_plan(loaded),
        }
    }

    /// How many tests there are.
    pub fn len(&self) -> usize {
        self.tests.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// The rules that are tested, each with the pack that it is in.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&Used, &Rule)> {
        let all = self.base.iter().flat_map(|used| used.compiled.pack.rules.iter().map(move |rule| (used, rule)));
        all.filter(|(_, rule)| self.own.contains(&rule.notice.code.to_string()))
    }

    /// The rules that are tested.
    pub fn tested_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules().map(|(_, rule)| rule)
    }
}

/// The rules of the file itself are those tested, not those that it includes from other packs.
fn own_codes(pack: &Pack) -> BTreeSet<String> {
    let own = pack.rules.iter().filter(|rule| rule.notice.pack == pack.name);
    own.map(|rule| rule.notice.code.to_string()).collect()
}

fn copy(sources: &SourceSet) -> SourceSet {
    let mut copied = SourceSet::default();
    for (_, file) in sources.iter() {
        copied.add(SourceFile::new(file.name(), file.text()));
    }
    copied
}

fn of_pack(mut loaded: Loaded) -> Subject {
    let language = loaded.files.first().map_or(Language::English, |file| file.ast.language);
    let rule_files = std::mem::take(&mut loaded.rule_files);
    let mut compiled = rule::compile(loaded);
    let tests = std::mem::take(&mut compiled.pack.tests);
    let findings = std::mem::take(&mut compiled.findings);
    let sources = copy(&compiled.sources);
    let pack = &compiled.pack;
    let (name, own) = (pack.name.clone(), own_codes(pack));
    let base = vec![Used { compiled: Arc::new(compiled), values: Vec::new() }];
    let subject = Subject { name, language, sources, findings: Vec::new(), base, own, tests: Vec::new() };
    with_tests(subject, tests, findings, rule_files)
}

/// A plan beside which tests stand: they are about its own rules, or else about those of the packs that it uses.
fn of_plan(loaded: Loaded) -> Subject {
    let Loaded { mut sources, files, findings, failed, rule_files, .. } = loaded;
    let languages: Vec<_> = files.iter().map(|file| (file.id, file.ast.language)).collect();
    let language = languages.first().map_or(Language::English, |(_, language)| *language);
    let unread =
        failed.into_iter().map(|place| UnreadInclude { place, path: Text::value(sources.slice(place)) }).collect();
    let files = files.into_iter().map(|file| (file.id, file.ast)).collect();
    let (mut plan, _) = model::build(&sources, files, unread);
    let mut tests = Vec::new();
    let mut rest = Vec::new();
    for pending in std::mem::take(&mut plan.pending) {
        match pending {
            Pending::Test(tree, place) => {
                let language = languages.iter().find(|(file, _)| *file == place.file).map_or(language, |it| it.1);
                tests.push(Test { place: Place::new(place.file, tree.title.span), tree, language });
            }
            other => rest.push(other),
        }
    }
    plan.pending = rest;
    let in_tests = |place: Place| tests.iter().any(|test| holds(whole(test), place));
    let (rule_files, of_plan): (Vec<_>, Vec<_>) = rule_files.into_iter().partition(|file| in_tests(file.place));
    let chosen = rule::used(&mut plan, &mut sources, of_plan, &[], &languages);
    let is_own = |used: &&Used| used.compiled.sources.is_empty();
    let mut own: BTreeSet<String> = chosen.used.iter().filter(is_own).flat_map(|used| used.compiled.codes()).collect();
    if own.is_empty() {
        own = chosen.used.iter().flat_map(|used| used.compiled.codes()).collect();
    }
    let findings = findings.into_iter().chain(chosen.findings).collect();
    let name = plan.head.name.clone();
    let subject = Subject { name, language, sources, findings: Vec::new(), base: chosen.used, own, tests: Vec::new() };
    with_tests(subject, tests, findings, rule_files)
}

fn whole(test: &Test) -> Place {
    Place::new(test.place.file, test.tree.span)
}

/// Whether a place lies within another.
pub(super) fn holds(whole: Place, place: Place) -> bool {
    whole.file == place.file && whole.span.start <= place.span.start && place.span.end <= whole.span.end
}

/// Prepares the tests; findings in the text of one are its own.
fn with_tests(mut subject: Subject, tests: Vec<Test>, findings: Vec<Diagnostic>, files: Vec<RuleFile>) -> Subject {
    let mut findings: Vec<Diagnostic> =
        findings.into_iter().filter(|finding| finding.severity() == Severity::Error).collect();
    let mut files = files;
    for test in tests {
        let whole = whole(&test);
        let (in_test, rest) = findings.into_iter().partition(|finding| holds(whole, finding.place()));
        findings = rest;
        let (own_files, rest) = files.into_iter().partition(|file| holds(whole, file.place));
        files = rest;
        let prepared = prepare(&mut subject, test, in_test, own_files);
        subject.tests.push(prepared);
    }
    subject.findings = findings;
    subject
}

fn prepare(subject: &mut Subject, test: Test, mut found: Vec<Diagnostic>, files: Vec<RuleFile>) -> Prepared {
    let Test { tree: RuleTest { title, clauses, .. }, language, place } = test;
    let file = place.file;
    let title = Text::value(subject.sources.file(file).slice(title.span));
    let mut parts = Parts::default();
    for clause in clauses {
        parts.add(&subject.sources, file, clause, &mut found);
    }
    let Parts { items, named, expected, nothing } = parts;
    match (nothing, expected.first()) {
        (None, None) => found.push(Diagnostic::new(&codes::TEST_WITHOUT_EXPECT, place)),
        (Some(span), Some(_)) => found.push(Diagnostic::new(&codes::TEST_EXPECTS_BOTH, Place::new(file, span))),
        _ => {}
    }
    let tree = ast::File { language, items, broken: Vec::new() };
    let (mut plan, in_plan) = model::build(&subject.sources, vec![(file, tree)], Vec::new());
    if plan.head.place == Place::default() {
        plan.head.place = place;
        plan.head.language = language;
    }
    found.extend(in_plan.into_iter().filter(|it| it.severity() == Severity::Error && it.code().family() < 2));
    let used = packs(subject, &mut plan, files, (file, language), &mut found);
    let ready = Ready { ground: Ground::of(&plan), plan, used, items: named };
    for it in &expected {
        mistaken(subject, &ready, it, &mut found);
    }
    let made = if found.is_empty() { Ok(ready) } else { Err(crate::diagnostic::in_order(rule::advised(found))) };
    Prepared { title, place, expected, made }
}

/// What stands in a test.
#[derive(Default)]
struct Parts {
    items: Vec<Item>,
    named: Vec<(String, Place)>,
    expected: Vec<Expectation>,
    nothing: Option<Span>,
}

impl Parts {
    fn add(&mut self, sources: &SourceSet, file: FileId, clause: TestClause, found: &mut Vec<Diagnostic>) {
        let text = |span: Span| sources.file(file).slice(span).to_owned();
        match clause {
            TestClause::Item(item) => {
                let whole = Place::new(file, item.span());
                match &*item {
                    Item::Include(_) => found.push(Diagnostic::new(&codes::TEST_INCLUDE, whole)),
                    Item::Plan(plan) => self.named.push((text(plan.name.span), whole)),
                    Item::Table(table) => self.named.extend(table.name.map(|name| (text(name.span), whole))),
                    _ => {}
                }
                self.items.push(*item);
            }
            TestClause::UseRules(rules) => self.items.push(Item::UseRules(rules)),
            TestClause::ExpectNothing(span) => self.nothing = Some(span),
            TestClause::Expect { code, on, span } => self.expected.push(Expectation {
                code: text(code.span),
                on: on.map(|name| text(name.span)),
                place: Place::new(file, span),
            }),
        }
    }
}

/// The packs of a test: those of its file, with the parameters that it sets, and those that it names besides.
fn packs(
    subject: &mut Subject,
    plan: &mut Plan,
    files: Vec<RuleFile>,
    written: (FileId, Language),
    found: &mut Vec<Diagnostic>,
) -> Vec<Used> {
    let mut used = subject.base.clone();
    let mut others = Vec::new();
    for pending in std::mem::take(&mut plan.pending) {
        let known = match &pending {
            Pending::UseRules(rules, _) if !rules.is_path => {
                let name = subject.sources.slice(Place::new(written.0, rules.pack));
                used.iter_mut().find(|used| used.compiled.pack.name == name).map(|used| (used, rules))
            }
            _ => None,
        };
        match known {
            Some((used, rules)) => {
                let (mut values, wrong) = rule::set(&subject.sources, &used.compiled.pack, rules, written);
                found.extend(wrong);
                values.append(&mut used.values);
                used.values = values;
            }
            None => others.push(pending),
        }
    }
    plan.pending = others;
    let chosen = rule::used(plan, &mut subject.sources, files, &[], &[written]);
    found.extend(chosen.findings.into_iter().filter(|it| it.severity() == Severity::Error));
    let known: Vec<String> = used.iter().map(|used| used.compiled.pack.name.clone()).collect();
    used.extend(chosen.used.into_iter().filter(|other| !known.contains(&other.compiled.pack.name)));
    used
}

/// What is wrong with an expectation: a code that no rule has, or a name that the test does not have.
fn mistaken(subject: &Subject, ready: &Ready, expected: &Expectation, found: &mut Vec<Diagnostic>) {
    let Expectation { code, on, place } = expected;
    let codes: BTreeSet<String> = ready.used.iter().flat_map(|used| used.compiled.codes()).collect();
    if !codes.contains(code) {
        let broken = ready.used.iter().any(|used| !used.compiled.pack.broken.is_empty());
        let finding = Diagnostic::new(&codes::TEST_CODE_UNKNOWN, *place).with("code", code.as_str());
        let own = Value::List(subject.own.iter().map(|code| Value::from(code.as_str())).collect());
        found.push(finding.help(match near(code, codes.iter().map(String::as_str)) {
            Some(near) => Message::new("test-code-unknown-near").with("near", near),
            None if Code::parse(code).is_some() => Message::new("test-code-unknown-own"),
            None if broken => Message::new("test-code-unknown-broken"),
            None => Message::new("test-code-unknown-known").with("known", own),
        }));
    }
    let Some(name) = on else { return };
    let names = names(ready);
    if !names.contains(name.as_str()) {
        let finding = Diagnostic::new(&codes::TEST_NAME_UNKNOWN, *place).with("name", name.as_str());
        found.push(match near(name, names.iter().copied()) {
            Some(near) => finding.help(Message::new("test-name-unknown-near").with("near", near)),
            None => finding.help(Message::new("test-name-unknown-help")),
        });
    }
}

fn near<'n>(written: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = known.map(|known| (strsim::osa_distance(known, written), known));
    near.filter(|(distance, known)| *distance <= 2.min(known.len() / 2)).min().map(|(_, known)| known)
}

/// Every thing of a plan that has a name.
pub(super) fn entities(plan: &Plan) -> impl Iterator<Item = Entity> {
    let sources = (0..).zip(&plan.sources).map(|(id, _)| Entity::Source(model::SourceId(id)));
    let reserves = (0..).zip(&plan.reserves).map(|(id, _)| Entity::Reserve(model::ReserveId(id)));
    let goals = (0..).zip(&plan.goals).map(|(id, _)| Entity::Goal(model::GoalId(id)));
    let themes = (0..).zip(&plan.themes).map(|(id, _)| Entity::Theme(model::ThemeId(id)));
    let decisions = (0..).zip(&plan.decisions).map(|(id, _)| Entity::Decision(model::DecisionId(id)));
    let documents = (0..).zip(&plan.documents).map(|(id, _)| Entity::Document(model::DocumentId(id)));
    sources.chain(reserves).chain(goals).chain(themes).chain(decisions).chain(documents)
}

fn names(ready: &Ready) -> BTreeSet<&str> {
    let items = ready.items.iter().map(|(name, _)| name.as_str());
    entities(&ready.plan).map(|entity| ready.plan.name(entity)).chain(items).collect()
}

impl Ready {
    /// Where the thing of that name stands, all of it.
    pub(super) fn whole(&self, name: &str) -> Option<Place> {
        let entity = entities(&self.plan).find(|entity| self.plan.name(*entity) == name);
        let item = || self.items.iter().find(|(known, _)| known == name).map(|(_, place)| *place);
        entity.and_then(|entity| self.plan.label(entity)).map(|label| label.whole).or_else(item)
    }

    pub(super) fn notation(&self) -> (Currency, YearStyle) {
        let currency = Currency::from_code(&self.plan.head.currency.code).unwrap_or(Currency::EUR);
        (currency, self.plan.head.style)
    }
}

/// The pack of a test that has a rule.
pub(super) fn pack_of<'u>(used: &'u [Used], code: &str) -> Option<(&'u Used, &'u Rule)> {
    let all = used.iter().flat_map(|used| used.compiled.pack.rules.iter().map(move |rule| (used, rule)));
    all.into_iter().find(|(_, rule)| rule.notice.code.to_string() == code)
}

/// The same pack with one rule alone.
pub(super) fn with_rule(pack: &Pack, rule: &Rule) -> Arc<Compiled> {
    let pack = Pack {
        name: pack.name.clone(),
        parameters: pack.parameters.clone(),
        rules: vec![rule.clone()],
        ..Pack::default()
    };
    // Its places are those of the file that is tested, whose texts the tests have.
    Arc::new(Compiled { pack, sources: SourceSet::default(), findings: Vec::new() })
}
