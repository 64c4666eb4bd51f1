//! Plans with a division of the money made by hand: who pays what is said, not searched for.
#![allow(dead_code, reason = "each test file uses a part of it")]

use pok::diagnostic::Severity;
use pok::evaluation::{Evaluation, PlanOutcome, Verdict};
use pok::flow::{Asked, Demand, Division, Headrooms, Owner, Payment};
use pok::load::{Input, NoFiles, load};
use pok::model::{GoalId, Payer, Plan, ReserveId, SourceId, ThemeId};
use pok::money::{Year, YearRange};
use pok::source::Place;

/// Who pays which goal in which year how much (in whole euros): `"advice 2025 grant 80000"`.
pub(crate) type Paid<'a> = &'a [&'a str];

pub(crate) fn plan(text: &str) -> Plan {
    let input = Input { name: "plan.pok".to_owned(), key: "plan.pok".to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(input, &mut NoFiles);
    let files = loaded.files.into_iter().map(|file| (file.id, file.ast)).collect();
    let (plan, found) = pok::model::build(&loaded.sources, files, Vec::new());
    let mut errors = loaded.findings.iter().chain(&found).filter(|finding| finding.severity() == Severity::Error);
    assert!(errors.next().is_none(), "{text}");
    plan
}

pub(crate) fn payer(plan: &Plan, name: &str) -> Payer {
    let source = plan.sources.iter().position(|source| source.label.name == name);
    let reserve = plan.reserves.iter().position(|reserve| reserve.label.name == name);
    match (source, reserve) {
        (Some(id), _) => Payer::Source(SourceId(u32::try_from(id).unwrap())),
        (None, Some(id)) => Payer::Reserve(ReserveId(u32::try_from(id).unwrap())),
        (None, None) => panic!("no payer {name}"),
    }
}

fn owner(plan: &Plan, name: &str) -> Owner {
    let goal = plan.goals.iter().position(|goal| goal.label.name == name);
    let theme = plan.themes.iter().position(|theme| theme.label.name == name);
    match (goal, theme) {
        (Some(id), _) => Owner::Goal(GoalId(u32::try_from(id).unwrap())),
        (None, Some(id)) => Owner::Theme(ThemeId(u32::try_from(id).unwrap())),
        (None, None) => panic!("no goal {name}"),
    }
}

/// A demand for each cost of the plan, paid as said; `left_out` goals are not asked.
pub(crate) fn division(plan: &Plan, paid: Paid<'_>, left_out: &[&str]) -> Division {
    let mut division = Division::default();
    for fact in plan.ledger.cost.all_counting() {
        let owner = Owner::Goal(GoalId(fact.subject));
        let left_out = left_out.contains(&plan.goals[fact.subject as usize].label.name.as_str());
        division.demands.push(demand(owner, fact.years, fact.money.0, Asked::Cost, left_out));
    }
    for fact in plan.ledger.theme_budget.all_counting() {
        let owner = Owner::Theme(ThemeId(fact.subject));
        division.demands.push(demand(owner, fact.years, fact.money.0, Asked::Budget, false));
    }
    for line in paid {
        let [goal, year, payer, amount] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        pay(
            &mut division,
            plan,
            goal,
            Year(year.parse().unwrap()),
            self::payer(plan, payer),
            amount.parse::<i64>().unwrap() * 100,
        );
    }
    division
}

fn demand(owner: Owner, years: YearRange, cents: i64, asked: Asked, left_out: bool) -> Demand {
    let uncovered = if left_out { 0 } else { cents };
    Demand { owner, line: 0, share_of: None, asked, years, cents, uncovered, left_out, place: Place::default() }
}

pub(crate) fn pay(division: &mut Division, plan: &Plan, goal: &str, year: Year, payer: Payer, cents: i64) {
    let owner = owner(plan, goal);
    let fits = |demand: &Demand| demand.owner == owner && demand.years.contains(year);
    let index = division.demands.iter().position(fits).unwrap();
    division.demands[index].uncovered -= cents;
    division.payments.push(Payment { payer, year, demand: u32::try_from(index).unwrap(), cents });
}

/// What comes out for a plan, with that division.
pub(crate) fn evaluation(
    text: &str,
    paid: Paid<'_>,
    left_out: &[&str],
    headrooms: &dyn Fn(&Plan) -> Headrooms,
) -> Evaluation {
    let mut evaluation = pok::evaluate_text("plan.pok", text);
    let plan = plan(text);
    let division = division(&plan, paid, left_out);
    let mut outcome = PlanOutcome::of(&plan, plan.years().unwrap(), &division, &headrooms(&plan));
    outcome.verdict = Verdict::Holds;
    evaluation.outcomes = vec![outcome];
    evaluation
}
