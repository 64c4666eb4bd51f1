//! Everything that follows from the facts by addition: sums, what is paid as stated, balances year by year.

pub mod sum;

pub use sum::Sum;

use crate::model::Plan;

/// What was evaluated once for all checks.
#[derive(Debug, Default)]
pub struct Outcome {}

/// Evaluates a plan from its stated facts.
pub fn evaluate(_plan: &Plan) -> Outcome {
    Outcome {}
}
