//! Records that look like the same office twice: for a person to look at, never merged.

use std::collections::HashMap;

use super::{
    report::{Duplicate, Row},
    text::fold,
};
use crate::{content::server::Draft, locale::Lang, services::model::Service};

/// Gathers records by name, address and place. One without an address is not compared: "Biblioteca comunale" twice in
/// a town may well be two.
#[derive(Default)]
pub(super) struct Duplicates(HashMap<String, Duplicate>);

impl Duplicates {
    pub(super) fn add(&mut self, line: u64, draft: &Draft<Service>) {
        let Some((location, address)) = draft.fields.locations.iter().find_map(|l| Some((l, l.address.as_deref()?))) else { return };
        let name = draft.fields.name.get(Lang::SOURCE).map_or("", |(name, _)| name);
        let place = location.place.as_deref().unwrap_or_default();
        let group = self.0.entry(format!("{}|{}|{place}", fold(name), fold(address))).or_insert_with(|| Duplicate {
            name: name.to_owned(),
            address: address.to_owned(),
            place: place.to_owned(),
            rows: Vec::new(),
        });
        group.rows.push(Row { line, id: draft.source_id.clone() });
    }

    /// The groups of two and more, in the order of the file.
    pub(super) fn groups(self) -> Vec<Duplicate> {
        let mut groups: Vec<Duplicate> = self.0.into_values().filter(|group| group.rows.len() > 1).collect();
        groups.sort_by_key(|group| group.rows.first().map(|row| row.line));
        groups
    }
}
