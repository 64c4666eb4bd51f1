//! `pok check`: reads plans, checks them, shows what was found.

use super::add_allow::add;
use super::args::{CheckArgs, Deny, Format};
use super::files::{Disk, Found, Named, Target, targets};
use super::output::{Failure, complain, language, print, say, screen};
use super::packs::Sessions;
use super::project::{ProjectId, Projects};
use super::readers::{Judged, Readers};
use pok::diagnostic::{Message, Value};
use pok::evaluate_with;
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::kind::FileKind;
use pok::kind::kind_of;
use pok::load::{Loaded, load};
use pok::report::json::{Excluded, Input};
use pok::report::summary::Tally;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Renderer, json, short, text};
use pok::settings::{RuleCodes, Settings};
use std::collections::BTreeSet;
use std::num::NonZero;
use std::process::ExitCode;
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
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let found = targets(&args.paths, &mut projects, Named::LeftOut);
    let base = Session { today: args.today, acceptable: args.add_allow, ..Session::default() };
    let sessions = Sessions::new(base, &args.rules, &mut projects, args.format == Format::Json)?;
    let filter = filter(args, &sessions)?;
    let Evaluated { judged, inputs, failures } = evaluated(&found, &projects, &sessions, args.format == Format::Json);
    let failures: Vec<Failure> = found.failures.into_iter().chain(failures).collect();
    if args.add_allow {
        return add_allow(args, &judged, failures, (filter, &sessions, &projects));
    }
    let judged = with_settings(judged, &mut projects, &sessions);
    let readers = Readers::new(asked, filter, &projects);
    let plans: Vec<Checked<'_>> = judged.iter().map(|judged| readers.checked(judged)).collect();
    let reader = readers.of_run(&plans);
    let unread = failures.iter().map(|_| Verdict::Undetermined);
    let verdict = Verdict::of_all(judged.iter().map(|judged| judged.evaluation.verdict).chain(unread));
    let left_out = left_out(&found.left_out, reader);
    print(&match args.format {
        Format::Text if plans.is_empty() => left_out.clone(),
        Format::Text => text::report(&plans, reader, Screen { all: args.all, ..screen(&args.show) }) + &left_out,
        Format::Short => short::report(&plans),
        Format::Json => json::report(&plans, json::Run { verdict, inputs: &inputs, excluded: &found.excluded }),
    })?;
    if args.format == Format::Short {
        say(&left_out);
    }
    failures.iter().for_each(complain);
    let fails = !args.exit_zero && fails(args, &judged, &plans, &projects);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(fails) } else { 2 }))
}

/// Which findings are shown; a code that nothing has is refused.
fn filter(args: &CheckArgs, sessions: &Sessions) -> Result<Filter, Failure> {
    let asked = !args.select.is_empty() || !args.ignore.is_empty();
    let codes = if asked { sessions.codes() } else { Vec::new() };
    Filter::new(&args.select, &args.ignore, &codes).map_err(|unknown| {
        let hint = unknown.similar.map_or_else(String::new, |similar| format!("; did you mean {similar}?"));
        Failure(format!("no finding has the code {:?}{hint} (pok explain --list shows all)", unknown.written))
    })
}

/// Writes into every plan what accepts its findings.
fn add_allow(
    args: &CheckArgs,
    judged: &[Judged],
    mut failures: Vec<Failure>,
    (filter, sessions, projects): (Filter, &Sessions, &Projects),
) -> Result<ExitCode, Failure> {
    let readers = Readers::new(language(&args.show)?, filter, projects);
    let mut errors = false;
    for plan in judged.iter().filter(|plan| plan.evaluation.kind == FileKind::Plan) {
        let checked = readers.checked(plan);
        match add(&plan.evaluation, checked.filter, sessions.of(plan.project), checked.renderer) {
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

/// The outcomes of the project files, and then those of the plans.
fn with_settings(plans: Vec<Judged>, projects: &mut Projects, sessions: &Sessions) -> Vec<Judged> {
    let of = |project: ProjectId| plans.iter().filter(move |plan| plan.project == Some(project));
    let mut all = projects.evaluations(|id| rule_codes(sessions.of(Some(id)), of(id)));
    for settings in &mut all {
        let own = projects.settings(settings.project).and_then(|settings| settings.language);
        let of_plans = settings.project.and_then(|project| of(project).next()).map(|plan| plan.evaluation.language);
        settings.evaluation.language = own.or(of_plans).unwrap_or_default();
    }
    all.extend(plans);
    all
}

/// The codes that rules can give to findings about the plans of a project, and whether all of its packs were read.
fn rule_codes<'a>(session: &Session, plans: impl Iterator<Item = &'a Judged>) -> RuleCodes {
    let mut known: Vec<String> = session.packs.iter().flat_map(|pack| pack.codes().collect::<Vec<_>>()).collect();
    let mut complete = session.missing_packs.is_empty();
    for plan in plans {
        known.extend(plan.evaluation.rule_codes.iter().cloned());
        complete &= !plan.evaluation.findings.iter().any(|finding| finding.code().is(602));
    }
    RuleCodes { known, complete }
}

/// A line for each project file on the files that were named and that it leaves out.
pub(crate) fn left_out(excluded: &[Excluded], reader: Renderer<'_>) -> String {
    left_out_as("left-out", excluded, reader)
}

/// The same in other words: what is not done with them.
pub(crate) fn left_out_as(said: &'static str, excluded: &[Excluded], reader: Renderer<'_>) -> String {
    let by: BTreeSet<&str> = excluded.iter().map(|excluded| excluded.by.as_str()).collect();
    let line = |config: &str| {
        let files: Vec<Value> =
            excluded.iter().filter(|it| it.by == config).map(|it| it.file.as_str().into()).collect();
        let message = Message::new(said).with("count", files.len()).with("config", config);
        reader.message(&message.with("files", Value::List(files))) + "\n"
    };
    by.into_iter().map(line).collect()
}

/// Whether the exit code is 1. A project can make warnings and undecided verdicts about its own plans weigh.
fn fails(args: &CheckArgs, judged: &[Judged], plans: &[Checked<'_>], projects: &Projects) -> bool {
    let weighs = |plans: &[Checked<'_>], deny: bool, strict: bool| {
        let tally = Tally::of(plans);
        let verdict = Verdict::of_all(plans.iter().map(|plan| plan.evaluation.verdict));
        tally.errors > 0 || deny && tally.warnings > 0 || strict && verdict == Verdict::Undetermined
    };
    let of_project = |(id, settings): (ProjectId, &Settings)| {
        let own = judged.iter().zip(plans).filter(|(judged, _)| judged.project == Some(id)).map(|(_, plan)| *plan);
        (settings.deny_warnings || settings.strict)
            && weighs(&own.collect::<Vec<_>>(), settings.deny_warnings, settings.strict)
    };
    weighs(plans, args.deny == Some(Deny::Warnings), args.strict) || projects.iter().any(of_project)
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
    for result in in_parallel(&found.targets, |target| checkup(target, projects, fingerprints, sessions)) {
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
