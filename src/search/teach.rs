//! Learning: from topics and phrases to the weights that classify queries.

#![expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^24")]

use std::collections::{BTreeMap, HashMap};

use super::{
    concepts::{Concepts, Kind, Known, Sense, Term, stem_key},
    lang::Lang,
    model::CategoryId,
    segment::number,
    stem::stem,
    stopwords::{is_negation, is_stop},
    text::{tokens, units},
    vocabulary::Vocabulary,
};

/// Gathers the phrases before the weights can be known.
#[derive(Default)]
pub(super) struct Teacher {
    ids: HashMap<String, u32>,
    words: BTreeMap<String, Vec<Sense>>,
    terms: Vec<Counts>,
    phrases: Vec<Known>,
    /// How much was said in each language about each category.
    said: HashMap<(Lang, CategoryId), f32>,
    phrases_in: [u32; 12],
}

struct Counts {
    lang: Lang,
    /// A form of a term, rather than the term.
    form: bool,
    stop: f32,
    by_category: Vec<(CategoryId, f32)>,
    phrases: Vec<u32>,
}

impl Counts {
    fn add(&mut self, category: CategoryId, weight: f32) {
        match self.by_category.iter_mut().find(|(known, _)| *known == category) {
            Some((_, sum)) => *sum += weight,
            None => self.by_category.push((category, weight)),
        }
    }
}

impl Teacher {
    /// The term of a word, and its form.
    fn term(&mut self, lang: Lang, word: &str) -> (u32, u32) {
        let single = lang == Lang::Zh && word.chars().nth(1).is_none();
        let stop = if is_negation(word) {
            0.5
        } else if is_stop(lang, word) {
            0.12
        } else if single {
            0.35
        } else {
            1.0
        };
        let term = self.intern(stem_key(lang, &stem(lang, word)), lang, stop, false);
        // A key that no stem has.
        let form = self.intern(format!("{}={word}", char::from(b'A' + lang as u8)), lang, stop, true);
        let senses = self.words.entry(word.to_owned()).or_default();
        if !senses.iter().any(|sense| sense.form == form) {
            senses.push(Sense { lang, term, form, trust: 1.0 });
        }
        (term, form)
    }

    fn intern(&mut self, key: String, lang: Lang, stop: f32, form: bool) -> u32 {
        let next = number(self.terms.len());
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.terms.push(Counts { lang, form, stop, by_category: Vec::new(), phrases: Vec::new() });
        } else {
            let known = &mut self.terms[id as usize].stop;
            *known = known.max(stop);
        }
        id
    }

    fn terms_of(&mut self, lang: Lang, text: &str) -> Vec<(u32, u32)> {
        let mut ids: Vec<(u32, u32)> = Vec::new();
        units(&tokens(text), |word| {
            let id = self.term(lang, word);
            if ids.iter().all(|(term, _)| *term != id.0) {
                ids.push(id);
            }
        });
        ids
    }

    pub(super) fn phrase(&mut self, lang: Lang, category: CategoryId, text: &str, kind: Kind) {
        let terms = self.terms_of(lang, text);
        if terms.is_empty() {
            return;
        }
        let number = number(self.phrases.len());
        let content: f32 = terms.iter().map(|(term, _)| self.terms[*term as usize].stop).sum();
        let weight = if kind == Kind::Title { 2.0 } else { 1.0 } / content.max(1.0).sqrt();
        for (term, form) in terms {
            self.terms[form as usize].add(category, weight);
            let counts = &mut self.terms[term as usize];
            counts.add(category, weight);
            counts.phrases.push(number);
        }
        *self.said.entry((lang, category)).or_default() += weight * content;
        self.phrases_in[lang as usize] += 1;
        let folded = tokens(text).into_iter().map(|token| token.text).collect::<Vec<_>>();
        let folded = folded.join(if lang == Lang::Zh { "" } else { " " });
        self.phrases.push(Known { category, lang, kind, mass: 0.0, text: text.to_owned(), folded });
    }

    /// Words of a text: weak evidence, no phrases.
    pub(super) fn prose(&mut self, lang: Lang, category: CategoryId, text: &str, weight: f32) {
        for (term, form) in self.terms_of(lang, text) {
            self.terms[form as usize].add(category, weight);
            self.terms[term as usize].add(category, weight);
        }
    }

    pub(super) fn finish(mut self) -> Concepts {
        let said = |lang, category| self.said.get(&(lang, category)).copied().unwrap_or(0.0);
        let mean: HashMap<Lang, f32> = Lang::ALL
            .into_iter()
            .map(|lang| {
                let all: Vec<f32> = (0..=u8::MAX).map(|n| said(lang, CategoryId(n))).filter(|n| *n > 0.0).collect();
                (lang, all.iter().sum::<f32>() / all.len().max(1) as f32)
            })
            .collect();
        let mut concepts = Concepts::default();
        for counts in &self.terms {
            // A category about which more was written must not win by that alone.
            let mut rates: Vec<(u8, f32)> = counts
                .by_category
                .iter()
                .map(|(category, n)| {
                    let share = (said(counts.lang, *category) / mean[&counts.lang].max(f32::EPSILON)).max(0.25);
                    (category.0, n / share.sqrt())
                })
                .collect();
            rates.sort_by_key(|(category, _)| *category);
            let total: f32 = rates.iter().map(|(_, n)| n).sum();
            let entropy: f32 = rates.iter().map(|(_, n)| n / total).map(|p| -p * p.ln()).sum();
            let focus = (1.0 - entropy / 25.0_f32.ln()).clamp(0.0, 1.0).powf(1.5) * counts.stop;
            let n = self.phrases_in[counts.lang as usize] as f32;
            let weight = (1.0 + n / (1.0 + counts.phrases.len() as f32)).ln() * counts.stop;
            concepts.terms.push(Term { weight, focus, mass: total });
            // Rare mentions leave room for doubt.
            concepts.spread.push(rates.iter().map(|(category, n)| (*category, n / (total + 0.15))));
            concepts.used_in.push(counts.phrases.iter().copied());
            for phrase in &counts.phrases {
                self.phrases[*phrase as usize].mass += weight;
            }
        }
        let mut words = BTreeMap::new();
        for ((word, senses), row) in self.words.into_iter().zip(0..) {
            words.insert(word, row);
            concepts.senses.push(senses);
        }
        concepts.words = Vocabulary::new(&words);
        let stems = self.ids.into_iter().filter(|(_, id)| !self.terms[*id as usize].form);
        concepts.stems = Vocabulary::new(&stems.map(|(stem, id)| (stem, u64::from(id))).collect());
        concepts.phrases = self.phrases;
        concepts
    }
}
