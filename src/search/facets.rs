//! Counting: what each filter would give.

use super::{
    index::Index,
    model::{CategoryId, Facets, Known, Level, PlaceId, Query},
    segment::{FREE, NONE, Segment, UNDOCUMENTED},
};

const CATEGORY: u8 = 1;
const OPEN: u8 = 2;
const FREE_OF_CHARGE: u8 = 4;
const WITHOUT_DOCUMENTS: u8 = 8;
const LANGUAGE: u8 = 16;

/// The filters of a query, made ready to test documents.
#[derive(Debug)]
pub(super) struct Filters<'a> {
    category: u32,
    open_states: &'a [Option<bool>],
    /// Which filters are on.
    on: u8,
    speaks: u64,
}

/// What the filters say about a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
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

    /// It would be among the results if this filter were the only one off.
    const fn counts_for(self, filter: u8) -> bool {
        self.failed & !filter == 0
    }
}

impl<'a> Filters<'a> {
    pub(super) fn new(query: &Query<'a>, languages: &[String]) -> Self {
        let on = |filter: bool, bit: u8| if filter { bit } else { 0 };
        let speaks = query.speaks.map(|code| languages.iter().position(|known| known == code));
        Self {
            category: query.category.map_or(u32::MAX, CategoryId::bit),
            open_states: query.open_states,
            on: on(query.category.is_some(), CATEGORY)
                | on(query.open, OPEN)
                | on(query.free, FREE_OF_CHARGE)
                | on(query.undocumented, WITHOUT_DOCUMENTS)
                | on(query.speaks.is_some(), LANGUAGE),
            speaks: speaks.flatten().map_or(0, |bit| 1 << bit),
        }
    }

    fn open(&self, hours: u32) -> Option<bool> {
        if hours == 0 { None } else { self.open_states.get(hours as usize).copied().flatten() }
    }

    pub(super) fn judge(&self, segment: &Segment, doc: usize) -> Verdict {
        let mut verdict = Verdict { failed: 0, unknown: 0 };
        if self.on == 0 {
            return verdict;
        }
        let mut answer = |filter: u8, known: Option<bool>| {
            if self.on & filter != 0 {
                match known {
                    Some(true) => {}
                    Some(false) => verdict.failed |= filter,
                    None => verdict.unknown |= filter,
                }
            }
        };
        answer(CATEGORY, Some(segment.categories[doc] & self.category != 0));
        answer(OPEN, self.open(segment.hours[doc]));
        answer(FREE_OF_CHARGE, flag(segment.flags[doc], FREE));
        answer(WITHOUT_DOCUMENTS, flag(segment.flags[doc], UNDOCUMENTED));
        let speaks = segment.speaks[doc];
        answer(LANGUAGE, (speaks != 0).then_some(speaks & self.speaks != 0));
        verdict
    }
}

const fn flag(flags: u8, at: u8) -> Option<bool> {
    match flags >> at & 3 {
        1 => Some(false),
        2 => Some(true),
        _ => None,
    }
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

fn count(known: &mut Known, answer: Option<bool>) {
    match answer {
        Some(true) => known.yes += 1,
        Some(false) => {}
        None => known.unknown += 1,
    }
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

    pub(super) fn add(&mut self, segment: &Segment, doc: usize, verdict: Verdict, filters: &Filters<'_>) {
        if verdict.counts_for(CATEGORY) {
            let mut bits = segment.categories[doc];
            while bits != 0 {
                self.categories[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        if verdict.counts_for(OPEN) {
            count(&mut self.open, filters.open(segment.hours[doc]));
        }
        if verdict.counts_for(FREE_OF_CHARGE) {
            count(&mut self.free, flag(segment.flags[doc], FREE));
        }
        if verdict.counts_for(WITHOUT_DOCUMENTS) {
            count(&mut self.undocumented, flag(segment.flags[doc], UNDOCUMENTED));
        }
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

    pub(super) fn facets(&self, index: &Index) -> Facets {
        let mut categories: Vec<(CategoryId, u32)> =
            (0..).map(CategoryId).zip(self.categories).filter(|(_, n)| *n > 0).collect();
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
