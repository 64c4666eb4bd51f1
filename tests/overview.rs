//! What a division of the money comes to: by hand, and that nothing gets lost whatever is paid.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod hand;

use hand::{division, pay, payer, plan};
use pok::flow::Division;
use pok::model::Plan;
use pok::money::Year;
use pok::overview::{Overview, ReserveYear, SourceYear};
use proptest::prelude::*;
use std::fmt::Write as _;

fn overview(text: &str, paid: hand::Paid<'_>) -> Overview {
    let plan = plan(text);
    Overview::of(&plan, &division(&plan, paid, &[]), plan.years().unwrap())
}

fn euros(amount: Option<i128>) -> i128 {
    amount.unwrap() / 100
}

fn source(overview: &Overview, name: &str) -> Vec<[i128; 7]> {
    let row = |row: &SourceYear| {
        let paid = Some(row.paid);
        [row.income, row.brought_forward, paid, row.added, row.moved, row.lapsed, row.carried].map(euros)
    };
    overview.sources.iter().find(|line| line.name == name).unwrap().rows.iter().map(row).collect()
}

fn reserve(overview: &Overview, name: &str) -> Vec<[i128; 6]> {
    let row = |row: &ReserveYear| {
        [row.opening, row.added, Some(row.withdrawn), row.released, row.overflow, row.closing].map(euros)
    };
    overview.reserves.iter().find(|line| line.name == name).unwrap().rows.iter().map(row).collect()
}

#[test]
fn leftovers_go_to_a_reserve_and_are_used_from_the_next_year() {
    let text = "plan p { years 2025..2027 }
source grant { income 2025..2027: 120 per year; unspent goes to buffer }
reserve buffer { opening 2025: 60; ceiling 70 }
goal a { cost 2025: 80, 2026: 150, 2027: 10 }
";
    let overview = overview(text, &["a 2025 grant 80", "a 2026 grant 120", "a 2026 buffer 30", "a 2027 grant 10"]);
    assert_eq!(
        source(&overview, "grant"),
        [[120, 0, 80, 0, 40, 0, 0], [120, 0, 120, 0, 0, 0, 0], [120, 0, 10, 0, 110, 0, 0]]
    );
    assert_eq!(reserve(&overview, "buffer"), [[60, 40, 0, 0, 30, 70], [70, 0, 30, 0, 0, 40], [40, 110, 0, 0, 80, 70]]);
}

#[test]
fn money_that_expires_soonest_is_used_first() {
    let text = "plan p { years 2025..2028 }
source grant { income 2025: 100, 2026: 100; unspent stays 1 year }
goal a { cost 2026: 130 }
";
    let overview = overview(text, &["a 2026 grant 130"]);
    assert_eq!(
        source(&overview, "grant"),
        [[100, 0, 0, 0, 0, 0, 100], [100, 100, 130, 0, 0, 0, 70], [0, 70, 0, 0, 0, 70, 0], [0; 7]]
    );
}

#[test]
fn money_ends_with_what_it_may_be_spent_in() {
    let text = "plan p { years 2025..2027 }
source early { income 2025: 100; available 2026..2026 }
source due   { income 2025: 100; spend by 2026-06-30 }
source spuk  { income 2025: 100; unspent returns }
goal a { cost 2025: 10, 2026: 30 }
";
    let overview = overview(text, &["a 2025 spuk 10", "a 2026 early 30"]);
    let lapsed = |name| source(&overview, name).iter().map(|row| row[5]).collect::<Vec<_>>();
    assert_eq!(lapsed("early"), [0, 70, 0]);
    assert_eq!(lapsed("due"), [0, 100, 0]);
    assert_eq!(lapsed("spuk"), [90, 0, 0]);
}

#[test]
fn additions_happen_as_fixed_as_far_as_the_money_is_there() {
    let text = "plan p { years 2025..2027 }
source grant { income 2025: 100 }
reserve kept  { opening 2025: 10; add 2025: 80 from grant; add 2026: 5 }
reserve other { opening 2025: 0; add 2026: 500 from kept }
goal a { cost 2026: 40 }
goal b { cost 2027: 15 }
";
    let overview = overview(text, &["a 2026 grant 40", "b 2027 kept 15"]);
    // What is paid in 2026 leaves 60 of the 80; what is paid in 2027 leaves 60 of the 500.
    assert_eq!(source(&overview, "grant"), [[100, 0, 0, 60, 0, 0, 40], [0, 40, 40, 0, 0, 0, 0], [0; 7]]);
    assert_eq!(reserve(&overview, "kept"), [[10, 60, 0, 0, 0, 70], [70, 5, 60, 0, 0, 15], [15, 0, 15, 0, 0, 0]]);
    assert_eq!(reserve(&overview, "other"), [[0, 0, 0, 0, 0, 0], [0, 60, 0, 0, 0, 60], [60, 0, 0, 0, 0, 60]]);
}

#[test]
fn an_addition_from_a_whole_comes_out_of_its_parts() {
    let text = "plan p { years 2025 }
source fund { part one { income 2025: 30 }; part two { income 2025: 50 } }
reserve kept { opening 2025: 0; add 2025: 60 from fund }
goal a { cost 2025: 10 }
";
    let text = text.replace("; part two", "\n part two");
    let overview = overview(&text, &["a 2025 one 10"]);
    assert_eq!(source(&overview, "one"), [[30, 0, 10, 20, 0, 0, 0]]);
    assert_eq!(source(&overview, "two"), [[50, 0, 0, 40, 0, 0, 10]]);
    assert_eq!(source(&overview, "fund"), [[80, 0, 10, 60, 0, 0, 10]]);
    let names: Vec<_> = overview.sources.iter().map(|line| (line.name.as_str(), line.depth, line.is_whole)).collect();
    assert_eq!(names, [("fund", 0, true), ("one", 1, false), ("two", 1, false)]);
    assert_eq!(overview.total.income, Some(8000));
}

#[test]
fn a_reserve_that_ends_releases_in_the_year_after() {
    let text = "plan p { years 2025..2027 }
reserve old { opening 2025: 50; ends 2025; release to new }
reserve new { opening 2025: 5 }
goal a { cost 2026: 20 }
";
    let overview = overview(text, &["a 2026 new 20"]);
    assert_eq!(reserve(&overview, "old"), [[50, 0, 0, 0, 0, 50], [50, 0, 0, 50, 0, 0], [0; 6]]);
    assert_eq!(reserve(&overview, "new"), [[5, 0, 0, 0, 0, 5], [5, 50, 20, 0, 0, 35], [35, 0, 0, 0, 0, 35]]);
}

#[test]
fn what_is_not_known_stays_unknown() {
    let text = "plan p { years 2025..2026 }
source free { income unlimited }
reserve kept { add 2025: 5 }
goal a { cost 2025: 20 }
";
    let overview = overview(text, &["a 2025 free 15", "a 2025 kept 5"]);
    let free = overview.sources[0].rows[0];
    assert_eq!((free.income, free.paid, free.carried), (None, 1500, None));
    let kept = overview.reserves[0].rows[0];
    assert_eq!((kept.opening, kept.added, kept.withdrawn, kept.closing), (None, Some(500), 500, None));
    assert_eq!(overview.total.income, Some(0));
    assert_eq!(overview.total.reserve_closing, None);
}

#[test]
fn a_rejected_decision_takes_the_money_away() {
    let text = "plan p { years 2025 }
decision no { rejected }
source grant { income 2025: 100; needs decision no }
reserve kept { opening 2025: 100; needs decision no }
goal a { cost 2025: 20 }
";
    let overview = overview(text, &[]);
    assert_eq!(source(&overview, "grant"), [[0; 7]]);
    assert_eq!(reserve(&overview, "kept"), [[0; 6]]);
    assert_eq!(overview.total.uncovered, 2000);
}

#[test]
fn an_addition_table_states_the_sum_of_what_is_named_elsewhere() {
    let text = "plan p { years 2025..2026 }
source grant { income 2025: 100; unspent goes to kept }
reserve kept { opening 2025: 0 }
goal a { cost 2025: 20 }
table addition {
       | 2025 | 2026
  kept | 80   | 7
}
";
    let overview = overview(text, &["a 2025 grant 20"]);
    assert_eq!(reserve(&overview, "kept"), [[0, 80, 0, 0, 0, 80], [80, 7, 0, 0, 0, 87]]);
}

#[test]
fn too_many_years_are_not_rolled() {
    let overview = overview("plan p { years 1000..9000 }\nsource s { income 2025: 100 }\n", &[]);
    assert!(overview.sources.is_empty());
    assert_eq!(overview.years.len(), 8001);
}

const YEARS: std::ops::RangeInclusive<i16> = 2024..=2028;

/// A plan of sources with all kinds of leftovers and reserves with ceilings, ends, additions from each other.
fn plan_text(incomes: &[Vec<i64>], ceilings: &[i64], adds: &[(i16, i64, usize, usize)]) -> String {
    let mut text = "plan p { years 2024..2028 }\n".to_owned();
    for (index, amounts) in incomes.iter().enumerate() {
        let unspent = ["stays", "lapses", "returns", "goes to r0", "goes to r1", "stays 1 year"][index % 6];
        let amounts: Vec<String> =
            YEARS.zip(amounts).map(|(year, amount)| format!("{year}: {}.{:02}", amount / 100, amount % 100)).collect();
        writeln!(text, "source s{index} {{ income {}; unspent {unspent} }}", amounts.join(", ")).unwrap();
    }
    for (index, ceiling) in ceilings.iter().enumerate() {
        let end = if index == 1 { "ends 2026; release to r0" } else { "" };
        write!(text, "reserve r{index} {{ opening 2024: 500; ceiling {ceiling}; {end}").unwrap();
        for (year, amount, from, _) in adds.iter().filter(|add| add.3 == index) {
            let from = if from % 4 == 3 { format!("r{}", 1 - index) } else { format!("s{}", from % incomes.len()) };
            write!(text, "\n add {year}: {amount} from {from}").unwrap();
        }
        text.push_str("\n}\n");
    }
    text.push_str("goal g0 { cost 2024..2028: 1,000 per year }\ngoal g1 { cost 2024..2028: 900 total }\n");
    text
}

fn check(overview: &Overview, plan: &Plan, division: &Division) {
    for line in &overview.sources {
        let mut before = 0;
        for row in &line.rows {
            let [income, brought, added, moved, lapsed, carried] =
                [row.income, row.brought_forward, row.added, row.moved, row.lapsed, row.carried].map(Option::unwrap);
            assert_eq!(income + brought, row.paid + added + moved + lapsed + carried, "{} {:?}", line.name, row);
            assert_eq!(brought, before);
            before = carried;
        }
    }
    for line in &overview.reserves {
        let mut before = None;
        for row in &line.rows {
            let [opening, added, released, overflow, closing] =
                [row.opening, row.added, row.released, row.overflow, row.closing].map(Option::unwrap);
            assert_eq!(closing, opening + added - row.withdrawn - released - overflow, "{} {:?}", line.name, row);
            assert_eq!(opening, before.unwrap_or(opening));
            before = Some(closing);
        }
    }
    let by_goal: i128 = overview.goals.iter().flat_map(|line| &line.rows).map(|row| row.cost).sum();
    let by_year: i128 = overview.by_year.iter().map(|(_, totals)| totals.cost).sum();
    assert_eq!(by_goal, by_year);
    let paid: i128 = division.payments.iter().map(|payment| i128::from(payment.cents)).sum();
    let covered: i128 = overview.goals.iter().flat_map(|line| &line.rows).map(|row| row.covered).sum();
    assert_eq!((covered, overview.total.covered), (paid, paid));
    assert_eq!(overview.total.cost, overview.total.covered + overview.total.uncovered);
    let out = overview.total.reserve_opening.unwrap() + overview.total.reserve_added.unwrap();
    assert_eq!(
        out - overview.total.reserve_withdrawn
            - overview.total.reserve_released.unwrap()
            - overview.total.reserve_overflow.unwrap(),
        overview.total.reserve_closing.unwrap()
    );
    assert_eq!(plan.goals.len(), overview.goals.len());
}

proptest! {
    #[test]
    fn nothing_gets_lost(
        incomes in prop::collection::vec(prop::collection::vec(0_i64..100_000, 5), 1..7),
        ceilings in prop::collection::vec(0_i64..2_000, 2),
        adds in prop::collection::vec((2024_i16..=2028, 1_i64..800, 0_usize..8, 0_usize..2), 0..4),
        payments in prop::collection::vec((0_usize..2, 2024_i16..=2028, 0_usize..9, 1_i64..20_000), 0..20),
    ) {
        let mut adds = adds;
        // A reserve may be added to once from a payer in a year.
        let key = |add: &(i16, i64, usize, usize)| (add.0, if add.2 % 4 == 3 { 9 } else { add.2 % incomes.len() }, add.3);
        adds.sort_unstable_by_key(key);
        adds.dedup_by_key(|add| key(add));
        let text = plan_text(&incomes, &ceilings, &adds);
        let plan = plan(&text);
        let mut division = division(&plan, &[], &[]);
        for (goal, year, from, cents) in payments {
            let name = if from >= 7 { format!("r{}", from - 7) } else { format!("s{}", from % incomes.len()) };
            pay(&mut division, &plan, &format!("g{goal}"), Year(year), payer(&plan, &name), cents);
        }
        check(&Overview::of(&plan, &division, plan.years().unwrap()), &plan, &division);
    }
}
