//! An `allow` that does not do what it says -> 601.

use super::{Accepting, Fate, code_of, in_full, is_acceptable, place_in_words};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Kind, Message, Severity, Value};
use crate::model::{Accepted, AcceptedOn, Entity};
use std::collections::BTreeSet;

/// Names or codes that are offered.
const OFFERED: usize = 5;

/// What to say about each `allow`.
pub(super) fn judged(accepting: &mut Accepting<'_>, findings: &[Diagnostic], clouded: bool) -> Vec<Diagnostic> {
    let unread = findings.iter().any(|it| it.severity() == Severity::Error && it.code().leaves_undetermined());
    let plan = accepting.plan;
    let mut judged = Vec::new();
    let mut unused = Vec::new();
    for (allow, fate) in plan.accepted.iter().zip(accepting.fates.clone()) {
        if allow.on == AcceptedOn::Unknown {
            continue;
        }
        let finding = fault(accepting, allow, fate);
        if finding.is_none() && !fate.accepts && !fate.exceeded {
            let is_known = is_known(accepting, &in_full(&allow.code));
            if is_known && !unread && !scenario_unread(allow, findings) {
                unused.push(allow);
            }
            continue;
        }
        judged.extend(finding.or_else(|| is_open(&allow.because).then(|| of(&codes::ALLOW_NO_REASON, allow))));
    }
    if !unused.is_empty() {
        let near = Near::of(accepting, findings);
        judged.extend(unused.into_iter().map(|allow| near.unused(allow, clouded)));
    }
    judged
}

/// What is wrong with an `allow`, whatever was found.
fn fault(accepting: &Accepting<'_>, allow: &Accepted, fate: Fate) -> Option<Diagnostic> {
    let code = in_full(&allow.code);
    if !is_acceptable(&code) {
        let why = if code == "POK601" { "allow-cannot-itself" } else { "allow-cannot-unread" };
        return Some(of(&codes::ALLOW_CANNOT, allow).with("why", Message::new(why)));
    }
    if !is_known(accepting, &code) {
        return unknown(accepting, allow, &code);
    }
    if let (Some(today), Some(until)) = (accepting.known.today, allow.until)
        && today > until
    {
        let finding =
            of(&codes::ALLOW_EXPIRED, allow).with("date", Value::Date(until)).with("today", Value::Date(today));
        return Some(finding.help(Message::new("allow-expired-help")));
    }
    let limit = allow.at_most.filter(|_| fate.no_amount && !fate.accepts && !fate.exceeded)?;
    let finding = of(&codes::ALLOW_NO_AMOUNT, allow).with("limit", limit);
    Some(finding.help(Message::new("allow-no-amount-help")))
}

/// Whether a finding may have this code.
fn is_known(accepting: &Accepting<'_>, code: &str) -> bool {
    let built_in = Code::parse(code).is_some_and(|code| codes::of_code(&code).next().is_some());
    built_in || accepting.known.rules.iter().any(|rule| rule.eq_ignore_ascii_case(code))
}

/// A code that nothing has. That of a rule is not known where rules were left out, which is said elsewhere.
fn unknown(accepting: &Accepting<'_>, allow: &Accepted, code: &str) -> Option<Diagnostic> {
    if accepting.known.rules_missing && !code.starts_with("POK") {
        return None;
    }
    let finding = of(&codes::ALLOW_UNKNOWN_CODE, allow);
    let near = codes::similar_code(code, accepting.known.rules).filter(|near| is_acceptable(near));
    Some(finding.help(match near {
        Some(near) => Message::new("allow-unknown-code-near").with("near", near),
        None => Message::new("allow-unknown-code-help"),
    }))
}

/// Whether the scenario that it names could not be worked out.
fn scenario_unread(allow: &Accepted, findings: &[Diagnostic]) -> bool {
    let unclear = |it: &&Diagnostic| it.severity() == Severity::Error && it.code().family() < 3;
    let of_scenario = |it: &Diagnostic| it.scenario.is_some() && it.scenario == allow.scenario;
    findings.iter().filter(unclear).any(of_scenario)
}

/// Whether a reason still has to be filled in.
fn is_open(because: &str) -> bool {
    because.chars().all(|char| char == '…' || char == '.' || char.is_whitespace())
}

fn of(kind: &'static Kind, allow: &Accepted) -> Diagnostic {
    let finding = Diagnostic::new(kind, allow.place).with("code", in_full(&allow.code));
    let finding = finding.with("where", place_in_words(allow));
    if kind.name == codes::ALLOW_NO_REASON.name {
        return finding.help(Message::new("allow-no-reason-help"));
    }
    finding
}

/// What there is near to what an `allow` looks for.
struct Near<'a> {
    accepting: &'a Accepting<'a>,
    /// Code, what it is about, and whether it was accepted, of each finding.
    found: Vec<(String, Vec<Entity>, bool)>,
}

impl<'a> Near<'a> {
    fn of(accepting: &'a mut Accepting<'_>, findings: &[Diagnostic]) -> Self {
        let plan = accepting.plan;
        let subjects = accepting.subjects.get_or_insert_with(|| super::Subjects::of(plan));
        let all: Vec<&Diagnostic> = findings.iter().collect();
        let about = subjects.of_each(&all).into_iter();
        let found = all.iter().zip(about).map(|(finding, about)| (code_of(finding), about, finding.accepted.is_some()));
        let found = found.collect();
        Self { accepting, found }
    }

    fn unused(&self, allow: &Accepted, clouded: bool) -> Diagnostic {
        let mut finding = of(&codes::ALLOW_UNUSED, allow);
        let (names, codes) = (self.names(allow), self.codes(allow));
        if !names.is_empty() {
            let names = Value::List(names);
            finding = finding
                .help(Message::new("allow-unused-elsewhere").with("code", in_full(&allow.code)).with("names", names));
        }
        if !codes.is_empty() {
            let codes = Value::List(codes);
            finding = finding
                .help(Message::new("allow-unused-others").with("where", place_in_words(allow)).with("codes", codes));
        }
        let edits = vec![Edit { place: super::add::removed(self.accepting.sources, allow.place), text: String::new() }];
        let fix = Fix { title: Message::new("fix-remove-allow"), safe: !clouded && !is_open(&allow.because), edits };
        finding.help(Message::new("allow-unused-help")).fix(fix)
    }

    /// The names on which there is a finding of this code that nothing accepts.
    fn names(&self, allow: &Accepted) -> Vec<Value> {
        let code = in_full(&allow.code);
        let same = self.found.iter().filter(|(found, _, accepted)| *found == code && !accepted);
        let firsts: BTreeSet<&str> =
            same.filter_map(|(_, about, _)| about.first()).map(|entity| self.accepting.plan.name(*entity)).collect();
        firsts.into_iter().take(OFFERED).map(Value::from).collect()
    }

    /// The codes of what is found about its name and accepted by nothing.
    fn codes(&self, allow: &Accepted) -> Vec<Value> {
        let AcceptedOn::Entity(entity) = allow.on else { return Vec::new() };
        let about = self.found.iter().filter(|(_, about, accepted)| about.contains(&entity) && !accepted);
        let codes: BTreeSet<&str> = about.map(|(code, ..)| code.as_str()).collect();
        codes.into_iter().take(OFFERED).map(Value::from).collect()
    }
}
