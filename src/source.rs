//! The texts of a plan: files, byte offsets into them, and lines and columns for people.

use std::sync::OnceLock;

/// Half-open range of byte offsets in one file. Files are at most 64 MiB, so `u32` is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets past `u32::MAX` cannot occur, since larger files are refused.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span as a range of `usize`, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The span widened to whole characters of the text, where one of its ends stands inside one.
pub fn whole_characters(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start as usize, (span.end as usize).min(text.len()));
    while !text.is_char_boundary(start.min(text.len())) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start.min(end), end)
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What stands there.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Number of a file in a [`SourceSet`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u16);

/// A span in one of the files of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes in it.
    pub span: Span,
}

impl Place {
    /// A place from its parts.
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span }
    }
}

/// Line and column of an offset; both count from 1, the column in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// One text with its name as people know it.
#[derive(Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before each block of [`BLOCK`] bytes; made when a long line asks for it.
    characters: OnceLock<Vec<u32>>,
}

/// Lines longer than this find their columns through an index, so that many places on one line cost little.
const BLOCK: usize = 4096;

/// How many characters begin in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

impl SourceFile {
    /// A file from its displayed name (a path with `/`) and its text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), line_starts: OnceLock::new(), characters: OnceLock::new() }
    }

    /// The name to show: a path with forward slashes, or `-` for standard input.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span, in whole characters; empty where the span does not fit the file.
    pub fn slice(&self, span: Span) -> &str {
        let whole = || self.text.get(whole_characters(&self.text, span).range());
        self.text.get(span.range()).or_else(whole).unwrap_or("")
    }

    /// Byte offsets at which lines start, computed once.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(ends.map(|end| Span::new(end + 1, end + 1).start)).collect()
        })
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let column = self.characters_before(offset, start) + 1;
        Position { line, column }
    }

    /// How many characters stand between the start of a line and an offset on it; none where the offset is outside.
    fn characters_before(&self, offset: u32, line_start: u32) -> usize {
        let (start, end) = (line_start as usize, offset as usize);
        let Some(bytes) = self.text.as_bytes().get(start..end) else { return 0 };
        if bytes.len() <= BLOCK { characters(bytes) } else { self.count_to(end).saturating_sub(self.count_to(start)) }
    }

    /// How many characters begin before an offset.
    fn count_to(&self, offset: usize) -> usize {
        let blocks = self.characters.get_or_init(|| {
            let counts = self.text.as_bytes().chunks(BLOCK).scan(0, |total, block| {
                let before = *total;
                *total += characters(block);
                Some(u32::try_from(before).unwrap_or(u32::MAX))
            });
            counts.collect()
        });
        let block = offset / BLOCK;
        let before = blocks.get(block).map_or(0, |&count| count as usize);
        before + self.text.as_bytes().get(block * BLOCK..offset).map_or(0, characters)
    }
}

/// The files of one plan, the plan's own file first.
#[derive(Debug, Default)]
pub struct SourceSet {
    files: Vec<SourceFile>,
}

impl SourceSet {
    /// Adds a file and gives its number.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        self.files.push(file);
        id
    }

    /// The file of that number. A number from another set gives an empty file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        static EMPTY: SourceFile = SourceFile {
            name: String::new(),
            text: String::new(),
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        };
        self.files.get(usize::from(id.0)).unwrap_or(&EMPTY)
    }

    /// All files with their numbers, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text at a place.
    pub fn slice(&self, place: Place) -> &str {
        self.file(place.file).slice(place.span)
    }
}
