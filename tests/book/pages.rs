//! The pages of the book as Markdown readers see them: blocks, links, and the anchors that links may name.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A fenced block.
pub(crate) struct Block {
    /// What stands behind the fence.
    pub(crate) info: String,
    /// What it holds.
    pub(crate) text: String,
    /// The line of the fence, from 1.
    pub(crate) line: usize,
}

/// One page.
pub(crate) struct Page {
    /// From the folder of the project.
    pub(crate) path: String,
    pub(crate) blocks: Vec<Block>,
    /// Where its links lead.
    pub(crate) links: Vec<String>,
    /// What a link to a place on this page may say after `#`.
    pub(crate) anchors: Vec<String>,
    /// What stands in it as code within a line.
    pub(crate) inline: Vec<String>,
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Page {
    pub(crate) fn read(path: &str) -> Self {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let text = text.replace("\r\n", "\n");
        let mut page = Self {
            path: path.to_owned(),
            blocks: Vec::new(),
            links: Vec::new(),
            anchors: codes(&text),
            inline: Vec::new(),
        };
        let (mut heading, mut seen) = (None::<String>, BTreeMap::new());
        let mut inside = false;
        for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    let info =
                        if let CodeBlockKind::Fenced(info) = kind { info.to_string() } else { "indented".into() };
                    let line = text[..range.start].lines().count() + 1;
                    page.blocks.push(Block { info, text: String::new(), line });
                    inside = true;
                }
                Event::End(TagEnd::CodeBlock) => inside = false,
                Event::Text(part) if inside => page.blocks.last_mut().unwrap().text.push_str(&part),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    page.anchors.push(anchor(&heading.take().unwrap_or_default(), &mut seen));
                }
                Event::Text(part) | Event::Code(part) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&part);
                    }
                    if text[range.clone()].starts_with('`') {
                        page.inline.push(part.into());
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// The language of the page.
    pub(crate) fn language(&self) -> &'static str {
        if self.path.contains("/nl/") { "nl" } else { "en" }
    }

    /// Where a link of this page leads: a path from the folder of the project, and a place on it.
    pub(crate) fn target(&self, link: &str) -> Option<(String, Option<String>)> {
        if link.contains("://") || link.starts_with("mailto:") {
            return None;
        }
        let (path, place) = link.split_once('#').map_or((link, None), |(path, place)| (path, Some(place.to_owned())));
        if path.is_empty() {
            return Some((self.path.clone(), place));
        }
        let mut parts: Vec<&str> = self.path.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        Some((parts.join("/"), place))
    }
}

/// The rows of the page of codes can be linked to; `theme/pok.js` gives them their names.
fn codes(text: &str) -> Vec<String> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| POK"));
    rows.filter_map(|row| row.split(' ').next()).map(|number| format!("POK{number}")).collect()
}

/// The name that mdBook gives to a heading.
fn anchor(heading: &str, seen: &mut BTreeMap<String, usize>) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter_map(|char| match char {
        char if char.is_alphanumeric() || char == '_' || char == '-' => Some(char),
        char if char.is_whitespace() => Some('-'),
        _ => None,
    });
    let name: String = kept.collect();
    let count = seen.entry(name.clone()).or_insert(0);
    *count += 1;
    if *count == 1 { name } else { format!("{name}-{}", *count - 1) }
}

/// The Markdown files of a folder and below, from the folder of the project, in order.
pub(crate) fn below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    let plain = |path: PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let mut found: Vec<_> = found.into_iter().map(plain).collect();
    found.sort();
    found
}
