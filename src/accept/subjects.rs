//! What findings are about: the items that they name, or at whose text they point.

use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::model::table::RowHead;
use crate::model::{DecisionId, DocumentId, Entity, Fact, FactList, GoalId, Plan, ReserveId, SourceId, ThemeId};
use crate::source::Place;
use std::collections::BTreeMap;

/// Values of a message that name items.
const NAMING: [&str; 15] = [
    "name", "goal", "source", "reserve", "payer", "theme", "decision", "document", "who", "first", "part", "whole",
    "from", "names", "payers",
];

/// Lists among the figures that say what was added up.
const ADDED_UP: [&str; 3] = ["goals", "money", "floors"];

/// A stretch of text about an item.
struct Stretch {
    place: Place,
    entity: Entity,
    /// The stretch that this one lies in.
    outer: Option<usize>,
}

/// Tells what findings about a plan are about.
pub(super) struct Subjects<'a> {
    plan: &'a Plan,
    names: BTreeMap<&'a str, Entity>,
    /// Items and rows, in order of the text, an outer one before what lies in it.
    stretches: Vec<Stretch>,
}

impl<'a> Subjects<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let entities = entities(plan);
        let by_name = |entity: &Entity| plan.label(*entity).map(|label| (label.name.as_str(), *entity));
        let names: BTreeMap<&str, Entity> = entities.iter().filter_map(by_name).collect();
        let mut places: Vec<(Place, Entity)> = Vec::new();
        places.extend(entities.iter().filter_map(|entity| Some((plan.label(*entity)?.whole, *entity))));
        for table in &plan.tables {
            places.extend(table.of.map(|entity| (table.place(table.span), entity)));
            places.extend(table.rows.iter().filter_map(|row| {
                let entity = match &row.head {
                    RowHead::Entity(entity) => Some(*entity),
                    RowHead::Subtotal { name, .. } => names.get(name.as_str()).copied(),
                    _ => None,
                };
                entity.map(|entity| (table.place(row.span), entity))
            }));
        }
        Self { plan, names, stretches: nested(places) }
    }

    /// For each finding the items that it is about, what it is about first of all in front.
    pub(super) fn of_each(&self, findings: &[&Diagnostic]) -> Vec<Vec<Entity>> {
        let facts = self.at_facts(findings);
        findings.iter().map(|finding| self.about(finding, &facts)).collect()
    }

    fn about(&self, finding: &Diagnostic, facts: &BTreeMap<Place, Vec<Entity>>) -> Vec<Entity> {
        let mut about = Vec::new();
        let mut add = |entity: Entity| {
            if !about.contains(&entity) {
                about.push(entity);
            }
        };
        finding.about.iter().filter_map(|name| self.named(name)).for_each(&mut add);
        let primary = finding.place();
        self.around(primary).for_each(&mut add);
        facts.get(&primary).into_iter().flatten().copied().for_each(&mut add);
        self.in_message(&finding.message, &mut add);
        for label in &finding.labels {
            self.around(label.place).for_each(&mut add);
            facts.get(&label.place).into_iter().flatten().copied().for_each(&mut add);
        }
        for (name, figure) in &finding.figures {
            if ADDED_UP.contains(name) || NAMING.contains(name) {
                self.in_figure(figure, &mut add);
            }
        }
        about
    }

    fn named(&self, name: &str) -> Option<Entity> {
        self.names.get(name).copied()
    }

    /// The items and rows that hold a place, the innermost first.
    fn around(&self, place: Place) -> impl Iterator<Item = Entity> {
        let starts = |stretch: &Stretch| key(stretch.place) <= key(place);
        let mut at = self.stretches.partition_point(starts).checked_sub(1);
        std::iter::from_fn(move || {
            while let Some(stretch) = at.and_then(|index| self.stretches.get(index)) {
                at = stretch.outer;
                if holds(stretch.place, place) {
                    return Some(stretch.entity);
                }
            }
            None
        })
    }

    fn in_message(&self, message: &Message, add: &mut impl FnMut(Entity)) {
        for (name, value) in &message.values {
            self.in_value(NAMING.contains(name), value, add);
        }
    }

    fn in_value(&self, naming: bool, value: &Value, add: &mut impl FnMut(Entity)) {
        match value {
            Value::Text(text) if naming => {
                if let Some(entity) = self.named(text) {
                    add(entity);
                }
            }
            Value::List(values) | Value::Choice(values) => {
                for value in values {
                    self.in_value(naming, value, add);
                }
            }
            Value::Message(message) => self.in_message(message, add),
            _ => {}
        }
    }

    fn in_figure(&self, figure: &Figure, add: &mut impl FnMut(Entity)) {
        match figure {
            Figure::Text(text) => {
                if let Some(entity) = self.named(text) {
                    add(entity);
                }
            }
            Figure::List(figures) => figures.iter().for_each(|figure| self.in_figure(figure, add)),
            Figure::Record(figures) => figures.iter().for_each(|(_, figure)| self.in_figure(figure, add)),
            Figure::Money(_) | Figure::Year(_) | Figure::Years(_) => {}
        }
    }

    /// By the places that the findings point at: whom the facts that stand there are about. One walk over the facts,
    /// since there may be many more of them than places.
    fn at_facts(&self, findings: &[&Diagnostic]) -> BTreeMap<Place, Vec<Entity>> {
        let labels = findings.iter().flat_map(|finding| &finding.labels);
        let mut found: BTreeMap<Place, Vec<Entity>> = labels.map(|label| (label.place, Vec::new())).collect();
        if found.is_empty() {
            return found;
        }
        let mut see = |place: Place, entity: Entity| {
            if let Some(entities) = found.get_mut(&place)
                && !entities.contains(&entity)
            {
                entities.push(entity);
            }
        };
        let ledger = &self.plan.ledger;
        for (list, entity, with_payer) in lists(self.plan) {
            for fact in list.all() {
                let payer = if with_payer { fact.payer() } else { None };
                let also = ledger.also.partition_point(|(used, _)| *used < fact.place);
                let also = ledger.also.get(also..).unwrap_or(&[]).iter();
                let also = also.take_while(|(used, _)| *used == fact.place).map(|(_, further)| *further);
                for place in std::iter::once(fact.place).chain(also) {
                    see(place, entity(fact));
                    if let Some(payer) = payer {
                        see(place, payer.into());
                    }
                }
            }
        }
        found
    }
}

/// Makes what a fact is about.
type Subject = fn(&Fact) -> Entity;

/// The facts of the ledger, with whom each is about, and whether each also names a payer.
fn lists(plan: &Plan) -> [(&FactList, Subject, bool); 14] {
    let source: Subject = |fact| Entity::Source(SourceId(fact.subject));
    let reserve: Subject = |fact| Entity::Reserve(ReserveId(fact.subject));
    let goal: Subject = |fact| Entity::Goal(GoalId(fact.subject));
    let theme: Subject = |fact| Entity::Theme(ThemeId(fact.subject));
    let ledger = &plan.ledger;
    [
        (&ledger.income, source, false),
        (&ledger.opening, reserve, false),
        (&ledger.cost, goal, false),
        (&ledger.budget, goal, false),
        (&ledger.theme_budget, theme, false),
        (&ledger.source_coverage, source, false),
        (&ledger.reserve_coverage, reserve, false),
        (&ledger.theme_payment, theme, true),
        (&ledger.payment, goal, true),
        (&ledger.addition, reserve, true),
        (&ledger.withdrawal, reserve, false),
        (&ledger.movement, reserve, false),
        (&ledger.source_balance, source, false),
        (&ledger.reserve_balance, reserve, false),
    ]
}

/// Everything of the plan that has a name.
fn entities(plan: &Plan) -> Vec<Entity> {
    let mut all: Vec<Entity> = Vec::new();
    all.extend((0..).map(SourceId).map(Entity::Source).take(plan.sources.len()));
    all.extend((0..).map(ReserveId).map(Entity::Reserve).take(plan.reserves.len()));
    all.extend((0..).map(GoalId).map(Entity::Goal).take(plan.goals.len()));
    all.extend((0..).map(ThemeId).map(Entity::Theme).take(plan.themes.len()));
    all.extend((0..).map(DecisionId).map(Entity::Decision).take(plan.decisions.len()));
    all.extend((0..).map(DocumentId).map(Entity::Document).take(plan.documents.len()));
    all
}

fn key(place: Place) -> (crate::source::FileId, u32) {
    (place.file, place.span.start)
}

/// Whether a place lies within another.
pub(super) fn holds(outer: Place, inner: Place) -> bool {
    outer.file == inner.file && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end
}

/// Stretches in order, each with the one that it lies in.
fn nested(mut places: Vec<(Place, Entity)>) -> Vec<Stretch> {
    places.sort_by_key(|(place, entity)| (key(*place), std::cmp::Reverse(place.span.end), *entity));
    let mut stretches: Vec<Stretch> = Vec::with_capacity(places.len());
    for (place, entity) in places {
        let mut outer = stretches.len().checked_sub(1);
        while let Some(stretch) = outer.and_then(|index| stretches.get(index)) {
            if holds(stretch.place, place) {
                break;
            }
            outer = stretch.outer;
        }
        stretches.push(Stretch { place, entity, outer });
    }
    stretches
}
