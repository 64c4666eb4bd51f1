//! What a measure comes to: `cost(goal, 2025)`, `balance(reserve, 2026)`, from stated facts and what follows from them.

use super::quantity::{Part, Quantity};
use super::{Outcome, reserve};
use crate::model::{Entity, FactList, GoalId, Payer, Plan, ReserveId, Source, SourceId, ThemeId};
use crate::money::{Year, YearRange};
use crate::syntax::ast::{Measure, Stage};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Which measure.
    pub measure: Measure,
    /// About what; `None` is everything.
    pub subject: Option<Entity>,
    /// The goal of `paid(payer, goal, Y)`.
    pub other: Option<Entity>,
    /// When.
    pub years: YearRange,
    /// Which stage.
    pub stage: Stage,
}

/// Answers a question. Unknown where the facts do not settle it.
pub fn answer(plan: &Plan, outcome: &Outcome, question: &Question) -> Quantity {
    let asked = Asked { plan, outcome, years: question.years, stage: question.stage };
    match question.measure {
        Measure::Income => asked.income(question.subject),
        Measure::Cost => asked.goals(question.subject, &plan.ledger.cost),
        Measure::Budget => asked.budget(question.subject),
        Measure::Coverage => asked.coverage(question.subject),
        Measure::Covered => asked.covered(question.subject, None),
        Measure::Paid => asked.covered(question.other, question.subject),
        Measure::Balance => asked.balance(question.subject),
        Measure::Opening => asked.opening(question.subject),
        Measure::Addition => asked.moved(question.subject, &|row| row.added),
        Measure::Withdrawal => asked.moved(question.subject, &|row| row.withdrawn),
        Measure::Movement => {
            let added = asked.moved(question.subject, &|row| row.added);
            added.minus(asked.moved(question.subject, &|row| row.withdrawn))
        }
        Measure::Available => asked.available(),
        Measure::Unspent => asked.source_years(question.subject, &|row| row.left, true),
        Measure::Lapsed => asked.source_years(question.subject, &|row| row.lapsed, false),
        Measure::Figures => Quantity::unknown(),
    }
}

/// What a question is about, thing by thing.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was evaluated.
    pub outcome: &'a Outcome,
    /// When.
    pub years: YearRange,
    /// Which stage.
    pub stage: Stage,
}

impl Asked<'_> {
    /// The sources without parts; `None` where they are not all known.
    pub fn sources(&self, subject: Option<Entity>) -> Option<Vec<SourceId>> {
        let all = || (0u32..).map(SourceId).zip(&self.plan.sources);
        let leaf = |source: &Source| source.parts.is_empty();
        match subject {
            Some(Entity::Source(id)) => Some(self.plan.leaves(id)),
            Some(Entity::Theme(theme)) => {
                let within = |source: &Source| self.in_theme(source.theme, theme);
                Some(all().filter(|(_, source)| leaf(source) && within(source)).map(|(id, _)| id).collect())
            }
            None if self.plan.damage.income.is_none() => {
                let limited = |source: &Source| leaf(source) && source.unlimited.is_none();
                Some(all().filter(|(_, source)| limited(source)).map(|(id, _)| id).collect())
            }
            None | Some(Entity::Reserve(_) | Entity::Goal(_) | Entity::Decision(_) | Entity::Document(_)) => None,
        }
    }

    /// The stage asked for; where that is `planned` and nothing is planned, the most definite there is.
    pub fn stage_in(&self, list: &FactList, subject: u32) -> Stage {
        if self.stage == Stage::Planned { list.stage(subject) } else { self.stage }
    }

    fn in_theme(&self, theme: Option<ThemeId>, outer: ThemeId) -> bool {
        theme.is_some_and(|theme| self.plan.theme_within(theme, outer))
    }

    fn income(&self, subject: Option<Entity>) -> Quantity {
        let Some(sources) = self.sources(subject) else { return Quantity::unknown() };
        let mut sum = Quantity::zero();
        for id in sources {
            let Some(source) = self.plan.sources.get(id.index()) else { continue };
            sum.unknown |= source.label.damaged || source.unlimited.is_some();
            let list = &self.plan.ledger.income;
            sum.add_facts(self.plan, list.of(id.0), self.years, self.stage_in(list, id.0), &source.label.name);
        }
        sum
    }

    /// The goals; `None` where they are not all known.
    pub fn goals_of(&self, subject: Option<Entity>) -> Option<Vec<GoalId>> {
        let all = || (0u32..).map(GoalId).zip(&self.plan.goals);
        match subject {
            Some(Entity::Goal(id)) => Some(vec![id]),
            Some(Entity::Theme(theme)) if self.plan.damage.cost.is_none() => {
                Some(all().filter(|(_, goal)| self.in_theme(goal.theme, theme)).map(|(id, _)| id).collect())
            }
            None if self.plan.damage.cost.is_none() => Some(all().map(|(id, _)| id).collect()),
            None
            | Some(
                Entity::Source(_) | Entity::Reserve(_) | Entity::Decision(_) | Entity::Document(_) | Entity::Theme(_),
            ) => None,
        }
    }

    fn goals(&self, subject: Option<Entity>, list: &FactList) -> Quantity {
        let Some(goals) = self.goals_of(subject) else { return Quantity::unknown() };
        let mut sum = Quantity::zero();
        for id in goals {
            let Some(goal) = self.plan.goals.get(id.index()) else { continue };
            // What a goal takes of what is left it takes in one year.
            let takes_rest = goal.remainder_of.is_some_and(|(_, year, _)| self.years.contains(year));
            sum.unknown |= goal.label.damaged || takes_rest;
            sum.undivided |= takes_rest;
            let start = sum.parts.len();
            sum.add_facts(self.plan, list.of(id.0), self.years, self.stage_in(list, id.0), &goal.label.name);
            for (part, fact) in sum.parts.iter_mut().skip(start).zip(list.of(id.0)) {
                part.once = goal.lines.get(fact.other as usize).is_some_and(|line| line.once);
            }
        }
        sum
    }

    fn budget(&self, subject: Option<Entity>) -> Quantity {
        let mut sum = self.goals(subject, &self.plan.ledger.budget);
        if let Some(Entity::Theme(theme)) = subject {
            let own = self.plan.ledger.theme_budget.of(theme.0);
            if !own.is_empty() {
                sum = Quantity::zero();
                sum.add_facts(self.plan, own, self.years, self.stage, self.plan.name(Entity::Theme(theme)));
            }
        }
        sum
    }

    /// The payers, wholes for their parts; `None` where they are not all known.
    pub fn payers(&self, subject: Option<Entity>) -> Option<Vec<Payer>> {
        match subject {
            Some(Entity::Source(id)) => Some(vec![Payer::Source(id)]),
            Some(Entity::Reserve(id)) => Some(vec![Payer::Reserve(id)]),
            None if self.plan.damage.coverage.is_none() => {
                let sources = (0u32..).map(SourceId).zip(&self.plan.sources);
                let roots = sources.filter(|(_, source)| source.whole.is_none()).map(|(id, _)| Payer::Source(id));
                let reserves = (0u32..).take(self.plan.reserves.len()).map(|id| Payer::Reserve(ReserveId(id)));
                Some(roots.chain(reserves).collect())
            }
            None | Some(Entity::Theme(_) | Entity::Goal(_) | Entity::Decision(_) | Entity::Document(_)) => None,
        }
    }

    fn coverage(&self, subject: Option<Entity>) -> Quantity {
        if let Some(Entity::Goal(_)) = subject {
            return self.covered(subject, None);
        }
        let Some(payers) = self.payers(subject) else { return Quantity::unknown() };
        let mut sum = Quantity::zero();
        for payer in payers {
            for year in self.years.iter() {
                let paid = self.paid(payer, year);
                sum = sum.plus(self.one(payer.into(), year, paid));
            }
        }
        sum
    }

    fn paid(&self, payer: Payer, year: Year) -> super::Sum {
        match payer {
            Payer::Source(id) => super::source::paid_with_parts(self.plan, &self.outcome.payments, id, year),
            Payer::Reserve(_) => self.outcome.payments.paid(self.plan, payer, year),
        }
    }

    /// A sum of one thing in one year, as one part.
    fn one(&self, entity: Entity, year: Year, sum: super::Sum) -> Quantity {
        let mut quantity = Quantity::of_sum(sum);
        quantity.undivided = sum.unknown;
        let place = self.plan.label(entity).map(|label| label.place).unwrap_or_default();
        if sum.cents != 0 {
            let name = self.plan.name(entity).to_owned();
            quantity.parts.push(Part { cents: sum.cents, name, years: Some(YearRange::one(year)), place, once: false });
        }
        quantity
    }

    fn covered(&self, goal: Option<Entity>, payer: Option<Entity>) -> Quantity {
        let Some(goals) = self.goals_of(goal) else { return Quantity::unknown() };
        if self.outcome.payments.are_dealt() && self.stage == Stage::Planned {
            return self.covered_as_dealt(&goals, payer);
        }
        let mut sum = Quantity::zero();
        for id in goals {
            let facts = self.plan.ledger.payment.of(id.0).iter().filter(|fact| {
                let payer_of = fact.payer();
                payer.is_none()
                    || payer_of.map(Entity::from) == payer
                    || payer_of.zip(as_payer(payer)).is_some_and(|(part, whole)| self.plan.is_part_of(part, whole))
            });
            let facts: Vec<_> = facts.copied().collect();
            // Without stated payments only a division of the money could tell.
            let nothing_stated = !facts.iter().any(|fact| fact.years.meets(self.years));
            sum.unknown |= nothing_stated;
            sum.undivided |= nothing_stated;
            sum.add_facts(self.plan, &facts, self.years, self.stage, self.plan.name(Entity::Goal(id)));
        }
        sum
    }

    /// What a division of the money pays to goals, from everyone or from one payer and its parts.
    fn covered_as_dealt(&self, goals: &[GoalId], payer: Option<Entity>) -> Quantity {
        let whole = as_payer(payer);
        let counts = |candidate: &Payer| {
            payer.is_none() || whole.is_some_and(|whole| whole == *candidate || self.plan.is_part_of(*candidate, whole))
        };
        let mut sum = Quantity::zero();
        for &id in goals {
            let paying = self.outcome.payments.payers_of(id).unwrap_or_default();
            let payers: Vec<Payer> = paying.iter().copied().filter(counts).collect();
            for year in self.years.iter() {
                let paid = payers.iter().filter_map(|&payer| self.outcome.payments.to_goal(payer, id, year)).sum();
                sum = sum.plus(self.one(Entity::Goal(id), year, super::Sum::of(paid)));
            }
        }
        sum
    }

    fn balance(&self, subject: Option<Entity>) -> Quantity {
        let last = self.years.last;
        match subject {
            Some(Entity::Reserve(id)) => self.reserve_row(id, last, &|row| row.closing),
            Some(Entity::Source(_)) => self.source_years(subject, &|row| row.left, true),
            None => {
                let ids = (0u32..).take(self.plan.reserves.len()).map(ReserveId);
                let reserves = ids.map(|id| self.reserve_row(id, last, &|row| row.closing));
                reserves.fold(Quantity::zero(), Quantity::plus)
            }
            Some(Entity::Theme(_) | Entity::Goal(_) | Entity::Decision(_) | Entity::Document(_)) => Quantity::unknown(),
        }
    }

    fn reserve_row(&self, id: ReserveId, year: Year, pick: &dyn Fn(&reserve::ReserveYear) -> super::Sum) -> Quantity {
        match self.outcome.reserve_year(id, year) {
            Some(row) => {
                let mut quantity = self.one(Entity::Reserve(id), year, pick(row));
                quantity.no_opening = quantity.unknown && row.unclear == Some(reserve::Unclear::NoOpening);
                quantity
            }
            None => Quantity { undivided: true, ..Quantity::unknown() },
        }
    }

    fn opening(&self, subject: Option<Entity>) -> Quantity {
        self.reserves(subject, YearRange::one(self.years.first), &|row| row.opening)
    }

    fn moved(&self, subject: Option<Entity>, pick: &dyn Fn(&reserve::ReserveYear) -> super::Sum) -> Quantity {
        let mut sum = self.reserves(subject, self.years, pick);
        // A window that the years hold only partly does not say how much of it falls in them.
        let ledger = &self.plan.ledger;
        let ids = match subject {
            Some(Entity::Reserve(id)) => vec![id],
            _ => (0u32..).take(self.plan.reserves.len()).map(ReserveId).collect(),
        };
        let lists = [&ledger.addition, &ledger.withdrawal, &ledger.movement];
        let mut facts = ids.iter().flat_map(|id| lists.iter().flat_map(|list| list.of(id.0)));
        let cut = facts.any(|fact| self.years.meets(fact.years) && !self.years.covers(fact.years));
        sum.unknown |= cut;
        sum.undivided |= cut;
        sum
    }

    fn reserves(
        &self,
        subject: Option<Entity>,
        years: YearRange,
        pick: &dyn Fn(&reserve::ReserveYear) -> super::Sum,
    ) -> Quantity {
        let Some(ids) = self.reserves_of(subject) else { return Quantity::unknown() };
        let mut sum = Quantity::zero();
        for id in ids {
            for year in years.iter() {
                sum = sum.plus(self.reserve_row(id, year, pick));
            }
        }
        sum
    }

    /// The reserves; `None` where they are not all known.
    pub fn reserves_of(&self, subject: Option<Entity>) -> Option<Vec<ReserveId>> {
        match subject {
            Some(Entity::Reserve(id)) => Some(vec![id]),
            None if self.plan.damage.reserve.is_none() => {
                Some((0u32..).take(self.plan.reserves.len()).map(ReserveId).collect())
            }
            Some(Entity::Theme(theme)) => {
                let all = (0u32..).map(ReserveId).zip(&self.plan.reserves);
                Some(all.filter(|(_, reserve)| self.in_theme(reserve.theme, theme)).map(|(id, _)| id).collect())
            }
            None | Some(Entity::Source(_) | Entity::Goal(_) | Entity::Decision(_) | Entity::Document(_)) => None,
        }
    }

    fn available(&self) -> Quantity {
        let mut sum = self.income(None);
        if self.plan.damage.reserve.is_some() {
            sum.unknown = true;
        }
        for (id, reserve) in (0u32..).zip(&self.plan.reserves) {
            sum.unknown |= reserve.label.damaged;
            let facts = self.plan.ledger.opening.of(id);
            sum.add_facts(self.plan, facts, self.years, self.stage, &reserve.label.name);
        }
        sum
    }

    /// Over the years, or at the end of the last of them.
    fn source_years(
        &self,
        subject: Option<Entity>,
        pick: &dyn Fn(&super::SourceYear) -> super::Sum,
        at_end: bool,
    ) -> Quantity {
        let ids = match subject {
            Some(Entity::Source(id)) => vec![id],
            _ => match self.sources(subject) {
                Some(ids) => ids,
                None => return Quantity::unknown(),
            },
        };
        let years = if at_end { YearRange::one(self.years.last) } else { self.years };
        let mut sum = Quantity::zero();
        for id in ids {
            let rows = self.outcome.source_years(self.plan, id);
            for year in years.iter() {
                let row = rows.iter().find(|row| row.year == year);
                let missing = || Quantity { undivided: true, ..Quantity::unknown() };
                sum = sum.plus(row.map_or_else(missing, |row| self.one(Entity::Source(id), year, pick(row))));
            }
        }
        sum
    }
}

fn as_payer(entity: Option<Entity>) -> Option<Payer> {
    match entity? {
        Entity::Source(id) => Some(Payer::Source(id)),
        Entity::Reserve(id) => Some(Payer::Reserve(id)),
        Entity::Goal(_) | Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    }
}
