//! Every condition of every rule that ships is held by a test: with any one of them taken out, a test of its pack fails.
#![allow(clippy::unwrap_used, reason = "tests")]

use pok::load::{Input, NoFiles, load};
use pok::model::expression::{Expression, Range, Term, Type};
use pok::model::rule::Rule;
use pok::money::Money;
use pok::rule::shipped;
use pok::source::Place;
use pok::syntax::ast::{Binary, Unary};
use pok::testing::Subject;
use std::thread;

/// What is done to a condition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It may be taken out: it becomes true, or false where another condition would do as well.
    Out(bool),
    /// Only what stands in it may be taken out.
    Inner,
}

/// Counts down to the place that is to be changed.
struct Countdown(usize);

impl Countdown {
    fn is_here(&mut self) -> bool {
        let here = self.0 == 0;
        self.0 = self.0.wrapping_sub(1);
        here
    }
}

/// `1 = 1`, or `1 <> 1`.
fn truth(truth: bool, place: Place) -> Expression {
    let one = Expression { term: Term::Number { value: 1.into(), step: Money::ZERO }, kind: Type::Number, place };
    let operator = if truth { Binary::Equal } else { Binary::NotEqual };
    Expression { term: Term::Binary(operator, Box::new(one.clone()), Box::new(one)), kind: Type::Boolean, place }
}

/// Takes one condition out of an expression; where it stood.
fn change(expression: &mut Expression, role: Role, left: &mut Countdown) -> Option<Place> {
    let place = expression.place;
    if let (Role::Out(value), Type::Boolean) = (role, expression.kind)
        && left.is_here()
    {
        *expression = truth(value, place);
        return Some(place);
    }
    match &mut expression.term {
        Term::Unary(Unary::Not | Unary::Minus, inner) | Term::Property { of: inner, .. } => {
            change(inner, Role::Inner, left)
        }
        Term::Binary(operator, a, b) => {
            let role = match operator {
                Binary::And => Role::Out(true),
                Binary::Or => Role::Out(false),
                _ => Role::Inner,
            };
            change(a, role, left).or_else(|| change(b, role, left))
        }
        Term::Function(_, arguments) => arguments.iter_mut().find_map(|it| change(it, Role::Inner, left)),
        Term::Measure { subject, other, years, .. } => {
            let mut parts = [subject, other, years].into_iter().flatten();
            parts.find_map(|it| change(it, Role::Inner, left))
        }
        Term::Aggregate { body, condition, range, .. } => {
            if let Some(found) = condition.as_ref().map(|it| it.place).filter(|_| left.is_here()) {
                *condition = None;
                return Some(found);
            }
            let ranged = match range {
                Range::YearsOf(of) | Range::Relation(_, of) => Some(of),
                Range::All(_) | Range::MainSources | Range::Years(_) | Range::Parameter(_) => None,
            };
            let inner = condition.iter_mut().chain([body]).chain(ranged);
            inner.into_iter().find_map(|it| change(it, Role::Inner, left))
        }
        _ => None,
    }
}

/// A rule with one condition or bound less.
fn mutant(rule: &Rule, number: usize) -> Option<(Rule, Place, &'static str)> {
    let mut rule = rule.clone();
    let mut left = Countdown(number);
    if rule.applies.0.is_some() && left.is_here() {
        rule.applies.0 = None;
        let place = rule.name_place;
        return Some((rule, place, "applies from"));
    }
    if rule.applies.1.is_some() && left.is_here() {
        rule.applies.1 = None;
        let place = rule.name_place;
        return Some((rule, place, "applies through"));
    }
    let asked = rule.conditions.iter_mut().chain(&mut rule.requirements);
    let asked = asked.chain(rule.lets.iter_mut().map(|(_, value)| value));
    let place = asked.into_iter().find_map(|it| change(it, Role::Out(true), &mut left))?;
    Some((rule, place, "condition"))
}

/// What can be taken out of the rules of a pack without any of its tests failing.
fn survivors(subject: &Subject) -> (usize, Vec<String>) {
    let (mut count, mut survivors) = (0, Vec::new());
    for rule in subject.tested_rules() {
        assert_eq!(subject.holds_with(rule), Some(true), "{} as it stands", rule.notice.code);
        for number in 0.. {
            let Some((changed, place, what)) = mutant(rule, number) else { break };
            count += 1;
            if subject.holds_with(&changed).unwrap() {
                let file = subject.sources.file(place.file);
                let line = file.position(place.span.start).line;
                let text = subject.sources.slice(place).split_whitespace().collect::<Vec<_>>().join(" ");
                survivors.push(format!("{} {}:{line}: {what}: {text}", rule.notice.code, file.name()));
            }
        }
    }
    (count, survivors)
}

#[test]
fn every_condition_of_a_rule_that_ships_is_held_by_a_test() {
    let names: Vec<&str> = shipped::names().collect();
    let of_pack = |name: &str| survivors(&Subject::of(shipped::loaded(name).unwrap()));
    let all: Vec<(usize, Vec<String>)> = thread::scope(|scope| {
        let workers: Vec<_> = names.iter().map(|name| scope.spawn(move || of_pack(name))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let count: usize = all.iter().map(|(count, _)| count).sum();
    let survivors: Vec<String> = all.into_iter().flat_map(|(_, survivors)| survivors).collect();
    assert!(
        survivors.is_empty(),
        "{} of {count} conditions can be taken out and no test notices; add a near miss for each, a clean plan in which \
         only that condition is false:\n{}",
        survivors.len(),
        survivors.join("\n")
    );
}

/// The rule of `tests/rules/held.pok` has a test for every condition; without its last test one is not held.
#[test]
fn what_no_test_holds_is_named() {
    let text = include_str!("rules/held.pok");
    let subject = |text: &str| {
        let input = Input { name: "held.pok".into(), key: "held.pok".into(), bytes: text.as_bytes().to_vec() };
        Subject::of(load(input, &mut NoFiles))
    };
    let (count, whole) = survivors(&subject(text));
    assert_eq!((count, whole), (7, Vec::<String>::new()));
    let (shorter, _) = text.rsplit_once("\ntest ").unwrap();
    let (_, found) = survivors(&subject(shorter));
    assert_eq!(found, ["HELD-001 held.pok:11: condition: s is temporary"]);
}
