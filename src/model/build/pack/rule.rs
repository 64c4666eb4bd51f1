//! One rule: its statements in any order become what it ranges over, asks and says.

use super::Packs;
use crate::codes;
use crate::diagnostic::{Basis, Code, Diagnostic, Message, RuleNotice, Severity};
use crate::language::Language;
use crate::model::build::Builder;
use crate::model::build::expressions::Scope;
use crate::model::expression::{Expression, Term, Type};
use crate::model::rule::{Loop, Rule, Sentence, Target, Texts};
use crate::money::Year;
use crate::source::{FileId, Place};
use crate::syntax::ast::{self, Binary, ExpressionKind, RuleClause};
use std::sync::Arc;

impl Builder<'_> {
    /// Adds a rule to the pack, or its name to those that could not be read.
    pub(super) fn rule(&mut self, packs: &mut Packs, file: FileId, language: Language, tree: &ast::Rule) {
        let before = self.errors();
        let name = self.name(file, tree.name.span).into_owned();
        let made = self.rule_parts(packs, file, language, tree, &name);
        let sound = tree.damaged.is_empty() && self.errors() == before;
        match made.filter(|_| sound) {
            Some(rule) => packs.pack.rules.push(rule),
            None => packs.pack.broken.push((name, Place::new(file, tree.name.span))),
        }
    }

    fn rule_parts(
        &mut self,
        packs: &mut Packs,
        file: FileId,
        language: Language,
        tree: &ast::Rule,
        name: &str,
    ) -> Option<Rule> {
        let mut scope = Self::rule_scope(&packs.pack, file);
        let loops = self.loops(&mut scope, tree);
        let lets = self.lets(&mut scope, tree);
        let mut conditions = Vec::new();
        let mut requirements = Vec::new();
        let mut at = Vec::new();
        let (mut message, mut help) = (Sentence::default(), Sentence::default());
        for clause in &tree.clauses {
            match clause {
                RuleClause::Where(condition) => conditions.extend(self.truth(&mut scope, condition)),
                RuleClause::Require(condition) => requirements.extend(self.truth(&mut scope, condition)),
                RuleClause::At(targets) => at.extend(targets.iter().filter_map(|it| self.rule_target(&mut scope, it))),
                RuleClause::Message(text) => self.sentence(&mut scope, &mut message, language, *text),
                RuleClause::Help(text) => self.sentence(&mut scope, &mut help, language, *text),
                _ => {}
            }
        }
        let code = self.rule_code(packs, file, tree, name)?;
        let title = self.texts(file, language, tree, true);
        let notice = self.notice(packs, file, tree, (name, &title), code);
        let asks = |clause: &RuleClause| matches!(clause, RuleClause::Where(_) | RuleClause::Require(_));
        if tree.damaged.is_empty() && !tree.clauses.iter().any(asks) {
            self.mistake(&codes::RULE_WITHOUT_CONDITION, file, tree.name.span, name);
        }
        if tree.damaged.is_empty() && message.texts.is_empty() {
            self.mistake(&codes::RULE_WITHOUT_MESSAGE, file, tree.name.span, name);
        }
        let refines = tree.clauses.iter().filter_map(|clause| match clause {
            RuleClause::Refines(code) => Some(self.refined(file, *code)),
            _ => None,
        });
        Some(Rule {
            notice,
            refines: refines.collect(),
            title,
            reading: self.texts(file, language, tree, false),
            applies: self.applies(file, tree),
            loops,
            lets,
            conditions: conditions.into_iter().flat_map(conjuncts).collect(),
            requirements: requirements.into_iter().flat_map(conjuncts).collect(),
            at,
            message,
            help: (!help.texts.is_empty()).then_some(help),
            place: Place::new(file, tree.span),
            name_place: Place::new(file, tree.name.span),
        })
    }

    /// The titles of a rule, or its readings, by language.
    fn texts(&self, file: FileId, language: Language, tree: &ast::Rule, titles: bool) -> Texts {
        let head = tree.title.filter(|_| titles).map(|title| (language, self.string(file, title)));
        let said = tree.clauses.iter().filter_map(|clause| match clause {
            RuleClause::Title(said) if titles => Some(said),
            RuleClause::Reading(said) if !titles => Some(said),
            _ => None,
        });
        let said = said.map(|said| (said.language.unwrap_or(language), self.string(file, said.text)));
        Texts(head.into_iter().chain(said).collect())
    }

    fn loops(&mut self, scope: &mut Scope<'_>, tree: &ast::Rule) -> Vec<Loop> {
        let mut loops = Vec::new();
        for clause in &tree.clauses {
            let RuleClause::For(ranges) = clause else { continue };
            for (name, range) in ranges {
                let place = Place::new(scope.file, name.span);
                let variable = self.name(scope.file, name.span).into_owned();
                self.new_variable(scope, &variable, place);
                let (range, kind) = match self.range_of(scope, range) {
                    Some((range, kind)) => (Some(range), kind),
                    None => (None, Type::Broken),
                };
                scope.variables.push((variable.clone(), kind));
                loops.extend(range.map(|range| Loop { variable, kind, range, place }));
            }
        }
        loops
    }

    fn lets(&mut self, scope: &mut Scope<'_>, tree: &ast::Rule) -> Vec<(String, Expression)> {
        let mut lets = Vec::new();
        for clause in &tree.clauses {
            let RuleClause::Let(name, value) = clause else { continue };
            let variable = self.name(scope.file, name.span).into_owned();
            self.new_variable(scope, &variable, Place::new(scope.file, name.span));
            let value = self.expression(scope, value);
            scope.variables.push((variable.clone(), value.kind));
            lets.push((variable, value));
        }
        lets
    }

    /// A name that means one thing in a rule may not come to mean another.
    fn new_variable(&mut self, scope: &Scope<'_>, name: &str, place: Place) {
        let known = scope.variables.iter().chain(&scope.lists).any(|(known, _)| known == name);
        if known {
            self.findings.push(Diagnostic::new(&codes::RULE_NAME_TWICE, place).with("name", name));
        }
    }

    fn truth(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<Expression> {
        let made = self.expression(scope, tree);
        match made.kind {
            Type::Boolean => Some(made),
            Type::Broken => None,
            _ => {
                self.needed(made.place, made.kind.words(), Message::new("a-boolean"));
                None
            }
        }
    }

    fn rule_target(&mut self, scope: &mut Scope<'_>, tree: &ast::Expression) -> Option<Target> {
        let made = match &tree.kind {
            // What can only be asked with `has` can be pointed at too.
            ExpressionKind::Property { of, name } => self.has(scope, of, *name, Place::new(scope.file, tree.span)),
            _ => self.expression(scope, tree),
        };
        match (made.term, made.kind) {
            (_, Type::Broken) => None,
            (Term::Property { of, property, .. }, _) => Some(Target::Statement(*of, property)),
            (term, kind @ Type::Entity(_)) => Some(Target::Item(Expression { term, kind, place: made.place })),
            (_, kind) => {
                self.needed(made.place, kind.words(), Message::new("a-place"));
                None
            }
        }
    }

    fn rule_code(&mut self, packs: &mut Packs, file: FileId, tree: &ast::Rule, name: &str) -> Option<Code> {
        let written = tree.clauses.iter().find_map(|clause| match clause {
            RuleClause::Code(code) => Some(code.span),
            _ => None,
        });
        let Some(span) = written else {
            if tree.damaged.is_empty() {
                self.mistake(&codes::RULE_WITHOUT_CODE, file, tree.name.span, name);
            }
            return None;
        };
        let place = Place::new(file, span);
        let code = self.text(file, span).to_owned();
        if !is_rule_code(&code) {
            self.findings.push(Diagnostic::new(&codes::RULE_CODE_FORM, place).with("code", code.as_str()));
            return None;
        }
        if let Some(first) = packs.codes.insert(code.clone(), place) {
            self.named_twice(&code, place, first);
        }
        Some(Code::Rule(Arc::from(code)))
    }

    fn notice(
        &self,
        packs: &Packs,
        file: FileId,
        tree: &ast::Rule,
        (name, title): (&str, &Texts),
        code: Code,
    ) -> Arc<RuleNotice> {
        let mut severity = Severity::Warning;
        let mut basis = Vec::new();
        for clause in &tree.clauses {
            match clause {
                RuleClause::Severity(said) => severity = said.value,
                RuleClause::Basis { text, url } => {
                    let url = url.map(|url| self.string(file, url));
                    basis.push(Basis { text: self.string(file, *text), url });
                }
                _ => {}
            }
        }
        let pack = packs.names.get(&file).unwrap_or(&packs.pack.name).clone();
        let titles = title.0.clone();
        Arc::new(RuleNotice { code, severity, pack, name: name.to_owned(), titles, basis })
    }

    fn refined(&self, file: FileId, code: ast::Name) -> Code {
        let text = self.text(file, code.span);
        Code::parse(text).unwrap_or_else(|| Code::Rule(Arc::from(text)))
    }

    fn applies(&mut self, file: FileId, tree: &ast::Rule) -> (Option<Year>, Option<Year>) {
        let mut period = (None, None);
        for clause in &tree.clauses {
            let RuleClause::Applies { from, through } = clause else { continue };
            period.0 = from.map(|years| self.range(file, years).first);
            period.1 = through.map(|years| self.range(file, years).last);
        }
        period
    }
}

/// Letters and digits joined by hyphens, the digits last; codes that begin with POK are pok's own.
fn is_rule_code(code: &str) -> bool {
    let own = code.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("pok"));
    let Some((letters, digits)) = code.rsplit_once('-') else { return false };
    let is_word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let numbered = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    !own && numbered && letters.split('-').all(is_word)
}

/// The conditions that `and` joins.
fn conjuncts(condition: Expression) -> Vec<Expression> {
    match condition.term {
        Term::Binary(Binary::And, left, right) => {
            let mut all = conjuncts(*left);
            all.extend(conjuncts(*right));
            all
        }
        term => vec![Expression { term, ..condition }],
    }
}
