//! The one table of everything pok can find: code, message name and level. Codes are never reused.

use crate::diagnostic::{Code, Kind, Severity};

macro_rules! kinds {
    ($($(#[$doc:meta])* $constant:ident = $code:literal $name:literal $severity:ident;)*) => {
        $($(#[$doc])* pub static $constant: Kind =
            Kind { code: Code($code), name: $name, severity: Severity::$severity };)*

        /// Every kind, by code.
        pub static ALL: &[&Kind] = &[$(&$constant),*];
    };
}

kinds! {
    /// A statement is not written as the language has it.
    SYNTAX = 1 "syntax" Error;
    /// An amount can be read in two ways, or not at all.
    AMOUNT_AMBIGUOUS = 2 "amount-ambiguous" Error;
    /// Bytes that are not UTF-8, or a control character.
    BAD_BYTE = 3 "bad-byte" Error;
    /// Larger or deeper than pok reads.
    LIMIT = 4 "limit" Error;
    /// A word that begins no statement here.
    UNKNOWN_KEYWORD = 5 "unknown-keyword" Error;
    /// Understood and kept, but not evaluated by this version.
    NOT_EVALUATED = 6 "not-evaluated" Note;
    /// A stated figure is lower than what adds up.
    STATED_TOO_LOW = 201 "stated-too-low" Error;
    /// A stated figure is higher than what adds up.
    STATED_TOO_HIGH = 201 "stated-too-high" Error;
    /// A cell whose row total and column total are off by the same amount.
    CELL_MISPRINTED = 201 "cell-misprinted" Error;
    /// A stated comparison does not hold.
    CLAIM_FAILS = 201 "claim-fails" Error;
    /// A goal's budget is lower than its own cost lines.
    BUDGET_BELOW_COST = 205 "budget-below-cost" Error;
    /// A goal's budget is higher than its own cost lines.
    BUDGET_ABOVE_COST = 205 "budget-above-cost" Warning;
    /// A stated balance is lower than what the movements give.
    BALANCE_TOO_LOW = 206 "balance-too-low" Error;
    /// A stated balance is higher than what the movements give.
    BALANCE_TOO_HIGH = 206 "balance-too-high" Error;
    /// Totals differ by no more than printed rounding can explain.
    WITHIN_ROUNDING = 207 "within-rounding" Note;
    /// A stated total rests on a pm.
    RESTS_ON_PM = 210 "rests-on-pm" Warning;
    /// An addition whose origin is not named: money from outside the plan.
    OUTSIDE_MONEY = 211 "outside-money" Note;
    /// A reserve that ends still holds money.
    NOT_EMPTY_AT_END = 305 "not-empty-at-end" Error;
    /// More is paid from a source than it has.
    OVERDRAWN = 403 "overdrawn" Error;
    /// Money that is left without a goal.
    WITHOUT_GOAL = 406 "without-goal" Warning;
    /// Money that lapses or is returned.
    LAPSES = 406 "lapses" Warning;
    /// A reserve goes below its floor.
    BELOW_FLOOR = 501 "below-floor" Error;
    /// A reserve goes above its ceiling.
    ABOVE_CEILING = 502 "above-ceiling" Error;
    /// More is withdrawn than allowed.
    ABOVE_LIMIT = 503 "above-limit" Error;
    /// A stated opening balance differs from the closing balance before it.
    OPENING_DIFFERS = 504 "opening-differs" Error;
}

/// All kinds of a code.
pub fn of_code(code: Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == code)
}
