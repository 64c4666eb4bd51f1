//! Can a big plan be paid: from the text to the explained answer, for sizes and for shapes that are hard on purpose.
//!
//! `cargo bench --bench payable`. What counts are ratios within one run: ten times the plan takes about ten times as long, a
//! plan that is short takes about as long as one that can be paid. `benches/against_ortools.py` compares with OR-Tools.

use divan::Bencher;
use divan::counter::ItemsCount;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// Numbers that are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn rows(text: &mut String, kind: &str, first: u64, last: u64, count: u64, amount: &mut dyn FnMut(u64, u64) -> u64) {
    let years: Vec<String> = (first..=last).map(|year| year.to_string()).collect();
    let name = if kind == "income" { "s" } else { "g" };
    let _ = writeln!(text, "table {kind} {{\n  | {}", years.join(" | "));
    for row in 0..count {
        let cells: Vec<String> = (first..=last).map(|year| amount(row, year).to_string()).collect();
        let _ = writeln!(text, "  {name}{row} | {}", cells.join(" | "));
    }
    text.push_str("}\n");
}

/// 500 sources with three tags each, goals with two of fifty, ten years.
fn big(goal_years: u64, short: bool) -> String {
    let mut numbers = Numbers(7);
    let goals = goal_years / 10;
    let mut text = "plan big { years 2021..2030 }\n".to_owned();
    for source in 0..500 {
        let (a, b) = (numbers.below(50), numbers.below(50));
        let _ = writeln!(text, "source s{source} {{ for t{}, t{a}, t{b} }}", source % 50);
    }
    for goal in 0..goals {
        let _ = writeln!(text, "goal g{goal} {{ serves t{}, t{} }}", numbers.below(50), numbers.below(50));
    }
    let fair = goals * 5_000 / 500 * 3 + 1;
    rows(&mut text, "income", 2021, 2030, 500, &mut |_, _| fair);
    let spike = if short { fair * 600 } else { 0 };
    rows(&mut text, "cost", 2021, 2030, goals, &mut |row, year| {
        1_000 + numbers.below(8_000) + if row == 0 && year == 2021 { spike } else { 0 }
    });
    text
}

/// One source whose money is carried over for centuries.
fn long_carry(years: u64) -> String {
    let last = 1_900 + years - 1;
    let mut text = format!("plan long {{ years 1900..{last} }}\nsource s0 {{ }}\ngoal g0 {{ }}\n");
    rows(&mut text, "income", 1_900, last, 1, &mut |_, year| if year == 1_900 { years * 10 } else { 0 });
    rows(&mut text, "cost", 1_900, last, 1, &mut |_, _| 10);
    text
}

/// Every source for its own half of the tags, so that the money must be dealt round and round.
fn crossing_earmarks(goals: u64) -> String {
    let mut text = "plan crossing { years 2025..2027 }\n".to_owned();
    for source in 0..60 {
        let tags: Vec<String> = (0..30).map(|step| format!("t{}", (source + step * step) % 60)).collect();
        let _ = writeln!(text, "source s{source} {{ for {}; unspent lapses }}", tags.join(", "));
    }
    for goal in 0..goals {
        let _ = writeln!(text, "goal g{goal} {{ serves t{} }}", goal % 60);
    }
    rows(&mut text, "income", 2025, 2027, 60, &mut |_, _| goals);
    rows(&mut text, "cost", 2025, 2027, goals, &mut |row, _| 30 + (row * 37) % 60);
    text
}

/// Every goal with payers of its own, so that nothing is alike.
fn many_classes(goals: u64) -> String {
    let mut numbers = Numbers(3);
    let mut text = "plan classes { years 2025..2027 }\n".to_owned();
    (0..200).for_each(|source| {
        let _ = writeln!(text, "source s{source} {{ }}");
    });
    for goal in 0..goals {
        let first = numbers.below(200);
        let (a, b) = ((first + 1 + numbers.below(90)) % 200, (first + 100 + numbers.below(90)) % 200);
        let _ = writeln!(text, "goal g{goal} {{ paid by s{first}, s{a}, s{b} }}");
    }
    rows(&mut text, "income", 2025, 2027, 200, &mut |_, _| goals);
    rows(&mut text, "cost", 2025, 2027, goals, &mut |_, _| 20 + numbers.below(100));
    text
}

fn check(bencher: Bencher<'_, '_>, items: u64, text: &str, short: bool) {
    let items = ItemsCount::new(usize::try_from(items).unwrap_or(0));
    bencher.counter(items).bench(|| {
        let input = pok::load::Input { name: "big".into(), key: "big".into(), bytes: text.as_bytes().to_vec() };
        let checked = pok::check_loaded(pok::load::load(input, &mut pok::load::NoFiles));
        let found = checked.findings.iter().any(|finding| finding.code().is(401));
        assert_eq!(found, short, "{:?}", checked.not_checked);
        checked
    });
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn can_be_paid(bencher: Bencher<'_, '_>, goal_years: u64) {
    check(bencher, goal_years, &big(goal_years, false), false);
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn is_short(bencher: Bencher<'_, '_>, goal_years: u64) {
    check(bencher, goal_years, &big(goal_years, true), true);
}

#[divan::bench(args = [50, 200, 800], sample_count = 5, sample_size = 1)]
fn money_carried_for_years(bencher: Bencher<'_, '_>, years: u64) {
    check(bencher, years, &long_carry(years), false);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn earmarks_that_cross(bencher: Bencher<'_, '_>, goals: u64) {
    check(bencher, goals * 3, &crossing_earmarks(goals), false);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn goals_that_are_all_different(bencher: Bencher<'_, '_>, goals: u64) {
    check(bencher, goals * 3, &many_classes(goals), false);
}
