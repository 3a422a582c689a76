//! A sorted set of words, each with a number, in a finite state transducer: exact, by beginning, and with typing errors.

use std::{collections::BTreeMap, sync::LazyLock};

use fst::{Automaton, IntoStreamer, Map, Streamer, automaton::Str};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Words and their numbers.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary(Map<Vec<u8>>);

static ONE_ERROR: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO_ERRORS: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// How many typing errors (insertion, deletion, substitution, neighbours swapped) a word of this many letters may have.
pub(super) const fn errors_allowed(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word near to the one asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) word: String,
    pub(super) value: u64,
    pub(super) errors: u8,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl Vocabulary {
    pub(super) fn new(words: &BTreeMap<String, u64>) -> Self {
        // A BTreeMap is sorted and without duplicates, the only two things that can go wrong here.
        Self(Map::from_iter(words.iter().map(|(word, value)| (word.as_bytes(), *value))).unwrap_or_default())
    }

    pub(super) fn get(&self, word: &str) -> Option<u64> {
        self.0.get(word)
    }

    /// Whether some word begins like this; with [`Self::get`] it drives a longest match.
    pub(super) fn has_prefix(&self, prefix: &str) -> bool {
        let fst = self.0.as_fst();
        let mut node = fst.root();
        for byte in prefix.bytes() {
            match node.find_input(byte) {
                Some(i) => node = fst.node(node.transition_addr(i)),
                None => return false,
            }
        }
        true
    }

    /// Words that begin like this, in alphabetical order, until `each` returns false.
    pub(super) fn prefixed(&self, prefix: &str, mut each: impl FnMut(&str, u64) -> bool) {
        let mut stream = self.0.search(Str::new(prefix).starts_with()).into_stream();
        while let Some((word, value)) = stream.next() {
            if let Ok(word) = str::from_utf8(word)
                && !each(word, value)
            {
                return;
            }
        }
    }

    /// Words within `errors` typing errors. Two errors, or `same_start`, ask for the same first letter: errors there are
    /// rare, and it leaves a small part of the words to walk through.
    pub(super) fn near(&self, word: &str, errors: u8, same_start: bool, found: &mut Vec<Near>) {
        let builder = match errors {
            0 => return,
            1 => &*ONE_ERROR,
            _ => &*TWO_ERRORS,
        };
        let dfa = builder.build_dfa(word);
        let first = word.chars().next().unwrap_or_default();
        let mut search = self.0.search_with_state(&dfa);
        if same_start || errors > 1 {
            let mut low = [0; 4];
            let mut high = [0; 4];
            search = search.ge(first.encode_utf8(&mut low).as_bytes());
            if let Some(after) = char::from_u32(u32::from(first) + 1) {
                search = search.lt(after.encode_utf8(&mut high).as_bytes());
            }
        }
        let mut stream = search.into_stream();
        while let Some((key, value, state)) = stream.next() {
            if let (Ok(key), Distance::Exact(distance)) = (str::from_utf8(key), dfa.distance(state)) {
                found.push(Near { word: key.to_owned(), value, errors: distance });
            }
        }
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        self.0.as_fst().as_bytes().len()
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Serialize for Vocabulary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_fst().as_bytes())
    }
}

impl<'de> Deserialize<'de> for Vocabulary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Vec::<u8>::deserialize(deserializer)?;
        Map::new(bytes).map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        Vocabulary::new(&words.iter().zip(0..).map(|(word, n)| ((*word).to_owned(), n)).collect())
    }

    #[test]
    fn typing_errors_are_counted() {
        let words = vocabulary(&["permesso", "sogiorno", "lavoro", "медицина", "অভিবাসন"]);
        let mut found = Vec::new();
        for (typed, errors) in [("permeso", 1), ("premesso", 1), ("prmeso", 2), ("lavroo", 1), ("медицына", 1), ("অভিবাসান", 1)] {
            found.clear();
            words.near(typed, errors, false, &mut found);
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].errors, errors, "{typed}");
        }
        found.clear();
        words.near("avoro", 1, true, &mut found);
        assert!(found.is_empty());
        assert_eq!(words.len(), 5);
    }

    #[test]
    fn beginnings() {
        let words = vocabulary(&["casa", "case", "castello", "cena"]);
        let mut seen = Vec::new();
        words.prefixed("cas", |word, _| {
            seen.push(word.to_owned());
            seen.len() < 2
        });
        assert_eq!(seen, ["casa", "case"]);
        assert!(words.has_prefix("ce") && !words.has_prefix("cu"));
    }
}
