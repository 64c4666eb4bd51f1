//! The smallest pieces of a statement as the grammar reads them: words, names, figures and marks, with their places.

use crate::source::Span;
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::keyword::{self, Keyword};
use crate::syntax::reader::Reader;

/// One piece of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Where it stands; within it only white space and comments stand besides.
    pub span: Span,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A keyword, of one word or several.
    Keyword(&'static Keyword),
    /// A name, or a word that stands where names stand.
    Name(Role),
    /// A text with its quotes.
    Text,
    /// An amount in a statement.
    Amount,
    /// A number in an expression.
    Number,
    /// A share.
    Percent,
    /// A whole number.
    Count,
    /// A year or a range of years.
    Years,
    /// A month and a day.
    MonthDay,
    /// A date, a task field, a code, the name of a pack: written in one way only.
    Exact,
    /// `(x 1,000)`
    Factor,
    /// A mark.
    Mark(Mark),
}

/// Where a name stands, which says what it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Where something is declared: an item, a table, a parameter, a `let`.
    Declared,
    /// The variable of a rule or an aggregate.
    Variable,
    /// A row or column of a table.
    Line,
    /// The word before a parenthesis.
    Function,
    /// After `.` or `has`.
    Property,
    /// After `is`.
    State,
    /// Alone after `in`.
    Range,
    /// An operand.
    Operand,
    /// After `kind`.
    Kind,
    /// After `language`.
    Language,
    /// Anywhere else: a use of something declared.
    Other,
}

/// Marks between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `@`
    At,
    /// `.` before a property
    Dot,
    /// A minus before its operand.
    Negative,
    /// Between two operands, as it is written best.
    Operator(&'static str),
}

/// Adds the pieces of what the grammar read.
pub(super) fn gather(reader: &Reader<'_>, pair: Pair<'_>, parent: Node, pieces: &mut Vec<Piece>) {
    let node = pair.as_rule();
    if node == Node::EOI {
        return;
    }
    let span = reader.span(&pair);
    if let Some(kind) = leaf(node, parent) {
        pieces.push(Piece { kind, span });
        return;
    }
    let mark = match node {
        Node::reference => Some(Mark::At),
        Node::property => Some(Mark::Dot),
        _ => None,
    };
    if let Some(mark) = mark {
        let span = Span { start: span.start, end: span.start + 1 };
        pieces.push(Piece { kind: Kind::Mark(mark), span });
    }
    let ranges = matches!(node, Node::each_in | Node::ranged | Node::rule_range);
    let mut after_in = false;
    for inner in pair.into_inner() {
        let over = ranges && after_in && inner.as_rule() == Node::expression;
        after_in = inner.as_rule() == Node::kw_in;
        let before = pieces.len();
        gather(reader, inner, node, pieces);
        if let (true, Some([Piece { kind: kind @ Kind::Name(Role::Operand), .. }])) = (over, pieces.get_mut(before..)) {
            *kind = Kind::Name(Role::Range);
        }
    }
}

/// What a node without inner nodes is.
fn leaf(node: Node, parent: Node) -> Option<Kind> {
    let operator = |sign| Some(Kind::Mark(Mark::Operator(sign)));
    match node {
        Node::name => Some(Kind::Name(role(parent))),
        Node::text => Some(Kind::Text),
        Node::amount => Some(Kind::Amount),
        Node::number => Some(Kind::Number),
        Node::percent => Some(Kind::Percent),
        Node::count => Some(Kind::Count),
        Node::years | Node::year_range => Some(Kind::Years),
        Node::month_day => Some(Kind::MonthDay),
        Node::date | Node::task_field | Node::finding_code | Node::pack_name => Some(Kind::Exact),
        Node::factor => Some(Kind::Factor),
        Node::comma => Some(Kind::Mark(Mark::Comma)),
        Node::colon => Some(Kind::Mark(Mark::Colon)),
        Node::open => Some(Kind::Mark(Mark::Open)),
        Node::close => Some(Kind::Mark(Mark::Close)),
        Node::negative => Some(Kind::Mark(Mark::Negative)),
        Node::equals => operator("="),
        Node::at_most => operator("<="),
        Node::at_least => operator(">="),
        Node::not_equal => operator("!="),
        Node::less => operator("<"),
        Node::greater => operator(">"),
        Node::plus => operator("+"),
        Node::minus => operator("-"),
        Node::times => operator("*"),
        Node::divide => operator("/"),
        _ => keyword::of(node).map(Kind::Keyword),
    }
}

fn role(parent: Node) -> Role {
    match parent {
        Node::i_named | Node::i_parameter | Node::s_let | Node::i_table => Role::Declared,
        Node::each_in | Node::ranged | Node::rule_range => Role::Variable,
        Node::row_name | Node::column_head => Role::Line,
        Node::call => Role::Function,
        Node::property | Node::has => Role::Property,
        Node::is => Role::State,
        Node::expression => Role::Operand,
        Node::s_kind => Role::Kind,
        Node::i_language => Role::Language,
        _ => Role::Other,
    }
}
