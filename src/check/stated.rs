//! Claims: what the document says in so many words, compared with what follows from the plan.

use super::balance::{self, Attained};
use super::differing::Differing;
use super::slip::{self, Puzzle, clamp};
use super::{Context, Report};
use crate::codes;
use crate::diagnostic::{Diagnostic, Figure, Kind, Message, NotChecked, Value as Shown};
use crate::model::expression::{Expression, Term};
use crate::model::{Entity, Payer, Stated};
use crate::money::{Money, Year, YearRange};
use crate::outcome::Part;
use crate::outcome::evaluate::{Scope, Value};
use crate::outcome::quantity::{Quantity, abs};
use crate::syntax::ast::{Binary, Measure, Unary};
use num_rational::Ratio;
use rust_decimal::Decimal;

/// Checks every `stated`.
pub fn check(context: &Context<'_>, report: &mut Report) {
    for stated in &context.plan.stated {
        if stated.pm {
            not_checked(context, stated, "because-pm", report);
            continue;
        }
        claim(context, stated, &stated.claim, report);
    }
}

fn claim(context: &Context<'_>, stated: &Stated, expression: &Expression, report: &mut Report) {
    if let Term::Binary(operator, left, right) = &expression.term {
        if *operator == Binary::And {
            claim(context, stated, left, report);
            claim(context, stated, right, report);
            return;
        }
        if *operator == Binary::Equal && compare_amounts(context, stated, left, right, report) {
            return;
        }
    }
    if has_broken(expression) {
        return not_checked(context, stated, "because-unread", report);
    }
    let mut scope = Scope::new(context.plan, context.outcome);
    match scope.truth(expression) {
        Some(true) => {}
        Some(false) => report.findings.push(fails(context, stated, expression)),
        None => not_checked(context, stated, "because-not-known", report),
    }
}

fn not_checked(context: &Context<'_>, stated: &Stated, why: &'static str, report: &mut Report) {
    let text = written(context, stated.claim.place);
    report.not_checked.push(NotChecked {
        what: Message::new("unchecked-claim").with("claim", text),
        why: Message::new(why),
        place: stated.place,
    });
}

fn written(context: &Context<'_>, place: crate::source::Place) -> String {
    context.sources.slice(place).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A comparison that is not an equation, with both sides as they come out.
fn fails(context: &Context<'_>, stated: &Stated, expression: &Expression) -> Diagnostic {
    let mut finding = Diagnostic::new(&codes::CLAIM_FAILS, stated.place);
    let mut scope = Scope::new(context.plan, context.outcome);
    let mut message = Message::new("claim-sides-none");
    if let Term::Binary(operator, left, right) = &expression.term
        && operator.is_comparison()
    {
        let (a, b) = (scope.value(left), scope.value(right));
        let (a, b) = scope.alike(a, b);
        if let (Some(a), Some(b)) = (shown(&a), shown(&b)) {
            let name = if is_figure(right) || is_literal(right) { "claim-side" } else { "claim-sides" };
            message = Message::new(name)
                .with("left", written(context, left.place))
                .with("left-value", a)
                .with("right", written(context, right.place))
                .with("right-value", b);
        }
    }
    finding.message = finding.message.with("claim", written(context, expression.place)).with("sides", message);
    finding.help(Message::new("stated-differs-help"))
}

fn shown(value: &Value) -> Option<Shown> {
    match value {
        Value::Amount(quantity) => quantity.rounded().map(Shown::Money),
        Value::Number(quantity) => quantity
            .value
            .is_integer()
            .then(|| Shown::Number(i64::try_from(quantity.value.to_integer()).unwrap_or(i64::MAX))),
        Value::Years(years) => Some(Shown::Years(*years)),
        Value::Date(date) => Some(Shown::Date(*date)),
        Value::Text(text) => Some(Shown::Text(text.clone())),
        Value::Word(word) => Some(Shown::Keyword(word.english, word.dutch)),
        Value::Boolean(_) | Value::Entity(_) | Value::Thing(_) | Value::List(_) | Value::Absent | Value::Unknown => {
            None
        }
    }
}

fn has_broken(expression: &Expression) -> bool {
    expression.any(&|term| matches!(term, Term::Broken))
}

/// Whether it says itself what it is.
fn is_literal(expression: &Expression) -> bool {
    matches!(expression.term, Term::Years(_) | Term::Date(_) | Term::Text(_) | Term::Percentage(_))
}

/// Whether it is written as a figure: a literal, with or without a minus.
fn is_figure(expression: &Expression) -> bool {
    match &expression.term {
        Term::Number { .. } => true,
        Term::Unary(Unary::Minus, inner) => is_figure(inner),
        _ => false,
    }
}

/// An equation of amounts; `false` where it is of something else.
fn compare_amounts(
    context: &Context<'_>,
    stated: &Stated,
    left: &Expression,
    right: &Expression,
    report: &mut Report,
) -> bool {
    let (side, figure) = if is_figure(left) && !is_figure(right) { (right, left) } else { (left, right) };
    let mut scope = Scope::new(context.plan, context.outcome);
    let (a, b) = (scope.value(side), scope.value(figure));
    let counted = |expression: &Expression| expression.any(&|term| matches!(term, Term::Aggregate { .. }));
    let (a, b) = scope.alike(a, b);
    let (computed, claimed) = match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => (a, b),
        (Value::Number(a), Value::Number(b)) if is_figure(figure) && !counted(side) => {
            (as_amount(context, a), as_amount(context, b))
        }
        _ => return false,
    };
    // What a share or a division gives becomes an amount here: rounded half away from zero to the cent.
    let computed = Quantity { value: computed.value.round(), ..computed };
    let fits = |quantity: &Quantity| Money::from_wide(quantity.value.round().to_integer()).is_some();
    let Some(difference) = claimed.difference(&computed).filter(|_| fits(&computed) && fits(&claimed)) else {
        not_checked(context, stated, unclear(side, figure, &computed, &claimed), report);
        return true;
    };
    let zero = Ratio::from_integer(0);
    let off = abs(difference);
    let beyond = off > claimed.slack && off > claimed.slack + computed.slack;
    if beyond && !follows(context, side, figure) {
        undecided(context, stated, (side, figure), (&computed, &claimed), report);
    } else if beyond {
        report.findings.push(differs(context, side, figure, (&computed, &claimed)));
    } else if off > claimed.slack && off > zero {
        report.findings.push(within_rounding(context, stated, &computed, &claimed));
    } else if let Some(pm) = computed.pm.or(claimed.pm) {
        let finding = Diagnostic::new(&codes::RESTS_ON_PM, stated.place)
            .with("what", Message::new("what-claim").with("claim", written(context, side.place)))
            .with("count", 1usize)
            .label(pm, Message::new("label-pm"))
            .help(Message::new("rests-on-pm-help"));
        report.findings.push(finding);
    }
    true
}

/// Whether both sides follow from what the plan states, not only from the division of the money that was chosen.
fn follows(context: &Context<'_>, side: &Expression, figure: &Expression) -> bool {
    let mut scope = Scope::new(context.plan, context.stated);
    let known = |value: Value| match value {
        Value::Amount(quantity) | Value::Number(quantity) => !quantity.unknown,
        _ => true,
    };
    let (a, b) = (scope.value(side), scope.value(figure));
    known(a) && known(b)
}

/// A claim that the chosen division does not meet: of one balance another division may.
fn undecided(
    context: &Context<'_>,
    stated: &Stated,
    (side, figure): (&Expression, &Expression),
    (computed, claimed): (&Quantity, &Quantity),
    report: &mut Report,
) {
    let balance = balance_of(context, side).zip(claimed.rounded()).zip(computed.rounded());
    let Some((((payer, year), claimed), computed)) = balance.filter(|_| is_figure(figure)) else {
        return not_checked(context, stated, "because-not-divided", report);
    };
    let what = Message::new("what-claim").with("claim", written(context, side.place));
    let asked = Attained { payer, year, stated: claimed, computed };
    balance::not_as_dealt(context, figure.place, what, &asked, report);
}

/// The payer and year of `balance(X, Y)`, and of nothing else.
fn balance_of(context: &Context<'_>, side: &Expression) -> Option<(Payer, Year)> {
    let Term::Measure { measure: Measure::Balance, .. } = &side.term else { return None };
    let Term::Measure { subject, years, .. } = &side.term else { return None };
    let mut scope = Scope::new(context.plan, context.stated);
    let payer = match scope.value(subject.as_deref()?) {
        Value::Entity(Entity::Source(id)) => Payer::Source(id),
        Value::Entity(Entity::Reserve(id)) => Payer::Reserve(id),
        _ => return None,
    };
    match scope.value(years.as_deref()?) {
        Value::Years(years) => Some((payer, years.last)),
        _ => None,
    }
}

/// Why a figure is not known.
fn unclear(side: &Expression, figure: &Expression, computed: &Quantity, claimed: &Quantity) -> &'static str {
    let divides = |term: &Term| matches!(term, Term::Binary(Binary::Divide, _, _));
    if computed.no_opening || claimed.no_opening {
        "because-no-opening"
    } else if computed.undivided || claimed.undivided {
        "because-not-divided"
    } else if !computed.unknown && !claimed.unknown {
        "because-too-large"
    } else if side.any(&divides) || figure.any(&divides) {
        "because-divided-by-zero"
    } else {
        "because-unread"
    }
}

/// Plain numbers on both sides: shown as amounts.
fn as_amount(context: &Context<'_>, quantity: Quantity) -> Quantity {
    let minor = crate::outcome::evaluate::minor(context.plan);
    Quantity { value: quantity.value * minor, slack: quantity.slack * minor, ..quantity }
}

fn within_rounding(context: &Context<'_>, stated: &Stated, computed: &Quantity, claimed: &Quantity) -> Diagnostic {
    let (a, b) = (claimed.rounded().unwrap_or_default(), computed.rounded().unwrap_or_default());
    let largest = Money(a.0.saturating_sub(b.0).saturating_abs());
    Diagnostic::new(&codes::WITHIN_ROUNDING, stated.place)
        .with("what", Message::new("what-claim").with("claim", written(context, stated.claim.place)))
        .with("stated", a)
        .with("computed", b)
        .with("count", 1usize)
        .with("largest", largest)
        .figure("stated", Figure::Money(a))
        .figure("computed", Figure::Money(b))
        .figure("difference", Figure::Money(Money(a.0.saturating_sub(b.0))))
}

fn is_balance(expression: &Expression) -> bool {
    expression.any(&|term| matches!(term, Term::Measure { measure: Measure::Balance | Measure::Unspent, .. }))
}

fn differs(
    context: &Context<'_>,
    side: &Expression,
    figure: &Expression,
    (computed, claimed): (&Quantity, &Quantity),
) -> Diagnostic {
    let kinds: (&'static Kind, &'static Kind) = if is_balance(side) {
        (&codes::BALANCE_TOO_LOW, &codes::BALANCE_TOO_HIGH)
    } else {
        (&codes::STATED_TOO_LOW, &codes::STATED_TOO_HIGH)
    };
    let mut scope = Scope::new(context.plan, context.outcome);
    let series = series(&mut scope, side);
    let share = share(side);
    let whole = share.map(|(_, inner)| self::series(&mut scope, inner)).unwrap_or_default();
    let others: Vec<Part> = series.iter().filter(|(years, _)| Some(*years) != asked(side)).map(of_year).collect();
    let (stated_cents, computed_cents) = (to_cents(claimed), to_cents(computed));
    let puzzle = Puzzle {
        stated: stated_cents,
        computed: computed_cents,
        parts: &computed.parts,
        series: &series,
        asked: asked(side),
        share: share.map(|(share, _)| (share, whole.as_slice())),
        subtotals: &[],
        others: &others,
    };
    Differing {
        kinds,
        place: figure.place,
        what: Message::new("what-claim").with("claim", written(context, side.place)),
        stated: stated_cents,
        computed: computed_cents,
        parts: &computed.parts,
        slips: slip::explain(&puzzle),
    }
    .finding()
}

fn of_year((years, cents): &(YearRange, i128)) -> Part {
    Part {
        cents: *cents,
        name: String::new(),
        years: Some(*years),
        place: crate::source::Place::default(),
        once: false,
    }
}

fn to_cents(quantity: &Quantity) -> i128 {
    clamp(quantity.value.round().to_integer()).wide()
}

/// The years that every measure in it asks for, where they are the same.
fn asked(expression: &Expression) -> Option<YearRange> {
    let mut all = Vec::new();
    collect_years(expression, &mut all);
    let first = *all.first()?;
    all.iter().all(|years| *years == first).then_some(first)
}

fn collect_years(expression: &Expression, all: &mut Vec<YearRange>) {
    match &expression.term {
        Term::Measure { years: Some(years), .. } => {
            if let Term::Years(years) = years.term {
                all.push(years);
            }
        }
        Term::Unary(_, inner) => collect_years(inner, all),
        Term::Binary(_, left, right) => {
            collect_years(left, all);
            collect_years(right, all);
        }
        Term::Aggregate { body, .. } => collect_years(body, all),
        _ => {}
    }
}

/// The same expression by year, over all years.
fn series(scope: &mut Scope<'_>, expression: &Expression) -> Vec<(YearRange, i128)> {
    if asked(expression).is_none() {
        return Vec::new();
    }
    scope.all_years = true;
    let value = scope.value(expression);
    scope.all_years = false;
    let Value::Amount(quantity) = value else { return Vec::new() };
    let mut by_year: std::collections::BTreeMap<YearRange, i128> = std::collections::BTreeMap::new();
    for part in &quantity.parts {
        if let Some(years) = part.years {
            *by_year.entry(years).or_default() += part.cents;
        }
    }
    by_year.into_iter().collect()
}

/// A share that is taken of something: `50% * cost(…)`.
fn share(expression: &Expression) -> Option<(Decimal, &Expression)> {
    let Term::Binary(Binary::Times, left, right) = &expression.term else { return None };
    match (&left.term, &right.term) {
        (Term::Percentage(share), _) => Some((*share, right)),
        (_, Term::Percentage(share)) => Some((*share, left)),
        _ => None,
    }
}
