//! Bytes in, the text of a file and findings about bytes that do not belong in it out.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::{FileId, Place, SourceFile, Span};

/// The mark that some programs put before a text; no part of it.
pub const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// The largest file that is read: 64 MiB.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// Most findings about bytes in one file; what comes after is as bad, and is not listed.
const MOST: usize = 100;

/// Text is looked at in blocks of so many bytes; most hold nothing but plain signs.
const BLOCK: usize = 64;

/// Makes a text of the bytes of a file.
///
/// A byte-order mark is dropped. A byte that is no UTF-8 becomes one substitute sign (U+001A), so that offsets stay those of the file after
/// the mark. Control characters stay, and are reported.
pub fn decode(file: FileId, name: &str, mut bytes: Vec<u8>) -> (SourceFile, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if bytes.len() > LARGEST {
        let finding = Diagnostic::new(&codes::TOO_LARGE, Place::new(file, Span::default()))
            .with("size", bytes.len().div_ceil(1024 * 1024))
            .with("limit", LARGEST / (1024 * 1024));
        diagnostics.push(finding);
        return (SourceFile::new(name, ""), diagnostics);
    }
    if let Some(what) = foreign_file(&bytes) {
        let mut finding = Diagnostic::new(&codes::BAD_BYTE, Place::new(file, Span::default()));
        finding.message = Message::new(what);
        diagnostics.push(finding.help(Message::new("bad-byte-help")));
        return (SourceFile::new(name, ""), diagnostics);
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => replace_bad(file, error.into_bytes(), &mut diagnostics),
    };
    let bad: Vec<Span> = diagnostics.iter().map(|finding| finding.place().span).collect();
    find_controls(file, &text, &bad, &mut diagnostics);
    diagnostics.sort_by_key(Diagnostic::place);
    (SourceFile::new(name, text), diagnostics)
}

/// How much of a file shows what it is.
const SHOWS: usize = 4096;

/// The message for a file that is no text in UTF-8 as a whole, where it is plain what it is instead.
fn foreign_file(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.get(..SHOWS).unwrap_or(bytes);
    let zeros = memchr::memchr_iter(0, start).count();
    let odd = start.iter().filter(|byte| matches!(byte, 0..=8 | 0xE..=0x1F)).count();
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        Some("file-utf16")
    } else if start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xD0\xCF\x11\xE0") {
        Some("file-office")
    } else if start.starts_with(b"%PDF-") {
        Some("file-pdf")
    } else if zeros > 1 && zeros * 3 > start.len() && zeros * 3 < start.len() * 2 {
        Some("file-utf16")
    } else if odd > 4 && odd * 10 > start.len() {
        Some("file-binary")
    } else if memchr::memchr(b'\n', bytes).is_none() && memchr::memchr_iter(b'\r', bytes).count() > 1 {
        Some("file-old-line-ends")
    } else {
        None
    }
}

/// What stands in place of a byte that is no UTF-8.
const BAD: u8 = 0x1A;

/// Puts [`BAD`] in place of every byte that is no UTF-8; a run of them is one finding.
fn replace_bad(file: FileId, mut bytes: Vec<u8>, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..)
        && let Err(error) = std::str::from_utf8(rest)
    {
        let start = at + error.valid_up_to();
        let length = error.error_len().unwrap_or(bytes.len() - start).max(1);
        match runs.last_mut() {
            Some((_, end)) if *end == start => *end = start + length,
            _ => runs.push((start, start + length)),
        }
        at = start + length;
    }
    for &(start, end) in &runs {
        if let Some(run) = bytes.get_mut(start..end) {
            if diagnostics.len() < MOST {
                let first = run.first().copied().unwrap_or_default();
                let finding = Diagnostic::new(&codes::BAD_BYTE, Place::new(file, Span::new(start, end)))
                    .with("byte", format!("0x{first:02X}"))
                    .with("count", end - start)
                    .help(Message::new("bad-byte-help"));
                diagnostics.push(finding);
            }
            run.fill(BAD);
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Finds control characters, carriage returns alone, and signs that turn the direction of text.
fn find_controls(file: FileId, text: &str, bad: &[Span], diagnostics: &mut Vec<Diagnostic>) {
    let bytes = text.as_bytes();
    let plain =
        |block: &[u8]| !block.iter().fold(false, |odd, &byte| odd | !matches!(byte, b'\t' | b'\n' | 0x20..0x7F));
    let odd = bytes.chunks(BLOCK).enumerate().filter(|(_, block)| !plain(block));
    let odd = odd.flat_map(|(index, block)| (index * BLOCK..).zip(block));
    let mut found = 0_usize;
    let mut last_end = usize::MAX;
    for (at, &byte) in odd {
        let length = match byte {
            b'\t' | b'\n' => continue,
            BAD if is_bad(bad, at) => continue,
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => continue,
            0..0x20 | 0x7F => 1,
            0xC2 if bytes.get(at + 1).is_some_and(|next| (0x80..0xA0).contains(next)) => 2,
            0xE2 if turns_text(bytes.get(at + 1..at + 3).unwrap_or_default()) => 3,
            _ => continue,
        };
        // A run of them is one finding.
        let goes_on = at == last_end;
        last_end = at + length;
        if goes_on || found >= MOST {
            continue;
        }
        found += 1;
        let char = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        let finding = Diagnostic::new(&codes::CONTROL_CHARACTER, Place::new(file, Span::new(at, at + length)))
            .with("character", format!("U+{:04X}", u32::from(char)))
            .help(Message::new("control-character-help"));
        diagnostics.push(finding);
    }
}

/// Whether the byte has been reported as no UTF-8; of very many not all have.
fn is_bad(bad: &[Span], at: usize) -> bool {
    let at = Span::new(at, at).start;
    let index = bad.partition_point(|span| span.end <= at);
    bad.len() >= MOST || bad.get(index).is_some_and(|span| span.start <= at)
}

/// Whether the bytes after 0xE2 are those of U+202A to U+202E or U+2066 to U+2069.
fn turns_text(rest: &[u8]) -> bool {
    matches!(rest, [0x80, 0xAA..=0xAE] | [0x81, 0xA6..=0xA9])
}
