//! Findings -> a SARIF 2.1.0 log, the form in which code scanning reads what tools have found.
//!
//! Each finding is a result, errors in reading too; a plan whose verdict is undecided without one is a result of the kind
//! *open*. What was not checked, left out or could not be read is a notification of the invocation.

mod log;
mod places;
mod results;
mod rules;

use super::json::object;
use super::unchecked::{Unchecked, unchecked_once};
use super::{Checked, RunNotes};
use crate::diagnostic::Severity;
use crate::kind::FileKind;
use log::{
    AutomationDetails, Configuration, Described, Descriptor, Driver, Invocation, Log, Notification, PlanProperties,
    Reference, Run, RunProperties, SCHEMA, Text, Tool,
};
use places::{BASE, location};
use results::results;
use rules::Rules;
use std::collections::BTreeMap;

/// The kinds of notifications, with the messages that describe them and say what to do.
const NOTIFICATIONS: [(&str, &str, &str, &str); 3] = [
    ("unread", "FileNotRead", "sarif-unread", "sarif-unread-help"),
    ("not-checked", "NotChecked", "sarif-not-checked", "sarif-undecided-help"),
    ("left-out", "LeftOut", "sarif-left-out", "sarif-left-out-help"),
];

/// The log, with a line end.
pub fn report(plans: &[Checked<'_>], run: RunNotes<'_>) -> String {
    let mut rules = Rules::of(plans, run.reader);
    let results = results(plans, &mut rules);
    let notifications = notifications(plans, run);
    let version = env!("CARGO_PKG_VERSION");
    let driver = Driver {
        name: "pok",
        version,
        semantic_version: version,
        information_uri: Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty()),
        short_description: Text::plain(run.reader.plain("sarif-pok")),
        rules: rules.into_descriptors(),
        notifications: if notifications.is_empty() { Vec::new() } else { kinds_of_notifications(run) },
    };
    let base = Described { description: Text::plain(run.reader.plain("sarif-root")) };
    let run = Run {
        tool: Tool { driver },
        invocations: [Invocation {
            execution_successful: run.unread.is_empty(),
            tool_execution_notifications: notifications,
        }],
        automation_details: AutomationDetails { id: "pok/" },
        language: run.reader.language().code(),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: BTreeMap::from([(BASE, base)]),
        results,
        properties: RunProperties { verdict: run.verdict.word(), plans: verdicts(plans) },
    };
    object(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// The word of the standard for a level.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn verdicts(plans: &[Checked<'_>]) -> Vec<PlanProperties> {
    let all = plans.iter().filter(|plan| plan.evaluation.kind != FileKind::Settings);
    let all = all.map(|plan| PlanProperties {
        file: plan.evaluation.sources.iter().next().map_or_else(String::new, |(_, file)| file.name().to_owned()),
        name: plan.evaluation.name.clone(),
        verdict: plan.evaluation.verdict.word(),
    });
    all.collect()
}

fn kinds_of_notifications(run: RunNotes<'_>) -> Vec<Descriptor> {
    let descriptor = |(id, name, message, help): (&str, &str, &str, &str)| Descriptor {
        id: id.to_owned(),
        name: name.to_owned(),
        short_description: Text::plain(run.reader.plain(message)),
        full_description: Some(Text::plain(run.reader.plain(message))),
        help: Some(Text::plain(run.reader.plain(help))),
        help_uri: None,
        default_configuration: Configuration { level: if id == "unread" { "error" } else { "warning" } },
    };
    NOTIFICATIONS.into_iter().map(descriptor).collect()
}

/// What keeps the run from saying everything about every plan.
fn notifications(plans: &[Checked<'_>], run: RunNotes<'_>) -> Vec<Notification> {
    let of_run = |id: &'static str, level: &'static str, sentence: &String| Notification {
        descriptor: reference(id),
        level,
        message: Text::plain(sentence.as_str()),
        locations: Vec::new(),
    };
    let mut all: Vec<Notification> = run.unread.iter().map(|sentence| of_run("unread", "error", sentence)).collect();
    for (plan, entries) in plans.iter().zip(unchecked_once(plans)) {
        all.extend(entries.into_iter().map(|Unchecked { sentence, place, clouds }| Notification {
            descriptor: reference("not-checked"),
            level: if clouds { "warning" } else { "note" },
            message: Text::plain(sentence),
            locations: vec![location(&plan.evaluation.sources, place)],
        }));
    }
    all.extend(run.left_out.iter().map(|sentence| of_run("left-out", "note", sentence)));
    all
}

fn reference(id: &'static str) -> Reference {
    Reference { id, index: NOTIFICATIONS.iter().position(|(known, ..)| *known == id).unwrap_or(0) }
}
