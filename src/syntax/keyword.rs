//! The keywords of the language in English and Dutch, as the grammar has them, for messages and completion.

use crate::syntax::ast::Language;
use crate::syntax::grammar::Node;

/// One keyword: where two words stand, both are read and the first is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Keyword {
    /// Its rule in the grammar.
    pub rule: &'static str,
    /// In English.
    pub english: &'static [&'static str],
    /// In Dutch.
    pub dutch: &'static [&'static str],
}

impl Keyword {
    /// The words of a language.
    pub fn words(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::English => self.english,
            Language::Dutch => self.dutch,
        }
    }

    /// The word that is written in a language.
    pub fn word(&self, language: Language) -> &'static str {
        self.words(language).first().copied().unwrap_or_default()
    }

    /// Whether this is the keyword in that language; case and the width of blanks do not count.
    pub fn is(&self, language: Language, written: &str) -> bool {
        let words = self.words(language);
        words.contains(&written) || words.iter().any(|word| same(word, written))
    }
}

/// Words that stand where names stand, so that nothing can be called so.
pub const RESERVED: &[&str] = &["total", "all", "and", "or", "not", "pm", "totaal", "alle", "en", "of", "niet"];

/// Whether nothing may be called so.
pub fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|word| word.eq_ignore_ascii_case(name))
}

/// Whether the word is a keyword or one of the words of a longer one.
pub(super) fn is_part(word: &str) -> bool {
    let phrases = ALL.iter().flat_map(|keyword| keyword.english.iter().chain(keyword.dutch));
    phrases.flat_map(|phrase| phrase.split(' ')).any(|part| part.eq_ignore_ascii_case(word))
}

/// Whether two keywords are the same but for case, blanks, and how a diaeresis is written.
fn same(word: &str, written: &str) -> bool {
    if word.is_ascii() && !word.contains(' ') {
        return word.eq_ignore_ascii_case(written);
    }
    folded(word) == folded(written)
}

/// A keyword in small letters, with single blanks, composed.
pub(super) fn folded(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let spaced = word.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.nfc().flat_map(char::to_lowercase).collect()
}

/// The word at the beginning of a text: letters, digits, `_` and inner `-`; empty where none stands there.
pub(super) fn first_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let next = bytes.get(end + 1).copied().unwrap_or(b' ');
        let inside = byte.is_ascii_alphanumeric()
            || byte == b'_'
            || byte >= 0x80
            || (byte == b'-' && end > 0 && (next.is_ascii_alphanumeric() || next >= 0x80));
        if !inside {
            break;
        }
        end += 1;
    }
    let word = text.get(..end).unwrap_or_default();
    if word.is_ascii() {
        return word;
    }
    let end = word.find(|char: char| !(char == '-' || is_name_char(char))).unwrap_or(word.len());
    word.get(..end).unwrap_or_default().trim_end_matches('-')
}

/// Whether a name may go on with it.
pub fn is_name_char(char: char) -> bool {
    char == '_' || char.is_alphanumeric() || (!char.is_ascii() && unicode_normalization::char::is_combining_mark(char))
}

/// Whether the word is this keyword in either language.
pub(super) fn is_word(word: &str, english: &str, dutch: &str) -> bool {
    word.eq_ignore_ascii_case(english) || word.eq_ignore_ascii_case(dutch)
}

/// Whether the word begins an item of a file, in either language.
pub(super) fn begins_item(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "plan",
        "document",
        "decision",
        "besluit",
        "theme",
        "thema",
        "source",
        "bron",
        "reserve",
        "goal",
        "doel",
        "table",
        "tabel",
        "stated",
        "vermeld",
        "scenario",
        "allow",
        "accepteer",
        "include",
        "neem",
        "use",
        "gebruik",
        "pack",
        "pakket",
        "parameter",
        "rule",
        "regel",
        "test",
        "toets",
    ];
    WORDS.iter().any(|item| item.eq_ignore_ascii_case(word))
}

macro_rules! keywords {
    ($($node:ident [$($english:literal),*] [$($dutch:literal),*];)*) => {
        /// Every keyword.
        pub static ALL: &[Keyword] = &[$(Keyword {
            rule: stringify!($node),
            english: &[$($english),*],
            dutch: &[$($dutch),*],
        }),*];

        /// The keyword of a rule of the grammar; `None` for all other rules.
        pub(super) fn of(node: Node) -> Option<&'static Keyword> {
            match node {
                $(Node::$node => {
                    static WORD: Keyword = Keyword {
                        rule: stringify!($node),
                        english: &[$($english),*],
                        dutch: &[$($dutch),*],
                    };
                    Some(&WORD)
                })*
                _ => None,
            }
        }
    };
}

keywords! {
    kw_language ["language"] ["taal"];
    kw_plan ["plan"] ["plan"];
    kw_document ["document"] ["document"];
    kw_decision ["decision"] ["besluit"];
    kw_theme ["theme"] ["thema"];
    kw_source ["source"] ["bron"];
    kw_part ["part"] ["deel"];
    kw_reserve ["reserve"] ["reserve"];
    kw_goal ["goal"] ["doel"];
    kw_table ["table"] ["tabel"];
    kw_stated ["stated"] ["vermeld"];
    kw_scenario ["scenario"] ["scenario"];
    kw_allow ["allow"] ["accepteer"];
    kw_include ["include"] ["neem op"];
    kw_use_rules ["use rules"] ["gebruik regels"];
    kw_pack ["pack"] ["pakket"];
    kw_parameter ["parameter"] ["parameter"];
    kw_rule ["rule"] ["regel"];
    kw_test ["test"] ["toets"];
    kw_owner ["owner"] ["eigenaar"];
    kw_years ["years"] ["jaren"];
    kw_evaluate ["evaluate"] ["evalueer"];
    kw_yearly ["yearly"] ["jaarlijks"];
    kw_told_to ["to"] ["aan"];
    kw_currency ["currency"] ["valuta"];
    kw_year_starts ["year starts"] ["jaar begint"];
    kw_named_by_end ["named by end"] ["genoemd naar eind"];
    kw_decided ["decided"] ["besloten"];
    kw_by ["by"] ["door"];
    kw_note ["note"] ["toelichting"];
    kw_date ["date"] ["datum"];
    kw_number ["number"] ["nummer"];
    kw_url ["url"] ["url"];
    kw_council ["council"] ["raad"];
    kw_executive ["executive"] ["college"];
    kw_on ["on"] ["op"];
    kw_proposed ["proposed"] ["voorgesteld"];
    kw_taken ["taken"] ["genomen"];
    kw_rejected ["rejected"] ["verworpen"];
    kw_after ["after"] ["na"];
    kw_income ["income"] ["baten"];
    kw_unlimited ["unlimited"] ["onbeperkt"];
    kw_temporary ["temporary"] ["incidenteel"];
    kw_recurring ["recurring"] ["structureel"];
    kw_kind ["kind"] ["soort"];
    kw_task_field ["task-field"] ["taakveld"];
    kw_for ["for"] ["voor"];
    kw_available ["available"] ["beschikbaar"];
    kw_unspent ["unspent"] ["restant"];
    kw_stays ["stays"] ["blijft"];
    kw_period ["years", "year"] ["jaar"];
    kw_goes_to ["goes to"] ["naar"];
    kw_lapses ["lapses"] ["vervalt"];
    kw_returns ["returns"] ["terugbetalen", "terug"];
    kw_status ["status"] ["status"];
    kw_granted ["granted"] ["toegekend"];
    kw_expected ["expected"] ["verwacht"];
    kw_commit_by ["commit by"] ["verplichten uiterlijk"];
    kw_spend_by ["spend by"] ["besteden uiterlijk"];
    kw_needs_decision ["needs decision"] ["vereist besluit"];
    kw_account ["account"] ["grootboek"];
    kw_opening ["opening"] ["beginstand"];
    kw_floor ["floor"] ["ondergrens"];
    kw_ceiling ["ceiling"] ["bovengrens", "plafond"];
    kw_add ["add"] ["stort"];
    kw_out_of ["from"] ["uit"];
    kw_withdraw ["withdraw"] ["onttrek"];
    kw_at_most ["at most"] ["ten hoogste"];
    kw_ends ["ends"] ["eindigt"];
    kw_release_to ["release to"] ["vrijval naar"];
    kw_during ["during"] ["gedurende"];
    kw_from ["from"] ["vanaf"];
    kw_through ["through"] ["tot en met", "t/m"];
    kw_until ["until"] ["tot"];
    kw_cost ["cost"] ["lasten"];
    kw_obligate ["obligated"] ["verplicht"];
    kw_statutory ["statutory"] ["wettelijk"];
    kw_once ["once"] ["eenmalig"];
    kw_indexed ["indexed"] ["geïndexeerd"];
    kw_paid_by ["paid by"] ["betaald uit"];
    kw_budget ["budget"] ["budget"];
    kw_serves ["serves"] ["ten behoeve van", "dient"];
    kw_priority ["priority"] ["prioriteit"];
    kw_optional ["optional"] ["optioneel"];
    kw_follow_up ["follow-up"] ["vervolg"];
    kw_was ["was"] ["voorheen"];
    kw_continues ["continues"] ["zet voort"];
    kw_remainder_of ["remainder of"] ["restant van"];
    kw_reached ["reached"] ["bereikt"];
    kw_continued ["continued"] ["voortgezet"];
    kw_stopped ["stopped"] ["gestopt"];
    kw_new ["new"] ["nieuw"];
    kw_per_year ["per year"] ["per jaar"];
    kw_each ["each"] ["elk"];
    kw_total ["total"] ["totaal"];
    kw_total_of ["total of"] ["totaal van"];
    kw_as ["as"] ["als"];
    kw_planned ["planned"] ["begroot"];
    kw_obligated ["obligated"] ["vastgelegd"];
    kw_actual ["actual"] ["realisatie"];
    kw_rounded ["rounded"] ["afgerond"];
    kw_positive_withdraws ["positive withdraws"] ["positief onttrekt"];
    kw_correction ["correction"] ["correctie"];
    kw_coverage ["coverage"] ["dekking"];
    kw_addition ["addition"] ["storting", "toevoeging"];
    kw_withdrawal ["withdrawal"] ["onttrekking"];
    kw_movement ["movement"] ["mutatie"];
    kw_course ["course"] ["verloop"];
    kw_balance ["balance"] ["eindstand", "saldo"];
    kw_figures ["figures"] ["cijfers"];
    kw_all ["all"] ["alle"];
    kw_set ["set"] ["zet"];
    kw_scale ["scale"] ["schaal"];
    kw_to ["to"] ["naar"];
    kw_drop_goal ["drop goal"] ["schrap doel"];
    kw_shift_goal ["shift goal"] ["verschuif doel"];
    kw_shift_by ["by"] ["met"];
    kw_only_granted ["only granted"] ["alleen toegekend"];
    kw_change ["change"] ["wijzig"];
    kw_because ["because"] ["omdat"];
    kw_until_date ["until-date"] ["tot-datum"];
    kw_in_scenario ["in scenario", "scenario"] ["in scenario", "scenario"];
    kw_with ["with"] ["met"];
    kw_covered ["covered"] ["gedekt"];
    kw_lapsed ["lapsed"] ["vervallen"];
    kw_paid ["paid"] ["betaald"];
    kw_about ["about"] ["circa", "ca."];
    kw_thousand ["thousand"] ["duizend"];
    kw_million ["million"] ["miljoen", "mln"];
    kw_billion ["billion"] ["miljard", "mrd"];
    kw_pm ["pm", "tbc"] ["pm"];
    kw_and ["and"] ["en"];
    kw_or ["or"] ["of"];
    kw_not ["not"] ["niet"];
    kw_sum ["sum"] ["som"];
    kw_min ["min"] ["min"];
    kw_max ["max"] ["max"];
    kw_count ["count"] ["aantal"];
    kw_any ["any"] ["enige"];
    kw_list ["list"] ["lijst"];
    kw_in ["in"] ["in"];
    kw_where ["where"] ["waarbij"];
    kw_is ["is"] ["is"];
    kw_has ["has"] ["heeft"];
    kw_title ["title"] ["titel"];
    kw_code ["code"] ["code"];
    kw_severity ["severity"] ["ernst"];
    kw_error ["error"] ["fout"];
    kw_warning ["warning"] ["waarschuwing"];
    kw_remark ["note"] ["opmerking"];
    kw_basis ["basis"] ["grondslag"];
    kw_reading ["reading"] ["lezing"];
    kw_applies ["applies"] ["geldt"];
    kw_require ["require"] ["eis"];
    kw_refines ["refines"] ["verfijnt"];
    kw_at ["at"] ["bij"];
    kw_let ["let"] ["stel"];
    kw_message ["message"] ["melding"];
    kw_help ["help"] ["hulp"];
    kw_expect ["expect"] ["verwacht"];
    kw_nothing ["nothing"] ["niets"];
    kw_version ["version"] ["versie"];
}
