//! Which findings are shown: `--select` and `--ignore`, by code or by the start of one.

use crate::codes;
use crate::diagnostic::Code;

/// Codes that are shown and codes that are not; the longer of two that both fit decides.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    select: Vec<String>,
    ignore: Vec<String>,
}

/// A code that no finding has.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// As it was written.
    pub written: String,
    /// The known code that looks most like it.
    pub similar: Option<String>,
}

impl Filter {
    /// A filter from codes such as `POK201`, or starts of codes such as `POK2` and `NL-BBV`; empty lists show everything.
    /// `rules` are the codes of the rules that take part.
    pub fn new(select: &[String], ignore: &[String], rules: &[String]) -> Result<Self, UnknownCode> {
        let read = |codes: &[String]| codes.iter().map(|code| start_of(code, rules)).collect::<Result<Vec<_>, _>>();
        Ok(Self { select: read(select)?, ignore: read(ignore)? })
    }

    /// Whether findings of this code are shown.
    pub fn shows(&self, code: &Code) -> bool {
        let code = code.to_string();
        let longest = |list: &[String]| {
            list.iter().filter(|start| code.starts_with(start.as_str())).map(|start| start.len() + 1).max()
        };
        let selected = if self.select.is_empty() { Some(0) } else { longest(&self.select) };
        selected > longest(&self.ignore)
    }
}

/// The start of a code in full: `2` and `pok2` are `POK2`.
pub fn start_of(written: &str, rules: &[String]) -> Result<String, UnknownCode> {
    let trimmed = written.trim();
    let upper = trimmed.to_uppercase();
    let digits = !upper.is_empty() && upper.bytes().all(|byte| byte.is_ascii_digit());
    let start = if digits { format!("POK{upper}") } else { upper };
    let mut known = codes::ALL.iter().map(|kind| kind.code.to_string());
    if !start.is_empty() && (known.any(|code| code.starts_with(&start)) || rules.iter().any(|c| c.starts_with(&start)))
    {
        Ok(start)
    } else {
        Err(UnknownCode { written: trimmed.to_owned(), similar: similar_code(trimmed, rules) })
    }
}

/// The known code that looks most like what was written.
pub fn similar_code(written: &str, rules: &[String]) -> Option<String> {
    codes::similar(written, rules)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::Filter;
    use crate::diagnostic::Code;

    fn list(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn the_longer_start_decides() {
        let filter = Filter::new(&list(&["POK001"]), &list(&["POK0"]), &[]).unwrap();
        assert!(filter.shows(&Code::BuiltIn(1)));
        assert!(!filter.shows(&Code::BuiltIn(2)));
        let filter = Filter::new(&[], &list(&["9"]), &[]).unwrap_err();
        assert_eq!(filter.written, "9");
    }

    #[test]
    fn everything_without_lists() {
        let filter = Filter::default();
        assert!(filter.shows(&Code::BuiltIn(201)));
    }

    #[test]
    fn unknown_codes_are_refused_with_a_likely_one() {
        let unknown = Filter::new(&list(&["POK0O1"]), &[], &[]).unwrap_err();
        assert_eq!(unknown.similar.as_deref(), Some("POK001"));
        assert!(Filter::new(&list(&["pok001", "POK0", "9"]), &[], &[]).is_err());
    }
}
