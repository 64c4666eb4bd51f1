//! What is answered to a command line that runs nothing: help, the version, or what is wrong with it.

use super::super::args::HelpArgs;
use super::super::output::{Failure, complain, help_width, print, say, shows_colour};
use super::help::Reader;
use super::{arguments, commands, words};
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use pok::diagnostic::{Message, Value};
use pok::report::{Notation, Renderer};
use pok::syntax::ast::Language;
use std::ffi::OsString;
use std::process::ExitCode;

/// Answers arguments that cannot be run: with help where it is asked for, else with what is wrong and what to do.
pub(crate) fn answer(arguments: &[OsString], language: Language) -> ExitCode {
    let mut root = commands(language, Reader::Person, help_width(arguments));
    let program = OsString::from("pok");
    let Err(error) = root.try_get_matches_from_mut([program].iter().chain(arguments)) else { return ExitCode::SUCCESS };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match print(&styled(&error.render())) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                complain(&failure);
                ExitCode::from(2)
            }
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say(&error.render().to_string());
            ExitCode::from(2)
        }
        _ => {
            complain(&Failure(wrong(&error)));
            let words = words(language);
            say(&hint(&mut root, arguments, Renderer::new(&words, Notation::default())));
            ExitCode::from(2)
        }
    }
}

/// Answers `pok help check`: as `pok check --help`.
pub(crate) fn help(args: &HelpArgs, above: &[&str]) -> ExitCode {
    let above = above.iter().map(OsString::from);
    let words = above.chain(args.commands.iter().map(OsString::from)).chain([OsString::from("--help")]);
    answer(&words.collect::<Vec<_>>(), args.speech.language())
}

fn styled(text: &StyledStr) -> String {
    if shows_colour() { text.ansi().to_string() } else { text.to_string() }
}

/// How the command is used, and where more about it stands.
fn hint(root: &mut Command, arguments: &[OsString], renderer: Renderer<'_>) -> String {
    let path = arguments::named(root, arguments);
    let mut command = arguments::command(root, &path).clone();
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let whole = [&["pok".to_owned()], path.as_slice()].concat().join(" ");
    let more = renderer.message(&Message::new("help-more").with("command", Value::Statement(whole)));
    format!("\n{}: {usage}\n{more}\n", renderer.plain("help-usage"))
}

/// What is wrong with a command line.
fn wrong(error: &Error) -> Message {
    let text = |kind| text(error.get(kind));
    let argument = || text(ContextKind::InvalidArg);
    let value = || text(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => needs_value(error),
        ErrorKind::InvalidValue => with_similar(
            Message::new("usage-value").with("value", value()).with("argument", shown(argument())),
            &value(),
            error.get(ContextKind::SuggestedValue),
        )
        .with("known", all(error.get(ContextKind::ValidValue), Value::Choice)),
        ErrorKind::ValueValidation => not_a_value(&argument(), &value()),
        ErrorKind::UnknownArgument => unknown(error),
        ErrorKind::InvalidSubcommand => with_similar(
            Message::new("usage-command").with("command", text(ContextKind::InvalidSubcommand)),
            &text(ContextKind::InvalidSubcommand),
            error.get(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::NoEquals => Message::new("usage-equals").with("argument", shown(argument())),
        ErrorKind::TooManyValues => {
            Message::new("usage-too-many").with("value", value()).with("argument", shown(argument()))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => needs_value(error),
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::MissingRequiredArgument => {
            Message::new("usage-missing").with("arguments", all(error.get(ContextKind::InvalidArg), Value::List))
        }
        ErrorKind::MissingSubcommand => Message::new("usage-no-command"),
        ErrorKind::InvalidUtf8 => Message::new("usage-no-text"),
        _ => Message::new("usage-other").with("cause", error.kind().to_string()),
    }
}

fn needs_value(error: &Error) -> Message {
    let argument = shown(text(error.get(ContextKind::InvalidArg)));
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(known)) if !known.is_empty() => {
            let known = known.iter().cloned().map(shown).collect();
            Message::new("usage-needs-one-of").with("argument", argument).with("known", Value::Choice(known))
        }
        _ => Message::new("usage-needs-value").with("argument", argument),
    }
}

/// A value of the wrong kind; what it should be is told by what stands in its place in help.
fn not_a_value(argument: &str, value: &str) -> Message {
    let message = if argument.starts_with("--today") {
        Message::new("usage-date")
    } else if argument.starts_with("--width") {
        Message::new("usage-number")
    } else {
        Message::new("usage-not-a-value")
    };
    message.with("argument", shown(argument.to_owned())).with("value", value)
}

/// An option that a command does not have, or more words than it takes.
fn unknown(error: &Error) -> Message {
    let argument = text(error.get(ContextKind::InvalidArg));
    if !argument.starts_with('-') {
        return Message::new("usage-unexpected").with("argument", argument);
    }
    let message = Message::new("usage-option").with("argument", argument.as_str());
    with_similar(message, &argument, error.get(ContextKind::SuggestedArg))
}

fn conflict(error: &Error) -> Message {
    let argument = text(error.get(ContextKind::InvalidArg));
    match error.get(ContextKind::PriorArg) {
        Some(ContextValue::String(prior)) if *prior == argument => {
            Message::new("usage-twice").with("argument", shown(argument))
        }
        prior @ Some(_) => {
            Message::new("usage-conflict").with("argument", shown(argument)).with("others", all(prior, Value::List))
        }
        None => Message::new("usage-conflict-any").with("argument", shown(argument)),
    }
}

/// With what was probably meant, where something is near.
fn with_similar(message: Message, written: &str, similar: Option<&ContextValue>) -> Message {
    let near = match similar {
        Some(ContextValue::String(near)) => vec![near.clone()],
        // The nearest stands last; others only distract.
        Some(ContextValue::Strings(near)) => near.last().cloned().into_iter().collect(),
        _ => Vec::new(),
    };
    // A third of the signs may differ; what is further away was hardly meant.
    let most = (written.chars().count() / 3).max(2);
    let near = near.into_iter().filter(|near| strsim::osa_distance(near, written) <= most);
    let near: Vec<Value> = near.map(shown).collect();
    let similar = if near.is_empty() {
        Value::Text(String::new())
    } else {
        Value::Message(Box::new(Message::new("failure-similar").with("similar", Value::Choice(near))))
    };
    message.with("similar", similar)
}

/// An option or a command: shown whole, however long.
fn shown(text: String) -> Value {
    Value::Statement(text)
}

fn text(value: Option<&ContextValue>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// Several of them as a list.
fn all(value: Option<&ContextValue>, list: impl Fn(Vec<Value>) -> Value) -> Value {
    match value {
        Some(ContextValue::Strings(texts)) => list(texts.iter().cloned().map(shown).collect()),
        value => shown(text(value)),
    }
}
