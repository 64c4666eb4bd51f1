//! Rules and their tests.

use crate::diagnostic::Severity;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Language, MessageIn, Name, Rule, RuleClause, RuleTest, TestClause};
use crate::syntax::form::{Block, Form};
use crate::syntax::grammar::Node;
use crate::syntax::item::{use_rules, whole};
use crate::syntax::layout::Line;
use crate::syntax::parts::Parts;
use crate::syntax::reader::Reader;

impl Reader<'_> {
    pub(super) fn rule(&mut self, parts: &Parts, line: &Line) -> Option<Rule> {
        let name = self.declared(parts.names.first().copied()?);
        let title = parts.texts.first().copied();
        let mut rule = Rule { name, title, clauses: Vec::new(), span: whole(line), damaged: Vec::new() };
        for line in line.block.iter().flat_map(|block| &block.lines) {
            let read = self.statement(Block::Rule, line);
            self.refuse_block(line);
            match read.and_then(|(form, parts)| self.rule_clause(form, parts)) {
                Some(clause) => rule.clauses.push(clause),
                None => rule.damaged.push(whole(line)),
            }
        }
        Some(rule)
    }

    fn rule_clause(&mut self, form: &Form, mut parts: Parts) -> Option<RuleClause> {
        let text = parts.texts.first().copied();
        let years = parts.years.first().copied();
        match form.node {
            Node::s_code => parts.code.map(RuleClause::Code),
            Node::s_severity => severity(&parts).map(RuleClause::Severity),
            Node::s_basis => text.map(|text| RuleClause::Basis { text, url: parts.texts.get(1).copied() }),
            Node::s_title => self.message_in(&parts).map(RuleClause::Title),
            Node::s_reading => self.message_in(&parts).map(RuleClause::Reading),
            Node::s_applies => Some(RuleClause::Applies { from: years, through: parts.through }),
            Node::s_rule_for => {
                let ranges = parts.settings.into_iter().filter_map(|(name, mut over)| Some((name, over.pop()?)));
                Some(RuleClause::For(ranges.collect()))
            }
            Node::s_where => parts.expressions.pop().map(RuleClause::Where),
            Node::s_require => parts.expressions.pop().map(RuleClause::Require),
            Node::s_refines => parts.code.map(RuleClause::Refines),
            Node::s_at => Some(RuleClause::At(parts.expressions)),
            Node::s_let => {
                let name = self.declared(parts.names.first().copied()?);
                parts.expressions.pop().map(|value| RuleClause::Let(name, value))
            }
            Node::s_message => self.message_in(&parts).map(RuleClause::Message),
            Node::s_help => self.message_in(&parts).map(RuleClause::Help),
            _ => None,
        }
    }

    pub(super) fn message_in(&mut self, parts: &Parts) -> Option<MessageIn> {
        let text = parts.texts.first().copied()?;
        let Some(name) = parts.names.first() else { return Some(MessageIn { language: None, text }) };
        let language = self.language_of(*name)?;
        Some(MessageIn { language: Some(language), text })
    }

    fn language_of(&mut self, name: Name) -> Option<Language> {
        match self.slice(name.span) {
            "en" => Some(Language::English),
            "nl" => Some(Language::Dutch),
            other => {
                let finding = self.finding(&crate::codes::LANGUAGE_UNKNOWN, name.span).with("found", other);
                self.report(finding);
                None
            }
        }
    }

    pub(super) fn rule_test(&mut self, parts: &Parts, line: &Line) -> Option<RuleTest> {
        let title = parts.texts.first().copied()?;
        let mut test = RuleTest { title, clauses: Vec::new(), span: whole(line) };
        for line in line.block.iter().flat_map(|block| &block.lines) {
            let Some((form, parts)) = self.statement(Block::Test, line) else { continue };
            test.clauses.extend(self.test_clause(form, parts, line));
        }
        Some(test)
    }

    fn test_clause(&mut self, form: &'static Form, parts: Parts, line: &Line) -> Option<TestClause> {
        match form.node {
            Node::s_expect if parts.words.has(Node::kw_nothing) => {
                self.refuse_block(line);
                Some(TestClause::ExpectNothing(line.span))
            }
            Node::s_expect => {
                self.refuse_block(line);
                let on = parts.names.first().copied();
                parts.code.map(|code| TestClause::Expect { code, on, span: line.span })
            }
            Node::i_use_rules => {
                self.refuse_block(line);
                use_rules(parts, line.span).map(TestClause::UseRules)
            }
            _ => self.item_from(form, parts, line).map(|item| TestClause::Item(Box::new(item))),
        }
    }
}

fn severity(parts: &Parts) -> Option<Spanned<Severity>> {
    let known = [
        (Node::kw_error, Severity::Error),
        (Node::kw_warning, Severity::Warning),
        (Node::kw_remark, Severity::Note),
        (Node::kw_note, Severity::Note),
    ];
    let found =
        |(word, value): (Node, Severity)| -> Option<(Span, Severity)> { Some((parts.words.span(word)?, value)) };
    known.into_iter().find_map(found).map(|(span, value)| Spanned { value, span })
}
