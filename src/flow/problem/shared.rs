//! Fixed shares: what each payer owes of a cost, in whole cents.

use crate::model::{PaidBy, Payer};
use crate::outcome::share;
use rust_decimal::Decimal;

/// The payers with the fixed shares that hold for a goal; `None` where there are none or they are not the whole.
pub(super) fn shares(paid_by: &[PaidBy]) -> Option<Vec<(Payer, Decimal)>> {
    let all: Option<Vec<(Payer, Decimal)>> =
        paid_by.iter().map(|entry| entry.share.map(|share| (entry.payer, share))).collect();
    let all = all.filter(|all| !all.is_empty())?;
    let total = all.iter().try_fold(Decimal::ZERO, |sum, (_, share)| sum.checked_add(*share))?;
    (total == Decimal::ONE).then_some(all)
}

/// An amount divided by the shares, by largest remainder, ties in the order of `paid by`.
pub(super) fn split(cents: i64, shares: &[(Payer, Decimal)]) -> Option<Vec<i64>> {
    let fractions: Vec<Decimal> = shares.iter().map(|(_, share)| *share).collect();
    let parts = share::split(i128::from(cents), &fractions)?;
    parts.into_iter().map(|part| i64::try_from(part).ok()).collect()
}

/// The shares of some payers alone, scaled up so that they are the whole.
pub(super) fn scaled(shares: &[(Payer, Decimal)]) -> Vec<(Payer, Decimal)> {
    let total: Decimal = shares.iter().map(|(_, share)| *share).sum();
    let scale = |share: Decimal| share.checked_div(total).unwrap_or(share);
    shares.iter().map(|&(payer, share)| (payer, scale(share))).collect()
}
