//! Items and their statements, one type per kind of item, so that a new statement is missed by no `match`.

use super::rule::{Pack, Parameter, Rule, RuleTest};
use super::table::Table;
use super::value::{Body, Certainty, Given, GoalStatus, How, Indexation, Name, Nature, Reference, Stage, Text, Years};
use super::{Amount, Expression};
use crate::source::{Span, Spanned};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One item of a file.
#[derive(Debug)]
pub enum Item {
    /// `plan`
    Plan(Named<PlanClause>),
    /// `document`
    Document(Named<DocumentClause>),
    /// `decision`
    Decision(Named<DecisionClause>),
    /// `theme`
    Theme(Named<ThemeClause>),
    /// `source`
    Source(Named<SourceClause>),
    /// `reserve`
    Reserve(Named<ReserveClause>),
    /// `goal`
    Goal(Named<GoalClause>),
    /// `table`
    Table(Box<Table>),
    /// `stated`
    Stated(Stated),
    /// `scenario`
    Scenario(Named<ScenarioClause>),
    /// `allow` outside a block
    Allow(Allow),
    /// `include`
    Include(Include),
    /// `use rules`
    UseRules(UseRules),
    /// `pack`
    Pack(Pack),
    /// `parameter`
    Parameter(Parameter),
    /// `rule`
    Rule(Rule),
    /// `test`
    Test(RuleTest),
}

impl Item {
    /// The whole of it.
    pub fn span(&self) -> Span {
        match self {
            Self::Plan(item) => item.span,
            Self::Document(item) => item.span,
            Self::Decision(item) => item.span,
            Self::Theme(item) => item.span,
            Self::Source(item) => item.span,
            Self::Reserve(item) => item.span,
            Self::Goal(item) => item.span,
            Self::Table(item) => item.span,
            Self::Stated(item) => item.span,
            Self::Scenario(item) => item.span,
            Self::Allow(item) => item.span,
            Self::Include(item) => item.span,
            Self::UseRules(item) => item.span,
            Self::Pack(item) => item.span,
            Self::Parameter(item) => item.span,
            Self::Rule(item) => item.span,
            Self::Test(item) => item.span,
        }
    }
}

/// An item with a name: `KEYWORD NAME "Title"? @ref? { statements }`.
#[derive(Debug)]
pub struct Named<T> {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Where it stands in a document.
    pub reference: Option<Reference>,
    /// Its statements, in the order of the text.
    pub clauses: Vec<Clause<T>>,
    /// `allow` in its block.
    pub allows: Vec<Allow>,
    /// From the keyword to the title.
    pub head: Span,
    /// From the keyword to the closing brace.
    pub span: Span,
    /// Statements that could not be read (already reported): what hangs on this item was not fully checked.
    pub damaged: Vec<Span>,
}

/// A statement, with what may stand after any statement.
#[derive(Debug)]
pub struct Clause<T> {
    /// What it says.
    pub kind: T,
    /// The whole statement without the reference.
    pub span: Span,
    /// `as expected` and the like at its end.
    pub stage: Option<Spanned<Stage>>,
    /// `@ DOCUMENT "where"` at its end.
    pub reference: Option<Box<Reference>>,
}

/// Statements of `plan`.
#[derive(Debug)]
pub enum PlanClause {
    /// `owner "…"`
    Owner(Text),
    /// `years A..B`
    Years(Years),
    /// `evaluate yearly to "…"`: who gets the evaluation
    EvaluateYearly(Option<Text>),
    /// `currency EUR`: the code as written
    Currency(Name),
    /// `year starts MM-DD`, with `named by end` on the same line or not
    YearStarts {
        /// Month, 1 to 12.
        month: u8,
        /// Day, 1 to 31.
        day: u8,
    },
    /// `named by end`
    NamedByEnd,
    /// `decided DATE by "…"`
    Decided {
        /// When.
        on: Date,
        /// By whom.
        by: Option<Body>,
    },
    /// `note "…"`
    Note(Text),
}

/// Statements of `document`.
#[derive(Debug)]
pub enum DocumentClause {
    /// `date DATE`
    Date(Date),
    /// `number "…"`
    Number(Text),
    /// `url "…"`
    Url(Text),
    /// `note "…"`
    Note(Text),
}

/// Statements of `decision`.
#[derive(Debug)]
pub enum DecisionClause {
    /// `by council`
    By(Body),
    /// `on DATE`
    On(Date),
    /// `proposed`
    Proposed,
    /// `taken`
    Taken,
    /// `rejected`
    Rejected,
    /// `after NAME`
    After(Name),
    /// `note "…"`
    Note(Text),
}

/// Statements of `theme`.
#[derive(Debug)]
pub enum ThemeClause {
    /// A theme within this theme.
    Theme(Named<ThemeClause>),
    /// `theme NAME`: the theme that this one belongs to.
    In(Name),
    /// `budget …`
    Budget(Vec<Given>),
    /// `paid by …`
    PaidBy(Vec<Coverage>),
    /// `owner "…"`
    Owner(Text),
    /// `note "…"`
    Note(Text),
}

/// Statements that sources, reserves and goals share.
#[derive(Debug)]
pub enum Common {
    /// `temporary` / `recurring`
    Nature(Nature),
    /// `kind WORD`
    Kind(Name),
    /// `task-field 6.2`: where the number stands
    TaskField(Span),
    /// `theme NAME`
    Theme(Name),
    /// `owner "…"`
    Owner(Text),
    /// `needs decision NAME`
    NeedsDecision(Name),
    /// `account "…"`
    Account(Text),
    /// `note "…"`
    Note(Text),
}

/// What happens to what is left of a source at the end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unspent {
    /// `unspent stays`
    Stays,
    /// `unspent stays N years`
    StaysYears(u16),
    /// `unspent goes to RESERVE`
    GoesTo(Name),
    /// `unspent lapses`
    Lapses,
    /// `unspent returns`
    Returns,
}

/// Statements of `source` and `part`.
#[derive(Debug)]
pub enum SourceClause {
    /// `income 2024: 175,000, …`
    Income(Vec<Given>),
    /// `income unlimited`
    IncomeUnlimited,
    /// `for TAG, TAG`
    For(Vec<Name>),
    /// `available 2024..2027`
    Available(Years),
    /// `unspent …`
    Unspent(Unspent),
    /// `status expected`
    Status(Certainty),
    /// `commit by DATE`
    CommitBy(Date),
    /// `spend by DATE`
    SpendBy(Date),
    /// `part NAME "…" { … }`
    Part(Named<SourceClause>),
    /// What all kinds share.
    Common(Common),
}

/// Period of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitPeriod {
    /// `per year`
    PerYear,
    /// `total`: over all years
    Total,
}

/// `at most 100,000 per year`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The amount.
    pub amount: Amount,
    /// A year or over all.
    pub period: LimitPeriod,
}

/// Statements of `reserve`.
#[derive(Debug)]
pub enum ReserveClause {
    /// `opening 2024: 459,500`
    Opening(Vec<Given>),
    /// `floor A`
    Floor(Amount),
    /// `ceiling A`
    Ceiling(Amount),
    /// `add 2025: A from NAME`
    Add {
        /// Years and amounts.
        given: Vec<Given>,
        /// Source or reserve that it comes from.
        from: Option<Name>,
    },
    /// `withdraw 2025: A`
    Withdraw(Vec<Given>),
    /// `withdraw at most A per year`
    WithdrawAtMost(Limit),
    /// `for TAG, TAG`
    For(Vec<Name>),
    /// `ends 2026`
    Ends(Years),
    /// `release to NAME`
    ReleaseTo(Name),
    /// What all kinds share.
    Common(Common),
}

/// One payer in `paid by`, in one of its three forms.
#[derive(Debug)]
pub struct Coverage {
    /// The source or reserve.
    pub payer: Name,
    /// `50%` as 0.5, where a fixed share is given.
    pub share: Option<Spanned<Decimal>>,
    /// Stated amounts by year, where given.
    pub given: Vec<Given>,
    /// From the name to the last amount.
    pub span: Span,
}

/// Statements of `goal`.
#[derive(Debug)]
pub enum GoalClause {
    /// `during A..B`, `from A`, `through B`, `from A through B`; at least one end is given.
    Bounds {
        /// First year, where given.
        from: Option<Years>,
        /// Last year, included, where given.
        through: Option<Years>,
    },
    /// `cost …`; `obligated …` is the same with its stage
    Cost {
        /// Name of the cost line.
        line: Option<Text>,
        /// `once`
        once: bool,
        /// Years and amounts.
        given: Vec<Given>,
        /// `indexed 2.5% from 2025`
        indexed: Option<Box<Indexation>>,
    },
    /// `paid by …`
    PaidBy(Vec<Coverage>),
    /// `at most 100,000 per year from pok`
    AtMost {
        /// The cap.
        limit: Limit,
        /// The payer that it binds.
        from: Name,
    },
    /// `budget …`
    Budget(Vec<Given>),
    /// `serves TAG, TAG`
    Serves(Vec<Name>),
    /// `priority N`
    Priority(u32),
    /// `optional`
    Optional,
    /// `follow-up "…"`
    FollowUp(Text),
    /// `follow-up NAME`: a decision
    FollowUpDecision(Name),
    /// `was "Old title"`
    Was(Text),
    /// `continues NAME`
    Continues(Name),
    /// `evaluate yearly to "…"`, `evaluate 2025, 2027`
    Evaluate {
        /// In which years; none is `yearly`.
        years: Vec<Years>,
        /// Who gets the evaluation.
        to: Option<Text>,
    },
    /// `statutory`
    Statutory,
    /// `remainder of NAME 2025`
    RemainderOf {
        /// The source or reserve.
        payer: Name,
        /// The year.
        year: Years,
    },
    /// `status reached`
    Status(GoalStatus),
    /// What all kinds share.
    Common(Common),
}

/// `stated EXPR = AMOUNT @ref`
#[derive(Debug)]
pub struct Stated {
    /// The claim, a comparison.
    pub claim: Expression,
    /// `as actual` at its end, for all measures in it.
    pub stage: Option<Spanned<Stage>>,
    /// Where it stands in a document.
    pub reference: Option<Reference>,
    /// `allow` at its end.
    pub allow: Option<Allow>,
    /// The whole statement without the reference.
    pub span: Span,
}

/// `allow CODE on NAME at most 38,063 because "…" by "…" until-date DATE`
#[derive(Debug)]
pub struct Allow {
    /// The code as written (letters, digits and `-`).
    pub code: Name,
    /// The item or table, outside its own block.
    pub on: Option<Name>,
    /// A scenario, where it holds for that alone.
    pub scenario: Option<Name>,
    /// `at most 38,063`: accepted up to that amount, which is not negative.
    pub at_most: Option<Amount>,
    /// The reason.
    pub because: Text,
    /// Who accepts.
    pub by: Option<Text>,
    /// Last day on which it holds.
    pub until: Option<Date>,
    /// The whole.
    pub span: Span,
}

/// Statements of `scenario`.
#[derive(Debug)]
pub enum ScenarioClause {
    /// `set MEASURE = AMOUNT`
    Set {
        /// The measure with its arguments.
        target: Expression,
        /// The new amount.
        amount: Amount,
        /// `per year` or `total`.
        how: Option<Spanned<How>>,
    },
    /// `scale MEASURE to 90%`
    Scale {
        /// The measure with its arguments.
        target: Expression,
        /// 0.9 for `90%`.
        to: Spanned<Decimal>,
    },
    /// `drop goal NAME`
    DropGoal(Name),
    /// `shift goal NAME by 1 year`
    ShiftGoal {
        /// The goal.
        goal: Name,
        /// Years later; negative is earlier.
        by: i16,
    },
    /// `only granted`
    OnlyGranted,
    /// `change NAME { statements }`
    Change(Change),
    /// `note "…"`
    Note(Text),
}

/// Statements that restate an item; which kind the name has is known only later, so all that fit are kept.
#[derive(Debug)]
pub struct Change {
    /// What is changed.
    pub name: Name,
    /// The statements, read as those of a source where they can be.
    pub source: Vec<Clause<SourceClause>>,
    /// The statements, read as those of a reserve where they can be.
    pub reserve: Vec<Clause<ReserveClause>>,
    /// The statements, read as those of a goal where they can be.
    pub goal: Vec<Clause<GoalClause>>,
    /// The whole.
    pub span: Span,
}

/// `include "sources.pok"`
#[derive(Debug)]
pub struct Include {
    /// The path.
    pub path: Text,
    /// The whole.
    pub span: Span,
}

/// `use rules nl.bbv with limit = 15%`
#[derive(Debug)]
pub struct UseRules {
    /// The pack's name with full stops, or a path in quotes.
    pub pack: Span,
    /// Whether it is a path.
    pub is_path: bool,
    /// Parameters that are set.
    pub with: Vec<(Name, Vec<Expression>)>,
    /// The whole.
    pub span: Span,
}
