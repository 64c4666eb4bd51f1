//! `pok trace`: where a figure of a plan comes from.

use super::args::{TraceArgs, TraceFormat};
use super::files::{Disk, Named, targets};
use super::output::{Failure, complain, language, print, screen};
use super::project::Projects;
use super::readers::say_mistakes;
use pok::kind::FileKind;
use pok::kind::kind_of;
use pok::load::load;
use pok::report::{Notation, Phrasebook, Renderer, trace, trace_json};
use pok::syntax::ast::Language;
use pok::trace::{Answer, ask};
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: &TraceArgs) -> ExitCode {
    match traced(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn traced(args: &TraceArgs) -> Result<ExitCode, Failure> {
    let asked = language(&args.show)?;
    if args.file.is_dir() {
        return Err(Failure::new("failure-folder").file(&args.file));
    }
    let mut projects = Projects::new(&args.project)?;
    let found = targets(std::slice::from_ref(&args.file), &mut projects, Named::Wanted);
    if let Some(failure) = found.failures.into_iter().next() {
        return Err(failure);
    }
    let Some(target) = found.targets.first() else {
        return Err(Failure::new("failure-no-plan").file(&args.file));
    };
    say_mistakes(asked, &mut projects);
    let reader = asked.or_else(|| projects.settings(projects.of(target))?.language);
    let (mut disk, input) = Disk::open(target, false)?;
    let loaded = load(input, &mut disk);
    if kind_of(&loaded) != FileKind::Plan {
        return Err(Failure::new("failure-declares-none").file(&args.file));
    }
    let own = loaded.files.first().map_or(Language::English, |file| file.ast.language);
    let reader = reader.unwrap_or(own);
    let name = match reader {
        Language::English => "<expression>",
        Language::Dutch => "<uitdrukking>",
    };
    let asked = ask(loaded, &args.expression, name, &pok::division);
    let book = Phrasebook::default();
    let notation = Notation { currency: asked.currency, years: asked.year_style };
    let renderer = Renderer::new(book.words(reader), notation);
    print(&match args.format {
        TraceFormat::Text => trace::report(&asked, renderer, screen(&args.show), args.all),
        TraceFormat::Json => trace_json::report(&asked, renderer, args.expression.trim()),
    })?;
    Ok(ExitCode::from(u8::from(matches!(asked.answer, Answer::Refused(_)))))
}
