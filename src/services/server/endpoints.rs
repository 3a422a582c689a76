//! The public JSON's routes: read the parameters, ask the index or the store, project.

use std::{sync::Arc, time::Instant};

use anyhow::Result;
use axum::{
    Json,
    body::Body,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, Response},
    response::IntoResponse as _,
};

use super::{
    Params,
    api::{Found, FoundKind, Listing, Problem, Root, SearchAnswer},
    card::place_name,
    hsds::{self, Term, shape::Page},
};
use crate::{
    content::{Id, Item},
    locale::Lang,
    search::{self, Query},
    server::{App, origin},
    services::model::Service,
    topics::server::{href, name},
};

/// What this interface is.
pub(crate) async fn root(State(app): State<Arc<App>>, headers: HeaderMap) -> Json<Root> {
    Json(Root::new(&origin(&app, &headers)))
}

/// What is not there.
pub(crate) async fn nowhere() -> Problem {
    Problem::not_found("There is nothing at this address; /api/openapi.json says what there is.")
}

/// `GET /api/v1/search`: what the results page shows, in its order.
pub(crate) async fn search(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Response<Body> {
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang").map(|(_, lang)| lang.into_owned());
    let lang = match asked.as_deref().filter(|lang| !lang.is_empty()).map(str::parse::<Lang>) {
        None => Lang::SOURCE,
        Some(Ok(lang)) => lang,
        Some(Err(error)) => return Problem::bad_request(error.to_string()).into_response(),
    };
    let params = match params(&app, &query) {
        Ok(params) => params,
        Err(problem) => return problem.into_response(),
    };
    let started = Instant::now();
    let outcome = params.search(&app, lang);
    let took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let ids: Vec<Id> = outcome.hits.iter().map(|hit| Id(hit.id)).collect();
    let services = match app.store.list::<Service>(&ids).await {
        Ok(services) => services,
        Err(error) => return internal(&error),
    };
    let topics = outcome.topics.iter().filter(|_| params.page == 1).filter_map(|hit| app.topic(hit.category)).map(|topic| Found {
        kind: FoundKind::Topic,
        id: topic.id.to_string(),
        category: topic.slug.clone(),
        lang: topic.fields.title.get(lang).map_or(lang, |(_, own)| own).to_string(),
        name: name(&topic, lang),
        place: String::new(),
        distance_m: None,
        url: href(&topic, lang),
    });
    let services = services.into_iter().map(|item| {
        let (name, own) = item.fields.name.get(lang).map_or((String::new(), lang), |(name, own)| (name.to_owned(), own));
        let distance_m = outcome.hits.iter().find(|hit| hit.id == item.id.0).and_then(|hit| hit.distance_m);
        Found {
            kind: FoundKind::Service,
            place: place_name(&app, &item.fields, lang).unwrap_or_default(),
            url: format!("/{lang}/services/{}", item.slug),
            id: item.id.to_string(),
            category: item.fields.category,
            name,
            lang: own.to_string(),
            distance_m,
        }
    });
    let results = if outcome.services_first { services.chain(topics).collect() } else { topics.chain(services).collect() };
    Json(SearchAnswer { total: outcome.total, took_us, results }).into_response()
}

fn params(app: &App, query: &str) -> Result<Params, Problem> {
    let params = Params::read(query, app);
    if params.ignored.is_empty() {
        Ok(params)
    } else {
        Err(Problem::bad_request(format!("Not understood: {}.", params.ignored.join(", "))))
    }
}

/// `GET /api/v1/services`: pages of services in the shape of HSDS.
pub(crate) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response<Body> {
    let query = query.unwrap_or_default();
    let listing = match Listing::read(&query) {
        Ok(listing) => listing,
        Err(problem) => return problem.into_response(),
    };
    // `page` has another range here than in a search, and was read above.
    let params = Params::read(&query, &app);
    let wrong: Vec<_> = params.ignored.iter().copied().filter(|name| !matches!(*name, "page" | "size")).collect();
    if !wrong.is_empty() {
        return Problem::bad_request(format!("Not understood: {}.", wrong.join(", "))).into_response();
    }
    match page(&app, &listing, &params).await {
        Ok((items, total)) => {
            let origin = origin(&app, &headers);
            let contents = items.iter().map(|item| {
                if listing.full { hsds::full(item, &app.gazetteer, |slug| term(&app, &origin, slug)) } else { hsds::listed(item) }
            });
            Json(Page::new(contents.collect(), total, listing.page, listing.per_page)).into_response()
        }
        Err(error) => internal(&error),
    }
}

/// The services of a page, and how many there are in all.
async fn page(app: &App, listing: &Listing, params: &Params) -> Result<(Vec<Item<Service>>, u64)> {
    let (offset, limit) = (i64::try_from(listing.offset())?, i64::try_from(listing.per_page)?);
    if params.category.is_none() && params.place.is_none() {
        let (items, total) = app.store.page::<Service>(listing.modified_after, offset, limit).await?;
        return Ok((items, u64::try_from(total)?));
    }
    let catalogue = app.catalogue();
    let query = Query {
        category: params.category.as_deref().and_then(|slug| app.category(slug)),
        place: params.place.as_deref().and_then(|code| catalogue.index.places().find(code)),
        offset: usize::try_from(listing.offset())?,
        limit: usize::try_from(listing.per_page)?,
        ..Query::new("", search::Lang::It)
    };
    let outcome = catalogue.index.search(&query);
    if outcome.widened.is_some() {
        return Ok((Vec::new(), 0)); // nothing there: a program wants to hear that, not what lies around
    }
    let ids: Vec<Id> = outcome.hits.iter().map(|hit| Id(hit.id)).collect();
    let after = listing.modified_after.unwrap_or(i64::MIN);
    let items = app.store.list::<Service>(&ids).await?.into_iter().filter(|item| item.updated > after).collect();
    Ok((items, u64::try_from(outcome.total)?))
}

/// `GET /api/v1/services/{id}`: one service with everything that belongs to it; a withdrawn one says that it is inactive.
pub(crate) async fn find(State(app): State<Arc<App>>, Path(id): Path<String>, headers: HeaderMap) -> Response<Body> {
    let Ok(id) = id.parse::<Id>() else { return Problem::not_found("There is no such service.").into_response() };
    match app.store.find::<Service>(id).await {
        Ok(Some(item)) => {
            let origin = origin(&app, &headers);
            Json(hsds::full(&item, &app.gazetteer, |slug| term(&app, &origin, slug))).into_response()
        }
        Ok(None) => Problem::not_found("There is no such service.").into_response(),
        Err(error) => internal(&error),
    }
}

/// What is said of a category in the source language.
fn term(app: &App, origin: &str, slug: &str) -> Option<Term> {
    let topic = app.topics().iter().find(|topic| topic.slug == slug).cloned()?;
    let description = topic.fields.summary.get(Lang::SOURCE).map(|(text, _)| text.to_owned()).unwrap_or_default();
    Some(Term { name: name(&topic, Lang::SOURCE), description, uri: Some(format!("{origin}{}", href(&topic, Lang::SOURCE))) })
}

/// Logs an error once and answers without it.
fn internal(error: &anyhow::Error) -> Response<Body> {
    tracing::error!(error = format!("{error:#}"), "an API call failed");
    Problem::internal().into_response()
}
