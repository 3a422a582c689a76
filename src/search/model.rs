//! What goes into the engine and what comes out of it.

use serde::{Deserialize, Serialize};

use super::lang::Lang;

/// A category of services, by the caller's own number. The engine holds at most [`CategoryId::LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CategoryId(pub u8);

impl CategoryId {
    /// One more than the highest number that may be used: categories travel as bits of a `u32`.
    pub const LIMIT: usize = 32;

    pub(super) const fn index(self) -> usize {
        (self.0 as usize) % Self::LIMIT
    }

    pub(super) const fn bit(self) -> u32 {
        1 << self.index()
    }
}

/// A place of [`super::Places`], by its number there. Numbers hold for one [`super::Places`] only: store codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceId(pub u32);

/// Degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

/// How large a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Italy.
    Nation,
    /// One of the twenty regions.
    Region,
    /// A province or metropolitan city.
    Province,
    /// A municipality.
    Comune,
}

/// A place that services stand in and that people name in a query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// ISTAT code (`01`, `001`, `001272`) or `IT`; unique.
    pub code: String,
    /// How large it is.
    pub level: Level,
    /// Code of the place around it; `None` for the nation.
    pub parent: Option<String>,
    /// Names, any number in each language; the first Italian one is the name shown.
    /// Bilingual names may be written `Bolzano/Bozen`.
    pub names: Vec<(Lang, String)>,
    /// Postal codes.
    pub caps: Vec<u32>,
    /// Where it is, if known.
    pub position: Option<Position>,
    /// Inhabitants; 0 = unknown.
    pub population: u32,
    /// Seat of a province: such a town is expected in a query even when its name is an ordinary word.
    pub capital: bool,
    /// Its name is also an ordinary word in some language (Fondi, Sale, Como).
    pub common: bool,
}

/// A service, as the engine sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The caller's identifier (a UUID).
    pub id: [u8; 16],
    /// Main category.
    pub category: CategoryId,
    /// Other categories it also serves.
    pub also: Vec<CategoryId>,
    /// Name, as shown.
    pub name: String,
    /// Organisation that runs it; empty if unknown.
    pub organisation: String,
    /// Everything else worth matching: subtype, notes, address.
    pub body: String,
    /// The same record in other languages.
    pub other_texts: Vec<(Lang, String)>,
    /// The smallest place it stands in.
    pub place: Option<PlaceId>,
    /// Exact position, if known.
    pub position: Option<Position>,
    /// Free of charge; `None` = unknown.
    pub free: Option<bool>,
    /// Open to people without documents; `None` = unknown.
    pub undocumented: Option<bool>,
    /// Codes of the languages spoken; empty = unknown.
    pub speaks: Vec<String>,
    /// Index into the caller's table of distinct opening hours; 0 = unknown.
    pub hours: u32,
    /// Serves the whole country (a helpline, a national office).
    pub national: bool,
    /// How complete and how recently checked the record is, 0 to 255; 128 and more: somebody has checked it.
    pub weight: u8,
}

/// A topic page: the plain explanation of one category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// The category it explains.
    pub category: CategoryId,
    /// Order on the home page.
    pub order: u16,
    /// Its texts, one for each language.
    pub texts: Vec<TopicText>,
}

/// A topic page in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicText {
    /// Language of the text.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// All the rest, paragraphs joined by line breaks.
    pub text: String,
}

/// A phrase of the thesaurus: what people type, and the category they need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// Language of the phrase.
    pub lang: Lang,
    /// Where it leads.
    pub category: CategoryId,
    /// The words.
    pub text: String,
    /// A need told in one's own words, rather than the name of a thing or an office.
    pub need: bool,
}

/// A question to the index. [`Query::new`] gives one without any filter.
#[expect(clippy::struct_excessive_bools, reason = "each is a box that the reader ticks")]
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// What the reader typed; may be empty (browse), huge or broken.
    pub text: &'a str,
    /// The reader's language: a hint, the text may be in any of the twelve.
    pub lang: Lang,
    /// Only this category.
    pub category: Option<CategoryId>,
    /// Only this place (of any level) and what lies in it. Wins over a place named in the text.
    pub place: Option<PlaceId>,
    /// Nearest first.
    pub near: Option<Position>,
    /// For each index of the caller's table of opening hours: open now? Index 0 is unknown whatever it says.
    pub open_states: &'a [Option<bool>],
    /// Filter: open now.
    pub open: bool,
    /// Filter: free of charge.
    pub free: bool,
    /// Filter: open to people without documents.
    pub undocumented: bool,
    /// Filter: language spoken (its code).
    pub speaks: Option<&'a str>,
    /// The reader removed the place recognised in the text: its words are ordinary words again.
    pub ignore_place: bool,
    /// How many services to skip.
    pub offset: usize,
    /// How many services to return, at most 200.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// A query without filters, first twenty services.
    #[must_use]
    pub const fn new(text: &'a str, lang: Lang) -> Self {
        Self {
            text,
            lang,
            category: None,
            place: None,
            near: None,
            open_states: &[],
            open: false,
            free: false,
            undocumented: false,
            speaks: None,
            ignore_place: false,
            offset: 0,
            limit: 20,
        }
    }
}

/// The answer to a [`Query`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// The best topic, and a second one when the need is ambiguous. Given for every `offset`; show them on the first page.
    pub topics: Vec<TopicHit>,
    /// The words are the name of a service: show the services before the topics.
    pub services_first: bool,
    /// The services of this page, best first.
    pub hits: Vec<Hit>,
    /// How many services match in all.
    pub total: usize,
    /// How many of `total` satisfy every filter for certain; they come first, then those of which something is unknown.
    pub certain: usize,
    /// The place recognised in the text, if it is in use as a filter.
    pub place: Option<RecognisedPlace>,
    /// The place in use as a filter, named in the text or given; before widening.
    pub within: Option<PlaceId>,
    /// Nothing was found in the place asked for: the hits come from this wider one.
    pub widened: Option<PlaceId>,
    /// Words that were read as other words, as (typed, understood), folded.
    pub corrected: Vec<(String, String)>,
    /// The categories considered, best first, scores in 0..=1.
    pub categories: Vec<(CategoryId, f32)>,
    /// Counts for the filters.
    pub facets: Facets,
}

/// A topic found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopicHit {
    /// Which topic.
    pub category: CategoryId,
    /// How sure, 0..=1.
    pub score: f32,
}

/// A service found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The caller's identifier.
    pub id: [u8; 16],
    /// Its main category.
    pub category: CategoryId,
    /// Its place.
    pub place: Option<PlaceId>,
    /// Metres from `near`; `None` without `near` or without an exact position.
    pub distance_m: Option<u32>,
    /// Every filter asked for is known to hold; `false` = something is unknown.
    pub certain: bool,
}

/// A place found in the text of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecognisedPlace {
    /// Which place.
    pub place: PlaceId,
    /// First byte of its name in `Query::text`.
    pub start: usize,
    /// One past the last byte of its name in `Query::text`.
    pub end: usize,
}

/// How many records know something about themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Yes for certain.
    pub yes: u32,
    /// Not recorded.
    pub unknown: u32,
}

/// What each filter would give. Each count takes every filter into account except its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Services in each category (main or other), most first; empty categories are left out.
    pub categories: Vec<(CategoryId, u32)>,
    /// Services in each region, most first.
    pub regions: Vec<(PlaceId, u32)>,
    /// Services in each province, most first.
    pub provinces: Vec<(PlaceId, u32)>,
    /// Services for the whole country.
    pub national: u32,
    /// Open now.
    pub open: Known,
    /// Free of charge.
    pub free: Known,
    /// Open to people without documents.
    pub undocumented: Known,
    /// Services that speak each language, by code, most first.
    pub languages: Vec<(String, u32)>,
    /// Services whose languages are not recorded.
    pub languages_unknown: u32,
}

/// A way to go on typing.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The whole text to search for.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
}

/// What a [`Suggestion`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// The title of a topic.
    Topic(CategoryId),
    /// A phrase of the thesaurus.
    Phrase(CategoryId),
    /// The text so far with the name of a place completed.
    Place(PlaceId),
    /// The name of a service.
    Service([u8; 16]),
}
