//! What a command line says before it is read: which command is meant, and which options it has.

use clap::Command;
use std::ffi::OsString;

/// The words on a command line that name a command and its parts: `rules`, `show`.
pub(super) fn named(root: &Command, arguments: &[OsString]) -> Vec<String> {
    let mut path = Vec::new();
    let mut command = root;
    for word in arguments.iter().filter_map(|word| word.to_str()).filter(|word| !word.starts_with('-')) {
        let Some(found) = command.find_subcommand(word) else { break };
        path.push(found.get_name().to_owned());
        command = found;
    }
    path
}

/// The command of a path.
pub(super) fn command<'a>(root: &'a Command, path: &[String]) -> &'a Command {
    path.iter().fold(root, |command, name| command.find_subcommand(name).unwrap_or(command))
}
