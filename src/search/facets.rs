//! Counting: what each filter would give.

use std::ops::Range;

use super::{
    index::Index,
    model::{CategoryId, Facets, Known, Level, PlaceId, Query},
    segment::{FREE, NONE, Segment, UNDOCUMENTED, number},
};

const CATEGORY: u8 = 1;
const OPEN: u8 = 2;
const FREE_OF_CHARGE: u8 = 4;
const WITHOUT_DOCUMENTS: u8 = 8;
const LANGUAGE: u8 = 16;

/// The filters of a query, made ready to test documents.
#[derive(Debug)]
pub(super) struct Filters {
    category: u32,
    /// Open now, for each entry of the caller's table of opening hours.
    open: Vec<Answer>,
    /// Which filters are on.
    on: u8,
    speaks: u64,
}

/// An answer to a yes-or-no question, as two bits of a segment's flags hold it.
type Answer = u8;
const UNKNOWN: Answer = 0;
const NO: Answer = 1;
const YES: Answer = 2;

const fn answer(known: Option<bool>) -> Answer {
    match known {
        None => UNKNOWN,
        Some(false) => NO,
        Some(true) => YES,
    }
}

/// What the filters say about a document.
///
/// # Why
/// Answers are numbers and are counted by arithmetic: what a record knows about itself is as good as random, and a
/// branch on it, mispredicted for a hundred thousand records, is most of the cost of a count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    open: Answer,
    free: Answer,
    undocumented: Answer,
    /// Filters that it certainly fails.
    failed: u8,
    /// Filters that cannot be answered.
    unknown: u8,
}

impl Verdict {
    pub(super) const fn passes(self) -> bool {
        self.failed == 0
    }

    pub(super) const fn certain(self) -> bool {
        self.unknown == 0
    }

    /// Two filters fail: no single change would show it, nothing counts it.
    pub(super) const fn hopeless(self) -> bool {
        self.failed & self.failed.wrapping_sub(1) != 0
    }

    /// It would be among the results if this filter were the only one off.
    const fn counts_for(self, filter: u8) -> bool {
        self.failed & !filter == 0
    }
}

impl Filters {
    pub(super) fn new(query: &Query<'_>, languages: &[String]) -> Self {
        let on = |filter: bool, bit: u8| if filter { bit } else { 0 };
        let speaks = query.speaks.map(|code| languages.iter().position(|known| known == code));
        Self {
            category: query.category.map_or(u32::MAX, CategoryId::bit),
            open: query.open_states.iter().map(|state| answer(*state)).collect(),
            on: on(query.category.is_some(), CATEGORY)
                | on(query.open, OPEN)
                | on(query.free, FREE_OF_CHARGE)
                | on(query.undocumented, WITHOUT_DOCUMENTS)
                | on(query.speaks.is_some(), LANGUAGE),
            speaks: speaks.flatten().map_or(0, |bit| 1 << bit),
        }
    }

    /// No filter is on: every document passes.
    pub(super) const fn none(&self) -> bool {
        self.on == 0
    }

    fn open(&self, hours: u32) -> Answer {
        if hours == 0 { UNKNOWN } else { self.open.get(hours as usize).copied().unwrap_or(UNKNOWN) }
    }

    pub(super) fn judge(&self, segment: &Segment, doc: usize) -> Verdict {
        let flags = segment.flags[doc];
        let speaks = segment.speaks[doc];
        let yes_or_no = |yes: bool| 1 + Answer::from(yes);
        let category = yes_or_no(segment.categories[doc] & self.category != 0);
        let language = yes_or_no(speaks & self.speaks != 0) * Answer::from(speaks != 0);
        let (open, free, undocumented) = (self.open(segment.hours[doc]), flag(flags, FREE), flag(flags, UNDOCUMENTED));
        let all = [(CATEGORY, category), (OPEN, open), (FREE_OF_CHARGE, free), (WITHOUT_DOCUMENTS, undocumented), (LANGUAGE, language)];
        let those = |wanted: Answer| all.iter().fold(0, |sum, (filter, answer)| sum | (filter * u8::from(*answer == wanted)));
        Verdict { open, free, undocumented, failed: those(NO) & self.on, unknown: those(UNKNOWN) & self.on }
    }
}

const fn flag(flags: u8, at: u8) -> Answer {
    flags >> at & 3
}

/// Running counts.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) total: usize,
    pub(super) certain: usize,
    categories: [u32; CategoryId::LIMIT],
    /// By `area` of the segment at hand.
    areas: Vec<u32>,
    /// By place, of the segments before.
    places: Vec<(u32, u32)>,
    languages: Vec<u32>,
    national: u32,
    open: Known,
    free: Known,
    undocumented: Known,
    languages_unknown: u32,
}

fn count(known: &mut Known, answer: Answer, n: u32) {
    known.yes += n * u32::from(answer == YES);
    known.unknown += n * u32::from(answer == UNKNOWN);
}

impl Tally {
    pub(super) fn reset(&mut self) {
        let (mut areas, mut places, mut languages) =
            (std::mem::take(&mut self.areas), std::mem::take(&mut self.places), std::mem::take(&mut self.languages));
        areas.clear();
        places.clear();
        languages.clear();
        languages.resize(64, 0);
        *self = Self { areas, places, languages, ..Self::default() };
    }

    pub(super) fn begin(&mut self, segment: &Segment) {
        self.areas.clear();
        self.areas.resize(segment.areas.len(), 0);
    }

    pub(super) fn end(&mut self, segment: &Segment) {
        for (area, n) in segment.areas.iter().zip(&self.areas) {
            if *n > 0 && *area != NONE {
                self.places.push((*area, *n));
            }
        }
    }

    pub(super) fn add(&mut self, segment: &Segment, doc: usize, verdict: Verdict) {
        if verdict.counts_for(CATEGORY) {
            let mut bits = segment.categories[doc];
            while bits != 0 {
                self.categories[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        count(&mut self.open, verdict.open, u32::from(verdict.counts_for(OPEN)));
        count(&mut self.free, verdict.free, u32::from(verdict.counts_for(FREE_OF_CHARGE)));
        count(&mut self.undocumented, verdict.undocumented, u32::from(verdict.counts_for(WITHOUT_DOCUMENTS)));
        if verdict.counts_for(LANGUAGE) {
            let mut bits = segment.speaks[doc];
            if bits == 0 {
                self.languages_unknown += 1;
            }
            while bits != 0 {
                self.languages[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        if verdict.passes() {
            self.total += 1;
            self.certain += usize::from(verdict.certain());
            self.areas[usize::from(segment.area[doc])] += 1;
            self.national += u32::from(segment.national(doc));
        }
    }

    /// Counts a stretch of one category when no filter is on, column by column.
    pub(super) fn add_all(&mut self, segment: &Segment, category: usize, docs: Range<usize>, filters: &Filters) {
        let size = number(docs.len());
        self.total += docs.len();
        self.certain += docs.len();
        self.categories[category % CategoryId::LIMIT] += size;
        for doc in segment.also_in(&docs) {
            let mut bits = segment.categories[*doc as usize] & !(1 << category);
            while bits != 0 {
                self.categories[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        let mut flags = [0_u32; 256];
        for flag in &segment.flags[docs.clone()] {
            flags[usize::from(*flag)] += 1;
        }
        for (value, n) in (0..=u8::MAX).zip(flags).filter(|(_, n)| *n > 0) {
            count(&mut self.free, flag(value, FREE), n);
            count(&mut self.undocumented, flag(value, UNDOCUMENTED), n);
            if Segment::national_flag(value) {
                self.national += n;
            }
        }
        if filters.open.is_empty() {
            self.open.unknown += size;
        } else {
            for hours in &segment.hours[docs.clone()] {
                count(&mut self.open, filters.open(*hours), 1);
            }
        }
        for speaks in &segment.speaks[docs.clone()] {
            let mut bits = *speaks;
            self.languages_unknown += u32::from(bits == 0);
            while bits != 0 {
                self.languages[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        // Documents stand in the order of their places: areas come in runs.
        for run in segment.area[docs].chunk_by(|a, b| a == b) {
            self.areas[usize::from(run[0])] += number(run.len());
        }
    }

    pub(super) fn facets(&self, index: &Index) -> Facets {
        let mut categories: Vec<(CategoryId, u32)> = (0..).map(CategoryId).zip(self.categories).filter(|(_, n)| *n > 0).collect();
        categories.sort_by_key(|(category, n)| (std::cmp::Reverse(*n), *category));
        let codes = index.languages.iter().cloned().zip(self.languages.iter().copied());
        let mut languages: Vec<(String, u32)> = codes.filter(|(_, n)| *n > 0).collect();
        languages.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        Facets {
            categories,
            regions: self.at(index, Level::Region),
            provinces: self.at(index, Level::Province),
            national: self.national,
            open: self.open,
            free: self.free,
            undocumented: self.undocumented,
            languages,
            languages_unknown: self.languages_unknown,
        }
    }

    fn at(&self, index: &Index, level: Level) -> Vec<(PlaceId, u32)> {
        let mut counts: Vec<(PlaceId, u32)> = Vec::new();
        for (place, n) in &self.places {
            if let Some(place) = index.places.up_to(PlaceId(*place), level) {
                match counts.iter_mut().find(|(known, _)| *known == place) {
                    Some((_, sum)) => *sum += n,
                    None => counts.push((place, *n)),
                }
            }
        }
        counts.sort_by_key(|(place, n)| (std::cmp::Reverse(*n), *place));
        counts
    }
}
