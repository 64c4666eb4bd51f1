//! Items of a file: their heads read, their blocks handed on.

use crate::codes;
use crate::diagnostic::Message;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Allow, Broken, Clause, DecisionClause, DocumentClause, File, GoalClause, Include, Item, Language, Name, Named,
    Pack, PlanClause, ReserveClause, ScenarioClause, SourceClause, Stage, Stated, ThemeClause, UseRules,
};
use crate::syntax::form::{self, Block, Form, Found};
use crate::syntax::grammar::Node;
use crate::syntax::keyword;
use crate::syntax::layout::Line;
use crate::syntax::parts::Parts;
use crate::syntax::reader::Reader;

/// Most statements that are taken apart at commas on one line.
const MOST_SPLITS: usize = 16;

/// What stands in a block: statements that were read, and where those stand that were not.
pub(super) struct Body<T> {
    pub(super) clauses: Vec<Clause<T>>,
    pub(super) allows: Vec<Allow>,
    pub(super) damaged: Vec<Span>,
}

impl<T> Default for Body<T> {
    fn default() -> Self {
        Self { clauses: Vec::new(), allows: Vec::new(), damaged: Vec::new() }
    }
}

/// Statements of one kind of block.
pub(super) trait Statement: Sized {
    /// The block they stand in.
    const BLOCK: Block;

    /// Makes a statement of its parts; `None` where they are not there, which the parser rules out.
    fn read(reader: &mut Reader<'_>, form: &Form, parts: Parts, line: &Line) -> Option<Self>;

    /// Whether the statement may have a block of its own.
    fn holds_block(_form: &Form) -> bool {
        false
    }

    /// What a line says beyond its one statement.
    fn also(_parts: &Parts) -> Option<Self> {
        None
    }
}

impl Reader<'_> {
    /// Reads one item into the file.
    pub(super) fn item(&mut self, line: &Line, file: &mut File) {
        let found = self.statement(Block::File, line);
        let Some((form, parts)) = found else {
            file.broken.push(self.broken(line));
            file.items.extend(self.beheaded(line));
            return;
        };
        if form.node == Node::i_language {
            let finding = self.finding(&codes::LANGUAGE_NOT_FIRST, line.span);
            self.report(finding);
            return;
        }
        match self.item_from(form, parts, line) {
            Some(item) => file.items.push(item),
            None => file.broken.push(self.broken(line)),
        }
    }

    /// An item whose head could not be read, but whose kind and name are plain: its statements are read all the same.
    fn beheaded(&mut self, line: &Line) -> Option<Item> {
        line.block.as_ref()?;
        let name = self.broken(line).name?;
        let form = match form::find(Block::File, self.slice(line.span), self.language) {
            Found::Statement(form) | Found::Foreign(form, _) | Found::Misspelt(form, _, _) => form,
            Found::Partial(_) | Found::Elsewhere(_) | Found::Unknown => return None,
        };
        if form.node != Node::i_named {
            return None;
        }
        let parts = Parts { names: vec![name], ..Parts::default() };
        self.named_item(form, &parts, line)
    }

    /// What could not be read at all, and the name that it seems to declare.
    pub(super) fn broken(&self, line: &Line) -> Broken {
        let span = line.block.as_ref().map_or(line.span, |block| line.span.to(block.span));
        let text = self.slice(line.span);
        let word = keyword::first_word(text);
        let rest = text.get(word.len()..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start().len();
        let name = keyword::first_word(rest.trim_start());
        let start = line.span.start as usize + word.len() + blanks;
        let name = (!name.is_empty()).then(|| Name { span: Span::new(start, start + name.len()) });
        Broken { span, name }
    }

    /// Makes an item of its head's parts and its block.
    pub(super) fn item_from(&mut self, form: &Form, parts: Parts, line: &Line) -> Option<Item> {
        let span = whole(line);
        let takes_block = matches!(form.node, Node::i_named | Node::i_table | Node::i_pack | Node::i_test);
        if !takes_block {
            self.refuse_block(line);
        }
        Some(match form.node {
            Node::i_named => return self.named_item(form, &parts, line),
            Node::i_table => Item::Table(Box::new(self.table(&parts, line)?)),
            Node::i_stated => Item::Stated(self.stated(parts, line)?),
            Node::i_allow => Item::Allow(parts.allow?),
            Node::i_include => Item::Include(Include { path: parts.texts.first().copied()?, span }),
            Node::i_use_rules => Item::UseRules(use_rules(parts, span)?),
            Node::i_pack => Item::Pack(self.pack(&parts, line)?),
            Node::i_parameter => {
                let name = self.declared(parts.names.first().copied()?);
                Item::Parameter(crate::syntax::ast::Parameter { name, value: parts.expressions, span })
            }
            Node::i_test => Item::Test(self.rule_test(&parts, line)?),
            _ => return None,
        })
    }

    fn named_item(&mut self, form: &Form, parts: &Parts, line: &Line) -> Option<Item> {
        Some(match form.keyword {
            Node::kw_plan => Item::Plan(self.named::<PlanClause>(parts, line)?),
            Node::kw_document => Item::Document(self.named::<DocumentClause>(parts, line)?),
            Node::kw_decision => Item::Decision(self.named::<DecisionClause>(parts, line)?),
            Node::kw_theme => Item::Theme(self.named::<ThemeClause>(parts, line)?),
            Node::kw_source => Item::Source(self.named::<SourceClause>(parts, line)?),
            Node::kw_reserve => Item::Reserve(self.named::<ReserveClause>(parts, line)?),
            Node::kw_goal => Item::Goal(self.named::<GoalClause>(parts, line)?),
            Node::kw_scenario => Item::Scenario(self.named::<ScenarioClause>(parts, line)?),
            Node::kw_rule => Item::Rule(self.rule(parts, line)?),
            _ => return None,
        })
    }

    /// Reads an item with a name and the statements of its block.
    pub(super) fn named<T: Statement>(&mut self, parts: &Parts, line: &Line) -> Option<Named<T>> {
        let name = self.declared(parts.names.first().copied()?);
        let title = parts.texts.first().copied();
        let body = self.body::<T>(line);
        let head_end = title.map_or(name.span, |title| title.span);
        Some(Named {
            name,
            title,
            reference: parts.reference,
            clauses: body.clauses,
            allows: body.allows,
            head: Span { start: line.span.start, end: head_end.end },
            span: whole(line),
            damaged: body.damaged,
        })
    }

    /// Reads the statements of a line's block.
    pub(super) fn body<T: Statement>(&mut self, line: &Line) -> Body<T> {
        let mut body = Body::default();
        let Some(block) = &line.block else { return body };
        body.clauses.reserve_exact(block.lines.len());
        for line in &block.lines {
            let mut rest = None;
            for _ in 0..MOST_SPLITS {
                let line = rest.as_ref().unwrap_or(line);
                let Some((before, after)) = self.split_at_comma(T::BLOCK, line) else { break };
                self.clause(&before, &mut body);
                rest = Some(after);
            }
            match &mut rest {
                // The block belongs to the last of the statements.
                Some(rest) if line.block.is_some() => {
                    body.damaged.push(whole(line));
                    rest.reported = true;
                }
                Some(rest) => self.clause(rest, &mut body),
                None => self.clause(line, &mut body),
            }
        }
        body
    }

    pub(super) fn clause<T: Statement>(&mut self, line: &Line, body: &mut Body<T>) {
        let Some((form, parts)) = self.statement(T::BLOCK, line) else {
            body.damaged.push(whole(line));
            return;
        };
        if !T::holds_block(form) {
            self.refuse_block(line);
        }
        if form.node == Node::i_allow {
            body.allows.extend(parts.allow);
            return;
        }
        self.check_list(T::BLOCK, &parts, line);
        let obligated = parts.words.span(Node::kw_obligate).map(|span| Spanned { value: Stage::Obligated, span });
        let (stage, reference) = (parts.stage.or(obligated), parts.reference);
        let also = T::also(&parts);
        let end = reference.map_or(line.span.end, |reference| {
            let written = self.slice(Span { start: line.span.start, end: reference.span.start });
            let last = reference.span.end >= line.span.end;
            let trimmed = line.span.start as usize + written.trim_end().len();
            let trimmed = crate::syntax::quotes::widened(self.text, Span::new(line.span.start as usize, trimmed)).end;
            if last { trimmed } else { line.span.end }
        });
        let span = Span { start: line.span.start, end };
        match T::read(self, form, parts, line) {
            Some(kind) => body.clauses.push(Clause { kind, span, stage, reference: reference.map(Box::new) }),
            None => body.damaged.push(whole(line)),
        }
        body.clauses.extend(also.map(|kind| Clause { kind, span, stage, reference: reference.map(Box::new) }));
    }

    /// A name after a line end inside a list that reads like the next statement: a comma too many, perhaps.
    fn check_list(&mut self, block: Block, parts: &Parts, line: &Line) {
        let few = parts.names.len() + parts.payers.len() < 2;
        if few || !self.slice(line.span).contains('\n') {
            return;
        }
        let names = parts.names.iter().copied().chain(parts.payers.iter().map(|payer| payer.payer));
        for pair in names.collect::<Vec<_>>().windows(2) {
            let [before, name] = pair else { continue };
            let between = Span { start: before.span.end, end: name.span.start };
            if !self.slice(between).contains('\n') {
                continue;
            }
            let written = self.slice(name.span);
            if form::is_statement(block, written, self.language) {
                let finding = self.finding(&codes::LIST_READS_LIKE_STATEMENT, name.span).with("name", written);
                self.report(finding.help(Message::new("list-reads-like-statement-help")));
            }
        }
    }

    fn stated(&mut self, mut parts: Parts, line: &Line) -> Option<Stated> {
        let claim = parts.expressions.pop()?;
        let compares = matches!(&claim.kind, crate::syntax::ast::ExpressionKind::Binary(operator, ..) if operator.value.is_comparison());
        if !compares {
            let finding = self.finding(&codes::CLAIM_WITHOUT_COMPARISON, claim.span);
            self.report(finding.help(Message::new("form-stated")));
            return None;
        }
        let end = parts.stage.map_or(claim.span.end, |stage| stage.span.end.max(claim.span.end));
        let span = Span { start: line.span.start, end };
        Some(Stated { claim, stage: parts.stage, reference: parts.reference, allow: parts.allow, span })
    }

    fn pack(&mut self, parts: &Parts, line: &Line) -> Option<Pack> {
        let mut pack = Pack {
            name: parts.pack?,
            title: parts.texts.first().copied(),
            titles: Vec::new(),
            version: None,
            url: None,
            notes: Vec::new(),
            span: whole(line),
        };
        for line in line.block.iter().flat_map(|block| &block.lines) {
            let Some((form, parts)) = self.statement(Block::Pack, line) else { continue };
            self.refuse_block(line);
            let text = parts.texts.first().copied();
            let again = match form.node {
                Node::s_title => {
                    pack.titles.extend(self.message_in(&parts));
                    false
                }
                Node::s_version => std::mem::replace(&mut pack.version, text).is_some(),
                Node::s_url => std::mem::replace(&mut pack.url, text).is_some(),
                _ => {
                    pack.notes.extend(text);
                    false
                }
            };
            self.once(again, Some(line.span));
        }
        Some(pack)
    }
}

/// `use rules` from its parts.
pub(super) fn use_rules(parts: Parts, span: Span) -> Option<UseRules> {
    let path = parts.texts.first().map(|text| text.span);
    let pack = parts.pack.or(path)?;
    Some(UseRules { pack, is_path: parts.pack.is_none(), with: parts.settings, span })
}

/// From the first word of a line to the end of its block.
pub(super) fn whole(line: &Line) -> Span {
    line.block.as_ref().map_or(line.span, |block| line.span.to(block.span))
}

/// The language that a line declares, if it is a declaration.
pub(super) fn declared_language(text: &str) -> Option<Result<Language, &str>> {
    let word = keyword::first_word(text);
    if !keyword::is_word(word, "language", "taal") {
        return None;
    }
    let rest = text.get(word.len()..).unwrap_or_default().trim();
    Some(match rest {
        _ if rest.eq_ignore_ascii_case("en") => Ok(Language::English),
        _ if rest.eq_ignore_ascii_case("nl") => Ok(Language::Dutch),
        _ => Err(rest),
    })
}
