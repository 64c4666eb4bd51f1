//! The projects that the files of a run belong to: where `pok.toml` is found, and what it says.

use super::args::ConfigArgs;
use super::exclude::Exclude;
use super::files::{Target, canonical, marked, read_up_to, shown, unreadable};
use super::output::Failure;
use super::readers::Judged;
use pok::diagnostic::Diagnostic;
use pok::report::json::{self, Excluded};
use pok::settings::{Entry, LARGEST, NAME, ProjectFile, RuleCodes, Settings, evaluation, read};
use pok::source::SourceSet;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A project file that was read.
struct Project {
    /// Its folder, links followed.
    folder: PathBuf,
    /// Its name as shown.
    name: String,
    settings: Settings,
    exclude: Exclude,
    /// Its text.
    sources: SourceSet,
    /// What is wrong with it.
    findings: Vec<Diagnostic>,
    /// Rule packs that it names and that cannot be had.
    missing: Vec<Entry>,
    input: json::Input,
}

/// A folder with files of the run.
struct Folder {
    /// Its path, links followed.
    whole: Option<PathBuf>,
    project: Option<ProjectId>,
}

/// The number of a project in the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ProjectId(usize);

/// Which settings the command line asks for.
enum Choice {
    /// Those of the nearest project file.
    Nearest,
    /// None at all.
    Nothing,
    /// Those of one file, for every plan.
    One(ProjectId),
}

/// All projects of a run.
pub(crate) struct Projects {
    choice: Choice,
    all: Vec<Project>,
    /// Folders of files that were admitted, by the path that was given.
    folders: BTreeMap<PathBuf, Folder>,
    /// The project file in a folder, links followed; none where it cannot be read.
    in_folder: BTreeMap<PathBuf, Option<ProjectId>>,
    /// Folders that were searched, links followed.
    searched: Vec<PathBuf>,
    /// Project files that could not be read.
    failures: Vec<Failure>,
}

impl Projects {
    /// As the command line asks.
    pub(crate) fn new(args: &ConfigArgs) -> Result<Self, Failure> {
        let mut projects = Self {
            choice: if args.no_config { Choice::Nothing } else { Choice::Nearest },
            all: Vec::new(),
            folders: BTreeMap::new(),
            in_folder: BTreeMap::new(),
            searched: Vec::new(),
            failures: Vec::new(),
        };
        if let Some(path) = &args.config {
            let id = projects.add(path, shown(path))?;
            projects.choice = Choice::One(id);
        }
        Ok(projects)
    }

    /// Finds the project of a file or of standard input; where that leaves the file out, says so.
    pub(crate) fn admit(&mut self, target: &Target) -> Result<(), Excluded> {
        let folder = folder_of(target);
        if !self.folders.contains_key(&folder) {
            let whole = canonical(&folder);
            let project = match self.choice {
                Choice::Nearest => whole.as_deref().and_then(|whole| self.search(whole)),
                Choice::Nothing => None,
                Choice::One(id) => Some(id),
            };
            self.folders.insert(folder.clone(), Folder { whole, project });
        }
        let Target::File(path) = target else { return Ok(()) };
        match self.pattern(&folder, path) {
            None => Ok(()),
            Some((by, pattern)) => Err(Excluded { file: shown(path), by, pattern }),
        }
    }

    /// The project file and the pattern in it that leave out a file of a folder.
    fn pattern(&mut self, folder: &Path, path: &Path) -> Option<(String, String)> {
        let Folder { whole, project } = self.folders.get(folder)?;
        let project = self.all.get_mut((*project)?.0)?;
        let inside = whole.as_deref()?.strip_prefix(&project.folder).ok()?;
        let pattern = project.exclude.pattern(&inside.join(path.file_name()?))?;
        Some((project.name.clone(), pattern))
    }

    /// The project of a file that was admitted.
    pub(crate) fn of(&self, target: &Target) -> Option<ProjectId> {
        self.folders.get(&folder_of(target))?.project
    }

    /// The project file in the nearest folder above that is a project.
    fn search(&mut self, folder: &Path) -> Option<ProjectId> {
        let project = folder.ancestors().find(|folder| marked(folder))?;
        let path = project.join(NAME);
        if fs::symlink_metadata(&path).is_err() {
            return None;
        }
        if let Some(known) = self.in_folder.get(project) {
            return *known;
        }
        self.open(&path, from_here(&path))
    }

    /// Reads a project file that was named itself.
    pub(crate) fn named(&mut self, path: &Path) {
        let known = canonical(path.parent().unwrap_or(Path::new(""))).and_then(|folder| self.in_folder.get(&folder));
        if known.is_none() {
            self.open(path, shown(path));
        }
    }

    fn open(&mut self, path: &Path, name: String) -> Option<ProjectId> {
        let id = match self.add(path, name) {
            Ok(id) => Some(id),
            Err(failure) => {
                self.failures.push(failure);
                None
            }
        };
        if let Some(folder) = canonical(path.parent().unwrap_or(Path::new(""))) {
            self.in_folder.insert(folder, id);
        }
        id
    }

    fn add(&mut self, path: &Path, name: String) -> Result<ProjectId, Failure> {
        let folder = canonical(path.parent().unwrap_or(Path::new(""))).unwrap_or_default();
        let bytes = bytes(path, &name)?;
        let input = json::Input::new(name.as_str(), &bytes);
        let ProjectFile { sources, settings, mut findings } = read(&name, bytes);
        let (exclude, wrong) = Exclude::new(&settings.exclude);
        findings.extend(wrong);
        let missing = Vec::new();
        self.all.push(Project { folder, name, settings, exclude, sources, findings, missing, input });
        Ok(ProjectId(self.all.len() - 1))
    }

    /// Remembers that a folder was searched whole.
    pub(crate) fn searched(&mut self, folder: &Path) {
        self.searched.extend(canonical(folder));
    }

    /// The rule packs that each project names, with the folder at which paths begin.
    pub(crate) fn rules(&self) -> Vec<(ProjectId, PathBuf, Vec<Entry>)> {
        let from = |project: &Project| {
            let shown = Path::new(&project.name).parent().unwrap_or(Path::new(""));
            shown.to_owned()
        };
        (0..).map(ProjectId).zip(&self.all).map(|(id, it)| (id, from(it), it.settings.rules.clone())).collect()
    }

    /// A rule pack that a project names and that cannot be had.
    pub(crate) fn missing(&mut self, id: ProjectId, entry: &Entry, is_path: bool) {
        if let Some(project) = self.all.get_mut(id.0) {
            project.findings.push(entry.missing_pack(is_path));
            project.missing.push(entry.clone());
        }
    }

    /// Every project with what it wishes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ProjectId, &Settings)> {
        (0..).map(ProjectId).zip(self.all.iter().map(|project| &project.settings))
    }

    /// What the project of a plan wishes.
    pub(crate) fn settings(&self, id: Option<ProjectId>) -> Option<&Settings> {
        self.all.get(id?.0).map(|project| &project.settings)
    }

    /// Whether the run looked at the whole project.
    fn seen_whole(&self, project: &Project) -> bool {
        self.searched.iter().any(|searched| project.folder.starts_with(searched))
    }

    /// The project files that took part, with their fingerprints.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = json::Input> {
        self.all.iter().map(|project| project.input.clone())
    }

    /// Project files that could not be read.
    pub(crate) fn take_failures(&mut self) -> Vec<Failure> {
        std::mem::take(&mut self.failures)
    }

    /// What comes out for each project file, which happens once. `rules` tells the codes that rules of a project can
    /// have; what no file and no code meets is told only where the whole project was looked at.
    pub(crate) fn evaluations(&mut self, rules: impl Fn(ProjectId) -> RuleCodes) -> Vec<Judged> {
        let whole: Vec<bool> = self.all.iter().map(|project| self.seen_whole(project)).collect();
        let each = (0..).map(ProjectId).zip(&mut self.all).zip(whole);
        each.map(|((id, project), whole)| {
            let mut findings = std::mem::take(&mut project.findings);
            if whole {
                findings.extend(project.exclude.unused());
                findings.extend(project.settings.levels.unknown_rules(&rules(id)));
            }
            let not_checked = project.missing.iter().map(Entry::not_evaluated).collect();
            let sources = std::mem::take(&mut project.sources);
            let evaluation = evaluation(sources, &project.settings, findings, not_checked);
            Judged { evaluation, project: Some(id) }
        })
        .collect()
    }
}

/// Whether the path is that of a project file by its name.
pub(crate) fn is_project_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME)
}

/// The folder in which a file lies, as its path gives it; standard input lies in the current one.
fn folder_of(target: &Target) -> PathBuf {
    match target {
        Target::Stdin | Target::Given(_) => PathBuf::new(),
        Target::File(path) => path.parent().unwrap_or(Path::new("")).to_owned(),
    }
}

fn bytes(path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let meta = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if meta.is_dir() {
        return Err(Failure::new("failure-config-folder").file(Path::new(name)));
    }
    if !meta.is_file() {
        return Err(Failure::new("failure-config-regular").file(Path::new(name)));
    }
    let fail = |error: std::io::Error| unreadable(path, &error);
    let bytes = read_up_to(File::open(path).map_err(fail)?, LARGEST + 1).map_err(fail)?;
    if bytes.len() > LARGEST {
        return Err(Failure::new("failure-config-large").file(Path::new(name)));
    }
    Ok(bytes)
}

/// A path as seen from the current folder: `pok.toml`, `../pok.toml`.
pub(crate) fn from_here(path: &Path) -> String {
    let Some(here) = canonical(Path::new("")) else { return shown(path) };
    if let Ok(inside) = path.strip_prefix(&here) {
        return shown(inside);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let Ok(up) = here.strip_prefix(folder) else { return shown(path) };
    let mut relative: PathBuf = up.components().map(|_| "..").collect();
    relative.extend(path.file_name());
    shown(&relative)
}
