//! What was not checked, as sentences with their places.

use super::Checked;
use crate::diagnostic::Message;
use crate::source::Place;
use std::collections::BTreeSet;

/// Something that was not checked.
#[derive(Clone, Debug)]
pub(super) struct Unchecked {
    /// What and why, with the scenario that it is about.
    pub(super) sentence: String,
    /// Where to look.
    pub(super) place: Place,
    /// Whether the verdict is undecided because of it.
    pub(super) clouds: bool,
}

/// Everything of a plan that was not checked: of the plan as it stands, then of its scenarios.
pub(super) fn unchecked(plan: &Checked<'_>) -> Vec<Unchecked> {
    let of_plan = plan.evaluation.not_checked.iter().map(|entry| (None, entry));
    let scenarios = plan.evaluation.scenarios.iter();
    let of_scenarios = scenarios.flat_map(|result| result.not_checked.iter().map(|entry| (Some(&result.name), entry)));
    let all = of_plan.chain(of_scenarios).map(|(scenario, entry)| {
        let mut sentence =
            Message::new("not-checked-entry").with("what", entry.what.clone()).with("why", entry.why.clone());
        if let Some(name) = scenario {
            sentence = Message::new("in-scenario").with("name", name.as_str()).with("sentence", sentence);
        }
        let clouds = scenario.is_none() && entry.clouds();
        Unchecked { sentence: plan.renderer.message(&sentence), place: entry.place, clouds }
    });
    all.collect()
}

/// The same for every plan; what several have in common because they include the same file is said with the first.
pub(super) fn unchecked_once(plans: &[Checked<'_>]) -> Vec<Vec<Unchecked>> {
    let mut seen = BTreeSet::new();
    let once = |plan: &Checked<'_>| {
        let mut entries = unchecked(plan);
        entries.retain(|entry| {
            let file = plan.evaluation.sources.file(entry.place.file).name();
            seen.insert((file.to_owned(), entry.place.span, entry.sentence.clone()))
        });
        entries
    };
    plans.iter().map(once).collect()
}
