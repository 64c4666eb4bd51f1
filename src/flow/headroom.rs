//! How much a single figure could change before the plan can no longer be paid.

use super::division::Owner;
use crate::diagnostic::Message;
use crate::model::SourceId;
use crate::money::{Year, YearRange};

/// How far something was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Exactly so much, in minor units.
    Exactly(i128),
    /// At least so much; the exact figure was not worked out.
    AtLeast(i128),
    /// Nothing bounds it.
    Unbounded,
    /// Not worked out.
    NotComputed,
}

/// The headroom of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Headroom<S> {
    /// What it is the headroom of.
    pub subject: S,
    /// The year, or the window.
    pub years: YearRange,
    /// How much.
    pub room: Room,
    /// What binds it: each a message that names a source, a cap, a floor.
    pub binding: Vec<Message>,
}

/// Everything that was worked out, each figure alone with everything else as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headrooms {
    /// How much more each goal (or theme) could cost.
    pub costs: Vec<Headroom<Owner>>,
    /// How much each tranche could fall.
    pub tranches: Vec<Headroom<(SourceId, Year)>>,
}
