//! The public interface described for programs, as `OpenAPI` 3.1.
//!
//! The functions here are never called: they carry the description of a route. A parameter that is described here is
//! one that [`crate::services::server`] reads.

#![expect(dead_code, reason = "the routes are described here and answered in their domains")]

use std::sync::{Arc, OnceLock};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse,
};
use serde_json::Value;
use utoipa::OpenApi;

use super::{App, guard};
use crate::services::server::{
    api::{Problem, Root, SearchAnswer},
    hsds::shape::{Page, Service},
};

/// Answers with the description, for the origin that is configured or was asked.
pub(crate) async fn serve(State(app): State<Arc<App>>, headers: HeaderMap) -> impl IntoResponse {
    ([(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(document(&guard::origin(&app, &headers))))
}

/// The description of the interface at an origin (`https://example.org`, no final slash).
pub fn document(origin: &str) -> Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    let document = DOCUMENT.get_or_init(|| serde_json::to_value(Description::openapi()).unwrap_or_default());
    let mut document = document.clone();
    let server = if origin.is_empty() { "/" } else { origin };
    document["servers"] = serde_json::json!([{ "url": server }]);
    document
}

/// What is said of the interface as a whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Portolano",
        description = "Services for newcomers to Italy as open data. Search in twelve languages, and every service in the shape of the Human Services Data Specification (HSDS) 3.0 of Open \
            Referral. Anyone may read, from any site, without a key; calls a minute are limited. Unknown is never \"no\": what is not known is left \
            out. Each record keeps the licence of its source in the attribute `licence`; the portal's own texts are CC BY 4.0.",
        license(name = "CC BY 4.0", identifier = "CC-BY-4.0"),
    ),
    tags((name = "search", description = "What the portal's search finds"), (name = "services", description = "Services in the shape of HSDS 3.0")),
    paths(root, search, list, find),
)]
struct Description;

/// What this interface is
#[utoipa::path(
    get, path = "/api/v1", operation_id = "about", tag = "services",
    responses(
        (status = 200, description = "The version of HSDS, and where this document is", body = Root),
        (status = 429, description = "Too many calls; `Retry-After` says when to try again", body = Problem, content_type = "application/problem+json"),
    ),
)]
fn root() {}

/// Search topics and services
///
/// The order is that of the portal's results page. A place named in the query becomes a filter, as on the page. With a filter of which
/// some records know nothing (`open`, `free`, `undocumented`, `speaks`), those that are certain come first.
#[utoipa::path(
    get, path = "/api/v1/search", operation_id = "search", tag = "search",
    params(
        ("q" = Option<String>, Query, max_length = 200, description = "What is looked for, in any of the languages; what is longer is cut", example = "il padrone non mi paga"),
        ("lang" = Option<String>, Query, pattern = "^[a-z]{2}$", description = "The language of the names, and the likely one of the query: it, en, fr, es, ar, zh, uk, ru, ro, sq, bn, ur; it if left out", example = "it"),
        ("category" = Option<String>, Query, max_length = 80, description = "Only this category: the slug of a topic", example = "health"),
        ("region" = Option<String>, Query, max_length = 80, description = "Only this region or autonomous province: ISTAT code or name in addresses", example = "piemonte"),
        ("province" = Option<String>, Query, max_length = 80, description = "Only this province: ISTAT code, two letters or name", example = "TO"),
        ("comune" = Option<String>, Query, max_length = 80, description = "Only this comune: ISTAT code or name", example = "001272"),
        ("near" = Option<String>, Query, pattern = r"^-?\d+(\.\d+)?,-?\d+(\.\d+)?$", description = "Nearest first: latitude,longitude in degrees (WGS 84), rounded to three decimals", example = "45.07,7.68"),
        ("open" = Option<bool>, Query, description = "Open now"),
        ("free" = Option<bool>, Query, description = "Free of charge"),
        ("undocumented" = Option<bool>, Query, description = "Open to people without documents"),
        ("speaks" = Option<String>, Query, pattern = "^[a-z]{2,3}$", description = "A language spoken there: ISO 639-1", example = "ar"),
        ("anywhere" = Option<bool>, Query, description = "Do not read a place in the query"),
        ("size" = Option<u32>, Query, minimum = 1, maximum = 100, description = "Services on a page; 20 if left out"),
        ("page" = Option<u32>, Query, minimum = 1, description = "The page, from 1; after the last possible one, that one"),
    ),
    responses(
        (status = 200, description = "What was found", body = SearchAnswer),
        (status = 400, description = "A parameter's value means nothing here", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many calls; `Retry-After` says when to try again", body = Problem, content_type = "application/problem+json"),
    ),
)]
fn search() {}

/// Services, page by page
///
/// All filters hold together. Without `full` each service has only the fields that hold one thing, as HSDS wants lists.
#[utoipa::path(
    get, path = "/api/v1/services", operation_id = "listServices", tag = "services",
    params(
        ("page" = Option<u64>, Query, minimum = 1, maximum = 1_000_000, description = "The page, from 1"),
        ("per_page" = Option<u64>, Query, minimum = 1, maximum = 100, description = "Services on a page; 50 if left out"),
        ("modified_after" = Option<String>, Query, description = "Only those changed on or after this date or time (RFC 3339; UTC without an offset)", example = "2026-11-01T00:00:00Z"),
        ("category" = Option<String>, Query, max_length = 80, description = "Only this category: the slug of a topic", example = "health"),
        ("region" = Option<String>, Query, max_length = 80, description = "Only this region or autonomous province: ISTAT code or name in addresses", example = "piemonte"),
        ("province" = Option<String>, Query, max_length = 80, description = "Only this province: ISTAT code, two letters or name", example = "TO"),
        ("comune" = Option<String>, Query, max_length = 80, description = "Only this comune: ISTAT code or name", example = "001272"),
        ("full" = Option<bool>, Query, description = "Each service with all that belongs to it"),
    ),
    responses(
        (status = 200, description = "A page of services", body = Page<Service>),
        (status = 400, description = "A parameter's value means nothing here", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many calls; `Retry-After` says when to try again", body = Problem, content_type = "application/problem+json"),
    ),
)]
fn list() {}

/// One service with all that belongs to it
#[utoipa::path(
    get, path = "/api/v1/services/{id}", operation_id = "findService", tag = "services",
    params(("id" = String, Path, description = "Its UUID", format = "uuid")),
    responses(
        (status = 200, description = "The service; a withdrawn one has the status `inactive`", body = Service),
        (status = 404, description = "There is no such service", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many calls; `Retry-After` says when to try again", body = Problem, content_type = "application/problem+json"),
    ),
)]
fn find() {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::server::api::{LAST_PAGE, MOST_PER_PAGE};

    #[test]
    fn every_route_is_described() {
        let document = document("https://example.org");
        assert_eq!(document["openapi"], "3.1.0");
        assert_eq!(document["servers"][0]["url"], "https://example.org");
        let mut paths: Vec<&String> = document["paths"].as_object().expect("paths").keys().collect();
        paths.sort();
        assert_eq!(paths, ["/api/v1", "/api/v1/search", "/api/v1/services", "/api/v1/services/{id}"]);
    }

    #[test]
    fn limits_are_those_in_force() {
        let document = document("");
        assert_eq!(document["servers"][0]["url"], "/", "where no origin is known");
        let parameters = document["paths"]["/api/v1/services"]["get"]["parameters"].as_array().expect("parameters");
        let most = |name: &str| parameters.iter().find(|p| p["name"] == name).and_then(|p| p["schema"]["maximum"].as_f64());
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let limits = [LAST_PAGE as f64, MOST_PER_PAGE as f64];
        assert_eq!([most("page"), most("per_page")], limits.map(Some));
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document("");
        let text = document.to_string();
        for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
    }
}
