//! `pok completions`: a script with which a shell completes commands and options.

use super::args::CompletionsArgs;
use super::output::{complain, print};
use super::speech::{Reader, commands};
use std::process::ExitCode;

/// Columns do not matter to a shell.
const WIDTH: usize = 100;

/// Runs the command.
pub(crate) fn run(args: &CompletionsArgs) -> ExitCode {
    let mut root = commands(args.speech.language(), Reader::Program, WIDTH);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut root, "pok", &mut script);
    match print(&String::from_utf8_lossy(&script)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}
