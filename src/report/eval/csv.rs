//! An outcome -> CSV (RFC 4180), long form: one amount per row, in machine notation.

use super::{Shown, Wanted};
use crate::overview::Overview;
use crate::report::Checked;
use csv::{Terminator, Writer, WriterBuilder};
use serde_json::{Value, json};

/// The columns.
const COLUMNS: [&str; 7] = ["plan", "scenario", "section", "name", "year", "measure", "amount"];

/// All plans in one table with a head. An amount that is not known is empty.
pub fn report(plans: &[Checked<'_>], wanted: Wanted<'_>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many columns as the head.
    let _ = writer.write_record(COLUMNS);
    for plan in plans {
        let shown = Shown::new(plan, wanted);
        if let Some(outcome) = shown.outcome {
            let head = [plan.evaluation.name.as_deref().unwrap_or(""), shown.scenario.unwrap_or("")];
            rows(&mut writer, head, &outcome.overview);
        }
    }
    writer.into_inner().map(|bytes| String::from_utf8(bytes).unwrap_or_default()).unwrap_or_default()
}

fn rows(writer: &mut Writer<Vec<u8>>, head: [&str; 2], overview: &Overview) {
    let sections = [
        ("sources", json!(overview.source_forms())),
        ("reserves", json!(overview.reserve_forms())),
        ("goals", json!(overview.goal_forms(&overview.goals))),
        ("themes", json!(overview.goal_forms(&overview.themes))),
        ("totals", json!({ "": overview.total_forms() })),
    ];
    for (section, names) in &sections {
        for (name, years) in entries(names) {
            for (year, measures) in entries(years) {
                for (measure, amount) in entries(measures) {
                    for (measure, amount) in amounts(measure, amount) {
                        let _ = writer.write_record([head[0], head[1], section, name, year, &measure, amount]);
                    }
                }
            }
        }
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// The amounts under a measure: its own, or one for each payer.
fn amounts<'a>(measure: &str, value: &'a Value) -> Vec<(String, &'a str)> {
    match value {
        Value::Object(payers) => {
            let of =
                |(payer, amount): (&String, &'a Value)| (format!("{measure}:{payer}"), amount.as_str().unwrap_or(""));
            payers.iter().map(of).collect()
        }
        Value::Bool(_) => Vec::new(),
        other => vec![(measure.to_owned(), other.as_str().unwrap_or(""))],
    }
}
