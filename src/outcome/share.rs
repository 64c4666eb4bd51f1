//! Fixed shares of a cost line in whole cents, by largest remainder.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Divides an amount in minor units by shares that are fractions, ties in the order given.
///
/// Each payer gets the whole cents of its share; the cents that remain go one by one to the largest remainders (Hare's
/// quota). Shares that do not add up to one leave the difference undivided. `None` where a figure outgrows exact decimals.
pub fn split(cents: i128, shares: &[Decimal]) -> Option<Vec<i128>> {
    let amount = Decimal::try_from_i128_with_scale(cents, 0).ok()?;
    let exact: Option<Vec<Decimal>> = shares.iter().map(|share| amount.checked_mul(*share)).collect();
    let exact = exact?;
    let mut parts: Vec<i128> = exact.iter().map(|part| part.floor().to_i128()).collect::<Option<_>>()?;
    let total: Decimal = exact.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
    let spread = total.round().to_i128()?.checked_sub(parts.iter().sum())?;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |index: &usize| exact.get(*index).map(|part| part - part.floor());
    order.sort_by_key(|index| std::cmp::Reverse(remainder(index)));
    for index in order.into_iter().take(usize::try_from(spread).unwrap_or(0)) {
        if let Some(part) = parts.get_mut(index) {
            *part += 1;
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::split;
    use rust_decimal::Decimal;

    #[test]
    fn halves_and_thirds_add_up() {
        let half = Decimal::new(5, 1);
        assert_eq!(split(101, &[half, half]), Some(vec![51, 50]));
        let third = Decimal::new(3_333_333, 7);
        let rest = Decimal::ONE - third - third;
        assert_eq!(split(100, &[third, third, rest]), Some(vec![33, 33, 34]));
        assert_eq!(split(0, &[half, half]), Some(vec![0, 0]));
    }
}
