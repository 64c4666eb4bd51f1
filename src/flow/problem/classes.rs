//! Demands that are alike, put together: same window, payers, priority, and nothing that bounds one of them alone.

use super::demands::Group;
use super::{PayerNo, Problem};
use crate::model::Plan;
use crate::money::YearRange;
use rustc_hash::FxHashMap;

/// Who may pay a class.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Payers {
    /// Everyone whose earmark is empty or meets these tags (numbers, ascending).
    Serving(Vec<u32>),
    /// These, each with its place in the order of preference.
    Listed(Vec<(PayerNo, u32)>),
}

/// Demands that are alike.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    /// Numbers of the demands, by name of the goal.
    pub(crate) members: Vec<u32>,
    /// What they ask together, in minor units.
    pub(crate) cents: i64,
    /// Their window.
    pub(crate) years: YearRange,
    /// Who may pay.
    pub(crate) payers: Payers,
    /// `priority`; a lower number is paid first, the largest stands for none.
    pub(crate) priority: u32,
    /// The number in [`Problem::optional`], for an optional goal.
    pub(crate) optional: Option<u32>,
    /// Bounds of [`Problem::bounds`] on what single payers pay to it.
    pub(crate) bounds: Vec<u32>,
    /// Crossings of [`Problem::crossings`] that it takes part in.
    pub(crate) crossings: Vec<u32>,
    /// It takes what is left: its amount is computed.
    pub(crate) remainder: bool,
}

impl Class {
    /// Whether the payer may pay it, whatever the year.
    pub(crate) fn admits(&self, problem: &Problem, payer: PayerNo) -> bool {
        match &self.payers {
            Payers::Listed(list) => list.iter().any(|(listed, _)| *listed == payer),
            Payers::Serving(tags) => {
                problem.who(payer).is_some_and(|who| who.is_pooled() && serves(&who.earmark, tags))
            }
        }
    }
}

/// Whether an earmark allows what serves these tags.
pub(crate) fn serves(earmark: &[u32], tags: &[u32]) -> bool {
    earmark.is_empty() || earmark.iter().any(|tag| tags.contains(tag))
}

/// What makes demands alike.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    payers: u32,
    years: YearRange,
    priority: u32,
}

/// Puts demands into classes.
#[derive(Default)]
pub(super) struct Classes {
    payers: FxHashMap<Payers, u32>,
    lists: Vec<Payers>,
    last: Option<u32>,
    numbers: FxHashMap<Key, u32>,
    /// The classes so far.
    pub(super) all: Vec<Class>,
}

impl Classes {
    /// Adds a demand to the class of its kind; with bounds of its own it is a class of its own.
    pub(super) fn add(&mut self, group: &Group, payers: &Payers, years: YearRange, demand: u32, cents: i64) {
        let fresh = |members| Class {
            members,
            cents,
            years,
            payers: payers.clone(),
            priority: group.priority,
            optional: group.optional,
            bounds: group.bounds.clone(),
            crossings: group.crossings.clone(),
            remainder: group.remainder,
        };
        if group.remainder || group.optional.is_some() || !group.bounds.is_empty() || !group.crossings.is_empty() {
            self.all.push(fresh(vec![demand]));
            return;
        }
        let key = Key { payers: self.number_of(payers), years, priority: group.priority };
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.all.push(fresh(vec![demand]));
        } else if let Some(class) = self.all.get_mut(number as usize) {
            class.members.push(demand);
            class.cents = class.cents.saturating_add(cents);
        }
    }

    fn number_of(&mut self, payers: &Payers) -> u32 {
        if let Some(last) = self.last
            && self.lists.get(last as usize) == Some(payers)
        {
            return last;
        }
        let number = self.payers.get(payers).copied().unwrap_or_else(|| {
            let next = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
            self.payers.insert(payers.clone(), next);
            self.lists.push(payers.clone());
            next
        });
        self.last = Some(number);
        number
    }

    /// The classes in the order in which they are to be paid: by priority, end of the window, name.
    pub(super) fn finish(mut self) -> Vec<Class> {
        let first = |class: &Class| class.members.first().copied();
        self.all.sort_by_key(|class| {
            (class.remainder, class.optional, class.priority, class.years.last, class.years.first, first(class))
        });
        self.all
    }
}

/// The tags that a goal serves, as a key.
pub(super) fn tags(plan: &Plan, serves: &[u32], funded: &[bool]) -> Vec<u32> {
    let known = |tag: &u32| funded.get(*tag as usize).copied().unwrap_or(false);
    let mut tags: Vec<u32> = serves.iter().copied().filter(known).collect();
    tags.sort_unstable_by(|a, b| plan.tags.get(*a as usize).cmp(&plan.tags.get(*b as usize)));
    tags.dedup();
    tags
}
