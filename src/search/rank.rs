//! From an understood query to the page of results.
//!
//! # Why
//! Order is by reasons, not by one blended number: certain before unknown, the category needed before others, the place
//! asked for before elsewhere, then how much of the words a record matches, then distance or completeness. Each reason
//! is a few bits of one key, so a page is the largest keys of one pass over the columns.

use std::{cell::RefCell, ops::Range};

use super::{
    facets::{Filters, Tally},
    index::{Index, Part},
    lexical::{Match, Matches},
    model::{CategoryId, Hit, Level, Outcome, PlaceId, Position, Query, RecognisedPlace, TopicHit},
    query::{Understood, understand},
    segment::{NONE, Segment, number},
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
/// The same, where the need is clear from the words themselves.
const NEARLY_ALL: f32 = 0.85;

/// The highest bit of a key: every filter holds for certain.
const CERTAIN: u64 = 1 << 63;
/// Distances fill 24 bits of a key.
const FARTHEST: u32 = 0x00ff_ffff;
/// From this weight on somebody has checked the record: such a national service comes first where no place is named.
const VOUCHED: u8 = 128;

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
    filters: Filters,
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
    scope: Option<Range<u32>>,
    /// Nothing was said: everything in the place or category.
    browsing: bool,
    /// Part of the words that a service of another category must have.
    enough: f32,
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
    outcome.topics = topics(index, query, plan.browsing, &mut outcome);
    outcome
}

/// The categories worth considering, best first.
fn ranking(understood: &Understood) -> Vec<(CategoryId, f32)> {
    let mut ranking: Vec<(CategoryId, f32)> = (0..).map(CategoryId).zip(understood.scores).filter(|(_, score)| *score >= FAINT).collect();
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
        enough: ENOUGH,
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
        if best >= SURE && matches.unexplained == 0 {
            plan.enough = NEARLY_ALL;
        }
        plan.first = outcome.categories.first().map_or(u32::MAX, |(category, _)| category.bit());
    }
    let nothing_said = understood.tokens.is_empty() || (plan.wanted == 0 && matches.touched.is_empty() && matches.no_words());
    let narrowed = query.open || query.free || query.undocumented || query.speaks.is_some();
    let filtered = narrowed || outcome.within.is_some() || query.category.is_some() || query.near.is_some();
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
    // A category without any service cannot be what the place is searched for; one that the reader chose can.
    if plan.first != u32::MAX && query.category.is_none() && !plan.services_first {
        let exists = |bit: &u32| plan.wanted & bit != 0 && index.parts.iter().any(|part| part.segment.has(*bit));
        plan.first = outcome.categories.iter().map(|(category, _)| category.bit()).find(exists).unwrap_or(u32::MAX);
    }
    plan
}

/// One pass over the scope; tells whether it holds what was asked for.
fn scan(index: &Index, plan: &Plan<'_>, scratch: &mut Scratch) -> bool {
    let Scratch { matches, tally, best } = scratch;
    tally.reset();
    best.reset(plan.query.offset.saturating_add(plan.query.limit.min(MOST)));
    let mut pass = Pass { plan, matches, tally, best, origin: plan.origin.map(Origin::new), found: false, base: 0 };
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
    origin: Option<Origin>,
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
            if self.plan.filters.none() {
                part.deleted.gaps(docs, |docs| self.stretch(segment, category, docs));
            } else {
                docs.for_each(|doc| self.consider(part, doc));
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
                    && self.matches.coverage(matched.words) >= self.plan.enough
                {
                    self.consider(part, doc);
                }
            }
        }
        self.tally.end(segment);
    }

    /// A stretch of a category within the scope, no filter on: most documents differ in distance and weight only.
    fn stretch(&mut self, segment: &Segment, category: usize, docs: Range<usize>) {
        self.tally.add_all(segment, category, docs.clone(), &self.plan.filters);
        let plain = Reasons { category, categories: 1 << category, inside: true, ..Reasons::default() };
        let plain_key = self.key(&plain) | CERTAIN;
        let scoped = self.plan.scope.is_some();
        for doc in docs {
            let global = self.base + number(doc);
            let matched = self.matches.get(global);
            let national = segment.national(doc);
            let metres = self.origin.map(|origin| origin.metres(segment.lat[doc], segment.lon[doc]));
            if !scoped || !national {
                self.found |= self.sought(segment.categories[doc], matched, national);
            }
            let weight = segment.weight[doc];
            let key = if matched.words == 0 && !national && metres.is_none() {
                plain_key
            } else {
                let categories = segment.categories[doc];
                self.key(&Reasons { categories, matched, national, metres, weight, ..plain }) | CERTAIN
            };
            self.best.offer(key | u64::from(weight) << 8, global);
        }
    }

    fn consider(&mut self, part: &Part, doc: usize) {
        let segment = &*part.segment;
        if part.deleted.contains(doc) {
            return;
        }
        let verdict = self.plan.filters.judge(segment, doc);
        if verdict.hopeless() {
            return;
        }
        self.tally.add(segment, doc, verdict);
        if !verdict.passes() {
            return;
        }
        let global = self.base + number(doc);
        let reasons = Reasons {
            category: usize::from(segment.category[doc]),
            categories: segment.categories[doc],
            matched: self.matches.get(global),
            national: segment.national(doc),
            inside: self.plan.scope.as_ref().is_none_or(|scope| scope.contains(&segment.rank[doc])),
            metres: self.origin.map(|origin| origin.metres(segment.lat[doc], segment.lon[doc])),
            weight: segment.weight[doc],
        };
        if reasons.inside && (!reasons.national || self.plan.scope.is_none()) {
            self.found |= self.sought(reasons.categories, reasons.matched, reasons.national);
        }
        let certain = if verdict.certain() { CERTAIN } else { 0 };
        self.best.offer(self.key(&reasons) | certain | u64::from(reasons.weight) << 8, global);
    }

    /// Whether the place may be called served by this document: it is of the category asked for, or is what was named.
    fn sought(&self, categories: u32, matched: Match, national: bool) -> bool {
        if self.plan.services_first {
            self.matches.full_name(matched) || (categories & self.plan.first != 0 && !national)
        } else {
            categories & self.plan.first != 0
        }
    }

    /// The reasons for its place in the list, the strongest in the highest bits.
    fn key(&self, reasons: &Reasons) -> u64 {
        let Reasons { category, categories, matched, national, inside, metres, weight } = *reasons;
        let main = self.plan.tiers[category % CategoryId::LIMIT];
        let tier = if self.plan.services_first && self.matches.full_name(matched) {
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
            if national {
                1
            } else if metres <= AROUND_M {
                2
            } else {
                0
            }
        } else if national && weight >= VOUCHED {
            2
        } else {
            1
        };
        let grade = if matched.words == 0 { 0 } else { self.matches.grade(matched, self.plan.query.near.is_some()) };
        let near = metres.map_or(0, |metres| u64::from(FARTHEST - metres.min(FARTHEST)));
        u64::from(tier) << 60 | local << 58 | grade << 56 | near << 32 | self.matches.points(matched) << 16
    }
}

/// What decides where a document stands among the results.
#[derive(Debug, Clone, Copy, Default)]
struct Reasons {
    category: usize,
    categories: u32,
    matched: Match,
    national: bool,
    inside: bool,
    metres: Option<u32>,
    weight: u8,
}

/// A point to measure from.
///
/// # Why
/// The cosine of its latitude is taken once: exact enough nearby, and farther away only the order matters.
#[derive(Clone, Copy)]
struct Origin {
    lat: f32,
    lon: f32,
    narrowing: f32,
}

impl Origin {
    #[expect(clippy::cast_possible_truncation, reason = "a coordinate needs no more than a metre")]
    fn new(at: Position) -> Self {
        Self { lat: at.lat as f32, lon: at.lon as f32, narrowing: at.lat.to_radians().cos() as f32 }
    }

    /// Metres to a point, on a sphere; [`u32::MAX`] when one is unknown.
    fn metres(self, lat: f32, lon: f32) -> u32 {
        const METRES_PER_DEGREE: f32 = 111_195.0;
        let north = lat - self.lat;
        let east = (lon - self.lon) * self.narrowing;
        let distance = (north * north + east * east).sqrt() * METRES_PER_DEGREE;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on Earth, and `as` saturates")]
        if distance.is_nan() { u32::MAX } else { distance as u32 }
    }
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
                distance_m: near.map(|near| Origin::new(near).metres(segment.lat[doc], segment.lon[doc])),
                certain: key & CERTAIN != 0,
            };
        }
        doc -= segment.len();
    }
}

/// The topics to show: the best, and a second one that is nearly as good.
fn topics(index: &Index, query: &Query<'_>, browsing: bool, outcome: &mut Outcome) -> Vec<TopicHit> {
    if let Some(category) = query.category {
        let score = outcome.categories.iter().find(|(known, _)| *known == category).map_or(1.0, |(_, score)| *score);
        return index.concepts.has_topic(category).then_some(TopicHit { category, score }).into_iter().collect();
    }
    if browsing {
        return Vec::new();
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
