//! From an understood query to the page of results.
//!
//! # Why
//! Order is by reasons, not by one blended number: certain before unknown, the category needed before others, the place
//! asked for before elsewhere, then how much of the words a record matches, then distance or completeness. Each reason
//! is a few bits of one key, so a page is the largest keys of one pass over the columns.

use std::cell::RefCell;

use super::{
    facets::{Filters, Tally},
    index::{Index, Part},
    lexical::{Match, Matches},
    model::{CategoryId, Hit, Level, Outcome, PlaceId, Position, Query, RecognisedPlace, TopicHit},
    query::{Understood, understand},
    segment::{NONE, number},
};

/// Most services on one page.
const MOST: usize = 200;
/// A topic scored below this is a guess.
const SURE: f32 = 0.16;
/// Below this it is not even a guess.
const FAINT: f32 = 0.03;
/// A second category is considered from this part of the best score.
const CLOSE: f32 = 0.62;
/// A service this near comes before the helplines of the whole country.
const AROUND_M: u32 = 60_000;
/// Part of the query's words that a service of another category must have to be a result.
const ENOUGH: f32 = 0.6;

#[derive(Default)]
struct Scratch {
    matches: Matches,
    tally: Tally,
    best: Best,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// What to look for, decided once for all documents.
struct Plan<'a> {
    query: &'a Query<'a>,
    filters: Filters<'a>,
    /// Rank of each category, 3 the best, 0 not looked for.
    tiers: [u8; CategoryId::LIMIT],
    /// Categories looked for, as bits.
    wanted: u32,
    /// The best category, as a bit; all of them when none is better.
    first: u32,
    services_first: bool,
    /// Order by distance from here.
    origin: Option<Position>,
    /// Ranks of the place to search in.
    scope: Option<std::ops::Range<u32>>,
    /// Only services for the whole country come from outside the scope.
    browsing: bool,
}

/// Answers a query.
pub(super) fn search(index: &Index, query: &Query<'_>) -> Outcome {
    SCRATCH.with(|scratch| match scratch.try_borrow_mut() {
        Ok(mut scratch) => run(index, query, &mut scratch),
        Err(_) => run(index, query, &mut Scratch::default()),
    })
}

fn run(index: &Index, query: &Query<'_>, scratch: &mut Scratch) -> Outcome {
    let understood =
        understand(query.text, query.lang, query.ignore_place || query.place.is_some(), &index.concepts, &index.places, |word, script| {
            index.frequency(word, script)
        });
    let mut outcome = Outcome { within: query.place, corrected: understood.corrected.clone(), ..Outcome::default() };
    if let Some(found) = &understood.place {
        outcome.within = Some(found.place);
        outcome.place = Some(RecognisedPlace { place: found.place, start: found.bytes.start, end: found.bytes.end });
    }
    outcome.categories = ranking(&understood);
    scratch.matches.find(index, &understood);
    let mut plan = plan(index, query, &understood, &outcome, &scratch.matches);
    if plan.wanted == 0 && scratch.matches.touched.is_empty() {
        return outcome;
    }

    let mut place = outcome.within;
    loop {
        plan.scope = place.filter(|place| index.places.level(*place) > Level::Nation).map(|place| index.places.within(place));
        let found = scan(index, &plan, scratch);
        if found || place.is_none() || plan.scope.is_none() {
            break;
        }
        place = place.and_then(|place| index.places.parent(place));
        // Farther away, the nearest to the place asked for comes first.
        plan.origin = query.near.or_else(|| outcome.within.and_then(|asked| index.places.position(asked)));
    }
    let nation = || index.places.find("IT");
    if place != outcome.within && scratch.tally.total > 0 {
        outcome.widened = place.or_else(nation);
    }
    outcome.services_first = plan.services_first;
    outcome.total = scratch.tally.total;
    outcome.certain = scratch.tally.certain;
    outcome.facets = scratch.tally.facets(index);
    outcome.hits = scratch.best.page(query.offset, query.limit.min(MOST)).map(|doc| hit(index, doc, &plan)).collect();
    outcome.topics = topics(index, query, &mut outcome);
    outcome
}

/// The categories worth considering, best first.
fn ranking(understood: &Understood) -> Vec<(CategoryId, f32)> {
    let mut ranking: Vec<(CategoryId, f32)> =
        (0..).map(CategoryId).zip(understood.scores).filter(|(_, score)| *score >= FAINT).collect();
    ranking.sort_by(|a, b| b.1.total_cmp(&a.1));
    let best = ranking.first().map_or(0.0, |(_, score)| *score);
    ranking.retain(|(_, score)| *score >= best * 0.25);
    ranking.truncate(8);
    ranking
}

fn plan<'a>(index: &Index, query: &'a Query<'a>, understood: &Understood, outcome: &Outcome, matches: &Matches) -> Plan<'a> {
    let mut plan = Plan {
        query,
        filters: Filters::new(query, &index.languages),
        tiers: [0; CategoryId::LIMIT],
        wanted: 0,
        first: u32::MAX,
        services_first: false,
        origin: query.near,
        scope: None,
        browsing: false,
    };
    let best = outcome.categories.first().map_or(0.0, |(_, score)| *score);
    let full = || matches.touched.iter().any(|doc| matches.full_name(matches.get(*doc)));
    let enough = || matches.touched.iter().any(|doc| matches.coverage(matches.get(*doc).words) >= ENOUGH);
    plan.services_first = matches.unexplained != 0 && full();
    // A guess counts only if no service has the words.
    if best >= SURE || (best > 0.0 && !enough()) {
        for (category, score) in &outcome.categories {
            if *score >= best * CLOSE && plan.wanted.count_ones() < 2 {
                plan.tiers[category.index()] = if plan.wanted == 0 { 3 } else { 2 };
                plan.wanted |= category.bit();
            }
        }
        plan.first = outcome.categories.first().map_or(u32::MAX, |(category, _)| category.bit());
    }
    let nothing_said = understood.tokens.is_empty() || (plan.wanted == 0 && matches.touched.is_empty() && matches.no_words());
    let filtered = outcome.within.is_some() || query.category.is_some() || query.near.is_some();
    if nothing_said && filtered {
        plan.browsing = true;
        plan.tiers = [3; CategoryId::LIMIT];
        plan.wanted = query.category.map_or(u32::MAX, CategoryId::bit);
        plan.first = u32::MAX;
    } else if let Some(category) = query.category {
        // Inside a category whose name was chosen, everything of it is a result, what matches the words first.
        plan.tiers[category.index()] = plan.tiers[category.index()].max(1);
        plan.wanted |= category.bit();
        plan.first = category.bit();
    }
    // A category without any service cannot be what the place is searched for.
    let exists = |bit: u32| index.parts.iter().any(|part| part.segment.categories.iter().any(|known| known & bit != 0));
    if plan.first != u32::MAX && !plan.services_first {
        let candidates = outcome.categories.iter().map(|(category, _)| category.bit()).chain(query.category.map(CategoryId::bit));
        let first = candidates.filter(|bit| plan.wanted & bit != 0).find(|bit| exists(*bit));
        plan.first = first.filter(|_| query.category.is_none_or(|c| plan.first == c.bit() || first == Some(c.bit()))).unwrap_or(u32::MAX);
    }
    plan
}

/// One pass over the scope; tells whether it holds what was asked for.
fn scan(index: &Index, plan: &Plan<'_>, scratch: &mut Scratch) -> bool {
    let Scratch { matches, tally, best } = scratch;
    tally.reset();
    best.reset(plan.query.offset.saturating_add(plan.query.limit.min(MOST)));
    let mut pass = Pass { plan, matches, tally, best, found: false, base: 0 };
    for part in &index.parts {
        pass.part(part);
        pass.base += number(part.segment.len());
    }
    pass.found
}

struct Pass<'a> {
    plan: &'a Plan<'a>,
    matches: &'a Matches,
    tally: &'a mut Tally,
    best: &'a mut Best,
    /// Something of the category asked for is in the scope.
    found: bool,
    /// Number of the segment's first document in the whole index.
    base: u32,
}

impl Pass<'_> {
    fn part(&mut self, part: &Part) {
        let segment = &*part.segment;
        let wanted = self.plan.wanted;
        self.tally.begin(segment);
        for category in (0..CategoryId::LIMIT).filter(|category| wanted & (1 << category) != 0) {
            let mut docs = segment.of_category(category);
            if let Some(scope) = &self.plan.scope {
                docs = segment.within(docs, scope);
            }
            for doc in docs {
                self.consider(part, doc);
            }
        }
        let main = |doc: usize| wanted & (1 << segment.category[doc]) != 0;
        let inside = |doc: usize| self.plan.scope.as_ref().is_none_or(|scope| scope.contains(&segment.rank[doc]));
        for doc in segment.also().iter().map(|doc| *doc as usize) {
            if !main(doc) && segment.categories[doc] & wanted != 0 && inside(doc) {
                self.consider(part, doc);
            }
        }
        for doc in segment.nationals().iter().map(|doc| *doc as usize) {
            if segment.categories[doc] & wanted != 0 && !inside(doc) {
                self.consider(part, doc);
            }
        }
        // Services of other categories that have the words.
        if !self.plan.browsing {
            let range = self.base..self.base + number(segment.len());
            for doc in self.matches.touched.iter().filter(|doc| range.contains(doc)) {
                let matched = self.matches.get(*doc);
                let doc = (*doc - self.base) as usize;
                if segment.categories[doc] & wanted == 0
                    && (inside(doc) || segment.national(doc))
                    && self.matches.coverage(matched.words) >= ENOUGH
                {
                    self.consider(part, doc);
                }
            }
        }
        self.tally.end(segment);
    }

    fn consider(&mut self, part: &Part, doc: usize) {
        if !part.deleted.is_empty() && part.deleted.contains(doc) {
            return;
        }
        let segment = &*part.segment;
        let verdict = self.plan.filters.judge(segment, doc);
        self.tally.add(segment, doc, verdict, &self.plan.filters);
        if !verdict.passes() {
            return;
        }
        let global = self.base + number(doc);
        let matched = self.matches.get(global);
        let national = segment.national(doc);
        let inside = self.plan.scope.as_ref().is_none_or(|scope| scope.contains(&segment.rank[doc]));
        let full = self.plan.services_first && self.matches.full_name(matched);
        let of_first = segment.categories[doc] & self.plan.first != 0;
        self.found |= inside && (full || (of_first && !self.plan.services_first) || (self.plan.services_first && of_first && !national))
            && (!national || self.plan.scope.is_none());
        let metres = self.plan.origin.map(|origin| metres(origin, segment.lat[doc], segment.lon[doc]));
        let key = self.key(segment.category[doc], segment.categories[doc], matched, full, national, inside, metres)
            | u64::from(verdict.certain()) << 63
            | u64::from(segment.weight[doc]) << 8;
        self.best.offer(key, global);
    }

    /// The reasons for its place in the list, the strongest in the highest bits.
    #[expect(clippy::too_many_arguments, reason = "each is one of the reasons")]
    fn key(&self, category: u8, categories: u32, matched: Match, full: bool, national: bool, inside: bool, metres: Option<u32>) -> u64 {
        let main = self.plan.tiers[usize::from(category) % CategoryId::LIMIT];
        let tier = if full {
            7
        } else if self.plan.browsing {
            3
        } else if main > 0 {
            // The category asked for, or another that was considered.
            2 * main
        } else if categories & self.plan.wanted != 0 {
            let also = (0..).zip(self.plan.tiers).filter(|(bit, _)| categories & (1 << bit) != 0).map(|(_, tier)| tier).max();
            (2 * also.unwrap_or(1)).saturating_sub(1)
        } else {
            1
        };
        let local = if self.plan.scope.is_some() {
            if inside && !national { 2 } else { 1 }
        } else if let Some(metres) = metres {
            if national { 1 } else if metres <= AROUND_M { 2 } else { 0 }
        } else if national {
            2
        } else {
            1
        };
        let grade = self.matches.grade(matched, self.plan.query.near.is_some());
        let near = metres.map_or(0, |metres| u64::from(0x00ff_ffff - metres.min(0x00ff_ffff)));
        u64::from(tier) << 60 | local << 58 | grade << 56 | near << 32 | self.matches.points(matched) << 16
    }
}

/// Metres between two points that are not far apart, on a sphere; [`u32::MAX`] when one is unknown.
fn metres(from: Position, lat: f32, lon: f32) -> u32 {
    const METRES_PER_DEGREE: f64 = 111_195.0;
    let (lat, lon) = (f64::from(lat), f64::from(lon));
    let north = (lat - from.lat) * METRES_PER_DEGREE;
    let east = (lon - from.lon) * METRES_PER_DEGREE * f64::midpoint(lat, from.lat).to_radians().cos();
    let distance = north.hypot(east);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on Earth, and `as` saturates")]
    if distance.is_finite() { distance.round() as u32 } else { u32::MAX }
}

fn hit(index: &Index, (key, doc): (u64, u32), plan: &Plan<'_>) -> Hit {
    let mut doc = doc as usize;
    let mut parts = index.parts.iter();
    loop {
        let Some(part) = parts.next() else {
            return Hit { id: [0; 16], category: CategoryId(0), place: None, distance_m: None, certain: false };
        };
        let segment = &part.segment;
        if doc < segment.len() {
            let near = plan.query.near.filter(|_| segment.exact[doc]);
            return Hit {
                id: segment.ids[doc],
                category: CategoryId(segment.category[doc]),
                place: (segment.place[doc] != NONE).then_some(PlaceId(segment.place[doc])),
                distance_m: near.map(|near| metres(near, segment.lat[doc], segment.lon[doc])),
                certain: key >> 63 == 1,
            };
        }
        doc -= segment.len();
    }
}

/// The topics to show: the best, and a second one that is nearly as good.
fn topics(index: &Index, query: &Query<'_>, outcome: &mut Outcome) -> Vec<TopicHit> {
    if let Some(category) = query.category {
        let score = outcome.categories.iter().find(|(known, _)| *known == category).map_or(1.0, |(_, score)| *score);
        return index.concepts.has_topic(category).then_some(TopicHit { category, score }).into_iter().collect();
    }
    let best = outcome.categories.first().map_or(0.0, |(_, score)| *score);
    let found = outcome.hits.first().map(|hit| hit.category);
    let mut topics: Vec<TopicHit> = Vec::new();
    if best >= SURE || found.is_none() || !outcome.services_first {
        let close = outcome.categories.iter().filter(|(_, score)| *score >= best * CLOSE);
        topics.extend(close.map(|(category, score)| TopicHit { category: *category, score: *score }).take(2));
    }
    if let Some(category) = found
        && topics.is_empty()
    {
        // The words are in services only: their category explains what they are.
        outcome.services_first = true;
        topics.push(TopicHit { category, score: 0.0 });
    }
    topics.retain(|topic| index.concepts.has_topic(topic.category));
    topics
}

/// The largest keys seen, without sorting the rest.
#[derive(Debug, Default)]
struct Best {
    kept: Vec<(u64, std::cmp::Reverse<u32>)>,
    want: usize,
    least: u64,
}

impl Best {
    fn reset(&mut self, want: usize) {
        self.kept.clear();
        self.want = want.max(1);
        self.least = 0;
    }

    fn offer(&mut self, key: u64, doc: u32) {
        if key < self.least {
            return;
        }
        self.kept.push((key, std::cmp::Reverse(doc)));
        if self.kept.len() >= self.want.saturating_mul(2).max(256) {
            self.prune();
        }
    }

    fn prune(&mut self) {
        if self.kept.len() > self.want {
            self.kept.select_nth_unstable_by(self.want - 1, |a, b| b.cmp(a));
            self.kept.truncate(self.want);
            self.least = self.kept.last().map_or(0, |(key, _)| *key);
        }
    }

    fn page(&mut self, offset: usize, limit: usize) -> impl Iterator<Item = (u64, u32)> {
        self.prune();
        self.kept.sort_unstable_by(|a, b| b.cmp(a));
        self.kept.iter().skip(offset).take(limit).map(|(key, doc)| (*key, doc.0))
    }
}
