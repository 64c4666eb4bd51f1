//! Goals that go on after their money ends, without a certain follow-up -> 303, one per goal.

use super::cost_outside_bounds::bounds;
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, NotChecked, Value};
use crate::model::{
    Availability, DecisionState, Entity, Fact, FactState, FollowUp, Goal, GoalId, Payer, Plan, ReserveId, SourceId,
    Usable, ledger::counted,
};
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{GoalStatus, Nature};
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::{FxHashMap, FxHashSet};

/// How many payers one finding shows.
const SHOWN: usize = 4;

/// Reports every goal that outlives its money.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let mut money = Purse::of(plan);
    for (id, goal) in (0..).map(GoalId).zip(&plan.goals) {
        let over = matches!(goal.status, Some(GoalStatus::Reached | GoalStatus::Stopped));
        if over || goal.remainder_of.is_some() || follow_up_is_certain(plan, goal) {
            continue;
        }
        if let Some(nature) = goal.nature.filter(|(nature, _)| *nature == Nature::Recurring) {
            match recurring(plan, &mut money, id, goal, nature.1) {
                Outcome::Ends(finding) => {
                    report.findings.push(*finding);
                    continue;
                }
                Outcome::Unread(entry) => {
                    report.not_checked.push(entry);
                    continue;
                }
                Outcome::GoesOn => {}
            }
        }
        report.findings.extend(beyond_money(plan, &mut money, goal));
    }
}

/// What came of one goal.
enum Outcome {
    /// Its money ends first.
    Ends(Box<Diagnostic>),
    /// Its costs or payers could not all be read.
    Unread(NotChecked),
    /// Its money goes on.
    GoesOn,
}

/// Who has money, and until when; worked out once for all goals.
struct Purse {
    availability: Availability,
    payers: Vec<Payer>,
    /// Who may pay by earmark what serves these, since many goals serve the same.
    by_tags: FxHashMap<Vec<u32>, Vec<Payer>>,
}

impl Purse {
    fn of(plan: &Plan) -> Self {
        let availability = Availability::of(plan);
        let ids = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
        let whole = |id: &SourceId| plan.sources.get(id.index()).is_some_and(|source| source.parts.is_empty());
        let sources = ids(plan.sources.len()).map(SourceId).filter(whole).map(Payer::Source);
        let reserves = ids(plan.reserves.len()).map(|id| Payer::Reserve(ReserveId(id)));
        let has_money = |payer: &Payer| *availability.usable(*payer) != Usable::Never;
        let payers = sources.chain(reserves).filter(has_money).collect();
        Self { availability, payers, by_tags: FxHashMap::default() }
    }

    /// Who may pay the goal by earmark, and has money.
    fn may_pay(&mut self, plan: &Plan, goal: &Goal) -> Vec<Payer> {
        if let Some(found) = self.by_tags.get(&goal.serves) {
            return found.clone();
        }
        let allowed = self.payers.iter().copied().filter(|&payer| plan.earmark_allows(payer, goal));
        let found = with_wholes(plan, &allowed.collect::<Vec<_>>());
        self.by_tags.insert(goal.serves.clone(), found.clone());
        found
    }

    /// The last year in which one of the payers can pay, where that is known of all.
    fn last_year(&self, payers: &[Payer]) -> Option<Year> {
        let years: Option<Vec<Year>> = payers.iter().map(|&payer| self.availability.usable(payer).last()).collect();
        years?.into_iter().max()
    }
}

/// Names a whole where all its parts are there.
fn with_wholes(plan: &Plan, payers: &[Payer]) -> Vec<Payer> {
    let mut shown: Vec<Payer> = Vec::with_capacity(payers.len());
    let known: FxHashSet<Payer> = payers.iter().copied().collect();
    let mut wholes: FxHashMap<Payer, bool> = FxHashMap::default();
    for &payer in payers {
        let root = root(plan, payer);
        let Payer::Source(id) = root else {
            shown.push(payer);
            continue;
        };
        if root == payer {
            shown.push(payer);
            continue;
        }
        let all = || plan.leaves(id).into_iter().all(|leaf| known.contains(&Payer::Source(leaf)));
        let first = !wholes.contains_key(&root);
        if !*wholes.entry(root).or_insert_with(all) {
            shown.push(payer);
        } else if first {
            shown.push(root);
        }
    }
    shown
}

/// The whole of the whole, up to what is part of nothing.
fn root(plan: &Plan, payer: Payer) -> Payer {
    let Payer::Source(mut id) = payer else { return payer };
    for _ in 0..=plan.sources.len() {
        match plan.sources.get(id.index()).and_then(|source| source.whole) {
            Some(up) => id = up,
            None => break,
        }
    }
    Payer::Source(id)
}

fn follow_up_is_certain(plan: &Plan, goal: &Goal) -> bool {
    match &goal.follow_up {
        Some(FollowUp::Named(..)) => true,
        Some(FollowUp::Decision(id, _)) => {
            plan.decisions.get(id.index()).is_some_and(|decision| decision.state == DecisionState::Taken)
        }
        None => false,
    }
}

/// A goal that is said to recur: does its money, or its own cost, end?
fn recurring(plan: &Plan, purse: &mut Purse, id: GoalId, goal: &Goal, nature: Place) -> Outcome {
    let Some(cost) = YearlyCost::of(plan, id) else { return Outcome::GoesOn };
    if cost.unknown || goal.label.damaged {
        return Outcome::Unread(NotChecked {
            what: Message::new("unchecked-outlives").with("goal", goal.label.name.as_str()),
            why: Message::new("because-unread"),
            place: goal.label.place,
        });
    }
    let (ending, share) = ending_payers(plan, purse, id, goal);
    let stops = plan.years().is_some_and(|years| cost.last.last < years.last);
    let bounded = goal.through.is_some_and(|(through, _)| plan.years().is_none_or(|years| through < years.last));
    let kind = if !ending.is_empty() {
        &codes::GOAL_OUTLIVES_MONEY
    } else if stops || bounded {
        &codes::GOAL_STOPS_WITHOUT_FOLLOW_UP
    } else {
        return Outcome::GoesOn;
    };
    let money = purse.last_year(&ending);
    let last = money.map_or(cost.last.last, |money| money.min(cost.last.last));
    let share = if ending.is_empty() { Decimal::ONE } else { share };
    let mut finding = Diagnostic::new(kind, nature)
        .at_primary(Message::new("label-goal-recurring").with("goal", goal.label.name.as_str()))
        .with("goal", goal.label.name.as_str())
        .with("cost", cost.value(share))
        .with("last", last)
        .with("from", last.next())
        .figure("last_year", Figure::Year(last))
        .figure("uncovered_from", Figure::Year(last.next()));
    if !ending.is_empty() {
        finding = finding.with("payers", Value::List(ending.iter().map(|&payer| plan.name(payer).into()).collect()));
    }
    finding = cost.show(finding, share);
    finding = label_payers(finding, plan, &ending);
    Outcome::Ends(Box::new(label_follow_up(finding, plan, goal, kind)))
}

/// What a recurring goal costs in the last year in which it costs anything; `once` lines left out.
struct YearlyCost {
    last: YearRange,
    amount: Money,
    pm: bool,
    unknown: bool,
    place: Place,
}

impl YearlyCost {
    /// By its cost lines, or else by its budget; `None` where it costs nothing that recurs.
    fn of(plan: &Plan, id: GoalId) -> Option<Self> {
        let goal = plan.goals.get(id.index())?;
        let lines = |fact: &&Fact| !goal.lines.get(fact.other as usize).is_some_and(|line| line.once);
        let cost = plan.ledger.cost.of(id.0);
        let facts = if cost.is_empty() { plan.ledger.budget.of(id.0) } else { cost };
        let budget = cost.is_empty();
        let stage = counted(facts);
        let facts: Vec<&Fact> = facts
            .iter()
            .filter(|fact| fact.stage == stage && (budget || lines(fact)))
            .filter(|fact| fact.state != FactState::Known || fact.money != Money::ZERO)
            .collect();
        let end = facts.iter().map(|fact| fact.years.last).max()?;
        let in_last: Vec<&&Fact> = facts.iter().filter(|fact| fact.years.last == end).collect();
        let last = in_last.iter().map(|fact| fact.years).reduce(YearRange::to)?;
        // A window says only what its years cost together, so yearly amounts are then not added to it.
        let counted = in_last.iter().filter(|fact| fact.years == last);
        Some(Self {
            last,
            amount: super::amounts::money(counted.clone().map(|fact| fact.money.wide()).sum()),
            pm: in_last.iter().any(|fact| fact.state == FactState::Pm),
            unknown: in_last.iter().any(|fact| fact.state == FactState::Unknown),
            place: counted.map(|fact| fact.place).next()?,
        })
    }

    fn part(&self, share: Decimal) -> Money {
        if share == Decimal::ONE {
            return self.amount;
        }
        let part = Decimal::from(self.amount.0).checked_mul(share);
        let rounded = part.map(|part| part.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
        rounded.and_then(|part| i64::try_from(part).ok()).map_or(self.amount, Money)
    }

    /// `€ 70.000 a year`, `half of that`, a window, or not yet known.
    fn value(&self, share: Decimal) -> Value {
        let part = self.part(share);
        if part == Money::ZERO && self.pm {
            return Message::new("cost-not-yet-known").into();
        }
        if self.last.len() > 1 {
            return Message::new("cost-over-years").with("amount", part).with("years", self.last).into();
        }
        if part == self.amount {
            return Message::new("cost-a-year").with("amount", part).into();
        }
        let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
        let percent = Value::Percent(percent.round_dp(2));
        let message = Message::new("cost-share-a-year").with("amount", part).with("whole", self.amount);
        message.with("share", percent).into()
    }

    fn show(&self, finding: Diagnostic, share: Decimal) -> Diagnostic {
        let open = self.amount == Money::ZERO && self.pm;
        let label = Message::new(if open { "label-last-cost-open" } else { "label-last-cost" });
        let label = if open { label } else { label.with("amount", self.amount).with("years", self.last) };
        finding.figure("cost", Figure::Money(self.part(share))).label(self.place, label)
    }
}

/// The payers of the goal whose money ends, if that ends its cover; with the share of the cost that they pay.
fn ending_payers(plan: &Plan, purse: &mut Purse, id: GoalId, goal: &Goal) -> (Vec<Payer>, Decimal) {
    let named = plan.paid_by(goal);
    if named.iter().any(|entry| entry.share.is_some()) {
        let ending = named.iter().filter(|entry| ends(plan, entry.payer));
        let mut shares = ending.clone().filter_map(|entry| entry.share);
        let share = shares.try_fold(Decimal::ZERO, Decimal::checked_add).unwrap_or(Decimal::ONE);
        return (ending.map(|entry| entry.payer).collect(), share);
    }
    let payers = payers_of(plan, purse, id, goal);
    if payers.iter().all(|&payer| ends(plan, payer)) { (payers, Decimal::ONE) } else { (Vec::new(), Decimal::ONE) }
}

/// Who pays the goal: as stated, or as `paid by` says, or whoever may.
fn payers_of(plan: &Plan, purse: &mut Purse, id: GoalId, goal: &Goal) -> Vec<Payer> {
    let payments = &plan.ledger.payment;
    let stated = super::amounts::known(payments.of(id.0), payments.stage(id.0));
    let mut payers: Vec<Payer> = stated.filter_map(Fact::payer).collect();
    if payers.is_empty() {
        payers = plan.paid_by(goal).iter().map(|entry| entry.payer).collect();
    }
    if payers.is_empty() {
        payers = purse.may_pay(plan, goal);
    }
    payers.sort_unstable();
    payers.dedup();
    payers
}

/// Whether a payer's money is said to end. Money of which nothing is said does not.
fn ends(plan: &Plan, payer: Payer) -> bool {
    let temporary = |nature: Option<(Nature, Place)>| nature.is_some_and(|(nature, _)| nature == Nature::Temporary);
    match payer {
        Payer::Source(id) => {
            let leaves = plan.leaves(id);
            let parts = leaves.iter().filter_map(|leaf| plan.sources.get(leaf.index()));
            let mut parts = parts.map(|source| source.unlimited.is_none() && temporary(source.nature));
            !leaves.is_empty() && parts.all(|ends| ends)
        }
        Payer::Reserve(id) => {
            plan.reserves.get(id.index()).is_some_and(|reserve| temporary(reserve.nature) || reserve.ends.is_some())
        }
    }
}

/// A goal whose bounds run on after every payer that may pay it is done.
fn beyond_money(plan: &Plan, purse: &mut Purse, goal: &Goal) -> Option<Diagnostic> {
    let (through, place) = goal.through?;
    let named = plan.paid_by(goal);
    let may_pay: Vec<Payer> =
        if named.is_empty() { purse.may_pay(plan, goal) } else { named.iter().map(|entry| entry.payer).collect() };
    let last = purse.last_year(&may_pay).filter(|last| *last < through)?;
    let first = goal.from.map_or(last.next(), |(from, _)| from.max(last.next()));
    let mut finding = Diagnostic::new(&codes::GOAL_RUNS_BEYOND_MONEY, place)
        .at_primary(Message::new("label-bound-through").with("year", through))
        .with("goal", goal.label.name.as_str())
        .with("bounds", bounds(goal))
        .with("last", last)
        .with("without", YearRange { first, last: through })
        .with("payers", Value::List(may_pay.iter().map(|&payer| plan.name(payer).into()).collect()))
        .figure("last_year", Figure::Year(last))
        .figure("uncovered_from", Figure::Year(last.next()));
    finding = label_availability(finding, plan, &may_pay);
    Some(label_follow_up(finding, plan, goal, &codes::GOAL_RUNS_BEYOND_MONEY))
}

/// Points at what says that the payers' money ends.
fn label_payers(mut finding: Diagnostic, plan: &Plan, payers: &[Payer]) -> Diagnostic {
    for &payer in payers.iter().take(SHOWN) {
        let (place, message) = match payer {
            Payer::Source(id) => {
                let nature = plan.leaves(id).first().and_then(|leaf| plan.sources.get(leaf.index())?.nature);
                (nature.map(|(_, place)| place), "label-payer-temporary")
            }
            Payer::Reserve(id) => match plan.reserves.get(id.index()).map(|item| (item.nature, item.ends)) {
                Some((Some((Nature::Temporary, place)), _)) => (Some(place), "label-payer-temporary"),
                Some((_, Some((_, place)))) => (Some(place), "label-payer-ends"),
                _ => (None, ""),
            },
        };
        if let Some(place) = place {
            finding = finding.label(place, Message::new(message).with("payer", plan.name(payer)));
        }
    }
    finding
}

/// Points at what says until when the payers can pay.
fn label_availability(mut finding: Diagnostic, plan: &Plan, payers: &[Payer]) -> Diagnostic {
    for &payer in payers.iter().take(SHOWN) {
        let place = match payer {
            Payer::Source(id) => plan.sources.get(id.index()).and_then(|source| {
                let stated = source.available_stated.iter().max_by_key(|(years, _)| years.last);
                let tranche = plan.ledger.income.of(id.0).iter().max_by_key(|fact| fact.years.last);
                stated.map(|(_, place)| *place).or(tranche.map(|fact| fact.place))
            }),
            Payer::Reserve(id) => plan.reserves.get(id.index()).and_then(|item| item.ends).map(|(_, place)| place),
        };
        if let Some(place) = place {
            finding = finding.label(place, Message::new("label-payer-until").with("payer", plan.name(payer)));
        }
    }
    finding
}

/// Shows the follow-up, where there is one, and says what would settle it.
fn label_follow_up(finding: Diagnostic, plan: &Plan, goal: &Goal, kind: &Kind) -> Diagnostic {
    let Some(FollowUp::Decision(id, place)) = goal.follow_up else {
        let help = if kind.name == codes::GOAL_RUNS_BEYOND_MONEY.name {
            "goal-runs-beyond-money-help"
        } else {
            "goal-outlives-money-help"
        };
        return finding.help(Message::new(help));
    };
    let name = plan.name(Entity::Decision(id));
    let state = plan.decisions.get(id.index()).map_or(DecisionState::Unknown, |decision| decision.state);
    let (label, help) = match state {
        DecisionState::Rejected => ("label-follow-up-rejected", "follow-up-help-rejected"),
        DecisionState::Proposed => ("label-follow-up-proposed", "follow-up-help-proposed"),
        DecisionState::Unknown | DecisionState::Taken => ("label-follow-up-open", "follow-up-help-open"),
    };
    finding.label(place, Message::new(label).with("decision", name)).help(Message::new(help).with("decision", name))
}
