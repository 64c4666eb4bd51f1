//! Can everything be paid: the plan as a flow of money over time.

pub mod division;
pub mod headroom;

pub use division::{Asked, Demand, Division, Owner, Payment};
pub use headroom::{Headroom, Headrooms, Room};
