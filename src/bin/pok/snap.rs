//! `pok snap`: keeps the outcome of a plan beside it, and tells when it changes.

use super::args::SnapArgs;
use super::check::left_out as left_out_lines;
use super::difference;
use super::files::{Disk, Found, Named, Target, targets};
use super::output::{Failure, complain, language, print};
use super::packs::Sessions;
use super::project::Projects;
use super::readers::say_mistakes;
use pok::diagnostic::Message;
use pok::evaluate_with;
use pok::evaluation::Session;
use pok::kind::FileKind;
use pok::kind::kind_of;
use pok::load::load;
use pok::report::{Notation, Phrasebook, Renderer, snap};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What became of one plan.
enum Outcome {
    /// Nothing to do: a part of plans, or rules; the message says which.
    Skipped(&'static str),
    /// As the snapshot says.
    Same,
    /// There was no snapshot.
    Written,
    /// There is no snapshot, and none may be written.
    Missing,
    /// The new outcome has taken the place of the old one.
    Accepted,
    /// Not as the snapshot says; the difference.
    Changed(String),
}

/// Runs the command.
pub(crate) fn run(args: &SnapArgs) -> ExitCode {
    match snaps(args) {
        Ok(code) => code,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn snaps(args: &SnapArgs) -> Result<ExitCode, Failure> {
    let book = Phrasebook::default();
    let asked = language(&args.show)?;
    let mut projects = Projects::new(&args.project)?;
    let Found { targets, left_out, mut failures, .. } = targets(&args.paths, &mut projects, Named::LeftOut);
    let base = Session { outcomes: true, ..Session::default() };
    let sessions = Sessions::new(base, &[], &mut projects, false)?;
    let first = targets.first().and_then(|target| projects.settings(projects.of(target))?.language);
    let renderer = Renderer::new(book.words(asked.or(first).unwrap_or_default()), Notation::default());
    let mut lines = left_out_lines(&left_out, renderer);
    let (mut fails, mut changed) = (say_mistakes(asked, &mut projects), false);
    for target in &targets {
        let (path, outcome) = match one(target, args, sessions.of(projects.of(target))) {
            Ok(done) => done,
            Err(failure) => {
                failures.push(failure);
                continue;
            }
        };
        let word = match &outcome {
            Outcome::Skipped(word) => word,
            Outcome::Same => "snap-same",
            Outcome::Written => "snap-written",
            Outcome::Missing => "snap-missing",
            Outcome::Accepted => "snap-accepted",
            Outcome::Changed(_) => "snap-changed",
        };
        let shown = path.to_string_lossy().replace('\\', "/");
        lines.push_str(&renderer.message(&Message::new(word).with("file", shown)));
        lines.push('\n');
        fails |= matches!(outcome, Outcome::Missing | Outcome::Changed(_));
        if let Outcome::Changed(difference) = outcome {
            changed = true;
            lines.push_str(&difference);
        }
    }
    if changed {
        lines.push_str(&renderer.plain("snap-hint"));
        lines.push('\n');
    }
    print(&lines)?;
    failures.iter().for_each(complain);
    Ok(ExitCode::from(if failures.is_empty() { u8::from(fails) } else { 2 }))
}

fn one(target: &Target, args: &SnapArgs, session: &Session) -> Result<(PathBuf, Outcome), Failure> {
    let Target::File(path) = target else {
        return Err(Failure::new("failure-snap-stdin"));
    };
    let (mut disk, input) = Disk::open(target, false)?;
    let loaded = load(input, &mut disk);
    match kind_of(&loaded) {
        FileKind::Plan => {}
        FileKind::Fragment | FileKind::Settings => return Ok((path.clone(), Outcome::Skipped("snap-part"))),
        FileKind::Rules => return Ok((path.clone(), Outcome::Skipped("snap-rules"))),
    }
    let new = snap(&evaluate_with(loaded, session));
    let mut beside = path.clone().into_os_string();
    beside.push(".snap");
    let beside = PathBuf::from(beside);
    let outcome = match (read(&beside)?, args) {
        (Some(old), _) if old == new => Outcome::Same,
        (Some(_), SnapArgs { accept: true, .. }) => {
            write(&beside, &new)?;
            Outcome::Accepted
        }
        (Some(old), _) => {
            Outcome::Changed(difference::of_file(&beside.to_string_lossy().replace('\\', "/"), &old, &new))
        }
        (None, SnapArgs { check: true, .. }) => Outcome::Missing,
        (None, _) => {
            write(&beside, &new)?;
            Outcome::Written
        }
    };
    Ok((beside, outcome))
}

/// The snapshot, its line ends as pok writes them; `None` where there is none.
fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::new("failure-file").file(path).cause(&error)),
    }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::new("failure-file").file(path).cause(&error))
}
