//! The published forms of the JSON that pok writes (JSON Schema 2020-12).

/// Of `pok eval --format json`.
pub const OUTCOME: &str = include_str!("../../schema/outcome.schema.json");
/// Of `pok check --format json`.
pub const CHECK: &str = include_str!("../../schema/check.schema.json");
