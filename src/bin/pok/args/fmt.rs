//! What `pok fmt` takes.

use super::shared::{ConfigArgs, Lang, ShowArgs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) check: bool,
    #[arg(long)]
    pub(crate) diff: bool,
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) language: Option<Lang>,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}
