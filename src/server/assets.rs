//! The files a browser gets besides pages: read once, kept compressed, served as immutable.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context as _, Result};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use bytes::Bytes;
use serde::Deserialize;

use super::cache::Encoding;

/// What the bundler says it made.
#[derive(Debug, Deserialize)]
struct Manifest {
    islands: String,
    chunks: HashMap<String, Vec<String>>,
    style: String,
    public: HashMap<String, String>,
}

#[derive(Debug)]
struct File {
    mime: &'static str,
    plain: Bytes,
    br: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Every static file, in memory: together they are smaller than one photograph.
#[derive(Debug)]
pub struct Assets {
    manifest: Manifest,
    files: HashMap<String, File>,
}

impl Assets {
    /// Reads the folder that `./dev build` made.
    pub fn read(site: &Path) -> Result<Self> {
        let manifest =
            fs::read(site.join("manifest.json")).with_context(|| format!("{} is not there yet: run ./dev build", site.display()))?;
        let mut files = HashMap::new();
        collect(site, "", &mut files)?;
        Ok(Self { manifest: serde_json::from_slice(&manifest).context("manifest.json")?, files })
    }

    /// The address of the stylesheet.
    pub fn style(&self) -> String {
        format!("/pkg/{}", self.manifest.style)
    }

    /// The address of a file of `public/`, under its hashed name.
    pub fn public(&self, name: &str) -> String {
        self.manifest.public.get(name).map_or_else(String::new, |hashed| format!("/pkg/{hashed}"))
    }

    /// The address of the script that starts the islands, and the names of the chunks that an island needs.
    pub fn island(&self, name: &str) -> (String, String) {
        let root = format!("/pkg/{}", self.manifest.islands);
        let prefix = format!("{name}_loader_");
        let chunks = self.manifest.chunks.iter().find(|(key, _)| key.starts_with(&prefix)).map_or(&[][..], |(_, chunks)| chunks);
        (format!("{root}/islands.js"), chunks.join(" "))
    }

    /// The answer for a path below `/pkg/`; `None` if there is no such file.
    pub fn serve(&self, path: &str, headers: &HeaderMap) -> Option<Response<Body>> {
        let file = self.files.get(path)?;
        let (body, encoding) = match Encoding::accepted(headers) {
            Encoding::Brotli if file.br.is_some() => (file.br.clone(), Some("br")),
            Encoding::Brotli | Encoding::Gzip if file.gzip.is_some() => (file.gzip.clone(), Some("gzip")),
            _ => (None, None),
        };
        let mut response = Response::new(Body::from(body.unwrap_or_else(|| file.plain.clone())));
        *response.status_mut() = StatusCode::OK;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        Some(response)
    }
}

fn collect(dir: &Path, prefix: &str, files: &mut HashMap<String, File>) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
            continue;
        }
        let beside = |ending: &str| fs::read(format!("{}.{ending}", path.display())).ok().map(Bytes::from);
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if matches!(extension, "br" | "gz") || name == "manifest.json" {
            continue;
        }
        files.insert(name, File { mime: mime(extension), plain: fs::read(&path)?.into(), br: beside("br"), gzip: beside("gz") });
    }
    Ok(())
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
