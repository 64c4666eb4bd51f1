//! A question about a plan in its own language -> the tree, or what is wrong with the question.

use super::{Node, trace};
use crate::diagnostic::{Diagnostic, Severity};
use crate::flow::Division;
use crate::load::Loaded;
use crate::model::{self, Plan, UnreadInclude};
use crate::money::YearStyle;
use crate::source::{FileId, SourceSet};
use crate::syntax::ast::{self, Language};
use crate::syntax::{decode, parse_expression};
use iso_currency::Currency;

/// The division of the money of a plan, where there is one.
pub type Divide<'a> = &'a dyn Fn(&Plan) -> Option<Division>;

/// What came of a question.
#[derive(Debug)]
pub enum Answer {
    /// Where the figure comes from.
    Traced(Box<Node>),
    /// What is wrong with the question.
    Refused(Vec<Diagnostic>),
}

/// A question with its answer.
#[derive(Debug)]
pub struct Asked {
    /// The texts: those of the plan, and the question last.
    pub sources: SourceSet,
    /// The plan.
    pub plan: Plan,
    /// How it writes its years.
    pub year_style: YearStyle,
    /// Its currency.
    pub currency: Currency,
    /// How many errors stand in what could be read of the plan.
    pub errors: usize,
    /// The answer.
    pub answer: Answer,
}

/// Asks a plan where the figure of an expression comes from. `shown` is what the expression is called where a finding
/// points at it.
pub fn ask(loaded: Loaded, expression: &str, shown: &str, divide: Divide<'_>) -> Asked {
    let Loaded { mut sources, files, findings, failed, currency, .. } = loaded;
    let language = files.first().map_or(Language::English, |file| file.ast.language);
    let digits = currency.exponent().and_then(|digits| u8::try_from(digits).ok()).unwrap_or(2);
    let id = FileId(u16::try_from(sources.len()).unwrap_or(u16::MAX));
    let (source, mut wrong) = decode(id, shown, expression.as_bytes().to_vec());
    let (tree, spoken, found) = read(id, source.text(), language, digits);
    wrong.extend(found);
    sources.add(source);
    let unread = failed.into_iter().map(|place| {
        let path = ast::Text::value(sources.slice(place));
        UnreadInclude { place, path }
    });
    let files = files.into_iter().map(|file| (file.id, file.ast)).collect();
    let tree = tree.as_ref().filter(|_| !has_error(&wrong)).map(|tree| (id, spoken, tree));
    let (plan, named, asked) = model::build_with(&sources, files, unread.collect(), tree);
    let is_asked = |finding: &Diagnostic| finding.labels.iter().any(|label| label.place.file == id);
    let (about, of_plan): (Vec<_>, Vec<_>) = named.into_iter().partition(is_asked);
    wrong.extend(about);
    let errors = |findings: &[Diagnostic]| findings.iter().filter(|it| it.severity() == Severity::Error).count();
    let errors = errors(&findings) + errors(&of_plan);
    let answer = match asked.filter(|_| !has_error(&wrong)) {
        Some(expression) => {
            let division = divide(&plan);
            Answer::Traced(Box::new(trace(&plan, &sources, division.as_ref(), &expression)))
        }
        None => Answer::Refused(wrong),
    };
    let year_style = plan.head.style;
    Asked { sources, plan, year_style, currency, errors, answer }
}

fn has_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// Reads the expression in the plan's language, or else in the other where nothing in it could then mean another number.
fn read(
    id: FileId,
    text: &str,
    language: Language,
    digits: u8,
) -> (Option<ast::Expression>, Language, Vec<Diagnostic>) {
    let (tree, found) = parse_expression(id, text, language, digits);
    if tree.is_some() && found.is_empty() || has_separator(text) {
        return (tree, language, found);
    }
    let other = match language {
        Language::English => Language::Dutch,
        Language::Dutch => Language::English,
    };
    match parse_expression(id, text, other, digits) {
        (Some(tree), none) if none.is_empty() => (Some(tree), other, none),
        _ => (tree, language, found),
    }
}

/// Whether a number with a separator stands in it, which the languages read differently.
fn has_separator(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let separates =
        |window: &[u8]| digit(window.first()) && matches!(window.get(1), Some(b'.' | b',')) && digit(window.get(2));
    bytes.windows(3).any(separates)
}
