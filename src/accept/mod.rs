//! Accepted deviations: which findings an `allow` accepts, and which `allow` does not do what it says.

pub mod add;
mod amount;
mod judged;
mod subjects;

use crate::codes;
use crate::diagnostic::{AcceptedBy, Code, Diagnostic, Message, NotChecked, Severity};
use crate::model::{Accepted, AcceptedOn, Entity, Plan};
use crate::money::Money;
use crate::source::SourceSet;
use jiff::civil::Date;
use std::collections::BTreeMap;
use subjects::{Subjects, holds};

/// What a run knows besides the plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// What day it is.
    pub today: Option<Date>,
    /// Codes of the rules that take part.
    pub rules: &'a [String],
    /// Whether rules were asked for that did not take part, so that their codes are not known.
    pub rules_missing: bool,
}

/// What became of an `allow`.
#[derive(Clone, Copy, Debug, Default)]
struct Fate {
    /// It accepts something.
    accepts: bool,
    /// What it is about has grown beyond the amount that it accepts.
    exceeded: bool,
    /// What it is about has no amount, and it names one.
    no_amount: bool,
}

/// The accepted deviations of a plan at work.
pub struct Accepting<'a> {
    plan: &'a Plan,
    sources: &'a SourceSet,
    known: Known<'a>,
    /// Numbers of the `allow`s of a code, by code in capitals.
    by_code: BTreeMap<String, Vec<usize>>,
    fates: Vec<Fate>,
    /// Made when the first finding asks.
    subjects: Option<Subjects<'a>>,
}

impl<'a> Accepting<'a> {
    /// Those of this plan.
    pub fn of(plan: &'a Plan, sources: &'a SourceSet, known: Known<'a>) -> Self {
        let mut by_code: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, allow) in plan.accepted.iter().enumerate() {
            if allow.on != AcceptedOn::Unknown {
                by_code.entry(in_full(&allow.code)).or_default().push(index);
            }
        }
        let fates = vec![Fate::default(); plan.accepted.len()];
        Self { plan, sources, known, by_code, fates, subjects: None }
    }

    /// Marks those of the findings that are accepted. They are of the plan as it stands, or of a scenario; each may also
    /// name its own.
    pub fn accept(&mut self, findings: &mut [Diagnostic], scenario: Option<&str>) {
        let wanted = |finding: &Diagnostic| can_be_accepted(finding) && self.by_code.contains_key(&code_of(finding));
        let at: Vec<usize> = (0..).zip(findings.iter()).filter(|(_, it)| wanted(it)).map(|(at, _)| at).collect();
        if at.is_empty() {
            return;
        }
        let subjects = self.subjects.get_or_insert_with(|| Subjects::of(self.plan));
        let chosen: Vec<&Diagnostic> = at.iter().filter_map(|index| findings.get(*index)).collect();
        let about = subjects.of_each(&chosen);
        for (index, about) in at.into_iter().zip(about) {
            if let Some(finding) = findings.get_mut(index) {
                self.accept_one(finding, &about, scenario);
            }
        }
    }

    fn accept_one(&mut self, finding: &mut Diagnostic, about: &[Entity], scenario: Option<&str>) {
        let allows = self.by_code.get(&code_of(finding)).map_or(&[][..], Vec::as_slice);
        let own = finding.scenario.clone();
        let scenario = scenario.or(own.as_deref());
        let amount = amount::amount(finding);
        let (mut accepted, mut exceeded, mut no_amount) = (Vec::new(), Vec::new(), Vec::new());
        for &index in allows {
            let Some(allow) = self.plan.accepted.get(index) else { continue };
            if !self.meets(allow, finding, about, scenario) {
                continue;
            }
            match (allow.at_most, amount) {
                (Some(limit), Some(amount)) if amount > limit => exceeded.push((index, limit, amount)),
                (Some(_), None) => no_amount.push(index),
                _ => accepted.push((index, allow)),
            }
        }
        let fates = &mut self.fates;
        note(fates, accepted.iter().map(|(index, _)| *index), |fate| fate.accepts = true);
        note(fates, exceeded.iter().map(|(index, ..)| *index), |fate| fate.exceeded = true);
        if let Some((_, allow)) = accepted.first() {
            finding.accepted = Some(accepted_by(allow));
            return;
        }
        note(fates, no_amount, |fate| fate.no_amount = true);
        let largest = exceeded.into_iter().max_by_key(|(_, limit, _)| *limit);
        if let Some(help) =
            largest.map(|(_, limit, amount)| grown(limit, amount)).filter(|it| !finding.help.contains(it))
        {
            finding.help.push(help);
        }
    }

    /// Whether an `allow` means a finding, whatever its amount.
    fn meets(&self, allow: &Accepted, finding: &Diagnostic, about: &[Entity], scenario: Option<&str>) -> bool {
        let there = allow.scenario.is_none() || allow.scenario.as_deref() == scenario;
        there
            && !self.is_expired(allow)
            && match allow.on {
                AcceptedOn::Everything => true,
                AcceptedOn::Entity(entity) => about.contains(&entity),
                AcceptedOn::Within(place) => {
                    let named = allow.name.as_ref().is_some_and(|name| finding.about.contains(name));
                    named || finding.labels.iter().any(|label| holds(place, label.place))
                }
                AcceptedOn::Unknown => false,
            }
    }

    fn is_expired(&self, allow: &Accepted) -> bool {
        self.known.today.zip(allow.until).is_some_and(|(today, until)| today > until)
    }

    /// What is to be said about the `allow`s themselves, once every finding was seen; and what was not checked of them.
    /// `clouded` is whether something of the plan was left undecided.
    pub fn conclude(&mut self, findings: &[Diagnostic], clouded: bool) -> (Vec<Diagnostic>, Vec<NotChecked>) {
        let undated: Vec<NotChecked> = self.undated().collect();
        (judged::judged(self, findings, clouded), undated)
    }

    /// What is accepted until a date, where nobody says what day it is.
    fn undated(&self) -> impl Iterator<Item = NotChecked> {
        let dated = self.plan.accepted.iter().zip(&self.fates).filter(|(_, fate)| fate.accepts);
        let dated = dated.filter_map(|(allow, _)| Some((allow, allow.until.filter(|_| self.known.today.is_none())?)));
        dated.map(|(allow, until)| NotChecked {
            what: Message::new("unchecked-allow-until")
                .with("code", in_full(&allow.code))
                .with("where", place_in_words(allow))
                .with("date", crate::diagnostic::Value::Date(until)),
            why: Message::new("because-no-today"),
            place: allow.place,
        })
    }
}

fn note(fates: &mut [Fate], of: impl IntoIterator<Item = usize>, change: impl Fn(&mut Fate)) {
    for index in of {
        fates.get_mut(index).into_iter().for_each(&change);
    }
}

fn accepted_by(allow: &Accepted) -> AcceptedBy {
    AcceptedBy { because: allow.because.clone(), by: allow.by.clone(), until: allow.until, place: allow.place }
}

fn grown(limit: Money, amount: Money) -> Message {
    Message::new("accepted-up-to").with("limit", limit).with("amount", amount)
}

/// Whether a finding may be accepted: what cannot be read has to be mended.
fn can_be_accepted(finding: &Diagnostic) -> bool {
    let code = finding.code();
    let must_be_mended = finding.severity() == Severity::Error && code.leaves_undetermined();
    !must_be_mended && !code.is(601)
}

/// A code as it is compared: `201` and `pok201` are `POK201`.
fn in_full(code: &str) -> String {
    Code::parse(code).map_or_else(|| code.to_uppercase(), |code| code.to_string())
}

fn code_of(finding: &Diagnostic) -> String {
    match finding.code() {
        Code::BuiltIn(_) => finding.code().to_string(),
        Code::Rule(code) => code.to_uppercase(),
    }
}

/// Where an `allow` looks, in words: about a name, at its own place, or everywhere.
fn place_in_words(allow: &Accepted) -> Message {
    let place = match (&allow.name, allow.on) {
        (Some(name), _) => Message::new("allow-about").with("name", name.as_str()),
        (None, AcceptedOn::Within(_)) => Message::new("allow-here"),
        (None, _) => Message::new("allow-in-plan"),
    };
    match &allow.scenario {
        Some(name) => Message::new("allow-in-scenario").with("where", place).with("name", name.as_str()),
        None => place,
    }
}

/// Whether findings of a code can be accepted at all, as far as pok knows it.
fn is_acceptable(code: &str) -> bool {
    Code::parse(code).is_none_or(|code| codes::can_be_accepted(&code))
}
