//! What may stand on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use pok::syntax::ast::Language;
use std::path::PathBuf;

/// Checks public spending plans: do the stated figures hold, and does every finding explain itself?
#[derive(Debug, Parser)]
#[command(name = "pok", version, about, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check plans and show what does not hold
    Check(CheckArgs),
    /// Show what the money comes to: who pays what, what is left
    Eval(EvalArgs),
    /// Lay out plans and rule files in one way, or translate their keywords and figures
    Fmt(FmtArgs),
    /// Keep the outcome of plans beside them, and tell when it changes
    Snap(SnapArgs),
    /// Explain what a code such as POK201 means, with an example
    Explain(ExplainArgs),
    /// Run the tests of rules: each a small plan, and what must be found in it
    Test(TestArgs),
    /// Look into rule packs: which there are, what they say, what is wrong in them
    Rules(RulesArgs),
    /// Print the JSON Schema of what --format json gives
    Schema(SchemaArgs),
    /// Show where a figure comes from, down to the amounts as they were written
    Trace(TraceArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  no errors (with --deny warnings: no warnings either)
  1  errors found
  2  the work could not be done: a wrong argument, a file that cannot be read

Folders are searched for files that end in .pok, leaving out hidden ones and what .gitignore names.
The settings of a project stand in pok.toml; `pok check pok.toml` checks that file alone.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command")]
pub(crate) struct CheckArgs {
    /// Files and folders to check; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Show long sums whole
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
    /// Treat warnings as errors for the exit code
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
    /// Show only findings of these codes, or starts of codes (POK201, POK2)
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Do not show findings of these codes, or starts of codes
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Also hold the plans against this rule pack: its name, or a file; may be given more than once
    #[arg(long, value_name = "PACK", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
    /// What day it is, as YYYY-MM-DD: what is accepted until a date before it is not accepted any more
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<Date>,
    /// Write an `allow` into each plan for every error and warning that is shown, its reason to be filled in
    #[arg(long, conflicts_with = "format")]
    pub(crate) add_allow: bool,
    /// Exit with 1 also where the verdict is undecided
    #[arg(long)]
    pub(crate) strict: bool,
    /// Exit with 0 whatever was found
    #[arg(long)]
    pub(crate) exit_zero: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  no errors
  1  errors found, in the plan or in the scenario that is asked for
  2  the work could not be done: a wrong argument, a file that cannot be read")]
pub(crate) struct EvalArgs {
    /// Plans; `-` is standard input, a folder stands for the plans in it
    #[arg(value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// How the outcome is shown
    #[arg(long, value_enum, default_value_t = EvalFormat::Table)]
    pub(crate) format: EvalFormat,
    /// Only this scenario
    #[arg(long, value_name = "NAME")]
    pub(crate) scenario: Option<String>,
    /// Also hold the plans against this rule pack: its name, or a file; may be given more than once
    #[arg(long, value_name = "PACK", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
    /// Also how much single figures could change; of NAME alone, with what binds it
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    pub(crate) headroom: Option<String>,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
    /// Exit with 1 also where the verdict is undecided
    #[arg(long)]
    pub(crate) strict: bool,
    /// Exit with 0 whatever was found
    #[arg(long)]
    pub(crate) exit_zero: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Comments, blank lines and the line ends within a statement stay where they are; what a file means never changes. With
--language the keywords and figures follow that language, and texts and names stay.

Exit codes:
  0  every file is laid out, or was already
  1  with --check or --diff: a file would change
  2  a file was left as it is: a mistake in its text, it cannot be read or written, a wrong argument")]
pub(crate) struct FmtArgs {
    /// Files and folders; `-` is standard input, to standard output
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    pub(crate) diff: bool,
    /// Translate the keywords and figures of the files
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) language: Option<Lang>,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A plan PLAN.pok has its snapshot in PLAN.pok.snap. Where there is none it is written; where there is one it is compared.

Exit codes:
  0  every outcome is as its snapshot says, or was written
  1  an outcome has changed; with --check also: a snapshot is missing
  2  the work could not be done: a wrong argument, a file that cannot be read or written")]
pub(crate) struct SnapArgs {
    /// Plans and folders
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Take the new outcomes
    #[arg(long, conflicts_with = "check")]
    pub(crate) accept: bool,
    /// Write nothing; a missing snapshot fails too
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A test stands in a rule file, or in a plan beside rules: test \"…\" { … expect CODE on NAME }. What the rules find in its
plan must be exactly what it expects. Files without tests are skipped.

Exit codes:
  0  every test does what it says
  1  a test fails or cannot be read, or there is a mistake in the rules beside it
  2  the work could not be done: a wrong argument, a file that cannot be read")]
pub(crate) struct TestArgs {
    /// Files and folders with tests; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How the outcome is shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    #[command(subcommand)]
    pub(crate) command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List the packs that ship with pok, and those of rule files that are named
    List(ListRulesArgs),
    /// Show the rules of a pack, or one rule: what it says, on what it rests, when it counts
    Show(ShowRulesArgs),
    /// Check rule files: what is wrong in their rules and tests
    Check(CheckRulesArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ListRulesArgs {
    /// Rule files to list as well
    #[arg(value_name = "FILE")]
    pub(crate) packs: Vec<String>,
    /// How they are listed
    #[arg(long, value_enum, default_value_t = PackFormat::Text)]
    pub(crate) format: PackFormat,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pok rules show nl.bbv
  pok rules show NL-BBV-001 --lang en
  pok rules show our-rules.pok --format markdown")]
pub(crate) struct ShowRulesArgs {
    /// A pack by its name, a rule file, or the code of a rule
    #[arg(value_name = "PACK|CODE")]
    pub(crate) what: String,
    /// How they are shown
    #[arg(long, value_enum, default_value_t = PackFormat::Text)]
    pub(crate) format: PackFormat,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  no mistakes
  1  mistakes found
  2  the work could not be done: a wrong argument, a file that cannot be read")]
pub(crate) struct CheckRulesArgs {
    /// Rule files and folders; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How mistakes are shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Ask of own rules what is asked of packs that ship: a basis, and a test that makes each fire
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For people
    Text,
    /// To put in a document
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PackFormat {
    /// For people
    Text,
    /// To put in a document
    Markdown,
    /// One object for machines
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_enum, default_value_t = Schema::Outcome)]
    pub(crate) of: Schema,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Schema {
    /// `pok eval --format json`
    Outcome,
    /// `pok check --format json`
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvalFormat {
    /// Tables for people
    Table,
    /// One object for machines, with all scenarios
    Json,
    /// One row for each amount, for spreadsheets
    Csv,
    /// Tables to paste into a proposal
    Markdown,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The code, such as POK201, 201, or that of a rule such as NL-BBV-001
    #[arg(value_name = "CODE", required_unless_present = "list")]
    pub(crate) code: Option<String>,
    /// List all codes
    #[arg(long, conflicts_with = "code")]
    pub(crate) list: bool,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pok trace plan.pok 'cost(2025)'
  pok trace plan.pok 'balance(buffer, 2026)'
  pok trace plan.pok 'baten(2025..2027) - lasten(2025..2027)'

Exit codes:
  0  the figure was traced
  1  the expression has errors
  2  the work could not be done: a wrong argument, a file that cannot be read or declares no plan")]
pub(crate) struct TraceArgs {
    /// The plan; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The figure, in the language of plans
    #[arg(value_name = "EXPRESSION", allow_hyphen_values = true)]
    pub(crate) expression: String,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub(crate) format: TraceFormat,
    /// Show all parts, also of long lists
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) project: ConfigArgs,
    #[command(flatten)]
    pub(crate) show: ShowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    /// Take the settings from this file [default: the nearest `pok.toml` above each plan]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    /// Use no settings of a project
    #[arg(long)]
    pub(crate) no_config: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// Language of the messages [default: that of the variable `POK_LANG`, of `pok.toml`, else the plan's own]
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Columns of the text
    #[arg(long, hide = true)]
    pub(crate) width: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: each finding with the lines that it is about
    Text,
    /// One line for each finding
    Short,
    /// One object for machines
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
    /// For people: the parts below each figure
    Text,
    /// One object for machines
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Warnings too make the exit code 1
    Warnings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where the terminal shows it; `NO_COLOR` and `CLICOLOR_FORCE` are followed
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Nederlands
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
