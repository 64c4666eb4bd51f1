//! `paid by`: payers in order of preference, fixed shares, stated amounts.

use super::Builder;
use super::amounts::{Statement, is_whole};
use super::facts::{List, blank};
use super::names::Wanted;
use super::once::word;
use super::small::Sums;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Value};
use crate::model::entity::{Entity, PaidBy, Payer};
use crate::model::ledger::Fact;
use crate::source::{FileId, Place};
use crate::syntax::ast::{Coverage, Stage};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// So many payers are looked through one by one.
const FEW: usize = 16;

/// The payers of one goal or theme, over all its statements.
#[derive(Default)]
pub(super) struct Payers {
    pub(super) list: Vec<PaidBy>,
    /// Where each stands in the list, once there are more than a few.
    numbers: FxHashMap<Payer, usize>,
    shares: Vec<(Decimal, Place)>,
    /// A payer or a share is not known, so that shares are not added up.
    uncertain: bool,
}

/// Whose payers they are.
#[derive(Clone, Copy)]
pub(super) struct Paid {
    pub(super) entity: Entity,
    pub(super) subject: u32,
    pub(super) list: List,
    pub(super) stage: Stage,
}

impl Builder<'_> {
    /// A payer by name.
    pub(super) fn payer(&mut self, file: FileId, name: crate::syntax::ast::Name) -> Option<Payer> {
        match self.entity(file, name, Wanted::PAYER, Sums::COVERAGE)? {
            Entity::Source(id) => Some(Payer::Source(id)),
            Entity::Reserve(id) => Some(Payer::Reserve(id)),
            Entity::Goal(_) | Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_) => None,
        }
    }

    /// One `paid by` statement.
    pub(super) fn paid_by(&mut self, payers: &mut Payers, paid: Paid, place: Place, statement: &[Coverage]) {
        let form = |coverage: &Coverage| (coverage.share.is_some(), !coverage.given.is_empty());
        let mixed = statement.first().is_some_and(|first| statement.iter().any(|other| form(other) != form(first)));
        if mixed {
            self.findings.push(
                Diagnostic::new(&codes::PAID_BY_MIXED, place)
                    .with("statement", word(("paid by", "betaald uit")))
                    .help(Message::new("paid-by-mixed-help")),
            );
            payers.uncertain = true;
        }
        for coverage in statement {
            let at = Place::new(place.file, coverage.span);
            if let Some(share) = coverage.share {
                payers.shares.push((share.value, at));
            }
            let Some(payer) = self.payer(place.file, coverage.payer) else {
                self.damage_entity(paid.entity);
                continue;
            };
            self.add_payer(payers, payer, coverage, at);
            let statement = Statement {
                list: paid.list,
                fact: Fact { other: Fact::pack(Some(payer)), stage: paid.stage, ..blank(paid.subject, at) },
                place,
                sign: Some("sign-coverage"),
                years: None,
                indexed: None,
            };
            self.give(&statement, &coverage.given);
        }
    }

    fn add_payer(&mut self, payers: &mut Payers, payer: Payer, coverage: &Coverage, place: Place) {
        let share = coverage.share.map(|share| share.value);
        let amounts = !coverage.given.is_empty();
        let next = payers.list.len();
        let number = match next {
            0..FEW => payers.list.iter().position(|known| known.payer == payer).unwrap_or(next),
            FEW => {
                payers.numbers = payers.list.iter().map(|known| known.payer).zip(0..).collect();
                *payers.numbers.entry(payer).or_insert(next)
            }
            _ => *payers.numbers.entry(payer).or_insert(next),
        };
        match payers.list.get_mut(number) {
            None => payers.list.push(PaidBy { payer, share, amounts, place }),
            Some(known) => {
                known.amounts |= amounts;
                let first = known.place;
                match (known.share, share) {
                    (None, share) => known.share = share,
                    (Some(_), None) => {}
                    (Some(_), Some(_)) => {
                        payers.uncertain = true;
                        self.twice(first, place, ("paid by", "betaald uit"));
                    }
                }
            }
        }
    }

    /// Whether the fixed shares make the whole.
    pub(super) fn shares(&mut self, payers: &Payers, name: &str, damaged: bool) {
        let [(_, first), further @ ..] = payers.shares.as_slice() else { return };
        let shares: Vec<Decimal> = payers.shares.iter().map(|(share, _)| *share).collect();
        if damaged || payers.uncertain || is_whole(&shares) {
            return;
        }
        let percent = |share: &Decimal| share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(*share);
        let sum = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share));
        let Some(sum) = sum else { return };
        let difference = percent(&(Decimal::ONE - sum).abs());
        let kind_of_help =
            if sum < Decimal::ONE { "shares-not-whole-help-short" } else { "shares-not-whole-help-over" };
        let mut finding = Diagnostic::new(&codes::SHARES, *first)
            .with("name", name)
            .with("parts", Value::List(shares.iter().map(|share| Value::Percent(percent(share).normalize())).collect()))
            .with("sum", Value::Percent(percent(&sum).normalize()))
            .help(Message::new(kind_of_help).with("difference", Value::Percent(difference.normalize())));
        for (share, place) in further {
            finding = finding
                .label(*place, Message::new("label-share").with("share", Value::Percent(percent(share).normalize())));
        }
        self.findings.push(finding);
    }
}
