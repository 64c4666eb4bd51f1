//! Whether some division that pays everything leaves exactly a stated balance.

use super::graph::{Search, Way};
use super::network::{self, Network, Pin};
use super::problem::{After, Problem, Scope};
use super::solve;
use crate::model::{CarryOver, Payer, Plan};
use crate::money::{Year, YearRange};

/// Whether a division that pays everything required leaves exactly so much with the payer at the end of a year.
///
/// `None` where that cannot be told: a source whose money does not stay, a source with parts, a reserve without opening
/// balance, bounds that cross the network.
pub fn attains(plan: &Plan, years: YearRange, payer: Payer, year: Year, cents: i64) -> Option<bool> {
    let problem = Problem::of(plan, years, &Scope::default());
    if problem.too_large || problem.uncertain.is_some() || !problem.crossings.is_empty() {
        return None;
    }
    let number = match problem.members(plan, payer).as_slice() {
        [only] => *only,
        _ => return None,
    };
    let who = problem.who(number)?;
    if who.unlimited.is_some() {
        return None;
    }
    match payer {
        Payer::Source(id) => {
            let source = plan.sources.get(id.index())?;
            if source.carry_over != CarryOver::Stays || source.available.is_some_and(|it| it.last <= year) {
                return None;
            }
        }
        Payer::Reserve(id) => {
            if problem.unknown_openings.contains(&id) {
                return None;
            }
            let reserve = who.reserve.as_ref()?;
            let floor = if year <= reserve.floor_through { reserve.floor } else { 0 };
            if cents < floor || reserve.ceiling.is_some_and(|(most, _)| cents > most) {
                return Some(false);
            }
        }
    }
    if cents < 0 {
        return Some(false);
    }
    let mut network = network::build_pinned(&problem, Some(Pin { payer: number, year, cents }));
    solve::open_required(&problem, &mut network);
    let forced = |index: &usize| {
        problem.supplies.get(*index).is_some_and(|supply| {
            let own = supply.payer == number && supply.year() <= year;
            own || (supply.after == After::GoesTo(number) && supply.year() <= year)
        })
    };
    let wanted = solve::wanted(&network);
    let all: Vec<usize> = (0..problem.supplies.len()).collect();
    let (first, rest): (Vec<usize>, Vec<usize>) = all.into_iter().partition(forced);
    let mut search = Search::new(&network.graph, network.sink, &[network.source], Way::Forward);
    let mut moved = 0;
    for (node, arc) in network.floors.iter().filter_map(|floor| floor.again).collect::<Vec<_>>() {
        let limit = network.graph.left(arc);
        moved += search.augment(&mut network.graph, node, limit);
    }
    for &index in &first {
        let (got, limit) = open(&mut network, &mut search, index);
        moved += got;
        if got < limit {
            return Some(false);
        }
    }
    for index in rest {
        moved += open(&mut network, &mut search, index).0;
    }
    Some(moved == wanted)
}

/// Opens one supply; gives how much of it found a use, and how much there was.
fn open(network: &mut Network, search: &mut Search, index: usize) -> (i64, i64) {
    let Some(entry) = network.supplies.get(index).copied().flatten() else { return (0, 0) };
    let limit = network.graph.left(entry.arc);
    let got = search.augment(&mut network.graph, entry.node, limit);
    network.graph.push(entry.arc, got);
    (got, limit)
}
