//! Which statements may stand where, and by which word each is known.

use crate::syntax::ast::Language;
use crate::syntax::grammar::Node;
use crate::syntax::keyword::{self, first_word, folded};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What statements stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    File,
    Plan,
    Document,
    Decision,
    Theme,
    Source,
    Reserve,
    Goal,
    Scenario,
    Pack,
    Rule,
    Test,
    Table,
}

impl Block {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 13] = [
        Self::File,
        Self::Plan,
        Self::Document,
        Self::Decision,
        Self::Theme,
        Self::Source,
        Self::Reserve,
        Self::Goal,
        Self::Scenario,
        Self::Pack,
        Self::Rule,
        Self::Test,
        Self::Table,
    ];

    /// The message that names the block: `block-goal`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::File => "block-file",
            Self::Plan => "block-plan",
            Self::Document => "block-document",
            Self::Decision => "block-decision",
            Self::Theme => "block-theme",
            Self::Source => "block-source",
            Self::Reserve => "block-reserve",
            Self::Goal => "block-goal",
            Self::Scenario => "block-scenario",
            Self::Pack => "block-pack",
            Self::Rule => "block-rule",
            Self::Test => "block-test",
            Self::Table => "block-table",
        }
    }
}

/// One statement of the language.
#[derive(Debug)]
pub(super) struct Form {
    /// The rule of the grammar that reads it.
    pub(super) node: Node,
    /// The keyword that it begins with.
    pub(super) keyword: Node,
    /// Where it may stand.
    pub(super) blocks: &'static [Block],
    /// The message that shows how it is written.
    pub(super) help: &'static str,
}

impl Form {
    /// The word that it begins with.
    pub(super) fn word(&self, language: Language) -> &'static str {
        keyword::of(self.keyword).map_or("", |keyword| keyword.word(language))
    }

    /// The word in English and in Dutch.
    pub(super) fn words(&self) -> (&'static str, &'static str) {
        (self.word(Language::English), self.word(Language::Dutch))
    }
}

/// Every statement, by where it stands first.
pub(super) static FORMS: &[Form] = &[
    Form { node: Node::i_language, keyword: Node::kw_language, blocks: &[Block::File], help: "form-language" },
    Form { node: Node::i_named, keyword: Node::kw_plan, blocks: &[Block::File, Block::Test], help: "form-plan" },
    Form {
        node: Node::i_named,
        keyword: Node::kw_document,
        blocks: &[Block::File, Block::Test],
        help: "form-document",
    },
    Form {
        node: Node::i_named,
        keyword: Node::kw_decision,
        blocks: &[Block::File, Block::Test],
        help: "form-decision",
    },
    Form {
        node: Node::i_named,
        keyword: Node::kw_theme,
        blocks: &[Block::File, Block::Test, Block::Theme],
        help: "form-theme",
    },
    Form { node: Node::i_named, keyword: Node::kw_source, blocks: &[Block::File, Block::Test], help: "form-source" },
    Form { node: Node::i_named, keyword: Node::kw_reserve, blocks: &[Block::File, Block::Test], help: "form-reserve" },
    Form { node: Node::i_named, keyword: Node::kw_goal, blocks: &[Block::File, Block::Test], help: "form-goal" },
    Form { node: Node::i_table, keyword: Node::kw_table, blocks: &[Block::File, Block::Test], help: "form-table" },
    Form { node: Node::i_stated, keyword: Node::kw_stated, blocks: &[Block::File, Block::Test], help: "form-stated" },
    Form {
        node: Node::i_named,
        keyword: Node::kw_scenario,
        blocks: &[Block::File, Block::Test],
        help: "form-scenario",
    },
    Form {
        node: Node::i_allow,
        keyword: Node::kw_allow,
        blocks: &[
            Block::File,
            Block::Test,
            Block::Plan,
            Block::Document,
            Block::Decision,
            Block::Theme,
            Block::Source,
            Block::Reserve,
            Block::Goal,
            Block::Scenario,
            Block::Table,
        ],
        help: "form-allow",
    },
    Form {
        node: Node::i_include,
        keyword: Node::kw_include,
        blocks: &[Block::File, Block::Test],
        help: "form-include",
    },
    Form {
        node: Node::i_use_rules,
        keyword: Node::kw_use_rules,
        blocks: &[Block::File, Block::Test],
        help: "form-use-rules",
    },
    Form { node: Node::i_pack, keyword: Node::kw_pack, blocks: &[Block::File], help: "form-pack" },
    Form { node: Node::i_parameter, keyword: Node::kw_parameter, blocks: &[Block::File], help: "form-parameter" },
    Form { node: Node::i_named, keyword: Node::kw_rule, blocks: &[Block::File], help: "form-rule" },
    Form { node: Node::i_test, keyword: Node::kw_test, blocks: &[Block::File], help: "form-test" },
    Form { node: Node::i_named, keyword: Node::kw_part, blocks: &[Block::Source], help: "form-part" },
    Form { node: Node::s_change, keyword: Node::kw_change, blocks: &[Block::Scenario], help: "form-change" },
    Form {
        node: Node::s_owner,
        keyword: Node::kw_owner,
        blocks: &[Block::Plan, Block::Theme, Block::Source, Block::Reserve, Block::Goal],
        help: "form-owner",
    },
    Form {
        node: Node::s_note,
        keyword: Node::kw_note,
        blocks: &[
            Block::Plan,
            Block::Document,
            Block::Decision,
            Block::Theme,
            Block::Source,
            Block::Reserve,
            Block::Goal,
            Block::Scenario,
            Block::Pack,
        ],
        help: "form-note",
    },
    Form { node: Node::s_years, keyword: Node::kw_years, blocks: &[Block::Plan], help: "form-years" },
    Form {
        node: Node::s_evaluate_yearly,
        keyword: Node::kw_evaluate,
        blocks: &[Block::Plan],
        help: "form-evaluate-yearly",
    },
    Form { node: Node::s_evaluate, keyword: Node::kw_evaluate, blocks: &[Block::Goal], help: "form-evaluate" },
    Form { node: Node::s_currency, keyword: Node::kw_currency, blocks: &[Block::Plan], help: "form-currency" },
    Form { node: Node::s_year_starts, keyword: Node::kw_year_starts, blocks: &[Block::Plan], help: "form-year-starts" },
    Form {
        node: Node::s_named_by_end,
        keyword: Node::kw_named_by_end,
        blocks: &[Block::Plan],
        help: "form-named-by-end",
    },
    Form { node: Node::s_decided, keyword: Node::kw_decided, blocks: &[Block::Plan], help: "form-decided" },
    Form { node: Node::s_date, keyword: Node::kw_date, blocks: &[Block::Document], help: "form-date" },
    Form { node: Node::s_number, keyword: Node::kw_number, blocks: &[Block::Document], help: "form-number" },
    Form { node: Node::s_url, keyword: Node::kw_url, blocks: &[Block::Document, Block::Pack], help: "form-url" },
    Form { node: Node::s_by, keyword: Node::kw_by, blocks: &[Block::Decision], help: "form-by" },
    Form { node: Node::s_on, keyword: Node::kw_on, blocks: &[Block::Decision], help: "form-on" },
    Form {
        node: Node::s_decision_state,
        keyword: Node::kw_proposed,
        blocks: &[Block::Decision],
        help: "form-proposed",
    },
    Form { node: Node::s_decision_state, keyword: Node::kw_taken, blocks: &[Block::Decision], help: "form-taken" },
    Form {
        node: Node::s_decision_state,
        keyword: Node::kw_rejected,
        blocks: &[Block::Decision],
        help: "form-rejected",
    },
    Form { node: Node::s_after, keyword: Node::kw_after, blocks: &[Block::Decision], help: "form-after" },
    Form {
        node: Node::s_theme,
        keyword: Node::kw_theme,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-theme-of",
    },
    Form {
        node: Node::s_needs_decision,
        keyword: Node::kw_needs_decision,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-needs-decision",
    },
    Form {
        node: Node::s_account,
        keyword: Node::kw_account,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-account",
    },
    Form {
        node: Node::s_nature,
        keyword: Node::kw_temporary,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-temporary",
    },
    Form {
        node: Node::s_nature,
        keyword: Node::kw_recurring,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-recurring",
    },
    Form {
        node: Node::s_kind,
        keyword: Node::kw_kind,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-kind",
    },
    Form {
        node: Node::s_task_field,
        keyword: Node::kw_task_field,
        blocks: &[Block::Source, Block::Reserve, Block::Goal],
        help: "form-task-field",
    },
    Form { node: Node::s_for, keyword: Node::kw_for, blocks: &[Block::Source, Block::Reserve], help: "form-for" },
    Form { node: Node::s_income, keyword: Node::kw_income, blocks: &[Block::Source], help: "form-income" },
    Form { node: Node::s_available, keyword: Node::kw_available, blocks: &[Block::Source], help: "form-available" },
    Form { node: Node::s_unspent, keyword: Node::kw_unspent, blocks: &[Block::Source], help: "form-unspent" },
    Form { node: Node::s_certainty, keyword: Node::kw_status, blocks: &[Block::Source], help: "form-status" },
    Form { node: Node::s_commit_by, keyword: Node::kw_commit_by, blocks: &[Block::Source], help: "form-commit-by" },
    Form { node: Node::s_spend_by, keyword: Node::kw_spend_by, blocks: &[Block::Source], help: "form-spend-by" },
    Form { node: Node::s_opening, keyword: Node::kw_opening, blocks: &[Block::Reserve], help: "form-opening" },
    Form { node: Node::s_floor, keyword: Node::kw_floor, blocks: &[Block::Reserve], help: "form-floor" },
    Form { node: Node::s_ceiling, keyword: Node::kw_ceiling, blocks: &[Block::Reserve], help: "form-ceiling" },
    Form { node: Node::s_add, keyword: Node::kw_add, blocks: &[Block::Reserve], help: "form-add" },
    Form { node: Node::s_withdraw, keyword: Node::kw_withdraw, blocks: &[Block::Reserve], help: "form-withdraw" },
    Form { node: Node::s_ends, keyword: Node::kw_ends, blocks: &[Block::Reserve], help: "form-ends" },
    Form { node: Node::s_release_to, keyword: Node::kw_release_to, blocks: &[Block::Reserve], help: "form-release-to" },
    Form { node: Node::s_during, keyword: Node::kw_during, blocks: &[Block::Goal], help: "form-during" },
    Form { node: Node::s_from, keyword: Node::kw_from, blocks: &[Block::Goal], help: "form-from" },
    Form { node: Node::s_through, keyword: Node::kw_through, blocks: &[Block::Goal], help: "form-through" },
    Form { node: Node::s_through, keyword: Node::kw_until, blocks: &[Block::Goal], help: "form-until" },
    Form { node: Node::s_cost, keyword: Node::kw_cost, blocks: &[Block::Goal], help: "form-cost" },
    Form { node: Node::s_obligated, keyword: Node::kw_obligate, blocks: &[Block::Goal], help: "form-obligated" },
    Form { node: Node::s_statutory, keyword: Node::kw_statutory, blocks: &[Block::Goal], help: "form-statutory" },
    Form {
        node: Node::s_paid_by,
        keyword: Node::kw_paid_by,
        blocks: &[Block::Goal, Block::Theme],
        help: "form-paid-by",
    },
    Form { node: Node::s_at_most, keyword: Node::kw_at_most, blocks: &[Block::Goal], help: "form-at-most" },
    Form { node: Node::s_budget, keyword: Node::kw_budget, blocks: &[Block::Goal, Block::Theme], help: "form-budget" },
    Form { node: Node::s_serves, keyword: Node::kw_serves, blocks: &[Block::Goal], help: "form-serves" },
    Form { node: Node::s_priority, keyword: Node::kw_priority, blocks: &[Block::Goal], help: "form-priority" },
    Form { node: Node::s_optional, keyword: Node::kw_optional, blocks: &[Block::Goal], help: "form-optional" },
    Form { node: Node::s_follow_up, keyword: Node::kw_follow_up, blocks: &[Block::Goal], help: "form-follow-up" },
    Form { node: Node::s_was, keyword: Node::kw_was, blocks: &[Block::Goal], help: "form-was" },
    Form { node: Node::s_continues, keyword: Node::kw_continues, blocks: &[Block::Goal], help: "form-continues" },
    Form {
        node: Node::s_remainder_of,
        keyword: Node::kw_remainder_of,
        blocks: &[Block::Goal],
        help: "form-remainder-of",
    },
    Form { node: Node::s_goal_status, keyword: Node::kw_status, blocks: &[Block::Goal], help: "form-goal-status" },
    Form { node: Node::s_set, keyword: Node::kw_set, blocks: &[Block::Scenario], help: "form-set" },
    Form { node: Node::s_scale, keyword: Node::kw_scale, blocks: &[Block::Scenario], help: "form-scale" },
    Form { node: Node::s_drop_goal, keyword: Node::kw_drop_goal, blocks: &[Block::Scenario], help: "form-drop-goal" },
    Form {
        node: Node::s_shift_goal,
        keyword: Node::kw_shift_goal,
        blocks: &[Block::Scenario],
        help: "form-shift-goal",
    },
    Form {
        node: Node::s_only_granted,
        keyword: Node::kw_only_granted,
        blocks: &[Block::Scenario],
        help: "form-only-granted",
    },
    Form { node: Node::s_title, keyword: Node::kw_title, blocks: &[Block::Pack, Block::Rule], help: "form-title" },
    Form { node: Node::s_version, keyword: Node::kw_version, blocks: &[Block::Pack], help: "form-version" },
    Form { node: Node::s_code, keyword: Node::kw_code, blocks: &[Block::Rule], help: "form-code" },
    Form { node: Node::s_severity, keyword: Node::kw_severity, blocks: &[Block::Rule], help: "form-severity" },
    Form { node: Node::s_basis, keyword: Node::kw_basis, blocks: &[Block::Rule], help: "form-basis" },
    Form { node: Node::s_reading, keyword: Node::kw_reading, blocks: &[Block::Rule], help: "form-reading" },
    Form { node: Node::s_applies, keyword: Node::kw_applies, blocks: &[Block::Rule], help: "form-applies" },
    Form { node: Node::s_rule_for, keyword: Node::kw_for, blocks: &[Block::Rule], help: "form-rule-for" },
    Form { node: Node::s_where, keyword: Node::kw_where, blocks: &[Block::Rule], help: "form-where" },
    Form { node: Node::s_require, keyword: Node::kw_require, blocks: &[Block::Rule], help: "form-require" },
    Form { node: Node::s_refines, keyword: Node::kw_refines, blocks: &[Block::Rule], help: "form-refines" },
    Form { node: Node::s_at, keyword: Node::kw_at, blocks: &[Block::Rule], help: "form-at" },
    Form { node: Node::s_let, keyword: Node::kw_let, blocks: &[Block::Rule], help: "form-let" },
    Form { node: Node::s_message, keyword: Node::kw_message, blocks: &[Block::Rule], help: "form-message" },
    Form { node: Node::s_help, keyword: Node::kw_help, blocks: &[Block::Rule], help: "form-help" },
    Form { node: Node::s_expect, keyword: Node::kw_expect, blocks: &[Block::Test], help: "form-expect" },
];

/// What the beginning of a line turned out to be.
pub(super) enum Found {
    /// A statement.
    Statement(&'static Form),
    /// The same in the other language; its keyword is so many bytes long.
    Foreign(&'static Form, usize),
    /// The first word of a keyword of several, the others wrong or missing.
    Partial(&'static Form),
    /// Nearly a keyword.
    Misspelt(&'static Form, &'static str, usize),
    /// A statement of other kinds of items.
    Elsewhere(&'static Form),
    /// Nothing known.
    Unknown,
}

struct Entry {
    phrase: &'static str,
    language: Language,
    form: &'static Form,
}

/// All statements by the first word of their keywords, in small letters.
static BY_WORD: LazyLock<FxHashMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut index: FxHashMap<&'static str, Vec<Entry>> = FxHashMap::default();
    for form in FORMS {
        let Some(keyword) = keyword::of(form.keyword) else { continue };
        for language in [Language::English, Language::Dutch] {
            for phrase in keyword.words(language) {
                index.entry(first_word(phrase)).or_default().push(Entry { phrase, language, form });
            }
        }
    }
    index
});

/// Finds the statement that a line begins.
pub(super) fn find(block: Block, line: &str, language: Language) -> Found {
    let word = first_word(line);
    if word.is_empty() || keyword::is_reserved(word) {
        return Found::Unknown;
    }
    let entries = entries(word);
    if let Some(found) = longest(entries, block, line, language) {
        return found;
    }
    if let Some(entry) = entries.iter().find(|entry| phrase_length(entry.phrase, line).is_some()) {
        return Found::Elsewhere(entry.form);
    }
    let partial = |entry: &&Entry| entry.language == language && entry.form.blocks.contains(&block);
    match (nearest(block, line, language), entries.iter().find(partial)) {
        (Found::Unknown, Some(entry)) => Found::Partial(entry.form),
        // The whole of another keyword is nearly right, but this is exactly the beginning of one.
        (Found::Misspelt(_, right, _), Some(entry)) if !right.contains(' ') => Found::Partial(entry.form),
        (found, _) => found,
    }
}

/// Whether a line begins like a statement of the block, in the file's language.
pub(super) fn is_statement(block: Block, line: &str, language: Language) -> bool {
    let word = first_word(line);
    let known = !word.is_empty() && !keyword::is_reserved(word);
    known && matches!(longest(entries(word), block, line, language), Some(Found::Statement(_)))
}

/// The keywords that begin with a word.
fn entries(word: &str) -> &'static [Entry] {
    BY_WORD.get(word).or_else(|| BY_WORD.get(folded(word).as_str())).map(Vec::as_slice).unwrap_or_default()
}

/// Of the keywords that fit, the longest; the file's language first.
fn longest(entries: &[Entry], block: Block, line: &str, language: Language) -> Option<Found> {
    let mut best: Option<(bool, usize, &'static Form)> = None;
    for entry in entries.iter().filter(|entry| entry.form.blocks.contains(&block)) {
        if let Some(length) = phrase_length(entry.phrase, line) {
            let candidate = (entry.language == language, length);
            if best.is_none_or(|(own, longest, _)| candidate > (own, longest)) {
                best = Some((candidate.0, length, entry.form));
            }
        }
    }
    best.map(|(own, length, form)| if own { Found::Statement(form) } else { Found::Foreign(form, length) })
}

/// Length of the phrase at the beginning of the line, however wide its blanks are.
fn phrase_length(phrase: &str, line: &str) -> Option<usize> {
    let mut at = 0;
    for word in phrase.split(' ') {
        let rest = line.get(at..)?;
        at += rest.len() - rest.trim_start().len();
        let written = first_word(line.get(at..)?);
        let same = if written.is_empty() {
            // `t/m` is no word of letters.
            line.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word))
        } else {
            written.eq_ignore_ascii_case(word) || (!word.is_ascii() && folded(written) == folded(word))
        };
        if !same {
            return None;
        }
        at += if written.is_empty() { word.len() } else { written.len() };
    }
    Some(at)
}

/// The keyword of this block that is a slip of the pen away, if one is.
fn nearest(block: Block, line: &str, language: Language) -> Found {
    let first = all_nearest(block, line, language).into_iter().next();
    first.map_or(Found::Unknown, |(form, phrase, length)| Found::Misspelt(form, phrase, length))
}

/// A keyword of another statement that is just as near to a misspelt one as what it was read as.
pub(super) fn rival(block: Block, line: &str, language: Language, form: &Form) -> Option<&'static str> {
    let near = all_nearest(block, line, language);
    near.into_iter().find(|(other, ..)| other.keyword != form.keyword).map(|(_, phrase, _)| phrase)
}

/// The keywords of this block that are the fewest slips of the pen away, with the length of what is written.
fn all_nearest(block: Block, line: &str, language: Language) -> Vec<(&'static Form, &'static str, usize)> {
    let mut least = usize::MAX;
    let mut near = Vec::new();
    for form in FORMS.iter().filter(|form| form.blocks.contains(&block)) {
        let Some(keyword) = keyword::of(form.keyword) else { continue };
        for phrase in keyword.words(language) {
            let written = leading_words(line, phrase.split(' ').count());
            let most = match phrase.chars().count() {
                0..=2 => 0,
                3..=4 => 1,
                _ => 2,
            };
            // The blanks between words may be many, so only a single word is certainly too long.
            let single = written.is_ascii() && phrase.is_ascii() && !phrase.contains(' ');
            if single && written.len().abs_diff(phrase.len()) > most {
                continue;
            }
            let small = folded(written);
            let distance = strsim::damerau_levenshtein(&small, phrase);
            if distance > most || distance > least {
                continue;
            }
            if distance < least {
                near.clear();
                least = distance;
            }
            near.push((form, *phrase, written.len()));
        }
    }
    near
}

/// The first words of a line.
fn leading_words(line: &str, count: usize) -> &str {
    let mut end = 0;
    for _ in 0..count {
        let rest = line.get(end..).unwrap_or_default();
        let start = end + rest.len() - rest.trim_start().len();
        let word = first_word(line.get(start..).unwrap_or_default());
        if word.is_empty() {
            break;
        }
        end = start + word.len();
    }
    line.get(..end).unwrap_or_default()
}
