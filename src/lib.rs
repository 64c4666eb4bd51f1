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

pub mod accept;
pub mod check;
pub mod codes;
pub mod diagnostic;
pub mod evaluation;
pub mod fix;
pub mod flow;
pub mod format;
pub mod kind;
pub mod language;
pub mod load;
pub mod mend;
pub mod model;
pub mod money;
pub mod outcome;
pub mod overview;
pub mod report;
pub mod rule;
pub mod scenario;
pub mod settings;
pub mod source;
pub mod syntax;
pub mod testing;
pub mod trace;
pub mod what_if;

use accept::Accepting;
use check::{Ground, Report};
use diagnostic::{Diagnostic, NotChecked};
use evaluation::{Evaluation, PackUsed, PlanOutcome, Session};
use flow::{Payable, Why};
use kind::FileKind;
use load::{Input, Loaded, Resolver};
use model::{Plan, UnreadInclude};
use source::SourceSet;

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
    match kind::kind_of(&loaded) {
        FileKind::Fragment | FileKind::Settings => fragment(loaded),
        FileKind::Rules => rule_file(loaded),
        FileKind::Plan => plan(loaded, session),
    }
}

/// A file that no plan speaks for.
fn fragment(loaded: Loaded) -> Evaluation {
    let blank = Evaluation::blank(FileKind::Fragment, &loaded);
    let Loaded { sources, files, mut findings, .. } = loaded;
    let clean = findings.is_empty();
    findings.extend(files.first().and_then(|file| kind::no_plan(&file.ast, clean)));
    blank.with(sources, findings, Vec::new())
}

/// A file of rules, whose tests are run elsewhere.
fn rule_file(loaded: Loaded) -> Evaluation {
    let blank = Evaluation::blank(FileKind::Rules, &loaded);
    let rule::Compiled { pack, sources, findings } = rule::compile(loaded);
    Evaluation { name: Some(pack.name), ..blank }.with(sources, findings, Vec::new())
}

fn plan(loaded: Loaded, session: &Session) -> Evaluation {
    let blank = Evaluation::blank(FileKind::Plan, &loaded);
    let Loaded { mut sources, files, mut findings, failed, rule_files, .. } = loaded;
    let languages: Vec<_> = files.iter().map(|file| (file.id, file.ast.language)).collect();
    let unread =
        failed.into_iter().map(|place| UnreadInclude { place, path: syntax::ast::Text::value(sources.slice(place)) });
    let files = files.into_iter().map(|file| (file.id, file.ast)).collect();
    let (mut plan, found) = model::build(&sources, files, unread.collect());
    findings.extend(found);
    what_if::name_findings(&plan, &mut findings);
    let rules = rule::used(&mut plan, &mut sources, rule_files, &session.packs, &languages);
    findings.extend(rules.findings);
    let check = |plan: &Plan| check_plan(plan, &sources, &rules.used, session.outcomes);
    let (mut report, outcome) = check(&plan);
    let refine = |findings: &mut Vec<Diagnostic>| rule::refine(&rules.used, findings);
    let codes: Vec<String> = rules.used.iter().flat_map(|used| used.compiled.codes()).collect();
    let rules_missing = !rules.not_checked.is_empty();
    let known = accept::Known { today: session.today, rules: &codes, rules_missing };
    let mut accepting = Accepting::of(&plan, &sources, known);
    accepting.accept(&mut findings, None);
    let what_if = what_if::evaluate(&plan, &findings, &report, &mut accepting, check, refine);
    refine(&mut report.findings);
    accepting.accept(&mut report.findings, None);
    findings.extend(report.findings);
    findings.extend(what_if.findings);
    report.not_checked.extend(rules.not_checked);
    report.not_checked.extend(session.missing_packs.iter().map(|name| evaluation::without_pack(&plan, name)));
    // Also what leaves the verdict as it is, such as a rule that only warns, may be what an `allow` is for.
    let undecided = |it: &NotChecked| it.clouds() || it.why.name == "because-warning-open";
    let (judged, undated) = accepting.conclude(&findings, report.not_checked.iter().any(undecided));
    findings.extend(judged);
    report.not_checked.extend(undated);
    let mut findings = evaluation::arranged(findings, &sources);
    fix::figures::offer(&mut findings, &plan, &sources, &languages);
    let acceptable = if session.acceptable { accepting.acceptable(&findings) } else { Vec::new() };
    let packs = rules.used.iter().map(PackUsed::of).collect();
    let open = evaluation::open_amounts(&plan, &report.open_rooms);
    let outcomes = outcome.into_iter().chain(what_if.outcomes).collect();
    let scenarios = what_if.results;
    let rule_codes = codes;
    Evaluation { scenarios, open, packs, rule_codes, outcomes, acceptable, ..blank }.with(
        sources,
        findings,
        report.not_checked,
    )
}

/// Everything that is checked of a plan once it is understood, of the plan as it stands or of what a scenario makes of it;
/// and what the money comes to, where that is asked for.
fn check_plan(
    plan: &Plan,
    sources: &SourceSet,
    rules: &[rule::Used],
    with_outcome: bool,
) -> (Report, Option<PlanOutcome>) {
    let ground = Ground::of(plan);
    let context = ground.context(plan, sources);
    let mut report = check::check(&context);
    let by_rules = rule::check(rules, &context);
    report.findings.extend(by_rules.findings);
    report.not_checked.extend(by_rules.not_checked);
    let Ground { flow, stated, .. } = &ground;
    let divided = !matches!(flow.payable, Payable::NotAsked | Payable::Undetermined(Why::TooLarge | Why::Internal(_)));
    let outcome = (with_outcome && divided).then(|| {
        let headrooms = flow::headrooms_with(plan, stated.fact_years, flow);
        PlanOutcome::of(plan, stated.fact_years, &flow.division, &headrooms)
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
