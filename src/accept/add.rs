//! Statements that would accept what is found now, as edits of the plan's own file.

use super::subjects::holds;
use super::{Accepting, Subjects, amount, can_be_accepted, code_of};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::language::Language;
use crate::model::{AcceptedOn, Plan};
use crate::money::{self, Money};
use crate::source::{FileId, Place, SourceFile, SourceSet, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The plan's own file, into which everything is written.
const OWN: FileId = FileId(0);

/// Where an `allow` can be written so that it accepts a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// At the end of a `stated` line.
    Line(Place),
    /// In the block of a table without a name.
    Table(Place),
    /// `on NAME`, at the end of the file.
    Name(String),
    /// At the end of the file, for everything of its code.
    Everywhere,
}

/// How a finding can be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptable {
    /// Its number among the findings.
    pub finding: usize,
    /// Where, the best place first.
    pub spots: Vec<Spot>,
    /// How large what was found is.
    pub amount: Option<Money>,
}

/// A statement to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The code.
    pub code: String,
    /// Where.
    pub spot: Spot,
    /// In which scenario alone.
    pub scenario: Option<String>,
    /// Up to which amount.
    pub at_most: Option<Money>,
}

/// How statements are written in a file.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// Its language.
    pub language: Language,
    /// Digits after the decimal sign.
    pub digits: usize,
}

impl Accepting<'_> {
    /// How each error and warning that is not accepted yet could be.
    pub fn acceptable(&mut self, findings: &[Diagnostic]) -> Vec<Acceptable> {
        let open = |finding: &Diagnostic| finding.accepted.is_none() && finding.severity() != Severity::Note;
        let wanted = |finding: &Diagnostic| open(finding) && can_be_accepted(finding);
        let (at, chosen): (Vec<usize>, Vec<&Diagnostic>) =
            findings.iter().enumerate().filter(|(_, finding)| wanted(finding)).unzip();
        if chosen.is_empty() {
            return Vec::new();
        }
        let plan = self.plan;
        let subjects = self.subjects.get_or_insert_with(|| Subjects::of(plan));
        let about = subjects.of_each(&chosen);
        let each = at.into_iter().zip(chosen).zip(about);
        let acceptable = each.map(|((index, finding), about)| {
            let name = about.first().map(|entity| Spot::Name(plan.name(*entity).to_owned()));
            let spots = spots(plan, finding, name);
            Acceptable { finding: index, spots, amount: amount::amount(finding) }
        });
        acceptable.collect()
    }
}

/// Where an `allow` of a finding can stand.
fn spots(plan: &Plan, finding: &Diagnostic, name: Option<Spot>) -> Vec<Spot> {
    let place = finding.place();
    let mut spots = Vec::new();
    if finding.scenario.is_none() {
        let line = plan.stated.iter().find(|stated| holds(stated.place, place));
        let free = |line: &&crate::model::Stated| line.place.file == OWN && !has_allow(plan, line.place);
        spots.extend(line.filter(free).map(|line| Spot::Line(line.place)));
        let table = plan.tables.iter().find(|table| holds(table.place(table.span), place));
        let table = table.and_then(|table| match &table.name {
            Some(name) => Some(Spot::Name(name.clone())),
            None if table.file == OWN => Some(Spot::Table(table.place(table.span))),
            None => None,
        });
        // What does not add up in a table is a matter of the table, whatever the row is about.
        let (first, then) = if finding.code().is(201) { (table, name) } else { (name, table) };
        spots.extend(first);
        spots.extend(then);
    } else {
        spots.extend(name);
    }
    spots.push(Spot::Everywhere);
    spots
}

/// Whether a `stated` line already accepts something, so that nothing more fits at its end.
fn has_allow(plan: &Plan, line: Place) -> bool {
    plan.accepted.iter().any(|allow| allow.on == AcceptedOn::Within(line) && holds(line, allow.place))
}

/// The statements that accept all of these: one for each code, place and scenario, up to the largest amount there.
pub fn additions(findings: &[Diagnostic], acceptable: &[Acceptable]) -> Vec<Addition> {
    let mut taken: BTreeMap<Place, String> = BTreeMap::new();
    let mut limits: BTreeMap<(Spot, String, Option<String>), Option<Money>> = BTreeMap::new();
    for entry in acceptable {
        let Some(finding) = findings.get(entry.finding) else { continue };
        let code = code_of(finding);
        // A line has room for one statement.
        let fits = |spot: &&Spot| match spot {
            Spot::Line(place) => taken.get(place).is_none_or(|known| *known == code),
            Spot::Table(_) | Spot::Name(_) | Spot::Everywhere => true,
        };
        let spot = entry.spots.iter().find(fits).cloned().unwrap_or(Spot::Everywhere);
        if let Spot::Line(place) = &spot {
            taken.insert(*place, code.clone());
        }
        let limit = limits.entry((spot, code, finding.scenario.clone())).or_insert(entry.amount);
        *limit = limit.zip(entry.amount).map(|(one, other)| one.max(other));
    }
    let covered = |spot: &Spot, code: &String, at_most: Option<Money>| {
        limits.get(&(spot.clone(), code.clone(), None)).is_some_and(|plan| match (*plan, at_most) {
            (None, _) => true,
            (Some(plan), Some(amount)) => amount <= plan,
            (Some(_), None) => false,
        })
    };
    let needed =
        limits.iter().filter(|((spot, code, scenario), limit)| scenario.is_none() || !covered(spot, code, **limit));
    let made = needed.map(|((spot, code, scenario), at_most)| Addition {
        code: code.clone(),
        spot: spot.clone(),
        scenario: scenario.clone(),
        at_most: *at_most,
    });
    made.collect()
}

impl Addition {
    /// The statement, its reason left open.
    pub fn statement(&self, hand: Hand) -> String {
        let dutch = hand.language == Language::Dutch;
        let word = |english: &'static str, other: &'static str| if dutch { other } else { english };
        let mut words = vec![word("allow", "accepteer").to_owned(), self.code.clone()];
        if let Spot::Name(name) = &self.spot {
            words.push(format!("{} {name}", word("on", "op")));
        }
        words.extend(self.scenario.iter().map(|name| format!("in scenario {name}")));
        if let Some(amount) = self.at_most {
            words.push(format!("{} {}", word("at most", "ten hoogste"), written(amount, hand)));
        }
        words.push(format!("{} \"…\"", word("because", "omdat")));
        words.join(" ")
    }
}

/// An amount as a file writes it: `38,063.50` or `38.063,50`, without cents where there are none.
fn written(amount: Money, hand: Hand) -> String {
    let (thousands, sign) = if hand.language == Language::Dutch { ('.', ',') } else { (',', '.') };
    let decimal = money::decimal(amount.wide(), hand.digits);
    let (whole, cents) = decimal.split_once('.').unwrap_or((&decimal, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if cents.bytes().all(|digit| digit == b'0') { grouped } else { format!("{grouped}{sign}{cents}") }
}

/// The edits of the plan's own file that write the statements, in the order of the text.
pub fn edits(file: &SourceFile, additions: &[Addition], hand: Hand) -> Vec<Edit> {
    let text = file.text();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut edits: BTreeMap<u32, String> = BTreeMap::new();
    let mut last = String::new();
    for addition in additions {
        let statement = addition.statement(hand);
        match &addition.spot {
            Spot::Line(place) => edits.entry(place.span.end).or_default().extend([" ", &statement]),
            Spot::Table(place) => {
                let (at, before, after) = before_brace(text, place.span, line_end);
                edits.entry(at).or_default().extend([before, statement, after]);
            }
            Spot::Name(_) | Spot::Everywhere => last.extend([&statement, line_end]),
        }
    }
    if !last.is_empty() {
        let end = Span::new(text.len(), text.len()).end;
        edits.entry(end).or_default().extend([before_last(text, hand.language, line_end), last]);
    }
    let edit = |(at, text)| Edit { place: Place::new(OWN, Span { start: at, end: at }), text };
    edits.into_iter().map(edit).collect()
}

/// Where in a block a last statement goes, with what stands before and after it.
fn before_brace(text: &str, block: Span, line_end: &str) -> (u32, String, String) {
    let end = text.get(..block.end as usize).and_then(|text| text.rfind('}')).unwrap_or(block.end as usize);
    let start = text.get(..end).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
    let indent = text.get(start..end).unwrap_or("");
    if indent.chars().all(char::is_whitespace) {
        (Span::new(start, start).start, format!("{indent}  "), line_end.to_owned())
    } else {
        (Span::new(end, end).start, format!("{line_end}  "), line_end.to_owned())
    }
}

/// What stands between the text and the statements after it: the comment over them, unless it is there already.
fn before_last(text: &str, language: Language, line_end: &str) -> String {
    let comment = match language {
        Language::English => "# Accepted deviations; fill in why each is accepted.",
        Language::Dutch => "# Geaccepteerde afwijkingen; vul bij elk in waarom die is geaccepteerd.",
    };
    let ended = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    let is_there = text.lines().any(|line| line.trim() == comment);
    if is_there { ended.to_owned() } else { format!("{ended}{line_end}{comment}{line_end}") }
}

/// The text with the edits made; those that do not fit it are left out.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let order: BTreeSet<(Span, &str)> = edits.iter().map(|edit| (edit.place.span, edit.text.as_str())).collect();
    for (span, new) in order {
        if let Some(kept) = text.get(done..span.start as usize) {
            out.push_str(kept);
            out.push_str(new);
            done = span.end as usize;
        }
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

/// What goes when the statement at a place is removed: its lines, where nothing else stands on them.
pub(super) fn removed(sources: &SourceSet, place: Place) -> Place {
    let text = sources.file(place.file).text();
    let (start, end) = (place.span.start as usize, place.span.end as usize);
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return place };
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line_end = after.find('\n').map_or(text.len(), |at| end + at + 1);
    let blank = |range| text.get(range).is_some_and(|text: &str| text.trim().is_empty());
    let (start, end) = match (blank(line_start..start), blank(end..line_end)) {
        (true, true) => (line_start, line_end),
        _ if after.trim_start_matches([' ', '\t']).starts_with(';') => {
            let semicolon = end + after.find(';').map_or(0, |at| at + 1);
            let rest = text.get(semicolon..).unwrap_or("");
            (start, semicolon + rest.len() - rest.trim_start_matches([' ', '\t']).len())
        }
        _ => (before.trim_end_matches([' ', '\t', ';']).len(), end),
    };
    Place::new(place.file, Span::new(start, end))
}
