//! What a plan means: names resolved, amounts exact, years and tags typed; every fact knows its place.

pub mod availability;
pub mod build;
pub mod calendar;
pub mod entity;
pub mod expression;
pub mod kinds;
pub mod ledger;
pub mod plan;
pub mod properties;
pub mod rule;
pub mod said;
pub mod says;
pub mod scenario;
pub mod table;
pub mod widen;
pub mod words;

pub use availability::{Availability, Usable};
pub use build::{RuleItem, build, build_pack, build_value, build_with};
pub use entity::{
    Bound, Cap, CarryOver, Certainty, CostLine, Decision, DecisionId, DecisionState, Document, DocumentId, Entity,
    FollowUp, Goal, GoalId, Label, PaidBy, Payer, Reserve, ReserveId, Source, SourceId, Theme, ThemeId,
};
pub use kinds::ItemKind;
pub use ledger::{Fact, FactList, FactState, Ledger, Origin, OriginId};
pub use plan::{Accepted, AcceptedOn, Currency, Damage, Head, Pending, Plan, Stated, UnreadInclude};
pub use said::{Said, Topic};
pub use scenario::{Scenario, Variant};
pub use table::{Column, ColumnHead, Row, RowHead, Table, TableId};
