//! Statements of scenarios.

use crate::codes;
use crate::syntax::ast::{Change, Clause, GoalClause, ReserveClause, ScenarioClause, SourceClause};
use crate::syntax::form::{self, Block, Form, Found};
use crate::syntax::grammar::Node;
use crate::syntax::item::{Body, Statement, whole};
use crate::syntax::layout::Line;
use crate::syntax::parts::Parts;
use crate::syntax::reader::Reader;

impl Statement for ScenarioClause {
    const BLOCK: Block = Block::Scenario;

    fn read(reader: &mut Reader<'_>, form: &Form, mut parts: Parts, line: &Line) -> Option<Self> {
        let name = parts.names.first().copied();
        match form.node {
            Node::s_set => {
                let (target, amount) = (parts.expressions.pop()?, parts.amount?);
                Some(Self::Set { target, amount, how: parts.how })
            }
            Node::s_scale => {
                let (target, to) = (parts.expressions.pop()?, parts.percent?);
                Some(Self::Scale { target, to })
            }
            Node::s_drop_goal => name.map(Self::DropGoal),
            Node::s_shift_goal => {
                let count = parts.count?;
                let by = i16::try_from(count.value).ok();
                if by.is_none() {
                    let finding = reader.finding(&codes::COUNT_OUT_OF_RANGE, count.span);
                    reader.report(finding.with("found", reader.slice(count.span)));
                }
                name.zip(by).map(|(goal, by)| Self::ShiftGoal { goal, by })
            }
            Node::s_only_granted => Some(Self::OnlyGranted),
            Node::s_change => reader.change(&parts, line).map(Self::Change),
            Node::s_note => parts.texts.first().copied().map(Self::Note),
            _ => None,
        }
    }

    fn holds_block(form: &Form) -> bool {
        form.node == Node::s_change
    }
}

impl Reader<'_> {
    fn change(&mut self, parts: &Parts, line: &Line) -> Option<Change> {
        let mut change = Change {
            name: parts.names.first().copied()?,
            source: Vec::new(),
            reserve: Vec::new(),
            goal: Vec::new(),
            span: whole(line),
        };
        for line in line.block.iter().flat_map(|block| &block.lines) {
            let mut reported = false;
            reported |= self.restated::<SourceClause>(line, &mut change.source, reported);
            reported |= self.restated::<ReserveClause>(line, &mut change.reserve, reported);
            reported |= self.restated::<GoalClause>(line, &mut change.goal, reported);
            if !reported {
                // No kind of item has it: say so as for a goal, which has the most statements.
                self.choose(Block::Goal, line);
            }
        }
        Some(change)
    }

    /// Reads a line as a statement of one kind of item, if that kind has it; says whether it has.
    fn restated<T: Statement>(&mut self, line: &Line, clauses: &mut Vec<Clause<T>>, reported: bool) -> bool {
        let text = self.slice(line.span);
        let known = match form::find(T::BLOCK, text, self.language) {
            Found::Statement(form) | Found::Partial(form) | Found::Foreign(form, _) | Found::Misspelt(form, _, _) => {
                form
            }
            Found::Elsewhere(_) | Found::Unknown => return false,
        };
        if known.node == Node::i_allow {
            return false;
        }
        let found = self.diagnostics.len();
        let mut body = Body::default();
        self.clause(line, &mut body);
        clauses.append(&mut body.clauses);
        if reported {
            self.diagnostics.truncate(found);
        }
        true
    }
}
