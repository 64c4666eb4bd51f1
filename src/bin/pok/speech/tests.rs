//! Every command and argument has its texts in both languages, and no text is left that nothing asks for.

use super::super::args::Cli;
use super::help::place_key;
use super::names;
use clap::{Arg, Command, CommandFactory as _};
use pok::syntax::ast::Language;
use std::collections::BTreeSet;

struct Asked {
    known: BTreeSet<&'static str>,
    chosen: BTreeSet<String>,
    missing: Vec<String>,
}

impl Asked {
    fn one(&mut self, name: String) {
        if self.known.contains(name.as_str()) {
            self.chosen.insert(name);
        } else {
            self.missing.push(name);
        }
    }

    /// The text for one command, else the one for all.
    fn either(&mut self, kind: &str, path: &str, id: &str) {
        let own = format!("{kind}-{path}-{id}");
        let name = if self.known.contains(own.as_str()) { own } else { format!("{kind}-{id}") };
        self.one(name);
    }

    fn command(&mut self, command: &Command, path: &str) {
        let own = if path.is_empty() { "pok" } else { path };
        assert!(command.get_about().is_none(), "{own}: what it does stands in help.ftl");
        self.one(format!("cmd-{own}"));
        let after = format!("after-{own}");
        if self.known.contains(after.as_str()) {
            self.one(after);
        }
        for arg in command.get_arguments() {
            self.argument(arg, path);
        }
        for sub in command.get_subcommands() {
            let name = sub.get_name();
            self.command(sub, &if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") });
        }
    }

    fn argument(&mut self, arg: &Arg, path: &str) {
        let id = arg.get_id().as_str().replace('_', "-");
        assert!(arg.get_help().is_none(), "{path} {id}: what it means stands in help.ftl");
        if !arg.is_hide_set() {
            self.either("arg", path, &id);
        }
        if arg.get_action().takes_values() {
            let places = arg
                .get_value_names()
                .map_or_else(|| vec![id.clone()], |names| names.iter().map(ToString::to_string).collect());
            for place in places {
                self.one(place_key(&place));
            }
            for value in arg.get_possible_values() {
                self.either("value", path, &format!("{id}-{}", value.get_name()));
            }
        }
    }
}

#[test]
fn every_command_and_argument_has_its_texts_and_no_text_is_stale() {
    for language in [Language::English, Language::Dutch] {
        let mut asked = Asked { known: names(language), chosen: BTreeSet::new(), missing: Vec::new() };
        asked.command(&Cli::command(), "");
        // The tree with texts has these two on every command, and the usage line names the others.
        for name in ["arg-help", "arg-version", "place-options", "place-command"] {
            asked.one(name.to_owned());
        }
        assert_eq!(asked.missing, Vec::<String>::new(), "{language:?}");
        let of_help =
            |name: &str| ["cmd-", "after-", "arg-", "value-", "place-"].iter().any(|kind| name.starts_with(kind));
        let known = asked.known.iter().copied().filter(|name| of_help(name));
        let stale: Vec<&str> = known.filter(|name| !asked.chosen.contains(*name)).collect();
        assert_eq!(stale, Vec::<&str>::new(), "{language:?}");
    }
}
