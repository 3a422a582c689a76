//! The home page, the fixed texts, the forms and the errors.

#[cfg(feature = "ssr")]
pub mod server;
