//! What stands in a block, line by line: statements or rows with their comments, and where a blank line goes before.

use super::block::Printer;
use crate::source::Span;

/// One line of a block, or a statement of several.
pub(super) enum Entry {
    /// A comment on a line of its own.
    Comment {
        /// The comment.
        span: Span,
        /// Whether a blank line stands before it.
        blank: bool,
    },
    /// A statement or a row.
    Line {
        /// Which of them.
        index: usize,
        /// Whether a blank line stands before it.
        blank: bool,
        /// The comment after it on its line.
        trailing: Option<Span>,
    },
}

/// The lines of a block.
pub(super) struct Entries {
    /// The comment after the opening brace on its line.
    pub(super) opening: Option<Span>,
    /// The lines.
    pub(super) lines: Vec<Entry>,
}

impl Printer<'_> {
    /// Puts lines and comments in order. The block goes `from` after its brace `to` before the other; a file from 0.
    pub(super) fn entries(&self, spans: impl Iterator<Item = Span>, from: usize, to: usize) -> Entries {
        let mut entries = Entries { opening: None, lines: Vec::new() };
        let mut at = from;
        for (index, span) in spans.enumerate() {
            at = self.comments_before(&mut entries, at, span.start as usize);
            let blank = !entries.lines.is_empty() && self.blank_between(at, span.start as usize);
            entries.lines.push(Entry::Line { index, blank, trailing: None });
            at = span.end as usize;
        }
        self.comments_before(&mut entries, at, to);
        entries
    }

    /// Adds the comments between two places; gives where the last of them ends.
    fn comments_before(&self, entries: &mut Entries, from: usize, to: usize) -> usize {
        let mut at = from;
        for &span in self.comments_in(from, to) {
            let start = span.start as usize;
            let same_line = at > 0 && !self.slice(at, start).contains('\n');
            let blank = !entries.lines.is_empty() && self.blank_between(at, start);
            match entries.lines.last_mut() {
                Some(Entry::Line { trailing: trailing @ None, .. }) if same_line => *trailing = Some(span),
                None if same_line && entries.opening.is_none() => entries.opening = Some(span),
                _ => entries.lines.push(Entry::Comment { span, blank }),
            }
            at = span.end as usize;
        }
        at
    }

    /// Whether a blank line stands between two places.
    fn blank_between(&self, from: usize, to: usize) -> bool {
        memchr::memchr_iter(b'\n', self.slice(from, to).as_bytes()).nth(1).is_some()
    }
}
