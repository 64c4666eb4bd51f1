//! The one table of everything pok can find: code, message name and level. Codes are never reused.

use crate::diagnostic::{Code, Kind, Severity};

macro_rules! kinds {
    ($($(#[$doc:meta])* $constant:ident = $code:literal $name:literal $severity:ident;)*) => {
        $($(#[$doc])* pub static $constant: Kind =
            Kind { code: Code::BuiltIn($code), name: $name, severity: Severity::$severity };)*

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
    /// `2024` and `2024/25` in one plan.
    YEAR_STYLE = 1 "year-style" Error;
    /// `until 2024`
    UNTIL_AMBIGUOUS = 1 "until-ambiguous" Error;
    /// A date in another order.
    DATE_FORM = 1 "date-form" Error;
    /// A day that does not exist.
    DATE_IMPOSSIBLE = 1 "date-impossible" Error;
    /// A count that is too large or too small.
    COUNT_OUT_OF_RANGE = 1 "count-out-of-range" Error;
    /// A task field that is not written as `6.2`.
    TASK_FIELD_FORM = 1 "task-field-form" Error;
    /// `a = b = c`
    COMPARISON_CHAIN = 1 "comparison-chain" Error;
    /// A claim without a comparison.
    CLAIM_WITHOUT_COMPARISON = 1 "claim-without-comparison" Error;
    /// An operator without white space around it.
    OPERATOR_SPACING = 1 "operator-spacing" Error;
    /// An aggregate without what it ranges over, or a range after another function.
    AGGREGATE_FORM = 1 "aggregate-form" Error;
    /// An upper limit of `allow` that is no amount.
    ALLOW_LIMIT = 1 "allow-limit" Error;
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
    /// An amount with the sign or code of another currency than the plan's.
    CURRENCY_DIFFERS = 2 "currency-differs" Error;
    /// An amount that grows beyond what can be counted.
    INDEXED_TOO_LARGE = 2 "indexed-too-large" Error;
    /// An amount that a scenario scales beyond what can be counted.
    SCALED_TOO_LARGE = 2 "scaled-too-large" Error;
    /// Bytes that are not UTF-8, or a control character.
    BAD_BYTE = 3 "bad-byte" Error;
    /// A control character, or one that turns the direction of text.
    CONTROL_CHARACTER = 3 "control-character" Error;
    /// The files of a plan are too large together.
    INCLUDE_TOO_LARGE = 4 "include-too-large" Error;
    /// A file larger than pok reads.
    TOO_LARGE = 4 "too-large" Error;
    /// Braces or parentheses nested deeper than pok reads.
    TOO_DEEP = 4 "too-deep" Error;
    /// An expression with more operators than pok reads.
    TOO_LONG = 4 "too-long" Error;
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
    /// A part of a source restated within a `change` of the whole.
    CHANGE_PART = 5 "change-part" Error;
    /// A word after `kind` that is no kind of this item.
    UNKNOWN_KIND = 5 "unknown-kind" Error;
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
    /// A column whose head cannot stand in its table.
    WRONG_COLUMN = 103 "wrong-column" Error;
    /// A scenario sets one amount for several things together.
    SET_SEVERAL = 103 "set-several" Error;
    /// A scenario sets one year of income without limit.
    SET_UNLIMITED = 103 "set-unlimited" Error;
    /// A scenario sets an opening balance that follows from an earlier one.
    SET_LATER_OPENING = 103 "set-later-opening" Error;
    /// A theme that lies within itself.
    THEME_CIRCLE = 103 "theme-circle" Error;
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
    /// A document, theme or decision that nothing uses.
    UNUSED = 105 "unused" Warning;
    /// A scenario scales what has no amounts.
    SCALE_NOTHING = 105 "scale-nothing" Warning;
    /// Two values that do not go together.
    TYPE_OPERANDS = 106 "type-operands" Error;
    /// A value of another type than is needed here.
    TYPE_NEEDED = 106 "type-needed" Error;
    /// A scenario sets what only follows from the plan.
    SET_RESULT = 106 "set-result" Error;
    /// A measure with too few or too many arguments.
    TYPE_ARGUMENTS = 106 "type-arguments" Error;
    /// A claim that compares nothing.
    TYPE_NOT_COMPARISON = 106 "type-not-comparison" Error;
    /// A function that does not exist.
    TYPE_UNKNOWN_FUNCTION = 106 "type-unknown-function" Error;
    /// A function with arguments that it does not take.
    TYPE_FUNCTION_ARGUMENTS = 106 "type-function-arguments" Error;
    /// What things belong to something, where a value is needed.
    TYPE_RELATION = 106 "type-relation" Error;
    /// A property that has no value of its own.
    TYPE_ONLY_HAS = 106 "type-only-has" Error;
    /// A word that a property cannot be.
    TYPE_UNKNOWN_WORD = 106 "type-unknown-word" Error;
    /// A word that cannot be said of this kind of thing.
    TYPE_UNKNOWN_STATE = 106 "type-unknown-state" Error;
    /// A stage after what is no measure.
    TYPE_STAGE = 106 "type-stage" Error;
    /// A property that this kind of thing does not have.
    TYPE_UNKNOWN_PROPERTY = 106 "type-unknown-property" Error;
    /// An earmark that no goal serves.
    TAG_NOT_SERVED = 107 "tag-not-served" Warning;
    /// A tag that a goal serves and no source or reserve is for.
    TAG_NOT_FUNDED = 107 "tag-not-funded" Warning;
    /// A file with items but without a plan, which no plan includes.
    NO_PLAN = 108 "no-plan" Warning;
    /// A file without any item.
    NO_PLAN_EMPTY = 108 "no-plan-empty" Error;
    /// A list goes on at the next line with a word that reads like a statement.
    LIST_READS_LIKE_STATEMENT = 109 "list-reads-like-statement" Warning;
    /// A stated figure is lower than what adds up.
    STATED_TOO_LOW = 201 "stated-too-low" Error;
    /// A stated figure is higher than what adds up.
    STATED_TOO_HIGH = 201 "stated-too-high" Error;
    /// A cell whose row total and column total are off by the same amount.
    CELL_MISPRINTED = 201 "cell-misprinted" Error;
    /// A stated comparison does not hold.
    CLAIM_FAILS = 201 "claim-fails" Error;
    /// The same fact with two amounts.
    SAME_FACT = 202 "same-fact-differs" Error;
    /// A year given again within a window, or windows that overlap.
    WINDOW_OVERLAP = 202 "window-overlap" Error;
    /// A scenario changes only some years of a total over several.
    WINDOW_CUT = 202 "window-cut" Error;
    /// Two statements of a scenario change the same figure.
    CHANGED_TWICE = 202 "changed-twice" Error;
    /// A period that is stated twice, differently.
    PERIOD_TWICE = 202 "period-stated-twice" Error;
    /// A statement that is given twice, differently.
    STATEMENT_TWICE = 202 "statement-twice" Error;
    /// A reserve's stated withdrawal is not what it pays.
    WITHDRAWAL_DIFFERS = 202 "withdrawal-differs" Error;
    /// A table of additions holds less than what flows in.
    ADDITION_DIFFERS = 202 "addition-differs" Error;
    /// Fixed shares that do not add up to the whole.
    SHARES = 203 "shares-not-whole" Error;
    /// `paid by` with shares, amounts and bare names mixed.
    PAID_BY_MIXED = 203 "paid-by-mixed" Error;
    /// Cost lines and the whole of them differ.
    LINES_WHOLE = 204 "lines-and-whole-differ" Error;
    /// Parts of a source and the whole of them differ.
    PARTS_WHOLE = 204 "parts-and-whole-differ" Error;
    /// A goal's budget is lower than its own cost lines.
    BUDGET_BELOW_COST = 205 "budget-below-cost" Error;
    /// A theme's budget is lower than what its goals cost.
    THEME_BUDGET_BELOW_COST = 205 "theme-budget-below-cost" Error;
    /// A goal's budget is higher than its own cost lines.
    BUDGET_ABOVE_COST = 205 "budget-above-cost" Warning;
    /// A stated balance that no division of the money leaves.
    BALANCE_NOT_ATTAINED = 206 "balance-not-attained" Error;
    /// A stated balance that another division of the money leaves than the one that was chosen.
    BALANCE_OF_OTHER_DIVISION = 206 "balance-of-other-division" Note;
    /// A stated balance is lower than what the movements give.
    BALANCE_TOO_LOW = 206 "balance-too-low" Error;
    /// A stated balance is higher than what the movements give.
    BALANCE_TOO_HIGH = 206 "balance-too-high" Error;
    /// A net movement is not what the additions and withdrawals of its year come to.
    NET_DIFFERS = 206 "net-movement-differs" Error;
    /// Totals differ by no more than printed rounding can explain.
    WITHIN_ROUNDING = 207 "within-rounding" Note;
    /// A minus where it has no meaning.
    SIGN = 208 "sign-without-meaning" Warning;
    /// A withdrawal with another sign than the others of its row.
    SIGN_ODD = 208 "sign-odd-one-out" Warning;
    /// An actual amount above the obligated one, or an obligated one above the planned.
    STAGES_OUT_OF_ORDER = 209 "stages-out-of-order" Error;
    /// A stated total rests on a pm.
    RESTS_ON_PM = 210 "rests-on-pm" Warning;
    /// An addition whose origin is not named: money from outside the plan.
    OUTSIDE_MONEY = 211 "outside-money" Note;
    /// A cost in a year outside the goal's bounds.
    COST_OUTSIDE_BOUNDS = 301 "cost-outside-bounds" Error;
    /// A budget in a year outside the goal's bounds.
    BUDGET_OUTSIDE_BOUNDS = 301 "budget-outside-bounds" Error;
    /// A payment in a year outside the source's stated availability.
    PAYMENT_OUTSIDE_AVAILABILITY = 302 "payment-outside-availability" Error;
    /// A payment in a year in which none of the source's tranches may pay.
    PAYMENT_WITHOUT_TRANCHE = 302 "payment-without-tranche" Error;
    /// A payment from a reserve after its end.
    PAYMENT_AFTER_RESERVE_ENDS = 302 "payment-after-reserve-ends" Error;
    /// A recurring goal that is paid with money that ends.
    GOAL_OUTLIVES_MONEY = 303 "goal-outlives-money" Warning;
    /// A recurring goal whose own costs stop, without a certain follow-up.
    GOAL_STOPS_WITHOUT_FOLLOW_UP = 303 "goal-stops-without-follow-up" Warning;
    /// A goal whose bounds run on after its payers are done.
    GOAL_RUNS_BEYOND_MONEY = 303 "goal-runs-beyond-money" Warning;
    /// A payment after `spend by`.
    SPENT_AFTER_DEADLINE = 304 "spent-after-deadline" Error;
    /// A commitment after `commit by`.
    COMMITTED_AFTER_DEADLINE = 304 "committed-after-deadline" Error;
    /// A reserve that ends still holds money.
    NOT_EMPTY_AT_END = 305 "not-empty-at-end" Error;
    /// A reserve that moves after its end.
    MOVED_AFTER_END = 305 "moved-after-end" Error;
    /// A year outside the years of the plan.
    YEAR_OUTSIDE = 306 "year-outside-plan" Error;
    /// A scenario shifts a goal out of the years of the plan.
    SHIFTED_OUTSIDE = 306 "shifted-outside" Error;
    /// A range of more years than a plan can have.
    RANGE_TOO_LONG = 306 "range-too-long" Error;
    /// An amount for a range that does not say whether it is per year or in total.
    RANGE_NEEDS_WORD = 307 "range-needs-word" Error;
    /// Indexation of an amount that is a total over years.
    INDEXED_NEEDS_EACH = 307 "indexed-needs-each" Error;
    /// Money that moves before its decision.
    MONEY_BEFORE_DECISION = 308 "money-before-decision" Warning;
    /// Costs that rest on a decision not taken.
    COST_RESTS_ON_DECISION = 309 "cost-rests-on-decision" Warning;
    /// Money that rests on a decision not taken.
    MONEY_RESTS_ON_DECISION = 309 "money-rests-on-decision" Warning;
    /// Costs and money that rest on a decision not taken.
    COST_AND_MONEY_REST_ON_DECISION = 309 "cost-and-money-rest-on-decision" Warning;
    /// A decision dated before the one that it follows.
    DECISIONS_OUT_OF_ORDER = 310 "decisions-out-of-order" Error;
    /// A decision taken while the one that it follows is not.
    DECISION_WITHOUT_ITS_FIRST = 310 "decision-without-its-first" Error;
    /// Unlimited income whose leftover goes to a reserve.
    UNLIMITED_GOES_TO = 311 "unlimited-goes-to" Error;
    /// Costs that cannot be paid together.
    CANNOT_BE_PAID = 401 "cannot-be-paid" Error;
    /// More is stated to be paid for a goal than it costs.
    COVERED_TOO_MUCH = 402 "covered-too-much" Error;
    /// Less is stated to be paid for a goal than it costs, and nobody else may pay.
    COVERED_TOO_LITTLE = 402 "covered-too-little" Error;
    /// What a payer is stated to pay is not its fixed share of the cost.
    SHARE_DIFFERS = 402 "share-differs" Error;
    /// More is stated to be paid for the goals of a theme than they cost.
    THEME_COVERED_TOO_MUCH = 402 "theme-covered-too-much" Error;
    /// Less is stated to be paid for the goals of a theme than they cost, and nobody else may pay.
    THEME_COVERED_TOO_LITTLE = 402 "theme-covered-too-little" Error;
    /// A payment is stated for a goal that costs nothing then.
    COVERED_WITHOUT_COST = 402 "covered-without-cost" Error;
    /// A payer pays more goal by goal than is stated in all.
    GOALS_ABOVE_COVERAGE = 402 "goals-above-coverage" Error;
    /// A payer pays less goal by goal than is stated in all.
    GOALS_BELOW_COVERAGE = 402 "goals-below-coverage" Error;
    /// All payers together pay more in a year than all goals cost.
    YEAR_COVERED_TOO_MUCH = 402 "year-covered-too-much" Error;
    /// All payers together pay less in a year than all goals cost, and nobody else can pay.
    YEAR_COVERED_TOO_LITTLE = 402 "year-covered-too-little" Error;
    /// A source pays less than stated, since the goals that it may pay cost no more.
    COVERAGE_DOES_NOT_FIT = 402 "coverage-does-not-fit" Error;
    /// More is paid from a source than it has.
    OVERDRAWN = 403 "overdrawn" Error;
    /// A source pays a goal that its earmark leaves out.
    EARMARK_BROKEN = 404 "earmark-broken" Error;
    /// A goal is paid by one that its `paid by` leaves out.
    PAYER_NOT_NAMED = 404 "payer-not-named" Error;
    /// Earmarked money enters a reserve that may be used for more.
    EARMARK_WIDENED = 405 "earmark-widened" Warning;
    /// Earmarked money enters a reserve without an earmark.
    EARMARK_LOST = 405 "earmark-lost" Warning;
    /// Money that is left without a goal.
    WITHOUT_GOAL = 406 "without-goal" Warning;
    /// Money that lapses or is returned.
    LAPSES = 406 "lapses" Warning;
    /// An optional goal that cannot be paid wholly.
    OPTIONAL_LEFT_OUT = 407 "optional-left-out" Note;
    /// How much a cost or budget that is `pm` may become.
    PM_HEADROOM = 408 "pm-headroom" Note;
    /// A cost or budget that is `pm`, and for which there is no money.
    PM_NO_HEADROOM = 408 "pm-no-headroom" Note;
    /// A payer pays more in a year than the goal allows.
    CAP_EXCEEDED = 409 "cap-exceeded" Error;
    /// A payer pays more over all years than the goal allows.
    CAP_EXCEEDED_TOTAL = 409 "cap-exceeded-total" Error;
    /// A reserve goes below its floor.
    BELOW_FLOOR = 501 "below-floor" Error;
    /// A reserve goes above its ceiling.
    ABOVE_CEILING = 502 "above-ceiling" Error;
    /// More is withdrawn than allowed.
    ABOVE_LIMIT = 503 "above-limit" Error;
    /// A stated opening balance differs from the closing balance before it.
    OPENING_DIFFERS = 504 "opening-differs" Error;
    /// A reserve pays a goal outside its purpose.
    PAID_OUTSIDE_PURPOSE = 505 "paid-outside-purpose" Error;
    /// An `allow` that accepts nothing.
    ALLOW_UNUSED = 601 "allow-unused" Warning;
    /// An `allow` of a code that no finding has.
    ALLOW_UNKNOWN_CODE = 601 "allow-unknown-code" Warning;
    /// An `allow` of what must be mended.
    ALLOW_CANNOT = 601 "allow-cannot" Warning;
    /// An `allow` whose date has passed.
    ALLOW_EXPIRED = 601 "allow-expired" Warning;
    /// An `allow` up to an amount, of a finding that has none.
    ALLOW_NO_AMOUNT = 601 "allow-no-amount" Warning;
    /// An `allow` whose reason is not filled in.
    ALLOW_NO_REASON = 601 "allow-no-reason" Warning;
    /// A rule without its code.
    RULE_WITHOUT_CODE = 602 "rule-without-code" Error;
    /// A code that does not read like one, or that is pok's own.
    RULE_CODE_FORM = 602 "rule-code-form" Error;
    /// A rule that asks nothing.
    RULE_WITHOUT_CONDITION = 602 "rule-without-condition" Error;
    /// A rule that says nothing.
    RULE_WITHOUT_MESSAGE = 602 "rule-without-message" Error;
    /// A name or code that stands for something else already.
    RULE_NAME_TWICE = 602 "rule-name-twice" Error;
    /// A text given twice in one language.
    RULE_TEXT_TWICE = 602 "rule-text-twice" Error;
    /// An opening brace in a text that is not closed.
    RULE_HOLE_OPEN = 602 "rule-hole-open" Error;
    /// Braces with nothing between them.
    RULE_HOLE_EMPTY = 602 "rule-hole-empty" Error;
    /// An item in a rule file that belongs in a plan.
    RULE_FILE_ITEM = 602 "rule-file-item" Error;
    /// A rule file without a pack.
    PACK_MISSING = 602 "pack-missing" Error;
    /// A pack that does not exist.
    PACK_UNKNOWN = 602 "pack-unknown" Error;
    /// A file of rules that cannot be had.
    PACK_UNREAD = 602 "pack-unread" Error;
    /// A pack with mistakes in it.
    PACK_BROKEN = 602 "pack-broken" Error;
    /// A parameter that the pack does not have.
    PARAMETER_UNKNOWN = 602 "parameter-unknown" Error;
    /// A parameter that is set to a value of another type.
    PARAMETER_TYPE = 602 "parameter-type" Error;
    /// A rule of a pack that ships, without its source.
    RULE_WITHOUT_BASIS = 602 "rule-without-basis" Error;
    /// A rule of a pack that ships, without a test in which it fires.
    RULE_WITHOUT_TEST = 602 "rule-without-test" Error;
    /// A test that expects nothing at all, not even `nothing`.
    TEST_WITHOUT_EXPECT = 602 "test-without-expect" Error;
    /// A test that expects nothing, and something.
    TEST_EXPECTS_BOTH = 602 "test-expects-both" Error;
    /// A test that expects a code which no rule has.
    TEST_CODE_UNKNOWN = 602 "test-code-unknown" Error;
    /// A test that expects something on a name which its plan does not have.
    TEST_NAME_UNKNOWN = 602 "test-name-unknown" Error;
    /// A test that includes a file.
    TEST_INCLUDE = 602 "test-include" Error;
    /// The project file is not TOML here.
    PROJECT_SYNTAX = 603 "project-syntax" Error;
    /// A text of the project file without quotes.
    PROJECT_UNQUOTED = 603 "project-unquoted" Error;
    /// A key of the project file that is given twice.
    PROJECT_KEY_TWICE = 603 "project-key-twice" Error;
    /// A key that the project file does not have.
    PROJECT_UNKNOWN_KEY = 603 "project-unknown-key" Error;
    /// A setting below `[severity]`, where codes stand.
    PROJECT_KEY_BELOW = 603 "project-key-below" Error;
    /// A value of the project file of another type than is needed.
    PROJECT_TYPE = 603 "project-type" Error;
    /// A word of the project file that means nothing there.
    PROJECT_UNKNOWN_WORD = 603 "project-unknown-word" Error;
    /// A pattern of files that cannot be read.
    PROJECT_PATTERN = 603 "project-pattern" Error;
    /// A code with two levels.
    PROJECT_CODE_TWICE = 603 "project-code-twice" Error;
    /// A level for findings about the project file itself.
    PROJECT_OWN_CODE = 603 "project-own-code" Error;
    /// A level for a code that no finding can have.
    PROJECT_CODE_UNKNOWN = 603 "project-code-unknown" Warning;
    /// A pattern that leaves out no file.
    PROJECT_EXCLUDES_NOTHING = 603 "project-excludes-nothing" Warning;
}

/// What a rule of a pack found: its code, its level and its words are the rule's.
pub static RULE: Kind = Kind { code: Code::BuiltIn(600), name: "rule-says", severity: Severity::Warning };

/// All kinds of a code.
pub fn of_code(code: &Code) -> impl Iterator<Item = &'static Kind> {
    ALL.iter().copied().filter(move |kind| kind.code == *code)
}

/// Whether findings of this code can be accepted: not where each is an error in reading, nor those about accepting.
pub fn can_be_accepted(code: &Code) -> bool {
    let only_errors = || of_code(code).all(|kind| kind.severity == Severity::Error);
    let must_be_mended = code.leaves_undetermined() && only_errors();
    !must_be_mended && !code.is(601)
}

/// A code that no finding has.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// As it was written.
    pub written: String,
    /// The known code that looks most like it.
    pub similar: Option<String>,
}

/// The start of a code in full: `2` and `pok2` are `POK2`.
pub fn start_of(written: &str, rules: &[String]) -> Result<String, UnknownCode> {
    let trimmed = written.trim();
    let upper = trimmed.to_uppercase();
    let digits = !upper.is_empty() && upper.bytes().all(|byte| byte.is_ascii_digit());
    let start = if digits { format!("POK{upper}") } else { upper };
    let mut known = ALL.iter().map(|kind| kind.code.to_string());
    if !start.is_empty() && (known.any(|code| code.starts_with(&start)) || rules.iter().any(|c| c.starts_with(&start)))
    {
        Ok(start)
    } else {
        Err(UnknownCode { written: trimmed.to_owned(), similar: similar_code(trimmed, rules) })
    }
}

/// The known code that looks most like what was written; `rules` are the codes of the rules that take part.
pub fn similar_code(written: &str, rules: &[String]) -> Option<String> {
    let upper = written.trim().to_uppercase();
    let digits: String = upper.chars().filter(char::is_ascii_digit).collect();
    let bare = upper == digits && !digits.is_empty();
    let wanted = if bare { format!("POK{digits}") } else { upper };
    ALL.iter()
        .map(|kind| kind.code.to_string())
        .chain(rules.iter().cloned())
        .map(|code| (strsim::osa_distance(&code, &wanted), code))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, code)| code)
}
