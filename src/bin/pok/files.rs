//! Plans on disk: which files a path stands for, and where an `include` leads without leaving the project.

use super::output::Failure;
use super::project::{Projects, is_project_file};
use ignore::WalkBuilder;
use pok::diagnostic::Value;
use pok::load::{Input, Located, Refusal, Resolver};
use pok::report::json::{self, Excluded};
use pok::settings::NAME;
use pok::syntax::LARGEST;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// Standard input.
    Stdin,
    /// What standard input held.
    Given(Vec<u8>),
    /// A file, by the path to show.
    File(PathBuf),
}

/// What paths stand for.
#[derive(Default)]
pub(crate) struct Found {
    /// The files to check, each once and by path.
    pub(crate) targets: Vec<Target>,
    /// Files that were named, and that their project leaves out.
    pub(crate) left_out: Vec<Excluded>,
    /// All files that their project leaves out.
    pub(crate) excluded: Vec<Excluded>,
    /// What could not be found or read.
    pub(crate) failures: Vec<Failure>,
}

/// What files that a project leaves out are to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A file that is named is left out too.
    LeftOut,
    /// A file that is named is wanted.
    Wanted,
}

/// What the paths stand for; projects are found on the way.
pub(crate) fn targets(paths: &[PathBuf], projects: &mut Projects, named: Named) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == "-" {
            found.admit(Target::Stdin, projects, named);
            continue;
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() && is_project_file(path) => projects.named(path),
            Ok(meta) if meta.is_dir() => found.walk(path, projects),
            Ok(meta) if meta.is_file() && is_project_file(path) => projects.named(&tidy(path)),
            Ok(meta) if meta.is_file() => found.admit(Target::File(tidy(path)), projects, named),
            // A pipe or a device may never end.
            Ok(_) => {
                found.failures.push(Failure::new("failure-not-regular").file(path));
            }
            Err(error) => found.failures.push(unreadable(path, &error)),
        }
    }
    found.failures.extend(projects.take_failures());
    found.targets.sort();
    found.targets.dedup();
    for list in [&mut found.left_out, &mut found.excluded] {
        list.sort();
        list.dedup();
    }
    found
}

impl Found {
    /// Adds a file that was named.
    fn admit(&mut self, target: Target, projects: &mut Projects, named: Named) {
        match projects.admit(&target) {
            Err(excluded) if named == Named::LeftOut => {
                self.left_out.push(excluded.clone());
                self.excluded.push(excluded);
            }
            Ok(()) | Err(_) => self.targets.push(target),
        }
    }

    /// Adds the `.pok` files of a folder. `.gitignore` counts whether or not the folder is in a git repository.
    fn walk(&mut self, folder: &Path, projects: &mut Projects) {
        projects.searched(folder);
        let mut none = true;
        let walk = WalkBuilder::new(folder).require_git(false).git_global(false).build();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.failures.push(unwalked(folder, error));
                    continue;
                }
            };
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            let is_plan = entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pok"));
            if is_file && is_plan {
                none = false;
                let target = Target::File(tidy(entry.path()));
                match projects.admit(&target) {
                    Ok(()) => self.targets.push(target),
                    Err(excluded) => self.excluded.push(excluded),
                }
            }
        }
        if none {
            let folder = Value::Statement(folder.to_string_lossy().into_owned());
            self.failures.push(Failure::new("failure-no-plans").with("folder", folder));
        }
    }
}

/// The path without `./` in front.
fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| !matches!(part, Component::CurDir)).collect()
}

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new("failure-missing").file(path),
        io::ErrorKind::PermissionDenied => Failure::new("failure-not-allowed").file(path),
        _ => Failure::new("failure-file").file(path).cause(error),
    }
}

/// What could not be read on the way through a folder.
fn unwalked(folder: &Path, error: ignore::Error) -> Failure {
    let shown = error.to_string();
    let at = |error: &ignore::Error| match error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        _ => folder.to_owned(),
    };
    let path = match &error {
        ignore::Error::WithDepth { err, .. } => at(err),
        error => at(error),
    };
    match error.into_io_error() {
        Some(error) => unreadable(&path, &error),
        None => Failure::new("failure-file").file(&path).with("cause", Value::Statement(shown)),
    }
}

/// A path as shown: with forward slashes.
pub(crate) fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").replacen("//", "/", 1)
}

/// Reads the files of one plan, and remembers which.
pub(crate) struct Disk {
    /// Where files are found, by key.
    paths: BTreeMap<String, PathBuf>,
    /// The folder that no include leaves.
    project: PathBuf,
    /// What was read, where fingerprints are asked for.
    inputs: Option<Vec<json::Input>>,
}

impl Disk {
    /// Reads the file to check.
    pub(crate) fn open(target: &Target, fingerprints: bool) -> Result<(Self, Input), Failure> {
        let here = PathBuf::from(".");
        let mut disk = Self { paths: BTreeMap::new(), project: here.clone(), inputs: fingerprints.then(Vec::new) };
        // One byte more than is allowed tells that a file is too large.
        let (name, key, bytes) = match target {
            Target::Given(bytes) => {
                disk.paths.insert("-".to_owned(), here.join("-"));
                ("-".to_owned(), "-".to_owned(), bytes.clone())
            }
            Target::Stdin => {
                let bytes = read_up_to(io::stdin().lock(), LARGEST + 1);
                let bytes = bytes.map_err(|error| Failure::new("failure-stdin").cause(&error))?;
                disk.paths.insert("-".to_owned(), here.join("-"));
                ("-".to_owned(), "-".to_owned(), bytes)
            }
            Target::File(path) => {
                let fail = |error: io::Error| unreadable(path, &error);
                let bytes = read_up_to(File::open(path).map_err(fail)?, LARGEST + 1).map_err(fail)?;
                let key = path.canonicalize().map_err(fail)?.to_string_lossy().into_owned();
                disk.paths.insert(key.clone(), path.clone());
                (shown(path), key, bytes)
            }
        };
        disk.remember(&name, &bytes);
        Ok((disk, Input { name, key, bytes }))
    }

    /// The files that were read, with their fingerprints.
    pub(crate) fn into_inputs(self) -> Vec<json::Input> {
        self.inputs.unwrap_or_default()
    }

    fn remember(&mut self, name: &str, bytes: &[u8]) {
        if let Some(inputs) = &mut self.inputs {
            inputs.push(json::Input::new(name, bytes));
        }
    }
}

impl Resolver for Disk {
    fn locate(&mut self, from: &Located, path: &str) -> Result<Located, Refusal> {
        let missing = Refusal::Missing { similar: None };
        let from_path = self.paths.get(&from.key).ok_or_else(|| missing.clone())?;
        let folder = from_path.parent().unwrap_or(Path::new(""));
        let absolute = canonical(folder).ok_or_else(|| missing.clone())?;
        if self.project == Path::new(".") {
            self.project = project(&absolute);
        }
        let wanted = Path::new(path);
        // Told by the words alone, so that nothing outside is even looked at.
        let target = normal(&absolute.join(wanted));
        if wanted.is_absolute() || !target.starts_with(&self.project) {
            return Err(Refusal::Outside);
        }
        let Ok(real) = target.canonicalize() else {
            return Err(Refusal::Missing { similar: similar(&target, wanted) });
        };
        if !real.starts_with(&self.project) {
            return Err(Refusal::Outside);
        }
        if path.is_empty() {
            return Err(missing);
        }
        if !real.is_file() {
            return Err(Refusal::Unreadable);
        }
        let shown_path = normal(&folder.join(wanted));
        let located = Located { name: shown(&shown_path), key: real.to_string_lossy().into_owned() };
        self.paths.entry(located.key.clone()).or_insert(shown_path);
        Ok(located)
    }

    fn read(&mut self, file: &Located, limit: usize) -> Result<Vec<u8>, Refusal> {
        let bytes = File::open(&file.key).and_then(|file| read_up_to(file, limit.saturating_add(1)));
        let bytes = bytes.map_err(|_| Refusal::Unreadable)?;
        if bytes.len() > limit {
            return Err(Refusal::TooLarge);
        }
        self.remember(&file.name, &bytes);
        Ok(bytes)
    }
}

pub(crate) fn read_up_to(file: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(u64::try_from(limit).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The folder itself, links followed; the empty path is the current folder.
pub(crate) fn canonical(folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.canonicalize().ok()
}

/// The folder that includes may not leave: that of the nearest `pok.toml` or `.git` above a file, else the current
/// folder, or the file's own where it lies elsewhere.
fn project(folder: &Path) -> PathBuf {
    if let Some(project) = folder.ancestors().find(|folder| marked(folder)) {
        return project.to_owned();
    }
    match canonical(Path::new(".")) {
        Some(current) if folder.starts_with(&current) => current,
        _ => folder.to_owned(),
    }
}

/// Whether a folder is that of a project.
pub(crate) fn marked(folder: &Path) -> bool {
    folder.join(NAME).exists() || folder.join(".git").exists()
}

/// The path with `..` and `.` worked out by the words alone.
fn normal(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.into_iter().collect()
}

/// A file in the same folder whose name is nearly the wanted one, as the include would write it.
fn similar(target: &Path, wanted: &Path) -> Option<String> {
    let name = target.file_name()?.to_str()?.to_lowercase();
    let entries = fs::read_dir(target.parent()?).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let near = names.map(|other| (strsim::osa_distance(&other.to_lowercase(), &name), other));
    let (_, best) = near.filter(|(distance, _)| *distance <= 2).min()?;
    Some(shown(&wanted.with_file_name(best)))
}
