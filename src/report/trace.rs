//! The tree of a figure -> an indented list: what each part is, its amount, where it stands.

use super::Renderer;
use super::text::{Ink, Screen, findings_alone};
use super::visible::{shortened, visible};
use super::wrap::wrapped;
use crate::diagnostic::{Message, Value};
use crate::money::Money;
use crate::source::{Place, SourceSet};
use crate::trace::{Answer, Asked, Figure, Node, References};
use num_rational::Ratio;
use num_traits::CheckedAdd;
use rust_decimal::Decimal;
use unicode_width::UnicodeWidthStr;

/// Most parts of one figure that are shown unless all are asked for.
const MOST_PARTS: usize = 40;
/// The narrowest column of words.
const NARROWEST: usize = 28;
/// Longest sentence about one part.
const LONGEST: usize = 240;

/// The tree, or what is wrong with the question. `all` shows long lists whole.
pub fn report(asked: &Asked, renderer: Renderer<'_>, screen: Screen, all: bool) -> String {
    match &asked.answer {
        Answer::Refused(findings) => findings_alone(&asked.sources, findings, renderer, screen),
        Answer::Traced(node) => {
            let references = References::of(&asked.plan);
            let tree = Tree { sources: &asked.sources, references, renderer, screen, all };
            let mut lines = Vec::new();
            tree.lines(node, 0, &mut lines);
            let mut out = tree.drawn(&lines);
            if asked.errors > 0 {
                let errors = renderer.message(&Message::new("trace-errors").with("count", asked.errors));
                out.push('\n');
                out.push_str(&wrapped(&errors, "", "", screen.width));
            }
            out
        }
    }
}

/// One line, before the columns are known.
struct Line {
    depth: usize,
    words: String,
    /// Empty for a remark about the line above.
    amount: String,
    place: String,
    reference: String,
}

/// A line in words, one after the other.
fn spoken(out: &mut String, line: &Line) {
    let after = [&line.place, &line.reference].into_iter().filter(|text| !text.is_empty());
    out.push_str(&" ".repeat(2 * line.depth));
    out.push_str(&line.words);
    if !line.amount.is_empty() {
        out.push_str(": ");
        out.push_str(&line.amount);
    }
    for text in after {
        out.push_str(", ");
        out.push_str(text);
    }
    out.push('\n');
}

struct Tree<'a> {
    sources: &'a SourceSet,
    references: References<'a>,
    renderer: Renderer<'a>,
    screen: Screen,
    all: bool,
}

impl Tree<'_> {
    fn lines(&self, node: &Node, depth: usize, lines: &mut Vec<Line>) {
        lines.push(Line {
            depth,
            words: shortened(&self.renderer.message(&node.what), LONGEST),
            amount: figure(self.renderer, &node.figure),
            place: node.place.map(|place| self.place(place)).unwrap_or_default(),
            reference: node
                .place
                .and_then(|place| self.references.at(place))
                .map(|it| visible(&it))
                .unwrap_or_default(),
        });
        let rounded = is_rounded(&node.figure).then(|| Message::new("trace-note-rounded"));
        let also = node.also.iter().map(|place| Message::new("trace-also").with("place", self.place(*place)));
        for note in node.notes.iter().cloned().chain(rounded).chain(also) {
            let words = shortened(&self.renderer.message(&note), LONGEST);
            lines.push(Line {
                depth: depth + 1,
                words: format!("({words})"),
                amount: String::new(),
                place: String::new(),
                reference: String::new(),
            });
        }
        let shown = if self.all { node.parts.len() } else { MOST_PARTS };
        for part in node.parts.iter().take(shown) {
            self.lines(part, depth + 1, lines);
        }
        let rest = node.parts.get(shown..).unwrap_or(&[]);
        if !rest.is_empty() {
            lines.push(Line {
                depth: depth + 1,
                words: self.renderer.message(&more(rest)),
                amount: String::new(),
                place: String::new(),
                reference: String::new(),
            });
        }
    }

    fn place(&self, place: Place) -> String {
        let file = self.sources.file(place.file);
        format!("{}:{}", visible(file.name()), file.position(place.span.start).line)
    }

    /// The lines in columns: words, amounts to the right, places.
    fn drawn(&self, lines: &[Line]) -> String {
        let widest = |part: &dyn Fn(&Line) -> usize| lines.iter().map(part).max().unwrap_or(0);
        let amounts = widest(&|line| line.amount.width());
        let places = widest(&|line| line.place.width());
        let deepest = widest(&|line| 2 * line.depth);
        let with_amount = |line: &Line| if line.amount.is_empty() { 0 } else { 2 * line.depth + line.words.width() };
        let references = widest(&|line| line.reference.width()).min(NARROWEST);
        let room = self.screen.width.saturating_sub(amounts + places + references + 6);
        let words = widest(&with_amount).min(room.max(deepest + NARROWEST));
        let mut out = String::new();
        if self.screen.plain {
            for line in lines {
                spoken(&mut out, line);
            }
            return out;
        }
        for line in lines {
            self.draw(&mut out, line, (words, amounts, places));
        }
        out
    }

    fn draw(&self, out: &mut String, line: &Line, (words, amounts, places): (usize, usize, usize)) {
        let first = " ".repeat(2 * line.depth);
        let rest = format!("{first}  ");
        if line.amount.is_empty() {
            let text = wrapped(&line.words, &first, &format!("{first} "), words.max(self.screen.width));
            out.push_str(&text);
            return;
        }
        let text = wrapped(&line.words, &first, &rest, words);
        let mut text = text.trim_end_matches('\n').to_owned();
        let last = text.rsplit('\n').next().unwrap_or("").width();
        text.push_str(&" ".repeat((words.saturating_sub(last)) + 2 + amounts - line.amount.width()));
        let strong = line.depth == 0;
        let amount = if strong { self.screen.paint(Ink::Heading, &line.amount) } else { line.amount.clone() };
        text.push_str(&amount);
        if !line.place.is_empty() {
            text.push_str("  ");
            text.push_str(&line.place);
            let column = words + amounts + places + 6;
            if line.reference.is_empty() {
            } else if column + line.reference.width() <= self.screen.width {
                text.push_str(&" ".repeat(places - line.place.width() + 2));
                text.push_str(&line.reference);
            } else {
                text.push('\n');
                let indent = " ".repeat((words + amounts + 4).min(self.screen.width.saturating_sub(NARROWEST)));
                text.push_str(wrapped(&line.reference, &indent, &indent, self.screen.width).trim_end_matches('\n'));
            }
        }
        out.push_str(&text);
        out.push('\n');
    }
}

/// How many parts are not shown, and what they come to.
fn more(rest: &[Node]) -> Message {
    let add = |sum: Option<Ratio<i128>>, node: &Node| match node.figure {
        Figure::Amount(value) => sum?.checked_add(&value),
        _ => None,
    };
    let total = rest.iter().fold(Some(Ratio::from_integer(0)), add);
    match total.and_then(|total| Money::from_wide(total.round().to_integer())) {
        Some(total) => Message::new("trace-more").with("count", rest.len()).with("amount", total),
        None => Message::new("trace-more-unknown").with("count", rest.len()),
    }
}

/// Whether an amount is not whole cents.
fn is_rounded(figure: &Figure) -> bool {
    matches!(figure, Figure::Amount(value) if !value.is_integer())
}

/// A figure in the reader's notation.
pub(super) fn figure(renderer: Renderer<'_>, figure: &Figure) -> String {
    let unknown = || renderer.plain("trace-unknown");
    match figure {
        Figure::Amount(value) => match Money::from_wide(value.round().to_integer()) {
            Some(money) => renderer.value(&Value::Money(money)),
            None => unknown(),
        },
        Figure::Number(value) => match decimal(*value) {
            Some(number) => renderer.value(&Value::Percent(number)).trim_end_matches('%').to_owned(),
            None => unknown(),
        },
        Figure::Share(share) => match share.checked_mul(Decimal::ONE_HUNDRED) {
            Some(percent) => renderer.value(&Value::Percent(percent)),
            None => unknown(),
        },
        Figure::Truth(true) => renderer.plain("trace-yes"),
        Figure::Truth(false) => renderer.plain("trace-no"),
        Figure::Words(words) => shortened(&renderer.value(words), 40),
        Figure::Unknown => unknown(),
    }
}

/// A fraction with at most six decimals.
pub(super) fn decimal(value: Ratio<i128>) -> Option<Decimal> {
    let numerator = Decimal::try_from_i128_with_scale(*value.numer(), 0).ok()?;
    let denominator = Decimal::try_from_i128_with_scale(*value.denom(), 0).ok()?;
    Some(numerator.checked_div(denominator)?.round_dp(6).normalize())
}
