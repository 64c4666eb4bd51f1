//! What fixes can do and what they did, in lines for people.

use super::visible::visible;
use super::{Checked, Renderer, shown_once};
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::fix::{LeftOut, Mended, applicable};

/// How many of the findings that are shown can be mended, as a line; nothing where none can.
pub fn hint(plans: &[Checked<'_>], reader: Renderer<'_>) -> String {
    let shown = shown_once(plans);
    let count = |safe: bool| {
        let fits = |finding: &&&Diagnostic| applicable(finding).is_some_and(|fix| fix.safe == safe);
        shown.iter().flatten().filter(fits).count()
    };
    let name = match (count(true), count(false)) {
        (0, 0) => return String::new(),
        (_, 0) => "fixable",
        (0, _) => "fixable-unsafe",
        _ => "fixable-and-unsafe",
    };
    reader.message(&Message::new(name).with("count", count(true)).with("unsafe", count(false))) + "\n"
}

/// What was done, or with `--diff` would be: how many findings, which fixes were left out, which files were not named.
pub fn done(mended: &Mended, written: bool, reader: Renderer<'_>) -> String {
    let mut out = String::new();
    for LeftOut { file, position, title } in &mended.left_out {
        let line = Message::new("fix-left-out").with("file", visible(file)).with("line", position.line.to_string());
        let line = line.with("column", position.column.to_string()).with("title", title.clone());
        out.push_str(&reader.message(&line));
        out.push('\n');
    }
    if !mended.elsewhere.is_empty() {
        let files: Vec<Value> = mended.elsewhere.iter().map(|file| visible(file).into()).collect();
        let line = Message::new("fix-elsewhere").with("count", files.len()).with("files", Value::List(files));
        out.push_str(&reader.message(&line));
        out.push('\n');
    }
    let what = match (mended.count(), written) {
        (0, true) => Message::new("fix-none"),
        (0, false) => Message::new("fix-none-to-do"),
        (count, true) => Message::new("fix-done").with("count", count),
        (count, false) => Message::new("fix-would").with("count", count),
    };
    let line = match mended.with_unsafe {
        0 => what,
        count => Message::new("fix-with-unsafe").with("what", what).with("count", count),
    };
    out.push_str(&reader.message(&line));
    out.push('\n');
    out
}
