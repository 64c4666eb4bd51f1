//! The page of each code -> plain text for a terminal.
//!
//! A page is `locales/LANGUAGE/explain/POK201.md`, in both languages. To add one, write the two files and put the digits
//! of the code into the table below, in order.

use super::rules::{says, title};
use super::text::{Ink, Screen};
use super::wrap::wrapped;
use crate::codes;
use crate::diagnostic::{Code, Message};
use crate::model::rule::Rule;
use crate::report::Renderer;
use crate::rule::{Compiled, shipped};
use crate::syntax::ast::Language;
use std::fmt::Write as _;

/// The page of one code.
#[derive(Debug)]
pub struct Page {
    digits: &'static str,
    english: &'static str,
    dutch: &'static str,
}

macro_rules! pages {
    ($($digits:literal)*) => {
        &[$(Page {
            digits: $digits,
            english: include_str!(concat!("../../locales/en/explain/POK", $digits, ".md")),
            dutch: include_str!(concat!("../../locales/nl/explain/POK", $digits, ".md")),
        }),*]
    };
}

/// Every page, by code.
pub static PAGES: &[Page] = pages! {
    "001" "002" "003" "004" "005"
    "101" "102" "103" "104" "105" "106" "107" "108" "109"
    "201" "202" "203" "204" "205" "206" "207" "208" "209" "210" "211"
    "301" "302" "303" "304" "305" "306" "307" "308" "309" "310" "311"
    "401" "402" "403" "404" "405" "406" "407" "408" "409"
    "501" "502" "503" "504" "505"
    "601" "602" "603"
};

impl Page {
    /// The page of a code.
    pub fn of(code: &Code) -> Option<&'static Self> {
        PAGES.iter().find(|page| page.code().as_ref() == Some(code))
    }

    /// Its code.
    pub fn code(&self) -> Option<Code> {
        Code::parse(self.digits)
    }

    /// Its text as written, in Markdown.
    pub fn markdown(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Dutch => self.dutch,
        }
    }

    /// The words after `·` in its first line.
    pub fn title(&self, language: Language) -> &'static str {
        let heading = self.markdown(language).lines().next().unwrap_or("");
        heading.split_once('·').map_or(heading, |(_, title)| title).trim()
    }

    /// The first sentence of what it means.
    pub fn summary(&self, language: Language) -> String {
        let body = self.markdown(language).lines().skip_while(|line| !line.starts_with("## ")).skip(1);
        let paragraph: Vec<&str> = body.map(str::trim).take_while(|line| !line.is_empty()).collect();
        let paragraph = paragraph.join(" ");
        let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
        paragraph.get(..end).unwrap_or("").to_owned()
    }

    /// The page for a terminal.
    pub fn text(&self, language: Language, screen: Screen) -> String {
        plain(self.markdown(language), screen)
    }
}

/// A page in Markdown for a terminal: headings stand out, examples are indented, paragraphs fill the width.
pub fn plain(markdown: &str, screen: Screen) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            end_paragraph(&mut out, &mut paragraph, screen);
            in_code = !in_code;
        } else if in_code {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        } else if let Some(heading) = line.strip_prefix('#') {
            end_paragraph(&mut out, &mut paragraph, screen);
            out.push_str(&screen.paint(Ink::Heading, heading.trim_start_matches('#').trim()));
            out.push('\n');
        } else if line.trim().is_empty() {
            end_paragraph(&mut out, &mut paragraph, screen);
            out.push('\n');
        } else {
            if line.starts_with("- ") {
                end_paragraph(&mut out, &mut paragraph, screen);
            }
            paragraph.push_str(line.trim());
            paragraph.push(' ');
        }
    }
    end_paragraph(&mut out, &mut paragraph, screen);
    out
}

/// Writes a paragraph or a list entry; the marks of Markdown inside a line are left out.
fn end_paragraph(out: &mut String, paragraph: &mut String, screen: Screen) {
    let text = paragraph.trim().replace("**", "");
    let (first, text) = text.strip_prefix("- ").map_or(("", text.as_str()), |entry| ("- ", entry));
    if !text.is_empty() {
        out.push_str(&wrapped(text, first, if first.is_empty() { "" } else { "  " }, screen.width));
    }
    paragraph.clear();
}

/// One line for each code: its level and its title; those of the packs that ship after pok's own.
pub fn list(renderer: Renderer<'_>, screen: Screen) -> String {
    let mut out = String::new();
    let language = renderer.language();
    let mut line = |code: &Code, title: &str, levels: &str| {
        let code = screen.paint(Ink::Heading, &code.to_string());
        out.push_str(format!("{code}  {title} ({levels})").trim_end());
        out.push('\n');
    };
    for code in own_codes() {
        line(code, Page::of(code).map_or("", |page| page.title(language)), &level_words(code, renderer));
    }
    for pack in shipped::names().filter_map(shipped::pack) {
        for rule in own_rules(&pack) {
            line(&rule.notice.code, title(rule, language), &renderer.level(rule.notice.severity));
        }
    }
    out.push_str(&renderer.message(&Message::new("explain-hint").with("command", "pok explain POK201")));
    out.push('\n');
    out
}

/// The same as a document, with what each code says.
pub fn reference(renderer: Renderer<'_>) -> String {
    let language = renderer.language();
    let mut out = format!("# {}\n\n{}\n", renderer.plain("codes-heading"), renderer.plain("codes-intro"));
    let table = |out: &mut String| {
        let heads = renderer.plain("codes-columns");
        let _ = writeln!(out, "\n{heads}\n| --- | --- | --- | --- |");
    };
    let row = |out: &mut String, cells: [&str; 4]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    let _ = writeln!(out, "\n## {}", renderer.plain("codes-own"));
    table(&mut out);
    for code in own_codes() {
        let Some(page) = Page::of(code) else { continue };
        let (levels, summary) = (level_words(code, renderer), page.summary(language));
        row(&mut out, [&code.to_string(), &levels, page.title(language), &summary]);
    }
    for pack in shipped::names().filter_map(shipped::pack) {
        let name = pack.pack.name.as_str();
        let heading =
            pack.pack.title.get(language).map_or_else(|| name.to_owned(), |title| format!("{name} · {title}"));
        let _ = writeln!(out, "\n## {heading}");
        table(&mut out);
        for rule in own_rules(&pack) {
            let (code, level) = (rule.notice.code.to_string(), renderer.level(rule.notice.severity));
            row(&mut out, [&code, &level, title(rule, language), says(&rule.message, language)]);
        }
    }
    out
}

/// Every code of pok itself, once.
fn own_codes() -> Vec<&'static Code> {
    let mut codes: Vec<&Code> = codes::ALL.iter().map(|kind| &kind.code).collect();
    codes.dedup();
    codes
}

/// The rules that a pack does not have from another.
fn own_rules(pack: &Compiled) -> impl Iterator<Item = &Rule> {
    pack.pack.rules.iter().filter(|rule| rule.notice.pack == pack.pack.name)
}

fn level_words(code: &Code, renderer: Renderer<'_>) -> String {
    let levels: Vec<String> = levels(code).into_iter().map(|level| renderer.level(level)).collect();
    levels.join(", ")
}

/// The levels that findings of a code may have, gravest first.
fn levels(code: &Code) -> Vec<crate::diagnostic::Severity> {
    let mut levels: Vec<_> = codes::of_code(code).map(|kind| kind.severity).collect();
    levels.sort();
    levels.dedup();
    levels
}
