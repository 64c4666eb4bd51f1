//! pok: does a public spending plan hold?

pub mod codes;
pub mod diagnostic;
pub mod model;
pub mod money;
pub mod source;
pub mod syntax;
