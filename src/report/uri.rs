//! Names of files as references in the sense of RFC 3986.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What must be escaped in a segment of a path: everything but the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The reference to a file by its name with forward slashes. A relative name stays relative.
pub(super) fn reference(name: &str) -> String {
    let mut segments = name.split('/').map(|segment| utf8_percent_encode(segment, SEGMENT).to_string());
    match drive(name) {
        Some(drive) => {
            let rest: Vec<String> = segments.skip(1).filter(|segment| !segment.is_empty()).collect();
            format!("file:///{drive}/{}", rest.join("/"))
        }
        None if name.starts_with('/') => format!("file://{}", segments.collect::<Vec<_>>().join("/")),
        None => {
            let first = segments.next().unwrap_or_default();
            segments.fold(first, |path, segment| path + "/" + &segment)
        }
    }
}

/// Whether a name says where a file lies wherever it is read.
pub(super) fn is_absolute(name: &str) -> bool {
    name.starts_with('/') || drive(name).is_some()
}

/// The drive of a name such as `C:/plans/a.pok`.
fn drive(name: &str) -> Option<&str> {
    let (drive, rest) = name.split_at_checked(2)?;
    let letter = drive.strip_suffix(':')?;
    let is_drive = letter.bytes().all(|byte| byte.is_ascii_alphabetic()) && rest.starts_with('/');
    is_drive.then_some(drive)
}

#[cfg(test)]
mod tests {
    use super::{is_absolute, reference};

    #[test]
    fn names_become_references() {
        let cases = [
            ("plans/plan.pok", "plans/plan.pok"),
            ("a b#c%d?.pok", "a%20b%23c%25d%3F.pok"),
            ("gemeente é/plän.pok", "gemeente%20%C3%A9/pl%C3%A4n.pok"),
            ("back\\slash:colon.pok", "back%5Cslash%3Acolon.pok"),
            ("../up.pok", "../up.pok"),
            ("/srv/plans/a b.pok", "file:///srv/plans/a%20b.pok"),
            ("C:/plans/a b.pok", "file:///C:/plans/a%20b.pok"),
            ("-", "-"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(reference(name), expected);
        }
        assert!(is_absolute("/a") && is_absolute("c:/a") && !is_absolute("c:a") && !is_absolute("é:/a"));
    }
}
