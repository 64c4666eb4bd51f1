//! `pok test`: runs the tests in rule files and beside plans.

use super::args::{Format, TestArgs};
use super::evaluate::in_parallel;
use super::files::{Disk, Found, Named, Target, targets};
use super::output::{Failure, complain, language, print, screen};
use super::project::Projects;
use pok::load::load;
use pok::report::testing::{TestTally, TestsOf, json, short, text};
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use pok::testing::{Subject, Tested};
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: &TestArgs) -> ExitCode {
    match test(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn test(args: &TestArgs) -> Result<ExitCode, Failure> {
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let Found { targets, mut failures, .. } = targets(&args.paths, &mut projects, Named::Wanted);
    let mut tested = Vec::new();
    let mut languages = Vec::new();
    for (target, result) in targets.iter().zip(in_parallel(&targets, tested_file)) {
        match result {
            Ok(Some(file)) => {
                let wished = projects.settings(projects.of(target)).and_then(|settings| settings.language);
                languages.push(asked.or(wished).unwrap_or(file.language));
                tested.push(file);
            }
            Ok(None) => {}
            Err(failure) => failures.push(failure),
        }
    }
    let book = Phrasebook::default();
    let each = tested.iter().zip(&languages);
    let files: Vec<TestsOf<'_>> =
        each.map(|(tested, language)| TestsOf { tested, words: book.words(*language) }).collect();
    let reader = book.words(asked.or(languages.first().copied()).unwrap_or(Language::English));
    print(&match args.format {
        Format::Text => text(&files, Renderer::new(reader, Notation::default()), screen(&args.show)),
        Format::Short => short(&files),
        Format::Json => json(&files),
    })?;
    failures.iter().for_each(complain);
    let TestTally { failed, broken, .. } = TestTally::of(&tested);
    let passed = failed + broken == 0 && tested.iter().all(Tested::passed);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(!passed) } else { 2 }))
}

/// The tests of a file, where it has any.
fn tested_file(target: &Target) -> Result<Option<Tested>, Failure> {
    let (mut disk, input) = Disk::open(target, false)?;
    let subject = Subject::of(load(input, &mut disk));
    Ok((!subject.is_empty()).then(|| subject.run()))
}
