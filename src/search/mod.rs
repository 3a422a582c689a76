//! The search engine: from the words a person types, in any of twelve languages, to the office that helps.
//!
//! No I/O and no domain: the server fills it from its store, the browser could fill it from a file.
//!
//! ```text
//! let places = Places::new(places);                     // regions, provinces, comuni, with names in every language
//! let concepts = Concepts::new(&topics, &phrases);      // topics and thesaurus
//! let place = places.find("001272");                    // Some(PlaceId): Torino
//! let index = Index::new(places, concepts, documents);
//! let outcome = index.search(&Query { limit: 10, ..Query::new("il padrone non mi paga", Lang::It) });
//! let index = index.with_changes(&[removed_id], vec![edited]);  // milliseconds; a known id is replaced
//! let bytes = index.to_bytes(fingerprint)?;             // snapshot
//! let index = Index::from_bytes(&bytes, fingerprint)?;  // or an error: rebuild
//! ```
//!
//! [`Index`] is immutable and cheap to clone; share it behind an `Arc` and swap it when something changes.

mod concepts;
mod facets;
mod index;
mod lang;
mod lexical;
mod model;
mod places;
mod query;
mod rank;
mod recognise;
mod segment;
mod snapshot;
mod stem;
mod stopwords;
mod suggest;
mod teach;
#[cfg(test)]
mod tests;
mod text;
mod vocabulary;

pub use concepts::Concepts;
pub use index::Index;
pub use lang::Lang;
pub use model::{
    CategoryId, Document, Facets, Hit, Known, Level, Outcome, Phrase, Place, PlaceId, Position, Query, RecognisedPlace, Suggestion,
    SuggestionKind, Topic, TopicHit, TopicText,
};
pub use places::Places;
pub use snapshot::SnapshotError;
