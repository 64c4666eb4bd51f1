//! Rules and a plan -> findings: every combination of what a rule ranges over for which its conditions hold and what it
//! requires does not.

use super::Used;
use super::join::{By, Index, Step, paying, steps};
use super::say::{Saying, finding};
use crate::check::{Context, Report};
use crate::diagnostic::{Diagnostic, Message, NotChecked, Severity, Value as Said};
use crate::flow::Payable;
use crate::model::expression::Expression;
use crate::model::rule::{Pack, Rule};
use crate::money::YearRange;
use crate::outcome::evaluate::{Constants, Scope, Value};
use crate::outcome::{Outcome, Payments, evaluate_dealt};
use crate::source::Place;
use std::collections::BTreeSet;

/// More combinations than this are not tried for one rule.
const MOST: usize = 1_000_000;

/// How many things are named for which a rule could not be decided.
const NAMED: usize = 5;

/// Holds a plan against its packs.
pub fn check(used: &[Used], context: &Context<'_>) -> Report {
    let mut report = Report::default();
    if used.is_empty() || context.plan.variant.is_some() {
        return report;
    }
    let divided = asks_for_nothing(context);
    let partly = as_far_as_it_goes(context);
    let outcome = partly.as_ref().unwrap_or(context.outcome);
    let Context { plan, stated, flow, sources, .. } = *context;
    let context = &Context { plan, outcome, stated, flow, sources };
    for used in used {
        let pack = &used.compiled.pack;
        let (parameters, lists) = parameters(used, context);
        for rule in &pack.rules {
            let constants =
                Constants { lets: &rule.lets, parameters: &parameters, lists: &lists, division: divided.as_ref() };
            Run::new(used, rule, context, &constants).run(&mut report);
        }
    }
    report
}

/// The division of a plan that names no money: nobody pays anything. Elsewhere the outcome has the payments itself.
pub(super) fn asks_for_nothing(context: &Context<'_>) -> Option<Payments> {
    let unasked = context.flow.payable == Payable::NotAsked;
    unasked.then(|| Payments::dealt(context.plan, context.flow.division.by_payer()))
}

/// Where not everything can be paid, what follows from dividing the money as far as it goes: rules are asked of that too.
pub(super) fn as_far_as_it_goes(context: &Context<'_>) -> Option<Outcome> {
    let short = context.flow.payable == Payable::No;
    let payments = short.then(|| Payments::dealt(context.plan, context.flow.division.by_payer()))?;
    Some(evaluate_dealt(context.plan, context.stated, payments))
}

/// Parameters with one value, and those that are lists.
pub(super) type Parameters = (Vec<(String, Value)>, Vec<(String, Vec<Value>)>);

pub(super) fn parameters(used: &Used, context: &Context<'_>) -> Parameters {
    let Pack { parameters, .. } = &used.compiled.pack;
    let mut scope = Scope::new(context.plan, context.outcome);
    let (mut single, mut lists) = (Vec::new(), Vec::new());
    for parameter in parameters {
        let name = parameter.name.clone();
        let set = used.values.iter().find(|(known, _)| *known == name).map(|(_, values)| values);
        let values = set.unwrap_or(&parameter.values);
        if parameter.list {
            lists.push((name, values.iter().map(|value| scope.value(value)).collect()));
        } else {
            single.push((name, values.first().map_or(Value::Unknown, |value| scope.value(value))));
        }
    }
    (single, lists)
}

/// One rule on one plan.
struct Run<'a> {
    used: &'a Used,
    rule: &'a Rule,
    context: &'a Context<'a>,
    scope: Scope<'a>,
    tried: usize,
    /// Combinations that could not be decided, by what the first variable stands for.
    open: BTreeSet<String>,
    undecided: bool,
    findings: Vec<Diagnostic>,
}

impl<'a> Run<'a> {
    fn new(used: &'a Used, rule: &'a Rule, context: &'a Context<'a>, constants: &'a Constants<'a>) -> Self {
        let mut scope = Scope { constants: Some(constants), ..Scope::new(context.plan, context.outcome) };
        scope.variables.push(("plan".to_owned(), Value::Thing(crate::model::expression::Thing::Plan)));
        let (tried, open, undecided, findings) = (0, BTreeSet::new(), false, Vec::new());
        Self { used, rule, context, scope, tried, open, undecided, findings }
    }

    fn run(mut self, report: &mut Report) {
        if !applies(self.rule, self.context.outcome.years) {
            return;
        }
        self.all();
        report.findings.append(&mut self.findings);
        if self.tried > MOST {
            report.not_checked.push(self.not_checked(None, "because-rule-large"));
        } else if self.undecided || !self.open.is_empty() {
            let named = (!self.open.is_empty()).then(|| {
                let names = self.open.iter().take(NAMED).map(|name| Said::from(name.as_str()));
                Said::List(names.collect())
            });
            let fails = self.rule.notice.severity == Severity::Error;
            let why = if fails { "because-rule-open" } else { "because-warning-open" };
            report.not_checked.push(self.not_checked(named, why));
        }
    }

    /// Goes through everything that the rule ranges over.
    fn all(&mut self) {
        self.scope.rule_variables_changed();
        let (first, steps) = steps(self.rule);
        let Some(doubt) = self.conditions(&first, false) else { return };
        let mut indices: Vec<Option<(Vec<Value>, Option<Index>)>> = steps.iter().map(|_| None).collect();
        self.step(&steps, &mut indices, 0, doubt);
    }

    fn not_checked(&self, on: Option<Said>, why: &'static str) -> NotChecked {
        let name = self.rule.title.get(self.context.plan.head.language).unwrap_or(&self.rule.notice.name);
        let what = Message::new(if on.is_some() { "unchecked-rule-of-pack-on" } else { "unchecked-rule-of-pack" })
            .with("name", name)
            .with("code", self.rule.notice.code.to_string());
        let what = match on {
            Some(on) => what.with("on", on),
            None => what,
        };
        NotChecked { what, why: Message::new(why), place: self.context.plan.head.place }
    }

    /// Whether the conditions may hold: `None` where one does not, else whether any is in doubt.
    fn conditions(&mut self, conditions: &[&Expression], doubt: bool) -> Option<bool> {
        let mut doubt = doubt;
        for condition in conditions {
            match self.scope.truth(condition) {
                Some(true) => {}
                Some(false) => return None,
                None => doubt = true,
            }
        }
        Some(doubt)
    }

    /// Goes through the loops from the given one on.
    fn step(
        &mut self,
        steps: &[Step<'a>],
        indices: &mut [Option<(Vec<Value>, Option<Index>)>],
        depth: usize,
        doubt: bool,
    ) {
        let (Some((step, rest)), Some((index, others))) = (steps.split_first(), indices.split_first_mut()) else {
            return self.decide(doubt);
        };
        let Some(each) = self.rule.loops.get(depth) else { return };
        if self.scope.damaged(&each.range) {
            self.undecided = true;
        }
        if index.is_none() || !step.is_fixed {
            let Some(members) = self.scope.members(&each.range) else {
                self.leave_open();
                return;
            };
            let by_value = match &step.by {
                By::Equality { own, .. } => Some(Index::of(&mut self.scope, &each.variable, &members, own)),
                By::Trying | By::Payment { .. } => None,
            };
            *index = Some((members, by_value));
        }
        let Some((members, by_value)) = index.as_ref() else { return };
        let chosen = match (&step.by, by_value) {
            (By::Equality { earlier, .. }, Some(by_value)) => {
                let value = self.scope.value(earlier);
                by_value.find(value)
            }
            (By::Payment { earlier }, _) => paying(&mut self.scope, earlier, members),
            _ => None,
        };
        let chosen = chosen.unwrap_or_else(|| (0..members.len()).collect());
        for number in chosen {
            let Some(member) = members.get(number) else { continue };
            if matches!(member, Value::Years(years) if !applies(self.rule, *years)) {
                continue;
            }
            self.tried += 1;
            if self.tried > MOST {
                return;
            }
            self.scope.variables.push((each.variable.clone(), member.clone()));
            self.scope.rule_variables_changed();
            if let Some(doubt) = self.conditions(&step.conditions, doubt) {
                self.step(rest, others, depth + 1, doubt);
            }
            self.scope.variables.pop();
            self.scope.rule_variables_changed();
        }
    }

    /// All variables have a value, and the conditions hold or are in doubt.
    fn decide(&mut self, doubt: bool) {
        let required: Vec<Option<bool>> =
            self.rule.requirements.iter().map(|requirement| self.scope.truth(requirement)).collect();
        let broken = required.is_empty() || required.contains(&Some(false));
        let kept = !required.is_empty() && required.iter().all(|truth| *truth == Some(true));
        if kept {
            return;
        }
        if broken && !doubt {
            let saying = Saying { used: self.used, rule: self.rule, context: self.context };
            let found = finding(&saying, &mut self.scope);
            self.findings.push(found);
        } else {
            self.leave_open();
        }
    }

    fn leave_open(&mut self) {
        let plan = self.context.plan;
        let named = self.scope.variables.iter().skip(1).find_map(|(_, value)| match value {
            Value::Entity(entity) => Some(plan.name(*entity).to_owned()),
            _ => None,
        });
        match named {
            Some(name) => drop(self.open.insert(name)),
            None => self.undecided = true,
        }
    }
}

/// Whether a rule counts in some of these years.
pub(super) fn applies(rule: &Rule, years: YearRange) -> bool {
    let (from, through) = rule.applies;
    from.is_none_or(|from| years.last >= from) && through.is_none_or(|through| years.first <= through)
}

/// Takes out built-in findings that a rule says in better words about the same things. What is graver than the rule stays:
/// no rule makes a plan hold.
pub fn refine(used: &[Used], findings: &mut Vec<Diagnostic>) {
    let rules = used.iter().flat_map(|used| &used.compiled.pack.rules).filter(|rule| !rule.refines.is_empty());
    let mut better: Vec<(&Rule, Place, &[String])> = Vec::new();
    let found = std::mem::take(findings);
    for rule in rules {
        for finding in found.iter().filter(|finding| *finding.code() == rule.notice.code) {
            better.push((rule, finding.place(), &finding.about));
        }
    }
    let said = |finding: &Diagnostic| {
        better.iter().any(|(rule, place, about)| {
            rule.refines.contains(finding.code())
                && rule.notice.severity <= finding.severity()
                && (finding.place() == *place || finding.names().any(|name| about.iter().any(|it| it == name)))
        })
    };
    let keep: Vec<bool> = found.iter().map(|finding| !said(finding)).collect();
    findings.extend(found.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(finding, _)| finding));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Constants, Run, Used};
    use crate::check::Context;
    use crate::load::{Input, Loaded, NoFiles, load};
    use crate::{flow, model, outcome, rule};
    use std::fmt::Write;
    use std::sync::Arc;

    fn loaded(text: &str) -> Loaded {
        load(Input { name: "t".into(), key: "t".into(), bytes: text.as_bytes().to_vec() }, &mut NoFiles)
    }

    /// Combinations that a rule tries on a plan of 200 goals, each with the owner of one of 20 sources.
    fn tried(condition: &str) -> usize {
        let mut plan = "plan p { years 2025 }\n".to_owned();
        for source in 0..20 {
            writeln!(plan, "source s{source} {{ owner \"o{source}\"; income 2025: 100; for t{source} }}").unwrap();
        }
        for goal in 0..200 {
            let number = goal % 20;
            writeln!(plan, "goal g{goal} {{ owner \"o{number}\"; serves t{number}; cost 2025: 1 }}").unwrap();
        }
        let rule = format!(
            "pack x\nrule r {{\n  code X-1\n  for g in goals, s in sources\n  where {condition}\n  message \"{{g}}\"\n}}\n"
        );
        let compiled = rule::compile(loaded(&rule));
        assert!(compiled.is_sound(), "{:?}", compiled.findings);
        let read = loaded(&plan);
        let (plan, _) = model::build(&read.sources, read.files.into_iter().map(|it| (it.id, it.ast)).collect(), vec![]);
        let stated = outcome::evaluate(&plan);
        let answer = flow::answer(&plan, stated.fact_years, &flow::Scope::default());
        let payments = outcome::Payments::dealt(&plan, answer.division.by_payer());
        let dealt = outcome::evaluate_dealt(&plan, &stated, payments);
        let context = Context { plan: &plan, outcome: &dealt, stated: &stated, flow: &answer, sources: &read.sources };
        let used = Used { compiled: Arc::new(compiled), values: vec![] };
        let rule = used.compiled.pack.rules.first().unwrap();
        let constants = Constants { lets: &rule.lets, parameters: &[], lists: &[], division: None };
        let mut run = Run::new(&used, rule, &context, &constants);
        run.all();
        assert_eq!(run.findings.len(), 200);
        run.tried
    }

    #[test]
    fn an_equality_and_a_payment_look_their_pairs_up() {
        assert_eq!(tried("s.owner = g.owner"), 200 + 200);
        assert_eq!(tried("g.owner = s.owner"), 200 + 200);
        assert_eq!(tried("paid(s, g) > 0"), 200 + 200);
        assert_eq!(tried("not (s.owner != g.owner)"), 200 + 200 * 20);
    }
}
