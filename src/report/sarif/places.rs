//! Places in the files of a plan, as SARIF has them: lines and columns from 1, columns in Unicode characters, the end after
//! the last character.

use super::log::{ArtifactLocation, PhysicalLocation, Pointer, Region, Snippet};
use crate::report::uri::{is_absolute, reference};
use crate::source::{Place, SourceFile, SourceSet};

/// The folder that names of files are relative to.
pub(super) const BASE: &str = "%SRCROOT%";
/// Longest stretch of a plan that is quoted, in bytes.
const LONGEST_QUOTE: usize = 400;

/// A place without words.
pub(super) fn location(sources: &SourceSet, place: Place) -> Pointer {
    let file = sources.file(place.file);
    let physical_location = PhysicalLocation { artifact_location: artifact(file), region: region(file, place, true) };
    Pointer { id: None, physical_location, message: None }
}

/// The reference to a file.
pub(super) fn artifact(file: &SourceFile) -> ArtifactLocation {
    let uri_base_id = (!is_absolute(file.name())).then_some(BASE);
    ArtifactLocation { uri: reference(file.name()), uri_base_id }
}

/// The lines and columns of a place, where it is asked for with what stands there.
pub(super) fn region(file: &SourceFile, place: Place, quoted: bool) -> Region {
    let (start, end) = (file.position(place.span.start), file.position(place.span.end));
    let text = file.slice(place.span);
    let snippet = quoted && !text.is_empty() && text.len() <= LONGEST_QUOTE;
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        snippet: snippet.then(|| Snippet { text: text.to_owned() }),
    }
}
