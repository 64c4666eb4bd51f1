//! Packs, a line each.

use crate::diagnostic::Message;
use crate::report::Renderer;
use crate::report::text::{Ink, Screen};
use crate::report::visible::visible;
use crate::rule::Compiled;
use unicode_width::UnicodeWidthStr;

/// The name, version, number of rules and title of each pack.
pub fn packs_list<'p>(packs: impl IntoIterator<Item = &'p Compiled>, renderer: Renderer<'_>, screen: Screen) -> String {
    let rows: Vec<[String; 4]> = packs
        .into_iter()
        .map(|compiled| {
            let pack = &compiled.pack;
            let count = Message::new("packs-rules").with("count", pack.rules.len() + pack.broken.len());
            let title = pack.title.get(renderer.language()).unwrap_or("");
            let version = pack.version.as_deref().unwrap_or("-");
            [visible(&pack.name), visible(version), renderer.message(&count), visible(title)]
        })
        .collect();
    if rows.is_empty() {
        return format!("{}\n", renderer.plain("packs-none"));
    }
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..3).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for [name, version, count, title] in &rows {
        let pad = |cell: &str, column: usize| {
            " ".repeat(widths.get(column).copied().unwrap_or(0).saturating_sub(cell.width()))
        };
        let line = format!(
            "{}{}  {version}{}  {}{count}  {title}",
            screen.paint(Ink::Heading, name),
            pad(name, 0),
            pad(version, 1),
            pad(count, 2)
        );
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
