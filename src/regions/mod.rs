//! The pages of the territories.

#[cfg(feature = "ssr")]
pub mod server;
