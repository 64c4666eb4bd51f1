//! Whether a printed file means what it meant: both are read, and what was read is compared field by field.
//!
//! The syntax trees are compared as `Debug` writes them, so that no field can be forgotten. What a span points at is compared
//! by what stands there: names and texts to the letter, words by what they are called in the language of the file.

use super::holes::holes;
use super::words::function;
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::model::build::vocabulary::{self, Position};
use crate::source::{FileId, Span};
use crate::syntax::ast::Item;
use crate::syntax::figure::Turn;
use crate::syntax::{self, is_quote, keyword, outline, parse_within};
use std::fmt::{self, Debug, Write as _};
use std::hash::{DefaultHasher, Hasher as _};

/// Compares a file with what was printed of it; `Err` with the place in the file from which they differ.
pub fn check(text: &str, printed: &str, turn: Turn, minor_digits: u8) -> Result<(), Span> {
    let options = syntax::Options { minor_digits: Some(minor_digits), ..syntax::Options::default() };
    let (before, said_before) = syntax::parse(FileId::default(), text, options);
    let (after, said_after) = syntax::parse(FileId::default(), printed, options);
    let errors = said_after.iter().any(|finding| finding.severity() == Severity::Error);
    let languages = before.language == turn.from && after.language == turn.to;
    let items = before.items.len() == after.items.len() && after.broken.is_empty();
    if errors || said_after.len() > said_before.len() || !languages || !items {
        return Err(Span::default());
    }
    let sides = Sides { before: text, after: printed, turn };
    for (old, new) in before.items.iter().zip(&after.items) {
        sides.item(old, new)?;
    }
    sides.comments()
}

/// A file before and after.
struct Sides<'t> {
    before: &'t str,
    after: &'t str,
    turn: Turn,
}

impl Sides<'_> {
    fn item(&self, before: &Item, after: &Item) -> Result<(), Span> {
        let place = Err(before.span());
        let (old, new) = (Meaning::of(before, self.turn), Meaning::of(after, self.turn));
        if old.hasher.finish() != new.hasher.finish() || old.spans.len() != new.spans.len() {
            return place;
        }
        for (old, new) in old.spans.iter().zip(&new.spans) {
            let (one, other) = (slice(self.before, old.span), slice(self.after, new.span));
            if !self.same(one, other, old.holds) {
                return Err(old.span);
            }
        }
        Ok(())
    }

    fn comments(&self) -> Result<(), Span> {
        let written = |text: &str, span: Span| slice(text, span).trim_end_matches('\r').to_owned();
        let (old, new) = (outline::comments(self.before), outline::comments(self.after));
        let differs =
            old.iter().zip(&new).find(|(one, other)| written(self.before, **one) != written(self.after, **other));
        match differs {
            Some((one, _)) => Err(*one),
            None if old.len() == new.len() => Ok(()),
            None => Err(old.get(new.len()).copied().unwrap_or_default()),
        }
    }

    /// Whether two stretches say the same.
    fn same(&self, one: &str, other: &str, holds: Holds) -> bool {
        if one == other {
            return true;
        }
        let several = |text: &str| holds == Holds::Any && class(text) == Class::Word && text.contains('.');
        if several(one) && several(other) {
            // `g.nature`, whose parts are compared by themselves.
            return true;
        }
        match (class(one), class(other)) {
            (Class::Text, Class::Text) => self.same_text(one, other),
            (Class::Word, _) | (_, Class::Word) => self.same_word(one, other, holds),
            (Class::Figure, Class::Figure) => digits(one) == digits(other),
            // What stands in it is compared by itself.
            (Class::Stretch, Class::Stretch) => true,
            _ => false,
        }
    }

    /// Whether two words mean the same where they stand, the second being that of the language.
    fn same_word(&self, one: &str, other: &str, holds: Holds) -> bool {
        let Turn { from, to } = self.turn;
        let is =
            |position| vocabulary::word(position, one).is_some_and(|word| word.shown(to == Language::Dutch) == other);
        match holds {
            Holds::Name => false,
            Holds::Any => keyword::ALL.iter().any(|keyword| {
                let known = [from, Language::English, Language::Dutch].iter().any(|&it| keyword.is(it, one));
                known && keyword.word(to) == other
            }),
            Holds::Function => {
                function(one, from).is_some_and(|keyword| keyword.word(to) == other) || is(Position::Function)
            }
            Holds::Property => is(Position::Property),
            Holds::State => is(Position::State) || is(Position::Property),
            Holds::Kind => is(Position::Kind),
            Holds::Operand => {
                let properties = ["unspent", "by", "stage", "kind", "nature", "status"];
                is(Position::Range) || properties.into_iter().any(|property| is(Position::Beside(property)))
            }
        }
    }

    /// Whether two texts say the same: to the letter, but for the words in expressions between braces.
    fn same_text(&self, one: &str, other: &str) -> bool {
        let (old, new) = (holes(one), holes(other));
        if old.len() != new.len() || old.is_empty() {
            return false;
        }
        let (mut done_old, mut done_new) = (0, 0);
        for (&(from, to), &(from_new, to_new)) in old.iter().zip(&new) {
            if one.get(done_old..from) != other.get(done_new..from_new) {
                return false;
            }
            if !self.same_hole((one, Span::new(from, to)), (other, Span::new(from_new, to_new))) {
                return false;
            }
            (done_old, done_new) = (to, to_new);
        }
        one.get(done_old..) == other.get(done_new..)
    }

    fn same_hole(&self, one: (&str, Span), other: (&str, Span)) -> bool {
        let read = |(text, span): (&str, Span), language| parse_within(FileId::default(), text, span, language, 2);
        let (Some(old), _) = read(one, self.turn.from) else { return slice(one.0, one.1) == slice(other.0, other.1) };
        let (Some(new), said) = read(other, self.turn.to) else { return false };
        let (old, new) = (Meaning::of(&old, self.turn), Meaning::of(&new, self.turn));
        let same =
            |(old, new): (&Pointed, &Pointed)| self.same(slice(one.0, old.span), slice(other.0, new.span), old.holds);
        said.is_empty()
            && old.hasher.finish() == new.hasher.finish()
            && old.spans.len() == new.spans.len()
            && old.spans.iter().zip(&new.spans).all(same)
    }
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

/// What stands in a span, at a glance.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// One text with its quotes.
    Text,
    /// One word.
    Word,
    /// A figure, years, a date.
    Figure,
    /// Several things.
    Stretch,
}

fn class(text: &str) -> Class {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Class::Stretch };
    if is_quote(first) {
        let inner = text.get(first.len_utf8()..).unwrap_or_default();
        let mut escaped = false;
        let close = inner.char_indices().find(|&(_, char)| {
            let closes = is_quote(char) && !escaped;
            escaped = char == '\\' && !escaped;
            closes
        });
        let whole = close.is_some_and(|(at, char)| at + char.len_utf8() == inner.len());
        return if whole { Class::Text } else { Class::Stretch };
    }
    let in_word = |char: char| keyword::is_name_char(char) || matches!(char, '-' | '.');
    if first.is_alphabetic() && text.chars().all(in_word) {
        Class::Word
    } else if !first.is_alphabetic()
        && !text.contains(|char: char| matches!(char, '|' | '#' | '\n' | '"') || is_quote(char))
    {
        Class::Figure
    } else {
        Class::Stretch
    }
}

/// The digits of a figure without zeros in front, which may come and go.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A span in a syntax tree.
struct Pointed {
    span: Span,
    holds: Holds,
}

/// What may stand in a span, as the field of the tree says that it is in: which words may differ with the language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// A name that something declares or uses: the same to the letter.
    Name,
    /// The word before a parenthesis.
    Function,
    /// After a full stop.
    Property,
    /// After `is` or `has`.
    State,
    /// After `kind`.
    Kind,
    /// A name alone in an expression.
    Operand,
    /// Anything: keywords, figures, stretches of several things.
    Any,
}

/// What a part of a syntax tree says, its places apart.
struct Meaning {
    turn: Turn,
    hasher: DefaultHasher,
    spans: Vec<Pointed>,
    /// What was written and not looked at yet.
    waiting: String,
    /// The last of what was looked at.
    context: String,
}

/// How much is remembered of what stands before a place.
const CONTEXT: usize = 32;

/// How much is gathered before it is looked at.
const ENOUGH: usize = 1 << 16;

impl Meaning {
    fn of(tree: &impl Debug, turn: Turn) -> Self {
        let (waiting, context) = (String::new(), String::new());
        let mut meaning = Self { turn, hasher: DefaultHasher::new(), spans: Vec::new(), waiting, context };
        // Writing into memory does not fail.
        let _ = write!(meaning, "{tree:?}");
        meaning.look(true);
        meaning
    }

    /// Looks at what was gathered, up to the last closing brace: up to there no place is cut in two.
    fn look(&mut self, all: bool) {
        let waiting = std::mem::take(&mut self.waiting);
        let end = if all { waiting.len() } else { waiting.rfind('}').map_or(0, |at| at + 1) };
        let (ready, rest) = waiting.split_at_checked(end).unwrap_or((&waiting, ""));
        let mut at = 0;
        while let Some((found, marker)) = next_place(ready, at) {
            let before = ready.get(at..found).unwrap_or_default();
            self.say(before);
            at = match marker {
                Marker::Span => self.span(ready, found),
                // The value of a cell is in its fields; where it stands is not compared.
                Marker::Cell => {
                    ready.get(found..).and_then(|rest| rest.find(", value: ")).map_or(ready.len(), |to| found + to)
                }
            };
        }
        self.say(ready.get(at..).unwrap_or_default());
        ready.get(ready.len().saturating_sub(CONTEXT)..).unwrap_or_default().clone_into(&mut self.context);
        rest.clone_into(&mut self.waiting);
    }

    /// A text that names no language is in that of the file.
    fn say(&mut self, words: &str) {
        if words.contains("language: None") {
            let named = format!("language: Some({:?})", self.turn.from);
            self.hasher.write(words.replace("language: None", &named).as_bytes());
        } else {
            self.hasher.write(words.as_bytes());
        }
    }

    /// Remembers a span; gives where the text goes on.
    fn span(&mut self, text: &str, at: usize) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.find('}').map_or(rest.len(), |end| end + 1);
        let numbers: Vec<u32> = rest
            .get(..length)
            .unwrap_or_default()
            .split(|char: char| !char.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect();
        if let [start, end] = numbers.as_slice() {
            let before = text.get(at.saturating_sub(CONTEXT)..at).unwrap_or_default();
            let holds = holds(&format!("{}{before}", if at < CONTEXT { self.context.as_str() } else { "" }));
            self.spans.push(Pointed { span: Span { start: *start, end: *end }, holds });
        }
        at + length
    }
}

/// What may stand in a span, by what `Debug` writes before it.
fn holds(before: &str) -> Holds {
    const ENDS: [(&str, Holds); 9] = [
        ("function: Name { span: ", Holds::Function),
        (", name: Name { span: ", Holds::Property),
        ("kind: Name(Name { span: ", Holds::Operand),
        ("Kind(Name { span: ", Holds::Kind),
        // After `is` and `has` a word stands behind a whole expression.
        ("}, Name { span: ", Holds::State),
        ("), Name { span: ", Holds::State),
        ("Name { span: ", Holds::Name),
        ("pack: ", Holds::Name),
        ("Pack { name: ", Holds::Name),
    ];
    ENDS.into_iter().find(|(end, _)| before.ends_with(end)).map_or(Holds::Any, |(_, holds)| holds)
}

enum Marker {
    Span,
    Cell,
}

/// The next place that is written, from there on.
fn next_place(text: &str, from: usize) -> Option<(usize, Marker)> {
    const START: &str = "start: ";
    let mut at = from;
    loop {
        let found = at + memchr::memmem::find(text.get(at..)?.as_bytes(), START.as_bytes())?;
        let before = text.get(from..found).unwrap_or_default();
        if before.ends_with("Span { ") {
            return Some((found - "Span { ".len(), Marker::Span));
        }
        if before.ends_with(", ") {
            return Some((found - ", ".len(), Marker::Cell));
        }
        at = found + START.len();
    }
}

impl fmt::Write for Meaning {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.waiting.push_str(words);
        if self.waiting.len() > ENOUGH {
            self.look(false);
        }
        Ok(())
    }
}
