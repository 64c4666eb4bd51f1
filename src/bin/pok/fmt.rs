//! `pok fmt`: lays out files, and writes them in one step where they change.

use super::args::FmtArgs;
use super::check::left_out_as;
use super::difference;
use super::evaluate::in_parallel;
use super::files::{Disk, Found, Named, Target, targets};
use super::output::{Failure, complain, language, print, print_bytes, say};
use super::project::Projects;
use super::readers::say_mistakes;
use super::write::replace;
use pok::diagnostic::Message;
use pok::format::{Options, format};
use pok::language::Language;
use pok::report::visible::visible;
use pok::report::{Notation, Phrasebook, Renderer};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What became of one file.
enum Outcome {
    /// It was laid out already.
    Same,
    /// It was written, or would be: its name, and what changes where that is asked for.
    Changed(String, Option<String>),
    /// Standard input, laid out.
    Text(Vec<u8>),
    /// It was left as it is; why.
    Refused(Message),
}

/// Runs the command.
pub(crate) fn run(args: &FmtArgs) -> ExitCode {
    match formatted(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn formatted(args: &FmtArgs) -> Result<ExitCode, Failure> {
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let Found { targets, left_out, mut failures, .. } = targets(&args.paths, &mut projects, Named::LeftOut);
    say_mistakes(asked, &mut projects);
    let mut outcomes = Vec::new();
    for done in in_parallel(&targets, |target| one(target, args)) {
        match done {
            Ok(done) => outcomes.push(done),
            Err(failure) => failures.push(failure),
        }
    }
    let first = targets.first().and_then(|target| projects.settings(projects.of(target))?.language);
    let first = first.or_else(|| projects.iter().find_map(|(_, settings)| settings.language));
    let of_file = outcomes.first().map(|(_, language)| *language);
    let book = Phrasebook::default();
    let renderer = Renderer::new(book.words(asked.or(first).or(of_file).unwrap_or_default()), Notation::default());
    let excluded = left_out_as("format-left-out", &left_out, renderer);
    let told = tell(args, outcomes.into_iter().map(|(outcome, _)| outcome).collect(), renderer)?;
    say(&excluded);
    failures.iter().for_each(complain);
    let unread = told.refused || !failures.is_empty();
    Ok(ExitCode::from(if unread { 2 } else { u8::from(told.changed && writes_nothing(args)) }))
}

fn writes_nothing(args: &FmtArgs) -> bool {
    args.check || args.diff
}

/// What became of all files together.
struct Told {
    changed: bool,
    refused: bool,
}

/// Says what became of the files; the text of standard input alone goes to standard output.
fn tell(args: &FmtArgs, outcomes: Vec<Outcome>, renderer: Renderer<'_>) -> Result<Told, Failure> {
    let (mut changed, mut same, mut refused) = (0_usize, 0_usize, 0_usize);
    let (mut lines, mut texts) = (String::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Outcome::Same => same += 1,
            Outcome::Text(text) => texts.push(text),
            Outcome::Changed(_, Some(difference)) => {
                changed += 1;
                lines.push_str(&difference);
            }
            Outcome::Changed(file, None) => {
                changed += 1;
                let said = if args.check { "format-would" } else { "format-written" };
                lines.push_str(&renderer.message(&Message::new(said).with("file", file)));
                lines.push('\n');
            }
            Outcome::Refused(why) => {
                refused += 1;
                say(&format!("pok: {}\n", renderer.message(&why)));
            }
        }
    }
    for text in &texts {
        print_bytes(text)?;
    }
    let piped = args.paths.iter().any(|path| path.as_os_str() == "-") && !writes_nothing(args);
    let alone = changed + same == 0 && (piped || refused == 0);
    let summary = if alone { String::new() } else { summary(args, (changed, same, refused), renderer) };
    match (piped, args.diff) {
        (true, _) => say(&(lines + &summary)),
        (false, true) => {
            print(&lines)?;
            say(&summary);
        }
        (false, false) => print(&(lines + &summary))?,
    }
    Ok(Told { changed: changed > 0, refused: refused > 0 })
}

/// How many files changed, were right already, and were left as they are.
fn summary(args: &FmtArgs, (changed, same, refused): (usize, usize, usize), renderer: Renderer<'_>) -> String {
    let said = if writes_nothing(args) { "format-done-check" } else { "format-done" };
    let message = Message::new(said).with("changed", changed).with("same", same).with("refused", refused);
    let summary = renderer.message(&message) + "\n";
    if writes_nothing(args) && changed > 0 { summary + &renderer.plain("format-hint") + "\n" } else { summary }
}

fn one(target: &Target, args: &FmtArgs) -> Result<(Outcome, Language), Failure> {
    let (_, input) = Disk::open(target, false)?;
    let shown = visible(&input.name);
    let done = match format(&shown, &input.bytes, Options { language: args.language.map(Into::into) }) {
        Ok(done) => done,
        Err(refusal) => {
            let language = refusal.language;
            return Ok((Outcome::Refused(refusal.message()), language));
        }
    };
    let same = done.bytes == input.bytes;
    let outcome = match target {
        Target::Stdin if !writes_nothing(args) => Outcome::Text(done.bytes),
        _ if same => Outcome::Same,
        _ if args.diff => {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let difference = difference::of_file(&input.name, &text(&input.bytes), &text(&done.bytes));
            Outcome::Changed(shown, Some(difference))
        }
        Target::File(path) if !args.check => write(path, &input.bytes, &done.bytes, shown)?,
        _ => Outcome::Changed(shown, None),
    };
    Ok((outcome, done.language))
}

fn write(path: &Path, old: &[u8], new: &[u8], shown: String) -> Result<Outcome, Failure> {
    let fail = |error: io::Error| Failure::new("failure-file").file(path).cause(&error);
    // Of a link the file that it leads to is written.
    let path: PathBuf = path.canonicalize().map_err(fail)?;
    if fs::metadata(&path).map_err(fail)?.permissions().readonly() {
        return Ok(Outcome::Refused(Message::new("format-read-only").with("file", shown)));
    }
    replace(&path, old, new).map_err(fail)?;
    Ok(Outcome::Changed(shown, None))
}
