//! Earmarked money that enters a reserve which may be used for more -> 405, one per reserve and payer.
//!
//! The earmark ends at the reserve, whose own `for` decides from then on. A tag of the reserve that no goal serves widens
//! nothing: the reserve can pay nothing by it, and 107 says so.

use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::{CarryOver, DecisionId, DecisionState, FactState, Payer, Plan, Reserve, ReserveId, SourceId};
use crate::money::Money;
use crate::source::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Where money of a payer goes into a reserve.
type Ways = BTreeMap<(ReserveId, Payer), Place>;

/// Checks every reserve that earmarked money enters.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    let ways = ways(plan);
    if ways.is_empty() {
        return;
    }
    let served: BTreeSet<u32> = plan.goals.iter().flat_map(|goal| goal.serves.iter().copied()).collect();
    for ((id, payer), way) in ways {
        if let Some(reserve) = plan.reserves.get(id.index()).filter(|reserve| !reserve.label.damaged) {
            report.findings.extend(widened(plan, reserve, payer, way, &served));
        }
    }
}

/// Every way of earmarked money into a reserve: leftovers, additions, what is left at the end of another reserve.
fn ways(plan: &Plan) -> Ways {
    let mut ways = Ways::new();
    for (id, source) in (0..).map(SourceId).zip(&plan.sources) {
        if let (CarryOver::GoesTo(to), true) = (source.carry_over, source.parts.is_empty()) {
            let way = source.carry_over_place.unwrap_or(source.label.place);
            add(plan, &mut ways, (to, Payer::Source(id)), way);
        }
    }
    for (id, reserve) in (0..).map(ReserveId).zip(&plan.reserves) {
        if let Some((to, way)) = reserve.release_to {
            add(plan, &mut ways, (to, Payer::Reserve(id)), way);
        }
        let moved = |state, money| state != FactState::Known || money > Money::ZERO;
        for fact in plan.ledger.addition.of(id.0).iter().filter(|fact| moved(fact.state, fact.money)) {
            match fact.payer() {
                Some(Payer::Source(from)) => {
                    for leaf in plan.leaves(from) {
                        add(plan, &mut ways, (id, Payer::Source(leaf)), fact.place);
                    }
                }
                Some(from) => add(plan, &mut ways, (id, from), fact.place),
                None => {}
            }
        }
    }
    ways
}

/// Keeps the first way of each payer; a part whose earmark is that of its whole goes by the name of the whole.
fn add(plan: &Plan, ways: &mut Ways, (to, from): (ReserveId, Payer), way: Place) {
    let Some(traits) = traits(plan, from) else { return };
    let rejected = |(id, _): &(DecisionId, Place)| {
        plan.decisions.get(id.index()).is_some_and(|decision| decision.state == DecisionState::Rejected)
    };
    if !traits.tags.is_empty() && !traits.damaged && !traits.needs.iter().any(rejected) {
        ways.entry((to, by_earmark(plan, from))).or_insert(way);
    }
}

/// The payer at which the earmark stands.
fn by_earmark(plan: &Plan, payer: Payer) -> Payer {
    let Payer::Source(mut id) = payer else { return payer };
    let place = |id: SourceId| plan.sources.get(id.index()).and_then(|source| source.earmark_place);
    while let Some(whole) = plan.sources.get(id.index()).and_then(|source| source.whole)
        && place(whole) == place(id)
    {
        id = whole;
    }
    Payer::Source(id)
}

/// What the earmark of a payer is, and what bears on whether its money counts.
struct Traits<'a> {
    tags: &'a [u32],
    place: Option<Place>,
    needs: &'a [(DecisionId, Place)],
    damaged: bool,
}

fn traits(plan: &Plan, payer: Payer) -> Option<Traits<'_>> {
    match payer {
        Payer::Source(id) => plan.sources.get(id.index()).map(|source| Traits {
            tags: &source.earmark,
            place: source.earmark_place,
            needs: &source.needs,
            damaged: source.label.damaged,
        }),
        Payer::Reserve(id) => plan.reserves.get(id.index()).map(|reserve| Traits {
            tags: &reserve.earmark,
            place: reserve.earmark_place,
            needs: &reserve.needs,
            damaged: reserve.label.damaged,
        }),
    }
}

fn widened(plan: &Plan, reserve: &Reserve, payer: Payer, way: Place, served: &BTreeSet<u32>) -> Option<Diagnostic> {
    let Traits { tags, place, .. } = traits(plan, payer)?;
    let mut more = reserve.earmark.clone();
    more.retain(|tag| !tags.contains(tag) && served.contains(tag));
    let open = reserve.earmark.is_empty();
    if more.is_empty() && !open {
        return None;
    }
    let kind = if open { &codes::EARMARK_LOST } else { &codes::EARMARK_WIDENED };
    let (name, from) = (reserve.label.name.as_str(), plan.name(payer));
    let mut finding = Diagnostic::new(kind, reserve.earmark_place.unwrap_or(reserve.label.place))
        .with("reserve", name)
        .with("payer", from)
        .with("earmark", names(plan, tags))
        .at_primary(if open {
            Message::new("label-no-earmark")
        } else {
            Message::new("label-earmark").with("tags", names(plan, &reserve.earmark))
        });
    if !open {
        finding = finding.with("tags", names(plan, &more));
    }
    if let Some(place) = place {
        finding = finding.label(place, Message::new("label-earmark").with("tags", names(plan, tags)));
    }
    Some(
        finding
            .label(way, Message::new("label-into-reserve").with("reserve", name).with("payer", from))
            .help(Message::new("earmark-widened-help").with("reserve", name).with("payer", from)),
    )
}

fn names(plan: &Plan, tags: &[u32]) -> Value {
    let names = tags.iter().filter_map(|&tag| plan.tags.get(tag as usize));
    Value::List(names.map(|name| name.as_str().into()).collect())
}
