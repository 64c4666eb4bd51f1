//! Every case of `tests/cases` and every example of the explanation pages: what triggers a code gives that code and
//! nothing graver, what is mended gives none. What people then read stands beside each case.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::{Settings, assert_snapshot};
use pok::diagnostic::{Code, Diagnostic, Severity};
use pok::evaluate;
use pok::evaluation::Evaluation;
use pok::load::{Input, Located, Refusal, Resolver};
use pok::report::explain::PAGES;
use pok::report::text::{Screen, report};
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use pok::settings::ProjectFile;
use pok::syntax::ast::Language;
use std::fs;
use std::path::{Component, Path, PathBuf};

const SCREEN: Screen = Screen { width: 100, colour: false, all: false, plain: false };

/// The files of one folder; what lies above it is outside.
struct Folder(PathBuf);

impl Resolver for Folder {
    fn locate(&mut self, _from: &Located, path: &str) -> Result<Located, Refusal> {
        if Path::new(path).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
            return Err(Refusal::Outside);
        }
        if !self.0.join(path).is_file() {
            return Err(Refusal::Missing { similar: None });
        }
        Ok(Located { name: path.to_owned(), key: path.to_owned() })
    }

    fn read(&mut self, file: &Located, _limit: usize) -> Result<Vec<u8>, Refusal> {
        fs::read(self.0.join(&file.key)).map_err(|_| Refusal::Unreadable)
    }
}

/// What comes out for a plan, or for a project file (`.toml`).
fn checked(folder: &Path, name: &str, bytes: Vec<u8>) -> Evaluation {
    if Path::new(name).extension().is_some_and(|end| end == "toml") {
        let ProjectFile { sources, settings, findings } = pok::settings::read(name, bytes);
        return pok::settings::evaluation(sources, &settings, findings, Vec::new());
    }
    evaluate(Input { name: name.to_owned(), key: name.to_owned(), bytes }, &mut Folder(folder.to_owned()))
}

/// What is wrong with the outcome of a plan that should give `code` once, or not at all; nothing graver than a note beside it,
/// but for what the plan accepts.
fn complaint(outcome: &Evaluation, code: &Code, wanted: bool) -> Option<String> {
    let is_code = |finding: &&Diagnostic| finding.code() == code;
    let found = outcome.findings.iter().filter(is_code).count();
    let is_open = |finding: &&Diagnostic| finding.severity() != Severity::Note && finding.accepted.is_none();
    let others = outcome.findings.iter().filter(is_open).filter(|finding| !is_code(finding));
    let others: Vec<String> = others.map(|finding| format!("{} {}", finding.code(), finding.message.name)).collect();
    let expected = usize::from(wanted);
    (found != expected || !others.is_empty()).then(|| format!("{code} {found} times for {expected}, beside {others:?}"))
}

/// Whether a file may be in this language: the one that its name or page says.
fn language_complaint(outcome: &Evaluation, language: Language) -> Option<String> {
    (outcome.language != language).then(|| "is not in its language".to_owned())
}

/// The folders of `tests/cases`, by name.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// The name of a case in its folder: a plan, or a project file where the code is about that.
fn case(folder: &Path, stem: &str) -> String {
    let plan = format!("{stem}.pok");
    if folder.join(&plan).exists() { plan } else { format!("{stem}.toml") }
}

#[test]
fn every_case_gives_its_code_and_its_clean_twin_does_not() {
    let mut complaints = Vec::new();
    for folder in folders() {
        let code = Code::parse(folder.file_name().unwrap().to_str().unwrap()).unwrap();
        for (twin, wanted) in [("triggers", true), ("clean", false)] {
            for (ending, language) in [("en", Language::English), ("nl", Language::Dutch)] {
                let name = case(&folder, &format!("{twin}.{ending}"));
                let outcome = checked(&folder, &name, fs::read(folder.join(&name)).unwrap());
                let wrong = complaint(&outcome, &code, wanted).or_else(|| language_complaint(&outcome, language));
                complaints.extend(wrong.map(|wrong| format!("{code}/{name}: {wrong}")));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_case_reads_as_it_should() {
    let book = Phrasebook::default();
    for folder in folders() {
        for stem in ["triggers.en", "triggers.nl"] {
            let name = &case(&folder, stem);
            let evaluation = checked(&folder, name, fs::read(folder.join(name)).unwrap());
            let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
            let renderer = Renderer::new(book.words(evaluation.language), notation);
            let filter = Filter::default();
            let text = report(&[Checked { evaluation: &evaluation, renderer, filter: &filter }], renderer, SCREEN);
            let mut settings = Settings::clone_current();
            settings.set_snapshot_path(&folder);
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| assert_snapshot!(name.as_str(), text));
        }
    }
}

/// The plan or project file under a heading of a page, by the name that such a file has, with the visible stand-in for a
/// control character replaced by it.
fn file_under(page: &str, heading: &str) -> (&'static str, Vec<u8>) {
    let section = page.split_once(&format!("\n## {heading}\n")).unwrap().1;
    let (name, fence) = if section.contains("```pok\n") { ("plan.pok", "```pok\n") } else { ("pok.toml", "```toml\n") };
    let text = section.split_once(fence).unwrap().1.split_once("```").unwrap().0;
    (name, text.replace(r"\u{7}", "\u{7}").into_bytes())
}

#[test]
fn every_page_shows_its_code_and_how_it_is_mended() {
    let nowhere = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let headings = [(Language::English, "Example", "Mended"), (Language::Dutch, "Voorbeeld", "Hersteld")];
    let mut complaints = Vec::new();
    for page in PAGES {
        let code = page.code().unwrap();
        for (language, example, mended) in headings {
            for (heading, wanted) in [(example, true), (mended, false)] {
                let (name, bytes) = file_under(page.markdown(language), heading);
                let outcome = checked(&nowhere, name, bytes);
                let wrong = complaint(&outcome, &code, wanted).or_else(|| language_complaint(&outcome, language));
                complaints.extend(wrong.map(|wrong| format!("{code}, {heading}: {wrong}")));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_page_has_its_cases() {
    let cases: Vec<String> =
        folders().iter().map(|folder| folder.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    let pages: Vec<String> = PAGES.iter().map(|page| page.code().unwrap().to_string()).collect();
    assert_eq!(cases, pages);
}
