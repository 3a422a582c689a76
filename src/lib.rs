//! Portolano: a portal through which a newcomer to a country finds help on a cheap phone, and through which a
//! ministry, regions and associations publish together.
//!
//! | room | what is in it |
//! |---|---|
//! | [`territory`] | nation, regions, provinces, comuni |
//! | [`services`] | the services, their hours, search page, import, public API |
//! | [`topics`] | the 25 needs that services answer |
//! | [`regions`] | a page for each territory |
//! | [`portal`] | home page, fixed texts, forms, errors |
//! | [`content`] | the registry of content kinds and their store |
//! | [`search`] | the engine: no I/O, runs on the server and in a browser |
//! | [`locale`] | languages |
//! | `ui` | pieces of markup and the browser; knows no domain |
//! | `server` | configuration, database, router, cache: wires the rooms together |
//!
//! In every room `server` is what runs on the server only; the rest compiles for the browser too.

// A page's markup is one nested type.
#![recursion_limit = "512"]

pub mod content;
pub mod locale;
pub mod portal;
pub mod regions;
pub mod search;
#[cfg(feature = "ssr")]
pub mod server;
pub mod services;
pub mod territory;
pub mod topics;
mod ui;

/// Starts the islands of a page; the script beside the islands calls it once.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
