//! Where what `pok check` found goes: to the screen in one format, to files in others.

use super::files::{Found, Target, canonical};
use super::output::Failure;
use super::project::is_project_file;
use super::write::put;
use clap::ValueEnum;
use pok::diagnostic::Value;
use std::path::{Path, PathBuf};

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Short,
    Json,
    Sarif,
    Github,
    Gitlab,
    Junit,
    Markdown,
}

/// Where a report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Goal {
    Screen,
    File(PathBuf),
}

/// The reports that a run is asked for, each a format and where it goes.
#[derive(Debug)]
pub(crate) struct Outputs(Vec<(Format, Goal)>);

impl Outputs {
    /// What `--format` and each `--output` ask for. `FILE` takes the format of `--format` from the screen, `FORMAT=FILE` adds
    /// one; `-` is standard output.
    pub(crate) fn new(format: Format, asked: &[String]) -> Result<Self, Failure> {
        let mut main = None;
        let mut others = Vec::new();
        for value in asked {
            match named(value)? {
                (Some(format), goal) => others.push((format, goal)),
                (None, goal) if main.is_none() => main = Some(goal),
                (None, _) => {
                    return Err(Failure::new("failure-output-once"));
                }
            }
        }
        let mut all = vec![(format, main.unwrap_or(Goal::Screen))];
        all.append(&mut others);
        let outputs = Self(all);
        outputs.check_goals()?;
        Ok(outputs)
    }

    /// Whether a format is asked for anywhere.
    pub(crate) fn has(&self, format: Format) -> bool {
        self.0.iter().any(|(asked, _)| *asked == format)
    }

    /// The formats that are asked for.
    pub(crate) fn formats(&self) -> impl Iterator<Item = Format> {
        self.0.iter().map(|(format, _)| *format)
    }

    /// The format on the screen, where there is one.
    pub(crate) fn on_screen(&self) -> Option<Format> {
        self.0.iter().find(|(_, goal)| *goal == Goal::Screen).map(|(format, _)| *format)
    }

    /// No report may be lost: each goes to a place of its own, which can be written, and not over a plan.
    fn check_goals(&self) -> Result<(), Failure> {
        let mut seen: Vec<PathBuf> = Vec::new();
        for (_, goal) in &self.0 {
            let whole = match goal {
                Goal::Screen => PathBuf::from("-"),
                Goal::File(path) => writable(path)?,
            };
            if seen.contains(&whole) {
                return Err(match goal {
                    Goal::Screen => Failure::new("failure-output-screen-twice"),
                    Goal::File(path) => Failure::new("failure-output-twice").file(path),
                });
            }
            seen.push(whole);
        }
        Ok(())
    }

    /// That no report would be written over a file that is read.
    pub(crate) fn spare(&self, found: &Found) -> Result<(), Failure> {
        let read = found.targets.iter().filter_map(|target| match target {
            Target::Stdin | Target::Given(_) => None,
            Target::File(path) => path.canonicalize().ok(),
        });
        let read: Vec<PathBuf> = read.collect();
        for (_, goal) in &self.0 {
            let Goal::File(path) = goal else { continue };
            if path.canonicalize().is_ok_and(|whole| read.contains(&whole)) {
                return Err(over_a_plan(path));
            }
        }
        Ok(())
    }

    /// Makes every report, then writes the files, and shows what goes to the screen last.
    pub(crate) fn write(
        &self,
        report: impl Fn(Format, bool) -> String,
        show: impl Fn(&str) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let made = self.0.iter().map(|(format, goal)| (goal, report(*format, *goal == Goal::Screen)));
        let made: Vec<(&Goal, String)> = made.collect();
        for (goal, text) in &made {
            if let Goal::File(path) = goal {
                put(path, text.as_bytes()).map_err(|error| Failure::new("failure-file").file(path).cause(&error))?;
            }
        }
        made.iter().filter(|(goal, _)| **goal == Goal::Screen).try_for_each(|(_, text)| show(text))
    }
}

/// What one `--output` asks for; no format where it names none.
fn named(value: &str) -> Result<(Option<Format>, Goal), Failure> {
    let goal = |file: &str| match file {
        "" => Err(Failure::new("failure-output-no-file").with("value", value)),
        "-" => Ok(Goal::Screen),
        file => Ok(Goal::File(PathBuf::from(file))),
    };
    let Some((word, file)) = value.split_once('=') else { return Ok((None, goal(value)?)) };
    if !word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        // A file with `=` in its name.
        return Ok((None, goal(value)?));
    }
    if let Ok(format) = Format::from_str(word, true) {
        return Ok((Some(format), goal(file)?));
    }
    let known: Vec<String> = Format::value_variants().iter().copied().filter_map(word_of).collect();
    let failure = Failure::new("failure-output-format").with("value", value).with("word", word);
    Err(failure.with("known", known.join(", ")))
}

fn word_of(format: Format) -> Option<String> {
    format.to_possible_value().map(|value| value.get_name().to_owned())
}

/// The whole path of a file that can be written.
fn writable(path: &Path) -> Result<PathBuf, Failure> {
    if path.is_dir() {
        return Err(Failure::new("failure-output-folder").file(path));
    }
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pok")) || is_project_file(path) {
        return Err(over_a_plan(path));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let Some(whole) = canonical(folder).filter(|folder| folder.is_dir()) else {
        let folder = Value::Statement(folder.to_string_lossy().into_owned());
        return Err(Failure::new("failure-output-no-folder").file(path).with("folder", folder));
    };
    match (path.canonicalize(), path.file_name()) {
        (Ok(whole), _) => Ok(whole),
        (Err(_), Some(file)) => Ok(whole.join(file)),
        (Err(_), None) => Err(Failure::new("failure-output-folder").file(path)),
    }
}

fn over_a_plan(path: &Path) -> Failure {
    Failure::new("failure-output-plan").file(path)
}
