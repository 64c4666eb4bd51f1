//! What can be asked of things in expressions, `g.nature` or `g has follow-up`: the one table, in both languages.

use super::expression::EntityKind::{
    self, Decision, Document, Goal, Line, Plan, Reserve, Source, Stated, Table, Theme,
};
use super::expression::Type;
use super::words::Word;

macro_rules! properties {
    ($($name:ident $english:literal $dutch:literal $value:expr, [$($of:ident)*];)*) => {
        /// What a thing says of itself, or what follows from what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Property {
            $(#[doc = concat!("`", $english, "`")] $name,)*
        }

        /// Every property, in the order in which people are told of them.
        pub static ALL: &[Entry] = &[$(Entry {
            property: Property::$name,
            word: Word::new($english, $dutch),
            value: $value,
            of: &[$($of),*],
        },)*];
    };
}

/// A property as it is asked for.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub property: Property,
    /// Its word.
    pub word: Word,
    /// The type of its value; `None` where it can only be asked whether it is there.
    pub value: Option<Type>,
    /// What has it.
    of: &'static [EntityKind],
}

const TEXT: Option<Type> = Some(Type::Text);
const YEARS: Option<Type> = Some(Type::Years);
const DATE: Option<Type> = Some(Type::Date);
const AMOUNT: Option<Type> = Some(Type::Amount);
/// Of what can only be asked whether it is there.
const HAS: Option<Type> = None;

const fn thing(kind: EntityKind) -> Type {
    Type::Entity(kind)
}

properties! {
    Name "name" "naam" TEXT, [Source Reserve Goal Theme Decision Document Table Line Plan];
    Title "title" "titel" TEXT, [Source Reserve Goal Theme Decision Document Table Plan];
    Note "note" "toelichting" TEXT, [Source Reserve Goal Theme Decision Document Plan];
    Reference "reference" "vindplaats" TEXT, [Source Reserve Goal Theme Decision Document Table Stated Line];
    Owner "owner" "eigenaar" TEXT, [Source Reserve Goal Theme Plan];
    Account "account" "grootboek" TEXT, [Source Reserve Goal];
    Nature "nature" "aard" TEXT, [Source Reserve Goal];
    Kind "kind" "soort" TEXT, [Source Reserve Goal Table];
    TaskField "task-field" "taakveld" TEXT, [Source Reserve Goal];
    Theme "theme" "thema" Some(thing(Theme)), [Source Reserve Goal Theme];
    Starts "starts" "begint" YEARS, [Source Reserve Goal Plan];
    Ends "ends" "eindigt" YEARS, [Source Reserve Goal Plan];
    Status "status" "status" TEXT, [Source Goal Decision];
    Priority "priority" "prioriteit" Some(Type::Number), [Goal];
    FollowUp "follow-up" "vervolg" TEXT, [Goal];
    DecidedFollowUp "decided-follow-up" "besloten-vervolg" Some(thing(Decision)), [Goal];
    Was "was" "voorheen" TEXT, [Goal];
    Continues "continues" "zet-voort" Some(thing(Goal)), [Goal];
    Evaluate "evaluate" "evalueer" HAS, [Goal Plan];
    EvaluateTo "evaluate-to" "evalueer-aan" TEXT, [Goal Plan];
    Serves "serves" "dient" HAS, [Goal];
    RemainderOf "remainder-of" "restant-van" HAS, [Goal];
    For "for" "voor" HAS, [Source Reserve];
    Available "available" "beschikbaar" YEARS, [Source];
    CommitBy "commit-by" "verplichten-uiterlijk" DATE, [Source];
    SpendBy "spend-by" "besteden-uiterlijk" DATE, [Source];
    Unspent "unspent" "restant" TEXT, [Source];
    Whole "whole" "geheel" Some(thing(Source)), [Source];
    Needs "needs" "vereist" HAS, [Source Reserve Goal];
    PaidBy "paid-by" "betaald-uit" HAS, [Goal];
    Shares "shares" "aandelen" HAS, [Goal];
    Floor "floor" "ondergrens" AMOUNT, [Reserve];
    Ceiling "ceiling" "bovengrens" AMOUNT, [Reserve];
    ReleaseTo "release-to" "vrijval-naar" Some(thing(Reserve)), [Reserve];
    Opening "opening" "beginstand" HAS, [Reserve];
    On "on" "op" DATE, [Decision];
    By "by" "door" TEXT, [Decision Plan];
    After "after" "na" Some(thing(Decision)), [Decision];
    Date "date" "datum" DATE, [Document];
    Number "number" "nummer" TEXT, [Document];
    Url "url" "url" TEXT, [Document];
    Stage "stage" "stadium" TEXT, [Table];
    Amount "amount" "bedrag" AMOUNT, [Line];
    Decided "decided" "besloten" DATE, [Plan];
    Currency "currency" "munt" TEXT, [Plan];
}

impl Entry {
    /// What may be asked of a kind; of a payer what may be asked of a source or of a reserve.
    pub fn of(kind: EntityKind) -> impl Iterator<Item = &'static Self> {
        ALL.iter().filter(move |entry| kind.is_among(entry.of))
    }
}

impl Property {
    /// Its word.
    pub fn word(self) -> Word {
        ALL.iter().find(|entry| entry.property == self).map_or(Word::new("", ""), |entry| entry.word)
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Entry};
    use crate::model::expression::EntityKind;
    use std::collections::BTreeSet;

    /// A word asks for one thing, in whatever language it stands.
    #[test]
    fn no_word_stands_for_two_properties() {
        let words: BTreeSet<&str> = ALL.iter().flat_map(|entry| [entry.word.english, entry.word.dutch]).collect();
        let same = ALL.iter().filter(|entry| entry.word.english == entry.word.dutch).count();
        assert_eq!(words.len(), 2 * ALL.len() - same);
    }

    /// A payer has what a source or a reserve has.
    #[test]
    fn a_payer_has_what_either_has() {
        let of = |kind| Entry::of(kind).map(|entry| entry.property).collect::<Vec<_>>();
        let payer = of(EntityKind::Payer);
        for kind in [EntityKind::Source, EntityKind::Reserve] {
            assert!(of(kind).iter().all(|property| payer.contains(property)));
        }
    }
}
