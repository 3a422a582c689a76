//! Portolano: a portal through which a newcomer to a country finds help on a cheap phone.

pub mod locale;
pub mod services;
mod ui;

/// Starts the islands of a page; the script beside the islands calls it once.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
