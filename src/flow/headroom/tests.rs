//! Headroom with little effort against the exact one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::print_stderr, reason = "tests")]

use super::{EXACT, Effort, Headrooms, Room, with_effort};
use crate::flow::{Scope, answer};
use crate::load::{Input, NoFiles, load};
use crate::model::{self, Plan};
use crate::money::YearRange;
use crate::outcome;
use std::fmt::Write;

/// Nothing whole, two flows one by one.
const LITTLE: Effort = Effort { whole: 0, one_by_one: 2, changed: 0 };

fn plan(text: &str) -> (Plan, YearRange) {
    let input = Input { name: "plan.pok".to_owned(), key: "plan.pok".to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(input, &mut NoFiles);
    let files = loaded.files.into_iter().map(|file| (file.id, file.ast)).collect();
    let (plan, _) = model::build(&loaded.sources, files, Vec::new());
    let years = outcome::evaluate(&plan).fact_years;
    (plan, years)
}

fn effort(plan: &Plan, years: YearRange, effort: Effort) -> Headrooms {
    with_effort(plan, years, &answer(plan, years, &Scope::default()), effort)
}

/// A plan that can be paid, with many goals of different tags, some windows, and more money the larger `ease` is.
fn made(seed: u64, goals: u64, ease: u64) -> String {
    let mut state = seed;
    let mut below = |sides: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    };
    let mut text = String::from("plan made { years 2025..2027 }\n");
    for source in 0..4 {
        let carry = ["lapses", "stays"][usize::try_from(below(2)).unwrap()];
        let tags = ["a", "b", "a, b", "c"][usize::try_from(below(4)).unwrap()];
        let income = goals * 20 + below(ease + 1);
        writeln!(text, "source s{source} {{ income 2025..2027: {income} per year; unspent {carry}; for {tags} }}")
            .unwrap();
    }
    writeln!(text, "source town {{ income 2025..2027: {} per year }}", goals * 10 + below(ease + 1)).unwrap();
    for goal in 0..goals {
        let serves = ["a", "b", "a, b", "c", "b, c"][usize::try_from(below(5)).unwrap()];
        let (first, second) = (below(25), below(25));
        writeln!(text, "goal g{goal} {{ cost 2025: {first}, 2026..2027: {second} total; serves {serves} }}").unwrap();
    }
    text
}

fn agree(little: &Headrooms, whole: &Headrooms) -> (usize, usize) {
    let (mut exact, mut least) = (0, 0);
    let costs = little.costs.iter().map(|it| it.room).zip(whole.costs.iter().map(|it| it.room));
    let tranches = little.tranches.iter().map(|it| it.room).zip(whole.tranches.iter().map(|it| it.room));
    for (little, whole) in costs.chain(tranches) {
        match (little, whole) {
            (Room::Exactly(little), Room::Exactly(whole)) => {
                assert_eq!(little, whole);
                exact += 1;
            }
            (Room::AtLeast(little), Room::Exactly(whole)) => {
                assert!(little > 0 && little <= whole, "at least {little} of {whole}");
                least += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    (exact, least)
}

#[test]
fn with_little_effort_nothing_is_wrong_and_every_zero_is_exact() {
    let (mut exact, mut least) = (0, 0);
    for seed in 0..60 {
        let (plan, years) = plan(&made(seed, 6, seed % 3 * 40));
        let whole = effort(&plan, years, EXACT);
        let little = effort(&plan, years, LITTLE);
        assert_eq!((little.costs.len(), little.tranches.len()), (whole.costs.len(), whole.tranches.len()));
        let (one, other) = agree(&little, &whole);
        (exact, least) = (exact + one, least + other);
    }
    assert!(exact > 100 && least > 100, "{exact} exactly, {least} at least");
}

#[test]
fn changed_questions_without_effort_are_not_computed() {
    let (plan, years) = plan(
        "plan p { years 2025 }
source one { income 2025: 100 }
source two { income 2025: 100 }
goal desk { cost 2025: 60; paid by one 50%, two 50% }
",
    );
    let found = effort(&plan, years, LITTLE);
    assert_eq!(found.costs.first().map(|it| it.room), Some(Room::NotComputed));
}

#[test]
#[ignore = "measures"]
fn a_big_plan() {
    for goals in [300, 3_000, 30_000] {
        let (plan, years) = plan(&made(7, goals, 1_000));
        let start = std::time::Instant::now();
        let found = effort(&plan, years, super::ORDINARY);
        let exact = found.costs.iter().filter(|it| matches!(it.room, Room::Exactly(_))).count();
        eprintln!("{goals}: {:?}, {exact} of {}", start.elapsed(), found.costs.len());
    }
}
