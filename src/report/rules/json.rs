//! Packs and their rules as JSON for machines: every text in every language that the pack has.

use super::{level_word, parameters, refines, value_of};
use crate::model::rule::{Rule, Texts};
use crate::report::json::object;
use crate::rule::Compiled;
use serde::Serialize;
use std::collections::BTreeMap;

/// Version of the form; it changes when a name is taken away or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Packs<'a> {
    version: u32,
    packs: Vec<PackEntry<'a>>,
}

#[derive(Serialize)]
struct PackEntry<'a> {
    name: &'a str,
    version: Option<&'a str>,
    title: BTreeMap<&'static str, &'a str>,
    url: Option<&'a str>,
    /// How many rules it has, those with a mistake in them included.
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<RuleEntry<'a>>>,
}

#[derive(Serialize)]
struct RuleEntry<'a> {
    code: String,
    name: &'a str,
    pack: &'a str,
    severity: &'static str,
    title: BTreeMap<&'static str, &'a str>,
    basis: Vec<BasisEntry<'a>>,
    reading: BTreeMap<&'static str, &'a str>,
    from: Option<i16>,
    through: Option<i16>,
    parameters: Vec<ParameterEntry<'a>>,
    refines: Vec<String>,
    message: BTreeMap<&'static str, &'a str>,
    help: BTreeMap<&'static str, &'a str>,
}

#[derive(Serialize)]
struct BasisEntry<'a> {
    text: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct ParameterEntry<'a> {
    name: &'a str,
    value: String,
}

/// The packs, without their rules.
pub fn packs_json<'p>(packs: impl IntoIterator<Item = &'p Compiled>) -> String {
    let entry = |compiled: &'p Compiled| pack_entry(compiled, None);
    object(&Packs { version: VERSION, packs: packs.into_iter().map(entry).collect() })
}

/// Packs with some of their rules.
pub fn rules_json(packs: &[(&Compiled, Vec<&Rule>)]) -> String {
    let entry = |(compiled, rules): &(&'_ Compiled, Vec<&'_ Rule>)| {
        let rules = rules.iter().map(|rule| rule_entry(compiled, rule)).collect();
        serde_json::to_value(pack_entry(compiled, Some(rules))).unwrap_or_default()
    };
    let packs: Vec<serde_json::Value> = packs.iter().map(entry).collect();
    object(&serde_json::json!({ "version": VERSION, "packs": packs }))
}

fn texts(texts: &Texts) -> BTreeMap<&'static str, &str> {
    texts.0.iter().map(|(language, text)| (language.code(), text.as_str())).collect()
}

fn pack_entry<'a>(compiled: &'a Compiled, rules: Option<Vec<RuleEntry<'a>>>) -> PackEntry<'a> {
    let pack = &compiled.pack;
    PackEntry {
        name: &pack.name,
        version: pack.version.as_deref(),
        title: texts(&pack.title),
        url: pack.url.as_deref(),
        count: pack.rules.len() + pack.broken.len(),
        rules,
    }
}

fn rule_entry<'a>(compiled: &'a Compiled, rule: &'a Rule) -> RuleEntry<'a> {
    let notice = &rule.notice;
    let (from, through) = rule.applies;
    let parameter = |it: &&'a crate::model::rule::Parameter| ParameterEntry {
        name: &it.name,
        value: value_of(it, &compiled.sources),
    };
    RuleEntry {
        code: notice.code.to_string(),
        name: &notice.name,
        pack: &notice.pack,
        severity: level_word(notice.severity),
        title: texts(&rule.title),
        basis: notice.basis.iter().map(|it| BasisEntry { text: &it.text, url: it.url.as_deref() }).collect(),
        reading: texts(&rule.reading),
        from: from.map(|year| year.0),
        through: through.map(|year| year.0),
        parameters: parameters(&compiled.pack, rule).iter().map(parameter).collect(),
        refines: refines(rule),
        message: texts(&rule.message.written),
        help: rule.help.as_ref().map(|help| texts(&help.written)).unwrap_or_default(),
    }
}
