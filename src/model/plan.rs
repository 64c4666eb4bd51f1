//! A whole plan.

use super::entity::{
    Decision, Document, Entity, Goal, Label, PaidBy, Payer, Reserve, Source, SourceId, Theme, ThemeId,
};
use super::expression::Expression;
use super::ledger::Ledger;
use super::said::{Said, Topic};
use super::scenario::{Scenario, Variant};
use super::table::Table;
use crate::diagnostic::Message;
use crate::money::{Money, YearRange, YearStyle};
use crate::source::Place;
use crate::syntax::ast::{self, Language};
use jiff::civil::Date;

/// A currency by ISO 4217.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency {
    /// `EUR`
    pub code: String,
    /// Digits of the minor unit: 2 for the euro.
    pub digits: u8,
}

impl Default for Currency {
    fn default() -> Self {
        Self { code: "EUR".to_owned(), digits: 2 }
    }
}

/// The `plan` item.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// `owner`
    pub owner: Option<String>,
    /// The language of its file.
    pub language: Language,
    /// Its currency.
    pub currency: Currency,
    /// `years`, and where they stand.
    pub years: Option<(YearRange, Place)>,
    /// How it writes years.
    pub style: YearStyle,
    /// Month and day on which its years start; `None` is 1 January.
    pub starts: Option<(u8, u8)>,
    /// A year is named by the calendar year in which it ends.
    pub named_by_end: bool,
    /// `evaluate yearly`
    pub evaluate_yearly: bool,
    /// Who gets the evaluation, and the statement that says so.
    pub evaluate_to: Option<(String, Place)>,
    /// `decided`
    pub decided: Option<Date>,
    /// By whom: a message for council and executive, or the text as given in `body-other`.
    pub decided_by: Option<Message>,
    /// `note`
    pub notes: Vec<String>,
    /// Its name in the text.
    pub place: Place,
    /// Its statements, in the order of the text.
    pub said: Vec<(Topic, Place)>,
}

/// `stated …`
#[derive(Clone, Debug)]
pub struct Stated {
    /// The claim: a comparison, or anything that is yes or no.
    pub claim: Expression,
    /// It says `pm`: the document does not give the figure yet, so there is nothing to compare.
    pub pm: bool,
    /// The statement.
    pub place: Place,
    /// Where it stands in a document, in words.
    pub reference: Option<String>,
}

/// On what a deviation is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptedOn {
    /// On whatever has it.
    Everything,
    /// A named item.
    Entity(Entity),
    /// What stands there: a table, a `stated` line, the `plan` item.
    Within(Place),
    /// A name that is not known, which was reported.
    Unknown,
}

/// `allow`, names resolved.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The code as written.
    pub code: String,
    /// On what.
    pub on: AcceptedOn,
    /// The name after `on`, or that of the item in whose block it stands.
    pub name: Option<String>,
    /// In which scenario alone.
    pub scenario: Option<String>,
    /// Up to which amount.
    pub at_most: Option<Money>,
    /// The reason.
    pub because: String,
    /// Who accepts.
    pub by: Option<String>,
    /// Last day.
    pub until: Option<Date>,
    /// The statement.
    pub place: Place,
}

/// What is read and kept, but evaluated only by later versions; with the whole item's place.
#[derive(Debug)]
pub enum Pending {
    /// `use rules`
    UseRules(ast::UseRules, Place),
    /// A rule pack's head.
    Pack(ast::Pack, Place),
    /// A parameter.
    Parameter(ast::Parameter, Place),
    /// A rule.
    Rule(ast::Rule, Place),
    /// A test of rules.
    Test(ast::RuleTest, Place),
}

/// An `include` that could not be read: the names it would have declared are unknown, and that is not reported again.
#[derive(Clone, Debug)]
pub struct UnreadInclude {
    /// The statement.
    pub place: Place,
    /// Its path as written.
    pub path: String,
}

/// A plan: everything that its files say.
#[derive(Debug, Default)]
pub struct Plan {
    /// The `plan` item.
    pub head: Head,
    /// Sources and their parts.
    pub sources: Vec<Source>,
    /// Reserves.
    pub reserves: Vec<Reserve>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Themes.
    pub themes: Vec<Theme>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Tags of earmarks and of what goals serve, each once.
    pub tags: Vec<String>,
    /// All amounts.
    pub ledger: Ledger,
    /// Tables.
    pub tables: Vec<Table>,
    /// Claims.
    pub stated: Vec<Stated>,
    /// Accepted deviations.
    pub accepted: Vec<Accepted>,
    /// Scenarios.
    pub scenarios: Vec<Scenario>,
    /// The scenario that has been applied, and what it changed; `None` for the plan as it stands.
    pub variant: Option<Box<Variant>>,
    /// Kept for later.
    pub pending: Vec<Pending>,
    /// Where statements and rows stand in a document, in words (`voorstel, p. 4`), sorted by place.
    pub references: Vec<(Place, String)>,
    /// Where statements of items stand, sorted by item; of one item in the order of the text.
    pub said: Vec<Said>,
    /// Includes that could not be read.
    pub unread: Vec<UnreadInclude>,
    /// What could not be read, so that sums over everything are not certain.
    pub damage: Damage,
}

/// Which sums over everything are uncertain, each with the first place that made it so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Damage {
    /// Income, or which sources there are.
    pub income: Option<Place>,
    /// Costs and budgets, or which goals there are.
    pub cost: Option<Place>,
    /// Opening balances and movements, or which reserves there are.
    pub reserve: Option<Place>,
    /// Who pays what.
    pub coverage: Option<Place>,
}

impl Plan {
    /// The years of the plan, where stated.
    pub fn years(&self) -> Option<YearRange> {
        self.head.years.map(|(years, _)| years)
    }

    /// What every named thing has.
    pub fn label(&self, entity: Entity) -> Option<&Label> {
        match entity {
            Entity::Source(id) => self.sources.get(id.index()).map(|item| &item.label),
            Entity::Reserve(id) => self.reserves.get(id.index()).map(|item| &item.label),
            Entity::Goal(id) => self.goals.get(id.index()).map(|item| &item.label),
            Entity::Theme(id) => self.themes.get(id.index()).map(|item| &item.label),
            Entity::Decision(id) => self.decisions.get(id.index()).map(|item| &item.label),
            Entity::Document(id) => self.documents.get(id.index()).map(|item| &item.label),
        }
    }

    /// The name of a thing, as people should read it.
    pub fn name(&self, entity: impl Into<Entity>) -> &str {
        self.label(entity.into()).map_or("", |label| &label.name)
    }

    /// Where the statement or row at a place stands in a document, in words, where it says so.
    pub fn reference(&self, place: Place) -> Option<&str> {
        let after =
            self.references.partition_point(|(at, _)| (at.file, at.span.start) <= (place.file, place.span.start));
        let (at, words) = self.references.get(after.checked_sub(1)?)?;
        (at.file == place.file && at.span.end >= place.span.end).then_some(words.as_str())
    }

    /// A source without parts, itself; else its parts, and theirs, down to those with income of their own.
    pub fn leaves(&self, source: SourceId) -> Vec<SourceId> {
        let mut leaves = Vec::new();
        let mut open = vec![source];
        while let Some(id) = open.pop() {
            match self.sources.get(id.index()) {
                Some(item) if !item.parts.is_empty() => open.extend(item.parts.iter().rev()),
                Some(_) => leaves.push(id),
                None => {}
            }
        }
        leaves
    }

    /// Whether a theme is the other one or lies within it.
    pub fn theme_within(&self, theme: ThemeId, outer: ThemeId) -> bool {
        let mut current = Some(theme);
        for _ in 0..=self.themes.len() {
            match current {
                Some(id) if id == outer => return true,
                Some(id) => current = self.themes.get(id.index()).and_then(|theme| theme.within),
                None => return false,
            }
        }
        false
    }

    /// Whether the payer's earmark lets it pay this goal: no earmark, or one that the goal serves.
    pub fn earmark_allows(&self, payer: Payer, goal: &Goal) -> bool {
        let earmark = match payer {
            Payer::Source(id) => self.sources.get(id.index()).map(|source| &source.earmark),
            Payer::Reserve(id) => self.reserves.get(id.index()).map(|reserve| &reserve.earmark),
        };
        earmark.is_none_or(|tags| tags.is_empty() || tags.iter().any(|tag| goal.serves.contains(tag)))
    }

    /// The payers that the goal names, or else those of its theme.
    pub fn paid_by<'a>(&'a self, goal: &'a Goal) -> &'a [PaidBy] {
        if !goal.paid_by.is_empty() {
            return &goal.paid_by;
        }
        let mut theme = goal.theme;
        for _ in 0..=self.themes.len() {
            let Some(item) = theme.and_then(|id| self.themes.get(id.index())) else { break };
            if !item.paid_by.is_empty() {
                return &item.paid_by;
            }
            theme = item.within;
        }
        &[]
    }

    /// Whether `paid by` lets this payer pay the goal: it names none, or names the payer or a whole that it is part of.
    pub fn paid_by_allows(&self, payer: Payer, goal: &Goal) -> bool {
        let named = self.paid_by(goal);
        named.is_empty() || named.iter().any(|entry| entry.payer == payer || self.is_part_of(payer, entry.payer))
    }

    /// Whether a payer is a part of another, at any depth.
    pub fn is_part_of(&self, payer: Payer, whole: Payer) -> bool {
        let (Payer::Source(mut id), Payer::Source(whole)) = (payer, whole) else { return false };
        for _ in 0..=self.sources.len() {
            match self.sources.get(id.index()).and_then(|source| source.whole) {
                Some(up) if up == whole => return true,
                Some(up) => id = up,
                None => return false,
            }
        }
        false
    }

    /// Whether the payer may pay the goal by earmark and `paid by`, whatever the year.
    pub fn may_pay(&self, payer: Payer, goal: &Goal) -> bool {
        self.earmark_allows(payer, goal) && self.paid_by_allows(payer, goal)
    }
}
