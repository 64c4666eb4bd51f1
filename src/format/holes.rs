//! The expressions between braces in what a rule says: their words follow the language of the file, all else stays.

use super::block::Printer;
use crate::source::Span;
use crate::syntax::outline::expression_pieces;
use std::borrow::Cow;

/// Where the expressions stand in a text of a rule, given with its quotes; `{{` and `}}` are braces themselves.
pub(super) fn holes(quoted: &str) -> Vec<(usize, usize)> {
    let mut holes = Vec::new();
    let mut at = 0;
    while let Some(found) = quoted.get(at..).and_then(|rest| rest.find(['{', '}'])) {
        let brace = at + found;
        let rest = quoted.get(brace..).unwrap_or_default();
        at = if rest.starts_with("{{") || rest.starts_with("}}") {
            brace + 2
        } else if rest.starts_with('{')
            && let Some(length) = rest.find('}')
        {
            holes.push((brace + 1, brace + length));
            brace + length + 1
        } else {
            brace + 1
        };
    }
    holes
}

impl<'t> Printer<'t> {
    /// The text at a place with the words of its expressions as the language has them.
    pub(super) fn holes(&mut self, span: Span) -> Cow<'t, str> {
        let written = self.at(span);
        let start = span.start as usize;
        let mut out = String::with_capacity(written.len());
        let mut done = start;
        for (from, to) in holes(written) {
            let hole = Span::new(start + from, start + to);
            let Some(pieces) = expression_pieces(written, Span::new(from, to), self.turn.from) else { continue };
            let place = |local: Span| Span { start: span.start + local.start, end: span.start + local.end };
            let pieces: Vec<_> = pieces
                .into_iter()
                .map(|piece| crate::syntax::pieces::Piece { span: place(piece.span), ..piece })
                .collect();
            for (index, piece) in pieces.iter().enumerate() {
                out.push_str(self.slice(done, piece.span.start as usize));
                out.push_str(&self.piece(&pieces, index));
                done = piece.span.end as usize;
            }
            out.push_str(self.slice(done, hole.end as usize));
            done = hole.end as usize;
        }
        out.push_str(self.slice(done, span.end as usize));
        if out == written { Cow::Borrowed(written) } else { Cow::Owned(out) }
    }
}
