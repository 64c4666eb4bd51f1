//! What `pok check` takes.

use super::super::outputs::Format;
use super::shared::{ConfigArgs, ShowArgs};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command")]
pub(crate) struct CheckArgs {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[arg(long, value_name = "[FORMAT=]FILE")]
    pub(crate) output: Vec<String>,
    #[arg(long)]
    pub(crate) statistics: bool,
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    #[arg(long, value_name = "PACK", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<Date>,
    #[arg(long, conflicts_with_all = ["format", "output", "statistics"])]
    pub(crate) add_allow: bool,
    #[command(flatten)]
    pub(crate) fixes: FixArgs,
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "diff", "add_allow", "output"])]
    pub(crate) watch: bool,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) exit_zero: bool,
}

// What may be asked of fixes on the command line.
#[derive(Clone, Debug, Args)]
pub(crate) struct FixArgs {
    #[arg(long, conflicts_with = "add_allow")]
    pub(crate) fix: bool,
    #[arg(long, conflicts_with = "add_allow")]
    pub(crate) unsafe_fixes: bool,
    #[arg(long, conflicts_with_all = ["add_allow", "format", "output", "statistics"])]
    pub(crate) diff: bool,
}

impl FixArgs {
    /// Whether fixes are asked for, be it to look at them.
    pub(crate) fn asked(&self) -> bool {
        self.fix || self.unsafe_fixes || self.diff
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    Warnings,
}
