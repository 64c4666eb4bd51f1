//! What rule packs cost: a thousand plans with every pack that ships and without, and rules over pairs of things.
//!
//! `cargo bench --bench rules`. What counts are ratios within one run: with all packs less than twice as long as without; a
//! rule that looks its pairs up close to one that has no pairs, and far from one that tries them all.

use divan::Bencher;
use pok::evaluation::Session;
use pok::load::{Input, Loaded, NoFiles, load};
use pok::rule::{Compiled, compile, shipped};
use std::fmt::Write;
use std::sync::Arc;

fn main() {
    divan::main();
}

fn loaded(name: &str, text: &str) -> Loaded {
    load(Input { name: name.to_owned(), key: name.to_owned(), bytes: text.as_bytes().to_vec() }, &mut NoFiles)
}

/// A plan as municipalities write them: four sources and a reserve, twelve goals in two themes, four years.
fn plan(number: usize) -> String {
    let mut text = format!("plan p{number} \"Plan {number}\" {{ owner \"Town\"; years 2024..2027 }}\n");
    text.push_str("document proposal \"Proposal\" { date 2024-03-01 }\ntheme a \"A\"\ntheme b \"B\"\n");
    for source in 0..4 {
        let nature = if source % 2 == 0 { "temporary" } else { "recurring" };
        let _ = writeln!(text, "source s{source} \"Source\" @ proposal \"p. 1\" {{ {nature}; for t{source}, all-tags }}");
    }
    text.push_str("reserve r \"Reserve\" { opening 2024: 100,000; temporary }\n");
    for goal in 0..12 {
        let theme = if goal % 2 == 0 { "a" } else { "b" };
        let nature = if goal % 3 == 0 { "recurring" } else { "temporary" };
        let _ = writeln!(text, "goal g{goal} \"Goal\" @ proposal \"p. 2\" {{ theme {theme}; {nature}; serves all-tags }}");
    }
    let mut rows = |kind: &str, name: &str, count: usize, amount: usize| {
        let _ = writeln!(text, "table {kind} @ proposal \"p. 3\" {{\n  | 2024 | 2025 | 2026 | 2027 | total");
        for row in 0..count {
            let year = amount + row * 10 + number % 7;
            let _ = writeln!(text, "  {name}{row} | {year} | {year} | {year} | {year} | {}", year * 4);
        }
        text.push_str("}\n");
    };
    rows("income", "s", 4, 40_000);
    rows("cost", "g", 12, 10_000);
    text
}

fn a_thousand(bencher: Bencher<'_, '_>, packs: Vec<Arc<Compiled>>) {
    let texts: Vec<String> = (0..1_000).map(plan).collect();
    let session = Session { packs, ..Session::default() };
    bencher.bench(|| {
        let found = texts.iter().map(|text| pok::evaluate_with(loaded("plan.pok", text), &session).findings.len());
        found.sum::<usize>()
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_thousand_plans_without_packs(bencher: Bencher<'_, '_>) {
    a_thousand(bencher, Vec::new());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_thousand_plans_with_all_packs(bencher: Bencher<'_, '_>) {
    a_thousand(bencher, shipped::names().filter_map(shipped::pack).collect());
}

/// What one run pays to read every pack.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn reading_all_packs(bencher: Bencher<'_, '_>) {
    let texts: Vec<&str> = shipped::names().filter_map(shipped::text).collect();
    bencher.bench(|| texts.iter().map(|text| compile(loaded("pack.pok", text)).pack.rules.len()).sum::<usize>());
}

/// A thousand goals and a hundred sources, of which each goal shares an owner with one.
fn pairs() -> String {
    let mut text = "plan pairs { years 2025 }\n".to_owned();
    for source in 0..100 {
        let _ = writeln!(text, "source s{source} {{ owner \"o{source}\"; income 2025: 1,000 }}");
    }
    for goal in 0..1_000 {
        let _ = writeln!(text, "goal g{goal} {{ owner \"o{}\"; cost 2025: 10 }}", goal % 100);
    }
    text
}

fn rule(bencher: Bencher<'_, '_>, ranges: &str, condition: &str) {
    let text = format!(
        "pack bench {{ }}\nrule r {{\n  code B-001\n  for {ranges}\n  where {condition}\n  require g.priority != 1\n  message \"{{g}}\"\n}}\n"
    );
    let pack = compile(loaded("bench.pok", &text));
    assert!(pack.is_sound(), "{:?}", pack.findings);
    let session = Session { packs: vec![Arc::new(pack)], ..Session::default() };
    let plan = pairs();
    bencher.bench(|| pok::evaluate_with(loaded("plan.pok", &plan), &session).findings.len());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn no_pairs(bencher: Bencher<'_, '_>) {
    rule(bencher, "g in goals", "g has owner");
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn pairs_looked_up(bencher: Bencher<'_, '_>) {
    rule(bencher, "g in goals, s in sources", "s.owner = g.owner");
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn pairs_that_pay(bencher: Bencher<'_, '_>) {
    rule(bencher, "g in goals, s in sources", "paid(s, g) > 0");
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn pairs_all_tried(bencher: Bencher<'_, '_>) {
    rule(bencher, "g in goals, s in sources", "not (s.owner != g.owner)");
}
