//! Which packs a plan is held against: those that it uses, those that the run brings along, and rules of its own.

use super::{Compiled, compile, shipped};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, NotChecked, Severity, Value, in_order};
use crate::load::RuleFile;
use crate::model::expression::{Expression, Type};
use crate::model::plan::Pending;
use crate::model::rule::Pack;
use crate::model::{Plan, RuleItem, build_pack, build_value};
use crate::source::{FileId, Place, SourceFile, SourceSet};
use crate::syntax::ast::{self, Item, Language};
use std::sync::Arc;

/// A pack with the values that the plan gives to its parameters.
#[derive(Clone, Debug)]
pub struct Used {
    /// The pack.
    pub compiled: Arc<Compiled>,
    /// Parameters that the plan sets.
    pub values: Vec<(String, Vec<Expression>)>,
}

/// The packs of a plan, and what is wrong with the choice.
#[derive(Debug, Default)]
pub struct Chosen {
    /// Each pack once.
    pub used: Vec<Used>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
    /// Rules that were not checked.
    pub not_checked: Vec<NotChecked>,
}

/// Chooses the packs of a plan. `extra` are those of the run; `languages` those of the plan's files. Texts of packs with
/// mistakes in them are added to `sources`, so that findings can point there.
pub fn used(
    plan: &mut Plan,
    sources: &mut SourceSet,
    mut rule_files: Vec<RuleFile>,
    extra: &[Arc<Compiled>],
    languages: &[(FileId, Language)],
) -> Chosen {
    let mut chosen = Chosen::default();
    let mut own = Vec::new();
    for pending in std::mem::take(&mut plan.pending) {
        let language =
            |file: FileId| languages.iter().find(|(known, _)| *known == file).map_or(Language::English, |it| it.1);
        match pending {
            Pending::UseRules(rules, place) => {
                let language = language(place.file);
                let found = find(&mut chosen, sources, &rules, place.file, &mut rule_files);
                if let Some(compiled) = found {
                    let at = Place::new(place.file, rules.pack);
                    let values = settings(&mut chosen, sources, &compiled.pack, &rules, (place.file, language));
                    chosen.add(sources, compiled, values, Some(at));
                }
            }
            Pending::Pack(pack, place) => own.push(item(place, language(place.file), Item::Pack(pack))),
            Pending::Parameter(it, place) => own.push(item(place, language(place.file), Item::Parameter(it))),
            Pending::Rule(rule, place) => own.push(item(place, language(place.file), Item::Rule(rule))),
            Pending::Test(test, place) => own.push(item(place, language(place.file), Item::Test(test))),
        }
    }
    for compiled in extra {
        chosen.add(sources, Arc::clone(compiled), Vec::new(), None);
    }
    if own.iter().any(|item| matches!(item.item, Item::Rule(_))) {
        chosen.own(plan, sources, own);
    }
    chosen
}

fn item(place: Place, language: Language, item: Item) -> RuleItem {
    RuleItem { file: place.file, language, item }
}

/// The pack that a statement names, or a finding.
fn find(
    chosen: &mut Chosen,
    sources: &SourceSet,
    rules: &ast::UseRules,
    file: FileId,
    rule_files: &mut Vec<RuleFile>,
) -> Option<Arc<Compiled>> {
    let place = Place::new(file, rules.pack);
    let written = sources.slice(place);
    if !rules.is_path {
        let found = shipped::pack(written);
        if found.is_none() {
            chosen.unknown(place, written);
        }
        return found;
    }
    let path = ast::Text::value(written);
    let index = rule_files.iter().position(|file| file.place == place)?;
    if let Ok(loaded) = rule_files.swap_remove(index).loaded {
        return Some(Arc::new(compile(*loaded)));
    }
    chosen.findings.push(Diagnostic::new(&codes::PACK_UNREAD, place).with("path", path.as_str()));
    chosen.unread_pack(&path, place);
    None
}

/// Values for parameters, each of the type that the pack wants.
fn settings(
    chosen: &mut Chosen,
    sources: &SourceSet,
    pack: &Pack,
    rules: &ast::UseRules,
    (file, language): (FileId, Language),
) -> Vec<(String, Vec<Expression>)> {
    let mut values = Vec::new();
    for (name, trees) in &rules.with {
        let place = Place::new(file, name.span);
        let written = sources.slice(place);
        let Some(parameter) = pack.parameters.iter().find(|known| known.name == written) else {
            chosen.findings.push(unknown_parameter(pack, written, place));
            continue;
        };
        let mut set = Vec::new();
        for tree in trees {
            let (value, found) = build_value(sources, file, language, tree);
            chosen.findings.extend(found);
            set.extend(value);
        }
        if set.len() < trees.len() {
            continue;
        }
        let wrong = set.iter().find(|value| !fits(value.kind, parameter.kind));
        let wrong = wrong.map(|value| (value.place, value.kind.words()));
        let second = set.get(1).filter(|_| !parameter.list).map(|value| (value.place, Message::new("a-second-value")));
        match wrong.or(second) {
            None => values.push((parameter.name.clone(), set)),
            Some((place, is)) => chosen.findings.push(
                Diagnostic::new(&codes::PARAMETER_TYPE, place)
                    .with("name", written)
                    .with("needed", parameter.kind.words())
                    .with("is", is),
            ),
        }
    }
    values
}

/// Whether a value may stand for a parameter; a plain number may be meant as an amount.
fn fits(is: Type, wanted: Type) -> bool {
    is == wanted || matches!((is, wanted), (Type::Number, Type::Amount) | (Type::Amount, Type::Number))
}

fn unknown_parameter(pack: &Pack, written: &str, place: Place) -> Diagnostic {
    let finding =
        Diagnostic::new(&codes::PARAMETER_UNKNOWN, place).with("pack", pack.name.as_str()).with("name", written);
    let names: Vec<&str> = pack.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
    finding.help(match nearest(written, names.iter().copied()) {
        Some(near) => Message::new("parameter-unknown-help-near").with("near", near),
        None if names.is_empty() => Message::new("parameter-unknown-help-none"),
        None => {
            let known = Value::List(names.into_iter().map(Value::from).collect());
            Message::new("parameter-unknown-help").with("known", known)
        }
    })
}

/// That no pack has that name.
pub fn unknown_pack(place: Place, written: &str) -> Diagnostic {
    let finding = Diagnostic::new(&codes::PACK_UNKNOWN, place).with("name", written);
    let known = Value::List(shipped::names().map(Value::from).collect());
    finding.help(match nearest(written, shipped::names()) {
        Some(near) => Message::new("pack-unknown-help-near").with("near", near),
        None => Message::new("pack-unknown-help").with("known", known),
    })
}

/// The name that is nearly the written one.
fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.map(|name| (strsim::osa_distance(name, written), name));
    near.filter(|(distance, name)| *distance <= 2.min(name.len() / 3)).min().map(|(_, name)| name)
}

impl Chosen {
    fn unknown(&mut self, place: Place, written: &str) {
        self.findings.push(unknown_pack(place, written));
        self.unread_pack(written, place);
    }

    fn unread_pack(&mut self, name: &str, place: Place) {
        let what = Message::new("unchecked-rules").with("name", name);
        self.not_checked.push(NotChecked { what, why: Message::new("because-pack-unread"), place });
    }

    /// Adds a pack, unless it is there already.
    fn add(
        &mut self,
        sources: &mut SourceSet,
        compiled: Arc<Compiled>,
        values: Vec<(String, Vec<Expression>)>,
        at: Option<Place>,
    ) {
        if self.used.iter().any(|used| used.compiled.pack.name == compiled.pack.name) {
            return;
        }
        if !compiled.is_sound() {
            self.report_broken(sources, &compiled, at);
        }
        self.used.push(Used { compiled, values });
    }

    /// Says what is wrong with a pack: its own mistakes where they stand, and what was not checked because of them.
    fn report_broken(&mut self, sources: &mut SourceSet, compiled: &Compiled, at: Option<Place>) {
        let offset = u16::try_from(sources.len()).unwrap_or(u16::MAX);
        for (_, file) in compiled.sources.iter() {
            sources.add(SourceFile::new(file.name(), file.text()));
        }
        let moved = |place: Place| Place::new(FileId(place.file.0.saturating_add(offset)), place.span);
        let errors = compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        self.findings.extend(errors.cloned().map(|mut finding| {
            finding.places(moved);
            finding
        }));
        let pack = &compiled.pack;
        let place = at.unwrap_or(moved(pack.place));
        let rules: Vec<Value> = pack.broken.iter().map(|(name, _)| Value::from(name.as_str())).collect();
        let finding = Diagnostic::new(&codes::PACK_BROKEN, place).with("name", pack.name.as_str());
        let finding = if rules.is_empty() {
            Diagnostic { message: Message { name: "pack-broken-text", ..finding.message }, ..finding }
        } else {
            finding.with("count", rules.len()).with("rules", Value::List(rules))
        };
        self.findings.push(finding);
        for (name, _) in &pack.broken {
            let what = Message::new("unchecked-rule").with("name", name.as_str());
            self.not_checked.push(NotChecked { what, why: Message::new("because-rule-broken"), place });
        }
        if pack.broken.is_empty() {
            let what = Message::new("unchecked-rules").with("name", pack.name.as_str());
            self.not_checked.push(NotChecked { what, why: Message::new("because-rule-broken"), place });
        }
    }

    /// Rules that stand in the plan's own files.
    fn own(&mut self, plan: &Plan, sources: &SourceSet, items: Vec<RuleItem>) {
        let (mut pack, found) = build_pack(sources, items);
        if pack.name.is_empty() {
            pack.name.clone_from(&plan.head.name);
        }
        for (name, place) in &pack.broken {
            let what = Message::new("unchecked-rule").with("name", name.as_str());
            self.not_checked.push(NotChecked { what, why: Message::new("because-rule-broken"), place: *place });
        }
        self.findings.extend(in_order(found));
        let compiled = Compiled { pack, sources: SourceSet::default(), findings: Vec::new() };
        self.used.push(Used { compiled: Arc::new(compiled), values: Vec::new() });
    }
}
