//! A part of the index: columns and postings of some documents, written once and never changed.
//!
//! # Why
//! Documents are kept in the order category, place (region, province, comune as in a walk through the country), best
//! first. So "this category in this place" is one stretch of every column, found by two binary searches, and counting
//! its facets is a walk through contiguous memory.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use serde::{Deserialize, Serialize};

use super::{
    concepts::Rows,
    lang::{Lang, Script},
    model::{CategoryId, Document, Level},
    places::Places,
    stem::stem,
    stopwords::stop_langs,
    text::{Token, tokens, units},
    vocabulary::{Near, Vocabulary},
};

/// No place, no area.
pub(super) const NONE: u32 = u32::MAX;

/// What is known about the yes-or-no questions, two bits each: 0 unknown, 1 no, 2 yes.
pub(super) const FREE: u8 = 0;
pub(super) const UNDOCUMENTED: u8 = 2;
const NATIONAL: u8 = 1 << 7;

/// A document in which a term stands, and how much it says there: 128 and more in the name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Posting {
    pub(super) doc: u32,
    pub(super) impact: u8,
}

/// Immutable columns of some documents.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Segment {
    pub(super) ids: Vec<[u8; 16]>,
    pub(super) category: Vec<u8>,
    /// Main and other categories as bits.
    pub(super) categories: Vec<u32>,
    pub(super) place: Vec<u32>,
    /// Rank of the place in [`Places`].
    pub(super) rank: Vec<u32>,
    /// The province (or what is larger) it lies in: what facets count.
    pub(super) area: Vec<u16>,
    /// Places that `area` numbers.
    pub(super) areas: Vec<u32>,
    pub(super) lat: Vec<f32>,
    pub(super) lon: Vec<f32>,
    /// Whether `lat` and `lon` are its own, not those of its comune.
    pub(super) exact: Vec<bool>,
    pub(super) flags: Vec<u8>,
    pub(super) speaks: Vec<u64>,
    pub(super) hours: Vec<u32>,
    pub(super) weight: Vec<u8>,
    names: String,
    name_ends: Vec<u32>,
    /// Categories of any document, as bits.
    present: u32,
    /// First document of each category, and one past the last.
    starts: Vec<u32>,
    /// Documents that have a category besides their main one.
    also: Vec<u32>,
    /// Documents that serve the whole country.
    nationals: Vec<u32>,
    by_id: Vec<u32>,
    words: Vocabulary,
    postings: Rows<Posting>,
    /// The documents themselves, in a segment small enough to be merged.
    pub(super) source: Vec<Document>,
}

impl Segment {
    /// Builds a segment. `languages` gives each language code its bit and learns new ones, up to 64.
    pub(super) fn new(mut documents: Vec<Document>, places: &Places, languages: &mut Vec<String>, keep_source: bool) -> Self {
        documents.sort_by_cached_key(|doc| {
            let rank = doc.place.map_or(NONE, |place| places.rank(place));
            (doc.category, rank, !doc.national, u8::MAX - doc.weight, doc.id)
        });
        let mut segment = Self::default();
        let mut areas: HashMap<u32, u16> = HashMap::new();
        let mut writer = Writer::default();
        for (doc, number) in documents.iter().zip(0..) {
            segment.push(doc, places, languages, &mut areas);
            writer.document(doc, number);
        }
        segment.starts = (0..=CategoryId::LIMIT)
            .map(|category| number(segment.category.partition_point(|known| usize::from(*known) < category)))
            .collect();
        segment.by_id = (0..number(documents.len())).collect();
        segment.by_id.sort_unstable_by_key(|doc| segment.ids[*doc as usize]);
        (segment.words, segment.postings) = writer.finish();
        if keep_source {
            segment.source = documents;
        }
        segment
    }

    fn push(&mut self, doc: &Document, places: &Places, languages: &mut Vec<String>, areas: &mut HashMap<u32, u16>) {
        let mut categories = doc.category.bit();
        for category in &doc.also {
            categories |= category.bit();
        }
        if categories != doc.category.bit() {
            self.also.push(number(self.ids.len()));
        }
        if doc.national {
            self.nationals.push(number(self.ids.len()));
        }
        self.present |= categories;
        self.ids.push(doc.id);
        self.category.push(u8::try_from(doc.category.index()).unwrap_or_default());
        self.categories.push(categories);
        self.place.push(doc.place.map_or(NONE, |place| place.0));
        self.rank.push(doc.place.map_or(NONE, |place| places.rank(place)));
        let area = doc.place.and_then(|place| places.up_to(place, Level::Province).or(Some(place))).map_or(NONE, |area| area.0);
        let next = u16::try_from(areas.len()).unwrap_or(u16::MAX);
        let slot = *areas.entry(area).or_insert(next);
        if slot == next && self.areas.len() <= usize::from(slot) {
            self.areas.push(area);
        }
        self.area.push(slot);
        let position = doc.position.or_else(|| doc.place.and_then(|place| places.position(place)));
        #[expect(clippy::cast_possible_truncation, reason = "a coordinate needs no more than a metre")]
        let (lat, lon) = position.map_or((f32::NAN, f32::NAN), |at| (at.lat as f32, at.lon as f32));
        self.lat.push(lat);
        self.lon.push(lon);
        self.exact.push(doc.position.is_some());
        let flag = |known: Option<bool>, at: u8| known.map_or(0, |yes| 1 + u8::from(yes)) << at;
        let national = if doc.national { NATIONAL } else { 0 };
        self.flags.push(flag(doc.free, FREE) | flag(doc.undocumented, UNDOCUMENTED) | national);
        let mut speaks = 0;
        for code in &doc.speaks {
            let bit = languages.iter().position(|known| known == code).or_else(|| {
                (languages.len() < 64).then(|| {
                    languages.push(code.clone());
                    languages.len() - 1
                })
            });
            speaks |= bit.map_or(0, |bit| 1_u64 << bit);
        }
        self.speaks.push(speaks);
        self.hours.push(doc.hours);
        self.weight.push(doc.weight);
        self.names.push_str(&doc.name);
        self.name_ends.push(number(self.names.len()));
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether any document has one of these categories.
    pub(super) fn has(&self, categories: u32) -> bool {
        self.present & categories != 0
    }

    pub(super) fn find(&self, id: &[u8; 16]) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(id, |doc| self.ids[*doc as usize]).ok()?;
        self.by_id.get(at).copied()
    }

    pub(super) fn name(&self, doc: u32) -> &str {
        let doc = doc as usize;
        let start = doc.checked_sub(1).map_or(0, |before| self.name_ends[before] as usize);
        self.names.get(start..self.name_ends[doc] as usize).unwrap_or_default()
    }

    pub(super) fn national(&self, doc: usize) -> bool {
        Self::national_flag(self.flags[doc])
    }

    pub(super) const fn national_flag(flags: u8) -> bool {
        flags & NATIONAL != 0
    }

    /// Documents whose main category is this one.
    pub(super) fn of_category(&self, category: usize) -> Range<usize> {
        match (self.starts.get(category), self.starts.get(category + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The part of a category that lies within the ranks of a place.
    pub(super) fn within(&self, docs: Range<usize>, ranks: &Range<u32>) -> Range<usize> {
        let column = &self.rank[docs.clone()];
        let start = column.partition_point(|rank| *rank < ranks.start);
        let end = column.partition_point(|rank| *rank < ranks.end);
        docs.start + start..docs.start + end
    }

    /// Documents with a further category besides their main one.
    pub(super) fn also(&self) -> &[u32] {
        &self.also
    }

    /// Those of them that lie in a range.
    pub(super) fn also_in(&self, docs: &Range<usize>) -> &[u32] {
        let at = |doc: usize| self.also.partition_point(|known| (*known as usize) < doc);
        &self.also[at(docs.start)..at(docs.end)]
    }

    /// Documents that serve the whole country.
    pub(super) fn nationals(&self) -> &[u32] {
        &self.nationals
    }

    /// Where a word stands: as typed, or by its stem.
    pub(super) fn postings(&self, word: &str, script: Script) -> &[Posting] {
        if let Some(term) = self.words.get(word) {
            return self.row(term);
        }
        for lang in script.langs() {
            let stem = stem(*lang, word);
            // Short stems of one language are other words in the next.
            if (*lang == Lang::It || stem.chars().count() >= 4)
                && let Some(term) = self.words.get(&stem)
            {
                return self.row(term);
            }
        }
        &[]
    }

    pub(super) fn row(&self, term: u64) -> &[Posting] {
        self.postings.get(usize::try_from(term).unwrap_or(usize::MAX))
    }

    /// Terms within some typing errors of a word.
    pub(super) fn near(&self, word: &str, errors: u8, found: &mut Vec<Near>) {
        self.words.near(word, errors, true, found);
    }

    /// Terms that begin like this, at most `limit`.
    pub(super) fn begun(&self, word: &str, limit: usize, terms: &mut Vec<u64>) {
        let mut seen = 0;
        self.words.prefixed(word, |_, term| {
            if !terms.contains(&term) {
                terms.push(term);
            }
            seen += 1;
            seen < limit
        });
    }

    /// A rough count of the bytes it holds.
    pub(super) fn bytes(&self) -> usize {
        self.len() * (16 + 1 + 4 + 4 + 4 + 2 + 4 + 4 + 1 + 1 + 8 + 4 + 1 + 4 + 4)
            + self.names.len()
            + self.words.bytes()
            + self.postings.bytes()
            + self.source.len() * 600
    }
}

pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Gathers postings.
#[derive(Default)]
struct Writer {
    /// Each word and stem, and its term.
    words: HashMap<String, u32>,
    postings: Vec<Vec<Posting>>,
    /// Terms of the document at hand with their impact.
    current: HashMap<u32, u8>,
}

impl Writer {
    fn document(&mut self, doc: &Document, number: u32) {
        self.field(Lang::It, &doc.name, 255, 160);
        for (lang, text) in &doc.other_texts {
            self.field(*lang, text, 127, 96);
        }
        self.field(Lang::It, &doc.organisation, 100, 60);
        self.field(Lang::It, &doc.body, 70, 40);
        for (term, impact) in self.current.drain() {
            self.postings[term as usize].push(Posting { doc: number, impact });
        }
    }

    /// Words of one field: a word in a short name says more than one in a long text.
    fn field(&mut self, lang: Lang, text: &str, most: u8, least: u8) {
        let tokens = tokens(text);
        let length = u8::try_from(tokens.len()).unwrap_or(u8::MAX);
        let impact = most.saturating_sub(length.saturating_mul(5)).max(least);
        units(&tokens, |word| self.word(lang, word, impact));
    }

    fn word(&mut self, lang: Lang, word: &str, impact: u8) {
        if word.len() < 2 || stop_langs(word) & (1 << lang as u16) != 0 {
            return;
        }
        let term = match self.words.get(word) {
            Some(term) => *term,
            None => self.learn(lang, word),
        };
        let known = self.current.entry(term).or_default();
        *known = impact.max(*known);
    }

    /// A new word shares the term of its stem.
    fn learn(&mut self, lang: Lang, word: &str) -> u32 {
        let next = number(self.postings.len());
        let term = *self.words.entry(stem(lang, word).into_owned()).or_insert(next);
        if term == next {
            self.postings.push(Vec::new());
        }
        self.words.insert(word.to_owned(), term);
        term
    }

    fn finish(self) -> (Vocabulary, Rows<Posting>) {
        let words: BTreeMap<String, u64> = self.words.into_iter().map(|(word, term)| (word, u64::from(term))).collect();
        let mut rows = Rows::default();
        for row in self.postings {
            rows.push(row);
        }
        (Vocabulary::new(&words), rows)
    }
}

/// Words of a query that can be looked up in documents: no Chinese character alone unless it stands alone.
pub(super) fn searchable(tokens: &[Token]) -> Vec<(String, Script)> {
    let mut out = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let next = tokens.get(i + 1).filter(|next| super::text::adjacent(token, next));
        let after = i > 0 && super::text::adjacent(&tokens[i - 1], token);
        match (token.script, next) {
            (Script::Han, Some(next)) => out.push((format!("{}{}", token.text, next.text), Script::Han)),
            (Script::Han, None) if after => {}
            _ => out.push((token.text.clone(), token.script)),
        }
    }
    out
}
