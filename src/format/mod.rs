//! One layout for every file: a text in, the same text laid out anew, or why it is left alone.
//!
//! What a file says is printed from its pieces ([`crate::syntax::outline`]); then the result is read again and held to the
//! file as it was ([`same`]), so that a mistake here leaves a file as it is rather than changing what it means.

mod block;
mod entries;
mod holes;
mod line;
pub mod same;
mod table;
mod words;

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::language::Language;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::figure::Turn;
use crate::syntax::outline::{self, Statement};
use crate::syntax::{self, BYTE_ORDER_MARK, ast};
use block::Printer;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language that the file gets; its own where none is asked for.
    pub language: Option<Language>,
}

/// Why a file is left as it is.
#[derive(Debug)]
pub struct Refusal {
    /// What is wrong, and at which place.
    pub why: Why,
    /// The file as it was read, for the place.
    pub source: SourceFile,
    /// Where.
    pub span: Span,
    /// The language of the file.
    pub language: Language,
}

/// A file laid out anew.
#[derive(Debug)]
pub struct Formatted {
    /// Its bytes, with the line ends and the byte-order mark of the file; those that came in where nothing changes.
    pub bytes: Vec<u8>,
    /// The language that it was written in.
    pub language: Language,
}

impl Refusal {
    /// What is said about it.
    pub fn message(self) -> Message {
        let (name, line) = (self.source.name().to_owned(), self.source.position(self.span.start).line);
        let message = |said| Message::new(said).with("file", name).with("line", line);
        match self.why {
            Why::Unreadable(what) => message("format-unreadable").with("what", what),
            Why::Clash { word, becomes } => message("format-clash").with("word", word).with("becomes", becomes),
            Why::Changed => message("format-changed"),
        }
    }
}

/// What keeps a file from being laid out.
#[derive(Debug)]
pub enum Why {
    /// A part of the text cannot be read; what is said of the first.
    Unreadable(Message),
    /// A word would become, in the other language, one that already means something else here.
    Clash {
        /// The word as it stands.
        word: String,
        /// What it would become.
        becomes: String,
    },
    /// What was printed does not mean the same: a mistake of the formatter.
    Changed,
}

/// Lays out a file of that name to show.
pub fn format(name: &str, bytes: &[u8], options: Options) -> Result<Formatted, Box<Refusal>> {
    let (source, mut findings) = syntax::decode(FileId::default(), name, bytes.to_vec());
    let read = Read::of(source.text());
    let language = read.file.language;
    findings.extend(read.findings);
    findings.sort_by_key(Diagnostic::place);
    if let Some(error) = findings.into_iter().find(|finding| finding.severity() == Severity::Error) {
        let span = error.place().span;
        return Err(Box::new(Refusal { why: Why::Unreadable(error.message), source, span, language }));
    }
    let turn = Turn { from: language, to: options.language.unwrap_or(language) };
    let printed = match printed(source.text(), turn) {
        Ok(printed) => printed,
        Err((why, span)) => return Err(Box::new(Refusal { why, source, span, language })),
    };
    if let Err(span) = same::check(source.text(), &printed, turn, read.minor_digits) {
        return Err(Box::new(Refusal { why: Why::Changed, source, span, language }));
    }
    Ok(Formatted { bytes: dressed(&printed, source.text(), bytes), language })
}

/// A file as the parser reads it.
struct Read {
    file: ast::File,
    findings: Vec<Diagnostic>,
    minor_digits: u8,
}

impl Read {
    /// Reads a file. Of what currency the amounts of a part of a plan are, only the plan knows: where they are no amounts
    /// in cents, three and four decimals are tried.
    fn of(text: &str) -> Self {
        let mut reads = [2_u8, 3, 4].into_iter().map(|minor_digits| {
            let options = syntax::Options { minor_digits: Some(minor_digits), ..syntax::Options::default() };
            let (file, findings) = syntax::parse(FileId::default(), text, options);
            Self { file, findings, minor_digits }
        });
        let errors = |read: &Self| read.findings.iter().any(|finding| finding.severity() == Severity::Error);
        let first = reads.next();
        match first {
            Some(first) if !errors(&first) => first,
            Some(first) => reads.find(|read| !errors(read)).unwrap_or(first),
            None => Self { file: ast::File::default(), findings: Vec::new(), minor_digits: 2 },
        }
    }
}

/// The text laid out, its lines ending in line feeds.
fn printed(text: &str, turn: Turn) -> Result<String, (Why, Span)> {
    let statements =
        outline::outline(text, turn.from).map_err(|span| (Why::Unreadable(Message::new("format-odd")), span))?;
    let mut printer = Printer::new(text, turn, &statements);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    if turn.from != turn.to && !declares_language(&statements) {
        out.push_str(match turn.to {
            Language::English => "language en\n",
            Language::Dutch => "taal nl\n",
        });
        if !text.trim().is_empty() {
            out.push('\n');
        }
    }
    printer.file(&statements, &mut out);
    match printer.clash.take() {
        Some((span, word, becomes)) => Err((Why::Clash { word, becomes }, span)),
        None => Ok(out),
    }
}

fn declares_language(statements: &[Statement]) -> bool {
    let first = statements.first().and_then(|statement| statement.pieces.first());
    first.is_some_and(|piece| matches!(piece.kind, syntax::pieces::Kind::Keyword(word) if word.rule == "kw_language"))
}

/// The text as bytes, with the line ends and the byte-order mark of the file.
fn dressed(printed: &str, text: &str, bytes: &[u8]) -> Vec<u8> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let carriage = memchr::memmem::find_iter(text.as_bytes(), b"\r\n").count();
    let mut out = Vec::with_capacity(printed.len() + BYTE_ORDER_MARK.len());
    if bytes.starts_with(BYTE_ORDER_MARK) {
        out.extend_from_slice(BYTE_ORDER_MARK);
    }
    if 2 * carriage > ends {
        out.extend_from_slice(printed.replace('\n', "\r\n").as_bytes());
    } else {
        out.extend_from_slice(printed.as_bytes());
    }
    out
}
