//! The kinds of content. Nothing outside names one but the domain whose pages show it.

mod topic;

pub use topic::{Source, Topic};
