//! Which findings are shown: `--select` and `--ignore`, by code or by the start of one.

pub use crate::codes::{UnknownCode, similar_code, start_of};
use crate::diagnostic::Code;
use crate::settings::Levels;

/// Codes that are shown and codes that are not; the longer of two that both fit decides.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    select: Vec<String>,
    ignore: Vec<String>,
    levels: Levels,
}

impl Filter {
    /// A filter from codes such as `POK201`, or starts of codes such as `POK2` and `NL-BBV`; empty lists show everything.
    /// `rules` are the codes of the rules that take part.
    pub fn new(select: &[String], ignore: &[String], rules: &[String]) -> Result<Self, UnknownCode> {
        let read = |codes: &[String]| codes.iter().map(|code| start_of(code, rules)).collect::<Result<Vec<_>, _>>();
        Ok(Self { select: read(select)?, ignore: read(ignore)?, levels: Levels::default() })
    }

    /// The same with what a project switches off. `--select` is above it.
    #[must_use]
    pub fn with_levels(&self, levels: &Levels) -> Self {
        Self { levels: levels.clone(), ..self.clone() }
    }

    /// Whether findings of this code are shown.
    pub fn shows(&self, code: &Code) -> bool {
        self.wants(code) && !self.is_off(code)
    }

    /// Whether the project switches them off, and nothing else keeps them out of sight.
    pub fn switched_off(&self, code: &Code) -> bool {
        self.wants(code) && self.is_off(code)
    }

    fn wants(&self, code: &Code) -> bool {
        self.selected(code) > longest(&self.ignore, code)
    }

    fn is_off(&self, code: &Code) -> bool {
        self.levels.off(code).is_some_and(|start| self.selected(code) <= Some(start))
    }

    /// How much of the code was asked for.
    fn selected(&self, code: &Code) -> Option<usize> {
        if self.select.is_empty() { Some(0) } else { longest(&self.select, code) }
    }
}

/// The length of the longest of the starts that fits, and one more, so that it is more than none.
fn longest(starts: &[String], code: &Code) -> Option<usize> {
    let code = code.to_string();
    starts.iter().filter(|start| code.starts_with(start.as_str())).map(|start| start.len() + 1).max()
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
