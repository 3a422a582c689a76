//! How well each service matches the very words of a query.

#![expect(clippy::cast_precision_loss, reason = "counts of documents are far below 2^24")]

use super::{
    concepts::Familiarity,
    index::Index,
    lang::Script,
    query::Understood,
    segment::{number, searchable},
    stopwords::{is_negation, stop_langs},
    vocabulary::Near,
};

/// Most words of a query that are looked up in services.
const MOST_WORDS: usize = 16;

/// What one service matched.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Match {
    pub(super) score: f32,
    /// Words found anywhere, and words found in its name, as bits.
    pub(super) words: u16,
    pub(super) named: u16,
}

/// Matches of all services, in memory that is used again for the next query.
#[derive(Debug, Default)]
pub(super) struct Matches {
    all: Vec<Match>,
    /// Services that matched anything, by their number in the whole index.
    pub(super) touched: Vec<u32>,
    /// Rarity of each word.
    idf: Vec<f32>,
    /// Words that narrow the search: not those that a large part of all services have.
    rare: u16,
    /// Words that no concept explains.
    pub(super) unexplained: u16,
    total: f32,
    /// Coverage of every set of words, when there are few words.
    sums: Vec<f32>,
}

/// With more words than this, coverage is added up when it is asked for.
const FEW: usize = 8;

impl Matches {
    /// Looks the words up.
    pub(super) fn find(&mut self, index: &Index, understood: &Understood) {
        for doc in self.touched.drain(..) {
            if let Some(known) = self.all.get_mut(doc as usize) {
                *known = Match::default();
            }
        }
        self.all.resize(index.capacity(), Match::default());
        self.idf.clear();
        self.rare = 0;
        self.unexplained = 0;
        let words = searchable(&understood.tokens);
        let words: Vec<_> = words
            .into_iter()
            .filter(|(word, script)| (word.len() > 1 || *script == Script::Other) && stop_langs(word) == 0 && !is_negation(word))
            .take(MOST_WORDS)
            .collect();
        let documents = index.capacity().max(1) as f32;
        for (bit, (word, script)) in words.iter().enumerate() {
            let last = bit + 1 == words.len();
            let familiarity = understood.tokens.iter().position(|token| token.text == *word).map(|at| understood.familiarity[at]);
            let known = familiarity.unwrap_or(Familiarity::Exact);
            let found = self.word(index, word, *script, bit, last, known);
            let idf = if found == 0 { (1.0 + documents).ln() * 0.5 } else { (1.0 + documents / found as f32).ln() };
            self.idf.push(idf);
            if found as f32 <= (documents / 20.0).max(50.0) {
                self.rare |= 1 << bit;
            }
            if known < Familiarity::Stem {
                self.unexplained |= 1 << bit;
            }
        }
        self.total = self.idf.iter().sum::<f32>().max(f32::EPSILON);
        self.sums.clear();
        if self.idf.len() <= FEW {
            for words in 0..=self.every() {
                let sum = self.sum(words);
                self.sums.push(sum);
            }
        }
    }

    /// Adds the services of one word; returns how many have it.
    fn word(&mut self, index: &Index, word: &str, script: Script, bit: usize, last: bool, known: Familiarity) -> usize {
        let exact = index.frequency(word, script);
        let mut base = 0;
        let mut found = 0;
        for part in &index.parts {
            let segment = &part.segment;
            if exact > 0 {
                found += self.add(segment.postings(word, script), base, bit, exact, 1.0);
            } else if script != Script::Han && known < Familiarity::Stem && word.len() >= 3 {
                let mut terms = Vec::new();
                if last {
                    segment.begun(word, 24, &mut terms);
                }
                if terms.is_empty() && word.chars().count() >= 5 {
                    let mut near: Vec<Near> = Vec::new();
                    segment.near(word, 1, &mut near);
                    near.truncate(8);
                    terms.extend(near.into_iter().map(|near| near.value));
                }
                for term in terms {
                    let row = segment.row(term);
                    found += self.add(row, base, bit, row.len(), 0.7);
                }
            }
            base += number(segment.len());
        }
        found
    }

    fn add(&mut self, row: &[super::segment::Posting], base: u32, bit: usize, frequency: usize, trust: f32) -> usize {
        let weight = trust * (1.0 + self.all.len() as f32 / frequency.max(1) as f32).ln() / 255.0;
        for posting in row {
            let doc = base + posting.doc;
            let Some(matched) = self.all.get_mut(doc as usize) else { continue };
            if matched.words == 0 {
                self.touched.push(doc);
            }
            matched.score += weight * f32::from(posting.impact);
            matched.words |= 1 << bit;
            if posting.impact >= 128 {
                matched.named |= 1 << bit;
            }
        }
        row.len()
    }

    pub(super) fn get(&self, doc: u32) -> Match {
        self.all.get(doc as usize).copied().unwrap_or_default()
    }

    /// No word was looked up.
    pub(super) fn no_words(&self) -> bool {
        self.idf.is_empty()
    }

    /// All words, as bits.
    fn every(&self) -> u16 {
        u16::try_from((1_u32 << self.idf.len().min(MOST_WORDS)) - 1).unwrap_or(u16::MAX)
    }

    /// The part of the query, weighed by rarity, that these words are.
    pub(super) fn coverage(&self, words: u16) -> f32 {
        self.sums.get(usize::from(words)).copied().unwrap_or_else(|| self.sum(words))
    }

    fn sum(&self, words: u16) -> f32 {
        let sum: f32 = self.idf.iter().enumerate().filter(|(bit, _)| words & (1 << bit) != 0).map(|(_, idf)| idf).sum();
        sum / self.total
    }

    /// All the words stand in its name.
    pub(super) fn full_name(&self, matched: Match) -> bool {
        !self.idf.is_empty() && matched.named == self.every()
    }

    /// 0 to 3: how much of the query it matches. With `rare_only`, words that very many services have do not count.
    pub(super) fn grade(&self, matched: Match, rare_only: bool) -> u64 {
        let mask = if rare_only { self.rare } else { u16::MAX };
        let words = matched.words & mask;
        if words == 0 {
            return 0;
        }
        if matched.named & mask == self.every() & mask {
            return 3;
        }
        if self.coverage(words) >= 0.6 { 2 } else { 1 }
    }

    /// The score as a whole number of 16 bits.
    pub(super) fn points(&self, matched: Match) -> u64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=65535")]
        let points = (matched.score / self.total * 65_535.0).clamp(0.0, 65_535.0) as u64;
        points
    }
}
