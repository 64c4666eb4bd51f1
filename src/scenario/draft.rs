//! A plan while a scenario is being applied to it: its facts as plain lists, and what has been changed so far.

use super::claims::Claim;
use super::copy::bare;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::ledger::counted;
use crate::model::scenario::{Scenario, Variant};
use crate::model::{Entity, Fact, FactList, GoalId, Payer, Plan, ReserveId, SourceId, ThemeId};
use crate::money::YearRange;
use crate::source::Place;
use crate::syntax::ast::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// The lists of amounts that a scenario may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Income,
    Opening,
    Cost,
    Budget,
    ThemeBudget,
    SourceCoverage,
    ReserveCoverage,
    ThemePayment,
    Payment,
    Addition,
    Withdrawal,
    Movement,
}

impl Kind {
    const ALL: [Self; 12] = [
        Self::Income,
        Self::Opening,
        Self::Cost,
        Self::Budget,
        Self::ThemeBudget,
        Self::SourceCoverage,
        Self::ReserveCoverage,
        Self::ThemePayment,
        Self::Payment,
        Self::Addition,
        Self::Withdrawal,
        Self::Movement,
    ];

    /// What its subjects are.
    pub(super) fn entity(self, subject: u32) -> Entity {
        match self {
            Self::Income | Self::SourceCoverage => Entity::Source(SourceId(subject)),
            Self::Cost | Self::Budget | Self::Payment => Entity::Goal(GoalId(subject)),
            Self::ThemeBudget | Self::ThemePayment => Entity::Theme(ThemeId(subject)),
            Self::Opening | Self::ReserveCoverage | Self::Addition | Self::Withdrawal | Self::Movement => {
                Entity::Reserve(ReserveId(subject))
            }
        }
    }

    /// The measure in words, as a message.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Income => "fact-income",
            Self::Opening => "fact-opening",
            Self::Cost => "fact-cost",
            Self::Budget | Self::ThemeBudget => "fact-budget",
            Self::SourceCoverage | Self::ReserveCoverage | Self::ThemePayment | Self::Payment => "fact-coverage",
            Self::Addition => "fact-addition",
            Self::Withdrawal => "fact-withdrawal",
            Self::Movement => "fact-movement",
        }
    }

    fn list(self, plan: &mut Plan) -> &mut FactList {
        let ledger = &mut plan.ledger;
        match self {
            Self::Income => &mut ledger.income,
            Self::Opening => &mut ledger.opening,
            Self::Cost => &mut ledger.cost,
            Self::Budget => &mut ledger.budget,
            Self::ThemeBudget => &mut ledger.theme_budget,
            Self::SourceCoverage => &mut ledger.source_coverage,
            Self::ReserveCoverage => &mut ledger.reserve_coverage,
            Self::ThemePayment => &mut ledger.theme_payment,
            Self::Payment => &mut ledger.payment,
            Self::Addition => &mut ledger.addition,
            Self::Withdrawal => &mut ledger.withdrawal,
            Self::Movement => &mut ledger.movement,
        }
    }

    fn subjects(self, plan: &Plan) -> usize {
        match self.entity(0) {
            Entity::Source(_) => plan.sources.len(),
            Entity::Reserve(_) => plan.reserves.len(),
            Entity::Goal(_) => plan.goals.len(),
            Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => plan.themes.len(),
        }
    }
}

/// A plan while a scenario is being applied to it.
pub(super) struct Draft {
    /// The plan; its lists of facts are put back at the end.
    pub(super) plan: Plan,
    /// What was changed.
    pub(super) variant: Variant,
    pub(super) claims: BTreeMap<Claim, Place>,
    pub(super) reported: BTreeSet<(Place, Place)>,
    /// The whole scenario: facts that stand in it are its own.
    pub(super) whole: Place,
    facts: BTreeMap<Kind, Vec<Fact>>,
    findings: Vec<Diagnostic>,
}

impl Draft {
    pub(super) fn new(plan: &Plan, scenario: &Scenario) -> Self {
        let mut plan = bare(plan);
        let facts = Kind::ALL.map(|kind| (kind, std::mem::take(kind.list(&mut plan)).into_facts()));
        Self {
            plan,
            variant: Variant { scenario: scenario.name.clone(), ..Variant::default() },
            claims: BTreeMap::new(),
            reported: BTreeSet::new(),
            whole: scenario.whole,
            facts: facts.into_iter().collect(),
            findings: Vec::new(),
        }
    }

    /// The plan with its facts grouped again.
    pub(super) fn finish(mut self) -> (Plan, Vec<Diagnostic>) {
        for (kind, facts) in self.facts {
            let subjects = kind.subjects(&self.plan);
            *kind.list(&mut self.plan) = FactList::group(facts, subjects);
        }
        self.plan.variant = Some(Box::new(self.variant));
        (self.plan, self.findings)
    }

    /// Keeps a finding, under the scenario's name.
    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding.in_scenario(&self.variant.scenario));
    }

    /// The facts of a list.
    pub(super) fn list(&self, kind: Kind) -> &[Fact] {
        self.facts.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The facts of a list, to be changed.
    pub(super) fn list_mut(&mut self, kind: Kind) -> &mut Vec<Fact> {
        self.facts.entry(kind).or_default()
    }

    /// The facts of one subject.
    pub(super) fn of(&self, kind: Kind, subject: u32) -> Vec<Fact> {
        self.list(kind).iter().filter(|fact| fact.subject == subject).copied().collect()
    }

    /// The stage that counts, where the planned one is asked for.
    pub(super) fn stage(&self, kind: Kind, subject: u32, asked: Stage) -> Stage {
        if asked == Stage::Planned { counted(&self.of(kind, subject)) } else { asked }
    }

    /// Notes that amounts of a thing were changed in these years.
    pub(super) fn changed(&mut self, entity: Entity, years: YearRange) {
        for year in years.iter().take(300) {
            self.variant.years.insert((entity, year));
        }
    }

    /// Notes that a payer was changed as a whole.
    pub(super) fn changed_payer(&mut self, payer: Payer) {
        self.variant.payers.insert(payer);
    }

    /// Notes that a goal was changed as a whole, with the years in which it costs something.
    pub(super) fn changed_goal(&mut self, goal: GoalId) {
        self.variant.goals.insert(goal);
        for kind in [Kind::Cost, Kind::Budget, Kind::Payment] {
            for fact in self.of(kind, goal.0) {
                self.changed(Entity::Goal(goal), fact.years);
            }
        }
    }

    /// Takes the facts of a subject in these years out and gives them; `None`, with a finding, where a total over a
    /// window lies only partly within them.
    pub(super) fn take(
        &mut self,
        (kind, subject): (Kind, u32),
        other: Option<u32>,
        years: YearRange,
        stage: Stage,
        place: Place,
    ) -> Option<Vec<Fact>> {
        let fits = |fact: &Fact| {
            fact.subject == subject
                && fact.stage == stage
                && other.is_none_or(|other| other == fact.other)
                && fact.years.meets(years)
        };
        let cut = self.list(kind).iter().find(|fact| fits(fact) && !years.covers(fact.years)).copied();
        if let Some(fact) = cut {
            self.cuts(kind, &fact, years, place);
            return None;
        }
        let list = self.list_mut(kind);
        let taken = list.iter().filter(|fact| fits(fact)).copied().collect();
        list.retain(|fact| !fits(fact));
        Some(taken)
    }

    /// A total over a window of which a scenario names only some years.
    pub(super) fn cuts(&mut self, kind: Kind, fact: &Fact, years: YearRange, place: Place) {
        let finding = Diagnostic::new(&codes::WINDOW_CUT, place)
            .with("what", Message::new(kind.word()))
            .with("name", self.plan.name(kind.entity(fact.subject)))
            .with("window", fact.years)
            .with("years", years)
            .label(fact.place, Message::new("label-window").with("amount", fact.money).with("years", fact.years))
            .help(Message::new("window-cut-help").with("window", fact.years));
        self.report(finding);
    }

    /// A later opening balance is a stated figure: in a scenario only the first one counts.
    pub(super) fn first_openings(&mut self) {
        let mut first: BTreeMap<u32, YearRange> = BTreeMap::new();
        for fact in self.list(Kind::Opening) {
            first.entry(fact.subject).and_modify(|years| *years = (*years).min(fact.years)).or_insert(fact.years);
        }
        self.list_mut(Kind::Opening).retain(|fact| first.get(&fact.subject) == Some(&fact.years));
    }
}
