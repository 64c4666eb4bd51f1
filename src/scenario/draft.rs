//! A plan while a scenario is being applied to it: its facts as plain lists, and what has been changed so far.

use super::claims::Claim;
use super::copy::bare;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::ledger::counted;
use crate::model::scenario::{Scenario, Variant};
use crate::model::{Entity, Fact, FactList, GoalId, Payer, Plan, ReserveId, Said, SourceId, ThemeId};
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

/// Longest range that is gone through year by year.
pub(super) const LONGEST: usize = 300;

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
    /// Where statements of items stand that a `change` makes.
    pub(super) said: Vec<Said>,
    facts: BTreeMap<(Kind, u32), Vec<Fact>>,
    findings: Vec<Diagnostic>,
}

impl Draft {
    pub(super) fn new(plan: &Plan, scenario: &Scenario) -> Self {
        let mut plan = bare(plan);
        let mut facts: BTreeMap<(Kind, u32), Vec<Fact>> = BTreeMap::new();
        for kind in Kind::ALL {
            for fact in std::mem::take(kind.list(&mut plan)).into_facts() {
                facts.entry((kind, fact.subject)).or_default().push(fact);
            }
        }
        Self {
            plan,
            variant: Variant { scenario: scenario.name.clone(), ..Variant::default() },
            claims: BTreeMap::new(),
            reported: BTreeSet::new(),
            whole: scenario.whole,
            said: Vec::new(),
            facts,
            findings: Vec::new(),
        }
    }

    /// The plan with its facts grouped again.
    pub(super) fn finish(mut self) -> (Plan, Vec<Diagnostic>) {
        for kind in Kind::ALL {
            let facts = self.all(kind).copied().collect();
            let subjects = kind.subjects(&self.plan);
            *kind.list(&mut self.plan) = FactList::group(facts, subjects);
        }
        if !self.said.is_empty() {
            // What is said last stands first.
            self.said.append(&mut self.plan.said);
            self.said.sort_by_key(|said| said.entity);
            self.plan.said = self.said;
        }
        self.plan.variant = Some(Box::new(self.variant));
        (self.plan, self.findings)
    }

    /// Keeps a finding, under the scenario's name.
    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding.in_scenario(&self.variant.scenario));
    }

    /// The facts of a list.
    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = &Fact> {
        self.facts.range((kind, 0)..=(kind, u32::MAX)).flat_map(|(_, facts)| facts)
    }

    /// The facts of one subject.
    pub(super) fn of(&self, kind: Kind, subject: u32) -> &[Fact] {
        self.facts.get(&(kind, subject)).map_or(&[], Vec::as_slice)
    }

    /// The facts of one subject, to be changed.
    pub(super) fn of_mut(&mut self, kind: Kind, subject: u32) -> &mut Vec<Fact> {
        self.facts.entry((kind, subject)).or_default()
    }

    /// Adds a fact.
    pub(super) fn push(&mut self, kind: Kind, fact: Fact) {
        self.of_mut(kind, fact.subject).push(fact);
    }

    /// Leaves out the facts of a list that do not pass, and gives them.
    pub(super) fn drain(&mut self, kind: Kind, is_out: impl Fn(&Fact) -> bool) -> Vec<Fact> {
        let mut drained = Vec::new();
        for (_, facts) in self.facts.range_mut((kind, 0)..=(kind, u32::MAX)) {
            drained.extend(facts.iter().filter(|fact| is_out(fact)));
            facts.retain(|fact| !is_out(fact));
        }
        drained
    }

    /// The stage that counts, where the planned one is asked for.
    pub(super) fn stage(&self, kind: Kind, subject: u32, asked: Stage) -> Stage {
        if asked == Stage::Planned { counted(self.of(kind, subject)) } else { asked }
    }

    /// Notes that amounts of a thing were changed in these years; of a source, also of its parts and its whole.
    pub(super) fn changed(&mut self, entity: Entity, years: YearRange) {
        let related = match entity {
            Entity::Source(id) => self.relatives(id).into_iter().map(Entity::Source).collect(),
            _ => vec![entity],
        };
        for year in years.iter().take(LONGEST) {
            self.variant.years.extend(related.iter().map(|entity| (*entity, year)));
            if matches!(entity, Entity::Goal(_)) {
                self.variant.goal_years.insert(year);
            }
        }
    }

    /// Notes that a payer was changed as a whole.
    pub(super) fn changed_payer(&mut self, payer: Payer) {
        match payer {
            Payer::Source(id) => {
                let related = self.relatives(id);
                self.variant.payers.extend(related.into_iter().map(Payer::Source));
            }
            Payer::Reserve(_) => {
                self.variant.payers.insert(payer);
            }
        }
    }

    /// A source, what it is a part of, and its parts.
    fn relatives(&self, id: SourceId) -> Vec<SourceId> {
        let mut related = self.with_parts(id);
        let mut whole = self.plan.sources.get(id.index()).and_then(|source| source.whole);
        while let Some(up) = whole.filter(|up| !related.contains(up)) {
            related.push(up);
            whole = self.plan.sources.get(up.index()).and_then(|source| source.whole);
        }
        related
    }

    /// A source and its parts, theirs included.
    pub(super) fn with_parts(&self, id: SourceId) -> Vec<SourceId> {
        let mut all = vec![id];
        let mut next = 0;
        while let Some(source) = all.get(next).and_then(|id| self.plan.sources.get(id.index())) {
            all.extend(&source.parts);
            next += 1;
        }
        all
    }

    /// Notes that a goal was changed as a whole, with the years in which it costs something.
    pub(super) fn changed_goal(&mut self, goal: GoalId) {
        self.variant.goals.insert(goal);
        for kind in [Kind::Cost, Kind::Budget, Kind::Payment] {
            let years: Vec<YearRange> = self.of(kind, goal.0).iter().map(|fact| fact.years).collect();
            for years in years {
                self.changed(Entity::Goal(goal), years);
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
            fact.stage == stage && other.is_none_or(|other| other == fact.other) && fact.years.meets(years)
        };
        let cut = self.of(kind, subject).iter().find(|fact| fits(fact) && !years.covers(fact.years)).copied();
        if let Some(fact) = cut {
            self.cuts(kind, &fact, years, place);
            return None;
        }
        let list = self.of_mut(kind, subject);
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
        for (_, facts) in self.facts.range_mut((Kind::Opening, 0)..=(Kind::Opening, u32::MAX)) {
            let first = facts.iter().map(|fact| fact.years).min();
            facts.retain(|fact| Some(fact.years) == first);
        }
    }
}
