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
    /// The closing brace of a block is missing.
    UNCLOSED_BLOCK = 1 "unclosed-block" Error;
    /// A closing brace that closes nothing.
    STRAY_BRACE = 1 "stray-brace" Error;
    /// An opening brace that does not stand on the line of its item.
    BRACE_ON_OWN_LINE = 1 "brace-on-own-line" Error;
    /// Something follows a closing brace on its line.
    NOT_ON_OWN_LINE = 1 "not-on-own-line" Error;
    /// A block after a statement that has none.
    NO_BLOCK_HERE = 1 "no-block-here" Error;
    /// A text without its closing quote.
    UNCLOSED_TEXT = 1 "unclosed-text" Error;
    /// A backslash in a text before a sign that needs none.
    UNKNOWN_ESCAPE = 1 "unknown-escape" Error;
    /// A parenthesis that is not closed.
    UNCLOSED_PARENTHESIS = 1 "unclosed-parenthesis" Error;
    /// Something is called by a word that stands where names stand.
    RESERVED_NAME = 1 "reserved-name" Error;
    /// `language` is not the first item.
    LANGUAGE_NOT_FIRST = 1 "language-not-first" Error;
    /// A language that pok does not read.
    LANGUAGE_UNKNOWN = 1 "language-unknown" Error;
    /// Years the wrong way round.
    YEARS_REVERSED = 1 "years-reversed" Error;
    /// `2022/24`
    YEARS_NOT_CONSECUTIVE = 1 "years-not-consecutive" Error;
    /// Years written in another way.
    YEARS_FORM = 1 "years-form" Error;
    /// A range from a calendar year to a split one.
    YEARS_MIXED = 1 "years-mixed" Error;
    /// `until 2024`
    UNTIL_AMBIGUOUS = 1 "until-ambiguous" Error;
    /// A date in another order.
    DATE_FORM = 1 "date-form" Error;
    /// A day that does not exist.
    DATE_IMPOSSIBLE = 1 "date-impossible" Error;
    /// A count that is too large or too small.
    COUNT_OUT_OF_RANGE = 1 "count-out-of-range" Error;
    /// `a = b = c`
    COMPARISON_CHAIN = 1 "comparison-chain" Error;
    /// A claim without a comparison.
    CLAIM_WITHOUT_COMPARISON = 1 "claim-without-comparison" Error;
    /// An operator without white space around it.
    OPERATOR_SPACING = 1 "operator-spacing" Error;
    /// An aggregate without what it ranges over, or a range after another function.
    AGGREGATE_FORM = 1 "aggregate-form" Error;
    /// `allow` without its reason.
    ALLOW_WITHOUT_REASON = 1 "allow-without-reason" Error;
    /// A part of a head or statement given twice.
    PART_TWICE = 1 "part-twice" Error;
    /// A factor of a table that is not a power of ten.
    FACTOR_UNREADABLE = 1 "factor-unreadable" Error;
    /// A table without a row of column heads.
    TABLE_EMPTY = 1 "table-empty" Error;
    /// A row with more or fewer cells than there are columns.
    CELL_COUNT = 1 "cell-count" Error;
    /// A row that begins with a bar.
    LEADING_BAR = 1 "leading-bar" Error;
    /// A comma at a line's end, with the next statement after it.
    TRAILING_COMMA = 1 "trailing-comma" Error;
    /// An amount that can be read in two ways.
    AMOUNT_AMBIGUOUS = 2 "amount-ambiguous" Error;
    /// An amount in another notation, with one reading.
    AMOUNT_NOTATION = 2 "amount-notation" Error;
    /// More decimals than the currency has.
    AMOUNT_DECIMALS = 2 "amount-decimals" Error;
    /// More than 15 digits before the decimal sign.
    AMOUNT_TOO_LARGE = 2 "amount-too-large" Error;
    /// What stands where an amount should stand is none.
    AMOUNT_UNREADABLE = 2 "amount-unreadable" Error;
    /// Bytes that are not UTF-8, or a control character.
    BAD_BYTE = 3 "bad-byte" Error;
    /// Larger or deeper than pok reads.
    LIMIT = 4 "limit" Error;
    /// The files of a plan are too large together.
    INCLUDE_TOO_LARGE = 4 "include-too-large" Error;
    /// A control character, or one that turns the direction of text.
    CONTROL_CHARACTER = 3 "control-character" Error;
    /// A file larger than pok reads.
    TOO_LARGE = 4 "too-large" Error;
    /// Braces or parentheses nested deeper than pok reads.
    TOO_DEEP = 4 "too-deep" Error;
    /// An expression with more operators than pok reads.
    TOO_LONG = 4 "too-long" Error;
    /// The files of a plan are too large together.
    INCLUDE_TOO_LARGE = 4 "include-too-large" Error;
    /// A word that begins no statement here.
    UNKNOWN_KEYWORD = 5 "unknown-keyword" Error;
    /// A word that is nearly a keyword.
    MISSPELT_KEYWORD = 5 "misspelt-keyword" Error;
    /// A keyword of the other language.
    FOREIGN_KEYWORD = 5 "foreign-keyword" Error;
    /// A file in the other language that does not say so.
    FOREIGN_FILE = 5 "foreign-file" Error;
    /// A statement of another kind of item.
    MISPLACED_STATEMENT = 5 "misplaced-statement" Error;
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
    /// A list goes on at the next line with a word that reads like a statement.
    LIST_READS_LIKE_STATEMENT = 109 "list-reads-like-statement" Warning;
}

/// All kinds of a code.
pub fn of_code(code: Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == code)
}
