//! Places: a country as a tree, with its names in every language.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{
    concepts::Rows,
    lang::{Lang, Script},
    model::{Level, Place, PlaceId, Position},
    text::tokens,
    vocabulary::Vocabulary,
};

/// All places, by number, by code and by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Places {
    list: Vec<Place>,
    codes: HashMap<String, PlaceId>,
    parents: Vec<Option<PlaceId>>,
    /// Rank of each place in a walk from the nation down, each region followed by all that lies in it.
    rank: Vec<u32>,
    /// One past the rank of the last place inside.
    last: Vec<u32>,
    /// Folded names; the number is a row of `named`.
    pub(super) names: Vocabulary,
    /// Names without their case ending.
    pub(super) loose: Vocabulary,
    named: Rows<PlaceId>,
    pub(super) caps: HashMap<u32, PlaceId>,
}

impl Places {
    /// Takes the places in any order; a parent that is missing counts as the nation.
    #[must_use]
    pub fn new(list: Vec<Place>) -> Self {
        let codes: HashMap<String, PlaceId> = list.iter().zip(0..).map(|(place, n)| (place.code.clone(), PlaceId(n))).collect();
        let nation = list.iter().position(|place| place.level == Level::Nation).map(number);
        let parents: Vec<Option<PlaceId>> = list
            .iter()
            .map(|place| {
                let known = place.parent.as_ref().and_then(|code| codes.get(code).copied());
                known.filter(|parent| list[parent.0 as usize].level < place.level).or(match place.level {
                    Level::Nation => None,
                    _ => nation,
                })
            })
            .collect();
        let mut places = Self { list, codes, parents, ..Self::default() };
        places.walk();
        places.read_names();
        places
    }

    /// The place with this ISTAT code (or `IT`).
    #[must_use]
    pub fn find(&self, code: &str) -> Option<PlaceId> {
        self.codes.get(code).copied()
    }

    /// The place of a number given by this `Places`.
    #[must_use]
    pub fn get(&self, id: PlaceId) -> Option<&Place> {
        self.list.get(id.0 as usize)
    }

    /// The place around a place.
    #[must_use]
    pub fn parent(&self, id: PlaceId) -> Option<PlaceId> {
        self.parents.get(id.0 as usize).copied().flatten()
    }

    /// The name in a language, or the Italian one, or any.
    #[must_use]
    pub fn name(&self, id: PlaceId, lang: Lang) -> &str {
        let names = self.get(id).map_or(&[][..], |place| &place.names);
        let of = |lang| names.iter().find(|(known, _)| *known == lang);
        of(lang).or_else(|| of(Lang::It)).or_else(|| names.first()).map_or("", |(_, name)| name)
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// No place at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn level(&self, id: PlaceId) -> Level {
        self.get(id).map_or(Level::Nation, |place| place.level)
    }

    pub(super) fn position(&self, id: PlaceId) -> Option<Position> {
        self.get(id).and_then(|place| place.position)
    }

    pub(super) fn rank(&self, id: PlaceId) -> u32 {
        self.rank.get(id.0 as usize).copied().unwrap_or(u32::MAX)
    }

    /// Ranks of a place and of all that lies in it.
    pub(super) fn within(&self, id: PlaceId) -> std::ops::Range<u32> {
        let start = self.rank(id);
        start..self.last.get(id.0 as usize).copied().unwrap_or(start)
    }

    /// The place of this level that a place is or lies in.
    pub(super) fn up_to(&self, mut id: PlaceId, level: Level) -> Option<PlaceId> {
        while self.level(id) > level {
            id = self.parent(id)?;
        }
        (self.level(id) == level).then_some(id)
    }

    fn walk(&mut self) {
        let mut order: Vec<u32> = (0..self.list.len()).map(|n| number(n).0).collect();
        let path = |n: u32| {
            let mut path = vec![n];
            let mut at = PlaceId(n);
            while let Some(parent) = self.parents[at.0 as usize] {
                path.push(parent.0);
                at = parent;
            }
            path.reverse();
            path
        };
        order.sort_by_cached_key(|n| path(*n));
        self.rank = vec![0; order.len()];
        self.last = vec![0; order.len()];
        for (rank, n) in (0..).zip(&order) {
            self.rank[*n as usize] = rank;
            self.last[*n as usize] = rank + 1;
        }
        for n in order.iter().rev() {
            if let Some(parent) = self.parents[*n as usize] {
                self.last[parent.0 as usize] = self.last[parent.0 as usize].max(self.last[*n as usize]);
            }
        }
    }

    fn read_names(&mut self) {
        let mut named: BTreeMap<String, Vec<PlaceId>> = BTreeMap::new();
        let mut loose: BTreeMap<String, Vec<PlaceId>> = BTreeMap::new();
        for (n, place) in self.list.iter().enumerate() {
            let id = number(n);
            for (_, name) in &place.names {
                for key in spellings(name, place.level) {
                    if let Some(stem) = loosen(&key) {
                        add(&mut loose, stem, id);
                    }
                    add(&mut named, key, id);
                }
            }
            for cap in &place.caps {
                let known = self.caps.entry(*cap).or_insert(id);
                if self.list[known.0 as usize].population < place.population {
                    *known = id;
                }
            }
        }
        let mut rows = Rows::default();
        let mut next = 0;
        let mut vocabulary = |from: BTreeMap<String, Vec<PlaceId>>| {
            let mut words = BTreeMap::new();
            for (key, mut ids) in from {
                ids.sort_by_key(|id| std::cmp::Reverse(importance(&self.list[id.0 as usize])));
                rows.push(ids);
                words.insert(key, next);
                next += 1;
            }
            Vocabulary::new(&words)
        };
        let exact = vocabulary(named);
        self.loose = vocabulary(loose);
        self.names = exact;
        self.named = rows;
    }

    pub(super) fn row(&self, row: u64) -> &[PlaceId] {
        self.named.get(usize::try_from(row).unwrap_or(usize::MAX))
    }

    /// Places whose name begins like this, most important first.
    pub(super) fn completions(&self, prefix: &str, limit: usize) -> Vec<PlaceId> {
        let mut found: Vec<PlaceId> = Vec::new();
        self.names.prefixed(prefix, |_, row| {
            found.extend(self.row(row).first());
            found.len() < 2000
        });
        found.sort_by_key(|id| std::cmp::Reverse(self.get(*id).map(importance)));
        found.dedup();
        found.truncate(limit);
        found
    }
}

fn number(n: usize) -> PlaceId {
    PlaceId(u32::try_from(n).unwrap_or(u32::MAX))
}

fn importance(place: &Place) -> (bool, u32) {
    (place.capital || place.level < Level::Comune, place.population)
}

fn add(to: &mut BTreeMap<String, Vec<PlaceId>>, key: String, id: PlaceId) {
    let ids = to.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

/// The ways a name is written: whole, each half of a bilingual one, without its little words ("Reggio Emilia").
fn spellings(name: &str, level: Level) -> Vec<String> {
    const LITTLE: [&str; 12] = ["di", "del", "dell", "della", "dei", "degli", "nell", "nel", "in", "d", "l", "sul"];
    let mut keys = Vec::new();
    let halves = name.split('/').chain(name.contains('/').then_some(name));
    for half in halves {
        let words: Vec<String> = tokens(half).into_iter().map(|token| token.text).collect();
        let joiner = if words.first().is_some_and(|w| w.chars().next().is_some_and(|c| Script::of(c) == Script::Han)) { "" } else { " " };
        let bare: Vec<&str> = words.iter().map(String::as_str).filter(|word| !LITTLE.contains(word)).collect();
        if bare.len() > 1 || words.len() == 1 {
            keys.push(bare.join(joiner));
        }
        keys.push(words.join(joiner));
    }
    if level == Level::Region {
        keys.extend(name.split('-').filter(|part| part.chars().count() >= 5).map(super::concepts::fold_text));
    }
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

/// A Cyrillic name without its case ending.
pub(super) fn loosen(key: &str) -> Option<String> {
    const ENDINGS: [&str; 8] = ["ом", "ем", "ою", "ею", "єю", "ям", "ой", "ей"];
    let last = key.chars().last()?;
    if Script::of(last) != Script::Cyrillic {
        return None;
    }
    let cut = ENDINGS.iter().find_map(|ending| key.strip_suffix(ending)).unwrap_or(key);
    let cut = cut.trim_end_matches(['а', 'е', 'и', 'і', 'о', 'у', 'ю', 'я', 'ы', 'ь', 'й', 'є', 'ї']);
    (cut.chars().count() >= 3).then(|| cut.to_owned())
}
