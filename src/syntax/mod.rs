//! Text in, a [`ast::File`] and findings about the text out.

pub mod ast;
mod cell;
mod clause;
mod comma;
mod expected;
mod expression;
pub mod figure;
mod form;
mod grammar;
mod head;
mod item;
pub mod keyword;
mod label;
mod layout;
mod number;
pub mod outline;
mod parentheses;
mod parts;
mod piece;
pub mod pieces;
mod plain;
mod quotes;
mod reader;
pub mod rewrite;
mod rule;
mod scan;
mod scenario;
mod separator;
mod slip;
mod table;
mod text;
mod token;
mod years;

pub use number::currency_mark;
pub use text::{BYTE_ORDER_MARK, LARGEST, decode};

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::source::{FileId, Place, Span, whole_characters};
use ast::{File, Language};
use layout::Layout;
use reader::Reader;
use std::borrow::Cow;

/// What is known of a file before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Decimals of the including plan's currency; a `currency` statement in the file itself wins. Two where nothing
    /// is said.
    pub minor_digits: Option<u8>,
    /// Reads every statement by the grammar, also those that are plain enough to be read faster: the same tree.
    pub grammar_only: bool,
}

/// Whether a sign is a quote around a text, straight or curly.
pub fn is_quote(char: char) -> bool {
    char == '"' || quotes::CURLY.contains(&char)
}

/// Reads a file. What cannot be read is reported and left out; everything else is kept.
pub fn parse(file: FileId, written: &str, options: Options) -> (File, Vec<Diagnostic>) {
    match quotes::straight(written) {
        Cow::Borrowed(text) => parse_straight(file, text, options),
        Cow::Owned(text) => {
            // Quotes of other widths leave their places behind, which only the grammar's reader knows of.
            let options = Options { grammar_only: true, ..options };
            let (parsed, mut diagnostics) = parse_straight(file, &text, options);
            quotes::clean(&mut diagnostics);
            for diagnostic in &mut diagnostics {
                diagnostic.places(|place| Place::new(place.file, whole_characters(written, place.span)));
            }
            (parsed, diagnostics)
        }
    }
}

/// Reads an expression that stands alone, such as one given on the command line. `None` where it cannot be read, which
/// is then reported.
pub fn parse_expression(
    file: FileId,
    written: &str,
    language: Language,
    minor_digits: u8,
) -> (Option<ast::Expression>, Vec<Diagnostic>) {
    parse_within(file, written, Span::new(0, written.len()), language, minor_digits)
}

/// The same for an expression that stands in a longer text: within a text in quotes, say.
pub fn parse_within(
    file: FileId,
    written: &str,
    span: Span,
    language: Language,
    minor_digits: u8,
) -> (Option<ast::Expression>, Vec<Diagnostic>) {
    let text = quotes::straight(written);
    let mut reader = Reader {
        file,
        text: &text,
        language,
        minor_digits,
        grammar_only: true,
        diagnostics: Vec::new(),
        base: 0,
        foreign: 0,
        native: 0,
    };
    let expression = reader.alone(span);
    let mut diagnostics = reader.diagnostics;
    if matches!(text, Cow::Owned(_)) {
        quotes::clean(&mut diagnostics);
    }
    for diagnostic in &mut diagnostics {
        diagnostic.places(|place| Place::new(place.file, whole_characters(written, place.span)));
    }
    (expression, diagnostics)
}

fn parse_straight(file: FileId, text: &str, options: Options) -> (File, Vec<Diagnostic>) {
    let minor_digits = own_minor_digits(text).or(options.minor_digits).unwrap_or(2);
    let declared = declared_language(text);
    let language = declared.unwrap_or_default();
    let known = Known { file, minor_digits, grammar_only: options.grammar_only };
    let (parsed, diagnostics, words) = parse_as(text, language, known);
    if declared.is_none() && words.foreign > 2 && words.foreign > 2 * words.native {
        let (parsed, mut diagnostics, _) = parse_as(text, Language::Dutch, known);
        let start = Place::new(file, Span::default());
        let edits = vec![Edit { place: start, text: "taal nl\n\n".to_owned() }];
        let fix = Fix { title: Message::new("fix-declare-language"), safe: true, edits };
        let finding = Diagnostic::new(&codes::FOREIGN_FILE, start).fix(fix).help(Message::new("foreign-file-help"));
        diagnostics.insert(0, finding);
        return (parsed, diagnostics);
    }
    (parsed, diagnostics)
}

/// How many keywords were of the other language, and how many of the file's own.
struct WordCount {
    foreign: usize,
    native: usize,
}

/// What is the same in whatever language a file is read.
#[derive(Clone, Copy)]
struct Known {
    file: FileId,
    minor_digits: u8,
    grammar_only: bool,
}

fn parse_as(text: &str, language: Language, known: Known) -> (File, Vec<Diagnostic>, WordCount) {
    let Known { file, minor_digits, grammar_only } = known;
    let mut reader = Reader {
        file,
        text,
        language,
        minor_digits,
        grammar_only,
        diagnostics: Vec::new(),
        base: 0,
        foreign: 0,
        native: 0,
    };
    let mut layout = Layout::new(file, text);
    let mut parsed = File { language, ..File::default() };
    let mut first = true;
    while let Some(line) = layout.next_item() {
        let declared = item::declared_language(reader.slice(line.span));
        match declared {
            Some(Ok(_)) if first => {}
            Some(Err(found)) => {
                let finding = reader.finding(&codes::LANGUAGE_UNKNOWN, line.span).with("found", found);
                reader.report(finding);
            }
            _ => reader.item(&line, &mut parsed),
        }
        first = false;
    }
    let mut diagnostics = reader.diagnostics;
    diagnostics.append(&mut layout.diagnostics);
    diagnostics.sort_by_key(Diagnostic::place);
    let words = WordCount { foreign: reader.foreign, native: reader.native };
    (parsed, diagnostics, words)
}

/// The language that the first item declares.
fn declared_language(text: &str) -> Option<Language> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|char: char| char.is_whitespace() || char == ';');
        match rest.strip_prefix('#') {
            Some(comment) => rest = comment.split_once('\n').map_or("", |(_, after)| after),
            None => break,
        }
    }
    let line = rest.split(['\n', ';', '#']).next().unwrap_or_default();
    item::declared_language(line).and_then(Result::ok)
}

/// The decimals of the currency that the file itself states.
fn own_minor_digits(text: &str) -> Option<u8> {
    let bytes = text.as_bytes();
    for (found, word) in [(&b"urrency"[..], "currency"), (&b"aluta"[..], "valuta")] {
        // Where the line of the last one begins, and whether a comment or text may have begun on it since.
        let (mut seen, mut line_start, mut quoted) = (0, 0, false);
        for at in memchr::memmem::find_iter(bytes, found) {
            let start = at.checked_sub(1)?;
            let between = bytes.get(seen..start).unwrap_or_default();
            if let Some(end) = memchr::memrchr(b'\n', between) {
                line_start = seen + end + 1;
                quoted = false;
            }
            quoted |= memchr::memchr2(b'#', b'"', bytes.get(seen.max(line_start)..start).unwrap_or_default()).is_some();
            seen = start;
            let line = text.get(line_start..start).unwrap_or_default().trim_end();
            let begins = line.is_empty() || line.ends_with([';', '{']);
            let rest = text.get(start..).unwrap_or_default();
            if !begins || quoted || !keyword::is_word(keyword::first_word(rest), word, word) {
                continue;
            }
            let code = keyword::first_word(rest.get(word.len()..).unwrap_or_default().trim_start());
            let currency = iso_currency::Currency::from_code(&code.to_ascii_uppercase());
            if let Some(digits) = currency.and_then(iso_currency::Currency::exponent) {
                return u8::try_from(digits).ok();
            }
        }
    }
    None
}
