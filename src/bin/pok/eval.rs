//! `pok eval`: what the money of a plan comes to.

use super::args::{EvalArgs, EvalFormat};
use super::check::{Evaluated, evaluated};
use super::output::{Failure, complain, language, print, table_screen};
use super::packs::packs;
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::kind::FileKind;
use pok::report::eval::{ShowHeadroom, Wanted, csv, json, markdown, table};
use pok::report::summary::Tally;
use pok::report::visible::visible;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer};
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
        return Err(Failure("which plan? Give a file: pok eval plan.pok".to_owned()));
    }
    let asked = language(&args.show)?;
    let (packs, read) = packs(&args.rules, args.format == EvalFormat::Json)?;
    let Evaluated { evaluations, mut inputs, failures } = evaluated(
        &args.paths,
        args.format == EvalFormat::Json,
        &Session { outcomes: true, packs, ..Session::default() },
    );
    inputs.extend(read);
    for evaluation in &evaluations {
        known_names(evaluation, &args)?;
    }
    let wanted = Wanted { scenario: args.scenario.as_deref(), headroom: headroom(&args) };
    let (book, filter) = (Phrasebook::default(), Filter::default());
    let plans: Vec<Checked<'_>> = evaluations
        .iter()
        .map(|evaluation| {
            let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
            let words = book.words(asked.unwrap_or(evaluation.language));
            Checked { evaluation, renderer: Renderer::new(words, notation), filter: &filter }
        })
        .collect();
    if !plans.is_empty() {
        print(&match args.format {
            EvalFormat::Table => table(&plans, wanted, table_screen(&args.show)),
            EvalFormat::Json => json(&plans, wanted, &inputs),
            EvalFormat::Csv => csv(&plans, wanted),
            EvalFormat::Markdown => markdown(&plans, wanted),
        })?;
    }
    failures.iter().for_each(complain);
    Ok(if failures.is_empty() { exit_code(&args, &plans) } else { ExitCode::from(2) })
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
    let plan = visible(evaluation.name.as_deref().unwrap_or("the file"));
    if let Some(name) = args.scenario.as_deref()
        && evaluation.kind == FileKind::Plan
        && evaluation.outcome(Some(name)).is_none()
    {
        let names: Vec<&str> = evaluation.outcomes.iter().filter_map(|outcome| outcome.scenario.as_deref()).collect();
        let there = if names.is_empty() {
            "no scenario of it was worked out".to_owned()
        } else {
            format!("there is {}", visible(&names.join(", ")))
        };
        return Err(Failure(format!("{plan} has no scenario {:?}; {there}", visible(name))));
    }
    if let (ShowHeadroom::Of(name), Some(outcome)) = (headroom(args), evaluation.outcome(args.scenario.as_deref()))
        && !outcome.headroom.is_empty()
        && outcome.headroom.about(name).is_empty()
    {
        return Err(Failure(format!("{plan} has no headroom of {:?}: it is no goal, theme or source", visible(name))));
    }
    Ok(())
}

fn exit_code(args: &EvalArgs, plans: &[Checked<'_>]) -> ExitCode {
    let verdicts = plans.iter().map(|plan| {
        let of_plan = plan.evaluation.verdict;
        args.scenario
            .as_deref()
            .map_or(of_plan, |name| plan.evaluation.outcome(Some(name)).map_or(of_plan, |it| it.verdict))
    });
    let verdict = Verdict::of_all(verdicts);
    let errors = args.scenario.is_none() && Tally::of(plans).errors > 0;
    let undecided = args.strict && verdict == Verdict::Undetermined;
    ExitCode::from(u8::from(!args.exit_zero && (errors || verdict == Verdict::Fails || undecided)))
}
