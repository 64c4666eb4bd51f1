//! Can everything be paid: the plan as a flow of money over time.

mod answer;
mod attain;
mod blocked;
mod conflict;
mod cost;
mod deal;
pub mod division;
mod graph;
pub mod headroom;
mod network;
mod problem;
mod solve;
mod verify;

pub use answer::{Answer, BoundKindName, Conflict, Cost, Kept, Means, Misfit, MoneyKind, Payable, Why, answer};
pub use attain::attains;
pub use blocked::{Blocked, Reason};
pub use division::{Asked, Demand, Division, Owner, Payment};
pub use headroom::{Headroom, Headrooms, OpenRoom, Room, headroom_of, headrooms, headrooms_with, open_rooms};
pub use problem::{Change, Item, Scope};
