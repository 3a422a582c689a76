//! A sorted set of words, each with a number, in a finite state transducer: exact, by beginning, and with typing errors.

use std::{collections::BTreeMap, sync::LazyLock};

use fst::{
    Automaton, IntoStreamer, Map, Streamer,
    automaton::Str,
    raw::{Fst, Node, Output, Transition},
};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Words and their numbers.
#[derive(Debug, Clone, Default)]
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
        let first = word.chars().next().map_or(0, char::len_utf8);
        let fixed = if same_start || errors > 1 { &word.as_bytes()[..first] } else { &[] };
        let fst = self.0.as_fst();
        let mut walk = Walk { fst, dfa: &dfa, key: Vec::with_capacity(word.len() + 8), found };
        let (mut node, mut state, mut value) = (fst.root(), dfa.initial_state(), Output::zero());
        for byte in fixed {
            let Some(at) = node.find_input(*byte) else { return };
            let transition = node.transition(at);
            value = value.cat(transition.out);
            state = dfa.transition(state, *byte);
            node = fst.node(transition.addr);
            walk.key.push(*byte);
        }
        if fixed.is_empty() {
            walk.root(node, state, word.as_bytes().first().copied().unwrap_or_default());
        } else {
            walk.node(node, state, value);
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

/// A walk through the words and the automaton together.
///
/// # Why
/// The stream of `fst` opens a node before it asks whether the automaton can still match; most cannot, and the walk is
/// most of the cost of a query with a typing error.
struct Walk<'a> {
    fst: &'a Fst<Vec<u8>>,
    dfa: &'a DFA,
    key: Vec<u8>,
    found: &'a mut Vec<Near>,
}

impl<'a> Walk<'a> {
    /// The first letter may be another one, but of the same script: nobody types a Chinese letter for a Latin one, and
    /// there are thousands of them.
    fn root(&mut self, root: Node<'a>, state: u32, lead: u8) {
        let script = |lead: u8| if lead < 0x80 { 0 } else { lead >> 2 };
        for transition in root.transitions().filter(|transition| script(transition.inp) == script(lead)) {
            self.step(transition, state, Output::zero());
        }
    }

    fn node(&mut self, node: Node<'a>, state: u32, value: Output) {
        if node.is_final()
            && let Distance::Exact(errors) = self.dfa.distance(state)
            && let Ok(word) = str::from_utf8(&self.key)
        {
            self.found.push(Near { word: word.to_owned(), value: value.cat(node.final_output()).value(), errors });
        }
        for transition in node.transitions() {
            self.step(transition, state, value);
        }
    }

    fn step(&mut self, transition: Transition, state: u32, value: Output) {
        let next = self.dfa.transition(state, transition.inp);
        if next != SINK_STATE {
            self.key.push(transition.inp);
            self.node(self.fst.node(transition.addr), next, value.cat(transition.out));
            self.key.pop();
        }
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
        for (typed, errors) in [("permeso", 1), ("premesso", 1), ("prmeso", 2), ("lavroo", 1), ("медицына", 1), ("অভিবাসান", 1)]
        {
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
