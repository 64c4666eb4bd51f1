//! Commas at line ends with the next statement behind them: one too many, and what was meant is clear.

use crate::codes;
use crate::diagnostic::Message;
use crate::source::Span;
use crate::syntax::form::{self, Block, Found};
use crate::syntax::grammar::Grammar;
use crate::syntax::keyword::first_word;
use crate::syntax::layout::Line;
use crate::syntax::reader::{Reader, blanked, without_comments};
use pest::Parser;

impl Reader<'_> {
    /// Splits a line after a comma too many: where it cannot be read as a whole, but a statement begins after a comma
    /// at a line's end. Reports the comma, and gives both statements.
    pub(super) fn split_at_comma(&mut self, block: Block, line: &Line) -> Option<(Line, Line)> {
        let text = self.slice(line.span);
        if line.reported || memchr::memchr(b'\n', text.as_bytes()).is_none() {
            return None;
        }
        let text = without_comments(text);
        let (comma, next) = self.statement_after_comma(block, &text)?;
        let Found::Statement(form) = form::find(block, &text, self.language) else { return None };
        if Grammar::parse(form.node, &blanked(&text, false)).is_ok() {
            return None;
        }
        let start = line.span.start as usize;
        let at = Span::new(start + comma, start + comma + 1);
        let word = first_word(text.get(next..)?);
        let fix = self.replace("fix-remove-comma", true, at, "");
        let word_span = Span::new(start + next, start + next + word.len());
        let finding = self
            .finding(&codes::TRAILING_COMMA, at)
            .with("word", word)
            .label(self.place(word_span), Message::new("label-next-statement"))
            .fix(fix);
        self.report(finding);
        let part = |from: usize, to: usize| Line {
            span: Span::new(from, to),
            comments: line.comments,
            reported: false,
            block: None,
        };
        Some((part(start, start + comma), part(start + next, line.span.end as usize)))
    }

    /// The first comma at a line's end that a statement of the block follows, and where that begins.
    fn statement_after_comma(&self, block: Block, text: &str) -> Option<(usize, usize)> {
        for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
            let before = text.get(..end)?.trim_end();
            let rest = text.get(end..)?;
            let next = end + rest.len() - rest.trim_start().len();
            if before.ends_with(',') && form::is_statement(block, text.get(next..)?, self.language) {
                return Some((before.len() - 1, next));
            }
        }
        None
    }
}
