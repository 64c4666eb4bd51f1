//! `pok explain`: what a code means, why it matters, an example, and the example mended.

use super::args::ExplainArgs;
use super::files::Target;
use super::output::{Failure, complain, language, print, screen};
use super::project::Projects;
use pok::codes;
use pok::diagnostic::Code;
use pok::report::explain::{Page, list};
use pok::report::filter::similar_code;
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> ExitCode {
    match text(args).and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn text(args: &ExplainArgs) -> Result<String, Failure> {
    let mut projects = Projects::new(&args.project)?;
    // What is wrong with the project file is told where plans are checked.
    let project =
        projects.admit(&Target::Stdin).ok().and_then(|()| projects.settings(projects.of(&Target::Stdin))?.language);
    let language = language(&args.show)?.or(project).unwrap_or(Language::English);
    let screen = screen(&args.show);
    if let Some(written) = args.code.as_deref() {
        return page(written).map(|page| page.text(language, screen));
    }
    let book = Phrasebook::default();
    Ok(list(Renderer::new(book.words(language), Notation::default()), screen))
}

fn page(written: &str) -> Result<&'static Page, Failure> {
    let code = Code::parse(written.trim());
    match (code.as_ref().and_then(Page::of), &code) {
        (Some(page), _) => Ok(page),
        (None, Some(code)) if codes::of_code(code).next().is_some() => {
            Err(Failure(format!("{code} is a code of pok, but this version has no page about it")))
        }
        (None, _) => {
            let hint =
                similar_code(written, &[]).map_or_else(String::new, |similar| format!("; did you mean {similar}?"));
            Err(Failure(format!("no finding has the code {written:?}{hint} (pok explain --list shows all)")))
        }
    }
}
