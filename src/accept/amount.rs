//! How large a deviation is, as far as a finding says so.

use crate::diagnostic::{Diagnostic, Figure};
use crate::money::Money;

/// Figures that say by themselves how large it is, the plainest first.
const SIZES: [&str; 11] =
    ["short", "difference", "over", "outside", "late", "early", "moved", "without_short", "amount", "paid", "asked"];

/// Two figures between which the deviation lies, where no figure says how large it is.
const BETWEEN: [(&str, &str); 3] = [("stated", "computed"), ("stated", "due"), ("first", "second")];

/// How large what was found is; `None` where it is no matter of an amount.
pub(super) fn amount(finding: &Diagnostic) -> Option<Money> {
    let money = |name: &str| {
        finding.figures.iter().find_map(|(known, figure)| match figure {
            Figure::Money(money) if *known == name => Some(*money),
            _ => None,
        })
    };
    let between = |(one, other): (&str, &str)| Some(Money(money(one)?.0.saturating_sub(money(other)?.0)));
    let size = SIZES.into_iter().find_map(money).or_else(|| BETWEEN.into_iter().find_map(between));
    size.or_else(|| only(finding)).map(|money| Money(money.0.saturating_abs()))
}

/// The one amount among its figures.
fn only(finding: &Diagnostic) -> Option<Money> {
    let mut amounts = finding.figures.iter().filter_map(|(_, figure)| match figure {
        Figure::Money(money) => Some(*money),
        _ => None,
    });
    amounts.next().filter(|_| amounts.next().is_none())
}
