//! `pok explain`: what a code means, why it matters, an example, and the example mended.

use super::args::{ExplainArgs, PageFormat};
use super::files::Target;
use super::output::{Failure, complain, language, print, screen};
use super::project::Projects;
use super::rules::rule_codes;
use super::speech::spoken;
use pok::codes;
use pok::diagnostic::Code;
use pok::report::explain::{Page, list, plain, reference};
use pok::report::filter::similar_code;
use pok::report::rules::{Examples, page as rule_page, rule_of};
use pok::report::{Notation, Phrasebook, Renderer};
use pok::rule::shipped;
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
    let language = language(&args.show)?.or(project).unwrap_or_else(spoken);
    let screen = screen(&args.show);
    let book = Phrasebook::default();
    let renderer = Renderer::new(book.words(language), Notation::default());
    let Some(written) = args.code.as_deref() else {
        return Ok(match args.format {
            PageFormat::Text => list(renderer, screen),
            PageFormat::Markdown => reference(renderer),
        });
    };
    let page = page(written, renderer)?;
    Ok(if args.format == PageFormat::Markdown { page } else { plain(&page, screen) })
}

/// The page of a code in Markdown: of pok's own, or of a rule in a pack that ships.
fn page(written: &str, renderer: Renderer<'_>) -> Result<String, Failure> {
    let written = written.trim();
    if let Some(pack) = shipped::of_code(written) {
        let page = rule_of(&pack.pack, written).map(|rule| rule_page(&pack, rule, renderer, Examples::Shown));
        return page.ok_or_else(|| Failure::new("failure-code").with("code", written).similar(None));
    }
    let code = Code::parse(written);
    match (code.as_ref().and_then(Page::of), &code) {
        (Some(page), _) => Ok(page.markdown(renderer.language()).to_owned()),
        (None, Some(code)) if codes::of_code(code).next().is_some() => {
            Err(Failure::new("failure-no-page").with("code", code.to_string()))
        }
        (None, _) => {
            let similar = similar_code(written, &rule_codes());
            Err(Failure::new("failure-code").with("code", written).similar(similar))
        }
    }
}
