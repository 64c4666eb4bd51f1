//! `pok test`: runs the tests in rule files and beside plans.

use super::args::{Format, TestArgs};
use super::check::in_parallel;
use super::files::{Disk, Target, targets};
use super::output::{Failure, complain, language, print, screen};
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
    let (targets, mut failures) = targets(&args.paths);
    let mut tested = Vec::new();
    for result in in_parallel(&targets, tested_file) {
        match result {
            Ok(file) => tested.extend(file),
            Err(failure) => failures.push(failure),
        }
    }
    let book = Phrasebook::default();
    let words = |language: Language| book.words(asked.unwrap_or(language));
    let files: Vec<TestsOf<'_>> =
        tested.iter().map(|tested| TestsOf { tested, words: words(tested.language) }).collect();
    let reader = words(tested.first().map_or(Language::English, |first| first.language));
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
