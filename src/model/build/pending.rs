//! Items that later versions evaluate: their names are resolved, they are kept, and a note says so.

use super::Builder;
use super::declare::Allowed;
use super::expressions::Scope;
use super::names::{Wanted, What};
use super::once::{Word, word};
use super::small::Sums;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::model::entity::Entity;
use crate::model::plan::{Accepted, Pending};
use crate::source::{FileId, Place};
use crate::syntax::ast::{
    Change, Clause, Common, Expression, ExpressionKind, GoalClause, Name, Named, ReserveClause, ScenarioClause,
    SourceClause, Stage, Unspent,
};

impl Builder<'_> {
    /// Keeps accepted deviations.
    pub(super) fn accepted(&mut self, allows: Vec<Allowed>) {
        for Allowed { file, allow, on, within } in allows {
            let place = Place::new(file, allow.span);
            self.not_evaluated(place, ("allow", "accepteer"));
            let named = allow.on.and_then(|name| self.find(file, name, Wanted::ANY, Sums::NONE));
            let (on, within) = match named {
                Some(What::Entity(entity)) => (Some(entity), within),
                Some(What::Table(id)) => {
                    let table = self.plan.tables.get(id.0 as usize);
                    (on, table.map(|table| table.place(table.span)).or(within))
                }
                Some(What::Plan | What::Scenario | What::Unreadable) | None => (on, within),
            };
            if let Some(scenario) = allow.scenario {
                self.find(file, scenario, Wanted::SCENARIO, Sums::NONE);
            }
            let accepted = Accepted {
                code: self.text(file, allow.code.span).to_owned(),
                on,
                within,
                scenario: allow.scenario.map(|name| self.name(file, name.span).into_owned()),
                because: self.string(file, allow.because),
                by: allow.by.map(|by| self.string(file, by)),
                until: allow.until,
                place,
            };
            self.plan.accepted.push(accepted);
        }
    }

    /// Resolves the names in what is kept for later.
    pub(super) fn pending(&mut self, pending: Vec<Pending>) {
        for item in &pending {
            match item {
                Pending::Scenario(named, place) => {
                    self.not_evaluated(place_of_head(named, *place), ("scenario", "scenario"));
                    self.scenario(place.file, named);
                }
                Pending::UseRules(_, place) => self.not_evaluated(*place, ("use rules", "gebruik regels")),
                Pending::Pack(_, place) => self.not_evaluated(*place, ("pack", "pakket")),
                Pending::Parameter(_, place) => self.not_evaluated(*place, ("parameter", "parameter")),
                Pending::Rule(rule, place) => {
                    self.not_evaluated(Place::new(place.file, rule.name.span), ("rule", "regel"));
                }
                Pending::Test(test, place) => {
                    self.not_evaluated(Place::new(place.file, test.title.span), ("test", "toets"));
                }
            }
        }
        self.plan.pending = pending;
    }

    fn not_evaluated(&mut self, place: Place, item: Word) {
        self.findings.push(Diagnostic::new(&codes::NOT_EVALUATED, place).with("what", word(item)));
    }

    fn scenario(&mut self, file: FileId, named: &Named<ScenarioClause>) {
        self.reference(file, named.reference);
        for clause in &named.clauses {
            self.refer(file, clause.span, clause.reference.as_deref().copied());
            match &clause.kind {
                ScenarioClause::Set { target, .. } | ScenarioClause::Scale { target, .. } => self.target(file, target),
                ScenarioClause::DropGoal(goal) | ScenarioClause::ShiftGoal { goal, .. } => {
                    self.find(file, *goal, Wanted::GOAL, Sums::NONE);
                }
                ScenarioClause::OnlyGranted | ScenarioClause::Note(_) => {}
                ScenarioClause::Change(change) => self.change(file, change),
            }
        }
    }

    /// What a scenario sets: a measure.
    fn target(&mut self, file: FileId, target: &Expression) {
        let mut scope = Scope::new(file, Stage::Planned);
        let made = self.expression(&mut scope, target);
        let measure = matches!(&target.kind, ExpressionKind::Call { .. });
        if !measure && made.kind != crate::model::expression::Type::Broken {
            let needed = crate::diagnostic::Message::new("a-measure");
            self.needed(made.place, made.kind.words(), needed);
        }
    }

    fn change(&mut self, file: FileId, change: &Change) {
        let wanted = Wanted::PAYER.and(Wanted::GOAL);
        match self.entity(file, change.name, wanted, Sums::NONE) {
            Some(Entity::Source(_)) => change.source.iter().for_each(|clause| self.source_names(file, clause)),
            Some(Entity::Reserve(_)) => change.reserve.iter().for_each(|clause| self.reserve_names(file, clause)),
            Some(Entity::Goal(_)) => change.goal.iter().for_each(|clause| self.goal_names(file, clause)),
            Some(Entity::Theme(_) | Entity::Decision(_) | Entity::Document(_)) | None => {}
        }
    }

    fn mention(&mut self, file: FileId, name: Name, wanted: Wanted) {
        self.find(file, name, wanted, Sums::NONE);
    }

    fn common_names(&mut self, file: FileId, common: &Common) {
        match common {
            Common::Theme(name) => self.mention(file, *name, Wanted::THEME),
            Common::NeedsDecision(name) => self.mention(file, *name, Wanted::DECISION),
            Common::Nature(_) | Common::Owner(_) | Common::Account(_) | Common::Note(_) => {}
        }
    }

    fn source_names(&mut self, file: FileId, clause: &Clause<SourceClause>) {
        self.refer(file, clause.span, clause.reference.as_deref().copied());
        match &clause.kind {
            SourceClause::Unspent(Unspent::GoesTo(name)) => self.mention(file, *name, Wanted::RESERVE),
            SourceClause::Common(common) => self.common_names(file, common),
            _ => {}
        }
    }

    fn reserve_names(&mut self, file: FileId, clause: &Clause<ReserveClause>) {
        self.refer(file, clause.span, clause.reference.as_deref().copied());
        match &clause.kind {
            ReserveClause::Add { from: Some(name), .. } => self.mention(file, *name, Wanted::PAYER),
            ReserveClause::ReleaseTo(name) => self.mention(file, *name, Wanted::RESERVE),
            ReserveClause::Common(common) => self.common_names(file, common),
            _ => {}
        }
    }

    fn goal_names(&mut self, file: FileId, clause: &Clause<GoalClause>) {
        self.refer(file, clause.span, clause.reference.as_deref().copied());
        match &clause.kind {
            GoalClause::PaidBy(payers) => {
                for coverage in payers {
                    self.mention(file, coverage.payer, Wanted::PAYER);
                }
            }
            GoalClause::AtMost { from: name, .. } | GoalClause::RemainderOf { payer: name, .. } => {
                self.mention(file, *name, Wanted::PAYER);
            }
            GoalClause::FollowUpDecision(name) => self.mention(file, *name, Wanted::DECISION),
            GoalClause::Continues(name) => self.mention(file, *name, Wanted::GOAL),
            GoalClause::Common(common) => self.common_names(file, common),
            _ => {}
        }
    }
}

/// The head of a scenario, so that the note does not underline all of it.
fn place_of_head(named: &Named<ScenarioClause>, place: Place) -> Place {
    Place::new(place.file, named.head)
}
