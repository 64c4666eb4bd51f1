//! Files written in one step: a reader sees the old text or the new one, never half of either.

use std::error::Error;
use std::fmt;
use std::fs::{self, File, OpenOptions};
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
    let permissions = fs::metadata(path)?.permissions();
    // A file can be replaced where it could not be written; whoever made it read-only did not mean that.
    if permissions.readonly() {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    in_one_step(path, |file| {
        file.write_all(new)?;
        file.set_permissions(permissions)?;
        if fs::read(path)? != old {
            return Err(io::Error::other(Changed));
        }
        Ok(())
    })
}

/// Writes a file in one step, whether or not there is one of that name.
pub(crate) fn put(path: &Path, text: &[u8]) -> io::Result<()> {
    // Behind a link the file itself is written, and the link stays.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path) {
        // A pipe or a device is written to; a file in its place would do away with it.
        Ok(meta) if !meta.is_file() => OpenOptions::new().write(true).open(&path)?.write_all(text),
        Ok(meta) => in_one_step(&path, |file| {
            file.write_all(text)?;
            file.set_permissions(meta.permissions())
        }),
        Err(_) => in_one_step(&path, |file| file.write_all(text)),
    }
}

/// Fills a new file beside it, and gives it the name when all is in it.
fn in_one_step(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let done = File::create_new(&beside).and_then(|mut file| {
        fill(&mut file)?;
        file.sync_all()
    });
    let done = done.and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // What went wrong is told; a file left over beside it would only add to that.
        let _ = fs::remove_file(&beside);
    }
    done
}
