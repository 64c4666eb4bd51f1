//! `pok check`: reads plans, checks them, shows what was found.

use super::add_allow::add;
use super::args::{CheckArgs, Deny, Format};
use super::evaluate::{Evaluated, evaluated};
use super::files::{Named, targets};
use super::fix::{Fixed, fix};
use super::includers;
use super::output::{Failure, complain, language, print, print_bytes, say, screen};
use super::packs::Sessions;
use super::project::{ProjectId, Projects};
use super::readers::{Judged, Readers};
use super::watch::watch;
use pok::diagnostic::{Message, Value};
use pok::evaluation::{Session, Verdict};
use pok::kind::FileKind;
use pok::report::fixes::{done, hint};
use pok::report::json::Excluded;
use pok::report::summary::Tally;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, json, short, text};
use pok::settings::{RuleCodes, Settings};
use pok::syntax::ast::Language;
use std::collections::BTreeSet;
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> ExitCode {
    let done = if args.watch { watch(args) } else { check(args, |_, _| ()) };
    match done {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

/// Checks once; who watches sees what is shown, and to whom.
pub(crate) fn check(args: &CheckArgs, observe: impl FnOnce(&[Checked<'_>], Renderer<'_>)) -> Result<ExitCode, Failure> {
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let mut found = targets(&args.paths, &mut projects, Named::LeftOut);
    let base = Session { today: args.today, acceptable: args.add_allow, ..Session::default() };
    let sessions = Sessions::new(base, &args.rules, &mut projects, args.format == Format::Json)?;
    let filter = filter(args, &sessions)?;
    let fixed = args.fixes().then(|| fix(args, &mut found.targets, &projects, &sessions, &filter));
    if let Some(fixed) = fixed.as_ref().filter(|_| args.diff) {
        return show_difference(args, asked, fixed, &found.failures);
    }
    // Only after fixes: those are for the files that were named.
    let used = if args.add_allow { Vec::new() } else { includers::add(&mut found, &args.paths, &mut projects) };
    let Evaluated { judged, inputs, failures } = evaluated(&found, &projects, &sessions, args.format == Format::Json);
    let failures: Vec<Failure> = found.failures.into_iter().chain(failures).collect();
    if args.add_allow {
        return add_allow(args, &judged, failures, (filter, &sessions, &projects));
    }
    let judged = with_settings(judged, &mut projects, &sessions);
    let readers = Readers::new(asked, filter, &projects);
    let plans: Vec<Checked<'_>> = judged.iter().map(|judged| readers.checked(judged)).collect();
    let reader = readers.of_run(&plans);
    observe(&plans, reader);
    let unread = failures.iter().map(|_| Verdict::Undetermined);
    let verdict = Verdict::of_all(judged.iter().map(|judged| judged.evaluation.verdict).chain(unread));
    let left_out = left_out(&found.left_out, reader) + &includers::lines(&used, reader);
    let piped = fixed.as_ref().and_then(|fixed| fixed.stdin.as_deref());
    let report = match args.format {
        Format::Text if plans.is_empty() => left_out.clone(),
        Format::Text => text::report(&plans, reader, Screen { all: args.all, ..screen(&args.show) }) + &left_out,
        Format::Short => short::report(&plans),
        Format::Json => json::report(&plans, json::Run { verdict, inputs: &inputs, excluded: &found.excluded }),
    };
    if let Some(text) = piped {
        print_bytes(text)?;
        say(&report);
    } else {
        print(&report)?;
    }
    match &fixed {
        Some(fixed) if args.format == Format::Text && piped.is_none() => print(&done(&fixed.mended, true, reader))?,
        Some(fixed) => say(&done(&fixed.mended, true, reader)),
        None if args.format == Format::Text => print(&hint(&plans, reader))?,
        None => {}
    }
    let failures: Vec<Failure> = fixed.into_iter().flat_map(|fixed| fixed.failures).chain(failures).collect();
    if args.format == Format::Short {
        say(&left_out);
    }
    failures.iter().for_each(complain);
    let fails = !args.exit_zero && fails(args, &judged, &plans, &projects);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(fails) } else { 2 }))
}

/// Shows what fixes would change; the exit code is 1 where that is anything.
fn show_difference(
    args: &CheckArgs,
    asked: Option<Language>,
    fixed: &Fixed,
    failures: &[Failure],
) -> Result<ExitCode, Failure> {
    let book = Phrasebook::default();
    let of_plan = fixed.mended.units.first().map(|unit| unit.evaluation.language);
    let reader = Renderer::new(book.words(asked.or(of_plan).unwrap_or_default()), Notation::default());
    print(&fixed.difference)?;
    say(&done(&fixed.mended, false, reader));
    let failures: Vec<&Failure> = failures.iter().chain(&fixed.failures).collect();
    failures.iter().for_each(|failure| complain(failure));
    let fails = !fixed.difference.is_empty() && !args.exit_zero;
    Ok(ExitCode::from(if failures.is_empty() { u8::from(fails) } else { 2 }))
}

/// Which findings are shown; a code that nothing has is refused.
fn filter(args: &CheckArgs, sessions: &Sessions) -> Result<Filter, Failure> {
    let asked = !args.select.is_empty() || !args.ignore.is_empty();
    let codes = if asked { sessions.codes() } else { Vec::new() };
    Filter::new(&args.select, &args.ignore, &codes)
        .map_err(|unknown| Failure::new("failure-code").with("code", unknown.written).similar(unknown.similar))
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
    let by: BTreeSet<&str> = excluded.iter().map(|excluded| excluded.by.as_str()).collect();
    let line = |config: &str| {
        let files: Vec<Value> =
            excluded.iter().filter(|it| it.by == config).map(|it| it.file.as_str().into()).collect();
        let message = Message::new("left-out").with("count", files.len()).with("config", config);
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
