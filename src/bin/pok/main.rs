//! The command line of pok: reads the arguments, runs one command, gives its exit code.

mod add_allow;
mod args;
mod check;
mod eval;
mod exclude;
mod explain;
mod files;
mod fmt;
mod output;
mod packs;
mod project;
mod readers;
mod rules;
mod schema;
mod snap;
mod test;
mod trace;
mod write;

use args::{Cli, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Eval(args) => eval::run(args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Snap(args) => snap::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Trace(args) => trace::run(&args),
    }
}
