//! Services on the server: the index, the pages, the public API and the importer.

pub mod api;
mod card;
mod catalogue;
pub(crate) mod endpoints;
mod feedback;
pub(crate) mod hsds;
pub mod import;
mod page;
mod params;
mod results;
mod seed;

pub(crate) use card::{Card, card};
pub(crate) use catalogue::{Builder, Catalogue, category};
pub(crate) use feedback::missed;
pub(crate) use page::{qr, service};
pub(crate) use params::Params;
pub(crate) use results::{results, results_fragment, saved, saved_fragment, suggest_fragment};
pub use seed::read_services;
