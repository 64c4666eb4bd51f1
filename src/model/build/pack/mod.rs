//! Rule files as written in, a pack with names resolved and types checked out.

mod rule;
mod sentence;

use super::Builder;
use super::expressions::Scope;
use crate::codes;
use crate::diagnostic::{Diagnostic, Kind, Message, Severity};
use crate::language::Language;
use crate::model::expression::{EntityKind, Expression, Type};
use crate::model::rule::{Pack, Parameter, Test, Texts};
use crate::source::{FileId, Place, SourceSet, Span};
use crate::syntax::ast::{self, Item, Stage};
use rustc_hash::FxHashMap;

/// An item of a rule file, with its file and the language of that file.
pub struct RuleItem {
    /// The file.
    pub file: FileId,
    /// The language of the file.
    pub language: Language,
    /// The item.
    pub item: Item,
}

/// Builds a pack from the items of its files, included ones first, and reports what is wrong in them. A rule with a
/// mistake in it is left out and named in [`Pack::broken`].
pub fn build_pack(sources: &SourceSet, items: Vec<RuleItem>) -> (Pack, Vec<Diagnostic>) {
    let mut builder = Builder::new(sources, Vec::new());
    let mut languages: Vec<(FileId, Language)> = items.iter().map(|item| (item.file, item.language)).collect();
    languages.dedup();
    builder.languages = languages;
    let mut packs = Packs { names: FxHashMap::default(), ..Packs::default() };
    for RuleItem { file, item, .. } in &items {
        if let Item::Pack(pack) = item {
            packs.names.insert(*file, builder.text(*file, pack.name).to_owned());
        }
    }
    for item in items {
        builder.pack_item(&mut packs, item);
    }
    for (file, language, rule) in std::mem::take(&mut packs.rules) {
        builder.rule(&mut packs, file, language, &rule);
    }
    let (_, findings) = builder.finish();
    (packs.pack, findings)
}

/// A value that a plan gives to a parameter, with its type checked; `None` where it is no value, which is reported.
pub fn build_value(
    sources: &SourceSet,
    file: FileId,
    language: Language,
    tree: &ast::Expression,
) -> (Option<Expression>, Vec<Diagnostic>) {
    let mut builder = Builder::new(sources, Vec::new());
    builder.languages = vec![(file, language)];
    let made = builder.constant(file, tree);
    let (_, findings) = builder.finish();
    (made, findings)
}

/// A pack while it is built.
#[derive(Default)]
struct Packs {
    pack: Pack,
    /// The names of the packs by file.
    names: FxHashMap<FileId, String>,
    /// Codes of rules, with where each was first given.
    codes: FxHashMap<String, Place>,
    /// Rules, until all parameters are known.
    rules: Vec<(FileId, Language, ast::Rule)>,
}

impl Builder<'_> {
    fn pack_item(&mut self, packs: &mut Packs, item: RuleItem) {
        let RuleItem { file, language, item } = item;
        match item {
            Item::Pack(pack) => self.pack_head(&mut packs.pack, file, language, &pack),
            Item::Parameter(parameter) => self.parameter(&mut packs.pack, file, &parameter),
            Item::Rule(rule) => packs.rules.push((file, language, rule)),
            Item::Test(tree) => {
                let place = Place::new(file, tree.title.span);
                packs.pack.tests.push(Test { tree, language, place });
            }
            _ => {}
        }
    }

    /// The head of the file itself stands last and counts; those of included packs give way.
    fn pack_head(&mut self, pack: &mut Pack, file: FileId, language: Language, head: &ast::Pack) {
        self.text(file, head.name).clone_into(&mut pack.name);
        let own = head.title.map(|title| (language, self.string(file, title)));
        let others = head.titles.iter().map(|said| (said.language.unwrap_or(language), self.string(file, said.text)));
        pack.title = Texts(own.into_iter().chain(others).collect());
        pack.url = head.url.map(|url| self.string(file, url));
        pack.version = head.version.map(|version| self.string(file, version));
        pack.notes = head.notes.iter().map(|note| self.string(file, *note)).collect();
        pack.language = language;
        pack.place = Place::new(file, head.name);
    }

    fn parameter(&mut self, pack: &mut Pack, file: FileId, parameter: &ast::Parameter) {
        let place = Place::new(file, parameter.name.span);
        let name = self.name(file, parameter.name.span).into_owned();
        if let Some(first) = pack.parameters.iter().find(|known| known.name == name) {
            let first = first.place;
            self.named_twice(&name, place, first);
            return;
        }
        let trees = &parameter.value;
        let list = trees.len() > 1;
        let values: Vec<Expression> = trees.iter().filter_map(|tree| self.constant(file, tree)).collect();
        let Some(kind) = values.first().map(|value| value.kind) else { return };
        if let Some(other) = values.iter().find(|value| value.kind != kind) {
            self.needed(other.place, other.kind.words(), kind.words());
            return;
        }
        pack.parameters.push(Parameter { name, kind, list, values, place });
    }

    /// An amount, a number, a percentage, years, a date or a text.
    fn constant(&mut self, file: FileId, tree: &ast::Expression) -> Option<Expression> {
        let made = self.expression(&mut Scope::new(file, Stage::default()), tree);
        match made.kind {
            Type::Broken => None,
            Type::Entity(_) => {
                self.needed(made.place, made.kind.words(), Message::new("a-value"));
                None
            }
            _ => Some(made),
        }
    }

    fn named_twice(&mut self, name: &str, place: Place, first: Place) {
        let finding = Diagnostic::new(&codes::RULE_NAME_TWICE, place)
            .with("name", name)
            .label(first, Message::new("label-declared-first"));
        self.findings.push(finding);
    }

    /// A mistake in a rule.
    fn mistake(&mut self, kind: &'static Kind, file: FileId, span: Span, name: &str) {
        self.findings.push(Diagnostic::new(kind, Place::new(file, span)).with("name", name));
    }

    /// The scope in which the expressions of a rule stand.
    fn rule_scope(pack: &Pack, file: FileId) -> Scope<'static> {
        let mut scope = Scope::new(file, Stage::default());
        scope.variables.push(("plan".to_owned(), Type::Entity(EntityKind::Plan)));
        for parameter in &pack.parameters {
            let list = if parameter.list { &mut scope.lists } else { &mut scope.variables };
            list.push((parameter.name.clone(), parameter.kind));
        }
        scope
    }

    fn errors(&self) -> usize {
        let unknown: usize = self.names.unknowns.iter().map(|unknown| unknown.places.len()).sum();
        unknown + self.findings.iter().filter(|finding| finding.severity() == Severity::Error).count()
    }
}
