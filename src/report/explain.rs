//! The page of each code -> plain text for a terminal.
//!
//! A page is `locales/LANGUAGE/explain/POK201.md`, in both languages. To add one, write the two files and put the digits
//! of the code into the table below, in order.

use super::text::{Ink, Screen};
use super::wrap::wrapped;
use crate::codes;
use crate::diagnostic::{Code, Message};
use crate::report::Renderer;
use crate::syntax::ast::Language;

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
    "601" "603"
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

    /// The page for a terminal: headings stand out, examples are indented, paragraphs fill the width.
    pub fn text(&self, language: Language, screen: Screen) -> String {
        let mut out = String::new();
        let mut paragraph = String::new();
        let mut in_code = false;
        for line in self.markdown(language).lines() {
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

/// One line for each code: its level and its title.
pub fn list(renderer: Renderer<'_>, screen: Screen) -> String {
    let mut out = String::new();
    let mut last = None;
    for kind in codes::ALL {
        if last == Some(&kind.code) {
            continue;
        }
        last = Some(&kind.code);
        let levels: Vec<String> = levels(&kind.code).into_iter().map(|level| renderer.level(level)).collect();
        let title = Page::of(&kind.code).map_or("", |page| page.title(renderer.language()));
        let code = screen.paint(Ink::Heading, &kind.code.to_string());
        out.push_str(format!("{code}  {title} ({})", levels.join(", ")).trim_end());
        out.push('\n');
    }
    out.push_str(&renderer.message(&Message::new("explain-hint").with("command", "pok explain POK201")));
    out.push('\n');
    out
}

/// The levels that findings of a code may have, gravest first.
fn levels(code: &Code) -> Vec<crate::diagnostic::Severity> {
    let mut levels: Vec<_> = codes::of_code(code).map(|kind| kind.severity).collect();
    levels.sort();
    levels.dedup();
    levels
}
