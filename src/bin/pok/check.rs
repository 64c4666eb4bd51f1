//! `pok check`: reads plans, checks them, shows what was found.

use super::add_allow::add;
use super::args::{CheckArgs, Deny};
use super::evaluate::{Evaluated, evaluated};
use super::files::{Named, targets};
use super::fix::{fix, said_of_fixes, show_difference};
use super::includers;
use super::output::{Failure, complain, language, paper, print, print_bytes, say, screen};
use super::outputs::{Format, Outputs};
use super::packs::Sessions;
use super::project::{ProjectId, Projects};
use super::readers::{Judged, Readers};
use super::speech::sentence;
use super::watch::watch;
use pok::diagnostic::{Message, Value};
use pok::evaluation::{Session, Verdict};
use pok::kind::FileKind;
use pok::report::json::Excluded;
use pok::report::summary::Tally;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Renderer, RunNotes, Weight};
use pok::report::{github, gitlab, json, junit, markdown, sarif, short, statistics, text};
use pok::settings::{RuleCodes, Settings};
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
    let outputs = outputs(args)?;
    let mut projects = Projects::new(&args.project)?;
    let mut found = targets(&args.paths, &mut projects, Named::LeftOut);
    outputs.spare(&found)?;
    let base = Session { today: args.today, acceptable: args.add_allow, ..Session::default() };
    let is_json = outputs.has(Format::Json);
    let sessions = Sessions::new(base, &args.rules, &mut projects, is_json)?;
    let filter = filter(args, &sessions)?;
    let fixed = args.fixes.asked().then(|| fix(&args.fixes, &mut found.targets, &projects, &sessions, &filter));
    if let Some(fixed) = fixed.as_ref().filter(|_| args.fixes.diff) {
        let code = show_difference(fixed, asked, &found.failures)?;
        return Ok(ExitCode::from(if code == 1 && args.exit_zero { 0 } else { code }));
    }
    // Only after fixes: those are for the files that were named.
    let used = if args.add_allow { Vec::new() } else { includers::add(&mut found, &args.paths, &mut projects) };
    let Evaluated { judged, inputs, failures } = evaluated(&found, &projects, &sessions, is_json);
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
    let weights: Vec<Weight> = judged.iter().map(|judged| weight(args, judged, &projects)).collect();
    let unread: Vec<String> = failures.iter().map(|failure| sentence(&failure.0)).collect();
    let left_out = left_out(&found.left_out, reader) + &includers::lines(&used, reader);
    let aside: Vec<String> = left_out.lines().map(str::to_owned).collect();
    let notes = RunNotes { reader, verdict, unread: &unread, left_out: &aside, weights: &weights };
    let run = json::Run { verdict, inputs: &inputs, excluded: &found.excluded };
    let shown = Shown { args, plans: &plans, notes, run, left_out: &left_out };
    let on_screen = outputs.on_screen();
    let is_text = on_screen == Some(Format::Text) && !args.statistics;
    let of_fixes = said_of_fixes(fixed.as_ref(), &plans, reader, is_text);
    // What was read from standard input goes to standard output, so that the rest has to stand beside it.
    let piped = fixed.as_ref().and_then(|fixed| fixed.stdin.as_deref());
    piped.map_or(Ok(()), print_bytes)?;
    let show = |text: &str| match piped {
        Some(_) => {
            say(text);
            Ok(())
        }
        None => print(text),
    };
    outputs.write(|format, on_screen| shown.report(format, on_screen), show)?;
    if is_text && piped.is_none() {
        print(&of_fixes)?;
    } else {
        say(&of_fixes);
    }
    let failures: Vec<Failure> = fixed.into_iter().flat_map(|fixed| fixed.failures).chain(failures).collect();
    if args.statistics || !on_screen.is_some_and(says_left_out) {
        say(&left_out);
    }
    failures.iter().for_each(complain);
    let fails = !args.exit_zero && fails(args, &judged, &plans, &projects);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(fails) } else { 2 }))
}

/// What was found, to be shown in any format.
struct Shown<'a> {
    args: &'a CheckArgs,
    plans: &'a [Checked<'a>],
    notes: RunNotes<'a>,
    run: json::Run<'a>,
    /// What is said of files that were left out, and of plans that came along.
    left_out: &'a str,
}

impl Shown<'_> {
    fn report(&self, format: Format, on_screen: bool) -> String {
        let Self { args, plans, notes, run, left_out } = *self;
        let screen = if on_screen { screen(&args.show) } else { paper(&args.show) };
        let screen = Screen { all: args.all, ..screen };
        match format {
            Format::Json if args.statistics => statistics::json(plans, notes),
            _ if args.statistics => statistics::text(plans, notes, screen),
            Format::Text if plans.is_empty() => left_out.to_owned(),
            Format::Text => text::report(plans, notes.reader, screen) + left_out,
            Format::Short => short::report(plans),
            Format::Json => json::report(plans, run),
            Format::Sarif => sarif::report(plans, notes),
            Format::Github => github::report(plans, notes),
            Format::Gitlab => gitlab::report(plans, notes),
            Format::Junit => junit::report(plans, notes),
            Format::Markdown => markdown::report(plans, notes),
        }
    }
}

/// Where the reports go. Counts are shown for people and for machines, in no form that has findings.
fn outputs(args: &CheckArgs) -> Result<Outputs, Failure> {
    let outputs = Outputs::new(args.format, &args.output)?;
    if args.statistics && !outputs.formats().all(|format| matches!(format, Format::Text | Format::Json)) {
        return Err(Failure::new("failure-statistics-format"));
    }
    Ok(outputs)
}

/// Whether a format itself says which files were left out.
fn says_left_out(format: Format) -> bool {
    !matches!(format, Format::Short | Format::Gitlab | Format::Junit)
}

/// What makes the run fail besides errors, for one plan.
fn weight(args: &CheckArgs, judged: &Judged, projects: &Projects) -> Weight {
    let settings = projects.settings(judged.project);
    Weight {
        warnings: args.deny == Some(Deny::Warnings) || settings.is_some_and(|settings| settings.deny_warnings),
        undecided: args.strict || settings.is_some_and(|settings| settings.strict),
    }
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
