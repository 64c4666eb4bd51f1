//! One statement from its pieces: blanks between them as they belong, line ends where the author put them.

use super::block::{Printer, STEP, blanks, reference_at};
use crate::source::Span;
use crate::syntax::pieces::{Kind, Mark, Piece, Role};
use unicode_width::UnicodeWidthStr;

/// A statement as it is printed, without the blanks before its first line.
pub(super) struct Printed {
    /// What it says, without its reference.
    pub(super) body: String,
    /// The reference at its end, where all stands on one line.
    pub(super) reference: Option<String>,
    /// Comments inside it that belong after it.
    pub(super) left: Vec<Span>,
}

impl Printed {
    /// The statement with its reference.
    pub(super) fn whole(&self) -> String {
        match &self.reference {
            Some(reference) => format!("{} {reference}", self.body),
            None => self.body.clone(),
        }
    }
}

impl Printer<'_> {
    /// Prints a statement; its first word gets so many columns.
    pub(super) fn statement(&mut self, span: Span, pieces: &[Piece], column: usize, indent: usize) -> Printed {
        let written = self.at(span);
        let single = !written.contains('\n');
        let split = reference_at(pieces).filter(|_| single).and_then(|at| pieces.split_at_checked(at));
        if let Some((body, reference)) = split {
            let (body, _) = self.joined(body, column, indent);
            let (reference, _) = self.joined(reference, 0, indent);
            return Printed { body, reference: Some(reference), left: Vec::new() };
        }
        let (body, left) = self.joined(pieces, column, indent);
        Printed { body, reference: None, left }
    }

    /// The pieces with what belongs between them; and the comments that are left.
    pub(super) fn joined(&mut self, pieces: &[Piece], column: usize, indent: usize) -> (String, Vec<Span>) {
        let mut out = String::new();
        let mut pending: Vec<Span> = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            let text = self.piece(pieces, index);
            out.push_str(&text);
            let Some(next) = pieces.get(index + 1) else { continue };
            let (end, next_start) = (piece.span.end as usize, next.span.start as usize);
            pending.extend_from_slice(self.comments_in(piece.span.start as usize, end));
            let gap = self.slice(end, next_start);
            if gap.contains('\n') {
                let own = self.comments_in(end, next_start).to_vec();
                self.broken(&std::mem::take(&mut pending), &own, end, indent + STEP, &mut out);
            } else if index == 0 && column > 0 && next.kind != Kind::Mark(Mark::At) {
                blanks((column + 1).saturating_sub(text.width()), &mut out);
            } else if is_apart(*piece, *next) {
                out.push(' ');
            }
        }
        if let Some(last) = pieces.last() {
            pending.extend_from_slice(self.comments_in(last.span.start as usize, last.span.end as usize));
        }
        (out, pending)
    }

    /// Ends a line within a statement, with the comments that stand there.
    fn broken(&self, pending: &[Span], own: &[Span], from: usize, indent: usize, out: &mut String) {
        let mut at = from;
        let mut on_line = true;
        for &comment in pending.iter().chain(own) {
            let inside = comment.start as usize >= from;
            let below = inside && self.slice(at, comment.start as usize).contains('\n');
            if on_line && !below {
                out.push_str("  ");
            } else {
                out.push('\n');
                blanks(indent, out);
            }
            on_line = false;
            out.push_str(self.comment(comment));
            at = at.max(comment.end as usize);
        }
        out.push('\n');
        blanks(indent, out);
    }
}

/// Whether a blank stands between two pieces.
fn is_apart(piece: Piece, next: Piece) -> bool {
    let before = match piece.kind {
        Kind::Mark(mark) => !matches!(mark, Mark::Open | Mark::Dot | Mark::Negative),
        _ => true,
    };
    let after = match next.kind {
        Kind::Mark(Mark::Open) => piece.kind != Kind::Name(Role::Function),
        Kind::Mark(mark) => !matches!(mark, Mark::Comma | Mark::Colon | Mark::Close | Mark::Dot),
        _ => true,
    };
    before && after
}
