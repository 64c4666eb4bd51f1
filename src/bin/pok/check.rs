//! `pok check`: reads plans, checks them, shows what was found.

use super::add_allow::add;
use super::args::{CheckArgs, Deny, Format};
use super::files::{Disk, Target, targets};
use super::output::{Failure, complain, language, print, screen};
use super::packs::packs;
use pok::evaluate_with;
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::kind::FileKind;
use pok::kind::kind_of;
use pok::load::{Loaded, load};
use pok::report::json::Input;
use pok::report::summary::Tally;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, json, short, text};
use pok::rule::{Compiled, shipped};
use pok::syntax::ast::Language;
use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What became of one file.
enum Outcome {
    /// Checked.
    Done(Evaluation),
    /// It has no plan, so what becomes of it hangs on the other files.
    Fragment(Loaded),
}

struct Checkup {
    outcome: Outcome,
    /// Keys of the files that took part, its own first.
    keys: Vec<String>,
    inputs: Vec<Input>,
}

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> ExitCode {
    match check(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn check(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let (packs, read) = packs(&args.rules, args.format == Format::Json)?;
    let filtered = !args.select.is_empty() || !args.ignore.is_empty();
    let filter = Filter::new(&args.select, &args.ignore, &if filtered { all_codes(&packs) } else { Vec::new() })
        .map_err(|unknown| {
            let hint = unknown.similar.map_or_else(String::new, |similar| format!("; did you mean {similar}?"));
            Failure(format!("no finding has the code {:?}{hint} (pok explain --list shows all)", unknown.written))
        })?;
    let asked = language(&args.show)?;
    let session = Session { packs, today: args.today, acceptable: args.add_allow, ..Session::default() };
    let Evaluated { evaluations, mut inputs, failures } = evaluated(&args.paths, args.format == Format::Json, &session);
    if args.add_allow {
        return add_allow(args, &evaluations, failures, (&filter, &session));
    }
    inputs.extend(read);
    let book = Phrasebook::default();
    let plans: Vec<Checked<'_>> = evaluations
        .iter()
        .map(|evaluation| {
            let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
            let words = book.words(asked.unwrap_or(evaluation.language));
            Checked { evaluation, renderer: Renderer::new(words, notation), filter: &filter }
        })
        .collect();
    let unread = failures.iter().map(|_| Verdict::Undetermined);
    let verdict = Verdict::of_all(evaluations.iter().map(|evaluation| evaluation.verdict).chain(unread));
    let reader = asked.or_else(|| evaluations.first().map(|first| first.language)).unwrap_or(Language::English);
    print(&match args.format {
        Format::Text if plans.is_empty() => String::new(),
        Format::Text => {
            let summary = Renderer::new(book.words(reader), Notation::default());
            text::report(&plans, summary, Screen { all: args.all, ..screen(&args.show) })
        }
        Format::Short => short::report(&plans),
        Format::Json => json::report(&plans, verdict, &inputs),
    })?;
    failures.iter().for_each(complain);
    Ok(if failures.is_empty() { exit_code(args, &Tally::of(&plans), verdict) } else { ExitCode::from(2) })
}

/// What became of all files.
pub(crate) struct Evaluated {
    /// Of every plan, and of fragments that no other file speaks for, by path.
    pub(crate) evaluations: Vec<Evaluation>,
    /// All files that took part, where fingerprints are asked for.
    pub(crate) inputs: Vec<Input>,
    /// What could not be read.
    pub(crate) failures: Vec<Failure>,
}

/// Checks everything that the paths stand for; where asked, with who pays what.
pub(crate) fn evaluated(paths: &[PathBuf], fingerprints: bool, session: &Session) -> Evaluated {
    let (targets, mut failures) = targets(paths);
    let mut checkups = Vec::new();
    for result in in_parallel(&targets, |target| checkup(target, fingerprints, session)) {
        match result {
            Ok(checkup) => checkups.push(checkup),
            Err(failure) => failures.push(failure),
        }
    }
    let mut seen = BTreeSet::new();
    checkups.retain(|checkup: &Checkup| checkup.keys.first().is_none_or(|key| seen.insert(key.clone())));
    let (evaluations, inputs) = finish(checkups, session);
    Evaluated { evaluations, inputs, failures }
}

/// Writes into every plan what accepts its findings.
fn add_allow(
    args: &CheckArgs,
    evaluations: &[Evaluation],
    mut failures: Vec<Failure>,
    (filter, session): (&Filter, &Session),
) -> Result<ExitCode, Failure> {
    let (book, asked) = (Phrasebook::default(), language(&args.show)?);
    let mut errors = false;
    for evaluation in evaluations.iter().filter(|evaluation| evaluation.kind == FileKind::Plan) {
        let words = book.words(asked.unwrap_or(evaluation.language));
        match add(evaluation, filter, session, Renderer::new(words, Notation::default())) {
            Ok(added) => {
                print(&added.lines)?;
                errors |= added.errors;
            }
            Err(failure) => failures.push(failure),
        }
    }
    failures.iter().for_each(complain);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(errors && !args.exit_zero) } else { 2 }))
}

/// The codes of the rules that may take part: those of the packs that ship, which plans may use, and of the run.
fn all_codes(packs: &[Arc<Compiled>]) -> Vec<String> {
    let shipped = shipped::names().filter_map(shipped::pack);
    shipped.chain(packs.iter().cloned()).flat_map(|pack| pack.codes().collect::<Vec<_>>()).collect()
}

fn exit_code(args: &CheckArgs, tally: &Tally, verdict: Verdict) -> ExitCode {
    let denied = args.deny == Some(Deny::Warnings) && tally.warnings > 0;
    let undecided = args.strict && verdict == Verdict::Undetermined;
    ExitCode::from(u8::from(!args.exit_zero && (tally.errors > 0 || denied || undecided)))
}

fn checkup(target: &Target, fingerprints: bool, session: &Session) -> Result<Checkup, Failure> {
    let (mut disk, input) = Disk::open(target, fingerprints)?;
    let loaded = load(input, &mut disk);
    let keys = loaded.keys.clone();
    let outcome = match kind_of(&loaded) {
        FileKind::Fragment => Outcome::Fragment(loaded),
        FileKind::Plan | FileKind::Rules => Outcome::Done(evaluate_with(loaded, session)),
    };
    Ok(Checkup { outcome, keys, inputs: disk.into_inputs() })
}

/// Checks fragments that no other file speaks for, and gives all results in order, with all files that took part.
fn finish(checkups: Vec<Checkup>, session: &Session) -> (Vec<Evaluation>, Vec<Input>) {
    let spoken_for: BTreeSet<String> = checkups
        .iter()
        .enumerate()
        .flat_map(|(index, checkup)| {
            let is_fragment = matches!(checkup.outcome, Outcome::Fragment(_));
            let earlier = &checkups;
            checkup.keys.iter().skip(1).filter(move |key| {
                // Of fragments that include each other the first speaks for the others.
                let own = checkup.keys.first();
                let includes_back =
                    |other: &Checkup| other.keys.first() == Some(key) && other.keys.iter().any(|k| Some(k) == own);
                !is_fragment || !earlier.iter().take(index).any(includes_back)
            })
        })
        .cloned()
        .collect();
    let mut inputs = BTreeSet::new();
    let mut evaluations = Vec::new();
    for checkup in checkups {
        inputs.extend(checkup.inputs);
        match checkup.outcome {
            Outcome::Done(evaluation) => evaluations.push(evaluation),
            Outcome::Fragment(_) if checkup.keys.first().is_some_and(|key| spoken_for.contains(key)) => {}
            Outcome::Fragment(loaded) => evaluations.push(evaluate_with(loaded, session)),
        }
    }
    (evaluations, inputs.into_iter().collect())
}

/// Does the same for each, on as many processors as there are; results in the order of what came in.
pub(crate) fn in_parallel<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if all.len() < 2 {
        return all.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let one = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = all.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(all.len());
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        let joined = workers.into_iter().map(thread::ScopedJoinHandle::join);
        joined.flat_map(|done| done.unwrap_or_else(|cause| std::panic::resume_unwind(cause))).collect()
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
