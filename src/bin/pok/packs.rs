//! Rule packs that the command line names: those that ship with pok, and files.

use super::files::{Disk, Target};
use super::output::Failure;
use pok::load::load;
use pok::report::json::Input;
use pok::report::visible::visible;
use pok::rule::{Compiled, compile, shipped};
use std::path::Path;
use std::sync::Arc;

/// Reads the packs; files also with their fingerprints, where those are asked for.
pub(crate) fn packs(names: &[String], fingerprints: bool) -> Result<(Vec<Arc<Compiled>>, Vec<Input>), Failure> {
    let mut packs = Vec::new();
    let mut inputs = Vec::new();
    for name in names {
        if let Some(pack) = shipped::pack(name) {
            packs.push(pack);
        } else if is_path(name) {
            let (pack, read) = from_file(Path::new(name), fingerprints)?;
            packs.push(Arc::new(pack));
            inputs.extend(read);
        } else {
            let known: Vec<&str> = shipped::names().collect();
            let known = known.join(", ");
            return Err(Failure(format!(
                "there is no rule pack {}; these ship with pok: {known}; a pack of your own is named by its file",
                visible(name)
            )));
        }
    }
    Ok((packs, inputs))
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
