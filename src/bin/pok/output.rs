//! What the surroundings ask of the output: language, colour, width; and writing it, also where nobody reads on.

use super::args::{Color, ShowArgs};
use super::speech::{language_of_tag, sentence, value_of};
use super::write::Changed;
use anstyle_query::{clicolor, no_color, term_supports_color};
use pok::diagnostic::{Message, Value};
use pok::report::text::Screen;
use pok::syntax::ast::Language;
use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

/// Columns where there is no terminal to ask.
const USUAL_WIDTH: usize = 100;
/// Columns of tables where there is no terminal to ask.
const TABLE_WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 120;

/// Something that keeps the program from its work; exit code 2.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) Message);

impl Failure {
    /// One without values; its sentence stands in `locales/*/failures.ftl`.
    pub(crate) fn new(name: &'static str) -> Self {
        Self(Message::new(name))
    }

    /// The same with one more value.
    pub(crate) fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self(self.0.with(name, value))
    }

    /// The same with the name of a file or folder, which is shown whole, however long.
    pub(crate) fn file(self, path: &Path) -> Self {
        let shown = path.to_string_lossy().into_owned();
        self.with("file", Value::Statement(shown))
    }

    /// The same with what the system says.
    pub(crate) fn cause(self, error: &io::Error) -> Self {
        let name = match error.kind() {
            io::ErrorKind::NotFound => "cause-not-found",
            io::ErrorKind::PermissionDenied => "cause-not-allowed",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cause-full",
            io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
            io::ErrorKind::IsADirectory => "cause-folder",
            io::ErrorKind::NotADirectory => "cause-no-folder",
            io::ErrorKind::AlreadyExists => "cause-exists",
            io::ErrorKind::ResourceBusy => "cause-busy",
            io::ErrorKind::Other
                if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Changed>) =>
            {
                "cause-changed"
            }
            _ => return self.with("cause", Value::Statement(error.to_string())),
        };
        self.with("cause", Message::new(name))
    }

    /// The same with what was probably meant, where something is near.
    pub(crate) fn similar(self, similar: Option<String>) -> Self {
        match similar {
            Some(similar) => self.with("similar", Message::new("failure-similar").with("similar", similar)),
            None => self.with("similar", ""),
        }
    }
}

/// The language asked for on the command line or in `POK_LANG`, where there is one.
pub(crate) fn language(show: &ShowArgs) -> Result<Option<Language>, Failure> {
    if let Some(lang) = show.lang {
        return Ok(Some(lang.into()));
    }
    let Some(value) = env::var_os("POK_LANG").filter(|value| !value.is_empty()) else { return Ok(None) };
    let value = value.to_string_lossy();
    match language_of_tag(&value) {
        Some(language) => Ok(Some(language)),
        None => Err(Failure::new("failure-lang").with("value", value.into_owned())),
    }
}

/// The same for tables, which fit everywhere where there is no terminal to ask.
pub(crate) fn table_screen(show: &ShowArgs) -> Screen {
    screen_of(show, TABLE_WIDTH)
}

/// Width and colour of standard output.
pub(crate) fn screen(show: &ShowArgs) -> Screen {
    screen_of(show, USUAL_WIDTH)
}

/// Columns of help: those of the terminal, or that `--width` asks for.
pub(crate) fn help_width(arguments: &[OsString]) -> usize {
    width(value_of(arguments, "--width").and_then(|width| width.parse().ok()), USUAL_WIDTH)
}

/// Whether standard output wants colour where nothing is said about it.
pub(crate) fn shows_colour() -> bool {
    colour(Color::Auto)
}

fn width(asked: Option<usize>, usual: usize) -> usize {
    let columns = || io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = || columns().map(|(width, _)| usize::from(width.0));
    asked.or_else(columns).map_or(usual, |width| width.clamp(40, WIDEST))
}

/// Whether the surroundings ask for plain sentences: by `POK_PLAIN`, or a terminal that can show nothing else.
fn plain() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let dumb = || io::stdout().is_terminal() && env::var_os("TERM").is_some_and(|term| term == "dumb");
    set("POK_PLAIN") || dumb()
}

/// What a file is: as wide as is asked or usual, and without colour.
pub(crate) fn paper(show: &ShowArgs) -> Screen {
    Screen { width: show.width.unwrap_or(USUAL_WIDTH), colour: false, all: false, plain: false }
}

fn screen_of(show: &ShowArgs, usual: usize) -> Screen {
    Screen { width: width(show.width, usual), colour: colour(show.color), all: false, plain: show.plain || plain() }
}

fn colour(asked: Color) -> bool {
    match asked {
        Color::Always => true,
        Color::Never => false,

        Color::Auto if no_color() => false,
        Color::Auto if env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") => true,
        Color::Auto => clicolor() != Some(false) && io::stdout().is_terminal() && term_supports_color(),
    }
}

/// Writes to standard output. That the reader has gone away (`pok check | head`) is no error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// The same for what may be no text.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new("failure-output").cause(&error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says on standard error what does not belong in the output.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says on standard error what went wrong; where even that fails, the exit code says it.
pub(crate) fn complain(failure: &Failure) {
    let _ = writeln!(io::stderr(), "pok: {}", sentence(&failure.0));
}
