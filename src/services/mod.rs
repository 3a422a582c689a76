//! Services: what an office does, for whom, where, and when it is open.

pub mod hours;
pub mod island;
pub mod model;
#[cfg(feature = "ssr")]
pub mod server;
