//! What several commands take.

use clap::{Args, ValueEnum};
use pok::syntax::ast::Language;
use std::path::PathBuf;

#[derive(Clone, Debug, Args)]
pub(crate) struct ConfigArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_config: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct ShowArgs {
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(long, hide = true)]
    pub(crate) width: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct SpeechArgs {
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    En,
    Nl,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Nl => Self::Dutch,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Short,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    Text,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PackFormat {
    Text,
    Markdown,
    Json,
}
