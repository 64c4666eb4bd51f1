//! The lines of a plan that a finding points at, drawn with the places underlined and labelled.

use super::Renderer;
use super::plain;
use super::text::Screen;
use super::visible::{same_length, visible};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{FileId, SourceFile, SourceSet, Span};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

/// Longest line that is shown whole, in bytes.
const LONGEST_LINE: usize = 400;
/// How much of a longer line is shown on either side of a place, in bytes.
const AROUND: usize = 60;
/// Places whose lines are at most this far apart are drawn in one piece.
const NEAR: usize = 3;
/// Most places of one finding that are drawn.
pub(super) const MOST_PLACES: usize = 12;

/// Draws places in the files of one plan.
pub(super) struct Snippets<'a> {
    sources: &'a SourceSet,
    /// The texts as they may be shown, made when first needed.
    shown: Vec<OnceCell<Cow<'a, str>>>,
    screen: Screen,
}

impl<'a> Snippets<'a> {
    pub(super) fn new(sources: &'a SourceSet, screen: Screen) -> Self {
        Self { sources, shown: (0..sources.len()).map(|_| OnceCell::new()).collect(), screen }
    }

    /// Draws the places of a finding: the lines around the primary place first, then the others in the order of the
    /// files and lines.
    pub(super) fn draw(&self, out: &mut String, finding: &Diagnostic, renderer: Renderer<'_>) {
        if self.screen.plain {
            plain::places(out, self.sources, finding, renderer);
            return;
        }
        let labels = finding.labels.get(..MOST_PLACES).unwrap_or(&finding.labels);
        let mut pieces: Vec<Vec<Drawn>> = Vec::new();
        for drawn in self.places(labels, renderer) {
            match pieces.last_mut().filter(|piece| piece.last().is_some_and(|last| last.is_near(&drawn))) {
                Some(piece) => piece.push(drawn),
                None => pieces.push(vec![drawn]),
            }
        }
        let is_primary = |piece: &&Vec<Drawn>| piece.iter().any(|drawn| drawn.primary);
        let first = pieces.iter().filter(is_primary);
        for piece in first.chain(pieces.iter().filter(|piece| !is_primary(piece))) {
            self.draw_piece(out, piece, finding.severity());
        }
    }

    /// The places that can be shown, by file (in the order in which the finding names them) and line.
    fn places(&self, labels: &[Label], renderer: Renderer<'_>) -> Vec<Drawn> {
        let mut files: Vec<FileId> = Vec::new();
        let mut places = Vec::with_capacity(labels.len());
        for (index, label) in labels.iter().enumerate() {
            let id = label.place.file;
            let Some(excerpt) = self.excerpt(id) else { continue };
            let order = files.iter().position(|file| *file == id).unwrap_or_else(|| {
                files.push(id);
                files.len() - 1
            });
            let span = excerpt.underlined(label.place.span);
            let words = label.message.as_ref().map(|message| renderer.message(message));
            let (line, bytes) = excerpt.line(span.start as usize);
            let is_long = bytes.len() > LONGEST_LINE;
            places.push(Drawn { file: id, order, line, is_long, span, primary: index == 0, words });
        }
        places.sort_by_key(|drawn| (drawn.order, drawn.span.start));
        places
    }

    fn excerpt(&self, id: FileId) -> Option<Excerpt<'_>> {
        let file = self.sources.file(id);
        let text = self.shown.get(usize::from(id.0))?.get_or_init(|| same_length(file.text()));
        Some(Excerpt { file, text, name: visible(file.name()) })
    }

    fn draw_piece(&self, out: &mut String, piece: &[Drawn], severity: Severity) {
        let Some(excerpt) = piece.first().and_then(|drawn| self.excerpt(drawn.file)) else { return };
        if excerpt.text.is_empty() {
            // Nothing to draw: the file is empty, or so wrong that its text was not kept.
            out.push_str("  ");
            out.push_str(&excerpt.name);
            out.push('\n');
            return;
        }
        let theme = self.theme(severity, piece.iter().map(|drawn| drawn.primary));
        let labels = piece.iter().map(|drawn| {
            let bytes = (drawn.span.start as usize, drawn.span.range().len());
            let words = drawn.words.clone();
            if drawn.primary {
                LabeledSpan::new_primary_with_span(words, bytes)
            } else {
                LabeledSpan::new_with_span(words, bytes)
            }
        });
        let pointed = Pointed { labels: labels.collect(), excerpt };
        let handler = GraphicalReportHandler::new_themed(theme).with_context_lines(WHOLE_LINES).with_links(false);
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, &pointed).is_ok() {
            // The first line would be the sentence, which stands above the snippets already.
            out.push_str(drawn.split_once('\n').map_or("", |(_, snippet)| snippet));
        }
    }

    /// The primary place in the colour of the finding's level, further places in a quieter one.
    fn theme(&self, severity: Severity, primary: impl Iterator<Item = bool>) -> GraphicalTheme {
        if !self.screen.colour {
            return GraphicalTheme::unicode_nocolor();
        }
        let mut theme = GraphicalTheme::unicode();
        let styles = &mut theme.styles;
        let level = match severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Note => styles.advice,
        };
        styles.highlights = primary.map(|primary| if primary { level } else { styles.help }).collect();
        theme
    }
}

/// A place as it is drawn: on one line.
struct Drawn {
    file: FileId,
    /// Rank of the file within the finding.
    order: usize,
    line: usize,
    /// Whether its line is too long to be shown whole.
    is_long: bool,
    span: Span,
    primary: bool,
    words: Option<String>,
}

impl Drawn {
    /// Whether the two go into one piece.
    fn is_near(&self, next: &Self) -> bool {
        self.file == next.file && next.line - self.line <= NEAR && !self.is_long && !next.is_long
    }
}

/// A file's text, read through its line index.
struct Excerpt<'a> {
    file: &'a SourceFile,
    text: &'a str,
    name: String,
}

/// The number of context lines by which the drawing of lines is told from a question for line and column.
const WHOLE_LINES: usize = 1;

impl Excerpt<'_> {
    /// What is underlined of a place: what stands on its first line, without white space at its end; never nothing
    /// at the end of the file, where nothing could be shown.
    fn underlined(&self, span: Span) -> Span {
        let mut start = boundary_at_or_before(self.text, span.start as usize);
        let mut end = span.end as usize;
        let last = self.text.trim_end().len();
        if start >= last && last > 0 {
            start = boundary_at_or_before(self.text, last - 1);
            end = last;
        }
        let stretch = self.text.get(start..end.clamp(start, self.text.len())).unwrap_or("");
        let line = stretch.split('\n').next().unwrap_or("").trim_end();
        let shown = line.get(..boundary_at_or_before(line, LONGEST_LINE / 4)).unwrap_or(line);
        Span::new(start, start + shown.len())
    }

    /// Number of the line that holds an offset, from 0, and its bytes with the line end.
    fn line(&self, offset: usize) -> (usize, std::ops::Range<usize>) {
        let starts = self.file.line_starts();
        let number = starts.partition_point(|&start| start as usize <= offset).saturating_sub(1);
        let at = |number: usize| starts.get(number).map_or(self.text.len(), |&start| start as usize);
        (number, at(number)..at(number + 1))
    }

    /// The bytes to show for a stretch: its lines, or of a very long line what is around it.
    fn window(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        let (first, lines) = self.line(start);
        let (last, last_line) = self.line(end.saturating_sub(1).max(start));
        let whole = lines.start..last_line.end;
        if whole.len() <= LONGEST_LINE || first < last && self.all_short(first, last) {
            return Some(whole);
        }
        if first != last || end - start > LONGEST_LINE {
            return None;
        }
        let left = boundary_at_or_before(self.text, start.saturating_sub(AROUND).max(whole.start));
        let right = boundary_at_or_before(self.text, (end + AROUND).min(whole.end));
        Some(left..right)
    }

    fn all_short(&self, first: usize, last: usize) -> bool {
        let starts = self.file.line_starts().get(first..).unwrap_or_default();
        let ends = starts.iter().skip(1).map(|&start| start as usize).chain([self.text.len()]);
        starts.iter().zip(ends).take(last + 1 - first).all(|(&start, end)| end - start as usize <= LONGEST_LINE)
    }
}

/// The nearest place where a character starts, at this offset or before it.
fn boundary_at_or_before(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let position = self.file.position(u32::try_from(start).unwrap_or(u32::MAX));
        let (bytes, column) = if before == WHOLE_LINES {
            (self.window(start, end).ok_or(MietteError::OutOfBounds)?, 0)
        } else {
            (start..end, position.column.saturating_sub(1))
        };
        let data = self.text.get(bytes.clone()).ok_or(MietteError::OutOfBounds)?;
        let lines = memchr::memchr_iter(b'\n', data.as_bytes()).count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            (bytes.start, bytes.len()).into(),
            position.line.saturating_sub(1),
            column,
            lines + NEAR,
        )))
    }
}

/// What miette draws: labels in one file, without a sentence of its own.
struct Pointed<'a> {
    excerpt: Excerpt<'a>,
    labels: Vec<LabeledSpan>,
}

impl fmt::Display for Pointed<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl fmt::Debug for Pointed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pointed").field("labels", &self.labels).finish_non_exhaustive()
    }
}

impl std::error::Error for Pointed<'_> {}

impl miette::Diagnostic for Pointed<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
