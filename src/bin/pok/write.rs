//! Files written in one step: a reader sees the old text or the new one, never half of either.

use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Why nothing was written: the file no longer holds what was read.
#[derive(Debug)]
pub(crate) struct Changed;

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it has changed meanwhile; nothing was written")
    }
}

impl Error for Changed {}

/// Replaces what a file holds in one step, unless it no longer holds `old`.
pub(crate) fn replace(path: &Path, old: &[u8], new: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let done = fill(path, &beside, old, new).and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // What went wrong is told; a file left over beside it would only add to that.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn fill(path: &Path, beside: &Path, old: &[u8], new: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(path)?.permissions();
    // A file can be replaced where it could not be written; whoever made it read-only did not mean that.
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only; nothing was written"));
    }
    let mut file = File::create_new(beside)?;
    file.write_all(new)?;
    file.set_permissions(permissions)?;
    file.sync_all()?;
    if fs::read(path)? != old {
        return Err(io::Error::other(Changed));
    }
    Ok(())
}
