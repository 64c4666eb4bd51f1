//! `pok check --fix`: writes the fixes of findings into the files that were named, or shows what they would change.

use super::args::FixArgs;
use super::difference;
use super::files::{Disk, Target};
use super::output::{Failure, complain, print, say};
use super::packs::Sessions;
use super::project::{ProjectId, Projects};
use super::write::replace;
use pok::diagnostic::Diagnostic;
use pok::evaluate_with;
use pok::fix::{Mended, Texts, Unit, Wish, mend};
use pok::kind::FileKind;
use pok::load::{Input, Located, Refusal, Resolver, load};
use pok::report::fixes::{done, hint};
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
use pok::syntax::BYTE_ORDER_MARK;
use pok::syntax::ast::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the fixes come to.
pub(crate) struct Fixed {
    /// What was found and mended.
    pub(crate) mended: Mended,
    /// What the fixes change, as a unified diff.
    pub(crate) difference: String,
    /// The text of standard input, where that is checked, with its fixes.
    pub(crate) stdin: Option<Vec<u8>>,
    /// Files that could not be changed, and why; with `--diff` those that could not be read.
    pub(crate) failures: Vec<Failure>,
}

/// A file as it was.
struct Original {
    name: String,
    bytes: Vec<u8>,
}

/// The files that were named, by key.
type Originals = BTreeMap<String, Original>;

/// A file that is checked, kept open for every round.
struct Opened {
    disk: Disk,
    key: String,
    project: Option<ProjectId>,
}

/// Its disk, with the texts that are changed.
struct Changed<'a> {
    disk: &'a mut Disk,
    texts: &'a Texts,
    old: &'a Originals,
}

impl Resolver for Changed<'_> {
    fn locate(&mut self, from: &Located, path: &str) -> Result<Located, Refusal> {
        self.disk.locate(from, path)
    }

    fn read(&mut self, file: &Located, limit: usize) -> Result<Vec<u8>, Refusal> {
        let Some(bytes) = self.old.get(&file.key).map(|old| now(old, self.texts.get(&file.key))) else {
            return self.disk.read(file, limit);
        };
        if bytes.len() <= limit { Ok(bytes) } else { Err(Refusal::TooLarge) }
    }
}

/// Works out the fixes of everything that is to be checked, and writes them unless they are only to be shown. What standard
/// input holds then takes its place among the targets.
pub(crate) fn fix(
    args: &FixArgs,
    targets: &mut [Target],
    projects: &Projects,
    sessions: &Sessions,
    filter: &Filter,
) -> Fixed {
    let (opened, old, unopened) = open(targets, projects);
    let first = opened.into_iter().filter_map(|mut one| {
        let unit = checked(&mut one, &Texts::new(), &old, sessions)?;
        Some((one, unit))
    });
    let (mut opened, units): (Vec<Opened>, Vec<Unit>) = without_spoken_for(first.collect()).into_iter().unzip();
    let filters: Vec<Filter> = opened.iter().map(|one| own_filter(filter, one.project, projects)).collect();
    let shows =
        |unit: usize, finding: &Diagnostic| filters.get(unit).is_some_and(|filter| filter.shows(finding.code()));
    // Bytes that are no text would be lost.
    let writable = |key: &str| old.get(key).is_some_and(|old| std::str::from_utf8(&old.bytes).is_ok());
    let wish = Wish { unsafe_too: args.unsafe_fixes, shows: &shows, writable: &writable };
    let mut check = |index: usize, texts: &Texts| checked(opened.get_mut(index)?, texts, &old, sessions);
    let mended = mend(units, &wish, &mut check);
    let mut fixed = Fixed { mended, difference: String::new(), stdin: None, failures: Vec::new() };
    for target in targets.iter_mut().filter(|target| **target == Target::Stdin) {
        let bytes = old.get("-").map(|old| now(old, fixed.mended.texts.get("-"))).unwrap_or_default();
        fixed.stdin = Some(bytes.clone());
        *target = Target::Given(bytes);
    }
    if args.diff {
        fixed.difference = difference(&fixed.mended.texts, &old);
        fixed.failures = unopened;
    } else {
        fixed.write(&old);
    }
    fixed
}

/// What is said of fixes after what was found: what they did, or to who reads a text, what they could do.
pub(crate) fn said_of_fixes(
    fixed: Option<&Fixed>,
    plans: &[Checked<'_>],
    reader: Renderer<'_>,
    is_text: bool,
) -> String {
    match fixed {
        Some(fixed) => done(&fixed.mended, true, reader),
        None if is_text => hint(plans, reader),
        None => String::new(),
    }
}

/// Shows what fixes would change; the exit code is 1 where that is anything.
pub(crate) fn show_difference(fixed: &Fixed, asked: Option<Language>, failures: &[Failure]) -> Result<u8, Failure> {
    let book = Phrasebook::default();
    let of_plan = fixed.mended.units.first().map(|unit| unit.evaluation.language);
    let reader = Renderer::new(book.words(asked.or(of_plan).unwrap_or_default()), Notation::default());
    print(&fixed.difference)?;
    say(&done(&fixed.mended, false, reader));
    let failures: Vec<&Failure> = failures.iter().chain(&fixed.failures).collect();
    for failure in &failures {
        complain(failure);
    }
    Ok(if failures.is_empty() { u8::from(!fixed.difference.is_empty()) } else { 2 })
}

/// Opens what can be read, and tells what cannot.
fn open(targets: &[Target], projects: &Projects) -> (Vec<Opened>, Originals, Vec<Failure>) {
    let (mut opened, mut old, mut failures) = (Vec::new(), Originals::new(), Vec::new());
    for target in targets {
        match Disk::open(target, false) {
            Ok((disk, Input { name, key, bytes })) if !old.contains_key(&key) => {
                opened.push(Opened { disk, key: key.clone(), project: projects.of(target) });
                old.insert(key, Original { name, bytes });
            }
            Ok(_) => {}
            Err(failure) => failures.push(failure),
        }
    }
    (opened, old, failures)
}

/// What comes out for a file with the texts that are changed.
fn checked(one: &mut Opened, texts: &Texts, old: &Originals, sessions: &Sessions) -> Option<Unit> {
    let original = old.get(&one.key)?;
    let bytes = now(original, texts.get(&one.key));
    let input = Input { name: original.name.clone(), key: one.key.clone(), bytes };
    let loaded = load(input, &mut Changed { disk: &mut one.disk, texts, old });
    let keys = loaded.keys.clone();
    Some(Unit { evaluation: evaluate_with(loaded, sessions.of(one.project)), keys })
}

/// Leaves out parts of plans that one of the plans includes: it speaks for them.
fn without_spoken_for(all: Vec<(Opened, Unit)>) -> Vec<(Opened, Unit)> {
    let is_part = |unit: &Unit| unit.evaluation.kind == FileKind::Fragment;
    let wholes = all.iter().filter(|(_, unit)| !is_part(unit));
    let included: BTreeSet<String> = wholes.flat_map(|(_, unit)| unit.keys.iter().skip(1).cloned()).collect();
    all.into_iter().filter(|(one, unit)| !is_part(unit) || !included.contains(&one.key)).collect()
}

fn own_filter(filter: &Filter, project: Option<ProjectId>, projects: &Projects) -> Filter {
    projects.settings(project).map_or_else(|| filter.clone(), |settings| filter.with_levels(&settings.levels))
}

/// The bytes of a file with its text as it is now, or as it was.
fn now(old: &Original, text: Option<&String>) -> Vec<u8> {
    let Some(text) = text else { return old.bytes.clone() };
    let mark = if old.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    [mark, text.as_bytes()].concat()
}

impl Fixed {
    /// Writes every text into its file. What could not be written is not mended.
    fn write(&mut self, old: &Originals) {
        for (key, text) in self.mended.texts.iter().filter(|(key, _)| *key != "-") {
            let Some(original) = old.get(key) else { continue };
            if let Err(error) = replace(Path::new(key), &original.bytes, &now(original, Some(text))) {
                self.failures.push(Failure::new("failure-file").file(Path::new(&original.name)).cause(&error));
                self.mended.mended.remove(key);
            }
        }
    }
}

/// What changes, as a unified diff; a text may hold anything, so it is made safe to show.
fn difference(texts: &Texts, old: &Originals) -> String {
    let mut by_name: BTreeMap<&str, (&Original, &String)> = BTreeMap::new();
    for (key, text) in texts {
        if let Some(original) = old.get(key) {
            by_name.insert(&original.name, (original, text));
        }
    }
    let mut out = String::new();
    for (name, (original, text)) in by_name {
        let bytes = original.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&original.bytes);
        let before = String::from_utf8_lossy(bytes);
        out.push_str(&difference::difference((name, name), &before, text));
    }
    out
}
