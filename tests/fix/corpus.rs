//! Every text of the tests and the examples: fixes come to an end, mend what they say, and change nothing else.

use super::{Case, figures, is_left, missing, unread, with_fix};
use pok::report::explain::PAGES;
use pok::syntax::ast::Language;
use std::fs;
use std::path::{Path, PathBuf};

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|end| end == "pok") {
            found.push(path);
        }
    }
}

/// Every plan of the tests and the examples, and every example of the explanation pages.
pub(crate) fn texts() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in
        ["examples", "tests/cases", "tests/syntax", "tests/fix", "tests/plans", "tests/scenarios", "tests/rules"]
    {
        walk(&root.join(folder), &mut paths);
    }
    let mut cases: Vec<Case> = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let text = text.trim_start_matches('\u{FEFF}').to_owned();
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        cases.push(Case { name, text, folder: path.parent().unwrap().to_owned() });
    }
    for (page, language) in PAGES.iter().flat_map(|page| [(page, Language::English), (page, Language::Dutch)]) {
        for (index, block) in page.markdown(language).split("```pok\n").skip(1).enumerate() {
            let text = block.split("\n```").next().unwrap().to_owned() + "\n";
            let name = format!("{}.{language:?}.{index}.pok", page.title(language));
            cases.push(Case { name, text, folder: PathBuf::from("nowhere") });
        }
    }
    assert!(cases.len() > 300, "{}", cases.len());
    cases
}

/// Applied to a text until nothing changes, safe fixes keep every figure that was read.
#[test]
fn safe_fixes_come_to_an_end_and_keep_every_figure() {
    let mut mended_in_all = 0;
    for case in texts() {
        let (text, mended) = case.mended(&case.text, false);
        mended_in_all += mended.count();
        let (before, after) = (case.evaluation(&case.text), case.evaluation(&text));
        let gone = missing(&figures(&case.text), &figures(&text));
        // What an `allow` accepts at most goes with it; years of other readings do not.
        assert!(gone.is_empty(), "{}: {gone:?}\n{text}", case.name);
        let more = figures(&text).len() > figures(&case.text).len();
        assert!(unread(&after) <= unread(&before) || more, "{}\n{text}", case.name);
        assert_eq!(case.mended(&text, false).0, text, "{}: a second time", case.name);
    }
    assert!(mended_in_all > 150, "{mended_in_all}");
}

#[test]
fn unsafe_fixes_come_to_an_end_too() {
    let mut mended_in_all = 0;
    for case in texts() {
        let (text, mended) = case.mended(&case.text, true);
        mended_in_all += mended.count();
        let (before, after) = (case.evaluation(&case.text), case.evaluation(&text));
        let more = figures(&text).len() > figures(&case.text).len();
        assert!(unread(&after) <= unread(&before) || more, "{}\n{text}", case.name);
        assert_eq!(case.mended(&text, true).0, text, "{}: a second time", case.name);
    }
    assert!(mended_in_all > 250, "{mended_in_all}");
}

/// Fixes that do not make their finding go away when they are applied alone, each with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[(
    "tests/syntax/all-english.pok:131: stated-too-high [\"0\"]",
    "the cell where a row and a column with formulas cross: their parts are wrong too, so that each asks another figure",
)];

#[test]
fn every_fix_applied_alone_mends_its_finding() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in texts() {
        let before = case.evaluation(&case.text);
        for finding in &before.findings {
            for fix in &finding.fixes {
                let Some((text, changes)) = with_fix(&case.text, fix) else { continue };
                count += 1;
                let after = case.evaluation(&text);
                let left = is_left(finding, &changes, &after);
                let gone = if fix.safe { missing(&figures(&case.text), &figures(&text)) } else { Vec::new() };
                if left || !gone.is_empty() {
                    let at = before.sources.file(finding.place().file).position(finding.place().span.start);
                    let edits: Vec<&str> = fix.edits.iter().map(|edit| edit.text.as_str()).collect();
                    let name = finding.message.name;
                    wrong.push(format!("{}:{}: {name} {edits:?} left {left} gone {gone:?}", case.name, at.line));
                }
            }
        }
    }
    assert!(count > 300, "{count}");
    let excused = |line: &String| EXCEPTIONS.iter().any(|(start, _)| line.starts_with(start));
    assert_eq!(wrong.iter().filter(|line| excused(line)).count(), EXCEPTIONS.len(), "an exception is none any more");
    wrong.retain(|line| !excused(line));
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
