//! What stands between any request and the pages: headers, origins, limits, and a net for what must not happen.

use std::{net::SocketAddr, panic::AssertUnwindSafe, sync::Arc};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse as _,
};
use futures_util::FutureExt as _;
use serde_json::json;

use super::{App, limit, router};
use crate::{locale::Lang, portal::server as portal, services::server::api::Problem};

/// Scripts only from files of ours, WASM only as files of ours, everything else from nowhere.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Names the rules by which a browser may fetch pages in advance.
const SPECULATION: HeaderName = HeaderName::from_static("speculation-rules");

/// On every answer.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=(), payment=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (SPECULATION, "\"/speculation.json\""),
];

/// Puts the headers on, and turns a panic into the page that says something went wrong.
pub(crate) async fn protect(State(app): State<Arc<App>>, request: Request, next: Next) -> Response<Body> {
    let lang = language(request.uri().path());
    let saves_data = request.headers().get("save-data").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on"));
    let mut response = match router::cached(&app, &request) {
        Some(kept) => kept,
        None => AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|_| {
            tracing::error!("a request panicked");
            router::send(&app, portal::broken(lang), &HeaderMap::new(), None)
        }),
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if saves_data {
        response.headers_mut().remove(SPECULATION); // pages in advance are what can be spared
    }
    response
}

/// The language of a path, for an answer that is not a page of it.
fn language(path: &str) -> Lang {
    path.trim_matches('/').split('/').next().and_then(|code| code.parse().ok()).unwrap_or(Lang::SOURCE)
}

/// Limits the calls of the public API, and opens it to every site.
pub(crate) async fn limit_api(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let client = limit::client(peer.ip(), request.headers(), &app.serve.trusted_proxies);
    let mut response = match app.pages.check(client) {
        Ok(()) => next.run(request).await,
        Err(seconds) => {
            let mut response = Problem::too_many(seconds).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    };
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// A form comes from a page of ours, and not too often.
pub(crate) async fn forms(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response<Body> {
    if request.method() != Method::POST {
        return next.run(request).await; // to look at a form is not to send it
    }
    let headers = request.headers().clone();
    let lang = language(request.uri().path());
    if !is_same_origin(&headers, app.serve.origin.as_deref()) {
        return (StatusCode::FORBIDDEN, "This form was sent from another site.\n").into_response();
    }
    let client = limit::client(peer.ip(), &headers, &app.serve.trusted_proxies);
    match app.forms.check(client) {
        Ok(()) => next.run(request).await,
        Err(seconds) => router::refuse(&app, lang, &headers, seconds),
    }
}

/// Whether a write comes from a page of this portal: browsers say so in `Sec-Fetch-Site` or `Origin`.
fn is_same_origin(headers: &HeaderMap, configured: Option<&str>) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        Some(sent) => Some(sent) == configured || sent.split("://").nth(1).is_some_and(|host| Some(host) == text(header::HOST)),
        None => true, // no browser: nobody whose sign-in could be misused
    }
}

/// The portal's own origin: as configured, else as the request named it.
pub(crate) fn origin(app: &App, headers: &HeaderMap) -> String {
    if let Some(origin) = &app.serve.origin {
        return origin.clone();
    }
    let host = headers.get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b));
    if plain && !host.is_empty() && host.len() <= 255 { format!("http://{host}") } else { String::new() }
}

/// Links are fetched when a finger touches them or a pointer rests on them; browsers leave it with `Save-Data`.
pub(crate) async fn speculation_rules() -> Response<Body> {
    let rules = json!({ "prefetch": [{ "source": "document", "eagerness": "moderate", "where": { "and": [
        { "href_matches": "/*" },
        { "not": { "href_matches": "/pkg/*" } },
        { "not": { "href_matches": "/api/*" } },
    ] } }] });
    ([(header::CONTENT_TYPE, "application/speculationrules+json"), (header::CACHE_CONTROL, "public, max-age=86400")], rules.to_string())
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_from_elsewhere_is_refused() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect::<HeaderMap>()
        };
        assert!(!is_same_origin(&headers(&[("sec-fetch-site", "cross-site")]), None));
        assert!(!is_same_origin(&headers(&[("origin", "https://evil.example"), ("host", "portal.example")]), None));
        assert!(is_same_origin(&headers(&[("origin", "https://portal.example"), ("host", "portal.example")]), None));
        assert!(is_same_origin(
            &headers(&[("origin", "https://portal.example"), ("host", "127.0.0.1:3000")]),
            Some("https://portal.example")
        ));
    }
}
