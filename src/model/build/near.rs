//! Unknown names: what was probably meant, and the findings about them.

use super::Builder;
use super::names::{Unknown, Wanted, What};
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message, Value};
use crate::source::Place;

/// Comparisons of names in one plan, after which nothing is offered any more: a plan of ten thousand typos stays fast.
const COMPARISONS: usize = 2_000_000;

/// Names for which near ones are looked for in one plan.
const SEARCHES: u32 = 200;

/// Longest name, in letters, for which near ones are looked for.
const LONGEST: usize = 64;

/// How many letters longer or shorter a near name may be.
const LONGER: usize = 2;

/// How far a name may be from what was meant.
pub(super) fn reach(name: &str) -> usize {
    match name.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    }
}

/// The candidates that are nearest to a name, within its reach.
pub(super) fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let length = name.chars().count();
    if length > LONGEST {
        return Vec::new();
    }
    let reach = reach(name);
    let folded = name.to_lowercase();
    let mut best = reach.saturating_add(1);
    let mut near = Vec::new();
    for candidate in candidates {
        if candidate == name || candidate.chars().count().abs_diff(length) > LONGER {
            continue;
        }
        let distance = strsim::osa_distance(&folded, &candidate.to_lowercase());
        if distance < best {
            near.clear();
            best = distance;
        }
        if distance == best && distance <= reach {
            near.push(candidate);
        }
    }
    near.sort_unstable();
    near.dedup();
    near
}

impl Builder<'_> {
    /// Whether near names may be looked for once more.
    pub(super) fn may_search(&mut self) -> bool {
        self.searches = self.searches.saturating_add(1);
        self.searches <= SEARCHES
    }

    /// One finding for every unknown name; what was probably meant is not complete.
    pub(super) fn report_unknown(&mut self) {
        let unknowns = std::mem::take(&mut self.names.unknowns);
        let mut left = COMPARISONS;
        for unknown in &unknowns {
            let searched = self.may_search() && left >= self.names.known.len();
            let near = if searched { self.near(unknown) } else { Vec::new() };
            left = left.saturating_sub(self.names.known.len());
            let meant = match near.as_slice() {
                [(_, what)] => Some(*what),
                _ => None,
            };
            if let (true, Some(What::Entity(entity))) = (unknown.amounts, meant) {
                self.damage_entity(entity);
            }
            let near: Vec<String> = near.into_iter().map(|(name, _)| name).collect();
            let finding = self.unknown_finding(unknown, &near);
            self.findings.push(finding);
        }
    }

    fn near(&self, unknown: &Unknown) -> Vec<(String, What)> {
        #[expect(clippy::iter_over_hash_type, reason = "the nearest are sorted")]
        let fitting = {
            let mut fitting = Vec::new();
            for (name, (what, _)) in &self.names.known {
                if *what != What::Unreadable && unknown.wanted.accepts(*what) {
                    fitting.push(name.as_ref());
                }
            }
            fitting
        };
        let near = nearest(&unknown.name, fitting.into_iter());
        near.into_iter().filter_map(|name| Some((name.to_owned(), self.names.known.get(name)?.0))).collect()
    }

    fn unknown_finding(&self, unknown: &Unknown, near: &[String]) -> Diagnostic {
        let (first, further) = unknown.places.split_first().map_or((Place::default(), &[][..]), |(a, b)| (*a, b));
        let mut finding = Diagnostic::new(&codes::UNKNOWN_NAME, first)
            .with("name", unknown.name.as_str())
            .with("wanted", unknown.wanted.words(false));
        for place in further {
            finding = finding.label(*place, Message::new("label-here-too"));
        }
        if let Some(parts) = self.as_difference(unknown) {
            return offer(finding, &unknown.places, &parts, "unknown-name-help-minus");
        }
        match near {
            [] => finding.help(Self::unknown_help(unknown)),
            [one] => offer(finding, &unknown.places, one, "unknown-name-help-near"),
            several => {
                let names = several.iter().take(4).map(|name| Value::Text(name.clone())).collect();
                let offered = several.iter().take(4).map(|name| replaced(&unknown.places, name, false));
                let finding = offered.fold(finding, Diagnostic::fix);
                finding.help(Message::new("unknown-name-help-near").with("near", Value::Choice(names)))
            }
        }
    }

    fn unknown_help(unknown: &Unknown) -> Message {
        if unknown.wanted == Wanted::DOCUMENT {
            Message::new("unknown-name-help-document").with("name", unknown.name.as_str())
        } else {
            Message::new("unknown-name-help").with("name", unknown.name.as_str())
        }
    }

    /// `a-b` where `a` and `b` are known and `a-b` is not.
    fn as_difference(&self, unknown: &Unknown) -> Option<String> {
        if !unknown.sum {
            return None;
        }
        split_known(&unknown.name, |part| self.names.known.contains_key(part))
    }
}

/// `baten-lasten` as `baten - lasten`, where both parts are known.
pub(super) fn split_known(name: &str, known: impl Fn(&str) -> bool) -> Option<String> {
    let (left, right) = name.match_indices('-').find_map(|(at, _)| {
        let (left, right) = (name.get(..at)?, name.get(at.saturating_add(1)..)?);
        (known(left) && known(right)).then_some((left, right))
    })?;
    Some(format!("{left} - {right}"))
}

/// Offers one name in the place of another, everywhere.
pub(super) fn offer(finding: Diagnostic, places: &[Place], name: &str, help: &'static str) -> Diagnostic {
    // `road-2` in the place of `road-1` is more than a slip of the pen.
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let safe = finding.names().next().is_none_or(|written| digits(written) == digits(name));
    finding.help(Message::new(help).with("near", name)).fix(replaced(places, name, safe))
}

fn replaced(places: &[Place], name: &str, safe: bool) -> Fix {
    let edits = places.iter().map(|place| Edit { place: *place, text: name.to_owned() }).collect();
    Fix { title: Message::new("fix-write").with("text", name), safe, edits }
}
