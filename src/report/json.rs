//! Everything that was found -> one JSON object for machines, version 1 of a published form.

use super::{Checked, Notation, Renderer};
use crate::diagnostic::{Diagnostic, Edit, Figure, Fix, Label, NotChecked, Severity};
use crate::evaluation::{OpenAmount, Verdict};
use crate::kind::FileKind;
use crate::money::{self, Money};
use crate::source::{Place, SourceSet};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

/// Version of the form; it changes when a name is taken away or changes its meaning.
pub(super) const VERSION: u32 = 1;

/// A file that took part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Input {
    /// Its name as shown.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Input {
    /// The fingerprint of a file's bytes.
    pub fn new(file: impl Into<String>, bytes: &[u8]) -> Self {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { file: file.into(), sha256 }
    }
}

/// A file that was not checked, as the project wishes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Excluded {
    /// Its name as shown.
    pub file: String,
    /// The project file that leaves it out.
    pub by: String,
    /// The pattern there.
    pub pattern: String,
}

/// What a run was, besides the plans.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The verdict over all plans.
    pub verdict: Verdict,
    /// The files that took part.
    pub inputs: &'a [Input],
    /// The files that were left out.
    pub excluded: &'a [Excluded],
}

impl Run<'_> {
    /// A run that came to this verdict, and no more.
    pub fn of(verdict: Verdict) -> Self {
        Self { verdict, inputs: &[], excluded: &[] }
    }
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    verdict: &'static str,
    plans: Vec<PlanEntry<'a>>,
    findings: Vec<FindingEntry<'a>>,
    scenarios: Vec<ScenarioEntry<'a>>,
    not_checked: Vec<NotCheckedEntry<'a>>,
    open: Vec<OpenEntry<'a>>,
    inputs: &'a [Input],
    excluded: &'a [Excluded],
    packs: Vec<PackEntry<'a>>,
}

#[derive(Serialize)]
struct PlanEntry<'a> {
    name: Option<&'a str>,
    file: &'a str,
    verdict: &'static str,
}

#[derive(Serialize)]
struct ScenarioEntry<'a> {
    plan: Option<&'a str>,
    name: &'a str,
    title: Option<&'a str>,
    verdict: &'static str,
}

#[derive(Serialize)]
pub(super) struct FindingEntry<'a> {
    plan: Option<&'a str>,
    pub(super) scenario: Option<&'a str>,
    code: String,
    severity: &'static str,
    message: String,
    help: Option<String>,
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    places: Vec<LabelEntry<'a>>,
    figures: BTreeMap<&'static str, FigureEntry<'a>>,
    fixes: Vec<FixEntry<'a>>,
    accepted: Option<AcceptedEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<RuleEntry<'a>>,
}

/// The rule of a pack behind a finding, and what its conditions came to.
#[derive(Serialize)]
struct RuleEntry<'a> {
    pack: &'a str,
    name: &'a str,
    basis: Vec<BasisEntry<'a>>,
    values: Vec<String>,
}

#[derive(Serialize)]
struct BasisEntry<'a> {
    text: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct AcceptedEntry<'a> {
    because: &'a str,
    by: Option<&'a str>,
    until: Option<String>,
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct LabelEntry<'a> {
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    label: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum FigureEntry<'a> {
    Owned(String),
    Text(&'a str),
    List(Vec<FigureEntry<'a>>),
    Record(std::collections::BTreeMap<&'static str, FigureEntry<'a>>),
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: String,
    safe: bool,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    #[serde(flatten)]
    place: PlaceEntry<'a>,
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct NotCheckedEntry<'a> {
    plan: Option<&'a str>,
    scenario: Option<&'a str>,
    what: String,
    why: String,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
pub(super) struct OpenEntry<'a> {
    plan: Option<&'a str>,
    name: &'a str,
    year: Option<String>,
    at_most: Option<String>,
}

#[derive(Serialize)]
pub(super) struct PackEntry<'a> {
    name: &'a str,
    version: &'a str,
}

/// The object, with a line end.
pub fn report(plans: &[Checked<'_>], run: Run<'_>) -> String {
    let is_settings = |plan: &&Checked<'_>| plan.evaluation.kind == FileKind::Settings;
    let report = Report {
        version: VERSION,
        verdict: run.verdict.word(),
        plans: plans.iter().filter(|plan| !is_settings(plan)).map(plan_entry).collect(),
        findings: plans.iter().flat_map(findings).collect(),
        scenarios: plans.iter().flat_map(scenarios).collect(),
        not_checked: plans.iter().flat_map(not_checked).collect(),
        open: plans.iter().flat_map(open).collect(),
        inputs: run.inputs,
        excluded: run.excluded,
        packs: packs(plans),
    };
    object(&report)
}

/// An object as text that is safe to show, with a line end.
pub(super) fn object(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Visible(PrettyFormatter::new()));
    // Writing to memory cannot fail, and no key of what is written is anything but a string.
    let _ = value.serialize(&mut serializer);
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

fn plan_entry<'a>(plan: &'a Checked<'_>) -> PlanEntry<'a> {
    let evaluation = plan.evaluation;
    PlanEntry {
        name: evaluation.name.as_deref(),
        file: evaluation.sources.iter().next().map_or("", |(_, file)| file.name()),
        verdict: evaluation.verdict.word(),
    }
}

fn findings<'a>(plan: &'a Checked<'_>) -> impl Iterator<Item = FindingEntry<'a>> {
    plan.shown().map(|finding| finding_entry(plan, finding))
}

pub(super) fn finding_entry<'a>(plan: &'a Checked<'_>, finding: &'a Diagnostic) -> FindingEntry<'a> {
    let sources = &plan.evaluation.sources;
    let renderer = plan.renderer;
    let help: Vec<String> = finding.help.iter().map(|message| renderer.message(message)).collect();
    FindingEntry {
        plan: plan.evaluation.name.as_deref(),
        scenario: finding.scenario.as_deref(),
        code: finding.code().to_string(),
        severity: match finding.level() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: renderer.message(&finding.message),
        help: (!help.is_empty()).then(|| help.join("\n")),
        place: place_entry(sources, finding.place()),
        places: finding.labels.iter().map(|label| label_entry(sources, renderer, label)).collect(),
        figures: finding.figures.iter().map(|(name, figure)| (*name, figure_entry(plan, figure))).collect(),
        fixes: finding.fixes.iter().map(|fix| fix_entry(sources, renderer, fix)).collect(),
        accepted: finding.accepted.as_ref().map(|accepted| AcceptedEntry {
            because: &accepted.because,
            by: accepted.by.as_deref(),
            until: accepted.until.map(|date| date.to_string()),
        }),
        rule: finding.rule.as_ref().map(|rule| RuleEntry {
            pack: &rule.pack,
            name: &rule.name,
            basis: rule.basis.iter().map(|it| BasisEntry { text: &it.text, url: it.url.as_deref() }).collect(),
            values: finding.values.iter().map(|value| renderer.message(value)).collect(),
        }),
    }
}

fn label_entry<'a>(sources: &'a SourceSet, renderer: Renderer<'_>, label: &Label) -> LabelEntry<'a> {
    LabelEntry {
        place: place_entry(sources, label.place),
        label: label.message.as_ref().map(|message| renderer.message(message)),
    }
}

fn place_entry(sources: &SourceSet, place: Place) -> PlaceEntry<'_> {
    let file = sources.file(place.file);
    let start = file.position(place.span.start);
    let end = file.position(place.span.end);
    PlaceEntry { file: file.name(), line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}

fn figure_entry<'a>(plan: &Checked<'_>, figure: &'a Figure) -> FigureEntry<'a> {
    match figure {
        Figure::Money(money) => FigureEntry::Owned(decimal(*money, plan.renderer.notation())),
        Figure::Year(year) => FigureEntry::Owned(plan.renderer.notation().years.label(*year)),
        Figure::Text(text) => FigureEntry::Text(text),
        Figure::List(figures) => FigureEntry::List(figures.iter().map(|figure| figure_entry(plan, figure)).collect()),
        Figure::Years(years) => FigureEntry::Owned(plan.renderer.notation().years.range_label(*years)),
        Figure::Record(figures) => {
            FigureEntry::Record(figures.iter().map(|(name, figure)| (*name, figure_entry(plan, figure))).collect())
        }
    }
}

/// Money as a decimal string with a full stop: `-38063.00`.
pub fn decimal(money: Money, notation: Notation) -> String {
    money::decimal(money.wide(), notation.minor_digits())
}

fn fix_entry<'a>(sources: &'a SourceSet, renderer: Renderer<'_>, fix: &'a Fix) -> FixEntry<'a> {
    let edit = |edit: &'a Edit| EditEntry { place: place_entry(sources, edit.place), text: &edit.text };
    FixEntry { title: renderer.message(&fix.title), safe: fix.safe, edits: fix.edits.iter().map(edit).collect() }
}

fn scenarios<'a>(plan: &'a Checked<'_>) -> impl Iterator<Item = ScenarioEntry<'a>> {
    plan.evaluation.scenarios.iter().map(|result| ScenarioEntry {
        plan: plan.evaluation.name.as_deref(),
        name: &result.name,
        title: result.title.as_deref(),
        verdict: result.verdict.word(),
    })
}

pub(super) fn not_checked<'a>(plan: &'a Checked<'_>) -> impl Iterator<Item = NotCheckedEntry<'a>> {
    let sources = &plan.evaluation.sources;
    let of_plan = plan.evaluation.not_checked.iter().map(|entry| (None, entry));
    let scenarios = plan.evaluation.scenarios.iter();
    let of_scenarios =
        scenarios.flat_map(|result| result.not_checked.iter().map(|entry| (Some(result.name.as_str()), entry)));
    of_plan.chain(of_scenarios).map(|(scenario, NotChecked { what, why, place })| {
        let file = sources.file(place.file);
        NotCheckedEntry {
            plan: plan.evaluation.name.as_deref(),
            scenario,
            what: plan.renderer.message(what),
            why: plan.renderer.message(why),
            file: file.name(),
            line: file.position(place.span.start).line,
        }
    })
}

pub(super) fn open<'a>(plan: &'a Checked<'_>) -> impl Iterator<Item = OpenEntry<'a>> {
    let notation = plan.renderer.notation();
    plan.evaluation.open.iter().map(move |OpenAmount { name, years, at_most }| OpenEntry {
        plan: plan.evaluation.name.as_deref(),
        name,
        year: years.map(|years| notation.years.range_label(years)),
        at_most: at_most.map(|money| decimal(money, notation)),
    })
}

/// Every pack once, by name.
pub(super) fn packs<'a>(plans: &'a [Checked<'_>]) -> Vec<PackEntry<'a>> {
    let mut packs: Vec<_> = plans.iter().flat_map(|plan| &plan.evaluation.packs).collect();
    packs.sort_by_key(|pack| (&pack.name, &pack.version));
    packs.dedup();
    packs.into_iter().map(|pack| PackEntry { name: &pack.name, version: &pack.version }).collect()
}

/// JSON in which the control characters that JSON allows as they are (delete and those from U+0080) are escaped too,
/// since the object may be read on a terminal.
struct Visible<'a>(PrettyFormatter<'a>);

impl Formatter for Visible<'_> {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(super::visible::is_hidden_control) {
            let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
            writer.write_all(before.as_bytes())?;
            let mut chars = found.chars();
            if let Some(char) = chars.next() {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}
