//! Parts of statements that are made of parts themselves: amounts by year, payers, references, what is accepted.

use crate::codes;
use crate::diagnostic::Message;
use crate::money::Money;
use crate::source::Spanned;
use crate::syntax::ast::{
    Allow, Amount, AmountValue, Body, Certainty, Coverage, Expression, Given, Indexation, Limit, LimitPeriod, Name,
    Reference, Stage, Text,
};
use crate::syntax::grammar::{Node, Pair};
use crate::syntax::parts::Parts;
use crate::syntax::reader::Reader;
use jiff::civil::Date;

impl Reader<'_> {
    pub(super) fn given(&mut self, pair: Pair<'_>) -> Option<Given> {
        let span = self.span(&pair);
        let mut parts = Parts::default();
        let mut status = None;
        for inner in pair.into_inner() {
            if inner.as_rule() == Node::tranche_status {
                status = self.tranche_status(inner);
            } else {
                self.part(&mut parts, inner);
            }
        }
        if parts.unreadable {
            return None;
        }
        Some(Given { years: parts.years.first().copied(), amount: parts.amount?, how: parts.how, status, span })
    }

    fn tranche_status(&mut self, pair: Pair<'_>) -> Option<Spanned<Certainty>> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        parts.words.certainty().map(|value| Spanned { value, span })
    }

    pub(super) fn decider(&mut self, pair: Pair<'_>) -> Option<Body> {
        let parts = self.parts(pair);
        if parts.words.has(Node::kw_council) {
            Some(Body::Council)
        } else if parts.words.has(Node::kw_executive) {
            Some(Body::Executive)
        } else {
            parts.texts.first().copied().map(Body::Other)
        }
    }

    pub(super) fn indexation(&mut self, pair: Pair<'_>) -> Option<Indexation> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        if parts.unreadable {
            return None;
        }
        Some(Indexation { rate: parts.percent?.value, from: parts.years.first().copied()?, span })
    }

    pub(super) fn payer(&mut self, pair: Pair<'_>) -> Option<Coverage> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        if parts.unreadable {
            return None;
        }
        let payer = parts.names.first().copied()?;
        Some(Coverage { payer, share: parts.percent, given: parts.givens, span })
    }

    pub(super) fn limit(&mut self, pair: Pair<'_>) -> Option<Limit> {
        let parts = self.parts(pair);
        let total = parts.words.has(Node::kw_total);
        let period = if total { LimitPeriod::Total } else { LimitPeriod::PerYear };
        parts.amount.map(|amount| Limit { amount, period })
    }

    pub(super) fn stage(&mut self, pair: Pair<'_>) -> Option<Spanned<Stage>> {
        let span = self.span(&pair);
        let words = self.parts(pair).words;
        let known = [
            (Node::kw_planned, Stage::Planned),
            (Node::kw_expected, Stage::Expected),
            (Node::kw_obligated, Stage::Obligated),
            (Node::kw_actual, Stage::Actual),
        ];
        known.into_iter().find(|(word, _)| words.has(*word)).map(|(_, value)| Spanned { value, span })
    }

    pub(super) fn reference(&mut self, pair: Pair<'_>) -> Option<Reference> {
        let span = self.span(&pair);
        let parts = self.parts(pair);
        let document = parts.names.first().copied()?;
        Some(Reference { document, at: parts.texts.first().copied(), span })
    }

    pub(super) fn kind(&mut self, pair: Pair<'_>) -> Option<Spanned<Node>> {
        let inner = pair.into_inner().next()?;
        let span = self.keyword(&inner);
        Some(Spanned { value: inner.as_rule(), span })
    }

    pub(super) fn setting(&mut self, pair: Pair<'_>) -> Option<(Name, Vec<Expression>)> {
        let parts = self.parts(pair);
        if parts.unreadable {
            return None;
        }
        Some((parts.names.first().copied()?, parts.expressions))
    }

    pub(super) fn allow(&mut self, pair: Pair<'_>) -> Option<Allow> {
        let span = self.span(&pair);
        let mut allow = AllowParts::default();
        for inner in pair.into_inner() {
            let node = inner.as_rule();
            let part_span = self.span(&inner);
            if matches!(node, Node::kw_allow) {
                self.keyword(&inner);
                continue;
            }
            if node == Node::finding_code {
                allow.code = Some(Name { span: part_span });
                continue;
            }
            let parts = self.parts(inner);
            if parts.unreadable {
                return None;
            }
            if node == Node::allow_most && !self.is_limit(parts.amount) {
                return None;
            }
            let (name, text) = (parts.names.first().copied(), parts.texts.first().copied());
            let twice = match node {
                Node::allow_on => std::mem::replace(&mut allow.on, name).is_some(),
                Node::allow_scenario => std::mem::replace(&mut allow.scenario, name).is_some(),
                Node::allow_most => std::mem::replace(&mut allow.at_most, parts.amount).is_some(),
                Node::because => std::mem::replace(&mut allow.because, text).is_some(),
                Node::allow_by => std::mem::replace(&mut allow.by, text).is_some(),
                _ => std::mem::replace(&mut allow.until, parts.date).is_some(),
            };
            self.once(twice, Some(part_span));
        }
        let Some(because) = allow.because else {
            let finding = self.finding(&codes::ALLOW_WITHOUT_REASON, span);
            self.report(finding.help(Message::new("form-allow")));
            return None;
        };
        let AllowParts { code, on, scenario, at_most, by, until, .. } = allow;
        Some(Allow { code: code?, on, scenario, at_most, because, by, until, span })
    }

    /// Whether up to this amount something can be accepted: a limit that says nothing would accept everything.
    fn is_limit(&mut self, amount: Option<Amount>) -> bool {
        let Some(amount) = amount else { return false };
        match amount.value {
            AmountValue::Money(money) if money >= Money::ZERO => return true,
            AmountValue::Unreadable => {}
            AmountValue::Money(_) | AmountValue::Pm | AmountValue::None => {
                let finding = self.finding(&codes::ALLOW_LIMIT, amount.span).with("found", self.slice(amount.span));
                self.report(finding.help(Message::new("allow-limit-help")));
            }
        }
        false
    }
}

#[derive(Default)]
struct AllowParts {
    code: Option<Name>,
    on: Option<Name>,
    scenario: Option<Name>,
    at_most: Option<Amount>,
    because: Option<Text>,
    by: Option<Text>,
    until: Option<Date>,
}
