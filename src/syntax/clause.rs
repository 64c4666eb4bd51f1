//! Statements of plans, documents, decisions, themes, sources, reserves and goals, each made of its parts.

use crate::source::Spanned;
use crate::syntax::ast::{
    Common, DecisionClause, DocumentClause, GoalClause, GoalStatus, Nature, PlanClause, ReserveClause, SourceClause,
    ThemeClause, Unspent,
};
use crate::syntax::form::{Block, Form};
use crate::syntax::grammar::Node;
use crate::syntax::item::Statement;
use crate::syntax::layout::Line;
use crate::syntax::parts::Parts;
use crate::syntax::reader::Reader;

impl Statement for PlanClause {
    const BLOCK: Block = Block::Plan;

    fn read(_: &mut Reader<'_>, form: &Form, parts: Parts, _: &Line) -> Option<Self> {
        let text = parts.texts.first().copied();
        match form.node {
            Node::s_owner => text.map(Self::Owner),
            Node::s_years => parts.years.first().copied().map(Self::Years),
            Node::s_evaluate_yearly => Some(Self::EvaluateYearly(text)),
            Node::s_currency => parts.names.first().copied().map(Self::Currency),
            Node::s_year_starts => parts.month_day.map(|(month, day)| Self::YearStarts { month, day }),
            Node::s_named_by_end => Some(Self::NamedByEnd),
            Node::s_decided => parts.date.map(|on| Self::Decided { on, by: parts.body }),
            Node::s_note => text.map(Self::Note),
            _ => None,
        }
    }

    fn also(parts: &Parts) -> Option<Self> {
        let both = parts.month_day.is_some() && parts.words.has(Node::kw_named_by_end);
        both.then_some(Self::NamedByEnd)
    }
}

impl Statement for DocumentClause {
    const BLOCK: Block = Block::Document;

    fn read(_: &mut Reader<'_>, form: &Form, parts: Parts, _: &Line) -> Option<Self> {
        let text = parts.texts.first().copied();
        match form.node {
            Node::s_date => parts.date.map(Self::Date),
            Node::s_number => text.map(Self::Number),
            Node::s_url => text.map(Self::Url),
            Node::s_note => text.map(Self::Note),
            _ => None,
        }
    }
}

impl Statement for DecisionClause {
    const BLOCK: Block = Block::Decision;

    fn read(_: &mut Reader<'_>, form: &Form, parts: Parts, _: &Line) -> Option<Self> {
        match (form.node, form.keyword) {
            (Node::s_by, _) => parts.body.map(Self::By),
            (Node::s_on, _) => parts.date.map(Self::On),
            (_, Node::kw_proposed) => Some(Self::Proposed),
            (_, Node::kw_taken) => Some(Self::Taken),
            (_, Node::kw_rejected) => Some(Self::Rejected),
            (Node::s_after, _) => parts.names.first().copied().map(Self::After),
            (Node::s_note, _) => parts.texts.first().copied().map(Self::Note),
            _ => None,
        }
    }
}

impl Statement for ThemeClause {
    const BLOCK: Block = Block::Theme;

    fn read(reader: &mut Reader<'_>, form: &Form, parts: Parts, line: &Line) -> Option<Self> {
        let text = parts.texts.first().copied();
        match form.node {
            Node::i_named => reader.named(&parts, line).map(Self::Theme),
            Node::s_budget => Some(Self::Budget(parts.givens)),
            Node::s_paid_by => Some(Self::PaidBy(parts.payers)),
            Node::s_owner => text.map(Self::Owner),
            Node::s_note => text.map(Self::Note),
            _ => None,
        }
    }

    fn holds_block(form: &Form) -> bool {
        form.node == Node::i_named
    }
}

/// What sources, reserves and goals share.
fn common(form: &Form, parts: &Parts) -> Option<Common> {
    let text = parts.texts.first().copied();
    let name = parts.names.first().copied();
    match form.node {
        Node::s_nature if form.keyword == Node::kw_temporary => Some(Common::Nature(Nature::Temporary)),
        Node::s_nature => Some(Common::Nature(Nature::Recurring)),
        Node::s_kind => name.map(Common::Kind),
        Node::s_task_field => parts.task_field.map(Common::TaskField),
        Node::s_theme => name.map(Common::Theme),
        Node::s_owner => text.map(Common::Owner),
        Node::s_needs_decision => name.map(Common::NeedsDecision),
        Node::s_account => text.map(Common::Account),
        Node::s_note => text.map(Common::Note),
        _ => None,
    }
}

impl Statement for SourceClause {
    const BLOCK: Block = Block::Source;

    fn read(reader: &mut Reader<'_>, form: &Form, parts: Parts, line: &Line) -> Option<Self> {
        match form.node {
            Node::s_income if parts.words.has(Node::kw_unlimited) => Some(Self::IncomeUnlimited),
            Node::s_income => Some(Self::Income(parts.givens)),
            Node::s_for => Some(Self::For(parts.names)),
            Node::s_available => parts.years.first().copied().map(Self::Available),
            Node::s_unspent => reader.unspent(&parts).map(Self::Unspent),
            Node::s_certainty => parts.words.certainty().map(Self::Status),
            Node::s_commit_by => parts.date.map(Self::CommitBy),
            Node::s_spend_by => parts.date.map(Self::SpendBy),
            Node::i_named => reader.named(&parts, line).map(Self::Part),
            _ => common(form, &parts).map(Self::Common),
        }
    }

    fn holds_block(form: &Form) -> bool {
        form.node == Node::i_named
    }
}

impl Statement for ReserveClause {
    const BLOCK: Block = Block::Reserve;

    fn read(_: &mut Reader<'_>, form: &Form, parts: Parts, _: &Line) -> Option<Self> {
        let name = parts.names.first().copied();
        match form.node {
            Node::s_opening => Some(Self::Opening(parts.givens)),
            Node::s_floor => parts.amount.map(Self::Floor),
            Node::s_ceiling => parts.amount.map(Self::Ceiling),
            Node::s_add => Some(Self::Add { given: parts.givens, from: name }),
            Node::s_withdraw => match parts.limit {
                Some(limit) => Some(Self::WithdrawAtMost(limit)),
                None => Some(Self::Withdraw(parts.givens)),
            },
            Node::s_for => Some(Self::For(parts.names)),
            Node::s_ends => parts.years.first().copied().map(Self::Ends),
            Node::s_release_to => name.map(Self::ReleaseTo),
            _ => common(form, &parts).map(Self::Common),
        }
    }
}

impl Statement for GoalClause {
    const BLOCK: Block = Block::Goal;

    fn read(_: &mut Reader<'_>, form: &Form, parts: Parts, _: &Line) -> Option<Self> {
        let text = parts.texts.first().copied();
        let name = parts.names.first().copied();
        let years = parts.years.first().copied();
        match form.node {
            Node::s_during => years.map(|years| Self::Bounds { from: Some(years), through: Some(years) }),
            Node::s_from | Node::s_through => Some(Self::Bounds { from: years, through: parts.through }),
            Node::s_cost | Node::s_obligated => Some(Self::Cost {
                line: text,
                once: parts.words.has(Node::kw_once),
                given: parts.givens,
                indexed: parts.indexation.map(Box::new),
            }),
            Node::s_paid_by => Some(Self::PaidBy(parts.payers)),
            Node::s_at_most => parts.limit.zip(name).map(|(limit, from)| Self::AtMost { limit, from }),
            Node::s_budget => Some(Self::Budget(parts.givens)),
            Node::s_serves => Some(Self::Serves(parts.names)),
            Node::s_priority => parts.count.and_then(|count| u32::try_from(count.value).ok()).map(Self::Priority),
            Node::s_optional => Some(Self::Optional),
            Node::s_follow_up => text.map(Self::FollowUp).or(name.map(Self::FollowUpDecision)),
            Node::s_was => text.map(Self::Was),
            Node::s_continues => name.map(Self::Continues),
            Node::s_evaluate => Some(Self::Evaluate { years: parts.years, to: text }),
            Node::s_statutory => Some(Self::Statutory),
            Node::s_remainder_of => name.zip(years).map(|(payer, year)| Self::RemainderOf { payer, year }),
            Node::s_goal_status => goal_status(&parts).map(Self::Status),
            _ => common(form, &parts).map(Self::Common),
        }
    }
}

fn goal_status(parts: &Parts) -> Option<GoalStatus> {
    let known = [
        (Node::kw_reached, GoalStatus::Reached),
        (Node::kw_continued, GoalStatus::Continued),
        (Node::kw_stopped, GoalStatus::Stopped),
        (Node::kw_new, GoalStatus::New),
    ];
    known.into_iter().find(|(word, _)| parts.words.has(*word)).map(|(_, status)| status)
}

impl Reader<'_> {
    fn unspent(&mut self, parts: &Parts) -> Option<Unspent> {
        let words = &parts.words;
        if words.has(Node::kw_lapses) {
            Some(Unspent::Lapses)
        } else if words.has(Node::kw_returns) {
            Some(Unspent::Returns)
        } else if words.has(Node::kw_goes_to) {
            parts.names.first().copied().map(Unspent::GoesTo)
        } else {
            match parts.count {
                None => Some(Unspent::Stays),
                Some(count) => self.small(count).map(Unspent::StaysYears),
            }
        }
    }

    /// A count that is not negative.
    pub(super) fn small(&mut self, count: Spanned<i64>) -> Option<u16> {
        let small = u16::try_from(count.value).ok();
        if small.is_none() {
            let finding = self.finding(&crate::codes::COUNT_OUT_OF_RANGE, count.span);
            self.report(finding.with("found", self.slice(count.span)));
        }
        small
    }
}
