//! What a query means: the place it names, the readings of its words, the categories they speak for.

#![expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^24")]

use super::{
    concepts::{Concepts, Familiarity, Scores, Sense},
    lang::{Lang, Script},
    places::Places,
    recognise::Found,
    stopwords::{is_negation, stop_langs},
    text::{Token, query_tokens, units},
    vocabulary::errors_allowed,
};

/// Words for which a correction is looked for, so that a long nonsense costs no more than a long sentence.
const MOST_CORRECTED: usize = 6;

/// A query, understood.
#[derive(Debug, Default)]
pub(super) struct Understood {
    pub(super) place: Option<Found>,
    /// The tokens that are not the place.
    pub(super) tokens: Vec<Token>,
    /// For each token: how well the concepts know it.
    pub(super) familiarity: Vec<Familiarity>,
    pub(super) corrected: Vec<(String, String)>,
    pub(super) scores: Scores,
}

/// A word and its readings.
struct Word {
    text: String,
    script: Script,
    senses: Vec<Sense>,
    familiarity: Familiarity,
}

/// Understands a query. `frequency` tells in how many services a word stands.
pub(super) fn understand(
    text: &str,
    lang: Lang,
    ignore_place: bool,
    concepts: &Concepts,
    places: &Places,
    frequency: impl Fn(&str, Script) -> usize,
) -> Understood {
    let mut tokens = query_tokens(text);
    let place = if ignore_place {
        None
    } else {
        // `Other` has no languages: the word as it is, not its stem.
        places.recognise(&tokens, lang, concepts, |word| frequency(word, Script::Other) > 2)
    };
    let mut corrected = Vec::new();
    if let Some(found) = &place {
        tokens.drain(found.from..found.end);
        corrected.extend(found.corrected.clone());
    }
    let open_ended = !text.ends_with(char::is_whitespace) && place.as_ref().is_none_or(|found| found.end < found.first + tokens.len());
    let mut words = Vec::new();
    units(&tokens, |unit| {
        let script = unit.chars().next().map_or(Script::Other, Script::of);
        words.push(Word { text: unit.to_owned(), script, senses: Vec::new(), familiarity: Familiarity::Unknown });
    });
    let last = words.len().saturating_sub(1);
    let mut budget = MOST_CORRECTED;
    for (i, word) in words.iter_mut().enumerate() {
        let beginning = open_ended && i == last;
        if let Some(read) = word.read(concepts, beginning, &mut budget, &frequency)
            && read != word.text
        {
            corrected.push((word.text.clone(), read));
        }
    }
    let langs = languages(&words, lang);
    let senses: Vec<&[Sense]> = words.iter().map(|word| word.senses.as_slice()).collect();
    let scores = concepts.classify(&senses, &langs);
    let familiarity = tokens
        .iter()
        .map(|token| words.iter().find(|word| word.text == token.text).map_or(Familiarity::Unknown, |word| word.familiarity))
        .collect();
    Understood { place, tokens, familiarity, corrected, scores }
}

impl Word {
    /// Finds the readings of the word; returns what it was taken for, if that is a guess.
    fn read(
        &mut self,
        concepts: &Concepts,
        beginning: bool,
        budget: &mut usize,
        frequency: impl Fn(&str, Script) -> usize,
    ) -> Option<String> {
        self.senses.extend_from_slice(concepts.exact(&self.text));
        if !self.senses.is_empty() {
            self.familiarity = Familiarity::Exact;
            // The same word may be known as another form in a sister language.
            let mut more = Vec::new();
            concepts.by_stem(&self.text, self.script, &mut more);
            more.retain(|sense| self.senses.iter().all(|known| known.lang != sense.lang));
            self.senses.extend(more.into_iter().map(|sense| Sense { trust: 0.7, ..sense }));
            return None;
        }
        if stop_langs(&self.text) != 0 || self.script == Script::Han {
            return None;
        }
        concepts.by_stem(&self.text, self.script, &mut self.senses);
        if !self.senses.is_empty() {
            self.familiarity = Familiarity::Stem;
            return None;
        }
        let letters = self.text.chars().count();
        if *budget == 0 || letters < 3 || self.script == Script::Other {
            return None;
        }
        *budget -= 1;
        if beginning {
            concepts.begun(&self.text, 0.7, &mut self.senses);
        }
        let mut read = None;
        if errors_allowed(letters) > 0 {
            read = concepts.corrected(&self.text, 1, &mut self.senses);
        }
        if self.senses.is_empty() {
            concepts.kindred(&self.text, &mut self.senses);
        }
        if self.senses.is_empty() && errors_allowed(letters) > 1 {
            read = concepts.corrected(&self.text, 2, &mut self.senses);
        }
        if self.senses.is_empty() {
            concepts.split(&self.text, &mut self.senses);
        }
        if !self.senses.is_empty() {
            self.familiarity = Familiarity::Guessed;
            if frequency(&self.text, self.script) >= 5 {
                // A name that services have is itself before it is a slip.
                for sense in &mut self.senses {
                    sense.trust *= 0.4;
                }
                read = None;
            }
        }
        read
    }
}

/// How likely the query is in each language, the likeliest 1: by the words each language knows, and the reader's own.
fn languages(words: &[Word], reader: Lang) -> [f32; 12] {
    let mut known = [0.0_f32; 12];
    for word in words {
        let stops = stop_langs(&word.text);
        for lang in word.script.langs() {
            let sense = word.senses.iter().filter(|sense| sense.lang == *lang).map(|sense| sense.trust).fold(0.0_f32, f32::max);
            let stop = stops & (1 << *lang as u16) != 0;
            let points = if stop && !is_negation(&word.text) { 1.0 } else { sense };
            known[*lang as usize] += points;
        }
    }
    let words = words.len().max(1) as f32;
    for (lang, known) in Lang::ALL.into_iter().zip(&mut known) {
        *known = 0.1 + *known / words + if lang == reader { 0.15 } else { 0.0 };
    }
    let most = known.iter().fold(f32::EPSILON, |a, b| a.max(*b));
    known.map(|known| (known / most).powi(2))
}
