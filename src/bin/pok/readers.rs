//! For whom each plan is reported: the language of its messages and the findings that are shown, as the command line and
//! the project ask.

use super::output::say;
use super::project::{ProjectId, Projects};
use pok::diagnostic::Severity;
use pok::evaluation::Evaluation;
use pok::report::{Checked, Filter, Notation, Phrasebook, Renderer, short};
use pok::settings::RuleCodes;
use pok::syntax::ast::Language;
use std::collections::BTreeMap;

/// An evaluation with its project.
#[derive(Debug)]
pub(crate) struct Judged {
    /// What came out.
    pub(crate) evaluation: Evaluation,
    /// The project that it belongs to.
    pub(crate) project: Option<ProjectId>,
}

/// What readers of the plans of a run ask.
pub(crate) struct Readers {
    book: Phrasebook,
    /// The language that is asked for on the command line or in the surroundings.
    asked: Option<Language>,
    filter: Filter,
    projects: BTreeMap<ProjectId, (Option<Language>, Filter)>,
}

impl Readers {
    /// What the command line asks, and below it what each project asks.
    pub(crate) fn new(asked: Option<Language>, filter: Filter, projects: &Projects) -> Self {
        let each = projects.iter();
        let each = each.map(|(id, settings)| (id, (settings.language, filter.with_levels(&settings.levels))));
        let projects = each.collect();
        Self { book: Phrasebook::default(), asked, filter, projects }
    }

    /// A plan with its reader.
    pub(crate) fn checked<'a>(&'a self, Judged { evaluation, project }: &'a Judged) -> Checked<'a> {
        let project = project.as_ref().and_then(|id| self.projects.get(id));
        let language = self.asked.or(project.and_then(|(language, _)| *language)).unwrap_or(evaluation.language);
        let notation = Notation { currency: evaluation.currency, years: evaluation.year_style };
        let filter = project.map_or(&self.filter, |(_, filter)| filter);
        Checked { evaluation, renderer: Renderer::new(self.book.words(language), notation), filter }
    }

    /// Who reads what is said about the run as a whole: the reader of the first plan.
    pub(crate) fn of_run(&self, plans: &[Checked<'_>]) -> Renderer<'_> {
        let first = plans.first().map(|plan| plan.renderer.language()).or(self.asked).or_else(|| {
            let mut languages = self.projects.values().filter_map(|(language, _)| *language);
            languages.next()
        });
        Renderer::new(self.book.words(first.unwrap_or_default()), Notation::default())
    }
}

/// Says what cannot be read in the project files, for commands that report on something else; whether there is any.
pub(crate) fn say_mistakes(asked: Option<Language>, projects: &mut Projects) -> bool {
    let mut settings = projects.evaluations(|_| RuleCodes::default());
    for Judged { evaluation, .. } in &mut settings {
        evaluation.findings.retain(|finding| finding.severity() == Severity::Error);
    }
    let readers = Readers::new(asked, Filter::default(), projects);
    let text = short::report(&settings.iter().map(|judged| readers.checked(judged)).collect::<Vec<_>>());
    say(&text);
    !text.is_empty()
}
