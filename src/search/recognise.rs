//! How a place is recognised in a query.
//!
//! # Why
//! Italy has towns called Fondi, Sale and None. A name that is also a word counts as a place only where the sentence
//! treats it as one: after "a", "in", "comune di", at the end, or alone. A name that is nothing else is always a place.

use super::{
    concepts::Concepts,
    lang::{Lang, Script},
    model::{Level, PlaceId},
    places::{Places, loosen},
    stopwords::stop_langs,
    text::Token,
    vocabulary::Near,
};

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
            return Some(Found {
                place: id,
                first: at,
                end: at + 1,
                from: at,
                bytes: span(tokens, at, at + 1),
                corrected: None,
                score: 5.0,
            });
        }
        let mut key = String::new();
        let mut longest = None;
        let most = if tokens[at].script == Script::Han { LONGEST_NAME * 2 } else { LONGEST_NAME };
        for end in at + 1..=tokens.len().min(at + most) {
            if end > at + 1 && !(tokens[end - 2].script == Script::Han && tokens[end - 1].script == Script::Han) {
                key.push(' ');
            }
            let before = key.len();
            key.push_str(&tokens[end - 1].text);
            if let Some(row) = self.names.get(&key) {
                longest = Some((row, end, false));
            } else if let Some(row) = self.inflected(&key, before, &tokens[end - 1], lang) {
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
        // "in Italia" narrows nothing down.
        if self.level(place) == Level::Nation {
            return None;
        }
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
    fn inflected(&self, key: &str, last_word: usize, last: &Token, lang: Lang) -> Option<u64> {
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
            Script::Latin if last.text.len() >= 5 && matches!(lang, Lang::Sq | Lang::Ro) => {
                const ALBANIAN: &[&str] = &["it", "in", "un", "s", "n", "t"];
                let endings = if lang == Lang::Sq { ALBANIAN } else { &["ului"] };
                let rests = endings.iter().filter_map(|ending| key.strip_suffix(ending));
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
        let located = wanted || located(tokens, at, lang) || tokens.get(end).is_some_and(|next| next.text == "مين");
        // Names are marked as words for what they are in the Latin script.
        let latin = tokens[at].script == Script::Latin;
        let short = single && latin && name.chars().count() <= 3;
        let cut_short = match tokens[at].script {
            Script::Cyrillic => bent && name.chars().count() <= 4,
            // "روم" is Rome and a room.
            Script::Arabic => single && name.chars().count() <= 3,
            _ => false,
        };
        let stops = if single { stop_langs(name) } else { 0 };
        let uses = if single { concepts.uses(name) } else { 0 };
        let word = short || stops != 0 || (place.common && latin) || uses > 0 || cut_short;
        let large = place.capital || place.population >= LARGE || place.level < Level::Comune;
        let sure = if !word {
            true
        } else if whole || wanted {
            wanted || (stops & (1 << lang as u16) == 0 && (large || !concepts.is_phrase(name)))
        } else if stops != 0 {
            // "como" is a word of Spanish, "a Como" and "permesso Como" are not.
            last && stops & (1 << lang as u16) == 0 && (located || (large && lang == Lang::It))
        } else if cut_short || (bent && uses > 0) {
            located
        } else if large {
            located || last || uses == 0 || (at == 0 && place.capital)
        } else {
            // A word that the thesaurus uses often stays a word ("in paese"), unless it is written as a name or after
            // the preposition of towns ("a Sale").
            let named = tokens[at].capital && !tokens[0].capital;
            located && last && (named || at_town(tokens, at, lang) || (uses < 3 && lang != Lang::It))
        };
        let size = f32::from(u16::try_from(place.population / 64).unwrap_or(u16::MAX)) / 65_536.0;
        let score = |yes: bool, points: f32| if yes { points } else { 0.0 };
        sure.then(|| {
            score(located, 2.0) + score(last, 1.0) + score(!single, 0.5) + score(large, 0.5) + score(wanted, 1.0) + size - score(word, 1.0)
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
        let last = at + 1 == tokens.len();
        if (!senses.is_empty() && !located && !last) || known(&token.text) || (letters < 6 && !located) {
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
        "ne" => lang == Lang::Sq,
        "ad" | "in" | "presso" | "vicino" | "zona" | "citta" | "comune" | "near" | "around" | "at" | "en" | "pres" | "cerca" | "langa"
        | "afer" | "в" | "во" | "у" | "біля" | "около" | "возле" | "під" | "في" | "ب" | "قرب" | "在" | "town" | "city" | "ville"
        | "ciudad" | "город" | "городе" | "місто" | "місті" => true,
        "di" | "de" | "d" | "of" | "da" | "del" => {
            matches!(
                before(2),
                Some(
                    "comune"
                        | "citta"
                        | "zona"
                        | "vicino"
                        | "town"
                        | "city"
                        | "ville"
                        | "ciudad"
                        | "pres"
                        | "cerca"
                        | "municipio"
                        | "commune"
                )
            )
        }
        _ => false,
    }
}

/// "a Sale": in Italian, towns and hardly anything else of that kind.
fn at_town(tokens: &[Token], at: usize, lang: Lang) -> bool {
    at > 0 && lang != Lang::En && matches!(tokens[at - 1].text.as_str(), "a" | "ad")
}

/// Words that may follow a place without taking it its place at the end.
fn is_near_word(word: &str) -> bool {
    matches!(
        word,
        "centro"
            | "citta"
            | "provincia"
            | "italia"
            | "italy"
            | "مين"
            | "মধ্যে"
            | "市"
            | "的"
            | "附"
            | "近"
            | "nord"
            | "sud"
            | "est"
            | "ovest"
    ) || (word.len() == 2 && word.is_ascii())
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
