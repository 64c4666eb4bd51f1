//! The book in docs/ says what is true: every block of it is checked, every link leads somewhere, and the pages about
//! the language show all of it, in both languages.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "book/pages.rs"]
mod pages;
#[path = "book/run.rs"]
mod run;

use pages::{Page, below, root};
use pok::codes;
use pok::model::kinds;
use pok::syntax::keyword;
use run::Walk;
use std::collections::BTreeSet;
use std::fs;

/// Blocks that are not of the language, nor what pok prints.
const OTHER: [&str; 7] = ["sh", "yaml", "toml", "json", "text", "csv", "python"];

fn book() -> Vec<Page> {
    let pages: Vec<_> = below("docs/src").iter().map(|path| Page::read(path)).collect();
    assert!(pages.len() > 30);
    pages
}

/// The plan of a language in which the parts of blocks stand.
fn frame(language: &str) -> String {
    let page = Page::read(&format!("docs/src/{language}/language/index.md"));
    let mut frames = page.blocks.into_iter().filter(|block| block.info == "pok,frame");
    frames.next().unwrap().text
}

#[test]
fn every_block_of_the_book_is_checked() {
    let frames = [("en", frame("en")), ("nl", frame("nl"))];
    let mut complaints = Vec::new();
    for page in &book() {
        let frame = &frames.iter().find(|(language, _)| *language == page.language()).unwrap().1;
        let walk = Walk::new(page, frame);
        for (block, next) in page.blocks.iter().zip(page.blocks.iter().skip(1).map(Some).chain([None])) {
            let words: Vec<&str> = block.info.split(',').collect();
            let each = words.last() == Some(&"each");
            match words.as_slice() {
                ["pok"] | ["pok", "frame"] => walk.file(block, "", None),
                ["pok", how @ ("fails" | "warns" | "fragment")] => {
                    walk.file(block, how, next.filter(|next| next.info == "text"));
                }
                ["pok", "part"] | ["pok", "part", "each"] => walk.part(block, None, each),
                ["pok", part] | ["pok", part, "each"] if part.starts_with("in=") => {
                    walk.part(block, part.strip_prefix("in="), each);
                }
                ["pok", part] if part.starts_with("from=") => walk.shown_from(block, &part[5..]),
                ["console"] => walk.console(block),
                [other] if OTHER.contains(other) => {}
                _ => walk.complain(block, "nobody checks a block of this kind"),
            }
        }
        complaints.append(&mut walk.complaints.borrow_mut());
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// README and the pages of `pok explain` have tests of their own; here only that they hold no other kinds of blocks.
#[test]
fn other_pages_have_blocks_that_are_checked() {
    let readme = Page::read("README.md");
    for block in &readme.blocks {
        let info = block.info.as_str();
        assert!(["pok,fails", "console"].contains(&info) || OTHER.contains(&info), "README: {info}");
    }
    for path in below("locales") {
        let page = Page::read(&path);
        let kinds: Vec<_> = page.blocks.iter().map(|block| block.info.as_str()).collect();
        assert!(kinds == ["pok", "pok"] || kinds == ["toml", "toml"], "{path}: {kinds:?}");
    }
}

#[test]
fn every_page_is_in_the_summary_and_both_languages_have_the_same_pages() {
    let summary = Page::read("docs/src/SUMMARY.md");
    let listed: Vec<_> = summary.links.iter().map(|link| format!("docs/src/{link}")).collect();
    let once: BTreeSet<_> = listed.iter().cloned().collect();
    assert_eq!(once.len(), listed.len(), "a page is listed twice");
    let there: BTreeSet<_> = below("docs/src").into_iter().filter(|path| !path.ends_with("SUMMARY.md")).collect();
    assert_eq!(once, there);
    assert!(listed[0].contains("/nl/"), "Dutch comes first");
    let of = |language: &str| -> BTreeSet<_> { below(&format!("docs/src/{language}/language")).into_iter().collect() };
    let twins: BTreeSet<_> = of("en").iter().map(|path| path.replace("/en/", "/nl/")).collect();
    assert_eq!(twins, of("nl"));
}

#[test]
fn every_link_leads_somewhere() {
    let mut pages = book();
    pages.push(Page::read("README.md"));
    for page in &pages {
        for link in &page.links {
            let Some((path, place)) = page.target(link) else { continue };
            assert!(root().join(&path).is_file(), "{}: {link}", page.path);
            let Some(place) = place else { continue };
            assert!(Page::read(&path).anchors.contains(&place), "{}: {link}", page.path);
        }
        for code in page.inline.iter().filter(|code| code.starts_with("POK") && code.len() == 6) {
            assert!(codes::ALL.iter().any(|kind| kind.code.to_string() == *code), "{}: {code}", page.path);
        }
    }
}

/// The blocks of the language on the pages about it, and about rules.
fn shown(language: &str) -> String {
    let mut pages = below(&format!("docs/src/{language}/language"));
    pages.push(format!("docs/src/{language}/rules.md"));
    let blocks = pages.iter().flat_map(|path| Page::read(path).blocks);
    blocks.filter(|block| block.info.starts_with("pok")).map(|block| block.text + "\n").collect()
}

/// In small letters, with single blanks.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the words stand in the text, as words.
fn has(text: &str, words: &str) -> bool {
    let inside = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_' || char == '-');
    text.match_indices(words)
        .any(|(at, _)| !inside(text[..at].chars().next_back()) && !inside(text[at + words.len()..].chars().next()))
}

#[test]
fn every_keyword_is_in_an_example_and_in_the_list() {
    for language in ["en", "nl"] {
        let shown = folded(&shown(language));
        let list = Page::read(&format!("docs/src/{language}/language/keywords.md"));
        let mut missing = Vec::new();
        for keyword in keyword::ALL {
            let words = if language == "en" { keyword.english } else { keyword.dutch };
            missing
                .extend(words.iter().filter(|word| !has(&shown, word)).map(|word| format!("no example of “{word}”")));
            let both = keyword.english.iter().chain(keyword.dutch);
            let unlisted = both.filter(|word| !list.inline.iter().any(|code| code == *word));
            missing.extend(unlisted.map(|word| format!("“{word}” is not in the list")));
        }
        for kind in kinds::OF_SOURCES.iter().chain(&kinds::OF_RESERVES).chain(&kinds::OF_GOALS) {
            let page = fs::read_to_string(root().join(format!("docs/src/{language}/language/kinds.md"))).unwrap();
            if !page.contains(&format!("| `{}` | `{}` |", kind.english, kind.dutch))
                && !page.contains(&format!("| `{}` | `{}` |", kind.dutch, kind.english))
            {
                missing.push(format!("kind {}", kind.english));
            }
        }
        assert!(missing.is_empty(), "{language}: {missing:#?}");
    }
}

/// Each statement and item of the grammar begins with certain keywords; an example shows it for each of them.
#[test]
fn every_statement_of_the_grammar_is_in_an_example() {
    let grammar = fs::read_to_string(root().join("grammar/pok.pest")).unwrap();
    let rules: Vec<_> = grammar.lines().filter(|line| line.starts_with("s_") || line.starts_with("i_")).collect();
    assert!(rules.len() > 80);
    for language in ["en", "nl"] {
        let shown = shown(language);
        let starts: Vec<_> = shown.split(['\n', ';', '{', '|']).map(folded).collect();
        let mut missing = Vec::new();
        for rule in &rules {
            let (name, body) = rule.split_once(" = { ").unwrap();
            let part = body.split(' ').next().unwrap();
            let inner = grammar.lines().find_map(|line| line.strip_prefix(&format!("{part} = {{ "))).unwrap_or(body);
            let beginnings = beginnings(inner, language);
            assert!(!beginnings.is_empty(), "{name} begins with no keyword");
            for words in beginnings {
                let there = starts
                    .iter()
                    .any(|start| words.iter().any(|word| start.starts_with(word.as_str()) && has(&start[..], word)));
                if !there {
                    missing.push(format!("{name}: {words:?}"));
                }
            }
        }
        assert!(missing.is_empty(), "{language}: no example of {missing:#?}");
    }
}

/// The ways in which a rule of the grammar begins, each with the words for it, of which one is enough.
fn beginnings(body: &str, language: &str) -> Vec<Vec<String>> {
    let words = |rule: &str| -> Vec<String> {
        let found = keyword::ALL.iter().find(|keyword| keyword.rule == rule);
        let words = found.map(|keyword| if language == "en" { keyword.english } else { keyword.dutch });
        words.unwrap_or_default().iter().map(|&word| word.to_owned()).collect()
    };
    let mut ways = vec![vec![String::new()]];
    for element in body.split(" ~ ") {
        let mut choices: Vec<_> = element.trim_matches(['(', ')']).split(" | ").collect();
        // A note among severities is a remark; the word for a note is read there too, and not shown.
        if choices.contains(&"kw_remark") {
            choices.retain(|choice| *choice != "kw_note");
        }
        let choices: Vec<_> = choices.into_iter().map(words).collect();
        if choices.iter().any(Vec::is_empty) {
            break;
        }
        let longer = |before: &Vec<String>, after: &Vec<String>| -> Vec<String> {
            let both = before.iter().flat_map(|first| after.iter().map(move |next| format!("{first} {next}")));
            both.map(|words| words.trim().to_owned()).collect()
        };
        ways = ways.iter().flat_map(|way| choices.iter().map(move |choice| longer(way, choice))).collect();
    }
    ways.retain(|way| way.iter().any(|words| !words.is_empty()));
    ways
}

/// The words that the book shows as keywords are those of the language.
#[test]
fn the_words_in_colour_are_the_keywords() {
    let script = fs::read_to_string(root().join("docs/theme/pok.js")).unwrap();
    let list = script.split("const WORDS = `").nth(1).unwrap().split('`').next().unwrap();
    let listed: BTreeSet<_> = list.split_whitespace().map(str::to_owned).collect();
    let phrases = keyword::ALL.iter().flat_map(|keyword| keyword.english.iter().chain(keyword.dutch));
    let words: BTreeSet<_> = phrases.flat_map(|phrase| phrase.split(' ')).map(str::to_owned).collect();
    assert_eq!(listed, words);
}
