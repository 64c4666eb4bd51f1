//! The built-in checks: one per file, listed in one table.

mod amounts;
pub mod balance;
mod blocks;
pub mod budget;
mod cap_exceeded;
mod cost_outside_bounds;
mod coverage_differs;
mod coverage_does_not_fit;
mod coverage_of_payers;
mod coverage_of_years;
mod deadline;
mod decisions;
pub mod differing;
mod earmark_widened;
mod goal_outlives_money;
mod matrices;
mod mending;
mod moved_after_end;
mod net_movement;
mod optional_left_out;
pub mod outside_money;
mod outside_purpose;
mod payable;
mod payment_outside_availability;
mod pm_headroom;
pub mod reserve_limits;
pub mod reserve_moves;
mod rests_on_decision;
mod said_already;
mod shares_paid;
pub mod slip;
pub mod source_limits;
mod stages_out_of_order;
pub mod stated;
pub mod table_formulas;
pub mod table_sums;
pub mod table_totals;
mod themes;
mod unread_money;
mod without_decision;

use crate::diagnostic::{Diagnostic, NotChecked};
use crate::flow::{self, Answer, OpenRoom, Payable};
use crate::model::Plan;
use crate::outcome::{self, Outcome, Payments};
use crate::scenario;
use crate::source::SourceSet;

/// What a plan comes to, worked out once for everything that is asked of it. In a scenario stated coverage is an upper
/// bound only, so that balances are those without it.
#[derive(Debug)]
pub struct Ground {
    /// The plan without its stated coverage, in a scenario.
    free: Option<Plan>,
    /// What follows from what the plan states alone.
    pub stated: Outcome,
    /// The same with the division of the money, where everything can be paid.
    dealt: Option<Outcome>,
    /// Whether everything can be paid, and how.
    pub flow: Answer,
}

impl Ground {
    /// Adds everything up, and divides the money.
    pub fn of(plan: &Plan) -> Self {
        let free = plan.variant.as_ref().map(|_| scenario::without_stated_coverage(plan));
        let subject = free.as_ref().unwrap_or(plan);
        let stated = outcome::evaluate(subject);
        let flow = flow::answer(plan, stated.fact_years, &flow::Scope::default());
        let dealt = (flow.payable == Payable::Yes).then(|| {
            let payments = Payments::dealt(plan, flow.division.by_payer());
            outcome::evaluate_dealt(subject, &stated, payments)
        });
        Self { free, stated, dealt, flow }
    }

    /// What checks of that plan see.
    pub fn context<'a>(&'a self, plan: &'a Plan, sources: &'a SourceSet) -> Context<'a> {
        Context {
            plan: self.free.as_ref().unwrap_or(plan),
            outcome: self.dealt.as_ref().unwrap_or(&self.stated),
            stated: &self.stated,
            flow: &self.flow,
            sources,
        }
    }
}

/// What a check sees.
#[derive(Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was evaluated: with the division of the money where everything can be paid, else from what the plan states.
    pub outcome: &'a Outcome,
    /// What follows from what the plan states alone.
    pub stated: &'a Outcome,
    /// Whether everything can be paid, and how.
    pub flow: &'a Answer,
    /// The texts, for names as written.
    pub sources: &'a SourceSet,
}

/// What checks report.
#[derive(Debug, Default)]
pub struct Report {
    /// Findings, in any order.
    pub findings: Vec<Diagnostic>,
    /// What could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
    /// How much amounts that are `pm` may become.
    pub open_rooms: Vec<OpenRoom>,
}

/// A check: looks at the plan and reports.
type Check = fn(&Context<'_>, &mut Report);

/// Checks of what the documents state, made of the plan as it stands and not of scenarios.
static STATED: &[Check] = &[
    table_totals::check,
    stated::check,
    budget::check,
    balance::check,
    outside_money::check,
    table_formulas::check,
    stages_out_of_order::check,
    net_movement::check,
];

/// Checks of time, cover and reserves.
static CHECKS: &[Check] = &[
    source_limits::check,
    reserve_limits::check,
    reserve_moves::check,
    cost_outside_bounds::check,
    payment_outside_availability::check,
    goal_outlives_money::check,
    deadline::check,
    moved_after_end::check,
    decisions::check,
    rests_on_decision::check,
    coverage_differs::check,
    shares_paid::check,
    themes::check,
    outside_purpose::check,
    cap_exceeded::check,
    earmark_widened::check,
    payable::check,
    coverage_does_not_fit::check,
    pm_headroom::check,
    optional_left_out::check,
];

/// Runs every check; in a scenario those of time, cover and reserves only.
pub fn check(context: &Context<'_>) -> Report {
    let mut report = Report::default();
    let in_scenario = context.plan.variant.is_some();
    for check in STATED.iter().filter(|_| !in_scenario).chain(CHECKS) {
        check(context, &mut report);
    }
    if in_scenario {
        report.findings.retain(|finding| (3..=5).contains(&finding.code().family()));
    }
    report
}
