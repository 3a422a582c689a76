//! Every route on one screen.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, State},
    http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri, header},
    middleware,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use jiff::Timestamp;
use metrics_exporter_prometheus::PrometheusHandle;

use super::{
    App, Page,
    cache::{Entry, Policy},
    guard, limit, openapi,
};
use crate::{
    locale::{Lang, server::negotiate},
    portal::server as portal,
    regions::server as regions,
    services::server::{self as services, api::Problem},
    topics::server as topics,
};

/// The whole portal as one service.
pub fn router(app: Arc<App>, metrics: PrometheusHandle) -> Router {
    let api = Router::new()
        .route("/", get(services::endpoints::root))
        .route("/search", get(services::endpoints::search))
        .route("/services", get(services::endpoints::list))
        .route("/services/{id}", get(services::endpoints::find))
        .fallback(services::endpoints::nowhere)
        .fallback(|| async { Problem::not_found("There is nothing at this address; /api/openapi.json lists what there is.") })
        .layer(middleware::from_fn_with_state(Arc::clone(&app), guard::limit_api));
    // All that a reader may write to. Nothing else takes anything but GET and HEAD.
    let forms = Router::new()
        .route("/{lang}/report", post(portal::send_report).get(serve))
        .route("/{lang}/feedback", post(portal::send_feedback))
        .layer(DefaultBodyLimit::max(32 * 1024))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), guard::forms));
    Router::new()
        .nest("/api/v1", api)
        .merge(forms)
        .route("/", get(choose_language))
        .route("/api/openapi.json", get(openapi::serve))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(move || async move { metrics.render() }))
        .route("/robots.txt", get(portal::robots))
        .route("/sitemap.xml", get(portal::sitemap))
        .route("/opensearch.xml", get(portal::opensearch))
        .route("/speculation.json", get(guard::speculation_rules))
        .fallback(serve)
        .layer(middleware::from_fn_with_state(Arc::clone(&app), guard::protect))
        .with_state(app)
}

/// What an address below `/{lang}` leads to.
async fn find(app: &Arc<App>, lang: Lang, path: &[&str], query: &str, origin: &str) -> anyhow::Result<Page> {
    Ok(match path {
        [] => portal::home(app, lang),
        ["services"] => services::results(app, lang, query).await?,
        ["services", id] => services::service(app, lang, id, origin).await?,
        ["services", id, "qr"] => services::qr(app, lang, id, origin).await?,
        ["saved"] => services::saved(lang),
        ["topics"] => topics::list(app, lang),
        ["topics", slug] => topics::topic(app, lang, slug),
        ["regions"] => regions::list(app, lang),
        ["regions", slug] => regions::region(app, lang, slug).await?,
        ["report"] => portal::report(lang, query),
        ["thanks"] => portal::thanks(lang),
        ["about" | "accessibility" | "privacy" | "legal" | "faq"] => portal::text(app, lang, path[0]),
        _ => portal::not_found(lang),
    })
}

/// The fragments of HTML that islands ask for: never kept, never indexed.
async fn fragment(app: &Arc<App>, lang: Lang, path: &[&str], query: &str) -> anyhow::Result<Option<String>> {
    Ok(match path {
        ["services"] if services::Params::read(query, app).fragment => Some(services::results_fragment(app, lang, query).await?),
        ["suggest"] => Some(services::suggest_fragment(app, lang, query)),
        ["saved", "list"] => Some(services::saved_fragment(app, lang, query).await?),
        _ => None,
    })
}

/// Under which key a page is kept: its path, and of its query only what the page knows.
fn cache_key(app: &App, segments: &[&str], query: &str, headers: &HeaderMap) -> Option<String> {
    // Without a configured origin the links name the host that was asked for: no reader gets a page with another's.
    let host = if app.serve.origin.is_some() { String::new() } else { guard::origin(app, headers) };
    let path = format!("{host}/{}", segments.join("/"));
    match segments {
        [_, "services"] => {
            let params = services::Params::read(query, app);
            (params.is_public() && !params.fragment && params.page <= 20).then(|| format!("{path}{}", params.to_query()))
        }
        [_, "report"] => None,
        _ => Some(path),
    }
}

/// The answer from the cache, if the page is there: asked before anything else, since most readers need no more.
pub(crate) fn cached<B>(app: &App, request: &Request<B>) -> Option<Response<Body>> {
    let (uri, headers) = (request.uri(), request.headers());
    let query = uri.query().unwrap_or_default();
    if !matches!(*request.method(), Method::GET | Method::HEAD) || query.len() > LONGEST_QUERY {
        return None;
    }
    let segments: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
    segments[0].parse::<Lang>().ok()?;
    let key = cache_key(app, &segments, query, headers)?;
    let entry = app.cache.get(&key, Timestamp::now())?;
    metrics::counter!("portolano_pages_total", "from" => "cache").increment(1);
    Some(entry.respond(headers))
}

/// The longest query string that is read, in bytes; a person's fits many times over.
const LONGEST_QUERY: usize = 4_096;

/// Serves pages that are not in the cache, and files.
async fn serve(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    if method != Method::GET && method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let path = uri.path();
    if let Some(file) = path.strip_prefix("/pkg/") {
        return app.assets.serve(file, &headers).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response());
    }
    let trimmed = path.trim_matches('/');
    let segments: Vec<&str> = trimmed.split('/').collect();
    let query = uri.query().unwrap_or_default();
    let Ok(lang) = segments[0].parse::<Lang>() else {
        return send(&app, portal::not_found(negotiate(&headers)), &headers, None);
    };
    if query.len() > LONGEST_QUERY {
        return send(&app, portal::too_long(lang), &headers, None);
    }
    let key = cache_key(&app, &segments, query, &headers);
    metrics::counter!("portolano_pages_total", "from" => "render").increment(1);
    let client = limit::client(peer.ip(), &headers, &app.serve.trusted_proxies);
    if let Err(seconds) = app.pages.check(client) {
        return refuse(&app, lang, &headers, seconds);
    }
    // Before anything is read: what changes from here on may be missing in the page.
    let seq = app.catalogue().seq;
    match fragment(&app, lang, &segments[1..], query).await {
        Ok(Some(html)) => return Entry::new(StatusCode::OK, html, lang.code(), Policy::Private, 0).respond(&headers),
        Ok(None) => {}
        Err(error) => return failed(&app, lang, &error, &headers),
    }
    match find(&app, lang, &segments[1..], query, &guard::origin(&app, &headers)).await {
        Ok(page) => send(&app, page, &headers, key.map(|key| (key, seq))),
        Err(error) => failed(&app, lang, &error, &headers),
    }
}

/// Answers a client that asked too much: when to come back, and that it may be a neighbour's doing.
pub(crate) fn refuse(app: &App, lang: Lang, headers: &HeaderMap, seconds: u64) -> Response<Body> {
    let mut response = send(app, portal::too_many(lang), headers, None);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Logs an error once, and answers with a page that says what to do.
fn failed(app: &App, lang: Lang, error: &anyhow::Error, headers: &HeaderMap) -> Response<Body> {
    tracing::error!(error = format!("{error:#}"), "a page could not be made");
    send(app, portal::broken(lang), headers, None)
}

/// Writes a page out, keeps it where it may be kept, and sends it. A key comes with the number of the newest change that
/// was known before the page was read.
pub(crate) fn send(app: &App, page: Page, headers: &HeaderMap, key: Option<(String, i64)>) -> Response<Body> {
    let (status, lang) = (page.status, page.lang);
    let policy = if key.is_some() && status == StatusCode::OK { page.policy.clone() } else { Policy::Private };
    let origin = guard::origin(app, headers);
    let html = page.into_html(app, &origin);
    let seq = key.as_ref().map_or(0, |(_, seq)| *seq);
    let entry = Arc::new(Entry::new(status, html, lang.code(), policy, seq));
    if let Some((key, _)) = key {
        app.cache.put(key, &entry);
    }
    entry.respond(headers)
}

/// `/` leads to the language that the browser asks for; a deep address never does.
async fn choose_language(headers: HeaderMap) -> Response<Body> {
    let mut response = Redirect::to(&format!("/{}", negotiate(&headers))).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Ready once the index stands and the database answers.
async fn ready(State(app): State<Arc<App>>) -> Response<Body> {
    match app.store.seq().await {
        Ok(_) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}
