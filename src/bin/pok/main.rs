//! The command line of pok: reads the arguments, runs one command, gives its exit code.

mod add_allow;
mod args;
mod check;
mod completions;
mod difference;
mod eval;
mod evaluate;
mod exclude;
mod explain;
mod files;
mod fix;
mod fmt;
mod includers;
mod init;
mod man;
mod output;
mod outputs;
mod packs;
mod progress;
mod project;
mod readers;
mod rules;
mod schema;
mod snap;
mod speech;
mod test;
mod trace;
mod watch;
mod write;

use args::{Cli, Command};
use clap::Parser as _;
use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let program = OsString::from("pok");
    // Read without the texts of help, which cost more time than the work itself; they are asked for where they are needed.
    match Cli::try_parse_from([&program].into_iter().chain(&arguments)) {
        Ok(cli) => run(cli.command),
        Err(_) => speech::answer(&arguments, speech::spoken()),
    }
}

fn run(command: Command) -> ExitCode {
    match command {
        Command::Check(args) => check::run(&args),
        Command::Eval(args) => eval::run(args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Snap(args) => snap::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Help(args) => speech::help(&args, &[]),
        Command::Init(args) => init::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    }
}
