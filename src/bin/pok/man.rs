//! `pok man`: manual pages of the program and its commands.

use super::args::ManArgs;
use super::output::{Failure, complain, print};
use super::speech::{Reader, commands, sentence_in, words};
use clap::Command;
use clap_mangen::Man;
use pok::diagnostic::{Message, Value};
use pok::syntax::ast::Language;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// The page itself is as wide as its reader's screen; this is for texts that are wrapped before.
const WIDTH: usize = 100;

/// Runs the command.
pub(crate) fn run(args: &ManArgs) -> ExitCode {
    match pages(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn pages(args: &ManArgs) -> Result<(), Failure> {
    let language = args.speech.language();
    let root = commands(language, Reader::Person, WIDTH);
    if let Some(folder) = &args.out {
        return write_all(&root, folder, language);
    }
    let mut command = &root;
    for name in &args.commands {
        let next = command.find_subcommand(name);
        command = next.ok_or_else(|| Failure::new("failure-no-command").with("command", name.as_str()))?;
    }
    print(&page(command, language)?.1)
}

/// Writes a page for the program and each of its commands, and says how many.
fn write_all(root: &Command, folder: &Path, language: Language) -> Result<(), Failure> {
    let fail = |path: &Path, error: &std::io::Error| Failure::new("failure-file").file(path).cause(error);
    fs::create_dir_all(folder).map_err(|error| fail(folder, &error))?;
    let mut count = 0_usize;
    for command in with_parts(root) {
        let (name, text) = page(command, language)?;
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| fail(&path, &error))?;
        count += 1;
    }
    let folder = Value::Statement(folder.to_string_lossy().into_owned());
    let message = Message::new("man-written").with("count", count).with("folder", folder);
    print(&(sentence_in(language, &message) + "\n"))
}

/// A command and all below it that do something of their own.
fn with_parts(command: &Command) -> Vec<&Command> {
    let parts = command.get_subcommands().filter(|part| part.get_name() != "help");
    std::iter::once(command).chain(parts.flat_map(with_parts)).collect()
}

/// The name of the file of a page, and its text.
fn page(command: &Command, language: Language) -> Result<(String, String), Failure> {
    let version = command.get_version().unwrap_or_default();
    let man = Man::new(command.clone()).source(format!("pok {version}"));
    let mut bytes = Vec::new();
    man.render(&mut bytes).map_err(|error| Failure::new("failure-output").cause(&error))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let words = words(language);
    let headings = [
        (".SH NAME", "man-name"),
        (".SH SYNOPSIS", "man-synopsis"),
        (".SH DESCRIPTION", "man-description"),
        (".SH EXTRA", "man-more"),
        (".SH VERSION", "man-version"),
    ];
    let heading = |line: &str| {
        let found = headings.iter().find(|(written, _)| *written == line);
        match (found, line.strip_prefix(".SH ")) {
            (Some((_, name)), _) => format!(".SH {}", words.plain(name)),
            (None, Some(own)) => format!(".SH {}", own.to_uppercase()),
            (None, None) => line.to_owned(),
        }
    };
    let text = text.lines().map(|line| heading(line) + "\n").collect();
    Ok((man.get_filename(), text))
}
