//! What the parser expected, in the reader's words: a few nouns and keywords, never rules of the grammar.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::source::Span;
use crate::syntax::form::Form;
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::reader::{Reader, invisible};
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
        if let Some(finding) = dashed_years(reader, text, at, sign) {
            return finding;
        }
        let before = text.get(..at).unwrap_or_default().ends_with(char::is_whitespace);
        let right = if before { format!("{sign} ") } else { format!(" {sign} ") };
        let fix = reader.replace("fix-replace", true, span, &right);
        return reader.finding(&codes::OPERATOR_SPACING, span).with("operator", sign.to_string()).fix(fix);
    }
    if let Some((char, right)) = rest.chars().next().and_then(|char| Some((char, invisible(char)?))) {
        let span = Span { start, end: start.wrapping_add(Span::new(char.len_utf8(), 0).start) };
        return reader.invisible_finding(char, right, span);
    }
    if let Some(slip) = amount_slip(reader, positives, text, at) {
        return slip;
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

/// `2024-2025` in an expression, where it could be a difference.
fn dashed_years(reader: &Reader<'_>, text: &str, at: usize, sign: char) -> Option<Diagnostic> {
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let first = last_token(text.get(..at)?);
    let last = keyword::first_word(text.get(at + sign.len_utf8()..)?);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_year(first) && is_year(last) && digits(first) && digits(last)) {
        return None;
    }
    let start = reader.base.wrapping_add(Span::new(at - first.len(), 0).start);
    let length = first.len() + sign.len_utf8() + last.len();
    let span = Span { start, end: start.wrapping_add(Span::new(length, 0).start) };
    let right = format!("{first}..{last}");
    let fix = reader.replace("fix-replace", false, span, &right);
    let finding = reader.finding(&codes::YEARS_FORM, span).with("found", format!("{first}{sign}{last}"));
    Some(finding.with("right", right).fix(fix))
}

/// What stands where an amount belongs, or right behind one, and says clearly what is meant.
fn amount_slip(reader: &Reader<'_>, positives: &[Node], text: &str, at: usize) -> Option<Diagnostic> {
    let (before, rest) = text.split_at_checked(at)?;
    let place = |from: usize, length: usize| {
        let start = reader.base.wrapping_add(Span::new(from, 0).start);
        Span { start, end: start.wrapping_add(Span::new(length, 0).start) }
    };
    if positives.iter().any(|node| matches!(node, Node::amount | Node::bare | Node::limit)) {
        let end = [", ", ",\n", "@", ";", "\n"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
        let whole = rest.get(..end)?.trim_end();
        let word = whole.split(' ').next().unwrap_or_default();
        return [whole, word].into_iter().find_map(|written| reader.slip_finding(written, place(at, written.len())));
    }
    let word = keyword::first_word(rest);
    let trimmed = before.trim_end();
    let extra = match rest.chars().next()? {
        _ if ["euro", "euros", "eur"].iter().any(|euro| euro.eq_ignore_ascii_case(word)) => word.len(),
        '=' if trimmed.ends_with(',') => 1,
        '.' if trimmed.ends_with(char::is_alphabetic) => 1,
        _ => return None,
    };
    let marks = [": ", "= ", ", ", "(", "\n"].iter().filter_map(|mark| Some(trimmed.rfind(mark)? + mark.len()));
    let start = marks.max().unwrap_or(0);
    let digits = trimmed.get(start..)?;
    let from = trimmed.len() - digits.trim_start().len();
    let from = trimmed.get(from..)?.find(|char: char| char.is_ascii_digit()).map(|skip| from + skip)?;
    reader.slip_finding(text.get(from..at + extra)?, place(from, at + extra - from))
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
    // What stands after it is always in doubt.
    let offered = |node: &&Node| **node != Node::kw_until && (!telling || !anywhere.contains(node));
    for &node in positives.iter().filter(offered) {
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
    let words = words.into_iter().map(|word| Value::from(Message::new("expect-keyword").with("word", word)));
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
        Node::task_field => "expect-task-field",
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
