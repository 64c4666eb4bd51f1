//! What changes in a text, as a unified diff.

use pok::report::visible::visible;
use similar::TextDiff;

/// The lines that change, with two around them; names and texts may hold anything, so they are made safe to show.
pub(crate) fn difference((old_name, new_name): (&str, &str), old: &str, new: &str) -> String {
    let difference = TextDiff::from_lines(old, new);
    let text = difference.unified_diff().context_radius(2).header(&visible(old_name), &visible(new_name)).to_string();
    text.lines().map(|line| visible(line) + "\n").collect()
}

/// The same of a file and what it would become.
pub(crate) fn of_file(name: &str, old: &str, new: &str) -> String {
    difference((name, &format!("{name} (new)")), old, new)
}
