//! pok: does a public spending plan hold?

pub mod check;
pub mod codes;
pub mod diagnostic;
pub mod evaluation;
pub mod kind;
pub mod load;
pub mod model;
pub mod money;
pub mod outcome;
pub mod report;
pub mod source;
pub mod syntax;

use evaluation::{Evaluation, FileKind, Verdict, in_order};
use load::{Input, Loaded, Resolver};
use source::FileId;

/// Checks one file with all that it includes.
pub fn evaluate(root: Input, resolver: &mut dyn Resolver) -> Evaluation {
    evaluate_loaded(load::load(root, resolver))
}

/// Checks what was loaded.
pub fn evaluate_loaded(loaded: Loaded) -> Evaluation {
    let kind = kind::kind_of(&loaded);
    let Loaded { sources, files, mut findings, currency, .. } = loaded;
    let main = sources.file(FileId(0));
    let ast = files.first().map(|file| &file.ast);
    if kind == FileKind::Fragment {
        findings.extend(ast.and_then(kind::no_plan));
    }
    let findings = in_order(findings);
    let verdict = match kind {
        FileKind::Fragment => Verdict::Undetermined,
        FileKind::Plan | FileKind::Rules => Verdict::of(&findings, &[]),
    };
    Evaluation {
        kind,
        name: ast.and_then(|ast| kind::plan_name(ast, main)),
        language: ast.map_or(syntax::ast::Language::English, |ast| ast.language),
        year_style: ast.and_then(kind::year_style).unwrap_or_default(),
        currency,
        findings,
        not_checked: Vec::new(),
        open: Vec::new(),
        packs: Vec::new(),
        verdict,
        sources,
    }
}
