//! An outcome -> Markdown, ready to paste into a proposal: things by their titles, amounts in the reader's notation.

use super::head::{amounts_in, lists, verdicts};
use super::sheet::{Kind, Sheet};
use super::sheets::Sheets;
use super::{Shown, Wanted};
use crate::diagnostic::Message;
use crate::report::Checked;
use crate::report::markup::escaped;
use crate::report::text::Screen;

/// Nothing is cut or coloured.
const PAPER: Screen = Screen { width: usize::MAX, colour: false, all: false, plain: false };

/// All plans, one after the other.
pub fn report(plans: &[Checked<'_>], wanted: Wanted<'_>) -> String {
    let shown = plans.iter().map(|plan| one(plan, wanted));
    shown.collect::<Vec<_>>().join("\n")
}

fn one(plan: &Checked<'_>, wanted: Wanted<'_>) -> String {
    let shown = Shown::new(plan, wanted);
    let renderer = plan.renderer;
    let name = plan.evaluation.name.as_deref().unwrap_or("");
    let mut out = format!("# {}\n\n", escaped(&renderer.message(&Message::new("overview-plan").with("name", name))));
    for line in verdicts(&shown, renderer, PAPER) {
        out.push_str(&escaped(&line));
        out.push_str("\n\n");
    }
    for list in lists(&shown, PAPER) {
        out.extend([escaped(&list.heading).as_str(), "\n\n"]);
        for entry in &list.entries {
            out.extend(["- ", &escaped(entry), "\n"]);
        }
        out.push('\n');
    }
    let sheets = shown.outcome.map(|outcome| Sheets::new(&outcome.overview, renderer, true));
    let sheets = sheets.map(|sheets| sheets.all(&shown, wanted)).unwrap_or_default();
    for sheet in &sheets {
        table(&mut out, sheet);
    }
    let closing = if sheets.is_empty() { renderer.plain("overview-nothing") } else { amounts_in(renderer) };
    out.push_str(&closing);
    out.push('\n');
    out
}

fn table(out: &mut String, sheet: &Sheet) {
    out.extend(["## ", &escaped(&sheet.title), "\n\n"]);
    let heads: Vec<String> = sheet.columns.iter().map(|head| escaped(head)).collect();
    row(out, &escaped(&sheet.first), &heads);
    out.push_str("| --- |");
    out.push_str(&" ---: |".repeat(sheet.columns.len()));
    out.push('\n');
    for line in &sheet.lines {
        // Spaces at the start of a cell are not shown; these are.
        let indent = "\u{2003}".repeat(line.depth.min(6));
        let bold = |text: &str| match line.kind {
            Kind::Heading | Kind::Total if !text.is_empty() => format!("**{text}**"),
            _ => text.to_owned(),
        };
        let mut cells: Vec<String> = line.cells.iter().map(|cell| bold(&escaped(cell))).collect();
        cells.resize(sheet.columns.len(), String::new());
        row(out, &format!("{indent}{}", bold(&escaped(&line.label))), &cells);
    }
    out.push('\n');
    for note in &sheet.notes {
        out.extend(["- ", &escaped(note), "\n"]);
    }
    if !sheet.notes.is_empty() {
        out.push('\n');
    }
}

fn row(out: &mut String, first: &str, cells: &[String]) {
    out.extend(["| ", first, " |"]);
    for cell in cells {
        out.extend([" ", cell, " |"]);
    }
    out.push('\n');
}
