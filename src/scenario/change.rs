//! `change NAME { … }`: each statement takes the place of the one of its kind.

use super::amounts::changed;
use super::claims::Claim;
use super::draft::{Draft, Kind};
use super::movement::take_apart;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::says::{GoalSays, ReserveSays, SharedSays, SourceSays};
use crate::model::scenario::Restated;
use crate::model::{CarryOver, Certainty, Entity, Fact, Goal, GoalId, Payer, ReserveId, Source, SourceId};
use crate::money::YearRange;
use crate::source::Place;

type Word = (&'static str, &'static str);

impl Draft {
    /// Claims every statement that is made; `false` where another `change` made one of them.
    fn claim_said(&mut self, entity: Entity, said: &[(bool, Word)], place: Place) -> bool {
        said.iter()
            .filter(|(is_said, _)| *is_said)
            .fold(true, |free, (_, (english, dutch))| self.claim(Claim::Says(entity, english, dutch), place) && free)
    }

    /// Puts restated amounts in the place of those of the same years; `keep` says which others stay beside them.
    fn restate(&mut self, kind: Kind, facts: &[Fact], other: impl Fn(&Fact) -> Option<u32>, place: Place) {
        let mut kept = Vec::new();
        for fact in facts {
            let named = other(fact);
            let stage = self.stage(kind, fact.subject, fact.stage);
            let is_free = self.claim_years(kind, fact.subject, named.unwrap_or(0), fact.years, place);
            if !is_free || self.take((kind, fact.subject), named, fact.years, stage, place).is_none() {
                continue;
            }
            kept.push(Fact { stage, ..*fact });
        }
        for fact in kept {
            self.push(kind, fact);
        }
    }
}

/// What all kinds share, as said.
fn shared(shared: &SharedSays) -> [(bool, Word); 7] {
    [
        (shared.nature.is_some(), ("temporary / recurring", "incidenteel / structureel")),
        (shared.kind.is_some(), ("kind", "soort")),
        (shared.task_field.is_some(), ("task-field", "taakveld")),
        (shared.theme.is_some(), ("theme", "thema")),
        (shared.owner.is_some(), ("owner", "eigenaar")),
        (shared.account.is_some(), ("account", "grootboek")),
        (!shared.needs.is_empty(), ("needs decision", "vereist besluit")),
    ]
}

/// A source, and its parts where they do not say otherwise.
pub(super) fn source(draft: &mut Draft, id: SourceId, says: &SourceSays, restated: &Restated, place: Place) {
    let said = [
        (says.unlimited.is_some(), ("income unlimited", "baten onbeperkt")),
        (says.earmark_place.is_some(), ("for", "voor")),
        (!says.available.is_empty(), ("available", "beschikbaar")),
        (says.carry_over.is_some(), ("unspent", "restant")),
        (says.status.is_some(), ("status", "status")),
        (says.commit_by.is_some(), ("commit by", "verplichten uiterlijk")),
        (says.spend_by.is_some(), ("spend by", "besteden uiterlijk")),
    ];
    let entity = Entity::Source(id);
    let own = draft.claim_said(entity, &said, place);
    if !(draft.claim_said(entity, &shared(&says.shared), place) && own) {
        return;
    }
    draft.said.extend(&restated.said);
    let Some(before) = draft.plan.sources.get(id.index()).cloned() else { return };
    if !before.parts.is_empty() && !restated.income.is_empty() {
        let finding = Diagnostic::new(&codes::SET_SEVERAL, place)
            .with("text", before.label.name.as_str())
            .with("count", draft.plan.leaves(id).len());
        draft.report(finding.help(Message::new("set-several-help")));
        return;
    }
    let whole = Payer::Source(id);
    for part in draft.with_parts(id) {
        if let Some(item) = draft.plan.sources.get_mut(part.index()) {
            fill_source(item, &before, says);
        }
        recertify(draft, part);
    }
    if let Some(item) = draft.plan.sources.get_mut(id.index()) {
        item.unlimited = says.unlimited.or(item.unlimited.filter(|_| restated.income.is_empty()));
        item.notes.extend(says.shared.notes.iter().cloned());
    }
    draft.restate(Kind::Income, &restated.income, |_| None, place);
    draft.changed_payer(whole);
    unlimited_goes_to(draft, id);
}

/// What is said takes the place of what was there, if that was the same as in what is changed: of a part, inherited.
fn fill_source(item: &mut Source, before: &Source, says: &SourceSays) {
    if says.shared.nature.is_some() && item.nature == before.nature {
        item.nature = says.shared.nature;
    }
    if says.earmark_place.is_some() && item.earmark_place == before.earmark_place {
        item.earmark.clone_from(&says.earmark);
        item.earmark_place = says.earmark_place;
    }
    if !says.available.is_empty() && item.available_stated == before.available_stated {
        item.available_stated.clone_from(&says.available);
        item.available = says.available.iter().map(|(years, _)| *years).reduce(YearRange::to);
    }
    if let (Some((carry, place)), true) = (says.carry_over, item.carry_over_place == before.carry_over_place) {
        (item.carry_over, item.carry_over_place) = (carry, Some(place));
    }
    if let (Some((status, place)), true) = (says.status, item.certainty_place == before.certainty_place) {
        (item.certainty, item.certainty_place) = (Certainty::from(status), Some(place));
    }
    if says.commit_by.is_some() && item.commit_by == before.commit_by {
        item.commit_by = says.commit_by;
    }
    if says.spend_by.is_some() && item.spend_by == before.spend_by {
        item.spend_by = says.spend_by;
    }
    let about = &says.shared;
    if about.kind.is_some() && item.kind == before.kind {
        item.kind = about.kind;
    }
    if about.task_field.is_some() && item.task_field == before.task_field {
        item.task_field.clone_from(&about.task_field);
    }
    if let (Some((theme, _)), true) = (about.theme, item.theme == before.theme) {
        item.theme = Some(theme);
    }
    if let (Some((owner, _)), true) = (&about.owner, item.owner == before.owner) {
        item.owner = Some(owner.clone());
    }
    if let (Some((account, _)), true) = (&about.account, item.account == before.account) {
        item.account = Some(account.clone());
    }
    if !about.needs.is_empty() && item.needs == before.needs {
        item.needs.clone_from(&about.needs);
    }
}

/// Tranches that do not say how certain they are, are as certain as their source.
fn recertify(draft: &mut Draft, id: SourceId) {
    let expected = draft.plan.sources.get(id.index()).is_some_and(|source| source.certainty == Certainty::Expected);
    for fact in draft.of_mut(Kind::Income, id.0).iter_mut() {
        fact.marks = fact.marks.with_certainty_of_source(expected);
    }
}

/// Unlimited income leaves nothing over.
fn unlimited_goes_to(draft: &mut Draft, id: SourceId) {
    let Some(source) = draft.plan.sources.get(id.index()) else { return };
    let (Some(unlimited), CarryOver::GoesTo(reserve), Some(place)) =
        (source.unlimited, source.carry_over, source.carry_over_place)
    else {
        return;
    };
    let finding = Diagnostic::new(&codes::UNLIMITED_GOES_TO, place)
        .with("name", source.label.name.as_str())
        .with("reserve", draft.plan.name(Entity::Reserve(reserve)))
        .label(unlimited, Message::new("label-unlimited"))
        .help(Message::new("unlimited-goes-to-help"));
    draft.report(finding);
}

/// A reserve.
pub(super) fn reserve(draft: &mut Draft, id: ReserveId, says: &ReserveSays, restated: &Restated, place: Place) {
    let said = [
        (says.floor.is_some(), ("floor", "ondergrens")),
        (says.ceiling.is_some(), ("ceiling", "bovengrens")),
        (!says.limits.is_empty(), ("withdraw at most", "onttrek ten hoogste")),
        (says.earmark_place.is_some(), ("for", "voor")),
        (says.ends.is_some(), ("ends", "eindigt")),
        (says.release_to.is_some(), ("release to", "vrijval naar")),
    ];
    let entity = Entity::Reserve(id);
    let own = draft.claim_said(entity, &said, place);
    if !(draft.claim_said(entity, &shared(&says.shared), place) && own) {
        return;
    }
    draft.said.extend(&restated.said);
    let Some(item) = draft.plan.reserves.get_mut(id.index()) else { return };
    item.floor = says.floor.or(item.floor);
    item.ceiling = says.ceiling.or(item.ceiling);
    item.limits.retain(|(_, period)| says.limits.iter().all(|(_, said)| said != period));
    item.limits.extend(says.limits.iter().copied());
    if says.earmark_place.is_some() {
        item.earmark.clone_from(&says.earmark);
        item.earmark_place = says.earmark_place;
    }
    item.ends = says.ends.or(item.ends);
    item.release_to = says.release_to.or(item.release_to);
    item.nature = says.shared.nature.or(item.nature);
    item.kind = says.shared.kind.or(item.kind);
    item.task_field = says.shared.task_field.clone().or(item.task_field.take());
    item.theme = says.shared.theme.map(|(theme, _)| theme).or(item.theme);
    item.owner = says.shared.owner.clone().map(|(owner, _)| owner).or(item.owner.take());
    item.account = says.shared.account.clone().map(|(account, _)| account).or(item.account.take());
    if !says.shared.needs.is_empty() {
        item.needs.clone_from(&says.shared.needs);
    }
    item.notes.extend(says.shared.notes.iter().cloned());
    for fact in restated.addition.iter().chain(&restated.withdrawal) {
        take_apart(draft, id.0, fact.years);
    }
    draft.restate(Kind::Opening, &restated.opening, |_| None, place);
    draft.restate(Kind::Addition, &restated.addition, |_| None, place);
    draft.restate(Kind::Withdrawal, &restated.withdrawal, |_| None, place);
    draft.changed_payer(Payer::Reserve(id));
    for fact in restated.addition.iter().chain(&restated.withdrawal) {
        changed(draft, Kind::Addition, id.0, fact.years);
    }
}

/// A goal.
pub(super) fn goal(draft: &mut Draft, id: GoalId, says: &GoalSays, restated: &Restated, place: Place) {
    let entity = Entity::Goal(id);
    let own = draft.claim_said(entity, &goal_said(says), place);
    if !(draft.claim_said(entity, &shared(&says.shared), place) && own) {
        return;
    }
    let timed = says.from.is_some() || says.through.is_some() || says.remainder.is_some();
    let amounts = !(restated.cost.is_empty() && restated.budget.is_empty() && restated.payment.is_empty());
    if (timed || amounts) && !draft.claim(Claim::Time(id), place) {
        return;
    }
    draft.said.extend(&restated.said);
    draft.changed_goal(id);
    let Some(item) = draft.plan.goals.get_mut(id.index()) else { return };
    fill_goal(item, says);
    let cost: Vec<Fact> = restated.cost.iter().map(|fact| line_of(item, restated, fact)).collect();
    if !says.paid_by.is_empty() {
        draft.of_mut(Kind::Payment, id.0).clear();
    }
    // A cost without a name is the whole cost of its years; one with a name is that line.
    draft.restate(Kind::Cost, &cost, |fact| (fact.other != 0).then_some(fact.other), place);
    draft.restate(Kind::Budget, &restated.budget, |_| None, place);
    draft.restate(Kind::Payment, &restated.payment, |fact| Some(fact.other), place);
    draft.changed_goal(id);
}

fn goal_said(says: &GoalSays) -> [(bool, Word); 14] {
    [
        (says.from.is_some() || says.through.is_some(), ("during", "gedurende")),
        (!says.paid_by.is_empty(), ("paid by", "betaald uit")),
        (!says.caps.is_empty(), ("at most", "ten hoogste")),
        (!says.serves.is_empty(), ("serves", "dient")),
        (says.priority.is_some(), ("priority", "prioriteit")),
        (says.follow_up.is_some(), ("follow-up", "vervolg")),
        (says.was.is_some(), ("was", "voorheen")),
        (says.continues.is_some(), ("continues", "zet voort")),
        (!says.evaluate.is_empty(), ("evaluate", "evalueer")),
        (says.evaluate_to.is_some(), ("evaluate … to", "evalueer … aan")),
        (says.statutory.is_some(), ("statutory", "wettelijk")),
        (says.remainder.is_some(), ("remainder of", "restant van")),
        (says.status.is_some(), ("status", "status")),
        (says.optional, ("optional", "optioneel")),
    ]
}

fn fill_goal(item: &mut Goal, says: &GoalSays) {
    item.from = says.from.or(item.from);
    item.through = says.through.or(item.through);
    if !says.paid_by.is_empty() {
        item.paid_by.clone_from(&says.paid_by);
    }
    let restates = |payer: Payer, period| says.caps.iter().any(|cap| cap.payer == payer && cap.period == period);
    item.caps.retain(|cap| !restates(cap.payer, cap.period));
    item.caps.extend(says.caps.iter().copied());
    if !says.serves.is_empty() {
        item.serves.clone_from(&says.serves);
    }
    item.priority = says.priority.or(item.priority);
    item.optional |= says.optional;
    item.follow_up = says.follow_up.clone().or(item.follow_up.take());
    item.was = says.was.clone().or(item.was.take());
    item.continues = says.continues.or(item.continues);
    item.evaluate_yearly |= says.evaluate_yearly;
    if !says.evaluate.is_empty() {
        item.evaluate.clone_from(&says.evaluate);
    }
    item.evaluate_to = says.evaluate_to.clone().or(item.evaluate_to.take());
    item.statutory = says.statutory.or(item.statutory);
    item.remainder_of = says.remainder.or(item.remainder_of);
    item.status = says.status.or(item.status);
    item.nature = says.shared.nature.or(item.nature);
    item.kind = says.shared.kind.or(item.kind);
    item.task_field = says.shared.task_field.clone().or(item.task_field.take());
    item.theme = says.shared.theme.map(|(theme, _)| theme).or(item.theme);
    item.owner = says.shared.owner.clone().map(|(owner, _)| owner).or(item.owner.take());
    item.account = says.shared.account.clone().map(|(account, _)| account).or(item.account.take());
    if !says.shared.needs.is_empty() {
        item.needs.clone_from(&says.shared.needs);
    }
    item.notes.extend(says.shared.notes.iter().cloned());
}

/// A restated cost with the number that its line has in the goal.
fn line_of(goal: &mut Goal, restated: &Restated, fact: &Fact) -> Fact {
    let Some(line) = restated.lines.get(fact.other as usize).filter(|line| !line.name.is_empty()) else {
        return *fact;
    };
    let known = goal.lines.iter().position(|other| other.name == line.name);
    let number = known.unwrap_or_else(|| {
        goal.lines.push(line.clone());
        goal.lines.len().saturating_sub(1)
    });
    Fact { other: u32::try_from(number).unwrap_or(u32::MAX), ..*fact }
}
