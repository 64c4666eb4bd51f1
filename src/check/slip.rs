//! The likely slip behind a figure that differs: which small mistake gives exactly what is stated.
//!
//! The slips are those that plans and accounts have in practice: another period, a row left out or counted twice, digits
//! swapped, lost or doubled, a factor of a thousand, a share forgotten, a sign, a figure copied from another year, or two
//! of these together. Only what fits to the cent is said.

use crate::diagnostic::{Message, Value};
use crate::money::{Money, YearRange};
use crate::outcome::Part;
use rust_decimal::Decimal;

/// More parts or ranges than this are not tried: the search stays instant.
const MOST: usize = 2_000;

/// What is known about a figure that differs.
#[derive(Debug, Default)]
pub struct Puzzle<'a> {
    /// What is stated, in minor units.
    pub stated: i128,
    /// What it should be.
    pub computed: i128,
    /// What was added up, as written.
    pub parts: &'a [Part],
    /// The same figure by year or window, also outside the years asked for.
    pub series: &'a [(YearRange, i128)],
    /// The years asked for.
    pub asked: Option<YearRange>,
    /// A share that was applied, and the series before it.
    pub share: Option<(Decimal, &'a [(YearRange, i128)])>,
    /// Subtotals near the sum, which do not belong in it.
    pub subtotals: &'a [Part],
    /// The same figure of other years (or columns), which may have been copied.
    pub others: &'a [Part],
}

/// A slip found: what it is, and the value to which it leads.
struct Slip {
    what: Message,
}

/// The slips that give exactly the stated figure, the most telling first; at most three.
pub fn explain(puzzle: &Puzzle<'_>) -> Vec<Message> {
    if puzzle.stated == puzzle.computed || puzzle.stated == 0 {
        return Vec::new();
    }
    let mut singles = Vec::new();
    ranges(puzzle, &mut singles);
    forgotten_share(puzzle, &mut singles);
    left_out_or_twice(puzzle, &mut singles);
    copied(puzzle, &mut singles);
    digits(puzzle, &mut singles);
    let stated = clamp(puzzle.stated);
    if !singles.is_empty() {
        let one = |slip: Slip| Message::new("slip-one").with("what", slip.what).with("stated", stated);
        return singles.into_iter().take(3).map(one).collect();
    }
    let two = |(first, second): (Message, Message)| {
        Message::new("slip-two").with("first", first).with("second", second).with("stated", stated)
    };
    pairs(puzzle).into_iter().take(2).map(two).collect()
}

/// Another range of years.
fn ranges(puzzle: &Puzzle<'_>, slips: &mut Vec<Slip>) {
    let Some(asked) = puzzle.asked else { return };
    for (years, sum) in range_sums(puzzle.series, asked) {
        if sum == puzzle.stated {
            slips.push(Slip { what: range_slip(years) });
            return;
        }
    }
}

/// Sums over every range of years other than the one asked for; those that share an end with it first.
fn range_sums(series: &[(YearRange, i128)], asked: YearRange) -> Vec<(YearRange, i128)> {
    let Some(all) = series.iter().map(|(years, _)| *years).reduce(YearRange::to) else { return Vec::new() };
    if all.len() > 60 {
        return Vec::new();
    }
    let mut sums = Vec::new();
    for first in all.iter() {
        for last in all.iter().filter(|last| *last >= first) {
            let years = YearRange { first, last };
            let cut = series.iter().any(|(part, cents)| *cents != 0 && years.meets(*part) && !years.covers(*part));
            if years != asked && !cut {
                let inside = series.iter().filter(|(part, _)| years.covers(*part));
                sums.push((years, inside.map(|(_, cents)| cents).sum()));
            }
        }
    }
    sums.sort_by_key(|(years, _)| (years.first != asked.first && years.last != asked.last, *years));
    sums
}

fn forgotten_share(puzzle: &Puzzle<'_>, slips: &mut Vec<Slip>) {
    let (Some((share, whole)), Some(asked)) = (puzzle.share, puzzle.asked) else { return };
    let inside = whole.iter().filter(|(years, _)| asked.covers(*years));
    if inside.map(|(_, cents)| cents).sum::<i128>() == puzzle.stated {
        slips.push(Slip { what: share_slip(share) });
    }
}

fn left_out_or_twice(puzzle: &Puzzle<'_>, slips: &mut Vec<Slip>) {
    let difference = puzzle.stated - puzzle.computed;
    for subtotal in puzzle.subtotals.iter().take(MOST) {
        if subtotal.cents == difference {
            slips.push(Slip { what: part_slip("slip-subtotal", subtotal) });
            return;
        }
    }
    // With a share the parts are not amounts that anyone wrote down.
    if puzzle.share.is_some() || puzzle.parts.len() < 2 {
        return;
    }
    for part in puzzle.parts.iter().take(MOST) {
        let name = match part.cents {
            0 => continue,
            cents if cents == -difference => "slip-left-out",
            cents if cents == difference => "slip-twice",
            cents if -2 * cents == difference => "slip-sign",
            _ => continue,
        };
        slips.push(Slip { what: part_slip(name, part) });
        return;
    }
}

fn copied(puzzle: &Puzzle<'_>, slips: &mut Vec<Slip>) {
    let same = |part: &&Part| part.cents == puzzle.stated && part.cents != puzzle.computed;
    if let Some(part) = puzzle.others.iter().take(MOST).find(same) {
        let years = part.years.map_or_else(|| Value::from(part.name.as_str()), Value::Years);
        slips.push(Slip { what: Message::new("slip-copied").with("from", years) });
    }
}

/// Slips of the pen in the stated figure itself.
fn digits(puzzle: &Puzzle<'_>, slips: &mut Vec<Slip>) {
    let (stated, computed) = (puzzle.stated, puzzle.computed);
    if computed == 0 {
        return;
    }
    if stated == -computed {
        slips.push(Slip { what: Message::new("slip-sign-whole") });
        return;
    }
    for factor in [1_000, 1_000_000, 100, 10] {
        if computed.checked_mul(factor) == Some(stated) || stated.checked_mul(factor) == Some(computed) {
            let factor = Value::Figure(Money(i64::try_from(factor * 100).unwrap_or(i64::MAX)));
            slips.push(Slip { what: Message::new("slip-factor").with("factor", factor) });
            return;
        }
    }
    if stated.signum() != computed.signum() {
        return;
    }
    let (written, right) = (units(stated), units(computed));
    if swapped(&written, &right) {
        slips.push(Slip { what: Message::new("slip-swapped") });
    } else if one_more(&right, &written) {
        slips.push(Slip { what: Message::new("slip-digit-missing") });
    } else if one_more(&written, &right) {
        slips.push(Slip { what: Message::new("slip-digit-extra") });
    }
}

/// The digits as people write them: without cents where both have none.
fn units(cents: i128) -> Vec<u8> {
    let text = cents.unsigned_abs().to_string();
    let text = if cents % 100 == 0 { text.get(..text.len().saturating_sub(2)).unwrap_or("") } else { &text };
    text.bytes().collect()
}

fn swapped(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<usize> = (0..a.len()).filter(|&index| a.get(index) != b.get(index)).collect();
    match differ.as_slice() {
        &[first, second] if second == first + 1 => a.get(first) == b.get(second) && a.get(second) == b.get(first),
        _ => false,
    }
}

/// Whether the first is the second with one digit more. Figures of a digit or two prove nothing.
fn one_more(longer: &[u8], shorter: &[u8]) -> bool {
    if longer.len() != shorter.len() + 1 || shorter.len() < 3 {
        return false;
    }
    let same = longer.iter().zip(shorter).take_while(|(a, b)| a == b).count();
    longer.get(same + 1..) == shorter.get(same..)
}

/// Two slips together: another period with the share forgotten, or with a row left out or counted twice.
fn pairs(puzzle: &Puzzle<'_>) -> Vec<(Message, Message)> {
    let mut found = Vec::new();
    let Some(asked) = puzzle.asked else { return found };
    if let Some((share, whole)) = puzzle.share {
        for (years, sum) in range_sums(whole, asked) {
            if sum == puzzle.stated {
                found.push((range_slip(years), share_slip(share)));
            }
        }
        return found;
    }
    if puzzle.parts.len() > MOST || puzzle.parts.len() < 2 {
        return found;
    }
    for (years, sum) in range_sums(puzzle.series, asked).into_iter().take(200) {
        let shares_end = years.first == asked.first || years.last == asked.last;
        let difference = puzzle.stated - sum;
        if !shares_end || sum == 0 {
            continue;
        }
        let inside = puzzle.parts.iter().filter(|part| part.years.is_some_and(|part| years.covers(part)));
        for part in inside.filter(|part| part.cents != 0 && part.cents != sum) {
            if part.cents == -difference {
                found.push((range_slip(years), part_slip("slip-left-out", part)));
            } else if part.cents == difference {
                found.push((range_slip(years), part_slip("slip-twice", part)));
            }
        }
    }
    found
}

fn range_slip(years: YearRange) -> Message {
    Message::new("slip-range").with("years", years)
}

fn share_slip(share: Decimal) -> Message {
    let percent = Value::Percent(share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share));
    Message::new("slip-share").with("share", percent)
}

fn part_slip(name: &'static str, part: &Part) -> Message {
    let amount = Value::Figure(clamp(part.cents));
    let inner = match (part.years, part.name.is_empty()) {
        (Some(years), false) => Message::new("slip-part-of-year")
            .with("name", part.name.as_str())
            .with("years", years)
            .with("amount", amount),
        (None, false) => Message::new("slip-part").with("name", part.name.as_str()).with("amount", amount),
        (Some(years), true) => Message::new("slip-part-years").with("years", years).with("amount", amount),
        (None, true) => Message::new("slip-part-amount").with("amount", amount),
    };
    Message::new(name).with("part", inner)
}

/// A sum as money; sums of amounts that can be written always fit.
pub fn clamp(cents: i128) -> Money {
    Money(i64::try_from(cents).unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX }))
}

#[cfg(test)]
mod tests {
    use super::{Puzzle, explain};
    use crate::money::{Year, YearRange};
    use crate::outcome::Part;
    use crate::source::Place;
    use rust_decimal::Decimal;

    fn part(cents: i128, year: i16) -> Part {
        let years = Some(YearRange::one(Year(year)));
        Part { cents, name: "p".to_owned(), years, place: Place::default(), once: false }
    }

    fn slip(puzzle: &Puzzle<'_>) -> Vec<String> {
        explain(puzzle).into_iter().map(|message| format!("{:?}", message.values)).collect()
    }

    #[test]
    fn each_slip_is_found() {
        let parts = [part(40_000, 2024), part(30_000, 2025), part(25_050, 2026)];
        let sum: i128 = 95_050;
        let cases = [
            (55_050, "slip-left-out"),
            (135_050, "slip-twice"),
            (15_050, "slip-sign"),
            (59_050, "slip-swapped"),
            (950_500, "slip-factor"),
            (-95_050, "slip-sign-whole"),
        ];
        for (stated, name) in cases {
            let found = slip(&Puzzle { stated, computed: sum, parts: &parts, ..Puzzle::default() });
            assert!(found.iter().any(|text| text.contains(name)), "{stated}: {found:?}");
        }
        assert!(slip(&Puzzle { stated: 77_777, computed: sum, parts: &parts, ..Puzzle::default() }).is_empty());
    }

    #[test]
    fn another_period_and_a_forgotten_share() {
        let one = |year: i16, cents: i128| (YearRange::one(Year(year)), cents);
        let own = [one(2022, 300_000), one(2023, 250_000)];
        let whole = [one(2022, 600_000), one(2023, 500_000)];
        let asked = Some(YearRange { first: Year(2022), last: Year(2023) });
        let puzzle = Puzzle {
            stated: 600_000,
            computed: 550_000,
            series: &own,
            asked,
            share: Some((Decimal::new(5, 1), &whole)),
            ..Puzzle::default()
        };
        let found = slip(&puzzle);
        assert!(found.iter().any(|text| text.contains("slip-range") && text.contains("slip-share")), "{found:?}");
        let found = slip(&Puzzle { stated: 300_000, ..puzzle });
        assert!(found.iter().any(|text| text.contains("slip-range")), "{found:?}");
    }
}
