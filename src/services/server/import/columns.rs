//! Which column holds which field: the mapping that comes with the program (`default.toml`), what a mapping file says
//! on top of it, and the header of the file.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::{
    read::Record,
    text::{clean, fold, is_nothing},
};
use crate::{content::server::read, locale::Text};

macro_rules! fields {
    ($($field:ident = $name:literal,)+) => {
        /// What a column may hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Field { $($field,)+ }

        impl Field {
            const ALL: &[(Self, &str)] = &[$((Self::$field, $name),)+];

            /// Its name in a mapping.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)+ }
            }
        }
    };
}

fields! {
    Id = "id", Category = "category", OtherCategories = "other_categories", Subtype = "subtype", Name = "name",
    Organisation = "organisation", OrganisationWebsite = "organisation_website", Description = "description",
    Addressed = "addressed", HowTo = "how_to", Needed = "needed", Achieved = "achieved", Times = "times", Cost = "cost",
    Access = "access", Conditions = "conditions", Address = "address", HouseNumber = "house_number", Cap = "cap",
    Comune = "comune", ComuneIstat = "comune_istat", Province = "province", Region = "region", Territory = "territory",
    Lat = "lat", Lon = "lon", Position = "position", Phone = "phone", Email = "email", Website = "website",
    Hours = "hours", Appointment = "appointment", Languages = "languages", Free = "free", Undocumented = "undocumented",
    Wheelchair = "wheelchair", Notes = "notes", Source = "source", SourceUrl = "source_url", Licence = "licence",
    RefDate = "ref_date",
}

impl Field {
    /// Whether line breaks mean something in it.
    const fn paragraphs(self) -> bool {
        matches!(
            self,
            Self::Description
                | Self::Addressed
                | Self::HowTo
                | Self::Needed
                | Self::Achieved
                | Self::Times
                | Self::Cost
                | Self::Access
                | Self::Conditions
                | Self::Hours
        )
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Headers {
    One(String),
    Many(Vec<String>),
}

/// A register, as a reader should see it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Register {
    pub(super) name: String,
    pub(super) url: Option<String>,
}

/// What words in the notes column mean.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) says: String,
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) conditions: Text,
}

/// A mapping file; `default.toml` explains its parts.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Mapping {
    columns: BTreeMap<String, Headers>,
    defaults: BTreeMap<String, String>,
    categories: BTreeMap<String, String>,
    sources: BTreeMap<String, Register>,
    notes: Vec<Note>,
}

impl Mapping {
    /// The built-in mapping, and a file on top of it. Fails if the file cannot be read or names a field that there is not.
    pub(super) fn read(file: Option<&Path>) -> Result<Self> {
        let mut mapping: Self = toml::from_str(include_str!("default.toml")).context("the built-in mapping")?;
        if let Some(file) = file {
            let own: Self = read(file)?;
            for field in own.columns.keys().chain(own.defaults.keys()) {
                if !Field::ALL.iter().any(|(_, name)| name == field) {
                    let names: Vec<&str> = Field::ALL.iter().map(|(_, name)| *name).collect();
                    bail!("{}: there is no field `{field}`; there are {}", file.display(), names.join(", "));
                }
            }
            mapping.columns.extend(own.columns);
            mapping.defaults.extend(own.defaults);
            mapping.categories.extend(own.categories);
            mapping.sources.extend(own.sources);
            mapping.notes.extend(own.notes);
        }
        Ok(mapping)
    }
}

/// Where a file has its fields.
pub(super) struct Columns {
    titles: Vec<String>,
    places: Vec<Vec<usize>>,
    defaults: Vec<Option<String>>,
    categories: HashMap<String, String>,
    /// Registers by what the file calls them.
    pub(super) sources: BTreeMap<String, Register>,
    /// What words in the notes mean.
    pub(super) notes: Vec<Note>,
    /// Columns that no field is read from.
    pub(super) ignored: Vec<String>,
}

impl Columns {
    /// Fails if there is no column for the name, or neither a column nor a default for the category.
    pub(super) fn new(header: &[Cow<'_, str>], mapping: Mapping) -> Result<Self> {
        let titles: Vec<String> = header.iter().map(|title| clean(title, false).0).collect();
        let folded: Vec<String> = titles.iter().map(|title| fold(title)).collect();
        let places: Vec<Vec<usize>> = Field::ALL
            .iter()
            .map(|(field, name)| {
                let wanted: &[String] = match mapping.columns.get(*name) {
                    Some(Headers::One(title)) => std::slice::from_ref(title),
                    Some(Headers::Many(titles)) => titles,
                    None => &[],
                };
                let found = wanted.iter().map(|title| fold(title)).flat_map(|title| {
                    folded.iter().enumerate().filter(move |(_, other)| **other == title).map(|(place, _)| place).collect::<Vec<_>>()
                });
                let mut found: Vec<usize> = found.collect();
                let mut seen = HashSet::new(); // "email" and "e-mail" are one header
                found.retain(|place| seen.insert(*place));
                if *field == Field::Id {
                    found.truncate(1);
                }
                found
            })
            .collect();
        let ignored = (0..titles.len()).filter(|place| !places.iter().any(|field| field.contains(place)));
        let ignored = ignored.filter_map(|place| titles.get(place).filter(|title| !title.is_empty()).cloned()).collect();
        let defaults = Field::ALL.iter().map(|(_, name)| mapping.defaults.get(*name).cloned()).collect();
        let categories = mapping.categories.into_iter().map(|(said, slug)| (fold(&said), slug)).collect();
        let this = Self { titles, places, defaults, categories, sources: mapping.sources, notes: mapping.notes, ignored };
        for field in [Field::Name, Field::Category] {
            if !this.has(field) && this.defaults[field as usize].is_none() {
                bail!(
                    "the header has no column for the {}; it has: {}. A mapping file (--mapping) can say which one it is, or give a default",
                    field.name(),
                    this.titles.join(", ")
                );
            }
        }
        Ok(this)
    }

    /// How many columns the header has.
    pub(super) fn len(&self) -> usize {
        self.titles.len()
    }

    /// Whether the file has a column for a field.
    pub(super) fn has(&self, field: Field) -> bool {
        !self.places[field as usize].is_empty()
    }

    /// What the file calls a field; the field's own name if it has no column for it.
    pub(super) fn title(&self, field: Field) -> &str {
        self.places[field as usize].first().map_or(field.name(), |place| &self.titles[*place])
    }

    /// The slug that a mapping gives to what the file says.
    pub(super) fn category(&self, said: &str) -> Option<&str> {
        self.categories.get(said).map(String::as_str)
    }

    /// The values of a field in a row, cleaned, the empty ones left out; each with whether something was dropped from it.
    pub(super) fn values<'a>(&'a self, record: &'a Record<'_>, field: Field) -> impl Iterator<Item = (String, bool)> + 'a {
        let cells = self.places[field as usize].iter().filter_map(|place| record.cells.get(*place));
        let mut found = cells
            .filter(|cell| !cell.is_empty())
            .map(move |cell| clean(cell, field.paragraphs()))
            .filter(|(value, _)| !is_nothing(value))
            .peekable();
        let default = if found.peek().is_none() { self.defaults[field as usize].clone() } else { None };
        found.chain(default.map(|value| (value, false)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &[&str]) -> Result<Columns> {
        Columns::new(&header.iter().map(|h| Cow::Borrowed(*h)).collect::<Vec<_>>(), Mapping::read(None).expect("the built-in mapping"))
    }

    #[test]
    fn headers_of_other_registers_are_known() {
        let columns = columns(&["Denominazione", "CATEGORIA", "Città", "Codice ISTAT", "sito-web", "Colore"]).expect("usable");
        let record = Record { line: 2, cells: ["X", "scuola", "Forlì", "040012", "", "blu"].map(Cow::Borrowed).to_vec() };
        let value = |field| columns.values(&record, field).next().map(|(value, _)| value);
        assert_eq!(
            [Field::Name, Field::Comune, Field::ComuneIstat].map(value),
            [Some("X".to_owned()), Some("Forlì".to_owned()), Some("040012".to_owned())]
        );
        assert_eq!(value(Field::Website), None);
        assert_eq!((columns.ignored.as_slice(), columns.category("biblioteca")), (&["Colore".to_owned()][..], Some("culture-library")));
    }

    #[test]
    fn a_header_without_name_or_category_is_not_usable() {
        assert!(columns(&["id", "categoria"]).is_err());
        assert!(columns(&["id", "nome"]).is_err());
    }

    #[test]
    fn every_field_is_in_the_built_in_mapping_and_the_other_way_round() {
        let mapping = Mapping::read(None).expect("the built-in mapping");
        let mut names: Vec<&str> = Field::ALL.iter().map(|(_, name)| *name).collect();
        names.sort_unstable();
        assert_eq!(names, mapping.columns.keys().map(String::as_str).collect::<Vec<_>>());
    }
}
