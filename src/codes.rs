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
    /// An amount with the sign or code of another currency than the plan's.
    CURRENCY_DIFFERS = 2 "currency-differs" Error;
    /// An amount that grows beyond what can be counted.
    AMOUNT_TOO_LARGE = 2 "amount-too-large" Error;
    /// A word that begins no statement here.
    UNKNOWN_KEYWORD = 5 "unknown-keyword" Error;
    /// Understood and kept, but not evaluated by this version.
    NOT_EVALUATED = 6 "not-evaluated" Note;
    /// A name that is declared nowhere.
    UNKNOWN_NAME = 101 "unknown-name" Error;
    /// A currency code that ISO 4217 does not have.
    UNKNOWN_CURRENCY = 101 "unknown-currency" Error;
    /// A name that is declared twice.
    DECLARED_TWICE = 102 "declared-twice" Error;
    /// A row or column of a free table that stands in it twice.
    LINE_TWICE = 102 "line-twice" Error;
    /// A second `plan`.
    PLAN_TWICE = 102 "plan-twice" Error;
    /// A name of another kind than is needed here.
    WRONG_KIND = 103 "wrong-kind" Error;
    /// A theme that lies within itself.
    THEME_CIRCLE = 103 "theme-circle" Error;
    /// A document, theme or decision that nothing uses.
    UNUSED = 105 "unused" Warning;
    /// Two values that do not go together.
    TYPE_OPERANDS = 106 "type-operands" Error;
    /// A value of another type than is needed here.
    TYPE_NEEDED = 106 "type-needed" Error;
    /// A measure with too few or too many arguments.
    TYPE_ARGUMENTS = 106 "type-arguments" Error;
    /// A claim that compares nothing.
    TYPE_NOT_COMPARISON = 106 "type-not-comparison" Error;
    /// A function that does not exist.
    TYPE_UNKNOWN_FUNCTION = 106 "type-unknown-function" Error;
    /// A property that this kind of thing does not have.
    TYPE_UNKNOWN_PROPERTY = 106 "type-unknown-property" Error;
    /// An earmark that no goal serves.
    TAG_NOT_SERVED = 107 "tag-not-served" Warning;
    /// A tag that a goal serves and no source or reserve is for.
    TAG_NOT_FUNDED = 107 "tag-not-funded" Warning;
    /// The same fact with two amounts.
    SAME_FACT = 202 "same-fact-differs" Error;
    /// A year given again within a window, or windows that overlap.
    WINDOW_OVERLAP = 202 "window-overlap" Error;
    /// A period that is stated twice, differently.
    PERIOD_TWICE = 202 "period-stated-twice" Error;
    /// A statement that is given twice, differently.
    STATEMENT_TWICE = 202 "statement-twice" Error;
    /// Fixed shares that do not add up to the whole.
    SHARES = 203 "shares-not-whole" Error;
    /// `paid by` with shares, amounts and bare names mixed.
    PAID_BY_MIXED = 203 "paid-by-mixed" Error;
    /// Cost lines and the whole of them differ.
    LINES_WHOLE = 204 "lines-and-whole-differ" Error;
    /// Parts of a source and the whole of them differ.
    PARTS_WHOLE = 204 "parts-and-whole-differ" Error;
    /// A minus where it has no meaning.
    SIGN = 208 "sign-without-meaning" Warning;
    /// A withdrawal with another sign than the others of its row.
    SIGN_ODD = 208 "sign-odd-one-out" Warning;
    /// A year outside the years of the plan.
    YEAR_OUTSIDE = 306 "year-outside-plan" Error;
    /// `2024` and `2024/25` in one plan.
    YEAR_STYLE = 306 "year-style" Error;
    /// A range of more years than a plan can have.
    RANGE_TOO_LONG = 306 "range-too-long" Error;
    /// An amount for a range that does not say whether it is per year or in total.
    RANGE_NEEDS_WORD = 307 "range-needs-word" Error;
    /// Indexation of an amount that is a total over years.
    INDEXED_NEEDS_EACH = 307 "indexed-needs-each" Error;
    /// Unlimited income whose leftover goes to a reserve.
    UNLIMITED_GOES_TO = 311 "unlimited-goes-to" Error;
}

/// All kinds of a code.
pub fn of_code(code: Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == code)
}
