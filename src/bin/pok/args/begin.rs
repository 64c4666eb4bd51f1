//! What the commands take that set pok up: `pok init`, `pok completions`, `pok man`, and `pok help`.

use super::shared::SpeechArgs;
use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    #[arg(value_name = "FILE", default_value = "plan.pok")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long)]
    pub(crate) years: Option<String>,
    #[arg(long, default_value = "EUR")]
    pub(crate) currency: String,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) speech: SpeechArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum)]
    pub(crate) shell: Shell,
    #[command(flatten)]
    pub(crate) speech: SpeechArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    pub(crate) commands: Vec<String>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) speech: SpeechArgs,
}

#[derive(Debug, Args)]
pub(crate) struct HelpArgs {
    #[arg(value_name = "COMMAND")]
    pub(crate) commands: Vec<String>,
    #[command(flatten)]
    pub(crate) speech: SpeechArgs,
}
