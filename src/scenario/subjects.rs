//! What the measure of a scenario is about: a name, a whole with its parts, a theme, or everything.

use super::draft::{Draft, Kind};
use crate::model::scenario::Target;
use crate::model::{Entity, Fact, GoalId, Payer, ReserveId, SourceId, ThemeId};
use crate::syntax::ast::Measure;
use std::collections::BTreeSet;

/// A list, the subject in it, and the payer where only one is meant.
pub(super) type Subject = (Kind, u32, Option<u32>);

impl Draft {
    /// The goals of a theme and of the themes within it.
    pub(super) fn goals_within(&self, theme: ThemeId) -> Vec<GoalId> {
        let goals = (0u32..).zip(&self.plan.goals);
        let within = goals.filter(|(_, goal)| goal.theme.is_some_and(|own| self.plan.theme_within(own, theme)));
        within.map(|(number, _)| GoalId(number)).collect()
    }

    /// Everything that a target takes in, each list and subject once.
    pub(super) fn subjects(&self, target: &Target) -> Vec<Subject> {
        let one = |kind: Kind| move |number: u32| (kind, number, None);
        match target.measure {
            Measure::Income => self.sources_of(target.subject).into_iter().map(one(Kind::Income)).collect(),
            Measure::Cost => self.goals_of(target.subject).into_iter().map(one(Kind::Cost)).collect(),
            Measure::Budget => self.budgets_of(target.subject),
            Measure::Coverage => self.coverage_of(target.subject),
            Measure::Paid => {
                let payer = target.subject.and_then(Entity::as_payer);
                let goal = target.goal.map(|goal| (Kind::Payment, goal.0, Some(Fact::pack(payer))));
                goal.into_iter().collect()
            }
            Measure::Opening => self.reserves_of(target.subject).into_iter().map(one(Kind::Opening)).collect(),
            Measure::Addition => self.reserves_of(target.subject).into_iter().map(one(Kind::Addition)).collect(),
            Measure::Withdrawal => self.reserves_of(target.subject).into_iter().map(one(Kind::Withdrawal)).collect(),
            Measure::Movement => self.reserves_of(target.subject).into_iter().map(one(Kind::Movement)).collect(),
            Measure::Covered
            | Measure::Balance
            | Measure::Available
            | Measure::Unspent
            | Measure::Lapsed
            | Measure::Figures => Vec::new(),
        }
    }

    fn sources_of(&self, subject: Option<Entity>) -> Vec<u32> {
        let leaves = (0u32..).zip(&self.plan.sources).filter(|(_, source)| source.parts.is_empty());
        match subject {
            Some(Entity::Source(id)) => self.plan.leaves(id).into_iter().map(|id| id.0).collect(),
            Some(Entity::Theme(theme)) => {
                let within = |own: Option<ThemeId>| own.is_some_and(|own| self.plan.theme_within(own, theme));
                leaves.filter(|(_, source)| within(source.theme)).map(|(number, _)| number).collect()
            }
            _ => leaves.map(|(number, _)| number).collect(),
        }
    }

    fn reserves_of(&self, subject: Option<Entity>) -> Vec<u32> {
        let reserves = (0u32..).zip(&self.plan.reserves);
        match subject {
            Some(Entity::Reserve(id)) => vec![id.0],
            Some(Entity::Theme(theme)) => {
                let within = |own: Option<ThemeId>| own.is_some_and(|own| self.plan.theme_within(own, theme));
                reserves.filter(|(_, reserve)| within(reserve.theme)).map(|(number, _)| number).collect()
            }
            _ => reserves.map(|(number, _)| number).collect(),
        }
    }

    fn goals_of(&self, subject: Option<Entity>) -> Vec<u32> {
        match subject {
            Some(Entity::Goal(id)) => vec![id.0],
            Some(Entity::Theme(theme)) => self.goals_within(theme).into_iter().map(|id| id.0).collect(),
            _ => {
                let goals = (0u32..).zip(&self.plan.goals).map(|(number, _)| number);
                goals.filter(|number| !self.variant.dropped.contains(&GoalId(*number))).collect()
            }
        }
    }

    /// Budgets of goals; of a theme with a budget of its own, that one.
    fn budgets_of(&self, subject: Option<Entity>) -> Vec<Subject> {
        let of_theme = |number: u32| (Kind::ThemeBudget, number, None);
        if let Some(Entity::Theme(theme)) = subject
            && !self.of(Kind::ThemeBudget, theme.0).is_empty()
        {
            return vec![of_theme(theme.0)];
        }
        let goals = self.goals_of(subject).into_iter().map(|number| (Kind::Budget, number, None));
        let themes = (0u32..).zip(&self.plan.themes).map(|(number, _)| number);
        let themes = themes.filter(|number| match subject {
            None => true,
            Some(Entity::Theme(outer)) => self.plan.theme_within(ThemeId(*number), outer),
            Some(_) => false,
        });
        goals.chain(themes.filter(|number| !self.of(Kind::ThemeBudget, *number).is_empty()).map(of_theme)).collect()
    }

    /// What payers pay over all goals together, and where that is not stated, what they pay to each.
    fn coverage_of(&self, subject: Option<Entity>) -> Vec<Subject> {
        let payers: BTreeSet<Payer> = match subject {
            Some(Entity::Source(id)) => self.with_parts(id).into_iter().map(Payer::Source).collect(),
            Some(Entity::Reserve(id)) => BTreeSet::from([Payer::Reserve(id)]),
            _ => {
                let sources = (0u32..).zip(&self.plan.sources);
                let reserves = (0u32..).zip(&self.plan.reserves);
                let within = |own: Option<ThemeId>| match subject {
                    Some(Entity::Theme(theme)) => own.is_some_and(|own| self.plan.theme_within(own, theme)),
                    _ => true,
                };
                let sources = sources.filter(|(_, item)| within(item.theme)).map(|(n, _)| Payer::Source(SourceId(n)));
                let reserves = reserves.filter(|(_, it)| within(it.theme)).map(|(n, _)| Payer::Reserve(ReserveId(n)));
                sources.chain(reserves).collect()
            }
        };
        let tables = payers.iter().map(|payer| match payer {
            Payer::Source(id) => (Kind::SourceCoverage, id.0, None),
            Payer::Reserve(id) => (Kind::ReserveCoverage, id.0, None),
        });
        let mut subjects: Vec<Subject> = tables.collect();
        for kind in [Kind::Payment, Kind::ThemePayment] {
            for fact in self.all(kind).filter(|fact| fact.payer().is_some_and(|it| payers.contains(&it))) {
                subjects.push((kind, fact.subject, Some(fact.other)));
            }
        }
        subjects.sort_unstable();
        subjects.dedup();
        subjects
    }
}
