//! Minus signs in tables: where they have a meaning, where the odd one is reported.

use super::Builder;
use super::cells::Slot;
use super::facts::List;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::table::Table;
use crate::money::Money;
use crate::syntax::ast::{Cell, CellValue};

/// The signs of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// A minus has a meaning here, or there is none.
    Fine,
    /// Withdrawals printed with a minus, all of them.
    AllMinus,
    /// Withdrawals printed with a minus, but for some.
    MostMinus,
    /// A minus means nothing here.
    Odd,
}

impl Signs {
    /// How the cells of a row that are facts are signed.
    pub(super) fn of(table: &Table, list: List, cells: &[Cell], slots: &[Slot]) -> Self {
        let meant = matches!(list, List::Movement | List::SourceBalance | List::ReserveBalance | List::AllReserves);
        if table.correction || meant || !cells.iter().any(|cell| cell.money < Money::ZERO) {
            return Self::Fine;
        }
        let counted = cells.iter().zip(slots).filter(|(cell, slot)| is_fact(cell, **slot));
        let (mut minus, mut plus) = (0_usize, 0_usize);
        for (cell, _) in counted {
            minus += usize::from(cell.money < Money::ZERO);
            plus += usize::from(cell.money > Money::ZERO);
        }
        match (list, minus, plus) {
            (_, 0, _) => Self::Fine,
            (List::Withdrawal, _, 0) => Self::AllMinus,
            (List::Withdrawal, minus, plus) if minus > plus => Self::MostMinus,
            _ => Self::Odd,
        }
    }

    /// Whether an amount with a minus is a withdrawal of the amount without it.
    pub(super) fn minus_withdraws(self) -> bool {
        matches!(self, Self::AllMinus | Self::MostMinus)
    }
}

fn is_fact(cell: &Cell, slot: Slot) -> bool {
    cell.value == CellValue::Money && !matches!(slot, Slot::Skip)
}

impl Builder<'_> {
    /// Reports the signs of a row that are not as they should be.
    pub(super) fn report_signs(&mut self, table: &Table, signs: Signs, list: List, cells: &[Cell], slots: &[Slot]) {
        let odd_is_minus = match signs {
            Signs::Fine | Signs::AllMinus => return,
            Signs::MostMinus => false,
            Signs::Odd => true,
        };
        for (cell, slot) in cells.iter().zip(slots) {
            let odd = if odd_is_minus { cell.money < Money::ZERO } else { cell.money > Money::ZERO };
            if !(odd && is_fact(cell, *slot)) {
                continue;
            }
            let place = table.place(cell.span());
            if list == List::Withdrawal {
                let finding = Diagnostic::new(&codes::SIGN_ODD, place)
                    .with("amount", self.sources.slice(place))
                    .help(Message::new("sign-odd-one-out-help"));
                self.findings.push(finding);
            } else {
                self.sign(Some(list.sign()), place);
            }
        }
    }
}
