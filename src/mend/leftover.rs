//! Money that is already in the plan: what is left stays, a tag more in an earmark, a year more to pay.

use super::tries::Tries;
use super::wording::Wording;
use super::{Kind, Mend, Proposal};
use crate::flow::{Blocked, Reason};
use crate::model::says::{ReserveSays, SourceSays};
use crate::model::scenario::{Restated, What};
use crate::model::{CarryOver, Payer, Plan, Source, SourceId};
use crate::money::YearRange;
use crate::source::Place;
use std::cmp::Reverse;

/// The first way in which money that is there mends the conflict: amounts that cover the shortage first, the smallest of
/// them before others.
pub(super) fn money(tries: &mut Tries<'_>) -> Option<Mend> {
    let (plan, conflict) = (tries.plan, tries.conflict);
    let mut blocked: Vec<&Blocked> = conflict.blocked.iter().collect();
    blocked.sort_by(|a, b| {
        let order = |it: &Blocked| (it.cents < conflict.shortage, it.cents);
        (order(a), plan.name(a.payer), a.reason).cmp(&(order(b), plan.name(b.payer), b.reason))
    });
    for blocked in blocked {
        let proposals = match (blocked.reason, blocked.payer) {
            (Reason::Expired, Payer::Source(id)) => later(plan, id),
            (Reason::Later, Payer::Source(id)) => earlier(plan, id),
            (Reason::Earmarked, payer) => earmarked(tries, payer),
            _ => Vec::new(),
        };
        for proposal in proposals {
            if !tries.may_go_on() {
                return None;
            }
            if let Some(mend) = tries.hold(proposal) {
                return Some(mend);
            }
        }
    }
    None
}

fn source_says(id: SourceId, says: SourceSays) -> What {
    What::Source(id, Box::new(says), Restated::default())
}

/// Money that may no longer pay.
fn later(plan: &Plan, id: SourceId) -> Vec<Proposal> {
    let Some(source) = plan.sources.get(id.index()) else { return Vec::new() };
    let mut all = Vec::new();
    if source.carry_over != CarryOver::Stays {
        let says = SourceSays { carry_over: Some((CarryOver::Stays, Place::default())), ..SourceSays::default() };
        all.push(Proposal::new(Kind::Stays, id, source_says(id, says), Wording::of(plan).stays(id)));
    }
    let wider = source.available.map(|years| YearRange { last: years.last.next(), ..years });
    all.extend(wider.map(|years| available(plan, id, years)));
    all
}

/// Money that is there, but may not pay yet.
fn earlier(plan: &Plan, id: SourceId) -> Vec<Proposal> {
    let waits = |source: &Source| {
        let years = source.available?;
        let mut income = plan.ledger.income.counting(id.0);
        let there = income.any(|fact| fact.years.last < years.first);
        there.then_some(YearRange { first: years.first.previous(), ..years })
    };
    let wider = plan.sources.get(id.index()).and_then(waits);
    wider.map(|years| available(plan, id, years)).into_iter().collect()
}

fn available(plan: &Plan, id: SourceId, years: YearRange) -> Proposal {
    let says = SourceSays { available: vec![(years, Place::default())], ..SourceSays::default() };
    let mut proposal =
        Proposal::new(Kind::Available, id, source_says(id, says), Wording::of(plan).available(id, years));
    proposal.mend.years = Some(years);
    proposal
}

/// Money that is earmarked for something else: one tag more, that which most goals of the conflict serve first.
fn earmarked(tries: &Tries<'_>, payer: Payer) -> Vec<Proposal> {
    let plan = tries.plan;
    let now = match payer {
        Payer::Source(id) => plan.sources.get(id.index()).map(|source| &source.earmark),
        Payer::Reserve(id) => plan.reserves.get(id.index()).map(|reserve| &reserve.earmark),
    };
    let Some(now) = now else { return Vec::new() };
    let goals = super::goals(plan, tries.conflict);
    let served = goals.iter().filter_map(|goal| plan.goals.get(goal.index())).flat_map(|goal| &goal.serves);
    let mut tags: Vec<(u32, usize)> = Vec::new();
    for tag in served.filter(|tag| !now.contains(tag)) {
        match tags.iter_mut().find(|(known, _)| known == tag) {
            Some((_, count)) => *count += 1,
            None => tags.push((*tag, 1)),
        }
    }
    let name = |tag: u32| plan.tags.get(tag as usize).map_or("", String::as_str);
    tags.sort_by(|a, b| (Reverse(a.1), name(a.0)).cmp(&(Reverse(b.1), name(b.0))));
    tags.into_iter().map(|(tag, _)| with_tag(plan, payer, now, (tag, name(tag)))).collect()
}

fn with_tag(plan: &Plan, payer: Payer, now: &[u32], (tag, name): (u32, &str)) -> Proposal {
    let earmark: Vec<u32> = now.iter().copied().chain([tag]).collect();
    let statement = Wording::of(plan).earmark(payer, &earmark);
    let earmark_place = Some(Place::default());
    let what = match payer {
        Payer::Source(id) => source_says(id, SourceSays { earmark, earmark_place, ..SourceSays::default() }),
        Payer::Reserve(id) => {
            let says = ReserveSays { earmark, earmark_place, ..ReserveSays::default() };
            What::Reserve(id, Box::new(says), Restated::default())
        }
    };
    let mut proposal = Proposal::new(Kind::Earmark, payer, what, statement);
    proposal.mend.other = Some(name.to_owned());
    proposal
}
