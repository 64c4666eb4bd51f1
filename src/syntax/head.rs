//! What the head of a block says about the lines that may stand in it.

use crate::source::Span;
use crate::syntax::keyword;

/// The first word of a head, and how far it is indented.
pub(super) struct Head {
    pub(super) indent: usize,
    word: Kind,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Table,
    Rule,
    Test,
    Other,
}

impl Head {
    pub(super) fn new(text: &str, span: Span) -> Self {
        let word = keyword::first_word(text.get(span.range()).unwrap_or_default());
        let before = text.get(..span.start as usize).unwrap_or_default();
        let line_start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        let kind = if keyword::is_word(word, "table", "tabel") {
            Kind::Table
        } else if keyword::is_word(word, "rule", "regel") {
            Kind::Rule
        } else if keyword::is_word(word, "test", "toets") {
            Kind::Test
        } else {
            Kind::Other
        };
        Self { indent: before.len() - line_start, word: kind }
    }

    pub(super) fn is_table(&self) -> bool {
        self.word == Kind::Table
    }

    pub(super) fn is_rule(&self) -> bool {
        self.word == Kind::Rule
    }

    pub(super) fn holds_items(&self) -> bool {
        self.word == Kind::Test
    }
}
