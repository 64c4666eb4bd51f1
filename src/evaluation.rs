//! What comes out of checking one file with all that it includes, as plain data.

use crate::accept::add::Acceptable;
use crate::diagnostic::{Diagnostic, Message, NotChecked, Severity, in_order};
use crate::flow::{Division, Headrooms, OpenRoom, Room};
use crate::kind::{self, FileKind};
use crate::load::Loaded;
use crate::model::{Entity, FactList, FactState, GoalId, Plan, ReserveId, SourceId, ThemeId};
use crate::money::{Money, YearRange, YearStyle};
use crate::overview::{Overview, Rooms};
use crate::rule::{Compiled, Used};
use crate::source::{FileId, Place, SourceSet, whole_characters};
use crate::syntax::ast::Language;
use iso_currency::Currency;
use jiff::civil::Date;
use std::sync::Arc;

/// Whether a plan holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Everything was checked and nothing fails.
    Holds,
    /// Something fails, whatever else could not be checked.
    Fails,
    /// Nothing fails, and something could not be checked.
    Undetermined,
}

impl Verdict {
    /// The verdict on the plan that follows from the findings and from what was not checked. What is found in a scenario
    /// does not make the plan fail; what cannot be read leaves it undetermined, wherever it stands.
    pub fn of(findings: &[Diagnostic], not_checked: &[NotChecked]) -> Self {
        let errors = || findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let fails = |finding: &Diagnostic| {
            finding.scenario.is_none() && finding.accepted.is_none() && !finding.code().leaves_undetermined()
        };
        let unread = |finding: &Diagnostic| finding.code().leaves_undetermined();
        if errors().any(fails) {
            Self::Fails
        } else if not_checked.iter().any(NotChecked::clouds) || errors().any(unread) {
            Self::Undetermined
        } else {
            Self::Holds
        }
    }

    /// The same, but never *holds*: for what pok does not evaluate as a plan.
    #[must_use]
    pub fn or_undetermined(self) -> Self {
        match self {
            Self::Fails => Self::Fails,
            Self::Holds | Self::Undetermined => Self::Undetermined,
        }
    }

    /// The verdict over several: one that fails decides, then one that is undetermined.
    pub fn of_all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::Holds, |all, verdict| match (all, verdict) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Undetermined, _) | (_, Self::Undetermined) => Self::Undetermined,
            (Self::Holds, Self::Holds) => Self::Holds,
        })
    }

    /// The word for machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Undetermined => "undetermined",
        }
    }
}

/// What a run brings to every plan that it checks.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Whether who pays what is added up ([`Evaluation::outcomes`]).
    pub outcomes: bool,
    /// Rule packs besides those that a plan uses itself.
    pub packs: Vec<Arc<Compiled>>,
    /// Packs that were asked for and cannot be had.
    pub missing_packs: Vec<String>,
    /// What day it is; what ends by a date has not ended where nobody says.
    pub today: Option<Date>,
    /// Whether it is worked out how findings could be accepted ([`Evaluation::acceptable`]).
    pub acceptable: bool,
}

/// An amount that is not yet known (`pm`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAmount {
    /// The goal, source or other item that it belongs to.
    pub name: String,
    /// Its year or years.
    pub years: Option<YearRange>,
    /// How much it may become before the plan fails, where that was computed.
    pub at_most: Option<Money>,
}

/// A rule pack that took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackUsed {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What comes out of a plan in one of its scenarios. Its findings are among those of the plan, under its name.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioResult {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Whether the plan holds in it.
    pub verdict: Verdict,
    /// What was not checked in it, besides what was not checked of the plan as it stands.
    pub not_checked: Vec<NotChecked>,
}

/// What the money comes to in one way of looking at a plan: as it stands, or in a scenario.
#[derive(Clone, Debug)]
pub struct PlanOutcome {
    /// The scenario; `None` is the plan as it stands.
    pub scenario: Option<String>,
    /// Whether it can be paid and all that was checked with that.
    pub verdict: Verdict,
    /// Findings that only the scenario has; those of the plan stand in [`Evaluation::findings`].
    pub findings: Vec<Diagnostic>,
    /// Who pays what, by year.
    pub overview: Overview,
    /// How much single figures could change.
    pub headroom: Rooms,
}

impl PackUsed {
    /// A pack by its name and version.
    pub fn of(used: &Used) -> Self {
        let pack = &used.compiled.pack;
        Self { name: pack.name.clone(), version: pack.version.clone().unwrap_or_default() }
    }
}

impl PlanOutcome {
    /// Names and adds up what a division of the money over the plan comes to. For a scenario the plan is the one that the
    /// scenario has changed.
    pub fn of(plan: &Plan, years: YearRange, division: &Division, headrooms: &Headrooms) -> Self {
        Self {
            scenario: None,
            verdict: Verdict::Undetermined,
            findings: Vec::new(),
            overview: Overview::of(plan, division, years),
            headroom: Rooms::of(plan, headrooms),
        }
    }
}

/// The result for one file and all that it includes.
#[derive(Debug)]
pub struct Evaluation {
    /// The texts, the file itself first.
    pub sources: SourceSet,
    /// What the file is.
    pub kind: FileKind,
    /// The plan's name.
    pub name: Option<String>,
    /// The plan's title.
    pub title: Option<String>,
    /// The language of the file.
    pub language: Language,
    /// How the plan writes its years.
    pub year_style: YearStyle,
    /// The plan's currency.
    pub currency: Currency,
    /// What was found, by place, then by code.
    pub findings: Vec<Diagnostic>,
    /// What was not checked.
    pub not_checked: Vec<NotChecked>,
    /// What comes out in each scenario, in the order of the text.
    pub scenarios: Vec<ScenarioResult>,
    /// Amounts that are not yet known.
    pub open: Vec<OpenAmount>,
    /// Rule packs that took part.
    pub packs: Vec<PackUsed>,
    /// The codes of the rules that took part.
    pub rule_codes: Vec<String>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Who pays what: of the plan first, then of each scenario by name. Empty where that was not worked out.
    pub outcomes: Vec<PlanOutcome>,
    /// How findings could be accepted; empty where that was not asked.
    pub acceptable: Vec<Acceptable>,
}

impl Evaluation {
    /// What is known of a file before anything in it is checked.
    pub fn blank(kind: FileKind, loaded: &Loaded) -> Self {
        let main = loaded.sources.file(FileId(0));
        let ast = loaded.files.first().map(|file| &file.ast);
        Self {
            sources: SourceSet::default(),
            kind,
            name: ast.and_then(|ast| kind::plan_name(ast, main)),
            title: ast.and_then(|ast| kind::plan_title(ast, main)),
            language: ast.map_or(Language::English, |ast| ast.language),
            year_style: ast.and_then(kind::year_style).unwrap_or_default(),
            currency: loaded.currency,
            findings: Vec::new(),
            not_checked: Vec::new(),
            scenarios: Vec::new(),
            open: Vec::new(),
            packs: Vec::new(),
            verdict: Verdict::Undetermined,
            outcomes: Vec::new(),
            acceptable: Vec::new(),
            rule_codes: Vec::new(),
        }
    }

    /// The same with what was found, in order, and the verdict that follows. Places lie on whole characters.
    #[must_use]
    pub fn with(mut self, sources: SourceSet, findings: Vec<Diagnostic>, not_checked: Vec<NotChecked>) -> Self {
        self.findings = arranged(findings, &sources);
        self.verdict = Verdict::of(&self.findings, &not_checked);
        if self.kind == FileKind::Fragment {
            self.verdict = self.verdict.or_undetermined();
        }
        if let Some(outcome) = self.outcomes.first_mut().filter(|outcome| outcome.scenario.is_none()) {
            outcome.verdict = self.verdict;
        }
        self.not_checked = not_checked;
        self.sources = sources;
        self
    }

    /// The outcome of the plan as it stands (`None`) or of a scenario, where it was worked out.
    pub fn outcome(&self, scenario: Option<&str>) -> Option<&PlanOutcome> {
        self.outcomes.iter().find(|outcome| outcome.scenario.as_deref() == scenario)
    }
}

/// The findings in order, their places on whole characters.
pub fn arranged(mut findings: Vec<Diagnostic>, sources: &SourceSet) -> Vec<Diagnostic> {
    for finding in &mut findings {
        finding.places(|place| {
            let text = sources.file(place.file).text();
            Place::new(place.file, whole_characters(text, place.span))
        });
    }
    in_order(findings)
}

/// Makes the thing of that number.
type Named = fn(u32) -> Entity;

/// Every amount of the plan that is `pm`, in the order of the text, with how much it may become where that is known.
pub fn open_amounts(plan: &Plan, rooms: &[OpenRoom]) -> Vec<OpenAmount> {
    let ledger = &plan.ledger;
    let lists: [(&FactList, Named); 9] = [
        (&ledger.income, |id| Entity::Source(SourceId(id))),
        (&ledger.source_coverage, |id| Entity::Source(SourceId(id))),
        (&ledger.cost, |id| Entity::Goal(GoalId(id))),
        (&ledger.budget, |id| Entity::Goal(GoalId(id))),
        (&ledger.theme_budget, |id| Entity::Theme(ThemeId(id))),
        (&ledger.opening, |id| Entity::Reserve(ReserveId(id))),
        (&ledger.addition, |id| Entity::Reserve(ReserveId(id))),
        (&ledger.withdrawal, |id| Entity::Reserve(ReserveId(id))),
        (&ledger.reserve_coverage, |id| Entity::Reserve(ReserveId(id))),
    ];
    let mut open = Vec::new();
    for (list, entity) in lists {
        for fact in list.all().iter().filter(|fact| fact.state == FactState::Pm) {
            let name = plan.name(entity(fact.subject)).to_owned();
            let at_most = at_most(rooms, fact.place, fact.years);
            open.push((fact.place, OpenAmount { name, years: Some(fact.years), at_most }));
        }
    }
    open.sort_by_key(|(place, _)| *place);
    open.into_iter().map(|(_, amount)| amount).collect()
}

/// How much the amount at this place may become.
fn at_most(rooms: &[OpenRoom], place: Place, years: YearRange) -> Option<Money> {
    let first = rooms.partition_point(|room| room.place < place);
    let same = rooms.get(first..)?.iter().take_while(|room| room.place == place);
    let found = same.into_iter().find(|room| room.years == years)?;
    match found.room {
        Room::Exactly(cents) => Money::from_wide(cents),
        Room::AtLeast(_) | Room::Unbounded | Room::NotComputed => None,
    }
}

/// That a pack which the run asks for was not checked.
pub fn without_pack(plan: &Plan, name: &str) -> NotChecked {
    let what = Message::new("unchecked-rules").with("name", name);
    NotChecked { what, why: Message::new("because-pack-unread"), place: plan.head.place }
}
