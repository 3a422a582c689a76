//! What search engines and browsers read.

use std::{fmt::Write as _, sync::Arc};

use axum::{
    body::Body,
    extract::{RawQuery, State},
    http::{HeaderMap, Response, header},
    response::IntoResponse as _,
};

use crate::{
    locale::{Lang, server::t},
    server::{App, origin},
};

/// Everything may be read but what answers one reader alone.
pub(crate) async fn robots(State(app): State<Arc<App>>, headers: HeaderMap) -> Response<Body> {
    let origin = origin(&app, &headers);
    format!("User-agent: *\nDisallow: /*?q=\nDisallow: /*&q=\nDisallow: /*near=\nDisallow: /*/saved\nSitemap: {origin}/sitemap.xml\n")
        .into_response()
}

/// Every lasting page with its languages. The services themselves follow from these.
pub(crate) async fn sitemap(State(app): State<Arc<App>>, headers: HeaderMap) -> Response<Body> {
    let origin = origin(&app, &headers);
    let fixed = ["", "/topics", "/regions", "/about", "/accessibility", "/privacy", "/legal", "/faq"].map(str::to_owned);
    let topics = app.topics().iter().map(|topic| format!("/topics/{}", topic.slug)).collect::<Vec<_>>();
    let regions = app.gazetteer.territories().iter().map(|territory| format!("/regions/{}", territory.slug));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in fixed.into_iter().chain(topics).chain(regions) {
        let mut links = String::new();
        for lang in Lang::all() {
            write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{origin}/{lang}{path}\"/>").ok();
        }
        write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{origin}/{}{path}\"/>", Lang::SOURCE).ok();
        for lang in Lang::all() {
            writeln!(xml, "<url><loc>{origin}/{lang}{path}</loc>{links}</url>").ok();
        }
    }
    xml.push_str("</urlset>\n");
    ([(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}

/// Lets a browser search the portal from its address bar.
pub(crate) async fn opensearch(State(app): State<Arc<App>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response<Body> {
    let origin = origin(&app, &headers);
    let lang = query.as_deref().and_then(|q| q.strip_prefix("lang=")).and_then(|code| code.parse().ok()).unwrap_or(Lang::SOURCE);
    let (name, description) = (t!(lang, "portal-name"), t!(lang, "portal-description"));
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\
         <ShortName>{name}</ShortName><Description>{description}</Description><InputEncoding>UTF-8</InputEncoding><Language>{lang}</Language>\
         <Url type=\"text/html\" template=\"{origin}/{lang}/services?q={{searchTerms}}\"/></OpenSearchDescription>\n"
    );
    ([(header::CONTENT_TYPE, "application/opensearchdescription+xml")], xml).into_response()
}
