//! What every engine is given and gives back.

use std::path::Path;

use anyhow::Result;

/// As many categories as the portal's engine can hold.
pub const CATEGORIES: usize = 32;
/// How many results are asked for.
pub const LIMIT: usize = 20;

/// What an engine that knows nothing of services is fed.
pub struct Record {
    pub category: u8,
    pub name: String,
    pub organisation: String,
    pub body: String,
}

/// One search, as `end2end/bench/queries.mjs` writes it.
#[derive(Default)]
pub struct Search {
    pub lang: String,
    pub text: String,
    pub category: Option<u8>,
    pub place: String,
    pub near: Option<(f64, f64)>,
    pub open: bool,
    pub free: bool,
    pub speaks: Option<String>,
}

/// What an engine found.
pub struct Found {
    /// The categories of the best results, best first.
    pub first: Vec<u8>,
    pub total: u64,
    /// How many results each category has.
    pub counts: [u64; CATEGORIES],
}

/// A search engine, filled.
pub trait Engine {
    fn search(&mut self, search: &Search) -> Result<Found>;
}

/// The bytes of everything in a folder.
pub fn size(folder: &Path) -> Result<u64> {
    std::fs::read_dir(folder)?.try_fold(0, |sum, entry| Ok(sum + entry?.metadata()?.len()))
}

/// The words of a text, as a person would count them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
