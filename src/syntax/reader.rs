//! Reads one file: finds the statement of each line, parses it, and reports what cannot be read.

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message, Value};
use crate::source::{FileId, Place, Span};
use crate::syntax::ast::{Language, Name};
use crate::syntax::expected;
use crate::syntax::form::{self, Block, Form, Found};
use crate::syntax::grammar::{Grammar, Node, Pair};
use crate::syntax::keyword;
use crate::syntax::layout::Line;
use crate::syntax::parts::Parts;
use crate::syntax::plain::{self, Notation};
use crate::syntax::quotes;
use pest::Parser;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What is needed to read the statements of one file.
pub(super) struct Reader<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) language: Language,
    pub(super) minor_digits: u8,
    /// Whether plain statements too are read by the grammar.
    pub(super) grammar_only: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What is added to an offset in the text being parsed to give one in the file (modulo 2^32).
    pub(super) base: u32,
    /// Keywords of the other language so far.
    pub(super) foreign: usize,
    /// Statements so far whose keyword is of the file's language alone.
    pub(super) native: usize,
}

/// A line with the statement that it is, as it goes to the parser.
pub(super) struct Chosen<'t> {
    pub(super) form: &'static Form,
    pub(super) text: Cow<'t, str>,
    pub(super) base: u32,
}

impl<'t> Reader<'t> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    pub(super) fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Where a pair stands in the file.
    pub(super) fn span(&self, pair: &Pair<'_>) -> Span {
        let span = pair.as_span();
        let local = Span::new(span.start(), span.end());
        let span = Span { start: self.base.wrapping_add(local.start), end: self.base.wrapping_add(local.end) };
        quotes::widened(self.text, span)
    }

    /// A finding at a span.
    pub(super) fn finding(&self, kind: &'static crate::diagnostic::Kind, span: Span) -> Diagnostic {
        Diagnostic::new(kind, self.place(span))
    }

    /// A finding about how something is written, with a sentence of its own.
    pub(super) fn written_wrong(&self, message: &'static str, span: Span) -> Diagnostic {
        let mut finding = self.finding(&codes::SYNTAX, span);
        finding.message = Message::new(message);
        finding
    }

    /// A fix that replaces what stands at a span.
    pub(super) fn replace(&self, title: &'static str, safe: bool, span: Span, text: &str) -> Fix {
        let edits = vec![Edit { place: self.place(span), text: text.to_owned() }];
        Fix { title: Message::new(title).with("text", text), safe, edits }
    }

    /// A name that is declared; words that stand where names stand are refused.
    pub(super) fn declared(&mut self, name: Name) -> Name {
        if keyword::is_reserved(self.slice(name.span)) {
            let finding = self.finding(&codes::RESERVED_NAME, name.span).with("name", self.slice(name.span));
            self.report(finding.help(Message::new("reserved-name-help")));
        }
        name
    }

    /// Reads one line as a statement of the block: the statement and its parts, or `None` with a finding.
    pub(super) fn statement(&mut self, block: Block, line: &Line) -> Option<(&'static Form, Parts)> {
        if line.reported {
            return None;
        }
        let chosen = self.choose(block, line)?;
        self.parse_chosen(&chosen).map(|parts| (chosen.form, parts))
    }

    /// Parses a chosen line.
    pub(super) fn parse_chosen(&mut self, chosen: &Chosen<'_>) -> Option<Parts> {
        self.base = chosen.base;
        if !self.grammar_only {
            let notation = Notation { language: self.language, minor_digits: self.minor_digits };
            let parts = plain::parts(chosen.form, &chosen.text, chosen.base, notation);
            if parts.is_some() {
                return parts;
            }
        }
        match Grammar::parse(chosen.form.node, &chosen.text) {
            Ok(mut pairs) => {
                let pair = pairs.next()?;
                let found = self.diagnostics.len();
                let parts = self.parts(pair);
                if parts.unreadable {
                    debug_assert!(self.diagnostics.len() > found, "what is unreadable has been reported");
                    return None;
                }
                Some(parts)
            }
            Err(error) => {
                if !holds_bad_byte(&chosen.text) {
                    let finding = expected::finding(self, &error, Some(chosen.form), &chosen.text);
                    self.report(finding);
                }
                None
            }
        }
    }

    /// Parses a stretch of the file by a rule of the grammar.
    pub(super) fn parse(&mut self, node: Node, span: Span) -> Option<Parts> {
        let whole = self.slice(span);
        let written = whole.trim_start();
        let text = &*blanked(written, written.contains('#'));
        self.base = span.end.wrapping_sub(Span::new(written.len(), 0).start);
        match Grammar::parse(node, text) {
            Ok(mut pairs) => {
                let parts = pairs.next().map(|pair| self.parts(pair))?;
                (!parts.unreadable).then_some(parts)
            }
            Err(error) => {
                if !holds_bad_byte(text) {
                    let finding = expected::finding(self, &error, None, text);
                    self.report(finding);
                }
                None
            }
        }
    }

    /// Finds out which statement a line is; a word that is nearly right is read as what was meant.
    pub(super) fn choose(&mut self, block: Block, line: &Line) -> Option<Chosen<'t>> {
        let text = self.slice(line.span);
        let start = line.span.start;
        match form::find(block, text, self.language) {
            Found::Statement(form) => {
                let (english, dutch) = form.words();
                self.native += usize::from(english != dutch);
                Some(Chosen { form, text: blanked(text, line.comments), base: start })
            }
            Found::Partial(form) => {
                if self.report_half(form, line) {
                    return None;
                }
                Some(Chosen { form, text: blanked(text, line.comments), base: start })
            }
            Found::Misspelt(..) | Found::Unknown if holds_bad_byte(text) || self.report_invisible(line.span) => None,
            Found::Foreign(form, length) => {
                let span = Span { start, end: start + Span::new(length, length).start };
                self.report_foreign(span, form.word(self.language));
                // The grammar reads both languages.
                Some(Chosen { form, text: blanked(text, line.comments), base: start })
            }
            Found::Misspelt(form, word, length) => {
                let span = Span { start, end: start + Span::new(length, length).start };
                // Of two that are equally near none is chosen for the writer.
                let rival = form::rival(block, text, self.language, form);
                let mut finding = self
                    .finding(&codes::MISSPELT_KEYWORD, span)
                    .with("found", self.slice(span))
                    .with("word", word)
                    .fix(self.replace("fix-replace", rival.is_none(), span, word));
                if let Some(other) = rival {
                    finding = finding.fix(self.replace("fix-replace", false, span, other));
                }
                self.report(finding);
                Some(substitute(form, word, text, length, line))
            }
            Found::Elsewhere(form) => {
                self.report_misplaced(block, form, line);
                None
            }
            Found::Unknown => {
                self.report_unknown(block, line);
                None
            }
        }
    }

    /// Reports a keyword of several words that goes on with another word.
    fn report_half(&mut self, form: &Form, line: &Line) -> bool {
        let Some(keyword) = keyword::of(form.keyword) else { return false };
        let text = self.slice(line.span);
        let begun = |words: &&&str| {
            let first = words.split(' ').next().unwrap_or_default();
            words.contains(' ') && first.eq_ignore_ascii_case(keyword::first_word(text))
        };
        let words = self.language_first(keyword).find(|words| begun(words));
        let Some(words) = words else { return false };
        let mut rest = text;
        let mut before = "";
        for word in words.split(' ') {
            let written = keyword::first_word(rest);
            if !written.eq_ignore_ascii_case(word) {
                let start = line.span.end as usize - rest.len();
                let span = Span::new(start, start + written.len());
                // Another small word is replaced; before a name the word is put in.
                let (place, right) = if written.is_empty() || keyword::is_part(written) {
                    (span, word.to_owned())
                } else {
                    (Span::new(start, start), format!("{word} "))
                };
                let mut fix = self.replace("fix-replace", false, place, &right);
                fix.title = Message::new("fix-replace").with("text", words.to_string());
                let found = if written.is_empty() {
                    Message::new("found-end")
                } else {
                    Message::new("found-text").with("text", written)
                };
                let finding = self
                    .finding(&codes::SYNTAX, span)
                    .with("after", Message::new("after-text").with("text", before))
                    .with("expected", Message::new("expect-keyword").with("word", word))
                    .with("found", found)
                    .fix(fix)
                    .help(Message::new("written-so").with("form", Message::new(form.help)));
                self.report(finding);
                return true;
            }
            before = written;
            rest = rest.get(written.len()..).unwrap_or_default().trim_start();
        }
        false
    }

    /// A keyword's words, those of the file's language first.
    fn language_first(&self, keyword: &'static keyword::Keyword) -> impl Iterator<Item = &'static &'static str> {
        let (own, other) = match self.language {
            Language::English => (keyword.english, keyword.dutch),
            Language::Dutch => (keyword.dutch, keyword.english),
        };
        own.iter().chain(other)
    }

    /// Reports the first sign of a stretch that nobody sees.
    pub(super) fn report_invisible(&mut self, span: Span) -> bool {
        let found = self.slice(span).char_indices().find_map(|(at, char)| {
            let right = invisible(char)?;
            let start = span.start as usize + at;
            Some(self.invisible_finding(char, right, Span::new(start, start + char.len_utf8())))
        });
        let is_found = found.is_some();
        self.diagnostics.extend(found);
        is_found
    }

    pub(super) fn invisible_finding(&self, char: char, right: &str, span: Span) -> Diagnostic {
        let mut fix = self.replace("fix-replace", true, span, right);
        if right.is_empty() {
            fix.title = Message::new("fix-remove-sign");
        }
        self.written_wrong("invisible-sign", span).with("sign", format!("U+{:04X}", u32::from(char))).fix(fix)
    }

    /// Reports a keyword of the other language.
    pub(super) fn report_foreign(&mut self, span: Span, word: &'static str) {
        let place = self.place(span);
        let reported = |finding: &Diagnostic| finding.kind == &codes::FOREIGN_KEYWORD && finding.place() == place;
        if self.diagnostics.iter().rev().take(8).any(reported) {
            return;
        }
        self.foreign += 1;
        let fix = self.replace("fix-replace", true, span, word);
        let finding = self
            .finding(&codes::FOREIGN_KEYWORD, span)
            .with("found", self.slice(span))
            .with("word", word)
            .with("language", language_name(self.language))
            .fix(fix);
        self.report(finding);
    }

    fn report_misplaced(&mut self, block: Block, form: &Form, line: &Line) {
        let word = keyword::first_word(self.slice(line.span));
        let end = line.span.start + Span::new(word.len(), word.len()).start;
        let blocks = form.blocks.iter().filter(|&&block| block != Block::Test || form.blocks.len() == 1);
        let belongs = blocks.map(|block| Message::new(block.name()).into()).collect();
        let finding = self
            .finding(&codes::MISPLACED_STATEMENT, Span { start: line.span.start, end })
            .with("found", word)
            .with("here", Message::new(block.name()))
            .with("blocks", Value::Choice(belongs))
            .help(allowed_here(block));
        self.report(finding);
    }

    fn report_unknown(&mut self, block: Block, line: &Line) {
        let text = self.slice(line.span);
        let word = keyword::first_word(text);
        let length = if word.is_empty() { text.chars().next().map_or(0, char::len_utf8) } else { word.len() };
        let end = line.span.start + Span::new(length, length).start;
        let span = Span { start: line.span.start, end };
        let finding = self
            .finding(&codes::UNKNOWN_KEYWORD, span)
            .with("found", self.slice(span))
            .with("here", Message::new(block.name()))
            .help(allowed_here(block));
        self.report(finding);
    }

    /// Reports a block after a statement that has none.
    pub(super) fn refuse_block(&mut self, line: &Line) {
        if let Some(block) = &line.block {
            let open = Span { start: block.span.start, end: block.span.start + 1 };
            let finding = self.finding(&codes::NO_BLOCK_HERE, open);
            self.report(finding.with("word", keyword::first_word(self.slice(line.span))));
        }
    }
}

/// The line with the right keyword in place of what stands there.
fn substitute<'t>(form: &'static Form, word: &str, text: &str, length: usize, line: &Line) -> Chosen<'t> {
    let rest = text.get(length..).unwrap_or_default();
    let mut whole = String::with_capacity(word.len() + rest.len());
    whole.push_str(word);
    whole.push_str(&blanked(rest, line.comments));
    let moved = Span::new(length, word.len());
    Chosen { form, text: Cow::Owned(whole), base: line.span.start.wrapping_add(moved.start).wrapping_sub(moved.end) }
}

/// Whether a byte stands in it that does not belong in a text, which has been reported.
pub(super) fn holds_bad_byte(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..=8 | 0xE..=0x1F | 0x7F))
}

/// What belongs in place of a sign that is not seen, or looks like another.
pub(super) fn invisible(char: char) -> Option<&'static str> {
    match char {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => Some(""),
        '\u{2010}' | '\u{2011}' => Some("-"),
        _ => None,
    }
}

/// Everything that may begin a statement of a block.
fn allowed_here(block: Block) -> Message {
    let words = BEGINNINGS.get(block as usize).map(Vec::as_slice).unwrap_or_default();
    Message::new("allowed-here").with("here", Message::new(block.name())).with("words", Value::Keywords(words))
}

/// Of every block the words that its statements begin with; one list for all findings.
static BEGINNINGS: LazyLock<Vec<Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| Block::ALL.into_iter().map(beginnings).collect());

fn beginnings(block: Block) -> Vec<(&'static str, &'static str)> {
    let mut words = Vec::new();
    let here = |form: &&Form| form.blocks.contains(&block) && form.keyword != Node::kw_until;
    for form in form::FORMS.iter().filter(here) {
        if !words.contains(&form.words()) {
            words.push(form.words());
        }
    }
    words
}

/// The message that names a language.
pub(super) fn language_name(language: Language) -> Message {
    Message::new(match language {
        Language::English => "language-english",
        Language::Dutch => "language-dutch",
    })
}

/// The text as it is parsed: nothing in it but signs and plain blanks, every offset as it was.
pub(super) fn blanked(text: &str, comments: bool) -> Cow<'_, str> {
    let plain = |byte: &u8| matches!(byte, 0x20..0x7F);
    if !comments && text.as_bytes().iter().all(plain) {
        return Cow::Borrowed(text);
    }
    let text = if comments { Cow::Owned(without_comments(text)) } else { Cow::Borrowed(text) };
    let is_blank = |char: char| char != ' ' && char.is_whitespace();
    if !text.contains(is_blank) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if is_blank(char) {
            out.extend(std::iter::repeat_n(' ', char.len_utf8()));
        } else {
            out.push(char);
        }
    }
    Cow::Owned(out)
}

/// The text with blanks in place of its comments, so that every offset stays.
pub(super) fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_text = false;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '"' => in_text = !in_text,
            '\\' if in_text => {
                out.push(char);
                if let Some(next) = chars.next() {
                    out.push(next);
                }
                continue;
            }
            '\n' => in_text = false,
            '#' if !in_text => {
                out.push(' ');
                for skipped in chars.by_ref() {
                    if skipped == '\n' {
                        out.push('\n');
                        break;
                    }
                    out.extend(std::iter::repeat_n(' ', skipped.len_utf8()));
                }
                continue;
            }
            _ => {}
        }
        out.push(char);
    }
    out
}
