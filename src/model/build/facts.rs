//! Facts by measure while they are gathered, before they are compared and grouped.

use crate::model::ledger::{Fact, FactState, Marks, Origin, OriginId};
use crate::model::table::TableId;
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::Stage;

/// The lists of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Income,
    Opening,
    Cost,
    Budget,
    ThemeBudget,
    SourceCoverage,
    ReserveCoverage,
    ThemePayment,
    Payment,
    Addition,
    Withdrawal,
    Movement,
    SourceBalance,
    ReserveBalance,
    AllReserves,
}

impl List {
    pub(super) const ALL: [Self; 15] = [
        Self::Income,
        Self::Opening,
        Self::Cost,
        Self::Budget,
        Self::ThemeBudget,
        Self::SourceCoverage,
        Self::ReserveCoverage,
        Self::ThemePayment,
        Self::Payment,
        Self::Addition,
        Self::Withdrawal,
        Self::Movement,
        Self::SourceBalance,
        Self::ReserveBalance,
        Self::AllReserves,
    ];

    /// Whether the amounts are standings at a moment, so that a window is its first or last year.
    pub(super) fn is_standing(self) -> bool {
        matches!(self, Self::Opening | Self::SourceBalance | Self::ReserveBalance)
    }

    /// What an amount of it is, where its minus means nothing.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Income => "sign-income",
            Self::Opening => "sign-opening",
            Self::Cost => "sign-cost",
            Self::Budget | Self::ThemeBudget => "sign-budget",
            Self::SourceCoverage | Self::ReserveCoverage | Self::ThemePayment | Self::Payment => "sign-coverage",
            Self::Addition => "sign-addition",
            Self::Withdrawal => "sign-withdrawal",
            Self::Movement | Self::SourceBalance | Self::ReserveBalance | Self::AllReserves => "a-amount",
        }
    }

    /// The measure in words, as a message.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Income => "fact-income",
            Self::Opening => "fact-opening",
            Self::Cost => "fact-cost",
            Self::Budget | Self::ThemeBudget => "fact-budget",
            Self::SourceCoverage | Self::ReserveCoverage | Self::ThemePayment | Self::Payment => "fact-coverage",
            Self::Addition => "fact-addition",
            Self::Withdrawal => "fact-withdrawal",
            Self::Movement => "fact-movement",
            Self::SourceBalance | Self::ReserveBalance => "fact-balance",
            Self::AllReserves => "fact-all-reserves",
        }
    }
}

/// Facts as they are gathered.
#[derive(Debug)]
pub(super) struct Facts {
    lists: [Vec<Fact>; 15],
    spare: Vec<Fact>,
    pub(super) origins: Vec<Origin>,
    /// Origins of rows with a title in a course: they add up.
    pub(super) titled: Vec<OriginId>,
}

impl Default for Facts {
    fn default() -> Self {
        let statement = Origin { table: None, step: Money::ZERO };
        Self {
            lists: std::array::from_fn(|_| Vec::new()),
            spare: Vec::new(),
            origins: vec![statement],
            titled: Vec::new(),
        }
    }
}

impl Facts {
    /// The facts of a list so far.
    pub(super) fn list(&mut self, list: List) -> &mut Vec<Fact> {
        self.lists.get_mut(list as usize).unwrap_or(&mut self.spare)
    }

    /// Takes a list.
    pub(super) fn take(&mut self, list: List) -> Vec<Fact> {
        std::mem::take(self.list(list))
    }

    /// A number for what a table or statement has in common.
    pub(super) fn origin(&mut self, table: Option<TableId>, step: Money) -> OriginId {
        let origin = Origin { table, step };
        if let Some(index) = self.origins.iter().rposition(|known| *known == origin).filter(|_| self.origins.len() < 64)
        {
            return OriginId(u32::try_from(index).unwrap_or(u32::MAX));
        }
        self.new_origin(origin)
    }

    /// A number of its own, for a row that adds up with others like it.
    pub(super) fn new_origin(&mut self, origin: Origin) -> OriginId {
        let id = OriginId(u32::try_from(self.origins.len()).unwrap_or(u32::MAX));
        self.origins.push(origin);
        id
    }

    /// The first and last year that any fact names.
    pub(super) fn years(&self) -> Option<YearRange> {
        let all = self.lists.iter().flatten().map(|fact| fact.years);
        all.reduce(YearRange::to)
    }
}

/// A fact about a subject, everything else still to be said.
pub(super) fn blank(subject: u32, place: Place) -> Fact {
    Fact {
        subject,
        other: 0,
        years: YearRange::one(Year(0)),
        money: Money::ZERO,
        state: FactState::Known,
        stage: Stage::Planned,
        about: false,
        marks: Marks::default(),
        origin: OriginId(0),
        place,
    }
}
