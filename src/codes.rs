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
    /// An actual amount above the obligated one, or an obligated one above the planned.
    STAGES_OUT_OF_ORDER = 209 "stages-out-of-order" Error;
    /// A cost in a year outside the goal's bounds.
    COST_OUTSIDE_BOUNDS = 301 "cost-outside-bounds" Error;
    /// A budget in a year outside the goal's bounds.
    BUDGET_OUTSIDE_BOUNDS = 301 "budget-outside-bounds" Error;
    /// A payment in a year outside the source's stated availability.
    PAYMENT_OUTSIDE_AVAILABILITY = 302 "payment-outside-availability" Error;
    /// A payment in a year in which none of the source's tranches may pay.
    PAYMENT_WITHOUT_TRANCHE = 302 "payment-without-tranche" Error;
    /// A payment from a reserve after its end.
    PAYMENT_AFTER_RESERVE_ENDS = 302 "payment-after-reserve-ends" Error;
    /// A recurring goal that is paid with money that ends.
    GOAL_OUTLIVES_MONEY = 303 "goal-outlives-money" Warning;
    /// A recurring goal whose own costs stop, without a certain follow-up.
    GOAL_STOPS_WITHOUT_FOLLOW_UP = 303 "goal-stops-without-follow-up" Warning;
    /// A goal whose bounds run on after its payers are done.
    GOAL_RUNS_BEYOND_MONEY = 303 "goal-runs-beyond-money" Warning;
    /// A payment after `spend by`.
    SPENT_AFTER_DEADLINE = 304 "spent-after-deadline" Error;
    /// A commitment after `commit by`.
    COMMITTED_AFTER_DEADLINE = 304 "committed-after-deadline" Error;
    /// A reserve that moves after its end.
    MOVED_AFTER_END = 305 "moved-after-end" Error;
    /// Money that moves before its decision.
    MONEY_BEFORE_DECISION = 308 "money-before-decision" Warning;
    /// Costs that rest on a decision not taken.
    COST_RESTS_ON_DECISION = 309 "cost-rests-on-decision" Warning;
    /// Money that rests on a decision not taken.
    MONEY_RESTS_ON_DECISION = 309 "money-rests-on-decision" Warning;
    /// Costs and money that rest on a decision not taken.
    COST_AND_MONEY_REST_ON_DECISION = 309 "cost-and-money-rest-on-decision" Warning;
    /// A decision dated before the one that it follows.
    DECISIONS_OUT_OF_ORDER = 310 "decisions-out-of-order" Error;
    /// A decision taken while the one that it follows is not.
    DECISION_WITHOUT_ITS_FIRST = 310 "decision-without-its-first" Error;
    /// More is stated to be paid for a goal than it costs.
    COVERED_TOO_MUCH = 402 "covered-too-much" Error;
    /// Less is stated to be paid for a goal than it costs, and nobody else may pay.
    COVERED_TOO_LITTLE = 402 "covered-too-little" Error;
    /// A payment is stated for a goal that costs nothing then.
    COVERED_WITHOUT_COST = 402 "covered-without-cost" Error;
    /// A payer pays more goal by goal than is stated in all.
    GOALS_ABOVE_COVERAGE = 402 "goals-above-coverage" Error;
    /// A payer pays less goal by goal than is stated in all.
    GOALS_BELOW_COVERAGE = 402 "goals-below-coverage" Error;
    /// All payers together pay more in a year than all goals cost.
    YEAR_COVERED_TOO_MUCH = 402 "year-covered-too-much" Error;
    /// All payers together pay less in a year than all goals cost, and nobody else can pay.
    YEAR_COVERED_TOO_LITTLE = 402 "year-covered-too-little" Error;
    /// A source pays a goal that its earmark leaves out.
    EARMARK_BROKEN = 404 "earmark-broken" Error;
    /// A goal is paid by one that its `paid by` leaves out.
    PAYER_NOT_NAMED = 404 "payer-not-named" Error;
    /// A payer pays more in a year than the goal allows.
    CAP_EXCEEDED = 409 "cap-exceeded" Error;
    /// A payer pays more over all years than the goal allows.
    CAP_EXCEEDED_TOTAL = 409 "cap-exceeded-total" Error;
    /// A reserve pays a goal outside its purpose.
    PAID_OUTSIDE_PURPOSE = 505 "paid-outside-purpose" Error;
}

/// All kinds of a code.
pub fn of_code(code: Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == code)
}
