//! The texts of help, put onto the commands and their arguments in one language.
//!
//! The texts stand in `locales/*/help.ftl` by name: `cmd-rules-show` is what a command does, `after-rules-show` what
//! stands below its help, `arg-check-today` an argument of one command and `arg-lang` one of all commands,
//! `value-check-format-json` and `value-format-json` the words that an argument takes, `place-file` what stands in place
//! of a value.

use super::names;
use clap::builder::{PossibleValue, PossibleValuesParser, Styles};
use clap::{Arg, ArgAction, Command};
use pok::diagnostic::{Message, Value};
use pok::report::Renderer;
use std::collections::BTreeSet;

/// For whom the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A person: the words that an argument takes and what holds without it are told in its text.
    Person,
    /// A program that knows what to do with those.
    Program,
}

/// The commands with their texts, built, so that each knows its whole name.
pub(crate) fn with_texts(root: Command, renderer: Renderer<'_>, reader: Reader, width: usize) -> Command {
    let texts = Texts { renderer, reader, known: names(renderer.language()) };
    let mut root = texts.command(root, "").term_width(width);
    root.build();
    texts.usage(root)
}

/// The name of the text for what stands in place of a value: `place-pack-code` for `PACK|CODE`.
pub(super) fn place_key(name: &str) -> String {
    let words = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    format!("place-{}", words.collect::<Vec<_>>().join("-").to_lowercase())
}

struct Texts<'a> {
    renderer: Renderer<'a>,
    reader: Reader,
    /// The texts that there are: most arguments have one text for all commands, so that many are looked for in vain.
    known: BTreeSet<&'static str>,
}

impl Texts<'_> {
    /// A command with its texts; `path` is its name with those above it: `rules-show`.
    fn command(&self, command: Command, path: &str) -> Command {
        let own = if path.is_empty() { "pok" } else { path };
        let template = self.template(command.get_styles());
        let mut command = command
            .help_template(template)
            .subcommand_help_heading(self.plain("help-commands"))
            .subcommand_value_name(self.plain("place-command"))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
            .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
        if let Some(about) = self.find(&format!("cmd-{own}")) {
            command = command.about(about);
        }
        if let Some(after) = self.find(&format!("after-{own}")) {
            command = command.after_long_help(after).after_help(self.more(own));
        }
        command.mut_args(|arg| self.argument(arg, path)).mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            self.command(sub, &if path.is_empty() { name } else { format!("{path}-{name}") })
        })
    }

    fn template(&self, styles: &Styles) -> String {
        let style = styles.get_usage();
        let usage = self.plain("help-usage");
        format!("{{about-with-newline}}\n{style}{usage}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}")
    }

    /// That the long help says more.
    fn more(&self, path: &str) -> String {
        let command = if path == "pok" { "pok".to_owned() } else { format!("pok {}", path.replace('-', " ")) };
        self.renderer.message(&Message::new("help-more").with("command", Value::Statement(command)))
    }

    fn argument(&self, arg: Arg, path: &str) -> Arg {
        let id = arg.get_id().as_str().replace('_', "-");
        let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
        let takes_value =
            arg.get_action().takes_values() && arg.get_num_args().is_none_or(|range| range.takes_values());
        let mut arg = arg.help_heading(self.plain(heading));
        if takes_value {
            let places = arg.get_value_names().map_or_else(|| vec![id.clone().into()], <[_]>::to_vec);
            arg = arg.value_names(places.iter().map(|place| self.place(place)).collect::<Vec<_>>());
        }
        let Some(text) = self.find_for("arg", path, &id) else { return arg };
        let values = if takes_value { self.values(&arg, path, &id) } else { Vec::new() };
        if !values.is_empty() {
            arg = arg.value_parser(PossibleValuesParser::new(values.iter().cloned()));
        }
        if takes_value && self.reader == Reader::Person { self.explained(arg, &text, &values) } else { arg.help(text) }
    }

    /// The argument with its text, its usual value and the words that it takes.
    fn explained(&self, arg: Arg, text: &str, values: &[PossibleValue]) -> Arg {
        let usual: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let usual =
            if arg.is_hide_default_value_set() || !arg.get_action().takes_values() { Vec::new() } else { usual };
        let usual = if usual.is_empty() { String::new() } else { self.note("help-default", &usual.join(" ")) };
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let short = if names.is_empty() { String::new() } else { self.note("help-possible", &names.join(", ")) };
        let short = format!("{text}{usual}{short}");
        let each = values.iter().map(|value| match value.get_help() {
            Some(help) => format!("\n  {}: {help}", value.get_name()),
            None => format!("\n  {}", value.get_name()),
        });
        let each: String = each.collect();
        let long = if each.is_empty() { short.clone() } else { format!("{text}{usual}{each}") };
        arg.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
    }

    /// ` [default: text]`.
    fn note(&self, name: &'static str, value: &str) -> String {
        format!(" [{}]", self.renderer.message(&Message::new(name).with("value", Value::Statement(value.to_owned()))))
    }

    /// The words that an argument takes, with what each means.
    fn values(&self, arg: &Arg, path: &str, id: &str) -> Vec<PossibleValue> {
        let each = arg.get_possible_values().into_iter().map(|value| {
            let help = self.find_for("value", path, &format!("{id}-{}", value.get_name()));
            match help {
                Some(help) => value.help(help),
                None => value,
            }
        });
        each.collect()
    }

    /// What stands in place of a value: `FILE`.
    fn place(&self, name: &str) -> String {
        self.find(&place_key(name)).unwrap_or_else(|| name.to_owned())
    }

    /// The text for one command, else the one for all.
    fn find_for(&self, kind: &str, path: &str, id: &str) -> Option<String> {
        self.find(&format!("{kind}-{path}-{id}")).or_else(|| self.find(&format!("{kind}-{id}")))
    }

    fn find(&self, name: &str) -> Option<String> {
        if !self.known.contains(name) {
            return None;
        }
        self.renderer.find(name)
    }

    fn plain(&self, name: &str) -> String {
        self.renderer.plain(name)
    }

    /// Says the fixed words of usage lines in the language too, in all commands.
    fn usage(&self, mut command: Command) -> Command {
        let line = command.render_usage().to_string();
        let line = line.strip_prefix("Usage: ").unwrap_or(&line);
        let line = line.replace("[OPTIONS]", &format!("[{}]", self.plain("place-options")));
        command.override_usage(line).mut_subcommands(|sub| self.usage(sub))
    }
}
