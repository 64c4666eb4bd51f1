//! How much a single figure could change before the plan can no longer be paid.
//!
//! A plain cost is one largest flow in what the solution leaves; costs with shares, caps, stated payments or a budget of their
//! own change the question itself and are searched for, each answer tried out and the next cent too.

mod binding;
mod items;
mod residual;
mod search;
#[cfg(test)]
mod tests;

use super::answer::{Answer, Payable, answer};
use super::division::Owner;
use super::problem::{Item, Problem, Scope};
use crate::diagnostic::Message;
use crate::model::{FactState, GoalId, Payer, Plan, ReserveId, SourceId, ThemeId};
use crate::money::{Year, YearRange};
use crate::source::Place;
use items::{Kind, Target};
use residual::Residual;
use rustc_hash::{FxHashMap, FxHashSet};
use search::Search;

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
    /// How much the first opening balance of each reserve could fall.
    pub openings: Vec<Headroom<(ReserveId, Year)>>,
}

/// How much an amount that is `pm` may become.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenRoom {
    /// Where the `pm` stands.
    pub place: Place,
    /// The goal or theme.
    pub owner: Owner,
    /// Whether it is a budget; else it is a cost.
    pub budget: bool,
    /// Its year or window.
    pub years: YearRange,
    /// How much it may become.
    pub room: Room,
    /// What binds it.
    pub binding: Vec<Message>,
}

/// How much work may be done: counts, never time, so that every machine gives the same.
#[derive(Clone, Copy, Debug)]
struct Effort {
    /// Up to so many steps from arc to arc everything is worked out whole.
    whole: u64,
    /// Beyond that, so many largest flows are worked out one by one, the tightest first.
    one_by_one: usize,
    /// So much goes into changed questions.
    changed: u64,
}

const ORDINARY: Effort = Effort { whole: 40_000_000, one_by_one: 256, changed: 200_000_000 };
const EXACT: Effort = Effort { whole: u64::MAX, one_by_one: usize::MAX, changed: u64::MAX };

/// The headroom of every figure; nothing for a plan that cannot be paid.
pub fn headrooms(plan: &Plan, years: YearRange) -> Headrooms {
    headrooms_with(plan, years, &answer(plan, years, &Scope::default()))
}

/// The same, where the answer for the plan is at hand.
pub fn headrooms_with(plan: &Plan, years: YearRange, found: &Answer) -> Headrooms {
    with_effort(plan, years, found, ORDINARY)
}

fn with_effort(plan: &Plan, years: YearRange, found: &Answer, effort: Effort) -> Headrooms {
    let Some(mut question) = Question::of(plan, years, found, effort) else { return Headrooms::default() };
    let targets = items::targets(plan, &question.problem, &question.left_out);
    question.all(&targets)
}

/// The headroom of the figures of one goal, theme, source or reserve, exactly.
pub fn headroom_of(plan: &Plan, years: YearRange, name: &str) -> Headrooms {
    let found = answer(plan, years, &Scope::default());
    let Some(mut question) = Question::of(plan, years, &found, EXACT) else { return Headrooms::default() };
    let mut targets = items::targets(plan, &question.problem, &question.left_out);
    targets.retain(|target| items::name(plan, target.item) == name);
    let mut all = Headrooms::default();
    for target in &targets {
        let (room, binding) = question.exactly(target);
        all.add(target, room, binding);
    }
    all
}

/// How much each cost and budget that is `pm` may become, in the order of the text; nothing where there is none, or
/// where the plan cannot be paid.
pub fn open_rooms(plan: &Plan, years: YearRange, found: &Answer) -> Vec<OpenRoom> {
    let open = open_items(plan);
    if open.is_empty() {
        return Vec::new();
    }
    let Some(mut question) = Question::of(plan, years, found, ORDINARY) else { return Vec::new() };
    let mut rooms = Vec::with_capacity(open.len());
    let items = open.iter().map(|(_, item)| *item);
    let targets = items::targets_of(plan, &question.problem, &question.left_out, items);
    let mut known: FxHashMap<Kind, (Room, Vec<Message>)> = FxHashMap::default();
    let most = usize::try_from(ORDINARY.whole / question.residual.size().max(1)).unwrap_or(usize::MAX);
    for ((place, item), target) in open.into_iter().zip(targets) {
        let Some(target) = target else { continue };
        let (room, binding) = match (target.kind, known.get(&target.kind)) {
            (Kind::Changed, _) => question.exactly(&target),
            (_, Some(twin)) => twin.clone(),
            _ if known.len() > most.max(ORDINARY.one_by_one) => (Room::NotComputed, Vec::new()),
            _ => known.entry(target.kind).or_insert(question.exactly(&target)).clone(),
        };
        let Some(owner) = target.owner() else { continue };
        let budget = !matches!(item, Item::Cost(..));
        rooms.push(OpenRoom { place, owner, budget, years: target.years, room, binding });
    }
    rooms
}

/// Makes the item of a subject, a line and years.
type AsItem = fn(u32, u32, YearRange) -> Item;

/// Every cost and budget that is `pm`, with its place, in the order of the text.
fn open_items(plan: &Plan) -> Vec<(Place, Item)> {
    let ledger = &plan.ledger;
    let lists: [(_, AsItem); 3] = [
        (&ledger.cost, |goal, line, years| Item::Cost(GoalId(goal), line, years)),
        (&ledger.budget, |goal, _, years| Item::Budget(GoalId(goal), years)),
        (&ledger.theme_budget, |theme, _, years| Item::ThemeBudget(ThemeId(theme), years)),
    ];
    let mut open = Vec::new();
    for (list, item) in lists {
        let facts = list.all_counting().filter(|fact| fact.state == FactState::Pm);
        open.extend(facts.map(|fact| (fact.place, item(fact.subject, fact.other, fact.years))));
    }
    open.sort_unstable();
    open
}

impl Headrooms {
    fn add(&mut self, target: &Target, room: Room, binding: Vec<Message>) {
        let years = target.years;
        match target.item {
            Item::Tranche(source, year) => {
                self.tranches.push(Headroom { subject: (source, year), years, room, binding });
            }
            Item::Opening(reserve, year) => {
                self.openings.push(Headroom { subject: (reserve, year), years, room, binding });
            }
            Item::Cost(..) | Item::Budget(..) | Item::ThemeBudget(..) => {
                if let Some(subject) = target.owner() {
                    self.costs.push(Headroom { subject, years, room, binding });
                }
            }
        }
    }
}

/// A plan that can be paid, and what is asked about it.
struct Question<'a> {
    plan: &'a Plan,
    years: YearRange,
    /// Which optional goals are taken.
    scope: Scope,
    /// Optional goals that are not.
    left_out: FxHashSet<GoalId>,
    /// Floors that cannot be kept even if nothing is paid.
    missed: Vec<(Payer, Year, i64)>,
    /// Everything that must be paid.
    problem: Problem,
    residual: Residual,
    /// How much work may still be done.
    effort: Effort,
}

impl<'a> Question<'a> {
    fn of(plan: &'a Plan, years: YearRange, found: &Answer, effort: Effort) -> Option<Self> {
        if found.payable != Payable::Yes {
            return None;
        }
        let (mut required, mut left_out) = (Vec::new(), FxHashSet::default());
        for demand in &found.division.demands {
            let Owner::Goal(id) = demand.owner else { continue };
            let optional = plan.goals.get(id.index()).is_some_and(|goal| goal.optional);
            if optional && demand.left_out {
                left_out.insert(id);
            } else if optional && required.last() != Some(&id) {
                required.push(id);
            }
        }
        let scope = Scope { required, ..Scope::default() };
        let mut problem = Problem::of(plan, years, &scope);
        must_be_paid(&mut problem);
        let residual = Residual::of(&problem)?;
        Some(Self { plan, years, scope, left_out, missed: found.floors_missed.clone(), problem, residual, effort })
    }

    /// As far as it goes on a big plan, and whole on others.
    fn all(&mut self, targets: &[Target]) -> Headrooms {
        let mut plain: Vec<Kind> = targets.iter().map(|target| target.kind).collect();
        plain.sort_unstable();
        plain.dedup();
        let flows = plain.iter().filter(|kind| matches!(kind, Kind::Class(_) | Kind::Supply(_))).count();
        let whole = (flows as u64).saturating_mul(self.residual.size()) <= self.effort.whole;
        let staged = if whole { FxHashMap::default() } else { self.staged(targets) };
        let mut known: FxHashMap<u32, (Room, Vec<Message>)> = FxHashMap::default();
        let mut all = Headrooms::default();
        for target in targets {
            let (room, binding) = match target.kind {
                Kind::Class(class) if whole => known.entry(class).or_insert_with(|| self.exactly(target)).clone(),
                Kind::Class(_) | Kind::Supply(_) if !whole => {
                    let room = staged.get(&target.kind).copied().unwrap_or(Room::NotComputed);
                    (self.guarded(room), Vec::new())
                }
                _ => self.exactly(target),
            };
            all.add(target, room, binding);
        }
        all
    }

    /// One figure, exactly, with what binds it.
    fn exactly(&mut self, target: &Target) -> (Room, Vec<Message>) {
        let names = binding::Names { plan: self.plan, problem: &self.problem };
        let (room, binding) = match target.kind {
            Kind::Without => (Room::Unbounded, Vec::new()),
            Kind::Class(class) => self.residual.more(class, &names),
            Kind::Supply(supply) => self.residual.less(supply, &names),
            Kind::Changed => {
                let mut search = Search {
                    plan: self.plan,
                    years: self.years,
                    scope: &self.scope,
                    item: target.item,
                    attained: self.residual.attained(),
                    missed: &self.missed,
                    problem: &self.problem,
                    work: &mut self.effort.changed,
                };
                search.run(target.cents)
            }
        };
        (self.guarded(room), binding)
    }

    /// Where a reserve may hold more than the plan says, more may be possible.
    fn guarded(&self, room: Room) -> Room {
        match room {
            Room::Exactly(cents) if !self.problem.unknown_openings.is_empty() => Room::AtLeast(cents),
            other => other,
        }
    }

    /// Every zero exactly, 'at least' where one way alone has the room, and of the rest the tightest by a largest flow.
    fn staged(&mut self, targets: &[Target]) -> FxHashMap<Kind, Room> {
        let mut own: FxHashMap<Kind, i64> = FxHashMap::default();
        for target in targets {
            let most = own.entry(target.kind).or_default();
            *most = target.cents.max(*most);
        }
        let mut kinds: Vec<(Kind, i64)> = own.into_iter().collect();
        kinds.sort_unstable();
        let widths = self.residual.widths();
        let mut rooms = FxHashMap::default();
        let mut open: Vec<(i64, Kind, i64)> = Vec::new();
        for (kind, own) in kinds {
            let Some(way) = self.residual.one_way(kind, &widths) else {
                // Money that can never pay can all be missed.
                if matches!(kind, Kind::Supply(_)) {
                    rooms.insert(kind, Room::Exactly(i128::from(own)));
                }
                continue;
            };
            if way.is_all || way.cents == 0 {
                rooms.insert(kind, Room::Exactly(i128::from(way.cents)));
            } else {
                rooms.insert(kind, Room::AtLeast(i128::from(way.cents)));
                if own == 0 || way.cents < own {
                    open.push((way.cents, kind, own));
                }
            }
        }
        open.sort_unstable();
        for (_, kind, own) in open.into_iter().take(self.effort.one_by_one) {
            rooms.insert(kind, self.residual.within(kind, own));
        }
        rooms
    }
}

/// Leaves what must be paid: optional goals that are not taken and what takes the rest fall away.
fn must_be_paid(problem: &mut Problem) {
    problem.classes.retain(|class| class.optional.is_none() && !class.remainder);
    problem.optional.clear();
}
