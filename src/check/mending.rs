//! What would mend costs that cannot be paid together, as help of 401: each with the statement to try it with.

use crate::diagnostic::{Diagnostic, Figure, Message, Value};
use crate::mend::{Kind, Mend, Mends};
use crate::model::Plan;
use crate::money::{Money, YearRange};

/// The finding with what would mend it.
pub(super) fn with(plan: &Plan, mut finding: Diagnostic, mends: &Mends) -> Diagnostic {
    if !mends.tried {
        return finding;
    }
    for mend in &mends.found {
        finding = finding.help(words(plan, mend));
    }
    if mends.found.is_empty() {
        finding = finding.help(Message::new("mend-none"));
    }
    finding.figure("mends", Figure::List(mends.found.iter().map(|mend| record(plan, mend)).collect()))
}

fn words(plan: &Plan, mend: &Mend) -> Message {
    Message::new(message(mend.kind))
        .with("name", plan.name(mend.subject))
        .with("other", mend.other.clone().unwrap_or_default())
        .with("years", mend.years.unwrap_or_default())
        .with("by", mend.by.unwrap_or(Money::ZERO))
        .with("to", mend.to.unwrap_or(Money::ZERO))
        .with("statement", Value::Statement(mend.statement.clone()))
}

fn message(kind: Kind) -> &'static str {
    match kind {
        Kind::Stays => "mend-stays",
        Kind::Earmark => "mend-earmark",
        Kind::Available => "mend-available",
        Kind::Cap => "mend-cap",
        Kind::Limit => "mend-limit",
        Kind::Ceiling => "mend-ceiling",
        Kind::Floor => "mend-floor",
        Kind::Shift => "mend-shift",
        Kind::Income => "mend-income",
        Kind::Opening => "mend-opening",
        Kind::Cost => "mend-cost",
        Kind::Budget => "mend-budget",
    }
}

fn record(plan: &Plan, mend: &Mend) -> Figure {
    let text = |text: &str| Figure::Text(text.to_owned());
    let mut record = vec![("kind", text(kind_word(mend.kind))), ("name", text(plan.name(mend.subject)))];
    record.extend(mend.years.map(|years: YearRange| ("years", Figure::Years(years))));
    record.extend(mend.by.map(|by| ("amount", Figure::Money(by))));
    record.push(("statement", text(&mend.statement)));
    Figure::Record(record)
}

/// The word for machines.
fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Stays => "unspent",
        Kind::Earmark => "earmark",
        Kind::Available => "available",
        Kind::Cap => "cap",
        Kind::Limit => "limit",
        Kind::Ceiling => "ceiling",
        Kind::Floor => "floor",
        Kind::Shift => "shift",
        Kind::Income => "income",
        Kind::Opening => "opening",
        Kind::Cost => "cost",
        Kind::Budget => "budget",
    }
}
