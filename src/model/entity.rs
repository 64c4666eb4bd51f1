//! The things a plan names: sources, reserves, goals, themes, decisions and documents.

use super::kinds::ItemKind;
use crate::diagnostic::Message;
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{self, GoalStatus, LimitPeriod, Nature};
use jiff::civil::Date;
use rust_decimal::Decimal;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        })*
    };
}

ids! {
    /// Number of a source in [`super::Plan::sources`].
    SourceId;
    /// Number of a reserve in [`super::Plan::reserves`].
    ReserveId;
    /// Number of a goal in [`super::Plan::goals`].
    GoalId;
    /// Number of a theme in [`super::Plan::themes`].
    ThemeId;
    /// Number of a decision in [`super::Plan::decisions`].
    DecisionId;
    /// Number of a document in [`super::Plan::documents`].
    DocumentId;
}

/// Anything that has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    /// A source or a part of one.
    Source(SourceId),
    /// A reserve.
    Reserve(ReserveId),
    /// A goal.
    Goal(GoalId),
    /// A theme.
    Theme(ThemeId),
    /// A decision.
    Decision(DecisionId),
    /// A document.
    Document(DocumentId),
}

/// Who pays: a source or a reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Payer {
    /// A source.
    Source(SourceId),
    /// A reserve.
    Reserve(ReserveId),
}

impl From<SourceId> for Entity {
    fn from(id: SourceId) -> Self {
        Self::Source(id)
    }
}

impl From<ReserveId> for Entity {
    fn from(id: ReserveId) -> Self {
        Self::Reserve(id)
    }
}

impl From<GoalId> for Entity {
    fn from(id: GoalId) -> Self {
        Self::Goal(id)
    }
}

impl From<Payer> for Entity {
    fn from(payer: Payer) -> Self {
        match payer {
            Payer::Source(id) => Self::Source(id),
            Payer::Reserve(id) => Self::Reserve(id),
        }
    }
}

impl Entity {
    /// The source or reserve that it is.
    pub fn as_payer(self) -> Option<Payer> {
        match self {
            Self::Source(id) => Some(Payer::Source(id)),
            Self::Reserve(id) => Some(Payer::Reserve(id)),
            Self::Goal(_) | Self::Theme(_) | Self::Decision(_) | Self::Document(_) => None,
        }
    }
}

/// What every item has: a name, a title, places.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// The name, in NFC.
    pub name: String,
    /// The title, where given.
    pub title: Option<String>,
    /// The name where it is declared.
    pub place: Place,
    /// The whole item.
    pub whole: Place,
    /// Where it stands in a document, in words (`voorstel, p. 4`).
    pub reference: Option<String>,
    /// Statements of it could not be read: what hangs on them was not checked.
    pub damaged: bool,
}

/// How certain income is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// Granted, also where nothing is said.
    #[default]
    Granted,
    /// Expected.
    Expected,
}

impl From<ast::Certainty> for Certainty {
    fn from(written: ast::Certainty) -> Self {
        match written {
            ast::Certainty::Granted => Self::Granted,
            ast::Certainty::Expected => Self::Expected,
        }
    }
}

/// What happens to leftovers of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarryOver {
    /// Usable in later years while available, also where nothing is said.
    #[default]
    Stays,
    /// Each tranche usable up to so many years after its own.
    StaysYears(u16),
    /// Added to a reserve at the year's end, usable from the next year.
    GoesTo(ReserveId),
    /// Lost at the year's end.
    Lapses,
    /// Repaid at the year's end.
    Returns,
}

/// Money coming in. A part inherits what it does not say itself; the fields hold the result of that.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Name and places.
    pub label: Label,
    /// It states an income of its own that is not what its parts come to (reported): what it may pay is not certain.
    pub doubtful: bool,
    /// The source that it is a part of.
    pub whole: Option<SourceId>,
    /// Its parts; a source with parts has no income of its own.
    pub parts: Vec<SourceId>,
    /// Pays whatever is asked; the statement.
    pub unlimited: Option<Place>,
    /// Temporary or recurring, where said, and where (it may be the statement of the whole).
    pub nature: Option<(Nature, Place)>,
    /// Earmark: pays only goals that serve one of these; empty pays any. Indices into [`super::Plan::tags`].
    pub earmark: Vec<u32>,
    /// Where the earmark stands.
    pub earmark_place: Option<Place>,
    /// Stated availability, the widest of all that are stated. `None`: by its tranches.
    pub available: Option<YearRange>,
    /// Every place where availability is stated, with what it says.
    pub available_stated: Vec<(YearRange, Place)>,
    /// What happens to leftovers.
    pub carry_over: CarryOver,
    /// Where that is said, if it is.
    pub carry_over_place: Option<Place>,
    /// Certainty of its tranches that do not say otherwise.
    pub certainty: Certainty,
    /// Where that is said, if it is.
    pub certainty_place: Option<Place>,
    /// `commit by`
    pub commit_by: Option<(Date, Place)>,
    /// `spend by`
    pub spend_by: Option<(Date, Place)>,
    /// `kind`
    pub kind: Option<(&'static ItemKind, Place)>,
    /// `task-field`
    pub task_field: Option<(String, Place)>,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// `owner`
    pub owner: Option<String>,
    /// `account`
    pub account: Option<String>,
    /// Decisions that it needs.
    pub needs: Vec<(DecisionId, Place)>,
    /// `note`
    pub notes: Vec<String>,
}

/// An amount that bounds something, with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The amount; `None` where it could not be read, is `pm` or `-`.
    pub amount: Option<Money>,
    /// Where it stands.
    pub place: Place,
}

/// Money kept.
#[derive(Clone, Debug, Default)]
pub struct Reserve {
    /// Name and places.
    pub label: Label,
    /// Lowest balance allowed; zero where nothing is said.
    pub floor: Option<Bound>,
    /// Highest balance allowed.
    pub ceiling: Option<Bound>,
    /// `withdraw at most A per year`, or in total.
    pub limits: Vec<(Bound, LimitPeriod)>,
    /// Earmark, as for a source.
    pub earmark: Vec<u32>,
    /// Where the earmark stands.
    pub earmark_place: Option<Place>,
    /// Empty or released by the end of that year.
    pub ends: Option<(Year, Place)>,
    /// Where what is left at the end goes.
    pub release_to: Option<(ReserveId, Place)>,
    /// Temporary or recurring, where said.
    pub nature: Option<(Nature, Place)>,
    /// `kind`
    pub kind: Option<(&'static ItemKind, Place)>,
    /// `task-field`
    pub task_field: Option<(String, Place)>,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// `owner`
    pub owner: Option<String>,
    /// `account`
    pub account: Option<String>,
    /// Decisions that it needs.
    pub needs: Vec<(DecisionId, Place)>,
    /// `note`
    pub notes: Vec<String>,
}

/// A cost line of a goal; its amounts are facts with this line's number.
#[derive(Clone, Debug, PartialEq)]
pub struct CostLine {
    /// Its name; empty for the costs that stand under no name.
    pub name: String,
    /// Whether it is `once`.
    pub once: bool,
    /// Whether it is a yearly cost (`per year` over a range).
    pub yearly: bool,
    /// Where it stands.
    pub place: Place,
}

/// A payer named in `paid by`, with its fixed share where it has one. Stated amounts are facts (`Ledger::payment`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaidBy {
    /// The payer.
    pub payer: Payer,
    /// The fraction, 0.5 for `50%`.
    pub share: Option<Decimal>,
    /// Whether amounts are stated for it.
    pub amounts: bool,
    /// Where it stands.
    pub place: Place,
}

/// `at most 100,000 per year from pok`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    /// The amount.
    pub bound: Bound,
    /// A year or over all.
    pub period: LimitPeriod,
    /// The payer that it binds.
    pub payer: Payer,
}

/// `follow-up`
#[derive(Clone, Debug, PartialEq)]
pub enum FollowUp {
    /// A document or a memorandum, in words.
    Named(String, Place),
    /// A decision of the plan.
    Decision(DecisionId, Place),
}

/// What the money is for.
#[derive(Clone, Debug, Default)]
pub struct Goal {
    /// Name and places.
    pub label: Label,
    /// First year allowed, and where that stands.
    pub from: Option<(Year, Place)>,
    /// Last year allowed, included, and where that stands.
    pub through: Option<(Year, Place)>,
    /// Cost lines; facts name them by index. The first is the one without a name, whether it is used or not.
    pub lines: Vec<CostLine>,
    /// Payers in order of preference; empty: any that may.
    pub paid_by: Vec<PaidBy>,
    /// Caps on what a payer pays.
    pub caps: Vec<Cap>,
    /// Temporary or recurring, where said.
    pub nature: Option<(Nature, Place)>,
    /// What it serves. Indices into [`super::Plan::tags`].
    pub serves: Vec<u32>,
    /// `priority`
    pub priority: Option<u32>,
    /// `optional`
    pub optional: bool,
    /// `follow-up`
    pub follow_up: Option<FollowUp>,
    /// `was "…"`
    pub was: Option<String>,
    /// `continues NAME`
    pub continues: Option<(GoalId, Place)>,
    /// `evaluate yearly`
    pub evaluate_yearly: bool,
    /// `evaluate 2025, 2027`
    pub evaluate: Vec<YearRange>,
    /// Who gets the evaluation, and the statement that says so.
    pub evaluate_to: Option<(String, Place)>,
    /// `statutory`: a statutory duty.
    pub statutory: Option<Place>,
    /// `remainder of NAME 2025`
    pub remainder_of: Option<(Payer, Year, Place)>,
    /// `status`
    pub status: Option<GoalStatus>,
    /// `kind`
    pub kind: Option<(&'static ItemKind, Place)>,
    /// `task-field`
    pub task_field: Option<(String, Place)>,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// `owner`
    pub owner: Option<String>,
    /// `account`
    pub account: Option<String>,
    /// Decisions that it needs.
    pub needs: Vec<(DecisionId, Place)>,
    /// `note`
    pub notes: Vec<String>,
}

impl Goal {
    /// The first and last year allowed, within the given years of the plan.
    pub fn bounds(&self, plan: YearRange) -> YearRange {
        let first = self.from.map_or(plan.first, |(year, _)| year);
        let last = self.through.map_or(plan.last, |(year, _)| year);
        YearRange { first, last }
    }
}

/// Groups goals, sources and reserves.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Name and places.
    pub label: Label,
    /// The theme that it belongs to.
    pub within: Option<ThemeId>,
    /// Payers of its goals together.
    pub paid_by: Vec<PaidBy>,
    /// `owner`
    pub owner: Option<String>,
    /// `note`
    pub notes: Vec<String>,
}

/// Whether a decision has been taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecisionState {
    /// Nothing is said: counts as not yet taken.
    #[default]
    Unknown,
    /// `proposed`
    Proposed,
    /// `taken`
    Taken,
    /// `rejected`
    Rejected,
}

/// A decision on which money may hang.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    /// Name and places.
    pub label: Label,
    /// By whom: a message for council and executive, or the text as given in `body-other`.
    pub by: Option<Message>,
    /// When.
    pub on: Option<(Date, Place)>,
    /// Proposed, taken or rejected.
    pub state: DecisionState,
    /// The decision that it follows.
    pub after: Option<(DecisionId, Place)>,
    /// `note`
    pub notes: Vec<String>,
}

/// A document that the plan refers to.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Name and places.
    pub label: Label,
    /// `date`
    pub date: Option<Date>,
    /// `number`
    pub number: Option<String>,
    /// `url`
    pub url: Option<String>,
    /// `note`
    pub notes: Vec<String>,
}
