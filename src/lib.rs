//! pok: does a public spending plan hold?

pub mod check;
pub mod codes;
pub mod diagnostic;
pub mod model;
pub mod money;
pub mod outcome;
pub mod source;
pub mod syntax;
