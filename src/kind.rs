//! What a file is to the reader: a plan, a part of one, or rules; and what is said of a file that no plan speaks for.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::Loaded;
use crate::money::YearStyle;
use crate::source::{FileId, Place, SourceFile, Span};
use crate::syntax::ast::{self, Broken, Item, Named, PlanClause};

/// What a file is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// It declares a plan.
    Plan,
    /// It declares no plan: part of plans that include it.
    Fragment,
    /// It declares a rule pack.
    Rules,
    /// It is no text of the language but the settings of a project, `pok.toml`.
    Settings,
}

/// What the first of the loaded files is to the reader.
pub fn kind_of(loaded: &Loaded) -> FileKind {
    let Some(file) = loaded.files.first() else { return FileKind::Fragment };
    let has = |wanted: fn(&Item) -> bool| file.ast.items.iter().any(wanted);
    let source = loaded.sources.file(file.id);
    if has(|item| matches!(item, Item::Plan(_))) {
        FileKind::Plan
    } else if has(|item| matches!(item, Item::Pack(_))) {
        FileKind::Rules
    } else if file.ast.broken.iter().any(|broken| reads_like_plan(broken, source)) {
        FileKind::Plan
    } else {
        FileKind::Fragment
    }
}

/// Whether a stretch that could not be read was meant as the plan: its first word is nearly `plan`.
fn reads_like_plan(broken: &Broken, source: &SourceFile) -> bool {
    let word = source.slice(broken.span).split(|char: char| !char.is_alphanumeric()).next().unwrap_or("");
    strsim::osa_distance(&word.to_lowercase(), "plan") <= 1
}

/// The finding on a file that no plan speaks for; none where nothing of the text could be read, which is `clean` no more.
pub fn no_plan(file: &ast::File, clean: bool) -> Option<Diagnostic> {
    let start = Place::new(FileId(0), Span::default());
    match (file.items.is_empty(), clean) {
        (true, true) => Some(Diagnostic::new(&codes::NO_PLAN_EMPTY, start)),
        (true, false) => None,
        (false, _) => {
            let help = Message::new("no-plan-help").with("example", "plan example \"…\" { }");
            Some(Diagnostic::new(&codes::NO_PLAN, start).help(help))
        }
    }
}

fn plan(file: &ast::File) -> Option<&Named<PlanClause>> {
    file.items.iter().find_map(|item| match item {
        Item::Plan(plan) => Some(plan),
        _ => None,
    })
}

/// The name of the plan, also where the plan itself could not be read.
pub fn plan_name(file: &ast::File, source: &SourceFile) -> Option<String> {
    let name = plan(file)
        .map(|plan| plan.name)
        .or_else(|| file.broken.iter().find(|broken| reads_like_plan(broken, source)).and_then(|broken| broken.name))?;
    Some(source.slice(name.span).to_owned())
}

/// The title of the plan.
pub fn plan_title(file: &ast::File, source: &SourceFile) -> Option<String> {
    plan(file).and_then(|plan| plan.title).map(|title| ast::Text::value(source.slice(title.span)))
}

/// How the plan writes its years.
pub fn year_style(file: &ast::File) -> Option<YearStyle> {
    plan(file)?.clauses.iter().find_map(|clause| match clause.kind {
        PlanClause::Years(years) => Some(years.style),
        _ => None,
    })
}
