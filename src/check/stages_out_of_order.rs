//! Actual amounts above what was obligated, and obligated ones above what was planned -> 209.

use super::amounts::money;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Message};
use crate::model::{Entity, Fact, FactList, GoalId, Payer, Plan, ReserveId, SourceId};
use crate::money::YearRange;
use crate::outcome::Sum;
use crate::source::Place;
use crate::syntax::ast::Stage;
use std::collections::BTreeMap;

/// Reports money spent above what was set aside for it. Income above its plan is no fault, and is left alone.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let ledger = &plan.ledger;
    let measures: [(&FactList, usize, Subject); 6] = [
        (&ledger.cost, plan.goals.len(), Subject::Cost),
        (&ledger.budget, plan.goals.len(), Subject::Budget),
        (&ledger.payment, plan.goals.len(), Subject::Payment),
        (&ledger.source_coverage, plan.sources.len(), Subject::SourceCoverage),
        (&ledger.reserve_coverage, plan.reserves.len(), Subject::ReserveCoverage),
        (&ledger.withdrawal, plan.reserves.len(), Subject::Withdrawal),
    ];
    for (list, subjects, subject) in measures {
        if list.all().iter().all(|fact| fact.stage == Stage::Planned) {
            continue;
        }
        for id in 0..u32::try_from(subjects).unwrap_or(u32::MAX) {
            of_subject(plan, list.of(id), id, subject, report);
        }
    }
}

/// What a list of facts is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Cost,
    Budget,
    Payment,
    SourceCoverage,
    ReserveCoverage,
    Withdrawal,
}

/// The amounts of one subject in the same years, by stage.
#[derive(Default)]
struct Stages {
    planned: Amount,
    obligated: Amount,
    actual: Amount,
}

/// An amount of one stage, its first place, and how far rounding in print may have moved it.
#[derive(Default)]
struct Amount {
    sum: Sum,
    place: Option<Place>,
    years: Option<YearRange>,
    steps: i128,
}

impl Amount {
    fn take(&mut self, other: &Self) {
        self.sum = self.sum.plus(other.sum);
        self.place = self.place.or(other.place);
        self.years = match (self.years, other.years) {
            (Some(own), Some(other)) => Some(own.to(other)),
            (own, other) => own.or(other),
        };
        self.steps += other.steps;
    }
}

/// Ranges that share a year joined: a window is compared with all that falls in it.
fn joined(ranges: BTreeMap<(u32, YearRange), Stages>) -> Vec<(u32, YearRange, Stages)> {
    let mut blocks: Vec<(u32, YearRange, Stages)> = Vec::with_capacity(ranges.len());
    for ((other, years), stages) in ranges {
        match blocks.last_mut() {
            Some((known, block, all)) if *known == other && block.meets(years) => {
                *block = block.to(years);
                all.planned.take(&stages.planned);
                all.obligated.take(&stages.obligated);
                all.actual.take(&stages.actual);
            }
            _ => blocks.push((other, years, stages)),
        }
    }
    blocks
}

fn of_subject(plan: &Plan, facts: &[Fact], id: u32, subject: Subject, report: &mut Report) {
    if facts.iter().all(|fact| fact.stage == Stage::Planned) {
        return;
    }
    let mut ranges: BTreeMap<(u32, YearRange), Stages> = BTreeMap::new();
    for fact in facts {
        // Cost lines add up; payers are looked at one by one.
        let other = if subject == Subject::Payment { fact.other } else { 0 };
        let stages = ranges.entry((other, fact.years)).or_default();
        let amount = match fact.stage {
            Stage::Planned => &mut stages.planned,
            Stage::Expected => continue,
            Stage::Obligated => &mut stages.obligated,
            Stage::Actual => &mut stages.actual,
        };
        amount.sum.add(fact);
        amount.place = amount.place.or(Some(fact.place));
        amount.years = Some(amount.years.map_or(fact.years, |years| years.to(fact.years)));
        amount.steps += plan.ledger.origin(fact).step.wide();
    }
    for (other, years, stages) in joined(ranges) {
        let named = name(plan, subject, id, Fact::unpack(other));
        let Stages { planned, obligated, actual } = &stages;
        let below_actual =
            if obligated.sum.count > 0 { (obligated, "stage-obligated") } else { (planned, "stage-planned") };
        for (upper, upper_word, (lower, lower_word)) in
            [(actual, "stage-actual", below_actual), (obligated, "stage-obligated", (planned, "stage-planned"))]
        {
            report.findings.extend(finding(&named, years, (upper, upper_word), (lower, lower_word)));
        }
    }
}

/// Cost of which goal, payments by whom.
fn name(plan: &Plan, subject: Subject, id: u32, payer: Option<Payer>) -> Message {
    let goal = plan.name(Entity::Goal(GoalId(id)));
    match subject {
        Subject::Cost => Message::new("stage-of-cost").with("name", goal),
        Subject::Budget => Message::new("stage-of-budget").with("name", goal),
        Subject::Payment => {
            let payer = payer.map_or("", |payer| plan.name(payer));
            Message::new("stage-of-payment").with("name", goal).with("payer", payer)
        }
        Subject::SourceCoverage => {
            Message::new("stage-of-coverage").with("payer", plan.name(Entity::Source(SourceId(id))))
        }
        Subject::ReserveCoverage => {
            Message::new("stage-of-coverage").with("payer", plan.name(Entity::Reserve(ReserveId(id))))
        }
        Subject::Withdrawal => {
            Message::new("stage-of-withdrawal").with("name", plan.name(Entity::Reserve(ReserveId(id))))
        }
    }
}

fn finding(
    subject: &Message,
    years: YearRange,
    (upper, upper_word): (&Amount, &'static str),
    (lower, lower_word): (&Amount, &'static str),
) -> Option<Diagnostic> {
    let known = !upper.sum.unknown && !lower.sum.unknown && !lower.sum.pm && lower.sum.count > 0;
    let covers = lower.years.zip(upper.years).is_some_and(|(lower, upper)| lower.covers(upper));
    let over = upper.sum.cents - lower.sum.cents;
    if !known || !covers || over <= 0 || over * 2 <= upper.steps + lower.steps {
        return None;
    }
    let (amount, limit) = (money(upper.sum.cents), money(lower.sum.cents));
    let label = |name, amount| Message::new("label-stage").with("stage", Message::new(name)).with("amount", amount);
    Some(
        Diagnostic::new(&codes::STAGES_OUT_OF_ORDER, upper.place?)
            .with("subject", subject.clone())
            .with("years", years)
            .with("amount", amount)
            .with("upper", Message::new(upper_word))
            .with("limit", limit)
            .with("lower", Message::new(lower_word))
            .with("over", money(over))
            .at_primary(label(upper_word, amount))
            .label(lower.place?, label(lower_word, limit))
            .figure("amount", Figure::Money(amount))
            .figure("limit", Figure::Money(limit))
            .figure("over", Figure::Money(money(over)))
            .help(Message::new("stages-out-of-order-help")),
    )
}
