//! `pok schema`: the published form of what `--format json` gives.

use super::args::{Schema, SchemaArgs};
use super::output::{complain, print};
use pok::report::schema;
use std::process::ExitCode;

/// Runs the command.
pub(crate) fn run(args: &SchemaArgs) -> ExitCode {
    let text = match args.of {
        Schema::Outcome => schema::OUTCOME,
        Schema::Check => schema::CHECK,
    };
    match print(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}
