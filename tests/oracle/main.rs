//! pok against an independent oracle on random small plans: `tests/oracle/main.rs`.
//!
//! Every day a few hundred plans; all of them with `cargo test --release --test oracle -- --ignored`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::pedantic,
    clippy::print_stdout,
    dead_code,
    unreachable_pub,
    reason = "tests"
)]

mod books;
mod brute;
mod compare;
mod demands;
mod fake;
mod generate;
mod hand;
mod model;
mod oracle;
mod program;
mod properties;
mod random;
mod selfcheck;
mod small;
mod solve;
mod text;

use std::collections::BTreeMap;

/// What pok says of a plan's text.
fn eval(text: &str) -> String {
    pok::report::eval_json(&pok::evaluate_text("small.pok", text))
}

/// Compares the plans of these seeds; kinds with a `/` are about what the rules do not settle and are only counted.
fn compare_plans(seeds: std::ops::RangeInclusive<u64>) {
    let (mut reports, mut kinds, mut undetermined) = (Vec::new(), BTreeMap::new(), 0);
    for seed in seeds {
        let plan = generate::plan_of(seed);
        let comparison = compare::compare(&plan, &eval(&text::to_text(&plan, seed % 3)));
        undetermined += u64::from(comparison.undetermined);
        comparison.disagreements.iter().for_each(|d| *kinds.entry(d.kind).or_insert(0) += 1);
        if comparison.disagreements.iter().any(|d| !d.kind.contains('/')) && reports.len() < 3 {
            reports.push(format!("seed {seed}: {}", comparison.report(&plan)));
        }
    }
    println!("{undetermined} undetermined; {kinds:#?}");
    assert!(reports.is_empty(), "{}\n{kinds:#?}", reports.join("\n"));
}

#[test]
fn some_plans() {
    compare_plans(1..=300);
}

#[test]
#[ignore = "takes minutes"]
fn many_plans() {
    compare_plans(1..=20_000);
}

#[test]
fn the_order_of_a_file_changes_nothing() {
    for seed in 1..=100 {
        let plan = generate::plan_of(seed);
        let said = |shuffle| compare::evaluated(&eval(&text::to_text(&plan, shuffle)));
        assert_eq!(said(0), said(seed), "seed {seed}\n{}", text::to_text(&plan, seed));
    }
}

#[test]
fn the_oracle_is_sound() {
    assert_eq!(hand::wrong(), Vec::<String>::new());
    for seed in 1..=200 {
        let plan = generate::plan_of(seed);
        assert_eq!(selfcheck::wrong(&plan, seed), Vec::<String>::new(), "seed {seed}");
        assert_eq!(oracle::enumerated(&plan, 20_000).flatten(), None, "seed {seed}");
        if let Some(outcome) = fake::outcome(&plan) {
            let comparison = compare::compare(&plan, &outcome.to_string());
            assert!(comparison.disagreements.iter().all(|d| d.kind.contains('/')), "{}", comparison.report(&plan));
        }
    }
}
