//! What the program says about itself: in which language, its help, and what is wrong with a command line.

mod arguments;
mod help;
#[cfg(test)]
mod tests;
mod usage;

pub(crate) use help::Reader;
pub(crate) use usage::{answer, help};

use super::args::{Cli, Lang, SpeechArgs};
use super::files::{canonical, marked, read_up_to};
use clap::{Command, CommandFactory as _, ValueEnum as _};
use pok::diagnostic::Message;
use pok::report::words::Words;
use pok::report::{Notation, Renderer};
use pok::settings::{LARGEST, NAME, read};
use pok::syntax::ast::Language;
use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::path::Path;
use std::sync::LazyLock;

macro_rules! locale {
    ($language:literal) => {
        &[
            include_str!(concat!("../../../../locales/", $language, "/failures.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/help.ftl")),
        ]
    };
}

/// The language in which the program speaks about itself: the one that `--lang` asks for, else `POK_LANG`, else that of
/// the project of the current folder, else the system's; English where none of them is known.
pub(crate) fn spoken() -> Language {
    static SPOKEN: LazyLock<Language> = LazyLock::new(|| {
        let arguments: Vec<OsString> = env::args_os().skip(1).collect();
        let variable = |name: &str| env::var(name).ok();
        on_the_command_line(&arguments)
            .or_else(|| variable("POK_LANG").and_then(|value| language_of_tag(&value)))
            .or_else(|| if arguments.iter().any(|it| it == "--no-config") { None } else { of_project() })
            .or_else(|| of_system(variable))
            .unwrap_or(Language::English)
    });
    *SPOKEN
}

impl SpeechArgs {
    /// The language that is asked for, else the one in which the program speaks.
    pub(crate) fn language(&self) -> Language {
        self.lang.map_or_else(spoken, Language::from)
    }
}

/// All commands with their texts in a language.
pub(crate) fn commands(language: Language, reader: Reader, width: usize) -> Command {
    help::with_texts(Cli::command(), Renderer::new(&words(language), Notation::default()), reader, width)
}

/// A sentence of the program about itself.
pub(crate) fn sentence(message: &Message) -> String {
    sentence_in(spoken(), message)
}

/// The same in a language that is asked for.
pub(crate) fn sentence_in(language: Language, message: &Message) -> String {
    Renderer::new(&words(language), Notation::default()).message(message)
}

/// All that the program can say in a language.
pub(crate) fn words(language: Language) -> Words {
    Words::with_more(language, texts(language))
}

/// The names of the texts that only the program says.
fn names(language: Language) -> BTreeSet<&'static str> {
    let lines = texts(language).iter().flat_map(|text| text.lines());
    let named = lines.filter(|line| line.starts_with(|char: char| char.is_ascii_lowercase()));
    named.filter_map(|line| line.split_once(" =")).map(|(name, _)| name).collect()
}

/// What only the program says, beside the texts of the library.
fn texts(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => locale!("en"),
        Language::Dutch => locale!("nl"),
    }
}

/// The language that a word such as `nl`, `en-GB` or `nl_NL.UTF-8` names.
pub(crate) fn language_of_tag(value: &str) -> Option<Language> {
    let tag = value.split(['_', '-', '.', '@']).next().unwrap_or("");
    Lang::from_str(tag, true).ok().map(Language::from)
}

/// What `--lang` asks for, also where the rest of the command line cannot be read.
fn on_the_command_line(arguments: &[OsString]) -> Option<Language> {
    value_of(arguments, "--lang").and_then(|value| Lang::from_str(&value, true).ok()).map(Language::from)
}

/// The value of an option wherever it stands, the last one given.
pub(crate) fn value_of(arguments: &[OsString], option: &str) -> Option<String> {
    let words = arguments.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    let words: Vec<_> = words.collect();
    let next = words.iter().skip(1).map(Some).chain([None]);
    let given = words.iter().zip(next).filter_map(|(word, next)| match word.strip_prefix(option)? {
        "" => next.map(ToString::to_string),
        rest => rest.strip_prefix('=').map(str::to_owned),
    });
    given.last()
}

/// The language that the project file above the current folder sets; what is wrong with that file is told elsewhere.
fn of_project() -> Option<Language> {
    let here = canonical(Path::new(""))?;
    let project = here.ancestors().find(|folder| marked(folder))?;
    let path = project.join(NAME);
    // A pipe or a device may never end.
    if !path.is_file() {
        return None;
    }
    let bytes = read_up_to(File::open(path).ok()?, LARGEST).ok()?;
    read(NAME, bytes).settings.language
}

/// The language of the system, from the first of its variables that is set.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))?;
    language_of_tag(&value)
}

#[cfg(test)]
mod language_tests {
    use super::{OsString, language_of_tag, of_system, on_the_command_line};
    use pok::syntax::ast::Language;

    fn asked(line: &str) -> Option<Language> {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        on_the_command_line(&words)
    }

    #[test]
    fn the_language_is_found_anywhere_on_the_line() {
        assert_eq!(asked("chek --lang nl"), Some(Language::Dutch));
        assert_eq!(asked("--lang=en check --frmt"), Some(Language::English));
        assert_eq!(asked("check --lang"), None);
        assert_eq!(asked("check --language nl"), None);
        assert_eq!(asked("check -- --lang nl"), None);
        assert_eq!(asked("check --lang fr"), None);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let system = |pairs: &'static [(&str, &str)]| {
            of_system(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(system(&[("LANG", "nl_NL.UTF-8")]), Some(Language::Dutch));
        assert_eq!(system(&[("LC_ALL", ""), ("LC_MESSAGES", "nl_BE"), ("LANG", "en_US")]), Some(Language::Dutch));
        assert_eq!(system(&[("LC_ALL", "C"), ("LANG", "nl_NL.UTF-8")]), None);
        assert_eq!(language_of_tag("nl"), Some(Language::Dutch));
        assert_eq!(language_of_tag("nlx"), None);
    }
}
