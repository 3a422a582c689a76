//! From the words of a need to the categories that answer it: a small classifier learnt from topics and thesaurus.
//!
//! # Why
//! Two views of the same phrases, added up. *Evidence* asks of each word how it is spread over the categories: a word
//! of one category decides, a word of all says nothing. *Likeness* asks which phrase of the thesaurus the whole query
//! resembles: it sees what words mean together ("non mi paga", "night shift"). Every term belongs to one language, so
//! that `come` in Italian is not `come` in Spanish; the query's own words say how likely each language is.

#![expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^24")]

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use super::{
    lang::{Lang, Script},
    model::{CategoryId, Phrase, Topic},
    stem::stem,
    teach::Teacher,
    text::{fold, tokens},
    vocabulary::{Near, Vocabulary},
};

const CATEGORIES: usize = CategoryId::LIMIT;
/// Scores of all categories.
pub(super) type Scores = [f32; CATEGORIES];

/// Topics and thesaurus, made ready to classify queries.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Concepts {
    /// Folded words; the number is a row of `senses`.
    pub(super) words: Vocabulary,
    /// Stems, each behind the letter of its language; the number is the term.
    pub(super) stems: Vocabulary,
    pub(super) senses: Rows<Sense>,
    pub(super) terms: Vec<Term>,
    /// For each term, its categories and how much it speaks for each.
    pub(super) spread: Rows<(u8, f32)>,
    /// For each term, the phrases it stands in.
    pub(super) used_in: Rows<u32>,
    pub(super) phrases: Vec<Known>,
    pub(super) order: Vec<(CategoryId, u16)>,
}

/// A stem of one language.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Term {
    /// Weight in the likeness of phrases.
    pub(super) weight: f32,
    /// How concentrated it is, 0 (in all categories alike) to 1 (in one only).
    pub(super) focus: f32,
    /// How often it was heard.
    pub(super) mass: f32,
}

/// One reading of a word.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Sense {
    pub(super) lang: Lang,
    pub(super) term: u32,
    /// The form itself: "dottore" is not "dottorato", though they share a stem. The term itself when nothing is known
    /// of the form.
    pub(super) form: u32,
    /// How far to trust it: 1 as typed, less after correction.
    pub(super) trust: f32,
}

/// A phrase as it is kept: for likeness and for suggestions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) category: CategoryId,
    pub(super) lang: Lang,
    pub(super) kind: Kind,
    /// Sum of the weights of its terms.
    pub(super) mass: f32,
    pub(super) text: String,
    pub(super) folded: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Kind {
    Title,
    Term,
    Need,
}

/// How well a word is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Familiarity {
    Unknown,
    /// After typing errors, or by its beginning.
    Guessed,
    /// By its stem.
    Stem,
    /// Letter by letter.
    Exact,
}

/// Rows of different lengths, in one block of memory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Rows<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Rows<T> {
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        self.ends.len() * 4 + self.items.len() * size_of::<T>()
    }

    pub(super) fn get(&self, row: usize) -> &[T] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends.get(before).map_or(0, |end| *end as usize));
        let end = self.ends.get(row).map_or(start, |end| *end as usize);
        self.items.get(start..end).unwrap_or_default()
    }
}

thread_local! {
    static LIKENESS: RefCell<(Vec<f32>, Vec<u32>)> = const { RefCell::new((Vec::new(), Vec::new())) };
}

impl Concepts {
    /// Learns from the topics and the phrases of the thesaurus.
    #[must_use]
    pub fn new(topics: &[Topic], phrases: &[Phrase]) -> Self {
        let mut teacher = Teacher::default();
        for topic in topics {
            for text in &topic.texts {
                teacher.phrase(text.lang, topic.category, &text.title, Kind::Title);
            }
        }
        for phrase in phrases {
            let kind = if phrase.need { Kind::Need } else { Kind::Term };
            teacher.phrase(phrase.lang, phrase.category, &phrase.text, kind);
        }
        for topic in topics {
            for text in &topic.texts {
                teacher.prose(text.lang, topic.category, &text.summary, 0.25);
                teacher.prose(text.lang, topic.category, &text.text, 0.12);
            }
        }
        let mut concepts = teacher.finish();
        concepts.order = topics.iter().map(|topic| (topic.category, topic.order)).collect();
        concepts
    }

    /// Whether there is a topic page for the category.
    pub(super) fn has_topic(&self, category: CategoryId) -> bool {
        self.order.iter().any(|(known, _)| *known == category)
    }

    pub(super) fn phrases(&self) -> &[Known] {
        &self.phrases
    }

    /// Readings of a word that is known letter by letter.
    pub(super) fn exact(&self, word: &str) -> &[Sense] {
        self.words.get(word).map_or(&[], |row| self.senses.get(usize::try_from(row).unwrap_or(usize::MAX)))
    }

    /// Whether a word is used in many phrases of the thesaurus, in any language.
    pub(super) fn uses(&self, word: &str) -> usize {
        self.exact(word).iter().map(|sense| self.used_in.get(sense.term as usize).len()).max().unwrap_or(0)
    }

    /// Whether this very text is a phrase of the thesaurus.
    pub(super) fn is_phrase(&self, folded: &str) -> bool {
        self.phrases.iter().any(|known| known.folded == folded)
    }

    /// Readings of a word by its stem, in the languages of its script.
    pub(super) fn by_stem(&self, word: &str, script: Script, senses: &mut Vec<Sense>) {
        for lang in script.langs() {
            if let Some(term) = self.stems.get(&stem_key(*lang, &stem(*lang, word))) {
                let term = u32::try_from(term).unwrap_or(u32::MAX);
                senses.push(Sense { lang: *lang, term, form: term, trust: 0.9 });
            }
        }
    }

    /// Readings of a word with typing errors; returns the word understood.
    pub(super) fn corrected(&self, word: &str, errors: u8, senses: &mut Vec<Sense>) -> Option<String> {
        let letters = word.chars().count();
        let mut near: Vec<Near> = Vec::new();
        self.words.near(word, errors, false, &mut near);
        let errors = near.iter().map(|near| near.errors).min()?;
        near.retain(|near| near.errors == errors);
        let trust = match (errors, letters) {
            (1, 0..=4) => 0.45,
            (1, 5) => 0.6,
            (1, _) => 0.85,
            _ => 0.6,
        };
        // Of several, the word that people use most is the likeliest, and an error in its first letter the least likely.
        let rank = |near: &Near| {
            let start = near.word.chars().next() == word.chars().next();
            (start, near.word.chars().count() == letters, self.uses(&near.word))
        };
        near.sort_by_key(|near| std::cmp::Reverse(rank(near)));
        near.truncate(4);
        for (place, near) in near.iter().enumerate() {
            let trust = trust / (1.0 + 0.5 * place as f32);
            senses.extend(self.senses.get(usize::try_from(near.value).unwrap_or(usize::MAX)).iter().map(|sense| Sense { trust, ..*sense }));
        }
        near.into_iter().next().map(|near| near.word)
    }

    /// Readings of a word that is still being typed.
    pub(super) fn begun(&self, word: &str, trust: f32, senses: &mut Vec<Sense>) {
        let mut words = 0;
        self.words.prefixed(word, |_, row| {
            senses.extend(self.senses.get(usize::try_from(row).unwrap_or(usize::MAX)).iter().map(|sense| Sense { trust, ..*sense }));
            words += 1;
            words < 40
        });
    }

    /// Readings of a word by the longest beginning that it shares with known words: other endings than any stemmer cuts.
    pub(super) fn kindred(&self, word: &str, senses: &mut Vec<Sense>) {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        let letters = ends.len();
        for cut in 1..=3 {
            let Some(keep) = letters.checked_sub(cut).filter(|keep| *keep >= 4) else { return };
            let beginning = &word[..ends[keep]];
            let trust = 0.7 - 0.12 * cut as f32;
            let mut words = 0;
            self.words.prefixed(beginning, |found, row| {
                if found.chars().count() <= keep + 3 {
                    let row = usize::try_from(row).unwrap_or(usize::MAX);
                    senses.extend(self.senses.get(row).iter().map(|sense| Sense { trust, ..*sense }));
                    words += 1;
                }
                words < 12
            });
            if !senses.is_empty() {
                return;
            }
        }
    }

    /// Readings of two words written as one.
    pub(super) fn split(&self, word: &str, senses: &mut Vec<Sense>) {
        for (at, _) in word.char_indices().filter(|(at, _)| *at >= 3 && at + 3 <= word.len()) {
            let (left, right) = (self.exact(&word[..at]), self.exact(&word[at..]));
            if !left.is_empty() && !right.is_empty() {
                senses.extend(left.iter().chain(right).map(|sense| Sense { trust: 0.6, ..*sense }));
            }
        }
    }

    /// Scores every category, 0 to about 1, from the readings of the words of a query and the weight of each language.
    pub(super) fn classify(&self, words: &[&[Sense]], langs: &[f32; 12]) -> Scores {
        let mut scores = [0.0; CATEGORIES];
        self.evidence(words, langs, &mut scores);
        self.likeness(words, langs, &mut scores);
        scores
    }

    fn evidence(&self, words: &[&[Sense]], langs: &[f32; 12], scores: &mut Scores) {
        let mut sum = [0.0; CATEGORIES];
        let mut total = 0.0;
        for senses in words {
            let mut word = [0.0; CATEGORIES];
            let (mut weights, mut best, mut focus) = (0.0_f32, 0.0_f32, 0.0_f32);
            for sense in *senses {
                let weight = langs[sense.lang as usize] * sense.trust;
                // What is said of the form, if it is said often, counts more than what is said of its stem.
                let heard = self.term(sense.form).mass;
                let own = 0.75 * heard / (heard + 2.0);
                for (id, share) in [(sense.form, own), (sense.term, 1.0 - own)] {
                    let clear = self.term(id).focus * share;
                    for (category, part) in self.spread.get(id as usize) {
                        word[*category as usize % CATEGORIES] += weight * part * clear;
                    }
                    focus = focus.max(self.term(id).focus * weight);
                }
                weights += weight;
                best = best.max(weight);
            }
            if weights > 0.0 {
                for (category, part) in word.iter().enumerate() {
                    sum[category] += part / weights * best;
                }
                total += focus;
            }
        }
        // Half a word of doubt, so that one vague word is not certainty.
        for (score, sum) in scores.iter_mut().zip(sum) {
            *score += 0.5 * sum / (total + 0.25);
        }
    }

    fn likeness(&self, words: &[&[Sense]], langs: &[f32; 12], scores: &mut Scores) {
        LIKENESS.with_borrow_mut(|(shared, touched)| {
            shared.clear();
            shared.resize(self.phrases.len(), 0.0);
            touched.clear();
            let mut asked = [0.0_f32; 12];
            for senses in words {
                let mut most = [0.0_f32; 12];
                for sense in *senses {
                    let weight = self.term(sense.term).weight * sense.trust;
                    let lang = &mut most[sense.lang as usize];
                    *lang = lang.max(weight);
                    for phrase in self.used_in.get(sense.term as usize) {
                        let sum = &mut shared[*phrase as usize];
                        if *sum == 0.0 {
                            touched.push(*phrase);
                        }
                        *sum += weight;
                    }
                }
                let unknown = most.iter().fold(0.0_f32, |a, b| a.max(*b)).max(1.0) * 0.6;
                for (asked, most) in asked.iter_mut().zip(most) {
                    *asked += if most > 0.0 { most } else { unknown };
                }
            }
            let mut best = [[0.0_f32; 3]; CATEGORIES];
            for phrase in touched.iter() {
                let known = &self.phrases[*phrase as usize];
                let shared = shared[*phrase as usize];
                let lang = known.lang as usize;
                // A phrase wholly contained in the query counts more than one that the query contains a part of.
                let covered = (shared / known.mass).min(1.0);
                let asked = (shared / asked[lang]).min(1.0);
                let alike = (covered * asked).sqrt() * 0.75 + 0.25 * covered.powi(4) * asked.sqrt();
                let alike = alike * langs[lang] * if known.kind == Kind::Title { 1.1 } else { 1.0 };
                let top = &mut best[known.category.index()];
                if alike > top[0] {
                    *top = [alike, top[0], top[1]];
                } else if alike > top[1] {
                    *top = [top[0], alike, top[1]];
                } else if alike > top[2] {
                    top[2] = alike;
                }
            }
            for (score, top) in scores.iter_mut().zip(best) {
                *score += 0.5 * (0.6 * top[0] + 0.25 * top[1] + 0.15 * top[2]);
            }
        });
    }

    fn term(&self, term: u32) -> Term {
        self.terms.get(term as usize).copied().unwrap_or_default()
    }
}

/// The key of a stem: its language, then itself.
pub(super) fn stem_key(lang: Lang, stem: &str) -> String {
    format!("{}{stem}", char::from(b'A' + lang as u8))
}

/// The whole text, folded, its words joined by one space (by nothing in Chinese).
pub(super) fn fold_text(text: &str) -> String {
    let mut out = String::new();
    for token in tokens(text) {
        if !out.is_empty() && token.script != Script::Han {
            out.push(' ');
        }
        out.push_str(&token.text);
    }
    if out.is_empty() { fold(text.trim()) } else { out }
}
