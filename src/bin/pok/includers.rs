//! Plans that use a named file: who changes a part of plans wants to know of those plans.

use super::files::{Disk, Found, Target, canonical, marked, read_up_to, shown};
use super::project::{Projects, from_here};
use ignore::WalkBuilder;
use pok::diagnostic::{Message, Value};
use pok::kind::{FileKind, kind_of};
use pok::load::{Loaded, load};
use pok::report::Renderer;
use pok::syntax::LARGEST;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

/// A named file, and the plans that use it and were not named.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UsedBy {
    part: String,
    plans: BTreeSet<String>,
}

/// Adds to what was found the plans that include a named part of plans, or use named rules.
pub(crate) fn add(found: &mut Found, paths: &[PathBuf], projects: &mut Projects) -> Vec<UsedBy> {
    let mut parts: Vec<&PathBuf> = paths.iter().filter(|path| path.is_file() && is_part(path)).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let named: BTreeSet<PathBuf> =
        found.targets.iter().filter_map(file_of).filter_map(|path| canonical(&path)).collect();
    parts.retain(|path| canonical(path).is_some_and(|whole| named.contains(&whole)));
    let mut by_key: BTreeMap<String, UsedBy> = BTreeMap::new();
    for part in &parts {
        if let Some(whole) = canonical(part) {
            let part = shown(part);
            by_key.insert(whole.to_string_lossy().into_owned(), UsedBy { part, plans: BTreeSet::new() });
        }
    }
    for plan in parts.iter().flat_map(|part| candidates(part)).collect::<BTreeSet<_>>() {
        let target = Target::File(PathBuf::from(from_here(&plan)));
        if named.contains(&plan) || !mentions_files(&plan) {
            continue;
        }
        let Some(keys) = keys_of_plan(&target) else { continue };
        let uses: Vec<String> = keys.into_iter().filter(|key| by_key.contains_key(key)).collect();
        if uses.is_empty() || projects.admit(&target).is_err() {
            continue;
        }
        for key in uses {
            if let Some(used) = by_key.get_mut(&key) {
                used.plans.insert(from_here(&plan));
            }
        }
        found.targets.push(target);
    }
    found.targets.sort();
    found.targets.dedup();
    by_key.into_values().filter(|used| !used.plans.is_empty()).collect()
}

/// A line for each named file that has brought plans along.
pub(crate) fn lines(used: &[UsedBy], reader: Renderer<'_>) -> String {
    let line = |used: &UsedBy| {
        let plans: Vec<Value> = used.plans.iter().map(|plan| plan.as_str().into()).collect();
        let message = Message::new("also-checked").with("file", used.part.as_str()).with("count", plans.len());
        reader.message(&message.with("plans", Value::List(plans))) + "\n"
    };
    used.iter().map(line).collect()
}

fn file_of(target: &Target) -> Option<PathBuf> {
    match target {
        Target::Stdin | Target::Given(_) => None,
        Target::File(path) => Some(path.clone()),
    }
}

/// Whether a file can be part of plans: no line of it begins a plan, or it holds rules.
fn is_part(path: &Path) -> bool {
    let Some(bytes) = bytes(path) else { return false };
    let text = String::from_utf8_lossy(&bytes);
    let begins = |word: &str| text.lines().any(|line| first_word(line).eq_ignore_ascii_case(word));
    !begins("plan") || begins("pack") || begins("pakket")
}

fn first_word(line: &str) -> &str {
    line.trim_start_matches('\u{FEFF}').split_whitespace().next().unwrap_or("")
}

/// Whether the text names other files. That of a file which cannot be read does not, and who checks it will hear of it.
fn mentions_files(path: &Path) -> bool {
    let Some(bytes) = bytes(path) else { return false };
    let text = String::from_utf8_lossy(&bytes);
    let words = ["include", "neem", "use", "gebruik"];
    text.lines().any(|line| words.iter().any(|word| first_word(line).eq_ignore_ascii_case(word)))
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    read_up_to(File::open(path).ok()?, LARGEST).ok()
}

/// Keys of all files that a plan consists of, and of the rules that it uses; none where the file declares no plan.
fn keys_of_plan(target: &Target) -> Option<Vec<String>> {
    let (mut disk, input) = Disk::open(target, false).ok()?;
    let loaded = load(input, &mut disk);
    (kind_of(&loaded) == FileKind::Plan).then(|| {
        let rules = loaded.rule_files.iter().filter_map(|file| file.loaded.as_deref().ok());
        rules.flat_map(|rules: &Loaded| rules.keys.iter()).chain(&loaded.keys).cloned().collect()
    })
}

/// Files that may use a part: all of its project, and where it has none those beside it.
fn candidates(part: &Path) -> Vec<PathBuf> {
    let Some(own) = part.parent().and_then(canonical) else { return Vec::new() };
    let project = own.ancestors().find(|folder| marked(folder));
    let mut walk = WalkBuilder::new(project.unwrap_or(&own));
    walk.require_git(false).git_global(false);
    if project.is_none() {
        walk.max_depth(Some(1));
    }
    let is_plan = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pok"));
    let files = walk.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    files.filter(|path| is_plan(path) && path.is_file()).collect()
}
