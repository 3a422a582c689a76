//! The parts of a page that know no domain.

pub(crate) mod browser;
#[cfg(feature = "ssr")]
pub(crate) mod server;
