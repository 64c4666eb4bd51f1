//! `pok rules`: which rule packs there are, what their rules say, and what is wrong in rule files.

use super::args::{CheckRulesArgs, Format, ListRulesArgs, PackFormat, RulesArgs, RulesCommand, ShowRulesArgs};
use super::evaluate::in_parallel;
use super::files::{Disk, Found, Named, Target, targets};
use super::output::{Failure, complain, language, print, screen};
use super::packs::{Sessions, pack};
use super::project::Projects;
use super::speech::{help, spoken};
use pok::evaluation::{Evaluation, Session, Verdict};
use pok::load::load;
use pok::model::rule::Rule;
use pok::report::explain::plain;
use pok::report::filter::similar_code;
use pok::report::rules::{Examples, packs_json, packs_list, page, rule_of, rules_json};
use pok::report::summary::Tally;
use pok::report::text::Screen;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, json, short, text};
use pok::rule::{Compiled, shipped};
use pok::syntax::ast::Language;
use pok::testing::mistakes;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the command.
pub(crate) fn run(args: &RulesArgs) -> ExitCode {
    let done = match &args.command {
        RulesCommand::List(args) => list(args),
        RulesCommand::Show(args) => show(args),
        RulesCommand::Check(args) => check(args),
        RulesCommand::Help(args) => return help(args, &["rules"]),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

/// The packs that ship, and those of the files that are named.
fn list(args: &ListRulesArgs) -> Result<ExitCode, Failure> {
    let mut projects = Projects::new(&args.project)?;
    // A project that leaves out standard input is the project of this folder nevertheless.
    let _ = projects.admit(&Target::Stdin);
    let sessions = Sessions::new(Session::default(), &args.packs, &mut projects, false)?;
    let mut all: Vec<Arc<Compiled>> = shipped::names().filter_map(shipped::pack).collect();
    for pack in sessions.of(projects.of(&Target::Stdin)).packs.iter().cloned() {
        if !all.iter().any(|known| known.pack.name == pack.pack.name) {
            all.push(pack);
        }
    }
    let book = Phrasebook::default();
    let words = book.words(language(&args.show)?.unwrap_or_else(spoken));
    let all = all.iter().map(Arc::as_ref);
    print(&match args.format {
        PackFormat::Json => packs_json(all),
        PackFormat::Text | PackFormat::Markdown => {
            packs_list(all, Renderer::new(words, Notation::default()), screen(&args.show))
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Every rule of a pack, or one.
fn show(args: &ShowRulesArgs) -> Result<ExitCode, Failure> {
    let (compiled, rules) = wanted(&args.what)?;
    let compiled = compiled.as_ref();
    let rules: Vec<&Rule> = match &rules {
        None => compiled.pack.rules.iter().collect(),
        Some(code) => rule_of(&compiled.pack, code).into_iter().collect(),
    };
    let book = Phrasebook::default();
    let words = book.words(language(&args.show)?.unwrap_or(compiled.pack.language));
    let renderer = Renderer::new(words, Notation::default());
    let pages = rules.iter().map(|rule| page(compiled, rule, renderer, Examples::Left));
    print(&match args.format {
        PackFormat::Json => rules_json(&[(compiled, rules)]),
        PackFormat::Markdown => pages.collect::<Vec<_>>().join("\n"),
        PackFormat::Text => {
            let screen = screen(&args.show);
            pages.map(|page| plain(&page, screen)).collect::<Vec<_>>().join("\n")
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The pack that is meant, and the code where one rule is.
fn wanted(what: &str) -> Result<(Arc<Compiled>, Option<String>), Failure> {
    if let Some(pack) = shipped::of_code(what) {
        return Ok((pack, Some(what.to_owned())));
    }
    match pack(what, Path::new(""), false) {
        Ok((pack, _)) => Ok((pack, None)),
        Err(failure) => match similar_code(what, &rule_codes()).filter(|near| rule_codes().contains(near)) {
            Some(near) => Err(Failure::new("failure-rule-code").with("code", what).similar(Some(near))),
            None => Err(failure),
        },
    }
}

/// The codes of the rules of all packs that ship.
pub(crate) fn rule_codes() -> Vec<String> {
    shipped::names().filter_map(shipped::pack).flat_map(|pack| pack.codes().collect::<Vec<_>>()).collect()
}

/// What is wrong in rule files.
fn check(args: &CheckRulesArgs) -> Result<ExitCode, Failure> {
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let Found { targets, mut failures, .. } = targets(&args.paths, &mut projects, Named::Wanted);
    let mut checked = Vec::new();
    for result in in_parallel(&targets, |target| mistakes_in(target, args.strict)) {
        match result {
            Ok(evaluation) => checked.extend(evaluation),
            Err(failure) => failures.push(failure),
        }
    }
    let (book, filter) = (Phrasebook::default(), Filter::default());
    let files: Vec<Checked<'_>> = checked
        .iter()
        .map(|evaluation| {
            let words = book.words(asked.unwrap_or(evaluation.language));
            Checked { evaluation, renderer: Renderer::new(words, Notation::default()), filter: &filter }
        })
        .collect();
    let reader = asked.or_else(|| checked.first().map(|first| first.language)).unwrap_or(Language::English);
    let summary = Renderer::new(book.words(reader), Notation::default());
    print(&match args.format {
        Format::Text if files.is_empty() => format!("{}\n", summary.plain("rules-none")),
        Format::Text => text::report(&files, summary, Screen { all: true, ..screen(&args.show) }),
        Format::Short => short::report(&files),
        Format::Json => {
            let verdict = Verdict::of_all(checked.iter().map(|it| it.verdict));
            json::report(&files, json::Run { verdict, inputs: &[], excluded: &[] })
        }
    })?;
    failures.iter().for_each(complain);
    let failed = Tally::of(&files).errors > 0;
    Ok(ExitCode::from(if failures.is_empty() { u8::from(failed) } else { 2 }))
}

fn mistakes_in(target: &Target, strict: bool) -> Result<Option<Evaluation>, Failure> {
    let (mut disk, input) = Disk::open(target, false)?;
    Ok(mistakes(load(input, &mut disk), strict))
}
