//! The store of content, and the seed that a new portal starts with.

mod batch;
mod parts;
mod seed;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use seed::{Phrase, read_topics, thesaurus};
pub(crate) use seed::{read, sorted};
pub use store::{Applied, Change, Draft, Outcome, Store, id_of};
