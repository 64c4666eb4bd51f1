//! What the surroundings ask of the output: language, colour, width; and writing it, also where nobody reads on.

use super::args::{Color, Lang, ShowArgs};
use clap::ValueEnum as _;
use pok::report::text::Screen;
use pok::syntax::ast::Language;
use std::env;
use std::io::{self, IsTerminal as _, Write as _};

/// Columns where there is no terminal to ask.
const USUAL_WIDTH: usize = 100;
/// Columns of tables where there is no terminal to ask.
const TABLE_WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 120;

/// Something that keeps the program from its work; exit code 2.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// The language asked for on the command line or in `POK_LANG`, where there is one.
pub(crate) fn language(show: &ShowArgs) -> Result<Option<Language>, Failure> {
    if let Some(lang) = show.lang {
        return Ok(Some(lang.into()));
    }
    let Some(value) = env::var_os("POK_LANG").filter(|value| !value.is_empty()) else { return Ok(None) };
    let value = value.to_string_lossy();
    // `nl_NL.UTF-8` is Dutch too.
    let tag = value.split(['_', '-', '.']).next().unwrap_or("");
    match Lang::from_str(tag, true) {
        Ok(lang) => Ok(Some(lang.into())),
        Err(_) => Err(Failure(format!("POK_LANG is {:?}; pok speaks en and nl", &*value))),
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

/// What a file is: as wide as is asked or usual, and without colour.
pub(crate) fn paper(show: &ShowArgs) -> Screen {
    Screen { width: show.width.unwrap_or(USUAL_WIDTH), colour: false, all: false }
}

fn screen_of(show: &ShowArgs, usual: usize) -> Screen {
    let terminal = io::stdout().is_terminal();
    let columns = || terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
    let width = show.width.or_else(columns).map_or(usual, |width| width.clamp(40, WIDEST));
    Screen { width, colour: colour(show.color), all: false }
}

fn colour(asked: Color) -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto => supports_color::on(supports_color::Stream::Stdout).is_some(),
    }
}

/// Writes to standard output. That the reader has gone away (`pok check | head`) is no error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure(error.to_string())),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says on standard error what does not belong in the output.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says on standard error what went wrong; where even that fails, the exit code says it.
pub(crate) fn complain(failure: &Failure) {
    let _ = writeln!(io::stderr(), "pok: {}", failure.0);
}
