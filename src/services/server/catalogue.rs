//! The services as the search engine holds them, with their snapshot on disk.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context as _, Result};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::{
    content::{Id, Item, State},
    locale::Lang,
    search::{self, CategoryId, Concepts, Document, Index, Places, Position},
    services::{hours::Schedule, model::Service},
};

/// The index, and the distinct opening hours that its documents point to.
#[derive(Clone)]
pub(crate) struct Catalogue {
    pub(crate) index: Index,
    hours: Hours,
    /// The newest change it knows of.
    pub(crate) seq: i64,
}

/// Distinct opening hours; number 0 stands for "unknown".
#[derive(Clone, Default, Serialize, Deserialize)]
struct Hours {
    /// As JSON, which compares and hashes as the schedules do.
    table: Vec<String>,
    #[serde(skip)]
    numbers: HashMap<String, u32>,
    #[serde(skip)]
    schedules: Vec<Schedule>,
}

/// What stands on disk beside the database.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    seq: i64,
    hours: Vec<String>,
    index: Vec<u8>,
    /// Of the bytes above; the index guards its own.
    check: u32,
}

impl Hours {
    fn number(&mut self, schedule: Option<&Schedule>) -> u32 {
        let Some(schedule) = schedule.filter(|s| s.is_known()) else { return 0 };
        let json = serde_json::to_string(schedule).unwrap_or_default();
        if let Some(number) = self.numbers.get(&json) {
            return *number;
        }
        self.push(json, schedule.clone())
    }

    fn push(&mut self, json: String, schedule: Schedule) -> u32 {
        self.table.push(json.clone());
        self.schedules.push(schedule);
        let number = u32::try_from(self.table.len()).unwrap_or(0);
        self.numbers.insert(json, number);
        number
    }

    fn from_table(table: Vec<String>) -> Result<Self> {
        let mut hours = Self::default();
        for json in table {
            let schedule = serde_json::from_str(&json).context("opening hours in the snapshot")?;
            hours.push(json, schedule);
        }
        Ok(hours)
    }
}

/// The engine's number of a category, from the topics in their order.
pub(crate) fn category(categories: &[String], slug: &str) -> Option<CategoryId> {
    categories.iter().position(|c| c == slug).and_then(|n| u8::try_from(n).ok()).map(CategoryId)
}

fn document(item: &Item<Service>, categories: &[String], places: &Places, hours: &mut Hours) -> Option<Document> {
    let service = &item.fields;
    let text = |lang: Lang| {
        let parts = [&service.name, &service.description, &service.addressed, &service.how_to];
        parts.iter().filter_map(|text| text.exactly(lang)).collect::<Vec<_>>().join("\n")
    };
    let addresses = service.locations.iter().filter_map(|l| l.address.as_deref());
    let body = [service.subtype.as_str()]
        .into_iter()
        .chain(addresses)
        .chain(service.description.exactly(Lang::SOURCE))
        .collect::<Vec<_>>()
        .join("\n");
    let others = Lang::all().filter(|lang| *lang != Lang::SOURCE);
    Some(Document {
        id: item.id.0,
        category: category(categories, &service.category)?,
        also: service.also.iter().filter_map(|slug| category(categories, slug)).collect(),
        name: service.name.get(Lang::SOURCE)?.0.to_owned(),
        organisation: service.organisation.as_ref().map(|o| o.name.clone()).unwrap_or_default(),
        body,
        other_texts: others
            .filter_map(|lang| Some((search::Lang::from_code(lang.code())?, text(lang))))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        place: service.place().and_then(|code| places.find(code)),
        position: service.position().map(|(lat, lon)| Position { lat, lon }),
        free: service.free,
        undocumented: service.undocumented,
        speaks: service.languages.clone(),
        hours: hours.number(service.schedule.as_ref()),
        national: service.locations.is_empty(),
        weight: service.weight(),
    })
}

/// A catalogue in the making.
pub(crate) struct Builder {
    categories: Vec<String>,
    places: Places,
    hours: Hours,
    documents: Vec<Document>,
}

impl Builder {
    /// An empty one.
    pub(crate) fn new(categories: Vec<String>, places: Places) -> Self {
        Self { categories, places, hours: Hours::default(), documents: Vec::new() }
    }

    /// Takes a service in.
    pub(crate) fn add(&mut self, item: &Item<Service>) {
        self.documents.extend(document(item, &self.categories, &self.places, &mut self.hours));
    }

    /// The catalogue, which knows every change up to `seq`.
    pub(crate) fn finish(self, concepts: Concepts, seq: i64) -> Catalogue {
        Catalogue { index: Index::new(self.places, concepts, self.documents), hours: self.hours, seq }
    }
}

impl Catalogue {
    /// The same with items as they are now; those withdrawn go.
    pub(crate) fn with_changes(&self, ids: &[Id], items: &[Item<Service>], categories: &[String], seq: i64) -> Self {
        let mut hours = self.hours.clone();
        let published = items.iter().filter(|item| item.state == State::Published);
        let added: Vec<_> = published.filter_map(|item| document(item, categories, self.index.places(), &mut hours)).collect();
        let removed: Vec<_> = ids.iter().map(|id| id.0).collect();
        Self { index: self.index.with_changes(&removed, added), hours, seq }
    }

    /// For each number of opening hours: open at a moment?
    pub(crate) fn open_states(&self, now: DateTime) -> Vec<Option<bool>> {
        let known = self.hours.schedules.iter().map(|schedule| schedule.status(now).map(|s| s.open));
        std::iter::once(None).chain(known).collect()
    }

    /// Reads the snapshot, if it is of this program, this content and this state of the database.
    pub(crate) fn read(file: &Path, seq: i64, fingerprint: u64) -> Result<Self> {
        let bytes = fs::read(file)?;
        let snapshot: Snapshot = postcard::from_bytes(&bytes).context("the snapshot is damaged")?;
        anyhow::ensure!(snapshot.check == check(&snapshot), "the snapshot is damaged");
        anyhow::ensure!(snapshot.seq == seq, "the snapshot is of change {}, the database at {seq}", snapshot.seq);
        let index = Index::from_bytes(&snapshot.index, fingerprint)?;
        Ok(Self { index, hours: Hours::from_table(snapshot.hours)?, seq })
    }

    /// Writes the snapshot beside the old one, and then in its place.
    pub(crate) fn write(&self, file: &Path, fingerprint: u64) -> Result<()> {
        let mut snapshot = Snapshot { seq: self.seq, hours: self.hours.table.clone(), index: self.index.to_bytes(fingerprint)?, check: 0 };
        snapshot.check = check(&snapshot);
        let new = file.with_extension("new");
        fs::write(&new, postcard::to_stdvec(&snapshot)?).with_context(|| format!("writing {}", new.display()))?;
        fs::rename(&new, file).with_context(|| format!("writing {}", file.display()))
    }
}

fn check(snapshot: &Snapshot) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&snapshot.seq.to_le_bytes());
    for hours in &snapshot.hours {
        hasher.update(hours.as_bytes());
    }
    hasher.finalize()
}
