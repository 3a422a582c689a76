//! Places, and how they are recognised in a query.
//!
//! # Why
//! Italy has towns called Fondi, Sale and None. A name that is also a word counts as a place only where the sentence
//! treats it as one: after "a", "in", "comune di", at the end, or alone. A name that is nothing else is always a place.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{
    concepts::{Concepts, Rows},
    lang::{Lang, Script},
    model::{Level, Place, PlaceId, Position},
    stopwords::stop_langs,
    text::{Token, adjacent, tokens},
    vocabulary::{Near, Vocabulary},
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
    names: Vocabulary,
    /// Names without their case ending.
    loose: Vocabulary,
    named: Rows<PlaceId>,
    caps: HashMap<u32, PlaceId>,
}

/// A place found among the tokens of a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) place: PlaceId,
    /// Tokens of the name.
    pub(super) first: usize,
    pub(super) end: usize,
    /// First token to leave out of the words ("provincia di").
    pub(super) from: usize,
    /// Bytes of the name in the text.
    pub(super) bytes: std::ops::Range<usize>,
    pub(super) corrected: Option<(String, String)>,
    score: f32,
}

const LONGEST_NAME: usize = 7;
/// A town of this size is expected in a query even if its name is a word too.
const LARGE: u32 = 60_000;

impl Places {
    /// Takes the places in any order; a parent that is missing counts as the nation.
    #[must_use]
    pub fn new(list: Vec<Place>) -> Self {
        let codes: HashMap<String, PlaceId> =
            list.iter().zip(0..).map(|(place, n)| (place.code.clone(), PlaceId(n))).collect();
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
        let (names, loose) = (vocabulary(named), vocabulary(loose));
        self.names = names;
        self.loose = loose;
        self.named = rows;
    }

    fn row(&self, row: u64) -> &[PlaceId] {
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

    /// The place that a query names, if it names one.
    pub(super) fn recognise(&self, tokens: &[Token], lang: Lang, concepts: &Concepts, known: impl Fn(&str) -> bool) -> Option<Found> {
        let mut best: Option<Found> = None;
        let mut at = 0;
        while at < tokens.len() {
            let found = self.longest(tokens, at, lang, concepts);
            at = found.as_ref().map_or(at + 1, |found| found.end);
            keep(&mut best, found);
        }
        if best.is_none() {
            for at in 0..tokens.len() {
                keep(&mut best, self.misspelt(tokens, at, lang, concepts, &known));
            }
        }
        best
    }

    fn longest(&self, tokens: &[Token], at: usize, lang: Lang, concepts: &Concepts) -> Option<Found> {
        if let Some(id) = self.by_cap(&tokens[at].text) {
            return Some(Found { place: id, first: at, end: at + 1, from: at, bytes: span(tokens, at, at + 1), corrected: None, score: 5.0 });
        }
        let mut key = String::new();
        let mut longest = None;
        for end in at + 1..=tokens.len().min(at + LONGEST_NAME) {
            if end > at + 1 && !adjacent(&tokens[end - 2], &tokens[end - 1]) {
                key.push(' ');
            }
            let before = key.len();
            key.push_str(&tokens[end - 1].text);
            if let Some(row) = self.names.get(&key) {
                longest = Some((row, end, false));
            } else if let Some(row) = self.inflected(&key, before, &tokens[end - 1]) {
                longest = Some((row, end, true));
            }
            if !self.names.has_prefix(&key) {
                break;
            }
        }
        let (row, end, bent) = longest?;
        if tokens[at].script == Script::Han && longer_word(tokens, at) {
            return None;
        }
        let (wanted, from) = level_before(tokens, at);
        let places = self.row(row);
        let choose = |level| places.iter().copied().find(|id| self.level(*id) == level);
        let place = match wanted {
            Some(level) => choose(level).or_else(|| self.up_to(*places.first()?, level)),
            None => choose(Level::Comune).or_else(|| choose(Level::Province)).or_else(|| places.first().copied()),
        }?;
        let around = Around { tokens, at, end, lang, wanted: wanted.is_some(), bent };
        let score = self.plausible(place, &around, concepts)?;
        Some(Found { place, first: at, end, from, bytes: span(tokens, at, end), corrected: None, score })
    }

    fn by_cap(&self, word: &str) -> Option<PlaceId> {
        if word.len() != 5 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        self.caps.get(&word.parse().ok()?).copied()
    }

    /// The name behind a case ending or a preposition written together with it.
    fn inflected(&self, key: &str, last_word: usize, last: &Token) -> Option<u64> {
        match last.script {
            Script::Cyrillic => self.loose.get(&loosen(key)?),
            Script::Arabic if last_word == 0 => {
                let rest = key.strip_prefix(['ب', 'ل', 'و', 'ف', 'ك'])?;
                self.names.get(rest).filter(|_| rest.chars().count() >= 3).or_else(|| self.names.get(rest.strip_prefix("ال")?))
            }
            Script::Bengali => {
                const ENDINGS: [&str; 9] = ["োতে", "তে", "ের", "ে", "র", "তেও", "য", "কে", "এ"];
                let rests = ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending));
                rests.filter(|rest| rest.chars().count() >= 2).find_map(|rest| self.names.get(rest))
            }
            Script::Latin if last.text.len() >= 5 => {
                const ENDINGS: [&str; 7] = ["ului", "it", "in", "un", "s", "n", "t"];
                let rests = ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending));
                let large = |row: &u64| self.row(*row).first().and_then(|id| self.get(*id)).is_some_and(|p| p.population >= LARGE);
                rests.filter_map(|rest| self.names.get(rest)).find(large)
            }
            _ => None,
        }
    }

    /// How surely the tokens mean the place; `None` if they rather mean something else.
    fn plausible(&self, id: PlaceId, around: &Around<'_>, concepts: &Concepts) -> Option<f32> {
        let place = self.get(id)?;
        let Around { tokens, at, end, lang, wanted, bent } = *around;
        let name = &tokens[at].text;
        let single = end == at + 1;
        let whole = at == 0 && end == tokens.len();
        let last = end == tokens.len() || tokens[end..].iter().all(|token| is_near_word(&token.text));
        let located = wanted || located(tokens, at, lang);
        let short = single && name.chars().count() <= 3 && tokens[at].script != Script::Han;
        let stops = if single { stop_langs(name) } else { 0 };
        let uses = if single { concepts.uses(name) } else { 0 };
        let word = short || stops != 0 || place.common || uses > 0 || (bent && name.chars().count() <= 4);
        let large = place.capital || place.population >= LARGE || place.level < Level::Comune;
        let sure = if !word {
            true
        } else if whole || wanted {
            stops & (1 << lang as u16) == 0 || wanted
        } else if stops != 0 {
            // "como" is a word of Spanish, "a Como" is not.
            last && stops & (1 << lang as u16) == 0 && (large || located)
        } else if large {
            located || last || uses == 0
        } else {
            // A word that the thesaurus uses often stays a word: "in paese".
            located && last && uses < 3
        };
        let size = f32::from(u16::try_from(place.population / 64).unwrap_or(u16::MAX)) / 65_536.0;
        let score = |yes: bool, points: f32| if yes { points } else { 0.0 };
        sure.then(|| {
            score(located, 2.0) + score(last, 1.0) + score(!single, 0.5) + score(large, 0.5) + score(wanted, 1.0) + size
                - score(word, 1.0)
        })
    }

    /// A town's name with one typing error, if no other word explains the token.
    fn misspelt(&self, tokens: &[Token], at: usize, lang: Lang, concepts: &Concepts, known: impl Fn(&str) -> bool) -> Option<Found> {
        let token = &tokens[at];
        let letters = token.text.chars().count();
        if letters < 5 || token.script == Script::Han || !concepts.exact(&token.text).is_empty() || stop_langs(&token.text) != 0 {
            return None;
        }
        let located = located(tokens, at, lang);
        let mut senses = Vec::new();
        concepts.by_stem(&token.text, token.script, &mut senses);
        if !senses.is_empty() || known(&token.text) || (letters < 6 && !located) {
            return None;
        }
        let mut near: Vec<Near> = Vec::new();
        let mut spans = vec![(at, at + 1)];
        if at > 0 {
            spans.push((at - 1, at + 1));
        }
        if at + 1 < tokens.len() {
            spans.push((at, at + 2));
        }
        let mut best: Option<(u32, PlaceId, Near, (usize, usize))> = None;
        for (first, end) in spans.into_iter().rev() {
            let key = tokens[first..end].iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
            near.clear();
            self.names.near(&key, 1, true, &mut near);
            for near in near.drain(..) {
                let Some(id) = self.row(near.value).first().copied() else { continue };
                let Some(place) = self.get(id) else { continue };
                let enough = place.capital || place.population >= if located { 5_000 } else { 25_000 };
                if enough && !place.common && best.as_ref().is_none_or(|(size, ..)| place.population > *size) {
                    best = Some((place.population, id, near, (first, end)));
                }
            }
        }
        let (_, place, near, (first, end)) = best?;
        // A word of a need that is one error away is as good an explanation, unless the sentence asks for a place.
        if !located && first + 1 == end && concepts.corrected(&token.text, 1, &mut senses).is_some() && end != tokens.len() {
            return None;
        }
        let (_, from) = level_before(tokens, first);
        let corrected = Some((token.text.clone(), near.word));
        Some(Found { place, first, end, from, bytes: span(tokens, first, end), corrected, score: if located { 2.0 } else { 1.0 } })
    }
}

/// What stands around a candidate.
#[derive(Clone, Copy)]
struct Around<'a> {
    tokens: &'a [Token],
    at: usize,
    end: usize,
    lang: Lang,
    /// "provincia di" or the like stands before it.
    wanted: bool,
    /// Recognised only without its ending.
    bent: bool,
}

fn span(tokens: &[Token], first: usize, end: usize) -> std::ops::Range<usize> {
    tokens[first].start..tokens[end - 1].end
}

fn keep(best: &mut Option<Found>, found: Option<Found>) {
    if let Some(found) = found
        && best.as_ref().is_none_or(|best| found.score > best.score)
    {
        *best = Some(found);
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
fn loosen(key: &str) -> Option<String> {
    let last = key.chars().last()?;
    if Script::of(last) != Script::Cyrillic {
        return None;
    }
    const ENDINGS: [&str; 8] = ["ом", "ем", "ою", "ею", "єю", "ям", "ой", "ей"];
    let cut = ENDINGS.iter().find_map(|ending| key.strip_suffix(ending)).unwrap_or(key);
    let cut = cut.trim_end_matches(['а', 'е', 'и', 'і', 'о', 'у', 'ю', 'я', 'ы', 'ь', 'й', 'є', 'ї']);
    (cut.chars().count() >= 3).then(|| cut.to_owned())
}

/// "罗马" in "罗马尼亚" is not the town.
fn longer_word(tokens: &[Token], at: usize) -> bool {
    const LONGER: [&str; 2] = ["罗马尼亚", "罗马字"];
    LONGER.iter().any(|word| word.chars().enumerate().all(|(i, c)| tokens.get(at + i).is_some_and(|t| t.text.starts_with(c))))
}

/// Words that say "here follows a place", in the languages that put them before it.
fn located(tokens: &[Token], at: usize, lang: Lang) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|i| tokens[i].text.as_str());
    let Some(word) = before(1) else { return false };
    match word {
        // An article elsewhere.
        "a" => lang != Lang::En,
        "la" => lang == Lang::Ro,
        "ad" | "in" | "presso" | "vicino" | "zona" | "citta" | "comune" | "near" | "around" | "at" | "en" | "pres"
        | "cerca" | "langa" | "ne" | "afer" | "в" | "во" | "у" | "біля" | "около" | "возле" | "під" | "في" | "ب" | "قرب"
        | "在" | "town" | "city" | "ville" | "ciudad" | "город" | "городе" | "місто" | "місті" => true,
        "di" | "de" | "d" | "of" | "da" | "del" => {
            matches!(before(2), Some("comune" | "citta" | "zona" | "vicino" | "town" | "city" | "ville" | "ciudad" | "pres" | "cerca" | "municipio" | "commune"))
        }
        _ => false,
    }
}

/// Words that may follow a place without taking it its place at the end.
fn is_near_word(word: &str) -> bool {
    matches!(word, "centro" | "citta" | "provincia" | "italia" | "italy" | "مين" | "মধ্যে" | "市" | "的" | "附" | "近" | "nord" | "sud" | "est" | "ovest")
        || (word.len() == 2 && word.is_ascii())
}

/// The level that a word before the name asks for, and the first token that belongs to the expression.
fn level_before(tokens: &[Token], at: usize) -> (Option<Level>, usize) {
    let skip = usize::from(at > 1 && matches!(tokens[at - 1].text.as_str(), "di" | "de" | "of" | "del" | "du" | "e" | "i"));
    let Some(i) = at.checked_sub(skip + 1) else { return (None, at) };
    let level = match tokens[i].text.as_str() {
        "provincia" | "province" | "prov" | "провинция" | "провинции" | "провінція" | "провінції" | "область" | "области" | "مقاطعه"
        | "محافظه" | "صوبه" | "ضلع" | "judet" | "krahina" | "provinca" => Level::Province,
        "regione" | "region" | "regiunea" | "rajoni" | "регион" | "регіон" | "منطقه" => Level::Region,
        "comune" | "municipio" | "commune" | "bashkia" => Level::Comune,
        _ => return (None, at),
    };
    (Some(level), i)
}
