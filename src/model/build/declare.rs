//! First pass: every name gets its number, and every item goes to the list of its kind.

use super::Builder;
use super::names::What;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::entity::{
    Decision, DecisionId, Document, DocumentId, Entity, Goal, GoalId, Label, Reserve, ReserveId, Source, SourceId,
    Theme, ThemeId,
};
use crate::model::plan::Pending;
use crate::model::table::TableId;
use crate::source::{FileId, Place, Span};
use crate::syntax::ast::{
    Allow, Clause, DecisionClause, DocumentClause, File, GoalClause, Item, Language, Name, Named, PlanClause,
    ReserveClause, ScenarioClause, SourceClause, Stated, Table, Text, ThemeClause,
};

/// An item with the file that it stands in and its number.
pub(super) type Numbered<I, T> = Vec<(FileId, I, Named<T>)>;

/// The items of all files by kind.
#[derive(Default)]
pub(super) struct Work {
    pub(super) heads: Vec<(FileId, Language, Named<PlanClause>)>,
    pub(super) documents: Numbered<DocumentId, DocumentClause>,
    pub(super) decisions: Numbered<DecisionId, DecisionClause>,
    pub(super) themes: Numbered<ThemeId, ThemeClause>,
    pub(super) reserves: Numbered<ReserveId, ReserveClause>,
    pub(super) sources: Numbered<SourceId, SourceClause>,
    pub(super) goals: Numbered<GoalId, GoalClause>,
    pub(super) tables: Vec<(FileId, Box<Table>)>,
    pub(super) stated: Vec<(FileId, Stated)>,
    pub(super) allows: Vec<Allowed>,
    pub(super) scenarios: Vec<WholeScenario>,
    pub(super) pending: Vec<Pending>,
}

/// A scenario as written.
pub(super) struct WholeScenario {
    pub(super) file: FileId,
    pub(super) named: Named<ScenarioClause>,
}

/// An `allow`, with what it stands in.
pub(super) struct Allowed {
    pub(super) file: FileId,
    pub(super) allow: Allow,
    pub(super) on: Option<Entity>,
    pub(super) within: Option<Place>,
    /// The scenario in whose block it stands.
    pub(super) scenario: Option<Name>,
}

impl Work {
    fn allow(&mut self, file: FileId, allows: &mut Vec<Allow>, on: Option<Entity>, within: Span) {
        let within = Some(Place::new(file, within));
        self.allows.extend(allows.drain(..).map(|allow| Allowed { file, allow, on, within, scenario: None }));
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

macro_rules! declare {
    ($builder:ident, $work:ident, $file:ident, $named:ident, $list:ident, $kind:ident, $id:ident, $sums:expr, $make:expr) => {{
        let mut named = $named;
        let id = $id(count(&$builder.plan.$list));
        let entity = Entity::$kind(id);
        if $builder.declare_name($file, named.name, What::Entity(entity), $sums) {
            let label = $builder.make_label($file, &named, $sums);
            let make: fn(Label) -> $kind = $make;
            $builder.plan.$list.push(make(label));
            $work.allow($file, &mut named.allows, Some(entity), named.span);
            Some((id, named))
        } else {
            $builder.broken.push(Place::new($file, named.span));
            None
        }
    }};
}

impl Builder<'_> {
    /// Numbers all items; what could not be read counts as known.
    pub(super) fn declare(&mut self, files: Vec<(FileId, File)>) -> Work {
        let mut work = Work::default();
        let mut broken = Vec::new();
        for (file, tree) in files {
            for item in tree.items {
                self.declare_item(&mut work, file, tree.language, item);
            }
            broken.extend(tree.broken.into_iter().map(|stretch| (file, stretch)));
        }
        for (file, stretch) in broken {
            let place = Place::new(file, stretch.span);
            self.broken.push(place);
            self.damage(place, sums_of_stretch(self.text(file, stretch.span)));
            if let Some(name) = stretch.name {
                let text = self.name(file, name.span);
                self.names.known.entry(text).or_insert((What::Unreadable, Place::new(file, name.span)));
            }
        }
        work
    }

    fn declare_item(&mut self, work: &mut Work, file: FileId, language: Language, item: Item) {
        let whole = |span: Span| Place::new(file, span);
        match item {
            Item::Plan(named) => self.declare_plan(work, file, language, named),
            Item::Document(named) => {
                let made = |label| Document { label, ..Document::default() };
                let done = declare!(self, work, file, named, documents, Document, DocumentId, Sums::NONE, made);
                work.documents.extend(done.map(|(id, named)| (file, id, named)));
            }
            Item::Decision(named) => {
                let made = |label| Decision { label, ..Decision::default() };
                let done = declare!(self, work, file, named, decisions, Decision, DecisionId, Sums::NONE, made);
                work.decisions.extend(done.map(|(id, named)| (file, id, named)));
            }
            Item::Theme(named) => self.declare_theme(work, file, None, named),
            Item::Source(named) => self.declare_source(work, file, None, named),
            Item::Reserve(named) => {
                let made = |label| Reserve { label, ..Reserve::default() };
                let done = declare!(self, work, file, named, reserves, Reserve, ReserveId, Sums::RESERVE, made);
                work.reserves.extend(done.map(|(id, named)| (file, id, named)));
            }
            Item::Goal(named) => {
                let made = |label| Goal { label, ..Goal::default() };
                let sums = Sums::COST.and(Sums::COVERAGE);
                let done = declare!(self, work, file, named, goals, Goal, GoalId, sums, made);
                work.goals.extend(done.map(|(id, named)| (file, id, named)));
            }
            Item::Table(mut table) => {
                let id = TableId(count(&work.tables));
                if let Some(name) = table.name {
                    self.declare_name(file, name, What::Table(id), Sums::NONE);
                }
                work.allow(file, &mut table.allows, None, table.span);
                work.tables.push((file, table));
            }
            Item::Stated(mut stated) => {
                let mut allows = stated.allow.take().into_iter().collect();
                work.allow(file, &mut allows, None, stated.span);
                work.stated.push((file, stated));
            }
            Item::Scenario(mut named) => {
                let is_new = self.declare_name(file, named.name, What::Scenario, Sums::NONE);
                let scenario = Some(named.name);
                let in_block = |allow| Allowed { file, allow, on: None, within: None, scenario };
                work.allows.extend(named.allows.drain(..).map(in_block));
                if is_new {
                    work.scenarios.push(WholeScenario { file, named });
                } else {
                    self.broken.push(whole(named.span));
                }
            }
            Item::Allow(allow) => {
                work.allows.push(Allowed { file, allow, on: None, within: None, scenario: None });
            }
            Item::Include(_) => {}
            Item::UseRules(item) => {
                let place = whole(item.span);
                work.pending.push(Pending::UseRules(item, place));
            }
            Item::Pack(item) => {
                let place = whole(item.span);
                work.pending.push(Pending::Pack(item, place));
            }
            Item::Parameter(item) => {
                let place = whole(item.span);
                work.pending.push(Pending::Parameter(item, place));
            }
            Item::Rule(item) => {
                let place = whole(item.span);
                work.pending.push(Pending::Rule(item, place));
            }
            Item::Test(item) => {
                let place = whole(item.span);
                work.pending.push(Pending::Test(item, place));
            }
        }
    }

    fn declare_plan(&mut self, work: &mut Work, file: FileId, language: Language, mut named: Named<PlanClause>) {
        let place = Place::new(file, named.name.span);
        if let Some((first_file, _, first)) = work.heads.first() {
            let first = Place::new(*first_file, first.name.span);
            let finding = Diagnostic::new(&codes::PLAN_TWICE, place)
                .with("name", self.text(file, named.name.span))
                .label(first, Message::new("label-first-plan"));
            self.findings.push(finding);
            return;
        }
        self.declare_name(file, named.name, What::Plan, Sums::NONE);
        self.plan_item = Some(Place::new(file, named.span));
        work.allow(file, &mut named.allows, None, named.span);
        self.broken.extend(named.damaged.iter().map(|span| Place::new(file, *span)));
        work.heads.push((file, language, named));
    }

    fn declare_theme(&mut self, work: &mut Work, file: FileId, outer: Option<ThemeId>, mut named: Named<ThemeClause>) {
        let mut inner = Vec::new();
        named.clauses = split(named.clauses, |clause| match clause.kind {
            ThemeClause::Theme(theme) => {
                inner.push(theme);
                None
            }
            kind => Some(Clause { kind, ..clause }),
        });
        let made = |label| Theme { label, ..Theme::default() };
        let done = declare!(self, work, file, named, themes, Theme, ThemeId, Sums::COST, made);
        let id = done.as_ref().map(|(id, _)| *id);
        if let Some(theme) = id.and_then(|id| self.plan.themes.get_mut(id.index())) {
            theme.within = outer;
        }
        if let Some(outer) = outer {
            self.names.used.insert(Entity::Theme(outer));
        }
        work.themes.extend(done.map(|(id, named)| (file, id, named)));
        for theme in inner {
            self.declare_theme(work, file, id.or(outer), theme);
        }
    }

    fn declare_source(
        &mut self,
        work: &mut Work,
        file: FileId,
        whole: Option<SourceId>,
        mut named: Named<SourceClause>,
    ) {
        let mut parts = Vec::new();
        named.clauses = split(named.clauses, |clause| match clause.kind {
            SourceClause::Part(part) => {
                parts.push(part);
                None
            }
            kind => Some(Clause { kind, ..clause }),
        });
        let made = |label| Source { label, ..Source::default() };
        let done = declare!(self, work, file, named, sources, Source, SourceId, Sums::INCOME, made);
        let id = done.as_ref().map(|(id, _)| *id);
        if let (Some(id), Some(whole)) = (id, whole) {
            if let Some(source) = self.plan.sources.get_mut(id.index()) {
                source.whole = Some(whole);
            }
            if let Some(source) = self.plan.sources.get_mut(whole.index()) {
                source.parts.push(id);
            }
        }
        work.sources.extend(done.map(|(id, named)| (file, id, named)));
        for part in parts {
            self.declare_source(work, file, id.or(whole), part);
        }
    }

    /// Takes a name; false where it is taken already, which is reported.
    fn declare_name(&mut self, file: FileId, name: Name, what: What, sums: Sums) -> bool {
        let text = self.name(file, name.span);
        let place = Place::new(file, name.span);
        match self.names.known.get(&text).copied() {
            None => {
                self.names.known.insert(text, (what, place));
                true
            }
            Some((first_what, first)) => {
                let finding = Diagnostic::new(&codes::DECLARED_TWICE, place)
                    .with("name", text.as_ref())
                    .with("is", what.words())
                    .label(first, Message::new("label-declared-first").with("is", first_what.words()));
                self.findings.push(finding);
                self.damage(place, sums);
                if let (What::Entity(entity), true) = (first_what, sums != Sums::NONE) {
                    self.damage_entity(entity);
                }
                false
            }
        }
    }

    fn make_label<T>(&mut self, file: FileId, named: &Named<T>, sums: Sums) -> Label {
        for span in &named.damaged {
            let place = Place::new(file, *span);
            self.broken.push(place);
            self.damage(place, sums);
        }
        Label {
            name: self.name(file, named.name.span).into_owned(),
            title: named.title.map(|title: Text| self.string(file, title)),
            place: Place::new(file, named.name.span),
            whole: Place::new(file, named.span),
            reference: None,
            damaged: !named.damaged.is_empty(),
        }
    }
}

/// The clauses that stay, after those that are items of their own have been taken out.
fn split<T>(clauses: Vec<Clause<T>>, keep: impl FnMut(Clause<T>) -> Option<Clause<T>>) -> Vec<Clause<T>> {
    clauses.into_iter().filter_map(keep).collect()
}

/// The sums over everything that a stretch may belong to, by the words that it begins with.
fn sums_of_stretch(text: &str) -> Sums {
    let mut words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("").to_lowercase();
    match first.as_str() {
        "stated" | "vermeld" | "document" | "decision" | "besluit" | "scenario" | "allow" | "accepteer" | "use"
        | "gebruik" | "language" | "taal" | "rule" | "regel" | "test" | "toets" | "pack" | "pakket" | "parameter" => {
            Sums::NONE
        }
        "source" | "bron" => Sums::INCOME,
        "reserve" => Sums::RESERVE,
        "goal" | "doel" | "theme" | "thema" => Sums::COST.and(Sums::COVERAGE),
        "table" | "tabel" => match words.next().unwrap_or("").to_lowercase().as_str() {
            "figures" | "cijfers" | "balance" | "eindstand" | "saldo" => Sums::NONE,
            "income" | "baten" => Sums::INCOME,
            "cost" | "lasten" | "budget" => Sums::COST,
            "coverage" | "dekking" => Sums::COVERAGE,
            "opening" | "beginstand" | "addition" | "storting" | "toevoeging" | "withdrawal" | "onttrekking"
            | "movement" | "mutatie" | "course" | "verloop" => Sums::RESERVE,
            _ => Sums::ALL,
        },
        _ => Sums::ALL,
    }
}
