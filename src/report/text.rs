//! Findings -> text for people: the sentence, the lines it is about, what to do; nothing but words and lines.

use super::accepted::{apart, reason};
use super::account::accounts;
use super::advice::advice as advised;
use super::snippet::{MOST_PLACES, Snippets};
use super::summary::{Tally, is_unread, plan_line, scenario_lines, total_lines};
use super::unchecked::unchecked;
use super::visible::visible;
use super::wrap::wrapped;
use super::{Checked, Renderer, shown_once};
use crate::diagnostic::{AcceptedBy, Basis, Code, Diagnostic, Message, Severity};
use crate::kind::FileKind;
use crate::rule::shipped;
use crate::source::SourceSet;

/// Most findings of one plan that are drawn with their lines; nobody reads more of them so.
const MOST_FINDINGS: usize = 1_000;

/// What the text is shown on.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Whether colours are shown.
    pub colour: bool,
    /// Whether long sums are shown whole.
    pub all: bool,
    /// Whether all is said in plain sentences, for who hears the text: without lines, arrows and columns.
    pub plain: bool,
}

/// A way to make words stand out.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Error,
    Warning,
    Note,
    Good,
    Heading,
}

impl Screen {
    /// The words in that ink, or as they are where there is no colour.
    pub(super) fn paint(self, ink: Ink, words: &str) -> String {
        let code = match ink {
            Ink::Error => "1;31",
            Ink::Warning => "1;33",
            Ink::Note => "1;36",
            Ink::Good => "1;32",
            Ink::Heading => "1",
        };
        if self.colour { format!("\u{1b}[{code}m{words}\u{1b}[0m") } else { words.to_owned() }
    }
}

/// All findings of all plans, what was not checked, and the summary. `summary` is the reader of the closing lines.
pub fn report(plans: &[Checked<'_>], summary: Renderer<'_>, screen: Screen) -> String {
    let mut out = String::new();
    for (plan, shown) in plans.iter().zip(shown_once(plans)) {
        let (open, accepted) = apart(shown);
        findings(&mut out, plan, &open, screen);
        accepted_list(&mut out, plan, &accepted, screen);
        not_checked(&mut out, plan, screen);
    }
    closing(&mut out, plans, summary, screen);
    out
}

/// Findings about one text, each followed by an empty line, and nothing else.
pub fn findings_alone(sources: &SourceSet, found: &[Diagnostic], renderer: Renderer<'_>, screen: Screen) -> String {
    let snippets = Snippets::new(sources, screen);
    let mut out = String::new();
    for finding in found.iter().take(MOST_FINDINGS) {
        header(&mut out, finding, renderer, screen);
        snippets.draw(&mut out, finding, renderer);
        advice(&mut out, finding, renderer, screen);
        out.push('\n');
    }
    out
}

/// The findings of one plan, each followed by an empty line.
fn findings(out: &mut String, plan: &Checked<'_>, shown: &[&Diagnostic], screen: Screen) {
    let snippets = Snippets::new(&plan.evaluation.sources, screen);
    for finding in shown.iter().take(MOST_FINDINGS) {
        whole(out, finding, plan, &snippets, screen);
        out.push('\n');
    }
    more(out, plan, shown.len(), screen);
}

/// One finding with its sums, its lines and what to do.
fn whole(out: &mut String, finding: &Diagnostic, plan: &Checked<'_>, snippets: &Snippets<'_>, screen: Screen) {
    header(out, finding, plan.renderer, screen);
    accounts(out, finding, plan.renderer, screen);
    snippets.draw(out, finding, plan.renderer);
    advice(out, finding, plan.renderer, screen);
}

/// What the plan accepts: a line each with the reason, or whole where everything is asked for.
fn accepted_list(out: &mut String, plan: &Checked<'_>, list: &[(&Diagnostic, &AcceptedBy)], screen: Screen) {
    if list.is_empty() {
        return;
    }
    let renderer = plan.renderer;
    out.push_str(&screen.paint(Ink::Heading, &renderer.plain("accepted-heading")));
    out.push('\n');
    let snippets = Snippets::new(&plan.evaluation.sources, screen);
    for (finding, accepted) in list.iter().take(MOST_FINDINGS) {
        if screen.all {
            whole(out, finding, plan, &snippets, screen);
            out.push_str(&wrapped(&reason(accepted, renderer), "  ", "  ", screen.width));
            out.push('\n');
            continue;
        }
        let level = format!("{} {}", renderer.level(finding.level()), finding.code());
        let sentence = format!("{level}: {}", renderer.finding(finding));
        out.push_str(&wrapped(&sentence, "  - ", "    ", screen.width));
        out.push_str(&wrapped(&reason(accepted, renderer), "    ", "    ", screen.width));
    }
    more(out, plan, list.len(), screen);
    if !screen.all {
        out.push('\n');
    }
}

/// How many of so many were left out.
fn more(out: &mut String, plan: &Checked<'_>, count: usize, screen: Screen) {
    let left = count.saturating_sub(MOST_FINDINGS);
    if left > 0 {
        let line = plan.renderer.message(&Message::new("more-findings").with("count", left));
        out.push_str(&wrapped(&line, "", "  ", screen.width));
        out.push('\n');
    }
}

fn header(out: &mut String, finding: &Diagnostic, renderer: Renderer<'_>, screen: Screen) {
    let level = format!("{} {}", renderer.level(finding.level()), finding.code());
    let line = wrapped(&format!("{level}: {}", renderer.finding(finding)), "", "  ", screen.width);
    let ink = match finding.level() {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Note => Ink::Note,
    };
    let rest = line.strip_prefix(level.as_str()).unwrap_or("");
    out.push_str(&screen.paint(ink, &level));
    out.push_str(rest);
}

/// Help, ways to mend it, and how many places were left out.
fn advice(out: &mut String, finding: &Diagnostic, renderer: Renderer<'_>, screen: Screen) {
    let left = finding.labels.len().saturating_sub(MOST_PLACES);
    if left > 0 {
        let line = renderer.message(&Message::new("more-places").with("count", left));
        out.push_str(&wrapped(&line, "  ", "  ", screen.width));
    }
    let values: Vec<String> = finding.values.iter().map(|value| renderer.message(value)).collect();
    if !values.is_empty() {
        aside(out, &renderer.plain("values-heading"), &values.join("; "), screen);
    }
    let heading = renderer.plain("help-heading");
    for sentence in advised(finding, renderer) {
        aside(out, &heading, &sentence, screen);
    }
    let heading = renderer.plain("basis-heading");
    for basis in finding.rule.iter().flat_map(|rule| &rule.basis) {
        aside(out, &heading, &visible(&basis_line(basis)), screen);
    }
}

/// A sentence under a finding, after the word that says what it is.
fn aside(out: &mut String, heading: &str, sentence: &str, screen: Screen) {
    let indent = " ".repeat(heading.chars().count() + 4);
    let lines = wrapped(sentence, &indent, &indent, screen.width);
    out.push_str("  ");
    out.push_str(&screen.paint(Ink::Note, &format!("{heading}:")));
    out.push_str(lines.get(indent.len() - 1..).unwrap_or(""));
}

/// What a rule rests on, with its address.
pub(super) fn basis_line(basis: &Basis) -> String {
    match &basis.url {
        Some(url) => format!("{} ({url})", basis.text),
        None => basis.text.clone(),
    }
}

/// The list of what was not checked, with why.
fn not_checked(out: &mut String, plan: &Checked<'_>, screen: Screen) {
    let entries = unchecked(plan);
    if entries.is_empty() {
        return;
    }
    out.push_str(&screen.paint(Ink::Heading, &plan.renderer.plain("not-checked-heading")));
    out.push('\n');
    for entry in entries {
        out.push_str(&wrapped(&entry.sentence, "  - ", "    ", screen.width));
    }
    out.push('\n');
}

/// Whether `pok explain` knows the code: it is pok's own, or that of a pack that ships.
fn has_page(code: &Code) -> bool {
    matches!(code, Code::BuiltIn(_)) || shipped::of_code(&code.to_string()).is_some()
}

/// The verdict of each plan, the counts, and where to read more.
fn closing(out: &mut String, plans: &[Checked<'_>], reader: Renderer<'_>, screen: Screen) {
    let tally = Tally::of(plans);
    let is_settings = |plan: &Checked<'_>| plan.evaluation.kind == FileKind::Settings;
    let only_settings = plans.iter().all(is_settings);
    // Of settings it is said when they cannot be read, and that all is well only where they alone were asked for.
    let worth_a_line = |plan: &&Checked<'_>| {
        let is_clean = || only_settings && plan.shown().next().is_none();
        !is_settings(plan) || is_unread(plan.evaluation) || is_clean()
    };
    for plan in plans.iter().filter(worth_a_line) {
        out.push_str(&wrapped(&plan_line(plan, reader, screen), "", "  ", usize::MAX));
        for line in scenario_lines(plan, reader, screen) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    for line in total_lines(&tally, reader, plans.iter().filter(|plan| !is_settings(plan)).count()) {
        out.push_str(&if screen.plain { line.replace(" · ", "; ") } else { line });
        out.push('\n');
    }
    if let Some(code) = tally.first_code.filter(has_page) {
        let command = format!("pok explain {code}");
        out.push_str(&reader.message(&Message::new("explain-hint").with("command", command)));
        out.push('\n');
    }
}
