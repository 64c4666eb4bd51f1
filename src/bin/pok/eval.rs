//! `pok eval`: what the money of a plan comes to.

use super::args::{EvalArgs, EvalFormat};
use super::evaluate::{Evaluated, evaluated};
use super::files::{Named, targets};
use super::output::{Failure, complain, language, print, table_screen};
use super::packs::Sessions;
use super::project::Projects;
use super::readers::{Judged, Readers, say_mistakes};
use pok::diagnostic::{Message, Value};
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::kind::FileKind;
use pok::report::eval::{ShowHeadroom, Wanted, csv, json, markdown, table};
use pok::report::summary::Tally;
use pok::report::{Checked, Filter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: EvalArgs) -> ExitCode {
    match eval(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn eval(mut args: EvalArgs) -> Result<ExitCode, Failure> {
    file_after_headroom(&mut args);
    if args.paths.is_empty() {
        return Err(Failure::new("failure-which-plan"));
    }
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    // Whoever asks for the figures of one plan by its name wants them, checked or not.
    let found = targets(&args.paths, &mut projects, Named::Wanted);
    let is_json = args.format == EvalFormat::Json;
    let base = Session { outcomes: true, ..Session::default() };
    let sessions = Sessions::new(base, &args.rules, &mut projects, is_json)?;
    let Evaluated { judged, inputs, failures } = evaluated(&found, &projects, &sessions, is_json);
    let failures: Vec<Failure> = found.failures.into_iter().chain(failures).collect();
    for judged in &judged {
        known_names(&judged.evaluation, &args)?;
    }
    let wanted = Wanted { scenario: args.scenario.as_deref(), headroom: headroom(&args) };
    let readers = Readers::new(asked, Filter::default(), &projects);
    let plans: Vec<Checked<'_>> = judged.iter().map(|judged| readers.checked(judged)).collect();
    if !plans.is_empty() {
        print(&match args.format {
            EvalFormat::Table => table(&plans, wanted, table_screen(&args.show)),
            EvalFormat::Json => json(&plans, wanted, &inputs),
            EvalFormat::Csv => csv(&plans, wanted),
            EvalFormat::Markdown => markdown(&plans, wanted),
        })?;
    }
    let misread = say_mistakes(asked, &mut projects);
    failures.iter().for_each(complain);
    if !failures.is_empty() {
        return Ok(ExitCode::from(2));
    }
    let strict = |judged: &Judged| args.strict || projects.settings(judged.project).is_some_and(|it| it.strict);
    let undecided =
        judged.iter().filter(|it| strict(it)).any(|it| verdict(&args, &it.evaluation) == Verdict::Undetermined);
    Ok(ExitCode::from(u8::from(!args.exit_zero && (misread || undecided || fails(&args, &plans)))))
}

/// `--headroom plan.pok` names a file, not a goal.
fn file_after_headroom(args: &mut EvalArgs) {
    let is_file = |name: &str| Path::new(name).extension().is_some_and(|end| end == "pok") || Path::new(name).exists();
    if let Some(name) = args.headroom.as_mut().filter(|name| !name.is_empty() && is_file(name)) {
        args.paths.push(PathBuf::from(std::mem::take(name)));
    }
}

fn headroom(args: &EvalArgs) -> ShowHeadroom<'_> {
    match args.headroom.as_deref() {
        None => ShowHeadroom::No,
        Some("") => ShowHeadroom::All,
        Some(name) => ShowHeadroom::Of(name),
    }
}

/// That the plan has the scenario and the name that are asked for.
fn known_names(evaluation: &Evaluation, args: &EvalArgs) -> Result<(), Failure> {
    let plan = || match evaluation.name.as_deref() {
        Some(name) => Value::from(name),
        None => Message::new("failure-the-file").into(),
    };
    if let Some(name) = args.scenario.as_deref()
        && evaluation.kind == FileKind::Plan
        && evaluation.outcome(Some(name)).is_none()
    {
        let names: Vec<&str> = evaluation.outcomes.iter().filter_map(|outcome| outcome.scenario.as_deref()).collect();
        let failure = if names.is_empty() {
            Failure::new("failure-no-scenario")
        } else {
            let known = names.into_iter().map(Value::from).collect();
            Failure::new("failure-scenario").with("known", Value::List(known))
        };
        return Err(failure.with("plan", plan()).with("name", name));
    }
    if let (ShowHeadroom::Of(name), Some(outcome)) = (headroom(args), evaluation.outcome(args.scenario.as_deref()))
        && !outcome.headroom.is_empty()
        && outcome.headroom.about(name).is_empty()
    {
        return Err(Failure::new("failure-headroom").with("plan", plan()).with("name", name));
    }
    Ok(())
}

/// The verdict on the plan, or on the scenario that is asked for.
fn verdict(args: &EvalArgs, evaluation: &Evaluation) -> Verdict {
    let outcome = args.scenario.as_deref().and_then(|name| evaluation.outcome(Some(name)));
    outcome.map_or(evaluation.verdict, |outcome| outcome.verdict)
}

fn fails(args: &EvalArgs, plans: &[Checked<'_>]) -> bool {
    let errors = args.scenario.is_none() && Tally::of(plans).errors > 0;
    errors || plans.iter().any(|plan| verdict(args, plan.evaluation) == Verdict::Fails)
}
