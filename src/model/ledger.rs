//! Every amount of a plan as a fact: about what, when, how much, how certain, and where it stands.

use super::entity::{Payer, ReserveId, SourceId};
use super::table::TableId;
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;
use rust_decimal::Decimal;

/// What is known of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactState {
    /// The amount is known.
    Known,
    /// `pm`: counts as zero, and whatever rests on it says so.
    Pm,
    /// Could not be read: every sum with it is unknown.
    Unknown,
}

/// Number of an [`Origin`] in [`Ledger::origins`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OriginId(pub u32);

/// What the facts of one table or one statement have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The table that they stand in.
    pub table: Option<TableId>,
    /// One unit of the last printed digit, in minor units, where figures were rounded one by one; zero where exact.
    pub step: Money,
}

/// Marks of a fact, in one byte, since a plan may have millions of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// On top of what is given elsewhere (`correction`); only expected, not granted (income).
    pub fn new(correction: bool, expected: bool) -> Self {
        Self(u8::from(correction) | u8::from(expected) << 1)
    }

    /// The same, where the tranche says itself how certain it is.
    #[must_use]
    pub fn by_itself(self) -> Self {
        Self(self.0 | 4)
    }

    /// The same, but with the certainty that the whole source has, unless the tranche says its own.
    #[must_use]
    pub fn with_certainty_of_source(self, expected: bool) -> Self {
        if self.0 & 4 == 0 { Self(self.0 & !2 | u8::from(expected) << 1) } else { self }
    }
}

/// One amount. For a window (`last` after `first`) the amount is the total over it.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Number of the subject: of the source, reserve, goal or theme, as the list says.
    pub subject: u32,
    /// Of a cost: its line. Of a payment or addition: the payer, see [`Fact::payer`]; zero for none.
    pub other: u32,
    /// The year, or the window.
    pub years: YearRange,
    /// The amount, as it counts (a table's factor and sign convention applied).
    pub money: Money,
    /// What is known of it.
    pub state: FactState,
    /// Planned, expected, obligated or actual.
    pub stage: Stage,
    /// Marked as an estimate.
    pub about: bool,
    /// What else marks it.
    pub marks: Marks,
    /// What it has in common with others.
    pub origin: OriginId,
    /// Where it stands.
    pub place: Place,
}

impl Fact {
    /// Whether its amount is known.
    pub fn is_known(&self) -> bool {
        self.state == FactState::Known
    }

    /// Whether it comes on top of what is given elsewhere (`correction`).
    pub fn is_correction(&self) -> bool {
        self.marks.0 & 1 != 0
    }

    /// Whether it is only expected, not granted (income).
    pub fn is_expected(&self) -> bool {
        self.marks.0 & 2 != 0
    }

    /// Packs a payer for [`Fact::other`]; zero is none.
    pub fn pack(payer: Option<Payer>) -> u32 {
        match payer {
            None => 0,
            Some(Payer::Source(id)) => (id.0 << 1).saturating_add(1),
            Some(Payer::Reserve(id)) => (id.0 << 1).saturating_add(2),
        }
    }

    /// The payer in [`Fact::other`], for payments and additions.
    pub fn payer(&self) -> Option<Payer> {
        Self::unpack(self.other)
    }

    /// Unpacks what [`Fact::pack`] packed.
    pub fn unpack(packed: u32) -> Option<Payer> {
        let number = packed.checked_sub(1)?;
        let id = number >> 1;
        Some(if number & 1 == 0 { Payer::Source(SourceId(id)) } else { Payer::Reserve(ReserveId(id)) })
    }
}

/// The stage of a subject's facts that counts: planned where there is any, else the most definite.
pub fn counted(facts: &[Fact]) -> Stage {
    if facts.iter().any(|fact| fact.stage == Stage::Planned && !fact.is_correction()) {
        return Stage::Planned;
    }
    facts.iter().filter(|fact| !fact.is_correction()).map(|fact| fact.stage).max().unwrap_or_default()
}

/// Facts of one measure, grouped by subject; within a subject by year, stage and place in the text.
#[derive(Clone, Debug, Default)]
pub struct FactList {
    facts: Vec<Fact>,
    starts: Vec<u32>,
    /// The stage that counts, by subject; empty where that is `planned` for all.
    stages: Vec<Stage>,
}

impl FactList {
    /// Groups facts by subject, of which there are so many; stable within a subject, year and stage.
    pub fn group(mut facts: Vec<Fact>, subjects: usize) -> Self {
        let key = |fact: &Fact| (fact.subject, fact.years, fact.stage);
        if !facts.is_sorted_by_key(key) {
            facts.sort_by_key(key);
        }
        facts.shrink_to_fit();
        let mut starts = Vec::with_capacity(subjects.saturating_add(1));
        let mut position = 0;
        for subject in 0..=subjects {
            while facts.get(position).is_some_and(|fact| (fact.subject as usize) < subject) {
                position += 1;
            }
            starts.push(u32::try_from(position).unwrap_or(u32::MAX));
        }
        let mut list = Self { facts, starts, stages: Vec::new() };
        if list.facts.iter().any(|fact| fact.stage != Stage::Planned) {
            let subjects = u32::try_from(subjects).unwrap_or(u32::MAX);
            list.stages = (0..subjects).map(|subject| counted(list.of(subject))).collect();
        }
        list
    }

    /// The stage of a subject's facts that counts: planned where there is any, else the most definite.
    pub fn stage(&self, subject: u32) -> Stage {
        self.stages.get(subject as usize).copied().unwrap_or_default()
    }

    /// The facts about one subject that count.
    pub fn counting(&self, subject: u32) -> impl Iterator<Item = &Fact> {
        let stage = self.stage(subject);
        self.of(subject).iter().filter(move |fact| fact.stage == stage)
    }

    /// All facts that count.
    pub fn all_counting(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.stage == self.stage(fact.subject))
    }

    /// All facts, to be grouped anew.
    pub fn into_facts(self) -> Vec<Fact> {
        self.facts
    }

    /// The facts about one subject.
    pub fn of(&self, subject: u32) -> &[Fact] {
        let at = |index: usize| self.starts.get(index).map_or(self.facts.len(), |&start| start as usize);
        let index = subject as usize;
        self.facts.get(at(index)..at(index + 1)).unwrap_or(&[])
    }

    /// All facts.
    pub fn all(&self) -> &[Fact] {
        &self.facts
    }
}

/// How an amount grows year by year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growing {
    /// The amount before it grows.
    pub base: Money,
    /// Growth a year as a fraction: 0.025.
    pub rate: Decimal,
    /// First year that has grown.
    pub from: Year,
}

/// All facts of a plan. A fact given twice with the same amount stands here once; the other places are in `also`.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Tranches, by source.
    pub income: FactList,
    /// Opening balances, by reserve.
    pub opening: FactList,
    /// Costs, by goal; `other` is the cost line.
    pub cost: FactList,
    /// Budgets, by goal.
    pub budget: FactList,
    /// Budgets, by theme.
    pub theme_budget: FactList,
    /// What a source pays over all goals, by source.
    pub source_coverage: FactList,
    /// What a reserve pays over all goals, by reserve.
    pub reserve_coverage: FactList,
    /// What a payer pays to the goals of a theme together, by theme; `other` is the payer.
    pub theme_payment: FactList,
    /// What a payer pays to a goal, by goal; `other` is the payer.
    pub payment: FactList,
    /// Additions, by reserve; `other` is where it comes from, zero where nothing is said.
    pub addition: FactList,
    /// Withdrawals, by reserve.
    pub withdrawal: FactList,
    /// Net movements, by reserve: positive adds. Only of years without additions and withdrawals.
    pub movement: FactList,
    /// Stated net movements beside additions and withdrawals of the same year, by reserve: checked, never used.
    pub net: FactList,
    /// Stated closing balances (unspent money), by source: checked, never used.
    pub source_balance: FactList,
    /// Stated closing balances, by reserve: checked, never used.
    pub reserve_balance: FactList,
    /// Stated figures of all reserves together (`course all`), checked only; the subject is the number of the kind in
    /// the order opening, addition, withdrawal, movement, balance.
    pub all_reserves: FactList,
    /// Further places of facts that were given more than once with the same amount: (place used, further place),
    /// sorted by the place used.
    pub also: Vec<(Place, Place)>,
    /// Amounts that grow, by where they stand, sorted.
    pub growing: Vec<(Place, Growing)>,
    /// What facts have in common.
    pub origins: Vec<Origin>,
}

impl Ledger {
    /// How the amount of a fact has grown, where it is indexed.
    pub fn growing(&self, fact: &Fact) -> Option<Growing> {
        let at = self.growing.binary_search_by_key(&fact.place, |(place, _)| *place).ok()?;
        self.growing.get(at).map(|(_, growing)| *growing)
    }

    /// The origin of a fact.
    pub fn origin(&self, fact: &Fact) -> Origin {
        self.origins.get(fact.origin.0 as usize).copied().unwrap_or(Origin { table: None, step: Money::ZERO })
    }
}
