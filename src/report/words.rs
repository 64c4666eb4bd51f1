//! The sentences of `locales/`, one set per language. A message stands alone: it refers to no other message or term.

use crate::syntax::ast::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use memchr::memmem;
use std::cell::{OnceCell, RefCell};
use unic_langid::LanguageIdentifier;

macro_rules! locale {
    ($language:literal) => {
        &[
            include_str!(concat!("../../locales/", $language, "/report.ftl")),
            include_str!(concat!("../../locales/", $language, "/syntax.ftl")),
            include_str!(concat!("../../locales/", $language, "/text.ftl")),
            include_str!(concat!("../../locales/", $language, "/names.ftl")),
            include_str!(concat!("../../locales/", $language, "/sums.ftl")),
            include_str!(concat!("../../locales/", $language, "/time.ftl")),
            include_str!(concat!("../../locales/", $language, "/cover.ftl")),
            include_str!(concat!("../../locales/", $language, "/reserves.ftl")),
            include_str!(concat!("../../locales/", $language, "/overview.ftl")),
            include_str!(concat!("../../locales/", $language, "/trace.ftl")),
            include_str!(concat!("../../locales/", $language, "/rules.ftl")),
            include_str!(concat!("../../locales/", $language, "/project.ftl")),
            include_str!(concat!("../../locales/", $language, "/fix.ftl")),
            include_str!(concat!("../../locales/", $language, "/formats.ftl")),
            include_str!(concat!("../../locales/", $language, "/format.ftl")),
        ]
    };
}

/// The texts of a language that the library uses.
fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => locale!("en"),
        Language::Dutch => locale!("nl"),
    }
}

/// The sentences of both languages; a language costs nothing until it is used.
#[derive(Default)]
pub struct Phrasebook {
    english: OnceCell<Words>,
    dutch: OnceCell<Words>,
}

impl Phrasebook {
    /// The sentences of one language.
    pub fn words(&self, language: Language) -> &Words {
        let cell = match language {
            Language::English => &self.english,
            Language::Dutch => &self.dutch,
        };
        cell.get_or_init(|| Words::new(language))
    }
}

/// The sentences of one language; each is read when it is first said, so that a run pays for few of them.
pub struct Words {
    /// The language.
    pub language: Language,
    /// Texts beside those of `locales/` that the library itself uses.
    more: &'static [&'static str],
    bundle: RefCell<FluentBundle<FluentResource>>,
}

impl Words {
    /// The sentences of a language.
    pub fn new(language: Language) -> Self {
        let tag = match language {
            Language::English => "en",
            Language::Dutch => "nl",
        };
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // The isolation marks would end up in files and terminals that show them as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped_count(value, ','),
            Language::Dutch => |value, _| grouped_count(value, '.'),
        }));
        Self { language, more: &[], bundle: RefCell::new(bundle) }
    }

    /// The same with further texts, in the form of the files in `locales/`: what a program says about itself.
    pub fn with_more(language: Language, more: &'static [&'static str]) -> Self {
        Self { more, ..Self::new(language) }
    }

    /// The sentence of that name with its values filled in; `None` where there is none of that name.
    pub fn sentence(&self, name: &str, values: &FluentArgs<'_>) -> Option<String> {
        if !self.bundle.borrow().has_message(name) {
            let entry = entry(self.more, name).or_else(|| entry(files(self.language), name))?;
            // An entry with a mistake in it gives what can be read; a test keeps mistakes out.
            let resource = FluentResource::try_new(entry.to_owned()).unwrap_or_else(|(partial, _)| partial);
            self.bundle.borrow_mut().add_resource_overriding(resource);
        }
        let bundle = self.bundle.borrow();
        let pattern = bundle.get_message(name)?.value()?;
        // What cannot be filled in stays visible as `{$name}`; a test keeps such gaps out.
        let mut gaps = Vec::new();
        Some(bundle.format_pattern(pattern, Some(values), &mut gaps).into_owned())
    }

    /// A sentence without values; `None` where there is none of that name.
    pub fn find(&self, name: &str) -> Option<String> {
        self.sentence(name, &FluentArgs::new())
    }

    /// A sentence without values.
    pub fn plain(&self, name: &str) -> String {
        self.find(name).unwrap_or_else(|| name.to_owned())
    }
}

/// The lines of one message: from its name at the start of a line to the next line that starts a message or a comment.
fn entry<'a>(files: &[&'a str], name: &str) -> Option<&'a str> {
    let wanted = format!("\n{name} =");
    let (text, start) = files.iter().find_map(|text| {
        let start = memmem::find(text.as_bytes(), wanted.as_bytes())?;
        Some((*text, start + 1))
    })?;
    let starts_entry = |line: &str| line.starts_with(|char: char| char.is_ascii_alphabetic() || char == '#');
    let rest = text.get(start..)?;
    let lines = rest.split_inclusive('\n').skip(1).take_while(|line| !starts_entry(line));
    let length = rest.split_inclusive('\n').next()?.len() + lines.map(str::len).sum::<usize>();
    rest.get(..length)
}

/// A count with its thousands separated: `12,345`.
fn grouped_count(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(super::render::grouped(&number.as_string(), separator)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}
