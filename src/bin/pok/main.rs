//! The command line of pok: reads the arguments, runs one command, gives its exit code.

mod args;
mod check;
mod explain;
mod files;
mod output;
mod trace;

use args::{Cli, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Trace(args) => trace::run(&args),
    }
}
