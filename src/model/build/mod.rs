//! Syntax trees in, a [`Plan`] and the findings about its names and facts out.

mod accepted;
mod amounts;
mod calls;
mod cells;
mod currency;
mod declare;
mod expressions;
mod facts;
mod figures;
mod functions;
mod goals;
mod head;
mod heads;
mod kinds;
mod measures;
mod names;
mod near;
mod net;
mod once;
mod pack;
mod payers;
mod properties;
mod ranges;
mod reserves;
mod said;
mod scenarios;
mod settle;
mod signs;
mod small;
mod sources;
mod subtotals;
mod tables;
mod themes;
mod unused;
pub mod vocabulary;
mod whole;
mod years;

pub use pack::{RuleItem, build_pack, build_value};

use super::entity::Entity;
use super::expression::Expression;
use super::plan::{Plan, UnreadInclude};
use super::table::TableId;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Place, SourceSet, Span};
use crate::syntax::ast::{self, Reference};
use facts::Facts;
use names::{Names, Wanted, What};
use rustc_hash::FxHashMap;
use small::Sums;

/// Builds a plan from its files, the plan's own file first, and reports what is wrong with its names and facts.
pub fn build(
    sources: &SourceSet,
    files: Vec<(FileId, ast::File)>,
    unread: Vec<UnreadInclude>,
) -> (Plan, Vec<Diagnostic>) {
    let (plan, findings, _) = build_with(sources, files, unread, None);
    (plan, findings)
}

/// The same, and the expression that a reader asks about, with its file, its language, and names as in the plan: `None`
/// where it means nothing, which the findings say.
pub fn build_with(
    sources: &SourceSet,
    files: Vec<(FileId, ast::File)>,
    unread: Vec<UnreadInclude>,
    asked: Option<(FileId, ast::Language, &ast::Expression)>,
) -> (Plan, Vec<Diagnostic>, Option<Expression>) {
    let mut builder = Builder::new(sources, unread);
    builder.languages = files.iter().map(|(file, tree)| (*file, tree.language)).collect();
    let work = builder.declare(files);
    builder.head(work.heads);
    builder.documents(work.documents);
    builder.decisions(work.decisions);
    builder.themes(work.themes);
    builder.reserves(work.reserves);
    builder.sources(work.sources);
    builder.goals(work.goals);
    builder.tables(work.tables);
    builder.derive_years();
    builder.budgets_of_all_years();
    builder.settle();
    builder.claims(work.stated);
    builder.accepted(work.allows);
    builder.scenarios(work.scenarios);
    builder.plan.pending = work.pending;
    builder.unused();
    let asked = asked.and_then(|(file, language, tree)| {
        builder.languages.push((file, language));
        builder.figure_asked(file, tree)
    });
    let (plan, findings) = builder.finish();
    (plan, findings, asked)
}

/// What is known so far.
struct Builder<'a> {
    sources: &'a SourceSet,
    plan: Plan,
    findings: Vec<Diagnostic>,
    names: Names<'a>,
    facts: Facts,
    years: years::Years,
    matrices: cells::Matrices,
    /// Stretches that could not be read, with what stands in them counting as a use of what they name.
    broken: Vec<Place>,
    /// Tags with the places where goals serve them and where payers are for them.
    tags: small::Tags<'a>,
    /// Budgets without years of goals without bounds, until the years of the plan are known.
    open_budgets: Vec<(facts::List, super::ledger::Fact)>,
    /// Amounts in other currencies than the plan's.
    foreign: currency::Foreign<'a>,
    /// Sources, reserves, goals and themes by title, once a table asks for them.
    titles: Option<FxHashMap<String, Vec<Entity>>>,
    /// Heads of the table at hand that cannot stand there.
    wrong_columns: usize,
    /// How often near names were looked for.
    searches: u32,
    /// A scenario is being read: what is wrong in it does no harm to the plan, but leaves the scenario unresolved.
    in_scenario: bool,
    unresolved: bool,
    /// Where the statements of the `change` at hand stand.
    restated_said: Vec<super::said::Said>,
    /// The `plan` item.
    plan_item: Option<Place>,
    /// The languages of the files.
    languages: Vec<(FileId, ast::Language)>,
}

impl<'a> Builder<'a> {
    fn new(sources: &'a SourceSet, unread: Vec<UnreadInclude>) -> Self {
        let mut builder = Self {
            sources,
            plan: Plan::default(),
            findings: Vec::new(),
            names: Names::default(),
            facts: Facts::default(),
            years: years::Years::default(),
            matrices: cells::Matrices::default(),
            broken: Vec::new(),
            tags: small::Tags::default(),
            open_budgets: Vec::new(),
            foreign: Vec::new(),
            titles: None,
            wrong_columns: 0,
            searches: 0,
            in_scenario: false,
            unresolved: false,
            restated_said: Vec::new(),
            plan_item: None,
            languages: Vec::new(),
        };
        for include in &unread {
            builder.damage(include.place, Sums::ALL);
        }
        builder.plan.unread = unread;
        builder
    }

    /// Whether a file is written in Dutch.
    fn is_dutch(&self, file: FileId) -> bool {
        self.languages.iter().any(|(known, language)| *known == file && *language == ast::Language::Dutch)
    }

    /// The text at a span.
    fn text(&self, file: FileId, span: Span) -> &'a str {
        self.sources.file(file).slice(span)
    }

    /// The value of a string.
    fn string(&self, file: FileId, text: ast::Text) -> String {
        ast::Text::value(self.text(file, text.span))
    }

    /// Marks sums over everything as uncertain.
    fn damage(&mut self, place: Place, sums: Sums) {
        if self.in_scenario {
            self.unresolved = true;
            return;
        }
        let damage = &mut self.plan.damage;
        let fields = [
            (Sums::INCOME, &mut damage.income),
            (Sums::COST, &mut damage.cost),
            (Sums::RESERVE, &mut damage.reserve),
            (Sums::COVERAGE, &mut damage.coverage),
        ];
        for (sum, field) in fields {
            if sums.has(sum) {
                field.get_or_insert(place);
            }
        }
    }

    /// Marks a thing as not fully read.
    fn damage_entity(&mut self, entity: Entity) {
        if self.in_scenario {
            self.unresolved = true;
            return;
        }
        if let Some(label) = self.label_mut(entity) {
            label.damaged = true;
        }
    }

    fn label_mut(&mut self, entity: Entity) -> Option<&mut super::entity::Label> {
        let plan = &mut self.plan;
        match entity {
            Entity::Source(id) => plan.sources.get_mut(id.index()).map(|item| &mut item.label),
            Entity::Reserve(id) => plan.reserves.get_mut(id.index()).map(|item| &mut item.label),
            Entity::Goal(id) => plan.goals.get_mut(id.index()).map(|item| &mut item.label),
            Entity::Theme(id) => plan.themes.get_mut(id.index()).map(|item| &mut item.label),
            Entity::Decision(id) => plan.decisions.get_mut(id.index()).map(|item| &mut item.label),
            Entity::Document(id) => plan.documents.get_mut(id.index()).map(|item| &mut item.label),
        }
    }

    /// Where something stands in a document, in words; the document counts as used.
    fn reference(&mut self, file: FileId, reference: Option<Reference>) -> Option<String> {
        let reference = reference?;
        let found = self.find(file, reference.document, Wanted::DOCUMENT, Sums::NONE);
        let name = match found {
            Some(What::Entity(entity)) => {
                let label = self.plan.label(entity)?;
                label.title.clone().unwrap_or_else(|| label.name.clone())
            }
            _ => self.text(file, reference.document.span).to_owned(),
        };
        Some(match reference.at {
            Some(at) => format!("{name}, {}", self.string(file, at)),
            None => name,
        })
    }

    /// Uses of documents after statements; the words are found again by place.
    fn refer(&mut self, file: FileId, span: Span, reference: Option<Reference>) {
        if let Some(words) = self.reference(file, reference) {
            self.plan.references.push((Place::new(file, span), words));
        }
    }

    fn finish(mut self) -> (Plan, Vec<Diagnostic>) {
        self.report_unknown();
        self.report_foreign_currency();
        self.years.report(&self.plan, self.sources, &mut self.findings);
        self.spread_damage();
        self.plan.references.sort_by_key(|(place, _)| *place);
        // Each kind of item was read in its own order, so that there are only a few runs to be merged.
        self.plan.said.sort_by_key(|said| said.entity);
        (self.plan, self.findings)
    }

    /// A source is damaged with any of its parts, and a part with the whole that it inherits from.
    fn spread_damage(&mut self) {
        for index in 0..self.plan.sources.len() {
            let whole = self.plan.sources.get(index).and_then(|source| source.whole);
            let inherits = whole.and_then(|id| self.plan.sources.get(id.index())).is_some_and(|it| it.label.damaged);
            if let Some(source) = self.plan.sources.get_mut(index).filter(|_| inherits) {
                source.label.damaged = true;
            }
        }
        for index in (0..self.plan.sources.len()).rev() {
            let Some(source) = self.plan.sources.get(index).filter(|source| source.label.damaged) else { continue };
            if let Some(whole) = source.whole {
                self.damage_entity(Entity::Source(whole));
            }
        }
    }

    fn next_table(&self) -> TableId {
        TableId(u32::try_from(self.plan.tables.len()).unwrap_or(u32::MAX))
    }
}
