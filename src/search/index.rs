//! The index: segments of documents, the places and concepts they share, and what was deleted since.

use std::{ops::Range, sync::Arc};

use super::{
    concepts::Concepts,
    lang::{Lang, Script},
    model::{Document, Outcome, Query, Suggestion},
    places::Places,
    rank,
    segment::Segment,
    suggest,
};

/// The searchable whole: immutable, cheap to clone and to change.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) places: Arc<Places>,
    pub(super) concepts: Arc<Concepts>,
    pub(super) parts: Vec<Part>,
    /// Codes of the languages spoken, by bit.
    pub(super) languages: Arc<Vec<String>>,
}

/// A segment and its tombstones.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) segment: Arc<Segment>,
    pub(super) deleted: Arc<Deleted>,
}

/// Documents of a segment that are no longer there.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct Deleted {
    bits: Vec<u64>,
    count: usize,
}

impl Deleted {
    pub(super) fn contains(&self, doc: usize) -> bool {
        self.bits.get(doc / 64).is_some_and(|bits| bits & (1 << (doc % 64)) != 0)
    }

    /// The stretches of a range that are still there.
    pub(super) fn gaps(&self, range: Range<usize>, mut each: impl FnMut(Range<usize>)) {
        let mut start = range.start;
        if self.count > 0 {
            for word in range.start / 64..=range.end / 64 {
                let mut bits = self.bits.get(word).copied().unwrap_or_default();
                while bits != 0 {
                    let doc = word * 64 + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    if range.contains(&doc) {
                        each(start..doc);
                        start = doc + 1;
                    }
                }
            }
        }
        each(start..range.end);
    }

    fn insert(&mut self, doc: usize) {
        if self.bits.len() <= doc / 64 {
            self.bits.resize(doc / 64 + 1, 0);
        }
        let bit = 1 << (doc % 64);
        if self.bits[doc / 64] & bit == 0 {
            self.bits[doc / 64] |= bit;
            self.count += 1;
        }
    }
}

impl Part {
    fn live(&self) -> usize {
        self.segment.len().saturating_sub(self.deleted.count)
    }

    /// Kept with its documents, so that it can be merged with others of its kind.
    fn mergeable(&self) -> bool {
        self.segment.source.len() == self.segment.len()
    }
}

impl Index {
    /// Builds an index. Documents with the same id: the last one wins.
    #[must_use]
    pub fn new(places: Places, concepts: Concepts, mut documents: Vec<Document>) -> Self {
        documents.reverse();
        documents.sort_by_key(|doc| doc.id);
        documents.dedup_by_key(|doc| doc.id);
        let mut languages = Vec::new();
        let segment = Segment::new(documents, &places, &mut languages, false);
        let part = Part { segment: Arc::new(segment), deleted: Arc::default() };
        Self { places: Arc::new(places), concepts: Arc::new(concepts), parts: vec![part], languages: Arc::new(languages) }
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The name of a service, as it was indexed.
    #[must_use]
    pub fn name_of(&self, id: &[u8; 16]) -> Option<&str> {
        self.parts.iter().rev().find_map(|part| {
            let doc = part.segment.find(id).filter(|doc| !part.deleted.contains(*doc as usize))?;
            Some(part.segment.name(doc))
        })
    }

    /// How many services are searchable.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(Part::live).sum()
    }

    /// No service at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A rough count of the bytes that the services take in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.parts.iter().map(|part| part.segment.bytes()).sum()
    }

    /// How many documents lie outside the first segment or are deleted in it. When this is a tenth of [`Index::len`],
    /// a new index built from the store is smaller and faster.
    #[must_use]
    pub fn drift(&self) -> usize {
        let later: usize = self.parts.iter().skip(1).map(|part| part.segment.len()).sum();
        later + self.parts.first().map_or(0, |part| part.deleted.count)
    }

    /// Answers a query.
    #[must_use]
    pub fn search(&self, query: &Query<'_>) -> Outcome {
        rank::search(self, query)
    }

    /// Ways to go on typing, best first.
    #[must_use]
    pub fn suggest(&self, text: &str, lang: Lang, limit: usize) -> Vec<Suggestion> {
        suggest::suggest(self, text, lang, limit)
    }

    /// The same index without `removed` and with `added` (an id that is already there is replaced). Milliseconds: the
    /// new documents make a small segment, and small segments of like size are merged.
    #[must_use]
    pub fn with_changes(&self, removed: &[[u8; 16]], mut added: Vec<Document>) -> Self {
        let mut index = self.clone();
        added.reverse();
        added.sort_by_key(|doc| doc.id);
        added.dedup_by_key(|doc| doc.id);
        for id in removed.iter().chain(added.iter().map(|doc| &doc.id)) {
            for part in &mut index.parts {
                if let Some(doc) = part.segment.find(id) {
                    Arc::make_mut(&mut part.deleted).insert(doc as usize);
                }
            }
        }
        while let Some(last) = index.parts.pop_if(|part| part.mergeable() && part.segment.len() <= 2 * added.len() + 16) {
            let kept = last.segment.source.iter().zip(0..).filter(|(_, doc)| !last.deleted.contains(*doc));
            added.extend(kept.map(|(doc, _)| doc.clone()));
        }
        if !added.is_empty() {
            let languages = Arc::make_mut(&mut index.languages);
            let segment = Segment::new(added, &index.places, languages, true);
            index.parts.push(Part { segment: Arc::new(segment), deleted: Arc::default() });
        }
        index
    }

    /// The same services with other topics or another thesaurus. Costs nothing.
    #[must_use]
    pub fn with_concepts(&self, concepts: Concepts) -> Self {
        Self { concepts: Arc::new(concepts), ..self.clone() }
    }

    /// In how many services a word stands.
    pub(super) fn frequency(&self, word: &str, script: Script) -> usize {
        self.parts.iter().map(|part| part.segment.postings(word, script).len()).sum()
    }

    /// Documents of all segments together, deleted ones included.
    pub(super) fn capacity(&self) -> usize {
        self.parts.iter().map(|part| part.segment.len()).sum()
    }
}
