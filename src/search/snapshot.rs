//! The index as bytes, so that a server is ready as soon as it has read a file.
//!
//! Layout: magic, format, the caller's fingerprint, checksum of all that follows, then the index in postcard.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    concepts::Concepts,
    index::{Deleted, Index, Part},
    places::Places,
    segment::Segment,
};

const MAGIC: &[u8; 8] = b"PORTOIDX";
/// Raised whenever anything that is written, or the way words are folded and stemmed, changes.
const FORMAT: u32 = 1;
const HEADER: usize = 8 + 4 + 8 + 4;

/// Why a snapshot cannot be used. Rebuild the index from the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotError {
    /// Not a snapshot, or cut short, or its checksum is wrong.
    Damaged,
    /// Written by another version of the engine.
    Format,
    /// Written from other data than the caller's fingerprint says.
    Stale,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the snapshot is damaged",
            Self::Format => "the snapshot has another format",
            Self::Stale => "the snapshot is out of date",
        })
    }
}

impl std::error::Error for SnapshotError {}

#[derive(Serialize)]
struct Written<'a> {
    places: &'a Places,
    concepts: &'a Concepts,
    languages: &'a [String],
    parts: Vec<(&'a Segment, &'a Deleted)>,
}

#[derive(Deserialize)]
struct Read {
    places: Places,
    concepts: Concepts,
    languages: Vec<String>,
    parts: Vec<(Segment, Deleted)>,
}

impl Index {
    /// A snapshot; `fingerprint` is the caller's mark of the data it was made from. Fails only if memory does.
    pub fn to_bytes(&self, fingerprint: u64) -> Result<Vec<u8>, SnapshotError> {
        let written = Written {
            places: &self.places,
            concepts: &self.concepts,
            languages: &self.languages,
            parts: self.parts.iter().map(|part| (&*part.segment, &*part.deleted)).collect(),
        };
        let mut bytes = Vec::with_capacity(HEADER + self.bytes());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.extend_from_slice(&fingerprint.to_le_bytes());
        bytes.extend_from_slice(&[0; 4]);
        let mut bytes = postcard::to_extend(&written, bytes).map_err(|_| SnapshotError::Damaged)?;
        let sum = crc32fast::hash(&bytes[HEADER..]).to_le_bytes();
        bytes[HEADER - 4..HEADER].copy_from_slice(&sum);
        Ok(bytes)
    }

    /// Reads a snapshot back; an error says why it is of no use.
    pub fn from_bytes(bytes: &[u8], fingerprint: u64) -> Result<Self, SnapshotError> {
        let (header, body) = bytes.split_at_checked(HEADER).ok_or(SnapshotError::Damaged)?;
        if &header[..8] != MAGIC {
            return Err(SnapshotError::Damaged);
        }
        if header[8..12] != FORMAT.to_le_bytes() {
            return Err(SnapshotError::Format);
        }
        if header[12..20] != fingerprint.to_le_bytes() {
            return Err(SnapshotError::Stale);
        }
        if header[20..24] != crc32fast::hash(body).to_le_bytes() {
            return Err(SnapshotError::Damaged);
        }
        let read: Read = postcard::from_bytes(body).map_err(|_| SnapshotError::Damaged)?;
        let parts = read.parts.into_iter().map(|(segment, deleted)| Part { segment: Arc::new(segment), deleted: Arc::new(deleted) });
        Ok(Self {
            places: Arc::new(read.places),
            concepts: Arc::new(read.concepts),
            parts: parts.collect(),
            languages: Arc::new(read.languages),
        })
    }
}
