//! The fast path for the cells of tables: digits in groups of three, and nothing else.

use crate::money::Money;
use crate::syntax::ast::Language;
use crate::syntax::number::signs;

/// Reads a cell that is a plain whole amount: the amount, and where in the cell it stands. `None` for anything else,
/// which is then read with care.
pub(super) fn plain(cell: &[u8], language: Language, minor_digits: u8, factor: i64) -> Option<(Money, u32, u16)> {
    let start = cell.iter().position(|&byte| byte != b' ')?;
    let end = cell.iter().rposition(|&byte| byte != b' ')? + 1;
    let written = cell.get(start..end)?;
    if written.len() > 15 {
        return None;
    }
    let (thousands, _) = signs(language);
    let mut value = 0_i64;
    let mut group = 0_usize;
    let mut groups = 0_usize;
    for &byte in written {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            group += 1;
        } else if byte == thousands && (if groups == 0 { (1..=3).contains(&group) } else { group == 3 }) {
            groups += 1;
            group = 0;
        } else {
            return None;
        }
    }
    // `0,125` is no figure in thousands.
    if group == 0 || (groups > 0 && written.first() == Some(&b'0')) || (groups > 0 && group != 3) {
        return None;
    }
    let units = 10_i64.checked_pow(u32::from(minor_digits))?;
    let money = value.checked_mul(factor)?.checked_mul(units)?;
    let fits = money <= Money::MAX.0;
    fits.then_some((Money(money), u32::try_from(start).ok()?, u16::try_from(end - start).ok()?))
}
