//! The one table of everything pok can find: code, message name and level. Codes are never reused.

use crate::diagnostic::{Code, Kind, Severity};

macro_rules! kinds {
    ($($(#[$doc:meta])* $constant:ident = $code:literal $name:literal $severity:ident;)*) => {
        $($(#[$doc])* pub static $constant: Kind =
            Kind { code: Code($code), name: $name, severity: Severity::$severity };)*

        /// Every kind, by code.
        pub static ALL: &[&Kind] = &[$(&$constant),*];
    };
}

kinds! {
    /// A statement is not written as the language has it.
    SYNTAX = 1 "syntax" Error;
    /// An amount can be read in two ways, or not at all.
    AMOUNT_AMBIGUOUS = 2 "amount-ambiguous" Error;
    /// Bytes that are not UTF-8, or a control character.
    BAD_BYTE = 3 "bad-byte" Error;
    /// Larger or deeper than pok reads.
    LIMIT = 4 "limit" Error;
    /// The files of a plan are too large together.
    INCLUDE_TOO_LARGE = 4 "include-too-large" Error;
    /// A word that begins no statement here.
    UNKNOWN_KEYWORD = 5 "unknown-keyword" Error;
    /// Understood and kept, but not evaluated by this version.
    NOT_EVALUATED = 6 "not-evaluated" Note;
    /// An included file does not exist.
    INCLUDE_MISSING = 104 "include-missing" Error;
    /// An included file lies outside the project.
    INCLUDE_OUTSIDE = 104 "include-outside" Error;
    /// Files that include each other in a circle.
    INCLUDE_CYCLE = 104 "include-cycle" Error;
    /// An included file cannot be read.
    INCLUDE_UNREADABLE = 104 "include-unreadable" Error;
    /// Too many files, or includes too deep.
    INCLUDE_LIMIT = 104 "include-limit" Error;
    /// A file with items but without a plan, which no plan includes.
    NO_PLAN = 108 "no-plan" Warning;
    /// A file without any item.
    NO_PLAN_EMPTY = 108 "no-plan-empty" Error;
}

/// All kinds of a code.
pub fn of_code(code: Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == code)
}
