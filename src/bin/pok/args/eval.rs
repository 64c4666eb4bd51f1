//! What `pok eval` and `pok snap` take.

use super::shared::{ConfigArgs, ShowArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct EvalArgs {
    #[arg(value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = EvalFormat::Table)]
    pub(crate) format: EvalFormat,
    #[arg(long, value_name = "NAME")]
    pub(crate) scenario: Option<String>,
    #[arg(long, value_name = "PACK", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    pub(crate) headroom: Option<String>,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) exit_zero: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvalFormat {
    Table,
    Json,
    Csv,
    Markdown,
}

#[derive(Debug, Args)]
pub(crate) struct SnapArgs {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, conflicts_with = "check")]
    pub(crate) accept: bool,
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}
