//! Costs that cannot be paid together -> 401, one per separate conflict, as a sum that anyone can redo.

use super::unread_money::unread;
use super::{Context, Report, mending, said_already};
use crate::codes;
use crate::diagnostic::{Account, AccountLine, Diagnostic, Figure, Message, NotChecked, Value};
use crate::flow::{Asked, Blocked, BoundKindName, Conflict, Cost, Kept, Means, MoneyKind, Owner, Payable, Reason, Why};
use crate::mend::Search;
use crate::model::{Entity, Payer, Plan};
use crate::money::{Money, Year, YearRange};
use std::collections::BTreeMap;

/// Costs or amounts of money that a finding names one by one; beyond that those of a year become one line.
const ONE_BY_ONE: usize = 8;
/// Lines that a finding keeps for a reader who asks for everything.
const MOST_LINES: usize = 5_000;
/// Places of each kind that are pointed at.
const SHOWN: usize = 3;

/// Reports every separate conflict.
pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let plan = context.plan;
    match &context.flow.payable {
        Payable::Yes => {}
        Payable::No => {
            let (unsure, sure): (Vec<&Conflict>, Vec<_>) =
                context.flow.conflicts.iter().partition(|conflict| unread(plan, conflict).is_some());
            let mut search = Search::new(plan, context.flow);
            let said = |conflict: &Conflict| said_already::is_said(context, conflict, report);
            let found: Vec<Diagnostic> = sure
                .into_iter()
                .filter(|conflict| !said(conflict))
                .map(|conflict| mending::with(plan, finding(plan, conflict), &search.mends(conflict)))
                .collect();
            report.findings.extend(found);
            if !unsure.is_empty() {
                report.not_checked.push(undetermined(plan, Message::new("because-unread")));
            }
        }
        Payable::NotAsked => report.not_checked.push(undetermined(plan, Message::new("because-no-money"))),
        Payable::Undetermined(why) => report.not_checked.push(undetermined(plan, reason(plan, why))),
    }
}

fn undetermined(plan: &Plan, why: Message) -> NotChecked {
    NotChecked { what: Message::new("unchecked-payable"), why, place: plan.head.place }
}

fn reason(plan: &Plan, why: &Why) -> Message {
    match why {
        Why::Unread(_) => Message::new("because-unread"),
        Why::NoOpening(reserves) => {
            let names = reserves.iter().map(|id| plan.name(Entity::Reserve(*id)).into()).collect();
            Message::new("because-opening-needed").with("names", Value::List(names))
        }
        Why::Crossing(kind, _) => Message::new("because-crossing").with("what", Message::new(bound_word(*kind))),
        Why::TooLarge => Message::new("because-too-large"),
        Why::Internal(doubt) => Message::new("because-internal").with("doubt", *doubt),
    }
}

/// The amount, as far as it fits.
fn money(cents: i128) -> Money {
    Money(i64::try_from(cents).unwrap_or(i64::MAX))
}

fn finding(plan: &Plan, conflict: &Conflict) -> Diagnostic {
    let (needed, available) = (money(conflict.needed()), money(conflict.available()));
    let short = Money(conflict.shortage);
    let (first_year, first_short) = conflict.timeline.first().copied().unwrap_or((Year(0), conflict.shortage));
    let mut costs: Vec<&Cost> = conflict.costs.iter().collect();
    costs.sort_by_key(|cost| (cost.years.last != first_year, std::cmp::Reverse(cost.cents)));
    let place = costs.first().map_or(plan.head.place, |cost| cost.place);
    let mut finding = Diagnostic::new(&codes::CANNOT_BE_PAID, place)
        .with("needed", needed)
        .with("available", available)
        .with("short", short)
        .with("who", who(plan, conflict));
    for (index, cost) in costs.iter().take(SHOWN).enumerate() {
        let words = Message::new("label-asks").with("amount", Money(cost.cents)).with("years", cost.years);
        finding = if index == 0 { finding.at_primary(words) } else { finding.label(cost.place, words) };
    }
    let mut means: Vec<&Means> = conflict.means.iter().collect();
    means.sort_by_key(|means| (means.years.first, std::cmp::Reverse(means.cents)));
    for means in means.iter().take(SHOWN) {
        let name = if matches!(means.kind, MoneyKind::Through(_)) { "label-lets-through" } else { "label-may-pay" };
        finding = finding.label(means.place, Message::new(name).with("amount", Money(means.cents)));
    }
    finding.accounts = accounts(plan, conflict, short);
    if conflict.timeline.len() > 1 {
        let later = conflict
            .timeline
            .iter()
            .skip(1)
            .map(|(year, cents)| Message::new("short-by").with("year", *year).with("short", Money(*cents)).into());
        finding = finding.help(
            Message::new("cannot-be-paid-timeline")
                .with("year", first_year)
                .with("short", Money(first_short))
                .with("later", Value::List(later.collect())),
        );
    } else {
        finding = finding.help(Message::new("cannot-be-paid-when").with("year", first_year).with("short", short));
    }
    for group in conflict.blocked.chunk_by(|a, b| a.reason == b.reason) {
        finding = finding.help(blocked_words(plan, group));
    }
    figures(plan, conflict, finding, (first_year, first_short))
}

/// The goals of a conflict, in words: a few by name, many by number.
fn who(plan: &Plan, conflict: &Conflict) -> Value {
    let mut owners: Vec<Owner> = conflict.costs.iter().map(|cost| cost.owner).collect();
    owners.dedup();
    owners.sort_unstable();
    owners.dedup();
    if owners.len() <= 3 {
        let names = owners.iter().map(|owner| name(plan, *owner).into()).collect();
        return Value::List(names);
    }
    Message::new("so-many-goals").with("count", owners.len()).into()
}

/// The name of what asks.
pub(super) fn name(plan: &Plan, owner: Owner) -> &str {
    match owner {
        Owner::Goal(id) => plan.goals.get(id.index()).map_or("", |goal| goal.label.name.as_str()),
        Owner::Theme(id) => plan.name(Entity::Theme(id)),
    }
}

fn accounts(plan: &Plan, conflict: &Conflict, short: Money) -> Vec<Account> {
    let total = |cents| Some(AccountLine { words: Message::new("account-together"), amount: money(cents) });
    let mut asked: Vec<AccountLine> = costs_by_year(plan, &conflict.costs);
    let kept: Vec<AccountLine> = conflict.kept.iter().map(|kept| kept_line(plan, kept)).collect();
    asked.extend(kept.iter().cloned());
    let mut all: Vec<AccountLine> = conflict.costs.iter().take(MOST_LINES).map(|cost| cost_line(plan, cost)).collect();
    all.extend(kept);
    let means = means_by_payer(plan, &conflict.means);
    let all_means = conflict.means.iter().take(MOST_LINES).map(|means| means_line(plan, means)).collect();
    vec![
        Account {
            heading: Message::new("account-asked"),
            all,
            total: (asked.len() > 1).then(|| total(conflict.needed())).flatten(),
            lines: asked,
        },
        Account {
            heading: Message::new("account-means"),
            all: all_means,
            total: (means.len() != 1).then(|| total(conflict.available())).flatten(),
            lines: means,
        },
        Account {
            heading: Message::new("account-rest"),
            lines: vec![AccountLine { words: Message::new("account-short"), amount: short }],
            all: Vec::new(),
            total: None,
        },
    ]
}

/// Costs one by one where they are few, else by window: 'all costs of 2024, 5 goals'.
fn costs_by_year(plan: &Plan, costs: &[Cost]) -> Vec<AccountLine> {
    if costs.len() <= ONE_BY_ONE {
        return costs.iter().map(|cost| cost_line(plan, cost)).collect();
    }
    let mut windows: BTreeMap<YearRange, Vec<&Cost>> = BTreeMap::new();
    for cost in costs {
        windows.entry(cost.years).or_default().push(cost);
    }
    let line = |(years, costs): (YearRange, Vec<&Cost>)| match costs.as_slice() {
        [only] => cost_line(plan, only),
        _ => AccountLine {
            words: Message::new("account-costs-of").with("years", years).with("count", costs.len()),
            amount: money(costs.iter().map(|cost| i128::from(cost.cents)).sum()),
        },
    };
    windows.into_iter().map(line).collect()
}

fn cost_line(plan: &Plan, cost: &Cost) -> AccountLine {
    let words = match (cost.owner, cost.asked, cost.share_of) {
        (Owner::Theme(_), _, _) => Message::new("account-theme"),
        (_, Asked::Budget, _) => Message::new("account-budget"),
        (_, _, Some(payer)) => Message::new("account-share").with("payer", plan.name(payer)),
        _ => Message::new("account-cost"),
    };
    AccountLine {
        words: words.with("goal", name(plan, cost.owner)).with("years", cost.years),
        amount: Money(cost.cents),
    }
}

fn kept_line(plan: &Plan, kept: &Kept) -> AccountLine {
    AccountLine {
        words: Message::new("account-floor").with("name", plan.name(kept.reserve)).with("year", kept.year),
        amount: Money(kept.cents),
    }
}

/// Money one by one where it is little, else the tranches of each payer together.
fn means_by_payer(plan: &Plan, means: &[Means]) -> Vec<AccountLine> {
    if means.len() <= ONE_BY_ONE {
        return means.iter().map(|means| means_line(plan, means)).collect();
    }
    let mut lines = Vec::new();
    let payers: Vec<&[Means]> = means.chunk_by(|a, b| a.payer == b.payer && a.kind == b.kind).collect();
    if payers.len() > ONE_BY_ONE * 2 {
        let mut years: BTreeMap<YearRange, (usize, i128)> = BTreeMap::new();
        for means in means {
            let slot = years.entry(means.years).or_default();
            slot.0 += 1;
            slot.1 += i128::from(means.cents);
        }
        return years
            .into_iter()
            .map(|(years, (count, cents))| AccountLine {
                words: Message::new("account-means-of").with("years", years).with("count", count),
                amount: money(cents),
            })
            .collect();
    }
    for group in payers {
        match group {
            [only] => lines.push(means_line(plan, only)),
            [first, .., last] => lines.push(AccountLine {
                words: Message::new("account-tranches")
                    .with("name", plan.name(first.payer))
                    .with("years", first.years.to(last.years))
                    .with("count", group.len()),
                amount: money(group.iter().map(|means| i128::from(means.cents)).sum()),
            }),
            [] => {}
        }
    }
    lines
}

fn means_line(plan: &Plan, means: &Means) -> AccountLine {
    let name = match means.kind {
        MoneyKind::Tranche => "account-tranche",
        MoneyKind::Opening => "account-opening",
        MoneyKind::Outside => "account-outside",
        MoneyKind::Through(kind) => match kind {
            BoundKindName::Cap => "account-through-cap",
            BoundKindName::Limit => "account-through-limit",
            BoundKindName::Paid => "account-through-paid",
            BoundKindName::Coverage => "account-through-coverage",
            BoundKindName::Withdrawal => "account-through-withdrawal",
            BoundKindName::Movement => "account-through-movement",
            BoundKindName::Ceiling => "account-through-ceiling",
            BoundKindName::Inflow => "account-through-inflow",
            BoundKindName::Addition => "account-through-addition",
        },
    };
    let goal = means.goal.and_then(|id| plan.goals.get(id.index())).map_or("", |goal| goal.label.name.as_str());
    AccountLine {
        words: Message::new(name).with("name", plan.name(means.payer)).with("goal", goal).with("years", means.years),
        amount: Money(means.cents),
    }
}

fn bound_word(kind: BoundKindName) -> &'static str {
    match kind {
        BoundKindName::Cap => "bound-cap",
        BoundKindName::Limit => "bound-limit",
        BoundKindName::Paid => "bound-paid",
        BoundKindName::Coverage => "bound-coverage",
        BoundKindName::Withdrawal => "bound-withdrawal",
        BoundKindName::Movement => "bound-movement",
        BoundKindName::Ceiling => "bound-ceiling",
        BoundKindName::Inflow => "bound-inflow",
        BoundKindName::Addition => "bound-addition",
    }
}

/// Money that may not be used for one reason, payer by payer.
fn blocked_words(plan: &Plan, group: &[Blocked]) -> Message {
    let reason = group.first().map_or(Reason::Bounded, |blocked| blocked.reason);
    let name = match reason {
        Reason::Earmarked => "blocked-earmarked",
        Reason::NotNamed => "blocked-not-named",
        Reason::Expired => "blocked-expired",
        Reason::Later => "blocked-later",
        Reason::Bounded => "blocked-bounded",
    };
    let each = |blocked: &Blocked| -> Value {
        let words = Message::new(if reason == Reason::Earmarked { "blocked-for" } else { "blocked-of" })
            .with("name", plan.name(blocked.payer))
            .with("amount", Value::Figure(Money(blocked.cents)))
            .with("years", blocked.years);
        let words = if reason == Reason::Earmarked { words.with("tags", earmark(plan, blocked.payer)) } else { words };
        words.into()
    };
    let total = group.iter().map(|blocked| i128::from(blocked.cents)).sum();
    Message::new(name).with("amount", money(total)).with("money", Value::List(group.iter().map(each).collect()))
}

fn earmark(plan: &Plan, payer: Payer) -> Value {
    let tags = match payer {
        Payer::Source(id) => plan.sources.get(id.index()).map(|source| &source.earmark),
        Payer::Reserve(id) => plan.reserves.get(id.index()).map(|reserve| &reserve.earmark),
    };
    let tags = tags.into_iter().flatten().filter_map(|tag| plan.tags.get(*tag as usize));
    Value::List(tags.map(|tag| tag.as_str().into()).collect())
}

/// The figures for machines.
fn figures(plan: &Plan, conflict: &Conflict, finding: Diagnostic, first: (Year, i64)) -> Diagnostic {
    let text = |text: &str| Figure::Text(text.to_owned());
    let costs = conflict.costs.iter().map(|cost| {
        let mut record = vec![
            ("name", text(name(plan, cost.owner))),
            ("years", Figure::Years(cost.years)),
            ("amount", Figure::Money(Money(cost.cents))),
        ];
        record.extend(cost.share_of.map(|payer| ("payer", text(plan.name(payer)))));
        Figure::Record(record)
    });
    let floors = conflict.kept.iter().map(|kept| {
        Figure::Record(vec![
            ("name", text(plan.name(kept.reserve))),
            ("years", Figure::Years(YearRange::one(kept.year))),
            ("amount", Figure::Money(Money(kept.cents))),
        ])
    });
    let means = conflict.means.iter().map(|means| {
        Figure::Record(vec![
            ("name", text(plan.name(means.payer))),
            ("years", Figure::Years(means.years)),
            ("amount", Figure::Money(Money(means.cents))),
            ("kind", text(kind_word(means.kind))),
        ])
    });
    let blocked = conflict.blocked.iter().map(|blocked| {
        Figure::Record(vec![
            ("name", text(plan.name(blocked.payer))),
            ("years", Figure::Years(blocked.years)),
            ("amount", Figure::Money(Money(blocked.cents))),
            ("reason", text(reason_word(blocked.reason))),
        ])
    });
    let mut finding = finding
        .figure("needed", Figure::Money(money(conflict.needed())))
        .figure("available", Figure::Money(money(conflict.available())))
        .figure("short", Figure::Money(Money(conflict.shortage)))
        .figure("year", Figure::Year(first.0))
        .figure("short_by_then", Figure::Money(Money(first.1)))
        .figure("goals", Figure::List(costs.take(MOST_LINES).collect()))
        .figure("money", Figure::List(means.take(MOST_LINES).collect()))
        .figure("blocked", Figure::List(blocked.collect()));
    if !conflict.kept.is_empty() {
        finding = finding.figure("floors", Figure::List(floors.collect()));
    }
    finding
}

/// The word for machines.
fn kind_word(kind: MoneyKind) -> &'static str {
    match kind {
        MoneyKind::Tranche => "income",
        MoneyKind::Opening => "opening",
        MoneyKind::Outside => "outside",
        MoneyKind::Through(kind) => match kind {
            BoundKindName::Cap => "cap",
            BoundKindName::Limit => "limit",
            BoundKindName::Paid => "paid",
            BoundKindName::Coverage => "coverage",
            BoundKindName::Withdrawal => "withdrawal",
            BoundKindName::Movement => "movement",
            BoundKindName::Ceiling => "ceiling",
            BoundKindName::Inflow => "inflow",
            BoundKindName::Addition => "addition",
        },
    }
}

/// The word for machines.
fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::Earmarked => "earmarked",
        Reason::NotNamed => "not-named",
        Reason::Expired => "expired",
        Reason::Later => "later",
        Reason::Bounded => "bounded",
    }
}
