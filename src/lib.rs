//! pok: does a public spending plan hold?

pub mod codes;
pub mod diagnostic;
pub mod evaluation;
pub mod load;
pub mod money;
pub mod pipeline;
pub mod report;
pub mod source;
pub mod syntax;
