//! pok: does a public spending plan hold?
//!
//! [`evaluate_text`] checks a text; what comes out is plain data, and [`report`] makes it readable. An outcome depends on
//! nothing but the text, so that a test can keep it: [`report::snap()`] is text for `insta::assert_snapshot!`,
//! [`report::eval_json()`] the JSON of `pok eval`, and an [`overview::Overview`] serialises to the figures in it.
//!
//! ```
//! let plan = "plan town { years 2025..2026 }
//! goal park { cost 2025: 10,000, 2026: 12,000 }
//! stated cost(park) = 21,000
//! ";
//! let evaluation = pok::evaluate_text("town.pok", plan);
//! insta::assert_snapshot!(pok::report::snap(&evaluation), @"
//! plan town: fails
//!
//! findings
//!   error POK201 town.pok, stated cost(park) = 21,000
//!     “cost(park)” is stated as €21,000, but 10,000 + 12,000 = €22,000: the stated figure is €1,000 too low.
//!
//! not checked
//!   whether everything can be paid: the plan names no sources and no reserves
//! ");
//! ```

pub mod check;
pub mod codes;
pub mod diagnostic;
pub mod evaluation;
pub mod flow;
pub mod kind;
pub mod language;
pub mod load;
pub mod mend;
pub mod model;
pub mod money;
pub mod outcome;
pub mod overview;
pub mod report;
pub mod scenario;
pub mod settings;
pub mod source;
pub mod syntax;
pub mod trace;
pub mod what_if;

use check::{Context, Report};
use evaluation::{Evaluation, FileKind, PlanOutcome, Session, Verdict, in_order};
use flow::{Payable, Why};
use load::{Input, Loaded, Resolver};
use model::{Plan, UnreadInclude};
use source::{FileId, SourceSet};

/// Checks one file with all that it includes.
pub fn evaluate(root: Input, resolver: &mut dyn Resolver) -> Evaluation {
    evaluate_loaded(load::load(root, resolver))
}

/// Checks what was loaded, and adds up who pays what.
pub fn evaluate_loaded(loaded: Loaded) -> Evaluation {
    evaluate_with(loaded, &Session { outcomes: true, ..Session::default() })
}

/// Checks what was loaded; [`Evaluation::outcomes`] stays empty, which saves a large plan time and room.
pub fn check_loaded(loaded: Loaded) -> Evaluation {
    evaluate_with(loaded, &Session::default())
}

/// Checks what was loaded, with what the run brings along.
pub fn evaluate_with(loaded: Loaded, session: &Session) -> Evaluation {
    let kind = kind::kind_of(&loaded);
    let Loaded { sources, files, mut findings, failed, currency, .. } = loaded;
    let main = sources.file(FileId(0));
    let ast = files.first().map(|file| &file.ast);
    let name = ast.and_then(|ast| kind::plan_name(ast, main));
    let language = ast.map_or(syntax::ast::Language::English, |ast| ast.language);
    let year_style = ast.and_then(kind::year_style).unwrap_or_default();
    let mut not_checked = Vec::new();
    let mut scenarios = Vec::new();
    let mut open = Vec::new();
    let mut outcomes = Vec::new();
    if kind == FileKind::Fragment {
        findings.extend(ast.and_then(|ast| kind::no_plan(ast, findings.is_empty())));
    } else {
        let unread = failed
            .into_iter()
            .map(|place| UnreadInclude { place, path: syntax::ast::Text::value(sources.slice(place)) });
        let files = files.into_iter().map(|file| (file.id, file.ast)).collect();
        let (plan, found) = model::build(&sources, files, unread.collect());
        findings.extend(found);
        if kind == FileKind::Plan {
            what_if::name_findings(&plan, &mut findings);
            let check = |plan: &Plan| check_plan(plan, &sources, session.outcomes);
            let (report, outcome) = check(&plan);
            let what_if = what_if::evaluate(&plan, &findings, &report, check);
            outcomes.extend(outcome);
            outcomes.extend(what_if.outcomes);
            findings.extend(report.findings);
            findings.extend(what_if.findings);
            not_checked = report.not_checked;
            scenarios = what_if.results;
            open = evaluation::open_amounts(&plan, &report.open_rooms);
        }
    }
    for finding in &mut findings {
        finding.places(|place| {
            let text = sources.file(place.file).text();
            source::Place::new(place.file, source::whole_characters(text, place.span))
        });
    }
    let findings = in_order(findings);
    let verdict = match kind {
        FileKind::Fragment | FileKind::Rules | FileKind::Settings => {
            Verdict::of(&findings, &not_checked).or_undetermined()
        }
        FileKind::Plan => Verdict::of(&findings, &not_checked),
    };
    if let Some(outcome) = outcomes.first_mut().filter(|outcome| outcome.scenario.is_none()) {
        outcome.verdict = verdict;
    }
    Evaluation {
        kind,
        name,
        language,
        year_style,
        currency,
        findings,
        not_checked,
        scenarios,
        open,
        packs: Vec::new(),
        verdict,
        outcomes,
        sources,
    }
}

/// Everything that is checked of a plan once it is understood, of the plan as it stands or of what a scenario makes of it;
/// and what the money comes to, where that is asked for. In a scenario stated coverage is an upper bound only, so that
/// balances are those without it.
fn check_plan(plan: &Plan, sources: &SourceSet, with_outcome: bool) -> (Report, Option<PlanOutcome>) {
    let free = plan.variant.as_ref().map(|_| scenario::without_stated_coverage(plan));
    let stated = free.as_ref().unwrap_or(plan);
    let outcome = outcome::evaluate(stated);
    let flow = flow::answer(plan, outcome.fact_years, &flow::Scope::default());
    let dealt = (flow.payable == flow::Payable::Yes).then(|| {
        let payments = outcome::Payments::dealt(plan, flow.division.by_payer());
        outcome::evaluate_dealt(stated, &outcome, payments)
    });
    let checked = dealt.as_ref().unwrap_or(&outcome);
    let mut report = check::check(&Context { plan: stated, outcome: checked, stated: &outcome, flow: &flow, sources });
    report.not_checked.extend(evaluation::not_evaluated(plan, sources));
    let divided = !matches!(flow.payable, Payable::NotAsked | Payable::Undetermined(Why::TooLarge | Why::Internal(_)));
    let outcome = (with_outcome && divided).then(|| {
        let headrooms = flow::headrooms_with(plan, outcome.fact_years, &flow);
        PlanOutcome::of(plan, outcome.fact_years, &flow.division, &headrooms)
    });
    (report, outcome)
}

/// The division of the money of a plan in which everything can be paid.
pub fn division(plan: &Plan) -> Option<flow::Division> {
    let years = outcome::evaluate(plan).fact_years;
    let answer = flow::answer(plan, years, &flow::Scope::default());
    (answer.payable == flow::Payable::Yes).then_some(answer.division)
}

/// Checks a text that includes nothing, under a name to show.
pub fn evaluate_text(name: &str, text: &str) -> Evaluation {
    let input = Input { name: name.to_owned(), key: name.to_owned(), bytes: text.as_bytes().to_vec() };
    evaluate(input, &mut load::NoFiles)
}
