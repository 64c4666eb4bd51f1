//! Edits of one text: made all at once, and where what stood elsewhere is found afterwards.

use crate::diagnostic::Edit;
use crate::source::Span;

/// One replaced stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Change {
    /// An edit as it is made in a text: its line ends are those of the text.
    pub fn of(edit: &Edit, text: &str) -> Self {
        let new = if text.contains("\r\n") { edit.text.replace('\n', "\r\n") } else { edit.text.clone() };
        Self { span: edit.place.span, text: new }
    }

    /// Whether both can be made at once, in an order that nobody has to choose.
    pub fn apart(&self, other: &Self) -> bool {
        let (a, b) = (self.span, other.span);
        if a.start == a.end || b.start == b.end {
            return a.end < b.start || b.end < a.start;
        }
        a.end <= b.start || b.end <= a.start
    }

    fn grows_by(&self) -> i64 {
        i64::try_from(self.text.len()).unwrap_or(i64::MAX) - (i64::from(self.span.end) - i64::from(self.span.start))
    }
}

/// The text with the changes made, which are in order and apart; `None` where one does not fit the text.
pub fn changed(text: &str, changes: &[Change]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for change in changes {
        out.push_str(text.get(done..change.span.start as usize)?);
        out.push_str(&change.text);
        done = change.span.end as usize;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Where a stretch of the old text stands in the new one. What was inserted at its ends is no part of it.
pub fn moved(span: Span, changes: &[Change]) -> Span {
    let (mut start, mut end) = (i64::from(span.start), i64::from(span.end));
    for change in changes {
        let inserts = change.span.start == change.span.end;
        if change.span.end <= span.start && (inserts || change.span.start < span.start) {
            start += change.grows_by();
        }
        if change.span.end <= span.end && !(inserts && change.span.end == span.end && span.end > span.start) {
            end += change.grows_by();
        }
    }
    let whole = |offset: i64| u32::try_from(offset.max(0)).unwrap_or(u32::MAX);
    Span { start: whole(start), end: whole(end.max(start)) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Change, changed, moved};
    use crate::source::Span;

    fn change(start: usize, end: usize, text: &str) -> Change {
        Change { span: Span::new(start, end), text: text.to_owned() }
    }

    #[test]
    fn what_stands_elsewhere_is_found_again() {
        let text = "cost 5 000, 7";
        let changes = [change(0, 0, "# "), change(6, 7, ".")];
        let new = changed(text, &changes).unwrap();
        assert_eq!(new, "# cost 5.000, 7");
        let slice = |span: Span| new.get(span.range()).unwrap();
        assert_eq!(slice(moved(Span::new(5, 10), &changes)), "5.000");
        assert_eq!(slice(moved(Span::new(12, 13), &changes)), "7");
        assert_eq!(slice(moved(Span::new(0, 4), &changes)), "cost");
    }

    #[test]
    fn what_touches_is_not_made_at_once() {
        assert!(change(0, 2, "a").apart(&change(2, 3, "b")));
        assert!(!change(0, 2, "a").apart(&change(2, 2, "b")));
        assert!(!change(1, 1, "a").apart(&change(1, 1, "b")));
        assert!(!change(0, 2, "a").apart(&change(1, 3, "b")));
    }

    #[test]
    fn a_change_outside_the_text_is_none() {
        assert_eq!(changed("abc", &[change(2, 9, "")]), None);
    }
}
