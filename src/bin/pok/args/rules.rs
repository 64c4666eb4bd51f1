//! What `pok rules` and `pok test` take.

use super::begin::HelpArgs;
use super::shared::{ConfigArgs, Format, PackFormat, ShowArgs};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct RulesArgs {
    #[command(subcommand)]
    pub(crate) command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    List(ListRulesArgs),
    Show(ShowRulesArgs),
    Check(CheckRulesArgs),
    Help(HelpArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ListRulesArgs {
    #[arg(value_name = "FILE")]
    pub(crate) packs: Vec<String>,
    #[arg(long, value_enum, default_value_t = PackFormat::Text)]
    pub(crate) format: PackFormat,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ShowRulesArgs {
    #[arg(value_name = "PACK|CODE")]
    pub(crate) what: String,
    #[arg(long, value_enum, default_value_t = PackFormat::Text)]
    pub(crate) format: PackFormat,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CheckRulesArgs {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}
