//! Pages kept as compressed bytes, until what they show changes or the time comes at which they are no longer true.

use std::{
    io::Write as _,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use bytes::Bytes;
use jiff::Timestamp;
use moka::sync::Cache;

/// How an answer's body is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// Not at all.
    Plain,
}

impl Encoding {
    /// The best that a client takes.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accepts.split(',').any(|part| {
                let mut pieces = part.split(';').map(str::trim);
                let named = pieces.next().is_some_and(|coding| coding.eq_ignore_ascii_case(name));
                named && !pieces.any(|q| matches!(q, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }
}

/// What a page says of how long it may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// It answers one reader's own words or position: never kept.
    Private,
    /// It is true until a moment, or until something changes that it shows.
    Until {
        /// The first moment at which it may no longer be true.
        fresh_until: Timestamp,
        /// What it shows.
        shows: Shows,
    },
}

/// What a page shows, and therefore which changes make it stale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// Only the interface's own texts.
    Nothing,
    /// Items by their id; a change of another item does not concern it.
    Items(Vec<crate::content::Id>),
    /// A list or counts: any change concerns it.
    Everything,
}

/// A page as it is sent.
#[derive(Debug)]
pub struct Entry {
    status: StatusCode,
    plain: Bytes,
    br: Bytes,
    gzip: Bytes,
    etag: HeaderValue,
    language: HeaderValue,
    policy: Policy,
    /// The number of the newest change that it may show.
    seq: i64,
}

/// The kept pages, bounded in bytes.
#[derive(Debug)]
pub struct PageCache {
    pages: Cache<String, Arc<Entry>>,
    /// The number of the newest change whose stale pages were dropped.
    seq: AtomicI64,
}

impl Entry {
    /// Compresses a page. What is kept is compressed harder than what is sent once.
    pub fn new(status: StatusCode, html: String, language: &'static str, policy: Policy, seq: i64) -> Self {
        let quality = if policy == Policy::Private { 4 } else { 9 };
        // Weak: the same page goes out in three encodings (RFC 9110, section 8.8.1).
        let etag = format!("W/\"{:08x}{:x}\"", crc32fast::hash(html.as_bytes()), html.len());
        Self {
            status,
            br: compress_brotli(html.as_bytes(), quality),
            gzip: if policy == Policy::Private { Bytes::new() } else { compress_gzip(html.as_bytes()) },
            plain: html.into(),
            etag: HeaderValue::from_str(&etag).unwrap_or(HeaderValue::from_static("W/\"0\"")),
            language: HeaderValue::from_static(language),
            policy,
            seq,
        }
    }

    fn size(&self) -> usize {
        self.plain.len() + self.br.len() + self.gzip.len() + 400
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        matches!(self.policy, Policy::Until { fresh_until, .. } if now < fresh_until)
    }

    /// The answer to one request: 304 where the client has the page, else the body as the client takes it.
    pub fn respond(&self, request: &HeaderMap) -> Response<Body> {
        let known = request.get(header::IF_NONE_MATCH).is_some_and(|tags| {
            tags.to_str().is_ok_and(|tags| tags.split(',').any(|tag| opaque(tag.trim().as_bytes()) == opaque(self.etag.as_bytes())))
        });
        let mut response = Response::new(Body::empty());
        if known && self.status == StatusCode::OK {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            *response.status_mut() = self.status;
            let (body, encoding) = match Encoding::accepted(request) {
                Encoding::Brotli => (self.br.clone(), Some("br")),
                Encoding::Gzip if self.gzip.is_empty() => (compress_gzip(&self.plain), Some("gzip")),
                Encoding::Gzip => (self.gzip.clone(), Some("gzip")),
                Encoding::Plain => (self.plain.clone(), None),
            };
            if let Some(encoding) = encoding {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            *response.body_mut() = Body::from(body);
        }
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CONTENT_LANGUAGE, self.language.clone());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, save-data"));
        headers.insert(header::ETAG, self.etag.clone());
        // A browser asks again each time, and mostly hears 304. `no-store` would cost it the way back (bfcache).
        let control = if self.policy == Policy::Private { "private, no-cache" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
        response
    }
}

impl PageCache {
    /// An empty cache of at most so many megabytes.
    pub fn new(megabytes: u64) -> Self {
        let pages = Cache::builder()
            .max_capacity(megabytes * 1024 * 1024)
            .weigher(|key: &String, entry: &Arc<Entry>| u32::try_from(key.len() + entry.size()).unwrap_or(u32::MAX))
            .build();
        Self { pages, seq: AtomicI64::new(0) }
    }

    /// A page that is still true.
    pub fn get(&self, key: &str, now: Timestamp) -> Option<Arc<Entry>> {
        self.pages.get(key).filter(|entry| entry.is_fresh(now))
    }

    /// Keeps a page, unless something changed since what it shows was read.
    pub fn put(&self, key: String, entry: &Arc<Entry>) {
        if entry.policy != Policy::Private && entry.seq >= self.seq.load(Ordering::Acquire) {
            self.pages.insert(key.clone(), Arc::clone(entry));
            // A change that came in between has not seen it.
            if entry.seq < self.seq.load(Ordering::Acquire) {
                self.pages.invalidate(&key);
            }
        }
    }

    /// Drops the pages that show what changed; `None` = much changed, drop all that show content.
    pub fn changed(&self, seq: i64, items: Option<&[crate::content::Id]>) {
        self.seq.store(seq, Ordering::Release);
        let stale: Vec<_> = self
            .pages
            .iter()
            .filter(|(_, entry)| match &entry.policy {
                Policy::Until { shows: Shows::Items(shown), .. } => items.is_none_or(|items| shown.iter().any(|id| items.contains(id))),
                Policy::Until { shows: Shows::Everything, .. } | Policy::Private => true,
                Policy::Until { shows: Shows::Nothing, .. } => false,
            })
            .map(|(key, _)| key)
            .collect();
        for key in stale {
            self.pages.invalidate(&*key);
        }
    }

    /// How many pages are kept.
    pub fn len(&self) -> u64 {
        self.pages.entry_count()
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A tag without the mark of a weak one: as `If-None-Match` compares.
fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

fn compress_brotli(bytes: &[u8], quality: u32) -> Bytes {
    let mut writer = brotli::CompressorWriter::new(Vec::with_capacity(bytes.len() / 4), 16 * 1024, quality, 18);
    // Writing to memory does not fail.
    writer.write_all(bytes).ok();
    writer.into_inner().into()
}

fn compress_gzip(bytes: &[u8]) -> Bytes {
    let mut writer = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::default());
    writer.write_all(bytes).ok();
    writer.finish().unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Id;

    fn entry(shows: Shows, until: &str, seq: i64) -> Arc<Entry> {
        let policy = Policy::Until { fresh_until: until.parse().expect("a time"), shows };
        Arc::new(Entry::new(StatusCode::OK, "<p>ciao</p>".repeat(50), "it", policy, seq))
    }

    #[test]
    fn a_page_goes_when_it_is_no_longer_true_or_what_it_shows_changes() {
        let cache = PageCache::new(1);
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().expect("a time");
        let later: Timestamp = "2026-11-22T12:00:00Z".parse().expect("a time");
        let (ours, other) = (Id([1; 16]), Id([2; 16]));
        cache.put("one".to_owned(), &entry(Shows::Items(vec![ours]), "2026-11-22T11:00:00Z", 5));
        cache.put("list".to_owned(), &entry(Shows::Everything, "2026-11-23T11:00:00Z", 5));
        assert!(cache.get("one", now).is_some());
        assert!(cache.get("one", later).is_none(), "its hour has come");

        cache.changed(6, Some(&[other]));
        assert!(cache.get("one", now).is_some() && cache.get("list", now).is_none());
        cache.changed(7, Some(&[ours]));
        assert!(cache.get("one", now).is_none());

        cache.put("late".to_owned(), &entry(Shows::Everything, "2026-11-23T11:00:00Z", 6));
        assert!(cache.get("late", now).is_none(), "rendered from what was there before the change");
    }

    #[test]
    fn an_encoding_refused_is_not_sent() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br;q=0, gzip"));
        assert_eq!(Encoding::accepted(&headers), Encoding::Gzip);
    }
}
