//! The gazetteer: every comune, province, region and territory of `content/territory/`, in memory.

use std::{collections::HashMap, path::Path};

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::Territory;
use crate::{
    content::server::read,
    locale::{Lang, Text},
    search::{self, Level, Place, Position},
};

/// A place by its ISTAT code.
#[derive(Debug, Clone)]
struct Entry {
    level: Level,
    parent: Option<String>,
    name: String,
    /// The province's two letters, for a province and its comuni.
    sigla: String,
    names: Vec<(Lang, String)>,
    position: Option<Position>,
    caps: Vec<u32>,
    population: u32,
    capital: bool,
    /// Its name is also an ordinary word.
    common: bool,
}

/// Every place, and how to find one.
pub struct Gazetteer {
    entries: HashMap<String, Entry>,
    /// Codes by folded name and sigla, for files that name a comune without its code.
    by_name: HashMap<String, Vec<String>>,
    changes: HashMap<String, String>,
    territories: Vec<Territory>,
    /// The codes, in the order of the files.
    order: Vec<String>,
}

#[derive(Deserialize)]
struct TerritoryFile {
    territory: Vec<TerritoryRow>,
}

#[derive(Deserialize)]
struct TerritoryRow {
    slug: String,
    region_code: String,
    province_code: Option<String>,
    site: String,
    immigration_url: Option<String>,
    immigration_title: Option<String>,
    names: Text,
}

#[derive(Deserialize)]
struct ProvinceRow {
    code: String,
    sigla: String,
    name: String,
    region_code: String,
    capital_istat: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

#[derive(Deserialize)]
struct ComuneRow {
    istat: String,
    name: String,
    name_other: String,
    province: String,
    caps: String,
    lat: Option<f64>,
    lon: Option<f64>,
    population: Option<u32>,
    common: Option<u8>,
}

#[derive(Deserialize)]
struct ChangeRow {
    old: String,
    new: String,
}

#[derive(Deserialize)]
struct NameRow {
    code: String,
    lang: String,
    name: String,
}

/// The nation's own code.
pub const NATION: &str = "IT";

impl Gazetteer {
    /// Reads the files of `content/territory/`.
    pub fn read(content: &Path) -> Result<Self> {
        let dir = content.join("territory");
        let file: TerritoryFile = read(&dir.join("territories.toml"))?;
        let mut names: HashMap<String, Vec<(Lang, String)>> = HashMap::new();
        for row in rows::<NameRow>(&dir.join("names.csv"))? {
            if let Ok(lang) = row.lang.parse() {
                names.entry(row.code).or_default().push((lang, row.name));
            }
        }
        let mut territories = Vec::new();
        let mut entries = HashMap::new();
        let mut order = Vec::new(); // the engine's places keep the order of the files
        let mut add = |code: String, entry: Entry| {
            order.push(code.clone());
            entries.insert(code, entry);
        };
        let italy = names.get(NATION).and_then(|all| all.iter().find(|(lang, _)| *lang == Lang::SOURCE));
        let italy = italy.map_or("Italia", |(_, name)| name).to_owned();
        add(NATION.to_owned(), Entry::new(Level::Nation, None, italy));
        for row in file.territory {
            let code = row.province_code.clone().unwrap_or_else(|| row.region_code.clone());
            names.entry(code.clone()).or_default().extend(row.names.iter().map(|(lang, name)| (lang, name.to_owned())));
            let name = row.names.get(Lang::SOURCE).map_or(row.slug.as_str(), |(name, _)| name).to_owned();
            if row.province_code.is_none() {
                add(row.region_code.clone(), Entry::new(Level::Region, Some(NATION.to_owned()), name));
            }
            territories.push(Territory {
                slug: row.slug,
                code,
                names: row.names,
                site: row.site,
                portal: row.immigration_url.filter(|url| !url.is_empty()).map(|url| {
                    let title = row.immigration_title.filter(|title| !title.is_empty()).unwrap_or_else(|| url.clone());
                    (url, title)
                }),
            });
        }
        // The region that consists of the two autonomous provinces has no page, but it has a name.
        add("04".to_owned(), Entry::new(Level::Region, Some(NATION.to_owned()), "Trentino-Alto Adige".to_owned()));
        let mut capitals = Vec::new();
        let mut siglas = HashMap::new();
        for row in rows::<ProvinceRow>(&dir.join("provinces.csv"))? {
            capitals.push(row.capital_istat);
            siglas.insert(row.code.clone(), row.sigla.clone());
            let entry = Entry {
                sigla: row.sigla,
                position: position(row.lat, row.lon),
                ..Entry::new(Level::Province, Some(row.region_code), row.name)
            };
            add(row.code, entry);
        }
        for row in rows::<ComuneRow>(&dir.join("comuni.csv"))? {
            if !row.name_other.is_empty() {
                names.entry(row.istat.clone()).or_default().push((Lang::SOURCE, row.name_other));
            }
            let sigla = siglas.get(&row.province).cloned().with_context(|| format!("{} names no province", row.istat))?;
            let entry = Entry {
                sigla,
                position: position(row.lat, row.lon),
                caps: row.caps.split_whitespace().filter_map(|cap| cap.parse().ok()).collect(),
                population: row.population.unwrap_or(0),
                capital: capitals.contains(&row.istat),
                common: row.common == Some(1),
                ..Entry::new(Level::Comune, Some(row.province), row.name)
            };
            add(row.istat, entry);
        }
        for (code, names) in names {
            if let Some(entry) = entries.get_mut(&code) {
                entry.names = names;
            }
        }
        let mut by_name: HashMap<String, Vec<String>> = HashMap::new();
        for code in order.iter().filter(|code| code.len() == 6) {
            let entry = &entries[code];
            let others = entry.names.iter().filter(|(lang, _)| *lang == Lang::SOURCE).map(|(_, name)| name);
            for name in std::iter::once(&entry.name).chain(others) {
                by_name.entry(fold(name)).or_default().push(code.clone());
            }
        }
        let changes = rows::<ChangeRow>(&dir.join("changes.csv"))?.into_iter().map(|row| (row.old, row.new)).collect();
        Ok(Self { entries, by_name, changes, territories, order })
    }

    /// The same places, as the search engine takes them.
    pub fn places(&self) -> Vec<Place> {
        let place = |(code, entry): (&String, &Entry)| {
            let others = entry.names.iter().filter(|(_, name)| *name != entry.name);
            let others = others.filter_map(|(lang, name)| Some((search::Lang::from_code(lang.code())?, name.clone())));
            Place {
                code: code.clone(),
                level: entry.level,
                parent: entry.parent.clone(),
                names: std::iter::once((search::Lang::It, entry.name.clone())).chain(others).collect(),
                caps: entry.caps.clone(),
                position: entry.position,
                population: entry.population,
                capital: entry.capital,
                common: entry.common,
            }
        };
        self.order.iter().filter_map(|code| self.entries.get_key_value(code)).map(place).collect()
    }

    /// The 21 territories, in the order of the file.
    pub fn territories(&self) -> &[Territory] {
        &self.territories
    }

    /// A territory by its name in addresses.
    pub fn territory(&self, slug: &str) -> Option<&Territory> {
        self.territories.iter().find(|t| t.slug == slug)
    }

    /// The territory that a place lies in.
    pub fn territory_of(&self, code: &str) -> Option<&Territory> {
        let around: Vec<&str> = self.around(code).collect();
        self.territories.iter().find(|t| around.contains(&t.code.as_str()))
    }

    /// A place and those around it, the smallest first.
    pub fn around<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::successors(self.entries.get_key_value(code), |(_, entry)| self.entries.get_key_value(entry.parent.as_deref()?))
            .map(|(code, _)| code.as_str())
    }

    /// The name of a place in a language, or in Italian.
    pub fn name(&self, code: &str, lang: Lang) -> Option<&str> {
        let entry = self.entries.get(code)?;
        Some(entry.names.iter().find(|(other, _)| *other == lang && lang != Lang::SOURCE).map_or(&entry.name, |(_, name)| name))
    }

    /// The two letters of the province that a place is or lies in.
    pub fn sigla(&self, code: &str) -> Option<&str> {
        self.entries.get(code).map(|entry| entry.sigla.as_str()).filter(|sigla| !sigla.is_empty())
    }

    /// A province by its two letters or its name.
    pub fn province(&self, text: &str) -> Option<String> {
        let name = fold(text);
        let is_it = |entry: &Entry| entry.level == Level::Province && (entry.sigla.eq_ignore_ascii_case(text) || fold(&entry.name) == name);
        self.order.iter().find(|code| is_it(&self.entries[*code])).cloned()
    }

    /// How large a place is.
    pub fn level(&self, code: &str) -> Option<Level> {
        self.entries.get(code).map(|entry| entry.level)
    }

    /// The code in force of a comune, from a code of any year or, failing that, its name and the province's letters.
    pub fn resolve(&self, istat: &str, name: &str, sigla: &str) -> Option<&str> {
        let mut code = istat;
        // A code that changed twice is found in two steps.
        for _ in 0..4 {
            if let Some((code, _)) = self.entries.get_key_value(code) {
                return Some(code);
            }
            match self.changes.get(code) {
                Some(new) => code = new,
                None => break,
            }
        }
        self.by_name(name, sigla)
    }

    /// A comune by its name; `None` if there is none or, without the province, more than one.
    pub fn by_name(&self, name: &str, sigla: &str) -> Option<&str> {
        let codes = self.by_name.get(&fold(name))?;
        let mut fitting = codes.iter().filter(|code| sigla.is_empty() || self.sigla(code).is_some_and(|s| s.eq_ignore_ascii_case(sigla)));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first.as_str())
    }
}

impl Entry {
    fn new(level: Level, parent: Option<String>, name: String) -> Self {
        Self {
            level,
            parent,
            name,
            sigla: String::new(),
            names: Vec::new(),
            position: None,
            caps: Vec::new(),
            population: 0,
            capital: false,
            common: false,
        }
    }
}

fn position(lat: Option<f64>, lon: Option<f64>) -> Option<Position> {
    lat.zip(lon).map(|(lat, lon)| Position { lat, lon })
}

/// A name without case, accents and punctuation.
fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    name.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn rows<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("reading {}", path.display()))?;
    reader.deserialize().collect::<Result<_, _>>().with_context(|| format!("in {}", path.display()))
}
