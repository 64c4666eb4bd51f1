//! Each piece as the file's language writes it: keywords and figures in their one form, names and texts as they are.

use super::block::Printer;
use crate::language::Language;
use crate::model::build::vocabulary::{self, Position};
use crate::source::Span;
use crate::syntax::figure;
use crate::syntax::keyword::{self, Keyword};
use crate::syntax::pieces::{Kind, Mark, Piece, Role};
use std::borrow::Cow;

/// Keywords that are measures or take many values together, and so stand where functions stand.
const FUNCTIONS: [&str; 22] = [
    "kw_income",
    "kw_cost",
    "kw_budget",
    "kw_coverage",
    "kw_covered",
    "kw_balance",
    "kw_opening",
    "kw_addition",
    "kw_withdrawal",
    "kw_movement",
    "kw_available",
    "kw_unspent",
    "kw_lapsed",
    "kw_paid",
    "kw_figures",
    "kw_sum",
    "kw_min",
    "kw_max",
    "kw_count",
    "kw_all",
    "kw_any",
    "kw_list",
];

/// Statements with a text in a language that may be left out where it is the file's.
const IN_A_LANGUAGE: [&str; 4] = ["kw_title", "kw_reading", "kw_message", "kw_help"];

impl<'t> Printer<'t> {
    /// One piece of a statement as it is printed.
    pub(super) fn piece(&mut self, pieces: &[Piece], index: usize) -> Cow<'t, str> {
        let Some(&Piece { kind, span }) = pieces.get(index) else { return Cow::Borrowed("") };
        let written = self.at(span);
        let turn = self.turn;
        match kind {
            Kind::Keyword(keyword) => Cow::Borrowed(self.keyword(keyword, pieces, index)),
            Kind::Name(role) => self.name(role, pieces, index, span),
            Kind::Text => self.text_piece(pieces, index, span),
            Kind::Amount | Kind::Percent => Cow::Owned(figure::figure(written, turn).text),
            Kind::Number => Cow::Owned(figure::number(written, turn)),
            Kind::Count => Cow::Owned(figure::plain(written)),
            Kind::Years => Cow::Owned(figure::written_years(written)),
            Kind::MonthDay => Cow::Owned(month_day(written)),
            Kind::Exact => Cow::Borrowed(written),
            Kind::Factor => Cow::Owned(figure::factor(written, turn)),
            Kind::Mark(mark) => Cow::Borrowed(sign(mark)),
        }
    }

    fn keyword(&self, keyword: &'static Keyword, pieces: &[Piece], index: usize) -> &'static str {
        let language = self.turn.to;
        match keyword.rule {
            "kw_period" if language == Language::English => {
                let count = index.checked_sub(1).and_then(|before| pieces.get(before));
                let one = count.is_some_and(|count| matches!(self.at(count.span), "1" | "-1"));
                if one { "year" } else { "years" }
            }
            // After `severity` both words for a note are read.
            "kw_note" if index > 0 => by_rule("kw_remark").map_or("", |remark| remark.word(language)),
            _ => keyword.word(language),
        }
    }

    fn name(&mut self, role: Role, pieces: &[Piece], index: usize, span: Span) -> Cow<'t, str> {
        let written = self.at(span);
        let position = match role {
            Role::Language => return Cow::Borrowed(self.turn.to.code()),
            Role::Function => {
                if let Some(keyword) = function(written, self.turn.from) {
                    return Cow::Borrowed(keyword.word(self.turn.to));
                }
                Position::Function
            }
            Role::Property => Position::Property,
            Role::State => Position::State,
            Role::Range if !self.bound.contains(written) => Position::Range,
            Role::Operand if !self.bound.contains(written) => match self.property_beside(pieces, index) {
                Some(property) => Position::Beside(property),
                None => return Cow::Borrowed(written),
            },
            Role::Kind => return Cow::Borrowed(self.kind(written)),
            _ => return Cow::Borrowed(written),
        };
        let Some(word) = vocabulary::word(position, written) else { return Cow::Borrowed(written) };
        let said = word.shown(self.turn.to == Language::Dutch);
        let taken = matches!(role, Role::Range | Role::Operand) && self.bound.contains(said);
        if taken && self.clash.is_none() {
            self.clash = Some((span, written.to_owned(), said.to_owned()));
        }
        Cow::Borrowed(said)
    }

    /// A word after `kind`; one of the other language is a mistake that stays to be seen.
    fn kind(&self, written: &'t str) -> &'t str {
        let turn = self.turn;
        let word = vocabulary::word(Position::Kind, written);
        let own =
            word.filter(|word| word.is(written) && word.shown(turn.from == Language::Dutch) == written.to_lowercase());
        own.map_or(written, |word| word.shown(turn.to == Language::Dutch))
    }

    /// The property that a word is compared with: `g.nature = recurring`, or the other way round.
    fn property_beside(&self, pieces: &[Piece], index: usize) -> Option<&'t str> {
        let compares = |piece: &Piece| matches!(piece.kind, Kind::Mark(Mark::Operator("=" | "!=")));
        let property = |piece: &Piece| (piece.kind == Kind::Name(Role::Property)).then(|| self.at(piece.span));
        let goes_on = |piece: Option<&Piece>| match piece.map(|piece| piece.kind) {
            Some(Kind::Mark(Mark::Dot)) => true,
            Some(Kind::Keyword(word)) => matches!(word.rule, "kw_is" | "kw_has"),
            _ => false,
        };
        if goes_on(pieces.get(index + 1)) {
            return None;
        }
        if let [left, operator] = index.checked_sub(2).and_then(|from| pieces.get(from..index)).unwrap_or_default()
            && compares(operator)
            && let Some(property) = property(left)
        {
            return Some(property);
        }
        if !pieces.get(index + 1).is_some_and(compares) {
            return None;
        }
        // On the right a chain of properties of one name: the last is the one that is asked for.
        let rest = pieces.get(index + 2..)?;
        let (first, mut rest) = rest.split_first()?;
        matches!(first.kind, Kind::Name(Role::Operand)).then_some(())?;
        let mut found = None;
        while let [dot, name, after @ ..] = rest
            && dot.kind == Kind::Mark(Mark::Dot)
        {
            found = property(name);
            rest = after;
        }
        found
    }

    /// A text: as it is, but for the expressions in what a rule says, and a language that it no longer shares with its file.
    fn text_piece(&mut self, pieces: &[Piece], index: usize, span: Span) -> Cow<'t, str> {
        let written = self.at(span);
        let rule = match pieces.first().map(|piece| piece.kind) {
            Some(Kind::Keyword(word)) => word.rule,
            _ => return Cow::Borrowed(written),
        };
        if !IN_A_LANGUAGE.contains(&rule) {
            return Cow::Borrowed(written);
        }
        let text = if matches!(rule, "kw_message" | "kw_help") { self.holes(span) } else { Cow::Borrowed(written) };
        // The language is always named, so that the text keeps it when the file gets another.
        if index == 1 {
            return Cow::Owned(format!("{} {text}", self.turn.from.code()));
        }
        text
    }
}

/// The measure or aggregate of that word, the file's language first.
pub(super) fn function(written: &str, language: Language) -> Option<&'static Keyword> {
    let other = match language {
        Language::English => Language::Dutch,
        Language::Dutch => Language::English,
    };
    [language, other].into_iter().find_map(|language| {
        let mut known = keyword::ALL.iter().filter(|keyword| FUNCTIONS.contains(&keyword.rule));
        known.find(|keyword| keyword.is(language, written))
    })
}

fn by_rule(rule: &str) -> Option<&'static Keyword> {
    keyword::ALL.iter().find(|keyword| keyword.rule == rule)
}

fn month_day(written: &str) -> String {
    match written.split_once('-') {
        Some((month, day)) => format!("{month:0>2}-{day:0>2}"),
        None => written.to_owned(),
    }
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Comma => ",",
        Mark::Colon => ":",
        Mark::Open => "(",
        Mark::Close => ")",
        Mark::At => "@",
        Mark::Dot => ".",
        Mark::Negative => "-",
        Mark::Operator(sign) => sign,
    }
}
