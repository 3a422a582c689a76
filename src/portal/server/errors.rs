//! What a reader sees when something is not there or went wrong: what happened, and what to do now.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::{
    locale::{Lang, server::t},
    server::{Page, cache::Policy},
    ui::server::{rhumb, search_form},
};

fn error(lang: Lang, status: StatusCode, key: &str, searchable: bool) -> Page {
    let (title, lead) = (t!(lang, key), t!(lang, &format!("{key}-lead")));
    let mut page = Page::new(lang, "", title.clone(), move || {
        let form = searchable.then(|| search_form(lang, "", Vec::new(), None, Some(t!(lang, "need"))));
        view! {
            <section class="hero">
                {rhumb()}
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                {form}
                <div class="row"><a class="btn alt" href=format!("/{lang}")>{t!(lang, "back-home")}</a></div>
            </section>
        }
    });
    page.status = status;
    page.indexed = false;
    page.danger = true; // whoever is in danger and lost should not search for the number
    page.policy = Policy::Private;
    page
}

/// There is no such page.
pub(crate) fn not_found(lang: Lang) -> Page {
    error(lang, StatusCode::NOT_FOUND, "error-404", true)
}

/// Something failed on our side.
pub(crate) fn broken(lang: Lang) -> Page {
    error(lang, StatusCode::INTERNAL_SERVER_ERROR, "error-500", false)
}

/// Too many requests came from this address.
pub(crate) fn too_many(lang: Lang) -> Page {
    error(lang, StatusCode::TOO_MANY_REQUESTS, "error-429", false)
}

/// The query is longer than anybody types.
pub(crate) fn too_long(lang: Lang) -> Page {
    error(lang, StatusCode::URI_TOO_LONG, "error-414", true)
}
