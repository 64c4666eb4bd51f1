//! The fast path for the commonest statements: what is written plainly is read here, all else is left to the grammar.

use crate::money::{Money, Year, YearRange, YearStyle};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Amount, AmountValue, Coverage, Given, How, Language, Name, Reference, Text, Years};
use crate::syntax::cell;
use crate::syntax::form::Form;
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::number::signs;
use crate::syntax::parts::Parts;

/// What follows the keyword of a statement.
#[derive(Clone, Copy)]
enum Shape {
    Nothing,
    Text,
    Name,
    TextOrName,
    Names,
    Head,
    Years,
    YearsList,
    From,
    Count,
    Amounts,
    Cost,
    Payers,
}

fn shape(form: &Form) -> Option<Shape> {
    Some(match form.node {
        Node::s_nature | Node::s_optional | Node::s_statutory | Node::s_decision_state => Shape::Nothing,
        Node::s_owner | Node::s_note | Node::s_account | Node::s_number | Node::s_url | Node::s_was => Shape::Text,
        Node::s_theme
        | Node::s_kind
        | Node::s_needs_decision
        | Node::s_continues
        | Node::s_release_to
        | Node::s_after => Shape::Name,
        Node::s_follow_up => Shape::TextOrName,
        Node::s_serves | Node::s_for => Shape::Names,
        Node::i_named => Shape::Head,
        Node::s_during | Node::s_available | Node::s_ends | Node::s_years => Shape::Years,
        Node::s_through if form.keyword == Node::kw_through => Shape::Years,
        Node::s_evaluate => Shape::YearsList,
        Node::s_from => Shape::From,
        Node::s_priority => Shape::Count,
        Node::s_income | Node::s_budget | Node::s_opening | Node::s_add | Node::s_withdraw => Shape::Amounts,
        Node::s_cost | Node::s_obligated => Shape::Cost,
        Node::s_paid_by => Shape::Payers,
        _ => return None,
    })
}

/// How the figures and words of a file are written.
#[derive(Clone, Copy)]
pub(super) struct Notation {
    pub(super) language: Language,
    pub(super) minor_digits: u8,
}

/// The parts of a statement whose text begins at `base` in the file, just as the grammar would give them; `None` where
/// anything in it is not plain.
pub(super) fn parts(form: &Form, text: &str, base: u32, notation: Notation) -> Option<Parts> {
    let shape = shape(form)?;
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0, base, notation };
    let mut parts = Parts::default();
    let word = cursor.keyword(form.keyword)?;
    parts.words.push(form.keyword, word);
    cursor.blanks();
    cursor.fill(shape, &mut parts)?;
    cursor.blanks();
    parts.reference = cursor.reference()?;
    (cursor.at == cursor.bytes.len()).then_some(parts)
}

/// Amounts in one statement for which room is made at once.
const FEW: usize = 64;

/// Adds to a list that most often stays as short as it is: no room for four where there is one.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}

struct Cursor<'t> {
    bytes: &'t [u8],
    at: usize,
    base: u32,
    notation: Notation,
}

impl Cursor<'_> {
    fn fill(&mut self, shape: Shape, parts: &mut Parts) -> Option<()> {
        match shape {
            Shape::Nothing => {}
            Shape::Text => push(&mut parts.texts, self.text()?),
            Shape::TextOrName if self.byte() == Some(b'"') => push(&mut parts.texts, self.text()?),
            Shape::Name | Shape::TextOrName => push(&mut parts.names, self.name()?),
            Shape::Names => loop {
                push(&mut parts.names, self.name()?);
                if !self.comma() {
                    break;
                }
            },
            Shape::Head => {
                push(&mut parts.names, self.name()?);
                self.blanks();
                if self.byte() == Some(b'"') {
                    push(&mut parts.texts, self.text()?);
                }
            }
            Shape::Years if parts.words.has(Node::kw_through) => parts.through = Some(self.years()?),
            Shape::Years => push(&mut parts.years, self.years()?),
            Shape::YearsList => loop {
                push(&mut parts.years, self.years()?);
                if !self.comma() {
                    break;
                }
            },
            Shape::From => self.from(parts)?,
            Shape::Count => parts.count = Some(self.count()?),
            Shape::Amounts => self.givens(&mut parts.givens)?,
            Shape::Cost => {
                if self.byte() == Some(b'"') {
                    push(&mut parts.texts, self.text()?);
                    self.blanks();
                }
                if let Some(once) = self.keyword(Node::kw_once) {
                    parts.words.push(Node::kw_once, once);
                    self.blanks();
                }
                self.givens(&mut parts.givens)?;
            }
            Shape::Payers => loop {
                push(&mut parts.payers, self.payer()?);
                if !self.comma() {
                    break;
                }
            },
        }
        Some(())
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.byte() == Some(b' ') {
            self.at += 1;
        }
    }

    /// Passes a comma and the blanks around it, if one stands here.
    fn comma(&mut self) -> bool {
        self.blanks();
        let found = self.byte() == Some(b',');
        if found {
            self.at += 1;
            self.blanks();
        }
        found
    }

    /// From an offset up to here, in the file.
    fn since(&self, start: usize) -> Span {
        let local = Span::new(start, self.at);
        Span { start: self.base.wrapping_add(local.start), end: self.base.wrapping_add(local.end) }
    }

    /// A keyword of the file's language.
    fn keyword(&mut self, node: Node) -> Option<Span> {
        let start = self.at;
        let words = keyword::of(node)?.words(self.notation.language);
        let end = words.iter().find_map(|word| self.end_of_phrase(word))?;
        self.at = end;
        Some(self.since(start))
    }

    fn end_of_phrase(&self, phrase: &str) -> Option<usize> {
        let mut at = self.at;
        for (index, word) in phrase.split(' ').enumerate() {
            if index > 0 {
                let start = at;
                while self.bytes.get(at) == Some(&b' ') {
                    at += 1;
                }
                if at == start {
                    return None;
                }
            }
            if !self.bytes.get(at..at + word.len())?.eq_ignore_ascii_case(word.as_bytes()) {
                return None;
            }
            at += word.len();
        }
        let ends = match self.bytes.get(at..).unwrap_or_default() {
            [b'-', next, ..] | [next, ..] => !goes_on(*next),
            [] => true,
        };
        ends.then_some(at)
    }

    fn text(&mut self) -> Option<Text> {
        let start = self.at;
        if self.byte() != Some(b'"') {
            return None;
        }
        let inner = self.bytes.get(start + 1..)?;
        let end = start + 1 + memchr::memchr2(b'"', b'\\', inner)?;
        if self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        Some(Text { span: self.since(start) })
    }

    fn name(&mut self) -> Option<Name> {
        let start = self.at;
        if !self.byte()?.is_ascii_alphabetic() {
            return None;
        }
        while let Some(byte) = self.byte() {
            let inside = match byte {
                0x80.. => return None,
                b'-' => self.bytes.get(self.at + 1).is_some_and(|&next| goes_on(next)),
                _ => goes_on(byte),
            };
            if !inside {
                break;
            }
            self.at += 1;
        }
        Some(Name { span: self.since(start) })
    }

    /// `@ DOCUMENT "where"`, if anything stands here.
    #[allow(clippy::option_option, reason = "nothing written, or written otherwise")]
    fn reference(&mut self) -> Option<Option<Reference>> {
        if self.byte() != Some(b'@') {
            return Some(None);
        }
        let start = self.at;
        self.at += 1;
        self.blanks();
        let document = self.name()?;
        self.blanks();
        let at = if self.byte() == Some(b'"') { Some(self.text()?) } else { None };
        Some(Some(Reference { document, at, span: self.since(start) }))
    }

    fn year(&mut self) -> Option<Year> {
        let mut year = 0_i16;
        for byte in self.bytes.get(self.at..self.at + 4)? {
            if !byte.is_ascii_digit() {
                return None;
            }
            year = year * 10 + i16::from(byte - b'0');
        }
        self.at += 4;
        match self.byte() {
            Some(next) if goes_on(next) || matches!(next, b'-' | b'/') => None,
            _ => Some(Year(year)),
        }
    }

    fn years(&mut self) -> Option<Years> {
        let start = self.at;
        let first = self.year()?;
        let is_range = self.byte() == Some(b'.');
        let mut last = first;
        if is_range {
            self.at += 1;
            if self.byte() != Some(b'.') {
                return None;
            }
            self.at += 1;
            last = self.year()?;
        }
        if first > last {
            return None;
        }
        let span = self.since(start);
        Some(Years { range: YearRange { first, last }, style: YearStyle::Calendar, is_range, span })
    }

    /// `2024 through 2026`
    fn from(&mut self, parts: &mut Parts) -> Option<()> {
        push(&mut parts.years, self.years()?);
        self.blanks();
        if let Some(through) = self.keyword(Node::kw_through) {
            parts.words.push(Node::kw_through, through);
            self.blanks();
            parts.through = Some(self.years()?);
        }
        Some(())
    }

    fn count(&mut self) -> Option<Spanned<i64>> {
        let start = self.at;
        let mut value = 0_i64;
        while let Some(byte) = self.byte().filter(u8::is_ascii_digit) {
            value = value * 10 + i64::from(byte - b'0');
            self.at += 1;
            if value > 9999 {
                return None;
            }
        }
        let ends = self.byte().is_none_or(|next| next == b' ');
        (ends && self.at > start).then(|| Spanned { value, span: self.since(start) })
    }

    /// A whole amount, or one with all its decimals.
    fn amount(&mut self) -> Option<Amount> {
        let start = self.at;
        let digit_at = |at: usize| self.bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = start;
        while digit_at(end) || (matches!(self.bytes.get(end), Some(b',' | b'.')) && digit_at(end + 1)) {
            end += 1;
        }
        let after = self.bytes.get(end..).unwrap_or_default();
        if end == start || !matches!(after, [] | [b' ', ..] | [b',', b' ', ..]) {
            return None;
        }
        let money = self.money(self.bytes.get(start..end)?)?;
        self.at = end;
        Some(Amount { value: AmountValue::Money(money), about: false, step: Money::ZERO, span: self.since(start) })
    }

    fn money(&self, written: &[u8]) -> Option<Money> {
        let Notation { language, minor_digits } = self.notation;
        let (_, decimal) = signs(language);
        let Some(sign) = memchr::memchr(decimal, written) else {
            return cell::plain(written, language, minor_digits, 1).map(|(money, ..)| money);
        };
        let (whole, fraction) = (written.get(..sign)?, written.get(sign + 1..)?);
        if fraction.len() != usize::from(minor_digits) || !fraction.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let (Money(whole), ..) = cell::plain(whole, language, minor_digits, 1)?;
        let minor = fraction.iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        whole.checked_add(minor).map(Money).filter(|&money| money <= Money::MAX)
    }

    fn given(&mut self) -> Option<Given> {
        let start = self.at;
        let years = self.years()?;
        self.blanks();
        if self.byte() != Some(b':') {
            return None;
        }
        self.at += 1;
        self.blanks();
        let amount = self.amount()?;
        self.blanks();
        let how = self.how();
        self.blanks();
        // As in the grammar, the blanks before what does not follow belong to it.
        Some(Given { years: Some(years), amount, how, status: None, span: self.since(start) })
    }

    fn how(&mut self) -> Option<Spanned<How>> {
        if !self.byte()?.is_ascii_alphabetic() {
            return None;
        }
        let known = [(Node::kw_per_year, How::Each), (Node::kw_each, How::Each), (Node::kw_total, How::Total)];
        known.into_iter().find_map(|(word, value)| self.keyword(word).map(|span| Spanned { value, span }))
    }

    /// Amounts by year, up to a comma that no year follows.
    fn givens(&mut self, givens: &mut Vec<Given>) -> Option<()> {
        let most = memchr::memchr_iter(b':', self.bytes.get(self.at..).unwrap_or_default()).take(FEW).count();
        givens.reserve_exact(most);
        loop {
            givens.push(self.given()?);
            let before = self.at;
            if !self.comma() {
                return Some(());
            }
            if !self.byte()?.is_ascii_digit() {
                self.at = before;
                return Some(());
            }
        }
    }

    fn payer(&mut self) -> Option<Coverage> {
        let start = self.at;
        let payer = self.name()?;
        self.blanks();
        let mut given = Vec::new();
        if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.givens(&mut given)?;
        }
        Some(Coverage { payer, share: None, given, span: self.since(start) })
    }
}

/// Whether a name or keyword goes on with this byte.
fn goes_on(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}
