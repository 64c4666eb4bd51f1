//! Plans of any size, right to the cent and without findings, for measuring.

use std::fmt::Write as _;

const YEARS: std::ops::Range<u32> = 2025..2035;
const SOURCES: usize = 20;

/// A plan of about so many bytes whose text is mostly tables: costs, and who pays what in each year.
pub(crate) fn tables(bytes: usize) -> String {
    // About 2.1 kB a goal: ten years of cost and ten rows of who pays.
    let goals = (bytes / 2_150).max(1);
    let mut text = head();
    for source in 0..SOURCES {
        let _ = writeln!(
            text,
            "source s{source} {{\n  recurring\n  income 2025..2034: {} per year\n}}",
            number(income(goals))
        );
    }
    for goal in 0..goals {
        let _ = writeln!(text, "goal g{goal:05} {{ recurring }}");
    }
    text.push_str("\ntable cost \"Costs by year\" {\n           ");
    for year in YEARS {
        let _ = write!(text, " | {year:>9}");
    }
    text.push_str(" |     total\n");
    for goal in 0..goals {
        let _ = write!(text, "  g{goal:05}   ");
        for year in YEARS {
            let _ = write!(text, " | {:>9}", number(cost(goal, year)));
        }
        let total: u64 = YEARS.map(|year| cost(goal, year)).sum();
        let _ = writeln!(text, " | {:>9}", number(total));
    }
    text.push_str("}\n");
    for year in YEARS {
        coverage(&mut text, goals, year);
    }
    text
}

fn coverage(text: &mut String, goals: usize, year: u32) {
    let _ = write!(text, "\ntable coverage {year} \"Who pays in {year}\" {{\n           ");
    for source in 0..SOURCES {
        let _ = write!(text, " | {:>7}", format!("s{source}"));
    }
    text.push_str(" |   total\n");
    for goal in 0..goals {
        let _ = write!(text, "  g{goal:05}   ");
        let cost = cost(goal, year);
        for source in 0..SOURCES {
            // Every payer pays a twentieth, the first also what is left over.
            let part = cost / SOURCES as u64 + if source == 0 { cost % SOURCES as u64 } else { 0 };
            let _ = write!(text, " | {:>7}", number(part));
        }
        let _ = writeln!(text, " | {:>7}", number(cost));
    }
    text.push_str("}\n");
}

/// A plan of about so many bytes whose text is many small items.
pub(crate) fn small_items(bytes: usize) -> String {
    let goals = (bytes / 290).max(1);
    let mut text = head();
    let _ = writeln!(
        text,
        "source grant {{\n  recurring\n  for help\n  income 2025..2034: {} per year\n}}",
        number(income(goals) * 20)
    );
    for goal in 0..goals {
        let _ = write!(
            text,
            "goal g{goal:05} \"Goal number {goal} of this plan\" {{\n  recurring\n  serves  help\n  during  2025..2034\n  \
             owner   \"Team {}\"\n  cost    2025: {}, 2026: {}, 2027: {}\n  cost    2028..2034: {} per year\n  \
             paid by grant\n  account \"60801{:02}\"\n  evaluate 2026, 2028\n}}\n",
            goal % 7,
            number(cost(goal, 2025)),
            number(cost(goal, 2026)),
            number(cost(goal, 2027)),
            number(cost(goal, 2028)),
            goal % 90,
        );
    }
    text
}

fn head() -> String {
    "language en\n\nplan generated \"A generated plan\" {\n  owner \"Municipality of Meadowbrook\"\n  years 2025..2034\n}\n\n".to_owned()
}

fn cost(goal: usize, year: u32) -> u64 {
    let seed = (goal as u64).wrapping_mul(2_654_435_761).wrapping_add(u64::from(year) * 40_503);
    20_000 + seed % 70_000
}

fn income(goals: usize) -> u64 {
    goals as u64 * 90_000
}

fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
