//! Where each statement of an item stands, by the property that it states: what rules point at.

use super::entity::{Entity, SourceId};
use super::plan::{Head, Plan};
use crate::source::Place;
use crate::syntax::ast::{
    Common, DecisionClause, DocumentClause, GoalClause, PlanClause, ReserveClause, SourceClause, ThemeClause,
};

macro_rules! properties {
    ($($name:ident $word:literal;)*) => {
        /// What a statement states, known by its English word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Topic {
            $(#[doc = concat!("`", $word, "`")] $name,)*
        }

        impl Topic {
            /// The English word, several joined by `-`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            fn of_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

properties! {
    Account "account";
    Add "add";
    After "after";
    AtMost "at-most";
    Available "available";
    Budget "budget";
    By "by";
    Ceiling "ceiling";
    CommitBy "commit-by";
    Continues "continues";
    Cost "cost";
    Currency "currency";
    Date "date";
    Decided "decided";
    During "during";
    Ends "ends";
    Evaluate "evaluate";
    EvaluateTo "evaluate-to";
    Floor "floor";
    FollowUp "follow-up";
    For "for";
    Income "income";
    Kind "kind";
    NamedByEnd "named-by-end";
    Nature "nature";
    Needs "needs";
    Note "note";
    Number "number";
    On "on";
    Opening "opening";
    Optional "optional";
    Owner "owner";
    PaidBy "paid-by";
    Part "part";
    Priority "priority";
    ReleaseTo "release-to";
    RemainderOf "remainder-of";
    Serves "serves";
    SpendBy "spend-by";
    Status "status";
    Statutory "statutory";
    TaskField "task-field";
    Theme "theme";
    Unspent "unspent";
    Url "url";
    Was "was";
    Withdraw "withdraw";
    WithdrawAtMost "withdraw-at-most";
    Years "years";
    YearStarts "year-starts";
}

/// A statement of an item, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Of what.
    pub entity: Entity,
    /// What it states.
    pub topic: Topic,
    /// The statement.
    pub place: Place,
}

/// The property that a word of a rule asks for: some are stated under another word.
fn asked(entity: Option<Entity>, word: &str) -> Option<Topic> {
    match (entity, word) {
        (Some(Entity::Goal(_)), "starts" | "ends") => Some(Topic::During),
        (Some(Entity::Source(_)), "starts" | "ends") => Some(Topic::Available),
        (None, "starts" | "ends") => Some(Topic::Years),
        (None, "by") => Some(Topic::Decided),
        (_, "decided-follow-up") => Some(Topic::FollowUp),
        (_, "shares") => Some(Topic::PaidBy),
        (_, "unlimited") => Some(Topic::Income),
        _ => Topic::of_word(word),
    }
}

impl Plan {
    /// Where a thing says this (its first statement of it), by the English word; for a part, where its whole says it,
    /// if it does not say it itself.
    pub fn said(&self, entity: Entity, word: &str) -> Option<Place> {
        let topic = asked(Some(entity), word)?;
        let own = self.said_itself(entity, topic);
        match entity {
            Entity::Source(id) if own.is_none() && is_inherited(topic) => self.said_of_whole(id, topic),
            _ => own,
        }
    }

    fn said_itself(&self, entity: Entity, topic: Topic) -> Option<Place> {
        let first = self.said.partition_point(|said| said.entity < entity);
        let own = self.said.get(first..)?.iter().take_while(|said| said.entity == entity);
        own.into_iter().find(|said| said.topic == topic).map(|said| said.place)
    }

    fn said_of_whole(&self, part: SourceId, topic: Topic) -> Option<Place> {
        let mut part = part;
        for _ in 0..self.sources.len() {
            part = self.sources.get(part.index())?.whole?;
            if let Some(place) = self.said_itself(Entity::Source(part), topic) {
                return Some(place);
            }
        }
        None
    }
}

/// Whether a part has it from its whole: all but its money and its notes.
fn is_inherited(topic: Topic) -> bool {
    !matches!(topic, Topic::Income | Topic::Note)
}

impl Head {
    /// Where the plan says this, by the English word.
    pub fn said(&self, word: &str) -> Option<Place> {
        let topic = asked(None, word)?;
        self.said.iter().find(|(said, _)| *said == topic).map(|(_, place)| *place)
    }
}

/// What a statement states.
pub trait Tells {
    /// The property.
    fn topic(&self) -> Topic;

    /// Whether it says as well who gets an evaluation.
    fn names_reader(&self) -> bool {
        false
    }
}

impl Tells for PlanClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Owner(_) => Topic::Owner,
            Self::Years(_) => Topic::Years,
            Self::EvaluateYearly(_) => Topic::Evaluate,
            Self::Currency(_) => Topic::Currency,
            Self::YearStarts { .. } => Topic::YearStarts,
            Self::NamedByEnd => Topic::NamedByEnd,
            Self::Decided { .. } => Topic::Decided,
            Self::Note(_) => Topic::Note,
        }
    }

    fn names_reader(&self) -> bool {
        matches!(self, Self::EvaluateYearly(Some(_)))
    }
}

impl Tells for DocumentClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Date(_) => Topic::Date,
            Self::Number(_) => Topic::Number,
            Self::Url(_) => Topic::Url,
            Self::Note(_) => Topic::Note,
        }
    }
}

impl Tells for DecisionClause {
    fn topic(&self) -> Topic {
        match self {
            Self::By(_) => Topic::By,
            Self::On(_) => Topic::On,
            Self::Proposed | Self::Taken | Self::Rejected => Topic::Status,
            Self::After(_) => Topic::After,
            Self::Note(_) => Topic::Note,
        }
    }
}

impl Tells for ThemeClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Theme(_) | Self::In(_) => Topic::Theme,
            Self::Budget(_) => Topic::Budget,
            Self::PaidBy(_) => Topic::PaidBy,
            Self::Owner(_) => Topic::Owner,
            Self::Note(_) => Topic::Note,
        }
    }
}

impl Tells for Common {
    fn topic(&self) -> Topic {
        match self {
            Self::Nature(_) => Topic::Nature,
            Self::Kind(_) => Topic::Kind,
            Self::TaskField(_) => Topic::TaskField,
            Self::Theme(_) => Topic::Theme,
            Self::Owner(_) => Topic::Owner,
            Self::NeedsDecision(_) => Topic::Needs,
            Self::Account(_) => Topic::Account,
            Self::Note(_) => Topic::Note,
        }
    }
}

impl Tells for SourceClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Income(_) | Self::IncomeUnlimited => Topic::Income,
            Self::For(_) => Topic::For,
            Self::Available(_) => Topic::Available,
            Self::Unspent(_) => Topic::Unspent,
            Self::Status(_) => Topic::Status,
            Self::CommitBy(_) => Topic::CommitBy,
            Self::SpendBy(_) => Topic::SpendBy,
            Self::Part(_) => Topic::Part,
            Self::Common(common) => common.topic(),
        }
    }
}

impl Tells for ReserveClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Opening(_) => Topic::Opening,
            Self::Floor(_) => Topic::Floor,
            Self::Ceiling(_) => Topic::Ceiling,
            Self::Add { .. } => Topic::Add,
            Self::Withdraw(_) => Topic::Withdraw,
            Self::WithdrawAtMost(_) => Topic::WithdrawAtMost,
            Self::For(_) => Topic::For,
            Self::Ends(_) => Topic::Ends,
            Self::ReleaseTo(_) => Topic::ReleaseTo,
            Self::Common(common) => common.topic(),
        }
    }
}

impl Tells for GoalClause {
    fn topic(&self) -> Topic {
        match self {
            Self::Bounds { .. } => Topic::During,
            Self::Cost { .. } => Topic::Cost,
            Self::PaidBy(_) => Topic::PaidBy,
            Self::AtMost { .. } => Topic::AtMost,
            Self::Budget(_) => Topic::Budget,
            Self::Serves(_) => Topic::Serves,
            Self::Priority(_) => Topic::Priority,
            Self::Optional => Topic::Optional,
            Self::FollowUp(_) | Self::FollowUpDecision(_) => Topic::FollowUp,
            Self::Was(_) => Topic::Was,
            Self::Continues(_) => Topic::Continues,
            Self::Evaluate { .. } => Topic::Evaluate,
            Self::Statutory => Topic::Statutory,
            Self::RemainderOf { .. } => Topic::RemainderOf,
            Self::Status(_) => Topic::Status,
            Self::Common(common) => common.topic(),
        }
    }

    fn names_reader(&self) -> bool {
        matches!(self, Self::Evaluate { to: Some(_), .. })
    }
}
