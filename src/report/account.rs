//! The sums behind a finding, as a column of amounts that a reader can redo.

use super::Renderer;
use super::text::{Ink, Screen};
use crate::diagnostic::{Account, AccountLine, Diagnostic, Message, Value};
use unicode_width::UnicodeWidthStr;

/// Lines of one sum that are shown to a reader who does not ask for all.
const MOST_LINES: usize = 12;
/// Words longer than this do not push the amounts of the other lines to the right.
const WIDEST: usize = 60;

/// Writes the sums of a finding, all amounts in one column.
pub(super) fn accounts(out: &mut String, finding: &Diagnostic, renderer: Renderer<'_>, screen: Screen) {
    if finding.accounts.is_empty() {
        return;
    }
    let blocks: Vec<Block> = finding.accounts.iter().map(|account| Block::of(account, renderer, screen)).collect();
    let rows = || blocks.iter().flat_map(|block| block.lines.iter().chain(&block.total));
    let words = rows().map(|row| row.words.width()).max().unwrap_or(0).min(WIDEST);
    let amounts = rows().map(|row| row.amount.width()).max().unwrap_or(0);
    for block in &blocks {
        out.push_str("  ");
        out.push_str(&screen.paint(Ink::Heading, &block.heading));
        out.push('\n');
        for row in &block.lines {
            row.write(out, words, amounts, screen);
        }
        if let Some(row) = &block.total {
            row.write(out, words, amounts, screen);
        }
    }
}

/// A line of a sum in words.
pub(super) struct Row {
    pub(super) words: String,
    pub(super) amount: String,
}

impl Row {
    fn of(line: &AccountLine, renderer: Renderer<'_>) -> Self {
        Self { words: renderer.message(&line.words), amount: renderer.value(&Value::Figure(line.amount)) }
    }

    fn write(&self, out: &mut String, words: usize, amounts: usize, screen: Screen) {
        if screen.plain {
            out.push_str("    ");
            out.push_str(&self.words);
            out.push_str(": ");
            out.push_str(&self.amount);
            out.push('\n');
            return;
        }
        let gap = (words + amounts + 2).saturating_sub(self.words.width() + self.amount.width()).max(1);
        out.push_str("    ");
        out.push_str(&self.words);
        out.push_str(&" ".repeat(gap));
        out.push_str(&self.amount);
        out.push('\n');
    }
}

/// A sum in words.
pub(super) struct Block {
    pub(super) heading: String,
    pub(super) lines: Vec<Row>,
    pub(super) total: Option<Row>,
}

impl Block {
    /// The sum with so many lines as the screen asks for.
    pub(super) fn of(account: &Account, renderer: Renderer<'_>, screen: Screen) -> Self {
        let whole = screen.all && !account.all.is_empty();
        let source = if whole { &account.all } else { &account.lines };
        let cut = if screen.all { source.len() } else { MOST_LINES };
        let mut lines: Vec<Row> = source.iter().take(cut).map(|line| Row::of(line, renderer)).collect();
        let rest = source.get(cut..).unwrap_or(&[]);
        if !rest.is_empty() {
            let sum: i128 = rest.iter().map(|line| line.amount.wide()).sum();
            let amount = crate::money::Money(i64::try_from(sum).unwrap_or(i64::MAX));
            let words = Message::new("account-more").with("count", rest.len());
            lines.push(Row::of(&AccountLine { words, amount }, renderer));
        }
        let total = account.total.as_ref().map(|line| Row::of(line, renderer));
        Self { heading: renderer.message(&account.heading), lines, total }
    }
}
