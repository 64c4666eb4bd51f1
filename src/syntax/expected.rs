//! What the parser expected, in the reader's words: a few nouns and keywords, never rules of the grammar.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::source::Span;
use crate::syntax::form::Form;
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::reader::Reader;
use pest::error::{Error, ErrorVariant, InputLocation};

/// Most alternatives that a message names.
const MOST: usize = 4;

/// The finding for a statement that could not be parsed.
pub(super) fn finding(reader: &Reader<'_>, error: &Error<Node>, form: Option<&Form>, text: &str) -> Diagnostic {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let rest = text.get(at..).unwrap_or_default();
    let length = found_length(rest);
    let start = reader.base.wrapping_add(Span::new(at, 0).start);
    let end = start.wrapping_add(Span::new(length, 0).start);
    let positives = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.as_slice(),
        ErrorVariant::CustomError { .. } => &[],
    };
    let found = match rest.get(..length).filter(|found| !found.is_empty()) {
        Some(found) => Message::new("found-text").with("text", found),
        None => Message::new("found-end"),
    };
    let sign = rest.chars().next().filter(|&char| crate::syntax::number::is_minus(char) || char == '/');
    let joined = rest.chars().nth(1).is_some_and(|next| !next.is_whitespace());
    if let (Some(sign), true) = (sign, joined && nouns_have_operator(positives)) {
        let span = Span { start, end: start.wrapping_add(Span::new(sign.len_utf8(), 0).start) };
        let before = text.get(..at).unwrap_or_default().ends_with(char::is_whitespace);
        let right = if before { format!("{sign} ") } else { format!(" {sign} ") };
        let fix = reader.replace("fix-replace", true, span, &right);
        return reader.finding(&codes::OPERATOR_SPACING, span).with("operator", sign.to_string()).fix(fix);
    }
    let after = match last_token(text.get(..at).unwrap_or_default()) {
        "" => Message::new("at-start"),
        before => Message::new("after-text").with("text", before),
    };
    let mut finding = Diagnostic::new(&codes::SYNTAX, reader.place(Span { start, end }))
        .with("after", after)
        .with("expected", Value::Choice(expected(positives)))
        .with("found", found);
    if let Some(form) = form {
        finding = finding.help(Message::new("written-so").with("form", Message::new(form.help)));
    }
    finding
}

/// How long the word or sign is that was found instead.
fn found_length(rest: &str) -> usize {
    let word = keyword::first_word(rest);
    if !word.is_empty() {
        return word.len();
    }
    if rest.starts_with('"') {
        return crate::syntax::scan::string_end(rest.as_bytes(), 1).unwrap_or_else(|end| end);
    }
    rest.chars().next().map_or(0, char::len_utf8)
}

/// The last word, text or sign of what was read.
fn last_token(before: &str) -> &str {
    let before = before.trim_end();
    let start = match before.char_indices().next_back() {
        None => 0,
        Some((_, '"')) => before.get(..before.len() - 1).and_then(|inner| inner.rfind('"')).unwrap_or(0),
        Some((at, last)) => {
            let inside = |char: char| keyword::is_name_char(char) || matches!(char, '.' | ',' | '-' | '/' | '%' | '_');
            if inside(last) && last != ',' {
                let outside = before.char_indices().rev().find(|&(_, char)| !inside(char));
                outside.map_or(0, |(at, char)| at + char.len_utf8())
            } else {
                at
            }
        }
    };
    before.get(start..).unwrap_or_default()
}

/// The nouns for what could have stood there, the most telling first.
fn expected(positives: &[Node]) -> Vec<Value> {
    let mut nouns: Vec<&'static str> = Vec::new();
    let mut words: Vec<Value> = Vec::new();
    // What may follow any statement says nothing about this one.
    let anywhere = [Node::EOI, Node::reference, Node::stage, Node::kw_as];
    let telling = positives.iter().any(|node| !anywhere.contains(node));
    for &node in positives.iter().filter(|node| !telling || !anywhere.contains(node)) {
        if let Some(word) = keyword::of(node) {
            let value =
                Value::Keyword(word.english.first().copied().unwrap_or(""), word.dutch.first().copied().unwrap_or(""));
            if !words.contains(&value) {
                words.push(value);
            }
        } else if let Some(noun) = noun(node)
            && !nouns.contains(&noun)
        {
            nouns.push(noun);
        }
    }
    if nouns.contains(&"expect-close") || nouns.contains(&"expect-operator") {
        // A call or a claim could begin here too, but that is seldom what is missing.
        nouns.retain(|&noun| noun != "expect-open" && (noun != "expect-equals" || !nouns_have_operator(positives)));
    }
    if !telling {
        nouns = vec!["expect-end"];
        words.clear();
    }
    let nouns = nouns.into_iter().map(|noun| Value::from(Message::new(noun)));
    let mut all: Vec<Value> = nouns.chain(words).take(MOST).collect();
    if all.is_empty() {
        all.push(Message::new("expect-end").into());
    }
    all
}

fn nouns_have_operator(positives: &[Node]) -> bool {
    positives.iter().any(|&node| noun(node) == Some("expect-operator"))
}

/// The noun for a rule of the grammar that is no keyword.
fn noun(node: Node) -> Option<&'static str> {
    Some(match node {
        Node::EOI => "expect-end",
        Node::name | Node::row_name => "expect-name",
        Node::text => "expect-text",
        Node::finding_code => "expect-code",
        Node::pack_name => "expect-pack",
        Node::colon => "expect-colon",
        Node::comma => "expect-comma",
        Node::equals => "expect-equals",
        Node::open => "expect-open",
        Node::close => "expect-close",
        Node::amount | Node::bare | Node::limit => "expect-amount",
        Node::number => "expect-number",
        Node::percent => "expect-percent",
        Node::count => "expect-count",
        Node::years | Node::year_range => "expect-year",
        Node::date => "expect-date",
        Node::month_day => "expect-month-day",
        Node::reference => "expect-reference",
        Node::given => "expect-given",
        Node::body => "expect-body",
        Node::payer => "expect-payer",
        Node::table_kind => "expect-table-kind",
        Node::factor => "expect-factor",
        Node::expression | Node::call | Node::group => "expect-expression",
        Node::course_kind => "expect-course-kind",
        Node::plus
        | Node::minus
        | Node::times
        | Node::divide
        | Node::less
        | Node::greater
        | Node::at_most
        | Node::at_least
        | Node::not_equal => "expect-operator",
        _ => return None,
    })
}
