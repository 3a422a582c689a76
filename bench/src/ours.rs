//! The portal's own engine: everything it does for a results page, filters and their counts included.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use portolano::search::{CategoryId, Index, Lang, Position, Query};

use crate::engine::{CATEGORIES, Engine, Found, LIMIT, Search};

/// Any number does: the snapshot is read back by who wrote it.
const FINGERPRINT: u64 = 1;

pub struct Ours {
    index: Index,
    /// Of fifty sorts of opening hours: a third unknown, a third open.
    open: Vec<Option<bool>>,
}

impl Ours {
    pub fn write(index: &Index, folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join("snapshot"), index.to_bytes(FINGERPRINT)?)?)
    }

    pub fn open(folder: &Path) -> Result<Self> {
        let index = Index::from_bytes(&fs::read(folder.join("snapshot"))?, FINGERPRINT)?;
        Ok(Self { index, open: (0..50).map(|n| (n % 3 != 0).then_some(n % 3 == 1)).collect() })
    }
}

impl Engine for Ours {
    fn search(&mut self, search: &Search) -> Result<Found> {
        let outcome = self.index.search(&Query {
            category: search.category.map(CategoryId),
            place: self.index.places().find(&search.place),
            near: search.near.map(|(lat, lon)| Position { lat, lon }),
            open_states: &self.open,
            open: search.open,
            free: search.free,
            speaks: search.speaks.as_deref(),
            limit: LIMIT,
            ..Query::new(&search.text, Lang::from_code(&search.lang).context("a language")?)
        });
        let topics = outcome.topics.iter().map(|topic| topic.category.0);
        let services = outcome.hits.iter().map(|hit| hit.category.0);
        let first = if outcome.services_first { services.chain(topics).collect() } else { topics.chain(services).collect() };
        let mut counts = [0; CATEGORIES];
        for (category, count) in &outcome.facets.categories {
            counts[usize::from(category.0) % CATEGORIES] = u64::from(*count);
        }
        Ok(Found { first, total: outcome.total as u64, counts })
    }
}
