//! A file and all that it includes -> texts and syntax trees; the texts come from outside through [`Resolver`].

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::{FileId, Place, SourceFile, SourceSet};
use crate::syntax::ast::{self, Item, PlanClause, Text};
use crate::syntax::{self, Options};
use iso_currency::Currency;

/// Most files that one plan may consist of.
const MOST_FILES: usize = 1_000;
/// Deepest chain of includes.
const DEEPEST: usize = 50;
/// Most bytes that the files of one plan may have together.
const MOST_BYTES: usize = syntax::LARGEST;

/// A file as it comes from outside.
#[derive(Debug)]
pub struct Input {
    /// The name to show: a path with forward slashes, or `-`.
    pub name: String,
    /// What tells it from every other file, however it was reached.
    pub key: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Where a path in an `include` leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The name to show.
    pub name: String,
    /// What tells it from every other file, however it was reached.
    pub key: String,
}

/// Why an included file cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such file.
    Missing {
        /// A file beside it whose name looks like it.
        similar: Option<String>,
    },
    /// It lies outside the project.
    Outside,
    /// It is a folder, or reading it failed.
    Unreadable,
    /// It is larger than what may still be read.
    TooLarge,
}

/// Finds and reads included files.
pub trait Resolver {
    /// Finds the file that `path`, written in the file of key `from`, means.
    fn locate(&mut self, from: &Located, path: &str) -> Result<Located, Refusal>;

    /// Reads a file that was located, at most `limit` bytes of it.
    fn read(&mut self, file: &Located, limit: usize) -> Result<Vec<u8>, Refusal>;
}

/// No files to include: every include is missing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Resolver for NoFiles {
    fn locate(&mut self, _from: &Located, _path: &str) -> Result<Located, Refusal> {
        Err(Refusal::Missing { similar: None })
    }

    fn read(&mut self, _file: &Located, _limit: usize) -> Result<Vec<u8>, Refusal> {
        Err(Refusal::Missing { similar: None })
    }
}

/// One file of a plan.
#[derive(Debug)]
pub struct LoadedFile {
    /// Its number among the sources.
    pub id: FileId,
    /// Its items.
    pub ast: ast::File,
}

/// A file with all that it includes.
#[derive(Debug)]
pub struct Loaded {
    /// The texts, the file itself first.
    pub sources: SourceSet,
    /// Their items, in the same order.
    pub files: Vec<LoadedFile>,
    /// What is wrong with the texts and the includes.
    pub findings: Vec<Diagnostic>,
    /// Includes whose file could not be had: what it declares is not known.
    pub failed: Vec<Place>,
    /// Keys of all files, the file itself first.
    pub keys: Vec<String>,
    /// The currency of the plan; the euro where it names none.
    pub currency: Currency,
    /// Rule files that `use rules` names, in the order of the text.
    pub rule_files: Vec<RuleFile>,
}

/// A rule file that a plan uses.
#[derive(Debug)]
pub struct RuleFile {
    /// Its path, with quotes, where the plan names it.
    pub place: Place,
    /// The file with all that it includes, or why it cannot be had.
    pub loaded: Result<Box<Loaded>, Refusal>,
}

/// Reads a file and all that it includes, each file once.
pub fn load(root: Input, resolver: &mut dyn Resolver) -> Loaded {
    let empty = Loaded {
        sources: SourceSet::default(),
        files: Vec::new(),
        findings: Vec::new(),
        failed: Vec::new(),
        keys: Vec::new(),
        currency: Currency::EUR,
        rule_files: Vec::new(),
    };
    let mut loader = Loader { resolver, loaded: empty, chain: Vec::new(), bytes: 0 };
    loader.add(Located { name: root.name, key: root.key }, root.bytes);
    loader.loaded
}

/// Reads the rule files that the plan uses, where it is one.
fn add_rule_files(resolver: &mut dyn Resolver, from: &Located, places: Vec<(Place, String)>) -> Vec<RuleFile> {
    let mut files = Vec::new();
    for (place, path) in places {
        let read = resolver.locate(from, &path).and_then(|located| {
            let bytes = resolver.read(&located, MOST_BYTES)?;
            Ok(Box::new(load(Input { name: located.name, key: located.key, bytes }, resolver)))
        });
        files.push(RuleFile { place, loaded: read });
    }
    files
}

struct Loader<'a> {
    resolver: &'a mut dyn Resolver,
    loaded: Loaded,
    /// The files that are being read, each included by the one before it.
    chain: Vec<Located>,
    /// Bytes of all files so far.
    bytes: usize,
}

impl Loader<'_> {
    /// Reads a file, and then what it includes, in the order of the text.
    fn add(&mut self, file: Located, bytes: Vec<u8>) {
        self.bytes = self.bytes.saturating_add(bytes.len());
        let is_root = self.loaded.files.is_empty();
        let id = FileId(u16::try_from(self.loaded.files.len()).unwrap_or(u16::MAX));
        let (source, mut findings) = syntax::decode(id, &file.name, bytes);
        // A file's own currency decides how its amounts are read; the plan's decides for what it includes.
        let minor_digits = self.loaded.currency.exponent().and_then(|digits| u8::try_from(digits).ok());
        let options = Options { minor_digits: if is_root { None } else { minor_digits }, ..Options::default() };
        let (ast, mut in_text) = syntax::parse(id, source.text(), options);
        if is_root {
            self.loaded.currency = currency(&ast, &source).unwrap_or(Currency::EUR);
        }
        findings.append(&mut in_text);
        let includes = includes(id, &ast, &source);
        let rule_files = rule_files(id, &ast, &source);
        self.loaded.findings.append(&mut findings);
        self.loaded.sources.add(source);
        self.loaded.files.push(LoadedFile { id, ast });
        self.loaded.keys.push(file.key.clone());
        self.loaded.rule_files.extend(add_rule_files(self.resolver, &file, rule_files));
        self.chain.push(file);
        for (place, path) in includes {
            self.include(place, &path);
        }
        self.chain.pop();
    }

    fn include(&mut self, place: Place, path: &str) {
        let Some(from) = self.chain.last() else { return };
        let located = match self.resolver.locate(from, path) {
            Ok(located) => located,
            Err(refusal) => return self.refuse(place, path, refusal),
        };
        if let Some(start) = self.chain.iter().position(|file| file.key == located.key) {
            let names = self.chain.iter().skip(start).chain([&located]).map(|file| file.name.as_str());
            let chain = names.collect::<Vec<_>>().join(" → ");
            let finding = Diagnostic::new(&codes::INCLUDE_CYCLE, place).with("chain", chain);
            self.loaded.findings.push(finding.with("path", path).help(Message::new("include-cycle-help")));
            return;
        }
        if self.loaded.keys.contains(&located.key) {
            return;
        }
        if self.loaded.files.len() >= MOST_FILES || self.chain.len() >= DEEPEST {
            let finding = Diagnostic::new(&codes::INCLUDE_LIMIT, place).with("path", path);
            self.fail(place, finding.with("files", MOST_FILES).with("depth", DEEPEST));
            return;
        }
        match self.resolver.read(&located, MOST_BYTES.saturating_sub(self.bytes)) {
            Ok(bytes) => self.add(located, bytes),
            Err(refusal) => self.refuse(place, path, refusal),
        }
    }

    fn refuse(&mut self, place: Place, path: &str, refusal: Refusal) {
        let finding = |kind| Diagnostic::new(kind, place).with("path", path);
        let finding = match refusal {
            Refusal::Missing { similar: Some(similar) } => finding(&codes::INCLUDE_MISSING)
                .help(Message::new("include-missing-help-similar").with("similar", similar)),
            Refusal::Missing { similar: None } => {
                finding(&codes::INCLUDE_MISSING).help(Message::new("include-missing-help"))
            }
            Refusal::Outside => finding(&codes::INCLUDE_OUTSIDE).help(Message::new("include-outside-help")),
            Refusal::Unreadable => finding(&codes::INCLUDE_UNREADABLE),
            Refusal::TooLarge => finding(&codes::INCLUDE_TOO_LARGE).with("limit", MOST_BYTES >> 20),
        };
        self.fail(place, finding);
    }

    fn fail(&mut self, place: Place, finding: Diagnostic) {
        self.loaded.findings.push(finding);
        self.loaded.failed.push(place);
    }
}

/// The includes of a file: where each stands and the path that it names.
fn includes(id: FileId, file: &ast::File, source: &SourceFile) -> Vec<(Place, String)> {
    let paths = file.items.iter().filter_map(|item| match item {
        Item::Include(include) => Some(include.path.span),
        _ => None,
    });
    paths.map(|span| (Place::new(id, span), Text::value(source.slice(span)))).collect()
}

/// The rule files that a file uses: where each path stands, and the path. A rule file itself uses none.
fn rule_files(id: FileId, file: &ast::File, source: &SourceFile) -> Vec<(Place, String)> {
    if file.items.iter().any(|item| matches!(item, Item::Pack(_))) {
        return Vec::new();
    }
    let paths = file.items.iter().filter_map(|item| match item {
        Item::UseRules(rules) if rules.is_path => Some(rules.pack),
        _ => None,
    });
    paths.map(|span| (Place::new(id, span), Text::value(source.slice(span)))).collect()
}

/// The currency that the plan names, where it is one.
fn currency(file: &ast::File, source: &SourceFile) -> Option<Currency> {
    let plan = file.items.iter().find_map(|item| match item {
        Item::Plan(plan) => Some(plan),
        _ => None,
    })?;
    plan.clauses.iter().find_map(|clause| match &clause.kind {
        PlanClause::Currency(name) => Currency::from_code(&source.slice(name.span).to_uppercase()),
        _ => None,
    })
}
