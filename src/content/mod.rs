//! The registry of content kinds: what every kind of content is made of, and what follows from that.
//!
//! A kind is one typed struct that declares its fields once, with [`kind!`]. Storage, validation, search text, JSON
//! and the tests over all kinds come from the declaration; so will the editors' forms.
//!
//! An **item** has immutable **revisions**; a revision has language-neutral fields and **texts** by language; and each
//! field knows who said so ([`Claims`]): what an editor said, no importer overwrites.

mod kind;
pub mod kinds;
mod merge;
#[cfg(feature = "ssr")]
pub mod server;

pub(crate) use kind::kind;
pub use kind::{Field, Kind, Limit, Shape, line, list, prose, value};
pub use merge::{Author, Claim, Claims, Content, merge};

use serde::{Deserialize, Serialize};

/// An item's identifier: a UUID of version 5 made from the source's own identifier, so that the same record has the
/// same address on every portal that imports it (RFC 9562, section 5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(#[serde(with = "id_text")] pub [u8; 16]);

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, byte) in self.0.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

/// A text that is no identifier.
#[derive(Debug, thiserror::Error)]
#[error("not an identifier")]
pub struct BadId;

impl std::str::FromStr for Id {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let mut bytes = [0; 16];
        let mut digits = text.bytes().filter(|b| *b != b'-').map(|b| char::from(b).to_digit(16));
        if text.len() != 36 {
            return Err(BadId);
        }
        for byte in &mut bytes {
            let (Some(Some(high)), Some(Some(low))) = (digits.next(), digits.next()) else { return Err(BadId) };
            *byte = u8::try_from(high * 16 + low).map_err(|_| BadId)?;
        }
        if digits.next().is_some() { Err(BadId) } else { Ok(Self(bytes)) }
    }
}

mod id_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(id: &[u8; 16], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&super::Id(*id))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 16], D::Error> {
        String::deserialize(deserializer)?.parse::<super::Id>().map(|id| id.0).map_err(D::Error::custom)
    }
}

/// Where an item is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Everybody reads it.
    Published,
    /// It was there; its page says that it no longer is.
    Withdrawn,
}

/// An item as readers see it: its newest revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<K> {
    /// Its identifier.
    pub id: Id,
    /// Its name in addresses, unique within the kind.
    pub slug: String,
    /// Where it is in its life.
    pub state: State,
    /// The number of its newest revision, from 1.
    pub revision: i64,
    /// When it was last changed, seconds since 1970.
    pub updated: i64,
    /// Its fields.
    pub fields: K,
}

/// Whether a word may be a slug: lower-case Latin letters, digits, and hyphens between them.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.len() <= 80 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
