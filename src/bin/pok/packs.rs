//! Rule packs that the command line and the projects name: those that ship with pok, and files.

use super::files::{Disk, Target};
use super::output::Failure;
use super::project::{ProjectId, Projects};
use pok::diagnostic::Value;
use pok::evaluation::Session;
use pok::load::load;
use pok::report::json::Input;
use pok::rule::{Compiled, compile, shipped};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What the run brings to the plans of each project: its rule packs, and those that the command line names.
pub(crate) struct Sessions {
    base: Session,
    own: BTreeMap<ProjectId, Session>,
    inputs: Vec<Input>,
}

impl Sessions {
    /// Reads the packs that the command line names, which must exist, and those of the projects, which say so at their
    /// place where they do not.
    pub(crate) fn new(
        mut base: Session,
        names: &[String],
        projects: &mut Projects,
        fingerprints: bool,
    ) -> Result<Self, Failure> {
        let mut inputs = Vec::new();
        for name in names {
            let (pack, read) = pack(name, Path::new(""), fingerprints)?;
            base.packs.push(pack);
            inputs.extend(read);
        }
        let mut sessions = Self { own: BTreeMap::new(), base, inputs };
        for (id, folder, rules) in projects.rules() {
            let mut session = sessions.base.clone();
            for entry in rules {
                if let Ok((pack, read)) = pack(&entry.text, &folder, fingerprints) {
                    session.packs.push(pack);
                    sessions.inputs.extend(read);
                } else {
                    session.missing_packs.push(entry.text.clone());
                    projects.missing(id, &entry, is_path(&entry.text));
                }
            }
            sessions.own.insert(id, session);
        }
        Ok(sessions)
    }

    /// What plans of a project are checked with.
    pub(crate) fn of(&self, project: Option<ProjectId>) -> &Session {
        project.and_then(|id| self.own.get(&id)).unwrap_or(&self.base)
    }

    /// The rule files that were read, with their fingerprints.
    pub(crate) fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The codes of the rules that may take part: those of the packs that ship, which plans may use, and of the run.
    pub(crate) fn codes(&self) -> Vec<String> {
        let own = self.own.values().chain([&self.base]).flat_map(|session| session.packs.iter().cloned());
        let mut codes: Vec<String> = shipped::names()
            .filter_map(shipped::pack)
            .chain(own)
            .flat_map(|pack| pack.codes().collect::<Vec<_>>())
            .collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

/// The pack of that name; a path begins at the folder.
pub(crate) fn pack(name: &str, folder: &Path, fingerprints: bool) -> Result<(Arc<Compiled>, Vec<Input>), Failure> {
    if let Some(pack) = shipped::pack(name) {
        return Ok((pack, Vec::new()));
    }
    if is_path(name) {
        let (pack, read) = from_file(&folder.join(name), fingerprints)?;
        return Ok((Arc::new(pack), read));
    }
    let known = Value::Statement(shipped::names().collect::<Vec<_>>().join(", "));
    Err(Failure::new("failure-pack").with("name", name).with("known", known))
}

/// Reads a rule file.
pub(crate) fn from_file(path: &Path, fingerprints: bool) -> Result<(Compiled, Vec<Input>), Failure> {
    let (mut disk, input) = Disk::open(&Target::File(path.to_owned()), fingerprints)?;
    let pack = compile(load(input, &mut disk));
    Ok((pack, disk.into_inputs()))
}

/// Whether a name is meant as a path: it ends in `.pok`, or leads through a folder.
fn is_path(name: &str) -> bool {
    let is_pok = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("pok"));
    is_pok || name.contains(['/', '\\'])
}
