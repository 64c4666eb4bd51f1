//! `pok check --watch`: checks again what a change touches, until it is stopped.

use super::args::CheckArgs;
use super::check::check;
use super::files::{canonical, marked};
use super::output::{Failure, complain, print};
use super::speech::words;
use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use pok::diagnostic::Message;
use pok::language::Language;
use pok::report::summary::Tally;
use pok::report::{Notation, Renderer};
use pok::settings::NAME;
use pok::source::FileId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Saving a file makes several events; those that follow each other so soon are one change.
const PAUSE: Duration = Duration::from_millis(15);

/// What a round came to for one file.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// The files that took part, links followed.
    pub(crate) files: BTreeSet<PathBuf>,
    /// Errors that are shown.
    pub(crate) errors: usize,
    /// Warnings that are shown.
    pub(crate) warnings: usize,
}

/// What a round came to.
pub(crate) struct Round {
    /// Of every file that was judged, by its name as shown.
    pub(crate) judged: BTreeMap<String, Judgement>,
    /// The language of who reads about the run.
    pub(crate) language: Language,
}

/// What is to be checked again.
#[derive(Debug, PartialEq, Eq)]
enum Again {
    /// Files came or went, or settings changed.
    Everything,
    /// These files have changed.
    Files(BTreeSet<PathBuf>),
}

/// Checks, and checks again after every change. Ends only by a failure, or when it is stopped from outside.
pub(crate) fn watch(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let (sender, events) = channel();
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure::new("failure-watch-stdin"));
    }
    let watcher = notify::recommended_watcher(sender).map_err(|error| failure(&error))?;
    let mut follower = Follower { watcher, whole: BTreeSet::new(), alone: BTreeSet::new() };
    // Before they are read, so that no change falls between the two.
    args.paths.iter().try_for_each(|path| follower.named(path))?;
    let Round { mut judged, language, .. } = round(args)?;
    loop {
        for file in judged.values().flat_map(|judgement| &judgement.files) {
            follower.file(file)?;
        }
        print(&state(&judged, language))?;
        let again = loop {
            if let Some(again) = next_change(&events, &judged)? {
                break again;
            }
        };
        match again {
            Again::Everything => match round(args) {
                Ok(round) => judged = round.judged,
                Err(failure) => complain(&failure),
            },
            Again::Files(files) => {
                let touched = |judgement: &Judgement| !judgement.files.is_disjoint(&files);
                let plans = judged.iter().filter(|(_, judgement)| touched(judgement)).map(|(name, _)| name.into());
                match round(&CheckArgs { paths: plans.collect(), ..args.clone() }) {
                    Ok(round) => judged.extend(round.judged),
                    Err(failure) => complain(&failure),
                }
            }
        }
    }
}

/// Checks once, and keeps what has to be known of it when something changes.
fn round(args: &CheckArgs) -> Result<Round, Failure> {
    let mut round = Round { judged: BTreeMap::new(), language: Language::default() };
    check(args, |plans, reader| {
        round.language = reader.language();
        for plan in plans {
            let files =
                plan.evaluation.sources.iter().filter_map(|(_, file)| canonical(Path::new(file.name()))).collect();
            let Tally { errors, warnings, .. } = Tally::of(&[*plan]);
            let name = plan.evaluation.sources.file(FileId(0)).name().to_owned();
            round.judged.insert(name, Judgement { files, errors, warnings });
        }
    })?;
    Ok(round)
}

/// Waits for the next change, and gathers what belongs to it; none where it touches no plan.
fn next_change(
    events: &Receiver<notify::Result<Event>>,
    judged: &BTreeMap<String, Judgement>,
) -> Result<Option<Again>, Failure> {
    let stopped = |_| Failure::new("failure-watch-stopped");
    let mut paths = BTreeSet::new();
    let mut lost = false;
    let mut event = Some(events.recv().map_err(stopped)?);
    while let Some(next) = event {
        let next = next.map_err(|error| failure(&error))?;
        lost |= next.need_rescan();
        if !matches!(next.kind, EventKind::Access(_)) {
            paths.extend(next.paths);
        }
        event = events.recv_timeout(PAUSE).ok();
    }
    Ok(if lost { Some(Again::Everything) } else { again(&paths, judged) })
}

fn again(paths: &BTreeSet<PathBuf>, judged: &BTreeMap<String, Judgement>) -> Option<Again> {
    let is_settings = |path: &PathBuf| path.file_name().is_some_and(|name| name == NAME || name == ".gitignore");
    if paths.iter().any(is_settings) {
        return Some(Again::Everything);
    }
    let known = |path: &Path| judged.values().any(|judgement| judgement.files.contains(path));
    let plans: BTreeSet<PathBuf> = paths.iter().filter(|path| is_plan(path)).cloned().collect();
    // A file that comes may be included already, or include others; one that goes may leave others without it.
    let came_or_went = plans.iter().any(|path| path.exists() != known(path));
    match came_or_went {
        true => Some(Again::Everything),
        false if plans.iter().any(|path| known(path)) => Some(Again::Files(plans)),
        false => None,
    }
}

fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pok"))
}

/// The folders that are watched.
struct Follower {
    watcher: RecommendedWatcher,
    /// With all that is in them.
    whole: BTreeSet<PathBuf>,
    /// Alone.
    alone: BTreeSet<PathBuf>,
}

impl Follower {
    /// Follows what was named: a folder with all that is in it, or a file.
    fn named(&mut self, path: &Path) -> Result<(), Failure> {
        let Some(whole) = canonical(path) else {
            // That it is not there is for the round to say.
            return Ok(());
        };
        if !whole.is_dir() {
            return self.file(&whole);
        }
        self.watcher.watch(&whole, RecursiveMode::Recursive).map_err(|error| failure(&error))?;
        self.whole.insert(whole.clone());
        self.settings(&whole)
    }

    /// Follows the folder of a file, since editors put a new file in the place of the old one.
    fn file(&mut self, file: &Path) -> Result<(), Failure> {
        let Some(folder) = file.parent() else { return Ok(()) };
        self.folder(folder)?;
        self.settings(folder)
    }

    /// Follows the folder of the project that a folder lies in.
    fn settings(&mut self, folder: &Path) -> Result<(), Failure> {
        folder.ancestors().find(|folder| marked(folder)).map_or(Ok(()), |project| self.folder(project))
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        if self.alone.contains(folder) || folder.ancestors().any(|above| self.whole.contains(above)) {
            return Ok(());
        }
        self.watcher.watch(folder, RecursiveMode::NonRecursive).map_err(|error| failure(&error))?;
        self.alone.insert(folder.to_owned());
        Ok(())
    }
}

/// How all files stand together, and that pok waits.
fn state(judged: &BTreeMap<String, Judgement>, language: Language) -> String {
    let words = words(language);
    let reader = Renderer::new(&words, Notation::default());
    let errors: usize = judged.values().map(|judgement| judgement.errors).sum();
    let warnings: usize = judged.values().map(|judgement| judgement.warnings).sum();
    let message = Message::new("watch-state").with("files", judged.len()).with("errors", errors);
    let said = reader.message(&message.with("warnings", warnings));
    format!("\n{said}\n{}\n", reader.plain("watch-waits"))
}

fn failure(error: &notify::Error) -> Failure {
    Failure::new("failure-watch").with("cause", error.to_string())
}
