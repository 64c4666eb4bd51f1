//! What comes out for the files of a run, each on its own and then together.

use super::files::{Disk, Found, Target};
use super::output::Failure;
use super::packs::Sessions;
use super::progress::Progress;
use super::project::{ProjectId, Projects};
use super::readers::Judged;
use pok::evaluate_with;
use pok::evaluation::Evaluation;
use pok::kind::{FileKind, kind_of};
use pok::load::{Loaded, load};
use pok::report::json::Input;
use std::collections::BTreeSet;
use std::num::NonZero;
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
    project: Option<ProjectId>,
}

/// What became of all files.
pub(crate) struct Evaluated {
    /// Of every plan, and of fragments that no other file speaks for, by path.
    pub(crate) judged: Vec<Judged>,
    /// All files that took part, where fingerprints are asked for.
    pub(crate) inputs: Vec<Input>,
    /// What could not be read.
    pub(crate) failures: Vec<Failure>,
}

/// Checks everything that was found, as its project wishes; where asked, with who pays what.
pub(crate) fn evaluated(found: &Found, projects: &Projects, sessions: &Sessions, fingerprints: bool) -> Evaluated {
    let (mut checkups, mut failures) = (Vec::new(), Vec::new());
    let progress = Progress::new(found.targets.len());
    let one = |target: &Target| {
        let result = checkup(target, projects, fingerprints, sessions);
        progress.step();
        result
    };
    for result in in_parallel(&found.targets, one) {
        match result {
            Ok(checkup) => checkups.push(checkup),
            Err(failure) => failures.push(failure),
        }
    }
    let mut seen = BTreeSet::new();
    checkups.retain(|checkup: &Checkup| checkup.keys.first().is_none_or(|key| seen.insert(key.clone())));
    let (mut judged, mut inputs) = finish(checkups, sessions);
    for Judged { evaluation, project } in &mut judged {
        if let Some(settings) = projects.settings(*project) {
            settings.levels.apply(&mut evaluation.findings);
            evaluation.outcomes.iter_mut().for_each(|outcome| settings.levels.apply(&mut outcome.findings));
        }
    }
    if fingerprints {
        inputs.extend(projects.inputs());
        inputs.extend(sessions.inputs().iter().cloned());
    }
    Evaluated { judged, inputs: inputs.into_iter().collect(), failures }
}

fn checkup(target: &Target, projects: &Projects, fingerprints: bool, sessions: &Sessions) -> Result<Checkup, Failure> {
    let project = projects.of(target);
    let (mut disk, input) = Disk::open(target, fingerprints)?;
    let loaded = load(input, &mut disk);
    let keys = loaded.keys.clone();
    let outcome = match kind_of(&loaded) {
        FileKind::Fragment => Outcome::Fragment(loaded),
        FileKind::Plan | FileKind::Rules | FileKind::Settings => {
            Outcome::Done(evaluate_with(loaded, sessions.of(project)))
        }
    };
    Ok(Checkup { outcome, keys, inputs: disk.into_inputs(), project })
}

/// Checks fragments that no other file speaks for, and gives all results in order, with all files that took part.
fn finish(checkups: Vec<Checkup>, sessions: &Sessions) -> (Vec<Judged>, BTreeSet<Input>) {
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
    let mut judged = Vec::new();
    for checkup in checkups {
        inputs.extend(checkup.inputs);
        let evaluation = match checkup.outcome {
            Outcome::Done(evaluation) => evaluation,
            Outcome::Fragment(_) if checkup.keys.first().is_some_and(|key| spoken_for.contains(key)) => continue,
            Outcome::Fragment(loaded) => evaluate_with(loaded, sessions.of(checkup.project)),
        };
        judged.push(Judged { evaluation, project: checkup.project });
    }
    (judged, inputs)
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
