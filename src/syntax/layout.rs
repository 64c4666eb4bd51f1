//! Text in, items, blocks and statements out: one linear pass that cuts before anything is parsed.

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::source::{FileId, Place, Span};
use crate::syntax::head::Head;
use crate::syntax::keyword;
use crate::syntax::parentheses::Parentheses;
use crate::syntax::scan::{blank_length, ends_open, pasted_blank, string_end};

/// Deepest nesting of braces or parentheses.
pub(super) const DEEPEST: usize = 64;

/// A statement, or the head of a block with its block.
#[derive(Debug)]
pub(super) struct Line {
    /// From the first to the last sign, comments and white space around it left out.
    pub(super) span: Span,
    /// Whether a comment stands in it.
    pub(super) comments: bool,
    /// Whether it holds a mistake that has been reported, so that parsing it would only report it again.
    pub(super) reported: bool,
    /// What stands in braces after it.
    pub(super) block: Option<Box<Block>>,
}

/// What stands between braces.
#[derive(Debug)]
pub(super) struct Block {
    /// The statements; none where the block is that of a table.
    pub(super) lines: Vec<Line>,
    /// From the opening brace to the closing one, both included where they are there.
    pub(super) span: Span,
    /// What stands between the braces.
    pub(super) inner: Span,
}

/// Why a block ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// At its closing brace.
    Closed,
    /// At the head of the next item, since its brace is missing.
    Missing,
    /// At the end of the file, in the first reading: the item must be read again with an eye for heads.
    OutOfText,
}

/// Cuts a file into its items, one at a time.
pub(super) struct Layout<'t> {
    file: FileId,
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// A brace is missing somewhere: a line that looks like the head of an item closes what is open.
    strict: bool,
    /// A finding about a missing brace or depth has been made for the item.
    braces_reported: bool,
    parentheses: Parentheses,
    /// Findings so far.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'t> Layout<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        Self {
            file,
            text,
            bytes: text.as_bytes(),
            at: 0,
            strict: false,
            braces_reported: false,
            parentheses: Parentheses::default(),
            diagnostics: Vec::new(),
        }
    }

    /// The next item of the file.
    pub(super) fn next_item(&mut self) -> Option<Line> {
        loop {
            self.skip_separators();
            match self.byte()? {
                b'}' => {
                    self.report(Diagnostic::new(&codes::STRAY_BRACE, self.place(self.at, self.at + 1)));
                    // A run of them is one slip.
                    while self.byte() == Some(b'}') {
                        self.at += 1;
                        self.skip_separators();
                    }
                }
                _ => return Some(self.item()),
            }
        }
    }

    fn item(&mut self) -> Line {
        let start = self.at;
        let found = self.diagnostics.len();
        self.braces_reported = false;
        let (line, end) = self.line(0, false);
        if end == End::OutOfText && !self.strict {
            self.strict = true;
            self.at = start;
            self.diagnostics.truncate(found);
            self.braces_reported = false;
            return self.line(0, false).0;
        }
        line
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.file, Span::new(start, end))
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Where the line of this offset ends: at its line feed, or at the end of the text.
    fn line_end(&self, from: usize) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        memchr::memchr(b'\n', rest).map_or(self.bytes.len(), |length| from + length)
    }

    fn skip_separators(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b';' => self.at += 1,
                b'#' => self.at = self.line_end(self.at),
                0x80.. => match blank_length(self.text, self.at) {
                    0 => return,
                    length => self.at += length,
                },
                _ => return,
            }
        }
    }

    /// Reads one statement with its block; `depth` counts the blocks around it.
    fn line(&mut self, depth: usize, in_rule: bool) -> (Line, End) {
        let mut line = self.statement(in_rule);
        if self.byte() != Some(b'{') {
            self.skip_to_stranded_brace(&line);
        }
        if self.byte() != Some(b'{') {
            return (line, End::Closed);
        }
        if depth >= DEEPEST {
            self.skip_deep_block();
            line.reported = true;
            return (line, End::Closed);
        }
        let head = Head::new(self.text, line.span);
        let open = self.at;
        self.at += 1;
        let (lines, end) = if head.is_table() {
            (Vec::new(), self.table_body(line.span))
        } else {
            self.lines(depth + 1, &head, line.span)
        };
        let inner_end = if end == End::Closed { self.at.saturating_sub(1) } else { self.at };
        let block =
            Block { lines, span: Span::new(open, self.at), inner: Span::new(open + 1, inner_end.max(open + 1)) };
        line.block = Some(Box::new(block));
        if end == End::Closed {
            self.check_after_block(depth);
        }
        let end = if end == End::Missing && depth == 0 { End::Closed } else { end };
        (line, end)
    }

    /// Reads the statements of a block up to its closing brace.
    fn lines(&mut self, depth: usize, head: &Head, head_span: Span) -> (Vec<Line>, End) {
        let mut lines = Vec::new();
        loop {
            self.skip_separators();
            match self.byte() {
                None if !self.strict => return (lines, End::OutOfText),
                None => {
                    self.report_missing_brace(head_span);
                    return (lines, End::Missing);
                }
                Some(b'}') => {
                    self.at += 1;
                    return (lines, End::Closed);
                }
                Some(_) if self.strict && self.at_item_head(head) => {
                    self.report_missing_brace(head_span);
                    return (lines, End::Missing);
                }
                Some(_) => {}
            }
            let (line, end) = self.line(depth, head.is_rule());
            lines.push(line);
            if end == End::OutOfText {
                return (lines, end);
            }
        }
    }

    fn report_missing_brace(&mut self, head: Span) {
        if !self.braces_reported {
            self.braces_reported = true;
            let place = Place::new(self.file, head);
            self.report(Diagnostic::new(&codes::UNCLOSED_BLOCK, place).help(Message::new("unclosed-block-help")));
        }
    }

    /// Whether the line that begins here looks like the head of an item that cannot stand in this block.
    fn at_item_head(&self, block: &Head) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line_start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        let first_on_line = before.get(line_start..).unwrap_or_default().trim().is_empty();
        if !first_on_line {
            return false;
        }
        let rest = self.text.get(self.at..self.line_end(self.at)).unwrap_or_default();
        let word = keyword::first_word(rest);
        let is_allow = keyword::is_word(word, "allow", "accepteer");
        if !keyword::begins_item(word) || is_allow {
            return false;
        }
        let indent = self.at - line_start;
        indent <= block.indent
            || (rest.contains('{') && !block.holds_items() && !keyword::is_word(word, "theme", "thema"))
    }

    /// An opening brace on a line of its own belongs to the statement before it.
    fn skip_to_stranded_brace(&mut self, line: &Line) {
        if !matches!(self.byte(), Some(b'\n')) {
            return;
        }
        let start = self.at;
        self.skip_separators();
        if self.byte() != Some(b'{') {
            self.at = start;
            return;
        }
        let gap = self.text.get(line.span.end as usize..self.at).unwrap_or_default();
        let mut finding = Diagnostic::new(&codes::BRACE_ON_OWN_LINE, self.place(self.at, self.at + 1));
        if gap.trim().is_empty() {
            let place = self.place(line.span.end as usize, self.at);
            finding = finding.fix(Fix {
                title: Message::new("fix-move-brace"),
                safe: true,
                edits: vec![Edit { place, text: " ".to_owned() }],
            });
        }
        self.report(finding);
    }

    /// After a closing brace only the end of the line, `;` or another closing brace may stand.
    fn check_after_block(&mut self, depth: usize) {
        while self.byte() != Some(b'\n') {
            match blank_length(self.text, self.at) {
                0 => break,
                length => self.at += length,
            }
        }
        if !matches!(self.byte(), None | Some(b'\n' | b';' | b'#' | b'}')) {
            let after = self.text.get(self.at..self.line_end(self.at)).unwrap_or_default();
            let word = keyword::first_word(after);
            let length = if word.is_empty() { after.chars().next().map_or(0, char::len_utf8) } else { word.len() };
            let fix = Fix {
                title: Message::new("fix-new-line"),
                safe: true,
                edits: vec![Edit { place: self.place(self.at, self.at), text: format!("\n{}", "  ".repeat(depth)) }],
            };
            let place = self.place(self.at, self.at + length);
            self.report(Diagnostic::new(&codes::NOT_ON_OWN_LINE, place).with("found", word).fix(fix));
        }
    }

    fn report_limit(&mut self, start: usize, end: usize) {
        if !self.braces_reported {
            self.braces_reported = true;
            let finding = Diagnostic::new(&codes::TOO_DEEP, self.place(start, end)).with("limit", DEEPEST);
            self.report(finding);
        }
    }

    /// Passes over a block that is nested too deeply, however deep it goes.
    fn skip_deep_block(&mut self) {
        self.report_limit(self.at, self.at + 1);
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            self.at += 1;
            match byte {
                b'{' => depth += 1,
                b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                b'#' => self.at = self.line_end(self.at),
                b'"' => self.at = string_end(self.bytes, self.at).unwrap_or_else(|end| end),
                _ => {}
            }
        }
    }

    /// Reads one statement up to its end, the opening brace of its block not included.
    fn statement(&mut self, in_rule: bool) -> Line {
        let start = self.at;
        let mut line = Line { span: Span::new(start, start), comments: false, reported: false, block: None };
        let mut last = start;
        let mut opened: Vec<usize> = Vec::new();
        while let Some(byte) = self.byte() {
            match byte {
                b'{' | b'}' | b';' => break,
                b'\n' => {
                    let Some(next) = self.goes_on(start, last, &opened, in_rule) else { break };
                    // What was passed over may hold comments.
                    line.comments |= next > self.at + 1;
                    self.at = next;
                }
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'#' => {
                    line.comments = true;
                    self.at = self.line_end(self.at);
                }
                b'"' => {
                    let quote = self.at;
                    match string_end(self.bytes, quote + 1) {
                        Ok(end) => {
                            self.at = end;
                            last = end;
                        }
                        Err(end) if self.unclosed_text(quote, end) => break,
                        Err(end) => {
                            self.at = end;
                            last = end;
                            line.reported = true;
                        }
                    }
                }
                b'(' => {
                    opened.push(self.at);
                    if opened.len() == DEEPEST + 1 {
                        line.reported = true;
                        let finding = Diagnostic::new(&codes::TOO_DEEP, self.place(self.at, self.at + 1));
                        self.report(finding.with("limit", DEEPEST));
                    }
                    self.at += 1;
                    last = self.at;
                }
                b')' => {
                    opened.pop();
                    self.at += 1;
                    last = self.at;
                }
                0x80.. if pasted_blank(self.text, self.at) > 0 => self.at += pasted_blank(self.text, self.at),
                _ => {
                    self.at += 1;
                    last = self.at;
                }
            }
        }
        if let (Some(&open), false) = (opened.first(), line.reported) {
            line.reported = true;
            self.report(Diagnostic::new(&codes::UNCLOSED_PARENTHESIS, self.place(open, open + 1)));
        }
        line.span = Span::new(start, last.max(start));
        line.comments &= memchr::memchr(b'#', self.bytes.get(start..last).unwrap_or_default()).is_some();
        line
    }

    /// Reports a text without its closing quote. Where its line ends in a brace, that opens the block, and the statement
    /// is read without the text: then this is true.
    fn unclosed_text(&mut self, quote: usize, line_end: usize) -> bool {
        let text = self.text.get(quote..line_end).unwrap_or_default().trim_end();
        let before_brace = text.strip_suffix('{').map(str::trim_end);
        let end = quote + before_brace.unwrap_or(text).len();
        self.report(Diagnostic::new(&codes::UNCLOSED_TEXT, self.place(quote, end)));
        if before_brace.is_some() {
            self.at = quote + text.len() - 1;
        }
        before_brace.is_some()
    }

    /// Where the statement goes on after the line feed here, if it does.
    fn goes_on(&mut self, start: usize, last: usize, opened: &[usize], in_rule: bool) -> Option<usize> {
        let open = match opened.first() {
            Some(&outermost) => self.parentheses.is_closed(self.text, start, outermost),
            None => ends_open(self.bytes.get(start..last).unwrap_or_default()),
        };
        if open {
            return Some(self.at + 1);
        }
        if !in_rule {
            return None;
        }
        let mut next = self.text.get(self.at..)?.trim_start();
        while next.starts_with('#') {
            next = next.get(memchr::memchr(b'\n', next.as_bytes())?..)?.trim_start();
        }
        let word = keyword::first_word(next);
        let joins = keyword::is_word(word, "and", "en") || keyword::is_word(word, "or", "of");
        (joins || next.starts_with(['(', ')'])).then(|| self.text.len() - next.len())
    }

    /// Finds the end of a table's block, line by line.
    fn table_body(&mut self, head: Span) -> End {
        let body = self.at;
        let mut at = body;
        loop {
            let end = self.line_end(at);
            let line = self.bytes.get(at..end).unwrap_or_default();
            if memchr::memchr3(b'{', b'}', b'"', line).is_some() {
                match self.brace_in_row(at, end) {
                    Some((b'}', brace)) => {
                        self.at = brace + 1;
                        return End::Closed;
                    }
                    Some(_) => break,
                    None => {}
                }
            }
            if end >= self.bytes.len() {
                break;
            }
            at = end + 1;
        }
        self.at = self.item_in_table(body);
        self.report_missing_brace(head);
        End::Missing
    }

    /// The first brace of a row outside texts and comments.
    fn brace_in_row(&self, start: usize, end: usize) -> Option<(u8, usize)> {
        let mut at = start;
        while at < end {
            match self.bytes.get(at).copied()? {
                byte @ (b'{' | b'}') => return Some((byte, at)),
                b'#' => return None,
                b'"' => at = string_end(self.bytes, at + 1).unwrap_or_else(|end| end),
                _ => at += 1,
            }
        }
        None
    }

    /// Where a table without a closing brace ends: at the first line that begins like an item and has no column bar.
    fn item_in_table(&self, body: usize) -> usize {
        let mut at = body;
        while at < self.bytes.len() {
            let end = self.line_end(at);
            let line = self.text.get(at..end).unwrap_or_default();
            let word = keyword::first_word(line.trim_start());
            let is_allow = keyword::is_word(word, "allow", "accepteer");
            if at > body && !is_allow && !line.contains('|') && keyword::begins_item(word) {
                return at;
            }
            at = end + 1;
        }
        self.bytes.len()
    }
}
