//! What may stand on the command line. What each argument means stands in `locales/*/help.ftl`, by its name.

mod begin;
mod check;
mod eval;
mod fmt;
mod look;
mod rules;
mod shared;

pub(crate) use begin::{CompletionsArgs, HelpArgs, InitArgs, ManArgs};
pub(crate) use check::{CheckArgs, Deny, FixArgs};
pub(crate) use eval::{EvalArgs, EvalFormat, SnapArgs};
pub(crate) use fmt::FmtArgs;
pub(crate) use look::{ExplainArgs, Schema, SchemaArgs, TraceArgs, TraceFormat};
pub(crate) use rules::{CheckRulesArgs, ListRulesArgs, RulesArgs, RulesCommand, ShowRulesArgs, TestArgs};
pub(crate) use shared::{Color, ConfigArgs, Format, Lang, PackFormat, PageFormat, ShowArgs, SpeechArgs};

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "pok", version, propagate_version = true, disable_help_subcommand = true)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Eval(EvalArgs),
    Fmt(FmtArgs),
    Snap(SnapArgs),
    Explain(ExplainArgs),
    Test(TestArgs),
    Rules(RulesArgs),
    Schema(SchemaArgs),
    Trace(TraceArgs),
    Init(InitArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    Help(HelpArgs),
}
