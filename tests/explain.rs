//! The pages of `pok explain`: each there in both languages, under the same headings, and shown as plain text.
#![allow(clippy::unwrap_used, reason = "tests")]

use insta::assert_snapshot;
use pok::codes;
use pok::diagnostic::Code;
use pok::report::explain::{PAGES, Page, list};
use pok::report::text::Screen;
use pok::report::{Notation, Phrasebook, Renderer};
use pok::syntax::ast::Language;
use std::fs;

const SCREEN: Screen = Screen { width: 80, colour: false, all: false, plain: false };

#[test]
fn the_table_lists_every_page_there_is() {
    let listed: Vec<String> = PAGES.iter().map(|page| format!("{}.md", page.code().unwrap())).collect();
    for language in ["en", "nl"] {
        let folder = fs::read_dir(format!("locales/{language}/explain")).unwrap();
        let mut present: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        present.sort();
        assert_eq!(listed, present, "{language}");
    }
}

#[test]
fn every_page_has_its_headings() {
    let headings = [
        (Language::English, ["## What it means", "## Why it matters", "## Example", "## Mended"]),
        (Language::Dutch, ["## Wat het betekent", "## Waarom het ertoe doet", "## Voorbeeld", "## Hersteld"]),
    ];
    for page in PAGES {
        for (language, headings) in headings {
            let markdown = page.markdown(language);
            assert!(markdown.starts_with(&format!("# {} · ", page.code().unwrap())), "{markdown}");
            let places = headings.map(|heading| markdown.find(heading));
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{markdown}");
            assert!(!page.title(language).is_empty());
        }
    }
}

#[test]
fn a_page_is_shown_as_plain_text() {
    assert_snapshot!("page_en", Page::of(&Code::BuiltIn(2)).unwrap().text(Language::English, SCREEN));
    assert_snapshot!("page_nl", Page::of(&Code::BuiltIn(2)).unwrap().text(Language::Dutch, SCREEN));
}

#[test]
fn the_list_has_every_code_once() {
    let book = Phrasebook::default();
    let list = list(Renderer::new(book.words(Language::Dutch), Notation::default()), SCREEN);
    for kind in codes::ALL {
        let lines = list.lines().filter(|line| line.starts_with(&kind.code.to_string())).count();
        assert_eq!(lines, 1, "{}", kind.code);
    }
}
