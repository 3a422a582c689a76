//! Ways to go on typing.

use super::{
    concepts::{Kind, Known, fold_text},
    index::Index,
    lang::{Lang, Script},
    model::{Suggestion, SuggestionKind},
    segment::number,
    text::query_tokens,
};

/// Suggestions for a text that is still being typed.
pub(super) fn suggest(index: &Index, text: &str, lang: Lang, limit: usize) -> Vec<Suggestion> {
    let tokens = query_tokens(text);
    let Some(last) = tokens.last() else { return Vec::new() };
    let typed = fold_text(&text[..last.end]);
    let mut out = Vec::new();
    phrases(index, &typed, lang, last.script, limit, &mut out);
    if tokens.len() > 1 || last.text.chars().count() >= 3 {
        let room = if out.is_empty() { limit } else { limit.div_ceil(3) };
        places(index, text, last.start, last.end, lang, room, &mut out);
    }
    services(index, &typed, limit, &mut out);
    out.truncate(limit);
    out
}

/// Titles and phrases that go on like this, the reader's language first, then those that contain the words.
fn phrases(index: &Index, typed: &str, lang: Lang, script: Script, limit: usize, out: &mut Vec<Suggestion>) {
    let rank = |known: &Known| {
        let starts = known.folded.starts_with(typed);
        let inside = || known.folded.match_indices(typed).any(|(at, _)| script == Script::Han || known.folded[..at].ends_with(' '));
        (starts || inside()).then(|| {
            let kind = match known.kind {
                Kind::Title => 0,
                Kind::Term => 1,
                Kind::Need => 2,
            };
            (known.lang != lang, !starts, kind, known.folded.len())
        })
    };
    let langs = script.langs();
    let own = langs.contains(&lang);
    let mut found: Vec<_> = index
        .concepts
        .phrases()
        .iter()
        .filter(|known| if own { known.lang == lang } else { langs.contains(&known.lang) })
        .filter_map(|known| rank(known).map(|rank| (rank, known)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    let room = limit.saturating_sub(limit / 3).max(1);
    for (_, known) in found {
        if out.len() >= room {
            return;
        }
        let kind = if known.kind == Kind::Title { SuggestionKind::Topic(known.category) } else { SuggestionKind::Phrase(known.category) };
        if out.iter().all(|other| fold_text(&other.text) != known.folded) {
            out.push(Suggestion { text: known.text.clone(), kind });
        }
    }
}

/// The text with its last word completed to the name of a place.
fn places(index: &Index, text: &str, start: usize, end: usize, lang: Lang, room: usize, out: &mut Vec<Suggestion>) {
    let last = fold_text(&text[start..end]);
    let shortest = if last.chars().next().is_some_and(|c| Script::of(c) == Script::Han) { 1 } else { 2 };
    if last.chars().count() < shortest {
        return;
    }
    for place in index.places.completions(&last, room) {
        let name = index.places.name(place, lang);
        let name = if fold_text(name).starts_with(&last) { name } else { index.places.name(place, Lang::It) };
        out.push(Suggestion { text: format!("{}{name}", &text[..start]), kind: SuggestionKind::Place(place) });
    }
}

/// Names of services that have all the words, the last one begun.
fn services(index: &Index, typed: &str, limit: usize, out: &mut Vec<Suggestion>) {
    if typed.chars().count() < 4 || out.len() >= limit {
        return;
    }
    let words: Vec<&str> = typed.split(' ').collect();
    let Some((last, before)) = words.split_last() else { return };
    for part in &index.parts {
        let segment = &part.segment;
        let mut terms = Vec::new();
        segment.begun(last, 16, &mut terms);
        let mut seen = 0;
        for posting in terms.iter().flat_map(|term| segment.row(*term)).filter(|posting| posting.impact >= 128) {
            seen += 1;
            if out.len() >= limit || seen > 2_000 {
                return;
            }
            if part.deleted.contains(posting.doc as usize) {
                continue;
            }
            let name = segment.name(posting.doc);
            let folded = if before.is_empty() { String::new() } else { fold_text(name) };
            let all = before.iter().all(|word| folded.split(' ').any(|known| known == *word));
            if all && posting.doc < number(segment.len()) && out.iter().all(|other| other.text != name) {
                out.push(Suggestion { text: name.to_owned(), kind: SuggestionKind::Service(segment.ids[posting.doc as usize]) });
            }
        }
    }
}
