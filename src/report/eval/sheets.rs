//! An outcome -> the tables that people read: sources, coverage, course of the reserves, what is left, years.

use super::sheet::{Kind, Line, Sheet};
use super::{ShowHeadroom, Shown, Wanted};
use crate::diagnostic::{Message, Value};
use crate::flow::Room;
use crate::money::YearRange;
use crate::overview::{Amount, GoalLine, Overview, ReserveYear, RoomLine, SourceYear, Totals};
use crate::report::Renderer;
use crate::report::visible::visible;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the tables of one outcome.
pub(super) struct Sheets<'a> {
    overview: &'a Overview,
    renderer: Renderer<'a>,
    /// Things are called by their titles, as a document does, not by their names.
    titles: bool,
    /// Amounts are shown with cents.
    minor: bool,
}

/// What is shown of each year of something: its word, its amount, and whether years add up.
type Measure<T> = (&'static str, fn(&T) -> Amount, bool);

const OF_SOURCE: [Measure<SourceYear>; 7] = [
    ("overview-income", |row| row.income, true),
    ("overview-brought", |row| row.brought_forward, false),
    ("overview-paid", |row| Some(row.paid), true),
    ("overview-added", |row| row.added, true),
    ("overview-moved", |row| row.moved, true),
    ("overview-lapsed", |row| row.lapsed, true),
    ("overview-carried", |row| row.carried, false),
];

const OF_ALL_SOURCES: [Measure<Totals>; 7] = [
    ("overview-income", |row| row.income, true),
    ("overview-brought", |row| row.brought_forward, false),
    ("overview-paid", |row| Some(row.paid), true),
    ("overview-added", |row| row.added, true),
    ("overview-moved", |row| row.moved, true),
    ("overview-lapsed", |row| row.lapsed, true),
    ("overview-carried", |row| row.carried, false),
];

const OF_RESERVE: [Measure<ReserveYear>; 6] = [
    ("overview-opening", |row| row.opening, false),
    ("overview-additions", |row| row.added, true),
    ("overview-withdrawn", |row| Some(row.withdrawn), true),
    ("overview-released", |row| row.released, true),
    ("overview-overflow", |row| row.overflow, true),
    ("overview-closing", |row| row.closing, false),
];

const OF_ALL_RESERVES: [Measure<Totals>; 6] = [
    ("overview-opening", |row| row.reserve_opening, false),
    ("overview-additions", |row| row.reserve_added, true),
    ("overview-withdrawn", |row| Some(row.reserve_withdrawn), true),
    ("overview-released", |row| row.reserve_released, true),
    ("overview-overflow", |row| row.reserve_overflow, true),
    ("overview-closing", |row| row.reserve_closing, false),
];

const OF_YEARS: [Measure<Totals>; 5] = [
    ("overview-from-sources", |row| Some(row.paid), true),
    ("overview-from-reserves", |row| Some(row.covered - row.paid), true),
    ("overview-total-covered", |row| Some(row.covered), true),
    ("overview-uncovered", |row| Some(row.uncovered), true),
    ("overview-total-cost", |row| Some(row.cost), true),
];

/// Words of measures that are always shown, also where they are nothing.
const ALWAYS: [&str; 4] = ["overview-opening", "overview-closing", "overview-total-cost", "overview-total-covered"];
/// Words of measures that are sums of those before.
const SUMS: [&str; 5] =
    ["overview-carried", "overview-closing", "overview-total-cost", "overview-total-covered", "overview-total-left"];

impl<'a> Sheets<'a> {
    pub(super) fn new(overview: &'a Overview, renderer: Renderer<'a>, titles: bool) -> Self {
        let unit = 10_i128.pow(u32::from(overview.digits.min(4)));
        Self { overview, renderer, titles, minor: has_minor(overview, unit) }
    }

    /// All of them that have something in them.
    pub(super) fn all(&self, shown: &Shown<'_>, wanted: Wanted<'_>) -> Vec<Sheet> {
        let mut sheets = vec![self.sources(), self.goals(), self.reserves(), self.left(), self.years()];
        let rooms = shown.outcome.map(|outcome| &outcome.headroom);
        let rooms = match (wanted.headroom, rooms) {
            (ShowHeadroom::No, _) | (_, None) => None,
            (ShowHeadroom::All, Some(rooms)) => Some((rooms.clone(), false)),
            (ShowHeadroom::Of(name), Some(rooms)) => Some((rooms.about(name), true)),
        };
        if let Some((rooms, binding)) = rooms {
            let goals: Vec<RoomLine> = rooms.goals.into_iter().chain(rooms.themes).collect();
            sheets.push(self.headroom("overview-headroom-goals", "overview-goal", &goals, binding));
            sheets.push(self.headroom("overview-headroom-tranches", "overview-source", &rooms.tranches, binding));
        }
        sheets.retain(|sheet| !sheet.is_empty());
        sheets
    }

    fn plain(&self, name: &'static str) -> String {
        self.renderer.plain(name)
    }

    fn about(&self, name: &'static str, about: &str) -> String {
        // The name is made safe where it is put in; it is not cut short here.
        self.renderer.message(&Message::new(name).with("name", visible(about)))
    }

    fn called(&self, name: &str, title: Option<&str>) -> String {
        visible(title.filter(|_| self.titles).unwrap_or(name))
    }

    /// An amount; a dash for nothing where only movements count.
    fn cell(&self, amount: Amount, is_balance: bool) -> String {
        match amount {
            None => self.plain("overview-unknown"),
            Some(0) if !is_balance => "-".to_owned(),
            Some(cents) => self.renderer.cell(cents, self.minor),
        }
    }

    fn year_columns(&self) -> Vec<String> {
        let years = self.overview.years.iter().map(|year| self.renderer.value(&Value::Year(year)));
        years.chain([self.plain("overview-total")]).collect()
    }

    fn sheet(&self, title: &'static str, first: &'static str, lines: Vec<Line>) -> Sheet {
        Sheet {
            title: self.plain(title),
            first: self.plain(first),
            columns: self.year_columns(),
            lines,
            notes: Vec::new(),
        }
    }

    /// The measures of something over the years. Rows that begin later than the plan leave years empty.
    fn measures<T>(&self, lines: &mut Vec<Line>, rows: &[T], measures: &[Measure<T>], depth: usize) {
        let years = self.overview.years.len();
        for (word, amount, adds_up) in measures {
            let amounts: Vec<Amount> = rows.iter().map(amount).collect();
            if amounts.iter().all(|amount| *amount == Some(0)) && !ALWAYS.contains(word) {
                continue;
            }
            let mut cells = vec![String::new(); years.saturating_sub(rows.len())];
            cells.extend(amounts.iter().map(|amount| self.cell(*amount, !adds_up)));
            let sum = amounts.iter().copied().fold(Some(0), both);
            cells.push(if *adds_up { self.cell(sum, false) } else { String::new() });
            let kind = if SUMS.contains(word) { Kind::Total } else { Kind::Plain };
            lines.push(Line { kind, depth, label: self.plain(word), cells });
        }
    }

    fn totals(&self) -> Vec<Totals> {
        self.overview.by_year.iter().map(|(_, totals)| *totals).collect()
    }

    fn sources(&self) -> Sheet {
        let mut lines = Vec::new();
        let mut leaves = 0;
        for line in &self.overview.sources {
            let called = self.called(&line.name, line.title.as_deref());
            let label = if line.unlimited { self.about("overview-unlimited", &called) } else { called };
            let mut measures = Vec::new();
            let shown = if line.unlimited { OF_SOURCE.get(2..3).unwrap_or_default() } else { &OF_SOURCE[..] };
            self.measures(&mut measures, &line.rows, shown, line.depth + 1);
            if !measures.is_empty() {
                leaves += usize::from(!line.is_whole);
                lines.push(heading(label, line.depth));
                lines.append(&mut measures);
            }
        }
        if leaves > 1 {
            lines.push(heading(self.plain("overview-all"), 0));
            self.measures(&mut lines, &self.totals(), &OF_ALL_SOURCES, 1);
        }
        self.sheet("overview-sources", "overview-source", lines)
    }

    fn reserves(&self) -> Sheet {
        let mut lines = Vec::new();
        let shown = || self.overview.reserves.iter().filter(|line| !line.rows.is_empty());
        for line in shown() {
            lines.push(heading(self.called(&line.name, line.title.as_deref()), 0));
            self.measures(&mut lines, &line.rows, &OF_RESERVE, 1);
        }
        if shown().count() > 1 {
            lines.push(heading(self.plain("overview-all"), 0));
            self.measures(&mut lines, &self.totals(), &OF_ALL_RESERVES, 1);
        }
        self.sheet("overview-reserves", "overview-reserve", lines)
    }

    fn years(&self) -> Sheet {
        let mut lines = Vec::new();
        self.measures(&mut lines, &self.totals(), &OF_YEARS, 0);
        lines.iter_mut().filter(|line| line.kind == Kind::Plain).for_each(|line| line.depth = 1);
        let mut sheet = self.sheet("overview-years", "overview-who", lines);
        if self.overview.goals.iter().chain(&self.overview.themes).all(|line| line.rows.is_empty()) {
            sheet.lines.clear();
        }
        sheet
    }

    fn left(&self) -> Sheet {
        let columns = self.overview.years.len();
        let mut lines = Vec::new();
        let mut total = vec![Some(0); columns];
        let leaves = self.overview.sources.iter().filter(|line| !line.is_whole && !line.unlimited);
        let carried = leaves.map(|line| (&line.name, &line.title, line.rows.iter().map(|row| row.carried).collect()));
        let closing = self.overview.reserves.iter();
        let closing = closing.map(|line| (&line.name, &line.title, line.rows.iter().map(|row| row.closing).collect()));
        for (name, title, amounts) in carried.chain(closing) {
            let mut amounts: Vec<Amount> = amounts;
            if amounts.iter().all(|amount| *amount == Some(0)) {
                continue;
            }
            let mut all = vec![Some(0); columns.saturating_sub(amounts.len())];
            all.append(&mut amounts);
            total.iter_mut().zip(&all).for_each(|(sum, amount)| *sum = both(*sum, *amount));
            let cells = all.iter().map(|amount| self.cell(*amount, false)).collect();
            lines.push(Line { kind: Kind::Plain, depth: 0, label: self.called(name, title.as_deref()), cells });
        }
        let cells = total.iter().map(|amount| self.cell(*amount, true)).collect();
        lines.push(Line { kind: Kind::Total, depth: 0, label: self.plain("overview-total-left"), cells });
        let mut sheet = self.sheet("overview-left", "overview-who", lines);
        sheet.columns.pop();
        sheet
    }

    fn goals(&self) -> Sheet {
        let goals = || self.overview.goals.iter().map(|line| (line, false));
        let all = || goals().chain(self.overview.themes.iter().map(|line| (line, true)));
        let columns: BTreeSet<YearRange> = all().flat_map(|(line, _)| line.rows.iter().map(|row| row.years)).collect();
        let columns: Vec<YearRange> = columns.into_iter().collect();
        let mut lines = Vec::new();
        for (line, is_theme) in all().filter(|(line, _)| !line.rows.is_empty()) {
            self.goal(&mut lines, line, is_theme, &columns);
        }
        let asked = || all().map(|(line, _)| line).filter(|line| !line.left_out);
        let mut total: BTreeMap<YearRange, i128> = BTreeMap::new();
        let mut short: BTreeMap<YearRange, i128> = BTreeMap::new();
        let mut payers: BTreeMap<&str, BTreeMap<YearRange, i128>> = BTreeMap::new();
        for row in asked().flat_map(|line| &line.rows) {
            *total.entry(row.years).or_default() += row.cost;
            *short.entry(row.years).or_default() += row.uncovered;
            for (payer, cents) in &row.paid_by {
                *payers.entry(payer).or_default().entry(row.years).or_default() += cents;
            }
        }
        lines.push(self.line(Kind::Total, 0, self.plain("overview-total-cost"), &columns, &total));
        for (payer, amounts) in &payers {
            lines.push(self.line(Kind::Part, 1, self.about("overview-from", &self.payer(payer)), &columns, amounts));
        }
        if short.values().any(|cents| *cents != 0) {
            lines.push(self.line(Kind::Part, 1, self.plain("overview-uncovered"), &columns, &short));
        }
        let mut sheet = self.sheet("overview-goals", "overview-goal", lines);
        let years = columns.iter().map(|years| self.renderer.value(&Value::Years(*years)));
        sheet.columns = years.chain([self.plain("overview-total")]).collect();
        sheet
    }

    fn goal(&self, lines: &mut Vec<Line>, line: &GoalLine, is_theme: bool, columns: &[YearRange]) {
        let called = self.called(&line.name, line.title.as_deref());
        let label = match (line.left_out, is_theme) {
            (true, _) => self.about("overview-left-out", &called),
            (false, true) => self.about("overview-theme", &called),
            (false, false) => called,
        };
        let cost = line.rows.iter().map(|row| (row.years, row.cost)).collect();
        lines.push(self.line(Kind::Plain, 0, label, columns, &cost));
        let payers: BTreeSet<&str> =
            line.rows.iter().flat_map(|row| row.paid_by.iter().map(|(payer, _)| &**payer)).collect();
        for payer in payers {
            let paid = |row: &crate::overview::GoalYears| {
                let (_, cents) = row.paid_by.iter().find(|(known, _)| **known == *payer)?;
                Some((row.years, *cents))
            };
            let amounts = line.rows.iter().filter_map(paid).collect();
            lines.push(self.line(Kind::Part, 1, self.about("overview-from", &self.payer(payer)), columns, &amounts));
        }
        if !line.left_out && line.rows.iter().any(|row| row.uncovered != 0) {
            let short = line.rows.iter().map(|row| (row.years, row.uncovered)).collect();
            lines.push(self.line(Kind::Part, 1, self.plain("overview-uncovered"), columns, &short));
        }
    }

    fn payer(&self, name: &str) -> String {
        if !self.titles {
            return name.to_owned();
        }
        let sources = self.overview.sources.iter().map(|line| (&line.name, &line.title));
        let reserves = self.overview.reserves.iter().map(|line| (&line.name, &line.title));
        let title = sources.chain(reserves).find(|(known, _)| *known == name).and_then(|(_, title)| title.clone());
        title.unwrap_or_else(|| name.to_owned())
    }

    fn line(
        &self,
        kind: Kind,
        depth: usize,
        label: String,
        columns: &[YearRange],
        amounts: &BTreeMap<YearRange, i128>,
    ) -> Line {
        let cell =
            |years: &YearRange| amounts.get(years).map_or_else(|| "-".to_owned(), |it| self.cell(Some(*it), false));
        let total = self.cell(Some(amounts.values().sum()), false);
        Line { kind, depth, label, cells: columns.iter().map(cell).chain([total]).collect() }
    }

    fn headroom(&self, title: &'static str, first: &'static str, rooms: &[RoomLine], binding: bool) -> Sheet {
        let columns: BTreeSet<YearRange> = rooms.iter().map(|room| room.years).collect();
        let mut by_name: BTreeMap<&str, Vec<&RoomLine>> = BTreeMap::new();
        for room in rooms {
            by_name.entry(&room.name).or_default().push(room);
        }
        let (mut lines, mut notes) = (Vec::new(), Vec::new());
        for (name, rooms) in by_name {
            let of = |years: &YearRange| rooms.iter().find(|room| room.years == *years);
            let cells = columns.iter().map(|years| of(years).map_or_else(String::new, |room| self.room(room.room)));
            lines.push(Line { kind: Kind::Plain, depth: 0, label: visible(name), cells: cells.collect() });
            for room in rooms.iter().filter(|_| binding) {
                let years = self.renderer.value(&Value::Years(room.years));
                notes.extend(room.binding.iter().map(|message| format!("{years}: {}", self.renderer.message(message))));
            }
        }
        let columns = columns.iter().map(|years| self.renderer.value(&Value::Years(*years))).collect();
        Sheet { title: self.plain(title), first: self.plain(first), columns, lines, notes }
    }

    fn room(&self, room: Room) -> String {
        match room {
            Room::Exactly(cents) => self.renderer.cell(cents, self.minor),
            Room::AtLeast(cents) => {
                let amount = self.renderer.cell(cents, self.minor);
                self.renderer.message(&Message::new("overview-at-least").with("amount", amount))
            }
            Room::Unbounded => self.plain("overview-unbounded"),
            Room::NotComputed => self.plain("overview-not-computed"),
        }
    }
}

fn heading(label: String, depth: usize) -> Line {
    Line { kind: Kind::Heading, depth, label, cells: Vec::new() }
}

fn both(a: Amount, b: Amount) -> Amount {
    a.zip(b).map(|(a, b)| a + b)
}

/// Whether any amount has cents, so that all are shown with them.
fn has_minor(overview: &Overview, unit: i128) -> bool {
    let of_source = |row: &SourceYear| OF_SOURCE.iter().any(|(_, amount, _)| parts(amount(row), unit));
    let of_reserve = |row: &ReserveYear| OF_RESERVE.iter().any(|(_, amount, _)| parts(amount(row), unit));
    let goals = || overview.goals.iter().chain(&overview.themes).flat_map(|line| &line.rows);
    overview.sources.iter().flat_map(|line| &line.rows).any(of_source)
        || overview.reserves.iter().flat_map(|line| &line.rows).any(of_reserve)
        || goals().any(|row| row.cost % unit != 0 || row.paid_by.iter().any(|(_, cents)| cents % unit != 0))
}

fn parts(amount: Amount, unit: i128) -> bool {
    amount.is_some_and(|cents| cents % unit != 0)
}
