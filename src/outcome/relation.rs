//! What an aggregate or a rule ranges over, one by one: things of a kind, and what is related to a thing.

use super::evaluate::{Scope, Value};
use super::payment::Payments;
use crate::model::expression::{EntityKind, Range, Relation, Thing};
use crate::model::{
    DecisionId, DocumentId, Entity, Fact, GoalId, Payer, Plan, ReserveId, Source, SourceId, Table, ThemeId,
};
use crate::money::{Money, Year, YearRange};
use std::collections::BTreeSet;

impl Scope<'_> {
    /// The members of a range in the order of the text; `None` where they are not known.
    pub fn members(&mut self, range: &Range) -> Option<Vec<Value>> {
        match range {
            Range::All(kind) => Some(all(self.plan, *kind)),
            Range::MainSources => {
                let sources = (0..).map(SourceId).zip(&self.plan.sources).filter(|(_, source)| source.whole.is_none());
                Some(sources.map(|(id, _)| Value::Entity(Entity::Source(id))).collect())
            }
            Range::Years(years) => Some(one_by_one(years.unwrap_or(self.outcome.years))),
            Range::YearsOf(years) => match self.value(years) {
                Value::Years(years) => Some(one_by_one(years)),
                Value::Absent => Some(Vec::new()),
                _ => None,
            },
            Range::Relation(relation, of) => match self.value(of) {
                Value::Entity(entity) if unread(self.plan, *relation, entity) => None,
                Value::Entity(entity) => self.related(*relation, entity),
                Value::Absent => Some(Vec::new()),
                _ => None,
            },
            Range::Parameter(name) => {
                let constants = self.constants?;
                constants.lists.iter().find(|(known, _)| known == name).map(|(_, values)| values.clone())
            }
        }
    }

    /// Payments of the division of the money, where there is one.
    pub fn dealt(&self) -> Option<&Payments> {
        let division = self.constants.and_then(|constants| constants.division);
        division.or(Some(&self.outcome.payments).filter(|payments| payments.are_dealt()))
    }

    fn related(&self, relation: Relation, of: Entity) -> Option<Vec<Value>> {
        let plan = self.plan;
        let entities = |list: Vec<Entity>| Some(list.into_iter().map(Value::Entity).collect());
        match (relation, of) {
            (Relation::Payers, Entity::Goal(id)) => {
                let payers = self.dealt()?.payers_of(id)?;
                entities(payers.iter().map(|&payer| payer.into()).collect())
            }
            (Relation::PaidGoals, payer) => {
                let goals: BTreeSet<GoalId> = match payer {
                    Entity::Source(id) => {
                        let dealt = self.dealt()?;
                        let leaves = plan.leaves(id).into_iter();
                        leaves
                            .flat_map(|leaf| dealt.goals_of(Payer::Source(leaf)).unwrap_or_default())
                            .copied()
                            .collect()
                    }
                    _ => self.dealt()?.goals_of(payer.as_payer()?)?.iter().copied().collect(),
                };
                entities(goals.into_iter().map(Entity::Goal).collect())
            }
            (Relation::MayPay, Entity::Goal(id)) => {
                let goal = plan.goals.get(id.index())?;
                let may = payers(plan).filter(|&payer| plan.may_pay(payer, goal));
                entities(may.map(Entity::from).collect())
            }
            (Relation::NamedPayers, Entity::Goal(id)) => {
                let goal = plan.goals.get(id.index())?;
                entities(plan.paid_by(goal).iter().map(|entry| entry.payer.into()).collect())
            }
            (Relation::Lines, Entity::Goal(id)) => {
                let used: BTreeSet<u32> = plan.ledger.cost.of(id.0).iter().map(|fact| fact.other).collect();
                Some(used.into_iter().map(|line| Value::Thing(Thing::Line(id, line))).collect())
            }
            (Relation::Parts, Entity::Source(id)) => {
                entities(plan.sources.get(id.index())?.parts.iter().map(|&part| Entity::Source(part)).collect())
            }
            (Relation::Parts, Entity::Reserve(_)) => Some(Vec::new()),
            (Relation::Decisions, of) => entities(needs(plan, of)?.into_iter().map(Entity::Decision).collect()),
            (Relation::Tags, of) => {
                let tags = tags(plan, of)?.iter().filter_map(|&tag| plan.tags.get(tag as usize));
                Some(tags.map(|tag| Value::Text(tag.clone())).collect())
            }
            (Relation::Years, of) => {
                let years = years_with_amounts(plan, of)?.into_iter();
                Some(years.map(|year| Value::Years(YearRange::one(year))).collect())
            }
            (Relation::Goals, Entity::Theme(id)) => entities(within(
                plan,
                id,
                (0..).map(GoalId).zip(plan.goals.iter().map(|goal| goal.theme)),
                Entity::Goal,
            )),
            (Relation::Sources, Entity::Theme(id)) => {
                let leaves = (0..).map(SourceId).zip(&plan.sources).filter(|(_, source)| source.parts.is_empty());
                entities(within(plan, id, leaves.map(|(id, source)| (id, source.theme)), Entity::Source))
            }
            (Relation::Reserves, Entity::Theme(id)) => {
                let reserves = plan.reserves.iter().map(|reserve| reserve.theme);
                entities(within(plan, id, (0..).map(ReserveId).zip(reserves), Entity::Reserve))
            }
            _ => None,
        }
    }
}

/// Whether something belongs to it that could not be read.
fn unread(plan: &Plan, relation: Relation, of: Entity) -> bool {
    let damage = &plan.damage;
    let payers = || damage.income.is_some() || damage.reserve.is_some();
    let itself = plan.label(of).is_none_or(|label| label.damaged);
    match relation {
        // What a division gives is known: there is none of a plan that could not all be read.
        Relation::Payers | Relation::PaidGoals => false,
        Relation::MayPay => itself || payers(),
        Relation::NamedPayers
        | Relation::Lines
        | Relation::Parts
        | Relation::Decisions
        | Relation::Tags
        | Relation::Years => itself,
        Relation::Goals => damage.cost.is_some(),
        Relation::Sources => damage.income.is_some(),
        Relation::Reserves => damage.reserve.is_some(),
    }
}

fn one_by_one(years: YearRange) -> Vec<Value> {
    years.iter().map(|year| Value::Years(YearRange::one(year))).collect()
}

fn all(plan: &Plan, kind: EntityKind) -> Vec<Value> {
    let up_to =
        |count: usize, make: fn(u32) -> Entity| (0u32..).take(count).map(|id| Value::Entity(make(id))).collect();
    let things = |count: usize, make: fn(u32) -> Thing| (0u32..).take(count).map(|id| Value::Thing(make(id))).collect();
    match kind {
        EntityKind::Goal => up_to(plan.goals.len(), |id| Entity::Goal(GoalId(id))),
        EntityKind::Source => leaves(plan).map(|id| Value::Entity(Entity::Source(id))).collect(),
        EntityKind::Reserve => up_to(plan.reserves.len(), |id| Entity::Reserve(ReserveId(id))),
        EntityKind::Theme => up_to(plan.themes.len(), |id| Entity::Theme(ThemeId(id))),
        EntityKind::Document => up_to(plan.documents.len(), |id| Entity::Document(DocumentId(id))),
        EntityKind::Decision => up_to(plan.decisions.len(), |id| Entity::Decision(DecisionId(id))),
        EntityKind::Payer => payers(plan).map(|payer| Value::Entity(payer.into())).collect(),
        EntityKind::Table => things(plan.tables.len(), |id| Thing::Table(crate::model::TableId(id))),
        EntityKind::Stated => things(plan.stated.len(), Thing::Stated),
        EntityKind::Line => Vec::new(),
        EntityKind::Plan => vec![Value::Thing(Thing::Plan)],
    }
}

fn leaves(plan: &Plan) -> impl Iterator<Item = SourceId> {
    let all = (0u32..).map(SourceId).zip(&plan.sources);
    all.filter(|(_, source): &(SourceId, &Source)| source.parts.is_empty()).map(|(id, _)| id)
}

/// Sources without parts, then reserves.
fn payers(plan: &Plan) -> impl Iterator<Item = Payer> {
    let reserves = (0u32..).take(plan.reserves.len()).map(|id| Payer::Reserve(ReserveId(id)));
    leaves(plan).map(Payer::Source).chain(reserves)
}

fn needs(plan: &Plan, of: Entity) -> Option<Vec<DecisionId>> {
    let needs = match of {
        Entity::Source(id) => &plan.sources.get(id.index())?.needs,
        Entity::Reserve(id) => &plan.reserves.get(id.index())?.needs,
        Entity::Goal(id) => &plan.goals.get(id.index())?.needs,
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => return None,
    };
    Some(needs.iter().map(|(id, _)| *id).collect())
}

fn tags(plan: &Plan, of: Entity) -> Option<&[u32]> {
    match of {
        Entity::Source(id) => plan.sources.get(id.index()).map(|source| source.earmark.as_slice()),
        Entity::Reserve(id) => plan.reserves.get(id.index()).map(|reserve| reserve.earmark.as_slice()),
        Entity::Goal(id) => plan.goals.get(id.index()).map(|goal| goal.serves.as_slice()),
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
    }
}

/// Years in which a goal costs or is set aside for, a source has income, a reserve an opening balance or a movement: of
/// the amounts that count. Every year of a window is one.
pub(super) fn years_with_amounts(plan: &Plan, of: Entity) -> Option<BTreeSet<Year>> {
    let ledger = &plan.ledger;
    let facts: Vec<&Fact> = match of {
        Entity::Goal(id) => ledger.cost.counting(id.0).chain(ledger.budget.counting(id.0)).collect(),
        Entity::Source(id) => plan.leaves(id).into_iter().flat_map(|leaf| ledger.income.counting(leaf.0)).collect(),
        Entity::Reserve(id) => {
            let lists = [&ledger.opening, &ledger.addition, &ledger.withdrawal, &ledger.movement];
            lists.into_iter().flat_map(|list| list.counting(id.0)).collect()
        }
        Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => return None,
    };
    let amounts = facts.into_iter().filter(|fact| fact.money != Money::ZERO || !fact.is_known());
    Some(amounts.flat_map(|fact| fact.years.iter()).collect())
}

fn within<I: Copy>(
    plan: &Plan,
    outer: ThemeId,
    items: impl Iterator<Item = (I, Option<ThemeId>)>,
    make: fn(I) -> Entity,
) -> Vec<Entity> {
    let inside = |theme: Option<ThemeId>| theme.is_some_and(|theme| plan.theme_within(theme, outer));
    items.filter(|(_, theme)| inside(*theme)).map(|(id, _)| make(id)).collect()
}

/// The table of that thing.
pub fn table(plan: &Plan, thing: Thing) -> Option<&Table> {
    match thing {
        Thing::Table(id) => plan.tables.get(id.0 as usize),
        Thing::Plan | Thing::Stated(_) | Thing::Line(..) => None,
    }
}
