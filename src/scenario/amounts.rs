//! `set` and `scale`: amounts of the plan replaced or multiplied.

use super::claims::Claim;
use super::draft::{Draft, Kind};
use super::movement::take_apart;
use super::subjects::Subject;
use crate::codes;
use crate::diagnostic::{Diagnostic, Kind as Code, Message};
use crate::model::ledger::{Marks, OriginId};
use crate::model::scenario::{NewAmount, Target};
use crate::model::{Entity, Fact, FactState, GoalId, Payer, ReserveId, SourceId};
use crate::money::{Money, Year, YearRange};
use crate::source::Place;
use crate::syntax::ast::{How, Measure};
use rust_decimal::Decimal;

/// All years that can be written.
const EVER: YearRange = YearRange { first: Year(i16::MIN), last: Year(i16::MAX) };

/// Multiplies every amount that the target takes in, each rounded half away from zero to the cent.
pub(super) fn scale(draft: &mut Draft, target: &Target, to: Decimal, place: Place) {
    if is_dropped(draft, target, place) {
        return;
    }
    let years = target.years.unwrap_or(EVER);
    let mut hits = 0;
    for (kind, subject, other) in lists(draft, target) {
        if matches!(kind, Kind::Addition | Kind::Withdrawal) && target.measure != Measure::Movement {
            take_apart(draft, subject, years);
        }
        let stage = draft.stage(kind, subject, target.stage);
        let Some(taken) = draft.take((kind, subject), other, years, stage, place) else { return };
        for fact in taken {
            hits += 1;
            let is_first = draft.claim_years(kind, subject, claimed(kind, &fact), fact.years, place);
            let scaled = if is_first { scaled(draft, &fact, to, place) } else { fact };
            draft.push(kind, scaled);
            changed(draft, kind, subject, fact.years);
        }
    }
    if hits == 0 {
        nothing(draft, target, place);
    }
}

/// One amount times a fraction.
fn scaled(draft: &mut Draft, fact: &Fact, to: Decimal, place: Place) -> Fact {
    if let Some(money) = times(fact.money, to) {
        return Fact { money, place, ..*fact };
    }
    let finding = Diagnostic::new(&codes::SCALED_TOO_LARGE, place).with("year", fact.years.first);
    draft.report(finding);
    Fact { state: FactState::Unknown, money: Money::ZERO, place, ..*fact }
}

/// Exact, rounded half away from zero.
fn times(money: Money, to: Decimal) -> Option<Money> {
    let over = 10i128.checked_pow(to.scale())?;
    let exact = money.wide().checked_mul(to.mantissa())?;
    let (whole, rest) = (exact / over, exact % over);
    let up = i128::from(rest.unsigned_abs().checked_mul(2)? >= over.unsigned_abs());
    Money::from_wide(whole + up * exact.signum()).filter(|money| money.0.abs() <= Money::MAX.0)
}

/// The lists and subjects that a target takes in; a net movement is made of three.
fn lists(draft: &Draft, target: &Target) -> Vec<Subject> {
    let subjects = draft.subjects(target);
    if target.measure != Measure::Movement {
        return subjects;
    }
    let kinds = [Kind::Addition, Kind::Withdrawal, Kind::Movement];
    subjects.into_iter().flat_map(|(_, subject, other)| kinds.map(|kind| (kind, subject, other))).collect()
}

/// The payer is part of what is claimed only where each has an amount of its own.
fn claimed(kind: Kind, fact: &Fact) -> u32 {
    if matches!(kind, Kind::Payment | Kind::ThemePayment) { fact.other } else { 0 }
}

/// Whether the target is a goal that the scenario drops, which is reported.
fn is_dropped(draft: &mut Draft, target: &Target, place: Place) -> bool {
    let named = match target.subject {
        Some(Entity::Goal(goal)) => Some(goal),
        _ => target.goal,
    };
    let dropped = named.filter(|goal| draft.variant.dropped.contains(goal));
    dropped.is_some_and(|goal| !draft.claim(Claim::Time(goal), place))
}

fn nothing(draft: &mut Draft, target: &Target, place: Place) {
    let finding = Diagnostic::new(&codes::SCALE_NOTHING, place).with("text", target.text.as_str());
    draft.report(finding.help(Message::new("scale-nothing-help")));
}

/// Notes what a new amount changes. Stated coverage is itself what is set, and a balance holds for all years.
pub(super) fn changed(draft: &mut Draft, kind: Kind, subject: u32, years: YearRange) {
    match kind {
        Kind::Income => draft.changed(Entity::Source(SourceId(subject)), years),
        Kind::Cost | Kind::Budget => draft.changed(Entity::Goal(GoalId(subject)), years),
        Kind::Opening => draft.changed_payer(Payer::Reserve(ReserveId(subject))),
        Kind::Addition | Kind::Withdrawal | Kind::Movement => {
            draft.changed(Entity::Reserve(ReserveId(subject)), years);
        }
        Kind::ThemeBudget | Kind::SourceCoverage | Kind::ReserveCoverage | Kind::ThemePayment | Kind::Payment => {}
    }
}

/// Sets a measure to an amount.
pub(super) fn set(draft: &mut Draft, target: &Target, amount: &NewAmount, place: Place) {
    if is_dropped(draft, target, place) {
        return;
    }
    let mut subjects = draft.subjects(target);
    if target.measure == Measure::Coverage {
        subjects.retain(|(kind, ..)| matches!(kind, Kind::SourceCoverage | Kind::ReserveCoverage));
        let whole = target.subject.map(|entity| match entity {
            Entity::Source(SourceId(number)) | Entity::Reserve(ReserveId(number)) => number,
            _ => u32::MAX,
        });
        subjects.retain(|(_, subject, _)| whole.is_none_or(|whole| whole == u32::MAX || whole == *subject));
    }
    let is_zero = amount.amount.is_none_or(|(money, state)| money == Money::ZERO && state == FactState::Known);
    match subjects.as_slice() {
        [] => nothing(draft, target, place),
        [one] => set_one(draft, target, amount, *one, place),
        several if is_zero => {
            for one in several {
                set_one(draft, target, amount, *one, place);
            }
        }
        several => refuse(draft, &codes::SET_SEVERAL, target, place, several.len()),
    }
}

fn refuse(draft: &mut Draft, code: &'static Code, target: &Target, place: Place, count: usize) {
    let help = match code.name {
        "set-several" => "set-several-help",
        "set-unlimited" => "set-unlimited-help",
        _ => "set-later-opening-help",
    };
    let mut finding = Diagnostic::new(code, place).with("text", target.text.as_str()).help(Message::new(help));
    if code.name == "set-several" {
        finding = finding.with("count", count);
    }
    draft.report(finding);
}

fn set_one(draft: &mut Draft, target: &Target, amount: &NewAmount, one: Subject, place: Place) {
    let (kind, subject, other) = one;
    let years = match kind {
        Kind::Opening => match opening_year(draft, target, subject) {
            Some(year) => Some(YearRange::one(year)),
            None => return refuse(draft, &codes::SET_LATER_OPENING, target, place, 1),
        },
        _ => target.years,
    };
    if kind == Kind::Income && !lift_unlimited(draft, subject, target, place) {
        return;
    }
    let Some(taken) = clear(draft, target, one, years.unwrap_or(EVER), place) else { return };
    let all = taken.iter().map(|fact| fact.years).reduce(YearRange::to);
    let Some(span) = years.or_else(|| draft.plan.years()).or(all) else { return };
    let fixed = if kind == Kind::Addition { origin_of(&taken) } else { Some(other.unwrap_or(0)) };
    let is_zero = amount.amount.is_none_or(|(money, _)| money == Money::ZERO);
    if fixed.is_none() && !is_zero {
        draft.of_mut(kind, subject).extend(taken);
        return refuse(draft, &codes::SET_SEVERAL, target, place, 2);
    }
    let claims = if years.is_none() { all.map_or(span, |all| all.to(span)) } else { span };
    if !claim(draft, target, one, claims, place) {
        return;
    }
    let blank = Fact {
        subject,
        other: fixed.unwrap_or(0),
        years: span,
        money: Money::ZERO,
        state: FactState::Known,
        stage: draft.stage(kind, subject, taken.first().map_or(target.stage, |fact| fact.stage)),
        about: amount.about,
        marks: Marks::default(),
        origin: OriginId(0),
        place: amount.place,
    };
    let new = new_facts(blank, amount, span, &taken);
    draft.of_mut(kind, subject).extend(new);
    changed(draft, kind, subject, claims);
    if let (Measure::Coverage, Some(entity)) = (target.measure, target.subject) {
        draft.changed(entity, span);
    }
}

/// The facts that stand in the place of those taken out.
fn new_facts(blank: Fact, amount: &NewAmount, years: YearRange, taken: &[Fact]) -> Vec<Fact> {
    let Some((money, state)) = amount.amount else { return Vec::new() };
    let fact = Fact { money, state, ..blank };
    let each = || years.iter().take(300).map(|year| Fact { years: YearRange::one(year), ..fact }).collect();
    match amount.how {
        _ if years.len() == 1 => vec![fact],
        Some(How::Total) => vec![fact],
        Some(How::Each) => each(),
        None if state == FactState::Pm => each(),
        // Nothing over several years is nothing in each of them; where nothing stood, nothing is needed.
        None => {
            let mut spans: Vec<YearRange> = taken.iter().map(|fact| fact.years).collect();
            spans.sort_unstable();
            spans.dedup();
            spans.into_iter().map(|years| Fact { years, ..fact }).collect()
        }
    }
}

/// Takes out what is there now. Of a reserve, additions, withdrawals and net movements hang together.
fn clear(draft: &mut Draft, target: &Target, one: Subject, years: YearRange, place: Place) -> Option<Vec<Fact>> {
    let (kind, subject, other) = one;
    match kind {
        Kind::Addition | Kind::Withdrawal => take_apart(draft, subject, years),
        Kind::Movement => {
            for part in [Kind::Addition, Kind::Withdrawal] {
                let stage = draft.stage(part, subject, target.stage);
                draft.take((part, subject), None, years, stage, place)?;
            }
        }
        _ => {}
    }
    let stage = draft.stage(kind, subject, target.stage);
    draft.take((kind, subject), other, years, stage, place)
}

fn claim(draft: &mut Draft, target: &Target, one: Subject, years: YearRange, place: Place) -> bool {
    let (kind, subject, other) = one;
    let mut free = draft.claim_years(kind, subject, other.unwrap_or(0), years, place);
    if target.measure == Measure::Movement {
        for part in [Kind::Addition, Kind::Withdrawal] {
            free &= draft.claim_years(part, subject, 0, years, place);
        }
    }
    free
}

/// Where additions come from: one payer or none; `None` where there are several.
fn origin_of(taken: &[Fact]) -> Option<u32> {
    let mut from: Vec<u32> = taken.iter().map(|fact| fact.other).filter(|other| *other != 0).collect();
    from.sort_unstable();
    from.dedup();
    match from.as_slice() {
        [] => Some(0),
        [one] => Some(*one),
        _ => None,
    }
}

/// The year of the opening balance that is set: the first that there is, or an earlier one.
fn opening_year(draft: &Draft, target: &Target, reserve: u32) -> Option<Year> {
    let first = draft.of(Kind::Opening, reserve).iter().map(|fact| fact.years.first).min();
    let asked = target.years.map(|years| years.first);
    match (first, asked) {
        (Some(first), Some(asked)) if asked > first => None,
        (first, asked) => asked.or(first).or(draft.plan.years().map(|years| years.first)),
    }
}

/// Income without limit becomes limited where all of it is set.
fn lift_unlimited(draft: &mut Draft, source: u32, target: &Target, place: Place) -> bool {
    let Some(item) = draft.plan.sources.get_mut(source as usize).filter(|item| item.unlimited.is_some()) else {
        return true;
    };
    if target.years.is_some() {
        refuse(draft, &codes::SET_UNLIMITED, target, place, 1);
        return false;
    }
    item.unlimited = None;
    draft.changed_payer(Payer::Source(SourceId(source)));
    true
}
