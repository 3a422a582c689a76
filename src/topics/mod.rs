//! The 25 needs that services answer: a page for each.

#[cfg(feature = "ssr")]
pub mod server;
