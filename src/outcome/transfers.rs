//! Money that goes from one payer to a reserve, by who gives and who gets it.

use crate::model::{CarryOver, Fact, Payer, Plan, ReserveId, SourceId};
use crate::syntax::ast::Stage;
use rustc_hash::FxHashMap;

/// What goes from whom to which reserve, each found once for the whole plan.
#[derive(Debug, Default)]
pub struct Transfers {
    additions: FxHashMap<Payer, Vec<Fact>>,
    feeders: FxHashMap<ReserveId, Vec<SourceId>>,
}

impl Transfers {
    /// Finds them.
    pub fn of(plan: &Plan) -> Self {
        let mut transfers = Self::default();
        for fact in plan.ledger.addition.all().iter().filter(|fact| fact.stage == Stage::Planned) {
            let mut origin = fact.payer();
            // A whole is itself at most as deep as there are sources.
            for _ in 0..=plan.sources.len() {
                let Some(payer) = origin else { break };
                transfers.additions.entry(payer).or_default().push(*fact);
                origin = match payer {
                    Payer::Source(id) => plan.sources.get(id.index()).and_then(|it| it.whole).map(Payer::Source),
                    Payer::Reserve(_) => None,
                };
            }
        }
        for (id, source) in (0u32..).map(SourceId).zip(&plan.sources) {
            if let (CarryOver::GoesTo(reserve), true) = (source.carry_over, source.parts.is_empty()) {
                transfers.feeders.entry(reserve).or_default().push(id);
            }
        }
        transfers
    }

    /// The planned additions to reserves that come from this payer (or, for a whole, from a part of it).
    pub fn additions_from(&self, payer: Payer) -> &[Fact] {
        self.additions.get(&payer).map_or(&[], Vec::as_slice)
    }

    /// The sources whose leftovers go to the reserve.
    pub fn feeding(&self, reserve: ReserveId) -> &[SourceId] {
        self.feeders.get(&reserve).map_or(&[], Vec::as_slice)
    }
}
